"""The checklist itself, on an engine that answers from a list."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("sacrebleu")

from support import tiny_package
from support.engine import Engine

import accept
from export import write_manifest
from onetongue import Normalizer, Options
from onetongue.engines.packages.package import read

if TYPE_CHECKING:
    from pathlib import Path


ROWS = [
    accept.Line("caption", "Une rue inondée", "A flooded street"),
    accept.Line("heading", "Premier bilan", "First assessment"),
]


def test_the_captions_are_three_hundred_different_ones() -> None:
    rows = accept.read_captions()
    assert len({row.french for row in rows}) == len(rows) == 300
    assert len({row.english for row in rows}) == 300
    assert Counter(row.kind for row in rows) == {"caption": 150, "heading": 150}
    assert all(row.french != row.english for row in rows)


@pytest.mark.parametrize("known", [True, False])
def test_captions_and_the_headings_in_capitals(known: bool) -> None:
    answers = Engine({row.french: row.english for row in ROWS} if known else {})
    verdicts = accept.captions(Normalizer(Options(), engine=answers), ROWS)
    wrong = [verdict.name for verdict in verdicts if not verdict.ships]
    assert wrong == ([] if known else ["captions: copied through", "capitals: copied through"])


def test_an_article_with_a_segment_left() -> None:
    verdicts = accept.article(
        Normalizer(Options(markers="none"), engine=Engine()),
        "The talks went on.\n\nLe ministre russe des affaires étrangères est à Moscou.\n\nThey ended.",
        ["Russian"],
    )
    assert [verdict.name for verdict in verdicts if not verdict.ships] == [
        "article: segments",
        "article: words missing",
        "article: French left",
    ]


def test_checksums(tmp_path: Path) -> None:
    folder = tiny_package.build(tmp_path / "translate-fr_en-1_0")
    assert accept.sound(read(folder))[0].found == "no SHA256SUMS"
    write_manifest(folder)
    assert accept.sound(read(folder))[0].ships
    package = read(folder)
    (folder / "metadata.json").write_text("{}")
    assert not accept.sound(package)[0].ships


def test_a_package_that_knows_six_words_must_not_ship(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiny_package, "POSITIONS", 400)  # the article is in more pieces than 128
    folder = tiny_package.build(tmp_path / "translate-fr_en-1_0")
    (tmp_path / "text.fr").write_text("Le chat noir est ici\nIl pleut\n")
    (tmp_path / "text.en").write_text("The black cat is here\nIt rains\n")
    figures = tmp_path / "apertium.tsv"
    figures.write_text("# text, BLEU, chrF\ntext\t96\t99\n")
    monkeypatch.setattr(accept, "read_figures", partial(accept.read_figures, figures))
    verdicts = accept.accept(folder, [tmp_path / "text"], ROWS, accept.read_words())
    wrong = {verdict.name for verdict in verdicts if not verdict.ships}
    assert {
        "checksums",
        "text: BLEU",
        "captions: copied through",
        "article: words missing",
    } <= wrong


def test_a_text_without_figures_of_apertium(tmp_path: Path) -> None:
    folder = tiny_package.build(tmp_path / "translate-fr_en-1_0")
    (tmp_path / "unknown.fr").write_text("Le chat\n")
    (tmp_path / "unknown.en").write_text("The cat\n")
    with pytest.raises(ValueError, match=r"unknown: .*has no line for it"):
        accept.accept(folder, [tmp_path / "unknown"], ROWS, [])
    assert set(accept.read_figures()) == {"flores-dev", "ntrex128", "tico19"}
