"""Which engine is taken, and what is said when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onetongue.document import Options
from onetongue.errors import ModelError
from onetongue.translate import choose

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def nothing_installed(no_argos_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No program, no package, and nothing embedded."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("onetongue.translate.choice.find", lambda *_: None)


ARGOS = "`onetongue models install fr en`"
APERTIUM = "`apt-get install apertium apertium-fr-es apertium-eng-spa`"


@pytest.mark.parametrize(
    ("options", "commands", "others"),
    [
        (Options(), [ARGOS, APERTIUM], []),
        (Options(engine="argos"), [ARGOS], [APERTIUM]),
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


def test_a_model_is_not_for_apertium(tiny: Path) -> None:
    with pytest.raises(ModelError, match="leave out --engine apertium"):
        choose(Options(engine="apertium", model=str(tiny)), "fr")


def test_a_model_of_another_pair(tiny: Path) -> None:
    with pytest.raises(ModelError, match="translates fr to en, not es to en"):
        choose(Options(model=str(tiny)), "es")


def test_an_installed_package_is_taken(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tiny.parent))
    assert choose(Options(engine="argos"), "fr").id.name == "argos"
