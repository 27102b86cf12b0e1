"""The pytest plugin: documents in one language, and golden folders, as fixtures of any test suite.

Responsible for: `normalized`, `assert_monolingual`, `assert_normalizes`, the two fixtures a suite
overrides to choose options and engine, and `--onetongue-update`.
Not responsible for: finding or translating anything; what a segment looks like in one line of a
terminal (`cli.listing`).

It is loaded in every pytest run, so it imports onetongue only in use, and stands beside the package:
a module within would bring the package into every run.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onetongue import Document, NormalizedDocument, Normalizer, Options, Segment
    from onetongue.engines import Translator

    AssertMonolingual = Callable[[str | os.PathLike[str]], None]
    AssertNormalizes = Callable[[str | os.PathLike[str]], None]

UPDATE = "--onetongue-update"
# What was rewritten travels as a property of the test: those reach the terminal from xdist's workers.
_REWRITTEN = "onetongue_rewritten"
# Parts of a provenance that another day, engine or release changes although the result is right.
_PASSING = ("created", "digest", "engine", "tool")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--onetongue-update`."""
    text = "assert_normalizes rewrites the files it would find wrong, and says which"
    parser.getgroup("onetongue").addoption(UPDATE, action="store_true", help=text)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which files `--onetongue-update` rewrote, each once, in the order of the tests."""
    reports = (report for some in terminalreporter.stats.values() for report in some)
    properties = (pair for report in reports for pair in getattr(report, "user_properties", ()))
    rewritten = dict.fromkeys(value for name, value in properties if name == _REWRITTEN)
    if rewritten:
        terminalreporter.section("onetongue")
    for file in rewritten:
        terminalreporter.write_line(f"rewrote {file}")


@pytest.fixture(scope="session")
def onetongue_options() -> Options:
    """The options of `normalized`; override it, in a module too, to choose others."""
    from onetongue import Options  # noqa: PLC0415 - see the module

    return Options()


@pytest.fixture(scope="session")
def onetongue_engine() -> Translator | None:
    """The engine of `normalized`; override it with a fake, or None for what the options choose."""
    return None


@pytest.fixture(scope="session")
def _onetongue_normalizers() -> Iterator[dict[tuple[Options, int], Normalizer]]:
    made: dict[tuple[Options, int], Normalizer] = {}
    yield made
    for normalizer in made.values():
        normalizer.close()


@pytest.fixture
def normalized(
    onetongue_options: Options,
    onetongue_engine: Translator | None,
    _onetongue_normalizers: dict[tuple[Options, int], Normalizer],
) -> Normalizer:
    """A `Normalizer`, made once a session for the same options and engine: its model loads once.

    The fixture itself belongs to a test: pytest would hand a session's fixture to all modules as
    the first one made it, whatever the others override.
    """
    from onetongue import Normalizer  # noqa: PLC0415 - see the module

    key = (onetongue_options, id(onetongue_engine))  # an engine lives as long as its normalizer
    if key not in _onetongue_normalizers:
        made = Normalizer(onetongue_options, engine=onetongue_engine)
        _onetongue_normalizers[key] = made
    return _onetongue_normalizers[key]


@pytest.fixture
def assert_monolingual(normalized: Normalizer) -> AssertMonolingual:
    """A function that fails if a document holds a segment to translate; no engine is needed.

    It takes a text (a `str`) or a file (a `Path`). Its AssertionError lists each segment with
    `file:line:column`, kind, text and reason, then the diff that would repair the document, or
    how to get an engine that makes one.
    """

    def check(text_or_path: str | os.PathLike[str]) -> None:
        __tracebackhide__ = True
        document = _read(normalized, text_or_path)
        found = normalized.inspect(document).segments
        if found:
            lines = _listed(document.name, document.text, found)
            repair = _repair(normalized, document)
            raise AssertionError(
                "\n".join([f"{document.name} is not in one language", *lines, repair])
            )

    return check


@pytest.fixture
def assert_normalizes(normalized: Normalizer, request: pytest.FixtureRequest) -> AssertNormalizes:
    """A function that fails if a golden folder's input is not normalized as expected.

    The folder holds one `input.*`, the `expected.*` it becomes, `segments.json` (start, end, kind
    and text of each segment, offsets in code points) and, if wanted, `provenance.json`, of which
    time, engine, version and digest are not compared. `⟦fr→en 1: …⟧` in `expected.*` stands for any
    translation. With `--onetongue-update` what differs is rewritten instead.

    Raises (the function): AssertionError with the diffs and the reasons; ModelError if something
    is to be translated and there is no engine.
    """

    def check(folder: str | os.PathLike[str]) -> None:
        __tracebackhide__ = True
        source = _input(Path(folder))
        document, _ = normalized.read(source.read_bytes(), source.name)
        found = normalized.inspect(document).segments
        result = normalized.normalize_document(document)
        wrong = [file for file in _golden(source, found, result) if file.old != file.new]
        if wrong and request.config.getoption(UPDATE):
            for file in wrong:
                file.rewrite()
                request.node.user_properties.append((_REWRITTEN, _shown(file.path)))
        elif wrong:
            raise AssertionError(_wrong(source, wrong, result))

    return check


@dataclass(frozen=True, slots=True)
class _File:
    """What a file of a golden folder holds, None if it is not there, and what it should hold."""

    path: Path
    old: str | None
    new: str
    content: bytes

    def rewrite(self) -> None:
        from onetongue.write import write_file  # noqa: PLC0415 - see the module

        write_file(str(self.path), self.content)

    def diff(self) -> str:
        """From what is there to what should be, with carriage returns shown."""
        from difflib import unified_diff  # noqa: PLC0415 - only a failure needs it

        old, new = (text.replace("\r", "␍").split("\n") for text in (self.old or "", self.new))
        now = "missing" if self.old is None else "as it is"
        name = self.path.name
        return "\n".join(unified_diff(old, new, f"{name} ({now})", f"{name} (made)", lineterm=""))


def _read(normalizer: Normalizer, text_or_path: str | os.PathLike[str]) -> Document:
    if not isinstance(text_or_path, str):
        path = Path(text_or_path)
        return normalizer.read(path.read_bytes(), _shown(path))[0]
    # A file's name is in one language, whatever the file holds. Path.is_file fails on long texts.
    if os.path.isfile(text_or_path):  # noqa: PTH113
        raise TypeError(f"{text_or_path!r} is a file; give Path({text_or_path!r}) to look into it")
    return normalizer.read_text(text_or_path, name="text")


def _shown(path: Path) -> str:
    """The path from the working folder, if it is below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _listed(name: str, text: str, segments: Sequence[Segment]) -> list[str]:
    from onetongue.cli.listing import located  # noqa: PLC0415 - see the module

    return [
        f'{where}: {segment.language} {segment.kind} "{" ".join(segment.text.split())}": '
        f"{segment.evidence.reason}"
        for where, segment in located(name, text, segments)
    ]


