"""The values that travel between the stages: frozen, with their invariants checked when made.

Responsible for: spans, regions, documents, segments, translations and records, and the one
`Options` that holds every default and says what each option may be.
Not responsible for: computing any of them; each stage makes its own.

All offsets are Unicode code points of the decoded text, half-open, as Python indexes strings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence  # noqa: TC003 - `options_of` reads annotations
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, Final, Literal, Protocol, TypeAlias, get_args

from onetongue.characters import SURROGATE_PAIR
from onetongue.errors import InputError, SpanError
from onetongue.option import PATH, Named, options_of, split_commas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onetongue.prose import Prose, Reading

# The first member of an account of one record of JSON Lines: what it says is never read as prose.
RECORD_SCHEMA: Final = "onetongue-record/1"

RegionKind: TypeAlias = Literal["caption", "heading", "paragraph", "quotation"]
SegmentKind: TypeAlias = Literal[
    "caption", "heading", "paragraph", "sentence", "quotation", "phrase"
]
Markers: TypeAlias = Literal["bracket", "footnote", "attributes", "none"]
FormatName: TypeAlias = Literal[
    "auto", "text", "markdown", "html", "docx", "subtitles", "jsonl", "json"
]
OnDoubt: TypeAlias = Literal["translate", "keep", "fail"]
OnParallel: TypeAlias = Literal["translate", "keep", "drop"]
OnError: TypeAlias = Literal["fail", "skip"]
Engine: TypeAlias = Literal["auto", "argos", "embedded", "apertium"]
# "rule": nobody was asked, for there was no word to translate: numbers, addresses, typography; or none
# is wanted, where a segment was taken out.
Origin: TypeAlias = Literal["engine", "memory", "glossary", "human", "rule"]
CheckResult: TypeAlias = Literal["ok", "failed"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty stretch of text: `start` and `end` in code points, half-open."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The stretch of `text` this span covers.

        Raises:
            SpanError: the span ends after the text does.
        """
        if self.end > len(text):
            raise SpanError(f"span {self.start}..{self.end} ends after the text ({len(text)})")
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


class EmptySpan(Span):
    """Where nothing stands any more: the target of a record that took its segment out.

    >>> len(EmptySpan(3, 3))
    0
    """

    __slots__ = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start == self.end:
            raise SpanError(f"an empty span has no length, unlike {self.start}..{self.end}")


def require_disjoint(spans: Iterable[Span], length: int, what: str) -> None:
    """Check that `spans` are in order, do not overlap and end within `length` code points.

    Raises:
        SpanError: naming `what` and the first offender.
    """
    end = 0
    for span in spans:
        if span.start < end:
            raise SpanError(f"{what} at {span.start} starts before the one before it ends ({end})")
        end = span.end
    if end > length:
        raise SpanError(f"{what} ends at {end}, after the text ({length})")


