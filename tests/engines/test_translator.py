"""A hypothesis: what it may say of itself."""

from __future__ import annotations

import math

import pytest

from onetongue.engines import Hypothesis
from onetongue.errors import TranslationError


@pytest.mark.parametrize("confidence", [0.0, 0.5, 1.0])
def test_a_share(confidence: float) -> None:
    assert Hypothesis("cat", confidence).confidence == confidence


@pytest.mark.parametrize("confidence", [-0.001, 1.001, math.nan, -math.inf, math.inf])
def test_no_share(confidence: float) -> None:
    with pytest.raises(TranslationError, match=r"in \[0, 1\], not "):
        Hypothesis("cat", confidence)
