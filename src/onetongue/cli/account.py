"""`onetongue verify` and `onetongue revert`: an output and the account of how it came to be.

Responsible for: their arguments, and reading both files, the output in its source's encoding.
Not responsible for: the proof itself (the writing stage).
"""

from __future__ import annotations

from typing import Annotated

import typer

from onetongue.cli.console import name_of, read, say, write
from onetongue.cli.options import Output, Quiet  # noqa: TC001 - typer reads annotations
from onetongue.errors import InputError

Account = Annotated[str, typer.Argument(metavar="PROVENANCE", help="what --provenance wrote")]
Normalized = Annotated[str, typer.Argument(metavar="OUTPUT", help="what normalize wrote")]


def load_output(output: str, provenance: str) -> tuple[str, dict[str, object], str]:
    """The output's text, its account, and the encoding that the account names."""
    from onetongue.write import (  # noqa: PLC0415 - see the package
        load_account,
        read_provenance,
        without_insertions,
    )

    account = load_account(read(provenance), name_of(provenance))
    encoding = read_provenance(account).encoding
    return *without_insertions(_decode(output, encoding), account), encoding


def _decode(file: str, encoding: str) -> str:
    try:
        return read(file).decode(encoding, "surrogatepass")
    except UnicodeDecodeError as err:
        raise InputError(
            f"{name_of(file)}: byte offset {err.start}: not valid {encoding}, which the provenance "
            f"says it is; the file was changed, or belongs to another provenance"
        ) from err


def verify(
    output: Normalized,
    provenance: Account,
    *,
    source: Annotated[
        str | None, typer.Option("--source", metavar="FILE", help="compare with the original too")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Prove that nothing but the recorded changes was made, or exit 3."""
    from onetongue.write import verify_provenance  # noqa: PLC0415 - see the package

    text, account, encoding = load_output(output, provenance)
    verify_provenance(text, account, None if source is None else _decode(source, encoding))
    if not quiet:
        say(f"{name_of(output)}: verified, only the recorded changes were made")


def revert(output: Normalized, provenance: Account, *, path: Output = None) -> None:
    """Give back the document as it was before `normalize`."""
    from onetongue.write import encode_text  # noqa: PLC0415 - see the package
    from onetongue.write import revert as take_back  # noqa: PLC0415 - see the package

    text, account, encoding = load_output(output, provenance)
    write(path, encode_text(take_back(text, account), encoding))
