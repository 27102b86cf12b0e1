from __future__ import annotations

from textwrap import wrap

import pytest

from onetongue.formats.fragments import are_fragments

COLUMN = (
    "Le conseil municipal s'est réuni hier soir pour examiner la question des nouvelles routes et "
    "de la dépense."
)
WHOLE = [
    ["de", "la", "les"],
    ["farine de blé", "sucre", "beurre doux", "levure chimique"],
    ["de la farine", "du sucre", "des œufs", "un peu de sel"],
    ["Je marche seul", "dans la nuit", "sans bruit", "et sans étoile"],
    ["ok", "tu viens quand ?", "vers midi", "d'accord à demain"],
    ["pommes de terre,", "carottes,", "sel,", "poireaux,", "navets,", "oignons"],
    ["Fait à", "Le", "Par", "Signature du responsable"],
    *(wrap(COLUMN, width) for width in (12, 14, 18, 22, 28)),
]


@pytest.mark.parametrize("lines", WHOLE)
def test_columns_and_lists_are_no_fragments(lines: list[str]) -> None:
    assert not are_fragments(lines)


READ_ACROSS = [
    ["Elle", "les", "répond aux questions", "des", "journalistes", "dans", "la salle"],
    ["the mayor and", "prices", "of", "his wife were", "flour", "in", "the carriage"],
]


@pytest.mark.parametrize("lines", READ_ACROSS)
def test_lines_that_break_off(lines: list[str]) -> None:
    assert are_fragments(lines)
    assert not are_fragments([*lines, "et une ligne qui a beaucoup de mots"])
