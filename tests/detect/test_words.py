from __future__ import annotations

import pytest

from onetongue.detect.words import Gap, Shape, tokenize
from onetongue.document import Span


def words(text: str) -> list[str]:
    return [t.word for t in tokenize(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’État n'a pas", ["l'", "état", "n'", "a", "pas"]),
        ("aujourd'hui, c'mon, don't", ["aujourd'hui", "c'mon", "don't"]),
        ("Haut-Karabakh's", ["haut", "karabakh's"]),
        ("cafe\u0301", ["café"]),
        ("the boys’ toys", ["the", "boys", "toys"]),
        ("a 30,45\u00a0% b", ["a", "30,45\u00a0%", "b"]),
        ("see https://a.fr/le?x=1 or a@b.fr", ["see", "https://a.fr/le?x=1", "or", "a@b.fr"]),
        ("the django.conf.locale module", ["the", "django.conf.locale", "module"]),
        ("y'a et y'all", ["y'", "a", "et", "y'all"]),
        ("rm ./le/les-* ../des", ["rm", "./le/les-*", "../des"]),
        ("v1.4.2 is out", ["v1.4.2", "is", "out"]),
        ("see smh.com.au. It", ["see", "smh.com.au", "it"]),
        (
            "(https://a.fr/le). It www.b.fr, c@d.fr.",
            ["https://a.fr/le", "it", "www.b.fr", "c@d.fr"],
        ),
        ("at Canada.ca, ca va", ["at", "Canada.ca", "ca", "va"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("a b", Gap.SPACE),
        ("a-b", Gap.GLUED),
        ("a, b", Gap.COMMA),
        ("a: b", Gap.CLAUSE),
        ("a (b", Gap.PAREN),
        ("a “b", Gap.QUOTE),
        ("a. B", Gap.SENTENCE),
        ("M. Lavrov", Gap.SPACE),
        ("J. Smith", Gap.SPACE),
        ("https://a.fr/le. It", Gap.SENTENCE),
        ("www.a.fr/le, it", Gap.COMMA),
        ("a@b.fr. It", Gap.SENTENCE),
        ("a + b", Gap.SPACE),
        ("a  b", Gap.SPACE),
        ("a   b", Gap.CLAUSE),
        ("a\tb", Gap.CLAUSE),
        ("a   B", Gap.SPACE),
        ("à_b", Gap.GLUED),
        ("a\u00adb", Gap.GLUED),
        ("a – b", Gap.CLAUSE),
        ("a–b", Gap.COMMA),
        ("parse(): b", Gap.CLAUSE),
        ("a • b", Gap.CLAUSE),
        ("a) b", Gap.PAREN),
        ("a ’b", Gap.QUOTE),
        ("a… b", Gap.SENTENCE),
        # A full stop that only abbreviates, and one that ends a sentence after all.
        ("De M. Lavrov", Gap.SPACE),
        ("De M.\u00a0Lavrov", Gap.SPACE),
        ("De Mm. Lavrov", Gap.SPACE),
        ("vol. 3", Gap.SPACE),
        ("etc. il", Gap.SPACE),
        ("etc., Il", Gap.COMMA),
        ("etc. Il", Gap.SENTENCE),
        ("De J.-C. il", Gap.SPACE),
        ("De J.-C. Il", Gap.SENTENCE),
        ("M.) Lavrov", Gap.SENTENCE),
        ("M… Lavrov", Gap.SENTENCE),
        ("UE. Il", Gap.SENTENCE),
        ("3 p.m. It", Gap.SENTENCE),
    ],
)
def test_gaps(text: str, gap: Gap) -> None:
    first, *_, last = tokenize(text, Span(0, len(text)))
    assert (first.gap, last.gap) == (Gap.EDGE, gap)


def test_shapes() -> None:
    text = "Le Kremlin dit NON à 3 code `x`"
    shapes = [t.shape for t in tokenize(text, Span(0, len(text)))]
    assert shapes == [
        Shape.INITIAL, Shape.CAPITAL, Shape.LOWER, Shape.UPPER, Shape.LOWER, Shape.NUMBER,
        Shape.LOWER, Shape.LITERAL,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "literals"),
    [
        ("Il va de 10 $ à 20 $, soit 12 $", []),
        ("_Le chat_ dort", []),
        ("nom_client et code_postal", ["nom_client", "code_postal"]),
        ("Soit $x_i$ la valeur, $y$.", ["$x_i$", "$y$"]),
        ("lisez README.md, src/main et user.name()", ["README.md", "src/main", "user.name()"]),
        ("@if ($a) {{ b }} <x-a::b> %d", ["@if ($a)", "{{ b }}", "<x-a::b>", "%d"]),
        ("avec --lang, Ctrl+C ou 2.0-beta", ["--lang", "Ctrl+C", "2.0-beta"]),
        # Words to the detector, and numbers.
        ("l'API, un iPhone, le 12/03/2024, 3.11, M. LeBlanc", []),
        ("te revoir.je pars, les étudiant.e.s, oui/non", []),
    ],
)
def test_literals_are_no_words(text: str, literals: list[str]) -> None:
    tokens = tokenize(text, Span(0, len(text)))
    assert [t.word for t in tokens if t.shape is Shape.LITERAL] == literals


def test_nothing_inside_a_protected_stretch() -> None:
    text = "one ⟦two⟧ three"
    tokens = tokenize(text, Span(0, len(text)), (Span(4, 9),))
    assert [t.word for t in tokens] == ["one", "three"]
    assert tokens[1].gap is Gap.EDGE
