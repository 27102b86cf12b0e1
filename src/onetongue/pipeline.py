"""The four stages wired: read, detect, translate, write.

Responsible for: `Normalizer`, which loads an engine once and only when there is something to
translate; what becomes of doubtful translations; and the promise that normalizing twice changes
nothing.
Not responsible for: how any stage works, files and messages (the command line).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from onetongue import translate
from onetongue.detect import detect as detect_segments
from onetongue.document import Detection, Document, Format, Markers, Options, Segment, Translation
from onetongue.errors import InputError, IntegrityError, TranslationError
from onetongue.formats import read_document, read_text
from onetongue.offline import offline
from onetongue.translate import Translator, translate_segments
from onetongue.write import NormalizedDocument, find_markers, write
from onetongue.write import revert as revert_output

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# English typography that an 8-bit encoding may lack, and what it is typed as there.
PLAIN_TYPOGRAPHY: Final = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u202f": " ", "€": "EUR",
}  # fmt: skip

Change = tuple[Segment, Translation]


class Normalizer:
    """Normalizes documents with one set of options; keep it, the models load once.

    Safe to share between threads after construction. `engine` replaces the engine that the
    options would choose.
    """

    def __init__(self, options: Options = Options(), *, engine: Translator | None = None) -> None:
        if not options.languages:
            raise InputError("source names no language: give one such as fr")
        if options.target != "en":
            raise InputError(f"target must be en, not {options.target!r}")
        self.options = options
        self._engines = dict.fromkeys(options.languages, engine) if engine else {}
        self._lock = Lock()

    def read(self, data: bytes, name: str) -> tuple[Document, str]:
        """The document in a file's bytes, and one line on its encoding if that was guessed.

        Raises:
            InputError: not text, not decodable, or a format this version cannot read.
        """
        return read_document(
            data, name=name, requested=self.options.format, find_protected=find_markers
        )

    def inspect(self, document: Document) -> Detection:
        """What is foreign in a document, and what of it is left alone."""
        with offline():
            return detect_segments(document, self.options)

    def explain(self, text: str) -> Detection:
        """Every candidate in a text, kept or left alone, with its evidence."""
        return self.inspect(read_text(text, find_protected=find_markers))

    def detect(self, text: str) -> tuple[Segment, ...]:
        """The segments to translate, in document order; offsets in code points of `text`."""
        return self.explain(text).segments

    def translate(self, sentences: Sequence[str]) -> tuple[str, ...]:
        """The engine alone, from the first source language: N texts in, N out, in order.

        Raises:
            ModelError: there is no engine.
            TranslationError: the engine failed.
        """
        with offline():
            engine = self._engine(self.options.languages[0])
            return tuple(t.text for t in translate_segments(sentences, engine))

    def normalize(self, text: str, *, name: str = "", format: str = "text") -> NormalizedDocument:  # noqa: A002
        """Normalize a text that is decoded already; without a segment it comes back as it is.

        Raises:
            InputError: the format is not one this version reads.
            ModelError: there is something to translate and no engine.
            TranslationError: the engine failed, or `on_doubt` is "fail" and a check did.
            IntegrityError: the result does not prove itself.
        """
        return self._normalize([_read(text, name, format)])[0]

    def normalize_many(self, texts: Sequence[str]) -> tuple[NormalizedDocument, ...]:
        """Normalize texts, in order, with one batch through the model. Raises as `normalize`."""
        return self._normalize([_read(text, "", "text") for text in texts])

    def normalize_bytes(self, data: bytes, *, name: str) -> NormalizedDocument:
        """Normalize a file's bytes. Raises as `normalize` and `read`."""
        return self.normalize_document(self.read(data, name)[0])

    def normalize_document(self, document: Document) -> NormalizedDocument:
        """Normalize a document that is read already. Raises as `normalize`."""
        return self._normalize([document])[0]

    def _normalize(self, documents: Sequence[Document]) -> tuple[NormalizedDocument, ...]:
        with offline():
            found = [detect_segments(document, self.options) for document in documents]
            translations = self._translations([s for d in found for s in d.segments])
            return tuple(
                self._write(
                    document, detection, [(s, next(translations)) for s in detection.segments]
                )
                for document, detection in zip(documents, found, strict=True)
            )

    def _translations(self, segments: Sequence[Segment]) -> Iterator[Translation]:
        """One translation a segment, in order: one batch for each source language."""
        made: dict[int, Translation] = {}
        for language in self.options.languages:
            mine = [i for i, s in enumerate(segments) if s.language == language]
            if mine:
                texts = [segments[i].text for i in mine]
                made.update(
                    zip(mine, translate_segments(texts, self._engine(language)), strict=True)
                )
        return iter([made[i] for i in range(len(segments))])

    def _engine(self, language: str) -> Translator:
        with self._lock:
            if language not in self._engines:
                self._engines[language] = translate.choose(self.options, language)
            return self._engines[language]

    def _write(
        self, document: Document, found: Detection, changes: list[Change]
    ) -> NormalizedDocument:
        """Put the changes in, without those that `on_doubt` or another run would not let stand."""
        options = replace(self.options, markers=self.options.markers or _markers(document))
        changes = [(s, _writable(t, document.encoding)) for s, t in changes]
        changes, left = self._settle(document, changes, replace(options, markers="none"))
        kept, doubtful = self._on_doubt(document, changes)
        left_alone = sorted([*found.left_alone, *left, *doubtful], key=lambda s: s.span)
        engine = self._engine(kept[0][0].language).id if kept else None
        result = write(document, kept, options=options, left_alone=tuple(left_alone), engine=engine)
        self._prove_stable(result, [*left, *doubtful])
        return result

    def _settle(
        self, document: Document, changes: list[Change], options: Options
    ) -> tuple[list[Change], list[Segment]]:
        """Mark the translations that the detector still finds foreign.

        Under a marker they stay, as doubtful. Without one the next run would translate them
        again, so there they are dropped, until the detector finds no more.
        """
        left = [_kept_as(s, "no translation") for s, t in changes if not t.text.strip()]
        changes = [(s, t) for s, t in changes if t.text.strip()]
        is_marked = (self.options.markers or _markers(document)) == "bracket"
        while changes:
            plain = write(document, changes, options=options)
            foreign = {
                record.id for record in plain.records
                for s in self._again(plain) if s.span.overlaps(record.target)
            }  # fmt: skip
            flags = [record.id in foreign for record in plain.records]
            if is_marked:
                return [
                    (s, _failed(t, "untranslated") if bad else t)
                    for (s, t), bad in zip(changes, flags, strict=True)
                ], left
            if not foreign:
                break
            left += [
                _kept_as(s, "translation still foreign")
                for (s, _), bad in zip(changes, flags, strict=True)
                if bad
            ]
            changes = [change for change, bad in zip(changes, flags, strict=True) if not bad]
        return changes, left

    def _on_doubt(
        self, document: Document, changes: list[Change]
    ) -> tuple[list[Change], list[Segment]]:
        if self.options.on_doubt == "translate":
            return changes, []
        doubtful = [(s, t) for s, t in changes if t.doubtful]
        if doubtful and self.options.on_doubt == "fail":
            segment, translation = doubtful[0]
            failed = ", ".join(name for name, result in translation.checks if result == "failed")
            line = document.text.count("\n", 0, segment.span.start) + 1
            raise TranslationError(
                f"{document.name or 'text'}: line {line}: the translation of this {segment.kind} "
                f"failed its checks ({failed}); --on-doubt keep leaves it as it is"
            )
        left = [_kept_as(s, "translation doubtful") for s, _ in doubtful]
        return [(s, t) for s, t in changes if not t.doubtful], left

    def _again(self, result: NormalizedDocument) -> tuple[Segment, ...]:
        document = read_text(
            result.text, name=result.source.name, requested="text", find_protected=find_markers
        )
        return detect_segments(document, self.options).segments

    def _prove_stable(self, result: NormalizedDocument, left: Sequence[Segment]) -> None:
        """Check that another run would find nothing but what this one left on purpose."""
        if not result.changed:
            return
        texts = {s.text for s in left}
        for segment in self._again(result):
            if not any(segment.text in text or text in segment.text for text in texts):
                raise IntegrityError(
                    f"this is a bug, nothing was written: another run would change "
                    f"{segment.text[:40]!r} at {segment.span.start} in the output"
                )


