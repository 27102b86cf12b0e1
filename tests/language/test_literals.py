"""Literals: what is one, and that hiding them loses nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.document import Span
from onetongue.language.literals import between, find, mask, outside, substitute, unmask

NONE = [
    "Le ministre russe des affaires étrangères.",
    "30 %d’augmentation, 30 % de hausse",
    "le n° #1 à 19:30",
    "a < b et b > c",
    "aujourd’hui, c’est-à-dire",
    "et/ou, 5 $/jour, 10 $CAN, 50 km / h, Le Maire/ Paris",
    "Le montant est de 10 $ à 20 $, soit 12 $ de moins",
    "between $50,000 and $60,000, or US$10/US$20",
    "Fichier > Ouvrir > Récents",
    "la variable $HOME/$USER",
]

SOME = [
    ("Voir https://example.org/a_b?x=1&y=2#z.", ["https://example.org/a_b?x=1&y=2#z"]),
    ("(voir www.example.org/a_(b)).", ["www.example.org/a_(b)"]),
    ("écrire à jean.dupont+x@example.co.uk !", ["jean.dupont+x@example.co.uk"]),
    ("lancer `rm -rf x` puis ``a ` b``", ["`rm -rf x`", "``a `", "b``"][:1]),
    (
        "{user_id} {{ name }} ${home} %1$s %(a)s %s",
        ["{user_id}", "{{ name }}", "${home}", "%1$s", "%(a)s", "%s"],
    ),
    ("un <b>mot</b>", ["<b>", "</b>"]),
    ("@jean aime #français", ["@jean", "#français"]),
    ("la variable user_id", ["user_id"]),
    ("Bonjour $prenom, ouvrez C:\\Users\\paul\\a.txt.", ["$prenom", "C:\\Users\\paul\\a.txt"]),
    ("dans /home/user, ~/a/b et (../c/d.txt).", ["/home/user", "~/a/b", "../c/d.txt"]),
    ("Soit $x_i$ la valeur, $x^2 + 2x = 8$, et $$y$$.", ["$x_i$", "$x^2 + 2x = 8$", "$$y$$"]),
    ("à Paul <paul@example.fr>, iOS<https://a.fr>", ["<paul@example.fr>", "<https://a.fr>"]),
]


@pytest.mark.parametrize("text", NONE)
def test_language_is_no_literal(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(("text", "expected"), SOME)
def test_found(text: str, expected: list[str]) -> None:
    assert [literal.text for literal in find(text)][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{aa}", "{aa}"),
        ("b`aa`b {aa}", "b`aa`b {aa}"),
        ("a`b", "x`b"),
        ("aa`aa`aa", "xx`aa`xx"),
        ("a {a} a", "x {a} x"),
    ],
)
def test_substitute_leaves_literals_alone(text: str, expected: str) -> None:
    assert substitute(re.compile("a"), "x", text) == expected


@given(st.text(alphabet=st.sampled_from(list("ab@._#{}<>`/:htps%1$ \n?"))))
def test_spans_are_where_the_text_stands(text: str) -> None:
    end = 0
    for literal in find(text):
        assert literal.span.of(text) == literal.text
        assert literal.span.start >= end
        end = literal.span.end
    assert outside(text, lambda part: part) == text
    assert unmask(*mask(text)) in (text, None)


def test_masks_are_told_apart() -> None:
    text = " ".join(f"{{p{number}}}" for number in range(60))
    masked, literals = mask(text)
    assert len(literals) == 60
    assert len(set(masked.split())) == 60
    assert unmask(masked, literals) == text


def test_names_are_masked_with_the_literals() -> None:
    text = "Marie Blanc a {n} et Paul Petit"
    masked, kept = mask(text, [Span(0, 11), Span(21, 31)])
    assert (masked, kept) == ("QXZA a QXZB et QXZC", ("Marie Blanc", "{n}", "Paul Petit"))
    assert unmask(masked, kept) == text


def test_a_lost_or_doubled_mask_is_noticed() -> None:
    masked, literals = mask("Voir {a} ici")
    assert unmask("See here", literals) is None
    assert unmask(f"{masked} {masked}", literals) is None


def test_a_text_with_our_masks_is_not_masked() -> None:
    assert mask("QXZA et {a}") == ("QXZA et {a}", ())


def test_between_leaves_a_space_for_each() -> None:
    assert between("a {b} c") == "a   c"
