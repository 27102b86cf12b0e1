"""Hard wrapping, and first the breaks that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.translate.wrapping import is_broken, softened, wrapped_beside, wrapping

# Between sentences, or no line break at all.
HARD = ["", " ", "\n\n", "\r\n \r\n", "\n• ", "\n- ", "a\n", "\u00a0»"]


@pytest.mark.parametrize("separator", HARD)
def test_stays(separator: str) -> None:
    assert softened(separator) == separator


def test_reads_width_newline_and_indent() -> None:
    layout = wrapping("Le ministre\r\n  est\r\n  là.")
    assert (layout.width, layout.newline, layout.indent) == (11, "\r\n", "  ")


def test_indents_that_differ_are_no_indent() -> None:
    assert wrapping("a\n b\n  c").indent == ""


def test_is_broken() -> None:
    assert is_broken("a\rb")
    assert not is_broken("a\u00a0b")


def test_softened() -> None:
    assert softened("\r\n") == " "
    assert softened(" »\n« ") == " » « "


@given(st.lists(st.text("abc", min_size=1), min_size=1), st.integers(1, 30))
def test_words_stay(words: list[str], width: int) -> None:
    layout = wrapping("x" * width + "\nx")
    lines = layout.wrap(" ".join(words)).split("\n")
    assert " ".join(lines).split() == words
    assert all(len(line) <= width or " " not in line for line in lines)


PARAGRAPH = (
    "It was the flood that did it.\nHe says, « on attend\nles ouvriers », as we know.\nThe end."
)


def beside(translation: str, quoted: str = "") -> str:
    """What becomes of the translation of the quotation in `PARAGRAPH`, each line behind `quoted`."""
    source = quoted + PARAGRAPH.replace("\n", f"\n{quoted}")
    start, end = source.index("on attend"), source.index(" »,")
    return wrapped_beside(translation, source, start, end)


@pytest.mark.parametrize("quoted", ["", "> ", "    "])
def test_a_part_of_a_paragraph_is_wrapped_as_wide(quoted: str) -> None:
    said = "we\nare all\nawaiting them with a\nlot of patience"
    assert beside(said, quoted) == "we are all\nawaiting them with a lot of\npatience"


def test_what_is_not_wrapped_or_has_its_lines_for_itself_stays() -> None:
    assert beside("we await them") == "we await them"
    whole = "Le ministre\nest là."
    assert wrapped_beside("He\nis here.", f"So.\n\n{whole}\n", 5, 5 + len(whole)) == "He\nis here."
    assert (
        wrapped_beside("He\nis here.", f"{'x ' * 200}{whole}", 400, 400 + len(whole))
        == "He\nis here."
    )
