"""What comes out of the house: the new text, every change, and the proof.

Responsible for: making a `NormalizedDocument` from segments and their translations, and offering
its diff, provenance and bytes.
Not responsible for: finding segments, translating them, deciding which to keep, writing files.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, Self

from onetongue.account.provenance import describe
from onetongue.errors import InputError, IntegrityError
from onetongue.write.diff import unified_diff
from onetongue.write.encoding import encode_text
from onetongue.write.markers import DEFAULT_MARKERS, next_id, notes, render
from onetongue.write.splicing import pieces, splice, verify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import (
        Document,
        EngineId,
        Markers,
        NotRead,
        Options,
        Parallel,
        Record,
        Segment,
        Translation,
    )

# The other markers that a format can hold and any encoding can write.
_IN_ASCII: Final = {
    "text": " or --markers footnote",
    "markdown": " or --markers footnote",
    "html": " or --markers attributes",
}


@dataclass(frozen=True, slots=True)
class NormalizedDocument:
    """A document in one language, with the complete account of how it came to be.

    `text` is `source.text` with every record applied, then `notes` (empty but for footnotes).
    `left_alone` are stretches in another language kept on purpose; those of them that have a
    translation which is not to be used are `refused`, too. `engine` is None when no engine ran.
    `parallel` is what of the source is a version of its English, if it is bilingual.
    Making one proves all of it.

    Raises:
        IntegrityError: text, records and source do not agree.
    """

    source: Document
    text: str
    records: tuple[Record, ...]
    left_alone: tuple[Segment, ...]
    notes: str
    markers: Markers
    options: Options
    engine: EngineId | None
    refused: tuple[Segment, ...] = ()
    parallel: tuple[Parallel, ...] = ()

    def __post_init__(self) -> None:
        verify(self.source.text, self.text, self.records, self.notes)
        for segment in self.left_alone:
            if self.source.text[segment.span.start : segment.span.end] != segment.text:
                raise IntegrityError(
                    "this is a bug, nothing was written: the segment left alone at "
                    f"{segment.span.start} does not hold what the source has there"
                )

    @classmethod
    def of(
        cls,
        document: Document,
        changes: Sequence[tuple[Segment, Translation]],
        *,
        options: Options,
        left_alone: tuple[Segment, ...] = (),
        refused: tuple[Segment, ...] = (),
        engine: EngineId | None = None,
        parallel: tuple[Parallel, ...] = (),
    ) -> Self:
        """Put translations into a document, marked as the options say, and prove the result.

        Args:
            document: The source.
            changes: Segments in document order, each with its translation.
            options: `markers` (None: the default of the format) and `target` are used here.
            left_alone: Segments kept on purpose, in document order.
            refused: Those of them whose translation is not to be used.
            engine: What translated, or None if nothing had to be.
            parallel: What of the source is a version of its English.

        Raises:
            SpanError: segments out of order, overlapping, or outside the document.
            InputError: an empty translation where no marker stands, and not to take it out, or a language tag without two
                or three letters.
            IntegrityError: the result does not agree with its account.

        >>> from onetongue.document import Document, Evidence, Options, Segment, Span, Translation
        >>> segment = Segment(Span(4, 9), "Merci", "phrase", "fr", Evidence(0.9, "all words French"))
        >>> change = (segment, Translation("Thanks", "engine", 0.9))
        >>> NormalizedDocument.of(Document("He: Merci!", ()), [change], options=Options()).text
        'He: ⟦fr→en 1: Thanks⟧!'
        """
        markers = options.markers or DEFAULT_MARKERS
        first = next_id(document.text) if changes else 1
        rendered = [
            (
                segment,
                translation,
                render(
                    number,
                    segment,
                    translation,
                    target=options.target,
                    markers=markers,
                    engine=engine,
                ),
            )
            for number, (segment, translation) in enumerate(changes, first)
        ]
        body, records = splice(document.text, rendered, first_id=first)
        appendix = notes(body, records, engine=engine, markers=markers)
        return cls(
            document,
            body + appendix,
            records,
            left_alone,
            appendix,
            markers,
            options,
            engine,
            refused,
            parallel,
        )

    @property
    def not_read(self) -> tuple[NotRead, ...]:
        """What the format of the source did not read, and links that lead elsewhere now."""
        return self.source.not_read

    @property
    def changed(self) -> bool:
        """Whether the text differs from the source."""
        return self.text != self.source.text

    @property
    def doubtful(self) -> tuple[Record, ...]:
        """The records whose translation failed a check, in document order."""
        return tuple(record for record in self.records if record.translation.doubtful)

    def diff(self, context: int = 3) -> str:
        """Give the change as a unified diff that `patch` applies; empty if nothing changed.

        Args:
            context: Unchanged lines around each change, from 0.
        """
        return unified_diff(
            self.source.text, self.text, self.records, name=self.source.name, context=context
        )

    def provenance(self) -> dict[str, object]:
        """Give the account, ready for JSON; the package holds its JSON Schema.

        Raises:
            InputError: a character the source's encoding cannot write, or SOURCE_DATE_EPOCH is
                not a number.
        """
        return describe(
            self.source,
            self.text,
            self.records,
            left_alone=self.left_alone,
            notes=self.notes,
            markers=self.markers,
            options=self.options,
            engine=self.engine,
            parallel=self.parallel,
        )

    def encode(self) -> bytes:
        """Give the text in the encoding of the source, proven the same bytes outside the records.

        A container is given with the text in it; it vouches for the rest.

        Raises:
            InputError: a character that encoding cannot write, or an encoding in which a change
                alters the bytes of the text after it (UTF-7, ISO-2022-JP).
        """
        if self.source.container is not None:
            return self.source.container.pack(self.text)
        encoding = self.source.encoding
        way_out = "convert the file to UTF-8"
        if self.markers == "bracket":
            other = _IN_ASCII.get(self.source.format, "")
            way_out = f"use --markers none{other}, or {way_out}"
        try:
            whole = encode_text(self.text, encoding, advice=way_out)
        except InputError as err:
            raise InputError(f"{self.source.name or 'text'}: {err}") from err
        edits = ((record.source, record.replacement) for record in self.records)
        at = 0
        for part in chain(pieces(self.source.text, edits), [self.notes]):
            piece = encode_text(part, encoding)
            at = at + len(piece) if whole.startswith(piece, at) else len(whole) + 1
        if at != len(whole):
            raise InputError(
                f"{self.source.name or 'text'}: in {encoding} a change alters the bytes of the text around it, so the rest "
                "cannot be proven untouched; convert the file to UTF-8"
            )
        return whole
