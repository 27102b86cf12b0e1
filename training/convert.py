"""Trained weights as a CTranslate2 model.

Responsible for: which matrix goes where. Needs no PyTorch: the weights are numpy arrays.
Not responsible for: the package around the model (`export`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctranslate2.specs import model_spec, transformer_spec

from pieces import BOS, EOS, UNK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from plan import Sizes
    from weights import State


class _Weights:
    """The arrays whose names begin with `prefix`."""

    def __init__(self, state: State, prefix: str = "") -> None:
        self._state, self._prefix = state, prefix

    def __getitem__(self, name: str) -> _Weights:
        return _Weights(self._state, f"{self._prefix}{name}.")

    def array(self, name: str) -> NDArray[np.float32]:
        """A copy: CTranslate2 quantizes in place."""
        return self._state[f"{self._prefix}{name}"].copy()

    def linear(self, name: str, spec: model_spec.LayerSpec) -> None:
        """Copy a linear layer."""
        spec.weight, spec.bias = self.array(f"{name}.weight"), self.array(f"{name}.bias")

    def norm(self, name: str, spec: model_spec.LayerSpec) -> None:
        """Copy a layer normalisation."""
        spec.gamma, spec.beta = self.array(f"{name}.weight"), self.array(f"{name}.bias")


def convert(
    sizes: Sizes, state: State, pieces: Sequence[str], folder: Path, quantization: str | None
) -> None:
    """Write the CTranslate2 model `folder`, which is not to be there yet; `pieces` by number."""
    spec = transformer_spec.TransformerSpec.from_config(
        (sizes.encoder_layers, sizes.decoder_layers), sizes.heads, pre_norm=True
    )
    weights = _Weights(state)
    for name, side in (("encoder", spec.encoder), ("decoder", spec.decoder)):
        # Without a table CTranslate2 computes the sinusoids, for any length.
        side.position_encodings.encodings = model_spec.OPTIONAL
        weights.norm(f"{name}_norm", side.layer_norm)
        for number, layer in enumerate(side.layer):
            _copy_layer(weights[name][str(number)], layer)
    for layer in (spec.encoder.embeddings[0], spec.decoder.embeddings, spec.decoder.projection):
        layer.weight = weights.array("embedding.weight")
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    spec.config.unk_token, spec.config.eos_token = pieces[UNK], pieces[EOS]
    spec.config.bos_token = spec.config.decoder_start_token = pieces[BOS]
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization=quantization)
    folder.mkdir(parents=True)
    spec.save(str(folder))


def _copy_layer(weights: _Weights, layer: model_spec.LayerSpec) -> None:
    """Copy one layer; queries, keys and values are one matrix on both sides."""
    weights.norm("norm", layer.self_attention.layer_norm)
    weights.linear("qkv", layer.self_attention.linear[0])
    weights.linear("out", layer.self_attention.linear[1])
    if hasattr(layer, "attention"):
        weights.norm("cross_norm", layer.attention.layer_norm)
        weights.linear("cross_q", layer.attention.linear[0])
        weights.linear("cross_kv", layer.attention.linear[1])
        weights.linear("cross_out", layer.attention.linear[2])
    weights.norm("ffn_norm", layer.ffn.layer_norm)
    weights.linear("up", layer.ffn.linear_0)
    weights.linear("down", layer.ffn.linear_1)
