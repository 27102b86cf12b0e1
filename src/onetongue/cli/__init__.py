"""The two commands, `normalize` and `onetongue`.

Responsible for: where the commands start, each loading only its own part.
Not responsible for: anything the library can do without a terminal; arguments (`normalize`,
`tools`); streams, messages and exit codes (`console`).

No module in here imports a stage at its top, but where it is used: `--version`, `--help` and a usage
error wait for none, and a subcommand for those of its own, though all of them are read to make
`onetongue`. `task` and `findings` do, and are loaded themselves when there are files to work on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["normalize_main", "onetongue_main"]


def normalize_main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `normalize` with `arguments` (default: those of the process) and exit."""
    from onetongue.cli.console import run  # noqa: PLC0415 - the pytest plugin takes `listing`, without typer
    from onetongue.cli.normalize import app  # noqa: PLC0415 - the other command needs none of it

    run(app, "normalize", arguments)


def onetongue_main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `onetongue` with `arguments` (default: those of the process) and exit."""
    from onetongue.cli.console import run  # noqa: PLC0415 - the pytest plugin takes `listing`, without typer
    from onetongue.cli.tools import app  # noqa: PLC0415 - the other command needs none of it

    run(app, "onetongue", arguments)
