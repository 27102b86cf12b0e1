"""Names: first what must not change, then what must, then that nothing else does."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.spellings import exonyms, folded, is_same_name
from onetongue.names import Names
from onetongue.names.respelling import respell

ROOT = Path(__file__).parent.parent.parent

# English document, French source, translation: it stays.
SAME = [
    # a name in neither the document nor the tables
    ("Talks began.", "Sergueï Lavrov à Moscou", "Sergueï Lavrov in Moscow"),
    ("We saw Jean Martin.", "Martine Aubry", "Martine Aubry"),
    # already translated
    ("In Paris, Baku said nothing.", "Londres et Bakou", "London and Baku"),
    ("", "Londres et Bakou", "London and Baku"),
    # English words that are French names without their accents
    ("", "Gènes et maladies : une étude à Gênes", "Genes and diseases: a study in Genoa"),
    ("", "Venez à Côme", "Come to Como"),
    # never against the document
    ("They flew to Bakou on Monday.", "Bakou", "Bakou"),
    ("The prime minister visited Kiev.", "à Kiev", "in Kiev"),
    ("Both Haut-Karabakh and Nagorno-Karabakh.", "le Haut-Karabakh", "the Haut-Karabakh"),
    ("In the Haut-Karabakh, Nagorno-Karabakh.", "le Haut-Karabakh", "Nagorno-Karabakh"),
    ("He met Zelenskiy and Zelenski.", "Zelenski", "Zelenski"),
    # people named like places
    ("Holland won.", "François Hollande est parti. Hollande a ri.", "Hollande laughed."),
    ("", "M. Hollande, Maurice Ravel et Virginie", "Hollande, Maurice Ravel and Virginie"),
    ("He left for Holland.", "le président Hollande", "President Hollande"),
    ("", "Virginie Efira", "Virginie Efira"),
    # part of another name, here or there
    ("", "Haute-Savoie, Air Algérie", "Haute-Savoie, Air Algérie"),
    ("The Université de Genève said so.", "à Genève", "in Geneva"),
    ("", "rue de Londres, Université d'Erevan", "Rue de Londres, Université d'Erevan"),
    ("", "Bade-Wurtemberg", "Baden-Württemberg"),
    # two names of the same sound, of different people
    ("Later Jared Kushner left.", "Bernard Kouchner", "Bernard Kouchner"),
    ("Then Dmitry Medvedev left.", "Dmitri Peskov", "Dmitri Peskov"),
    ("They met Sharon in Houston.", "Charon, Huston", "Charon, Huston"),
    # literals and parts of words
    ("In Baku.", "voir www.Bakou.example et `Bakou`", "see www.Bakou.example and `Bakou`"),
    ("In Baku.", "Bakou", "the Bakouvian"),
    # English by another meaning: "Mexico" is what "Mexique" became
    ("", "Mexico, au Mexique", "Mexico, in Mexico"),
    ("From Mexico City.", "Mexico, au Mexique", "Mexico, in Mexico"),
]

# English document, French source, translation, respelled.
CHANGED = [
    ("It allowed Baku to act.", "selon Bakou", "according to Bakou", "according to Baku"),
    ("", "selon Bakou", "according to Bakou", "according to Baku"),
    ("Talks in Krakow.", "À Cracovie", "In Cracovie", "In Krakow"),
    ("Back in Côte d'Ivoire, it rained.", "en Côte d'Ivoire", "Ivory Coast", "Côte d'Ivoire"),
    ("We met Sergei Lavrov.", "Sergueï Lavrov", "Sergueï Lavrov", "Sergei Lavrov"),
    # an engine that loses accents
    ("We met Sergei Lavrov.", "Sergueï Lavrov", "Serguei Lavrov", "Sergei Lavrov"),
    ("", "la Macédoine", "Macedoine", "Macedonia"),
    ("We met Sergey Lavrov.", "Sergueï Lavrov", "Sergueï Lavrov", "Sergey Lavrov"),
    ("Minister Lavrov spoke.", "Sergueï Lavrov", "Sergueï Lavrov", "Sergei Lavrov"),
    ("The aide of Putin spoke.", "M. Poutine", "Mr. Poutine's aide", "Mr. Putin's aide"),
    ("The aide of Putin spoke.", "Poutine", "Poutine’s pro-Poutine aide", "Putin’s pro-Putin aide"),
    ("The aide of Putin spoke.", "POUTINE À BAKOU", "POUTINE IN BAKOU", "PUTIN IN BAKU"),
    ("In Kabul, Hamid Karzai spoke.", "Hamid Karzaï", "Hamid Karzaï", "Hamid Karzai"),
    ("So did Bashar al-Assad.", "Bachar el-Assad", "Bachar el-Assad", "Bashar al-Assad"),
    ("They flew to Zürich.", "Zurich", "Zurich", "Zürich"),
    ("They flew to Paris.", "la Palaos", "Palaos", "Palau"),
    ("We left.", "L'Arménie et l'Érythrée", "Arménie, Érythrée", "Armenia, Eritrea"),
]


@pytest.mark.parametrize(("english", "source", "translation"), SAME)
def test_stays(english: str, source: str, translation: str) -> None:
    assert respell(source, translation, Names.of(english)) == (translation, ())


@pytest.mark.parametrize(("english", "source", "translation", "expected"), CHANGED)
def test_changes(english: str, source: str, translation: str, expected: str) -> None:
    names = Names.of(english)
    result, changes = respell(source, translation, names)
    assert result == expected
    assert changes
    assert respell(source, result, names) == (expected, ())


def test_the_account_says_by_whose_authority() -> None:
    names = Names.of("Nobody in Baku answered.")
    _, changes = respell("Bakou, Tbilissi, Bakou", "Bakou, Tbilissi, Bakou", names)
    assert [tuple(change) for change in changes] == [
        ("Bakou", "Baku", "document"),
        ("Tbilissi", "Tbilisi", "table"),
    ]


def test_every_exonym_is_known_without_its_accents() -> None:
    assert all(folded(name) == name for name in exonyms().english)


def test_no_confusable_pair_of_the_benchmark_is_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks" / "translation")
    monkeypatch.delitem(sys.modules, "names", raising=False)
    benchmark = importlib.import_module("names")
    for true, false in benchmark.LISTS.values():
        result = benchmark.score(true, false)
        assert result.wrong == ()
        assert result.accepted / result.true > 0.8


_WORDS = st.lists(
    st.sampled_from(
        "Sergueï Lavrov Sergei Poutine Putin Bakou Baku BAKOU Mexico Mexique Hollande Québec Québec's"
        " Haut-Karabakh Nagorno-Karabakh Zelenski Zelensky Galice Galicie à de L' d'Erevan M. . ,"
        " pro-Poutine `Bakou` Le selon Côte d'Ivoire Ivory Coast Biélorussie Bélarus Belarus".split()
    ),
    max_size=9,
).map(" ".join)


@given(_WORDS, _WORDS, _WORDS)
def test_idempotent(english: str, source: str, translation: str) -> None:
    names = Names.of(english)
    once, _ = respell(source, translation, names)
    assert respell(source, once, names) == (once, ())


@given(st.text(), st.text(), st.text())
def test_any_text(english: str, source: str, translation: str) -> None:
    names = Names.of(english)
    once, changes = respell(source, translation, names)
    assert bool(changes) == (once != translation)
    assert respell(source, once, names)[0] == once


@given(st.text(alphabet="abcdéèïou ,.'’-\n1"), st.text())
def test_text_without_names_is_unchanged(source: str, translation: str) -> None:
    assert respell(source, translation, Names.of("In Baku Putin met Lavrov.")) == (translation, ())


@given(st.text(min_size=1), st.text())
def test_a_name_is_itself(name: str, other: str) -> None:
    assert is_same_name(name, name)
    assert is_same_name(name, other) in (True, False)


def test_another_languages_accents_go() -> None:
    text, changes = respell("Selon Bakou, rien.", "According to Bakú, nothing.", Names.of("Hello."))
    assert text == "According to Baku, nothing."
    assert [change.before for change in changes] == ["Bakú"]
