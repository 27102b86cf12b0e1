from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.weighed import FRENCH, candidate

from onetongue.detect.halves import Standing
from onetongue.detect.judge import judge
from onetongue.detect.states import ENGLISH, State

if TYPE_CHECKING:
    from onetongue.document import SegmentKind

UNSURE = "indeterminate language"
OTHER = "another language"


def verdict(marked: str, kind: SegmentKind) -> str:
    """Why the stretch is left alone; "kept" if it is not."""
    found = judge(
        candidate(
            marked,
            kind,
            function="fonction qui",
            inflected="moissons",
            unlisted="unlistd unlistf unl unm unla unlb",
        ),
        ("fr",),
    )
    return "kept" if found.is_kept else found.reason


LEFT_ALONE: list[tuple[str, SegmentKind, str]] = [
    # a phrase
    ("he ⟦12⟧", "phrase", UNSURE),
    ("he ⟦Rue de Rivoli⟧", "phrase", "proper name"),
    ("he, ⟦la=4 goutte=4⟧, fell", "phrase", UNSURE),
    ("he, ⟦sur la goutte=4⟧, fell", "phrase", UNSURE),
    ("he, ⟦Goutte=4 x=2 y z u v w m k⟧, fell", "phrase", "proper name"),
    ("He left. ⟦Goutte=4 la=4 bleue=4⟧, fell", "phrase", "technical term"),
    ("he, ⟦sur=1.4 la=3.5 goutte⟧, fell", "phrase", UNSURE),
    ("he, ⟦sur=3.4 la=3.4 goutte⟧, fell", "phrase", UNSURE),
    ("he, ⟦sur=4 la Goutte=4⟧, fell", "phrase", UNSURE),
    ("he, ⟦sur la goutte=2.3⟧, fell", "phrase", UNSURE),
    ("he, ⟦Goutte=4 la=4 bleue=4⟧, fell", "phrase", "proper name"),
    ("Jean's, ⟦Goutte=4 la=4 bleue=4⟧, fell", "phrase", "title"),
    ("saw Paris ⟦la=4 goutte=4 bleue=4⟧, fell", "phrase", "proper name"),
    ("he, ⟦ministère=4 la=4 Goutte=4⟧, fell", "phrase", "proper name"),
    ("he ⟦goutte=4 la=4 bleue=4⟧ fell", "phrase", "technical term"),
    ("the ⟦goutte=4 la=4 bleue=4⟧, fell", "phrase", "technical term"),
    ("⟦Goutte=4 la=4 bleue=4⟧, fell", "phrase", "technical term"),
    ("he, ⟦sur=4 la=4 goutte=4 to=-4.5⟧, fell", "phrase", UNSURE),
    # a quotation
    ("he “⟦la=4 goutte=4⟧” fell", "quotation", UNSURE),
    ("he “⟦La goutte=4⟧” fell", "quotation", "title"),
    # a whole block or a sentence
    ("⟦Ministère de l'=4Intérieur⟧", "heading", "proper name"),
    ("⟦Le=4 Goff, Jean goutte 1981⟧", "paragraph", "title"),
    ("⟦moisson=4.4⟧", "heading", UNSURE),
    ("⟦Moissons=2.9⟧", "heading", UNSURE),
    ("⟦sur=0 la=0 goutte=2.3⟧", "heading", UNSURE),
    ("⟦de=4 Paris 12⟧", "heading", "proper name"),
    ("⟦sur=1.4 la=1.4⟧", "heading", UNSURE),
    ("⟦sur=1.4 la=1.4 un=1.4 un=1.4 un=1.4 Paris=1.4⟧", "heading", UNSURE),
    ("⟦sur=1.3 la=1.4 un=1.2 un=1⟧", "heading", UNSURE),
    ("⟦par=4 3⟧", "heading", UNSURE),
    ("⟦Un=4 sur=1.4 Paris=3.9⟧", "sentence", UNSURE),
    ("⟦Un=4 la=4 x Paris=1⟧", "sentence", UNSURE),
    ("⟦un=4 deux=4 trois=4 to=-4.5⟧", "heading", UNSURE),
    ("⟦un=4 deux=4 trois=4 q w e r t y To=-4.5⟧", "heading", UNSURE),
    # another language
    ("⟦unlistd=2.4 unlistf=2.4 sur=4⟧", "heading", OTHER),
    ("⟦Unlistd=2.4 unlistf=2.4 sur=4⟧", "heading", OTHER),
    ("⟦unlistd=2.4 unlistf=2.4 longue=4 longue=4⟧", "heading", OTHER),
    ("⟦unla=2.4 unlb=2.4 sur=4⟧", "heading", OTHER),
    ("⟦sur=4/4 la=4/4.1⟧", "heading", OTHER),
    ("⟦sur=4/3 unlistd=4/3.1⟧", "heading", OTHER),
]
KEPT: list[tuple[str, SegmentKind]] = [
    ("he, ⟦sur=3.5 la=1.5 goutte⟧, fell", "phrase"),
    ("he, ⟦sur la=1.5 goutte=3.5⟧, fell", "phrase"),
    ("he, ⟦qui=4 pleut=4 ici⟧, fell", "phrase"),
    ("he ⟦qui=4 pleut=4 ici⟧ fell", "phrase"),
    ("he ⟦fonction=4 la=4 bleue=4⟧ fell", "phrase"),
    ("he ⟦goutte=4 qui=4 pleut=4⟧ fell", "phrase"),
    ("he ⟦goutte=4 la=4 bleue=4⟧, fell", "phrase"),
    ("he, ⟦goutte=4 la=4 bleue=4⟧, fell", "phrase"),
    ("the, ⟦goutte=4 la=4 bleue=4⟧, fell", "phrase"),
    ("he, ⟦Qui=4 pleut=4 ici⟧, fell", "phrase"),
    ("saw Paris ⟦qui=4 pleut=4 ici⟧, fell", "phrase"),
    ("he, ⟦Goutte=4 x=2 y z u v w m k p⟧, fell", "phrase"),
    ("he, ⟦sur=4 la=4 goutte=4 to=-4.4⟧, fell", "phrase"),
    ("he, ⟦ministère=4 la=4 goutte=4⟧, fell", "phrase"),
    ("he “⟦la=4 goutte=4 bleue=4⟧” fell", "quotation"),
    ("he “⟦qui=4 pleut=4⟧” fell", "quotation"),
    ("⟦moisson=4.5⟧", "heading"),
    ("⟦Moissons=3⟧", "heading"),
    ("⟦sur la=1 goutte=1.5⟧", "heading"),
    ("⟦sur=1.4 la=1 un=1.4 un=1.4 un=1.4 un=1.4 un=1.4 Paris=1.4⟧", "heading"),
    ("⟦sur=1.4 la=1.4 un=1.2 un=1⟧", "heading"),
    ("Setting: ⟦goutte=4 bleue=4⟧", "phrase"),
    ("⟦sur=0 la=0 goutte=2.4⟧", "heading"),
    ("⟦Fonction=4 x Paris=4⟧", "sentence"),
    ("⟦Un=4 sur=1.4 Paris=4⟧", "sentence"),
    ("⟦Moissons=4 Paris=4⟧", "sentence"),
    ("⟦Un d'=4un⟧", "sentence"),
    ("⟦un=4 deux=4 trois=4 q w e r t y u to=-4.5⟧", "heading"),
    ("⟦un=4 deux=4 trois=4 NO=-4.5⟧", "heading"),
    ("⟦unlistd=2.5 unlistf=2.4 sur=4⟧", "heading"),
    ("⟦unlistd=2.4 sur=4⟧", "heading"),
    ("⟦unl=2.4 unm=2.4 sur=4⟧", "heading"),
    ("⟦unlistd=2.4 unlistf=2.4 longue=4 longue=4 longue=4⟧", "heading"),
    ("⟦Unlistd=2.4 unlistf=2.4 été=4⟧", "heading"),
    ("⟦sur=4/4.1 la=4⟧", "heading"),
    ("⟦sur=4/4 la=4/4⟧", "heading"),
    ("⟦sur=4/3 unlistd=4/3⟧", "heading"),
    ("⟦sur=4/4 Unlistd=4/4⟧", "heading"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "kind", "reason"), LEFT_ALONE)
