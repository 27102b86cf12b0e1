"""Four times the document is four times the work, and the benchmark's documents can show it."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "scaling"))

from typing import TYPE_CHECKING

import growing
from free_engine import FreeEngine

from onetongue import Normalizer, Options
from onetongue.names import Names
from onetongue.names.respelling import respell

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, in Python and in C: the same each time, on any machine."""
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("suffix", growing.FORMATS)
def test_four_times_the_document_is_four_times_the_calls(suffix: str) -> None:
    normalizer = Normalizer(Options(), engine=FreeEngine())
    small, large = (growing.document(suffix, size) for size in (25_000, 100_000))
    normalizer.normalize_bytes(large, name=f"a.{suffix}")  # its words are known to both
    counted = [
        calls(lambda one=one: normalizer.normalize_bytes(one, name=f"a.{suffix}"))  # type: ignore[misc]
        for one in (small, large)
    ]
    assert counted[1] < 5 * counted[0]


def test_no_name_is_compared_with_every_name() -> None:
    """Four times the sentences are four times the calls; sixteen times, if each pair were looked at."""

    def respelled(count: int) -> None:
        names = Names.of(*(growing.told(i, is_french=False) for i in range(count)))
        for i in range(count):
            sentence = growing.told(i, is_french=True)
            respell(sentence, sentence, names)

    respelled(400)
    assert calls(lambda: respelled(400)) < 5 * calls(lambda: respelled(100))


def test_the_text_is_not_read_for_every_name() -> None:
    """Reading it for each takes sixteen times as long for four times as many; the bar lies between."""

    def seconds(count: int) -> float:
        names = Names.of(*(growing.told(i, is_french=False) for i in range(count)))
        asked = [growing.name(i, 0).split()[1] for i in range(count)]
        start = time.process_time()
        for name in asked:
            names.spelling(name)
        return time.process_time() - start

    assert min(seconds(1600) / seconds(400) for _ in range(3)) < 9


@pytest.mark.parametrize("suffix", growing.FORMATS)
def test_a_document_has_the_size_and_the_french_that_were_asked_for(suffix: str) -> None:
    normalizer = Normalizer(Options(), engine=FreeEngine())
    content = growing.document(suffix, 40_000)
    assert content == growing.document(suffix, 40_000)
    document, _ = normalizer.read(content, f"a.{suffix}")
    assert 40_000 <= len(document.text.encode()) < 44_000
    result = normalizer.normalize_document(document)
    share = sum(len(record.original) for record in result.records) / len(document.text)
    assert 0.04 < share < 0.2
    assert len(result.doubtful) < len(result.records) / 2


def test_names_grow_with_the_document() -> None:
    found = [growing.name(i, language) for language in (0, 1) for i in range(9000)]
    assert len(set(found[:9000])) > 8900
    assert len(set(found[9000:])) > 8900
    assert all(re.fullmatch(r"\w+ \w+", one) for one in found)
