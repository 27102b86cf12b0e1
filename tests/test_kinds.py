"""The kinds of files people bring: what must hold in each, whoever translates.

Cases are the folders of fixtures/kinds: see fixtures/README.md. An engine that says English words for
French ones, and leaves literals and numbers alone, translates, or the embedded one where a case asks.
"""

from __future__ import annotations

import re
import tomllib
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from support.command import run
from support.engine import Engine

import onetongue as ot
from onetongue.errors import InputError
from onetongue.language.literals import outside

if TYPE_CHECKING:
    from collections.abc import Callable

    from onetongue.account import NormalizedDocument

KINDS = Path(__file__).parents[1] / "fixtures" / "kinds"
FOLDERS = sorted(path for path in KINDS.iterdir() if path.is_dir())
KEYS = {
    "asked",
    "engine",
    "found",
    "kept",
    "left_alone",
    "may_stay",
    "refused",
    "said",
    "told",
}
ENGLISH = (
    "the old house stands near a river and we walk there every morning with our friends".split()
)
UNPLACED = "could not be placed"  # of what is left alone for its line breaks
BETWEEN_WORDS = re.compile(r"</w:t>.*?<w:t[^>]*>", re.DOTALL)
BREAK = re.compile(
    r"<(?:w?br|w:br|w:noBreakHyphen|w:tab)\b[^>]*>|\\\r?\n|(?<=\S) {2,}\r?\n", re.IGNORECASE
)
INDENTED = re.compile(r"\n[ \t]+")


def in_english(sentence: str) -> str:
    """As many English words as a sentence has; literals, numbers and signs as they stand."""
    words = cycle(ENGLISH)
    return outside(
        sentence,
        lambda part: re.sub(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", lambda _: next(words), part),
    )


class Case(NamedTuple):
    """A document, and what must hold in it."""

    path: Path
    holds: dict[str, Any]


class Done(NamedTuple):
    """What became of a document, and the sentences its engine was asked."""

    result: NormalizedDocument
    asked: list[str]


def shown(segment: ot.Segment) -> str:
    """The source of a segment, with a sign for the markup between two texts of a Word document."""
    return BETWEEN_WORDS.sub("⟨…⟩", segment.text)


def case_of(folder: Path) -> Case:
    (path,) = folder.glob("input.*")
    return Case(path, tomllib.loads((folder / "holds.toml").read_text("utf-8")))


def chosen(needed: str) -> list[Any]:
    """The cases that say something of what is asked for."""
    cases = [case_of(folder) for folder in FOLDERS]
    return [pytest.param(case, id=case.path.parent.name) for case in cases if needed in case.holds]


@pytest.fixture(scope="module")
def normalize() -> Callable[[Case], Done]:
    """Normalizes a case, with its engine, without marks."""
    options = ot.Options(markers="none")
    embedded = ot.Normalizer(ot.Options(markers="none", engine="embedded"))

    def made(case: Case) -> Done:
        engine = Engine(in_english)
        own = ot.Normalizer(options, engine=engine)
        normalizer = embedded if case.holds.get("engine") == "embedded" else own
        result = normalizer.normalize_bytes(case.path.read_bytes(), name=case.path.name)
        return Done(result, [sentence for batch in engine.batches for sentence in batch])

    return made


@pytest.mark.parametrize("case", chosen("found"))
def test_what_holds(case: Case, normalize: Callable[[Case], Done]) -> None:
    result, asked = normalize(case)
    source = result.source.text
    found = [shown(record.segment) for record in result.records]
    stays = {shown(one) for one in result.left_alone if UNPLACED in one.evidence.reason}
    assert stays <= set(case.holds.get("may_stay", ()))
    assert found == [text for text in case.holds["found"] if text not in stays]
    assert {sentence for sentence in case.holds.get("asked", ()) if sentence not in asked} == set()
    left_alone = {segment.text: segment.evidence.reason for segment in result.left_alone}
    assert left_alone.items() >= case.holds.get("left_alone", {}).items()
    for text in case.holds.get("kept", ()):
        assert source.count(text) > 0, text
        assert (text, result.text.count(text)) == (text, source.count(text))
    for text in case.holds.get("said", ()):
        assert text in result.text
    for record in result.records:
        before, after = record.segment.text, record.replacement
        assert BREAK.findall(after) == BREAK.findall(before)
        assert len(INDENTED.findall(after)) <= len(INDENTED.findall(before))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_can_be_written_and_reverted(folder: Path, normalize: Callable[[Case], Done]) -> None:
    case = case_of(folder)
    if "refused" in case.holds:
        return
    result, data = normalize(case).result, case.path.read_bytes()
    assert ot.revert(result.text, result.provenance()) == result.source.text
    if result.source.container is None:
        assert result.source.text.encode(result.source.encoding) == data
    assert (result.encode() == data) is (not result.records)


@pytest.mark.parametrize("case", chosen("refused"))
def test_what_is_no_prose_is_refused(case: Case) -> None:
    normalizer = ot.Normalizer(ot.Options(markers="none"), engine=Engine(in_english))
    with pytest.raises(InputError, match=re.escape(case.holds["refused"])):
        normalizer.read(case.path.read_bytes(), case.path.name)


@pytest.mark.parametrize("case", chosen("told"))
def test_what_is_told(case: Case) -> None:
    messages = run("normalize", "--engine", "embedded", str(case.path)).err
    for text in case.holds["told"]:
        assert text in messages


def test_every_case_says_what_must_hold() -> None:
    for folder in FOLDERS:
        holds = case_of(folder).holds
        assert set(holds) <= KEYS, folder.name
        assert ("refused" in holds) != ("found" in holds), folder.name
