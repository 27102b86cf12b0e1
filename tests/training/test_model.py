"""The arithmetic of the model, where a CPU has a way of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

torch = pytest.importorskip("torch")

from model import Transformer, attend
from pieces import BOS, EOS, PAD
from plan import CONFIGS

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS, HEADS, LENGTH, WIDTH = 3, 2, 5, 8
KEPT = torch.arange(LENGTH) < torch.tensor([[5], [3], [1]])  # rows of five, three and one piece
MASK = KEPT[:, None, None, :]


@pytest.mark.parametrize(
    ("given", "queries"),
    [
        ({}, LENGTH),
        ({"causal": True}, LENGTH),
        ({"mask": MASK}, LENGTH),
        ({"mask": MASK}, LENGTH - 3),  # as of a target shorter than its source
    ],
    ids=["plain", "causal", "mask", "shorter"],
)
def test_attention_on_a_cpu_is_the_fused_kernel_s_without_it(
    given: dict[str, bool], queries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fused = torch.nn.functional.scaled_dot_product_attention

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("its backward is slow")

    monkeypatch.setattr("torch.nn.functional.scaled_dot_product_attention", refused)
    draw = torch.Generator().manual_seed(1)
    query, key, value = inputs = [
        torch.randn(ROWS, length, WIDTH, generator=draw, requires_grad=True)
        for length in (queries, LENGTH, LENGTH)
    ]
    heads = [one.unflatten(-1, (HEADS, -1)).transpose(1, 2) for one in inputs]
    expected = fused(*heads, attn_mask=given.get("mask"), is_causal=given.get("causal", False))
    expected = expected.transpose(1, 2).flatten(2).flatten(0, 1)
    found = attend(query, key, value, HEADS, **given)
    torch.testing.assert_close(found, expected)
    weights = torch.randn(found.shape, generator=draw)
    for one, other in zip(
        torch.autograd.grad((found * weights).sum(), inputs),
        torch.autograd.grad((expected * weights).sum(), inputs),
        strict=True,
    ):
        torch.testing.assert_close(one, other)


def batch(lengths: tuple[int, ...], width: int) -> list[Any]:
    """Made-up source, target and labels: rows of so many pieces, padded to `width`."""
    pieces = torch.arange(4, 4 + width) + torch.arange(len(lengths))[:, None]
    ends = torch.tensor(lengths)[:, None] - 1
    columns = torch.arange(width)
    labels = torch.where(columns < ends, pieces, PAD).where(columns != ends, EOS)
    target = labels.roll(1, dims=1)
    target[:, 0] = BOS
    return [labels, target, labels]


def test_no_answer_is_computed_for_padding_on_a_cpu() -> None:
    torch.manual_seed(1)
    transformer = Transformer(CONFIGS["tiny"][0], vocabulary=50)
    answered: list[int] = []
    transformer.decoder_norm.register_forward_hook(
        lambda _module, given, _found: answered.append(len(given[0]))
    )
    narrow, wide = (transformer(*batch((6, 3, 1), width), 0.1) for width in (6, 20))
    assert answered == [10, 10]
    torch.testing.assert_close(narrow, wide)
    for one, other in zip(
        torch.autograd.grad(narrow, list(transformer.parameters())),
        torch.autograd.grad(wide, list(transformer.parameters())),
        strict=True,
    ):
        torch.testing.assert_close(one, other, atol=1e-4, rtol=1e-4)


@pytest.mark.filterwarnings("ignore:The .grad attribute")  # the compiler looks at it
def test_the_loss_is_not_compiled_for_every_number_of_labels(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[object] = []

    def backend(graph: Any, _inputs: object) -> Callable[..., object]:
        compiled.append(graph)
        forward: Callable[..., object] = graph.forward
        return forward

    monkeypatch.setattr(torch, "compile", partial(torch.compile, backend=backend))
    transformer = Transformer(CONFIGS["tiny"][0], vocabulary=50)
    transformer.compile_parts()
    counts = []
    for longest in (4, 6, 8, 10, 12):
        transformer(*batch((longest, 3, 2), 20), 0.1)
        counts.append(len(compiled))
    assert counts[1:] == [counts[0] + 1] * 4  # for the first number, then for any
