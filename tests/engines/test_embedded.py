"""The package that comes with ours, and Argos Translate itself with it."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from support.command import python

from onetongue.document import Options
from onetongue.engines import choose
from onetongue.engines.packages.installing import install
from onetongue.engines.packages.package import find_embedded, find_installed
from onetongue.translate import Oracle, translate_segments

if TYPE_CHECKING:
    from pathlib import Path

    from onetongue.engines import Translator
    from onetongue.engines.packages.package import Package

# Argos divides sentences with a model that it downloads; one sentence needs no dividing.
ARGOS = """
import json, sys
from argostranslate import translate

class OneSentence:
    def split_sentences(self, text):
        return [text]

translation = translate.get_translation_from_codes("fr", "en")
translation.underlying.sentencizer = OneSentence()
print(json.dumps([translation.translate(line) for line in json.load(sys.stdin)]))
"""


@pytest.fixture(scope="module")
def package() -> Package:
    found = find_embedded("fr", "en")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def engine() -> Translator:
    return choose(Options(engine="embedded"), "fr")


@pytest.mark.parametrize(
    ("french", "words"),
    [
        ("Le chat noir dort dans le jardin.", ["black", "cat", "garden"]),
        ("La commission a adopté le rapport en 2008.", ["report", "2008"]),
        ("Le ministre est arrivé à Moscou mardi.", ["minister", "Moscow", "Tuesday"]),
        ("Une réforme contestée", ["reform"]),
        ("LE PRIX DU SILENCE", ["price", "silence"]),
    ],
)
def test_it_translates(engine: Translator, french: str, words: list[str]) -> None:
    (made,) = translate_segments([french], Oracle(engine))
    assert all(word.lower() in made.text.lower() for word in words), made.text
    assert made.text.isupper() == french.isupper()


def test_names_that_are_words_and_literals_come_through_the_first_time(engine: Translator) -> None:
    kept = {
        "Marie Blanc a rencontré Louise Boulanger et Paul Berger à Lyon.": (
            "Marie Blanc",
            "Louise Boulanger",
            "Paul Berger",
        ),
        "La société Orange a vendu ses parts à Carrefour, Casino et Société Générale.": (
            "Orange",
            "Carrefour",
            "Casino",
            "Société Générale",
        ),
        "Écrivez à marie@exemple.fr ou consultez https://exemple.fr/aide?id=3 avant mardi.": (
            "marie@exemple.fr",
            "https://exemple.fr/aide?id=3",
        ),
    }
    for (sentence, names), answer in zip(kept.items(), engine.translate([*kept]), strict=True):
        assert all(answer.text.count(name) == sentence.count(name) for name in names)


def test_a_copy_of_the_folder_is_a_package_of_argos_translate(
    package: Package, tmp_path: Path, no_argos_home: Path
) -> None:
    shutil.copytree(package.folder, tmp_path / "packages" / package.name)
    ran = python(
        ARGOS,
        stdin=json.dumps(["Le chat noir dort dans le jardin."]).encode(),
        environment={**os.environ, "ARGOS_PACKAGES_DIR": str(tmp_path / "packages")},
    )
    assert ran.code == 0, ran.err
    (said,) = json.loads(ran.out)
    assert "cat" in said


def test_it_can_be_installed_from_its_folder(
    package: Package, tmp_path: Path, no_argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    install(str(package.folder))
    installed = find_installed("fr", "en")
    assert installed is not None
    assert installed.sha256 == package.sha256
    assert choose(Options(), "fr").id.name == "argos"
