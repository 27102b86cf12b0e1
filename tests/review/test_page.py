"""The review page as a file: one file, safe to open whatever the document holds, readable."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from importlib import resources
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings

from onetongue.account import NormalizedDocument
from onetongue.document import (
    Document,
    Evidence,
    FormatName,
    Markers,
    Options,
    Region,
    Segment,
    SegmentKind,
    Span,
    Translation,
)
from onetongue.formats import read_text
from onetongue.prose import Prose, Run
from onetongue.review.page import report

Normalize = Callable[..., NormalizedDocument]
ASSETS = resources.files("onetongue").joinpath("data", "report")
LOADERS = {"src", "href", "action", "data", "poster", "srcset", "background", "formaction"}
CONTRAST = 4.5  # WCAG 2.2, 1.4.3


class Parsed(HTMLParser):
    """The tags of a page with their attributes, and the text of each script and style."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[dict[str, str | None], str]] = []
        self.comments: list[str] = []
        self._inside = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag in {"script", "style"}
        if self._inside:
            self.raw.append(({"tag": tag, **dict(attrs)}, ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            attributes, text = self.raw[-1]
            self.raw[-1] = (attributes, text + data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def view(self) -> Any:
        (text,) = (text for attributes, text in self.raw if attributes.get("id") == "document")
        return json.loads(text)


def joined(view: Any) -> str:
    """The source, put together again from the blocks."""
    text = ""
    for block in view["blocks"]:
        for part in block["parts"]:
            if isinstance(part, str):
                text += part
            elif "record" in part:
                text += view["account"]["records"][part["record"]]["source"]["text"]
            else:
                text += view["account"]["left_alone"][part["left"]]["source"]["text"]
    return text


def test_one_file_that_loads_nothing(normalize: Normalize) -> None:
    page = report(normalize("Oh {Merci|Thanks}.\n"))
    parsed = Parsed(page)
    addresses = {
        value for _, attributes in parsed.tags for name, value in attributes.items()
        if name in LOADERS
    }  # fmt: skip
    assert addresses == {"#proof"}
    assert not {"link", "img", "iframe", "object", "embed", "base"} & {
        tag for tag, _ in parsed.tags
    }
    assert "http://" not in page
    assert "https://" not in page
    style = ASSETS.joinpath("report.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_our_script_and_style_and_nothing_else(normalize: Normalize) -> None:
    parsed = Parsed(report(normalize("Oh {Merci|Thanks}.\n")))
    (policy,) = (
        meta["content"] or "" for meta in parsed.all("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )  # fmt: skip
    hashes = {
        attributes["tag"]: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for attributes, text in parsed.raw
        if attributes.get("type") != "application/json"
    }
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{hashes['style']}'",
        f"script-src 'sha256-{hashes['script']}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert not [a for _, a in parsed.tags for name in a if name == "style" or name.startswith("on")]


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "]]> & &lt; &amp;",
        "\u2028 \u2029 \x00 \x85 \ufeff",
        "a lone \udc80 surrogate",
        "\\g<0> $data %s",
    ],
)
def test_nothing_in_a_document_gets_out_of_its_place(normalize: Normalize, text: str) -> None:
    result = normalize(f"{text} {{M{text}|T{text}}} {text}", name=f"{text}.txt")
    page = report(result)
    page.encode("utf-8")
    parsed = Parsed(page)
    plain = Parsed(report(normalize("Oh {Merci|Thanks}.\n")))
    assert [tag for tag, _ in parsed.tags] == [tag for tag, _ in plain.tags]
    assert parsed.comments == plain.comments
    view = parsed.view()
    assert joined(view) == result.source.text
    assert "".join(view["pieces"][0]) == result.records[0].replacement
    data = next(text for attributes, text in parsed.raw if attributes.get("id") == "document")
    assert not set(data) & set("<>&\u2028\u2029")


def test_a_slot_in_the_document_is_not_filled(normalize: Normalize) -> None:
    view = Parsed(report(normalize("English.", name="{{script}}"))).view()
    assert view["account"]["source"]["name"] == "{{script}}"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(...)
def test_the_page_holds_the_whole_document(result: NormalizedDocument) -> None:
    view = Parsed(report(result)).view()
    assert joined(view) == result.source.text
    assert ["".join(pieces) for pieces in view["pieces"]] == [
        record.replacement for record in result.records
    ]
    assert view["notes"] == result.notes


def test_blocks_are_those_of_the_document() -> None:
    text = "| top |\r\n> Headline\r\n\r\n> A line\r\n- Un point\r\n- Two\r\n\r\n| a | table |\r\n"
    places = [("Headline", "heading"), ("A line", "caption"), ("Un point", "paragraph"), ("Two", "paragraph")]  # fmt: skip
    regions = [
        Region(Span(text.index(words), text.index(words) + len(words)), kind, "")  # type: ignore[arg-type]
        for words, kind in places
    ]
    result = NormalizedDocument.of(Document(text, tuple(regions)), [], options=Options())
    blocks = Parsed(report(result)).view()["blocks"]
    assert [("".join(block["parts"]), block["kind"]) for block in blocks] == [
        ("| top |\r\n", ""),
        ("> Headline\r\n\r\n", "heading"),
        ("> A line\r\n", "caption"),
        ("- Un point\r\n", "paragraph"),
        ("- Two\r\n\r\n", "paragraph"),
        ("| a | table |\r\n", ""),
    ]


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_where_nothing_is_marked_up_the_whole_source_is_shown(name: FormatName) -> None:
    text = "\nOne\n\n> Two"
    regions = tuple(Region(Span(at, at + 3), "paragraph", "") for at in (1, 8))
    document = Document(text, regions, format=name)
    blocks = Parsed(report(NormalizedDocument.of(document, [], options=Options()))).view()["blocks"]
    assert [block["parts"] for block in blocks] == [["\n"], ["One\n\n"], ["> Two"]]


def test_plain_text_is_shown_with_the_signs_of_its_quotations() -> None:
    text = "She wrote:\n> The committee met on Thursday and decided\n> nothing.\n> -----\n"
    document = read_text(text, requested="text")
    assert any(region.prose for region in document.regions)
    assert (
        joined(Parsed(report(NormalizedDocument.of(document, [], options=Options()))).view())
        == text
    )


def test_a_segment_over_several_blocks_stays_whole(normalize: Normalize) -> None:
    blocks = Parsed(report(normalize("One.\n\nTwo {deux\n\ntrois|three} four.\n\nFive."))).view()
    assert [block["parts"] for block in blocks["blocks"]] == [
        ["One.\n\n"],
        ["Two ", {"record": 0}, " four.\n\n"],
        ["Five."],
    ]


def test_beside_markup_a_region_without_prose_is_cut_at_its_own_offsets() -> None:
    text = "<p>One</p> Two deux et trois"
    words, loose = Span(3, 6), Span(11, len(text))
    prose = Prose((Run(words.start, words.end, "One"),))
    regions = (Region(words, "caption", "", prose=prose), Region(loose, "paragraph", ""))
    left = [
        Segment(Span(at, at + len(word)), word, "phrase", "fr", Evidence(0.9, "place name"))
        for word in ("deux", "trois")
        for at in (text.index(word),)
    ]
    result = NormalizedDocument.of(
        Document(text, regions, format="markdown"), [], options=Options(), left_alone=tuple(left)
    )
    blocks = Parsed(report(result)).view()["blocks"]
    assert [(block["kind"], block["parts"]) for block in blocks] == [
        ("caption", ["One"]),
        ("paragraph", ["Two ", {"left": 0}, " et ", {"left": 1}]),
    ]


def test_what_was_left_alone_is_marked_unless_a_record_stands_there() -> None:
    text = "Le Haut-Karabakh, Bakou"
    segments = [
        Segment(Span(a, b), text[a:b], "phrase", "fr", Evidence(0.9, "place name"))
        for a, b in ((3, 16), (18, 23))
    ]
    result = NormalizedDocument.of(
        Document(text, ()), [], options=Options(), left_alone=tuple(segments)
    )
    (block,) = Parsed(report(result)).view()["blocks"]
    assert block["parts"] == ["Le ", {"left": 0}, ", ", {"left": 1}]


@pytest.mark.parametrize(
    ("record", "left", "parts"),
    [
        ((0, 2), (2, 4), [{"record": 0}, {"left": 0}, "ef"]),
        ((2, 4), (0, 2), [{"left": 0}, {"record": 0}, "ef"]),
        ((0, 2), (1, 4), [{"record": 0}, "cdef"]),
        ((3, 5), (0, 4), ["abc", {"record": 0}, "f"]),
        ((1, 3), (0, 6), ["a", {"record": 0}, "def"]),
    ],
)
def test_of_two_that_overlap_the_record_is_marked(
    record: tuple[int, int], left: tuple[int, int], parts: list[object]
) -> None:
    text = "abcdef"
    changed, alone = (
        Segment(Span(*at), text[slice(*at)], "phrase", "fr", Evidence(0.9, ""))
        for at in (record, left)
    )
    result = NormalizedDocument.of(
        Document(text, ()),
        [(changed, Translation("X", "human", 1.0))],
        options=Options(),
        left_alone=(alone,),
    )
    (block,) = Parsed(report(result)).view()["blocks"]
    assert block["parts"] == parts


@pytest.mark.parametrize(
    ("markers", "pieces"),
    [
        ("bracket", ["⟦fr→en? 1: ", "a: \\⟦b\\⟧", "⟧"]),
        ("footnote", ["", "a: ⟦b⟧", "[^fr1]"]),
        ("none", ["", "a: ⟦b⟧", ""]),
    ],
)
def test_markers_are_told_from_english(
    normalize: Normalize, markers: str, pieces: list[str]
) -> None:
    view = Parsed(report(normalize("Oh {Merci|?a: ⟦b⟧}.\n", markers))).view()
    assert view["pieces"] == [pieces]


@pytest.mark.parametrize(
    ("markers", "pieces"),
    [
        ("bracket", ["⟦fr→en 1: ", "The *mayor* of: it", "⟧"]),
        ("footnote", ["", "The *mayor* of: it", "[^fr1]"]),
        ("none", ["", "The *mayor* of: it", ""]),
    ],
)
def test_with_markup_the_pieces_are_the_words_alone(markers: Markers, pieces: list[str]) -> None:
    source = "Oh <b>le maire</b>"
    span = Span(3, len(source))
    prose = Prose((Run(span.start, span.end, "le maire", "character", span.of(source)),))
    segment = Segment(span, span.of(source), "phrase", "fr", Evidence(0.9, "French"), prose)
    translation = Translation("The *mayor* of: it", "human", 1.0, content="The <b>mayor</b> of: it")
    document = Document(source, (Region(span, "paragraph", "", prose=prose),), format="html")
    options = Options(markers=markers)
    result = NormalizedDocument.of(document, [(segment, translation)], options=options)
    assert Parsed(report(result)).view()["pieces"] == [pieces]


def test_landmarks_headings_labels_and_languages(normalize: Normalize) -> None:
    parsed = Parsed(report(normalize("Oh {Merci|Thanks}.\n")))
    tags = [tag for tag, _ in parsed.tags]
    for landmark in ("header", "nav", "main", "aside", "footer", "h1", "noscript"):
        assert tags.count(landmark) == 1
    assert parsed.all("html")[0]["lang"] == "en"
    ids = [attributes["id"] for _, attributes in parsed.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {label["for"] for label in parsed.all("label") if "for" in label} <= set(ids)
    assert all("aria-label" in a for tag in ("nav", "main", "aside", "form") for a in parsed.all(tag) if a.get("method") != "dialog")  # fmt: skip


def test_the_script_never_parses_html() -> None:
    script = ASSETS.joinpath("report.js").read_text(encoding="utf-8")
    for way_in in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
                   "DOMParser", "fetch(", "XMLHttpRequest", "localStorage"):  # fmt: skip
        assert way_in not in script


@pytest.mark.parametrize("name", ["report.html", "report.css", "report.js"])
def test_assets_name_their_licence(name: str) -> None:
    assert "Licence: MIT" in ASSETS.joinpath(name).read_text(encoding="utf-8")[:200]


def schemes() -> dict[str, dict[str, str]]:
    """The colours of both schemes by name."""
    style = ASSETS.joinpath("report.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    read = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
    return {"light": dict(read.findall(light)), "dark": dict(read.findall(dark))}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read(scheme: str) -> None:
    colours = schemes()[scheme]
    kinds = get_args(SegmentKind)
    pairs = [
        (text, ground)
        for text in ("ink", "muted", "accent", "focus")
        for ground in ("paper", "desk")
    ]
    for kind in kinds:
        pairs += [(f"{kind}-ink", ground) for ground in (f"{kind}-tint", "paper", "desk")]
        pairs += [("ink", f"{kind}-tint"), ("accent", f"{kind}-tint")]
    faint = [
        f"{text} on {ground}: {ratio:.2f}"
        for text, ground in pairs
        if (ratio := contrast(colours[text], colours[ground])) < CONTRAST
    ]
    assert faint == []


def test_both_schemes_have_the_same_colours() -> None:
    light, dark = schemes().values()
    assert light.keys() == dark.keys()
