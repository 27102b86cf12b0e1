"""The parts of a sentence that are not language: URLs, addresses, code, formulas, placeholders.

Responsible for: finding them, and hiding them from an engine that would translate them.
Not responsible for: judging whether they survived (`translate.checks`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onetongue.document import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The detector reads these as `find` does. A formula is not "10 $ à 20 $" nor "$50,000 or $60,000": no
# space is within its signs, no digit behind.
FORMULA: Final = r"(?<![\w$\\])\$\$?(?![\s$])[^$\n]{0,200}(?<![\s$\\])\$\$?(?![\w$])"
VARIABLE: Final = r"(?<![\w$\\])\$[a-z_]\w*"
DRIVE_PATH: Final = r"\b[A-Za-z]:\\[^\s<>\"|?*]*\w"
IDENTIFIER: Final = r"\b[A-Za-z]\w*_\w+\b"
# In order of precedence: where two begin at the same place the first wins.
_KINDS = {
    "code": r"(?<!`)`+[^`\n]+`+",
    "url": r"(?:https?|ftp)://[^\s<>«»“”\"`]+|\bwww\.[^\s<>«»“”\"`]+",
    "email": r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "formula": FORMULA,
    # Not "30 %d'inflation": a placeholder follows no digit and precedes no letter or apostrophe.
    "placeholder": r"\{\{[^{}\n]*\}\}|\$?\{\w[\w.:-]*\}|%\(\w+\)[sdif]|%\d+\$[sdif@]"
    rf"|(?<!\d)(?<!\d[ \u00a0\u202f])%[sdif@](?![\w'’])|{VARIABLE}",
    "path": rf"{DRIVE_PATH}|(?<![^\s(«“\"'])(?:~|\.\.?)?(?:/[\w.-]+)+/[\w.-]*\w",
    "tag": r"</?[A-Za-z][^<>\n]*>",
    "handle": r"(?<![\w@])@\w+(?:\.\w+)*",
    "hashtag": r"(?<![\w&#])#[^\W\d_]\w*",
    "identifier": IDENTIFIER,
}
_LITERAL = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_HINTS = ("`", "www.", "@", "{", "%", "<", "#", "_", "$", "/", "\\")  # no literal is without one
_SENTENCE_ENDS = ".,;:!?…'’"
# Upper-case and pronounceable by nobody, so that no dictionary holds it; see `mask`.
_MASK = "QXZ"


@dataclass(frozen=True, slots=True)
class Literal:
    """One stretch to keep: where it stands, what it is ("url", "code", …) and its text."""

    span: Span
    kind: str
    text: str


def find(text: str) -> tuple[Literal, ...]:
    """Find the literals of `text`, in order, without overlaps; spans are code points of `text`.

    >>> [literal.text for literal in find("Voir https://example.org/a_b, {user_id} et #fr.")]
    ['https://example.org/a_b', '{user_id}', '#fr']
    """
    if not any(hint in text for hint in _HINTS):
        return ()
    found = []
    for match in _LITERAL.finditer(text):
        kind = match.lastgroup or ""
        value = _without_punctuation(match[0]) if kind == "url" else match[0]
        found.append(Literal(Span(match.start(), match.start() + len(value)), kind, value))
    return tuple(found)


def outside(text: str, change: Callable[[str], str]) -> str:
    """Apply `change` to every stretch of `text` between literals and leave those alone.

    >>> outside("voir www.example.org ici", str.upper)
    'VOIR www.example.org ICI'
    """
    parts, end = [], 0
    for literal in find(text):
        parts += [change(text[end : literal.span.start]), literal.text]
        end = literal.span.end
    return "".join([*parts, change(text[end:])])


def between(text: str) -> str:
    """Return what stands between the literals of `text`, with a space for each of them.

    >>> between("voir www.example.org ici")
    'voir   ici'
    """
    return replaced(text, lambda _: " ")


def blanked(text: str) -> str:
    """Return `text` with spaces in place of its literals; as long as it was.

    >>> blanked("voir www.example.org ici")
    'voir                 ici'
    """
    return replaced(text, lambda literal: " " * len(literal.span))


def replaced(text: str, instead: Callable[[Literal], str]) -> str:
    """Return `text` with something else in place of each of its literals.

    >>> replaced("voir www.example.org ici", lambda literal: literal.kind)
    'voir url ici'
    """
    parts, end = [], 0
    for literal in find(text):
        parts += [text[end : literal.span.start], instead(literal)]
        end = literal.span.end
    return "".join([*parts, text[end:]])


def substitute(pattern: re.Pattern[str], replacement: str, text: str) -> str:
    """Replace like `pattern.sub`, except where a match overlaps a literal."""
    if pattern.search(text) is None:
        return text
    spans = [literal.span for literal in find(text)]

    def swap(match: re.Match[str]) -> str:
        start, end = match.span()
        if any(span.start < end and start < span.end for span in spans):
            return match[0]
        return match.expand(replacement)

    return pattern.sub(swap, text)


def mask(text: str, names: Sequence[Span] = ()) -> tuple[str, tuple[str, ...]]:
    """Put a word that no dictionary knows in place of every literal; returns them beside it.

    The same of `names`, which stand outside literals. Nothing is masked when the text has such a
    word already.

    >>> mask("Voir www.example.org ici")
    ('Voir QXZA ici', ('www.example.org',))
    """
    spans = sorted([*(literal.span for literal in find(text)), *names])
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


def _without_punctuation(url: str) -> str:
    """The URL without the punctuation of the sentence around it."""
    unopened = url.count(")") - url.count("(")
    end = len(url)
    while end and (url[end - 1] in _SENTENCE_ENDS or (url[end - 1] == ")" and unopened > 0)):
        unopened -= url[end - 1] == ")"
        end -= 1
    return url[:end]
