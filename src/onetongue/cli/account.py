"""`onetongue verify` and `onetongue revert`: an output and the account of how it came to be.

Responsible for: their arguments, and reading the files.
Not responsible for: the proof itself (the writing stage).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from onetongue.cli.console import name_of, read, say, write
from onetongue.cli.options import Output, Quiet  # noqa: TC001 - typer reads annotations
from onetongue.errors import InputError, IntegrityError

if TYPE_CHECKING:
    from collections.abc import Callable

    from onetongue.account import Account as ReadAccount

Account = Annotated[str, typer.Argument(metavar="PROVENANCE", help="what --provenance wrote")]
Normalized = Annotated[str, typer.Argument(metavar="OUTPUT", help="what normalize wrote")]


class Opened(NamedTuple):
    """An output, proven: its text, its account, what its source was, and how to make a file of it."""

    text: str
    account: dict[str, object]
    original: str
    pack: Callable[[str], bytes]


def open_output(output: str, provenance: str, source: str | None = None) -> Opened:
    """Read both files and prove the one by the other, and by the source if that is given."""
    from onetongue.account import load_account, read_provenance, verify_output  # noqa: PLC0415 - see the package

    account = load_account(read(provenance), name_of(provenance))
    summary = read_provenance(account)
    content, pack = _unpacked(output, summary)
    given = None if source is None else _unpacked(source, summary)[0]
    try:
        content, account = _without_insertions(content, account, summary.encoding)
        original = verify_output(content, account, given)
    except IntegrityError as err:
        raise IntegrityError(f"{name_of(output)}: {err}") from err
    return Opened(content.decode(summary.encoding, "surrogatepass"), account, original, pack)


def _unpacked(file: str, account: ReadAccount) -> tuple[bytes, Callable[[str], bytes]]:
    """The bytes that an account speaks of, and what makes a file of another text."""
    from onetongue.formats import PACKAGES, load_format  # noqa: PLC0415 - see the package
    from onetongue.write import encode_text  # noqa: PLC0415 - see the package

    content = read(file)
    if account.format not in PACKAGES:
        return content, lambda text: encode_text(text, account.encoding)
    decoded = load_format(account.format).decode(content, name_of(file))
    if decoded.container is None:
        raise InputError(f"{name_of(file)}: is no {account.format} file")
    return encode_text(decoded.text, decoded.encoding), decoded.container.pack


def _without_insertions(
    content: bytes, account: dict[str, object], encoding: str
) -> tuple[bytes, dict[str, object]]:
    """The output as the account speaks of it, without the records' own accounts."""
    from onetongue.account import without_insertions  # noqa: PLC0415 - see the package
    from onetongue.write import encode_text  # noqa: PLC0415 - see the package

    try:
        text = content.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:  # the proof says at which byte
        return content, account
    plain, described = without_insertions(text, account)
    return (content, account) if plain == text else (encode_text(plain, encoding), described)


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
    open_output(output, provenance, source)
    if not quiet:
        say(f"{name_of(output)}: verified, only the recorded changes were made")


def revert(output: Normalized, provenance: Account, *, path: Output = None) -> None:
    """Give back the document as it was before `normalize`."""
    opened = open_output(output, provenance)
    write(path, opened.pack(opened.original))
