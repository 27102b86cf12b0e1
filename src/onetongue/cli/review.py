"""`onetongue import` and `onetongue apply`: people's decisions put into an output and its account.

Responsible for: their arguments, which files are written and in what order, and remembering what
people decided.
Not responsible for: what the decisions do (`review.apply`), or reading XLIFF (`review.xliff`).
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from onetongue.cli.account import open_output
from onetongue.cli.console import STDIN, name_of, read, refuse, say, write
from onetongue.cli.export import entry
from onetongue.cli.options import MemoryFile, Quiet  # noqa: TC001 - typer reads annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onetongue.review.decisions import Decisions
    from onetongue.terms.entry import Entry

Edited = Annotated[str, typer.Argument(metavar="EDITED.xlf", help="what export made, edited")]
DecisionsFile = Annotated[str, typer.Argument(metavar="DECISIONS.json", help="what was decided")]
Into = Annotated[
    str, typer.Option("--into", metavar="PROVENANCE", help="the account of the document")
]
DocumentFile = Annotated[
    str, typer.Option("--document", metavar="OUTPUT", help="what normalize wrote")
]
NewOutput = Annotated[
    str | None, typer.Option("-o", "--output", metavar="PATH", help="instead of --document's")
]
NewProvenance = Annotated[
    str | None, typer.Option("--provenance", metavar="NEW", help="instead of --into's")
]
Reviewer = Annotated[
    str | None,
    typer.Option("--reviewer", metavar="NAME", help="who decided; default: as the file says"),
]


def import_xliff(
    edited: Edited,
    *,
    into: Into,
    document: DocumentFile,
    output: NewOutput = None,
    provenance: NewProvenance = None,
    reviewer: Reviewer = None,
    memory: MemoryFile = None,
    quiet: Quiet = False,
) -> None:
    """Put XLIFF that people edited back into the document. Only reviewed and final units count."""
    from onetongue.review.xliff import read_xliff  # noqa: PLC0415 - see the package

    files = _files(into, document, output, provenance)
    decisions = read_xliff(read(edited), name_of(edited), reviewer=reviewer)
    _put_back(decisions, files, memory=memory, quiet=quiet)


def apply_decisions(
    decisions: DecisionsFile,
    *,
    into: Into,
    document: DocumentFile,
    output: NewOutput = None,
    provenance: NewProvenance = None,
    reviewer: Reviewer = None,
    memory: MemoryFile = None,
    quiet: Quiet = False,
) -> None:
    """Put decisions (edit, approve, reject) into the document."""
    from onetongue.review.decisions import load_decisions  # noqa: PLC0415 - see the package

    files = _files(into, document, output, provenance)
    decided = load_decisions(read(decisions), name_of(decisions), reviewer=reviewer)
    _put_back(decided, files, memory=memory, quiet=quiet)


class _Files(NamedTuple):
    """A document and its account, and where they go."""

    document: str
    account: str
    new_document: str
    new_account: str


def _files(into: str, document: str, output: str | None, provenance: str | None) -> _Files:
    if (output is None) is not (provenance is None):
        refuse("--output", "needs --provenance, and the other way round: the two belong together")
    files = _Files(document, into, output or document, provenance or into)
    is_one = Path(files.new_account).resolve() == Path(files.new_document).resolve()
    if is_one or STDIN in (files.document, files.account, files.new_account):
        refuse("--provenance", "must be a file of its own; so must --into and --document")
    return files


def _put_back(decisions: Decisions, files: _Files, *, memory: str | None, quiet: bool) -> None:
    """Apply the decisions and write both files, the account first; only then remember them."""
    from onetongue.account import provenance_bytes  # noqa: PLC0415 - see the package
    from onetongue.review.apply import apply  # noqa: PLC0415 - see the package

    opened = open_output(files.document, files.account)
    text, account = apply(opened.text, opened.account, decisions)
    content, described = opened.pack(text), provenance_bytes(account)
    with ExitStack() as stack:
        if memory:
            from onetongue.terms.memory import Memory  # noqa: PLC0415 - see the package

            remembered = stack.enter_context(Memory(memory))
        before = read(files.account) if files.new_account == files.account else None
        _write_both(files.new_account, described, files.new_document, content, before)
        if memory:
            remembered.add(_entries(account, decisions))
    if not quiet:
        say(f"{name_of(files.document)}: {_summary(account, decisions)}")


def _write_both(
    account: str, described: bytes, path: str, content: bytes, before: bytes | None
) -> None:
    """Write the account, then the document; if that fails, the account is again what it was."""
    write(account, described)
    try:
        write(path, content)
    except Exception:
        if before is not None:  # the old text without its account could not be reverted
            write(account, before)
        raise


def _entries(provenance: Mapping[str, object], decisions: Decisions) -> Iterator[Entry]:
    """A person's entry for each edit and approval."""
    from onetongue.account.exports import read_subject  # noqa: PLC0415 - see the package

    subject = read_subject(provenance)
    decided = {decision.id for decision in decisions.decisions}
    for record in subject.account.records:
        if record.id in decided:
            yield entry(record, subject.target, subject.account.name)


def _summary(provenance: Mapping[str, object], decisions: Decisions) -> str:
    """What became of the decisions; a target nobody changed was approved, not edited."""
    from onetongue.account import read_provenance  # noqa: PLC0415 - see the package

    decided = {decision.id for decision in decisions.decisions}
    kept = [r for r in read_provenance(provenance).records if r.id in decided]
    edited = sum(record.translation.origin == "human" for record in kept)
    rejected = len(decided) - len(kept)
    return f"{edited} edited, {len(kept) - edited} approved, {rejected} rejected"
