"""The stages wired: read, detect, and where there is something to translate, `rounds`.

Responsible for: `Normalizer`, and the functions that keep one for each set of options.
Not responsible for: how any stage works, translating and writing (`rounds`), files and messages
(the command line).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from onetongue.detect import detect as detect_segments
from onetongue.detect.versions import with_versions
from onetongue.document import Detection, Document, FormatName, Options, Segment
from onetongue.errors import InputError
from onetongue.formats import Settings, read_document, read_text
from onetongue.offline import offline
from onetongue.write import find_markers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.account import NormalizedDocument
    from onetongue.engines import Translator
    from onetongue.rounds import Rounds


class Normalizer:
    """Normalizes documents with one set of options; keep it, the models load once.

    Safe to share between threads after construction. `engine` replaces the engine that the
    options would choose. What only a translation needs, the translation memory too, is loaded when
    something is to be translated: looking at a document waits for none of it.
    """

    def __init__(self, options: Options = Options(), *, engine: Translator | None = None) -> None:
        if not options.source:
            raise InputError("source names no language: give one such as fr")
        if options.target != "en":
            raise InputError(f"target must be en, not {options.target!r}")
        self.options = options
        self._engine = engine
        self._lock = Lock()
        self._translating: Rounds | None = None
        self._is_closed = False
        if options.glossary:
            self._rounds()  # a glossary that cannot be read is told of at once

    def close(self) -> None:
        """Close the translation memory, if it was opened; nothing is translated with it then.

        What the chosen engine keeps running ends. A normalizer that nobody uses any more closes
        both by itself, at exit at the latest; an engine that was given is left alone.
        """
        with self._lock:
            self._is_closed = True
            if self._translating is not None:
                self._translating.close()

    def read(self, data: bytes, name: str) -> tuple[Document, tuple[str, ...]]:
        """The document in a file's bytes, and lines on a guessed encoding and what was not read.

        Raises:
            InputError: not text, not decodable, or a format this version cannot read.
        """
        return read_document(
            data,
            name=name,
            requested=self.options.format,
            find_protected=find_markers,
            settings=Settings.of(self.options, name),
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
            settings=Settings.of(self.options, name),
        )

    def inspect(self, document: Document) -> Detection:
        """What is foreign in a document, what of it is left alone, and what was not read.

        And what of it is there in English too, if the document is bilingual.
        """
        with offline():
            found = self._found(document)
        return replace(found, not_read=document.not_read)

    def explain(self, text: str, *, format: FormatName | None = None) -> Detection:  # noqa: A002
        """Every candidate in a text, kept or left alone, with its evidence."""
        return self.inspect(self.read_text(text, format=format))

    def detect(self, text: str, *, format: FormatName | None = None) -> tuple[Segment, ...]:  # noqa: A002
        """The segments to translate, in document order; offsets in code points of `text`."""
        return self.explain(text, format=format).segments

    def translate(self, sentences: Sequence[str]) -> tuple[str, ...]:
        """The engine alone, from the first source language: N texts in, N out, in order.

        Raises:
            InputError: the translation memory cannot be opened.
            ModelError: there is no engine.
            TranslationError: the engine failed.
        """
        with offline():
            return self._rounds().translate(sentences)

    def normalize(
        self,
        text: str,
        *,
        name: str = "",
        format: FormatName | None = None,  # noqa: A002 - the name every caller expects
    ) -> NormalizedDocument:
        """Normalize a text that is decoded already; without a segment it comes back as it is.

        Raises:
            InputError: the format is not one this version reads, or not the text's; there is
                something to translate and the translation memory cannot be opened.
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
            found = [self._found(document) for document in documents]
            return self._rounds().normalize(documents, found)

    def _found(self, document: Document) -> Detection:
        found = detect_segments(document, self.options)
        return with_versions(document, found, self.options)

    def _rounds(self) -> Rounds:
        """What translates and writes; loaded when first used."""
        with self._lock:
            if self._translating is None:
                from onetongue.rounds import Rounds  # noqa: PLC0415 - see the class

                self._translating = Rounds(self.options, self._engine)
                if self._is_closed:
                    self._translating.close()
            return self._translating


@lru_cache(maxsize=8)  # one that drops out and that nobody uses closes its translation memory
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
