from __future__ import annotations

import pytest
from support.linked import linked

from onetongue.markup.joint_placing import settle

# In what follows words of four letters say something, "xxx" and the like are too short for that.
Wanted = list[tuple[int, int, str]]
Links = list[tuple[int, int, float]]


def settled(texts: tuple[str, str], links: Links, wanted: Wanted) -> list[tuple[int, int] | None]:
    places = settle(linked(*texts, *links), wanted)
    return [place and (place.first, place.last) for place in places]


# One or the other that stays unplaced.
@pytest.mark.parametrize(
    ("texts", "links", "wanted", "found"),
    [
        (("mmmm nnnn", "pppp qqqq"), [], [], []),
        (("mmmm nnnn", "pppp qqqq"), [], [(0, 1, "")], [None]),
        # Half of its words, and one of them is a little another's.
        (("mmmm nnnn oooo", "aaaa bbbb"), [(0, 0, 0.5), (2, 0, 0.01)], [(0, 2, "")], [None]),
        # A neighbour that is none too sure.
        (("mmmm nnnn", "aaaa bbbb"), [(0, 0, 0.19)], [(1, 2, "")], [None]),
        # Both want the same words, or some of them, and there are no others.
        (("mmmm nnnn", "aaaa"), [], [(0, 1, "aaaa"), (1, 2, "aaaa")], [(0, 1), None]),
        (
            ("mmmm nnnn", "aaaa bbbb cccc dddd"),
            [],
            [(0, 1, "aaaa bbbb cccc"), (1, 2, "bbbb cccc dddd")],
            [(0, 3), None],
        ),
        (
            ("mmmm nnnn", "aaaa bbbb cccc dddd"),
            [],
            [(1, 2, "aaaa bbbb cccc"), (0, 1, "bbbb cccc dddd")],
            [(0, 3), None],
        ),
        # The surer one is not where the other is, in which it stands.
        (
            ("mmmm nnnn mmmm", "aaaa cccc aaaa bbbb"),
            [],
            [(0, 1, "aaaa"), (0, 2, "cccc")],
            [None, (1, 2)],
        ),
        # Said to be what is there twice.
        (("mmmm nnnn", "aaaa aaaa"), [], [(0, 1, "aaaa"), (1, 2, "aaaa")], [None, None]),
        # Said to be two things.
        (("mmmm nnnn", "aaaa bbbb"), [], [(0, 1, "aaaa"), (0, 1, "bbbb")], [(0, 1), None]),
        (("mmmm nnnn", "aaaa bbbb"), [], [(0, 1, "aaaa bbbb"), (0, 1, "aaaa")], [(0, 2), None]),
        # What neighbours leave is another's place already.
        (
            ("mmmm nnnn oooo", "aaaa bbbb cccc"),
            [(0, 0), (2, 2)],
            [(0, 1, "aaaa bbbb"), (1, 2, "")],
            [(0, 2), None],
        ),
    ],
)
def test_not_settled(
    texts: tuple[str, str], links: Links, wanted: Wanted, found: list[tuple[int, int] | None]
) -> None:
    assert settled(texts, links, wanted) == found


@pytest.mark.parametrize(
    ("texts", "links", "wanted", "found"),
    [
        # Half of its words are enough; so is one sure neighbour of a gap.
        (("mmmm nnnn oooo", "aaaa bbbb"), [(0, 0, 0.5)], [(0, 2, "")], [(0, 1)]),
        (("mmmm nnnn", "aaaa bbbb"), [(0, 0, 0.2)], [(1, 2, "")], [(1, 2)]),
        # Side by side, in one order or the other.
        (
            ("mmmm nnnn", "aaaa bbbb"),
            [],
            [(0, 1, "aaaa"), (1, 2, "bbbb")],
            [(0, 1), (1, 2)],
        ),
        (
            ("mmmm nnnn", "bbbb aaaa"),
            [],
            [(0, 1, "aaaa"), (1, 2, "bbbb")],
            [(1, 2), (0, 1)],
        ),
        # The second one gets what the first leaves, if half of it is there.
        (
            ("mmmm nnnn", "aaaa bbbb cccc"),
            [],
            [(0, 1, "aaaa bbbb"), (1, 2, "bbbb cccc")],
            [(0, 2), (2, 3)],
        ),
        (
            ("mmmm nnnn", "aaaa bbbb cccc"),
            [],
            [(0, 1, "bbbb cccc"), (1, 2, "aaaa bbbb")],
            [(1, 3), (0, 1)],
        ),
        # One inside another, at either edge of it, or as long.
        (
            ("mmmm xxx oooo", "aaaa bbbb"),
            [(0, 0), (2, 1)],
            [(0, 3, "aaaa bbbb"), (0, 2, ""), (1, 3, "")],
            [(0, 2), (0, 1), (1, 2)],
        ),
        (
            ("mmmm xxx oooo", "aaaa bbbb"),
            [(0, 0), (0, 1)],
            [(0, 2, ""), (0, 3, "aaaa bbbb")],
            [(0, 2), (0, 2)],
        ),
        # The outer one grows around the inner one; of equally sure ones that is first.
        (
            ("mmmm nnnn oooo", "aaaa bbbb xxx cccc"),
            [],
            [(0, 2, "aaaa bbbb"), (1, 2, "cccc")],
            [(0, 4), (3, 4)],
        ),
        (
            ("mmmm nnnn oooo", "cccc xxx aaaa bbbb"),
            [],
            [(1, 2, "cccc"), (0, 2, "aaaa bbbb")],
            [(0, 1), (0, 4)],
        ),
        # It does not grow over what is apart, but is looked for elsewhere.
        (
            ("mmmm nnnn oooo", "bbbb aaaa cccc aaaa"),
            [],
            [(1, 2, "bbbb"), (2, 3, "cccc"), (0, 2, "cccc aaaa")],
            [(0, 1), (2, 3), None],
        ),
        # Those that cross in the source may do so.
        (
            ("mmmm nnnn oooo", "aaaa bbbb cccc"),
            [],
            [(0, 2, "aaaa bbbb"), (1, 3, "bbbb cccc")],
            [(0, 2), (1, 3)],
        ),
        (
            ("mmmm nnnn oooo", "aaaa bbbb cccc"),
            [],
            [(0, 2, "cccc"), (1, 3, "aaaa")],
            [(2, 3), (0, 1)],
        ),
        # The same twice.
        (("mmmm nnnn", "aaaa bbbb"), [], [(0, 1, "aaaa"), (0, 1, "aaaa")], [(0, 1), (0, 1)]),
        # What neighbours leave is given last, whatever the order.
        (
            ("mmmm nnnn oooo", "aaaa bbbb cccc"),
            [(0, 0), (2, 2)],
            [(1, 2, ""), (0, 1, ""), (2, 3, "")],
            [(1, 2), (0, 1), (2, 3)],
        ),
    ],
)
def test_settled(
    texts: tuple[str, str], links: Links, wanted: Wanted, found: list[tuple[int, int] | None]
) -> None:
    assert settled(texts, links, wanted) == found
