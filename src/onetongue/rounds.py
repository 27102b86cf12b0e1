"""What was found, translated and written, until another run would find nothing more.

Responsible for: engines, glossaries and the translation memory, each loaded once, when there is
something to translate; the rounds in which an output is read again.
Not responsible for: the first reading and detecting (`normalizer`), which translations stand (`draft`).

Looking at a document, as `--check` does, never gets here, and waits for nothing that is imported here.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final
from weakref import finalize

from onetongue.detect import detect
from onetongue.detect.versions import KEPT, with_versions
from onetongue.document import Detection, Translation
from onetongue.draft import Draft, with_links_told, written_parts
from onetongue.engines import Closable, choose
from onetongue.errors import InputError, IntegrityError
from onetongue.formats import Settings, read_text
from onetongue.terms import Glossary, Memory
from onetongue.translate import Oracle, translate_segments
from onetongue.write import find_markers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.account import NormalizedDocument
    from onetongue.document import Change, Document, FormatName, Options, Segment
    from onetongue.engines import Translator

# How often what the detector finds in its own output is translated too; two rounds do nearly always.
ROUNDS: Final = 6


class Rounds:
    """Translates and writes with one set of options. Safe to share between threads.

    `engine` replaces the engine that the options would choose, and is the caller's to close.

    Raises:
        InputError: the glossary of the options cannot be read.
    """

    def __init__(self, options: Options, engine: Translator | None = None) -> None:
        self._options = options
        self._given = engine
        self._engines = dict.fromkeys(options.source, engine) if engine else {}
        self._lock = Lock()
        self._glossaries = _glossaries(options)
        self._memory: Memory | None = None
        self._is_closed = False

    def close(self) -> None:
        """Close the translation memory, if it was opened; nothing is translated with it then.

        What an engine chosen here keeps running ends.
        """
        with self._lock:
            self._is_closed = True
            if self._memory is not None:
                self._memory.close()
            engines = [engine for engine in self._engines.values() if engine is not self._given]
        for engine in engines:
            if isinstance(engine, Closable):
                engine.close()

    def translate(self, sentences: Sequence[str]) -> tuple[str, ...]:
        """The engine alone, from the first source language. Raises as `Normalizer.translate`."""
        oracle = self._oracle(self._options.source[0])
        return tuple(t.text for t in translate_segments(sentences, oracle))

    def normalize(
        self, documents: Sequence[Document], found: Sequence[Detection]
    ) -> tuple[NormalizedDocument, ...]:
        """Write each document with what was `found` in it translated, in order, in one batch.

        Raises as `Normalizer.normalize`.
        """
        cut = [self._divided(detection) for detection in found]
        translations = self._translations([s for _, detection in cut for s in detection.segments])
        results = (
            self._in_rounds(document, detection, self._changes(detection, translations), out)
            for document, (out, detection) in zip(documents, cut, strict=True)
        )
        return tuple(
            result if self._stays(result) else self._with_versions_too(document)
            for document, result in zip(documents, results, strict=True)
        )

    def _stays(self, result: NormalizedDocument) -> bool:
        """Whether another run would leave alone the versions of the English that this one did."""
        if self._options.parallel != "keep" or not result.parallel or not result.changed:
            return True
        document = self._read(result.text, result.source.name, result.source.format)
        again = with_versions(document, detect(document, self._options), self._options)
        return _kept(again.left_alone) >= _kept(result.left_alone)

    def _with_versions_too(self, document: Document) -> NormalizedDocument:
        """All translated: what else was is so much that the document looks bilingual no more."""
        everything = detect(document, self._options)
        changes = self._changes(everything, self._translations(everything.segments))
        return self._in_rounds(document, everything, changes, ())

    def _divided(self, found: Detection) -> tuple[tuple[Segment, ...], Detection]:
        """What is taken out because it is there in English too, and what is found but for that."""
        if self._options.parallel != "drop" or not found.parallel:
            return (), found
        is_version = found.versions()
        out = tuple(s for s in found.segments if is_version(s.span))
        return out, replace(
            found, segments=tuple(s for s in found.segments if not is_version(s.span))
        )

    def _in_rounds(
        self,
        document: Document,
        found: Detection,
        changes: Sequence[Change],
        out: Sequence[Segment],
    ) -> NormalizedDocument:
        """Put the changes in, take `out` what is, and go on until another run would find nothing new."""
        draft = Draft(document, found, self._options)
        draft.take(out)
        for _ in range(ROUNDS):
            draft.add(changes, self._oracle)
            result = draft.written(self._engine)
            again = self._again(result)
            is_spoiled = draft.take_out(result, again)
            found = draft.still_open(result, again)
            translations = self._translations(found.segments)
            changes = self._changes(found, translations)
            if not changes and not is_spoiled:
                return with_links_told(result)
        raise IntegrityError(
            f"{document.name or 'text'}: this is a bug, nothing was written: another run would "
            "change the output again; please report the text"
        )

    def _again(self, result: NormalizedDocument) -> Detection:
        """What another run would find, in what was not read like this before."""
        source = result.source
        segments: list[Segment] = []
        left_alone: list[Segment] = []
        for start, text in written_parts(result):
            found = self._detected(text, source.name, source.format)
            segments += (s.moved(start) for s in found.segments)
            left_alone += (s.moved(start) for s in found.left_alone)
        return Detection(tuple(segments), tuple(left_alone))

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
        made: dict[int, Translation] = {}
        for language in self._options.source:
            mine = [i for i, s in enumerate(segments) if s.language == language]
            if mine:
                texts = [segments[i].reading for i in mine]
                done = translate_segments(texts, self._oracle(language), self._is_foreign)
                made.update(zip(mine, done, strict=True))
        return iter([made[i] for i in range(len(segments))])

    def _oracle(self, language: str) -> Oracle:
        memory = self._opened()
        return Oracle(self._engine(language), self._glossaries.get(language), memory)

    def _opened(self) -> Memory | None:
        """The translation memory, if the options name one; opened when first used."""
        path = self._options.memory
        if not path:
            return None
        with self._lock:
            if self._is_closed:
                raise InputError(f"{path}: this normalizer was closed; make another")
            if self._memory is None:
                self._memory = Memory(Path(path))
                finalize(self, _let_go, self._memory)
            return self._memory

    def _engine(self, language: str) -> Translator:
        with self._lock:
            if language not in self._engines:
                self._engines[language] = choose(self._options, language)
            return self._engines[language]

    def _is_foreign(self, text: str) -> bool:
        """Whether the detector finds anything in a translation."""
        return bool(self._detected(text, "", "text").segments)

    def _detected(self, text: str, name: str, format_name: FormatName) -> Detection:
        return detect(self._read(text, name, format_name), self._options)

    def _read(self, text: str, name: str, format_name: FormatName) -> Document:
        return read_text(
            text,
            name=name,
            requested=format_name,
            find_protected=find_markers,
            settings=Settings.of(self._options, name),
        )


def _kept(left_alone: Sequence[Segment]) -> Counter[str]:
    """Count the segments that are left alone as versions of the English."""
    return Counter(s.text for s in left_alone if s.evidence.reason == KEPT)


def _let_go(memory: Memory) -> None:
    with suppress(InputError):  # a forked process must leave it to the one that opened it
        memory.close()


def _glossaries(options: Options) -> dict[str, Glossary]:
    """The glossary for each source language; none without a file."""
    if not options.glossary:
        return {}
    path = Path(options.glossary)
    try:
        return {
            language: Glossary.load([path], source=language, target=options.target)
            for language in options.source
        }
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
