"""What each of several processes does with one memory; here, so that a fresh process can import it."""

from __future__ import annotations

from onetongue.terms import Memory
from onetongue.terms.entry import Entry

ENGINE = "dictionary 1"


def write_and_read(path: str, number: int) -> None:
    """The first of them makes the file."""
    with Memory(path) as memory:
        for turn in range(20):
            entry = Entry(
                source=f"phrase {turn}",
                target=f"by {number}",
                source_language="fr",
                target_language="en",
                engine=ENGINE,
                origin="engine",
                confidence=0.5,
            )
            memory.add([entry])
            assert memory.find([f"phrase {turn}"], source="fr", target="en", engine=ENGINE)
