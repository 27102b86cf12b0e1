"""What the reader sees, and reading it back."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.account import NormalizedDocument
from onetongue.document import (
    Document,
    EngineId,
    Evidence,
    Markers,
    Options,
    Origin,
    Segment,
    Span,
    Translation,
)
from onetongue.errors import InputError
from onetongue.prose import Prose, Run
from onetongue.write import find_markers, next_id, render, strip_markers
from onetongue.write.markers import content_of

Normalize = Callable[..., NormalizedDocument]
PLAIN_TEXT = st.text(
    st.one_of(st.characters(exclude_characters="⟦[\r\n"), st.sampled_from("⟧]^\\"))
)

# Not one of these is a marker, so none may be protected, stripped or counted.
NO_MARKER = [
    "",
    "⟦",
    "⟧⟦",
    "⟦fr→en 1⟧",
    "⟦fr→en 1: not closed",
    "⟦fr→en 0: x⟧",
    "⟦fr→en 1234567890: x⟧",
    "⟦f→en 1: x⟧",
    "⟦fr→english 1: x⟧",
    "⟦FR→en 1: x⟧",
    "⟦fr->en 1: x⟧",
    "⟦fr→en 1:x⟧",
    "⟦fr→en 1: x\\⟧",
    "[fr→en 1: x]",
    "[^1]",
    "[^note]",
    "[^fr0]",
    "[^fr]",
    "[^french1]",
    "[fr1]: https://example.org",
]


@pytest.mark.parametrize("text", NO_MARKER)
def test_no_marker(text: str) -> None:
    assert find_markers(text) == ()
    assert strip_markers(text) == text
    assert next_id(text) == 1


SEGMENT = Segment(Span(0, 3), "oui", "phrase", "fr", Evidence(0.9, "all words French"))


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
@pytest.mark.parametrize("text", NO_MARKER)
def test_what_has_no_marker_is_content(text: str, markers: Markers) -> None:
    assert content_of(text, SEGMENT, markers) == text


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none", "attributes"])
@pytest.mark.parametrize(
    "text", [*filter(None, NO_MARKER), "yes", "yes \n", "a[^fr1] ⟦fr→en 1: b⟧"]
)
def test_the_content_comes_back_out_of_its_marker(text: str, markers: Markers) -> None:
    segment = (
        replace(SEGMENT, prose=Prose((Run(0, 3, "oui"),))) if markers == "attributes" else SEGMENT
    )
    made = render(1, segment, Translation(text, "human", 1), target="en", markers=markers)
    assert content_of(made, segment, markers) == text


def test_a_value_takes_no_reference() -> None:
    """A reference in an attribute would be read as words, so what looks like one is content."""
    value = replace(SEGMENT, prose=Prose((Run(0, 3, "oui"),), holds_markup=False))
    made = render(1, value, Translation("a[^fr2]", "human", 1), target="en", markers="footnote")
    assert made == content_of(made, value, "footnote") == "a[^fr2]"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a ⟦fr→en 1: b⟧ c", ["⟦fr→en 1: b⟧"]),
        ("⟦fr→en? 12: ⟧⟧", ["⟦fr→en? 12: ⟧"]),
        ("⟦fr→en 1: a\nb⟧", ["⟦fr→en 1: a\nb⟧"]),
        (r"⟦spa→en 1: \⟦\\\⟧⟧", [r"⟦spa→en 1: \⟦\\\⟧⟧"]),
        (r"⟦fr→en 1: a \b⟧", [r"⟦fr→en 1: a \b⟧"]),
        ("⟦fr→en 1: lost ⟦fr→en 2: found⟧", ["⟦fr→en 2: found⟧"]),
        ("English[^fr1].\r\n\r\n[^fr1]: Du français.\r\nEnd", ["[^fr1]", "[^fr1]: Du français."]),
        ("x [^fr1]: no line start", ["[^fr1]"]),
        ("a\r[^spa3]: sí\rb", ["[^spa3]: sí"]),
        ("⟦fr→en 1: a[^fr2]⟧", ["⟦fr→en 1: a[^fr2]⟧"]),
    ],
)
def test_find_markers(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_markers(text)] == found


@pytest.mark.parametrize(
    ("markers", "output"),
    [
        ("bracket", "Oh ⟦fr→en 1: Thanks⟧, ⟦fr→en? 2: no⟧!\n"),
        ("none", "Oh Thanks, no!\n"),
        (
            "footnote",
            "Oh Thanks[^fr1], no[^fr2]!\n\n"
            "[^fr1]: Merci (caption, translated from fr by argos 1.12.1, confidence 0.81)\n"
            "[^fr2]: non (caption, translated from fr by argos 1.12.1, confidence 0.81,"
            " doubtful: numbers)\n",
        ),
    ],
)
def test_the_three_styles(normalize: Normalize, markers: Markers, output: str) -> None:
    result = normalize("Oh {Merci|Thanks}, {non|?no}!\n", markers)
    assert result.text == output
    assert strip_markers(result.text) == "Oh Thanks, no!\n"


@pytest.mark.parametrize(
    ("gold", "ending"),
    [
        ("{oui|yes}", "yes[^fr1]\n\n[^fr1]: oui (…)"),
        ("a\r\n{oui|yes}", "yes[^fr1]\r\n\r\n[^fr1]: oui (…)"),
        ("a\r\n{oui|yes}\r\n", "yes[^fr1]\r\n\r\n[^fr1]: oui (…)\r\n"),
        ("a\r{oui|yes}\r", "yes[^fr1]\r\r[^fr1]: oui (…)\r"),
        ("a\n{oui|yes}\r", "yes[^fr1]\r\r[^fr1]: oui (…)\r"),
        ("{oui|yes}\n\n", "yes[^fr1]\n\n\n[^fr1]: oui (…)\n"),
        ("{ou\r\n\u2028 i|yes}\n", "yes[^fr1]\n\n[^fr1]: ou i (…)\n"),
        ("{oui|yes \n}", "yes[^fr1] \n\n[^fr1]: oui (…)\n"),
        ("> {ou\n> > i\n>!|yes}\n", "yes[^fr1]\n\n[^fr1]: ou i ! (…)\n"),
    ],
)
def test_notes_keep_the_newlines_of_the_document(
    normalize: Normalize, gold: str, ending: str
) -> None:
    result = normalize(gold, "footnote")
    described = "(caption, translated from fr by argos 1.12.1, confidence 0.81)"
    assert result.text.endswith(ending.replace("(…)", described))
    assert strip_markers(result.text) == normalize(gold, "none").text


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_second_run_goes_on_counting_and_still_strips(normalize: Normalize, end: str) -> None:
    first = normalize(f"a{end} {{oui|yes}}{end}", "footnote").text
    second = normalize("{non|no} " + first, "footnote")
    assert [record.id for record in second.records] == [2]
    assert strip_markers(second.text) == f"no a{end} yes{end}"


def test_footnotes_of_other_authors_stay() -> None:
    text = "He said so[^fr1].\n\n[^fr1]: Le Monde (Paris), 3 mai.\n"
    assert strip_markers(text) == text
    assert next_id(text) == 2


def test_notes_are_ascii_but_for_the_original() -> None:
    segment = Segment(Span(0, 3), "été", "phrase", "fr", Evidence(0.9, "all words French"))

    odd = EngineId("é(\n)" * 40, "2→3", "m")
    checks = (("numéros", "failed"),)
    translation = Translation("summer", "engine", 0.5, checks)  # type: ignore[arg-type]
    options = Options(markers="footnote")
    result = NormalizedDocument.of(
        Document("été", ()), [(segment, translation)], options=options, engine=odd
    )
    assert result.notes.replace("été", "").isascii()
    assert strip_markers(result.text) == "summer"


@pytest.mark.parametrize("origin", ["memory", "glossary", "human", "engine", "rule"])
def test_notes_say_who_translated_when_no_engine_did(origin: Origin) -> None:

    segment = Segment(Span(0, 3), "oui", "phrase", "fr", Evidence(0.9, "all words French"))
    change = (segment, Translation("yes", origin, 1.0))
    result = NormalizedDocument.of(
        Document("oui", ()), [change], options=Options(markers="footnote")
    )
    assert f"translated from fr by {origin}, confidence 1.00)" in result.notes
    assert strip_markers(result.text) == "yes"


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("⟦fr→en 7: a⟧ ⟦fr→en? 3: b⟧", 8),
        ("a[^fr4] ⟦fr→en 3: b⟧", 5),
        ("\n[^fr9]: only the note [^fr11]", 10),
    ],
)
def test_next_id(text: str, following: int) -> None:
    assert next_id(text) == following


@pytest.mark.parametrize(
    ("number", "language", "target"),
    [(0, "fr", "en"), (10**9, "fr", "en"), (1, "f", "en"), (1, "fr", "english"), (1, "", "en")],
)
def test_render_refuses_what_could_not_be_read_back(
    number: int, language: str, target: str
) -> None:
    segment = Segment(Span(0, 3), "oui", "phrase", language, Evidence(0.9, "all words French"))
    with pytest.raises(InputError):
        render(number, segment, Translation("y", "engine", 1), target=target, markers="bracket")


@given(st.text(st.one_of(st.characters(), st.sampled_from("⟦⟧\\")), max_size=20))
def test_escaping_goes_there_and_back(translation: str) -> None:
    segment = Segment(Span(0, 3), "oui", "phrase", "fr-CA", Evidence(0.9, "all words French"))
    made = Translation(translation, "engine", 0.8)
    rendered = render(1, segment, made, target="en-GB", markers="bracket")
    assert find_markers(rendered) == (Span(0, len(rendered)),)
    assert strip_markers(f"⟧{rendered}⟦") == f"⟧{translation}⟦"


@given(
    PLAIN_TEXT, PLAIN_TEXT.filter(str.strip), PLAIN_TEXT, st.sampled_from(["", "\n", "\r\n", "\r"])
)
def test_stripping_footnotes_gives_the_bare_translation(
    before: str, translation: str, after: str, newline: str
) -> None:

    source = before + newline + "oui" + after + newline
    start = len(before + newline)
    evidence = Evidence(0.9, "all words French")
    segment = Segment(Span(start, start + 3), "oui", "phrase", "fr", evidence)
    change = (segment, Translation(translation, "engine", 0.8))
    options = Options(markers="footnote")
    result = NormalizedDocument.of(Document(source, ()), [change], options=options)
    assert strip_markers(result.text) == before + newline + translation + after + newline


@given(st.from_type(NormalizedDocument))
def test_found_markers_are_in_order_and_ids_never_repeat(result: NormalizedDocument) -> None:
    spans = find_markers(result.text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(record.id >= next_id(result.source.text) for record in result.records)
    if not result.records:
        assert result.text == result.source.text


def test_hostile_text_takes_linear_time() -> None:
    size = 100_000  # quadratic matching would not end within the life of the test run
    for hostile in [
        "⟦fr→en 1: ",
        "⟦fr→en 1: \\\\",
        "\n[^fr1]: ",
        "[^fr1]: (caption, translated",
        "(",
    ]:
        text = hostile * size
        assert len(strip_markers(text)) <= len(text)
        assert next_id(text) <= 2
