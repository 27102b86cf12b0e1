"""What a block of plain text is: the rules of layout, each alone."""

from __future__ import annotations

import pytest

from onetongue.formats.blocks import split_blocks
from onetongue.formats.kinds import judge, look

LONG = (
    "Le ministre a déclaré hier soir que la réforme des retraites serait votée demain par les "
    "députés, après un long débat qui a duré toute la nuit. Les syndicats ont appelé à une grève "
    "et les écoles resteront fermées dans tout le pays jusqu'à la fin de la semaine, a dit un "
    "porte-parole du gouvernement."
)
BODY = LONG[:110] + "."


def rules(*blocks: str) -> list[tuple[str, str]]:
    text = "\n\n".join(blocks)
    return [*judge([look(block, text) for block in split_blocks(text)])]


def kind(*blocks: str, at: int = 0) -> str:
    """The kind and the rule of one block; nothing for running text."""
    found, rule = rules(*blocks)[at]
    return "" if rule == "running text" else f"{found}: {rule}"


@pytest.mark.parametrize(
    "blocks",
    [
        ["Le chat"],
        ["12 %", "34 %"],
        [LONG],
        [LONG, LONG],
        [LONG, "Le chat dort."],
        [LONG, "Il dort, à Paris"],
        ["Non.", "Oui."],
        [LONG, "Le chat dort, mais il rêve"],
        [LONG, "Le chat dort ?"],
        [LONG, f"{BODY}, AFP et Reuters"],
    ],
)
def test_running_text(blocks: list[str]) -> None:
    assert {rule for _, rule in rules(*blocks)} == {"running text"}


