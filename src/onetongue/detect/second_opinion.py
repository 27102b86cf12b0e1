"""A second opinion on a short block: langdetect, restricted to the candidate languages and seeded.

Responsible for: the log-odds langdetect gives a short text.
Not responsible for: long text, where the words decide by themselves.

Source: Nakatani 2010, "Language Detection Library for Java", as ported by langdetect. Its sampling
is seeded for every call, so the same text always gets the same answer.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

CANDIDATES: Final = ("en", "fr", "es", "it", "pt", "ca", "de", "nl")
# The opinion is never certain, and it is wrong on capitals and on names: nats.
LIMIT: Final = 2.0
SEED: Final = 0


@lru_cache(maxsize=1)
def _factory() -> DetectorFactory:
    from langdetect.detector_factory import DetectorFactory  # noqa: PLC0415 - 30 ms nobody owes --help

    profiles = files("langdetect").joinpath("profiles")
    factory = DetectorFactory()
    factory.load_json_profile(
        [profiles.joinpath(c).read_text(encoding="utf-8") for c in CANDIDATES]
    )
    factory.set_seed(SEED)
    return factory


@lru_cache(maxsize=1024)
def opinion(text: str, language: str) -> float:
    """The log-odds of `language` against English, in nats within ±`LIMIT`; 0 without an opinion."""
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415 - see above

    detector = _factory().create()
    detector.append(text.lower() if text.isupper() else text)
    try:
        found = {p.lang: p.prob for p in detector.get_probabilities()}
    except LangDetectException:  # no letters it knows
        return 0.0
    odds = log(found.get(language, 0.0) + 0.01) - log(found.get("en", 0.0) + 0.01)
    return max(-LIMIT, min(LIMIT, odds))
