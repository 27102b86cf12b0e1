"""The two commands, `normalize` and `onetongue`.

Responsible for: arguments, files and streams, messages, exit codes.
Not responsible for: anything the library can do without a terminal.

Exit codes: 0 done or clean, 1 `--check` found something, 2 usage, 3 any other error; 130 and 141
are what a shell shows for an interrupt and for a reader that has gone.
The stages are imported where they are used: `--help` loads none of them.
"""

from __future__ import annotations

import json
import os
import sys
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from onetongue.document import Detection, Engine, Format, Markers, OnDoubt, Options, Segment
from onetongue.errors import InputError, IntegrityError, OnetongueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onetongue.document import Document
    from onetongue.pipeline import Normalizer
    from onetongue.write import NormalizedDocument

FOUND, FAILED, READER_GONE = 1, 3, 141
_STDIN = "-"
_SHOWN = 60  # code points of a segment shown on a terminal line
_DEFAULTS = Options()

_APP = {
    "add_completion": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,  # plain help, and rich is never imported
}


def _show_version(wanted: bool) -> None:
    if not wanted:
        return
    from onetongue import __version__  # noqa: PLC0415 - the package imports what the top avoids

    _out(f"onetongue {__version__}\n")
    raise typer.Exit


Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="- is standard input")]
OneFile = Annotated[str, typer.Argument(metavar="FILE", help="- is standard input")]
Source = Annotated[str, typer.Option("--from", metavar="TAGS", help="languages to look for")]
Target = Annotated[str, typer.Option("--to", metavar="TAG", help="language to translate to")]
EngineName = Annotated[Engine, typer.Option("--engine", help="what translates")]
Model = Annotated[
    str | None, typer.Option("--model", metavar="PATH", help=".argosmodel file or its folder")
]
Threshold = Annotated[
    float,
    typer.Option("--min-confidence", metavar="X", min=0, max=1, help="detection threshold, 0 to 1"),
]
FormatName = Annotated[Format, typer.Option("--format", help="auto decides by suffix")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="errors only on stderr")]
Version = Annotated[
    bool,
    typer.Option("--version", callback=_show_version, is_eager=True, help="print it and exit"),
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="PATH", help="instead of standard output")
]

_normalize = typer.Typer(**_APP)  # type: ignore[arg-type]  # one table for both commands
_onetongue = typer.Typer(**_APP, no_args_is_help=True)  # type: ignore[arg-type]
_models = typer.Typer(**_APP, no_args_is_help=True, help="Translation models.")  # type: ignore[arg-type]
_onetongue.add_typer(_models, name="models")


def normalize_main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `normalize` with `arguments` (default: those of the process) and exit."""
    _main(_normalize, "normalize", arguments)


def onetongue_main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `onetongue` with `arguments` (default: those of the process) and exit."""
    _main(_onetongue, "onetongue", arguments)


def _main(app: typer.Typer, program: str, arguments: Sequence[str] | None) -> NoReturn:
    """Run and exit; whatever is raised becomes one line on stderr and exit code 3."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name=program)
    except Exception as err:  # the one place: a crash must not exit 1
        sys.exit(_report(err))
    sys.exit(0)


def _report(error: Exception) -> int:
    """Write one line about `error` to stderr; gives the exit code."""
    if os.environ.get("ONETONGUE_DEBUG") == "1":
        import traceback  # noqa: PLC0415 - only when asked for

        sys.stderr.writelines(traceback.format_exception(error))
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename is not None else ""
        message = f"{where}{error.strerror or error}"
    elif isinstance(error, OnetongueError):
        message = str(error)
    else:
        kind = type(error).__name__
        message = (
            f"this is a bug, please report it (ONETONGUE_DEBUG=1 shows where): {kind}: {error}"
        )
    _say(message)
    return FAILED


def _say(message: str) -> None:
    sys.stderr.write(" ".join(message.splitlines()) + "\n")


def _out(content: str | bytes) -> None:
    """Write to standard output: bytes as they are, text in the terminal's encoding."""
    if isinstance(content, str):
        content = content.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError as err:
        # Python flushes once more at exit and would complain; typer would make this exit code 1.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(READER_GONE) from err


