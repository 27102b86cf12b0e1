"""What users of other offline translators complain of does not happen to a whole segment here.

The engine is a dictionary that makes the mistakes; the issue stands beside each case.
"""

from __future__ import annotations

import pytest
from support.engine import Engine

from onetongue.translate import Oracle, translate_segments

RIGHT = [
    # argos #276: numbers, times, URLs, e-mail addresses, + and € are damaged
    ("Il est 19 h 30.", {"Il est 19 h 30.": "It is 19 h 30."}, "It is 19:30."),
    ("Il est 19h30.", {"Il est 19h30.": "It is 19h30."}, "It is 19:30."),
    ("30,45 % des voix", {"30,45 % des voix": "30,45 % of the votes"}, "30.45% of the votes"),
    ("1 960 soldats", {"1 960 soldats": "1 960 soldiers"}, "1,960 soldiers"),
    ("+33 1 et 5 €", {"+33 1 et 5 €": "+33 1 and €5"}, "+33 1 and €5"),
    (
        "Voir https://example.org/a_b et jean@example.org.",
        {
            "Voir https://example.org/a_b et jean@example.org.": (
                "See https://example.org/a_b and jean@example.org."
            )
        },
        "See https://example.org/a_b and jean@example.org.",
    ),
    # ModernMT #129: « » are left in English
    ("« la paix »", {"la paix": "the peace"}, "“the peace”"),
    ("Il veut « la paix ».", {"Il veut « la paix ».": "He wants « peace »."}, "He wants “peace”."),
    # argos #310, LibreTranslate #917, Opus-MT #89: capitals are not translated, or invented about
    ("LE CHAT DORT", {"Le chat dort": "The cat sleeps."}, "THE CAT SLEEPS"),
    # argos #456, Opus-MT #49: bullets make the translation worse
    *(
        (
            f"{bullet} Le chat dort.",
            {"Le chat dort.": "The cat sleeps."},
            f"{bullet} The cat sleeps.",
        )
        for bullet in "⋮‣●|•◦▪–-*"
    ),
    (
        "● Le chat dort.\n● Il ronfle.",
        {"Le chat dort.": "The cat sleeps.", "Il ronfle.": "It snores."},
        "● The cat sleeps.\n● It snores.",
    ),
    # argos #237: newlines are lost
    (
        "Le chat dort.\n\nIl ronfle.\n",
        {"Le chat dort.": "The cat sleeps.", "Il ronfle.": "It snores."},
        "The cat sleeps.\n\nIt snores.\n",
    ),
    # LibreTranslate #123: placeholders
    ("Bonjour {nom} !", {"Bonjour {nom} !": "Hello {nom} !"}, "Hello {nom}!"),
]

DOUBTFUL = [
    # argos #318: the engine gets stuck
    ("des effets indésirables", "adverse adverse adverse effects", "duplication"),
    (
        "Le vaccin a des effets indésirables.",
        "The vaccine has adverse effects on the body. adverse effects on the body.",
        "duplication",
    ),
    # Opus-MT #49: it invents text
    ("Liste des membres du bureau", "List of the members " * 2 + "of the board " * 3, "omission"),
    # argos #276
    ("Il est 19 h 30.", "It is 7:13 p.m.", "numbers"),
    ("Voir https://example.org/a_b ici.", "See https://example.org/a b here.", "markup"),
    ("Écrire à jean@example.org ici.", "Write here to jean @ example.org.", "markup"),
    # LibreTranslate #123
    ("Bonjour {nom_client} !", "Hello {customer_name}!", "markup"),
    # argos #310
    ("Le chat dort ici.", "Le chat dort ici.", "untranslated"),
]


@pytest.mark.parametrize(("source", "entries", "expected"), RIGHT)
def test_comes_out_right(source: str, entries: dict[str, str], expected: str) -> None:
    (result,) = translate_segments([source], Oracle(Engine(entries)))
    assert result.text == expected
    assert not result.doubtful


@pytest.mark.parametrize(("source", "answer", "check"), DOUBTFUL)
def test_is_marked_doubtful(source: str, answer: str, check: str) -> None:
    (result,) = translate_segments([source], Oracle(Engine({source: answer})))
    assert dict(result.checks)[check] == "failed"
    assert result.doubtful
