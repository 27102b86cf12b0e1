"""`onetongue verify` and `onetongue revert`: an output and the account of how it came to be.

Responsible for: their arguments, and reading the files.
Not responsible for: the proof itself (the writing stage).
"""

from __future__ import annotations

from typing import Annotated

import typer

from onetongue.cli.console import name_of, read, say, write
from onetongue.cli.options import Output, Quiet  # noqa: TC001 - typer reads annotations
from onetongue.errors import IntegrityError

Account = Annotated[str, typer.Argument(metavar="PROVENANCE", help="what --provenance wrote")]
Normalized = Annotated[str, typer.Argument(metavar="OUTPUT", help="what normalize wrote")]


def load_output(output: str, provenance: str) -> tuple[str, dict[str, object], str]:
    """The output's text, proven, its account, and the encoding that the account names."""
    from onetongue.write import read_provenance  # noqa: PLC0415 - see the package

    account, content, _ = _proven(output, provenance)
    encoding = read_provenance(account).encoding
    return content.decode(encoding, "surrogatepass"), account, encoding


def _proven(
    output: str, provenance: str, source: str | None = None
) -> tuple[dict[str, object], bytes, str]:
    """The account, the output's bytes and the text they lead back to."""
    from onetongue.write import load_provenance, verify_output  # noqa: PLC0415 - see the package

    account, content = load_provenance(read(provenance), name_of(provenance)), read(output)
    try:
        original = verify_output(content, account, None if source is None else read(source))
    except IntegrityError as err:
        raise IntegrityError(f"{name_of(output)}: {err}") from err
    return account, content, original


def verify(
    output: Normalized,
    provenance: Account,
    *,
    source: Annotated[
        str | None, typer.Option("--source", metavar="FILE", help="compare with the original too")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Prove that nothing but the recorded changes was made, or exit 3.

    What was changed since is named (provenance, output or source), and the first byte that differs,
    counted from 0; with --source always, without it where the records alone tell.
    """
    _proven(output, provenance, source)
    if not quiet:
        say(f"{name_of(output)}: verified, only the recorded changes were made")


def revert(output: Normalized, provenance: Account, *, path: Output = None) -> None:
    """Give back the document as it was before `normalize`."""
    from onetongue.write import encode_text, read_provenance  # noqa: PLC0415 - see the package

    account, _, original = _proven(output, provenance)
    write(path, encode_text(original, read_provenance(account).encoding))
