from __future__ import annotations

import pytest
from support.weighed import candidate

from onetongue.detect.enough import is_enough


def enough(marked: str, *, has_capital_style: bool = False) -> bool:
    found = candidate(
        f"⟦{marked}⟧",
        "heading",
        has_capital_style=has_capital_style,
        function="par est en mon avec les",
        inflected="Brocantes brocantes moissons moisson",
    )
    return is_enough(found)


@pytest.mark.parametrize(
    "marked",
    [
        "verglas=4.4",
        "Brocantes=2.9",
        "en=7",
        "les=6 Paul",
        "par=6 3",
        "est=7. 1904",
        "en=6 dash=-2, em=-2 dash=-2",
        "de=5 la=5 Tour",
        "du=6 Pont=2 de=5 Nemours=1",
        "plan du=4 site=0.9",
        "3 verglas=5.9",
        "Chemin=4 de=5 la=5 Côte=0 at=-5 Pins=3",
    ],
)
def test_too_little(marked: str) -> None:
    assert not enough(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "verglas=4.5",
        "Brocantes=3",
        "3 verglas=6",
        "avec=4.5",
        "par=6 ici=1.5",
        "photo d'=3illustration",
        "plan du=4 site=1",
        "Mon=6 opinion=1.5",
    ],
)
def test_enough(marked: str) -> None:
    assert enough(marked)


def test_in_title_case_the_particles_of_names_say_nothing() -> None:
    assert not enough("Polyvalente=1.9 du=6 Grand=2 de=5 la=5 Tour", has_capital_style=True)
    assert enough("Polyvalente=2 du=6 Grand=2", has_capital_style=True)
    assert enough("Un Dimanche sous=1.5 Paris", has_capital_style=True)
    assert not enough("Un Dimanche sous=1.4 Paris", has_capital_style=True)
