"""Whole segments with a dictionary for an engine: what surrounds the words is ours."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine

from onetongue.engines import Hypothesis
from onetongue.errors import TranslationError
from onetongue.terms import Glossary, Memory
from onetongue.terms.entry import Entry
from onetongue.terms.glossary import Term
from onetongue.translate import Oracle, translate_segments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENTRIES = {
    "Je pars.": "I am leaving.",
    "Tu restes.": "You stay.",
    "« Tu restes », dit-il.": '"You stay," he said.',
    "Il a dit : « Je pars. »": 'He said: "I am leaving."',
    "Le chat noir est dans la maison.": "The black cat is in the house.",
    "Il dort bien.": "He sleeps well.",
    "Il dort bien,": "He sleeps well.",
    "la paix": "the peace.",
    "Ministère de la paix": "Ministry of peace",
    "1 960 soldats à 19 h 30 !": "1 960 soldiers at 19 h 30 !",
    "Service minimum diplomatique": "Diplomatic minimum service.",
    "Il vise la « paix » ici.": 'He aims at " peace " here.',
}

CASES = [
    ("", ""),
    (" \n\t ", " \n\t "),
    ("12,5 %", "12.5%"),
    ("https://example.org/?", "https://example.org/?"),
    ("Service minimum diplomatique", "Diplomatic minimum service"),
    ("  Je pars.\n\n Tu restes.\n", "  I am leaving.\n\n You stay.\n"),
    ("\u00a0Je pars.", "\u00a0I am leaving."),
    ("« la paix »", "“the peace”"),
    ("« Je pars. Tu restes. »", "“I am leaving. You stay.”"),
    ("« Je pars. Tu restes », dit-il.", "“I am leaving. You stay,” he said."),
    ("Il a dit : « Je pars. Tu restes. »", "He said: “I am leaving. You stay.”"),
    ("Il vise la « paix » ici.", "He aims at “peace” here."),
    ("MINISTÈRE DE LA PAIX", "MINISTRY OF PEACE"),
    ("1 960 soldats à 19 h 30 !", "1,960 soldiers at 19:30!"),
    ("• Je pars.\n• Tu restes.", "• I am leaving.\n• You stay."),
    ("Je pars.\nTu restes.", "I am leaving.\nYou stay."),
    ("Je pars.Tu restes.", "I am leaving. You stay."),
    ("Il dort bien,Je pars.", "He sleeps well, I am leaving."),
    (
        "Le chat noir\nest dans la\nmaison. Il\ndort bien.",
        "The black\ncat is in\nthe house.\nHe sleeps\nwell.",
    ),
    ("Le chat noir\r\nest dans la maison.", "The black cat is in\r\nthe house."),
]


# The texts of the first four have no word: nobody is asked, and no engine is named.
ASKED = {text for text, _ in CASES[4:]}


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_segment(text: str, expected: str) -> None:
    (result,) = translate_segments([text], Oracle(Engine(ENTRIES)))
    assert result.text == expected
    assert result.origin == ("engine" if text in ASKED else "rule")
    assert not result.doubtful


def test_one_batch_each_sentence_once() -> None:
    engine = Engine(ENTRIES)
    results = translate_segments(
        ["Je pars. Tu restes.", "", "Tu restes. Je pars.", "12"], Oracle(engine)
    )
    assert engine.batches == [("Je pars.", "Tu restes.")]
    assert [one.text for one in results] == [
        "I am leaving. You stay.",
        "",
        "You stay. I am leaving.",
        "12",
    ]


def test_nothing_to_translate_leaves_the_engine_alone() -> None:
    engine = Engine({})
    assert translate_segments([], Oracle(engine)) == ()
    assert [one.confidence for one in translate_segments(["", "12"], Oracle(engine))] == [1.0, 1.0]
    assert engine.batches == []


def test_confidence_is_the_weighted_geometric_mean() -> None:
    engine = Engine(
        {"Je pars.": Hypothesis("I leave.", 0.9), "Tu restes.": Hypothesis("You stay.", 0.4)}
    )
    (result,) = translate_segments(["Je pars. Tu restes."], Oracle(engine))
    assert result.confidence == pytest.approx(
        math.exp((8 * math.log(0.9) + 10 * math.log(0.4)) / 18)
    )


def test_a_sentence_without_confidence_leaves_none() -> None:
    engine = Engine({"Je pars.": Hypothesis("I leave.", 0.0)})
    (result,) = translate_segments(["Je pars. Tu restes."], Oracle(engine))
    assert result.confidence == 0.0


def test_what_the_engine_got_wrong_is_marked() -> None:
    engine = Engine({"Il a 12 chats.": "He has 21 cats."})
    good, bad = translate_segments(["Il dort bien ici.", "Il a 12 chats."], Oracle(engine))
    assert dict(good.checks)["untranslated"] == "failed"
    assert dict(bad.checks)["numbers"] == "failed"
    assert bad.doubtful


def test_an_engine_that_loses_sentences_is_an_error() -> None:
    class Lossy(Engine):
        def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
            return super().translate(sentences)[1:]

    with pytest.raises(TranslationError, match="gave 0 translations for 1 sentences"):
        translate_segments(["Je pars."], Oracle(Lossy({})))


def test_confidence_outside_the_unit_interval_is_an_error() -> None:
    with pytest.raises(TranslationError, match="confidence"):
        Hypothesis("x", 1.5)


@given(st.lists(st.text()))
def test_n_in_n_out_and_white_space_kept(texts: list[str]) -> None:
    results = translate_segments(texts, Oracle(Engine({}, str.upper)))
    assert len(results) == len(texts)
    for text, result in zip(texts, results, strict=True):
        assert 0.0 <= result.confidence <= 1.0
        core = text.strip()
        start = text.index(core)
        assert result.text.startswith(text[:start])
        assert result.text.endswith(text[start + len(core) :])
        if not core:
            assert result.text == text


@given(st.lists(st.text()))
def test_a_text_is_translated_as_it_would_be_alone(texts: list[str]) -> None:
    together = translate_segments(texts, Oracle(Engine({})))
    alone = [translate_segments([text], Oracle(Engine({})))[0] for text in texts]
    assert list(together) == alone


def test_a_second_try_is_used_wherever_the_sentence_stands() -> None:
    engine = Engine(
        {"Je pars.": "I leave.", "Il a 12 ans.": "He is 21."},
        again={"Je pars.": "One again.", "Il a 12 ans.": "Two 12 again."},
        confidence=0.5,
    )
    first, second = translate_segments(["Je pars. Il a 12 ans.", "Je pars."], Oracle(engine))
    assert first.text == "One again. Two 12 again."
    assert second.text == "One again."


def test_an_answer_that_keeps_a_literal_is_worth_a_doubt() -> None:
    said = "Voir https://example.org/a ici."
    kept = Hypothesis("See https://example.org/a here.", 0.1)  # below what is doubtful
    engine = Engine({said: "See https:/example.org here."}, again={said: kept})
    (found,) = translate_segments([said], Oracle(engine))
    assert found.text == "See https://example.org/a here."


def test_a_second_try_that_is_no_better_is_not_used() -> None:
    engine = Engine({"Il a 12 ans.": Hypothesis("He is 21.", 0.5)}, again=lambda _: "She is 22.")
    (result,) = translate_segments(["Il a 12 ans."], Oracle(engine))
    assert (result.text, result.doubtful) == ("He is 21.", True)


@pytest.mark.parametrize(
    "text",
    [
        "La re\u0301union est reporte\u0301e a\u0300 cause de la gre\u0300ve\u202f; on re\u0301fle\u0301chit.",
        "La r\u00e9u\u00adnion est\u200b report\u00e9e \u00e0 cause de la gr\u00e8ve ; on r\u00e9\ufb02\u00e9chit.",
        "\u200eLa r\u00e9union est report\u00e9e \u00e0\u00a0cause de la gr\u00e8ve\u00a0; on r\ufeff\u00e9fl\u00e9chit.\u200e",
        "La r\u00e9union est\u2028report\u00e9e \u00e0 cause de la gr\u00e8ve ; on r\u00e9fl\u00e9\0chit.\0",
    ],
)
def test_every_form_of_a_text_is_asked_and_translated_the_same(text: str) -> None:
    asked = (
        "La r\u00e9union est report\u00e9e \u00e0 cause de la gr\u00e8ve ; on r\u00e9fl\u00e9chit."
    )
    engine = Engine({asked: "The meeting is postponed because of the strike; we are thinking"})
    (made,) = translate_segments([text], Oracle(engine))
    assert engine.batches == [(asked,)]
    assert made.text == "The meeting is postponed because of the strike; we are thinking."


def test_a_sentence_without_an_answer_is_asked_again() -> None:
    engine = Engine({"Je pars.": "I am leaving.", "Tu restes.": ""}, again=ENTRIES)
    (made,) = translate_segments(["Je pars. Tu restes."], Oracle(engine))
    assert made.text == "I am leaving. You stay."
    assert not made.doubtful


@pytest.mark.parametrize("again", [None, dict.fromkeys(ENTRIES, "")])
def test_a_text_that_lacks_an_answer_has_no_translation(again: dict[str, str] | None) -> None:
    engine = Engine({**ENTRIES, "Tu restes.": ""}, again=again)
    whole, lacking = translate_segments(["Je pars.", "Je pars. Tu restes."], Oracle(engine))
    assert (whole.text, lacking.text) == ("I am leaving.", "")
    assert lacking.doubtful


@pytest.mark.parametrize("nothing", ["", " \n", "\u2581", "</s>"])
def test_an_engine_that_answers_nothing_at_all_is_broken(nothing: str) -> None:
    engine = Engine(lambda _: nothing, again=lambda _: nothing)
    with pytest.raises(TranslationError, match=r'^dictionary: answered nothing to "Tu restes\."; '):
        translate_segments(["Tu restes. Je pars."], Oracle(engine))
    assert engine.retried


def test_a_word_that_has_no_counterpart_is_no_broken_engine() -> None:
    (made,) = translate_segments(["de"], Oracle(Engine({"de": ""})))
    assert made.text == ""


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        (
            "Bonjour à tous / Hello everybody, Je pars. Il dort (he is asleep).",
            ("Bonjour à tous", "Je pars.", "Il dort"),
            "Hi / Hello everybody, I am leaving. He sleeps (he is asleep).",
        ),
        ("Hello everybody / Bonjour à tous", ("Bonjour à tous",), "Hello everybody / Hi"),
    ],
)
def test_english_beside_the_words_is_asked_of_nobody(
    text: str, asked: tuple[str, ...], expected: str
) -> None:
    engine = Engine({**ENTRIES, "Bonjour à tous": "Hi", "Il dort": "he sleeps"})
    (made,) = translate_segments([text], Oracle(engine))
    assert engine.batches == [asked]
    assert made.text == expected


def test_of_another_language_nothing_is_taken_for_english() -> None:
    engine = Engine(source="es")
    translate_segments(["Buenos dias a todos (please close the door)"], Oracle(engine))
    assert engine.batches == [("Buenos dias a todos (please close the door)",)]


def test_the_words_that_are_not_english_are_named() -> None:
    engine = Engine({"Le guichet est là.": "The taquilla is there."})
    (found,) = translate_segments(["Le guichet est là."], Oracle(engine))
    assert (found.failed, found.foreign_words) == (("language",), ("taquilla",))
    assert found.doubts == "language: taquilla"


def test_a_second_try_is_asked_for_where_a_word_is_not_english() -> None:
    said = {"Le guichet est là.": "The taquilla is there."}
    engine = Engine(said, again={"Le guichet est là.": "The counter is there."})
    (found,) = translate_segments(["Le guichet est là."], Oracle(engine))
    assert (found.text, found.doubtful, found.foreign_words) == ("The counter is there.", False, ())


def test_what_the_glossary_says_is_english(tmp_path: Path) -> None:
    glossary = Glossary((Term("guichet", "taquilla", "a.tsv", 1),))
    engine = Engine({"Le taquilla est là.": "The taquilla is there."})
    with Memory(tmp_path / "memory.db") as memory:
        for _ in range(2):  # the second time from the memory
            oracle = Oracle(engine, glossary, memory)
            (found,) = translate_segments(["Le guichet est là."], oracle)
            assert (found.text, found.failed) == ("The taquilla is there.", ())


def test_what_a_person_wrote_is_english(tmp_path: Path) -> None:
    engine = Engine({"Un visillo est là.": "A visillo is there."})
    with Memory(tmp_path / "memory.db") as memory:
        memory.add([Entry("Le guichet est là.", "The taquilla is there.", "fr", "en")])
        texts = ["Le guichet est là. Un visillo est là."]
        (found,) = translate_segments(texts, Oracle(engine, None, memory))
    assert found.text == "The taquilla is there. A visillo is there."
    assert found.foreign_words == ("visillo",)
