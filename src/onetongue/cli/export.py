"""`onetongue export`: the account of a document in a format of other people's tools.

Responsible for: its arguments, and the records as entries of a TMX file.
Not responsible for: the formats (`account.exports`, `terms.tmx`).
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from onetongue.cli.account import Account  # noqa: TC001 - typer reads annotations
from onetongue.cli.console import name_of, read, write
from onetongue.cli.options import Output  # noqa: TC001 - typer reads annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onetongue.account.exports import Subject
    from onetongue.document import Record
    from onetongue.terms.entry import Entry

ExportFormat: TypeAlias = Literal["xliff", "tmx", "annotation", "prov"]


def export(
    provenance: Account,
    *,
    to: Annotated[
        ExportFormat, typer.Option("--to", help="XLIFF 2.1, TMX 1.4b, Web Annotation, PROV-JSON")
    ],
    output: Output = None,
) -> None:
    """Write a provenance in a format that other tools read."""
    from onetongue.account import load_account  # noqa: PLC0415 - see the package
    from onetongue.account.exports import to_annotation, to_prov, to_xliff  # noqa: PLC0415

    makers = {"xliff": to_xliff, "tmx": to_tmx, "annotation": to_annotation, "prov": to_prov}
    write(output, makers[to](load_account(read(provenance), name_of(provenance))))


def to_tmx(provenance: Mapping[str, object]) -> bytes:
    """Write the translations in a provenance as TMX 1.4b.

    Raises:
        InputError: the provenance is malformed, or a language in it has no tag; the message
            says which.
    """
    from onetongue.account.exports import read_subject  # noqa: PLC0415 - see the package
    from onetongue.terms import tmx  # noqa: PLC0415 - see the package

    file = BytesIO()
    tmx.write(_entries(read_subject(provenance)), file)
    return file.getvalue()


def _entries(subject: Subject) -> Iterator[Entry]:
    """What a person reviewed or made is a person's; the rest is the engine's, but for mere rules'."""
    from onetongue.account.exports import engine_line  # noqa: PLC0415 - see the package

    account = subject.account
    for record, review in zip(account.records, account.reviews, strict=True):
        if record.translation.origin == "rule" and review is None:
            continue  # neither a person's nor an engine's, and nothing to remember: it has no words
        is_machine = record.translation.origin in ("engine", "memory") and review is None
        engine = engine_line(account.engine) if is_machine else ""
        yield entry(record, subject.target, account.name, engine=engine, created=subject.created)


def entry(
    record: Record, target: str, document: str, *, engine: str = "", created: str = ""
) -> Entry:
    """Make the memory's entry of a record: that `engine`'s, or without one a person's."""
    from onetongue.language.tags import primary  # noqa: PLC0415 - see the package
    from onetongue.terms.entry import Entry  # noqa: PLC0415 - see the package

    return Entry(
        source=record.segment.reading,
        target=record.translation.text,
        source_language=primary(record.segment.language),
        target_language=primary(target),
        engine=engine,
        origin="engine" if engine else "human",
        confidence=record.translation.confidence if engine else 1.0,
        document=document,
        created=created,
    )
