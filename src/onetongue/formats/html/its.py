"""Translations marked in HTML as ITS 2.0 has it: on the element they fill, else on a span.

Responsible for: the attributes, putting them into a start tag, and a segment with its element.
Not responsible for: which element a segment fills (`prose.Element`); reading them back (`formats`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from onetongue.document import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onetongue.document import EngineId, Markers, Segment, Translation
    from onetongue.prose import Prose

MARK = "data-onetongue"
# What ITS 2.0 calls a check that it has no value for.
_ISSUES = {"language": "untranslated"}
_NAME = re.compile(r"<[^\s/>]+")
_CLOSING = re.compile(r"[\s/]*>")
# A name, and a value in quotes or bare, as browsers read them, however odd: title=it's is a value.
# Possessive: a tag of 5 MB is read once.
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?P<name>=?[^\s/>=]++)"""
    r"""(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+|(?=>)))?+"""
)


def attributes(
    number: int,
    segment: Segment,
    translation: Translation,
    *,
    target: str,
    engine: EngineId | None,
    reviewer: str = "",
) -> dict[str, str]:
    """What a translation's element says of it, in the order it is written.

    The locale tag says that the text was transformed by machine (BCP-47 extension T, `t0-und`);
    what a person wrote is just in the target language, and names no machine.
    """
    is_machine = translation.origin in {"engine", "memory"}
    language = f"{target}-t-{segment.language.lower()}-t0-und" if is_machine else target
    marks = {"lang": language, MARK: str(number)}
    if is_machine:
        name = engine.name if engine else translation.origin
        marks["its-tool"] = f"{name} {engine.model}".strip() if engine else name
        marks["its-mt-confidence"] = f"{translation.confidence:.3f}"
        marks["its-annotators-ref"] = f"mt-confidence|urn:onetongue:{name}"
    if reviewer:
        marks["its-rev-person"] = reviewer
    if translation.doubtful:
        first = translation.failed[0]
        marks["its-loc-quality-issue-type"] = _ISSUES.get(first, first)
        marks["its-loc-quality-issue-comment"] = translation.doubts
    return marks


def with_element(segment: Segment, source: str, markers: Markers) -> Segment:
    """The segment from the start tag of the element that it fills on, if that tag has to change.

    With `attributes` it says what was translated; with other markers only a language that the tag
    declares is put right.
    """
    element = segment.prose.element if segment.prose else None
    if element is None or not (markers == "attributes" or _declares_language(element.raw)):
        return segment
    span = Span(element.start, segment.span.end)
    return replace(segment, span=span, text=span.of(source))


def _declares_language(tag: str) -> bool:
    names = (found["name"].lower() for found in _ATTRIBUTE.finditer(tag, _name_end(tag)))
    return any(name in {"lang", "xml:lang"} for name in names)


def _name_end(tag: str) -> int:
    opening = _NAME.match(tag)
    return opening.end() if opening else 0


def begins_with_element(segment: Segment) -> bool:
    """Whether `with_element` made the segment begin with its element's start tag."""
    element = segment.prose.element if segment.prose else None
    return element is not None and element.start == segment.span.start


def in_element(segment: Segment, text: str, marks: Mapping[str, str]) -> str:
    """The text in its segment's element, marked; in a span if it fills none; bare if neither can be."""
    prose = segment.prose
    if prose is None:
        return text
    if prose.element and begins_with_element(segment):
        tag = prose.element
        gap = segment.text[tag.end - tag.start : prose.runs[0].start - tag.start]
        return start_tag(tag.raw, marks) + gap + text
    if not prose.holds_markup or any(not (pair.open and pair.close) for pair in prose.pairs()):
        return text
    return f"{start_tag('<span>', marks)}{text}</span>"


def out_of_element(replacement: str, segment: Segment, prose: Prose) -> str:
    """What stands in a replacement of `in_element`, without the element."""
    end = tag_end(replacement)
    if prose.element and begins_with_element(segment):
        return replacement[end + prose.runs[0].start - prose.element.end :]
    is_ours = replacement.startswith("<span") and f" {MARK}=" in replacement[:end]
    return replacement[end:].removesuffix("</span>") if is_ours else replacement


def tag_end(text: str) -> int:
    """Where the start tag that `text` begins with ends; 0 if it begins with none.

    >>> tag_end('<p title="a > b">c')
    17
    """
    opening = end = _name_end(text)
    while opening and (found := _ATTRIBUTE.match(text, end)):
        end = found.end()
    closing = _CLOSING.match(text, end) if opening else None
    return closing.end() if closing else 0


def start_tag(tag: str, marks: Mapping[str, str]) -> str:
    """The start tag with these attributes in place of its own of the same names, the rest as it is.

    >>> start_tag('<p lang=fr class="a">', {"lang": "en", "id": "b"})
    '<p lang="en" class="a" id="b">'
    """
    opening = _NAME.match(tag)
    if opening is None:
        return tag
    waiting = {name: f'{name}="{escape(value)}"' for name, value in marks.items()}
    parts, end = [opening[0]], opening.end()
    while found := _ATTRIBUTE.match(tag, end):
        name = found["name"].lower()
        if name == "xml:lang" and "lang" in marks:  # XHTML says it twice
            parts.append(f' xml:lang="{escape(marks["lang"])}"')
        elif name in waiting:
            parts.append(f" {waiting.pop(name)}")
        elif name not in marks:
            parts.append(found[0])
        end = found.end()
    return "".join([*parts, *(f" {one}" for one in waiting.values()), tag[end:]])
