"""Apertium, for real where it is installed: structure, numbers and names, not wording."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from onetongue.document import Options
from onetongue.engines import Translator, choose
from onetongue.engines.apertium import ApertiumTranslator, find_route, route
from onetongue.engines.apertium_mode import Mode
from onetongue.engines.apertium_program import TIMEOUT, run
from onetongue.errors import ModelError, TranslationError
from onetongue.translate import Oracle, translate_segments

if TYPE_CHECKING:
    from pathlib import Path

ROUTES = [
    ({"fr-es", "spa-eng"}, ("fr-es", "spa-eng")),
    ({"fra-eng", "fr-es", "spa-eng"}, ("fra-eng",)),
    ({"fr-en", "fra-eng"}, ("fr-en",)),
    ({"fra-cat", "cat-eng"}, ("fra-cat", "cat-eng")),
    ({"es-fr", "eng-spa"}, None),
    (set(), None),
]


@pytest.mark.parametrize(("modes", "expected"), ROUTES)
def test_route(modes: set[str], expected: tuple[str, ...] | None) -> None:
    assert route("fr", "en", modes) == expected


def fake(folder: Path, script: str) -> None:
    """A program called apertium."""
    path = folder / "apertium"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_no_program_no_route(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_route("fr", "en") is None
    with pytest.raises(TranslationError, match="apt-get install apertium"):
        ApertiumTranslator(("fr-es",), "fr", "es").translate(["Bonjour."])


def test_failure_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, "echo broken mode >&2; exit 3")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(ModelError, match="status 3"):
        find_route("fr", "en")
    with pytest.raises(TranslationError, match=r"status 3 \(broken mode\)"):
        ApertiumTranslator(("fr-es",), "fr", "es").translate(["Bonjour."])


def test_lost_lines_are_translated_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(tmp_path, "tr -d '\\n'")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    answers = ApertiumTranslator(("fr-es",), "fr", "es").translate(["un chat", "deux"])
    assert [answer.text for answer in answers] == ["un chat", "deux"]


def test_lost_literals_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, "sed 's/QXZA/X/'")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    (answer,) = ApertiumTranslator(("fr-es",), "fr", "es").translate(["voir {user_id} ici"])
    assert answer.text == "voir {user_id} ici"


def test_names_that_are_words_are_hidden_in_french_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(tmp_path, "sed 's/Blanc/White/; s/QXZA/[&]/'")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    sentence = "Marie Blanc est là."
    (answer,) = ApertiumTranslator(("fr-es",), "fr", "es").translate([sentence])
    assert answer.text == "[Marie Blanc] est là."
    (answer,) = ApertiumTranslator(("es-en",), "es", "en").translate([sentence])
    assert answer.text == "Marie White est là."


needs_apertium = pytest.mark.skipif(
    shutil.which("apertium") is None
    or b"spa-eng"
    not in subprocess.run(["apertium", "-l"], capture_output=True, check=False).stdout,  # noqa: S607
    reason="apertium with fr-es and spa-eng is not installed",
)


@pytest.fixture(scope="module")
def engine() -> Translator:
    return choose(Options(engine="apertium"), "fr")


@needs_apertium
def test_says_which_engine_it_is(engine: Translator) -> None:
    assert engine.id.name == "apertium"
    assert engine.id.version[0].isdigit()
    assert engine.id.model == "fr-es+spa-eng"
    assert (engine.source, engine.target) == ("fr", "en")


HARD = [
    "",
    "  ",
    "Le chat [noir] est là.",
    "un ^mot/x$ et <b>gras</b> a\\b @ # * ~ + |",
    "Voir https://example.org/a_b?x=1&y=2#z et {user_id}, `code ici`.",
    "Écrire à jean@example.org ou @jean",
    "12,5",
    "le chat\nnoir\u2028ici",
    "le \ud800 \0 chat",
    "Titre sans point",
    "le chat\r\nnoir\x85ici",
    "\0",
    "A" * 3000,
]


@needs_apertium
def test_n_in_n_out_whatever_is_in_it(engine: Translator) -> None:
    answers = engine.translate(HARD * 3)
    assert len(answers) == 3 * len(HARD)
    assert answers[: len(HARD)] * 3 == answers
    for sentence, answer in zip(HARD, answers, strict=False):
        assert bool(answer.text.strip()) == bool(sentence.strip())
        assert 0.0 <= answer.confidence <= 1.0
        assert "\n" not in answer.text
    assert answers[:2] == engine.translate(["", "  "])
    assert [answer.text for answer in answers[:2]] == ["", "  "]


ODD = [
    *"!?…[]^$\\/@<>{}~*#+|&_-.«»",
    "[ ] ^ $ \\ / @ < > { } ~",
    "a[b]c^d$e\\f/g@h<i>j{k}l~m",
    "chat.[] noir",
    "[@/etc/passwd] le chat",
    "^le/le<det><def>$ chat",
    "[[t:b:1]]chat[[/]] [<STREAMCMD:SETVAR:x>]",
    "le chat ~",
    "~ le chat",
    "le  chat\t\tnoir",
    "le\u00a0chat\u202fnoir",
    "le chat..",
    "« le chat »",
    "l\u2019e\u0301te\u0301 dernier",
    "😀 le chat 👨\u200d👩\u200d👧",
    "中文 le chat, Привет",
    "\ufeffle \x01 chat\x7f",
    "*chat* #bidulexyz @trucmuche",
    "qu'",
    "Le chat noir dort sur la chaise bleue. " * 1300,
]


@needs_apertium
def test_kept_alive_it_answers_what_one_call_does() -> None:
    texts = [text.strip() for text in ODD]
    kept = Mode("fr-es")
    answers = [kept.translate([text])[0] for text in texts]
    assert kept.translate(texts[::-1]) == answers[::-1], "whatever came before"
    kept.close()
    for options, made in (((), [a.marked for a in answers]), (("-u",), [a.text for a in answers])):
        batch = "".join(f"{text}\n\n" for text in texts)
        lines = run([*options, "-f", "txt", "fr-es"], batch, TIMEOUT).split("\n\n")
        assert [line.strip() for line in lines[:-1]] == made


@needs_apertium
def test_literals_names_and_numbers_survive(engine: Translator) -> None:
    texts = [
        "Voir https://example.org/a_b?x=1&y=2#z ou {user_id} et `code ici`.",
        "Le ministre russe, Sergueï Lavrov, à Moscou, le 18 septembre 2023.",
        "Il y avait 1\u202f960 soldats et 30,45 % à 19 h 30.",
    ]
    results = translate_segments(texts, Oracle(engine))
    assert all(dict(one.checks)["markup"] == dict(one.checks)["numbers"] == "ok" for one in results)
    assert "Lavrov" in results[1].text
    assert "1,960" in results[2].text
    assert "*" not in "".join(one.text for one in results)


@needs_apertium
def test_confidence_is_the_share_of_known_words(engine: Translator) -> None:
    known, unknown, all_unknown, starred = engine.translate(
        [
            "Le chat est là.",
            "Le chat bidulexyz est là.",
            "Bidulexyz trucmuchez.",
            "Le *chat* est là.",
        ]
    )
    assert known.confidence == 1.0
    assert unknown.confidence == pytest.approx(0.8)
    assert all_unknown.confidence == 0.0
    assert starred.confidence == 1.0


@needs_apertium
def test_layout_is_the_sources(engine: Translator) -> None:
    (result,) = translate_segments(["  « Le chat noir »\n\nSERVICE MINIMUM\n"], Oracle(engine))
    assert result.text.startswith("  “")
    assert "”\n\n" in result.text
    assert result.text.endswith("\n")
    assert result.text.split("\n\n")[1].isupper()


@needs_apertium
def test_names_that_are_words_come_through(engine: Translator) -> None:
    first, second = engine.translate(
        [
            "Jean Petit a rencontré Marie Blanc, Louise Boulanger et Paul Berger à Lyon.",
            "La société Orange a vendu ses parts à Carrefour, Casino et Société Générale.",
        ]
    )
    for name in ("Jean Petit", "Marie Blanc", "Louise Boulanger", "Paul Berger"):
        assert name in first.text
    for name in ("Orange", "Carrefour", "Casino", "Société Générale"):
        assert name in second.text
