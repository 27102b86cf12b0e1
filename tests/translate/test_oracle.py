"""The oracle: what the engine is never asked, what it is asked once, and what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.engine import Engine

from onetongue.errors import TranslationError
from onetongue.terms import Glossary, Memory
from onetongue.terms.entry import Entry
from onetongue.terms.glossary import Term
from onetongue.translate.oracle import Oracle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from onetongue.engines import Hypothesis

CAT = {"le chat": "the cat", "le chien": "the dog"}
GLOSSARY = Glossary((Term("chat", "feline", "a.tsv", 1),))


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "memory.db") as opened:
        yield opened


class Retrying(Engine):
    """Has another way, which shouts; says one answer too many of what it is to repeat."""

    def retry(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...] | None:
        shouted = super().translate([text.upper() for text in sentences])
        return shouted * 2 if "?" in sentences else shouted


def entry(source: str, target: str, engine: str = "") -> Entry:
    if not engine:
        return Entry(source, target, "fr", "en")
    return Entry(source, target, "fr", "en", engine, "engine", 0.7)


@pytest.mark.parametrize("with_memory", [False, True])
def test_no_sentence_asks_nothing(memory: Memory, *, with_memory: bool) -> None:
    engine = Retrying(CAT)
    oracle = Oracle(engine, GLOSSARY, memory if with_memory else None)
    assert (oracle.ask([]), oracle.ask_again([]), oracle.corrected([])) == ({}, {}, {})
    assert engine.batches == []


def test_what_is_known_is_not_asked(memory: Memory) -> None:
    engine = Engine(CAT)
    memory.add([entry("le chat", "the tomcat"), entry("le chien", "the hound", engine.key)])
    found = Oracle(engine, memory=memory).ask(["le chat", "le chien"])
    assert [(one.text, one.origin, one.confidence) for one in found.values()] == [
        ("the tomcat", "human", 1.0),
        ("the hound", "memory", 0.7),
    ]
    assert [one.asked for one in found.values()] == ["le chat", "le chien"]
    assert engine.batches == []


def test_only_people_correct(memory: Memory) -> None:
    engine = Engine(CAT)
    memory.add([entry("le chat", "the tomcat"), entry("le chien", "the hound", engine.key)])
    found = Oracle(engine, memory=memory).corrected(["le chat", "le chien", "la vache"])
    assert {text: (one.text, one.origin) for text, one in found.items()} == {
        "le chat": ("the tomcat", "human")
    }
    assert Oracle(engine).corrected(["le chat"]) == {}


def test_another_engine_s_answers_do_not_count(memory: Memory) -> None:
    engine = Engine(CAT)
    memory.add([entry("le chat", "the tomcat", "other 2")])
    assert Oracle(engine, memory=memory).ask(["le chat"])["le chat"].text == "the cat"
    assert engine.batches == [("le chat",)]


def test_the_engine_is_asked_once_and_its_answers_kept(memory: Memory) -> None:
    engine = Engine(CAT)
    oracle = Oracle(engine, memory=memory)
    first = oracle.ask(["le chien", "le chat", "le chien"])
    assert engine.batches == [("le chien", "le chat")]
    assert [(one.text, one.origin, one.confidence) for one in first.values()] == [
        ("the dog", "engine", 0.9),
        ("the cat", "engine", 0.9),
    ]
    again = oracle.ask(["le chat"])["le chat"]
    assert (again.text, again.origin, again.confidence) == ("the cat", "memory", 0.9)
    assert len(engine.batches) == 1


def test_terms_are_put_in_and_missed(memory: Memory) -> None:
    engine = Engine({"le feline": "the feline"})
    oracle = Oracle(engine, GLOSSARY, memory)
    (found,) = oracle.ask(["le chat"]).values()
    assert (found.text, found.asked, found.lacks_terms) == ("the feline", "le feline", False)
    assert [match.term.target for match in found.terms] == ["feline"]
    assert oracle.ask(["le chat"])["le chat"].origin == "memory"
    bare = Engine({"un feline": "a cat"})
    oracle = Oracle(bare, GLOSSARY, memory)
    assert oracle.ask(["un chat"])["un chat"].lacks_terms
    assert oracle.ask(["un chat"])["un chat"].origin == "engine"  # not remembered
    assert bare.batches == [("un feline",)] * 2


def test_what_is_remembered_without_a_term_is_asked(memory: Memory) -> None:
    engine = Engine({"le feline": "the feline"})
    memory.add([entry("le chat", "the tomcat")])
    (found,) = Oracle(engine, GLOSSARY, memory).ask(["le chat"]).values()
    assert (found.text, found.origin) == ("the feline", "engine")


def test_sentences_that_are_one_with_their_terms_are_asked_once() -> None:
    engine = Engine({})
    both = Glossary((Term("chat", "cat", "a", 1), Term("matou", "cat", "a", 2)))
    found = Oracle(engine, both).ask(["le chat", "le matou"])
    assert engine.batches == [("le cat",)]
    assert [found["le chat"].text, found["le matou"].text] == ["le cat", "le cat"]


def test_asking_again(memory: Memory) -> None:
    assert Oracle(Engine(CAT)).ask_again(["le chat"]) == {}  # has one way only
    engine = Retrying({"LE FELINE": "THE FELINE"})
    oracle = Oracle(engine, GLOSSARY, memory)
    (found,) = oracle.ask_again(["le chat"]).values()
    assert (found.text, found.origin, found.asked) == ("THE FELINE", "engine", "le feline")
    assert not found.lacks_terms
    assert oracle.ask(["le chat"])["le chat"].origin == "engine"  # nothing was remembered


class Lossy(Engine):
    """Loses the last sentence."""

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        return super().translate(sentences[:-1])


def test_another_number_of_answers_is_an_error() -> None:
    with pytest.raises(TranslationError, match="dictionary: gave 1 translations for 2 sentences"):
        Oracle(Lossy(CAT)).ask(["le chat", "le chien"])
    with pytest.raises(TranslationError, match="gave 4 translations for 2 sentences"):
        Oracle(Retrying(CAT)).ask_again(["?", "!"])


def test_no_answer_is_not_remembered(memory: Memory) -> None:
    engine = Engine({"le chat": ""})
    memory.add([entry("le chien", "", engine.key)])
    oracle = Oracle(engine, memory=memory)
    found = oracle.ask(["le chat", "le chien"])
    assert [(one.text, one.origin) for one in found.values()] == [
        ("", "engine"),
        ("le chien", "engine"),
    ]
    oracle.ask(["le chat"])
    assert engine.batches == [("le chat", "le chien"), ("le chat",)]


def test_signs_of_the_engine_do_not_reach_an_answer(memory: Memory) -> None:
    engine = Engine({"le chat": "\u2581the\u2581cat\0</s>", "le chien": "the \u2047"})
    oracle = Oracle(engine, memory=memory)
    for found in (oracle.ask(["le chat", "le chien"]), oracle.ask(["le chat", "le chien"])):
        assert [(one.text, one.confidence) for one in found.values()] == [
            ("the cat", 0.9),
            ("the", 0.0),
        ]


def test_it_tells_of_its_engine() -> None:
    oracle = Oracle(Engine(CAT))
    assert (oracle.name, oracle.source, oracle.doubt_below) == ("dictionary", "fr", 0.2)
