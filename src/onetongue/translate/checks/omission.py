"""Whether a translation says all that its source does, and no more.

Responsible for: its length, and what is lost of a source that became rather short.
Not responsible for: which words stand for which (`lost_words`); negations (`negation`).
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from onetongue.language.sentences import split
from onetongue.translate.checks.lost_words import lost_words
from onetongue.translate.checks.negation import loses_negation

if TYPE_CHECKING:
    from onetongue.translate.checks.lost_words import LostWords

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W_]")
# Length as Gale and Church (1993, "A Program for Aligning Sentences in Bilingual Corpora") model it:
# English letters and digits for a French one, and the variance of that, fitted on 4,961 human
# translations (FLORES dev, NTREX-128). Bounds are standard deviations: the wide ones fail by
# themselves; the others, narrow if there are fewer or more sentences than in the source, where the
# words agree: nearly as many are lost as are new, or so many are new that nothing explains.
_RATE, _VARIANCE = 0.848, 1.65
_WIDE = (-3.2, 3.5)
_LOW, _NARROW = -2.6, 1.6
_NEARLY, _ADDED = 1, 5
_COMMA = re.compile(r"[,;:–—]\s")  # English may make two sentences of it
# Of shorter sources (letters and digits), "30 %" and "Oui", the words are counted, target to source.
_SHORT = 20
_SHORT_RATIOS = (0.25, 3.0)
# What is lost of a source that became so much shorter, in deviations: at most _NEW words are new, and
# - with a joint, a clause or item is lost that has as many words;
# - half of the words are lost and none is new;
# - _ROW words in a row, or two with a joint, outnumber them by _LOST, the joint counted.
# Of 2,989 human translations (FLORES dev, NTREX-128) 32 fail for all this, their length included, and of
# 900 that lost their last clause 674, 526 of them for their length; without the second 32 and 661,
# without the third 28 and 647, with three new words 34 and 689, with one 27 and 643.
_CLAUSE_SHORTER, _HALF_SHORTER, _ROW_SHORTER = -0.5, -1.0, -1.3
_HALF, _ROW, _LOST, _NEW = 0.5, 3, 2, 2
# A letter's ending is one formula for another: "Yours sincerely".
_REGARDS = re.compile(r"\bagréer\b")


def says_all(source: str, target: str) -> bool:
    """Whether `target` is as long as a translation of `source` may be, and no part of it is lost.

    >>> says_all("Oui", "Yes, of course, certainly")
    False
    >>> says_all("Imprimer et fermer", "Print"), says_all("Imprimer et fermer", "Print and close")
    (False, True)
    """
    if _REGARDS.search(source):
        return bool(target.strip())
    if loses_negation(source, target):
        return False
    if len(_LETTER.findall(source)) < _SHORT:
        deviations = max(_WIDE[0], min(0.0, _deviations(source, target)))
        return _has_words(source, target) and not _lacks_words(source, target, deviations)
    deviations = _deviations(source, target)
    return _WIDE[0] <= deviations <= _WIDE[1] and not _lacks_words(source, target, deviations)


def _lacks_words(source: str, target: str, deviations: float) -> bool:
    """Whether the words of a `target` that is longer by so much say that some are lost, or added."""
    low, high = _bounds(source, target)
    if _CLAUSE_SHORTER < deviations <= high:
        return False
    lost = lost_words(source, target)
    if deviations > high:
        return lost.unexplained >= _ADDED or not _COMMA.search(source)
    if deviations < low and lost.clause + lost.stretch >= lost.unexplained - _NEARLY:
        return True
    return lost.unexplained <= _NEW and _is_omission(lost, deviations)


def _is_omission(lost: LostWords, deviations: float) -> bool:
    """Whether a clause, half of the words or some in a row are lost."""
    if lost.is_joint_lost and lost.clause >= max(1, lost.unexplained):
        return True
    if deviations <= _HALF_SHORTER and lost.share >= _HALF and not lost.unexplained:
        return True
    if deviations > _ROW_SHORTER or lost.stretch < _ROW - lost.is_joint_lost:
        return False
    return lost.stretch + lost.is_joint_lost - lost.unexplained >= _LOST


def _bounds(source: str, target: str) -> tuple[float, float]:
    """The deviations beyond which the words are asked."""
    more = _sentences(target) - _sentences(source)
    return (-_NARROW if more < 0 else _LOW), (_NARROW if more > 0 else math.inf)


def _deviations(source: str, target: str) -> float:
    """By how many standard deviations the target is longer than it should be."""
    before, after = len(_LETTER.findall(source)), len(_LETTER.findall(target))
    return (after - _RATE * before) / math.sqrt(_VARIANCE * max(before, 1))


def _has_words(source: str, target: str) -> bool:
    before, after = len(_WORD.findall(source)), len(_WORD.findall(target))
    if not before:
        return bool(target.strip()) or not source.strip()
    low, high = _SHORT_RATIOS
    return low <= after / before <= high


def _sentences(text: str) -> int:
    return sum(bool(sentence) for sentence, _ in split(text))
