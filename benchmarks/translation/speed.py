"""How fast a document is translated, and how soon the first one: ratios, side by side in one run.

Run: python benchmarks/translation/speed.py [PACKAGE]

PACKAGE is a French to English .argosmodel file or its folder. Without one a model is built whose
weights are written by hand (tests/support/tiny_package.py): 6 + 6 layers, 512 wide, 2048 inside
the feed-forward networks, int8. That is the arithmetic of a published package and its output is
known, but it has one attention head where those have 8, and about 200 pieces where those have
32,000: the output projection costs less here than there. Its sentences are made of its dictionary.

1. Throughput: one document of different segments, each of one sentence, through
   `translate_segments` and `ArgosTranslator`; against `argostranslate.translate`, one segment a
   call with its own defaults, in a process of its own; and against nothing but CTranslate2: the
   very calls that ours made, again, on the same loaded model, the tokens prepared beforehand.
   MiniSBD, the sentence splitter of Argos, downloads a model; it is replaced by one that returns
   its text as one sentence. That costs nothing, which favours Argos.
2. Decoding: the same tokens through CTranslate2 in other ways.
3. Cold start: `normalize FILE` in a new process against a script of ten lines that is told the
   sentences and only translates them.
4. Short texts: Apertium, where it is installed, asked text by text and all at once, its programs
   started before; and how long until the first answer when they are not.

CTranslate2 splits a batch among threads by default. Where threads that wait for each other are
slower than one, Argos and the script suffer from it, so both also run with OMP_NUM_THREADS=1.

All ways of one table take turns; a figure is the median of the turns' ratios, for the cold start
the ratio of the medians.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
FLORES = ROOT / "benchmarks" / "detection" / "data" / "flores-dev.tsv"
SEGMENTS = 200
ROUNDS = 3
STARTS = 9  # a process starts in half a second, and no two starts take the same time
QUOTED = 6  # French sentences in the article
SHORT_TEXTS, SHORT_WORDS = 100, 7
AGAINST = (
    ("argos", "Argos, segment by segment", "≥ 4×"),
    ("argos, one", "the same with OMP_NUM_THREADS=1", ""),
    ("raw", "CTranslate2 alone", "≥ 0.9×"),
)
STARTED_AGAINST = (
    ("script", "a script of ten lines", "≤ 1.3×"),
    ("one", "the same with OMP_NUM_THREADS=1", ""),
)
USUAL: dict[str, str] = {}
ONE = {"OMP_NUM_THREADS": "1"}  # threads that wait for each other can be slower than one

# The built model's dictionary: as many words as make it 512 wide. Sentences follow `PATTERN`.
WORDS = {
    "article": "le:the un:a",
    "noun": """ministre:minister président:president gouvernement:government pays:country
        soldat:soldier marché:market village:hamlet médecin:doctor enfant:child homme:man
        chat:cat chien:dog journal:newspaper travail:work jour:day mois:month prix:price feu:fire
        roi:king frère:brother voisin:neighbour livre:book jardin:garden bureau:office
        quartier:district hôpital:hospital""",
    "adjective": """noir:black blanc:white petit:small nouveau:new vieux:old calme:quiet
        rapide:fast heureux:happy pauvre:poor riche:rich""",
    "verb": """regarde:watches attend:awaits quitte:leaves cherche:seeks trouve:finds donne:gives
        prend:takes voit:sees connaît:knows écoute:hears""",
    "preposition": """dans:in sur:on avec:with pour:for sans:without contre:against vers:towards
        après:after avant:before chez:near sous:under""",
}
PATTERN = ("article", "noun", "adjective", "verb", "article", "noun", "preposition")
PAIRS = {k: [pair.split(":") for pair in words.split()] for k, words in WORDS.items()}
DICTIONARY = {"Le": "The"} | {fr: en for pairs in PAIRS.values() for fr, en in pairs}

SCRIPT = """\
import sys
import ctranslate2
import sentencepiece
folder, file = sys.argv[1:]
sentences = open(file, encoding="utf-8").read().splitlines()
translator = ctranslate2.Translator(folder + "/model")
tokenizer = sentencepiece.SentencePieceProcessor(model_file=folder + "/sentencepiece.model")
tokens = tokenizer.encode(sentences, out_type=str)
for result in translator.translate_batch(tokens, max_batch_size=2048, batch_type="tokens"):
    print(tokenizer.decode(result.hypotheses[0]))
