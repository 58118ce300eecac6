"""Reference values for optimizers and schedules, from Keras and from PyTorch.

    python make_optimizers.py keras    writes ../resources/dev/lungo/optim/keras.json
    python make_optimizers.py torch    writes ../resources/dev/lungo/optim/torch.json

Made with Python 3.11.7; keras 3.15.1 on jax 0.10.2; torch 2.7.1 (CPU). Run by hand, not by the build.

A network of 6 inputs, 8 units with tanh and 3 with softmax learns 24 rows in batches of 8, without
shuffling, for 100 steps. Rows and first weights come from integer arithmetic, so that Java repeats
them bit for bit:

    rows      x(k, i) = ((31 k k + 7 i i i + 29 k i + 5 i) mod 256) / 128 - 1, the label is k mod 3
    weights   h = (31 n n + 7919 n + 104729 (p + 1)) mod 10007, n in Keras' layout (in, out)
              value = float((h / 10007.0 - 0.5) * scale[p]), scale 1.8, 0.2, 1.8, 0.2

Kept are the gradients of the first step, and losses and weights after 1, 10 and 100 steps. For each
schedule its rate at some steps is kept, as float64.
"""

import json
import sys
from pathlib import Path

import numpy as np

ROWS, INPUTS, UNITS, CLASSES, BATCH = 24, 6, 8, 3, 8
SHAPES = [(INPUTS, UNITS), (UNITS,), (UNITS, CLASSES), (CLASSES,)]
SCALES = [1.8, 0.2, 1.8, 0.2]
KEPT = (1, 10, 100)
RATE_STEPS = [0, 1, 2, 9, 10, 11, 25, 29, 30, 31, 50, 99, 100]
TARGET = Path(__file__).parent / "../resources/dev/lungo/optim"


def rows():
    k, i = np.meshgrid(np.arange(ROWS), np.arange(INPUTS), indexing="ij")
    x = (31 * k * k + 7 * i**3 + 29 * k * i + 5 * i) % 256
    return (x / 128 - 1).astype(np.float32), np.arange(ROWS) % CLASSES


def first_weights():
    values = []
    for p, shape in enumerate(SHAPES):
        n = np.arange(np.prod(shape), dtype=np.int64)
        h = (31 * n * n + 7919 * n + 104729 * (p + 1)) % 10007
        values.append(((h / 10007.0 - 0.5) * SCALES[p]).astype(np.float32).reshape(shape))
    return values


def keras_results():
    import os

    os.environ["KERAS_BACKEND"] = "jax"
    os.environ["JAX_PLATFORMS"] = "cpu"
    import jax
    import jax.numpy as jnp
    from keras import optimizers as o
    from keras.optimizers import schedules as s

    import keras

    cosine = s.CosineDecay(0.02, 50, alpha=0.1)
    variants = {
        "adam": o.Adam(0.01),
        "adam-amsgrad": o.Adam(0.01, amsgrad=True, beta_2=0.9),
        "adam-weightDecay": o.Adam(0.01, weight_decay=0.1),
        "adam-clipNorm": o.Adam(0.01, clipnorm=0.02, epsilon=1e-2),
        "adamW": o.AdamW(0.01),
        "sgd": o.SGD(0.1),
        "sgd-momentum": o.SGD(0.05, momentum=0.9),
        "sgd-nesterov": o.SGD(0.05, momentum=0.9, nesterov=True),
        "sgd-weightDecay": o.SGD(0.1, weight_decay=0.05),
        "sgd-clipValue": o.SGD(0.5, clipvalue=0.01),
        "sgd-clipNorm": o.SGD(0.5, clipnorm=0.05),
        "sgd-globalClipNorm": o.SGD(0.5, global_clipnorm=0.1),
        "sgd-momentum-cosine": o.SGD(cosine, momentum=0.9),
        "rmsprop": o.RMSprop(0.005),
        "rmsprop-momentum": o.RMSprop(0.002, momentum=0.9),
        "rmsprop-centered": o.RMSprop(0.005, centered=True),
        "rmsprop-weightDecay": o.RMSprop(0.005, weight_decay=0.1),
        "adagrad": o.Adagrad(0.05),
        "adagrad-weightDecay": o.Adagrad(0.05, weight_decay=0.1),
        "adadelta": o.Adadelta(1.0),
        "nadam": o.Nadam(0.01),
        "adamax": o.Adamax(0.01),
        "lion": o.Lion(0.001),
        "lion-weightDecay": o.Lion(0.001, weight_decay=0.1),
    }
    schedules = {
        "stepDecay": s.ExponentialDecay(0.1, 10, 0.5, staircase=True),
        "exponentialDecay": s.ExponentialDecay(0.1, 10, 0.9),
        "cosine": s.CosineDecay(0.1, 50),
        "cosine-downTo": cosine,
        "cosine-warmUp": s.CosineDecay(0.0, 50, warmup_target=0.1, warmup_steps=10),
    }
    x, y = rows()
    model = keras.Sequential([keras.layers.Input((INPUTS,)),
                              keras.layers.Dense(UNITS, activation="tanh"),
                              keras.layers.Dense(CLASSES)])
    cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

    def loss_of(weights, x, y):
        return cross_entropy(y, model.stateless_call(weights, [], x)[0])

    def train(optimizer):
        optimizer.build(model.trainable_variables)
        weights, state = first_weights(), [v.value for v in optimizer.variables]

        @jax.jit
        def step(weights, state, x, y):
            loss, gradients = jax.value_and_grad(loss_of)(weights, x, y)
            return loss, gradients, *optimizer.stateless_apply(state, gradients, weights)

        weights = [jnp.asarray(w) for w in weights]
        for number in range(1, 101):
            batch = slice((number - 1) * BATCH % ROWS, (number - 1) * BATCH % ROWS + BATCH)
            loss, gradients, weights, state = step(weights, state, x[batch], y[batch])
            yield number, loss, gradients, weights

    rates = {name: [float(schedule(np.float32(step))) for step in RATE_STEPS]
             for name, schedule in schedules.items()}
    return {name: kept(train(optimizer)) for name, optimizer in variants.items()}, rates


