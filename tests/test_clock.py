"""The clock: what is no moment, and the moment a build is told."""

from __future__ import annotations

import pytest

from onetongue.clock import is_moment, timestamp
from onetongue.errors import InputError

NO_MOMENT = [
    "",
    "now",
    "2026-11-23",
    "2026-11-23T16:30:00",
    "2026-11-23T16:30:00+00:00",
    "2026-11-23T16:30:00.5Z",
    "2026-11-23 16:30:00Z",
    "20261123T163000Z",
    "2026-11-31T16:30:00Z",
    "2026-11-23T16:30:00Z\n",
]


@pytest.mark.parametrize("text", NO_MOMENT)
def test_no_moment(text: str) -> None:
    assert not is_moment(text)


@pytest.mark.parametrize(
    ("epoch", "moment"),
    [
        ("0", "1970-01-01T00:00:00Z"),
        ("1795451400", "2026-11-23T16:30:00Z"),
        (" 1 ", "1970-01-01T00:00:01Z"),
    ],
)
def test_the_moment_told(epoch: str, moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert timestamp() == moment
    assert is_moment(moment)


def test_the_present(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert is_moment(timestamp())
    assert timestamp() > "2026"


@pytest.mark.parametrize("epoch", ["", "x", "1.5", "9" * 30])
def test_no_number_of_seconds(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(InputError, match=f"since 1970, not '{epoch}'; correct or unset it"):
        timestamp()
