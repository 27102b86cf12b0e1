"""Programs in a row answer text by text, whatever happens to them, and never for another text."""

from __future__ import annotations

import gc
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from support.command import python
from support.processes import all_end, changing, noted, numbers, running, starts

from onetongue.engines.pipeline import Pipeline
from onetongue.errors import TranslationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes are waited for as on POSIX")

AMPLE = 60.0  # seconds, for what answers at once
SHORT = 0.3  # seconds, for what never answers
UPPER = changing("piece = piece.upper()")


class Made:
    """Pipelines of shell scripts, whose processes are noted in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: list[Pipeline] = []

    def __call__(self, *scripts: str) -> Pipeline:
        commands = [noted(self.folder, script) for script in scripts]
        self.made.append(Pipeline("fr-en", commands, os.environ))
        return self.made[-1]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    folder = tmp_path / "processes"
    folder.mkdir()
    made = Made(folder)
    yield made
    for pipeline in made.made:
        pipeline.close()
    assert not numbers(folder) or all_end(folder)


def test_answers_one_after_the_other(made: Made) -> None:
    pipeline = made("exec cat", UPPER, "exec cat")
    texts = [b"", b" ", b"un chat", b"[1]", b"[2]", b"deux\n\nlignes", b"x" * 70_000, "é".encode()]
    assert [pipeline.ask(text, AMPLE) for text in texts * 3] == [t.upper() for t in texts] * 3
    assert len(numbers(made.folder)) == 3, "started once"


def test_a_text_longer_than_all_pipes_hold(made: Made) -> None:
    long = b"un chat " * 250_000
    assert made("exec cat", UPPER, "exec cat").ask(long, AMPLE) == long.upper()


def test_threads_each_get_their_own_answer(made: Made) -> None:
    pipeline = made("exec cat", UPPER)
    texts = [b"chat %d" % n for n in range(200)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda text: pipeline.ask(text, AMPLE), texts))
    assert answers == [text.upper() for text in texts]
    assert len(numbers(made.folder)) == 2


def test_nothing_runs_before_the_first_question_nor_after_close(made: Made) -> None:
    pipeline = made("exec cat")
    assert numbers(made.folder) == set()
    pipeline.close()
    assert pipeline.ask(b"un", AMPLE) == b"un"
    assert len(running(made.folder)) == 1
    pipeline.close()
    pipeline.close()
    assert running(made.folder) == set()
    assert pipeline.ask(b"deux", AMPLE) == b"deux"


def test_what_nobody_uses_any_more_ends(made: Made) -> None:
    made("exec cat").ask(b"un", AMPLE)
    made.made.clear()
    gc.collect()
    assert all_end(made.folder)


@pytest.mark.parametrize("dead", [0, 1, 2])
def test_what_died_between_two_questions_is_started_again(dead: int, made: Made) -> None:
    pipeline = made("exec cat", "exec cat", "exec cat")
    assert pipeline.ask(b"un", AMPLE) == b"un"
    os.kill(sorted(numbers(made.folder))[dead], signal.SIGKILL)
    assert pipeline.ask(b"deux", AMPLE) == b"deux"
    assert len(running(made.folder)) == 3


def test_what_dies_once_is_asked_again(made: Made) -> None:
    die = "if b'x' in piece and not os.path.exists(f'{MARK}'): open(f'{MARK}', 'w'); sys.exit(3)"
    pipeline = made("exec cat", changing(die.replace("{MARK}", f"{made.folder}/died")), UPPER)
    assert [pipeline.ask(text, AMPLE) for text in (b"a", b"x", b"b")] == [b"A", b"X", b"B"]
    assert len(running(made.folder)) == 3


FAILING = [
    ("echo broken rules >&2; exit 3", r"ended without an answer \(broken rules\); install"),
    ("head -c 1; echo half >&2", r"ended without an answer \(half\); install it again"),
    ("exit 0", r"ended without an answer \(nor a word why\)"),
    ("exec cat > /dev/null", "ended without an answer"),
    ("sleep 600", "no answer within 0.3 s; try again"),
    ("sh -c 'sleep 600'; true", "no answer within 0.3 s"),
    ("cat > /dev/null; sleep 600", "no answer within 0.3 s"),
    (changing("piece = piece.replace(b'\\0', b'\\0\\0')"), "something that was not asked"),
    (changing("piece = piece.replace(b'1', b'2')"), "something that was not asked"),
    ("echo no file >&2; printf 'un\\0[1]\\0\\0'", r"\(no file\); install it again"),
    (changing("piece = b'un[1]\\0' + piece"), "something that was not asked"),
]


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(("script", "message"), FAILING)
def test_no_answer_is_an_error_and_leaves_nothing(
    script: str, message: str, place: int, made: Made
) -> None:
    scripts = ["exec cat", "exec cat"]
    scripts.insert(place, script)
    with pytest.raises(TranslationError, match=f"^fr-en: .*{message}"):
        made(*scripts).ask(b"un chat 1", SHORT if "0.3" in message else AMPLE)
    assert starts(made.folder, 2)
    assert all_end(made.folder)


def test_after_an_error_the_next_text_is_answered(made: Made) -> None:
    pipeline = made(changing("time.sleep(600 * (b'hang' in piece))"), UPPER)
    assert pipeline.ask(b"un", AMPLE) == b"UN"
    with pytest.raises(TranslationError, match="no answer"):
        pipeline.ask(b"hang", SHORT)
    assert running(made.folder) == set()
    assert pipeline.ask(b"deux", AMPLE) == b"DEUX"


def test_a_program_that_is_not_there() -> None:
    for commands in ([["/absent"]], [["cat"], ["/absent"]], [["cat"], ["/absent"], ["cat"]]):
        with pytest.raises(TranslationError, match=r"^fr-en: cannot be started \(.*/absent"):
            Pipeline("fr-en", commands, os.environ).ask(b"un", AMPLE)


def test_what_is_said_on_standard_error_stops_nothing(made: Made) -> None:
    pipeline = made(changing("sys.stderr.write('w' * 300_000); sys.stderr.flush()"), "exec cat")
    assert [pipeline.ask(b"un", AMPLE) for _ in range(3)] == [b"un"] * 3


def test_an_interrupt_leaves_no_answer_to_the_next_question(made: Made) -> None:
    pipeline = made(changing("time.sleep(600 * (b'hang' in piece))"))
    assert pipeline.ask(b"un", AMPLE) == b"un"

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, SHORT)
        with pytest.raises(KeyboardInterrupt):
            pipeline.ask(b"hang", AMPLE)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert running(made.folder) == set()
    assert pipeline.ask(b"deux", AMPLE) == b"deux"


def test_closing_waits_for_the_answer(made: Made) -> None:
    pipeline = made(changing("time.sleep(0.3)"))
    pipeline.ask(b"un", AMPLE)
    answers: list[bytes] = []
    thread = threading.Thread(target=lambda: answers.append(pipeline.ask(b"deux", AMPLE)))
    thread.start()
    pipeline.close()
    thread.join()
    assert answers == [b"deux"]


OURS = """
import os, signal, sys, threading, time
from onetongue.engines.pipeline import Pipeline
folder = sys.argv[1]
pipeline = Pipeline("fr-en", [["/bin/sh", "-c", f"echo > {folder}/$$; exec cat"]] * 2, os.environ)
assert pipeline.ask(b"un", 60) == b"un"
"""


def test_a_forked_child_starts_its_own_even_while_a_thread_is_asking(made: Made) -> None:
    code = """
