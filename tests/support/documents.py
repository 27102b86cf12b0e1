"""Normalized documents to test with: readable ones from a gold text, and arbitrary ones."""

import re
from collections.abc import Callable
from typing import Any, get_args

from hypothesis import strategies as st

from onetongue.account import NormalizedDocument
from onetongue.document import (
    CheckResult,
    Document,
    EngineId,
    Evidence,
    Markers,
    NotRead,
    Options,
    Origin,
    Segment,
    SegmentKind,
    Span,
    Translation,
)
from onetongue.review.apply import apply
from onetongue.review.decisions import Decision, Decisions

ENGINE = EngineId(
    "argos", "1.12.1", "translate-fr_en-1_9", "ab" * 32, "ctranslate2", "int8", "AVX2"
)

# What reading a text can trip over, beside everything else Unicode has.
TRAPS = st.sampled_from(
    [
        *"⟦⟧\\[]^:→?fr1 \n\r\t\x00\x0b\x0c\x1c\x85\u2028\ufeff\u0301😀",
        *("\r\n", "\ud83d", "\udc80", "⟦fr→en 1: ", "[^fr1]", "\n[^fr2]: "),
    ]
)
# Lone low surrogates only: a high one before a low one makes a pair, which a Document refuses.
ANY_TEXT = st.lists(st.one_of(st.text(max_size=3), st.characters(), TRAPS), max_size=6).map(
    lambda parts: re.sub("[\ud800-\udbff]", "\udc80", "".join(parts))
)

# What a reviewer may type: signs of markup, of markers and of JSON, line breaks, no lone surrogates.
TEXTS = st.text(
    st.one_of(st.sampled_from("<>&]\u00a0\u202f😀\n\r\t ⟦⟧\\é'\""), st.characters(codec="utf-8")),
    min_size=1,
).filter(str.strip)
NOT_READ = st.builds(NotRead, st.integers(1, 9) | ANY_TEXT, ANY_TEXT, ANY_TEXT)


@st.composite
def normalized_documents(draw: st.DrawFn) -> NormalizedDocument:
    pieces: list[str] = []
    segments: list[Segment] = []
    for _ in range(draw(st.integers(0, 4))):
        pieces.append(draw(ANY_TEXT))
        original = draw(ANY_TEXT.filter(bool))
        start = sum(map(len, pieces))
        evidence = Evidence(draw(st.floats(0, 1)), draw(ANY_TEXT))
        kind = draw(st.sampled_from(get_args(SegmentKind)))
        language = draw(st.sampled_from(["fr", "fr-CA", "spa"]))
        span = Span(start, start + len(original))
        segments.append(Segment(span, original, kind, language, evidence))
        pieces.append(original)
    source = "".join([*pieces, draw(ANY_TEXT)])
    translations = [
        Translation(
            draw(ANY_TEXT.filter(bool)),
            draw(st.sampled_from(get_args(Origin))),
            draw(st.floats(0, 1)),
            tuple(draw(st.dictionaries(ANY_TEXT, st.sampled_from(get_args(CheckResult)))).items()),
        )
        for _ in segments
    ]
    return NormalizedDocument.of(
        Document(
            source,
            (),
            name=draw(ANY_TEXT),
            not_read=tuple(draw(st.lists(NOT_READ, max_size=2))),
        ),
        list(zip(segments, translations, strict=True)),
        options=Options(markers=draw(st.sampled_from([None, *get_args(Markers)]))),
        left_alone=tuple(draw(st.lists(st.sampled_from(segments), max_size=1)) if segments else ()),
        engine=draw(st.sampled_from([None, ENGINE])),
    )


st.register_type_strategy(NormalizedDocument, normalized_documents())

Normalize = Callable[..., NormalizedDocument]


def made(
    gold: str,
    markers: Markers | None = None,
    *,
    name: str = "article.txt",
    encoding: str = "utf-8",
    engine: EngineId | None = ENGINE,
) -> NormalizedDocument:
    """Read `{French|English}` as a segment and its translation, `{French|?English}` as a doubt."""
    source, changes, end = "", [], 0
    for match in re.finditer(r"\{([^|}]+)\|(\??)([^}]*)\}", gold):
        source += gold[end : match.start()]
        end = match.end()
        span = Span(len(source), len(source) + len(match[1]))
        evidence = Evidence(0.998, "all words French")
        checks = (("numbers", "failed" if match[2] else "ok"),)
        changes.append(
            (
                Segment(span, match[1], "caption", "fr", evidence),
                Translation(match[3], "engine", 0.81, checks),  # type: ignore[arg-type]
            )
        )
        source += match[1]
    document = Document(source + gold[end:], (), name=name, encoding=encoding)
    return NormalizedDocument.of(document, changes, options=Options(markers=markers), engine=engine)


def decided(result: NormalizedDocument, *decisions: Decision) -> Any:
    """The account of a document after people decided on its records."""
    made: Any = result.provenance()
    return apply(result.text, made, Decisions(made["output"]["sha256"], decisions))[1]
