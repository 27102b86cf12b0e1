"""`onetongue detect` and `onetongue explain`: what `normalize` sees.

Responsible for: their arguments, and segments with their evidence as lines or JSON.
Not responsible for: detection itself; they write no document and need no model.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from onetongue.cli.console import each, name_of, open_document, out, refuse, say
from onetongue.cli.listing import located
from onetongue.cli.options import (
    LANGUAGES,
    READING,
    Files,
    OneFile,
    load_normalizer,
    with_options,
)
from onetongue.document import Options  # noqa: TC001 - typer reads annotations
from onetongue.excerpt import shorten

if TYPE_CHECKING:
    from onetongue.document import Document, NotRead, Segment


@with_options(*READING, *LANGUAGES, "min_confidence")
def detect(
    files: Files,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON array (one file only)")] = False,
    options: Options,
) -> None:
    """List what `normalize` would translate; writes nothing, needs no model."""
    if as_json and len(files) > 1:
        refuse("--json", "takes one file")
    normalizer = load_normalizer(options)

    def show(file: str) -> bool:
        document = open_document(normalizer, file)
        for one in _unsaid(document):
            say(f"{name_of(file)}: {one}")
        segments = normalizer.inspect(document).segments
        if as_json:
            found = json.dumps([_plain(s) for s in segments], ensure_ascii=False, indent=2)
            out(f"{found}\n".encode())
            return False
        for where, segment in located(name_of(file), document.text, segments):
            confidence = f"{segment.evidence.confidence:.3f}"
            text = shorten(segment.reading)
            out(f"{where}: {segment.language} {segment.kind} {confidence} {text}\n")
        return False

    each(files, show)


def _plain(segment: Segment) -> dict[str, object]:
    return {
        "start": segment.span.start,
        "end": segment.span.end,
        "text": segment.text,
        "kind": segment.kind,
        "language": segment.language,
        "confidence": segment.evidence.confidence,
        "reason": segment.evidence.reason,
    }


@with_options(*READING, *LANGUAGES, "min_confidence")
def explain(file: OneFile, *, options: Options) -> None:
    """Say of every candidate whether it would be translated and why, and what is no prose."""
    normalizer = load_normalizer(options)
    document = open_document(normalizer, file)
    detection = normalizer.inspect(document)
    verdicts = [(s, "translate") for s in detection.segments]
    verdicts += [(s, "leave alone") for s in (*detection.left_alone, *detection.aside)]
    verdicts.sort(key=_start)
    places = located(name_of(file), document.text, [segment for segment, _ in verdicts])
    for (where, segment), (_, verdict) in zip(places, verdicts, strict=True):
        out(_explanation(where, segment, verdict))
    for one in (*detection.parallel, *_unsaid(document)):
        out(f"{name_of(file)}: {one}\n")
    if not verdicts:
        say(f"{name_of(file)}: no candidate")


def _unsaid(document: Document) -> list[NotRead]:
    """What was not read, but for what opening the document says already."""
    return [one for one in document.not_read if not one.is_said]


def _start(judged: tuple[Segment, str]) -> int:
    return judged[0].span.start


def _explanation(where: str, segment: Segment, verdict: str) -> str:
    evidence = segment.evidence
    what = f"{segment.language} {segment.kind}"
    lines = [
        f"{where}: {verdict}: {what} {shorten(segment.reading)}",
        f"    confidence {evidence.confidence:.3f}: {evidence.reason}",
    ]
    if evidence.rule:
        lines.append(f"    layout: {evidence.rule}")
    if evidence.words:
        lines.append("    words: " + ", ".join(f"{w} {odds:+.1f}" for w, odds in evidence.words))
    return "\n".join(lines) + "\n"
