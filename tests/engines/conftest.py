"""What tests of several engine files stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.fake_apertium import FakeApertium, build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeApertium:
    """An Apertium of our own, the first on the path."""
    fake = build(tmp_path)
    for name in ("APERTIUM_PATH", "APERTIUM_DATADIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(fake.bin), prepend=":")
    return fake