"""
NORMALIZE = "from onetongue.cli import normalize_main; normalize_main()"

Way = Callable[[], float]  # does the work, gives the seconds it took


class Material(NamedTuple):
    """A model and what it translates; `expected` is empty where the output is not known.

    `holder` keeps the folder of an unpacked archive alive.
    """

    package: Path
    segments: tuple[str, ...]
    expected: tuple[str, ...]
    english: tuple[str, ...]
    holder: object = None


class Call(NamedTuple):
    """One call of CTranslate2, as ours made it."""

    tokens: list[list[str]]
    options: dict[str, Any]


class Recorder:
    """A `ctranslate2.Translator` that keeps how it was loaded, and every call."""

    def __init__(self, loaded: Any, settings: dict[str, Any]) -> None:
        self.loaded = loaded
        self.settings = settings
        self.calls: list[Call] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.loaded, name)

    def translate_batch(self, tokens: list[list[str]], **options: Any) -> Any:
        """Translate, and keep what was asked."""
        self.calls.append(Call(tokens, options))
        return self.loaded.translate_batch(tokens, **options)


def material(given: str | None, folder: Path) -> Material:
    """The package given, with sentences of FLORES; or one built in `folder`, with its own."""
    from onetongue.engines.packages import open_package
    from onetongue.language.sentences import split

    pairs = [pair for pair in _flores() if len(split(pair[1])) == 1]
    french = [pair[1].strip() for pair in pairs[:SEGMENTS]]
    english = tuple(pair[0].strip() for pair in pairs[SEGMENTS : SEGMENTS + 3 * QUOTED])
    if given is None:
        segments, expected = zip(*(_made(line, Random(line)) for line in french), strict=True)
        return Material(_built(folder), segments, expected, english)
    package = open_package(Path(given), "fr", "en")
    return Material(package.folder, tuple(french), (), english, package.holder)


def _flores() -> list[list[str]]:
    """English and French, shuffled."""
    lines = [line for line in FLORES.read_text(encoding="utf-8").split("\n") if line[:1] != "#"]
    pairs = [line.split("\t") for line in lines if line]
    Random(0).shuffle(pairs)
    return pairs


def _made(sentence: str, random: Random) -> tuple[str, str]:
    """As many words as the sentence has, of the dictionary, and what the model makes of them."""
    kinds = [PATTERN[i % len(PATTERN)] for i in range(1, len(sentence.split()))]
    words = ["Le", *(random.choice(PAIRS[kind])[0] for kind in kinds)]
    return " ".join(words) + ".", " ".join(DICTIONARY[word] for word in words) + "."


def _built(folder: Path) -> Path:
    sys.path.insert(0, str(ROOT / "tests"))
    from support.tiny_package import build

    return build(
        folder / "translate-fr_en-1_0",
        dictionary=DICTIONARY,
        sharpness=1.0,
        layers=(6, 6),
        hidden=2048,
        from_name="French",
        to_name="English",
    )


def seconds(ways: Mapping[str, Way], rounds: int) -> dict[str, list[float]]:
    """What each way took in each round; they take turns, after one that does not count."""
    for way in ways.values():
        way()
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            time.sleep(0.3)  # until the threads of the last way have stopped waiting for work
            taken[name].append(way())
    return taken


def ratio(others: Sequence[float], ours: Sequence[float]) -> float:
    """The median over the rounds of how often ours goes into the other."""
    return statistics.median(a / b for a, b in zip(others, ours, strict=True))


def throughput(known: Material, folder: Path) -> tuple[dict[str, list[float]], Recorder]:
    """Seconds for the document, and the translator with the calls that ours made for it."""
    import ctranslate2

    from onetongue.engines.argos import ArgosTranslator
    from onetongue.engines.packages import read
    from onetongue.translate import Oracle, translate_segments

    load = ctranslate2.Translator
    recorders: list[Recorder] = []

    def record(*arguments: Any, **settings: Any) -> Recorder:
        recorders.append(Recorder(load(*arguments, **settings), settings))
        return recorders[-1]

    engine = ArgosTranslator(read(known.package))
    with patch("ctranslate2.Translator", record):
        engine.load()
    (recorder,) = recorders

    def ours() -> float:
        recorder.calls.clear()
        start = time.perf_counter()
        made = translate_segments(known.segments, Oracle(engine))
        taken = time.perf_counter() - start
        _expect(known, [one.text for one in made])
        return taken

    with argos(known, folder / "usual") as theirs, argos(known, folder / "one", ONE) as alone:
        ways: dict[str, Way] = {
            "ours": ours,
            "raw": lambda: replay(recorder.loaded, recorder.calls),
        }
        return seconds(ways | {"argos": theirs, "argos, one": alone}, ROUNDS), recorder


def replay(translator: Any, calls: Sequence[Call], **other: Any) -> float:
    """Make the calls again, with some options changed; gives the seconds."""
    start = time.perf_counter()
    for tokens, options in calls:
        translator.translate_batch(tokens, **(options | other))
    return time.perf_counter() - start


@contextmanager
def argos(known: Material, folder: Path, environment: Mapping[str, str] = USUAL) -> Iterator[Way]:
    """Argos in a process of its own, with nothing installed but the package."""
    (folder / "packages").mkdir(parents=True)
    (folder / "packages" / known.package.name).symlink_to(known.package.resolve())
    homes = {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CONFIG", "CACHE")}
    defaults = {k: v for k, v in os.environ.items() if not k.startswith(("ARGOS_", "SNAP"))}
    with subprocess.Popen(
        [sys.executable, __file__, "--serve-argos"],
        env={**defaults, **homes, **environment, "ARGOS_PACKAGES_DIR": str(folder / "packages")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def way() -> float:
            if process.stdin is None or process.stdout is None:
                raise SystemExit("Argos has no pipes")
            process.stdin.write(json.dumps(known.segments) + "\n")
            process.stdin.flush()
            taken, made = json.loads(process.stdout.readline() or "[0, []]")
            if len(made) != len(known.segments):
                raise SystemExit("Argos ended early; what it said stands above")
            _expect(known, made)
            return float(taken)

        yield way
        process.communicate()


def serve_argos() -> None:
    """Translate every line, a JSON list of segments; answer with the seconds and the texts."""
    from argostranslate import translate

    class OneSentence:
        def split_sentences(self, text: str) -> list[str]:
            return [text]

    translation = translate.get_translation_from_codes("fr", "en")
    translation.underlying.sentencizer = OneSentence()
    for line in sys.stdin:
        segments = json.loads(line)
        start = time.perf_counter()
        made = [translate.translate(segment, "fr", "en") for segment in segments]
        print(json.dumps([time.perf_counter() - start, made]), flush=True)


def _expect(known: Material, made: Sequence[str]) -> None:
    if known.expected and known.expected != tuple(made):
        wrong = next(pair for pair in zip(known.expected, made, strict=True) if len({*pair}) > 1)
        raise SystemExit(f"the built model says {wrong[0]!r}, not {wrong[1]!r}")


def decodings(package: Path, recorder: Recorder) -> dict[str, float]:
    """How fast each way of decoding is, where ours is 1."""
    import ctranslate2

    from onetongue.engines.processor import cores

    calls, count = recorder.calls, cores()

    def load(**other: Any) -> Any:
        return ctranslate2.Translator(str(package / "model"), **(recorder.settings | other))

    def with_options(**options: Any) -> Way:
        return lambda: replay(usual, calls, **options)

    def loaded(translator: Any) -> Way:
        return lambda: replay(translator, calls)

    usual = load()
    ways = {f"as ours: {_described(recorder)}": with_options()}
    ways |= {f"beam {size}": with_options(beam_size=size) for size in (1, 2, 4)}
    for kind, sizes in (("examples", (16, 32, 64, 128)), ("tokens", (512, 1024, 2048, 4096))):
        named = "sentences" if kind == "examples" else kind
        for size in sizes:
            ways[f"{size} {named}"] = with_options(max_batch_size=size, batch_type=kind)
    ways["1 thread"] = loaded(load(inter_threads=1, intra_threads=1))
    ways[f"1 batch at a time, {count} threads"] = loaded(load(inter_threads=1, intra_threads=count))
    several = load(inter_threads=count, intra_threads=1)
    for size in (512, 1024, 2048):
        ways[f"{count} batches of {size} tokens at a time, 1 thread each"] = partial(
            replay, several, calls, max_batch_size=size, batch_type="tokens"
        )
    for kind in ("int8", "float32"):
        ways[kind] = loaded(load(compute_type=kind))
    taken = seconds(ways, ROUNDS)
    ours = next(iter(taken.values()))
    return {name: ratio(ours, times) for name, times in taken.items()}


def _described(recorder: Recorder) -> str:
    options, settings = recorder.calls[0].options, recorder.settings
    return (
        f"beam {options['beam_size']}, {options['max_batch_size']} {options['batch_type']}, "
        f"{settings['inter_threads']} × {settings['intra_threads']} threads"
    )


def cold_start(known: Material, folder: Path) -> tuple[dict[str, list[float]], int]:
    """Seconds of both commands, and how many sentences they translate."""
    from onetongue import detect
    from onetongue.language.sentences import split

    quotes = iter(known.segments[:QUOTED])
    article = "\n\n".join(
        f"{line}\n\nThe answer was: “{next(quotes)}”" if i % 3 == 0 else line
        for i, line in enumerate(known.english)
    )
    pieces = [piece for segment in detect(article) for piece in split(segment.text)]
    sentences = [piece.sentence for piece in pieces if piece.sentence]
    (folder / "article.txt").write_text(article, encoding="utf-8")
    (folder / "sentences.txt").write_text("\n".join(sentences), encoding="utf-8")
    (folder / "script.py").write_text(SCRIPT, encoding="utf-8")
    model = str(known.package)
    ours = ["-c", NORMALIZE, str(folder / "article.txt"), "--model", model, "--engine", "argos"]
    script = [str(folder / "script.py"), model, str(folder / "sentences.txt")]
    ways = {"ours": started(ours), "script": started(script), "one": started(script, ONE)}
    return seconds(ways, STARTS), len(sentences)


def started(arguments: Sequence[str], environment: Mapping[str, str] = USUAL) -> Way:
    """A new Python process, from its start to its end."""

    def way() -> float:
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, *arguments],
            check=True,
            capture_output=True,
            env={**os.environ, **environment},
        )
        return time.perf_counter() - start

    return way


def short_texts() -> dict[str, list[float]] | None:
    """Seconds of Apertium for short texts; None where it is not installed."""
    from onetongue.engines.apertium import ApertiumTranslator, find_route

    route = find_route("fr", "en")
    if route is None:
        return None
    engine = ApertiumTranslator(route, "fr", "en")
    texts = [" ".join(pair[1].split()[:SHORT_WORDS]) for pair in _flores()[:SHORT_TEXTS]]

    def timed(*batches: Sequence[str]) -> float:
        start = time.perf_counter()
        for batch in batches:
            engine.translate(batch)
        return time.perf_counter() - start

    def first() -> float:
        engine.close()
        return timed(texts[:1])

    ways: dict[str, Way] = {
        "one by one": partial(timed, *([text] for text in texts)),
        "the first one, programs started for it": first,
        "batch": partial(timed, texts),
    }
    taken = seconds(ways, ROUNDS)
    engine.close()
    return taken


def report(known: Material, folder: Path) -> Iterator[str]:
    """The lines of the four tables."""
    taken, recorder = throughput(known, folder)
    tokens = sum(len(sentence) for call in recorder.calls for sentence in call.tokens)
    yield f"### throughput: {len(known.segments)} segments, {tokens:,} tokens\n"
    yield "| ours against | ours is faster by | target |\n| --- | --- | --- |"
    for name, what, target in AGAINST:
        yield f"| {what} | {ratio(taken[name], taken['ours']):.2f}× | {target} |"
    yield "\n### decoding: the same tokens\n\n| | relative speed |\n| --- | --- |"
    for what, speed in decodings(known.package, recorder).items():
        yield f"| {what} | {speed:.2f} |"
    both, sentences = cold_start(known, folder)
    yield f"\n### cold start: an article with {sentences} sentences to translate\n"
    yield "| `normalize` against | takes | more by | target |\n| --- | --- | --- | --- |"
    ours = statistics.median(both["ours"])
    for name, what, target in STARTED_AGAINST:
        theirs = statistics.median(both[name])
        yield f"| {what} | {ours / theirs:.2f}× | {1000 * (ours - theirs):.0f} ms | {target} |"
    if short := short_texts():
        yield f"\n### Apertium: {SHORT_TEXTS} texts of {SHORT_WORDS} words\n"
        yield "| against one batch of all | takes | target |\n| --- | --- | --- |"
        batch = short.pop("batch")
        for (name, times), target in zip(short.items(), ("≤ 2×", ""), strict=True):
            yield f"| {name} | {ratio(times, batch):.2f}× | {target} |"


def header(given: str | None) -> str:
    """What the figures below stand for."""
    from onetongue.engines.processor import cores

    model = (
        given
        or "**built, not trained**: 6 + 6 layers of 512, 2048 inside, int8, the arithmetic of a "
        "published package; but one attention head and about 200 pieces, so that the output "
        "projection costs less than a real one's"
    )
    return (
        f"Model: {model}.\nArgos: its own defaults (beam 4), told that a segment is one sentence, "
        "which costs it nothing and favours it.\nMedians of ratios; all ways of a table take turns. "
        f"{cores()} cores; load before the run {os.getloadavg()[0]:.1f}, which should be near 0.\n"
    )


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument(
        "package", nargs="?", metavar="PACKAGE", help=".argosmodel file or its folder"
    )
    arguments.add_argument("--serve-argos", action="store_true", help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.serve_argos:
        serve_argos()
        return
    with TemporaryDirectory() as temporary:
        known = material(chosen.package, Path(temporary))
        print(header(chosen.package))
        for line in report(known, Path(temporary)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
