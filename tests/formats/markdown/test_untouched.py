"""Markdown inside an element that is not to be translated, and behind it."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.markdown import read


def said(text: str) -> list[str]:
    return [region.prose.text for region in read(text).regions if region.prose]


@pytest.mark.parametrize(
    "text",
    [
        '<div translate="no">\n\nLe chat dort.\n\n- Le chat dort.\n\n</div>\n',
        "<div class='a notranslate'>\n\nLe chat dort.\n\n</div>\n",
        "<details translate=no><summary>Le chat</summary>\n\n| Le chat |\n| --- |\n| dort |\n\n</details>\n",
        '<div translate="no">\n\n<div>\n\nLe chat\n\n</div>\n\ndort `</div>` ici.\n\n</div>\n',
        '<div markdown="1" translate="no">\n# Le chat\n\n# Le chat\n\nIl dort. </div>\n',
        '> <div translate="no">\n>\n> Le chat dort.\n',
        '- <div translate="no">\n\n  Le chat dort.\n',
        '<x-a translate="no">\nLe chat dort.\n</x-a>\n',
        'Rien <br>\n<x-a translate="no">\n@if ($a)\nLe chat dort.\n</x-a>\n'.removeprefix("Rien <br>\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("after", ["", "\nLe chien dort.\n"])
def test_it_is_honoured_to_its_end(text: str, after: str) -> None:
    assert said(text + after) == [after.strip()] * bool(after)


@pytest.mark.parametrize(
    "text",
    [
        '<div translate="yes">\n\nLe chat dort.\n\n</div>\n',
        '<!-- <div translate="no"> -->\n\nLe chat dort.\n',
        '<br translate="no">\n\nLe chat dort.\n',
        '```\n<div translate="no">\n```\n\nLe chat dort.\n',
    ],
)
def test_what_opens_none(text: str) -> None:
    assert said(text) == ["Le chat dort."]


def test_without_an_end_it_goes_on_to_that_of_the_document() -> None:
    assert said('Le chien.\n\n<div translate="no">\n\nLe chat.\n\n# Le chat\n') == ["Le chien."]


def test_what_is_left_alone_is_told() -> None:
    text = '<div translate="no">\r\n\r\nLe chat dort.\r\n\r\n12\r\n\r\n</div>\r\n'
    (left,) = read(text).left_out
    assert (left.span.of(text), left.why) == ("Le chat dort.", "not to be translated")
