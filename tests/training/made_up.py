"""A small language: sentences translated word for word, but for the adjective, which moves."""

from __future__ import annotations

import lzma
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NOUNS = "chat:cat chien:dog roi:king livre:book jardin:garden soldat:soldier train:train prix:price"
ADJECTIVES = "noir:black blanc:white petit:small vieux:old calme:quiet rapide:fast riche:rich"
VERBS = "voit:sees cherche:seeks quitte:leaves attend:awaits trouve:finds regarde:watches"


def made_up(count: int, seed: int = 1) -> list[tuple[str, str]]:
    """`count` different sentences with their translations."""
    rng = Random(seed)
    nouns, adjectives, verbs = (
        [word.split(":") for word in words.split()] for words in (NOUNS, ADJECTIVES, VERBS)
    )
    found: dict[str, str] = {}
    while len(found) < count:
        (chat, cat), (noir, black), (voit, sees) = map(rng.choice, (nouns, adjectives, verbs))
        livre, book = rng.choice(nouns)
        number = rng.randint(2, 99)
        french = f"Le {chat} {noir} {voit} {number} {livre}."
        found[french] = f"The {black} {cat} {sees} {number} {book}."
    return list(found.items())


def write_mix(path: Path, pairs: list[tuple[str, str]]) -> Path:
    """Write pairs as the corpora are written."""
    with lzma.open(path, "wt", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{french}\t{english}\n" for french, english in pairs)
    return path
