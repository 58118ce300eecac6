"""Reference values for models that are not one line: several inputs and outputs, a layer that is
used twice, and a label for each position of a sequence or picture.

    python make_models.py       writes ../resources/dev/lungo/model/models.json

Made with Python 3.11.7, keras 3.15.1 on jax 0.10.2 (CPU). Run by hand, not by the build: pip
install keras jax, then run it again when the file should hold something else.

Each model is trained by Keras' own fit, 100 epochs of one batch of all examples, with plain gradient
descent. Data and weights come from integer arithmetic, so Java repeats them bit for bit:

    h(n, salt) = (31 n n + 7919 n + 104729 (salt + 1)) mod 10007

    numbers    float(h(n, salt) / 10007 - 0.5), n the place in the flattened array
    classes    h(n, salt) mod their number
    weights    float(0.9 (h(n, p) / 10007 - 0.5)), p the place of the weight's name among all names
               in alphabetical order, n the place in Lungo's layout (outputs first)

Kept are the figures of the epochs 1, 10 and 100 by Keras' names, and of each weight after them the
norm and the first six numbers, in Lungo's layout.
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import keras
import numpy as np
from keras import layers as k

EXAMPLES, STEPS, KEPT = 6, 100, (1, 10, 100)
TARGET = Path(__file__).parent / "../resources/dev/lungo/model/models.json"


def h(shape, salt):
    n = np.arange(int(np.prod(shape)), dtype=np.int64)
    return ((31 * n * n + 7919 * n + 104729 * (salt + 1)) % 10007).reshape(shape)


def numbers(salt, *shape):
    return (h((EXAMPLES, *shape), salt) / 10007.0 - 0.5).astype("float32")


def classes(count, salt, *shape):
    return h((EXAMPLES, *shape), salt) % count


def two_and_two():
    words, facts = k.Input((5,), name="words"), k.Input((4,), name="facts")
    read = k.GlobalAveragePooling1D()(k.Embedding(7, 3, name="embedding")(words))
    both = k.Concatenate()([read, k.Dense(4, activation="tanh", name="known")(facts)])
    age = k.Dense(1, name="age")(both)
    kind = k.Dense(3, activation="softmax", name="kind")(both)
    model = keras.Model([words, facts], [age, kind])
    return (model,
            {"loss": ["mse", "sparse_categorical_crossentropy"], "loss_weights": [0.3, 2.0],
             "metrics": [["mae"], ["accuracy"]]},
            [classes(7, 1, 5), numbers(2, 4)], [numbers(3, 1), classes(3, 4)])


def siamese():
    a, b = k.Input((4,), name="a"), k.Input((4,), name="b")
    one, two = k.Dense(5, activation="tanh", name="one"), k.Dense(3, name="two")
    apart = k.Subtract()([two(one(a)), two(one(b))])
    same = k.Dense(1, activation="sigmoid", name="same")(apart)
    return (keras.Model([a, b], same), {"loss": "binary_crossentropy", "metrics": ["accuracy"]},
            [numbers(1, 4), numbers(2, 4)], classes(2, 3))


def sequence(ending):
    words = k.Input((5,), name="words")
    read = k.Conv1D(4, 3, padding="same", activation="tanh", name="around")(
        k.Embedding(7, 3, name="embedding")(words))
    return words, k.Dense(3, activation=ending, name="tags")(read)


def tags():
    return (keras.Model(*sequence("softmax")),
            {"loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"]},
            classes(7, 1, 5), classes(3, 2, 5))


def one_hot_tags():
    return (keras.Model(*sequence("softmax")),
            {"loss": "categorical_crossentropy", "metrics": ["accuracy"]},
            classes(7, 1, 5), np.eye(3, dtype="float32")[classes(3, 2, 5)])


def logits():
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    return (keras.Model(*sequence(None)), {"loss": loss, "metrics": ["accuracy"]},
            classes(7, 1, 5), classes(3, 2, 5))


def series():
    return (keras.Model(*sequence(None)), {"loss": "mse", "metrics": ["mae"]},
            classes(7, 1, 5), numbers(2, 5, 3))


def picture(filters, ending):
    x = k.Input((4, 5, 2), name="picture")
    seen = k.Conv2D(3, 3, padding="same", activation="tanh", name="seen")(x)
    return x, k.Conv2D(filters, 1, activation=ending, name="parts")(seen)


def segments():
    return (keras.Model(*picture(3, "softmax")),
            {"loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"]},
            numbers(1, 4, 5, 2), classes(3, 2, 4, 5))


def mask():
    return (keras.Model(*picture(1, "sigmoid")),
            {"loss": "binary_crossentropy", "metrics": ["accuracy"]},
            numbers(1, 4, 5, 2), classes(2, 2, 4, 5, 1))


# name: the model, how it is compiled, its data; the rate; whether examples are weighed
CASES = {
    "two and two": (two_and_two, 0.2, False),
    "two and two weighed": (two_and_two, 0.2, True),
    "siamese": (siamese, 0.5, False),
    "tags": (tags, 0.5, False),
    "one-hot tags": (one_hot_tags, 0.5, False),
    "tags from logits": (logits, 0.5, False),
    "tags weighed": (tags, 0.5, True),
    "series": (series, 0.2, False),
    "segments": (segments, 0.5, False),
    "mask": (mask, 0.5, False),
}


def axes(variable):
    return {1: (0,), 2: (1, 0), 3: (2, 1, 0), 4: (3, 2, 0, 1)}[len(variable.shape)]


def named(model):
    weights = {}
    for layer in model.layers:
        for variable in layer.weights:
            # An embedding's table stays as it is: words, features.
            order = (0, 1) if variable.name == "embeddings" else axes(variable)
            role = "kernel" if variable.name == "embeddings" else variable.name
            weights[f"{layer.name}.{role}"] = (variable, order)
    return dict(sorted(weights.items()))


def begin(model):
    for p, (variable, order) in enumerate(named(model).values()):
        values = 0.9 * (h([variable.shape[a] for a in order], p) / 10007.0 - 0.5)
        variable.assign(np.transpose(values.astype("float32"), np.argsort(order)))


def short(values):
    return [float(f"{v:.8g}") for v in np.asarray(values, np.float64).reshape(-1)]


def kept(model):
    result = {}
    for name, (variable, order) in named(model).items():
        values = np.transpose(np.asarray(variable.value), order).astype(np.float64)
        result[name] = {"norm": short(np.linalg.norm(values))[0],
                        "first": short(values.reshape(-1)[:6])}
    return result


def train(name):
    build, rate, weighed = CASES[name]
    model, how, x, y = build()
    begin(model)
    model.compile(keras.optimizers.SGD(rate), **how)
    result = {"rate": rate, "figures": {}, "weights": {"0": kept(model)}}
    weights = (h((EXAMPLES,), 9) % 4).astype("float32") if weighed else None
    if weighed and name.startswith("tags"):
        weights = weights[:, None]  # Keras spreads an example's weight over its positions then
    done = 0
    for step in KEPT:
        history = model.fit(x, y, batch_size=EXAMPLES, epochs=step - done, shuffle=False,
                            verbose=0, sample_weight=weights,
                            validation_data=(x, y)).history
        result["figures"][str(step)] = {figure: short(values[-1])[0]
                                        for figure, values in history.items()}
        result["weights"][str(step)] = kept(model)
        done = step
    outputs = model.predict(x, verbose=0)
    outputs = outputs if isinstance(outputs, list) else [outputs]
    result["outputs"] = [short(output[0]) for output in outputs]
    return result


TARGET.parent.mkdir(parents=True, exist_ok=True)
results = {name: train(name) for name in CASES}
TARGET.write_text(json.dumps(results, separators=(",", ":")).replace('},"', '},\n"') + "\n")