@pytest.mark.parametrize(
    ("blocks", "at", "expected"),
    [
        (["# Le chat", LONG], 0, "heading: line that starts with #"),
        (["Le chat\n=======", LONG], 0, "heading: underlined line"),
        (["Le chat.\n---", LONG], 0, "heading: underlined line"),
        (["Le chat.\n--", LONG], 0, ""),
        (["1. Le chat", LONG], 0, "heading: numbered line before a longer paragraph"),
        (["1. Le chat", "2. Le rat", LONG], 1, "paragraph: list item"),
        (["1. Le chat dort.", LONG], 0, "paragraph: list item"),
        (["- Le chat", LONG], 0, "paragraph: list item"),
        (["> Le chat", LONG], 0, "paragraph: quoted line"),
        (["LE CHAT NOIR", "Le rat"], 0, "heading: short line in capitals"),
        (["CHAT", "Le rat", "Oui"], 0, "heading: short line in capitals"),
        ([LONG, "CHAT\nOui"], 1, "heading: short line in capitals"),
        ([LONG, "UN É\nOui"], 1, ""),
        (["Le chat", LONG], 0, "heading: short line without a full stop before a longer paragraph"),
        ([LONG, "Le chat", LONG], 1, "heading: short line without a full stop before a longer paragraph"),
        ([LONG, "Le chat ?", LONG], 1, "heading: short line without a full stop before a longer paragraph"),
        ([LONG, "Le chat,", LONG], 1, ""),
        ([LONG, "Le chat.»", LONG], 1, ""),
        ([LONG, "Le chat…", LONG], 1, ""),
        ([LONG, "Un deux trois quatre :", LONG], 1, "heading: short line without a full stop before a longer paragraph"),
        ([LONG, "Un deux trois quatre cinq :", LONG], 1, ""),
        ([LONG, " ".join(["mot"] * 12), LONG], 1, "heading: short line without a full stop before a longer paragraph"),
        ([LONG, " ".join(["mot"] * 13), LONG], 1, ""),
        ([LONG, "a" * 88 + " b", LONG], 1, "heading: short line without a full stop before a longer paragraph"),
        ([LONG, "a" * 89 + " b", LONG], 1, ""),
        ([LONG, "Le chat\n" + BODY], 1, "heading: short line without a full stop before a longer paragraph"),
        ([LONG, "Le chat\n" + BODY[:99]], 1, ""),
        (["Le chat", "Le rat", "Le loup"], 0, "heading: short first line without a full stop"),
        ([LONG, "Le chat", "Un rat."], 1, "heading: short line without a full stop between blocks"),
        ([LONG, "Le chat", "Oui"], 2, ""),
    ],
)  # fmt: skip
def test_headings(blocks: list[str], at: int, expected: str) -> None:
    assert kind(*blocks, at=at) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Photo : un chat.", "caption: short block that starts like a picture credit"),
        ("© Un chat.", "caption: short block that starts like a picture credit"),
        ("Crédit photo : Jean.", "caption: short block that starts like a picture credit"),
        ("Un chat dort. (Photo Jean)", "caption: short block that ends with a picture credit"),
        ("Un chat dort. / AFP", "caption: short block that ends with a picture credit"),
        ("JEAN DUPONT / LE MONDE", "caption: short block that ends with a picture credit"),
        ("Un chat dort, à Paris, le 3 mai 2023.", "caption: one sentence that ends with a place and a date"),
        ("Un chat dort, à Paris, 3 mai.", "caption: one sentence that ends with a place and a date"),
        ("A cat sleeps, in Paris, May 3, 2023.", "caption: one sentence that ends with a place and a date"),
        ("Un chat. Il dort, à Paris, le 3 mai 2023.", ""),
        ("Un chat dort, le 3 mai 2023.", ""),
        ("Un chat dort, chez lui, le 3 mai 2023.", ""),
        ("Un chat dort, à Paris ou bien ailleurs, le 3 mai 2023.", ""),
        ("Photographe : un chat.", ""),
        (f"Photo : un chat{' dort' * 43}.", ""),
        (f"Photo : un chat{' dort' * 41}.", "caption: short block that starts like a picture credit"),
        ("Photo : un chat. Un rat. Un loup.", ""),
        (f"Un chat{' dort' * 22}, à Paris, le 3 mai 2023.", "caption: one sentence that ends with a place and a date"),
        (f"Un chat{' dort' * 23}, à Paris, le 3 mai 2023.", ""),
    ],
)  # fmt: skip
def test_captions_anywhere(block: str, expected: str) -> None:
    assert kind(LONG, block, LONG, at=1) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Un chat. Il dort, à Paris, le 3 mai 2023.", "a place and a date"),
        ("Un chat dort, le 3 mai.", "a date"),
        ("Un chat dort, en 1984.", "a date"),
        ("Un chat dort, à Paris.", "a place"),
        ("Un chat dort, à paris.", ""),
        ("Un chat dort, en 3984.", ""),
        ("Un chat dort, et il est parti le 3 mai de cette même année.", ""),
        ("Un chat dort à Paris, le.", ""),
    ],
)
def test_captions_below_the_headline(block: str, expected: str) -> None:
    rule = f"caption: short block below the headline that ends with {expected}"
    assert kind("Le chat.", block, LONG, at=1) == (rule if expected else "")
    # Without a long paragraph just the second block is sure to belong to the headline.
    assert kind("Le chat.", block, "Un rat dort.", at=1) == (rule if expected else "")
    is_dated = expected == "a place and a date"
    assert is_dated or kind("Le chat.", "Un rat dort.", block, at=2) != rule


def test_what_stands_beside_a_picture() -> None:
    assert (
        kind(LONG, "[image 1]", "Un chat dort.", LONG, at=2)
        == "caption: short block right below an image"
    )
    assert (
        kind(LONG, "chat.jpg", "Un chat dort.", LONG, at=2)
        == "caption: short block right below an image"
    )
    assert kind(LONG, "[image 1]", LONG, LONG, at=2) == ""
    headline = "Un chat dort depuis hier soir sur le toit de la maison."
    assert kind(headline, "Photo : un chat.", LONG) == "heading: first block, with a caption below"
    assert kind("Un " + headline * 2, "Photo : un chat.", LONG) == ""


def test_nothing_long_is_looked_at() -> None:
    text = "Photo : " + "a" * 400
    (block,) = split_blocks(text)
    assert look(block, text).text == ""
    text = text[:400]
    (block,) = split_blocks(text)
    assert look(block, text).text == text
    assert (look(block, text).words, look(block, text).chars) == (3, 400)
