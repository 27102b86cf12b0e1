"""Glossaries: what is no term, what is one, how it gets into a translation, and bad files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.document import require_disjoint
from onetongue.errors import InputError, SpanError
from onetongue.terms.glossary import Glossary, Term, missing, substitute

DATA = Path(__file__).parent / "data"

# A term and a text it does not stand in.
ABSENT = [
    ("accord", "Il accorde un entretien, ils s’accordent."),  # a verb
    ("accord", "un désaccord, des raccords"),
    ("accord", "un accord-cadre et un non-accord"),
    ("accord", "voir `accord`, https://example.org/accord et #accord"),
    ("accord", "le fichier accord.pdf"),
    ("accord", "accord_bilatéral"),
    ("accord bilatéral", "un accord, bilatéral"),
    ("accord bilatéral", "un accord `x` bilatéral"),
    ("accord bilatéral", "un accord\n\nbilatéral"),
    ("accords de Minsk", "un accord de Minsk"),
    ("capital", "Capitaliser"),
    ("cour", "au cours de l’année"),
    ("fond", "le fonds monétaire"),
    ("foi", "une fois"),
    ("hui", "aujourd’hui"),
    ("île", "la presqu’île"),
    ("parti", "la partie adverse"),
    ("port", "la porte, ils portent"),
    ("plan", "une surface plane"),
    ("traité", "la question traitée"),
    ("armé", "l’armée"),
    ("capital", "la capitale"),
    ("pari", "à Paris"),
    ("personnel", "la vie personnelle"),
    ("signal", "il signale"),
    ("vent", "en vente"),
    ("Orange", "une orange"),
    ("Orange", "Orangeraie, ORANGE"),
    ("François", "Françoise est venue."),
    ("OTAN", "otan, Otan, OTANs"),
    ("US", "us et coutumes. Us et coutumes."),
    ("Port", "le Vieux-Port"),
    ("Minsk", "la ligne Minsk-Moscou"),
    ("accords de Minsk", "selon les Accords de Minsk"),
    ("Accord de Minsk", "L’accord de Minsk"),
    ("COVID-19", "COVID 19, COVID-190"),
    ("C", "le C-4, C’est, C++, C&A, A&C, C#"),
    ("C++", "le langage C, C++11"),
]

# Matches stand between ⟦ and ⟧.
PRESENT = [
    ("accord", "L’⟦accord⟧, l'⟦accord⟧ et les ⟦accords⟧. ⟦Accord⟧ ! ⟦ACCORDS⟧"),
    ("accord", "cet ⟦accord⟧-là, (⟦accord⟧), «\u00a0⟦accord⟧\u00a0», <b>⟦accord⟧</b>, ⟦accord⟧."),
    ("accord bilatéral", "les ⟦accords bilatéraux⟧ et l’⟦Accord bilatéral⟧"),
    ("accord bilatéral", "l’⟦accord\u00a0bilatéral⟧, l’⟦accord\nbilatéral⟧, l’⟦accord  bilatéral⟧"),
    ("avocat général", "l’⟦avocate générale⟧, les ⟦avocats généraux⟧"),
    ("premier ministre", "la ⟦Première ministre⟧, les ⟦premières ministres⟧"),
    ("cour d'appel", "les ⟦cours d’appel⟧"),
    ("président", "la ⟦présidente⟧ et les ⟦présidents⟧"),
    ("ukrainien", "l’armée ⟦ukrainienne⟧, les ⟦Ukrainiens⟧"),
    ("député", "les ⟦députées⟧"),
    ("conseiller", "une ⟦conseillère⟧"),
    ("travail", "les ⟦travaux⟧ du ⟦travail⟧"),
    ("bureau", "les ⟦bureaux⟧"),
    ("pays", "un ⟦pays⟧, des ⟦pays⟧"),
    ("Azerbaïdjan", "d’⟦Azerbaïdjan⟧, qu'⟦Azerbaïdjan⟧, jusqu’⟦Azerbaïdjan⟧"),
    ("Azerbaïdjan", "l’⟦Azerbai\u0308djan⟧"),
    ("Haut-Karabakh", "dans le ⟦Haut-Karabakh⟧, du ⟦Haut\u2011Karabakh⟧"),
    ("aujourd'hui", "⟦aujourd’hui⟧"),
    ("accords de Minsk", "⟦Accords de Minsk⟧. « ⟦Accords de Minsk⟧ ». Les ⟦accords de Minsk⟧"),
    ("OTAN", "l’⟦OTAN⟧"),
    ("iPhone", "⟦IPhone⟧ ou ⟦iPhones⟧"),
    ("C++", "en ⟦C++⟧, en ⟦C++⟧."),
    (".NET", "en ⟦.NET⟧"),
]


def glossary(*pairs: tuple[str, str]) -> Glossary:
    return Glossary(tuple(Term(*pair, "a.tsv", line) for line, pair in enumerate(pairs, start=1)))


def load(path: Path, content: str | bytes) -> Glossary:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Glossary.load([path])


def pairs(read: Glossary) -> list[tuple[str, str, int]]:
    return [(term.source, term.target, term.line) for term in read.terms]


def translated(text: str, *entries: tuple[str, str]) -> str:
    return substitute(text, glossary(*entries).find(text))


@pytest.mark.parametrize(("term", "text"), ABSENT)
def test_no_term_stands_there(term: str, text: str) -> None:
    assert glossary((term, "X")).find(text) == ()


@pytest.mark.parametrize(("term", "marked"), PRESENT)
def test_terms_are_found(term: str, marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    found = glossary((term, "X")).find(text)
    shown = text
    for match in reversed(found):
        stretch = match.span.of(text)
        shown = f"{shown[: match.span.start]}⟦{stretch}⟧{shown[match.span.end :]}"
    assert shown == marked


@pytest.mark.parametrize(
    ("sources", "text", "expected"),
    [
        (["accord", "accord de paix"], "l’accord de paix, l’accord", ["accord de paix", "accord"]),
        (["accord de paix", "paix durable"], "l’accord de paix durable", ["accord de paix"]),
        (["accord", "accords"], "les accords", ["accords"]),
        (["cour", "cours"], "en cours", ["cours"]),
        (["orange", "Orange"], "Orange et orange", ["Orange", "orange"]),
        (["C", "C++"], "C++ et C", ["C++", "C"]),
        (["NET", ".NET"], "en .NET et NET", [".NET", "NET"]),
        (["Yahoo", "Yahoo!"], "Yahoo! et Yahoo", ["Yahoo!", "Yahoo"]),
        (["accord", "cadre", "accord-cadre"], "un accord-cadre", ["accord-cadre"]),
    ],
)
def test_the_longest_and_most_exact_wins(
    sources: list[str], text: str, expected: list[str]
) -> None:
    found = glossary(*((source, source) for source in sources)).find(text)
    assert [match.term.source for match in found] == expected


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"),
    [
        ("Haut-Karabakh", "Nagorno-Karabakh", "dans le Haut-Karabakh", "dans le Nagorno-Karabakh"),
        ("Haut-Karabakh", "Nagorno-Karabakh", "du Haut-Karabakh", "du Nagorno-Karabakh"),
        ("Vieux-Port", "Vieux-Port", "L’accès au Vieux-Port", "L’accès au Vieux-Port"),
        ("accord", "accord", "d’Accords", "d’Accords"),
        ("accord", "treaty", "l’accord", "le treaty"),
        ("accord", "agreement", "l’accord", "l’agreement"),
        ("accord", "treaty", "L'accord", "Le treaty"),
        ("accord", "treaty", "L’ACCORD SIGNÉ", "LE TREATY SIGNÉ"),
        ("Azerbaïdjan", "Azerbaijan", "d’Azerbaïdjan", "d’Azerbaijan"),
        ("Érythrée", "Sudan", "jusqu’Érythrée", "jusque Sudan"),
        ("accord", "treaty", "Accord : les accords", "Treaty : les treaties"),
        ("accord bilatéral", "bilateral agreement", "Accords bilatéraux", "Bilateral agreements"),
        ("chef d'État", "head of state", "les chefs d’État", "les heads of state"),
        ("forces armées", "armed forces", "les forces armées", "les armed forces"),
        ("information", "information", "les informations", "les informations"),
        ("renseignement", "intelligence", "des renseignements", "des intelligence"),
        ("bilatéral", "bilateral", "des liens bilatéraux", "des liens bilateral"),
        ("OTAN", "NATO", "L’OTAN et l’OTAN", "Le NATO et le NATO"),
        ("ONG", "NGO", "les ONG", "les NGO"),
        ("porte-parole", "spokesman", "les porte-paroles", "les spokesmen"),
        ("crise", "crisis", "les crises", "les crises"),
        ("pays", "country", "les pays", "les country"),
    ],
)
def test_the_target_takes_its_place(source: str, target: str, text: str, expected: str) -> None:
    assert translated(text, (source, target)) == expected


def test_matches_of_another_text_are_refused() -> None:
    found = glossary(("accord", "treaty")).find("Ils ont signé un accord.")
    with pytest.raises(SpanError, match="glossary match"):
        substitute("un accord", found)


@pytest.mark.parametrize(
    ("text", "translation", "expected"),
    [
        ("l’accord", "the agreement", []),
        ("l’accord", "the Agreements", []),
        ("l’accord", "the disagreement", ["accord"]),
        ("l’accord", "the deal", ["accord"]),
        ("l’accord", "see https://example.org/agreement", ["accord"]),
        ("un accord, deux accords", "one agreement", ["accord"]),
        ("un accord, deux accords", "one agreement, two agreements", []),
        ("l’accord bilatéral", "the bilateral\u00a0agreement", []),
        ("l’accord et l’accord bilatéral", "the bilateral agreement", ["accord"]),
        ("l’accord et l’accord bilatéral", "the agreement on the bilateral agreement", []),
        ("le Haut-Karabakh", "Nagorno\u2011Karabakh’s people", []),
        ("le Haut-Karabakh", "Upper Karabakh", ["Haut-Karabakh"]),
        ("les pays", "the countries", []),
        ("le deal", "nothing", []),
    ],
)
def test_missing_targets_are_told(text: str, translation: str, expected: list[str]) -> None:
    read = glossary(
        ("accord", "agreement"),
        ("accord bilatéral", "bilateral agreement"),
        ("Haut-Karabakh", "Nagorno-Karabakh"),
        ("pays", "country"),
    )
    assert [term.source for term in missing(read.find(text), translation)] == expected


def test_lines_with_tabs(tmp_path: Path) -> None:
    read = load(
        tmp_path / "a.tsv",
        "\ufefffr\ten-GB\tnote\r\n# names\r\nHaut-Karabakh\tNagorno-Karabakh\tnot “Upper”\r\n\r\n"
        "Vieux-Port\r\naccord \t agreement",
    )
    assert pairs(read) == [
        ("Haut-Karabakh", "Nagorno-Karabakh", 3),
        ("Vieux-Port", "Vieux-Port", 5),
        ("accord", "agreement", 6),
    ]
    assert [term.is_kept for term in read.terms] == [False, True, False]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", []),
        ("# nothing\n\n", []),
        ("en\tfr\nagreement\taccord\n", [("accord", "agreement", 2)]),
        ("accord\tagreement\naccord\tagreement\n", [("accord", "agreement", 1)]),
        ("accord\tagreement\nfr\ten\n", [("accord", "agreement", 1), ("fr", "en", 2)]),
        ("de\tof\n", [("de", "of", 1)]),
    ],
)
def test_what_lines_say(tmp_path: Path, content: str, expected: list[tuple[str, str, int]]) -> None:
    assert pairs(load(tmp_path / "a.txt", content)) == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("accord\t\n", r"a\.tsv:1: no target term; write one"),
        ("\n\tagreement\n", r"a\.tsv:2: no source term; write one"),
        ("a\tb\tc\td\n", r"a\.tsv:1: 4 columns; keep"),
        ("de\ten\nVertrag\ttreaty\n", r"a\.tsv:1: the header says de and en; .*fr to en"),
        ("…\tellipsis\n", r"a\.tsv:1: a term needs letters"),
        (b"accord\tagreement\ntrait\xe9\ttreaty\n", r"a\.tsv:2: byte 6 .* not UTF-8; save"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load(tmp_path / "a.tsv", content)


def test_commas_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.csv:1: CSV is not read; save"):
        load(tmp_path / "a.csv", "accord,agreement\n")


def test_conflicts_name_both_places(tmp_path: Path) -> None:
    first, second = tmp_path / "a.tsv", tmp_path / "b.tsv"
    first.write_text("pacte\tpact\nl'accord\tagreement\n", encoding="utf-8")
    second.write_text("# ours\nL’Accord\ttreaty\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        Glossary.load([first, second])
    assert f"{second}:2: 'L’Accord' is 'treaty' here" in str(caught.value)
    assert f"'agreement' at {first}:2; keep one" in str(caught.value)


def test_case_makes_no_conflict() -> None:
    read = glossary(("orange", "orange"), ("Orange", "Orange"), ("orange", "orange"))
    assert len(read.terms) == 2


def test_do_not_translate_contradicts_a_target() -> None:
    with pytest.raises(InputError, match=r"a\.tsv:2: .* a\.tsv:1; keep one"):
        glossary(("Vieux-Port", "Vieux-Port"), ("Vieux-Port", "Old Port"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("vieux-port.tbx", [("Vieux-Port", "Vieux-Port", 7)]),
        ("basic-dct.tbx", [("accord", "treaty", 14), ("traité bilatéral", "treaty", 17)]),
        ("martif.tbx", [("cessez-le-feu", "ceasefire", 7)]),
    ],
)
@pytest.mark.parametrize("suffix", [".tbx", ".xml"])
def test_tbx(tmp_path: Path, name: str, suffix: str, expected: list[tuple[str, str, int]]) -> None:
    path = (tmp_path / name).with_suffix(suffix)
    assert pairs(load(path, (DATA / name).read_bytes())) == expected


def test_tbx_leaves_the_port_alone() -> None:
    read = Glossary.load([DATA / "vieux-port.tbx"])
    text = "Sur le Vieux-Port de Marseille"
    matches = read.find(text)
    assert [match.span.of(text) for match in matches] == ["Vieux-Port"]
    assert substitute(text, matches) == text
    assert missing(matches, "On the Vieux-Port of Marseille") == ()
    assert missing(matches, "On the Old Port of Marseille") == read.terms


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Glossary.load([tmp_path / "none.tsv"])


def test_no_glossary_finds_nothing() -> None:
    assert Glossary.load([]).find("l’accord") == ()


PARTS = st.sampled_from(
    [
        *"accord accords bilatéral bilatéraux de paix Minsk Haut Karabakh C ++ d’ l' - ` # . «".split(),
        *"\u2011\u00a0\u0301\U0001f600É\n ",
    ]
)
TEXTS = st.lists(PARTS).map("".join) | st.text()
SOME = glossary(
    ("accord", "agreement"),
    ("accord bilatéral", "bilateral agreement"),
    ("accord de paix", "peace treaty"),
    ("paix", "peace"),
    ("Haut-Karabakh", "Nagorno-Karabakh"),
    ("C++", "C++"),
)


@given(TEXTS)
def test_matches_are_in_order_disjoint_and_within_the_text(text: str) -> None:
    require_disjoint((match.span for match in SOME.find(text)), len(text), "match")


@given(TEXTS)
def test_nothing_changes_outside_the_matches(text: str) -> None:
    assert substitute(text, ()) == text
    matches = SOME.find(text)
    kept = Glossary(tuple(Term(term.source, term.source, "", 1) for term in SOME.terms))
    assert substitute(text, kept.find(text)) == text
    assert [match.span for match in kept.find(text)] == [match.span for match in matches]
    assert missing(matches, substitute(text, matches)) == ()


@given(st.text(min_size=1))
def test_a_term_is_found_in_itself_or_refused(source: str) -> None:
    try:
        term = Term(source.strip(), "X", "a.tsv", 1)
    except InputError:
        return
    for match in Glossary((term,)).find(source):
        assert match.span.of(source) == source.strip()
