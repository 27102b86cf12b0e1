"""A real CTranslate2 Transformer whose weights are written by hand: a word-for-word dictionary.

The decoder's state is cut into four parts: which piece stands here, which position this is, and
(filled by the attention to the source) which piece to say. The cross-attention looks at the
position only, so the target piece at position n is the dictionary's entry for the source piece
at n, and the end of the source is the end of the target. What it says can thus be known in
advance, and so can its confidence, which grows with `sharpness`.

All of this happens in the first decoder layer; more layers, and the feed-forward networks, are
silent: their weights are zero and they add nothing, but they are computed like any others. A
large dictionary with 6 + 6 layers thus costs what a published package costs.
"""

from __future__ import annotations

import hashlib
import io
import json
from typing import TYPE_CHECKING

import numpy as np
import sentencepiece
from ctranslate2.specs import model_spec, transformer_spec

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DICTIONARY = {"chat": "cat", "noir": "black", "Le": "The", "le": "the", "est": "is", "ici": "here"}
POSITIONS = 128
_UNK, _BOS, _EOS = 0, 1, 2


def tokenizer(dictionary: Mapping[str, str] = DICTIONARY) -> bytes:
    """Train a SentencePiece model with a piece for every word, and letters for the rest."""
    words = [*dictionary, *dictionary.values()]
    letters = "abcdefghijklmnopqrstuvwxyzLTVQXZABCéèà0123456789.,;:!?%_/'«»“”\"-"
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(words)] * 50 + [" ".join(letters)] * 5),
        model_writer=model,
        model_type="unigram",
        vocab_size=len(set(words)) + len(letters) + 10,
        hard_vocab_limit=False,
        user_defined_symbols=[f"▁{word}" for word in dict.fromkeys(words)],
        required_chars=letters,
        minloglevel=3,
    )
    return model.getvalue()


def build(
    folder: Path,
    *,
    dictionary: Mapping[str, str] = DICTIONARY,
    sharpness: float = 0.5,
    quantization: str | None = "int8",
    layers: tuple[int, int] = (1, 1),
    hidden: int = 8,
    **metadata: str,
) -> Path:
    """Write the package `folder`, whose name is to be chosen by the caller; returns it.

    `layers` counts those of the encoder and of the decoder, `hidden` is the width inside their
    feed-forward networks. The width of the model follows from the dictionary: twice the pieces,
    and `POSITIONS`.
    """
    folder.mkdir(parents=True)
    (folder / "sentencepiece.model").write_bytes(tokenizer(dictionary))
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    says = list(range(len(pieces)))
    for french, english in dictionary.items():
        says[pieces.index(f"▁{french}")] = pieces.index(f"▁{english}")
    spec = _spec(pieces, says, sharpness, layers, hidden)
    spec.validate()
    spec.optimize(quantization=quantization)
    (folder / "model").mkdir()
    spec.save(str(folder / "model"))
    described = {"package_version": "1.0", "from_code": "fr", "to_code": "en", **metadata}
    (folder / "metadata.json").write_text(json.dumps(described), encoding="utf-8")
    return folder


def write_manifest(folder: Path) -> None:
    """Write the SHA256SUMS of a package."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def _spec(
    pieces: list[str], says: list[int], sharpness: float, layers: tuple[int, int], hidden: int
) -> transformer_spec.TransformerSpec:
    size = len(pieces)
    width = 2 * size + POSITIONS
    here, position, say = slice(0, size), slice(size, size + POSITIONS), slice(width - size, width)
    spec = transformer_spec.TransformerSpec.from_config(layers, 1, pre_norm=True)
    embedding = _zeros(size, width)
    embedding[:, here] = np.eye(size)
    embedding /= np.sqrt(width)  # CTranslate2 multiplies by it
    places = _zeros(POSITIONS, width)
    places[:, position] = np.eye(POSITIONS)
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = places
        _set_norm(side.layer_norm, width)
        for layer in side.layer:
            _silence(layer, width, hidden)
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    attention = spec.decoder.layer[0].attention
    look, value, projection = _zeros(width, width), _zeros(width, width), _zeros(size, width)
    look[position, position] = 3 * np.eye(POSITIONS)
    value[say, here] = np.eye(size)[:, says].reshape(size, size)
    projection[:, say] = sharpness * np.eye(size)
    _set_linear(attention.linear[0], look)
    _set_linear(attention.linear[1], np.concatenate([look, value]))
    _set_linear(attention.linear[2], np.eye(width, dtype=np.float32))
    _set_linear(spec.decoder.projection, projection)
    _name(spec, pieces)
    return spec


def _name(spec: transformer_spec.TransformerSpec, pieces: list[str]) -> None:
    """Say which piece each row of the embeddings is, and which of them are special."""
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.unk_token = pieces[_UNK]
    spec.config.bos_token = spec.config.decoder_start_token = pieces[_BOS]
    spec.config.eos_token = pieces[_EOS]
    spec.config.add_source_eos = True


def _zeros(rows: int, columns: int) -> np.ndarray:
    return np.zeros((rows, columns), dtype=np.float32)


def _set_norm(spec: model_spec.LayerSpec, width: int) -> None:
    spec.gamma, spec.beta = np.ones(width, np.float32), np.zeros(width, np.float32)


def _set_linear(spec: model_spec.LayerSpec, weight: np.ndarray) -> None:
    spec.weight = weight.astype(np.float32)
    spec.bias = np.zeros(len(weight), np.float32)


def _silence(layer: model_spec.LayerSpec, width: int, hidden: int) -> None:
    """Make a layer add nothing, be it one of the encoder or of the decoder."""
    _set_norm(layer.self_attention.layer_norm, width)
    _set_linear(layer.self_attention.linear[0], _zeros(3 * width, width))
    _set_linear(layer.self_attention.linear[1], _zeros(width, width))
    if hasattr(layer, "attention"):
        _set_norm(layer.attention.layer_norm, width)
        _set_linear(layer.attention.linear[0], _zeros(width, width))
        _set_linear(layer.attention.linear[1], _zeros(2 * width, width))
        _set_linear(layer.attention.linear[2], _zeros(width, width))
    _set_norm(layer.ffn.layer_norm, width)
    _set_linear(layer.ffn.linear_0, _zeros(hidden, width))
    _set_linear(layer.ffn.linear_1, _zeros(width, hidden))
