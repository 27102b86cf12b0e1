"""Links inside a document still lead to their headings when those are translated."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine, in_words

import onetongue as ot
from onetongue.account import revert
from onetongue.formats.markdown.anchors import (
    ELSEWHERE,
    Anchors,
    astray,
    github_slug,
    mkdocs_slug,
    tags,
)
from onetongue.review.apply import apply
from onetongue.review.decisions import Decision, Decisions

PROSE = (
    "The committee met on Thursday and decided, after a long debate, to postpone the vote until "
    "the spring, when the new members will have taken their seats."
)
ENGLISH = {
    "Installation du logiciel": "Software installation",
    "Présentation de la bibliothèque": "Presentation of the library",
    "Résumé du projet": "Project summary",
    "Les notes de la version": "Release notes",
}


def normalized(text: str, **options: Any) -> ot.NormalizedDocument:
    engine = Engine(ENGLISH, in_words)
    return ot.Normalizer(ot.Options(**options), engine=engine).normalize(text, format="markdown")


def document(heading: str, link: str) -> str:
    return f"{PROSE} See {link} for more.\n\n{heading}\n\n{PROSE}\n"


@pytest.mark.parametrize(
    ("words", "github", "mkdocs"),
    [
        ("Installation", "installation", "installation"),
        ("Installation du logiciel", "installation-du-logiciel", "installation-du-logiciel"),
        ("Présentation", "présentation", "presentation"),
        ("Où télécharger l'outil ?", "où-télécharger-loutil-", "ou-telecharger-loutil"),
        ("Mise à jour – notes", "mise-à-jour--notes", "mise-a-jour-notes"),
        ("v1.2_b & C++", "v12_b--c", "v12_b-c"),
        ("re\u0301sume\u0301", "re\u0301sume\u0301", "resume"),
        ("Coût : 5\u00a0€", "coût--5", "cout-5"),
        ("日本", "日本", ""),
        (" a  b ", "-a--b-", "a-b"),
    ],
)
def test_slugs(words: str, github: str, mkdocs: str) -> None:
    assert (github_slug(words), mkdocs_slug(words)) == (github, mkdocs)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Nothing to keep alive, first.
        ("# Un titre\n", {}),
        ("# Un titre\n\n[a](#un-autre) [b](#) [c](x.md#un-titre) `[d](#un-titre)`\n", {}),
        ('<a id="un-titre"></a>\n\n# Un titre\n\n[a](#un-titre)\n', {}),
        ("# Un titre <a name=un-titre></a>\n\n[a](#un-titre)\n", {}),
        ("# Un titre {#un-titre}\n\n[a](#un-titre)\n", {}),
        ("```\n# Un titre\n```\n\n[a](#un-titre)\n", {}),
        # Ways to link.
        ("# Un titre\n\n[a](#un-titre)\n", {0: ("un-titre",)}),
        ("[a](<#un-titre> 'b')\n\n# Un titre\n", {0: ("un-titre",)}),
        ("# Un titre\n\n[a]: #un-titre\n", {0: ("un-titre",)}),
        ("# Un titre\n\nb <a class=x href='#un-titre'>a</a>\n", {0: ("un-titre",)}),
        ('# Un titre\n\n<p>\n<a href="#un-titre">a</a>\n', {0: ("un-titre",)}),
        ("| a |\n|---|\n| [a](#%C3%A9t%C3%A9) |\n\n# Été\n", {0: ("été",)}),
        ("# Été\n\n[a](#été) [b](#ete)\n", {0: ("été", "ete")}),
        # Kinds of headings.
        ("Un\n===\n\nUn *autre*\n---\n\n[a](#un-autre)\n", {1: ("un-autre",)}),
        ("# *Un* `b_c` [d](/e) <b>f</b>\n\n[a](#un-b_c-d-f)\n", {0: ("un-b_c-d-f",)}),
        ("# Un titre {#t .x}\n\n[a](#un-titre)\n", {0: ("un-titre",)}),
        ("> # Un\n\n- # Deux\n\n[a](#deux)\n", {1: ("deux",)}),
        # The same more than once.
        ("# A\n\n# A\n\n# A\n\n[a](#a-1) [b](#a_2)\n", {1: ("a-1",), 2: ("a_2",)}),
        ("# A\n\n# A-1\n\n# A\n\n[a](#a-1) [b](#a-2)\n", {1: ("a-1",), 2: ("a-2",)}),
        ("# A_1\n\n# A\n\n# A\n\n[a](#a_2)\n", {2: ("a_2",)}),
    ],
)
def test_which_headings_are_linked(text: str, found: dict[int, tuple[str, ...]]) -> None:
    assert Anchors(text).by_heading() == found


def test_what_an_anchor_stands_for() -> None:
    text = "# Un\n\n<a id='b'></a>\n\n# Deux <a id='c'></a>\n\n[a](#deux) [b](#b)\n"
    anchors = Anchors(text)
    found = [anchors.heading(target) for target in ("un", "b", "c", "deux", "d")]
    assert found == [0, ELSEWHERE, 1, 1, None]


def test_tags() -> None:
    assert tags((), is_linked=True) == ""
    assert tags(("a", "é"), is_linked=False) == '<a id="a"></a><a id="é"></a>'
    assert tags(("a",), is_linked=True) == '<span id="a"></span>'  # a link holds no other


@pytest.mark.parametrize(
    ("heading", "link"),
    [
        ("## Installation du logiciel", "[this](#install)"),
        ("## Installation du logiciel", "[this](guide.md#installation-du-logiciel)"),
        ("## Installation du logiciel {#install}", "[this](#install)"),
        ('## Installation du logiciel <a id="install"></a>', "[this](#install)"),
        ('<a id="installation-du-logiciel"></a>\n\n## Installation du logiciel', "[this](#installation-du-logiciel)"),
    ],
)  # fmt: skip
def test_no_anchor_is_written_that_nothing_needs(heading: str, link: str) -> None:
    text = document(heading, link)
    result = normalized(text, markers="none")
    assert result.text == text.replace("Installation du logiciel", "Software installation")
    assert result.not_read == ()


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
@pytest.mark.parametrize(
    ("heading", "link", "written"),
    [
        ("## Installation du logiciel", "#installation-du-logiciel", '## ‹<a id="installation-du-logiciel"></a>Software installation›'),
        ("Présentation de la bibliothèque\n---", "#pr%C3%A9sentation-de-la-biblioth%C3%A8que", '‹<a id="présentation-de-la-bibliothèque"></a>Presentation of the library›\n---'),
        ("# **Installation du logiciel**", "#installation-du-logiciel", '# **‹<a id="installation-du-logiciel"></a>Software installation›**'),
        ("# [Installation du logiciel](/a)", "#installation-du-logiciel", '# [‹<span id="installation-du-logiciel"></span>Software installation›](/a)'),
        ("> ### Installation du logiciel ###", "#installation-du-logiciel", '> ### ‹<a id="installation-du-logiciel"></a>Software installation› ###'),
        ("## Installation du logiciel {.big}", "#installation-du-logiciel", '## ‹<a id="installation-du-logiciel"></a>Software installation› {.big}'),
    ],
)  # fmt: skip
def test_an_anchor_is_written_with_the_heading(
    heading: str, link: str, written: str, markers: Any
) -> None:
    text = document(heading, f"[this]({link})")
    result = normalized(text, markers=markers)
    before = "⟦fr→en 1: " if markers == "bracket" else ""
    after = {"bracket": "⟧", "footnote": "[^fr1]", "none": ""}[markers]
    wanted = document(written.replace("‹", before).replace("›", after), f"[this]({link})")
    assert result.text.removesuffix(result.notes) == wanted
    anchors = Anchors(result.text)
    assert [anchors.heading(target) for target in anchors.targets] == [0]
    # One record as any other: it goes with it, and another run finds nothing to do.
    assert len(result.records) == 1
    assert result.not_read == ()
    assert revert(result.text, result.provenance()) == text
    assert normalized(result.text, markers=markers).text == result.text


def test_a_reviewers_words_have_it_too() -> None:
    text = document("# Installation du logiciel", "[this](#installation-du-logiciel)")
    made = normalized(text)
    account: Any = made.provenance()
    edit = Decision(1, "edit", "Ada", text="How to install")
    changed, _ = apply(made.text, account, Decisions(account["output"]["sha256"], (edit,)))
    assert '# ⟦fr→en 1: <a id="installation-du-logiciel"></a>How to install⟧' in changed


def test_headings_of_the_same_words_keep_an_anchor_each() -> None:
    text = f"# Résumé du projet\n\n{PROSE} [a](#résumé-du-projet) [b](#résumé-du-projet-1)\n\n# Résumé du projet\n\n{PROSE}\n"
    result = normalized(text, markers="none")
    assert '# <a id="résumé-du-projet"></a>Project summary\n' in result.text
    assert '# <a id="résumé-du-projet-1"></a>Project summary\n' in result.text


# The heading that is linked is English, and has its anchor from the French one above it.
SHIFTED = (
    f"---\nlayout: page\n---\n\n# Résumé du projet\n\n{PROSE}\n\n# Project summary\n\n"
    f"{PROSE} See [the other](#project-summary).\n"
)


def test_a_link_that_leads_elsewhere_is_told() -> None:
    result = normalized(SHIFTED, markers="none")
    [note] = result.not_read
    assert (note.place, note.what) == (11, "the link to #project-summary")
    assert str(note) == (
        "line 11: the link to #project-summary does not lead where it did: a heading above the one "
        "it means was translated"
    )
    account: Any = result.provenance()
    assert account["not_read"] == [{"where": 11, "what": note.what, "why": note.why}]
    assert revert(result.text, account) == SHIFTED
    assert normalized(SHIFTED, markers="bracket").not_read == ()  # the mark is part of the anchor


@pytest.mark.parametrize("text", ["", "# A\n", "[a](#b)\n", "# A\n\n[a](#a)\n"])
def test_nothing_is_told_of_what_did_not_change(text: str) -> None:
    assert astray(text, text) == ()


PARTS = st.sampled_from(
    ["# ", "\n", "\n\n", "été", "A", " ", "-1", "_1", "[a](#a)", "[b](#été-1)", "<a id=a>", "<b", "`", "===", "{#a}", "\0"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=20).map("".join))
def test_every_text_has_its_anchors(text: str) -> None:
    anchors = Anchors(text.replace("\0", ""))
    kept = anchors.by_heading()
    assert all(anchors.heading(one) == at for at, found in kept.items() for one in found)
    assert {one for found in kept.values() for one in found} <= set(anchors.targets)
    assert astray(text, text) == ()
