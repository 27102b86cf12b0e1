"""The real engine, on a model whose every word is known in advance."""

from __future__ import annotations

import math
import socket
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import TYPE_CHECKING, NoReturn

import ctranslate2
import pytest
import sentencepiece
from support.command import python
from support.tiny_package import build

from onetongue.document import Options
from onetongue.engines import Hypothesis, choose
from onetongue.engines.argos import OURS, ArgosTranslator, Decoding, Handling
from onetongue.engines.packages.package import read
from onetongue.errors import ModelError
from onetongue.translate import Oracle, translate_segments

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SENTENCES = [
    ("Le chat noir est ici.", "The cat black is here."),
    ("chat", "cat"),
    ("le chien_noir est {user_id}", "the chien_noir is {user_id}"),
    ("Łódź est ici", "Łódź is here"),
    ("ici, ici, ici", "here, here, here"),
    ("http://a.b/c_d", "http://a.b/c_d"),
]


@pytest.fixture(scope="module")
def engine(tiny: Path) -> ArgosTranslator:
    return ArgosTranslator(read(tiny))


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_translates_word_for_word(sentence: str, expected: str, engine: ArgosTranslator) -> None:
    (answer,) = engine.translate([sentence])
    assert answer.text == expected


def test_a_batch_is_its_sentences_one_by_one(engine: ArgosTranslator) -> None:
    sentences = [sentence for sentence, _ in SENTENCES] * 40
    together = engine.translate(sentences)
    for sentence, answer in zip(sentences[:6], together[:6], strict=True):
        (alone,) = engine.translate([sentence])
        assert answer.text == alone.text
        assert answer.confidence == pytest.approx(alone.confidence, abs=1e-4)
    assert together[:6] * 40 == together


def test_blank_sentences_come_back(engine: ArgosTranslator) -> None:
    assert engine.translate([]) == ()
    assert engine.translate(["", " \u00a0", "chat"])[:2] == (
        Hypothesis("", 1.0),
        Hypothesis(" \u00a0", 1.0),
    )


@pytest.mark.parametrize(
    "decoding", [Decoding(1), Decoding(2), Decoding(4), Decoding(2, 0.5), Decoding(2, 1.5)]
)
def test_confidence_is_the_mean_probability_per_token(decoding: Decoding, tmp_path: Path) -> None:
    # A blunt model: each token is likely, none is certain.
    package = read(build(tmp_path / "blunt", sharpness=0.3, quantization=None))
    answer = ArgosTranslator(package, Handling(decoding)).translate(["Le chat noir est ici."])[0]
    processor = sentencepiece.SentencePieceProcessor(model_file=str(package.tokenizer))
    (score,) = ctranslate2.Translator(str(package.model)).score_batch(
        [processor.encode("Le chat noir est ici.", out_type=str)],
        [processor.encode("The cat black is here.", out_type=str)],
    )
    assert score.tokens[-1] == "</s>"
    mean = sum(score.log_probs) / len(score.log_probs)
    assert 0.1 < answer.confidence < 0.9
    # Decoding forbids the end as first token, scoring does not: one of some eighty tokens here.
    assert answer.confidence == pytest.approx(math.exp(mean), rel=1e-3)


def test_the_second_way_has_the_models_own_probability_too(tmp_path: Path) -> None:
    package = read(build(tmp_path / "blunt", sharpness=0.3, quantization=None))
    engine = ArgosTranslator(package)
    sentences = ["Le chat noir est ici.", "Le chat le chat est noir."]
    first, second = engine.translate(sentences), engine.retry(sentences)
    assert first[0].text == second[0].text
    assert first[0].confidence == pytest.approx(second[0].confidence, rel=1e-2)


def test_a_long_sentence_is_divided_not_cut(tiny: Path) -> None:
    engine = ArgosTranslator(read(tiny), Handling(max_pieces=8))
    sentence = "Le chat est ici, le chat noir est ici; le chat est noir " + "le chat " * 20
    (answer,) = engine.translate([sentence])
    words = {"Le": "The", "chat": "cat", "est": "is", "le": "the", "noir": "black"}
    expected = [words.get(word, word.replace("ici", "here")) for word in sentence.split()]
    assert answer.text.split() == expected
    assert 0 < answer.confidence < 1


