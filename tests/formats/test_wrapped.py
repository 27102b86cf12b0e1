"""Which lines of plain text go on in the next one."""

from __future__ import annotations

from textwrap import wrap

import pytest

from onetongue.formats.blocks import split_blocks
from onetongue.formats.wrapped import ends_sentence

FRENCH = (
    "Le conseil municipal s'est réuni hier soir pour examiner la question des nouvelles routes. "
    "Monsieur le maire a déclaré que les travaux commenceraient au printemps prochain, et que la "
    "dépense serait partagée avec les communes voisines. La séance a été levée à dix heures."
)
ENGLISH = (
    "The municipal council met last night to examine the question of the new roads. The mayor "
    "declared that the work would begin next spring, and that the cost would be shared with the "
    "neighbouring towns. The meeting rose at ten o'clock."
)

LISTS = [
    "250 g de farine\n3 œufs\n1 pincée de sel\n½ l de lait",
    "farine\nsucre\nbeurre\nlait",
    "de la farine\ndu sucre\ndes œufs\nun peu de sel",
    "pommes de terre,\ncarottes,\npoireaux,\nnavets,\noignons",
    "farine de blé,\nsucre de canne,\nbeurre doux,\nlevure chimique,\nsel",
    "sel, poivre, muscade,\nthym, laurier, persil,\nail, oignon, échalote,",
    "Mairie de Lyon\nService des eaux\n12, rue de la Paix\n69001 Lyon\nFrance",
    "Mme Jeanne Tremblay\nDirectrice des ressources humaines\nVille de Montréal\n514 555-0100",
    "Potage du jour\nSalade verte\nPoulet rôti aux herbes\nTarte aux pommes",
    "Introduction ........ 3\nLe voyage ........... 12\nLa ville ............ 25",
    "Cordialement,\nJean Tremblay\nDirecteur des ventes\nSociété Durand",
    "Bonjour Marie,\nje serai là demain\nà midi\nmerci",
    "ok\ntu viens quand ?\nvers midi je pense\nd'accord à demain",
    "lundi 8 h à 17 h\nmardi 8 h à 17 h\nmercredi fermé\njeudi 9 h à 12 h",
    "pour les enfants\npour les adultes\npour les groupes\nsur réservation",
    "the old house by the river\nthe red barn on the hill\nthe church in the village",
    "je marche seul\ndans la nuit\nsans bruit\net sans étoile",
    # Verse, wide lines too.
    "Le vent se lève sur la plaine,\nLa nuit descend sur les maisons,\nEt dans la rue une fontaine",
    "Demain, dès l'aube, à l'heure où blanchit la campagne,\n"
    "Je partirai. Vois-tu, je sais que tu m'attends.\n"
    "J'irai par la forêt, j'irai par la montagne,",
]


@pytest.mark.parametrize("text", LISTS)
def test_lines_that_stand_as_they_are(text: str) -> None:
    assert [text[b.start : b.end] for b in split_blocks(text)] == text.split("\n")


@pytest.mark.parametrize("width", [12, 14, 18, 22, 25, 28, 32, 36, 39, 45, 60])
@pytest.mark.parametrize("prose", [FRENCH, ENGLISH])
def test_a_column_is_one_block(prose: str, width: int) -> None:
    text = "\n".join(wrap(prose, width, break_on_hyphens=False))
    assert [(b.start, b.end) for b in split_blocks(text)] == [(0, len(text))]


def test_a_column_whose_letters_are_not_equally_wide() -> None:
    lines, words = [], FRENCH
    for width in (28, 26, 29, 27, 25, 28, 30, 26, 27, 29, 26):
        lines.append(wrap(words, width)[0])
        words = words[len(lines[-1]) + 1 :]
    text = "\n".join(lines)
    assert len(list(split_blocks(text))) == 1


def test_a_heading_may_stand_right_above_a_column() -> None:
    column = "\n".join(wrap(FRENCH, 28))
    text = f"AVIS\n{column}"
    assert [text[b.start : b.end] for b in split_blocks(text)] == ["AVIS", column]


def test_a_column_may_begin_in_capitals_and_cut_most_of_its_lines() -> None:
    sale = "À VENDRE\nbelle maison de pierre, avec\njardin et verger, près de la\ngare. S'adresser à M. Durand."
    death = "Nous avons le re-\ngret d'annoncer la mort de Mme\nVeuve Jean-\nBaptiste Gagnon, à Qué-\nbec."
    assert [block.lines for text in (sale, death) for block in split_blocks(text)] == [4, 5]


CAPITALS = "BIENVENUE AU MUSÉE\nDE LA VILLE"


@pytest.mark.parametrize("width", [28, 72])
def test_a_title_in_capitals_may_stand_right_above(width: int) -> None:
    column = "\n".join(wrap(FRENCH, width))
    text = f"{CAPITALS}\n{column}"
    assert [text[b.start : b.end] for b in split_blocks(text)] == [CAPITALS, column]


