"""Translations as the format of their document writes them.

Responsible for: asking where the markup of each segment goes, all segments at once, and writing it
there; a check that tells of what found no place.
Not responsible for: the places (`transfer`), or how a format writes (`composition`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onetongue.markup.composition import compose, stretches
from onetongue.markup.no_engine import silent
from onetongue.markup.transfer import Passage, carry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onetongue.document import Change
    from onetongue.prose import Stretch
    from onetongue.translate import Oracle

# Passages whose words are linked and asked about in one batch, which is enough for any engine. The
# links are held for so long: those of 300 took 7 MB.
_AT_ONCE: Final = 100


def marked_up(changes: Sequence[Change], oracle_of: Callable[[str], Oracle]) -> Iterator[Change]:
    """Give each change the content that its document's format writes, markup included, in order.

    Markup that finds no place fails the check of that name. `oracle_of` is asked for the oracle of
    a language when there is markup to place; not for terms, which need no engine anywhere.

    Raises:
        TranslationError: the engine failed.

    >>> from onetongue.document import Evidence, Segment, Span, Translation
    >>> from onetongue.prose import Prose, Run
    >>> runs = (Run(0, 1, "", "open", "*", 1), Run(1, 6, "Merci"), Run(6, 7, "", "close", "*", 1))
    >>> found = Evidence(0.9, "all words French")
    >>> segment = Segment(Span(0, 7), "*Merci*", "phrase", "fr", found, Prose(runs))
    >>> ((_, made),) = marked_up([(segment, Translation("Thanks", "engine", 0.9))], silent)
    >>> made.content
    '*Thanks*'
    """
    places = _places(changes, oracle_of)
    for i, (segment, translation) in enumerate(changes):
        if segment.prose is None:
            yield segment, translation
            continue
        content, moved = compose(segment.prose, translation.text, places.get(i, ()))
        checks = dict(translation.checks)
        if moved:
            checks["markup"] = "failed"
        yield segment, replace(translation, checks=tuple(checks.items()), content=content)


def _places(
    changes: Sequence[Change], oracle_of: Callable[[str], Oracle]
) -> dict[int, Sequence[Stretch | None]]:
    """Where the markup of each change goes, for those that have any."""
    passages: defaultdict[tuple[str, bool], dict[int, Passage]] = defaultdict(dict)
    for i, (segment, translation) in enumerate(changes):
        needed = stretches(segment.prose) if segment.prose else ()
        if needed:
            is_term = translation.origin == "glossary"
            passage = Passage(segment.reading, translation.text, needed)
            passages[segment.language, is_term][i] = passage
    places: dict[int, Sequence[Stretch | None]] = {}
    for (language, is_term), mine in passages.items():
        oracle, numbers = (silent if is_term else oracle_of)(language), list(mine)
        for start in range(0, len(numbers), _AT_ONCE):
            batch = numbers[start : start + _AT_ONCE]
            places |= zip(batch, carry([mine[i] for i in batch], oracle), strict=True)
    return places