def overlap_with(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """Give a test whether a span shares a code point with any of `spans`, which are disjoint.

    An empty one among them is not looked at.

    >>> is_taken = overlap_with([Span(4, 9)])
    >>> is_taken(Span(8, 12)), is_taken(Span(9, 12))
    (True, False)
    """
    ordered = sorted(span for span in spans if len(span))
    starts = [span.start for span in ordered]

    def touches(span: Span) -> bool:
        i = bisect_left(starts, span.end)
        return i > 0 and ordered[i - 1].end > span.start

    return touches


@dataclass(frozen=True, slots=True)
class Region:
    """A block a person reads as prose.

    `rule` says in words which layout rule decided the kind. `protected` are stretches inside the
    block that must not be touched (markers of an earlier run), in order. `prose` is what is read
    there; None where the text itself is, as in a block without markup. `fixed` says of a region
    aside why nothing is written there; empty where that is the markup around it.
    """

    span: Span
    kind: RegionKind
    rule: str
    protected: tuple[Span, ...] = ()
    prose: Reading | None = None
    fixed: str = ""

    def __post_init__(self) -> None:
        require_disjoint(self.protected, self.span.end, "protected stretch")
        if self.protected and self.protected[0].start < self.span.start:
            raise SpanError("a protected stretch starts before its region")

    def reading(self, source: str) -> str:
        """What is read there, in a document whose text is `source`."""
        return self.prose.text if self.prose else self.span.of(source)


class Container(Protocol):
    """A file that holds a document's text among other things, such as a ZIP package."""

    def pack(self, text: str) -> bytes:
        """The file with `text` in place of the document's, all else bit for bit as it was."""
        ...


@dataclass(frozen=True, slots=True)
class NotRead:
    """Something in a document that its format did not read, so that nothing in it was changed.

    Or a link in it that leads elsewhere since a heading was translated.

    `place` is its line, from 1, or the name of a part in a file that has parts. `what` stands there
    (or begins there, where it is several), and `why` it was not read. `note` says all of it in one
    line, in the words of the format. `is_said` is whether everybody is told when the file is read; a
    block that is no prose is listed where people look for it.

    >>> str(NotRead(7, "raw HTML", "it is no Markdown"))
    'line 7: raw HTML is not read: it is no Markdown'
    """

    place: int | str
    what: str
    why: str
    note: str = field(default="", compare=False)
    is_said: bool = field(default=True, compare=False)

    def __str__(self) -> str:
        where = f"line {self.place}" if isinstance(self.place, int) else self.place
        return self.note or f"{where}: {self.what} is not read: {self.why}"


@dataclass(frozen=True, slots=True)
class Document:
    """A text exactly as decoded (byte order mark and newlines included) and what of it is prose.

    `container` is the file around the text, for a format whose files are not text. `parts` are
    stretches that are documents of their own, such as the records of JSON Lines: what is read in
    one says nothing of another. Without any, the whole is one. `aside` is prose that cannot be
    written where it stands, as inside the markup of a region: it is read, and left alone. `not_read`
    is what the format left out.

    Raises:
        SpanError: regions, parts or what is aside overlap or leave the text.
        InputError: the text holds a surrogate pair as two code points.
    """

    text: str
    regions: tuple[Region, ...]
    name: str = ""
    format: FormatName = "text"
    encoding: str = "utf-8"
    container: Container | None = None
    parts: tuple[Span, ...] = ()
    aside: tuple[Region, ...] = ()
    not_read: tuple[NotRead, ...] = ()

    def __post_init__(self) -> None:
        require_disjoint((r.span for r in self.regions), len(self.text), "region")
        require_disjoint(self.parts, len(self.text), "part")
        require_disjoint((r.span for r in self.aside), len(self.text), "region aside")
        # The provenance, as JSON, would read it back as one character, which moves every offset.
        if pair := SURROGATE_PAIR.search(self.text):
            raise InputError(
                f"{self.name or 'text'}: a surrogate pair at {pair.start()}, which no file can hold "
                "as two characters; decode the text as UTF-16 first"
            )


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a stretch was found or left alone.

    `confidence` is the probability, in [0, 1], that the stretch is in the language named.
    `reason` is one line a reader understands. `rule` is the layout rule that gave the block its
    kind. `words` are the words that decided, strongest first, each with its log-odds in nats
    (positive speaks for the foreign language).
    """

    confidence: float
    reason: str
    rule: str = ""
    words: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise InputError(f"confidence must lie in [0, 1], not {self.confidence}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the document in another language, or one left alone on purpose.

    `text` is exactly what stands at `span`; `language` is a BCP-47 primary tag. `prose` is what is
    read there, where that is not the text itself.
    """

    span: Span
    text: str
    kind: SegmentKind
    language: str
    evidence: Evidence
    prose: Prose | None = None

    def __post_init__(self) -> None:
        if len(self.text) != len(self.span):
            raise SpanError(f"segment text has {len(self.text)} code points, span {len(self.span)}")
        if self.kind not in get_args(SegmentKind):
            raise InputError(f"unknown segment kind {self.kind!r}")

    @property
    def reading(self) -> str:
        """The words that are read, without markup."""
        return self.prose.text if self.prose else self.text

    def moved(self, by: int) -> Segment:
        """The same segment `by` code points further on in its text."""
        span = Span(self.span.start + by, self.span.end + by)
        return replace(self, span=span, prose=self.prose and self.prose.moved(by))


@dataclass(frozen=True, slots=True)
class Parallel:
    """What of a bilingual document is a version, in another language, of its English.

    `spans` are segments, in document order and disjoint; `share`, in [0, 1], is how much of the
    words of the document they are, counted in letters. `name` is what English calls the language.

    >>> print(Parallel("fr", "French", (Span(0, 9), Span(20, 25)), 0.483))
    this looks like a bilingual document: 2 segments, 48 % of it, are a French version of the English
    """

    language: str
    name: str
    spans: tuple[Span, ...]
    share: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.share <= 1.0:
            raise InputError(f"share must lie in [0, 1], not {self.share}")

    def __str__(self) -> str:
        number = len(self.spans)
        what = "1 segment" if number == 1 else f"{number} segments"
        return (
            f"this looks like a bilingual document: {what}, {self.share * 100:.0f} % of it, "
            f"{'is' if number == 1 else 'are'} a {self.name} version of the English"
        )


@dataclass(frozen=True, slots=True)
class Detection:
    """Everything the detector has to say of a document, each part in document order.

    `aside` are segments that cannot be written where they stand; they may lie inside the others.
    `not_read` is what the document's format kept from the detector. `parallel` is what is there in
    English too, one for each language, where that is most of the document.
    """

    segments: tuple[Segment, ...]
    left_alone: tuple[Segment, ...]
    aside: tuple[Segment, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    parallel: tuple[Parallel, ...] = ()

    def versions(self) -> Callable[[Span], bool]:
        """Give a test whether a span shares a code point with a version of the English."""
        return overlap_with(span for one in self.parallel for span in one.spans)


@dataclass(frozen=True, slots=True)
class EngineId:
    """Which machine translated: enough to tell whether another run could differ."""

    name: str
    version: str
    model: str
    sha256: str = ""
    runtime: str = ""
    compute_type: str = ""
    isa: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """What an engine, a memory, a glossary, a person or a mere rule made of one segment.

    `text` is plain words. `confidence` is in [0, 1]. `checks` are named by ITS 2.0
    `locQualityIssueType`, but for `language`. `content` is what is written for the words in the
    document's format, with the segment's markup; empty where that is the words themselves.
    `foreign_words` are those of `text` that made the check `language` fail, each once. `unplaced`
    names markup of the segment that has no place in `content` and may not stand elsewhere.
    """

    text: str
    origin: Origin
    confidence: float
    checks: tuple[tuple[str, CheckResult], ...] = ()
    content: str = ""
    foreign_words: tuple[str, ...] = ()
    unplaced: str = ""

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise InputError(f"confidence must lie in [0, 1], not {self.confidence}")

    @property
    def doubtful(self) -> bool:
        """Whether any check failed."""
        return any(result == "failed" for _, result in self.checks)

    @property
    def failed(self) -> tuple[str, ...]:
        """The checks that failed, by name."""
        return tuple(name for name, result in self.checks if result == "failed")

    @property
    def doubts(self) -> str:
        """The checks that failed, on one line for a reader, with the words that are not in English.

        >>> Translation("The taquilla", "engine", 0.9, (("language", "failed"),), "", ("taquilla",)).doubts
        'language: taquilla'
        """
        words = " ".join(self.foreign_words)
        return ", ".join(
            f"{name}: {words}" if name == "language" and words else name for name in self.failed
        )

    @property
    def written(self) -> str:
        """What stands in the document for it, without a marker."""
        return self.content or self.text

    @property
    def is_taken_out(self) -> bool:
        """Whether no word stands for the segment, by a rule: it is there in English already."""
        return self.origin == "rule" and not self.text


Change: TypeAlias = tuple[Segment, Translation]  # what stands in the source, and what instead


@dataclass(frozen=True, slots=True)
class Record:
    """One change. `replacement` is exactly what stands at `target` in the output, marker included.

    `target` is an `EmptySpan` where that is nothing.
    """

    id: int
    target: Span
    replacement: str
    segment: Segment
    translation: Translation

    def __post_init__(self) -> None:
        if self.id < 1:
            raise InputError(f"record ids start at 1, not {self.id}")
        if len(self.replacement) != len(self.target):
            raise SpanError(
                f"record {self.id}: replacement has {len(self.replacement)} code points, "
                f"target {len(self.target)}"
            )

    @property
    def source(self) -> Span:
        """Where the original stands in the source."""
        return self.segment.span

    @property
    def original(self) -> str:
        """What stands there."""
        return self.segment.text


@dataclass(frozen=True, slots=True)
class Options:
    """Every choice a caller can make, with its only default, name, line of help and rule.

    `source` is one language tag or several, kept as a tuple. `markers` None means the default of
    the format. `min_confidence` is the detection threshold in [0, 1]. `model` is the path of an
    `.argosmodel` file or of an unpacked package, `glossary` that of a TSV or TBX file, `memory` that
    of a translation memory, which is made if it is not there. `fields` are the keys whose strings
    are read in JSON, one or several; none means every string. `on_error` says what becomes of a
    line of JSON Lines that is none.

    A new option is a field here, and a name where commands take it (`cli.options.with_options`).

    Raises:
        InputError: a value is none of those that an option can have.

    >>> Options(source="fr").source, Options(source=("fr", "es")).source
    (('fr',), ('fr', 'es'))
    """

    source: Annotated[Sequence[str], Named("from", "languages to look for", "TAGS")] = ("fr",)
    target: Annotated[str, Named("to", "language to translate to", "TAG")] = "en"
    markers: Annotated[Markers | None, Named("markers", "how translations are marked")] = None
    format: Annotated[FormatName, Named("format", "auto decides by suffix")] = "auto"
    on_doubt: Annotated[OnDoubt, Named("on-doubt", "when a translation fails its checks")] = (
        "translate"
    )
    parallel: Annotated[
        OnParallel, Named("parallel", "what a bilingual document says in English too")
    ] = "translate"
    min_confidence: Annotated[
        float, Named("min-confidence", "detection threshold, 0 to 1", "X", within=(0, 1))
    ] = 0.5
    engine: Annotated[Engine, Named("engine", "what translates")] = "auto"
    model: Annotated[str | None, Named("model", ".argosmodel file or its folder", PATH)] = None
    glossary: Annotated[str | None, Named("glossary", "terms to keep to, TSV or TBX", PATH)] = None
    memory: Annotated[
        str | None, Named("memory", "translation memory; made if not there", PATH)
    ] = None
    fields: Annotated[
        Sequence[str], Named("fields", "JSON: only strings under these, such as a,b.c", "KEYS")
    ] = ()
    on_error: Annotated[OnError, Named("on-error", "JSON Lines: when a line is no JSON")] = "fail"

    def __post_init__(self) -> None:
        for option in options_of(Options):
            value = getattr(self, option.field)
            if option.is_several:
                object.__setattr__(self, option.field, _several(option.field, value))
            elif value != option.default and not option.accepts(value):
                raise InputError(f"{option.field} must be {option.expected}, not {value!r}")


def _several(name: str, given: Sequence[str]) -> tuple[str, ...]:
    """One string is one, and an empty one none; commas are for the command line to read."""
    if isinstance(given, str):
        given = (given,) if given else ()
    for text in given:
        if "," in text:
            parts = split_commas(text)
            raise InputError(f"{name} must be a tuple if it is several, not {text!r}: give {parts}")
    return tuple(given)
