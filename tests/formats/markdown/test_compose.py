"""Translations with their markup, written as Markdown: what a parser reads there is what was meant."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from onetongue.formats.markdown.markdown import read
from onetongue.markup import compose, stretches
from onetongue.prose import Prose, as_is

if TYPE_CHECKING:
    from onetongue.prose import Stretch

# What stands around the words decides whether a sign is markup; so does what stands inside.
SIGNS = st.sampled_from(
    [*"*_~`[]()<>!#|=+-.&\\:^'\"“”« 1a", "**", "~~", "x", "é", "mot", "\n", "&amp;", "1. ", "- "]
)
WORDS = st.lists(SIGNS, min_size=1, max_size=12).map("".join)
HTML = {"del": "s"}
TAG = re.compile(r"<(/?)([a-z]+)>")
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
STOP = Token("stop", "", 0)


class Shown(NamedTuple):
    """What a reader sees."""

    words: str
    pairs: list[tuple[str, str]]


BLOCKS = {
    "paragraph": "{}\n",
    "quoted": "> - {}\n",
    "heading": "## {}\n",
    "cell": "| a | b |\n|---|---|\n| {} | fin de la ligne |\n",
    "inside": "Avant tout, {}, puis rien.\n",
    "glued": "Avant“{}”après.\n",
}
MARKED = [
    "un *mot* de trop",
    "un **mot** de trop",
    "*un mot* de trop",
    "un ~~mot de trop~~",
    "un mot __de__ trop",
    "un _mot **de** trop_ ici",
    "un [mot](https://x.example/a_b 'T') de trop",
    "le [*mot* de](https://x.example) trop",
    "le `code` est *mort*",
    "le <b>mot</b> est *mort*",
    "***le** mot* mort",
    "un <em>mot</em> de *trop*",
]


def prose_of(text: str) -> Prose:
    proses = [r.prose for r in read(text).regions]
    proses = [p for p in proses if p and ("trop" in p.text or "mort" in p.text)]
    assert isinstance(proses[0], Prose)
    return proses[0].within(0, len(proses[0].text))


def shown(text: str) -> Shown:
    """What markdown-it, as it comes, reads in a whole document: its words, and pairs with theirs."""
    words, opened, pairs = "", [], []
    for token in [
        c for t in PARSER.parse(text) if t.type == "inline" for c in [*(t.children or ()), STOP]
    ]:
        tag = TAG.fullmatch(token.content) if token.type == "html_inline" else None
        if token.nesting > 0 or (tag and not tag[1]):
            opened.append((token.type.removesuffix("_open") if not tag else tag[2], len(words)))
        elif token.nesting < 0 or tag:
            name, start = opened.pop()
            pairs.append((HTML.get(name, name), _even(words[start:])))
        elif token.type == "code_inline":
            words += f"`{token.content}`"
        else:
            words += "\n" if token.type in {"softbreak", "hardbreak", "stop"} else token.content
    return Shown(_even(words), sorted(pairs))


def _even(text: str) -> str:
    return " ".join(text.split())


def meant(prose: Prose, text: str, places: list[Stretch]) -> Shown:
    """The same of a translation before it is written, from signs that stand for its markup."""
    signs = {run.pair: chr(0xE000 + i) for i, run in enumerate(prose.runs) if run.role == "open"}
    runs = tuple(run._replace(raw=signs[run.pair] if run.pair else run.text) for run in prose.runs)
    content = compose(replace(prose, runs=runs, join=None, escape=as_is), text, places).content
    plain = re.compile(f"[{''.join(signs.values())}]").sub
    tags = {signs[run.pair]: run.tag for run in prose.runs if run.role == "open"}
    pairs = [(tag, _even(plain("", content.split(sign)[1]))) for sign, tag in tags.items()]
    return Shown(_even(plain("", content)), sorted(pairs))


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("marked", MARKED)
@given(data=st.data())
def test_markup_around_any_words_is_markup_again(
    block: str, marked: str, data: st.DataObject
) -> None:
    source = BLOCKS[block].format(marked)
    prose = prose_of(source)
    start, end = prose.runs[0].start, prose.runs[-1].end
    objects = [run.text for _, run in prose.objects()]
    words = [*data.draw(st.lists(WORDS, min_size=1, max_size=3)), *objects]
    text = "".join(data.draw(st.permutations(words))).strip() or "x"
    assume(all(text.count(o) == 1 for o in objects))
    cuts = st.integers(0, len(text))
    pairs = st.tuples(cuts, cuts).map(lambda cut: (min(cut), max(cut)))
    places = [data.draw(pairs) for _ in stretches(prose)]
    content, moved, _ = compose(prose, text, places)
    inside = {i for o in objects for i in range(text.index(o) + 1, text.index(o) + len(o))}
    assume(not inside & {i for place in places for i in place})
    expected = meant(prose, text, places)
    assert len(moved) <= sum(not said for _, said in expected.pairs), (
        "only what holds nothing is left out"
    )
    around = shown(source[:start] + "QXQ" + source[end:])
    found = shown(source[:start] + content + source[end:])
    assert found.words == _even(around.words.replace("QXQ", expected.words))
    pairs_meant = [pair for pair in (*expected.pairs, *around.pairs) if pair[1]]
    assert [pair for pair in found.pairs if pair[1]] == sorted(pairs_meant)


def test_a_closing_tag_alone_on_a_line_is_in_the_sentence() -> None:
    prose = prose_of("un <em>mot</em> de *trop*\n")
    content, moved, _ = compose(prose, "*\n\n*", [(0, 2), (0, 0)])
    assert (content, moved) == ("<em>\\*\n</em>\n\\*", ("*",))


def test_code_alone_on_the_first_line_begins_no_block() -> None:
    prose = prose_of("le `code` est *mort*\n")
    content, moved, _ = compose(prose, "`code`\n**", [(6, 8)])
    assert (content, moved) == ("`code`\n*\\**\\*", ())
