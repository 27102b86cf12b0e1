"""The command `onetongue models`: what is installed, and installing it.

Responsible for: the arguments, lists and progress of the subcommands.
Not responsible for: downloading, checking and moving files (`engines.packages.installing`).
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from onetongue.cli.console import FAILED, out, refuse, report, say
from onetongue.cli.options import LANGUAGES, Quiet, new_app, with_options
from onetongue.document import Options  # noqa: TC001 - typer reads annotations
from onetongue.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.engines.packages import Damaged, Package, Progress

app = new_app(no_args_is_help=True)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*")
_SHA256 = re.compile(r"[0-9A-Fa-f]{64}")
_BAR = 30  # characters; with the figures, less than half of an 80-column line

What = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|FOLDER|URL|FROM TO",
        help="an .argosmodel file, its unpacked folder, its address, or two languages",
    ),
]
PackageNames = Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="default: all")]
PackageName = Annotated[str, typer.Argument(metavar="NAME", help="as `list` shows it")]
Sha256 = Annotated[
    str, typer.Option("--sha256", metavar="HEX", help="checksum the .argosmodel file must have")
]
Force = Annotated[bool, typer.Option("--force", help="replace an installed package")]
Index = Annotated[
    str, typer.Option("--index", metavar="URL", help="where to look languages up; default: Argos'")
]


@app.callback()
def models() -> None:
    """Translation models."""


@app.command("list")
def list_models() -> None:
    """List the packages there are: name, languages, version, whether embedded, folder."""
    found = _listed()
    for package in found:
        origin = "embedded" if package.embedded else "installed"
        out(f"{package.name}: {_summary(package)}, {origin}, {package.folder}\n")
    if not found:
        say("there is no package; `onetongue models install fr en` downloads one")


@app.command()
def install(
    what: What,
    *,
    sha256: Sha256 = "",
    force: Force = False,
    index: Index = "",
    quiet: Quiet = False,
) -> None:
    """Install a package, for Argos Translate too. Only this command may use the network."""
    from onetongue.engines import packages  # noqa: PLC0415 - see the package

    is_pair = len(what) > 1
    if is_pair and not (len(what) == 2 and all(map(_LANGUAGE.fullmatch, what))):  # noqa: PLR2004
        refuse("FROM TO", "takes one file, folder or address, or two languages such as fr en")
    if sha256 and not _SHA256.fullmatch(sha256):
        refuse("--sha256", "takes 64 hexadecimal digits")
    if index and not is_pair:
        refuse("--index", "goes with two languages")
    with _shown(quiet) as progress:
        if is_pair:
            package = packages.install_pair(
                what[0], what[1], index=index, sha256=sha256, force=force, progress=progress
            )
        else:
            package = packages.install(what[0], sha256=sha256, force=force, progress=progress)
    if not quiet:
        say(f"installed {package.name}: {_summary(package)}, {package.folder}")


@app.command()
def verify(names: PackageNames = None) -> None:
    """Compare every file of the packages with its checksum."""
    chosen = [_named(name) for name in names] if names else _listed()
    verdicts = [_verified(package) for package in chosen]
    if not verdicts:
        say("there is no package")
    if not all(verdicts):
        raise typer.Exit(FAILED)


@app.command("path")
@with_options(*LANGUAGES, config=False)
def models_path(*, options: Options) -> None:
    """Print the folders searched for models, and the package that would be used."""
    from onetongue.engines import packages  # noqa: PLC0415 - see the package

    for folder in packages.searched_folders():
        out(f"searched: {folder}\n")
    target = options.target
    for language in options.source:
        package = packages.find_installed(language, target) or packages.find_embedded(
            language, target
        )
        used = package.folder if package else "no package"
        out(f"{language} to {target}: {used}\n")


@app.command()
def remove(name: PackageName, *, quiet: Quiet = False) -> None:
    """Remove an installed package, without asking."""
    from onetongue.engines import packages  # noqa: PLC0415 - see the package

    folder = packages.remove(name)
    if not quiet:
        say(f"removed {folder}")


def _listed() -> Sequence[Package | Damaged]:
    from onetongue.engines import packages  # noqa: PLC0415 - see the package

    return packages.listed()


def _named(name: str) -> Package | Damaged:
    for package in _listed():
        if name in (package.name, str(package.folder)):
            return package
    raise ModelError(f"{name}: no such package; `onetongue models list` names those there are")


def _summary(package: Package | Damaged) -> str:
    from onetongue.engines import packages  # noqa: PLC0415 - see the package

    if isinstance(package, packages.Damaged):
        return "damaged"
    return f"{package.source} to {package.target}, version {package.version or 'unknown'}"


def _verified(package: Package | Damaged) -> bool:
    """Read all files and print the verdict; False if one is damaged."""
    from onetongue.engines import packages  # noqa: PLC0415 - see the package

    try:
        if isinstance(package, packages.Damaged):
            raise package.problem
        is_listed = package.is_sound()
    except ModelError as err:
        out(f"{package.name}: damaged\n")
        report(err)
        return False
    out(f"{package.name}: {'sound' if is_listed else 'cannot be checked, it has no SHA256SUMS'}\n")
    return True


@contextmanager
def _shown(quiet: bool) -> Iterator[Progress]:
    """Progress on stderr: a line for each download, on a terminal also a bar; nothing if quiet."""
    is_terminal = sys.stderr.isatty()
    is_open = False

    def show(address: str, done: int, total: int) -> None:
        nonlocal is_open
        if quiet:
            return
        if done == 0:
            close()
            say(f"downloading {address}" + (f" ({_megabytes(total)})" if total else ""))
        elif is_terminal:
            sys.stderr.write(f"\r{_bar(done, total)}")
            sys.stderr.flush()
            is_open = True

    def close() -> None:
        nonlocal is_open
        if is_open:
            sys.stderr.write("\n")
        is_open = False

    try:
        yield show
    finally:
        close()


def _bar(done: int, total: int) -> str:
    if not total:
        return _megabytes(done)
    full = "#" * (_BAR * done // total)
    return f"[{full:<{_BAR}}] {done / total:4.0%} of {_megabytes(total)}"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
