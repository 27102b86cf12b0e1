from __future__ import annotations

from typing import NoReturn

import pytest
from support.engine import Engine
from support.soup import Page, page

import onetongue as ot

PAGES = 40 * len(Page.SHAPES)


def refuse(sentence: str) -> NoReturn:
    raise AssertionError(f"asked to translate {sentence}")


@pytest.mark.parametrize("shape", range(len(Page.SHAPES)), ids=lambda i: Page.SHAPES[i].__name__)
def test_pages_without_french_come_back_byte_for_byte(shape: int) -> None:
    normalizer = ot.Normalizer(
        ot.Options(markers="none", format="html"), engine=Engine(refuse, again=refuse)
    )
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
