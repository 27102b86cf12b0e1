"""What of a French sentence an engine is not given beside literals: names, and what is English already.

Responsible for: finding what stands in English behind a slash or in brackets, "Merci / Thank you, et
…", and joining it with the names.
Not responsible for: names (`protected_names`), lines that say all twice (`detect.bilingual_lines`),
or what an engine is given instead (`literals.mask`, `engines.stand_ins`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onetongue.document import Span, overlap_with
from onetongue.language.literals import blanked
from onetongue.language.protected_names import protected
from onetongue.language.spellings import levels

if TYPE_CHECKING:
    from collections.abc import Iterator

# Between two brackets, behind a slash up to the next mark, or from the start up to a slash.
_PARTS: Final = re.compile(
    r"\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\]"
    r"|[ \u00a0]/[ \u00a0](?P<after>[^/|,;:.!?()\[\]«»]+)|^(?P<before>[^/|,;:.!?()\[\]«»]+?)(?=[ \u00a0]/[ \u00a0])"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
# Half nats. So much oftener than the other language one uses a word that tells which it is: "the" by
# 11, "report" by 6, "hello" by 3. In 2,989 French lines of FLORES dev and NTREX-128 nothing is
# found; in 1,381 others with brackets or slashes 28 stretches at 3, 18 at 6, all of them English.
_TELLS, _TELLS_FRENCH = 3, 6
_LEAST: Final = 2  # words that tell; one may be a loanword: "(feedback)"


def set_aside(sentence: str) -> tuple[Span, ...]:
    """Where that stands, in order, none in a literal; spans are code points of `sentence`.

    >>> text = "Bonjour à tous / Hello everybody, Marie Blanc est là (she is here)."
    >>> [span.of(text) for span in set_aside(text)]
    ['Hello everybody', 'Marie Blanc', 'she is here']
    """
    english = list(english_parts(sentence))
    is_english = overlap_with(english)
    names = [name for name in protected(sentence) if not is_english(name)]
    return tuple(sorted([*english, *names]))


def english_parts(sentence: str) -> Iterator[Span]:
    """What is English already, in order, without the slash or the brackets."""
    if not any(mark in sentence for mark in "([/"):
        return
    text = blanked(sentence)
    for match in _PARTS.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        end = start + len(text[start:end].rstrip())
        if text[start:end] == sentence[start:end] and _is_english(text[start:end]):
            yield Span(start, end)


def _is_english(part: str) -> bool:
    """Whether some words tell that it is English, and none that it is French."""
    told = 0
    for word in _WORD.findall(part.lower()):
        english, french = levels(word)
        if french + _TELLS_FRENCH <= english:
            return False
        told += english + _TELLS <= french
    return told >= _LEAST
