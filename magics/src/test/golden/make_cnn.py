"""Reference values for the engine's tests: a tiny CNN trained by Keras with each optimizer.

    python make_cnn.py          writes ../resources/dev/lungo/engine/cnn-NAME.json for each
    python make_cnn.py adam     for one

Made with Python 3.11.7, keras 3.15.1 on jax 0.10.2 (CPU), numpy 2.4.6. Run by hand, not by the
build: pip install keras jax, then run it again when the file should hold something else.

Weights and data come from integer arithmetic, so Java repeats them bit for bit:

    images    pixel(k, i, j) = (31 k k + 7 i i + 13 j j j + 29 k j + 17 i j + 5 i k) mod 256
    labels    label(k) = k mod 5
    weights   h = (31 n n + 7919 n + 104729 (p + 1)) mod 10007
              value = float((h / 10007.0 - 0.5) * scale[p]), computed in double

k is the image, i the row, j the column; n is the place in the flattened array in Keras layout, p
the parameter (0 is the first convolution's kernel, 1 its bias, and so on). All of n stay below
1,000, so int is wide enough.

Training is in float32 throughout (JAX without x64). The script trains twice and stops unless both
runs agree to the last bit. It also trains in float64 and records how far both drift apart: that
distance is what rounding alone does, so a test's tolerance should be a few times larger.
"""

import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

FLOAT = sys.argv[2] if len(sys.argv) > 2 else "float32"
os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["JAX_ENABLE_X64"] = "1" if FLOAT == "float64" else "0"

import jax
import keras
import numpy as np
from keras import layers

keras.config.set_floatx(FLOAT)

IMAGES, SIZE, CLASSES, BATCH, STEPS = 24, 12, 5, 8, 100
KEPT = (1, 10, 100)
NAMES = [f"{layer} {part}" for layer in ("conv2d 1", "conv2d 2", "dense 1", "dense 2")
         for part in ("kernel", "bias")]
SCALES = [0.8, 0.1, 0.5, 0.1, 0.4, 0.1, 0.9, 0.1]
TARGET = Path(__file__).parent / "../resources/dev/lungo/engine"
OPTIMIZERS = {
    "adam": lambda: keras.optimizers.Adam(),
    "adamw": lambda: keras.optimizers.AdamW(weight_decay=0.01),
    "sgd": lambda: keras.optimizers.SGD(0.05),
    "sgd-momentum": lambda: keras.optimizers.SGD(0.02, momentum=0.9),
    "sgd-nesterov": lambda: keras.optimizers.SGD(0.02, momentum=0.9, nesterov=True),
    "rmsprop": lambda: keras.optimizers.RMSprop(),
    "adagrad": lambda: keras.optimizers.Adagrad(0.01),
}


def data():
    k, i, j = np.meshgrid(*map(np.arange, (IMAGES, SIZE, SIZE)), indexing="ij")
    pixels = (31 * k * k + 7 * i * i + 13 * j**3 + 29 * k * j + 17 * i * j + 5 * i * k) % 256
    return pixels.astype(np.uint8)[..., None], np.arange(IMAGES) % CLASSES


def first_weights(p, shape):
    n = np.arange(np.prod(shape), dtype=np.int64)
    h = (31 * n * n + 7919 * n + 104729 * (p + 1)) % 10007
    values = ((h / 10007.0 - 0.5) * SCALES[p]).astype(np.float32)
    return values.reshape(shape).astype(FLOAT)


