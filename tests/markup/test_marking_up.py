"""Markup is asked for once for all segments, and what finds no place is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.engine import Engine

from onetongue.document import Change, Evidence, Segment, Span, Translation
from onetongue.markup import marked_up, silent
from onetongue.prose import Prose, Run
from onetongue.translate import Oracle

if TYPE_CHECKING:
    from onetongue.document import Origin


def bold(french: str, english: str, origin: Origin = "engine") -> Change:
    """A segment with `*` around what is bold."""
    runs, at = [], 0
    for i, text in enumerate(french.split("*")):
        if i:
            role, raw = ("open", "<b>") if i % 2 else ("close", "</b>")
            runs.append(Run(at, at + len(raw), "", role, raw, (i + 1) // 2, "b"))  # type: ignore[arg-type]
            at += len(raw)
        if text:
            runs.append(Run(at, at + len(text), text))
            at += len(text)
    source = "".join(run.raw or run.text for run in runs)
    segment = Segment(
        Span(0, at), source, "sentence", "fr", Evidence(0.9, "all French"), Prose(tuple(runs))
    )
    return segment, Translation(english, origin, 0.9, (("numbers", "ok"),))


def refuse(language: str) -> Oracle:
    raise AssertionError(f"nobody may be asked for {language}")


def test_what_has_no_markup_stays_and_nobody_is_asked() -> None:
    plain = Segment(Span(0, 3), "Oui", "phrase", "fr", Evidence(0.9, "all French"))
    changes = [(plain, Translation("Yes", "engine", 0.9))]
    assert list(marked_up(changes, refuse)) == changes


def test_a_term_needs_no_engine() -> None:
    [(_, made)] = marked_up([bold("*Oui*", "Yes", "glossary")], refuse)
    assert made.content == "<b>Yes</b>"
    assert made.checks == (("numbers", "ok"),)


def test_all_are_asked_for_in_one_call() -> None:
    engine = Engine({"chat": "cat", "chien": "dog"})
    changes = [
        bold("Le *chat* dort.", "The cat sleeps."),
        bold("Un *chien* dort.", "A dog sleeps."),
    ]
    made = [one.content for _, one in marked_up(changes, lambda _: Oracle(engine))]
    assert made == ["The <b>cat</b> sleeps.", "A <b>dog</b> sleeps."]
    assert len(engine.batches) == 1


def test_what_finds_no_place_fails_its_check() -> None:
    [(_, made)] = marked_up([bold("Le *zzz* dort.", "Nobody knows that.")], silent)
    assert made.content == "<b>Nobody knows that.</b>"
    assert made.checks == (("numbers", "ok"), ("markup", "failed"))