def test_left_alone(marked: str, kind: SegmentKind, reason: str) -> None:
    assert verdict(marked, kind) == reason


@pytest.mark.parametrize(("marked", "kind"), KEPT)
def test_kept(marked: str, kind: SegmentKind) -> None:
    assert verdict(marked, kind) == "kept"


@pytest.mark.parametrize("state", [2, 3])
def test_another_state_is_another_language(state: int) -> None:
    found = candidate("⟦sur=4/4 la=4/4 goutte=4/4⟧", "heading")
    part = type(found.part)(found.part.first, found.part.last, State(state), 1.0)
    other = type(found)(found.scored, part, found.lists, "heading", found.beside, True, False)
    assert judge(other, ("fr",)).reason == OTHER
    assert not judge(other, ("fr",)).is_kept


def test_a_line_in_title_case_asks_for_more() -> None:
    def style(marked: str) -> bool:
        found = candidate(marked, "heading", has_capital_style=True)
        return judge(found, ("fr",)).is_kept

    assert [style(f"⟦Un={odds} Deux=2⟧") for odds in (1.9, 2)] == [False, True]
    assert style("⟦Un=1 deux=2⟧")


def test_a_pointed_quotation_of_two_words_is_said() -> None:
    found = candidate("he “⟦la=4 goutte=4⟧” fell", "quotation", is_pointed=True)
    assert judge(found, ("fr",)).is_kept


