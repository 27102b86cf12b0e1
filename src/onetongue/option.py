"""One option: what it is called outside of Python, its line of help, and what it may be.

Responsible for: reading that from the annotations of the class that holds the options, and the one
rule that the library, the command line and a configuration file go by.
Not responsible for: which options there are (`document.Options`); flags (`cli.options`) and keys
(`config`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

PATH: Final = "PATH"  # what help calls a path


class Named(NamedTuple):
    """Stands in the annotation of an option: its long name, help, and what help calls its value.

    `within` is the least and the most that a number may be.
    """

    name: str
    help: str
    metavar: str | None = None
    within: tuple[float, float] | None = None


class Option(NamedTuple):
    """A field of the class of options; `hint` is its type, `choices` are those of a Literal."""

    field: str
    named: Named
    default: Any
    hint: Any
    choices: tuple[str, ...]

    @property
    def is_several(self) -> bool:
        """Whether it is several strings, which have commas between where there are no tuples."""
        return get_origin(self.hint) is Sequence

    @property
    def is_path(self) -> bool:
        """Whether it is the path of a file."""
        return self.named.metavar == PATH

    @property
    def expected(self) -> str:
        """What it must be, for a message; empty for any string."""
        if self.choices:
            return f"one of {', '.join(self.choices)}"
        return "a number from {:g} to {:g}".format(*self.named.within) if self.named.within else ""

    def read(self, value: Any) -> Any:
        """A value as the command line or a configuration file has it."""
        return split_commas(value) if self.is_several else value

    def accepts(self, value: object) -> bool:
        """Whether a value other than the default is what is expected."""
        if self.choices:
            return isinstance(value, str) and value in self.choices
        if self.named.within is None:
            return True
        least, most = self.named.within
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and least <= value <= most  # type: ignore[operator]  # is_number says so


@cache
def options_of(options: type) -> tuple[Option, ...]:
    """Read the options that a dataclass holds, in its order; each field's annotation has a `Named`.

    >>> from onetongue.document import Options
    >>> [option.named.name for option in options_of(Options) if option.is_several]
    ['from', 'fields']
    """
    hints = get_type_hints(options, include_extras=True)
    return tuple(
        Option(field.name, named, field.default, hint, _choices(hint))
        for field in fields(options)
        for hint, named in [get_args(hints[field.name])]
    )


def split_commas(text: str) -> tuple[str, ...]:
    """Read several strings as the command line and a configuration file have them.

    >>> split_commas("fr, es,")
    ('fr', 'es')
    """
    return tuple(part.strip() for part in text.split(",") if part.strip())


def with_commas(value: Any) -> Any:
    """Write an option's value as `split_commas` reads it; what is not several stays as it is.

    >>> with_commas(("fr", "es")), with_commas(0.5)
    ('fr,es', 0.5)
    """
    return ",".join(value) if isinstance(value, tuple) else value


def _choices(hint: Any) -> tuple[str, ...]:
    """The strings of a Literal, or of one that may be None."""
    literals = [part for part in (hint, *get_args(hint)) if get_origin(part) is Literal]
    return get_args(literals[0]) if literals else ()
