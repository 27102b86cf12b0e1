"""The arguments that several commands take.

Responsible for: their names, help and defaults (those of a configuration file, then those of
`Options`), handing a command the `Options` it was given, and loading the pipeline they describe.
Not responsible for: what an option is called and may be (`document.Options`); arguments of one
command only; what commands do with them.
"""

from __future__ import annotations

import inspect
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from onetongue.cli.console import out
from onetongue.config import Config, find_config, read_config
from onetongue.document import Options
from onetongue.option import options_of, with_commas
from onetongue.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onetongue.normalizer import Normalizer
    from onetongue.option import Option

    Command = Callable[..., None]

# Fields of `Options` that commands take together, in the order of help.
LANGUAGES: Final = ("source", "target")
READING: Final = ("format", "fields", "on_error")
TRANSLATION: Final = ("engine", "model", "glossary", "memory")
_KNOWN: Final = {option.field: option for option in options_of(Options)}


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
    out(f"onetongue {__version__}\n")
    raise typer.Exit


def _read_config(context: typer.Context, path: str | None) -> str | None:
    """Let a configuration file give the defaults of this command; `context.obj` holds it."""
    config = find_config() if path is None else read_config(path) if path else Config()
    context.obj = config
    context.default_map = {field: with_commas(value) for field, value in config.settings}
    return path


def with_options(*fields: str, config: bool = True) -> Callable[[Command], Command]:
    """Hand a command these `Options`, each an option of its own where the command has `options`.

    `config` says whether --config goes with them.
    """
    chosen = [_KNOWN[field] for field in fields]

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(**arguments: Any) -> None:
            arguments.pop("config", None)  # read already: it gave the others their defaults
            values = {option.field: option.read(arguments.pop(option.field)) for option in chosen}
            command(**arguments, options=Options(**values))

        signature = inspect.signature(command, eval_str=True)
        parameters = list(_expanded(signature, chosen, config=config))
        run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]  # what typer reads
        run.__annotations__ = {each.name: each.annotation for each in parameters}
        return run

    return decorate


def _expanded(
    signature: inspect.Signature, chosen: list[Option], *, config: bool
) -> Iterator[inspect.Parameter]:
    """The parameters of a command, with the chosen options in the place of `options`."""
    for parameter in signature.parameters.values():
        if parameter.name != "options":
            yield parameter
            continue
        yield from map(_parameter, chosen)
        if config:
            yield parameter.replace(name="config", annotation=ConfigFile, default=None)


def _parameter(option: Option) -> inspect.Parameter:
    return inspect.Parameter(
        option.field,
        inspect.Parameter.KEYWORD_ONLY,
        default=with_commas(option.default),
        annotation=Annotated[str if option.is_several else option.hint, _flag(option)],
    )


def _flag(option: Option) -> Any:
    """An option as typer has it; what is not among its choices or in its range is exit code 2."""
    named = option.named
    least, most = named.within or (None, None)
    return typer.Option(
        f"--{named.name}", metavar=named.metavar, help=named.help, min=least, max=most
    )


Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="- is standard input")]
OneFile = Annotated[str, typer.Argument(metavar="FILE", help="- is standard input")]
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
MemoryFile = Annotated[str | None, _flag(_KNOWN["memory"])]
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