def _read(file: str) -> bytes:
    """The bytes of a file, or of standard input for "-"; never much more than the limit."""
    from onetongue.formats import MAX_BYTES  # noqa: PLC0415 - see the top

    if file == _STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except ValueError as err:
        raise InputError(f"{file!r}: cannot be read: {err}") from err


def _name(file: str) -> str:
    return "stdin" if file == _STDIN else file


def _open(normalizer: Normalizer, file: str, *, quiet: bool = False) -> Document:
    """The document in a file; says so when its encoding was guessed."""
    document, note = normalizer.read(_read(file), _name(file))
    if note and not quiet:
        _say(f"{_name(file)}: {note}")
    return document


def _write(path: str | None, content: bytes) -> bool:
    """Write a file, or standard output if there is no path or it is "-"."""
    if path is None or path == _STDIN:
        _out(content)
        return True
    from onetongue.write import write_file  # noqa: PLC0415 - see the top

    return write_file(path, content)


def _normalizer(options: Options) -> Normalizer:
    from onetongue.pipeline import Normalizer  # noqa: PLC0415 - see the top

    return Normalizer(options)


def _refuse(hint: str, message: str) -> NoReturn:
    """End with a usage error, exit code 2."""
    raise typer.BadParameter(message, param_hint=f"'{hint}'")


def _each(files: Sequence[str], work: Callable[[str], bool]) -> NoReturn:
    """Do the work for every file, whatever happens to the others, and exit."""
    code = 0
    for file in files:
        try:
            found = work(file)
        except (OnetongueError, OSError) as err:
            code = _report(err)
        else:
            code = code or (FOUND if found else 0)
    raise typer.Exit(code)


@dataclass(frozen=True, slots=True)
class _Task:
    """What `normalize` does with each file."""

    normalizer: Normalizer
    output: str | None
    in_place: bool
    check: bool
    diff: bool
    provenance: str | None
    quiet: bool

    def run(self, file: str) -> bool:
        """Do it; tells whether `--check` found something."""
        document = _open(self.normalizer, file, quiet=self.quiet)
        found = self.check and self._list(file, document.text, self.normalizer.inspect(document))
        if self.check and not self.diff:
            return found
        result = self.normalizer.normalize_document(document)
        self._deliver(file, result)
        if not self.quiet and not self.check:
            _say(f"{_name(file)}: {_summary(result)}")
        return found

    def _list(self, file: str, text: str, detection: Detection) -> bool:
        for where, segment in _located(_name(file), text, detection.segments):
            _out(f"{where}: {segment.language} {segment.kind} {_shorten(segment.text)}\n")
        if not self.quiet:
            _say(f"{_name(file)}: {_count(len(detection.segments))} to translate")
        return bool(detection.segments)

    def _deliver(self, file: str, result: NormalizedDocument) -> None:
        content = result.encode()
        if self.diff:
            _out(_encode_diff(result))
            return
        # The account first: should we be killed in between, `verify` and `revert` refuse an
        # account of an output that is not there, while a changed document without its account
        # could never be taken back.
        self._account(result)
        _write(file if self.in_place else self.output, content)

    def _account(self, result: NormalizedDocument) -> None:
        if self.provenance is None:
            return
        from onetongue.write import provenance_bytes  # noqa: PLC0415 - see the top

        if not result.changed and _accounts_for(self.provenance, result.text):
            # Normalizing twice must not replace the only way back by an empty account.
            if not self.quiet:
                _say(f"{self.provenance}: kept, it accounts for the document as it stands")
            return
        _write(self.provenance, provenance_bytes(result.provenance()))


