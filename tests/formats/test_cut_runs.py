"""Words that a line break cuts, in formats with markup."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine

import onetongue as ot
from onetongue.formats import read_text
from onetongue.formats.cut_runs import with_whole_words
from onetongue.prose import Run

Name = Literal["html", "markdown"]

SAME = [
    ("html", "<p>de 10-\n12 ans, les pré-\net post-tests</p>", "de 10-\n12 ans, les pré-\net post-tests"),
    ("html", "<p>le muni<b>-\n</b>cipal</p>", "le muni-\ncipal"),
    ("markdown", "le `muni-\ncipal` est", "le `muni- cipal` est"),
    ("markdown", "Il vient -\net repart.", "Il vient -\net repart."),
]  # fmt: skip
WHOLE = [
    ("html", "<p>Le conseil muni-\n  cipal s'est réuni.</p>", "Le conseil municipal\ns'est réuni."),
    ("html", "<p>Les habi&shy;\ntants du <b>quar-\ntier ici</b>.</p>", "Les habitants\ndu quartier\nici."),
    ("html", "<p>Le conseil muni-\r\ncipal s'est réuni.</p>", "Le conseil municipal\ns'est réuni."),
    ("html", "<p>Il a confir-\nmé \nhier soir</p>", "Il a confirmé \nhier soir"),
    ("html", "<p>Le porte-\nparole</p>", "Le porte-parole"),
    ("markdown", "Le conseil muni-\ncipal s'est réuni pour exa-\nminer.", "Le conseil municipal\ns'est réuni pour examiner."),
    ("markdown", "> Le porte-\n> parole du *minis-\n> tre ici*", "Le porte-parole\ndu ministre\nici"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "reads"), [*SAME, *WHOLE])
def test_what_is_read(name: Name, text: str, reads: str) -> None:
    (region,) = read_text(text, requested=name).regions
    assert region.reading(text) == reads


def test_a_sentence_with_cut_words_is_translated_as_one() -> None:
    french = "Le conseil municipal s'est réuni hier soir pour examiner la question."
    english = "The municipal council met last night to examine the question."
    engine = Engine({french: english})
    text = "Le conseil muni-\ncipal s'est réuni hier soir pour exa-\nminer la question.\n"
    result = ot.Normalizer(ot.Options(markers="none"), engine=engine).normalize(
        text, format="markdown"
    )
    assert " ".join(result.text.split()) == english
    assert max(map(len, result.text.splitlines())) < 50
    assert ot.revert(result.text, result.provenance()) == text


RUN = st.sampled_from(
    ["muni-", "\n", "cipal ", "s'est ", "-", "la\n", " ", "<", "é", "porte-\nparole", ""]
)


@given(
    st.lists(st.tuples(RUN, st.sampled_from(["text", "character", "point", "object"])), max_size=9)
)
def test_runs_still_touch_and_the_rest_reads_the_same(
    parts: list[tuple[str, Literal["text", "character", "point", "object"]]],
) -> None:
    runs: list[Run] = []
    source = ""
    for text, role in parts:
        if text or role != "text":
            runs.append(Run(len(source), len(source) + len(text), text, role, text))
            source += text
    whole = (0, len(source), "fr")
    made, declared = with_whole_words(tuple(runs), (whole,), source)
    assert [run.end for run in made[:-1]] == [run.start for run in made[1:]]
    assert (made[0].start, made[-1].end) == (0, len(source)) if runs else not made
    reading = "".join(run.text for run in made)
    assert declared == ((0, len(reading), "fr"),)
    assert all(source[run.start : run.end] == run.text for run in made if run.role == "text")
    assert sorted(set("".join(reading.split())) - {"-"}) == sorted(
        set("".join(source.split())) - {"-"}
    )
