from __future__ import annotations

from onetongue.markup import silent


def test_every_sentence_is_answered_with_no_words() -> None:
    oracle = silent("es")
    answers = oracle.ask(["Hola.", "Adiós."])
    assert oracle.source == "es"
    assert {text: (one.text, one.confidence) for text, one in answers.items()} == {
        "Hola.": ("", 0.0),
        "Adiós.": ("", 0.0),
    }
    assert oracle.doubt_below == 0.0, "nothing is doubtful that nobody said"
