"""Which words of a Word paragraph are read together, and what stands around them.

Responsible for: fields, what keeps words apart (tabs, page breaks, text boxes), the levels that links
and tracked insertions make, what most words of a level look like, and which bookmarks nest.
Not responsible for: the markup between the words (`inline`).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.formats.wrapped import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.formats.docx.paragraphs import Atom

WORDS: Final = frozenset({"text", "character"})
# Words on either side of these stand apart.
_APART: Final = frozenset({"tab", "ptab", "fldChar", "instrText", "delInstrText"})
_PAGE_BREAK: Final = re.compile(r"type=[\"'](?:page|column)[\"']")
_RANGE: Final = re.compile(r"((?:bookmark|commentRange|perm|customXml\w*Range)\w*?)(Start|End)")
_ID: Final = re.compile(r"(?<![\w.-])(?:\w+:)?id=[\"']([^\"']*)")
_FIELD: Final = re.compile(r"fldCharType=[\"'](begin|separate|end)")
# Properties that do not show: the language Word guessed, whether it checks the spelling.
_UNSEEN: Final = re.compile(r"<(?:[\w.-]+:)?(?:lang|noProof)\b[^>]*/>|\s+")
_EMPTY: Final = re.compile(r"<(?P<name>[^\s/>]+)(?:/>|></(?P=name)>)")
# No line that is complete ends in a comma or "le", "of"; as in plain text (`blocks`).
_UNFINISHED: Final = re.compile(r"(?:,|\s[a-zà-ÿ]{1,3})\s*$")
_TAIL: Final = 40  # how much of a line's end tells that


class CannotKeepError(Exception):
    """The markup of a paragraph cannot be kept exactly."""


def with_fields(atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms with each field as one, or, where it is a link, as what stands around its words.

    A field that does not end in its paragraph, as a table of contents, stays in pieces.
    """
    fields = _fields(atoms)
    leaves: set[int] = set()
    found: list[Atom] = []
    i = 0
    while i < len(atoms):
        atom, field = atoms[i], fields.get(i)
        last = i
        if field and field.is_link:
            last = field.separate
            atom = atom._replace(kind="enter", name="field", end=atoms[last].end)
            leaves.add(field.end)
        elif field:
            last = field.end
            inner = any(one.inner for one in atoms[i : last + 1])
            atom = atom._replace(kind="object", name="field", end=atoms[last].end, inner=inner)
        elif i in leaves:
            atom = atom._replace(kind="leave", name="field")
        if last > i:
            _require_balanced(atoms[i : last + 1])
        found.append(atom)
        i = last + 1
    return found


class _Field(NamedTuple):
    """A field, by the indexes of its marks; `separate` is -1 without a result."""

    separate: int
    end: int
    is_link: bool


def _fields(atoms: Sequence[Atom]) -> dict[int, _Field]:
    """The fields that begin and end in the paragraph, by where they begin."""
    fields: dict[int, _Field] = {}
    opened: list[list[int]] = []
    code: list[str] = []
    for i, atom in enumerate(atoms):
        mark = _FIELD.search(atom.rest) if atom.name == "fldChar" else None
        if atom.name == "instrText" and code:
            code[-1] += atom.text
        elif mark and mark[1] == "begin":
            opened.append([i, -1])
            code.append("")
        elif mark and opened and mark[1] == "separate":
            opened[-1][1] = i
        elif mark and opened:
            begin, separate = opened.pop()
            is_link = code.pop().split()[:1] == ["HYPERLINK"] and separate >= 0
            fields[begin] = _Field(separate, i, is_link)
    return fields


def _require_balanced(atoms: Sequence[Atom]) -> None:
    depth = 0
    for atom in atoms:
        depth += (atom.kind == "enter") - (atom.kind == "leave")
        if depth < 0:
            break
    if depth:
        raise CannotKeepError("a field overlaps a link or a tracked change")