class Replies:
    """A model that answers as a function says: the tokens, and their log-probability each."""

    compute_type = "int8"

    def __init__(self, reply: Callable[[list[str], int], tuple[list[str], float]]) -> None:
        self.asked: list[str] = []
        self._reply = reply

    def translate_batch(
        self, batch: list[list[str]], *, beam_size: int, **_: object
    ) -> list[SimpleNamespace]:
        self.asked += ["".join(tokens) for tokens in batch]
        found = [self._reply(tokens, beam_size) for tokens in batch]
        return [SimpleNamespace(hypotheses=[said], scores=[score]) for said, score in found]

    def score_batch(
        self, batch: list[list[str]], said: list[list[str]], **_: object
    ) -> list[SimpleNamespace]:
        scores = [self._reply(tokens, 5)[1] for tokens in batch]
        pairs = zip(scores, said, strict=True)
        return [SimpleNamespace(log_probs=[score] * (len(one) + 1)) for score, one in pairs]


def replying(
    tiny: Path,
    monkeypatch: pytest.MonkeyPatch,
    reply: Callable[[list[str], int], tuple[list[str], float]],
    handling: Handling | None = None,
) -> tuple[ArgosTranslator, Replies]:
    model = Replies(reply)
    monkeypatch.setattr(ctranslate2, "Translator", lambda *_, **__: model)
    return ArgosTranslator(read(tiny), handling), model


