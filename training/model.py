"""A compact Transformer for translation, in plain PyTorch.

Responsible for: the arithmetic, which is what CTranslate2 computes for a pre-norm Transformer with
ReLU, scaled shared embeddings and its own sinusoidal positions; and greedy decoding to compare.
Not responsible for: training it (`trainer`), or writing it for CTranslate2 (`convert`).

Everything that treats positions one by one works on flat activations of shape (rows * length,
width). Batches in training all have the same number of padded positions, so those parts see one
shape and are compiled exactly once; only the attention, which is not compiled, sees the rows. On a
CPU no answer is computed for padding, so there the loss is compiled twice: for one number of
labels, and for any.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F  # noqa: N812 -- its name everywhere
from torch import Tensor, nn

from pieces import BOS, EOS, PAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan import Sizes

_COMPILED = 64  # variants of one function, for all layers together; the default is 8
_PERIOD = 10_000.0  # of the slowest sinusoid, as CTranslate2 has it


def attend(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    heads: int,
    *,
    mask: Tensor | None = None,
    causal: bool = False,
) -> Tensor:
    """Attention over (rows, length, width) tensors; returns flat activations.

    `mask`, broadcast to (rows, heads, queries, keys), is true where a query sees a key; with
    `causal` it sees those up to its own position. Not both.
    """
    query, key, value = (
        one.unflatten(-1, (heads, -1)).transpose(1, 2) for one in (query, key, value)
    )
    if query.device.type == "cpu":
        found = _attend_by_products(query, key, value, mask, causal)
    else:
        found = F.scaled_dot_product_attention(query, key, value, attn_mask=mask, is_causal=causal)
    return found.transpose(1, 2).flatten(2).flatten(0, 1)


def _attend_by_products(
    query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, causal: bool
) -> Tensor:
    """What the fused kernel computes, whose backward was 24 % of a training step on a CPU.

    It spares the memory of all scores, which rows of 224 pieces and fewer can do without.
    """
    scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5
    if causal:
        mask = torch.ones(scores.shape[-2:], dtype=torch.bool, device=scores.device).tril()
    if mask is not None:
        scores = scores.masked_fill(~mask, torch.finfo(scores.dtype).min)
    shares = torch.softmax(scores, dim=-1, dtype=torch.float32)
    return shares.to(value.dtype) @ value


class _Layer(nn.Module):
    """What both kinds of layer have: self-attention, and a feed-forward network behind it."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        width = sizes.width
        self.norm = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.ffn_norm = nn.LayerNorm(width)
        self.up = nn.Linear(width, sizes.hidden)
        self.down = nn.Linear(sizes.hidden, width)
        self.dropout = dropout

    def dropped(self, x: Tensor) -> Tensor:
        """`x` after dropout."""
        return F.dropout(x, self.dropout, self.training)

    def before(self, x: Tensor) -> Tensor:
        """Queries, keys and values of the self-attention."""
        return self.qkv(self.norm(x))

    def feed_forward(self, x: Tensor) -> Tensor:
        """The sum of `x` and what the feed-forward network makes of it."""
        return x + self.dropped(self.down(self.dropped(F.relu(self.up(self.ffn_norm(x))))))


class EncoderLayer(_Layer):
    """Cut into what stands before and after the attention."""

    parts = ("before", "after")

    def after(self, x: Tensor, attended: Tensor) -> Tensor:
        """What follows the self-attention."""
        return self.feed_forward(x + self.dropped(self.out(attended)))


class DecoderLayer(_Layer):
    """Cut into what stands before, between and after the two attentions."""

    parts = ("before", "between", "keys_values", "after")

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__(sizes, dropout)
        width = sizes.width
        self.cross_norm = nn.LayerNorm(width)
        self.cross_q = nn.Linear(width, width)
        self.cross_kv = nn.Linear(width, 2 * width)
        self.cross_out = nn.Linear(width, width)

    def between(self, x: Tensor, attended: Tensor) -> tuple[Tensor, Tensor]:
        """What follows the self-attention, and the query for the source."""
        x = x + self.dropped(self.out(attended))
        return x, self.cross_q(self.cross_norm(x))

    def keys_values(self, memory: Tensor) -> Tensor:
        """Keys and values of the encoded source."""
        return self.cross_kv(memory)

    def after(self, x: Tensor, attended: Tensor) -> Tensor:
        """What follows the attention to the source."""
        return self.feed_forward(x + self.dropped(self.cross_out(attended)))