def _repair(normalizer: Normalizer, document: Document) -> str:
    """The diff that puts the document into one language, or why there is none."""
    from onetongue import OnetongueError  # noqa: PLC0415 - see the module

    try:
        diff = normalizer.normalize_document(document).diff()
    except OnetongueError as error:  # what was found must be told all the same
        return f"no diff: {error}"
    return diff or "no diff: the engine gave no translation that could be used"


def _input(folder: Path) -> Path:
    if not folder.is_dir():
        raise AssertionError(f"{folder}: there is no such folder")
    inputs = sorted(folder.glob("input.*"))
    if len(inputs) != 1:
        names = ", ".join(path.name for path in inputs) or "none"
        raise AssertionError(f"{folder}: a golden folder holds one input.*, here is {names}")
    return inputs[0]


def _golden(source: Path, found: Sequence[Segment], result: NormalizedDocument) -> list[_File]:
    """Each file beside the input, in the order in which a person looks at them."""
    from onetongue.account import provenance_bytes  # noqa: PLC0415 - see the module
    from onetongue.write import encode_text  # noqa: PLC0415 - see the module

    encoding, container = result.source.encoding, result.source.container
    path = source.with_name(source.name.replace("input", "expected", 1))
    old = _expected(path, result.source) if path.exists() else None
    new = _left_open(result, old or "")
    if new == result.text:
        content = result.encode()
    else:
        content = container.pack(new) if container else encode_text(new, encoding)
    segments: list[object] = [
        {"start": s.span.start, "end": s.span.end, "kind": s.kind, "text": s.text} for s in found
    ]
    files = [_File(path, old, new, content), _json(source.with_name("segments.json"), segments)]
    path = source.with_name("provenance.json")
    if path.exists():
        files.append(_json(path, account := result.provenance(), provenance_bytes(account)))
    return files


def _expected(path: Path, source: Document) -> str:
    """The text of a file that is in the format of `source`."""
    from onetongue.formats import load_format  # noqa: PLC0415 - see the module

    if source.container is None:
        return path.read_bytes().decode(source.encoding, "replace")
    return load_format(source.format).decode(path.read_bytes(), path.name).text


def _json(path: Path, value: object, content: bytes = b"") -> _File:
    new = _text(value)
    try:
        old = _text(json.loads(path.read_bytes())) if path.exists() else None
    except ValueError as error:
        old = f"not JSON: {error}\n"
    return _File(path, old, new, content or new.encode())


def _text(value: object) -> str:
    """JSON to compare and to show, without what of a provenance may differ."""
    if isinstance(value, dict):
        value = {key: part for key, part in value.items() if key not in _PASSING}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _left_open(result: NormalizedDocument, expected: str) -> str:
    """The output with `…` for every translation that `expected` leaves open like that."""
    from onetongue.write.splicing import pieces  # noqa: PLC0415 - see the module

    edits = []
    for record in result.records:
        head = record.replacement.partition(": ")[0].replace("?", "")  # doubtful or not
        left_open = f"{head}: …⟧"
        if head.startswith("⟦") and left_open in expected:
            edits.append((record.target, left_open))
    return "".join(pieces(result.text, edits))


def _wrong(source: Path, files: Sequence[_File], result: NormalizedDocument) -> str:
    name, text = _shown(source), result.source.text
    changed = _listed(name, text, [record.segment for record in result.records])
    kept = _listed(name, text, result.left_alone)
    return "\n".join(
        [
            f"{name} is not normalized as expected (pytest {UPDATE} takes what was made)",
            *(file.diff() for file in files),
            *(f"translated {line}" for line in changed),
            *(f"left alone {line}" for line in kept),
        ]
    )
