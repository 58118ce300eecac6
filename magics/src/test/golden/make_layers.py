"""Reference values for the layers' tests: one tiny model for each layer, trained by Keras.

    python make_layers.py           writes ../resources/dev/lungo/engine/layers.json
    python make_layers.py conv1d    computes this model alone, and writes it into that file

Made with Python 3.11.7, keras 3.15.1 on jax 0.10.2 (CPU), numpy 2.4.6. Run by hand, not by the
build: pip install keras jax, then run it again when the file should hold something else.

Every model takes the numbers below and ends with a softmax over three classes; it is trained with
gradient descent, rate 0.05, 8 examples a step, in order, dropout off. Weights and inputs come from
integer arithmetic, so Java repeats them bit for bit:

    h(n, p) = (31 n n + 7919 n + 104729 (p + 1)) mod 10007
    input   value(n) = float(h(n, 0) / 10007.0 - 0.5), or h(n, 0) mod WORDS for words
    label   label(k) = k mod 3
    weight  value(n) = float((h(n, p) / 10007.0 - 0.5) * 0.9), plus 1 where it is a scale or a variance

n is the place in the flattened array in *Lungo's* layout: outputs first, then inputs, then the
window. p counts the weights from 0. Kept are losses, the outputs at the start and the end, and of
every weight after 1, 10 and 100 steps the norm and the first values, in Lungo's layout as well.
"""

import json
import os
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax
import keras
import numpy as np
from keras import layers as k

EXAMPLES, BATCH, STEPS, KEPT, RATE, WORDS = 24, 8, 100, (1, 10, 100), 0.05, 11
TARGET = Path(__file__).parent / "../resources/dev/lungo/engine/layers.json"
PICTURE, SEQUENCE, ROW = (6, 5, 4), (7, 4), (6,)


def residual(*inner):
    """x + inner(x)"""
    def build(x):
        y = x
        for layer in inner:
            y = layer(y)
        return k.Add()([x, y])
    return build


def parallel(*branches):
    return lambda x: k.Concatenate()([branch(x) for branch in branches])


