"""What a format is: the one Protocol every format follows.

Responsible for: `Format`, and the `Settings` a caller may give it.
Not responsible for: which format a file is in (`choose`), or any format itself.

To add one: a file (or a folder with it) that ends in `FORMAT: Format = …`, its row in `choose`, a
folder of tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

from onetongue.document import NotRead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import Markers, OnError, Options, Region, Span
    from onetongue.formats.encoding import Decoded
    from onetongue.formats.left_out import LeftOut


@dataclass(frozen=True, slots=True)
class Settings:
    """What a caller can say of a file; a format takes what concerns it.

    `name` is what messages call the file. `fields` are the keys whose strings are read in JSON,
    none means all of them. `on_error` says what becomes of a record that cannot be read.
    """

    name: str = ""
    fields: tuple[str, ...] = ()
    on_error: OnError = "fail"

    @classmethod
    def of(cls, options: Options, name: str) -> Self:
        """What a set of options says of a file of this name."""
        return cls(name, tuple(options.fields), options.on_error)


@dataclass(frozen=True, slots=True)
class Read:
    """What a format finds in a text: its regions, in order, and what a reader should know of it.

    A note is something not read, or a line on something odd that was read all the same; most texts
    have none. `parts` and `aside` are those of `Document`. `left_out`, in order, is what is no prose
    though words stand in it.
    """

    regions: tuple[Region, ...]
    notes: tuple[NotRead | str, ...] = ()
    parts: tuple[Span, ...] = ()
    aside: tuple[Region, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def not_read(self) -> tuple[NotRead, ...]:
        """The notes on what was not read."""
        return tuple(note for note in self.notes if isinstance(note, NotRead))


class Format(Protocol):
    """How documents of one kind are read. Stateless, and safe to share between threads."""

    @property
    def markers(self) -> tuple[Markers, ...]:
        """The markers that such a document can hold, the default first."""
        ...

    def decode(self, data: bytes, name: str) -> Decoded:
        """The text in a file's bytes, and the container around it where there is one.

        Raises:
            InputError: not such a file, or not decodable.
        """
        ...

    def read(self, text: str, protected: Sequence[Span], settings: Settings) -> Read:
        """The prose of a text that was decoded by this format, in order.

        `protected` are stretches, in order, that an earlier run wrote and that must stay; each
        region is given those that lie in it (`builder` does that).

        Raises:
            InputError: not such a text, where nothing of it can be read safely; with the line.
        """
        ...


NO_SETTINGS = Settings()