class Transformer(nn.Module):
    """The whole model; one matrix embeds the source, the target and the answer."""

    parts = ("embed", "loss")

    def __init__(self, sizes: Sizes, vocabulary: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.sizes, self.dropout = sizes, dropout
        self.embedding = nn.Embedding(vocabulary, sizes.width)
        self.encoder = nn.ModuleList(
            EncoderLayer(sizes, dropout) for _ in range(sizes.encoder_layers)
        )
        self.encoder_norm = nn.LayerNorm(sizes.width)
        self.decoder = nn.ModuleList(
            DecoderLayer(sizes, dropout) for _ in range(sizes.decoder_layers)
        )
        self.decoder_norm = nn.LayerNorm(sizes.width)
        half = sizes.width // 2
        rates = torch.exp(torch.arange(half) * (-math.log(_PERIOD) / (half - 1)))
        self.register_buffer("rates", rates, persistent=False)
        self.residual_dtype = torch.float32
        self._initialise()

    def _initialise(self) -> None:
        width = self.sizes.width
        nn.init.normal_(self.embedding.weight, std=width**-0.5)
        for name, module in self.named_modules():
            if isinstance(module, nn.Linear):
                # A fused projection begins like the square blocks it is made of.
                rows = width if name.endswith(("qkv", "cross_kv")) else module.out_features
                bound = math.sqrt(6.0 / (rows + module.in_features))
                nn.init.uniform_(module.weight, -bound, bound)
                nn.init.zeros_(module.bias)

    def compile_parts(self) -> None:
        """Compile what treats positions one by one, for one number of them."""
        import torch._dynamo.config as dynamo  # noqa: PLC0415 -- two seconds

        dynamo.suppress_errors = True  # what cannot be compiled runs as it is
        dynamo.recompile_limit = _COMPILED
        for module in [*self.encoder, *self.decoder, self]:
            for name in module.parts:
                # None: once more for any number, as a CPU gives the loss only labels, not padding
                dynamic = None if name == "loss" else False
                setattr(module, name, torch.compile(getattr(module, name), dynamic=dynamic))

    def embed(self, ids: Tensor, positions: Tensor) -> Tensor:
        """Scaled embeddings of flat numbers, plus sinusoids of their positions from 1."""
        angles = positions.unsqueeze(1) * self.rates
        x = self.embedding(ids) * math.sqrt(self.sizes.width)
        x = (x + torch.cat([angles.sin(), angles.cos()], dim=1)).to(self.residual_dtype)
        return F.dropout(x, self.dropout, self.training)

    def _embed_rows(self, ids: Tensor) -> Tensor:
        positions = torch.arange(1, ids.shape[1] + 1, device=ids.device, dtype=torch.float32)
        return self.embed(ids.flatten(), positions.repeat(ids.shape[0]))

    def encode(self, source: Tensor) -> Tensor:
        """Encode padded numbers (rows, length) into flat activations."""
        rows, heads = source.shape[0], self.sizes.heads
        mask = (source != PAD)[:, None, None, :]
        x = self._embed_rows(source)
        for layer in self.encoder:
            query, keys, values = layer.before(x).unflatten(0, (rows, -1)).chunk(3, dim=-1)
            x = layer.after(x, attend(query, keys, values, heads, mask=mask))
        return self.encoder_norm(x)

    def decode(self, memory: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """Flat states before the last norm, for target numbers that start with BOS."""
        rows, heads = target.shape[0], self.sizes.heads
        mask = (source != PAD)[:, None, None, :]
        x = self._embed_rows(target)
        for layer in self.decoder:
            query, keys, values = layer.before(x).unflatten(0, (rows, -1)).chunk(3, dim=-1)
            x, query = layer.between(x, attend(query, keys, values, heads, causal=True))
            keys, values = layer.keys_values(memory).unflatten(0, (rows, -1)).chunk(2, dim=-1)
            attended = attend(query.unflatten(0, (rows, -1)), keys, values, heads, mask=mask)
            x = layer.after(x, attended)
        return x

    def logits(self, states: Tensor) -> Tensor:
        """Scores of the whole vocabulary."""
        return F.linear(self.decoder_norm(states), self.embedding.weight)

    def loss(self, states: Tensor, labels: Tensor, smoothing: float) -> Tensor:
        """Cross-entropy summed over the labels that are not padding."""
        return F.cross_entropy(
            self.logits(states).float(),
            labels,
            ignore_index=PAD,
            label_smoothing=smoothing,
            reduction="sum",
        )

    def forward(self, source: Tensor, target: Tensor, labels: Tensor, smoothing: float) -> Tensor:
        """Summed loss of a padded batch."""
        states, flat = self.decode(self.encode(source), source, target), labels.flatten()
        if states.device.type == "cpu":  # scores of the vocabulary are a third of a step there
            kept = flat != PAD
            states, flat = states[kept], flat[kept]
        return self.loss(states, flat, smoothing)


def greedy(
    model: Transformer, sources: Sequence[Sequence[int]], longest: int = 256
) -> list[list[int]]:
    """Greedy translations of one batch, without the marks of begin and end on either side.

    The decoder runs over the whole beginning again at every step: fast enough for the few hundred
    lines it is used on.
    """
    device = model.embedding.weight.device
    width = max(map(len, sources)) + 1
    rows = [[*ids, EOS] + [PAD] * (width - 1 - len(ids)) for ids in sources]
    with torch.inference_mode():
        source = torch.tensor(rows, device=device)
        memory = model.encode(source)
        target = torch.full((len(sources), 1), BOS, device=device)
        done = torch.zeros(len(sources), dtype=torch.bool, device=device)
        for _ in range(longest):
            states = model.decode(memory, source, target).unflatten(0, target.shape)[:, -1]
            best = model.logits(states).argmax(dim=-1).masked_fill(done, PAD)
            target = torch.cat([target, best[:, None]], dim=1)
            done |= best == EOS
            if bool(done.all()):
                break
    return [[n for n in row[1:] if n not in (PAD, EOS)] for row in target.tolist()]
