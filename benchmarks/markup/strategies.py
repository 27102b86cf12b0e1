"""The ways to carry markup that are compared.

Responsible for: each strategy as places in a translation, what it asked the engine, and the
translation if it changes that.
Not responsible for: judging them (cases.py).
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from onetongue.engines import Hypothesis
from onetongue.engines.apertium import ApertiumTranslator, find_route
from onetongue.markup import Passage, carry
from onetongue.translate import Oracle, translate_segments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onetongue.document import EngineId
    from onetongue.prose import Stretch

Places: TypeAlias = tuple["Stretch | None", ...]
# Not the word that hides literals: a text that holds it would have none hidden.
_MASK = re.compile(r"ZKQ([A-Z])([OC])")


class Result(NamedTuple):
    """What a strategy makes of one passage: the translation it stands by, and the places in it."""

    text: str
    places: Places


class Counting:
    """Apertium, counting what it is asked; `deaf` it answers nothing, `source` can be a lie."""

    def __init__(self, *, deaf: bool = False, source: str = "fr") -> None:
        route = find_route("fr", "en")
        if route is None:
            raise SystemExit(
                "this benchmark needs Apertium: apt-get install apertium-fr-es apertium-eng-spa"
            )
        self._engine = ApertiumTranslator(route, "fr", "en")
        self._deaf = deaf
        self.source, self.target = source, "en"
        self.asked = 0

    @property
    def id(self) -> EngineId:
        """Apertium's."""
        return self._engine.id

    @property
    def key(self) -> str:
        """Apertium's."""
        return self._engine.key

    doubt_below = 0.5

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        """Apertium's translations, or none."""
        if self._deaf:
            return tuple(Hypothesis("", 1.0) for _ in sentences)
        self.asked += len(sentences)
        return self._engine.translate(sentences)

    def retry(self, sentences: Sequence[str]) -> None:
        """No other way."""


Strategy: TypeAlias = "Callable[[Sequence[Passage], Counting], list[Result]]"


def nothing(passages: Sequence[Passage], engine: Counting) -> list[Result]:
    """Everything to the edge, but for what wraps the whole text."""
    return [Result(p.target, tuple(_whole(p, s) for s in p.stretches)) for p in passages]


def carried(passages: Sequence[Passage], engine: Counting) -> list[Result]:
    """What Onetongue does."""
    places = carry(passages, Oracle(engine))
    return [Result(p.target, one) for p, one in zip(passages, places, strict=True)]


def fragments(passages: Sequence[Passage], engine: Counting) -> list[Result]:
    """The translation of the stretch alone, if it stands in the whole one once."""
    texts = list(dict.fromkeys(p.source[a:b] for p in passages for a, b in p.stretches if a < b))
    said = {
        text: re.sub(r"^\W+|\W+$", "", t.text)
        for text, t in zip(texts, translate_segments(texts, Oracle(engine)), strict=True)
    }

    def find(p: Passage, stretch: Stretch) -> Stretch | None:
        a, b = stretch
        wanted = said.get(p.source[a:b], "")
        found = [
            m.span() for m in re.finditer(rf"\b{re.escape(wanted)}\b", p.target, re.IGNORECASE)
        ]
        return _whole(p, stretch) or (found[0] if wanted and len(found) == 1 else None)

    return [Result(p.target, tuple(find(p, s) for s in p.stretches)) for p in passages]


def placeholders(passages: Sequence[Passage], engine: Counting) -> list[Result]:
    """An unknown word before and after each stretch, kept by the engine; its translation is used."""
    made = translate_segments([_masked(p) for p in passages], Oracle(engine))
    return [_unmasked(t.text, p) for t, p in zip(made, passages, strict=True)]


def checked_placeholders(passages: Sequence[Passage], engine: Counting) -> list[Result]:
    """The same, but only where the translation is what it is without them."""
    return [
        Result(p.target, one.places) if one.text == p.target else nothing([p], engine)[0]
        for p, one in zip(passages, placeholders(passages, engine), strict=True)
    ]


