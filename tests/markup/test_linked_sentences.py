"""A text and its translation, sentence by sentence."""

from __future__ import annotations

from onetongue.markup.linked_sentences import linked


def test_each_sentence_has_its_translation_and_links_at_their_place() -> None:
    source, target = "Le chat dort. La porte est ouverte.", "The cat sleeps. The door is open."
    first, last = linked(source, target, is_french=True)
    assert (source[first.start : first.end], target[first.low : first.high]) == ("Le chat dort.", "The cat sleeps.")  # fmt: skip
    words = last.words
    said = {
        (source[slice(*words.source[k.source][:2])], target[slice(*words.target[k.target][:2])])
        for k in words.links
    }
    assert ("porte", "door") in said


def test_what_does_not_pair_is_one() -> None:
    (whole,) = linked("Un. Deux. Trois. Quatre.", "One", is_french=True)
    assert (whole.start, whole.end, whole.low, whole.high) == (0, 24, 0, 3)


def test_a_list_of_hundreds_of_words_has_no_links() -> None:
    (one,) = linked("chat " * 501, "cat " * 501, is_french=True)
    assert not one.words.source
    assert not one.words.links
