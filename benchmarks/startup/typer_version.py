"""The least a command made with typer does: it prints a version, as typer's own documentation has it."""

from typing import Annotated

import typer


def show(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        print("example 1.0")
        raise typer.Exit


def main(*, version: Annotated[bool, typer.Option(callback=show, is_eager=True)] = False) -> None:
    """Print a version."""


typer.run(main)
