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
from onetongue.markup.line_breaks import Broken, breaks_in, by_share, parted, with_breaks
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

    Markup that finds no place fails the check of that name; line breaks whose places are not sure are
    `unplaced`, and divide the words by their share. `oracle_of` is asked for the oracle of
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
    places, unsure = _places(changes, oracle_of)
    for i, (segment, translation) in enumerate(changes):
        if segment.prose is None:
            yield segment, translation
            continue
        content, moved, unplaced = compose(segment.prose, translation.text, places.get(i, ()))
        unplaced = "line breaks" if i in unsure else unplaced
        checks = dict(translation.checks)
        if moved:
            checks["markup"] = "failed"
        made = replace(translation, checks=tuple(checks.items()), content=content)
        yield segment, replace(made, unplaced=unplaced)


def _places(
    changes: Sequence[Change], oracle_of: Callable[[str], Oracle]
) -> tuple[dict[int, Sequence[Stretch | None]], set[int]]:
    """Where the markup of each change goes, for those that have any; and whose breaks are not sure."""
    needing: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
    for i, (segment, translation) in enumerate(changes):
        if segment.prose and stretches(segment.prose):
            needing[segment.language, translation.origin == "glossary"].append(i)
    places: dict[int, Sequence[Stretch | None]] = {}
    unsure: set[int] = set()
    for (language, is_term), numbers in needing.items():
        oracle = (silent if is_term else oracle_of)(language)
        for start in range(0, len(numbers), _AT_ONCE):
            batch = numbers[start : start + _AT_ONCE]
            mine = [changes[i] for i in batch]
            for i, (found, is_sure) in zip(batch, _of_batch(mine, oracle), strict=True):
                places[i] = found
                unsure |= set() if is_sure else {i}
    return places, unsure


def _of_batch(
    changes: Sequence[Change], oracle: Oracle
) -> Iterator[tuple[Sequence[Stretch | None], bool]]:
    """The places of each, and whether those of its breaks are sure."""
    texts = [(segment.prose, translation.text) for segment, translation in changes if segment.prose]
    found = carry([Passage(prose.text, text, stretches(prose)) for prose, text in texts], oracle)
    broken = [
        Broken(prose.text, text, breaks) for prose, text in texts if (breaks := breaks_in(prose))
    ]
    parts = zip(broken, parted(broken, oracle), strict=True)
    for (prose, _), places in zip(texts, found, strict=True):
        if not breaks_in(prose):
            yield places, True
            continue
        one, sure = next(parts)
        yield with_breaks(prose, places, sure or by_share(one)), sure is not None