def _accounts_for(provenance: str, text: str) -> bool:
    """Whether the file is the account of how `text` came to be."""
    from onetongue.write import load_provenance, verify_provenance  # noqa: PLC0415 - see the top

    try:
        account = load_provenance(Path(provenance).read_bytes(), provenance)
        verify_provenance(text, account)
    except (InputError, IntegrityError, OSError):
        return False
    return bool(account["records"])


def _encode_diff(result: NormalizedDocument) -> bytes:
    """In the document's encoding so that `patch` applies it; UTF-16 and 32 no tool reads."""
    wide = result.source.encoding.startswith(("utf-16", "utf-32"))
    encoding = "utf-8" if wide else result.source.encoding
    return result.diff().encode(encoding, "backslashreplace")


def _count(number: int) -> str:
    return f"{number} segment" + ("" if number == 1 else "s")


def _summary(result: NormalizedDocument) -> str:
    if not result.records and not result.left_alone:
        return "nothing to translate"
    parts = [f"{_count(len(result.records))} translated"]
    if result.left_alone:
        parts.append(f"{len(result.left_alone)} left alone")
    if result.doubtful:
        parts.append(f"{len(result.doubtful)} doubtful")
    return ", ".join(parts)


def _located(name: str, text: str, segments: Sequence[Segment]) -> Iterator[tuple[str, Segment]]:
    """Each segment with `name:line:column`, from 1, in code points (a byte order mark is none)."""
    import re  # noqa: PLC0415 - see the top

    starts = [text.startswith("\ufeff"), *(m.end() for m in re.finditer("\r\n|\r|\n", text))]
    for segment in segments:
        line = bisect_right(starts, segment.span.start)
        yield f"{name}:{line}:{segment.span.start - starts[line - 1] + 1}", segment


def _shorten(text: str) -> str:
    folded = " ".join(text[: 4 * _SHOWN].split())
    cut = len(folded) > _SHOWN or len(text) > 4 * _SHOWN
    return f'"{folded[: _SHOWN - 1].rstrip()}…"' if cut else f'"{folded}"'


@_normalize.command()
def normalize(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILES...", help="- or nothing is standard input"),
    ] = None,
    *,
    output: Output = None,
    in_place: Annotated[
        bool, typer.Option("-i", "--in-place", help="write each document where it was")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="write nothing, list segments, exit 1 if any")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="write a unified diff instead")] = False,
    provenance: Annotated[
        str | None, typer.Option("--provenance", metavar="PATH", help="account of every change")
    ] = None,
    markers: Annotated[
        Markers | None, typer.Option("--markers", help="how translations are marked")
    ] = _DEFAULTS.markers,
    format_name: FormatName = _DEFAULTS.format,
    source: Source = _DEFAULTS.source,
    target: Target = _DEFAULTS.target,
    engine: EngineName = _DEFAULTS.engine,
    model: Model = _DEFAULTS.model,
    on_doubt: Annotated[
        OnDoubt, typer.Option("--on-doubt", help="when a translation fails its checks")
    ] = _DEFAULTS.on_doubt,
    min_confidence: Threshold = _DEFAULTS.min_confidence,
    quiet: Quiet = False,
    version: Version = False,
) -> None:
    """Translate what is in another language, and nothing else; account for every change.

    Exit: 0 done or clean, 1 --check found something, 2 usage, 3 any other error.
    """
    if not files and sys.stdin.isatty():
        _refuse("FILES...", "name a file, or - for standard input")
    files = files or [_STDIN]
    _refuse_contradictions(files, output, in_place=in_place, looks=check or diff)
    if in_place and (check or diff):
        _refuse("--in-place", "cannot be combined with --check or --diff, which write nothing")
    if provenance is not None:
        _refuse_provenance(provenance, files, output, looks=check or diff)
    options = Options(
        source=source,
        target=target,
        markers=markers,
        format=format_name,
        on_doubt=on_doubt,
        min_confidence=min_confidence,
        engine=engine,
        model=model,
    )
    task = _Task(_normalizer(options), output, in_place, check, diff, provenance, quiet)
    _each(files, task.run)


