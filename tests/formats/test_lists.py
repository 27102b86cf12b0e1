"""Random lists: whatever the signs, they and their indents stay, and no marker encloses one."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from support.engine import Engine

import onetongue as ot

if TYPE_CHECKING:
    from onetongue.document import FormatName, Markers

ENGLISH = [
    "The committee met on Thursday and postponed the vote",
    "Buy milk for the children before the shop is closed.",
    "Close the door behind you",
]
FRENCH = {
    "Le maire a refusé de répondre à nos questions.": "The mayor refused to answer our questions.",
    "Les députés ont voté contre la réforme de la loi": "The members voted against the reform of the law",
    "Ouvrez la porte du garage avec la clé": "Open the door of the garage with the key",
    "N'oubliez pas de fermer la fenêtre avant de partir": "Do not forget to close the window before you leave",
    "Il faut 250 g de farine et 3 œufs pour ce gâteau": "You need 250 g of flour and 3 eggs for this cake",
}
BULLETS = "- * + • ‣ ◦ ▪ ● – — · ☐ ☑ ✓ ✗ → ➔ »".split()
NUMBERS = ["{n}.", "{n})", "({n})", "({a})", "{a})", "({i})", "{i})", "1.{n}", "[{n}]"]
TEXT_NUMBERS = [*NUMBERS, "#.", "{A}.", "{n}°", ":param {a}:"]
ROMANS = "i ii iii iv v vi".split()
# What a line begins with; the words of these lists begin with a letter.
SIGNS = re.compile(
    r"(?m)^[ \t]*(?:(?:[^\w\s⟦]|\[[ x]\]|1\.\d|[(\[]?(?:\d+|[a-f]|[iv]+)[.)°\]]+|#\.|[A-F]\.|:param [a-f]:)[ \t]+)*"
)


class Writer:
    """Writes lists by lot; `rows` are the lines so far."""

    def __init__(self, lot: random.Random, format_: str) -> None:
        self.rows: list[str] = []
        self._lot = lot
        self._is_text = format_ == "text"

    def list(self, indent: str, depth: int) -> None:
        """Two to four items with signs of one kind, some with a list inside."""
        kinds = [*BULLETS, *(TEXT_NUMBERS if self._is_text else NUMBERS)]
        kind = self._lot.choice(kinds)
        for n in range(self._lot.randint(2, 4)):
            letter = chr(ord("a") + n)
            sign = kind.format(n=n + 1, a=letter, A=letter.upper(), i=ROMANS[n])
            sign += self._lot.choice(["", "", " [ ]", " [x]"]) if kind in "-*+" else ""
            self._item(indent, f"{sign} ")
            if depth and self._lot.random() < 0.3:
                tab = self._is_text and self._lot.random() < 0.3
                self.list(indent + ("\t" if tab else " " * len(sign) + " "), depth - 1)

    def _item(self, indent: str, sign: str) -> None:
        words = self._lot.choice([*FRENCH, *ENGLISH])
        at = words.rfind(" ", 0, 30)
        if self._lot.random() < 0.2 and len(words) > 40:  # wrapped
            self.rows += [
                f"{indent}{sign}{words[:at]}",
                f"{indent}{' ' * len(sign)}{words[at + 1 :]}",
            ]
        else:
            self.rows.append(f"{indent}{sign}{words}")


def documents(format_: str, count: int) -> list[str]:
    lot = random.Random(17)
    made = []
    for _ in range(count):
        writer = Writer(lot, format_)
        for _ in range(2):
            writer.rows += ["The members agreed on the following:", ""]
            writer.list("", 2)
            writer.rows.append("")
        made.append("\n".join(writer.rows))
    return made


def normalize(text: str, format_: FormatName, markers: Markers) -> ot.NormalizedDocument:
    engine = Engine(lambda sentence: FRENCH.get(" ".join(sentence.split()), sentence))
    options = ot.Options(markers=markers)
    return ot.Normalizer(options, engine=engine).normalize(text, format=format_)


def signs(text: str) -> list[str]:
    return [found for row in text.split("\n") if (found := SIGNS.match(row)[0]).strip()]  # type: ignore[index]  # it matches nothing too


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_signs_stay_where_they_were(format_: FormatName) -> None:
    changes = 0
    for source in documents(format_, 60):
        plain = normalize(source, format_, "none")
        assert signs(plain.text) == signs(source), source
        assert ot.revert(plain.text, plain.provenance()) == source
        marked = normalize(source, format_, "bracket")
        assert ot.revert(marked.text, marked.provenance()) == source
        for inside in re.findall(r"⟦[^:⟧]*: ([^⟧]*)⟧", marked.text):
            assert not signs(inside), (inside, source)
            changes += 1
    assert changes > 300