def _read(text: str, name: str, requested: str) -> Document:
    if requested not in {"auto", "text"}:
        raise InputError(f"format must be auto or text, not {requested!r}")
    choice: Format = "auto" if requested == "auto" else "text"
    return read_text(text, name=name, requested=choice, find_protected=find_markers)


def _markers(document: Document) -> Markers:
    """The default of the format: bracket, unless the encoding has no such bracket."""
    try:
        "⟦→⟧".encode(document.encoding)
    except UnicodeEncodeError:
        return "footnote"
    return "bracket"


def _writable(translation: Translation, encoding: str) -> Translation:
    """The translation with typography that the encoding lacks typed plainly."""
    text = "".join(
        PLAIN_TYPOGRAPHY.get(c, c) if not _has(encoding, c) else c for c in translation.text
    )
    return translation if text == translation.text else replace(translation, text=text)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _failed(translation: Translation, check: str) -> Translation:
    others = tuple((name, result) for name, result in translation.checks if name != check)
    return replace(translation, checks=(*others, (check, "failed")))


def _kept_as(segment: Segment, reason: str) -> Segment:
    return replace(segment, evidence=replace(segment.evidence, reason=reason))


@lru_cache(maxsize=8)
def _shared(options: Options) -> Normalizer:
    return Normalizer(options)


def normalize(
    text: str,
    *,
    format: str = "text",  # noqa: A002 - the name every caller expects
    options: Options = Options(),
) -> NormalizedDocument:
    """Translate the foreign segments of a text and account for them. Raises as `Normalizer`."""
    return _shared(options).normalize(text, format=format)


def detect(text: str, *, options: Options = Options()) -> tuple[Segment, ...]:
    """Find the foreign segments of a text; spans in code points, in order, disjoint.

    >>> [segment.text for segment in detect("He shrugged. “C'est la faute du gouvernement.” And left.")]
    ["C'est la faute du gouvernement."]
    """
    return _shared(options).detect(text)


def normalize_file(path: str | Path, *, options: Options = Options()) -> NormalizedDocument:
    """Normalize a file, its format chosen by its suffix; writes nothing.

    Raises:
        InputError: the file cannot be read. Otherwise as `Normalizer`.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    return _shared(options).normalize_bytes(data, name=Path(path).name)


revert = revert_output
