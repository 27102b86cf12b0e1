"""Markdown end to end: what must not change, what is found, and what is written for it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine
from support.normalizing import PROSE

import onetongue as ot
from onetongue.document import NotRead
from onetongue.formats.markdown.markdown import read
from onetongue.formats.markdown.write import MarkdownWriter
from onetongue.prose import Prose
from onetongue.write import find_markers

FIXTURE = Path(__file__).parents[3] / "fixtures" / "nagorno-karabakh-markdown"
SPEC: list[str] = json.loads(
    (Path(__file__).parent / "commonmark-spec-0.31.2.json").read_text(encoding="utf-8")
)
MAYOR = "Le maire a refusé de répondre à nos questions."
REFUSED = "The mayor refused to answer our questions."
FRENCH = {
    MAYOR: REFUSED,
    MAYOR.replace(" de ", "\nde "): REFUSED.replace(" to ", "\nto "),
    "Service minimum diplomatique": "Bare minimum: diplomacy",
    "Le nouveau pont a été ouvert hier matin.": "1. The *new* bridge [was](x) opened_ yesterday.",
}


def normalize(text: str, /, **options: Any) -> ot.NormalizedDocument:
    engine = Engine(FRENCH)
    return ot.Normalizer(ot.Options(**options), engine=engine).normalize(text, format="markdown")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        " \n\t\n",
        "\0",
        f"{PROSE}\n\n```\n{MAYOR}\n```\n",
        f"{PROSE}\n\n~~~ text\n{MAYOR}\n",
        f"{PROSE}\n\n    {MAYOR}\n",
        f"{PROSE} `{MAYOR}` {PROSE}\n",
        f"{PROSE} ``{MAYOR} ` `` {PROSE}\n",
        f"<div>\n{MAYOR}\n</div>\n\n{PROSE}\n",
        f"<!-- {MAYOR} -->\n\n{PROSE} <!-- {MAYOR} --> {PROSE}\n",
        f"{PROSE} <code>{MAYOR}</code> {PROSE}\n",
        f'{PROSE} <span translate="no">{MAYOR}</span> {PROSE}\n',
        f'[The vote](/le-maire-a-refuse-de-repondre "{MAYOR}") was put off.\n',
        f'{PROSE} [here][a].\n\n[a]: /le/maire/a/refuse "{MAYOR}"\n',
        f"{PROSE} [{MAYOR}]\n\n*[{MAYOR}][]*\n\n[{MAYOR}]: /fr\n",
        f"{PROSE}\n\n![{MAYOR}]\n\n[{MAYOR}]: /a.png\n",
        f'![A vote](le-maire-a-refuse.png "{MAYOR}")\n\n{PROSE}\n',
        f"---\nlayout: {MAYOR}\ntags: [le maire, a refusé, de répondre]\n---\n\n{PROSE}\n",
        f"---\nbody: |\n  title: {MAYOR}\n---\n\n{PROSE}\n",
        f"---\ntitle: &a {MAYOR}\n---\n\n{PROSE}\n",
        f"+++\ntitle = '{MAYOR}'\n+++\n\n{PROSE}\n",
        f"{PROSE}\n\n⟦fr→en 1: {MAYOR}⟧\n\n> ⟦fr→en? 2: *{MAYOR}*⟧\n",
        f"{PROSE}[^fr1]\n\n[^fr1]: {MAYOR} (paragraph, translated from fr by argos, confidence 0.81)\n",
        "Soup of the day: *crème brûlée* and **café au lait**, at [Le Monde](/x).\n",
        "| Dish | Price |\n| --- | --- |\n| Crêpe Suzette | 5 € |\n",
        "* * *\n\n- - -\n\n\\* not \\_markup\\_ &copy; &nbsp;\n",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_nothing_changes(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    engine = Engine()
    result = ot.Normalizer(engine=engine).normalize(text, format="markdown")
    assert (result.text, engine.batches) == (text, [])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            f"# Service minimum diplomatique #\n\n{PROSE}\n",
            f"# Bare minimum: diplomacy #\n\n{PROSE}\n",
        ),
        (
            f"Service minimum diplomatique\n===\n\n{PROSE}",
            f"Bare minimum: diplomacy\n===\n\n{PROSE}",
        ),
        (f"{PROSE}\n\n**{MAYOR}**\n", f"{PROSE}\n\n**{REFUSED}**\n"),
        (f"{PROSE}\n\n__*{MAYOR}*__\n", f"{PROSE}\n\n__*{REFUSED}*__\n"),
        (f"{PROSE}\n\n[{MAYOR}](/fr 'Le')\n", f"{PROSE}\n\n[{REFUSED}](/fr 'Le')\n"),
        (f"{PROSE}\n\n- [x] {MAYOR}\n- {PROSE}", f"{PROSE}\n\n- [x] {REFUSED}\n- {PROSE}"),
        (f"> [!NOTE]\n> {MAYOR}\n", f"> [!NOTE]\n> {REFUSED}\n"),
        (
            f"{PROSE}\n\n> 1. Le maire a refusé\n>    de répondre à nos questions.\n",
            f"{PROSE}\n\n> 1. {REFUSED}\n".replace("answer our", "answer > our"),
        ),
        (f"{PROSE}\n\n![{MAYOR}](a.png)\n", f"{PROSE}\n\n![{REFUSED}](a.png)\n"),
        (f"{PROSE} {MAYOR}[^1]\n\n[^1]: {MAYOR}\n", f"{PROSE} {REFUSED}[^1]\n\n[^1]: {REFUSED}\n"),
        (f"{PROSE}\n\n~~{MAYOR}~~ <br> {PROSE}\n", f"{PROSE}\n\n~~{REFUSED}~~ <br> {PROSE}\n"),
        (
            f"| {MAYOR} | Two |\n|---|---|\n| \\|one\\| | {MAYOR} |\n",
            f"| {REFUSED} | Two |\n|---|---|\n| \\|one\\| | {REFUSED} |\n",
        ),
        (
            f"{PROSE}\n\nLe maire a refus&eacute; de répondre à nos questions\\.\n",
            f"{PROSE}\n\n{REFUSED}\n",
        ),
        (
            f"{PROSE}\n\nLe nouveau pont a été ouvert hier matin.\n",
            f"{PROSE}\n\n1\\. The \\*new\\* bridge \\[was\\](x) opened\\_ yesterday.\n",
        ),
        (f'---\ntitle: "{MAYOR}"\n---\n{PROSE}\n', f'---\ntitle: "{REFUSED}"\n---\n{PROSE}\n'),
        (f"---\ntitle: '{MAYOR}' # x\n---\n", f"---\ntitle: '{REFUSED}' # x\n---\n"),
        (
            f"---\nsummary: >-\n  {MAYOR}\n  {PROSE}\ntitle: Service minimum diplomatique\n---\n",
            f'---\nsummary: >-\n  {REFUSED}\n  {PROSE}\ntitle: "Bare minimum: diplomacy"\n---\n',
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_written(source: str, expected: str, newline: str) -> None:
    source = source.replace("\n", newline)
    result = normalize(source, markers="none")
    assert re.sub(r"\s+", " ", result.text) == re.sub(r"\s+", " ", expected)
    assert ot.revert(result.text, result.provenance()) == source
    assert (newline == "\n") or "\n" not in result.text.replace("\r\n", "")


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
@pytest.mark.parametrize(
    "source",
    [
        f"# Service minimum diplomatique\n\n{PROSE} **{MAYOR}** {PROSE}\n\n> *{MAYOR}*\n",
        f"---\ntitle: Service minimum diplomatique\ncaption: '{MAYOR}'\n---\n\n- {MAYOR}\n",
        f"| A | B |\n|---|---|\n| {MAYOR} | {PROSE} |\n",
        f"![{MAYOR}](a.png)\n*{MAYOR}*\n\n{PROSE}\n",
    ],
)
def test_twice_changes_nothing(source: str, markers: str) -> None:
    once = normalize(source, markers=markers)
    assert once.changed
    assert ot.revert(once.text, once.provenance()) == source
    twice = normalize(once.text, markers=markers)
    assert (twice.text, twice.records) == (once.text, ())


def test_a_marker_in_a_value_without_quotation_marks_gets_some() -> None:
    result = normalize(f"---\ntitle: Service minimum diplomatique\n---\n\n{PROSE}\n")
    assert result.text.startswith('---\ntitle: "⟦fr→en 1: Bare minimum: diplomacy⟧"\n')


def test_part_of_a_value_without_quotation_marks_is_left_alone() -> None:
    source = f"---\ntitle: The mayor said “{MAYOR}” and left the room at once\n---\n\n{PROSE}\n"
    result = normalize(source)
    assert result.text == source
    assert "quotation marks" in result.left_alone[0].evidence.reason


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("# Un titre\n\nUn titre\n--------\n", ["heading", "heading"]),
        ("| Le prix |\n|---|\n| très cher |\n", ["heading", "paragraph"]),
        ("> Bonjour le monde\n\n- un point\n", ["quotation", "paragraph"]),
        (f"![](a.png)\n*Le maire hier*\n\n{PROSE}\n", ["caption", "paragraph"]),
        (f"![](a.png)\n\nLe maire hier\n\n{PROSE}\n", ["caption", "paragraph"]),
        (f"<img src=a.png>\n\nLe maire hier\n\n{PROSE}\n", ["caption", "paragraph"]),
        (f"{PROSE} ![Le chat](a.png) {PROSE}\n", ["paragraph", "caption", "paragraph"]),
        ("[![Le chat](a.png)](/b)\n", ["caption"]),
        ("Du texte.[^a]\n\n[^a]: La note.\n\n    Un autre.\n", ["paragraph"] * 3),
        (
            "---\ntitle: Le titre\nalt: Une image\ncaption: La photo\n---\n",
            ["heading", "paragraph", "caption"],
        ),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [region.kind for region in read(text).regions] == kinds


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("> Un *mot\n> de* plus\n", "Un mot\nde plus"),
        ("- un\n  deux  \n  trois\\\n  quatre\n", "un\ndeux trois quatre"),
        ("Un [lien *fort*][a] ici\n\n[a]: /b\n", "Un lien fort ici"),
        ("R&eacute;sum&#233; \\*ici\\* \\a\n", "Résumé *ici* \\a"),
        ("Voir <https://x.example/a> ici `a_b` donc\n", "Voir https://x.example/a ici `a_b` donc"),
        ("Un <b>mot <i>de</b> trop</i>\n", "Un mot de trop"),
        ("Un <!-- non --> mot\n", "Un  mot"),
        ("Un mot<br>de plus<br/>ici\n", "Un mot de plus ici"),
        ("| a\\|b | `c\\|d` mot |\n|---|---|\n", "`c|d` mot"),
    ],
)
def test_readings(text: str, reading: str) -> None:
    proses = [region.prose for region in read(text).regions if region.prose]
    assert proses[-1].text == reading


@pytest.mark.parametrize(
    ("place", "words", "written"),
    [
        ("block", "snake_case, 5 * 3, l'ami, C# & R&D, a < b", None),
        ("block", "[Le] ministre [a] dit : 100 %", None),
        ("block", "*a* _b_ `c` ~d~ <e> &amp; \\*", r"\*a\* \_b\_ \`c\` \~d\~ \<e> \&amp; \\\*"),
        (
            "block",
            "1. a\n- b\n+ c\n# d\n> e\n===\n---",
            "1\\. a\n\\- b\n\\+ c\n\\# d\n\\> e\n\\===\n\\---",
        ),
        ("block", "2 + 2 - 1 > 0 | x #1", None),
        ("line", "- C #", "- C \\#"),
        ("cell", "a | b", "a \\| b"),
        ("block", "[x] [a](b) [^1] [c]", r"\[x\] \[a\](b) \[^1\] \[c\]"),
    ],
)
def test_escapes(place: Any, words: str, written: str | None) -> None:
    assert MarkdownWriter(place, "\n")(words) == (words if written is None else written)


def test_notes_say_what_was_left_out() -> None:
    text = "---\ntitle: {a: b}\n---\n\n<div>\nUn mot de trop\n</div>\n"
    found = read(text)
    assert tuple(map(str, found.notes)) == (
        "line 2: this value of title is left alone: not one line",
        "line 5: raw HTML is not read",
    )
    assert found.not_read == (
        NotRead(2, "the value of title in the front matter", "it is not one line"),
        NotRead(5, "raw HTML", "a block of HTML is no Markdown"),
    )


def test_front_matter_that_is_no_toml_is_not_read() -> None:
    found = read("+++\ntitle: Un mot\n+++\n")
    assert not found.regions
    assert list(map(str, found.notes)) == ["line 1: front matter that is no TOML"]
    assert found.not_read == (NotRead(1, "front matter", "it is no TOML"),)


def test_the_article_as_markdown() -> None:
    source = (FIXTURE / "input.md").read_text(encoding="utf-8")
    expected = json.loads((FIXTURE / "segments.json").read_text(encoding="utf-8"))
    segments = (
        ot.Normalizer()
        .inspect(ot.Normalizer().read_text(source, name="input.md", format="markdown"))
        .segments
    )
    assert [
        {"start": s.span.start, "end": s.span.end, "kind": s.kind, "text": s.text} for s in segments
    ] == expected
    said = Engine(lambda _: "It is said here.")
    result = ot.Normalizer(engine=said).normalize(source, format="markdown")
    left_open = re.sub(r"(⟦fr→en)\?? (\d): [^⟧]*⟧", r"\1 \2: …⟧", result.text)
    assert left_open == (FIXTURE / "expected.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("number", range(1, len(SPEC) + 1))
def test_an_example_of_the_specification(number: int) -> None:
    text = SPEC[number - 1]
    _agrees(text)
    engine = Engine()
    assert ot.Normalizer(engine=engine).normalize(text, format="markdown").text == text
    assert engine.batches == []


def _agrees(text: str) -> None:
    """Every run stands where it says, and what is read as it stands is what stands there."""
    end = 0
    for region in read(text, protected=find_markers(text)).regions:
        assert isinstance(region.prose, Prose)
        assert region.span.start >= end
        end = region.span.end
        assert region.prose.runs[0].start == region.span.start
        assert region.prose.runs[-1].end == end
        for run in region.prose.runs:
            raw = text[run.start : run.end]
            assert run.role != "text" or run.text == raw
            assert run.role in {"text", "character"} or run.tag == "br" or run.raw == raw


PIECES = st.sampled_from(
    [
        *"*_~`[]()<>!#|=+-.&\\:^'\" \t\n\0é1", "\n\n", "\r\n", "\r", "    ", "> ", "- ", "1. ", "# ", "---\n",
        "```\n", "| a | b |\n|---|---|\n", "|", "[^1]", "[^1]: ", "![", "](x)", "[a]: /b\n", "<b>", "</b>", "<code>",
        "</code>", "<!--", "-->", "&eacute;", "\\|", "title: ", "'", "\ufeff", "\u2028", "😀", "\ud800", "⟦", "⟧",
        "⟦fr→en 1: a⟧", "[^fr1]", "le mot", f"{MAYOR}", f"{PROSE}", "Service minimum diplomatique",
        "---\ntitle: ", "  \n", "\\\n", "[x] ", "> [!NOTE]\n", "+++\n", "|\n  ", "\x0b", "\x0c",
        "!!! note ", '"', "??? ", "=== ", "::: ", "::: tip ", ":   ", "\n: ", "\n:::\n", "[!tip] ", "**Note**\n", "$$\n",
        "{% a %}", "{% ", "{{< ", ">}}", "{{% ", "summary: |\n  ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read_where_it_stands(text: str) -> None:
    _agrees(text)


@given(st.lists(PIECES, max_size=20).map("".join), st.sampled_from(["bracket", "footnote", "none"]))
def test_any_text_normalizes_twice_to_the_same_and_reverts(text: str, markers: str) -> None:
    once = normalize(text, markers=markers)
    assert ot.revert(once.text, once.provenance()) == text
    assert normalize(once.text, markers=markers).text == once.text


@pytest.mark.parametrize(
    "unit",
    ["[", "![", "<b>", "</b><i>", "*a **b ", "`", "``` ", "[^", "[^1]: a\n\n[^1]", "> ", "- ", "|a", "&", "\\|",
     "$$ a ", "<code>", "{% ", "{{<", "$$\n", "::: a\n", "a\n: b\n", "a\n:", "!!! a ", "!!! \"", "{% %}", ": ", "[!a] ", "![a](b) ", "~a~~", "<!--", "⟦", "[a](", "a\n", "<x1><y", "title: a\n"],
)  # fmt: skip
def test_long_input_is_read(unit: str) -> None:
    read(unit * 3000)
    read("---\n" + unit * 3000)
    read(f"| a |\n|---|\n{unit * 3000}")
