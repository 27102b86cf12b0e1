"""What the styles of a Word document say of a text: a heading, a caption, a quotation, code.

Responsible for: the kind of each style, by the name all languages of Word keep for it.
Not responsible for: what a style looks like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from onetongue.formats.docx.xml_tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind: TypeAlias = str  # a RegionKind, or "code"

_NAMES: Final[tuple[tuple[re.Pattern[str], Kind], ...]] = (
    (re.compile(r"(?:heading [1-9]|title|subtitle|toc heading)"), "heading"),
    (re.compile(r"(?:image |table )?caption|table of figures"), "caption"),
    (re.compile(r"(?:intense |block )?quote|block text"), "quotation"),
    (re.compile(r"html (?:code|preformatted|keyboard|sample|typewriter|variable)|macro(?: text)?"
                r"|source (?:code|text)|verbatim(?: char)?|code(?: char)?|preformatted text"), "code"),
)  # fmt: skip
_LONGEST_LINE: Final = 10  # of styles each based on the next; Word's own have three


def kinds_of_styles(text: str, start: int, end: int, prefix: str) -> dict[str, Kind]:
    """The kind of each style that has one, by its id, in the styles part at `start` to `end`."""
    names: dict[str, str] = {}
    based: dict[str, str] = {}
    current = ""
    for token in tokens(text, start, end):
        if token.kind in {"text", "other", "character"}:
            continue
        value = token.attribute(f"{prefix}val")
        if token.name == f"{prefix}style" and token.kind != "close":
            current = token.attribute(f"{prefix}styleId")
        elif token.name == f"{prefix}name" and current:
            names.setdefault(current, value.lower())
        elif token.name == f"{prefix}basedOn" and current:
            based.setdefault(current, value)
        elif token.name == f"{prefix}style":
            current = ""
    return {style: kind for style in names if (kind := _kind(style, names, based))}


def _kind(style: str, names: Mapping[str, str], based: Mapping[str, str]) -> Kind:
    for _ in range(_LONGEST_LINE):
        kind = kind_of_name(names.get(style, ""))
        if kind or style not in based:
            return kind
        style = based[style]
    return ""


def kind_of_name(name: str) -> Kind:
    """The kind that a style's name in lower case tells.

    >>> kind_of_name("heading 2"), kind_of_name("normal")
    ('heading', '')
    """
    return next((kind for pattern, kind in _NAMES if pattern.fullmatch(name)), "")
