"""The markup between the words of a Word paragraph."""

from __future__ import annotations

import pytest
from support.word import document, p, r, t

from onetongue.formats.docx.chunks import CannotKeepError
from onetongue.formats.docx.inline import regions
from onetongue.formats.docx.paragraphs import paragraphs
from onetongue.formats.docx.write import DONE, ENTER, LEAVE, Runs
from onetongue.prose import Prose

B = "<w:b/>"
SOFT = "<w:r><w:softHyphen/></w:r>"
SIGNS = {"open": "(", "close": ")", "point": "*", "object": "@"}


def prose_of(*content: str) -> list[Prose]:
    text = document(p(*content))
    (paragraph,) = paragraphs(text, 0, len(text), "w:", {"Verb": "code"})
    found, _ = regions(text, paragraph.atoms, Runs("w:"), ("heading", "why"), ())
    assert all((region.kind, region.rule) == ("heading", "why") for region in found)
    return [region.prose for region in found if isinstance(region.prose, Prose)]


def read(*content: str) -> list[str]:
    """What each region reads as, with the roles and the tags of its markup."""
    return [
        "".join(run.text if run.role in {"text", "character"} else f"{SIGNS[run.role]}{run.tag or run.text}|" for run in prose.runs)
        for prose in prose_of(*content)
    ]  # fmt: skip


def link(content: str) -> str:
    return f"<w:hyperlink>{content}</w:hyperlink>"


def inside(content: str) -> str:
    return f"<w:r>{content}</w:r>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", []),
        (r("12 %"), []),
        (r("  "), []),
        # Traces of Word's own work are no markup.
        (r("Le ") + '<w:proofErr w:type="spellStart"/>' + r("chat"), ["Le chat"]),
        (inside(t("Le ") + "<w:lastRenderedPageBreak/>" + t("chat")), ["Le chat"]),
        (r("Le cha") + SOFT + r("ton"), ["Le chaton"]),
        (r("Le ") + r("chat", '<w:lang w:val="fr-FR"/>'), ["Le chat"]),
        (r("Le ") + r("chat", "<w:noProof/>"), ["Le chat"]),
    ],
)
def test_no_markup(content: str, expected: list[str]) -> None:
    assert read(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # What most words look like is no markup; the others have some.
        (r("Le chat ") + r("noir", B), ["Le chat (look|noir"]),
        (r("Le ") + r("chat noir", B) + r(" dort"), ["Le )look|chat noir(look| dort"]),
        (r("Le chat ") + r("noir", B) + r(" dort"), ["Le chat (look|noir)look| dort"]),
        (r("Le chat dort ") + r("ici", B) + r("et", "<w:i/>"), ["Le chat dort (look|ici)look|(look|et"]),
        (r("Le ") + link(r("chat")) + r(" dort"), ["Le (hyperlink|chat)hyperlink| dort"]),
        (link(r("Le chat", B)) + r(" dort"), ["Le chat)hyperlink| dort"]),
        (r("Le chat", B) + link(r("dort")), ["Le chat(hyperlink|dort"]),
        (r("Le") + inside("<w:br/>") + r("chat"), ["Le*break|chat"]),
        (r("Le") + inside("<w:cr/><w:br/>") + r("chat"), ["Le", "chat"]),
        (r("là") + inside("<w:noBreakHyphen/>") + r("bas"), ["là-bas"]),
        (r("Le chat") + inside("<w:footnoteReference/>") + r(" dort"), ["Le chat*| dort"]),
        (r("Le chat") + inside("<w:a/><w:b/>") + r(" dort"), ["Le chat*| dort"]),
        (r("Le ") + "<m:oMath><m:r/></m:oMath>" + r(" dort"), ["Le @{x1}| dort"]),
        (r("Le ") + r("f(x)", '<w:rStyle w:val="Verb"/>') + r(" dort"), ["Le @code| dort"]),
        (r("Le ") + "<w:bookmarkStart w:id='1'/>" + r("chat") + "<w:bookmarkEnd w:id='1'/>" + r(" dort"),
         ["Le (bookmark 1|chat)bookmark 1| dort"]),
        (r("Le ") + "<w:bookmarkStart w:id='1'/>" + r("chat"), ["Le *range|chat"]),
        (r("Le ") + "<w:bookmarkStart w:id='1'/><w:x/>" + r("chat"), ["Le *range|*|chat"]),
        # What cannot be cut is no object, and beside a hyphen nothing can be kept.
        (r("Le ") + "<m:oMath><m:r/></m:oMath><w:x/>" + r("dort"), ["Le *|*|dort"]),
        (r("Le chat") + inside("<w:noBreakHyphen/><w:x/>") + r("dort"), ["Le chat", "dort"]),
        (r("Le chat") + inside("<w:br/><w:x/>") + r("dort"), ["Le chat*break|*|dort"]),
        (r("Le chat") + inside("<w:br/>") + r("dort", B), ["Le chat*break|(look|dort"]),
    ],
)  # fmt: skip
def test_what_stands_between_words(content: str, expected: list[str]) -> None:
    assert read(content) == expected


def test_markup_is_written_as_it_stands() -> None:
    (prose,) = prose_of(r("Le ", B), link(r("chat")), r(" dort", B), inside("<w:x/><w:y/>"), r("ici", B))  # fmt: skip
    look = f"<w:rPr>{B}</w:rPr>"
    opening, closing, point = (run for run in prose.runs if not run.text)
    assert opening.raw == f"{LEAVE}<w:hyperlink>{DONE}{ENTER}{look}\x03{DONE}"
    assert closing.raw.startswith(f"{LEAVE}</w:hyperlink>{DONE}\x04")
    assert point.raw == f"{LEAVE}<w:r><w:x/></w:r>{DONE}{LEAVE}<w:r><w:y/></w:r>{DONE}"
    assert prose.join
    assert prose.join(prose, ["The ", opening, "cat", closing, " sleeps"]).content == (
        f'The </w:t></w:r><w:hyperlink><w:r><w:t xml:space="preserve">cat</w:t></w:r>'
        f'</w:hyperlink><w:r>{look}<w:t xml:space="preserve"> sleeps'
    )


def test_several_pieces_of_markup_are_one() -> None:
    (prose,) = prose_of(r("Le chat "), link(r("noir", B) + r("et long")), r(" dort ici"))
    runs = [(run.role, run.tag, run.is_joined) for run in prose.runs if not run.text]
    assert runs[:2] == [("open", "hyperlink", True), ("open", "look", True)]
    (plain,) = prose_of(r("Le "), link(r("chat")), r(" dort"))
    assert not any(run.is_joined for run in plain.runs)
    assert [(run.start, run.end) for run in prose.runs][1:] == [
        (one.end, other.end) for one, other in zip(prose.runs, prose.runs[1:], strict=False)
    ]


@pytest.mark.parametrize("held", ["⟦", "⟧", "\\\\", "\\⟦"])
def test_markup_that_no_marker_can_go_around_is_refused(held: str) -> None:
    with pytest.raises(CannotKeepError, match="what a marker cannot"):
        read(r("Le chat"), inside(f'<w:x w:a="{held}"/>'), r(" dort"))
    assert read(r("Le chat"), inside('<w:x w:a="C:\\a"/>'), r(" dort")) == ["Le chat*| dort"]