def own_markup(passages: Sequence[Passage], engine: Counting) -> list[Result]:
    """Apertium's own handling of HTML tags; its translation is used."""
    made = []
    for p in passages:
        text = _with_marks(
            p, lambda n: f'<b id="{n}">', lambda n: "</b>", lambda n: f'<img id="{n}"/>'
        )
        engine.asked += 1
        for mode in find_route("fr", "en") or ():
            text = subprocess.run(
                ["apertium", "-u", "-f", "html", mode],  # noqa: S607 -- looked up as the engine does
                input=text,
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        made.append(_from_tags(text.strip(), p))
    return made


def _whole(p: Passage, stretch: Stretch) -> Stretch | None:
    a, b = stretch
    is_whole = not p.source[:a].strip() and not p.source[b:].strip()
    if is_whole:
        return 0, len(p.target)
    return (len(p.target), len(p.target)) if a == b == len(p.source) else None


def _with_marks(
    p: Passage,
    opening: Callable[[int], str],
    closing: Callable[[int], str],
    point: Callable[[int], str],
) -> str:
    """The source with something written at the ends of each stretch."""
    edits: list[tuple[int, int, int, str]] = []
    for n, (a, b) in enumerate(p.stretches):
        if a == b:
            edits.append((a, 1, 0, point(n)))
        else:
            edits += [(a, 2, -b, opening(n)), (b, 0, -a, closing(n))]
    text, end = "", 0
    for at, _, _, mark in sorted(edits):
        text += p.source[end:at] + mark
        end = at
    return text + p.source[end:]


def _masked(p: Passage) -> str:
    def name(n: int) -> str:
        return chr(ord("A") + n)

    return _with_marks(
        p, lambda n: f"ZKQ{name(n)}O ", lambda n: f" ZKQ{name(n)}C", lambda n: f" ZKQ{name(n)}O"
    )


def _unmasked(text: str, p: Passage) -> Result:
    plain, end = "", 0
    at: dict[tuple[str, str], int] = {}
    for mark in _MASK.finditer(text):
        plain += text[end : mark.start()]
        end = mark.end()
        if mark[2] == "C" or not plain:
            plain = plain.rstrip(" ")
            at[mark[1], mark[2]] = len(plain)
        else:
            at[mark[1], mark[2]] = len(plain)
            end += text[end : end + 1] == " "
    plain += text[end:]
    plain = plain.strip()
    places: list[Stretch | None] = []
    for n, (a, b) in enumerate(p.stretches):
        name = chr(ord("A") + n)
        low = at.get((name, "O"))
        high = low if a == b else at.get((name, "C"))
        good = low is not None and high is not None and (a == b or low < high)
        places.append((min(low, len(plain)), min(high, len(plain))) if good else None)  # type: ignore[type-var,arg-type]
    return Result(plain, tuple(places))


def _from_tags(text: str, p: Passage) -> Result:
    plain, end = "", 0
    opened: list[int] = []
    places: dict[int, Stretch] = {}
    starts: dict[int, int] = {}
    for tag in re.finditer(r'<b id="(\d)">|(</b>)|<img id="(\d)"/>', text):
        plain += text[end : tag.start()]
        end = tag.end()
        if tag[1]:
            opened.append(int(tag[1]))
            starts[int(tag[1])] = len(plain)
        elif tag[3]:
            places[int(tag[3])] = len(plain), len(plain)
        elif opened:
            n = opened.pop()
            places[n] = starts[n], len(plain)
    found = (places.get(n) for n in range(len(p.stretches)))
    kept = tuple(
        one if one and (one[0] < one[1]) == (s[0] < s[1]) else None
        for one, s in zip(found, p.stretches, strict=True)
    )
    return Result(plain + text[end:], kept)
