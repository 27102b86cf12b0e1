"""The four stages wired: read, detect, translate, write.

Responsible for: `Normalizer`, which loads an engine once and only when there is something to
translate, and goes round until normalizing again would change nothing.
Not responsible for: how any stage works, which translations stand (`draft`), files and messages
(the command line).

What only a translation needs is imported where it begins: looking at a document, as `--check` does,
waits for none of it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from onetongue.detect import detect as detect_segments
from onetongue.document import (
    Detection,
    Document,
    FormatName,
    Options,
    Segment,
    Translation,
)
from onetongue.errors import InputError, IntegrityError
from onetongue.formats import Settings, read_document, read_text
from onetongue.offline import offline
from onetongue.write import find_markers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.account import NormalizedDocument
    from onetongue.engines import Translator
    from onetongue.outcome import Change
    from onetongue.terms import Glossary, Memory
    from onetongue.translate import Oracle

# How often what the detector finds in its own output is translated too; two rounds do nearly always.
ROUNDS: Final = 6


class Normalizer:
    """Normalizes documents with one set of options; keep it, the models load once.

    Safe to share between threads after construction. `engine` replaces the engine that the
    options would choose.
    """

    def __init__(self, options: Options = Options(), *, engine: Translator | None = None) -> None:
        if not options.source:
            raise InputError("source names no language: give one such as fr")
        if options.target != "en":
            raise InputError(f"target must be en, not {options.target!r}")
        self.options = options
        self._engines = dict.fromkeys(options.source, engine) if engine else {}
        self._lock = Lock()
        self._glossaries = _glossaries(options)
        self._memory = _memory(options)

    def close(self) -> None:
        """Close the translation memory, if there is one; the normalizer is of no use then."""
        if self._memory is not None:
            self._memory.close()

    def read(self, data: bytes, name: str) -> tuple[Document, tuple[str, ...]]:
        """The document in a file's bytes, and lines on a guessed encoding and what was left out.

        Raises:
            InputError: not text, not decodable, or a format this version cannot read.
        """
        return read_document(
            data,
            name=name,
            requested=self.options.format,
            find_protected=find_markers,
            settings=self._settings(name),
        )

    def read_text(self, text: str, *, name: str = "", format: FormatName | None = None) -> Document:  # noqa: A002
        """The document in a text that is decoded already, plain unless a format is given.

        Raises:
            InputError: the text is not in that format.
        """
        chosen = format or self.options.format
        return read_text(
            text,
            name=name,
            requested="text" if chosen == "auto" else chosen,
            find_protected=find_markers,
            settings=self._settings(name),
        )

    def _settings(self, name: str) -> Settings:
        return Settings(name, tuple(self.options.fields), self.options.on_error)

    def inspect(self, document: Document) -> Detection:
        """What is foreign in a document, and what of it is left alone."""
        with offline():
            return detect_segments(document, self.options)

    def explain(self, text: str, *, format: FormatName | None = None) -> Detection:  # noqa: A002
        """Every candidate in a text, kept or left alone, with its evidence."""
        return self.inspect(self.read_text(text, format=format))

    def detect(self, text: str, *, format: FormatName | None = None) -> tuple[Segment, ...]:  # noqa: A002
        """The segments to translate, in document order; offsets in code points of `text`."""
        return self.explain(text, format=format).segments

    def translate(self, sentences: Sequence[str]) -> tuple[str, ...]:
        """The engine alone, from the first source language: N texts in, N out, in order.

        Raises:
            ModelError: there is no engine.
            TranslationError: the engine failed.
        """
        from onetongue.translate import translate_segments  # noqa: PLC0415 - see the module

        with offline():
            oracle = self._oracle(self.options.source[0])
            return tuple(t.text for t in translate_segments(sentences, oracle))

    def normalize(
        self,
        text: str,
        *,
        name: str = "",
        format: FormatName | None = None,  # noqa: A002 - the name every caller expects
    ) -> NormalizedDocument:
        """Normalize a text that is decoded already; without a segment it comes back as it is.

        Raises:
            InputError: the format is not one this version reads, or not the text's.
            ModelError: there is something to translate and no engine.
            TranslationError: the engine failed, or `on_doubt` is "fail" and a check did.
            IntegrityError: the result does not prove itself.
        """
        return self._normalize([self.read_text(text, name=name, format=format)])[0]

    def normalize_many(self, texts: Sequence[str]) -> tuple[NormalizedDocument, ...]:
        """Normalize texts, in order, with one batch through the model. Raises as `normalize`."""
        return self._normalize([self.read_text(text) for text in texts])

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
                self._write(document, detection, self._changes(detection, translations))
                for document, detection in zip(documents, found, strict=True)
            )

    def _changes(self, found: Detection, translations: Iterator[Translation]) -> list[Change]:
        """The segments with the next of the translations, and terms in what is left alone."""
        return [(s, next(translations)) for s in found.segments] + self._terms(found.left_alone)

    def _terms(self, left_alone: Sequence[Segment]) -> list[Change]:
        """What was left alone as a name and the glossary calls otherwise in English."""
        changes: list[Change] = []
        for segment in left_alone:
            glossary = self._glossaries.get(segment.language)
            words = segment.reading
            for match in glossary.find(words) if glossary else ():
                if len(match.span) == len(words) and match.term.target != words:
                    changes.append((segment, Translation(match.term.target, "glossary", 1.0)))
        return changes

    def _translations(self, segments: Sequence[Segment]) -> Iterator[Translation]:
        """One translation a segment, in order: one batch for each source language."""
        from onetongue.translate import translate_segments  # noqa: PLC0415 - see the module

        made: dict[int, Translation] = {}
        for language in self.options.source:
            mine = [i for i, s in enumerate(segments) if s.language == language]
            if mine:
                texts = [segments[i].reading for i in mine]
                done = translate_segments(texts, self._oracle(language), self._is_foreign)
                made.update(zip(mine, done, strict=True))
        return iter([made[i] for i in range(len(segments))])

    def _oracle(self, language: str) -> Oracle:
        from onetongue.translate import Oracle  # noqa: PLC0415 - see the module

        return Oracle(self._engine(language), self._glossaries.get(language), self._memory)

    def _is_foreign(self, text: str) -> bool:
        """Whether the detector finds anything in a translation."""
        document = self.read_text(text, format="text")
        return bool(detect_segments(document, self.options).segments)

    def _engine(self, language: str) -> Translator:
        from onetongue.engines import choose  # noqa: PLC0415 - see the module

        with self._lock:
            if language not in self._engines:
                self._engines[language] = choose(self.options, language)
            return self._engines[language]

    def _write(
        self, document: Document, found: Detection, changes: Sequence[Change]
    ) -> NormalizedDocument:
        """Put the changes in, and go on until another run would find nothing new."""
        from onetongue.draft import Draft  # noqa: PLC0415 - see the module

        draft = Draft(document, found, self.options)
        for _ in range(ROUNDS):
            draft.add(changes, self._oracle)
            result = draft.written(self._engine)
            again = self._again(result)
            is_spoiled = draft.take_out(result, again)
            found = draft.still_open(result, again)
            translations = self._translations(found.segments)
            changes = self._changes(found, translations)
            if not changes and not is_spoiled:
                return result
        raise IntegrityError(
            f"{document.name or 'text'}: this is a bug, nothing was written: another run would "
            "change the output again; please report the text"
        )

    def _again(self, result: NormalizedDocument) -> Detection:
        """What another run would find, in what was not read like this before."""
        from onetongue.outcome import written_parts  # noqa: PLC0415 - see the module

        if not result.changed:
            return Detection((), ())
        source = result.source
        if not source.parts:
            document = self.read_text(result.text, name=source.name, format=source.format)
            return detect_segments(document, self.options)
        segments: list[Segment] = []
        left_alone: list[Segment] = []
        for part in written_parts(result):  # the others read as they did
            text = part.of(result.text)
            document = self.read_text(text, name=source.name, format=source.format)
            found = detect_segments(document, self.options)
            segments += (s.moved(part.start) for s in found.segments)
            left_alone += (s.moved(part.start) for s in found.left_alone)
        return Detection(tuple(segments), tuple(left_alone))


def _memory(options: Options) -> Memory | None:
    if not options.memory:
        return None
    from onetongue.terms import Memory  # noqa: PLC0415 - see the module

    return Memory(Path(options.memory))


def _glossaries(options: Options) -> dict[str, Glossary]:
    """The glossary for each source language; none without a file."""
    if not options.glossary:
        return {}
    from onetongue.terms import Glossary  # noqa: PLC0415 - see the module

    path = Path(options.glossary)
    try:
        return {
            language: Glossary.load([path], source=language, target=options.target)
            for language in options.source
        }
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


@lru_cache(maxsize=8)
def _shared(options: Options) -> Normalizer:
    return Normalizer(options)


def normalize(
    text: str,
    *,
    format: FormatName = "text",  # noqa: A002 - the name every caller expects
    options: Options = Options(),
) -> NormalizedDocument:
    """Translate the foreign segments of a text and account for them. Raises as `Normalizer`."""
    return _shared(options).normalize(text, format=format)


def detect(
    text: str,
    *,
    format: FormatName = "text",  # noqa: A002 - the name every caller expects
    options: Options = Options(),
) -> tuple[Segment, ...]:
    """Find the foreign segments of a text; spans in code points, in order, disjoint.

    >>> [segment.text for segment in detect("He shrugged. “C'est la faute du gouvernement.” And left.")]
    ["C'est la faute du gouvernement."]
    """
    return _shared(options).detect(text, format=format)


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
