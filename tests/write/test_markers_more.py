"""Markers where they meet each other, the text's own signs, other runs and other hands.

Whatever the texts are, every result is verified when made, and reverting it gives its source.
"""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.engine import Engine
from support.normalizing import PROSE

import onetongue as ot
from onetongue.account import NormalizedDocument, verify_provenance
from onetongue.document import Evidence, Markers, Options, Segment, Span, Translation
from onetongue.errors import IntegrityError, SpanError
from onetongue.write import find_markers, next_id, strip_markers

if TYPE_CHECKING:
    from collections.abc import Sequence

Part = str | tuple[str, str]  # a text that stays, or an original and its translation
STYLES: tuple[Markers, ...] = ("bracket", "footnote", "none")  # those of plain text
ORDERS = list(permutations(STYLES))
each_style = pytest.mark.parametrize("markers", STYLES)
FRENCH = {
    "Le maire a refusé de répondre à nos questions.": "The mayor refused to answer our questions.",
    "La préfecture a fermé le pont pour deux semaines.": "The prefecture closed the bridge.",
    "Les habitants attendent une réponse depuis lundi.": "The residents have waited since Monday.",
}
# The signs of every style, alone and as the parts of markers that an author could have typed.
SIGNS = st.sampled_from(
    [*"⟦⟧\\[]^:", "[^", "[^fr", "[^fr1]", "[^fr3]", "⟦fr→en 2: ", "⟦fr→en 1: x⟧", "⟦fr→en?"]
)
WORDS = st.sampled_from(["oui", "été", " ", "\n", "\r\n", "\n\n"])
SIGNED = st.lists(st.one_of(SIGNS, WORDS), min_size=1, max_size=6).map("".join)


def put(parts: Sequence[str | tuple[str, str]], markers: Markers) -> NormalizedDocument:
    """Write a document of these parts; proves its way back."""
    source, changes = "", []
    for part in parts:
        text = part if isinstance(part, str) else part[0]
        if not isinstance(part, str):
            span = Span(len(source), len(source) + len(text))
            segment = Segment(span, text, "phrase", "fr", Evidence(0.9, "all words French"))
            changes.append((segment, Translation(part[1], "engine", 0.8)))
        source += text
    return proven(
        NormalizedDocument.of(ot.Document(source, ()), changes, options=Options(markers=markers))
    )


def proven(result: NormalizedDocument) -> NormalizedDocument:
    """The same result; its account leads back to the source."""
    verify_provenance(result.text, result.provenance(), result.source.text)
    assert ot.revert(result.text, result.provenance()) == result.source.text
    return result


@pytest.mark.parametrize(
    ("markers", "body"),
    [
        ("bracket", "Oh ⟦fr→en 1: yes⟧⟦fr→en 2: no⟧⟦fr→en 3: so⟧."),
        ("footnote", "Oh yes[^fr1]no[^fr2]so[^fr3]."),
        ("none", "Oh yesnoso."),
    ],
)
def test_adjacent_segments_stay_apart(markers: Markers, body: str) -> None:
    result = put(["Oh ", ("oui", "yes"), ("non", "no"), ("si", "so"), "."], markers)
    assert result.text.removesuffix(result.notes) == body
    assert strip_markers(result.text) == "Oh yesnoso."
    assert [record.id for record in result.records] == [1, 2, 3]


@each_style
@pytest.mark.parametrize("inner", [(0, 3), (2, 5), (4, 7), (0, 7)])
def test_nested_and_overlapping_segments_are_refused(
    markers: Markers, inner: tuple[int, int]
) -> None:
    text = "oui non"
    evidence = Evidence(0.9, "all words French")
    changes = [
        (Segment(span, span.of(text), "phrase", "fr", evidence), Translation("x", "engine", 0.8))
        for span in (Span(0, 7), Span(*inner))
    ]
    with pytest.raises(SpanError, match="before the one before it ends"):
        NormalizedDocument.of(ot.Document(text, ()), changes, options=Options(markers=markers))


@each_style
def test_a_marker_within_a_segment_is_text_like_any_other(markers: Markers) -> None:
    inner = "⟦fr→en 4: déjà⟧"
    result = put(["A ", (f"oui {inner} non", f"yes {inner} no"), "."], markers)
    assert [record.id for record in result.records] == [5]
    plain = "A yes déjà no." if markers != "bracket" else f"A yes {inner} no."
    assert strip_markers(result.text) == plain
    if markers == "bracket":
        assert result.text == r"A ⟦fr→en 5: yes \⟦fr→en 4: déjà\⟧ no⟧."
        assert len(find_markers(result.text)) == 1


