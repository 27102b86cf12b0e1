"""Whether a translation says all that its source does, and no more.

Responsible for: its length, and what is lost of a source that became rather short.
Not responsible for: which words stand for which (`lost_words`); negations (`negation`).
"""

from __future__ import annotations

import math
import re

from onetongue.language.sentences import split
from onetongue.translate.checks.lost_words import lost_words
from onetongue.translate.checks.negation import loses_negation

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W_]")
# Length as Gale and Church (1993, "A Program for Aligning Sentences in Bilingual Corpora") model it:
# English letters and digits for a French one, and the variance of that, fitted on 4,961 human
# translations (FLORES dev, NTREX-128). Bounds are standard deviations: the wide ones, and the narrow
# ones if there are fewer or more sentences than in the source. 0.8 % of the lines of
# benchmarks/translation are outside, and four in five of those that lost their second half.
_RATE, _VARIANCE = 0.848, 1.65
_DEVIATIONS = (-2.6, 3.5)
_NARROW_DEVIATIONS = (-1.6, 1.6)
# Of shorter sources (letters and digits), "30 %" and "Oui", the words are counted, target to source.
_SHORT = 20
_SHORT_RATIOS = (0.25, 3.0)
# What is lost of a source that became so much shorter, in deviations. Of 2,989 human translations
# (FLORES dev, NTREX-128) at most _NEW words are unexplained, and
# - with a joint, a clause or item is lost that has more words than that, in 2 (at 0.0 in 6);
# - half of the words are lost and none is new, in none (at -0.7 in one);
# - _ROW words in a row, or two with a joint, outnumber them by _LOST, the joint counted, in 8 (at -1.3
#   in 3 more).
# Of 900 that lost their last clause 526 fail for their length alone, and 641 for all this.
_CLAUSE_SHORTER, _HALF_SHORTER, _ROW_SHORTER = -0.5, -1.0, -1.6
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
    if not _has_length(source, target) or loses_negation(source, target):
        return False
    deviations = _deviations(source, target)
    return deviations > _CLAUSE_SHORTER or not _lacks_words(source, target, deviations)


def _lacks_words(source: str, target: str, deviations: float) -> bool:
    """Whether a `target` that is shorter by so much lacks a clause, half of the words, or some in a row."""
    lost = lost_words(source, target)
    if lost.unexplained > _NEW:
        return False
    if lost.is_joint_lost and lost.clause > lost.unexplained:
        return True
    if deviations <= _HALF_SHORTER and lost.share >= _HALF and not lost.unexplained:
        return True
    if deviations > _ROW_SHORTER or lost.stretch < _ROW - lost.is_joint_lost:
        return False
    return lost.stretch + lost.is_joint_lost - lost.unexplained >= _LOST


def _has_length(source: str, target: str) -> bool:
    if len(_LETTER.findall(source)) < _SHORT:
        return _has_words(source, target)
    low, high = _DEVIATIONS
    more = _sentences(target) - _sentences(source)
    if more < 0:
        low = _NARROW_DEVIATIONS[0]
    elif more > 0:
        high = _NARROW_DEVIATIONS[1]
    return low <= _deviations(source, target) <= high


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