def torch_results():
    import torch
    from torch import optim as o

    torch.set_num_threads(1)

    def whole(limit):
        return lambda weights: torch.nn.utils.clip_grad_norm_(weights, limit)

    def each(limit):
        return lambda weights: torch.nn.utils.clip_grad_value_(weights, limit)

    def nothing(weights):
        pass

    variants = {
        "adam": (lambda w: o.Adam(w, 0.01), nothing),
        "adam-amsgrad": (lambda w: o.Adam(w, 0.01, betas=(0.9, 0.9), amsgrad=True), nothing),
        "adam-weightDecay": (lambda w: o.Adam(w, 0.01, weight_decay=0.1), nothing),
        "adamW": (lambda w: o.AdamW(w, 0.01), nothing),
        "sgd-momentum": (lambda w: o.SGD(w, 0.05, momentum=0.9), nothing),
        "sgd-nesterov": (lambda w: o.SGD(w, 0.05, momentum=0.9, nesterov=True), nothing),
        "sgd-weightDecay": (lambda w: o.SGD(w, 0.1, weight_decay=0.05), nothing),
        "sgd-clipValue": (lambda w: o.SGD(w, 0.5), each(0.01)),
        "sgd-globalClipNorm": (lambda w: o.SGD(w, 0.5), whole(0.1)),
        "sgd-momentum-cosine": (lambda w: o.SGD(w, 0.02, momentum=0.9), nothing),
        "rmsprop": (lambda w: o.RMSprop(w, 0.002), nothing),
        "rmsprop-momentum": (lambda w: o.RMSprop(w, 0.0005, momentum=0.9), nothing),
        "rmsprop-centered": (lambda w: o.RMSprop(w, 0.002, centered=True), nothing),
        "rmsprop-weightDecay": (lambda w: o.RMSprop(w, 0.002, weight_decay=0.1), nothing),
        "adagrad": (lambda w: o.Adagrad(w, 0.05), nothing),
        "adagrad-weightDecay": (lambda w: o.Adagrad(w, 0.05, weight_decay=0.1), nothing),
        "adadelta": (lambda w: o.Adadelta(w, 1.0), nothing),
        "nadam": (lambda w: o.NAdam(w, 0.01), nothing),
        "nadam-weightDecay": (lambda w: o.NAdam(w, 0.01, weight_decay=0.1), nothing),
        "adamax": (lambda w: o.Adamax(w, 0.01), nothing),
    }
    x, y = (torch.from_numpy(part) for part in rows())

    def train(name, make, clip):
        weights = [torch.from_numpy(w.copy()).requires_grad_() for w in first_weights()]
        optimizer = make(weights)
        schedule = o.lr_scheduler.CosineAnnealingLR(optimizer, 50, 0.002) if "cosine" in name else None
        for number in range(1, 101):
            batch = slice((number - 1) * BATCH % ROWS, (number - 1) * BATCH % ROWS + BATCH)
            hidden = torch.tanh(x[batch] @ weights[0] + weights[1])
            loss = torch.nn.functional.cross_entropy(hidden @ weights[2] + weights[3], y[batch])
            optimizer.zero_grad()
            loss.backward()
            gradients = [w.grad.clone() for w in weights]
            clip(weights)
            optimizer.step()
            if schedule and number <= 50:
                schedule.step()
            yield number, loss.detach(), gradients, [w.detach() for w in weights]

    def rates(make):
        optimizer = o.SGD([torch.zeros(1, requires_grad=True)], 0.1)
        schedule, found = make(optimizer), []
        for step in range(100):
            if step in RATE_STEPS:
                found.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            if step < 99:
                schedule.step()
        return found

    s = o.lr_scheduler
    return ({name: kept(train(name, *how)) for name, how in variants.items()},
            {"stepDecay": rates(lambda w: s.StepLR(w, 10, 0.5)),
             "oneCycle": rates(lambda w: s.OneCycleLR(w, 0.1, 100))})


def kept(steps):
    result = {"losses": {}, "weights": {}}
    for number, loss, gradients, weights in steps:
        if number == 1:
            result["gradients"] = [numbers(g) for g in gradients]
        if number in KEPT:
            result["losses"][number] = float(loss)
            result["weights"][number] = [numbers(w) for w in weights]
    return result


def numbers(values):
    return [float(f"{float(v):.9g}") for v in np.asarray(values).reshape(-1)]


def main():
    name = sys.argv[1]
    trained, rates = {"keras": keras_results, "torch": torch_results}[name]()
    TARGET.mkdir(parents=True, exist_ok=True)
    result = {"madeBy": "magics/src/test/golden/make_optimizers.py", "rateSteps": RATE_STEPS,
              "rates": rates, "trained": trained}
    (TARGET / f"{name}.json").write_text(json.dumps(result) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
