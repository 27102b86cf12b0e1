"""Literals: what is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.literals import (
    are_in,
    between,
    find,
    find_code,
    is_only_signs,
    outside,
    substitute,
)

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
    "10 $US, 5 $CAN, $US 10",
    # Glued to the sentence before, or with the endings for everybody.
    "J'espère te revoir.je pars demain, la maison.la rue, merci.beaucoup",
    "les étudiant.e.s, les citoyen.nes, les acteur.rices et tou.te.s",
    "p.ex. une pomme, 50 av. J.-C., c.-à-d. ici, M.Dupont",
    "Il est venu --mais trop tard-- et --hélas-- reparti",
    "-Tu viens ?\n-a dit le roi\nallez -y",
    # French has an acronym of its own, or a word that somebody shouts.
    "l'ONU, l'OTAN, l'UE, la TVA, le PIB, le SIDA, les PME, l'OMS, l'IA, une BD",
    "NON, c'est TRÈS bien, ATTENTION au TOTAL",
    "LE SITE EST EN HTTP",
    "au XIXe siècle, Louis XIV, Jean-Paul II",
    # Names, and words between which a space was lost.
    "McDonald, LeBlanc, MacArthur, O'Brien, la finLe",
    "oui/non, mari/femme, km/h, H/F, A/R, 24/7, 3/4, 5 €/kg",
    "le(s) document(s), article 3(2), enfant(s)",
    "1 960 soldats, 12,50 €, 1.960 $, 14h30, 25 km, 5 °C, 16 px",
    "ceci :suite, et: voilà",
    "9:00 - Accueil: café, 10:30 Pause: salle B",
    "à 14:25 Max: non",
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
    (
        "CONTRIBUTING.md, a.tar.gz, .env et Makefile",
        ["CONTRIBUTING.md", "a.tar.gz", ".env", "Makefile"],
    ),
    ("les *.po de src/main et img/a.png", ["*.po", "src/main", "img/a.png"]),
    ("lancer ./build.sh puis ../images/", ["./build.sh", "../images/"]),
    ("sous MIT, GPL-3.0, Apache-2.0 ou CC BY-SA", ["MIT", "GPL-3.0", "Apache-2.0", "CC BY-SA"]),
    ("l'API REST en JSON, la CIA, un iPhone", ["API", "REST", "JSON", "CIA", "iPhone"]),
    ("selon l'ONU, le format CSV", ["CSV"]),
    ("Lisez README", ["README"]),
    (
        "user.name, obj.attr.method(), $user->ok, std::vector, f(), Math.round(x)",
        ["user.name", "obj.attr.method()", "$user->ok", "std::vector", "f()", "Math.round(x)"],
    ),
    ("userId, getName(), YouTube, get_area(r)", ["userId", "getName()", "YouTube", "get_area(r)"]),
    ("avec --lang fr ou --out=a, -v et -rf", ["--lang", "--out=a", "-v", "-rf"]),
    ("@if ($a->b()) oui @endif", ["@if ($a->b())", "@endif"]),
    ("@lang('a.b') {% if user %} {# note #}", ["@lang('a.b')", "{% if user %}", "{# note #}"]),
    ("{!! $html !!} {{{ a }}} <%= nom %>", ["{!! $html !!}", "{{{ a }}}", "<%= nom %>"]),
    (
        "{0} {props.total} %{count} %d :count :smile: [[ nom ]]",
        ["{0}", "{props.total}", "%{count}", "%d", ":count", ":smile:", "[[ nom ]]"],
    ),
    ("{n, plural, one {# ami} other {# amis}}", ["{n, plural, one {# ami} other {# amis}}"]),
    (
        '<x-a::b :url="$p->url"> <Trans> <0>a</0>',
        ['<x-a::b :url="$p->url">', "<Trans>", "<0>", "</0>"],
    ),
    (r"Soit \(a+b\) ou \[x\]", [r"\(a+b\)", r"\[x\]"]),
    ("Ctrl+Maj+S, Ctrl + C, ⌘K, F5", ["Ctrl+Maj+S", "Ctrl + C", "⌘K", "F5"]),
    ("exemple.com, example.org/a, localhost:80", ["exemple.com", "example.org/a", "localhost:80"]),
    ("v1.2, 2.3.1-beta, 10.0.0.1, 22.04", ["v1.2", "2.3.1-beta", "10.0.0.1", "22.04"]),
    ("le 12/03/2024 et le 2024-03-12", ["12/03/2024", "2024-03-12"]),
    ("[10:03] <lou> salut", ["[10:03] <lou>"]),
    ("[12/03/2024, 14:24:01] Zoé Roy: salut", ["[12/03/2024, 14:24:01] Zoé Roy:"]),
    ("non\n12/03/2024 14:22 - Zoé: salut", ["12/03/2024 14:22 - Zoé:"]),
    ("Merci 😊, 👍🏽 et ❤️ 👨‍👩‍👧 !", ["😊", "👍🏽", "❤️", "👨‍👩‍👧"]),
    ("si x ≤ 10 → fin", ["≤", "→"]),
    ("à Paul <paul@example.fr>, iOS<https://a.fr>", ["<paul@example.fr>", "iOS", "<https://a.fr>"]),
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


_PIECES = [*"abAB@._#{}<>`/:%1$ \n?-+*()[]\\\"'~!=", "http://", "Ctrl", "MIT", "if", "é"]


def test_the_sentences_of_the_table() -> None:
    lines = (Path(__file__).parent / "data" / "literals.tsv").read_text(encoding="utf-8")
    asked, missed, false = 0, list[str](), list[str]()
    for line in lines.splitlines()[1:]:
        _, sentence, cell = line.split("\t")
        expected = cell.split("␟") if cell else []
        found = [literal.text for literal in find(sentence)]
        asked += len(expected)
        missed += [text for text in expected if text not in found]
        false += [text for text in found if text not in expected]
    assert asked == 216
    assert len(missed) <= 2, missed
    assert len(false) <= 1, false


# Slow, if the work grew with the square of the length.
@pytest.mark.parametrize(
    "piece",
    [*"{@$_/.<`-(:1A", "{{", "{%", "a.", "a-", "2024-", '<a "', "a(", "\\(", "a::", "Ctrl+", "A A"],
)
def test_a_sign_again_and_again_is_read_in_one_go(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    assert len(find(text)) <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'API, un iPhone, GPL-3.0, 3.11 et 12/03/2024", []),
        ("a_b et {c} et v1.2", ["a_b", "{c}", "v1.2"]),
    ],
)
def test_what_is_no_language_is_less(text: str, expected: list[str]) -> None:
    assert [literal.text for literal in find_code(text)] == expected


def test_only_what_stands_within_is_found() -> None:
    assert [literal.text for literal in find_code("{a} {b} {c}", 3, 8)] == ["{b}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@if ($a->b)", True),
        ("  {% if a %}{{ b }} ", True),
        ("</x-mail::panel>", True),
        ("{{ nom }}", False),
        ("@jean", False),
        ("@endif Merci", False),
        ("", False),
    ],
)
def test_directives_alone(text: str, expected: bool) -> None:
    assert is_only_signs(text) is expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("le fichier a.txt", "the file a.txt", True),
        ("le fichier a.txt", "the file b.txt", False),
        ("{n} et {n}", "{n}", False),
        ("{n}", "{n} {n}", False),
        ("sous MIT", "under PUT", False),
        ("la CIA", "the CIA of the CIA", True),
        ("du vin 🍷 ici", "wine 🍷 here", True),
        ("du vin 🍷 ici", "wine 🌙 here", False),
        ("au plus ≤ 10", "at most 10", False),
        ("le 12/03/2024", "on 12/03/2024", True),
        ("le 12/03/2024", "on 03/12/2024", False),
    ],
)
def test_every_literal_as_often(source: str, target: str, expected: bool) -> None:
    assert are_in(source, target) is expected


def test_between_leaves_a_space_for_each() -> None:
    assert between("a {b} c") == "a   c"


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_spans_are_where_the_text_stands(text: str) -> None:
    for found in (find(text), find_code(text)):
        end = 0
        for literal in found:
            assert literal.span.of(text) == literal.text != ""
            assert literal.span.start >= end
            end = literal.span.end
    assert outside(text, lambda part: part) == text
    assert are_in(text, text)
