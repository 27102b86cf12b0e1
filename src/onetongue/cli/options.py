"""The arguments that several commands take.

Responsible for: their names, help and defaults (those of a configuration file, then those of
`Options`), and loading the pipeline that they describe.
Not responsible for: arguments of one command only; what commands do with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from onetongue.cli.console import out
from onetongue.config import Config, find_config, read_config
from onetongue.document import Engine, FormatName, OnError, Options

if TYPE_CHECKING:
    from onetongue.normalizer import Normalizer

DEFAULTS = Options()
OutputFormat: TypeAlias = Literal["text", "json", "github", "sarif", "junit"]


def new_app(*, no_args_is_help: bool = False) -> typer.Typer:
    """Make a command without subcommands yet, with the look that all share."""
    return typer.Typer(
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        no_args_is_help=no_args_is_help,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # plain help, and rich is never imported
    )


def _show_version(wanted: bool) -> None:
    if not wanted:
        return
    from onetongue import __version__  # noqa: PLC0415 - the package imports what the top avoids

    out(f"onetongue {__version__}\n")
    raise typer.Exit


def _read_config(context: typer.Context, path: str | None) -> str | None:
    """Let a configuration file give the defaults of this command; `context.obj` holds it."""
    config = find_config() if path is None else read_config(path) if path else Config()
    context.obj = config
    names = {"format": "format_name"}  # a parameter called `format` would hide the function
    context.default_map = {names.get(field, field): value for field, value in config.settings}
    return path


Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="- is standard input")]
OneFile = Annotated[str, typer.Argument(metavar="FILE", help="- is standard input")]
Source = Annotated[str, typer.Option("--from", metavar="TAGS", help="languages to look for")]
Target = Annotated[str, typer.Option("--to", metavar="TAG", help="language to translate to")]
EngineName = Annotated[Engine, typer.Option("--engine", help="what translates")]
Model = Annotated[
    str | None, typer.Option("--model", metavar="PATH", help=".argosmodel file or its folder")
]
GlossaryFile = Annotated[
    str | None, typer.Option("--glossary", metavar="PATH", help="terms to keep to, TSV or TBX")
]
MemoryFile = Annotated[
    str | None,
    typer.Option("--memory", metavar="PATH", help="translation memory; made if not there"),
]
Threshold = Annotated[
    float,
    typer.Option("--min-confidence", metavar="X", min=0, max=1, help="detection threshold, 0 to 1"),
]
FormatOption = Annotated[FormatName, typer.Option("--format", help="auto decides by suffix")]
FieldNames = Annotated[
    str,
    typer.Option("--fields", metavar="KEYS", help="JSON: only strings under these, such as a,b.c"),
]
LineErrors = Annotated[
    OnError, typer.Option("--on-error", help="JSON Lines: when a line is no JSON")
]
ConfigFile = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="PATH",
        callback=_read_config,
        is_eager=True,  # before the options that it gives defaults to
        help="instead of pyproject.toml; '' is none",
    ),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="errors only on stderr")]
Version = Annotated[
    bool,
    typer.Option("--version", callback=_show_version, is_eager=True, help="print it and exit"),
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="PATH", help="instead of standard output")
]


def load_normalizer(options: Options) -> Normalizer:
    """Make the pipeline; only here is it imported."""
    from onetongue.normalizer import Normalizer  # noqa: PLC0415 - see the package

    return Normalizer(options)
