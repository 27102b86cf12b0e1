"""The review page in a real browser: it shows the document, moves, and saves what a reviewer says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from support.engine import Engine

from onetongue.account import NormalizedDocument
from onetongue.document import (
    Document,
    Evidence,
    NotRead,
    Options,
    Region,
    Segment,
    SegmentKind,
    Span,
    Translation,
)
from onetongue.normalizer import Normalizer
from onetongue.review.apply import apply
from onetongue.review.decisions import load_decisions

if TYPE_CHECKING:
    from collections.abc import Callable

    Show = Callable[[NormalizedDocument], Any]

ROOT = Path(__file__).parents[2]
KINDS = get_args(SegmentKind)
HOSTILE = "<script>window.broken = 1</script> & &amp; <!-- ]]> <b>bold</b> \u2028 {{data}} \\"
ENGLISH = {
    "Le ministre russe des affaires étrangères, Sergueï Lavrov, à Moscou, le 18 septembre 2023.": "Russian Foreign Minister Sergei Lavrov, in Moscow, September 18, 2023.",
    "Service minimum diplomatique": "The diplomatic bare minimum",
    "Du côté du Kremlin, le porte-parole Dmitri Peskov assurait que « la priorité est la sécurité des forces de maintien de la paix russes ».": "At the Kremlin, spokesman Dmitri Peskov insisted that “the priority is the safety of the Russian peacekeepers.”",
    "Il a été obligé de démentir les rumeurs selon lesquelles Bakou avait informé la partie russe en amont de son opération.": "He had to deny rumours that Baku had informed the Russian side ahead of its operation.",
}


ENGINE = Engine(ENGLISH, confidence=0.87)


def seed() -> NormalizedDocument:
    text = (ROOT / "fixtures/nagorno-karabakh/input.txt").read_text(encoding="utf-8")
    return Normalizer(engine=ENGINE).normalize(text, name="nagorno-karabakh.txt")


def made(count: int, *, extra: str = "", markers: Any = "bracket") -> NormalizedDocument:
    """A document of `count` blocks with a segment each, all kinds by turns; every third doubtful."""
    text, regions, changes = "", [], []
    for i in range(count):
        start = len(text)
        french = f"Phrase numéro {i + 1}{extra}"
        text += f"Before{extra} {french} after.\n\n"
        regions.append(Region(Span(start, len(text) - 2), "paragraph", "running text"))
        place = Span(text.index(french, start), text.index(french, start) + len(french))
        why = Evidence(0.98, f"all words French{extra}", "running text", (("numéro", 5.5),))
        checks = (("numbers", "failed" if i % 3 == 1 else "ok"), ("markup", "ok"))
        english = Translation(f"Sentence {i + 1}{extra}", "engine", 0.9, checks)  # type: ignore[arg-type]
        changes.append((Segment(place, french, KINDS[i % 6], "fr", why), english))
    tail = Span(len(text), len(text) + 13)
    text += "Haut-Karabakh\n"
    left = Segment(tail, "Haut-Karabakh", "phrase", "fr", Evidence(0.93, f"place name{extra}"))
    document = Document(text, tuple(regions), name=f"a{extra}.txt" if not extra else "hostile.txt")
    return NormalizedDocument.of(
        document,
        changes,
        options=Options(markers=markers),
        left_alone=(left,),
        engine=ENGINE.id,
    )


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
def test_shows_the_whole_document_on_both_sides(show: Show, markers: str) -> None:
    result = made(7, markers=markers)
    page = show(result)
    assert page.text(".cell:first-child") == result.source.text
    assert page.text(".cell:last-child") == result.text
    assert page.text("h1") == "a.txt"
    assert page.text("#dateline").startswith("7 translated · 2 doubtful · 1 left alone")
    assert page.js("return performance.getEntriesByType('resource').length") == 0


def test_shows_the_seed_article(show: Show) -> None:
    result = seed()
    page = show(result)
    assert page.texts(".seg.src") == [record.original for record in result.records]
    assert page.texts(".seg.out") == [record.replacement for record in result.records]
    assert page.count(".row.heading") >= 1
    assert page.text("#left-alone .why") == result.left_alone[0].evidence.reason


def test_lists_what_was_not_read(show: Show) -> None:
    assert show(made(3)).count("#not-read") == 0
    left_out = (NotRead(7, "raw <b>HTML</b>", HOSTILE), NotRead("header", "the part", "no XML"))
    document = Document("English.", (), name="a.md", not_read=left_out)
    page = show(NormalizedDocument.of(document, [], options=Options()))
    assert page.texts("#not-read .what") == ["line 7: raw <b>HTML</b>", "header: the part"]
    assert page.texts("#not-read .why") == [HOSTILE, "no XML"]
    assert " · 2 not read — " in page.text("#dateline")
    page.driver.print_page()
    assert "header: the part — no XML" in page.text("#appendix")


def test_names_the_words_that_are_not_english(show: Show) -> None:
    found = Segment(Span(3, 8), "Merci", "caption", "fr", Evidence(0.9, "all French"))
    checks: Any = (("language", "failed"), ("numbers", "failed"))
    thanks = Translation("Muchas thanks", "engine", 0.8, checks, foreign_words=("Muchas", HOSTILE))
    page = show(
        NormalizedDocument.of(Document("Oh Merci.", ()), [(found, thanks)], options=Options())
    )
    assert page.texts("#doubtful .why") == [f"failed: language: Muchas {HOSTILE}, numbers"]
    page.keys("j")
    assert f"✗ language: failed (Muchas {HOSTILE})" in page.texts("#evidence li")
    assert "✗ numbers: failed" in page.texts("#evidence li")


def test_markup_in_the_document_is_only_text(show: Show) -> None:
    result = made(3, extra=HOSTILE)
    page = show(result)
    assert page.text(".cell:first-child") == result.source.text
    assert page.text(".cell:last-child") == result.text
    page.keys("j")
    assert HOSTILE in page.text("#evidence")
    assert page.count("script") == 2
    assert page.count("b") == page.count("#dateline b")
    assert page.js("return window.broken === undefined")


def test_every_run_says_its_language(show: Show) -> None:
    page = show(made(6))
    assert set(page.js("return [...document.querySelectorAll('.seg.src')].map(n => n.lang)")) == {
        "fr"
    }
    assert set(page.js("return [...document.querySelectorAll('.seg.out')].map(n => n.lang)")) == {
        "en"
    }
    assert page.count(".cell:not([lang])") == 0
    assert page.count(".left[lang=fr]") == 2
    page.keys("j", "x")
    assert page.js("return document.getElementById('t1').lang") == "fr"
    page.keys("x")
    assert page.js("return document.getElementById('t1').lang") == "en"


def test_kinds_differ_without_colour(show: Show) -> None:
    page = show(made(6))
    said = page.js("return [...document.querySelectorAll('.seg.src')].map(n => n.dataset.tag)")
    assert said == [f"{i} {kind}" for i, kind in enumerate(KINDS, 1)]
    styles = (
        "const s = getComputedStyle(n); return s.textDecorationStyle + s.textDecorationThickness"
    )
    lines = page.js(f"return [...document.querySelectorAll('.seg.src')].map(n => {{ {styles} }})")
    assert len(set(lines)) == 6


def test_keys_move_and_decide(show: Show) -> None:
    page = show(made(4))
    page.keys("j", "j", "j", "k")
    assert page.js("return document.activeElement.id") == "s2"
    assert page.texts(".seg.current") == ["Phrase numéro 2", "⟦fr→en? 2: Sentence 2⟧"]
    assert "✗ numbers: failed" in page.texts("#evidence li")
    page.keys("a", "j", "x")
    assert page.texts(".item .state") == ["approved", "", "rejected", ""]  # doubtful ones first
    assert page.text("#t3") == "Phrase numéro 3"
    assert page.text("#progress") == "2 of 4 decided"
    page.keys("x")
    assert page.text("#t3") == "⟦fr→en 3: Sentence 3⟧"
    assert page.text("#progress") == "1 of 4 decided"
    page.keys("k", "k", "k", "k")
    assert page.js("return document.activeElement.id") == "s1"


def test_letters_are_no_keys_in_a_field_or_when_switched_off(show: Show) -> None:
    page = show(made(2))
    page.click("#reviewer")
    page.keys("jax")
    assert page.count(".seg.current") == 0
    assert page.js("return document.getElementById('reviewer').value") == "jax"
    page.click("h1")
    page.keys("?")
    assert page.js("return document.getElementById('help').open")
    page.click("#single-keys")
    page.keys(Keys.ESCAPE, "j")
    assert not page.js("return document.getElementById('help').open")
    assert page.count(".seg.current") == 0


def test_decisions_are_saved(show: Show) -> None:
    result = made(3)
    page = show(result)
    page.click("#save")
    assert page.text("#status") == "Nothing is decided yet."
    page.click("h1")
    page.keys("j", "e")
    page.js("document.activeElement.select()")
    page.keys("Sentence <one> & “only”", Keys.ENTER, "j")
    page.keys(Keys.CONTROL + Keys.ENTER)
    assert page.text("#t1") == "⟦fr→en 1: Sentence <one> & “only”\nj⟧"
    assert page.js("return document.activeElement.id") == "t1"
    page.keys("j", "a", "j", "x")
    page.click("#save")
    assert page.js("return document.activeElement.id") == "reviewer"  # it has to be filled in
    page.keys("Ada Lovelace", Keys.ENTER)
    assert page.download() == {
        "schema": "onetongue-decisions/1",
        "output": {"sha256": result.provenance()["output"]["sha256"]},  # type: ignore[index]
        "reviewer": "Ada Lovelace",
        "decisions": [
            {"id": 1, "action": "edit", "text": "Sentence <one> & “only”\nj"},
            {"id": 2, "action": "approve"},
            {"id": 3, "action": "reject"},
        ],
    }


def test_what_is_saved_can_be_applied(show: Show) -> None:
    result = made(3)
    page = show(result)
    page.keys("j", "a", "j", "x")
    page.click("#reviewer")
    page.keys("Ada", Keys.ENTER)
    content = json.dumps(page.download()).encode()
    text, _ = apply(result.text, result.provenance(), load_decisions(content, "decisions"))
    assert "Phrase numéro 2 after" in text


def test_an_edit_can_be_dropped_and_not_be_empty(show: Show) -> None:
    page = show(made(2))
    page.keys("j", Keys.ENTER, " more", Keys.ESCAPE)
    assert page.text("#t1") == "⟦fr→en 1: Sentence 1⟧"
    page.keys("e")
    page.js("document.activeElement.select()")
    page.keys(Keys.BACKSPACE, Keys.CONTROL + Keys.ENTER)
    assert page.text("#status").startswith("A translation cannot be empty.")
    assert page.count(".editor") == 1
    page.click("[data-editor=drop]")
    assert page.count(".editor") == 0
    page.keys("e", Keys.CONTROL + Keys.ENTER)  # nothing changed, so nothing is decided
    assert page.text("#progress") == "0 of 2 decided"
    page.keys("e", "!")
    page.click("[data-action=approve]")
    assert page.texts(".item .state") == ["", "approved"]
    assert page.count(".editor") == 0
    assert page.js("return document.activeElement.dataset.action") == "approve"


def test_doubtful_ones_come_first(show: Show) -> None:
    page = show(made(8))
    assert page.texts(".item .number") == ["2", "5", "8", "1", "3", "4", "6", "7", "–"]
    assert page.texts("#doubtful .why") == ["failed: numbers"] * 3
    assert page.text("#lists h2") == "Doubtful · 3Translated · 5Left alone · 1"


def test_pointing_peeks_and_choosing_stays(show: Show) -> None:
    page = show(made(3))
    actions = ActionChains(page.driver)
    actions.move_to_element(page.driver.find_element("id", "t2")).perform()
    assert "2 sentence" not in page.text("#evidence h2")
    assert page.text("#evidence h2") == f"2 {KINDS[1]} · doubtful"
    assert page.count("#evidence.peek") == 1
    actions.move_to_element(page.driver.find_element("id", "name")).perform()
    assert page.text("#evidence h2") == "Evidence"
    page.click("#s3")
    actions.move_to_element(page.driver.find_element("id", "name")).perform()
    assert page.text("#evidence h2") == f"3 {KINDS[2]}"
    page.click("#l0")
    assert "place name" in page.text("#evidence")


def test_a_long_document_loads_and_reacts(show: Show) -> None:
    page = show(made(300))
    assert [page.count(s) for s in (".seg.src", ".seg.out", ".tick", ".item")] == [
        300, 300, 301, 301,
    ]  # fmt: skip
    in_view = "const r = document.getElementById(arguments[0]).getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight"
    page.js("document.querySelector('.tick[data-record=\"249\"]').click()")
    assert page.js("return document.activeElement.id") == "s250"
    assert page.js(in_view, "s250")
    assert page.js(in_view, "t250")
    page.js("document.querySelector('.item[data-record=\"0\"]').click()")
    assert page.js(in_view, "s1")
    # A key touches the nodes of the segments concerned and no others.
    page.js(
        "window.seen = 0; new MutationObserver(all => { window.seen += all.length })"
        ".observe(document.getElementById('rows'),"
        " {attributes: true, childList: true, characterData: true, subtree: true})"
    )
    page.keys("j", "a")
    assert page.js("return window.seen") < 20
    assert page.text("#t2") == "⟦fr→en? 2: Sentence 2⟧"
    page.keys("e")
    page.js("window.seen = 0")
    page.keys("typing on and on")
    assert page.js("return window.seen") == 0


def test_paper_gets_the_evidence_as_a_list(show: Show) -> None:
    page = show(made(4))
    page.keys("j", "a")
    page.driver.print_page()
    entries = page.texts("#appendix li")
    assert len(entries) == 5
    assert entries[0].endswith("translation 90 % by engine; approved")
    assert "DOUBTFUL: numbers" in entries[1]


def test_picture(show: Show, pytestconfig: pytest.Config) -> None:
    """Takes the picture for the README, where `--picture` says so."""
    page = show(seed())
    size = {"width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    page.click("#reviewer")
    page.keys("Ada Lovelace")
    page.click("h1")
    page.keys("j", "a")
    page.wait(lambda: page.text("#status") == "")
    if path := pytestconfig.getoption("--picture", None):
        Path(path).parent.mkdir(exist_ok=True)
        page.driver.save_screenshot(path)
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert page.texts(".item .state") == ["approved", "", ""]
