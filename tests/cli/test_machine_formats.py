"""What `normalize --check` found, for machines: the real detector, real files, one document."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin
from urllib.request import url2pathname
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]
import pytest
from support import command
from support.command import Ran, Run

from onetongue.cli.checked import Checked, Finding
from onetongue.cli.machine_formats import WRITERS, github, json_array, junit, sarif

if TYPE_CHECKING:
    from collections.abc import Iterator

FRENCH = "Le ministre des affaires étrangères a été reçu à Paris, où il a parlé de la paix."
ENGLISH = "The English text goes on for quite a while after that, and says nothing new at all."
SOURCE = f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}\n"
FORMATS = sorted(WRITERS)
SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-subset.json").read_bytes())
# GitHub's runner: properties are cut at commas and unescaped one by one.
COMMAND = re.compile(r"::(\w+) ([^\n]*?)::([^\n]*)")

FINDING = Finding(
    file="a.txt",
    line=3,
    column=1,
    end_line=3,
    end_column=1 + len(FRENCH),
    start=2 + len(ENGLISH),
    end=2 + len(ENGLISH) + len(FRENCH),
    offset=2 + len(ENGLISH),
    text=FRENCH,
    kind="paragraph",
    language="fr",
    confidence=0.9987,
    reason="all words are French",
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `normalize --check --output-format` in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return partial(command.run, "normalize", "--check", "--output-format")


def write(folder: Path, **contents: str) -> None:
    for name, content in contents.items():
        (folder / f"{name}.txt").write_bytes(content.encode())


def located(log: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each result's file, found as a SARIF consumer does, and its region."""
    run = log["runs"][0]
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        base = run["originalUriBaseIds"][place["artifactLocation"]["uriBaseId"]]["uri"]
        uri = urljoin(base, place["artifactLocation"]["uri"])
        yield Path(url2pathname(uri.removeprefix("file://"))), place["region"]


def parsed(xml: str) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314 - our own


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for name, properties, message in (match.groups() for match in COMMAND.finditer(text)):
        pairs = (pair.split("=", 1) for pair in properties.split(","))
        found.append((name, {key: unquote(value) for key, value in pairs}, unquote(message)))
    return found


# No change first: clean files, and the way lines are listed for people.


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_clean_file_is_an_empty_document(run: Run, tmp_path: Path, output_format: str) -> None:
    write(tmp_path, clean=ENGLISH)
    ran = run(output_format, "clean.txt")
    assert ran.code == 0
    assert ran.out.decode() == WRITERS[output_format]([Checked("clean.txt")])
    assert ran.err == "clean.txt: 0 segments to translate\n"
    assert run(output_format, "-q", "clean.txt").err == ""


def test_text_is_what_check_always_printed(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=SOURCE)
    expected = (
        'a.txt:3:1: fr paragraph "Le ministre des affaires étrangères a été reçu à Paris, où…"\n'
    )
    assert run("text", "a.txt") == Ran(1, expected.encode(), "a.txt: 1 segment to translate\n")


@pytest.mark.parametrize("output_format", FORMATS)
def test_all_files_are_one_document(run: Run, tmp_path: Path, output_format: str) -> None:
    write(tmp_path, a=SOURCE, b=SOURCE, clean=ENGLISH)
    ran = run(output_format, "-q", "a.txt", "missing.txt", "clean.txt", "b.txt")
    assert (ran.code, ran.err) == (3, "missing.txt: No such file or directory\n")
    shown = ran.out.decode()
    match output_format:
        case "json":
            assert [one["file"] for one in json.loads(shown)] == ["a.txt", "b.txt"]
        case "sarif":
            assert [file.name for file, _ in located(json.loads(shown))] == ["a.txt", "b.txt"]
        case "junit":
            cases = parsed(shown).findall("testsuite/testcase")
            names = [case.get("name") for case in cases]
            assert names == ["a.txt", "missing.txt", "clean.txt", "b.txt"]
        case "github":
            names = [command[1]["file"] for command in commands(shown)]
            assert names == ["a.txt", "missing.txt", "b.txt"]