def chunks(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    """What is read together: from the first words to the last, between what keeps words apart."""
    chunk: list[Atom] = []
    ends = _line_ends(atoms)
    for i, atom in enumerate((*atoms, None)):
        if atom is not None and i not in ends and not _is_apart(atom):
            if chunk or atom.kind in WORDS:
                chunk.append(atom)
            continue
        while chunk and chunk[-1].kind not in WORDS:
            chunk.pop()
        if chunk:
            yield chunk
        chunk = []


def _is_apart(atom: Atom) -> bool:
    is_page = atom.name == "br" and _PAGE_BREAK.search(atom.rest) is not None
    return atom.inner or is_page or (atom.kind == "inline" and atom.name in _APART)


def _line_ends(atoms: Sequence[Atom]) -> set[int]:
    """The line breaks that end a line for good, as in an address; across others a sentence goes on."""
    ends: set[int] = set()
    waiting: list[int] = []
    before = ""
    for i, atom in enumerate(atoms):
        if atom.kind == "inline" and atom.name in {"br", "cr"}:
            waiting.append(i)
        elif atom.kind in WORDS and atom.text.strip():
            start = atom.text.lstrip()[0]
            goes_on = start.islower() or _UNFINISHED.search(before)
            if waiting and (not goes_on or ends_sentence(before, len(before))):
                ends.update(waiting)
            waiting = []
            before = (before + atom.text)[-_TAIL:]
    return ends


class Levels:
    """What stands around each atom of a chunk, and what most words look like there.

    A level is the inside of one link, insertion or the like. `of` is the level after each atom;
    `nested` are the ends of bookmarks and the like that overlap nothing else.
    """

    def __init__(self, chunk: Sequence[Atom]) -> None:
        self.of = _level_of(chunk)
        self.nested = _nested_ranges(chunk)
        counts: dict[int, Counter[str]] = {}
        first: dict[tuple[int, str], str] = {}
        for atom, level in zip(chunk, self.of, strict=True):
            if atom.kind in WORDS:
                key = look_key(atom.look)
                counts.setdefault(level, Counter())[key] += len(atom.text)
                first.setdefault((level, key), atom.look)
        self._looks = {
            level: first[level, count.most_common(1)[0][0]] for level, count in counts.items()
        }

    def look(self, level: int) -> str:
        """What most words of a level look like, as it is written; nothing if it has none."""
        return self._looks.get(level, "")


def _level_of(chunk: Sequence[Atom]) -> list[int]:
    """The level after each atom.

    Raises:
        CannotKeepError: a link or the like ends before another that began in it.
    """
    levels: list[int] = []
    opened: list[tuple[str, int]] = []
    level = highest = 0
    for atom in chunk:
        if atom.kind == "enter":
            opened.append((atom.name, level))
            level = highest = highest + 1
        elif atom.kind == "leave" and opened:
            name, level = opened.pop()
            if name != atom.name:
                raise CannotKeepError("a link overlaps another or a tracked change")
        elif atom.kind == "leave":  # began before the words of the chunk
            level = highest = highest + 1
        levels.append(level)
    return levels


def _nested_ranges(chunk: Sequence[Atom]) -> set[int]:
    """The indexes of both ends of ranges that cross nothing."""
    # Not `intervals`: which end belongs to which beginning is only found out here, name by name.
    nested: set[int] = set()
    opened: list[tuple[str, int]] = []  # the range, nothing for a wrapper, and the index
    crossed: set[str] = set()
    for i, atom in enumerate(chunk):
        found = range_of(atom)
        if atom.kind == "enter" or (found and found[1] == "Start"):
            opened.append((found[0] if found else "", i))
        elif atom.kind == "leave":
            while opened and opened.pop()[0]:
                pass
        elif found:
            while opened and opened[-1][0] in crossed:
                opened.pop()
            if opened and opened[-1][0] == found[0]:
                nested |= {opened.pop()[1], i}
            else:
                crossed.add(found[0])
    return nested


def range_of(atom: Atom) -> tuple[str, str] | None:
    """Which bookmark, comment or the like begins or ends here, and "Start" or "End"."""
    found = _RANGE.fullmatch(atom.name) if atom.kind == "block" else None
    number = _ID.search(atom.rest) if found else None
    return (f"{found[1]} {number[1]}", found[2]) if found and number else None


def look_key(look: str) -> str:
    """What tells whether two runs look the same, whatever Word noted of them beside that.

    >>> look_key('<w:rPr><w:lang w:val="fr-FR"/></w:rPr>')
    ''
    """
    seen = _UNSEEN.sub(lambda found: "" if found[0].startswith("<") else " ", look)
    seen = seen.replace("> <", "><")
    return "" if _EMPTY.fullmatch(seen) else seen
