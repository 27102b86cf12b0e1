"""What the checks catch, and first what they must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.translate.checks import check

NAMES = ["untranslated", "language", "numbers", "markup", "duplication", "omission"]

GOOD = [
    ("Le ministre est à Moscou.", "The minister is in Moscow."),
    ("Paris", "Paris"),
    ("ONU et OTAN", "UN and NATO"),
    ("Sergueï Lavrov", "Sergueï Lavrov"),
    ("1 960 soldats, 30,45 %", "1,960 soldiers, 30.45%"),
    ("Il a 2 chats et trois chiens.", "He has two cats and 3 dogs."),
    ("à 19 h 30", "at 7:30 p.m."),
    ("à 9 h", "at 9:00"),
    ("de 9h30 à 11 h 15", "from 9:30 to 11:15"),
    ("à dix heures et demie, le 10", "at 10:30 on the 10th"),
    ("un score de 3:16", "a score of 3:16"),
    ("les années 80", "the 1980s"),
    ("au XXe siècle", "in the 20th century"),
    ("1er, 2e", "first, second"),
    ("Voir https://example.org et {user_id}", "See https://example.org and {user_id}"),
    ("très très très grand", "very very very big"),
    ("Appuyez sur Ctrl+Maj+P.", "Press Ctrl+Shift+P."),
    ("L'option -t : a-t-il répondu ?", "The option -t: did he answer?"),
    ("Fait en 2013 auprès de 4000 adultes", "Made among 4,000 adults in 2013"),
    (
        "« Plus ça change, plus c'est la même chose », dit-il.",
        "“Plus ça change, plus c'est la même chose,” he says.",
    ),
    ("Les bifaces acheuléens sont anciens.", "The Acheulean hand axes are old."),
    (
        "Bonjour à tous (hello everybody and welcome here).",
        "Hello to all (hello everybody and welcome here).",
    ),
    ("non non", "no, no"),
    ("14 banques, 58 %, 20 %", "Fourteen banks, fifty-eight percent, twenty per cent"),
    ("à 19 h 00", "at 7 p.m."),
    ("de 1950-1953 à 1957-58", "from 1950-53 to 1957-1958"),
    ("ouvert 24 heures sur 24", "open 24 hours a day"),
    ("à 300 km, par 26 degrés", "200 miles away, at 80 degrees"),
    ("Un petit je ne sais quoi de plus.", "A little je ne sais quoi more."),
    (
        "Il est parti tôt ce matin, et elle est restée chez eux.",
        "He left early this morning. She stayed at their home.",
    ),
    (
        "Le ministre russe est parti hier soir à Moscou.",
        "The Russian minister left for Moscow last night, and all was quite well.",
    ),
    ("", ""),
    ("!", "!"),
    ("Elle est très, très contente.", "She is very, very happy."),
    ("Paul, Pauline et Paul", "Paul, Pauline and Paul"),
]

BAD = [
    ("Le ministre est là.", "Le Ministre est là", "untranslated"),
    (
        "Le ministre russe est arrivé hier soir à la gare du Nord.",
        "The Russian minister est arrivé hier soir à la gare du Nord.",
        "untranslated",
    ),
    ("30 % de 12 hommes", "12% of 30 men", "numbers"),
    ("à 300,5 km", "300,5 km (190 miles) away", "numbers"),
    ("la semaine humaine", "12 human weeks", "numbers"),
    ("C’est là", "It is 12 there", "numbers"),
    ("{a} est là", "{a} {a} is there", "markup"),
    (
        "Elle est restée longtemps chez eux.",
        "She stayed for long at their home at their home at their home.",
        "duplication",
    ),
    (
        "Le ministre russe est là, et la paix avec lui.",
        "The Russian minister is here, and peace is with him, and peace is with him.",
        "duplication",
    ),
    (
        "Le ministre russe des affaires étrangères est parti hier soir à Moscou pour la paix.",
        "The Russian minister of foreign.",
        "omission",
    ),
    (
        "Le ministre russe est parti. Sa femme est restée seule à Paris.",
        "The Russian minister has left.",
        "omission",
    ),
    (
        "Le ministre russe est parti hier soir.",
        "The Russian minister left last night. The weather was fine in the mountains.",
        "omission",
    ),
    (
        "Le ministre russe est parti hier soir à Moscou.",
        "The Russian minister left for Moscow last night. All was well.",
        "omission",
    ),
    ("1 960 soldats", "1,906 soldiers", "numbers"),
    ("des soldats", "1,906 soldiers", "numbers"),
    ("30,45 %", "30,45%", "numbers"),
    ("12 et 12 hommes", "12 men", "numbers"),
    ("Voir https://example.org/a ici", "See https://example.org here", "markup"),
    ("{a} et {a}", "{a} and", "markup"),
    ("Voir LISEZMOI.txt ici", "See README.txt here", "markup"),
    ("La licence est MIT.", "The licence is PUT.", "markup"),
    ("Relancez avec --lang ici", "Restart with --tongue here", "markup"),
    ("Appuyez sur Ctrl+Maj+S ici", "Press Ctrl+Shift+T here", "markup"),
    ("Rôti de veau aux olives", "Roast veal with olives with olives", "duplication"),
    ("Redémarrez le serveur.", "Redémarrez the server.", "language"),
    ("Le prix est de 12,50 €.", "The price is 12.50.", "numbers"),
    ("Aucun message non lu", "Unread message", "omission"),
    ("libre de 9 h à 11 h", "free of 9:11 a.m.", "numbers"),
    ("@if ($a) Bonjour", "@si ($a) Hello", "markup"),
    ("Le 12/03/2024 à Lyon", "On 03/12/2024 in Lyon", "markup"),
    ("Gestionnaire, Ressources humaines", "Manager, Manager, Resources", "duplication"),
    ("des effets indésirables", "adverse adverse adverse effects", "duplication"),
    ("il parle beaucoup ici", "he said that he said that he said that", "duplication"),
    ("Le ministre est là.", "", "omission"),
    (
        "Le ministre russe est parti à Moscou pour voir la paix revenir.",
        "The minister.",
        "omission",
    ),
    ("Oui", "Yes, of course, certainly", "omission"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_nothing_to_say(source: str, target: str) -> None:
    assert check(source, target) == tuple((name, "ok") for name in NAMES)


@pytest.mark.parametrize(("source", "target", "name"), BAD)
def test_caught(source: str, target: str, name: str) -> None:
    assert dict(check(source, target))[name] == "failed"


@given(st.text(), st.text())
def test_always_the_same_checks_in_the_same_order(source: str, target: str) -> None:
    assert [name for name, _ in check(source, target)] == NAMES
