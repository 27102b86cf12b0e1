"""Whether a translation is its source, or holds a passage of it.

Responsible for: words in lower case that stand in both in a row.
Not responsible for: single words (`language`); French that is not the source's, which the detector finds.
"""

from __future__ import annotations

import re

from onetongue.detect import exemptions
from onetongue.detect.words import tokenize
from onetongue.document import Span
from onetongue.language.literals import between
from onetongue.language.set_aside import english_parts

_WORD = re.compile(r"\w+")
_LOWER_WORD = re.compile(r"\b[^\W\d_A-ZÀ-ÖØ-Þ]{2,}\b")
# Words in lower case that stand in a row in source and target: "je ne sais quoi" and "crème de la
# crème" are English too; with 5 none of 5,983 human translations is taken for French, with 4 three are.
_COPIED = 5


def is_untranslated(source: str, target: str) -> bool:
    """Whether `target` is `source` but for case and punctuation, or five of its words in a row are.

    >>> is_untranslated("Le ministre est là.", "Le Ministre est là"), is_untranslated("Paris", "Paris")
    (True, False)
    """
    for english in {span.of(source) for span in english_parts(source)}:
        source, target = source.replace(english, ""), target.replace(english, "")
    if not _passages(source).isdisjoint(_passages(target)):
        source, target = _without_loanwords(source), _without_loanwords(target)
        if not _passages(source).isdisjoint(_passages(target)):
            return True
    if _WORD.findall(source.casefold()) != _WORD.findall(target.casefold()):
        return False
    return len(_LOWER_WORD.findall(between(source))) > 1


def _without_loanwords(text: str) -> str:
    """The text without the expressions that English has of French."""
    tokens = tokenize(text, Span(0, len(text)))
    for one in reversed([*exemptions.load(("fr",)).matches(tokens)]):
        if one.reason == "loanword":
            text = text[: tokens[one.first].start] + "," + text[tokens[one.last].end :]
    return text


def _passages(text: str) -> set[tuple[str, ...]]:
    """Every `_COPIED` words in lower case that follow one another, whatever stands between them."""
    words = _LOWER_WORD.findall(between(text))
    return {tuple(words[i : i + _COPIED]) for i in range(len(words) - _COPIED + 1)}