def test_what_stands_beside_a_block_helps_it() -> None:
    for bonus, kept in ((0.3, False), (0.4, True)):
        found = candidate("⟦sur=0 la=0 goutte=2⟧", "heading", bonus=bonus)
        assert judge(found, ("fr",)).is_kept is kept


@pytest.mark.parametrize(
    ("marked", "kind", "beside", "reason"),
    [
        (
            "⟦la=4 goutte=4⟧",
            "heading",
            (),
            "2 of 2 words are French, none English; the whole heading",
        ),
        (
            "⟦sur=1.5 goutte=1.4 un=1.4 la=1.4 to=-1.5 no=-1.4⟧",
            "heading",
            (ENGLISH,),
            "1 of 6 words is French, 1 English; the whole heading; beside English ones",
        ),
        (
            "⟦la=4 goutte=4⟧",
            "caption",
            (ENGLISH, ENGLISH),
            "2 of 2 words are French, none English; the whole caption; between English ones",
        ),
        (
            "⟦la=4 goutte=4⟧",
            "caption",
            (ENGLISH, FRENCH),
            "2 of 2 words are French, none English; the whole caption; beside another French one",
        ),
        (
            "he “⟦la=4 goutte=4 d'=4eau⟧” fell",
            "quotation",
            (),
            "3 of 4 words are French, none English; quoted in an English sentence",
        ),
        (
            "he, ⟦la=4 goutte=4 d'=4eau⟧, fell",
            "phrase",
            (),
            "3 of 4 words are French, none English; inside an English sentence",
        ),
        (
            "⟦la=4 goutte=4⟧. He",
            "sentence",
            (),
            "2 of 2 words are French, none English; a whole sentence; before English ones",
        ),
        (
            "He. ⟦la=4 goutte=4⟧",
            "sentence",
            (),
            "2 of 2 words are French, none English; a whole sentence; after English ones",
        ),
        (
            "He. ⟦la=4 goutte=4⟧. He",
            "sentence",
            (),
            "2 of 2 words are French, none English; a whole sentence; between English ones",
        ),
    ],
)
def test_reasons(marked: str, kind: SegmentKind, beside: tuple[State, ...], reason: str) -> None:
    found = judge(candidate(marked, kind, beside=beside), ("fr",))
    assert found.reason == reason
    assert found.is_kept


def test_names_the_language_it_is() -> None:
    found = candidate("⟦la=4 goutte=4⟧", "heading")
    assert "are Spanish" in judge(found, ("es", "fr")).reason


SIDE = "one side of a bilingual line"


@pytest.mark.parametrize(
    ("marked", "standing", "reason"),
    [
        # Around the sides stands what stands anywhere.
        ("⟦moisson=2.9⟧", Standing.ENGLISH, UNSURE),
        ("⟦Ministère de l'=4Intérieur⟧", Standing.ENGLISH, "proper name"),
        # English beside it is no translation of it.
        ("⟦moisson=2.9⟧", Standing.BESIDE, SIDE),
        ("⟦Ministère de l'=4Intérieur⟧", Standing.BESIDE, SIDE),
        ("⟦moisson=3⟧", Standing.OTHERWISE, SIDE),
        ("⟦sur=4/4 la=4/4.1⟧", Standing.BESIDE, OTHER),
        ("he ⟦la=4 goutte=4⟧ fell", Standing.SAME, SIDE),
        # A translation is no reason to touch a reference, or another language.
        ("⟦Le=4 Goff, Jean goutte 1981⟧", Standing.SAME, "title"),
        ("⟦sur=4/4 la=4/4.1⟧", Standing.SAME, OTHER),
    ],
)
def test_left_alone_on_one_side_of_a_line(marked: str, standing: Standing, reason: str) -> None:
    found = judge(candidate(marked, "heading", standing=standing), ("fr",))
    assert (found.is_kept, found.reason) == (False, reason)


@pytest.mark.parametrize(
    ("marked", "standing"),
    [
        ("⟦moisson=4.5⟧", Standing.BESIDE),
        ("⟦moisson=0.1⟧", Standing.SAME),
        ("⟦Ministère de l'=4Intérieur⟧", Standing.SAME),
    ],
)
def test_kept_on_one_side_of_a_line(marked: str, standing: Standing) -> None:
    found = judge(candidate(marked, "heading", standing=standing), ("fr",))
    assert found.is_kept
    assert found.reason.endswith(f" English; {SIDE}")


def test_a_side_in_title_case_may_be_all_names() -> None:
    found = candidate("⟦Un=4 Deux=4⟧", "heading", has_capital_style=True, standing=Standing.BESIDE)
    assert judge(found, ("fr",)).reason == SIDE
