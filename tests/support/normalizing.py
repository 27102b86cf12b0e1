"""An article with two French sentences, and a normalizer whose engine knows them."""

from __future__ import annotations

from typing import Any

import onetongue as ot
from support.engine import Engine

PROSE = (
    "The committee met on Thursday and decided, after a long debate, to postpone the vote until "
    "the spring, when the new members will have taken their seats."
)
FRENCH = {
    "Service minimum diplomatique": "Bare minimum of diplomacy",
    "Le maire a refusé de répondre à nos questions.": "The mayor refused to answer our questions.",
    "Les 48 députés ont voté contre la réforme.": "The 48 members voted against the reform.",
}
TEXT = f"{PROSE}\n\nService minimum diplomatique\n\n{PROSE} Le maire a refusé de répondre à nos questions. {PROSE}\n"


def normalizer(entries: dict[str, str] | None = None, /, **options: Any) -> ot.Normalizer:
    return ot.Normalizer(
        ot.Options(**options), engine=Engine(FRENCH if entries is None else entries)
    )
