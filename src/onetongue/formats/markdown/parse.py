"""Markdown as the parser sees it, with the place in the source of every piece.

Responsible for: `parse` and `Blocks`, which run markdown-it-py and keep what it does not: where each
inline token begins and ends, and where each line of a block's content stands.
Not responsible for: what becomes of any of it (`markdown`), or front matter (`front`).

Offsets are code points of the text parsed, whose line ends are line feeds (`markdown` maps them back).
"""

from __future__ import annotations

import re
from collections import ChainMap, deque
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.footnote import footnote_plugin

from onetongue.formats.markdown.attributes import take_out
from onetongue.formats.markdown.box_text import box_text
from onetongue.formats.markdown.divide import divide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule: TypeAlias = Callable[[StateInline, bool], bool]

_DELIMITED = frozenset({"emphasis", "strikethrough"})
# A label is at most this long in CommonMark; without a bound "[^[^[^" would be read again and again.
_NOTE = re.compile(r"\[\^([^\s\[\]]{1,999})\]")


class Mark(NamedTuple):
    """An inline token that is not words, `start` to `end` of the content it stands in."""

    start: int
    end: int
    token: Token


class Parsed(NamedTuple):
    """The block tokens in the order of the source, and the labels that links can refer to."""

    tokens: Sequence[Token]
    references: Mapping[str, Any]


class Blocks:
    """The block tokens of a text whose line ends are line feeds; `references` are defined elsewhere.

    `references` are then the labels that links can refer to. Each token is given once and forgotten,
    and what stands in it is parsed when it is asked for: the inline tokens of a document need many
    times its size.
    """

    def __init__(self, text: str, references: Mapping[str, Any] | None = None) -> None:
        known: ChainMap[str, Any] = ChainMap({}, references or {})  # type: ignore[arg-type]  # only the first is written to
        self.references = known
        self._env: dict[str, Any] = {"references": self.references}
        self._tokens = deque(_parser().parse(text, self._env))

    def __iter__(self) -> Iterator[Token]:
        while self._tokens:
            yield self._tokens.popleft()

    def inline(self, token: Token) -> list[Token]:
        """The inline tokens of a block; ask in the order of the source."""
        found: list[Token] = []
        _parser().inline.parse(token.content, _parser(), self._env, found)
        return found


def parse(text: str, references: Mapping[str, Any] | None = None) -> Parsed:
    """Parse a text whose line ends are line feeds; `references` are labels defined elsewhere."""
    blocks = Blocks(text, references)
    tokens = list(blocks)
    for token in tokens:
        if token.type == "inline":
            token.children = blocks.inline(token)
    return Parsed(tokens, blocks.references)


def marks(children: Sequence[Token] | None) -> list[Mark]:
    """The inline tokens that are not words, in order; what lies between them is words."""
    found = []
    for token in children or ():
        if "place" in token.meta and token.type != "text":
            start, end = token.meta["place"]
            # Two delimiters became one: the inner one was kept.
            start -= token.type == "strong_open"
            end += token.type == "strong_close"
            found.append(Mark(start, end, token))
    return found


def lines(inline: Token) -> Sequence[tuple[int, int]]:
    """Where the words of each line of a block begin, and where the line ends."""
    found: Sequence[tuple[int, int]] = inline.meta["lines"]
    return found


def first_line(block: Token) -> int:
    """The line of the text parsed, from 0, that a block begins in."""
    return block.map[0] if block.map else 0


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"strikethrough_single_tilde": True})
    parser.block = _Blocks()
    parser.configure("commonmark", {"strikethrough_single_tilde": True})
    parser.enable(["table", "strikethrough"])
    footnote_plugin(parser, inline=False, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _reference_to_note)
    parser.block.ruler.at("code", box_text)
    # Both join words with what stands beside them, and lose where they were.
    parser.inline.ruler2.disable("fragments_join")
    parser.core.ruler.disable("text_join", True)
    parser.core.ruler.before("inline", "attributes", take_out)
    parser.core.ruler.before("inline", "divide", divide)
    parser.core.ruler.disable("inline")  # see `Blocks`
    rules = parser.inline.ruler
    for name, rule in zip(rules.get_active_rules(), rules.getRules(""), strict=True):
        rules.at(name, _placed(name, rule))
    return parser


class _Blocks(ParserBlock):
    """The block parser, with a state that keeps where lines stand."""

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: Any,
        outTokens: list[Token],  # noqa: N803 - its name
    ) -> list[Token] | None:
        state = _BlockState(src, md, env, outTokens)
        self.tokenize(state, 0, state.lineMax)
        return state.tokens


class _BlockState(StateBlock):
    """Block state: an inline token takes along its lines as the containers around it left them."""

    block_lines: tuple[int, int] = (0, 0)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        before = self.tokens[-1] if self.tokens else None
        if before is not None and before.map and before.type != "inline":
            self.block_lines = before.map[0], before.map[1]
        token = super().push(ttype, tag, nesting)
        if ttype == "inline":
            token.meta["lines"] = [
                (self.bMarks[i] + self.tShift[i], self.eMarks[i]) for i in range(*self.block_lines)
            ]
        return token


def _placed(name: str, rule: Rule) -> Rule:
    """The rule, noting on every token it makes where that token stands."""

    def apply(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        made = state.tokens[first:]
        if silent or not made:
            return True
        if name in _DELIMITED:
            _place_delimiters(made, start, state.pos)
        elif name == "link":
            _place_link(state, made, start)
        elif (token := _first_new(made)) is not None:
            token.meta["place"] = start, state.pos
        return True

    return apply


def _first_new(made: Sequence[Token]) -> Token | None:
    """What a rule made first; words that were waiting come before it."""
    return next((token for token in made if token.type != "text"), None)


def _place_delimiters(made: Sequence[Token], start: int, end: int) -> None:
    """Each token is so many stars, underscores or tildes; waiting words come before them."""
    for token in reversed(made):
        if end <= start:
            break
        token.meta["place"] = end - len(token.content), end
        end -= len(token.content)


def _place_link(state: StateInline, made: Sequence[Token], start: int) -> None:
    opening = _first_new(made)
    label_end = state.md.helpers.parseLinkLabel(state, start, True)
    if opening is not None:
        opening.meta["place"] = start, start + 1
        made[-1].meta["place"] = label_end, state.pos


def _reference_to_note(state: StateInline, silent: bool) -> bool:
    found = _NOTE.match(state.src, state.pos, state.posMax)
    known = state.env.get("footnotes", {}).get("refs", {})
    if not found or f":{found[1]}" not in known:
        return False
    if not silent:
        state.push("footnote_ref", "", 0)
    state.pos = found.end()
    return True
