"""Kept names: words that are none, names that are, and the forms English makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.names.kept import alike, english_place, is_form, is_kept, is_likely, parts

# Nothing in these is asked for in a translation.
NO_NAME = [
    "",
    "le blé est cher",
    "l'OTAN et l'ONU, dit l'AFP",  # acronyms
    "au XIXe siècle, le XXe et le Ier",
    "Énumérez, calculons, Exactement. Énumérez",  # verbs and adverbs that open a sentence
    "avec Xi et Ri",
    "voir www.Peskov.ru, `Peskov` et #Peskov",
    "un Chat, des Saoudiens",
]


@pytest.mark.parametrize("text", NO_NAME)
def test_no_name(text: str) -> None:
    assert [part.text for part in parts(text) if is_likely(part)] == []
    assert [part.text for part in parts(text) if is_kept(part)] == []


@pytest.mark.parametrize(
    ("text", "kept", "likely"),
    [
        ("Selon Peskov, à Moscou, le Kremlin", "Peskov Kremlin", "Moscou"),
        ("sur Internet, en Europe", "", "Internet Europe"),  # as common in French as its own words
        ("selon Retailleau", "", "Retailleau"),
        ("Retailleau parle", "", ""),
        ("en Roumélie, des Tchécoslovaques", "", ""),
        ("Peskov parle. Lavrov aussi", "Peskov Lavrov", ""),
        ("Jean parle. Mélenchon parle", "", ""),
        ("selon M. Mélenchon", "Mélenchon", ""),
        ("Berners-Lee, l'Arctique", "Berners Lee", "Arctique"),
        ("à Trinité-et-Tobago", "Tobago", ""),  # English has "Trinidad"
    ],
)
def test_names(text: str, kept: str, likely: str) -> None:
    assert " ".join(part.text for part in parts(text) if is_kept(part)) == kept
    assert " ".join(part.text for part in parts(text) if is_likely(part)) == likely


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("à Paris, en Nouvelle-Zélande", []),
        ("londres", []),
        ("à Athènes. Londres ! L'Algérie", ["Athens", "London", "Algeria"]),
        ("Franco-Algérie", []),  # no place of its own
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert [place for part in parts(text) if (place := english_place(part))] == expected


@pytest.mark.parametrize(
    ("name", "text", "forms"),
    [
        ("Boston", "the Bristol, Austin, Bostwick", ""),
        ("Las", "La", ""),
        ("Ross", "Ros", ""),
        ("Kennedy", "Kenny's", ""),
        ("Peskov", "pesky Peskin", ""),
        ("Choïgou", "shoigu", ""),  # another spelling only as a name
        ("Boston", "bostonian", ""),
        ("Boston", "boston, Boston's, Bostonians", "boston Boston Bostonians"),
        ("Kennedy", "Kennedys", "Kennedys"),
        ("Ross", "Rosses", "Rosses"),
        ("Maoris", "Maori", "Maori"),
        ("Gagaouzie", "gagauz Gagauzia", "gagauz Gagauzia"),
        ("Choïgou", "Shoigu", "Shoigu"),
        ("Philippe", "Philip", "Philip"),
        ("Aristote", "Aristotle", "Aristotle"),
        ("Gazatte", "Gazette", "Gazette"),
        ("Benyamin", "Benjamin", "Benjamin"),
    ],
)
def test_forms(name: str, text: str, forms: str) -> None:
    assert " ".join(part.text for part in parts(text) if is_form(name, part)) == forms


def test_what_a_part_is() -> None:
    text = "Selon M. Berners-Lee"
    found = list(parts(text))
    assert [part.text for part in found] == ["Selon", "m", "Berners", "Lee"]
    assert [part.place for part in found] == [0, 1, 2, 3]
    assert [part.opens for part in found] == [True, False, False, False]
    assert [part.joined for part in found] == [False, True, False, True]
    assert [part.attached for part in found] == [False, False, False, True]
    assert [part.is_name for part in found] == [True, False, True, True]
    assert [part.is_name for part in parts("A AB Ab ab")] == [True, False, True, False]


def test_alike() -> None:
    assert alike("abcd", "abcd") == 1
    assert alike("abcd", "efgh") == 0
    assert alike("kavangh", "kavanaugh") == 0.875


@given(st.text())
def test_parts_stand_where_they_say(text: str) -> None:
    for place, part in enumerate(parts(text)):
        assert part.place == place
        assert len(text[part.start : part.end]) == len(part.text)
        assert text[part.start : part.end].casefold() == part.text.casefold()