@pytest.mark.parametrize(
    ("lengths", "expected", "times"),
    [((3, 9), 3, 1), ((5, 9), 5, 1), ((6, 2), 2, 2), ((9, 7), 7, 2), ((7, 9), 7, 2)],
)
def test_an_answer_that_is_far_too_long_is_asked_for_again(
    lengths: tuple[int, int],
    expected: int,
    times: int,
    tiny: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = lengths
    engine, model = replying(
        tiny, monkeypatch, lambda _, beam: (["▁cat"] * (second if beam > 2 else first), -0.1)
    )
    (answer,) = engine.translate(["le chat"])
    assert answer.text.split() == ["cat"] * expected
    assert len(model.asked) == times


def test_a_heading_is_asked_for_in_several_forms_and_the_likeliest_answer_is_taken(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reply(tokens: list[str], _: int) -> tuple[list[str], float]:
        return ["▁cat" if tokens[-1] == "." else "▁black"], -0.1 if tokens[-1] == "." else -0.5

    engine, model = replying(tiny, monkeypatch, reply, OURS)
    assert [one.text for one in engine.translate(["Le chat", "Le chat est ici."])] == ["cat", "cat"]
    assert model.asked == ["▁Le▁chat", "▁Le▁chat.", "▁le▁chat", "▁Le▁chat▁est▁ici."]
    usual, model = replying(tiny, monkeypatch, reply)
    assert [one.text for one in usual.translate(["Le chat"])] == ["black"]
    assert model.asked == ["▁Le▁chat"]


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize(("comes_back", "times"), [(True, 1), (False, 2)])
@pytest.mark.parametrize("kept", ["Paul Blanc", "{user_id}"])
def test_known_names_stand_in_for_literals_and_names_that_are_words(
    kept: str,
    comes_back: bool,
    times: int,
    *,
    again: bool,
    tiny: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def reply(tokens: list[str], _: int) -> tuple[list[str], float]:
        return ["Barroso" if comes_back else "Baroso"], -0.1

    engine, model = replying(tiny, monkeypatch, reply)
    (answer,) = (engine.retry if again else engine.translate)([f"{kept} est ici."])
    assert answer.text == (kept if comes_back else "Baroso")
    assert len(model.asked) == times
    assert "Barroso" in model.asked[0].replace("▁", "")
    assert ("Barroso" in model.asked[-1].replace("▁", "")) is comes_back


@pytest.mark.parametrize("again", [False, True])
def test_nothing_stands_in_where_that_is_not_wanted(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, again: bool
) -> None:
    spanish = ArgosTranslator(read(build(tmp_path / "es", from_code="es")))
    for engine in (ArgosTranslator(read(tiny), Handling(guarded=False)), spanish):
        model = Replies(lambda tokens, _: (tokens, -0.1))
        monkeypatch.setattr(ctranslate2, "Translator", lambda *_, model=model, **__: model)
        (engine.retry if again else engine.translate)(["{user_id} est ici."])
        assert "user_id" in model.asked[0].replace("▁", "")


@pytest.mark.parametrize(("comes_back", "times"), [(True, 1), (False, 2)])
def test_the_second_time_known_names_stand_in_for_unknown_ones(
    comes_back: bool, times: int, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reply(tokens: list[str], _: int) -> tuple[list[str], float]:
        return ["Barroso" if comes_back else "Baroso"], -0.1

    engine, model = replying(tiny, monkeypatch, reply, OURS)
    (answer,) = engine.retry(["Zorbax est ici."])
    assert answer.text == ("Zorbax" if comes_back else "Baroso")
    assert len(model.asked) == times
    assert "Barroso" in model.asked[0].replace("▁", "")
    usual, model = replying(tiny, monkeypatch, reply)
    assert usual.retry(["Zorbax est ici."])[0].text.endswith("roso")
    assert len(model.asked) == 1


def test_the_second_time_a_literal_has_two_chances(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reply(tokens: list[str], _: int) -> tuple[list[str], float]:
        is_kept = "Martin" in "".join(tokens)
        return (tokens, -0.1) if is_kept else (["lost"], -0.01)

    engine, _ = replying(tiny, monkeypatch, reply, OURS)
    (answer,) = engine.retry(["Merci {name} ici."])
    assert "{name}" in answer.text


def test_formulas_are_known_to_our_model_only(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def reply(_: list[str], __: int) -> tuple[list[str], float]:
        return ["cat"], -0.1

    ours, _ = replying(tiny, monkeypatch, reply, OURS)
    assert ours.translate(["Cordialement,", "Le chat"]) == (
        Hypothesis("Sincerely,", 1.0),
        *ours.translate(["Le chat"]),
    )
    usual, _ = replying(tiny, monkeypatch, reply)
    assert usual.translate(["Cordialement,"])[0].text == "cat"


def test_an_empty_answer_is_no_answer(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def reply(tokens: list[str], _: int) -> tuple[list[str], float]:
        return ([], -0.01) if tokens[-1] == "." else (["cat"], -0.9)

    engine, _ = replying(tiny, monkeypatch, reply, OURS)
    assert engine.translate(["Le chat"])[0].text == "cat"


def test_the_key_tells_how_a_package_is_asked(tiny: Path) -> None:
    usual, ours = ArgosTranslator(read(tiny)), ArgosTranslator(read(tiny), OURS)
    assert usual.key == ArgosTranslator(read(tiny)).key != ours.key


def test_an_endless_word_is_copied_without_confidence(engine: ArgosTranslator) -> None:
    assert engine.translate(["a" * 5000, "chat"])[0] == Hypothesis("a" * 5000, 0.0)


def test_the_target_prefix_is_given_and_taken_away(tmp_path: Path) -> None:
    folder = build(tmp_path / "prefixed", target_prefix="▁here")
    (answer,) = ArgosTranslator(read(folder)).translate(["ici chat"])
    assert answer.text == "cat"
    assert 0.9 < answer.confidence < 1


def test_says_which_engine_it_is(engine: ArgosTranslator, tiny: Path) -> None:
    assert engine.id.name == "argos"
    assert engine.id.version
    assert engine.id.model == "translate-fr_en-1_0"
    assert engine.id.sha256 == read(tiny).sha256
    assert engine.id.runtime == f"ctranslate2 {ctranslate2.__version__}"
    assert engine.id.compute_type.startswith("int8")
    assert engine.id.isa
    assert (engine.source, engine.target) == ("fr", "en")


def test_threads_may_share_it(engine: ArgosTranslator) -> None:
    sentences = [sentence for sentence, _ in SENTENCES]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: engine.translate(sentences), range(12)))
    assert all(answer == answers[0] for answer in answers)


def test_damaged_weights_are_named(copied: Path) -> None:
    (copied / "model" / "model.bin").write_bytes(b"\x06\0\0\0nonsense")
    with pytest.raises(ModelError, match="cannot be loaded"):
        ArgosTranslator(read(copied)).load()


def test_a_damaged_tokenizer_is_named(copied: Path) -> None:
    (copied / "sentencepiece.model").write_bytes(b"nonsense")
    with pytest.raises(ModelError, match="cannot be loaded"):
        ArgosTranslator(read(copied)).load()


def test_no_socket_is_opened_and_the_home_stays_as_it_is(
    tiny: Path, no_argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    engine = choose(Options(model=str(tiny)), "fr")
    (result,) = translate_segments(["« Le chat\nest ici. »"], Oracle(engine))
    assert result.text == "“The cat\nis here.”"
    assert list(no_argos_home.rglob("*")) == []


def test_importing_the_stage_loads_no_engine() -> None:
    script = (
        "import sys, onetongue.translate; print([name for name in "
        "('ctranslate2', 'sentencepiece', 'argostranslate', 'numpy') if name in sys.modules])"
    )
    assert python(script).text.strip() == "[]"
