"""Files of weights as users bring them, for WeightFilesTests: written by Keras and by PyTorch.

    python make_weight_files.py keras      writes ../resources/dev/lungo/model/weights/*h5 and .keras
    python make_weight_files.py torch      writes *.pt there

Made with Python 3.11.7: keras 3.15.1 on jax 0.10.2, and torch 2.7.1. Run by hand, not by the build.
Beside the files, keras.json and torch.json hold what the models give for one example, whose values
are ((7 i) mod 11 - 5) / 5, or (3 i) mod 7 for words.
"""

import json
import os
import sys
from pathlib import Path

import numpy as np

TARGET = Path(__file__).parent / "../resources/dev/lungo/model/weights"


def values(*shape):
    i = np.arange(np.prod(shape))
    return (((7 * i) % 11 - 5) / 5).astype(np.float32).reshape(1, *shape)


def given(outputs):
    return [float(f"{v:.8g}") for v in np.asarray(outputs, np.float64).reshape(-1)]


def keras():
    os.environ["KERAS_BACKEND"] = "jax"
    os.environ["JAX_PLATFORMS"] = "cpu"
    import keras
    from keras import layers as k

    def spread(model):
        """Other numbers than those that layers begin with, also for norms and slopes."""
        rng = np.random.default_rng(1)
        for weight in model.weights:
            weight.assign(rng.uniform(0.2, 0.8, weight.shape))
        return model

    picture = spread(keras.Sequential([
        keras.Input((4, 4, 2)), k.Conv2D(3, 2), k.PReLU(shared_axes=[1, 2]), k.BatchNormalization(),
        k.Flatten(), k.Dropout(0.5), k.Dense(4), k.Dense(4, activation="tanh", name="head"),
        k.Dense(4)]))
    picture.save(TARGET / "picture.keras")
    picture.save(TARGET / "picture.h5")
    picture.compile("adam", "mse")
    picture.optimizer.build(picture.trainable_variables)
    picture.save_weights(TARGET / "picture.weights.h5")

    words = x = keras.Input((5,))
    x = k.Embedding(7, 4)(x)
    x = k.MultiHeadAttention(2, 3)(x, x)
    x = k.LayerNormalization()(x)
    x = k.Bidirectional(k.LSTM(3, return_sequences=True))(x)
    text = spread(keras.Model(words, k.GRU(2)(x)))
    text.save_weights(TARGET / "text.weights.h5")

    x = keras.Input((3, 4))
    alike = spread(keras.Sequential([x, k.LayerNormalization(), k.Dense(4), k.GroupNormalization(2)]))
    alike.save_weights(TARGET / "alike.weights.h5")

    (TARGET / "keras.json").write_text(json.dumps({
        "picture": given(picture(values(4, 4, 2))),
        "text": given(text(np.arange(5).reshape(1, 5) * 3 % 7)),
    }, indent=1) + "\n")


def torch():
    import torch
    from torch import nn

    torch.manual_seed(1)
    net = nn.Sequential(nn.Conv2d(2, 3, 2), nn.PReLU(3), nn.BatchNorm2d(3), nn.Flatten(),
                        nn.Linear(27, 4), nn.PReLU(), nn.Linear(4, 4), nn.Tanh(), nn.Linear(4, 4))
    with torch.no_grad():
        for weight in net.state_dict().values():
            if weight.dtype == torch.float32:
                weight.uniform_(0.2, 0.8)
    net = net.to(memory_format=torch.channels_last).eval()
    x = torch.from_numpy(values(4, 4, 2)).permute(0, 3, 1, 2)
    (TARGET / "torch.json").write_text(json.dumps({"net": given(net(x).detach())}, indent=1) + "\n")
    torch.save(net.state_dict(), TARGET / "net.pt")
    torch.save(net, TARGET / "whole.pt")
    torch.save(net.state_dict(), TARGET / "old.pt", _use_new_zipfile_serialization=False)
    torch.jit.script(nn.Linear(1, 1)).save(str(TARGET / "script.pt"))
    torch.save({"epoch": 3, "model_state_dict": net.double().state_dict(), "loss": 0.5,
                "optimizer": torch.optim.Adam(net.parameters()).state_dict()},
               TARGET / "checkpoint.pt")


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    {"keras": keras, "torch": torch}[sys.argv[1]]()
