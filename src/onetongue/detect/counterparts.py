"""Whether two short texts are one saying in two languages: Public notice, Avis public.

Responsible for: how sure it is that an English text and a foreign one say the same.
Not responsible for: what either is in (halves.py), or where a line divides into them
(bilingual_lines.py).

It knows what words mean (`language.lexicon`), and is not loaded before a line may be such a one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onetongue.detect.halves import Standing
from onetongue.detect.states import ENGLISH, SURE, language_of
from onetongue.language.lexicon import translations
from onetongue.language.word_links import SURE_LINK, candidates, share, strongest, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onetongue.detect.halves import Half
    from onetongue.language.word_links import Word

# How much of either text, counted in letters, are words that have one of the other for a translation.
# Of 9,000 short lines and their translations 92 % have this much, of the same lines and another's
# translation 0.6 %.
SAME_SHARE: Final = 0.25
# What the foreign text must speak for its language more than the English one, and what that may speak
# for it: nats. Names alone speak for none: Ville de Montréal.
APART: Final = 3.0
FOR_ENGLISH: Final = -0.5
HYPHENS: Final = "-‑"
ARTICLES: Final = frozenset({"l", "la", "le", "les"})
# Where they need not say the same, one is at most so many times as long as the other.
LONGER: Final = 3


def standing_of(one: Half, two: Half, languages: Sequence[str]) -> Standing:
    """What the foreign one of two halves is; `ALONE` where they can hardly say the same."""
    foreign, english = (one, two) if two.state == ENGLISH else (two, one)
    if foreign.state == ENGLISH or english.state != ENGLISH:
        return Standing.ALONE
    ours, theirs = foreign.odds[foreign.state], english.odds[foreign.state]
    if theirs > FOR_ENGLISH or ours - theirs < APART:
        return Standing.ALONE
    is_french = language_of(foreign.state, languages) == "fr"
    source, target = words_of(foreign.written), words_of(english.written)
    if not foreign.strange <= {word.key for word in target}:
        return Standing.ALONE
    if _says_the_same(foreign.written, source, target, is_french=is_french):
        return Standing.SAME
    if english.strange:
        return Standing.ALONE
    lengths = sorted((len(foreign.written), len(english.written)))
    if lengths[1] > LONGER * lengths[0]:
        return Standing.ALONE
    if len(source) > 1 or (len(target) == 1 and is_french and _is_little_known(source[0])):
        return Standing.BESIDE
    return Standing.OTHERWISE if theirs <= -SURE else Standing.ALONE


def _says_the_same(
    written: str, source: Sequence[Word], target: Sequence[Word], *, is_french: bool
) -> bool:
    """Whether enough words of both translate each other; names are the same in all languages."""
    links = candidates(source, target, is_french=is_french)
    there = strongest((link.source, link.sure) for link in links)
    back = strongest((link.target, link.sure) for link in links)
    return (
        min(share(source, there), share(target, back)) >= SAME_SHARE
        and any(source[link.source].key != target[link.target].key for link in links)
        and _fixed(source) <= there.keys()
        and _fixed(target) <= back.keys()
        and (written.isupper() or _names_are_there(written, source, there))
    )


def _fixed(words: Sequence[Word]) -> set[int]:
    """The numbers and literals, which are the same in all languages."""
    return {i for i, word in enumerate(words) if word.is_fixed}


def _names_are_there(written: str, words: Sequence[Word], linked: Mapping[int, float]) -> bool:
    """Whether all that may be a name has a word on the other side.

    Not so in Université Laval / McGill University; and Sainte-Marie and Le Bureau are names or
    titles whatever is there.
    """
    named = {i for i, word in enumerate(words) if i and word.is_capital}
    if 1 in named and words[0].key in ARTICLES:
        return False
    if any(written[words[i].start - 1] in HYPHENS for i in named):
        return False
    return named <= linked.keys()


def _is_little_known(word: Word) -> bool:
    """Whether a word may say the same although the lexicon does not say so: cordialement, regards.

    One that it knows well, beside none of what it means, says something else: English / Français.
    """
    return all(sure < SURE_LINK for _, sure in translations(word.key))
