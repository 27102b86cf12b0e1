"""Findings as JSON, GitHub workflow commands, SARIF and JUnit XML.

Responsible for: one writer a format, from what was found in all files to the text of a document.
Not responsible for: finding (`findings`), encoding and writing it out.

Sources: `SARIF 2.1.0 <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>`_; GitHub's
`workflow commands
<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>`_, escaped as its
`toolkit <https://github.com/actions/toolkit>`_ does; JUnit XML as Jenkins' junit-10.xsd has it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args
from urllib.parse import quote
from xml.etree import ElementTree as ET

from onetongue.characters import NOT_XML
from onetongue.cli.listing import count
from onetongue.document import SegmentKind
from onetongue.excerpt import shorten
from onetongue.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onetongue.cli.checked import Checked, Finding

    Json = dict[str, object]

_KINDS: Final = get_args(SegmentKind)
_ROOT: Final = "%SRCROOT%"


def json_array(checked: Sequence[Checked]) -> str:
    """Write one array; offsets as `onetongue detect --json` has them, with the file and place."""
    found = [asdict(finding) for one in checked for finding in one.findings]
    for finding in found:
        del finding["offset"]
    return _dumped(found)


def github(checked: Sequence[Checked]) -> str:
    """Write a workflow command for each finding and each file that could not be checked."""
    lines = []
    place: dict[str, object]
    for one in checked:
        if one.error:
            lines.append(_command("error", one.error, {"file": one.file, "title": "not checked"}))
        for note in one.notes:
            place = {"file": Path(one.file).as_posix(), "title": "bilingual document"}
            lines.append(_command("notice", note, place))
        for finding in one.findings:
            place = {
                "file": Path(finding.file).as_posix(),
                "line": finding.line,
                "endLine": finding.end_line,
            }
            if finding.line == finding.end_line:  # the runner refuses columns across lines
                place["col"] = finding.column
            place["title"] = f"{finding.kind} in {finding.language}"
            lines.append(_command("warning", f"{shorten(finding.text)} ({finding.reason})", place))
    return "".join(lines)


def _command(name: str, message: str, properties: Mapping[str, object]) -> str:
    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    given = ",".join(
        f"{key}={escape(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for key, value in properties.items()
    )
    return f"::{name} {given}::{escape(message)}\n"


def junit(checked: Sequence[Checked]) -> str:
    """Write one test suite with one test case a file, failed by findings."""
    counts = {
        "tests": str(len(checked)),
        "failures": str(sum(bool(one.findings) for one in checked)),
        "errors": str(sum(bool(one.error) for one in checked)),
    }
    root = ET.Element("testsuites", counts)
    suite = ET.SubElement(root, "testsuite", {"name": "onetongue", **counts, "skipped": "0"})
    for one in checked:
        name = _for_xml(one.file)
        case = ET.SubElement(suite, "testcase", classname="onetongue", name=name, file=name)
        if one.error:
            ET.SubElement(case, "error", message=_for_xml(one.error), type="unreadable")
        if one.findings:
            message = f"{count(len(one.findings))} to translate"
            failure = ET.SubElement(case, "failure", message=message, type="language")
            failure.text = _for_xml("\n".join(map(_line, one.findings)))
        if one.notes:
            ET.SubElement(case, "system-out").text = _for_xml("\n".join(one.notes))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _line(finding: Finding) -> str:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    return f"{place}: {finding.language} {finding.kind} {shorten(finding.text)}"


def _for_xml(text: str) -> str:
    """Replace what XML has no way to write, such as NUL and lone surrogates."""
    return NOT_XML.sub("\ufffd", text)


def sarif(checked: Sequence[Checked]) -> str:
    """Write a SARIF log of one run, with one rule for each kind of segment."""
    failed = [one for one in checked if one.error]
    run = {
        "tool": {
            "driver": {
                "name": "onetongue",
                "version": __version__,
                "rules": [_rule(kind) for kind in _KINDS],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not failed,
                "toolExecutionNotifications": [
                    *(_notification(one.file, "error", one.error) for one in failed),
                    *(
                        _notification(one.file, "note", said)
                        for one in checked
                        for said in one.notes
                    ),
                ],
            }
        ],
        "originalUriBaseIds": {_ROOT: {"uri": Path.cwd().as_uri().rstrip("/") + "/"}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\r", "\n"],
        "results": [result for one in checked for result in _results(one.findings)],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _dumped({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _rule(kind: str) -> Json:
    return {
        "id": kind,
        "name": f"Foreign{kind.capitalize()}",
        "shortDescription": {"text": f"A {kind} in another language."},
        "fullDescription": {"text": f"A {kind} of the document is not in its language."},
        "help": {"text": "`normalize` translates it; `onetongue explain` says why it was found."},
        "defaultConfiguration": {"level": "warning"},
    }


def _notification(file: str, level: str, message: str) -> Json:
    message = message.replace("{", "{{").replace("}", "}}")  # single ones are placeholders
    location = {"physicalLocation": {"artifactLocation": _artifact(file)}}
    return {"level": level, "message": {"text": message}, "locations": [location]}


def _results(findings: Sequence[Finding]) -> list[Json]:
    """Results of one file; the same text found again gets another fingerprint, moved lines do not."""
    seen: Counter[str] = Counter()
    results: list[Json] = []
    for finding in findings:
        seen[finding.text] += 1
        identity = f"{finding.language}\0{finding.text}\0{seen[finding.text]}"
        digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
        location = {"artifactLocation": _artifact(finding.file), "region": _region(finding)}
        results.append(
            {
                "ruleId": finding.kind,
                "ruleIndex": _KINDS.index(finding.kind),
                "level": "warning",
                "message": {"text": f"{finding.kind} in {finding.language}: {finding.reason}"},
                "locations": [{"physicalLocation": location}],
                "partialFingerprints": {"languageAndText/v1": digest},
                "properties": {"language": finding.language, "confidence": finding.confidence},
            }
        )
    return results


def _region(finding: Finding) -> Json:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "charOffset": finding.offset,  # "SHALL NOT depend on" a byte order mark, section 3.30.2
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.text},
    }


def _artifact(file: str) -> Json:
    """The file's place as a URI, relative to the working directory if it is below it."""
    folder = Path.cwd()
    path = Path(os.path.normpath(folder / file))
    if not path.is_relative_to(folder):
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(path.relative_to(folder).as_posix())), "uriBaseId": _ROOT}


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


WRITERS: Final[Mapping[str, Callable[[Sequence[Checked]], str]]] = {
    "json": json_array,
    "github": github,
    "sarif": sarif,
    "junit": junit,
}