def encoder(heads, size, hidden):
    """BERT's layer: post-norm, exact gelu."""
    def build(x):
        seen = k.MultiHeadAttention(heads, size // heads)(x, x)
        x = k.LayerNormalization(epsilon=1e-12)(k.Add()([x, seen]))
        y = k.Dense(size)(k.Dense(hidden, activation="gelu")(x))
        return k.LayerNormalization(epsilon=1e-12)(k.Add()([x, y]))
    return build


def attention(heads, size):
    layer = k.MultiHeadAttention(heads, size)
    return lambda x: layer(x, x)


def causal(heads, size):
    layer = k.MultiHeadAttention(heads, size)
    return lambda x: layer(x, x, use_causal_mask=True)


def activation(name):
    return ROW, [k.Dense(5, activation=name)]


def cut_off(name):
    """With values on both sides of where the function bends."""
    return ROW, [k.Dense(5), k.BatchNormalization(), k.Activation(name)]


L1L2 = dict(kernel_regularizer=keras.regularizers.L1L2(0.01, 0.02))
CASES = {
    "dense": (ROW, [k.Dense(5, use_bias=False), k.Dense(4, activation="tanh")]),
    "dense on a sequence": (SEQUENCE, [k.Dense(3, activation="tanh")]),
    "l1 and l2": (ROW, [k.Dense(5, activation="tanh", **L1L2)]),
    "frozen": (ROW, [k.Dense(5, activation="tanh", trainable=False), k.Dense(4)]),
    "conv2d": (PICTURE, [k.Conv2D(3, 3, activation="tanh")]),
    "conv2d stride same": (PICTURE, [k.Conv2D(3, 3, strides=2, padding="same")]),
    "conv2d even same": (PICTURE, [k.Conv2D(3, 2, padding="same", use_bias=False)]),
    "conv2d dilation": (PICTURE, [k.Conv2D(3, 2, dilation_rate=2, padding="same")]),
    "conv2d groups": (PICTURE, [k.Conv2D(4, 3, groups=2)]),
    "conv2d oblong": (PICTURE, [k.Conv2D(3, (1, 4))]),
    "depthwiseConv2d": (PICTURE, [k.DepthwiseConv2D(3, depth_multiplier=2, strides=2,
                                                    padding="same", activation="tanh")]),
    "separableConv2d": (PICTURE, [k.SeparableConv2D(3, 3, depth_multiplier=2)]),
    "conv2dTranspose": (PICTURE, [k.Conv2DTranspose(3, 3, strides=2)]),
    "conv2dTranspose same": (PICTURE, [k.Conv2DTranspose(3, 3, strides=2, padding="same")]),
    "conv2dTranspose small": (PICTURE, [k.Conv2DTranspose(2, 2, strides=3, padding="same")]),
    "conv1dTranspose": (SEQUENCE, [k.Conv1DTranspose(3, 3, strides=2)]),
    "conv1dTranspose same": (SEQUENCE, [k.Conv1DTranspose(3, 4, strides=3, padding="same")]),
    "conv1dTranspose small": (SEQUENCE, [k.Conv1DTranspose(2, 2, strides=3, padding="same")]),
    "conv1d": (SEQUENCE, [k.Conv1D(3, 3, activation="tanh")]),
    "conv1d causal": (SEQUENCE, [k.Conv1D(3, 2, dilation_rate=2, padding="causal")]),
    "conv1d stride same": (SEQUENCE, [k.Conv1D(4, 4, strides=2, padding="same", groups=2)]),
    "maxPool2d": (PICTURE, [k.Conv2D(3, 2), k.MaxPooling2D(2)]),
    "maxPool2d same": (PICTURE, [k.Conv2D(3, 2), k.MaxPooling2D(3, strides=2, padding="same")]),
    "avgPool2d": (PICTURE, [k.Conv2D(3, 2), k.AveragePooling2D(2)]),
    "avgPool2d same": (PICTURE, [k.Conv2D(3, 1), k.AveragePooling2D(2, padding="same")]),
    "maxPool1d": (SEQUENCE, [k.Conv1D(3, 2), k.MaxPooling1D(2)]),
    "maxPool1d same": (SEQUENCE, [k.Conv1D(3, 1), k.MaxPooling1D(2, padding="same")]),
    "avgPool1d": (SEQUENCE, [k.Conv1D(3, 2), k.AveragePooling1D(3, strides=1)]),
    "avgPool1d same": (SEQUENCE, [k.Conv1D(3, 1), k.AveragePooling1D(2, padding="same")]),
    "globalAvgPool": (PICTURE, [k.Conv2D(3, 2), k.GlobalAveragePooling2D()]),
    "globalMaxPool": (PICTURE, [k.Conv2D(3, 2), k.GlobalMaxPooling2D()]),
    "globalAvgPool of steps": (SEQUENCE, [k.Conv1D(3, 2), k.GlobalAveragePooling1D()]),
    "globalMaxPool of steps": (SEQUENCE, [k.Conv1D(3, 2), k.GlobalMaxPooling1D()]),
    "upSampling1d": (SEQUENCE, [k.Conv1D(3, 2), k.UpSampling1D(2), k.Conv1D(2, 3)]),
    "upSampling2d": (PICTURE, [k.Conv2D(3, 2), k.UpSampling2D(2)]),
    "upSampling2d bilinear": (PICTURE,
                              [k.Conv2D(3, 2), k.UpSampling2D(2, interpolation="bilinear")]),
    "zeroPadding2d": (PICTURE, [k.ZeroPadding2D(((1, 0), (2, 1))), k.Conv2D(3, 3)]),
    "cropping2d": (PICTURE, [k.Conv2D(3, 2), k.Cropping2D(((1, 0), (2, 1))), k.Conv2D(2, 1)]),
    "pixelShuffle": (PICTURE, [k.Conv2D(8, 2), k.Reshape((5, 4, 2, 2, 2)),
                               k.Permute((1, 3, 2, 4, 5)), k.Reshape((10, 8, 2)), k.Conv2D(2, 3)]),
    "repeatVector": (ROW, [k.Dense(3), k.RepeatVector(4), k.SimpleRNN(3)]),
    "timeDistributed": (PICTURE, [k.TimeDistributed(k.Conv1D(3, 2, activation="tanh")),
                                  k.TimeDistributed(k.Dense(2))]),
    "reshape": (PICTURE, [k.Conv2D(3, 2), k.Reshape((4, 5, 3)), k.Conv2D(2, 2)]),
    "permute": (PICTURE, [k.Conv2D(3, 2), k.Permute((3, 1, 2)), k.Conv2D(2, 2)]),
    "permute of steps": (SEQUENCE, [k.Permute((2, 1)), k.Dense(3)]),
    "batchNorm": (PICTURE, [k.Conv2D(3, 2), k.BatchNormalization()]),
    "batchNorm of steps": (SEQUENCE, [k.Dense(3), k.BatchNormalization(momentum=0.9)]),
    "batchNorm of a row": (ROW, [k.Dense(4), k.BatchNormalization(epsilon=1e-5)]),
    "batchNorm frozen": (ROW, [k.Dense(4), k.BatchNormalization(trainable=False)]),
    "layerNorm": (SEQUENCE, [k.LayerNormalization()]),
    "layerNorm of a picture": (PICTURE, [k.Conv2D(8, 2), k.LayerNormalization(epsilon=1e-5)]),
    "unitNorm": (SEQUENCE, [k.Dense(3), k.UnitNormalization()]),
    "unitNorm of a picture": (PICTURE, [k.Conv2D(3, 2), k.UnitNormalization()]),
    "groupNorm": (PICTURE, [k.Conv2D(8, 2), k.GroupNormalization(4)]),
    "groupNorm of steps": (SEQUENCE, [k.Dense(6), k.GroupNormalization(2)]),
    "embedding": ("words", [k.Embedding(WORDS, 3)]),
    "masked lstm": ("words", [k.Embedding(WORDS, 3, mask_zero=True), k.LSTM(4)]),
    "masked gru of all steps": ("words", [k.Embedding(WORDS, 3, mask_zero=True), k.Dropout(0),
                                          k.GRU(4, return_sequences=True)]),
    "masked simpleRnn": ("words", [k.Embedding(WORDS, 3, mask_zero=True), k.Dense(4),
                                   k.LayerNormalization(), k.SimpleRNN(4)]),
    "masked bidirectional lstm": ("words", [k.Embedding(WORDS, 3, mask_zero=True),
                                            k.Bidirectional(k.LSTM(3, return_sequences=True)),
                                            k.Bidirectional(k.GRU(2))]),
    "masked globalAvgPool": ("words", [k.Embedding(WORDS, 3, mask_zero=True),
                                       k.GlobalAveragePooling1D()]),
    "masked multiHeadAttention": ("words", [k.Embedding(WORDS, 4, mask_zero=True), attention(2, 3),
                                            k.GlobalAveragePooling1D()]),
    "lstm": (SEQUENCE, [k.LSTM(5)]),
    "lstm of all steps": (SEQUENCE, [k.LSTM(3, return_sequences=True, use_bias=False)]),
    "gru": (SEQUENCE, [k.GRU(5)]),
    "gru of all steps": (SEQUENCE, [k.GRU(3, return_sequences=True, use_bias=False)]),
    "bidirectional lstm": (SEQUENCE, [k.Bidirectional(k.LSTM(3, return_sequences=True))]),
    "bidirectional gru": (SEQUENCE, [k.Bidirectional(k.GRU(3))]),
    "simpleRnn": (SEQUENCE, [k.SimpleRNN(5)]),
    "multiHeadAttention causal": (SEQUENCE, [causal(2, 3)]),
    "multiHeadAttention": (SEQUENCE, [attention(2, 3)]),
    "transformerEncoder": (SEQUENCE,
                           [k.Dense(8), encoder(2, 8, 6), k.GlobalAveragePooling1D()]),
    "residual": (PICTURE, [residual(k.Conv2D(4, 3, padding="same", activation="tanh"))]),
    "parallel": (PICTURE, [parallel(k.Conv2D(2, 3), k.Conv2D(3, 3, activation="tanh"))]),
    "relu": activation("relu"),
    "relu6": activation("relu6"),
    "leakyRelu": activation("leaky_relu"),
    "elu": activation("elu"),
    "prelu": (PICTURE, [k.Conv2D(3, 2), k.PReLU()]),
    "prelu by channel": (PICTURE, [k.Conv2D(3, 2), k.PReLU(shared_axes=[1, 2])]),
    "prelu of steps": (SEQUENCE, [k.Dense(3), k.PReLU()]),
    "selu": activation("selu"),
    "gelu": activation("gelu"),
    "geluTanh": (ROW, [k.Dense(5, activation=lambda x: keras.ops.gelu(x, approximate=True))]),
    "hardSilu": activation("hard_silu"),
    "silu": activation("silu"),
    "softplus": activation("softplus"),
    "softsign": activation("softsign"),
    "sigmoid": activation("sigmoid"),
    "hardSigmoid": activation("hard_sigmoid"),
    "softmax": activation("softmax"),
    "logSoftmax": activation("log_softmax"),
    "mish": activation("mish"),
    "exponential": activation("exponential"),
"celu": activation("celu"),
    "logSigmoid": activation("log_sigmoid"),
    "hardTanh": cut_off("hard_tanh"),
    "hardShrink": cut_off("hard_shrink"),
    "softShrink": cut_off("soft_shrink"),
    "tanhShrink": activation("tanh_shrink"),
    "squareplus": activation("squareplus"),
    "sparsePlus": cut_off("sparse_plus"),
    "sparseSigmoid": cut_off("sparse_sigmoid"),
    "softmin": (ROW, [k.Dense(5, activation=lambda x: keras.ops.softmax(-x))]),
    "celu of 0.5": (ROW, [k.Dense(5, activation=lambda x: keras.ops.celu(x, 0.5))]),
    "softmax of channels": (PICTURE, [k.Conv2D(3, 2, activation="softmax")]),
}


def h(count, p):
    n = np.arange(count, dtype=np.int64)
    return (31 * n * n + 7919 * n + 104729 * (p + 1)) % 10007


def inputs(shape):
    if shape == "words":
        return (h(EXAMPLES * 5, 0) % WORDS).astype(np.float32).reshape(EXAMPLES, 5)
    values = (h(EXAMPLES * int(np.prod(shape)), 0) / 10007.0 - 0.5).astype(np.float32)
    return values.reshape(EXAMPLES, *shape)


def our_axes(variable):
    """The order of Keras' axes that makes Lungo's layout; (merged sizes come afterwards)."""
    if "depthwise" in variable.path and "kernel" in variable.name:  # channels x filters apart
        return (2, 3, 0, 1)
    if variable.name in ("kernel", "recurrent_kernel", "pointwise_kernel"):
        return {2: (1, 0), 3: (2, 1, 0), 4: (3, 2, 0, 1)}[len(variable.shape)]
    return tuple(range(len(variable.shape)))


def merged(variable):
    """Attention's kernels have heads and their size apart; here they are one axis."""
    shape = tuple(variable.shape)
    if "attention" in variable.path and variable.name == "kernel":
        out = "attention_output" in variable.path
        return (shape[0] * shape[1], shape[2]) if out else (shape[0], shape[1] * shape[2])
    if "attention" in variable.path and variable.name == "bias":
        return (int(np.prod(shape)),)
    return shape


class Fake:
    def __init__(self, variable):
        self.name, self.path, self.shape = variable.name, variable.path, merged(variable)


def ours(variable, value):
    fake = Fake(variable)
    return np.transpose(np.asarray(value).reshape(fake.shape), our_axes(fake))


def first_weights(p, variable):
    fake = Fake(variable)
    axes = our_axes(fake)
    values = (h(int(np.prod(fake.shape)), p) / 10007.0 - 0.5) * 0.9
    if variable.name in ("gamma", "moving_variance"):
        values += 1
    layout = values.astype(np.float32).reshape([fake.shape[a] for a in axes])
    return np.transpose(layout, np.argsort(axes)).reshape(variable.shape)


def build(shape, inner):
    x = start = k.Input((5,) if shape == "words" else shape)
    for layer in inner:
        x = layer(x)
    if len(x.shape) > 2:
        x = k.Flatten()(x)
    model = keras.Model(start, k.Dense(3, activation="softmax")(x))
    for p, variable in enumerate(model.weights):
        variable.assign(first_weights(p, variable))
    return model


def numbers(values):
    return [float(f"{v:.8g}") for v in np.asarray(values, np.float64).reshape(-1)]


def summary(variable, value):
    flat = ours(variable, value).reshape(-1).astype(np.float64)
    return {"norm": float(f"{np.sqrt((flat ** 2).sum()):.8g}"), "first": numbers(flat[:6])}


def train(name):
    shape, inner = CASES[name]
    model = build(shape, inner)
    cross_entropy = keras.losses.SparseCategoricalCrossentropy()
    x, y = inputs(shape), np.arange(EXAMPLES) % 3

    def loss_of(trained, fixed, x, y):
        p, fixed, losses = model.stateless_call(trained, fixed, x, training=True,
                                                return_losses=True)
        return cross_entropy(y, p) + sum(losses), fixed

    @jax.jit
    def step(trained, fixed, x, y):
        (loss, fixed), gradients = jax.value_and_grad(loss_of, has_aux=True)(trained, fixed, x, y)
        return loss, gradients, [w - RATE * g for w, g in zip(trained, gradients)], fixed

    def outputs(trained, fixed):
        return numbers(model.stateless_call(trained, fixed, x[:3])[0])

    def all_weights(trained, fixed):
        values = {id(v): w for v, w in zip(model.trainable_variables, trained)}
        values |= {id(v): w for v, w in zip(model.non_trainable_variables, fixed)}
        return [summary(v, values[id(v)]) for v in model.weights]

    trained = [v.value for v in model.trainable_variables]
    fixed = [v.value for v in model.non_trainable_variables]
    result = {"parameters": model.count_params(), "start": outputs(trained, fixed),
              "losses": [], "weights": {}}
    for number in range(1, STEPS + 1):
        begin = (number - 1) * BATCH % EXAMPLES
        batch = slice(begin, begin + BATCH)
        loss, gradients, trained, fixed = step(trained, fixed, x[batch], y[batch])
        if number == 1:
            found = {id(v): g for v, g in zip(model.trainable_variables, gradients)}
            result["gradients"] = [summary(v, found[id(v)]) if id(v) in found else None
                                   for v in model.weights]
        if number in KEPT:
            result["losses"].append(float(f"{loss:.8g}"))
            result["weights"][str(number)] = all_weights(trained, fixed)
    result["end"] = outputs(trained, fixed)
    return result


if __name__ == "__main__":
    asked = sys.argv[1:] or list(CASES)
    results = json.loads(TARGET.read_text()) if sys.argv[1:] else {}
    results.update((name, train(name)) for name in asked)
    lines = [f"{json.dumps(name)}: {json.dumps(results[name])}" for name in CASES]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n")