@given(st.lists(st.tuples(SIGNED, SIGNED), min_size=1, max_size=4), SIGNED, SIGNED)
def test_signs_in_adjacent_segments_come_back(
    pairs: list[tuple[str, str]], before: str, after: str
) -> None:
    for markers in STYLES:
        result = put([before, *pairs, after], markers)
        assert len(result.records) == len(pairs)
        assert result.records[0].id >= next_id(result.source.text)


@given(st.lists(SIGNED, min_size=1, max_size=4))
def test_signs_in_translations_survive_stripping_brackets(translations: list[str]) -> None:
    result = put(["A ", *((f"oui{i}", text) for i, text in enumerate(translations))], "bracket")
    assert len(find_markers(result.text)) == len(translations)
    assert strip_markers(result.text) == "A " + "".join(translations)


NOTED = "He said so[^fr1], and again[^fr3].\n\n[^fr1]: Le Monde (Paris), 3 mai.\n[^fr3]: Ibid.\n"


@each_style
@pytest.mark.parametrize("place", ["before", "after"])
def test_the_notes_of_the_text_itself_keep_their_labels(markers: Markers, place: str) -> None:
    pair = ("Voyez [^fr1].", "See [^fr1].")
    parts: list[Part] = [pair, " ", NOTED] if place == "before" else [NOTED, "\n", pair, "\n"]
    result = put(parts, markers)
    bare = "".join(part if isinstance(part, str) else part[1] for part in parts)
    assert [record.id for record in result.records] == [4]
    assert strip_markers(result.text) == bare
    if markers == "footnote":
        assert "See [^fr1].[^fr4]" in result.text
        assert result.notes.startswith("\n[^fr4]: Voyez [^fr1]. (phrase, ")


def _signs_kept(sentence: str) -> str:
    """What the engine says to another sentence than the three: the signs in it stay."""
    signs = re.findall(r"⟦.*?: |\[\^(?:fr\d\])?|[⟦⟧\\\[\]^:]", sentence)
    return " ".join(["The mayor refused to answer our questions", *signs]) + "."


def normalize(text: str, markers: Markers) -> NormalizedDocument:
    return proven(
        ot.Normalizer(Options(markers=markers), engine=Engine(FRENCH, _signs_kept)).normalize(text)
    )


@pytest.mark.parametrize("styles", ORDERS)
@pytest.mark.parametrize("text", [f"{PROSE} {' '.join(FRENCH)} {PROSE}\n", *FRENCH])
def test_another_style_on_the_second_run_changes_nothing(
    styles: tuple[Markers, ...], text: str
) -> None:
    first = normalize(text, styles[0])
    assert first.records
    for markers in styles[1:]:
        again = normalize(first.text, markers)
        assert (again.text, again.records) == (first.text, ())


MIXED = f"{PROSE} {' '.join(FRENCH)} {PROSE}\n\n{PROSE}\n"


@given(st.lists(st.tuples(st.integers(0, len(MIXED)), SIGNS), max_size=5), st.sampled_from(ORDERS))
@example([(154, "⟧"), (155, "⟦fr→en 2: ")], ("footnote", "bracket", "none"))  # found in a note
def test_signs_anywhere_in_a_document(
    places: list[tuple[int, str]], styles: tuple[Markers, ...]
) -> None:
    text = MIXED
    for at, sign in sorted(places, reverse=True):
        text = text[:at] + sign + text[at:]
    for markers in styles:  # one may take what another left alone: a doubt has no marker in "none"
        text = normalize(text, markers).text
        again = normalize(text, markers)
        assert (again.text, again.records) == (text, ())


@pytest.mark.parametrize("styles", ORDERS)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize("newest", ["first", "last"])
def test_text_that_came_in_between_is_done_in_the_style_of_its_run(
    styles: tuple[Markers, ...], end: str, newest: str
) -> None:
    text, results = f"{PROSE}{end}", []
    gap = (end or "\n") * 2
    for markers, french in zip(styles, FRENCH, strict=True):
        added = f"{PROSE} {french} {PROSE}"
        text = f"{added}{gap}{text}" if newest == "first" else f"{text}{gap}{added}{end}"
        results.append(normalize(text, markers))
        assert [record.original for record in results[-1].records] == [french]
        text = results[-1].text
    shown = [r.records[0].id for r in results if r.markers != "none"]
    assert sorted(set(shown)) == shown
    bare = strip_markers(text)
    assert all(english in bare for english in FRENCH.values())
    assert not re.search(r"[⟦⟧]|\[\^", bare)
    for result in reversed(results):
        text = ot.revert(result.text, result.provenance())
        assert text == result.source.text


