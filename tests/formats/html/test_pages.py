from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.soup import Page, page

import onetongue as ot
from onetongue.document import EngineId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.engines import Hypothesis

PAGES = 40 * len(Page.SHAPES)


class Refusing:
    """An engine that must not be asked."""

    id = EngineId("refusing", "1", "test")
    key = "refusing 1"
    doubt_below = 0.2
    source, target = "fr", "en"

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        raise AssertionError(f"asked to translate {sentences}")

    def retry(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...] | None:
        raise AssertionError(f"asked again to translate {sentences}")


@pytest.mark.parametrize("shape", range(len(Page.SHAPES)), ids=lambda i: Page.SHAPES[i].__name__)
def test_pages_without_french_come_back_byte_for_byte(shape: int) -> None:
    normalizer = ot.Normalizer(ot.Options(markers="none", format="html"), engine=Refusing())
    for number in range(shape, PAGES, len(Page.SHAPES)):
        data = page(number).encode()
        result = normalizer.normalize_bytes(data, name="page.html")
        assert result.text.encode(result.source.encoding) == data, number
        assert result.records == ()


def test_the_pages_have_prose() -> None:
    normalizer = ot.Normalizer()
    for number in range(len(Page.SHAPES)):
        regions = normalizer.read_text(page(number), format="html").regions
        assert regions, Page.SHAPES[number].__name__
