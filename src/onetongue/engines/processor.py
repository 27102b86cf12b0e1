"""The processor a model runs on.

Responsible for: how many cores this process may use, and the name of the instruction set
CTranslate2 picks its kernels for (int8 results differ between them).
Not responsible for: choosing either; both are the system's and CTranslate2's decisions.
"""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path

_CPUINFO = Path("/proc/cpuinfo")
# CTranslate2's own order of preference, with the flags each needs (its src/cpu/cpu_isa.cc).
_X86 = (("AVX512", {"avx512f", "avx512bw", "avx512vl"}), ("AVX2", {"avx2"}), ("AVX", {"avx"}))


def cores() -> int:
    """Count the cores this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def instruction_set(cpuinfo: Path = _CPUINFO) -> str:
    """Name the instruction set CTranslate2 uses: AVX512, AVX2, AVX, GENERIC or the machine's name.

    CT2_FORCE_CPU_ISA wins, as it does in CTranslate2; `cpuinfo` is read otherwise.
    """
    forced = os.environ.get("CT2_FORCE_CPU_ISA")
    if forced:
        return forced.upper()
    machine = platform.machine()
    if machine.lower() not in {"x86_64", "amd64"}:
        return machine
    try:
        match = re.search(r"^flags\s*:(.*)$", cpuinfo.read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        return machine
    flags = set(match[1].split()) if match else set()
    return next((name for name, needed in _X86 if needed <= flags), "GENERIC")
