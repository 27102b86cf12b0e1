"""The parts of a sentence that are not language: URLs, addresses, code, formulas, placeholders, emoji.

Responsible for: finding them, changing what stands between them, whether a translation has them.
Not responsible for: which kinds there are (`literal_kinds`), hiding them from an engine (`masking`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from onetongue.document import Span
from onetongue.language.literal_kinds import (
    ENGLISH_KEYS,
    KINDS,
    MARK,
    MARKS,
    MODIFIERS,
    NUMBERS,
    PICTURE,
    PICTURES,
    SIGNS,
    WORDS,
    has_evidence,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NO_CODE: Final = WORDS | NUMBERS | PICTURES | MARKS
# No literal is without one of these, in its first word (all that stands between white space).
_CODE_SIGN: Final = re.compile(
    r"[`@{%<#_$/\\~*⌘⌥⇧⌃]|\[\[|[^\W\d_][.+]\w|--|(?<!\w)[.-][^\W_]|\w\(\)|:[:\w]|->|\d\.[\dx]|\bv\d"
    rf"|file\b|\b(?:data|aria)-|\b(?:{MODIFIERS}) ?[+-]"
)
_SIGN: Final = re.compile(
    rf"{_CODE_SIGN.pattern}|[a-zA-Z][A-Z0-9]|\d[/-]\d|\bApache\b|{PICTURE}|[{MARK}]"
    r"|\+\d|\b0\d[ \u00a0\u202f]\d|\d{3}\)?[ \u00a0\u202f]\d{3}[-\u2011]"  # telephones
)
_SENTENCE_ENDS = ".,;:!?…'’"


@dataclass(frozen=True, slots=True)
class Literal:
    """One stretch to keep: where it stands, what it is ("url", "code", …) and its text."""

    span: Span
    kind: str
    text: str


def find(text: str) -> tuple[Literal, ...]:
    """Find the literals of `text`, in order, without overlaps; spans are code points of `text`.

    In a text all in capitals there are no acronyms.

    >>> [literal.text for literal in find("Voir https://example.org/a_b, {user_id} et #fr.")]
    ['https://example.org/a_b', '{user_id}', '#fr']
    """
    found = tuple(_scan(frozenset(), _SIGN, text, 0, len(text)))
    if not found or not text.isupper():
        return found
    return tuple(one for one in found if one.kind != "acronym")


def find_code(text: str, start: int = 0, end: int | None = None) -> tuple[Literal, ...]:
    """Find what is no language: as `find` does, without acronyms, brands, numbers, dates, pictures, marks.

    Whatever stands before `start` and behind `end` is looked at, but nothing is found there.

    >>> [literal.text for literal in find_code("L'API lit user_id le 12/03/2024.")]
    ['user_id']
    """
    return tuple(_scan(_NO_CODE, _CODE_SIGN, text, start, len(text) if end is None else end))


@cache
def _form(without: frozenset[str]) -> re.Pattern[str]:
    kinds = (f"(?P<{kind}>{form})" for kind, form in KINDS.items() if kind not in without)
    return re.compile("|".join(kinds))


def _scan(
    without: frozenset[str], sign: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[Literal]:
    """The literals but some kinds, each looked for from the start of a word with a sign to the sign."""
    while hint := sign.search(text, start, end):
        place = hint.start()
        while place > start and not text[place - 1].isspace():
            place -= 1
        match = None
        while place <= hint.start() and match is None:
            match = _form(without).match(text, place, end)
            place += 1
        start = match.end() if match else place
        if match and _is_one(kind := match.lastgroup or "", match):
            value = _without_punctuation(match[0]) if kind == "url" else match[0]
            start = match.start() + len(value)
            yield Literal(Span(match.start(), start), kind, value)


def _is_one(kind: str, match: re.Match[str]) -> bool:
    if kind == "acronym":
        from onetongue.language.acronyms import is_acronym  # noqa: PLC0415 - its lexicon is for translating

        return is_acronym(match)
    return has_evidence(kind, match)


def are_in(source: str, target: str) -> bool:
    """Whether every literal of `source` stands in `target` as often; of acronyms and brands, no less.

    Where French has words English may have an acronym. Keys may have their English names.

    >>> are_in("L'option -t : a-t-il dit ?", "The option -t: did he say?")
    True
    >>> are_in("la CIA, l'agence et {a}", "the CIA, the CIA and {a}"), are_in("{a}", "{a} {a}")
    (True, False)
    >>> are_in("Tapez Ctrl+Maj+S.", "Press Ctrl+Shift+S."), are_in("Tapez Ctrl+S.", "Press Alt+S.")
    (True, False)
    """
    for text, kind in {(one.text, one.kind) for one in find(source)}:
        form = _keys(text) if kind == "key" else _apart(text)
        more = len(form.findall(target)) - len(form.findall(source))
        if more < 0 or (more and kind not in WORDS):
            return False
    return True


def _apart(text: str) -> re.Pattern[str]:
    """A literal where it is no part of another word or number: not "-t" in "a-t-il"."""
    before = r"(?<![\w-])" if text[0] == "-" else r"(?<!\d)" if text[0].isdigit() else ""
    behind = r"(?![\w-])" if text[0] == "-" else r"(?!\d)" if text[-1].isdigit() else ""
    return re.compile(before + re.escape(text) + behind)


def _keys(text: str) -> re.Pattern[str]:
    """A combination of keys as it stands, or with the English names of some."""
    keys = re.split(r"\s?\+\s?", text)
    either = (f"(?:{re.escape(key)}{ENGLISH_KEYS.get(key, '')})" for key in keys)
    return re.compile(r"\s?\+\s?".join(either))


def is_only_signs(text: str) -> bool:
    """Whether a text is tags and directives, with templates or not, and no more: no line of prose.

    >>> is_only_signs("  @if ($a) {{ b }}"), is_only_signs("@endif fin"), is_only_signs("{{ b }}")
    (True, False, False)
    """
    if text.lstrip()[:1] not in {"@", "{", "<"}:
        return False
    kinds = {one.kind for one in find_code(text)}
    return (
        not kinds.isdisjoint(SIGNS) and kinds <= SIGNS | {"template"} and not between(text).strip()
    )


def outside(text: str, change: Callable[[str], str]) -> str:
    """Apply `change` to every stretch of `text` between literals and leave those alone.

    >>> outside("voir www.example.org ici", str.upper)
    'VOIR www.example.org ICI'
    """
    return _rewritten(text, lambda literal: literal.text, change)


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
    return _rewritten(text, instead, lambda part: part)


def _rewritten(text: str, instead: Callable[[Literal], str], between: Callable[[str], str]) -> str:
    parts, end = [], 0
    for literal in find_code(text):
        parts += [between(text[end : literal.span.start]), instead(literal)]
        end = literal.span.end
    return "".join([*parts, between(text[end:])])


def substitute(pattern: re.Pattern[str], replacement: str, text: str) -> str:
    """Replace like `pattern.sub`, except where a match overlaps a literal."""
    if pattern.search(text) is None:
        return text
    spans = [literal.span for literal in find_code(text)]

    def swap(match: re.Match[str]) -> str:
        start, end = match.span()
        if any(span.start < end and start < span.end for span in spans):
            return match[0]
        return match.expand(replacement)

    return pattern.sub(swap, text)


def _without_punctuation(url: str) -> str:
    """The URL without the punctuation of the sentence around it."""
    unopened = url.count(")") - url.count("(")
    end = len(url)
    while end and (url[end - 1] in _SENTENCE_ENDS or (url[end - 1] == ")" and unopened > 0)):
        unopened -= url[end - 1] == ")"
        end -= 1
    return url[:end]
