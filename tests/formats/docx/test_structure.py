"""Whatever a paragraph is made of, whatever of it is translated: the document stays one.

Random paragraphs, a random stretch of what is read in them, random words and random places for the
markup; then the result is parsed and compared with the source.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from html import unescape
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import event, given, settings
from hypothesis import strategies as st
from lxml import etree
from support.word import W, document, p, part

from onetongue.formats import load_format
from onetongue.formats.docx.xml_tokens import fault
from onetongue.formats.format import NO_SETTINGS
from onetongue.markup import compose, stretches
from onetongue.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.document import Region

MANY = int(os.environ.get("ONETONGUE_EXAMPLES", "0"))  # for a long search by hand
WORDS = ["Le ministre", " a dit ", "oui. ", "Non", " ", "non,", " l&#x41;", "été", "  deux  "]
LOOKS = ["", "", "<w:b/>", "<w:i/>", '<w:lang w:val="fr-FR"/>', '<w:b/><w:lang w:val="fr-FR"/>']
IN_RUN = [
    *("<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:lastRenderedPageBreak/>"),
    *('<w:footnoteReference w:id="2"/>', '<w:sym w:font="Symbol" w:char="F0B7"/>'),
    "<w:drawing><a>text that is none</a></w:drawing>",
    "<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice></mc:AlternateContent>",
    "<w:ruby><w:rt><w:r><w:t>ou</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>x</w:t></w:r></w:rubyBase></w:ruby>",
    "<!-- a comment -->",
]
APART = [
    *("<w:tab/>", '<w:br w:type="page"/>'),
    "<w:pict><w:txbxContent><w:p><w:r><w:t>Dans la boîte</w:t></w:r></w:p></w:txbxContent></w:pict>",
]
BESIDE = [
    '<w:proofErr w:type="spellStart"/>',
    "<w:del w:id='8'><w:r><w:delText>perdu</w:delText></w:r></w:del>",
    "<w:moveFrom w:id='9'><w:r><w:t>parti</w:t></w:r></w:moveFrom>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>",
    '<w:r><w:rPr><w:rStyle w:val="VerbatimChar"/></w:rPr><w:t>code()</w:t></w:r>',
    "<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>",
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>',
    "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent><w:r><w:t>lundi</w:t></w:r></w:sdtContent></w:sdt>",
    *(f'<w:bookmarkStart w:id="{n}" w:name="n{n}"/>' for n in (1, 2)),
    *('<w:bookmarkEnd w:id="1"/>', '<w:bookmarkEnd w:id="2"/>'),
]
LOOSE = [f'<w:r><w:fldChar w:fldCharType="{x}"/></w:r>' for x in ("begin", "separate", "end")]
FIELD = '<w:r><w:rPr><w:u/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = '<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'


def run(dice: Random) -> str:
    look = dice.choice(LOOKS)
    content = f"<w:rPr>{look}</w:rPr>" if look else dice.choice(["", "<w:rPr/>"])
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        if dice.random() < 0.8:
            kept = dice.choice([' xml:space="preserve"', ' xml:space="preserve"', ""])
            literal = "<![CDATA[<x>]]>" if dice.random() < 0.05 else ""
            content += f"<w:t{kept}>{dice.choice(WORDS)}{literal}</w:t>"
        else:
            content += dice.choice(IN_RUN if dice.random() < 0.9 else APART)
    return f"<w:r>{content}</w:r>"


def piece(dice: Random, depth: int) -> str:
    chance = dice.random()
    if chance < 0.6 or depth > 3:
        return run(dice)
    if chance < 0.8:
        return dice.choice(BESIDE if dice.random() < 0.97 else LOOSE)
    inner = "".join(piece(dice, depth + 1) for _ in range(dice.randint(1, 3)))
    field = "".join(
        [FIELD.format("begin"), CODE, FIELD.format("separate"), inner, FIELD.format("end")]
    )
    return dice.choice(
        [
            f'<w:hyperlink r:id="r9">{inner}</w:hyperlink>',
            f'<w:ins w:id="4">{inner}</w:ins>',
            f"<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
            field.replace("{}", 'HYPERLINK "https://example.org"'),
            field.replace("{}", "REF n1"),
        ]
    )


def paragraph(dice: Random) -> str:
    return p(*(piece(dice, 0) for _ in range(dice.randint(1, 7))))


def read(text: str) -> tuple[Region, ...]:
    return load_format("docx").read(text, (), NO_SETTINGS).regions


@settings(max_examples=MANY or 400)
@given(st.integers(0, 2**64))
def test_the_document_stays_one(seed: int) -> None:
    dice = Random(seed)
    text = document("".join(paragraph(dice) for _ in range(3))) + "\0" + STYLES
    regions = read(text)
    if not regions:
        return
    prose = dice.choice(regions).prose
    assert isinstance(prose, Prose)
    # Where markup stands is where things go wrong.
    edges = sorted({0, len(prose.text), *(prose.place(run.start) for run in prose.runs)})
    for _ in range(8):
        one, other = (
            dice.choice([dice.choice(edges), dice.randint(0, len(prose.text))]) for _ in "12"
        )
        _check(dice, text, prose, min(one, other), max(one, other))


STYLES = part(
    "styles", '<w:style w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/></w:style>'
)


def _check(dice: Random, text: str, prose: Prose, start: int, end: int) -> None:
    while start < end and prose.text[start].isspace():
        start += 1
    while end > start and prose.text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    inner = prose.within(start, end)
    if not any(one.role == "text" and one.text for one in inner.runs):
        return  # no words: nobody would translate it
    event(f"pairs {min(2, len(inner.pairs()))}")
    event(f"joined {any(one.is_joined for one in inner.runs)}")
    words = "".join(dice.choice("abc &< \n") for _ in range(20)).strip() or "a"
    for _, one in inner.objects():
        if dice.random() < 0.5:
            words += f" {one.text}"
    places = [_place(dice, len(words)) for _ in stretches(inner)]
    places = [
        (at[0], at[0]) if at and i >= len(inner.pairs()) else at for i, at in enumerate(places)
    ]
    content, *_ = compose(inner, words, places)
    first, last = inner.runs[0].start, inner.runs[-1].end
    marked = f"⟦fr→en 1: {content}⟧"
    seen = "".join(
        c for c, _ in _shown(text[:first] + marked + text[last:], (first, first + len(marked)))
    )
    assert seen.startswith("⟦fr→en 1: ")
    assert seen.endswith("⟧")
    output = text[:first] + content + text[last:]
    old, new = text.split("\0", maxsplit=1)[0], output.split("\0")[0]
    assert fault(new) == "", content
    old_root, new_root = etree.fromstring(old.encode()), etree.fromstring(new.encode())
    assert marks(old_root) == marks(new_root)
    assert untouched(old_root, new_root)
    assert outside(old, first, last) == outside(new, first, first + len(content))
    # Words in the code of a field are not shown.
    is_plain = not any("<w:t" in one.raw for one in inner.runs if one.role in {"open", "close"})
    if not inner.objects() and not inner.points() and is_plain:
        inside = "".join(c for c, _ in _shown(new, (first, first + len(content))))
        inside = unescape(inside)
        assert inside.split() == words.split()
        assert "".join(inside.split()) == "".join(words.split())


def _place(dice: Random, length: int) -> tuple[int, int] | None:
    if dice.random() < 0.3:
        return None
    one, other = dice.randint(0, length), dice.randint(0, length)
    return min(one, other), max(one, other)


def marks(root: Any) -> Counter[str]:
    """Every element but runs and the traces a translation does without."""
    dropped = {"r", "rPr", "t", "b", "i", "lang", "noBreakHyphen", "softHyphen", "u"}
    dropped |= {"lastRenderedPageBreak", "proofErr"}
    return Counter(
        etree.QName(node).localname
        for node in root.iter(etree.Element)
        if etree.QName(node).localname not in dropped
    )


def untouched(old: Any, new: Any) -> bool:
    """Whether at most one paragraph, with those that hold it, has changed."""
    one, other = (list(root.iter(f"{{{W}}}p")) for root in (old, new))
    changed = [a for a, b in zip(one, other, strict=True) if etree.tostring(a) != etree.tostring(b)]
    return all(len(list(a.iter(f"{{{W}}}p"))) > 1 for a in changed[:-1])


def outside(text: str, first: int, last: int) -> list[tuple[str, str, str]]:
    """Each character before `first` and after `last` that a run shows, with its look and wrappers."""
    found = [
        (kind, character)
        for kind, region in [("before", (0, first)), ("after", (last, len(text)))]
        for character in _shown(text, region)
    ]
    return [(kind, *character) for kind, character in found]


def _shown(text: str, region: tuple[int, int]) -> Iterator[tuple[str, str]]:
    stack: list[str] = []
    looks: list[str] = [""]
    for token in re.finditer(PIECE, text, re.S):
        name = token[2]
        if name and token[1]:
            looks.pop() if stack.pop() == "w:r" else None
        elif name and not token[3]:
            stack.append(name)
            looks += [""] if name == "w:r" else []
        if name in {"w:b", "w:i", "w:u"}:
            looks[-1] += name
        if not name and stack and stack[-1] == "w:t" and region[0] <= token.start() < region[1]:
            yield token[0], f"{looks[-1]} {[one for one in stack if one not in ('w:r', 'w:t')]}"


PIECE = r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(/?)([^\s>/]+)[^>]*?(/?)>|[^<]"
