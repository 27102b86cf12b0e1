r"""The marks that show a reader what was translated, and reading them back.

Responsible for: what stands in place of a segment (`bracket`, `footnote`, `attributes`, `none`), the notes a
footnote needs at the end, and finding and removing all of these in a text.
Not responsible for: where things stand (`splicing`); undoing a translation (that takes the
provenance, `account`).

The grammar, with N the id of a record:

- bracket: `⟦fr→en N: text⟧`, or `⟦fr→en? N: text⟧` when the translation is doubtful. In `text` each
  `⟦` and `⟧` has a backslash before it, and so has a `\` before one of these three or at the end
  (any other is somebody's escape, as in Markdown). Anything else with these brackets is no marker.
- attributes: see `formats.html.its`; the format reads its own.
- footnote: `text[^frN]` (the text alone, and no note, where no markup can stand), and at the end of the document a line
  `[^frN]: original (kind, translated from fr by engine, confidence 0.81)`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from onetongue.characters import NEWLINE
from onetongue.document import Markers, SegmentKind, Span
from onetongue.errors import InputError
from onetongue.formats import load_format
from onetongue.formats.html.its import (
    MARK,
    attributes,
    begins_with_element,
    in_element,
    out_of_element,
)
from onetongue.language.tags import primary
from onetongue.write.encoding import can_hold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import Document, EngineId, Record, Segment, Translation

DEFAULT_MARKERS: Markers = "bracket"  # of plain text; formats name their own
MAX_ID = 999_999_999  # ids have at most nine digits, so a number in hostile text stays a number

_ID = r"[1-9][0-9]{0,8}"
_LANGUAGE = r"[a-z]{2,3}"
_TAG = re.compile(rf"{_LANGUAGE}(?:-.*)?", re.ASCII | re.DOTALL | re.IGNORECASE)
# Possessive throughout: a try that fails stops at the next bracket and is not tried again shorter.
_BRACKET = (
    rf"⟦{_LANGUAGE}→{_LANGUAGE}\?? (?P<bracket_id>{_ID}): "
    r"(?P<content>[^\\⟦⟧]*+(?:\\[\\⟦⟧]?+[^\\⟦⟧]*+)*+)⟧"
)
# The head of a marker that somebody put around another: no words of the document.
_HEAD = rf"⟦{_LANGUAGE}→{_LANGUAGE}\?? {_ID}: (?=⟦)"
_REFERENCE = rf"\[\^(?P<label>{_LANGUAGE}(?P<note_id>{_ID}))\]"
_NOTE_LINE = rf"(?P<note>(?<![^\r\n])(?=\[\^{_LANGUAGE}{_ID}\]: )[^\r\n]*+)"
_MARKER = re.compile(rf"{_BRACKET}|{_NOTE_LINE}|{_REFERENCE}")
_PROTECTED = re.compile(rf"{_HEAD}|{_BRACKET}|{_NOTE_LINE}|{_REFERENCE}")
# What stands before each line of a quotation in plain text and Markdown.
_QUOTED = re.compile(r"\A\s*(?:>[ \t]?)+")
_LABEL = re.compile(_REFERENCE)
_MARKED_ID = re.compile(rf'{MARK}="({_ID})"')
# Printable ASCII without parentheses, short: the end of a note is found without a search.
_WORDS_LENGTH = 80
_WORDS = rf"[ !-'*-~]{{1,{_WORDS_LENGTH}}}"
_OWN_NOTE_END = re.compile(
    rf"\((?:{'|'.join(get_args(SegmentKind))}), translated from {_LANGUAGE} by {_WORDS}, "
    rf"confidence [01]\.[0-9]{{2}}(?:, doubtful: {_WORDS})?\)\Z"
)
_OWN_NOTE_END_LENGTH = 300  # the longest match of the above is shorter
_SPECIAL = re.compile(r"[⟦⟧]|\\(?=[\\⟦⟧]|\Z)")
_ESCAPED = re.compile(r"\\([\\⟦⟧])")
_NOT_IN_WORDS = re.compile(r"[^ !-'*-~]")


def markers_for(document: Document, wanted: Markers | None) -> Markers:
    """Give the markers to write: those wanted, else the default of the format.

    The default makes way for the next where the encoding has no such bracket.

    Raises:
        InputError: the format cannot hold the markers wanted.

    >>> from onetongue.document import Document
    >>> markers_for(Document("", (), encoding="latin-1"), None)
    'footnote'
    """
    allowed = load_format(document.format).markers
    if wanted is None:
        return next(m for m in allowed if m != "bracket" or can_hold(document.encoding, "⟦→⟧"))
    if wanted not in allowed:
        raise InputError(
            f"{document.name or 'text'}: a document of the format {document.format} takes markers "
            f"{' or '.join(allowed)}, not {wanted}"
        )
    return wanted


def render(
    number: int,
    segment: Segment,
    translation: Translation,
    *,
    target: str,
    markers: Markers,
    engine: EngineId | None = None,
    reviewer: str = "",
) -> str:
    """Make what shall stand in place of `segment`; no marker where it is taken out.

    With `attributes` a segment that begins with the start tag of its element is marked there (see
    `its.with_element`); any other gets a span around it, and none at all if inline markup begins or
    ends across it. With other markers its start tag, if it declares a language, gets the target.

    Args:
        number: The id of the record, from 1.
        segment: What is replaced; its language is shown.
        translation: What replaces it.
        target: The language tag of the translation.
        markers: The style.
        engine: What translated, for `attributes`.
        reviewer: Who stands by it, for `attributes`; nobody if empty.

    Raises:
        InputError: an id out of range, or a language tag that does not start with two or three
            letters.

    >>> from onetongue.document import Evidence, Segment, Translation
    >>> segment = Segment(Span(0, 5), "Merci", "phrase", "fr", Evidence(0.9, "all words French"))
    >>> render(1, segment, Translation("Thanks", "engine", 0.9), target="en", markers="bracket")
    '⟦fr→en 1: Thanks⟧'
    """
    if not 1 <= number <= MAX_ID:
        raise InputError(f"a record id must lie in 1..{MAX_ID}, not {number}")
    if translation.is_taken_out:
        return translation.written
    frame = segment.prose.frame if segment.prose else None
    marked = _marked(
        number,
        segment,
        translation,
        target=target,
        markers=markers,
        engine=engine,
        reviewer=reviewer,
    )
    if markers != "attributes" and begins_with_element(segment):
        marked = in_element(segment, marked, {"lang": target})
    return frame.wrap(marked) if frame else marked


def _marked(
    number: int,
    segment: Segment,
    translation: Translation,
    *,
    target: str,
    markers: Markers,
    engine: EngineId | None,
    reviewer: str,
) -> str:
    text = translation.written
    if markers == "none":
        return text
    language = _language(segment.language)
    if markers == "attributes":
        marks = attributes(
            number, segment, translation, target=target, engine=engine, reviewer=reviewer
        )
        return in_element(segment, text, marks)
    if markers == "footnote" and not _takes_reference(segment):
        return text
    if markers == "footnote":
        visible = len(text.rstrip())
        return f"{text[:visible]}[^{language}{number}]{text[visible:]}"
    doubt = "?" if translation.doubtful else ""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return f"⟦{language}→{_language(target)}{doubt} {number}: {escaped}⟧"


def content_of(replacement: str, segment: Segment, markers: Markers) -> str:
    """What stands in a replacement that `render` made, without its marker.

    >>> content_of("yes[^fr1]!", None, "footnote")  # type: ignore[arg-type]
    'yes!'
    """
    if segment and segment.prose and segment.prose.frame:
        replacement = segment.prose.frame.unwrap(replacement)
    if segment and segment.prose and begins_with_element(segment) and markers != "attributes":
        replacement = out_of_element(replacement, segment, segment.prose)
    if markers == "bracket" and (found := _MARKER.fullmatch(replacement)) and found["content"]:
        return _ESCAPED.sub(r"\1", found["content"])
    if markers == "footnote" and segment and not _takes_reference(segment):
        return replacement
    if markers == "footnote" and (labels := list(_LABEL.finditer(replacement))):
        return replacement[: labels[-1].start()] + replacement[labels[-1].end() :]
    if markers == "attributes" and segment.prose:
        return out_of_element(replacement, segment, segment.prose)
    return replacement


def notes(
    body: str, records: Sequence[Record], *, engine: EngineId | None, markers: Markers
) -> str:
    r"""Make the lines that stand after `body`: for footnotes the originals, else nothing.

    A blank line, then one line per record in order, with the line ends `body` has. The last line
    ends as the last line of `body` does, with a line end or without. ASCII but for the originals,
    whose line breaks become spaces.

    >>> notes("Nothing foreign.\n", [], engine=None, markers="footnote")
    ''
    """
    if markers != "footnote":
        return ""
    # Of the replacement, as an account that was read back does not know where markup can stand.
    records = [record for record in records if _LABEL.search(record.replacement)]
    if not records:
        return ""
    newline = _newline(body)
    ended = body.endswith(("\n", "\r"))
    lines = [_note(record, engine) for record in records]
    return ("" if ended else newline) + newline + newline.join(lines) + (newline if ended else "")


def find_markers(text: str) -> tuple[Span, ...]:
    r"""Find what an earlier run wrote and detection must not look inside.

    Returns:
        In order and disjoint: whole bracket markers, references such as `[^fr1]` (the English
        before them not included) and note lines without their line end. A marker may go over
        several lines. Of a marker around markers, the head is one of its own.

    >>> [s.of("A ⟦fr→en 1: b⟧ c[^fr2]") for s in find_markers("A ⟦fr→en 1: b⟧ c[^fr2]")]
    ['⟦fr→en 1: b⟧', '[^fr2]']
    """
    return tuple(Span(*match.span()) for match in _PROTECTED.finditer(text))


def next_id(text: str) -> int:
    """Give 1 + the highest id of any marker in `text`, so that no id is used twice.

    >>> next_id("plain"), next_id("⟦fr→en 7: b⟧"), next_id('<p data-onetongue="9">')
    (1, 8, 10)
    """
    highest = max((int(found[1]) for found in _MARKED_ID.finditer(text)), default=0)
    for match in _MARKER.finditer(text):
        label = _LABEL.match(match["note"]) if match["note"] else match
        number = match["bracket_id"] or (label["note_id"] if label else None)
        highest = max(highest, int(number or 0))
    return highest + 1


def strip_markers(text: str) -> str:
    r"""Remove the markers and notes, leaving the translations.

    Footnotes whose note line does not end as ours do were written by someone else, and stay.

    >>> strip_markers("A ⟦fr→en 1: \\⟦b\\⟧⟧!")
    'A ⟦b⟧!'
    """
    matches = list(_MARKER.finditer(text))
    own = {label for match in matches if (label := _own_label(match))}
    kept: list[str] = []
    end = notes_end = 0
    for match in matches:
        kept.append(text[end : match.start()])
        end = match.end()
        if match["content"] is not None:
            kept.append(_ESCAPED.sub(r"\1", match["content"]))
        elif _own_label(match):
            if notes_end != match.start():  # the first of its block: a blank line is before it
                _drop_newline(kept)
            notes_end = end = _after_newline(text, end)
            if end == match.end():  # the body had no line end, so the notes brought two
                _drop_newline(kept)
        elif match["label"] not in own:
            kept.append(match[0])
    return "".join(kept) + text[end:]


def _takes_reference(segment: Segment) -> bool:
    """Whether a reference is one there: in a value or an attribute it would be read as words."""
    return segment.prose is None or segment.prose.holds_markup


def _note(record: Record, engine: EngineId | None) -> str:
    label = f"{_language(record.segment.language)}{record.id}"
    first, *more = record.original.splitlines()
    lines = (line.strip() for line in (first, *(_QUOTED.sub("", line) for line in more)))
    original = " ".join(line for line in lines if line)
    translation = record.translation
    who: str = translation.origin
    if who == "engine" and engine is not None:
        who = _words(f"{engine.name} {engine.version}")
    doubt = f", doubtful: {_words(translation.doubts)}" if translation.doubtful else ""
    return (
        f"[^{label}]: {original} ({record.segment.kind}, translated from "
        f"{_language(record.segment.language)} by {who}, "
        f"confidence {translation.confidence:.2f}{doubt})"
    )


def _words(text: str) -> str:
    return _NOT_IN_WORDS.sub("?", text)[:_WORDS_LENGTH]


def _own_label(match: re.Match[str]) -> str:
    """Give the label of one of our own note lines, else nothing."""
    line = match["note"]
    if not line or not _OWN_NOTE_END.search(line, max(0, len(line) - _OWN_NOTE_END_LENGTH)):
        return ""
    return str(line[2 : line.index("]")])


def _language(tag: str) -> str:
    """Give the primary language of a tag that a marker can name: no underscores, no spaces."""
    if not _TAG.fullmatch(tag):
        raise InputError(f"a language tag starts with two or three letters, unlike {tag!r}")
    return primary(tag)


def _newline(text: str) -> str:
    """Give the line end of the last line, else of the first, else a line feed.

    The last counts first: a line feed added after a carriage return would be one line end.
    """
    for newline in ("\r\n", "\n", "\r"):
        if text.endswith(newline):
            return newline
    first = NEWLINE.search(text)
    return first[0] if first else "\n"


def _after_newline(text: str, at: int) -> int:
    newline = NEWLINE.match(text, at)
    return newline.end() if newline else at


def _drop_newline(pieces: list[str]) -> None:
    """Take one line end off the end of the text in `pieces`."""
    while pieces and not pieces[-1]:
        pieces.pop()
    for newline in ("\r\n", "\n", "\r") if pieces else ():
        if pieces[-1].endswith(newline):
            pieces[-1] = pieces[-1].removesuffix(newline)
            return
