"""Which engine is taken, and what is said when there is none."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.tiny_package import write_manifest

from onetongue.document import Options
from onetongue.engines import choose
from onetongue.engines.apertium import ApertiumTranslator
from onetongue.errors import ModelError

if TYPE_CHECKING:
    from onetongue.document import Engine


@pytest.fixture(autouse=True)
def nothing_installed(no_argos_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No program, no package, and nothing embedded."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("onetongue.engines.packages.package.EMBEDDED", tmp_path / "embedded")


ARGOS = "`onetongue models install fr en`"
APERTIUM = "`apt-get install apertium apertium-fr-es apertium-eng-spa`"


@pytest.mark.parametrize(
    ("options", "commands", "others"),
    [
        (Options(), [ARGOS, APERTIUM], []),
        (Options(engine="argos"), [ARGOS], [APERTIUM]),
        (Options(engine="embedded"), [ARGOS, "leave out --engine embedded"], [APERTIUM]),
        (Options(engine="apertium"), [APERTIUM], [ARGOS]),
        (Options(target="de"), ["`onetongue models install fr de`", "apertium-fr-de"], []),
    ],
)
def test_the_commands_that_help(options: Options, commands: list[str], others: list[str]) -> None:
    with pytest.raises(ModelError) as caught:
        choose(options, "fr")
    assert all(command in str(caught.value) for command in commands)
    assert not any(command in str(caught.value) for command in others)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("engine", ["auto", "argos"])
def test_a_model_by_path(engine: str, tiny: Path) -> None:
    options = Options(engine="argos" if engine == "argos" else "auto", model=str(tiny))
    assert choose(options, "fr").id.name == "argos"


@pytest.mark.parametrize("engine", ["apertium", "embedded"])
def test_a_model_is_for_argos_alone(engine: Engine, tiny: Path) -> None:
    with pytest.raises(ModelError, match=f"leave out --engine {engine}"):
        choose(Options(engine=engine, model=str(tiny)), "fr")


def test_a_model_of_another_pair(tiny: Path) -> None:
    with pytest.raises(ModelError, match="translates fr to en, not es to en"):
        choose(Options(model=str(tiny)), "es")


def test_an_installed_package_is_taken(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tiny.parent))
    assert choose(Options(engine="argos"), "fr").id.name == "argos"


def _embed(tiny: Path, tmp_path: Path) -> Path:
    """Put a package where the embedded one is looked for."""
    folder = Path(shutil.copytree(tiny, tmp_path / "embedded" / "translate-fr_en-1_0"))
    (folder / "README.md").write_text("About it")
    write_manifest(folder)
    return folder


def test_the_best_there_is_comes_first(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onetongue.engines.choice.find_route", lambda *_: ("fr-en",))
    assert isinstance(choose(Options(), "fr"), ApertiumTranslator)
    _embed(tiny, tmp_path)
    assert choose(Options(), "fr").id.name == "embedded"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tiny.parent))
    assert choose(Options(), "fr").id.name == "argos"
    assert choose(Options(engine="embedded"), "fr").id.name == "embedded"
    assert isinstance(choose(Options(engine="apertium"), "fr"), ApertiumTranslator)


def test_an_installed_package_that_is_damaged(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onetongue.engines.choice.find_route", lambda *_: ("fr-en",))
    broken = tmp_path / "packages" / "translate-fr_en-1_9"
    broken.mkdir(parents=True)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(broken.parent))
    for engine in ("auto", "argos"):
        with pytest.raises(ModelError, match=r"translate-fr_en-1_9/metadata\.json: cannot be read"):
            choose(Options(engine=engine), "fr")
    _embed(tiny, tmp_path)
    assert choose(Options(), "fr").id.name == "embedded"
    with pytest.raises(ModelError, match=r"metadata\.json: cannot be read"):
        choose(Options(engine="argos"), "fr")


def test_the_account_says_that_it_was_the_embedded_one(tiny: Path, tmp_path: Path) -> None:
    folder = _embed(tiny, tmp_path)
    engine = choose(Options(engine="embedded"), "fr")
    weights = hashlib.sha256((folder / "model" / "model.bin").read_bytes()).hexdigest()
    assert (engine.id.name, engine.id.version, engine.id.model, engine.id.sha256) == (
        "embedded",
        "1.0",
        "translate-fr_en-1_0",
        weights,
    )
    assert engine.key.startswith(f"embedded translate-fr_en-1_0 {weights[:12]} ")


@pytest.mark.parametrize("file", ["model/model.bin", "sentencepiece.model", "README.md"])
def test_a_damaged_embedded_package_is_refused_by_name(
    file: str, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onetongue.engines.choice.find_route", lambda *_: ("fr-en",))
    folder = _embed(tiny, tmp_path)
    with (folder / file).open("ab") as opened:
        opened.write(b"x")
    for engine in ("auto", "embedded"):
        with pytest.raises(ModelError, match=rf"{file}: damaged or tampered with"):
            choose(Options(engine=engine), "fr")
