"""How first weights are spread in Keras and in PyTorch, for FirstWeightsTests.

    python make_first_weights.py keras      writes ../resources/dev/lungo/weight/first-keras.json
    python make_first_weights.py torch      writes ../resources/dev/lungo/weight/first-torch.json

Made with Python 3.11.7: keras 3.15.1 on jax 0.10.2, and torch 2.7.1. Run by hand, not by the build.
For each weight of each layer: how many values it has, their mean and deviation, the smallest and
the largest. Random numbers differ, so Java compares these; layers are large enough for that.
"""

import json
import os
import sys
from pathlib import Path

import numpy as np

TARGET = Path(__file__).parent / "../resources/dev/lungo/weight"


def spread(values):
    v = np.asarray(values, np.float64)
    return {"count": v.size, "mean": round(v.mean(), 6), "deviation": round(v.std(), 6),
            "least": round(v.min(), 6), "largest": round(v.max(), 6)}


def keras_layers():
    os.environ["KERAS_BACKEND"] = "jax"
    os.environ["JAX_PLATFORMS"] = "cpu"
    import keras
    from keras import layers as k

    keras.utils.set_random_seed(1)
    cases = {
        "dense": ((90,), k.Dense(60)),
        "conv2d": ((9, 9, 16), k.Conv2D(32, 3)),
        "conv2d groups": ((9, 9, 16), k.Conv2D(32, 3, groups=4)),
        "depthwiseConv2d": ((9, 9, 64), k.DepthwiseConv2D(3, depth_multiplier=4)),
        "separableConv2d": ((9, 9, 64), k.SeparableConv2D(48, 3, depth_multiplier=2)),
        "conv2dTranspose": ((9, 9, 16), k.Conv2DTranspose(32, 3)),
        "conv1d": ((9, 32), k.Conv1D(64, 3)),
        "embedding": ((9,), k.Embedding(200, 30)),
        "lstm": ((9, 40), k.LSTM(30)),
        "gru": ((9, 40), k.GRU(30)),
        "batchNorm": ((50,), k.BatchNormalization()),
        "layerNorm": ((50,), k.LayerNormalization()),
    }
    result = {}
    for name, (shape, layer) in cases.items():
        layer(keras.Input(shape))
        result[name] = [spread(w.numpy()) for w in layer.weights]
    x = keras.Input((9, 64))
    layer = k.MultiHeadAttention(4, 8)
    layer(x, x)
    result["multiHeadAttention"] = [spread(w.numpy()) for w in layer.weights]
    return result


def torch_layers():
    import torch
    from torch import nn

    torch.manual_seed(1)
    cases = {
        "dense": nn.Linear(90, 60),
        "conv2d": nn.Conv2d(16, 32, 3),
        "conv2d groups": nn.Conv2d(16, 32, 3, groups=4),
        "depthwiseConv2d": nn.Conv2d(64, 256, 3, groups=64),
        "conv2dTranspose": nn.ConvTranspose2d(16, 32, 3),
        "conv1d": nn.Conv1d(32, 64, 3),
        "embedding": nn.Embedding(200, 30),
        "lstm": nn.LSTM(40, 30),
        "gru": nn.GRU(40, 30),
        "batchNorm": nn.BatchNorm1d(50),
        "layerNorm": nn.LayerNorm(50),
        "multiHeadAttention": nn.MultiheadAttention(64, 4),
        "bidirectional": nn.LSTM(40, 30, bidirectional=True),
    }
    return {name: {key: spread(value.numpy()) for key, value in module.state_dict().items()
                   if key != "num_batches_tracked"} for name, module in cases.items()}


if __name__ == "__main__":
    found = {"keras": keras_layers, "torch": torch_layers}[sys.argv[1]]()
    TARGET.mkdir(exist_ok=True)
    lines = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in found.items()]
    (TARGET / f"first-{sys.argv[1]}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