def build():
    model = keras.Sequential([
        layers.Input((SIZE, SIZE, 1)),
        layers.Conv2D(4, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(6, 3, activation="relu"),
        layers.Flatten(),
        layers.Dense(8, activation="relu"),
        layers.Dense(CLASSES, activation="softmax"),
    ])
    model.set_weights([first_weights(p, w.shape) for p, w in enumerate(model.weights)])
    return model


def summary(value):
    """A parameter in few numbers; the sums are taken in float64."""
    flat = np.asarray(value).reshape(-1)
    wide = flat.astype(np.float64)
    return {"sum": wide.sum(), "sumOfSquares": (wide**2).sum(), "first16": numbers(flat[:16])}


def numbers(values):
    return [float(v) for v in np.asarray(values).reshape(-1)]


def named(summaries):
    return dict(zip(NAMES, summaries, strict=True))


def train(name):
    model, optimizer = build(), OPTIMIZERS[name]()
    optimizer.build(model.trainable_variables)
    cross_entropy = keras.losses.SparseCategoricalCrossentropy()
    pixels, labels = data()
    x = (pixels.astype(np.float32) / np.float32(255)).astype(FLOAT)

    def loss_of(weights, x, y):
        probabilities, _ = model.stateless_call(weights, [], x, training=True)
        return cross_entropy(y, probabilities)

    def evaluate(weights):
        probabilities, _ = model.stateless_call(weights, [], x)
        right = int((np.argmax(probabilities, axis=1) == labels).sum())
        return {"loss": float(cross_entropy(labels, probabilities)), "accuracy": right / IMAGES,
                "correct": right, "probabilitiesOfFirst3": [numbers(r) for r in probabilities[:3]]}

    @jax.jit
    def step(weights, state, x, y):
        loss, gradients = jax.value_and_grad(loss_of)(weights, x, y)
        return loss, gradients, *optimizer.stateless_apply(state, gradients, weights)

    weights = [v.value for v in model.trainable_variables]
    state = [v.value for v in optimizer.variables]
    result = {"atStart": evaluate(weights), "weightsAtStart": named(map(summary, weights)),
              "losses": [], "weightsAfterStep": {}}
    for number in range(1, STEPS + 1):
        start = (number - 1) * BATCH % IMAGES
        batch = slice(start, start + BATCH)
        loss, gradients, weights, state = step(weights, state, x[batch], labels[batch])
        result["losses"].append(float(loss))
        if number == 1:
            result["gradientNormsAtStep1"] = named(
                float(np.linalg.norm(np.asarray(g, np.float64))) for g in gradients)
        if number in KEPT:
            result["weightsAfterStep"][str(number)] = named(map(summary, weights))
    result["atEnd"] = evaluate(weights)
    return result


def about(name):
    pixels, _ = data()
    optimizer = OPTIMIZERS[name]().get_config()
    return {
        "madeBy": "magics/src/test/golden/make_cnn.py",
        "versions": {"python": platform.python_version(), "keras": keras.__version__,
                     "jax": jax.__version__, "numpy": np.__version__},
        "model": "input 12 x 12 x 1 (uint8 / 255), conv2d(4, 3).relu, maxPool2d(2), "
                 "conv2d(6, 3).relu, flatten, dense(8).relu, dense(5).softmax",
        "optimizer": {key: value for key, value in optimizer.items()
                      if isinstance(value, (str, float, bool))},
        "training": "sparse categorical cross-entropy, mean over a batch of 8; step n (from 1) "
                    "sees the images from (n - 1) * 8 mod 24 on, without shuffling; losses[n - 1] "
                    "is taken before the update of step n",
        "layout": "Keras: a convolution's kernel is height, width, in, out; a dense kernel is in, "
                  "out; row-major; flatten takes height, width, channels in this order",
        "numbers": "float32, printed so that they read back to the same float; sums, norms and "
                   "sums of squares are taken over float32 values in float64",
        "scales": SCALES,
        "shapes": named([list(w.shape) for w in build().weights]),
        "pixelSum": int(pixels.astype(np.int64).sum()),
        "firstPixels": [int(p) for p in pixels.reshape(-1)[:16]],
    }


def drift(narrow, wide, step):
    """The largest distance up to this step of the losses, and after it of the weights kept."""
    after = [run["weightsAfterStep"][str(step)] for run in (narrow, wide)]
    return {"loss": furthest(narrow["losses"][:step], wide["losses"][:step]),
            "first16": max(furthest(*(one[name]["first16"] for one in after)) for name in NAMES)}


def furthest(some, others):
    return max(abs(a - b) for a, b in zip(some, others, strict=True))


def write(name):
    result = train(name)
    if train(name) != result:
        sys.exit("two runs in float32 differ: these values are no reference")
    wide = json.loads(subprocess.check_output([sys.executable, __file__, name, "float64"]))
    result["driftToFloat64"] = {str(n): drift(result, wide, n) for n in KEPT}
    text = json.dumps(about(name) | result, indent=1)
    text = re.sub(r"\[[^][{}]*]", lambda row: " ".join(row[0].split()), text)
    target = TARGET / f"cnn-{name}.json"
    target.write_text(text + "\n", encoding="utf-8")
    print(f"{target.resolve()}: {len(text)} characters")


def main():
    names = sys.argv[1:2] or list(OPTIMIZERS)
    if FLOAT == "float64":
        print(json.dumps(train(names[0])))
        return
    for name in names:
        write(name)


if __name__ == "__main__":
    main()