def _refuse_contradictions(
    files: Sequence[str], output: str | None, *, in_place: bool, looks: bool
) -> None:
    if output is not None and len(files) > 1:
        _refuse("--output", "takes one document; with several files use --in-place")
    if output is not None and (in_place or looks):
        _refuse("--output", "cannot be combined with --in-place, --check or --diff")
    if in_place and _STDIN in files:
        _refuse("--in-place", "standard input has no place; name a file")
    if len(files) > 1 and not (in_place or looks):
        _refuse("FILES...", "several files need --in-place, --check or --diff")
    if files.count(_STDIN) > 1:
        _refuse("FILES...", "standard input can be read only once")


def _refuse_provenance(
    provenance: str, files: Sequence[str], output: str | None, *, looks: bool
) -> None:
    if len(files) > 1:
        _refuse("--provenance", "is the account of one document; run once for each file")
    if looks:
        _refuse("--provenance", "cannot be combined with --check or --diff, which write nothing")
    if provenance == _STDIN:
        _refuse("--provenance", "standard output is for the document; name a file")
    documents = {os.path.realpath(p) for p in (*files, output) if p not in (None, _STDIN)}
    if os.path.realpath(provenance) in documents:
        _refuse("--provenance", "would replace the document; name another file")


@_onetongue.callback()
def onetongue(version: Version = False) -> None:
    """Look at what `normalize` sees and did, and take it back."""


@_onetongue.command()
def detect(
    files: Files,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON array (one file only)")] = False,
    format_name: FormatName = _DEFAULTS.format,
    source: Source = _DEFAULTS.source,
    target: Target = _DEFAULTS.target,
    min_confidence: Threshold = _DEFAULTS.min_confidence,
) -> None:
    """List what `normalize` would translate; writes nothing, needs no model."""
    if as_json and len(files) > 1:
        _refuse("--json", "takes one file")
    options = Options(
        source=source, target=target, format=format_name, min_confidence=min_confidence
    )
    normalizer = _normalizer(options)

    def show(file: str) -> bool:
        document = _open(normalizer, file)
        segments = normalizer.inspect(document).segments
        if as_json:
            found = json.dumps([_plain(s) for s in segments], ensure_ascii=False, indent=2)
            _out(f"{found}\n".encode())
            return False
        for where, segment in _located(_name(file), document.text, segments):
            confidence = f"{segment.evidence.confidence:.3f}"
            text = _shorten(segment.text)
            _out(f"{where}: {segment.language} {segment.kind} {confidence} {text}\n")
        return False

    _each(files, show)


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


@_onetongue.command()
def explain(
    file: OneFile,
    *,
    format_name: FormatName = _DEFAULTS.format,
    source: Source = _DEFAULTS.source,
    target: Target = _DEFAULTS.target,
    min_confidence: Threshold = _DEFAULTS.min_confidence,
) -> None:
    """Say of every candidate whether it would be translated, and why."""
    options = Options(
        source=source, target=target, format=format_name, min_confidence=min_confidence
    )
    normalizer = _normalizer(options)
    document = _open(normalizer, file)
    detection = normalizer.inspect(document)
    verdicts = [(s, "translate") for s in detection.segments]
    verdicts += [(s, "leave alone") for s in detection.left_alone]
    verdicts.sort(key=_start)
    located = _located(_name(file), document.text, [segment for segment, _ in verdicts])
    for (where, segment), (_, verdict) in zip(located, verdicts, strict=True):
        _out(_explanation(where, segment, verdict))
    if not verdicts:
        _say(f"{_name(file)}: no candidate")


def _start(judged: tuple[Segment, str]) -> int:
    return judged[0].span.start


def _explanation(where: str, segment: Segment, verdict: str) -> str:
    evidence = segment.evidence
    what = f"{segment.language} {segment.kind}"
    lines = [
        f"{where}: {verdict}: {what} {_shorten(segment.text)}",
        f"    confidence {evidence.confidence:.3f}: {evidence.reason}",
    ]
    if evidence.rule:
        lines.append(f"    layout: {evidence.rule}")
    if evidence.words:
        lines.append("    words: " + ", ".join(f"{w} {odds:+.1f}" for w, odds in evidence.words))
    return "\n".join(lines) + "\n"


