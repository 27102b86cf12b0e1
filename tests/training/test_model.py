"""The arithmetic of the model, where a CPU has a way of its own."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from model import attend

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
