from __future__ import annotations

import pytest

from onetongue.markup.punctuation import after, before


def moved(marks: str, text: str, *, is_after: bool) -> str:
    """The text with "|" where the place is moved to from its "^"."""
    at = text.index("^")
    text = text.replace("^", "")
    there = after(marks, text, at) if is_after else before(marks, text, at)
    return f"{text[:there]}|{text[there:]}"


# What stands there is no mark of the source's, or there is none.
@pytest.mark.parametrize(
    ("marks", "text"),
    [
        ("", "oui^."),
        (".", "oui^"),
        (".", "^"),
        (".", "oui^, non."),
        (",", "oui^."),
        ("»", "oui^«"),
        (" ", "oui^ non"),
        (" ", "oui ^non"),
        ("(", "oui^)"),
        ("»", "oui^, ”"),  # another mark before it
    ],
)
def test_stays(marks: str, text: str) -> None:
    assert moved(marks, text, is_after=True) == text.replace("^", "|")
    assert moved(marks, text, is_after=False) == text.replace("^", "|")


@pytest.mark.parametrize(
    ("marks", "text", "there"),
    [
        (".", "oui^. Non.", "oui.| Non."),
        (" !", "oui^! Non.", "oui!| Non."),
        (" ?", "oui^ ? Non", "oui ?| Non"),
        (".", "oui^ .", "oui .|"),
        # Marks that end a sentence stand for each other, others only for their likes.
        (".", "oui^!", "oui!|"),
        ("…", "oui^...", "oui...|"),
        ("…", "oui^... .", "oui...| ."),
        ("!", "oui^!!!", "oui!!!|"),
        (")", "oui^))", "oui)|)"),
        (" »", "oui^”", "oui”|"),
        ("»", 'oui^" ', 'oui"| '),
        ("’", "oui^'", "oui'|"),
        ("'", "oui^’", "oui’|"),
        # Several, in their order; one that is not there is left out.
        (" ».", "oui^.” Non", "oui.|” Non"),
        (".»", "oui^.” Non", "oui.”| Non"),
        (",»", "oui^” Non", "oui”| Non"),
        ("»,", "oui^, ”", "oui,| ”"),
        ("? »", "oui^?” Non", "oui?”| Non"),
    ],
)
def test_after(marks: str, text: str, there: str) -> None:
    assert moved(marks, text, is_after=True) == there


@pytest.mark.parametrize(
    ("marks", "text", "there"),
    [
        ("« ", "a “^oui", "a |“oui"),
        ("«", '"^oui', '|"oui'),
        ("«", '" ^oui', '|" oui'),
        ("(", "a ((^oui", "a (|(oui"),
        ("“", "‘^oui", "|‘oui"),
        ("(«", "(“^oui", "|(“oui"),
        ("«(", "(“^oui", "(|“oui"),
        ("((", "a ( (^oui", "a |( (oui"),
        ("...", "a ...^oui", "a |...oui"),
    ],
)
def test_before(marks: str, text: str, there: str) -> None:
    assert moved(marks, text, is_after=False) == there