@pytest.mark.parametrize(
    "arguments", [(), ("--diff",), ("--check", "--diff"), ("--in-place",), ("-o", "out.txt")]
)
def test_a_format_needs_check_alone(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write(tmp_path, a=SOURCE)
    ran = command.run("normalize", "--output-format", "json", *arguments, str(tmp_path / "a.txt"))
    assert (ran.code, ran.out) == (2, b"")


def test_json_is_detects_json_with_the_place(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=f"\ufeff{SOURCE}")
    found = json.loads(run("json", "-q", "a.txt").out)
    place = {key: found[0].pop(key) for key in ("file", "line", "column", "end_line", "end_column")}
    assert place == {
        "file": "a.txt",
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 1 + len(FRENCH),
    }
    assert found == json.loads(command.run("onetongue", "detect", "--json", "a.txt").out)


@pytest.mark.parametrize(
    "text",
    [
        SOURCE,
        f"\ufeff{SOURCE}",
        f"\ufeff{FRENCH}\r\n\r\n{ENGLISH}",
        SOURCE.replace("\n", "\r\n"),
        SOURCE.replace("\n", "\r"),
        SOURCE.replace("The English", "\U0001f600 The English"),
        SOURCE.replace("reçu à", "reçu\nà"),
        f"{ENGLISH} {FRENCH} {ENGLISH}\n",
        f"\ufeff{ENGLISH} {FRENCH} {ENGLISH}\n\n{FRENCH}",
    ],
)
def test_sarif_regions_cover_the_text(run: Run, tmp_path: Path, text: str) -> None:
    name = "à moitié: 100 %#1?.txt"
    (tmp_path / name).write_bytes(text.encode())
    log = json.loads(run("sarif", "-q", name).out)
    jsonschema.validate(log, SCHEMA, jsonschema.Draft7Validator)
    regions = list(located(log))
    assert regions
    for file, region in regions:
        # As a consumer reads it: without the byte order mark, and each newline ends a line.
        read = file.read_bytes().decode("utf-8-sig")
        lines = re.split("(?<=\n)|(?<=\r)(?!\n)", read)
        first, last = region["startLine"] - 1, region["endLine"] - 1
        start = sum(map(len, lines[:first])) + region["startColumn"] - 1
        end = sum(map(len, lines[:last])) + region["endColumn"] - 1
        assert read[start:end] == region["snippet"]["text"]
        assert (start, end - start) == (region["charOffset"], region["charLength"])


def test_sarif_names_rules_and_failures() -> None:
    checked = [Checked("a.txt", (FINDING,)), Checked("{b}.txt", error="{b}.txt: not text")]
    log = json.loads(sarif(checked))
    jsonschema.validate(log, SCHEMA, jsonschema.Draft7Validator)
    run = log["runs"][0]
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["ruleId"] == "paragraph"
    assert result["message"]["text"] == "paragraph in fr: all words are French"
    assert run["invocations"][0]["executionSuccessful"] is False
    notification = run["invocations"][0]["toolExecutionNotifications"][0]
    assert notification["message"]["text"] == "{{b}}.txt: not text"
    place = notification["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "%7Bb%7D.txt", "uriBaseId": "%SRCROOT%"}}


def test_sarif_without_failures_was_successful() -> None:
    run = json.loads(sarif([Checked("a.txt", (FINDING,))]))["runs"][0]
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_sarif_names_files_outside_of_the_folder_in_full(tmp_path: Path) -> None:
    path = tmp_path / "a b.txt"
    log = json.loads(sarif([Checked(str(path), (replace(FINDING, file=str(path)),))]))
    jsonschema.validate(log, SCHEMA, jsonschema.Draft7Validator)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": path.as_uri()}


def test_sarif_fingerprints_stay_when_lines_move_and_differ_for_each_result() -> None:
    def fingerprints(*findings: Finding) -> list[dict[str, str]]:
        results = json.loads(sarif([Checked("a.txt", findings)]))["runs"][0]["results"]
        return [result["partialFingerprints"] for result in results]

    moved = replace(FINDING, line=9, end_line=9, start=500, end=580, offset=500)
    assert fingerprints(FINDING) == fingerprints(moved)
    first, second = fingerprints(FINDING, moved)
    assert first != second


def test_github_commands_are_read_back() -> None:
    finding = replace(FINDING, file="a,b:c%.txt", text="Cent %, oui::non", reason="100 % French")
    assert github([Checked("a,b:c%.txt", (finding,))]) == (
        "::warning file=a%2Cb%3Ac%25.txt,line=3,endLine=3,col=1,title=paragraph in fr"
        '::"Cent %25, oui::non" (100 %25 French)\n'
    )
    name, properties, message = commands(github([Checked("x", (finding,))]))[0]
    assert (name, properties["file"], message) == (
        "warning",
        "a,b:c%.txt",
        '"Cent %, oui::non" (100 % French)',
    )


def test_github_gets_no_column_across_lines() -> None:
    shown = github([Checked("a.txt", (replace(FINDING, end_line=4),))])
    assert shown.startswith("::warning file=a.txt,line=3,endLine=4,title=")


def test_github_shows_what_was_not_checked() -> None:
    shown = github([Checked("a.txt", error="not\ntext")])
    assert shown == "::error file=a.txt,title=not checked::not%0Atext\n"


def test_junit_has_what_ci_servers_read() -> None:
    checked = [
        Checked("a.txt", (FINDING, replace(FINDING, line=9))),
        Checked("b.txt"),
        Checked("c.txt", error="No such file or directory"),
    ]
    root = parsed(junit(checked))
    assert root.tag == "testsuites"
    (suite,) = root
    assert suite.tag == "testsuite"
    assert suite.attrib == {
        "name": "onetongue",
        "tests": "3",
        "failures": "1",
        "errors": "1",
        "skipped": "0",
    }
    for case, file in zip(suite, ["a.txt", "b.txt", "c.txt"], strict=True):
        assert case.tag == "testcase"
        assert case.attrib == {"classname": "onetongue", "name": file, "file": file}
    failure, error = root.find(".//failure"), root.find(".//error")
    assert failure is not None
    assert failure.get("message") == "2 segments to translate"
    assert (failure.text or "").splitlines() == [
        'a.txt:3:1: fr paragraph "Le ministre des affaires étrangères a été reçu à Paris, où…"',
        'a.txt:9:1: fr paragraph "Le ministre des affaires étrangères a été reçu à Paris, où…"',
    ]
    assert error is not None
    assert error.get("message") == "No such file or directory"
    assert list(suite[1]) == []


@pytest.mark.parametrize("text", ["a\x00b", "<b> & ]]>", "\udce9", "\x1b[31m", "\ufffe"])
def test_no_text_breaks_a_document(text: str) -> None:
    checked = [
        Checked(f"{text}.txt", (replace(FINDING, file=f"{text}.txt", text=text),)),
        Checked(text, error=text),
    ]
    parsed(junit(checked))
    encoded = json_array(checked).encode("utf-8", "backslashreplace")
    assert json.loads(encoded)[0]["text"] == text
    if "\x00" not in text:  # no file is called that
        jsonschema.validate(json.loads(sarif(checked)), SCHEMA, jsonschema.Draft7Validator)
    assert github(checked).count("\n") == 2


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
@pytest.mark.parametrize("output_format", FORMATS)
def test_a_name_that_is_not_utf8(run: Run, tmp_path: Path, output_format: str) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text(SOURCE, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    ran = run(output_format, "-q", name)
    assert ran.code == 1
    assert ran.out.decode()
    if output_format == "sarif":
        assert "caf%E9.txt" in ran.out.decode()


NOTE = "this looks like a bilingual document: 2 segments, 48 % of it, are a French version {of, it}"


def test_notes_have_their_place() -> None:
    checked = [Checked("a.txt", (FINDING,), (NOTE,)), Checked("b.txt")]
    assert github(checked).splitlines()[0] == (
        f"::notice file=a.txt,title=bilingual document::{NOTE.replace('%', '%25')}"
    )
    log = json.loads(sarif(checked))
    jsonschema.validate(log, SCHEMA, jsonschema.Draft7Validator)
    (told,) = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert told["level"] == "note"
    assert told["message"]["text"].replace("{{", "{").replace("}}", "}") == NOTE
    assert log["runs"][0]["invocations"][0]["executionSuccessful"]
    suite = parsed(junit(checked))[0]
    assert [case.findtext("system-out") for case in suite] == [NOTE, None]
    assert json.loads(json_array(checked)) == json.loads(json_array([Checked("a.txt", (FINDING,))]))


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_bilingual_document_is_told_of(run: Run, tmp_path: Path, output_format: str) -> None:
    notice = "The pool is closed on Tuesday.\n\nChildren must be with an adult.\n\n"
    write(tmp_path, a=f"{notice}La piscine est fermée mardi.\n\nLes enfants sont avec un adulte.\n")
    ran = run(output_format, "--parallel", "keep", "a.txt")
    assert ran.code == 0
    assert "a.txt: this looks like a bilingual document: 2 segments" in ran.err
    assert ("this looks like" in ran.out.decode()) == (output_format != "json")
