"""The command `normalize`.

Responsible for: its arguments, refusing those that contradict each other, and leaving excluded
files out.
Not responsible for: what is done with each file (`task`, `findings`).
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from onetongue.cli.checked import OutputFormat  # noqa: TC001 - typer reads annotations
from onetongue.cli.console import STDIN, each, refuse, say
from onetongue.cli.options import (
    LANGUAGES,
    READING,
    TRANSLATION,
    Output,
    Quiet,
    Version,
    load_normalizer,
    new_app,
    with_options,
)
from onetongue.document import Options  # noqa: TC001 - typer reads annotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.config import Config

app = new_app()


@app.command()
@with_options(
    "markers", *READING, *LANGUAGES, *TRANSLATION, "on_doubt", "parallel", "min_confidence"
)
def normalize(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILES...", help="- or nothing is standard input"),
    ] = None,
    *,
    output: Output = None,
    in_place: Annotated[
        bool, typer.Option("-i", "--in-place", help="write each document where it was")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="write nothing, list segments, exit 1 if any")
    ] = False,
    output_format: Annotated[
        OutputFormat, typer.Option("--output-format", help="how --check lists them")
    ] = "text",
    diff: Annotated[bool, typer.Option("--diff", help="write a unified diff instead")] = False,
    provenance: Annotated[
        str | None, typer.Option("--provenance", metavar="PATH", help="account of every change")
    ] = None,
    provenance_key: Annotated[
        str | None,
        typer.Option(
            "--provenance-key", metavar="KEY", help="JSON Lines: and of a record's, in the record"
        ),
    ] = None,
    report: Annotated[
        str | None, typer.Option("--report", metavar="PATH", help="a page to review it on, HTML")
    ] = None,
    options: Options,
    quiet: Quiet = False,
    version: Version = False,
) -> None:
    """Translate what is in another language, and nothing else; account for every change.

    Exit: 0 done or clean, 1 --check found something, 2 usage, 3 any other error.
    """
    if not files and sys.stdin.isatty():
        refuse("FILES...", "name a file, or - for standard input")
    files = files or [STDIN]
    _refuse_contradictions(files, output, in_place=in_place, looks=check or diff)
    if in_place and (check or diff):
        refuse("--in-place", "cannot be combined with --check or --diff, which write nothing")
    if output_format != "text" and (diff or not check):
        refuse("--output-format", "is how --check lists segments; needs --check, without --diff")
    _refuse_companions(files, output, provenance, report, key=provenance_key, looks=check or diff)
    files = _included(files, context.obj, quiet=quiet)
    with closing(load_normalizer(options)) as normalizer:
        if output_format != "text":
            from onetongue.cli.findings import check_all  # noqa: PLC0415 - see the package

            check_all(normalizer, files, output_format, quiet=quiet)
        from onetongue.cli.task import Task  # noqa: PLC0415 - see the package

        task = Task(
            normalizer, output, in_place, check, diff, provenance, provenance_key, report, quiet
        )
        each(files, task.run)


def _included(files: Sequence[str], config: Config, *, quiet: bool) -> list[str]:
    """The files that the configuration does not exclude; says which it does."""
    excluded = {file for file in files if file != STDIN and config.excludes(file)}
    for file in files if not quiet else ():
        if file in excluded:
            say(f"{file}: skipped, {config.name} excludes it")
    return [file for file in files if file not in excluded]


def _refuse_contradictions(
    files: Sequence[str], output: str | None, *, in_place: bool, looks: bool
) -> None:
    if output is not None and len(files) > 1:
        refuse("--output", "takes one document; with several files use --in-place")
    if output is not None and (in_place or looks):
        refuse("--output", "cannot be combined with --in-place, --check or --diff")
    if in_place and STDIN in files:
        refuse("--in-place", "standard input has no place; name a file")
    if len(files) > 1 and not (in_place or looks):
        refuse("FILES...", "several files need --in-place, --check or --diff")
    if files.count(STDIN) > 1:
        refuse("FILES...", "standard input can be read only once")


def _refuse_companions(
    files: Sequence[str],
    output: str | None,
    provenance: str | None,
    report: str | None,
    *,
    key: str | None,
    looks: bool,
) -> None:
    """What is written beside the document, each into a file of its own."""
    for option, path in (("--provenance", provenance), ("--report", report)):
        if path is not None:
            _refuse_companion(option, path, files, output, looks=looks)
    if report and provenance and os.path.realpath(report) == os.path.realpath(provenance):
        refuse("--report", "and --provenance need a file each")
    if key is not None and provenance is None:
        refuse("--provenance-key", "needs --provenance, which tells how to take it out again")


def _refuse_companion(
    option: str, path: str, files: Sequence[str], output: str | None, *, looks: bool
) -> None:
    """What goes beside one document goes into a file of its own."""
    if len(files) > 1:
        refuse(option, "is the account of one document; run once for each file")
    if looks:
        refuse(option, "cannot be combined with --check or --diff, which write nothing")
    if path == STDIN:
        refuse(option, "standard output is for the document; name a file")
    documents = {os.path.realpath(p) for p in (*files, output) if p not in (None, STDIN)}
    if os.path.realpath(path) in documents:
        refuse(option, "would replace the document; name another file")
