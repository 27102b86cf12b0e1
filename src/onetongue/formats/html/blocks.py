"""What a person reads of an HTML document, in pieces.

Responsible for: a block, the stretches it consists of, and words that stand alone in a tag.
Not responsible for: where they are (`walk`), or what becomes of them (`regions`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from onetongue.formats.html.stack import ElementContext, Language

if TYPE_CHECKING:
    from onetongue.formats.html.marks import AttributeValue

PieceRole: TypeAlias = Literal["text", "open", "close", "point", "object", "code", "break"]


class BlockPart(NamedTuple):
    """A stretch of a block: `language` is what its element declares, `label` what its tag is called."""

    role: PieceRole
    start: int
    end: int
    label: str = ""
    language: Language = Language()


class HtmlBlock(NamedTuple):
    """Pieces that touch and are read in one go.

    `element` is where the start tag of the element stands that holds just these, if one does.
    `own` are stretches that an earlier run wrote.
    """

    pieces: tuple[BlockPart, ...]
    context: ElementContext
    element: tuple[int, int] | None
    own: tuple[tuple[int, int], ...]
    holds_markup: bool = True


class SpokenValue(NamedTuple):
    """A value of an attribute, with the language that its element declares.

    `fixed` says why nothing can be written there, as of a region.
    """

    value: AttributeValue
    language: Language
    fixed: str = ""