@_onetongue.command()
def translate(
    file: OneFile = _STDIN,
    *,
    source: Source = _DEFAULTS.source,
    target: Target = _DEFAULTS.target,
    engine: EngineName = _DEFAULTS.engine,
    model: Model = _DEFAULTS.model,
) -> None:
    """Translate every line, all of it: the engine alone. Lines in, as many lines out."""
    from onetongue.formats import decode  # noqa: PLC0415 - see the top
    from onetongue.write import encode_text  # noqa: PLC0415 - see the top

    decoded = decode(_read(file), _name(file))
    lines = decoded.text.split("\n")
    full = [i for i, line in enumerate(lines) if line.strip(" \t\r\ufeff")]
    options = Options(source=source, target=target, engine=engine, model=model)
    texts = [lines[i].strip(" \t\r\ufeff") for i in full]
    translations = _normalizer(options).translate(texts) if full else ()
    for i, text, translation in zip(full, texts, translations, strict=True):
        before, after = lines[i].split(text, 1)
        lines[i] = before + " ".join(translation.splitlines()) + after
    _out(encode_text("\n".join(lines), decoded.encoding))


Account = Annotated[str, typer.Argument(metavar="PROVENANCE", help="what --provenance wrote")]
Normalized = Annotated[str, typer.Argument(metavar="OUTPUT", help="what normalize wrote")]


def _load(output: str, provenance: str) -> tuple[str, dict[str, object], str]:
    """The output's text, its account, and the encoding that the account names."""
    from onetongue.write import load_provenance, read_provenance  # noqa: PLC0415 - see the top

    account = load_provenance(_read(provenance), _name(provenance))
    encoding = read_provenance(account).encoding
    return _decode(output, encoding), account, encoding


def _decode(file: str, encoding: str) -> str:
    try:
        return _read(file).decode(encoding, "surrogatepass")
    except UnicodeDecodeError as err:
        raise InputError(
            f"{_name(file)}: byte offset {err.start}: not valid {encoding}, which the provenance "
            f"says it is; the file was changed, or belongs to another provenance"
        ) from err


@_onetongue.command()
def verify(
    output: Normalized,
    provenance: Account,
    *,
    source: Annotated[
        str | None, typer.Option("--source", metavar="FILE", help="compare with the original too")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Prove that nothing but the recorded changes was made, or exit 3."""
    from onetongue.write import verify_provenance  # noqa: PLC0415 - see the top

    text, account, encoding = _load(output, provenance)
    verify_provenance(text, account, None if source is None else _decode(source, encoding))
    if not quiet:
        _say(f"{_name(output)}: verified, only the recorded changes were made")


@_onetongue.command()
def revert(output: Normalized, provenance: Account, *, path: Output = None) -> None:
    """Give back the document as it was before `normalize`."""
    from onetongue.write import encode_text  # noqa: PLC0415 - see the top
    from onetongue.write import revert as take_back  # noqa: PLC0415 - see the top

    text, account, encoding = _load(output, provenance)
    _write(path, encode_text(take_back(text, account), encoding))


@_models.callback()
def models() -> None:
    """Translation models."""


@_models.command("path")
def models_path(*, source: Source = _DEFAULTS.source, target: Target = _DEFAULTS.target) -> None:
    """Print the folders searched for models, and the package that would be used."""
    from onetongue.translate.argos_home import places  # noqa: PLC0415 - see the top
    from onetongue.translate.packages import EMBEDDED, find  # noqa: PLC0415 - see the top

    for folder in (EMBEDDED, *places()):
        _out(f"searched: {folder}\n")
    for language in Options(source=source, target=target).languages:
        package = find(language, target)
        used = package.folder if package else "no package"
        _out(f"{language} to {target}: {used}\n")
