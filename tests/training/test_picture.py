"""The picture of a run, from a made-up log of three commands."""

from __future__ import annotations

import doctest
import sys
from pathlib import Path

import pytest
from lxml import etree
from support.command import spawn

import picture
from picture import Losses, Point, draw, point, read, ticks

PICTURE = Path(__file__).parents[2] / "training" / "picture.py"
NAMES = {"svg": "http://www.w3.org/2000/svg"}
LOG = """\
12.0 M parameters on cpu after 1.6 s
step 50 epoch 0 minute 1.50 loss 3.1266 pieces/s 5262 steps/s 0.5 filled 0.83
step 100 epoch 0 minute 3.00 loss 3.0266 pieces/s 5262 steps/s 0.5 filled 0.83
checkpoint, held-out loss 2.1712
step 130 epoch 0 minute 4.00 loss 3.0000 pieces/s 5262 steps/s 0.5 filled 0.83
run/weights: 2 parts, 24.0 MB
held-out loss 2.1012
40 held-out lines, greedy: 28.00 BLEU, 50.00 chrF
  Une perte
  -> held-out loss 9.0
goes on at step 130, after 4.0 minutes
12.0 M parameters on cpu after 1.6 s
step 150 epoch 0 minute 0.50 loss 2.9000 pieces/s 5262 steps/s 0.5 filled 0.83
held-out loss 2.0000
goes on at step 100, after 3.0 minutes
step 150 epoch 0 minute 1.00 loss 2.8000 pieces/s 5262 steps/s 0.5 filled 0.83
held-out loss 1.9000
"""
TRAINING = [
    Point(101.5, 3.1266),
    Point(103.0, 3.0266),
    Point(104.0, 3.0),
    Point(104.5, 2.9),
    Point(104.0, 2.8),
]
HELD_OUT = [Point(103.0, 2.1712), Point(104.0, 2.1012), Point(104.5, 2.0), Point(104.0, 1.9)]


def polylines(svg: str, name: str) -> list[list[tuple[float, ...]]]:
    """The lines with this class inside the frame, pixel by pixel."""
    found = etree.fromstring(svg.encode()).xpath(
        "//svg:polyline[@class=$name]/@points", namespaces=NAMES, name=name
    )
    legs = [[tuple(map(float, pair.split(","))) for pair in line.split()] for line in found]
    return legs[1:]  # the first says what the colour means


def texts(svg: str) -> list[str]:
    return [one.text for one in etree.fromstring(svg.encode()).iterfind(".//svg:text", NAMES)]


def test_minutes_are_summed_over_the_commands() -> None:
    assert read(LOG.splitlines(), before=100.0) == Losses(TRAINING, HELD_OUT)


def test_a_line_for_every_leg() -> None:
    svg = draw(Losses(TRAINING, HELD_OUT))
    assert [len(leg) for leg in polylines(svg, "training")] == [4, 1]
    held_out = polylines(svg, "held-out")
    assert [len(leg) for leg in held_out] == [3, 1]
    assert held_out[0] == sorted(held_out[0])  # to the right, and
    assert [top for _, top in held_out[0]] == sorted(top for _, top in held_out[0])  # down
    assert held_out[1][0][0] == held_out[0][1][0]  # the same minute


def test_everything_is_inside_the_frame_and_named() -> None:
    svg = draw(Losses(TRAINING, [Point(0.0, 6.07), *HELD_OUT]))
    for left, top in [one for leg in polylines(svg, "training") for one in leg]:
        assert 56 <= left <= 776
        assert 64 < top < 368
    found = texts(svg)
    assert {"minutes of training", "held-out pairs", "training", "Loss a piece"} <= set(found)
    assert {"0", "20", "100", "2", "6"} <= set(found)
    assert found[-1] == "1.90"  # the last loss
    assert "prefers-color-scheme: dark" in svg


@pytest.mark.parametrize(
    "losses",
    [
        Losses([Point(0.0, 3.0)], []),
        Losses([], [Point(0.0, 3.0), Point(0.0, 3.0)]),
        Losses([], [Point(1e4, 0.001)]),
    ],
)
def test_one_loss_is_enough(losses: Losses) -> None:
    assert "nan" not in draw(losses)


def test_numbers_of_an_axis() -> None:
    assert ticks(0.0, 60_000.0)[:2] == [0.0, 10_000.0]
    assert len(ticks(1.61, 1.64)) > 3
    assert "10,000" in texts(draw(Losses([], [Point(6e4, 2.0)])))


def test_the_command(tmp_path: Path) -> None:
    logs = tmp_path / "one", tmp_path / "other"
    first, second = LOG.split("goes on at step 100")
    logs[0].write_text(first)
    logs[1].write_text(f"goes on at step 100{second}")
    out = tmp_path / "loss.svg"
    options = ["--before", "100", "--known", "16:6.07", "46:3.11", "--out", str(out)]
    assert spawn(sys.executable, *map(str, [PICTURE, *logs]), *options).code == 0
    known = [point("16:6.07"), point("46:3.11")]
    assert out.read_text() == draw(Losses(TRAINING, [*known, *HELD_OUT]))


def test_a_log_without_losses_is_refused(tmp_path: Path) -> None:
    log, out = tmp_path / "log", tmp_path / "loss.svg"
    log.write_text("12.0 M parameters on cpu after 1.6 s\n")
    for one, said in ((log, "no losses"), (tmp_path / "none", "No such file")):
        ran = spawn(sys.executable, *map(str, [PICTURE, one, "--out", out]))
        assert (ran.code, said in ran.err, ran.out) == (1, True, b"")
    assert not out.exists()


def test_examples() -> None:
    failed, tried = doctest.testmod(picture)
    assert (failed, tried > 0) == (0, True)
