"""The processor: what is told to be used, and what can be read of it."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

import pytest

from onetongue.engines.processor import cores, instruction_set

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True, params=["AMD64", "x86_64"])
def x86(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """What this processor is called, which depends on the system."""
    name: str = request.param
    monkeypatch.delenv("CT2_FORCE_CPU_ISA", raising=False)
    monkeypatch.setattr(platform, "machine", lambda: name)
    return name


@pytest.mark.parametrize(
    ("cpuinfo", "expected"),
    [
        ("", "GENERIC"),
        ("processor : 0\nflags\t\t: sse\n", "GENERIC"),
        ("flags : sse2 avx512f avx512bw", "GENERIC"),  # AVX512 only with all three
        ("flags : avx2x xavx", "GENERIC"),
        ("bugs : avx avx2", "GENERIC"),
        ("model\t: 1\nflags\t\t: sse2 avx\nbugs : avx2", "AVX"),
        ("flags : avx2 avx", "AVX2"),
        ("flags : avx avx2 avx512f avx512bw avx512vl", "AVX512"),
    ],
)
def test_flags(tmp_path: Path, cpuinfo: str, expected: str) -> None:
    path = tmp_path / "cpuinfo"
    path.write_text(cpuinfo)
    assert instruction_set(path) == expected


def test_what_cannot_be_read_is_the_machine(tmp_path: Path, x86: str) -> None:
    assert instruction_set(tmp_path / "none") == x86


def test_what_is_forced_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CT2_FORCE_CPU_ISA", "avx2")
    assert instruction_set(tmp_path / "none") == "AVX2"
    (tmp_path / "cpuinfo").write_text("flags : avx")
    monkeypatch.setenv("CT2_FORCE_CPU_ISA", "generic")
    assert instruction_set(tmp_path / "cpuinfo") == "GENERIC"


def test_another_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cpuinfo"
    path.write_text("flags : avx")
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    assert instruction_set(path) == "arm64"


def test_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cores() >= 1
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1, 5, 6}, raising=False)
    assert cores() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert cores() == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert cores() == 1
