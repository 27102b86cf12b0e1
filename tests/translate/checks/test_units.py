"""What numbers count, in both languages."""

from __future__ import annotations

import pytest

from onetongue.translate.checks import units
from onetongue.translate.checks.numbers import has_numbers
from onetongue.translate.checks.units import Measure

GOOD = [
    ("à 25 km", "25 kilometres away"),
    ("à 25 km", "25km away"),
    ("à 25 km", "16 miles away"),
    ("à 25 km", "25 km (16 miles) away"),
    ("10 Mo", "10 MB"),
    ("5 €", "€5"),
    ("5 €", "5 euros"),
    ("5 euros", "EUR 5"),
    ("à 12 h", "at 12 p.m."),
    ("à 12 h", "at 12 o'clock"),
    ("pendant 12 h", "for 12 hours"),
    ("3 milliards d'euros", "€3bn"),
    ("3 milliards d'euros", "3 billion euros"),
    ("3 millions d'euros", "€3m"),
    ("de 10 % à 20 %", "from 10 to 20%"),
    ("de 2 à 3 millions", "from 2 million to 3 million"),
    ("1,8 °C", "1.8 degrees"),
    ("3 m de long", "3 metres long"),
    ("5 livres", "£5"),
    ("40 t", "40 tonnes"),
    ("20 s'y sont mis, 5 l'ont fait", "20 joined in, 5 did it"),
    ("950 € par mois", "€950 a month"),
    ("deux fois par an, 3 par mois", "twice every year, 3 a month"),
    ("à seize heures", "at four o'clock"),
    ("Le 20 heures change", "The eight o'clock news changes"),
    ("le leader mondial", "the world's No. 1"),
    ("165 km/h (105 miles par heure)", "105 miles per hour (165 km/h)"),
    ("six comprimés sur seize", "sixteen tablets less six"),
    ("une quinzaine de jours", "two weeks or so"),
]
BAD = [
    ("à 25 km", "25 miles away"),
    ("30 % des voix", "30 votes"),
    ("5 €", "5 pounds"),
    ("5 €", "$5"),
    ("pendant 12 h", "for 12 minutes"),
    ("3 millions", "3 billion"),
    ("3 milliards", "3 million"),
    ("3 milliards", "3"),
    ("750 g", "750 kg"),
    ("10 Mo", "10 GB"),
    ("3 euros", "3 million euros"),
    ("950 € par mois", "€950 per week"),
    ("six comprimés par 24 heures", "sixteen tablets per 24 hours"),
    ("30 % de 12 hommes", "12% of 30 men"),
    ("de 20 à 30 km", "30 to 20 km"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_the_same_said_otherwise(source: str, target: str) -> None:
    assert has_numbers(source, target)


@pytest.mark.parametrize(("source", "target"), BAD)
def test_another_unit_scale_or_rate(source: str, target: str) -> None:
    assert not has_numbers(source, target)


@pytest.mark.parametrize(
    ("text", "start", "end", "found"),
    [
        ("3 milliards d'euros", 0, 1, Measure("billion", "euro")),
        ("12 h", 0, 2, Measure("", "hour")),
        ("12 hommes", 0, 2, Measure()),
        ("20 s'", 0, 2, Measure()),
        ("30\u202f%", 0, 2, Measure("", "%")),
    ],
)
def test_french(text: str, start: int, end: int, found: Measure) -> None:
    assert units.french(text, start, end) == found


@pytest.mark.parametrize(
    ("text", "start", "end", "found"),
    [
        ("€3bn", 1, 2, Measure("billion", "euro")),
        ("€3m", 1, 2, Measure("million", "euro")),
        ("3m long", 0, 1, Measure("", "m")),
        ("the 80s", 4, 6, Measure()),
        ("25-mile walk", 0, 2, Measure("", "mile")),
        ("7 p.m.", 0, 1, Measure("", "hour")),
    ],
)
def test_english(text: str, start: int, end: int, found: Measure) -> None:
    assert units.english(text, start, end) == found
