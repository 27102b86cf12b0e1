"""Words that no dictionary knows, in place of what an engine is not to see.

Responsible for: putting them into a sentence for literals and names, and these back into its
translation.
Not responsible for: what a literal is (`literals`) or such a name (`set_aside`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onetongue.document import overlap_with
from onetongue.language.literals import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import Span

# Upper-case and pronounceable by nobody, so that no dictionary holds it; see `mask`.
_MASK: Final = "QXZ"


def mask(text: str, names: Sequence[Span] = ()) -> tuple[str, tuple[str, ...]]:
    """Put a word that no dictionary knows in place of every literal; returns them beside it.

    The same of `names`, and of no literal that is within one. Nothing is masked when the text has
    such a word already.

    >>> mask("Voir www.example.org ici")
    ('Voir QXZA ici', ('www.example.org',))
    """
    is_named = overlap_with(names)
    literals = (one.span for one in find(text) if not is_named(one.span))
    spans = sorted([*literals, *names])
    if not spans or _MASK in text:
        return text, ()
    parts, end = [], 0
    for number, span in enumerate(spans):
        parts += [text[end : span.start], _mask(number)]
        end = span.end
    return "".join([*parts, text[end:]]), tuple(span.of(text) for span in spans)


def unmask(text: str, literals: Sequence[str]) -> str | None:
    """Put the literals back; None when not every one has exactly one place.

    >>> unmask("See QXZA here", ["www.example.org"])
    'See www.example.org here'
    """
    for number, literal in reversed(list(enumerate(literals))):
        word = re.compile(rf"{_mask(number)}(?![A-Z])")
        if len(word.findall(text)) != 1:
            return None
        before, after = word.split(text)
        text = before + literal + after
    return text


def _mask(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return _MASK + letters
