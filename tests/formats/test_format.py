"""What a format is given, and what it gives back: values that nobody can change."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from onetongue.formats.format import NO_SETTINGS, Read, Settings


@pytest.mark.parametrize("value", [NO_SETTINGS, Settings("a", ("b",), "skip"), Read(())])
def test_a_value_stays_as_it_is(value: Settings | Read) -> None:
    name = "notes" if isinstance(value, Read) else "name"
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, ())
    assert hash(value) == hash(value)


def test_without_settings_all_is_read_and_nothing_skipped() -> None:
    assert Settings("", (), "fail") == NO_SETTINGS
    assert Read(()) == Read((), (), (), ())
