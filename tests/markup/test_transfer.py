from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine

from onetongue.markup import Passage, carry
from onetongue.translate import Oracle

_MARK = re.compile(r"[\[\]^]")


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`[a]` is a stretch, `^` a point; in the order in which they begin, the points last."""
    plain, opened, pairs, points = "", list[int](), list[tuple[int, int]](), list[int]()
    for character in text:
        if character == "[":
            opened.append(len(pairs))
            pairs.append((len(plain), -1))
        elif character == "]":
            n = opened.pop()
            pairs[n] = pairs[n][0], len(plain)
        elif character == "^":
            points.append(len(plain))
        else:
            plain += character
    return plain, [*pairs, *((at, at) for at in points)]


def marked(text: str, places: list[tuple[int, int]]) -> str:
    """The text with the places marked."""
    edits = sorted(
        edit
        for n, (a, b) in enumerate(places)
        for edit in ([(a, 1, 0, "^")] if a == b else [(a, 2, n, "["), (b, 0, -n, "]")])
    )
    for at, _, _, mark in reversed(edits):
        text = text[:at] + mark + text[at:]
    return text


def carried(source: str, target: str, entries: dict[str, str] | None = None) -> str:
    """The target with the marks of the source; a question mark before it for each that has no place."""
    plain, stretches = unmarked(source)
    engine = Engine(entries or {}, unknown=lambda _: "")
    [places] = carry([Passage(plain, target, tuple(stretches))], Oracle(engine))
    assert len(places) == len(stretches)
    return "?" * places.count(None) + marked(target, [p for p in places if p])


# The target says where each mark goes; a "?" before it that one has no place.
UNPLACED = [
    ("Le [zigue] zozote.", "?Nothing of the sort.", {}),
    ("Le [zigue] zozote.", "?Nothing of the sort.", {"zigue": "bloke"}),
    ("Le zigue^ zozote.", "?Nothing of the sort.", {}),
    ("Ce n'est pas [la] solution.", "?Anything else is the case.", {}),
    ("Oui[ ]non.", "?Yes no.", {}),
    ("[Oui] ou non.", "?", {}),
    ("Un [mot]^", "?^", {}),
    # Words that hardly tell where a point goes.
    ("Mer zork roi^ zozote.", "?Sea foo king bar.", {}),
    ("Zork le roi^ zozote.", "?Foo the king bar.", {}),
    # A sign that stands twice in one of the two, or is a mark that each language sets anew.
    ("Le → climat [→] est sec.", "?The → climate → is dry.", {}),
    ("Le climat [→] est sec.", "?The → climate → is dry.", {}),
    ("Le climat [→] est sec.", "?The climate is dry.", {}),
    ("Le climat[,] dit-il.", "?The climate, he says, is it.", {}),
    ("Le climat[–] dit-il.", "?The climate– he says, is it.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "entries"), UNPLACED)
def test_rather_no_place_than_a_wrong_one(
    source: str, target: str, entries: dict[str, str]
) -> None:
    assert target.startswith("?")
    assert carried(source, _MARK.sub("", target).lstrip("?"), entries) == target


CASES = [
    # Whole texts and sentences.
    ("[Les négociations ont échoué.]", "[Talks broke down.]", {}),
    ("[Les négociations ont échoué].", "[Talks broke down].", {}),
    ("Oui. [Tout est perdu.] Rien ne va.", "Yes. [It is all over.] Nothing works.", {}),
    ("[Oui. Tout est perdu.] Rien ne va.", "[Yes. It is all over.] Nothing works.", {}),
    # From what stands before the first sentence on.
    ("[- Le roi] parle. La mer dort.", "[- The king] speaks. The sea sleeps.", {}),
    ("^- Le roi parle. La mer dort.", "- ^The king speaks. The sea sleeps.", {}),
    ("Oui.[ Tout est perdu. Rien ne va.] Si.", "Yes. [It is all over. Nothing works.] Yes.", {}),
    ("Le [roi parle. La mer] dort.", "The [king speaks. The sea] sleeps.", {}),
    ("[[Oui], tout est perdu.]", "[[Yes], it is all over.]", {}),
    # Copied: names, numbers, code.
    ("Le maire [Paul Mercier] parle.", "Mayor [Paul Mercier] speaks.", {}),
    ("Il vit à [Bakou] depuis [1 200] jours.", "He has lived in [Baku] for [1,200] days.", {}),
    ("Le taux est de [12,5 %] ici.", "The rate is [12.5%] here.", {}),
    ("Rendez-vous à [19 h 30] demain.", "See you tomorrow at [7:30] p.m.", {}),
    ("au [XIXe] siècle", "in the [19th] century", {}),
    # What makes an ordinal of a figure, and nothing where English has none.
    ("au 2[e] étage", "on the 2[nd] floor", {}),
    ("le 1[er] juillet", "on 1^ July", {}),
    # In a word that stays as it is.
    ("H[2]O est la formule de l'eau.", "H[2]O is the formula of water.", {}),
    ("au [2]e étage", "on the [2nd] floor", {}),
    ("Lancez [`make all`] puis partez.", "Run [`make all`] and leave.", {}),
    ("Voir [www.exemple.org] ici.", "See [www.exemple.org] here.", {}),
    # What the stretch alone is translated as, exactly, in other forms, one of two.
    ("Le [zigue] dort.", "The [bloke] sleeps.", {"zigue": "bloke"}),
    ("Le [zigue] dort.", "The [bloke] sleeps.", {"zigue": "Bloke."}),
    ("Il [zigouille] tout.", "He [slaughters] all.", {"zigouille": "slaughtered"}),
    ("Le zigue voit le [zigue].", "The bloke sees the [bloke].", {"zigue": "bloke"}),
    ("Le [zigue] voit le zigue.", "The [bloke] sees the bloke.", {"zigue": "bloke"}),
    # The lexicon, with words in another order.
    ("La [voiture] [rouge] roule.", "The [red] [car] is moving.", {}),
    ("Le [ministre [russe]] parle.", "The [[Russian] minister] speaks.", {}),
    # What neighbours leave over: the one word between two that are known.
    ("La [zigouigoui] est presque pleine.", "The [RAM] is almost full.", {}),
    # Punctuation and quotation marks only if the stretch has them.
    ("C'est un « [mot] », rien.", "It is a “[word]”, nothing.", {}),
    ("C'est un [« mot »], rien.", "It is a [“word”], nothing.", {}),
    ("Il a dit [non.]", "He said [no.]", {}),
    ("Il a dit [non].", "He said [no].", {}),
    ("[Attention :] chien.", "[Warning:] dog.", {"Attention :": "Warning:"}),
    # Nothing but marks, where they stand once in both.
    ("[↑] Le climat est sec.", "[↑] The climate is dry.", {}),
    ("Le climat [→] est sec.", "The climate [→] is dry.", {}),
    # A number of two digits is the least that tells where a point goes.
    ("Zork 12^ zozote.", "Foo 12^ bar.", {}),
    # Points: behind a word, before or behind the full stop, beside a pair.
    ("Le protocole^ chiffre le message.", "The protocol^ encrypts the message.", {}),
    ("Le climat méditerranéen^ est sec.", "The Mediterranean climate^ is dry.", {}),
    ("Il est mort^.", "He is dead^.", {}),
    ("Il est mort.^", "He is dead.^", {}),
    ("Il est mort.^ Elle vit.", "He is dead.^ She lives.", {}),
    ("^Il est mort.", "^He is dead.", {}),
    ("Le [climat]^ est sec.", "The [climate]^ is dry.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "entries"), CASES)
def test_carried(source: str, target: str, entries: dict[str, str]) -> None:
    assert carried(source, _MARK.sub("", target).lstrip("?"), entries) == target


def test_marks_that_swap_keep_their_words() -> None:
    engine = Engine({}, unknown=lambda _: "")
    passage = Passage("La voiture rouge roule.", "The red car is moving.", ((3, 10), (11, 16)))
    assert carry([passage], Oracle(engine)) == (((8, 11), (4, 7)),)


def test_all_fragments_are_asked_at_once_and_as_they_will_be_translated() -> None:
    engine = Engine({})
    passages = [
        Passage("Le CHAT\nnoir dort.", "The black cat sleeps.", ((3, 12), (3, 7), (3, 12))),
        Passage("Le chien `a` dort.", "The dog `a` sleeps.", ((3, 8), (9, 12), (0, 18), (8, 8))),
        Passage("Oui. Non. Si.", "Yes. No. Yes.", ((0, 4), (5, 13))),
    ]
    carry(passages, Oracle(engine))
    # Neither what is a whole sentence, nor code, nor a point, and the same only once.
    assert engine.batches == [("CHAT noir", "CHAT", "chien")]
    assert carry([], Oracle(engine)) == ()
    assert len(engine.batches) == 1


def test_another_language_has_no_french_lexicon() -> None:
    spanish = Engine(lambda _: "", source="es", confidence=1.0)
    passage = Passage("Blé azul rojo", "Wheat blue red", ((0, 3),))
    assert carry([passage], Oracle(spanish)) == ((None,),)


@pytest.mark.parametrize(("words", "is_placed"), [(500, True), (501, False)])
@pytest.mark.parametrize("side", [0, 1])
def test_so_many_words_are_a_list(words: int, is_placed: bool, side: int) -> None:
    texts = ["Bakou", "Baku"]
    texts[side] += " mot" * (words - 1)
    texts[1 - side] += " oui"
    passage = Passage(texts[0], texts[1], ((0, len("Bakou")),))
    [places] = carry([passage], Oracle(Engine({}, unknown=lambda _: "")))
    assert places == (((0, len("Baku")),) if is_placed else (None,))


@pytest.mark.parametrize(("length", "is_placed"), [(4000, True), (4001, False)])
@pytest.mark.parametrize("side", [0, 1])
def test_signs_are_looked_for_in_what_is_no_longer(length: int, is_placed: bool, side: int) -> None:
    texts = ["Oui. X → y", "Oui. X → y"]
    texts[side] += "y" * (length - len("X → y"))
    [places] = carry([Passage(texts[0], texts[1], ((7, 8),))], Oracle(Engine({})))
    assert places == (((7, 8),) if is_placed else (None,))


def test_what_ends_no_sentence_is_placed_only_whole() -> None:
    source, target = "mot " * 2_000, "word " * 2_000
    passage = Passage(source, target, ((0, len(source)), (8, 11), (12, 12), (0, 0)))
    engine = Engine({})
    assert carry([passage], Oracle(engine)) == (((0, len(target)), None, None, (0, 0)),)
    assert engine.batches == []


WORDS = st.sampled_from(
    "le la chat noir dort . « » the cat black sleeps ! 12,5 12.5 `a` `b` Paul, Oui. Non.".split()
)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Any two texts, and stretches of the first that nest."""
    source = " ".join(draw(st.lists(WORDS, min_size=1, max_size=12)))
    target = " ".join(draw(st.lists(WORDS, max_size=12)))
    at = st.integers(0, len(source))
    found: list[tuple[int, int]] = []
    for _ in range(draw(st.integers(0, 5))):
        low, high = sorted((draw(at), draw(at)))
        if all(
            high <= a or b <= low or (a <= low and high <= b) or (low <= a and b <= high)
            for a, b in found
        ):
            found.append((low, high))
    return Passage(source, target, tuple(found))  # fmt: skip


@given(passages(), st.dictionaries(WORDS, WORDS, max_size=5))
def test_places_stand_to_each_other_as_in_the_source(
    passage: Passage, entries: dict[str, str]
) -> None:
    [places] = carry([passage], Oracle(Engine(entries)))
    for n, (one, place) in enumerate(zip(passage.stretches, places, strict=True)):
        if place is None:
            continue
        assert 0 <= place[0] <= place[1] <= len(passage.target)
        assert (place[0] == place[1]) == (one[0] == one[1]) or not passage.target
        for other, its in list(zip(passage.stretches, places, strict=True))[:n]:
            if its is None or one[0] == one[1] or other[0] == other[1]:
                continue
            if one[1] <= other[0] or other[1] <= one[0]:
                assert place[1] <= its[0] or its[1] <= place[0]
            elif one != other and one[0] <= other[0] and other[1] <= one[1]:
                assert place[0] <= its[0]
                assert its[1] <= place[1]


def test_a_point_inside_a_copied_word_stays_there() -> None:
    assert (
        carried("Voir www^.lac^.org ici", "See here at www.lac.org") == "See here at www^.lac^.org"
    )
