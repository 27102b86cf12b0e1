"""Lines of plain text that end in the middle of a word, quoted ones too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine

import onetongue as ot
from onetongue.account import verify_provenance
from onetongue.formats import read_text

if TYPE_CHECKING:
    from onetongue.document import Markers

FRENCH = {
    "Le conseil municipal s'est réuni hier soir pour examiner la question des routes.": (
        "The municipal council met last night to examine the question of the roads."
    ),
    "Le porte-parole du maire a refusé de répondre.": "The mayor's spokesman refused to answer.",
}


def normalizer(markers: Markers = "bracket") -> ot.Normalizer:
    return ot.Normalizer(ot.Options(markers=markers), engine=Engine(FRENCH))


GOLDEN = [
    (
        "Le conseil muni-\ncipal s'est réuni hier soir\npour exa-\nminer la question des rou-\ntes.\n",
        "⟦fr→en 1: The municipal council met\nlast night to examine the\nquestion of the roads.⟧\n",
    ),
    (
        "  Le porte-\r\n  parole du maire a re¬\r\n  fusé de répon\u00ad\r\n  dre.\r\n",
        "  ⟦fr→en 1: The mayor's spokesman\r\n  refused to answer.⟧\r\n",
    ),
    (
        "> The letter says this.\n>\n> Le porte‐\n> parole du maire a refu-\n> sé de répondre.\n",
        "> The letter says this.\n>\n> ⟦fr→en 1: The mayor's spokesman\n> refused to answer.⟧\n",
    ),
    (
        "The mayor said on Thursday that he had seen nothing. Le porte-\nparole du maire a refusé de "
        "répondre. Then he went home by the river.\n",
        "The mayor said on Thursday that he had seen nothing. ⟦fr→en 1: The mayor's spokesman refused "
        "to answer.⟧ Then he went home by the river.\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_a_cut_word_is_whole_in_its_sentence(text: str, expected: str) -> None:
    result = normalizer().normalize(text)
    assert result.text == expected
    assert normalizer().normalize(expected).records == ()
    assert ot.revert(expected, result.provenance()) == text


def test_only_a_block_with_a_cut_has_a_prose() -> None:
    text = (
        "Le conseil muni-\ncipal siège.\n\nThe council met on Thursday and decided after the\nvote."
    )
    assert [bool(region.prose) for region in read_text(text).regions] == [True, False]


LINE = st.sampled_from(
    [
        "Le conseil muni-", "cipal s'est réuni hier soir pour exa¬", "miner la question des routes.",
        "Le porte\u2010", "parole du maire a refusé de répon\u00ad", "dre.", "les pré-", "et post-tests",
        "de 10-", "12 ans", "The new doc-", "tor came in on Monday.", "-", "- un mot-", "⟦fr→en 3: Nobo-",
        "dy knew it.⟧ and then", "",
    ]
)  # fmt: skip
SIGNS = st.sampled_from(["", "", "> ", "> ", "  ", "- "])
ENDS = st.sampled_from(["\n", "\n", "\r\n", " \n", "\n\n", "\u2028"])
TEXTS = st.lists(st.tuples(SIGNS, LINE, ENDS).map("".join), max_size=10).map("".join)


@given(TEXTS, st.sampled_from(["bracket", "footnote", "none"]))
def test_the_source_always_comes_back(text: str, markers: Markers) -> None:
    result = normalizer(markers).normalize(text)
    verify_provenance(result.text, result.provenance(), text)
    assert ot.revert(result.text, result.provenance()) == text
    assert normalizer(markers).normalize(result.text).text == result.text