@pytest.mark.parametrize(
    "above",
    [
        "MAIRIE DE LYON\nSERVICE DES EAUX",  # no title, as before
        "A\nB\nC\nD\nE",
    ],
)
def test_other_lines_in_capitals_stay_lines(above: str) -> None:
    column = "\n".join(wrap(FRENCH, 72))
    text = f"{above}\n{column}"
    assert [text[b.start : b.end] for b in split_blocks(text)] == [*above.split("\n"), column]


def test_capitals_that_go_on_in_lower_case_are_no_title() -> None:
    text = "LE CONSEIL MUNICIPAL DE LA BONNE VILLE DE LYON ET\nDE LA CROIX-ROUSSE\na décidé de fermer le pont."
    title = "LE CONSEIL MUNICIPAL DE LA BONNE VILLE DE LYON ET\nDE LA CROIX-ROUSSE"
    assert title not in [text[b.start : b.end] for b in split_blocks(text)]


def test_a_line_with_a_leader_goes_on_in_no_other() -> None:
    lines = [
        "Chapitre premier, où l'on voit arriver notre héros ........... 12",
        "de la manière d'accommoder les restes de la veille ........... 13",
        "de ce qui suivit ............................................. 14",
    ]
    assert [block.lines for block in split_blocks("\n".join(lines))] == [1, 1, 1]


def test_a_short_line_ends_a_paragraph_of_a_column() -> None:
    column = "\n".join(wrap(FRENCH, 28))
    text = f"{column}\n{column}"
    assert [text[b.start : b.end] for b in split_blocks(text)] == [column, column]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Le ministre est\narrivé.", 1),
        ("Le ministre est venu\nà Paris hier.", 1),
        ("The minister came\nof age.", 1),
        ("Le ministre\narrive.", 2),
        ("Bonjour Marie,\nje serai là.", 2),
        ("Bonjour.\nà demain.", 2),
        ("le ministre est\narrivé.", 2),
        ("Ingrédients\nfarine.", 2),
    ],
)
def test_two_lines_are_a_paragraph_where_words_link_them(text: str, count: int) -> None:
    assert len(list(split_blocks(text))) == count


def test_lines_below_the_words_of_an_item_are_its_own() -> None:
    text = "* fermer les volets et\n  la porte de la cave\n* Marie Dupont\n  Montréal"
    blocks = [text[b.start : b.end] for b in split_blocks(text)]
    assert blocks == [
        "fermer les volets et\n  la porte de la cave",
        "Marie Dupont",
        "Montréal",
    ]


def test_lines_that_hang_elsewhere_are_told_by_their_width() -> None:
    text = "* fermer les volets\nporte close\n* partir"
    assert len(list(split_blocks(text))) == 3


def test_a_cut_word_joins_lines_of_any_width() -> None:
    text = "ON DEMANDE une bonne cuisi-\nnière.\nAVIS. — Le pu¬\nblic est prévenu."
    assert [b.lines for b in split_blocks(text)] == [2, 2]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Le conseil muni-\n  cipal siège", "Le conseil municipal siège"),
        ("> Le porte-\r\n> parole et les habi¬\r\n> tants", "Le porte-parole et les habitants"),
        ("Le conseil muni-\ncipal s'est réuni\nhier soir, avant l'hi-\nver", None),
        ("les pré-\net post-tests du groupe qui vient d'arriver,\nde Paris", None),
    ],
)
def test_what_is_read_of_a_cut_word(text: str, reads: str | None) -> None:
    block = next(split_blocks(text))
    assert not reads or block.read(text) == reads
    assert all((gap.reads == "\n") is not gap.is_cut for gap in block.breaks)


def test_a_block_without_a_cut_is_read_as_it_stands() -> None:
    text = "\n".join(wrap(FRENCH, 28))
    (block,) = split_blocks(text)
    assert block.breaks == ()
    assert block.read(text) == text


def test_a_long_group_is_read_in_linear_time() -> None:
    column = "\n".join(wrap(FRENCH, 28))
    lines = len(column.split("\n"))
    text = f"{column[:-1]},\n" * 500
    assert sum(block.lines for block in split_blocks(text)) == 500 * lines
    assert ends_sentence("un. ", 4)


def test_rules_of_two_signs_part_columns() -> None:
    text = f"A silver\nwatch was\nlost.\n--\n{textwrap_of(FRENCH, 14)}\n--\nReward."
    assert [text[b.start : b.end] for b in split_blocks(text)][-3] == textwrap_of(FRENCH, 14)


def textwrap_of(prose: str, width: int) -> str:
    return "\n".join(wrap(prose, width, break_on_hyphens=False))


def test_two_lines_of_an_item_are_one_where_words_link_them() -> None:
    text = "o  nettoyer la bêche et le râteau avant\nde les suspendre"
    assert len(list(split_blocks(text))) == 1