@pytest.mark.parametrize(("old", "new", "named"), [
    ("⟦fr→en 1: yes⟧", "yes", "record 1"),
    ("⟦fr→en 2: no⟧", "no", "record 2"),
    ("⟦fr→en 3: so⟧", "so", "record 3"),
    ("⟦fr→en 2: ", "⟦fr→en 9: ", "record 2"),
    ("yes[^fr1]", "yes", "record 1"),
    ("so[^fr3]", "so", "record 3"),
    ("[^fr2]: non", "[^fr2]: oui", "byte 111 .* in its notes"),
    ("\n\n[^fr1]: oui", "\n[^fr1]: oui", "byte 34 .* in its notes"),
])  # fmt: skip
def test_a_marker_changed_by_hand_is_named(old: str, new: str, named: str) -> None:
    parts: list[Part] = ["Oh ", ("oui", "yes"), ", ", ("non", "no"), ", ", ("si", "so"), ".\n"]
    result = put(parts, "bracket" if "⟦" in old else "footnote")
    assert result.text.count(old) == 1
    touched = result.text.replace(old, new)
    for undo in (verify_provenance, ot.revert):
        with pytest.raises(IntegrityError, match=f"changed after it was written.*{named}"):
            undo(touched, result.provenance())


@given(st.lists(st.tuples(SIGNED, SIGNED), min_size=1, max_size=4), SIGNED)
def test_markers_stripped_are_noticed(pairs: list[tuple[str, str]], between: str) -> None:
    parts = [part for pair in pairs for part in (pair, between)]
    for markers in ("bracket", "footnote"):
        result = put(parts, markers)
        with pytest.raises(IntegrityError, match="changed after it was written"):
            verify_provenance(strip_markers(result.text), result.provenance())


# The other choices of a second run. `fail` would raise if it took up again what was translated.
CHOICES = [
    {"min_confidence": 0.05},
    {"min_confidence": 0.99},
    {"source": ("fr", "es")},
    {"on_doubt": "keep"},
    {"on_doubt": "fail"},
]


@each_style
@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("later", STYLES)
def test_other_options_on_the_second_run_change_nothing(
    markers: Markers, later: Markers, choice: dict[str, Any]
) -> None:
    first = normalize(MIXED, markers)
    assert first.records
    options = Options(markers=later, **choice)
    again = proven(ot.Normalizer(options, engine=Engine(FRENCH, _signs_kept)).normalize(first.text))
    assert (again.text, again.records) == (first.text, ())


def test_what_a_stricter_first_run_left_is_found_by_the_second() -> None:
    text = f"{PROSE} {' '.join(FRENCH)} {PROSE}\n\nService minimum diplomatique\n\n{PROSE}\n"
    strict = Options(min_confidence=0.99, markers="footnote")
    first = proven(ot.Normalizer(strict, engine=Engine(FRENCH, _signs_kept)).normalize(text))
    second = normalize(first.text, "bracket")
    assert [record.original for record in second.records] == ["Service minimum diplomatique"]
    assert second.records[0].id > first.records[-1].id
    assert ot.revert(second.text, second.provenance()) == first.text
    assert ot.revert(first.text, first.provenance()) == text


@pytest.mark.parametrize(("pattern", "by"), [
    (r"⟦fr→en \d: ", ""),
    ("⟦", ""),
    ("⟧", ""),
    ("[⟦⟧]", ""),
    (r"⟦(fr→en \d: [^⟧]*)⟧", r"[\1]"),
    (r"⟦fr→en \d: ([^⟧]*)⟧", r"\1"),
    (r"⟦fr→en \d: [^⟧]*⟧ ?", ""),
    (r"(?<!\n)\[\^fr\d\]", ""),
    (r"\n\[\^fr\d\]: .*", ""),
    (r"\n\n\[\^fr1\]", "\n[^fr1]"),
])  # fmt: skip
def test_markers_stripped_by_hand_leave_nothing_to_do(pattern: str, by: str) -> None:
    """Whatever is left of them, the English is English and the notes are notes."""
    first = normalize(MIXED, "bracket" if "⟦" in pattern or "⟧" in pattern else "footnote")
    touched = re.sub(pattern, by, first.text)
    assert touched != first.text
    with pytest.raises(IntegrityError, match="the output was changed after it was written"):
        verify_provenance(touched, first.provenance())
    for markers in STYLES:
        again = normalize(touched, markers)
        assert (again.text, again.records) == (touched, ())


def test_markers_nested_by_hand_leave_nothing_to_do() -> None:
    nested = re.sub(r"⟦fr→en \d: [^⟧]*⟧", r"⟦fr→en 8: \g<0>⟧", normalize(MIXED, "bracket").text)
    assert normalize(nested, "bracket").text == nested


def test_an_original_that_is_no_note_any_more_is_translated_again() -> None:
    first = normalize(MIXED, "footnote")
    touched = re.sub(r"\n\[\^fr\d\]: (.*) \(.*\)", r"\n\1", first.text)
    again = normalize(touched, "bracket")
    assert " ".join(record.original for record in again.records).split() == " ".join(FRENCH).split()
    assert ot.revert(again.text, again.provenance()) == touched
