"""Decisions of Keras' EarlyStopping and ReduceLROnPlateau over a made-up curve.

    python make_callbacks.py       writes ../resources/dev/lungo/callback/keras.json

Made with Python 3.11.7, keras 3.15.1 on jax 0.10.2. Run by hand, not by the build.

For each setting: after which epoch (from 1) the training stops (0: never) and which epoch's weights
it ends with; and the learning rate after each epoch, which begins at 0.1.
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"
import keras

CURVES = {
    "falling": [1.0, 0.8, 0.6, 0.5, 0.45, 0.44, 0.43, 0.42, 0.41, 0.40],
    "uneven": [1.0, 0.7, 0.8, 0.65, 0.66, 0.67, 0.649, 0.7, 0.71, 0.72, 0.73, 0.74, 0.6, 0.61],
    "rising": [0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
    "broken": [1.0, 0.9, float("nan"), float("nan"), float("nan"), 0.8],
}
STOPPING = [{}, {"patience": 2}, {"patience": 3, "min_delta": 0.05}]
PLATEAU = [{"patience": 2}, {"factor": 0.5, "patience": 1, "cooldown": 2},
           {"factor": 0.5, "patience": 1, "min_delta": 0.05, "min_lr": 0.03}, {"patience": 0}]
TARGET = Path(__file__).parent / "../resources/dev/lungo/callback/keras.json"


def model(rate=0.1):
    made = keras.Sequential([keras.layers.Input((1,)), keras.layers.Dense(1)])
    made.compile(keras.optimizers.SGD(rate), "mse")
    return made


def stopped(curve, settings):
    made = model()
    callback = keras.callbacks.EarlyStopping("loss", restore_best_weights=True, **settings)
    callback.set_model(made)
    callback.on_train_begin()
    end = 0
    for epoch, loss in enumerate(curve):
        made.stop_training = False
        callback.on_epoch_end(epoch, {"loss": loss})
        if made.stop_training:
            end = epoch + 1
            break
    return {"settings": settings, "stopped": end, "best": callback.best_epoch + 1}


def rates(curve, settings):
    made = model()
    callback = keras.callbacks.ReduceLROnPlateau("loss", **settings)
    callback.set_model(made)
    callback.on_train_begin()
    found = []
    for epoch, loss in enumerate(curve):
        callback.on_epoch_end(epoch, {"loss": loss})
        found.append(float(made.optimizer.learning_rate))
    return {"settings": settings, "rates": found}


def main():
    result = {name: {"values": [str(v) for v in curve],
                     "earlyStopping": [stopped(curve, s) for s in STOPPING],
                     "reduceLrOnPlateau": [rates(curve, s) for s in PLATEAU]}
              for name, curve in CURVES.items()}
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
