"""One entry of a translation memory.

Responsible for: what an entry holds, and that it makes sense.
Not responsible for: where entries are kept (`memory`), or how they are exchanged (`tmx`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from onetongue.clock import is_moment
from onetongue.errors import InputError

MAX_USES: Final = 2**31 - 1  # sums over millions of entries still fit SQLite's 64 bits
_LANGUAGE = re.compile("[a-z]{2,8}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and its translation, and who made it.

    Languages are BCP-47 primary tags. `engine` is one line that identifies engine, model and
    version, and empty for a person, whose `confidence` is 1. `created` is ISO 8601 in UTC, to the
    second; empty means now, once added. `uses` is how often the entry was found.

    Raises:
        InputError: a value outside of these.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    engine: str = ""
    origin: Literal["engine", "human"] = "human"
    confidence: float = 1.0
    document: str = ""
    created: str = ""
    uses: int = 0

    def __post_init__(self) -> None:
        for language in (self.source_language, self.target_language):
            if not _LANGUAGE.fullmatch(language):
                raise InputError(f"a language is a tag such as fr, not {language!r}")
        if self.origin not in ("engine", "human") or (self.origin == "human") is bool(self.engine):
            raise InputError(
                f"an engine needs its key, a person has none: {self.origin} {self.engine!r}"
            )
        if not self.engine.isprintable():
            raise InputError(f"an engine's key is one line of text, not {self.engine!r}")
        if not 0.0 <= self.confidence <= 1.0:
            raise InputError(f"confidence must lie in [0, 1], not {self.confidence}")
        if self.origin == "human" and self.confidence != 1.0:
            raise InputError(f"a person's confidence is 1, not {self.confidence}")
        if self.created and not is_moment(self.created):
            raise InputError(f"a time is such as 2026-11-23T16:30:00Z, not {self.created!r}")
        if not 0 <= self.uses <= MAX_USES:
            raise InputError(f"a count of uses lies in 0..{MAX_USES}, not {self.uses}")
