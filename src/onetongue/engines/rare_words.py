"""Seldom French words that a small model does not know, and what the lexicon says they are.

Responsible for: telling which of them have no counterpart in a translation, and a sentence with
English words in their place.
Not responsible for: asking again (`argos`), or which answer is taken (`translate.segments`).

A model that saw "démentir" twice makes something up; one that is given "refute" copies it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onetongue.language.lexicon import translations
from onetongue.language.literals import blanked
from onetongue.language.spellings import levels

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"(?<![\w'’-])[a-zß-ÿœ]{4,}(?![\w'’-])")
_ENGLISH: Final = re.compile(r"[a-z]+")
# Half nats, as `levels` has them, and the lexicon's certainty. On 1,100 lines (FLORES dev, NTREX-128,
# captions, headings) words in place from 22 and .2 on gain .1 to 1.2 chrF on each; from 18 on, or at
# .1, NTREX-128 loses .3 BLEU. The rarer a word, the less the model can know it.
_SELDOM: Final = ((22, 0.2), (26, 0.1))
_STEM: Final = 5  # letters that two forms of a word begin with
_CHOICES: Final = 2  # words of the lexicon that are tried for one


def unanswered(source: str, target: str) -> int:
    """How many seldom words of the French `source` have no counterpart in the English `target`.

    >>> unanswered("Il doit démentir les rumeurs.", "He must dedicate the rumours.")
    1
    >>> unanswered("Il doit démentir les rumeurs.", "He must refute the rumours.")
    0
    """
    found = set(_ENGLISH.findall(target.lower()))
    stems = {word[:_STEM] for word in found}
    return sum(
        not any(word in found or word[:_STEM] in stems for word in words)
        for _, words in _words(source)
    )


def with_english(sentence: str) -> tuple[str, ...]:
    """The sentence with English for its seldom words: the likeliest, then the next; none without any.

    >>> with_english("Il doit démentir cela.")
    ('Il doit rebut cela.', 'Il doit refute cela.')
    """
    words = list(_words(sentence))
    made = []
    for choice in range(_CHOICES if words else 0):
        parts, end = list[str](), 0
        for match, known in words:
            parts += [sentence[end : match.start()], known[min(choice, len(known) - 1)]]
            end = match.end()
        made.append("".join([*parts, sentence[end:]]))
    return tuple(dict.fromkeys(made))


def _words(sentence: str) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """The seldom words of a sentence that the lexicon knows, in order, each with all it may be."""
    for match in _WORD.finditer(blanked(sentence)):
        known = translations(match[0])
        level = levels(match[0])[1] if known else 0
        if any(level >= least and known[0][1] >= sure for least, sure in _SELDOM):
            yield match, tuple(word for word, _ in known)
