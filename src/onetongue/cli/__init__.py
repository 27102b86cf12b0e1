"""The two commands, `normalize` and `onetongue`.

Responsible for: where the commands start, each loading only its own part.
Not responsible for: anything the library can do without a terminal; arguments (`normalize`,
`tools`); streams, messages and exit codes (`console`).

No module in here imports a stage at its top, but where it is used; the package itself does load
them, though no engine and no table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["normalize_main", "onetongue_main"]


def normalize_main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `normalize` with `arguments` (default: those of the process) and exit."""
    from onetongue.cli.console import run  # noqa: PLC0415 - importing the package is cheap
    from onetongue.cli.normalize import app  # noqa: PLC0415 - the other command needs none of it

    run(app, "normalize", arguments)


def onetongue_main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `onetongue` with `arguments` (default: those of the process) and exit."""
    from onetongue.cli.console import run  # noqa: PLC0415 - importing the package is cheap
    from onetongue.cli.tools import app  # noqa: PLC0415 - the other command needs none of it

    run(app, "onetongue", arguments)
