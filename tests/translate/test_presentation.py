"""Case, final punctuation and guillemets of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.translate.presentation import prepare, restore

# Sentences the engine gets as they are.
AS_IT_IS = [
    "NATO",
    "A 380",
    "",
    "Le chat noir.",
    "« Oui », dit-il.",
    "L’ONU et l’OTAN",
    "à Moscou",
    ": 12",
]

GIVEN = [
    ("Le chat\n  noir", "Le chat noir"),
    ("MINISTÈRE DES ARMÉES", "Ministère des armées"),
    ("VOIR LE SITE www.Example.org", "Voir le site www.Example.org"),
    ("Il a dit : « Oui.", "Il a dit : « Oui. »"),
    ("Oui », dit-il.", "« Oui », dit-il."),
    (": page du rapport", "page du rapport"),
    ("le \ud800 chat\0", "le \ufffd chat"),
]

# Answers that look as the sentence does.
KEPT = [
    ("la guerre russe", "Russian war"),
    ("lundi prochain", "Monday"),
    ("je pars", "I’m leaving"),
    ("à 19 heures", "at 7 p.m."),
    ("« Oui », dit-il.", "“Yes”, he said."),
    ("l’iPhone", "iPhone"),
    ("{nom} est là", "{nom} is here"),
    ("chez Apple", "Apple, Inc."),
    ("il hésite", "he hesitates.."),
    ("Il part :", "He leaves:"),
    ("le Monde", "Monde"),  # a name of the sentence
]

RESTORED = [
    ("à Moscou", "In Moscow.", "in Moscow"),
    ("Service minimum", "minimum service", "Minimum service"),
    ("Il part.", "he leaves", "He leaves."),
    ("Vraiment ?", "Really", "Really?"),
    ("quand il dort,", "when he sleeps.", "when he sleeps,"),
    ("chez Apple,", "at Apple, Inc.", "at Apple, Inc."),
    ("Il hésite...", "He hesitates", "He hesitates..."),
    ("Il hésite…", "He hesitates.", "He hesitates…"),
    ("Enregistrer sous…", "Save under ...", "Save under…"),
    ("« Enregistrer sous… »", "“Save under... ”", "“Save under…”"),
    ("aux États-Unis", "In the U.S.", "in the U.S."),
    ("Oui », dit-il.", "“Yes”, he said.", "Yes”, he said."),
    ("Il a dit : « Oui.", "He said: “Yes.”", "He said: “Yes."),
    ("Il a dit : « Oui.", 'He said: "Yes.', "He said: “Yes."),
    ("Oui », dit-il.", '"Yes," he said.', "Yes,” he said."),
    ("MINISTÈRE DES ARMÉES", "Ministry of the army.", "MINISTRY OF THE ARMY"),
    ("VOIR LE SITE www.Example.org", "See www.Example.org", "SEE www.Example.org"),
    ("1 960 hommes", "1 960 men", "1,960 men"),
    (": page du rapport", "Page of the report.", ": page of the report"),
    ("; VOIR LA PAGE", "See the page.", "; SEE THE PAGE"),
    (": 12", ": 12", ": 12"),
    ("le \ud800 chat", "the \ufffd cat", "the cat"),
    ("le \ufffd chat", "the \ufffd cat", "the \ufffd cat"),
]


@pytest.mark.parametrize("sentence", AS_IT_IS)
def test_given_as_it_is(sentence: str) -> None:
    assert prepare(sentence).text == sentence


@pytest.mark.parametrize(("sentence", "translation"), KEPT)
def test_an_answer_that_stays(sentence: str, translation: str) -> None:
    assert restore(prepare(sentence), translation) == translation


@pytest.mark.parametrize(("sentence", "expected"), GIVEN)
def test_what_the_engine_gets(sentence: str, expected: str) -> None:
    assert prepare(sentence).text == expected


@pytest.mark.parametrize(("sentence", "translation", "expected"), RESTORED)
def test_what_comes_of_its_answer(sentence: str, translation: str, expected: str) -> None:
    assert restore(prepare(sentence), translation) == expected


@pytest.mark.parametrize("sentence", ["12", "…", "", "https://example.org", "30,45 %"])
def test_no_words(sentence: str) -> None:
    assert not prepare(sentence).has_words


@given(st.text(), st.text())
def test_any_text_can_be_sent_and_comes_back_on_one_line(sentence: str, translation: str) -> None:
    sent = prepare(sentence).text
    sent.encode()
    assert len(sent.splitlines()) <= 1
    assert len(restore(prepare(sentence), translation).splitlines()) <= 1
