"""The programs of a mode are kept alive, and answer what one call each would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from support.fake_apertium import ROW, FakeApertium
from support.processes import all_end, changing, numbers, running, soon

from onetongue.engines.apertium import ApertiumTranslator
from onetongue.engines.apertium_mode import Mode, Reply
from onetongue.errors import TranslationError

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="nothing is kept alive elsewhere")


@pytest.fixture
def mode(fake: FakeApertium) -> Iterator[Mode]:
    mode = Mode("fr-en")
    yield mode
    mode.close()
    assert running(fake.processes) == running(fake.calls) == set()


TEXTS = ["le chat", "un inconnu", "[a] ^b/c$ {d} <e> \\ @ ~", "été  😀", "10 $", "x" * 70_000, "~"]
ANSWERS = [Reply(text.replace("inconnu", "*inconnu"), text) for text in TEXTS]


def test_one_by_one_as_in_one_batch_and_started_once(mode: Mode, fake: FakeApertium) -> None:
    assert [mode.translate([text])[0] for text in TEXTS] == ANSWERS
    assert mode.translate(TEXTS) == ANSWERS
    assert mode.translate([]) == []
    assert numbers(fake.calls) == set()
    assert len(numbers(fake.processes)) == 4, "two, and the last with marks and without"


@pytest.mark.parametrize("row", [f"{ROW} | vislcg3 -z", None])
def test_with_a_program_that_is_not_known_apertium_is_called(
    row: str | None, mode: Mode, fake: FakeApertium
) -> None:
    if row is None:
        (fake.modes / "fr-en.mode").unlink()
    else:
        fake.mode(row)
    texts = [text for text in TEXTS if text != "~"]
    assert mode.translate(texts) == [Reply(text, text) for text in texts]
    assert len(numbers(fake.calls)) == 2
    assert numbers(fake.processes) == set()


def test_threads_share_the_programs(mode: Mode, fake: FakeApertium) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda text: mode.translate([text])[0], TEXTS * 20))
    assert made == ANSWERS * 20
    assert len(running(fake.processes)) == 4


def test_closed_it_starts_again(mode: Mode, fake: FakeApertium) -> None:
    mode.close()
    for _ in range(2):
        assert mode.translate(TEXTS) == ANSWERS
        mode.close()
        assert running(fake.processes) == set()
    assert len(numbers(fake.processes)) == 8


def test_what_is_killed_is_started_again(mode: Mode, fake: FakeApertium) -> None:
    assert mode.translate(TEXTS) == ANSWERS
    for number in numbers(fake.processes):
        os.kill(number, signal.SIGKILL)
    assert mode.translate(TEXTS) == ANSWERS


def test_programs_that_fail(mode: Mode, fake: FakeApertium) -> None:
    fake.program("apertium-tagger", "echo no such file >&2; exit 1")
    with pytest.raises(TranslationError, match=r"^apertium fr-en: ended .*\(no such file\)"):
        mode.translate(["le chat"])
    (fake.bin / "apertium-tagger").unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "onetongue.engines.apertium_mode.environment", lambda: {"PATH": str(fake.bin)}
        )
        with pytest.raises(TranslationError, match=r"^apertium fr-en: cannot be started"):
            Mode("fr-en").translate(["le chat"])


def test_a_call_that_says_nothing_is_an_error(mode: Mode, fake: FakeApertium) -> None:
    (fake.modes / "fr-en.mode").unlink()
    fake.program("apertium", "cat > /dev/null")
    with pytest.raises(TranslationError, match=r"^apertium fr-en: answered nothing; install"):
        mode.translate(["le chat"])


OURS = """
import sys
from onetongue.engines.apertium import ApertiumTranslator
engine = ApertiumTranslator(("fr-en",), "fr", "en")
engine.translate(["le chat"])
engine.translate(["hang"])
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_all_end_with_us_in_the_middle_of_a_translation(
    number: signal.Signals, fake: FakeApertium
) -> None:
    # Passes on what comes first, and hangs with a child of its own at the next.
    hang = changing(
        f"open('{fake.bin}/' + str(b'hang' in piece), 'w'); time.sleep(600 * (b'hang' in piece))"
    )
    fake.program(
        "apertium-tagger", f"sleep 600 & echo > {fake.processes}/$!; {hang}", fake.processes
    )
    ours = subprocess.Popen([sys.executable, "-c", OURS], stderr=subprocess.DEVNULL)
    assert soon((fake.bin / "True").exists)
    ours.send_signal(number)
    assert ours.wait(20) != 0
    assert all_end(fake.processes)


def test_the_translator_closes_its_modes(fake: FakeApertium) -> None:
    fake.mode(ROW, "en-xx")
    engine = ApertiumTranslator(("fr-en", "en-xx"), "fr", "xx")
    assert [one.confidence for one in engine.translate(["le chat", "un inconnu"])] == [1.0, 0.5]
    assert len(running(fake.processes)) == 8
    engine.close()
    assert running(fake.processes) == set()
    assert engine.translate(["le chat"])[0].text == "le chat"
    del engine
    assert all_end(fake.processes)