stopped = threading.Event()
def ask():
    while not stopped.is_set():
        assert pipeline.ask(b"x" * 1000, 60) == b"x" * 1000
threads = [threading.Thread(target=ask, daemon=True) for _ in range(3)]
for thread in threads:
    thread.start()
for _ in range(5):
    child = os.fork()
    if child == 0:
        signal.alarm(60)  # a lock that a thread of the parent holds would be held for ever
        assert pipeline.ask(b"child", 60) == b"child"
        pipeline.close()
        os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
stopped.set()
for thread in threads:
    thread.join()
assert pipeline.ask(b"deux", 60) == b"deux"
print(len(os.listdir(folder)))
"""
    ran = python("import warnings; warnings.simplefilter('ignore')" + OURS + code, str(made.folder))
    assert ran.err == ""
    assert ran.text == "12\n", "two for the parent and two for each child"
    assert all_end(made.folder)


def test_a_forked_child_holds_nothing_that_the_programs_wait_for(made: Made) -> None:
    code = """
child = os.fork()
if child == 0:
    sys.exit()
assert os.waitpid(child, 0)[1] == 0
assert pipeline.ask(b"deux", 60) == b"deux"
print(len(os.listdir(folder)))
child = os.fork()
if child == 0:
    os.closerange(0, 3)  # what the test reads
    time.sleep(600)
print(child)
sys.stdout.flush()
os._exit(0)
"""
    ran = python(OURS + code, str(made.folder))
    count, child = ran.text.split()
    assert (count, ran.err) == ("2", "")
    assert all_end(made.folder)
    os.kill(int(child), signal.SIGKILL)  # lived on
