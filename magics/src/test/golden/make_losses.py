"""Reference values for the losses: a tiny network trained by Keras with each of them.

    python make_losses.py       writes ../resources/dev/lungo/loss/keras.json

Made with Python 3.11.7, keras 3.15.1 on jax 0.10.2 (CPU). Run by hand, not by the build: pip
install keras jax, then run it again when the file should hold something else.

The network is input(4), dense(5).tanh, dense(outputs) with an ending, trained by plain gradient
descent with learning rate 0.05 on batches of 4 of 12 examples, in order. Data and weights come from
integer arithmetic, so Java repeats them bit for bit:

    h(n, salt) = (31 n n + 7919 n + 104729 (salt + 1)) mod 10007
    unit(n, salt) = h(n, salt) / 10007.0 - 0.5, in double

    inputs     float(2 unit(n, 9)), n the place in the flattened array of 12 x 4
    weights    float(unit(n, p)), p the parameter (0 the first kernel, 1 its bias, ...), n the place
               in the flattened array in Keras layout (in, out)
    classes    k mod outputs for example k
    yes or no  1 where h(n, 7) is odd, n the place in the flattened array of 12 x outputs
    numbers    float(3 unit(n, 8)), n likewise
    shares     float(unit(n, 8) + 0.5), n likewise
    hundreds   float(100 unit(n, 8) + 150), n likewise

It trains in float32 and in float64 and stops where both drift further apart than a tenth of what
the tests allow.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

FLOAT = sys.argv[1] if len(sys.argv) > 1 else "float32"
os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["JAX_ENABLE_X64"] = "1" if FLOAT == "float64" else "0"

import jax
import keras
import numpy as np
from keras import layers, losses

keras.config.set_floatx(FLOAT)

EXAMPLES, INPUTS, HIDDEN, BATCH, STEPS, RATE = 12, 4, 5, 4, 100, 0.05
KEPT = (1, 10, 100)
TARGET = Path(__file__).parent / "../resources/dev/lungo/loss/keras.json"
CLASS_WEIGHTS = np.array([1.0, 4.0, 0.5])

# name: the loss, the ending, the number of outputs, the kind of targets
CASES = {
    "sparse": (losses.SparseCategoricalCrossentropy(), "softmax", 3, "classes"),
    "sparse-logits": (losses.SparseCategoricalCrossentropy(from_logits=True), None, 3, "classes"),
    "sparse-logits-softmax": (losses.SparseCategoricalCrossentropy(from_logits=True), "softmax", 3,
                              "classes"),
    "sparse-weighted": (losses.SparseCategoricalCrossentropy(), "softmax", 3, "classes"),
    "categorical": (losses.CategoricalCrossentropy(), "softmax", 3, "one-hot"),
    "categorical-logits": (losses.CategoricalCrossentropy(from_logits=True), None, 3, "one-hot"),
    "categorical-smooth": (losses.CategoricalCrossentropy(label_smoothing=0.1), "softmax", 3,
                           "one-hot"),
    "binary": (losses.BinaryCrossentropy(), "sigmoid", 1, "yes or no"),
    "binary-logits": (losses.BinaryCrossentropy(from_logits=True), None, 1, "yes or no"),
    "binary-several": (losses.BinaryCrossentropy(), "sigmoid", 3, "yes or no"),
    "binary-smooth": (losses.BinaryCrossentropy(label_smoothing=0.1), "sigmoid", 3, "yes or no"),
    "binary-focal": (losses.BinaryFocalCrossentropy(gamma=2.0), "sigmoid", 3, "yes or no"),
    "mse": (losses.MeanSquaredError(), None, 2, "numbers"),
    "mse-sigmoid": (losses.MeanSquaredError(), "sigmoid", 2, "numbers"),
    "mae": (losses.MeanAbsoluteError(), None, 2, "numbers"),
    "huber": (losses.Huber(), None, 2, "numbers"),
    "huber-half": (losses.Huber(delta=0.5), None, 2, "numbers"),
    "hinge": (losses.Hinge(), None, 1, "yes or no"),
    "hinge-tanh": (losses.Hinge(), "tanh", 2, "yes or no"),
    "squared-hinge": (losses.SquaredHinge(), None, 2, "yes or no"),
    "categorical-hinge": (losses.CategoricalHinge(), None, 3, "one-hot"),
    "categorical-focal": (losses.CategoricalFocalCrossentropy(), "softmax", 3, "one-hot"),
    "kl-divergence": (losses.KLDivergence(), "softmax", 3, "shares"),
    "poisson": (losses.Poisson(), "softplus", 2, "shares"),
    "cosine": (losses.CosineSimilarity(), None, 3, "numbers"),
    "mape": (losses.MeanAbsolutePercentageError(), None, 2, "hundreds"),
    "msle": (losses.MeanSquaredLogarithmicError(), "softplus", 2, "shares"),
    "log-cosh": (losses.LogCosh(), None, 2, "numbers"),
}


def h(n, salt):
    return (31 * n * n + 7919 * n + 104729 * (salt + 1)) % 10007


def unit(count, salt):
    return h(np.arange(count, dtype=np.int64), salt) / 10007.0 - 0.5


def inputs():
    return (2 * unit(EXAMPLES * INPUTS, 9)).astype("float32").reshape(EXAMPLES, INPUTS)


def targets(kind, outputs):
    classes = np.arange(EXAMPLES) % outputs
    if kind == "classes":
        return classes
    if kind == "one-hot":
        return np.eye(outputs, dtype="float32")[classes]
    places = np.arange(EXAMPLES * outputs, dtype=np.int64)
    values = {"yes or no": h(places, 7) % 2, "numbers": 3 * unit(len(places), 8),
              "shares": unit(len(places), 8) + 0.5,
              "hundreds": 100 * unit(len(places), 8) + 150}[kind]
    return values.astype("float32").reshape(EXAMPLES, outputs)


def first_weights(p, shape):
    return unit(int(np.prod(shape)), p).astype("float32").reshape(shape).astype(FLOAT)


def train(name):
    loss, ending, outputs, kind = CASES[name]
    model = keras.Sequential([layers.Input((INPUTS,)), layers.Dense(HIDDEN, activation="tanh"),
                              layers.Dense(outputs, activation=ending)])
    weights = [first_weights(p, w.shape) for p, w in enumerate(model.weights)]
    x, y = inputs().astype(FLOAT), targets(kind, outputs)
    y = y if kind == "classes" else y.astype(FLOAT)
    # Keras' fit(class_weight=...) weighs each example's loss and divides by their number.
    each = CLASS_WEIGHTS[y].astype(FLOAT) if name.endswith("weighted") else None

    @jax.jit
    def loss_of(weights, x, y, each):
        given, _ = model.stateless_call(weights, [], x, training=True)
        return loss(y, given, sample_weight=each)

    def batch(step):
        rows = slice(step * BATCH % EXAMPLES, step * BATCH % EXAMPLES + BATCH)
        return x[rows], y[rows], None if each is None else each[rows]

    step = jax.jit(jax.value_and_grad(loss_of))
    result = {"ending": ending or "", "outputs": outputs, "targets": kind,
              "atStart": float(loss_of(weights, x, y, None)), "losses": [], "weights": {}}
    for number in range(1, STEPS + 1):
        value, gradients = step(weights, *batch(number - 1))
        if number == 1:
            result["gradients"] = flat(gradients)
        weights = [w - np.asarray(RATE, FLOAT) * g for w, g in zip(weights, gradients, strict=True)]
        result["losses"].append(float(value))
        if number in KEPT:
            result["weights"][str(number)] = flat(weights)
    return result


def flat(arrays):
    return [float(v) for array in arrays for v in np.asarray(array).reshape(-1)]


def furthest(some, others):
    some, others = np.array(some), np.array(others)
    return float(np.abs(some - others).max() / np.linalg.norm(others))


def main():
    results = {name: train(name) for name in CASES}
    if FLOAT == "float64":
        print(json.dumps(results))
        return
    wide = json.loads(subprocess.check_output([sys.executable, __file__, "float64"]))
    for name, result in results.items():
        for step, allowed in zip(KEPT, (1e-5, 1e-4, 1e-3), strict=True):
            drift = furthest(result["weights"][str(step)], wide[name]["weights"][str(step)])
            if drift > allowed / 10:
                sys.exit(f"{name}: float32 drifts by {drift} after step {step}")
    about = {"madeBy": "magics/src/test/golden/make_losses.py",
             "versions": {"keras": keras.__version__, "jax": jax.__version__}}
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'  "{name}": {json.dumps(result)}' for name, result in results.items()]
    text = '{\n  "about": ' + json.dumps(about) + ",\n" + ",\n".join(lines) + "\n}\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.resolve()}: {len(text)} characters")


if __name__ == "__main__":
    main()
