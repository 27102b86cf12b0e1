"""Single words, English or not."""

from __future__ import annotations

import pytest

from onetongue.language.wordlists import words
from onetongue.translate.checks.english import WordStanding, is_rather_french, standing

ENGLISH = """
    happiness unhappiness middleware webhook tokenizer tokenizers redownload kayaking tokenization
    denuclearisation decriminalise catastrophizing patchier woundedness flypapers cycads cinemagoing
    intelligibly skywards submerges civilises gratifies succours visualisations extravehicular
    significances idempotent serializable plus hay font locale don't they're bats' y'all
""".split()
SUSPECT = "que los dans avec pour las".split()
FOREIGN = """
    taquilla presionar imposiciones peticionario presione arrantzales ordenanza favorecedor norcoreana
    penurias revoir éclai panne pêchés limogé échantillonnés imprimable surbalayage l'amende
""".split()


@pytest.mark.parametrize(
    ("word", "found"),
    [
        *[(word, WordStanding.ENGLISH) for word in ENGLISH],
        *[(word, WordStanding.SUSPECT) for word in SUSPECT if word != "pour"],
        *[(word, WordStanding.FOREIGN) for word in FOREIGN],
    ],
)
def test_standing(word: str, found: WordStanding) -> None:
    assert standing(word) is found


def test_the_list_of_english_words_holds_only_what_would_be_suspected() -> None:
    """Each is one that levels or letters alone would call foreign."""
    listed = words("english_too")
    assert {"plus", "hay", "font", "idempotent"} <= listed
    assert all(word == word.lower() for word in listed)
    assert all(standing(word) is WordStanding.ENGLISH for word in listed)


def test_french_is_what_french_has_more_than_the_others() -> None:
    assert [is_rather_french(word) for word in ("rivage", "azulejos", "mkdir", "éclai")] == [
        True,
        False,
        False,
        True,
    ]
