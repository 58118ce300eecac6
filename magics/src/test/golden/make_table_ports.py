"""Reference values for TablePortTests: models of tables, recommendations and pairs.

    python make_table_ports.py keras          writes ../resources/dev/lungo/port/keras/
    python make_table_ports.py torch          writes ../resources/dev/lungo/port/torch/
    python make_table_ports.py keras deepfm   writes one model anew

As make_ports.py, which says how, and with what: users and items are words, the items those of place
100 on; the second of two rows is the first in reverse.
"""

import os
import sys

import numpy as np
from make_ports import EXAMPLES, WORDS, asked, h, inputs, keras_port, targets, torch_port


def words(first):
    return (h(EXAMPLES, first) % WORDS).reshape(EXAMPLES, 1)


def keras_models():
    os.environ["KERAS_BACKEND"] = "jax"
    os.environ["JAX_PLATFORMS"] = "cpu"
    import keras
    from keras import layers as k
    from keras import ops
    from keras import optimizers as o

    def model(starts, x):
        return keras.Model(starts, x)

    def one_word(size, name):
        return lambda x: k.Flatten()(k.Embedding(WORDS, size, name=name)(x))

    def recommender():
        """Keras' example of collaborative filtering: a product of embeddings, and biases."""
        user, item = k.Input((1,)), k.Input((1,))
        close = k.Dot(axes=1)([one_word(4, "user")(user), one_word(4, "item")(item)])
        return model([user, item], k.Activation("sigmoid")(
            k.Add()([close, one_word(1, "user_bias")(user), one_word(1, "item_bias")(item)])))

    def ncf():
        """Neural collaborative filtering: a product beside a network."""
        user, item = k.Input((1,)), k.Input((1,))
        product = k.Multiply()([one_word(3, "mf_user")(user), one_word(3, "mf_item")(item)])
        x = k.Concatenate()([one_word(4, "mlp_user")(user), one_word(4, "mlp_item")(item)])
        x = k.Dense(4, activation="relu")(k.Dense(6, activation="relu")(x))
        return model([user, item], k.Dense(1, activation="sigmoid")(k.Concatenate()([product, x])))

    def wide_and_deep():
        numbers, kind = k.Input((6,)), k.Input((1,))
        x = k.Concatenate()([k.BatchNormalization()(numbers), one_word(3, "kind")(kind)])
        for units in (6, 4):
            x = k.Dropout(0.0)(k.ReLU()(k.BatchNormalization()(k.Dense(units)(x))))
        wide = k.BatchNormalization()(numbers)
        return model([numbers, kind], k.Dense(3, activation="softmax")(k.Concatenate()([wide, x])))

    def deep_and_cross():
        """Each cross layer multiplies what came in with weighted sums of what it is now."""
        x0 = x = start = k.Input((6,))
        for _ in range(2):
            x = k.Add()([k.Multiply()([x0, k.Dense(6)(x)]), x])
        deep = k.Dense(4, activation="relu")(start)
        return model(start, k.Dense(3, activation="softmax")(k.Concatenate()([x, deep])))

    def deepfm():
        """Factorization machine: half of the square of sums without the sum of squares."""
        words = k.Input((4,))
        first = ops.sum(k.Embedding(WORDS, 1)(words), 1)
        embedded = k.Embedding(WORDS, 3)(words)
        squares = ops.square(ops.sum(embedded, 1)) - ops.sum(ops.square(embedded), 1)
        second = ops.sum(squares, -1, keepdims=True) * 0.5
        deep = k.Dense(1)(k.Dense(5, activation="relu")(k.Flatten()(embedded)))
        return model(words, k.Activation("sigmoid")(k.Add()([first, second, deep])))

    def gated():
        """Keras' gated residual network: how much of each feature passes is learned."""
        start = k.Input((6,))
        x = k.Dense(6, activation="elu")(start)
        x = k.Dense(6)(k.Dropout(0.0)(x))
        x = k.Multiply()([k.Dense(6)(x), k.Dense(6, activation="sigmoid")(x)])
        x = k.LayerNormalization()(k.Add()([start, x]))
        return model(start, k.Dense(3, activation="softmax")(x))

    def siamese():
        """Keras' siamese network: the distance of two embeddings."""
        a, b = k.Input((6,)), k.Input((6,))
        twin = keras.Sequential([k.Input((6,)), k.BatchNormalization(),
                                 k.Dense(5, activation="tanh"), k.Dense(3, activation="tanh")])
        squares = ops.sum(ops.square(twin(a) - twin(b)), axis=1, keepdims=True)
        far = ops.sqrt(ops.maximum(squares, 1e-7))
        return model([a, b], k.Dense(1, activation="sigmoid")(k.BatchNormalization()(far)))

    def contrastive(y, p):
        return ops.mean((1 - y) * ops.square(p) + y * ops.square(ops.maximum(1 - p, 0)))

    def metric_learning():
        """The cosines of two embeddings of length 1."""
        a, b = k.Input((6,)), k.Input((6,))
        embed = k.Dense(4)
        left, right = k.UnitNormalization()(embed(a)), k.UnitNormalization()(embed(b))
        return model([a, b], k.Dot(axes=1)([left, right]))

    def maxout():
        """The largest and the smallest of three dense layers."""
        start = k.Input((6,))
        parts = [k.Dense(4)(start) for _ in range(3)]
        x = k.Subtract()([k.Maximum()(parts), k.Minimum()(parts)])
        return model(start, k.Dense(3, activation="softmax")(x))

    classes, binary = "sparse_categorical_crossentropy", "binary_crossentropy"
    pair, answers = [words(0), words(100)], targets("yes or no", None)
    rows = inputs((6,))
    kinds = targets("classes", rows)
    four = (h(EXAMPLES * 4) % WORDS).reshape(EXAMPLES, 4)
    cases = {
        "recommender": (recommender, pair, answers, binary, o.Adam(0.01)),
        "ncf": (ncf, pair, answers, binary, o.Nadam(0.01)),
        "wide_and_deep": (wide_and_deep, [rows, words(0)], kinds, classes,
                          o.SGD(0.1, momentum=0.9)),
        "deep_and_cross": (deep_and_cross, rows, kinds, classes, o.Adamax(0.01)),
        "deepfm": (deepfm, four, answers, binary, o.Adam(0.01)),
        "gated": (gated, rows, kinds, classes, o.Adam(0.01)),
        "siamese": (siamese, [rows, rows[:, ::-1]], answers, contrastive, o.RMSprop()),
        "metric_learning": (metric_learning, [rows, rows[:, ::-1]], answers, "log_cosh",
                            o.Lion(0.001)),
        "maxout": (maxout, rows, kinds, classes, o.Adadelta(1.0)),
    }
    for name, (build, x, y, loss, optimizer) in cases.items():
        if asked(name):
            keras.utils.set_random_seed(len(name))
            keras_port(name, build(), x, y, loss, optimizer)


def torch_models():
    import torch
    from torch import nn
    from torch.nn import functional as f

    torch.set_num_threads(1)

    class AutoRec(nn.Module):
        """Ratings in, ratings out, through a narrow layer."""
        def __init__(self):
            super().__init__()
            self.encoder = nn.Linear(12, 4)
            self.decoder = nn.Linear(4, 12)

        def forward(self, x):
            return self.decoder(torch.sigmoid(self.encoder(x)))

    class Factors(nn.Module):
        """Matrix factorization with biases."""
        def __init__(self):
            super().__init__()
            self.user, self.item = nn.Embedding(WORDS, 4), nn.Embedding(WORDS, 4)
            self.user_bias, self.item_bias = nn.Embedding(WORDS, 1), nn.Embedding(WORDS, 1)

        def forward(self, user, item):
            product = (self.user(user) * self.item(item)).sum(2)
            return product + self.user_bias(user)[:, :, 0] + self.item_bias(item)[:, :, 0]

    class Siamese(nn.Module):
        """PyTorch's example of a siamese network: both embeddings side by side."""
        def __init__(self):
            super().__init__()
            self.twin = nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 3))
            self.fc = nn.Sequential(nn.Linear(6, 4), nn.ReLU(), nn.Linear(4, 1))

        def forward(self, a, b):
            return self.fc(torch.cat([self.twin(a), self.twin(b)], 1))

    o = torch.optim
    rows = torch.tensor(inputs((6,)))
    answers = torch.tensor(targets("yes or no", None))
    ratings = torch.tensor(inputs((12,)))
    cases = {
        "autorec": (AutoRec, [ratings], ratings + 0.5, f.mse_loss,
                    lambda p: o.Adam(p, 0.01, weight_decay=1e-5)),
        "factors": (Factors, [torch.tensor(words(0)), torch.tensor(words(100))], answers,
                    f.mse_loss, lambda p: o.NAdam(p, 0.002)),
        "siamese": (Siamese, [rows, rows.flip(1)], answers,
                    f.binary_cross_entropy_with_logits, lambda p: o.Adadelta(p, 1.0)),
    }
    for name, (build, xs, y, loss, optimizer) in cases.items():
        if asked(name):
            torch.manual_seed(len(name))
            torch_port(name, build(), xs, y, loss, optimizer, by_order=True)


if __name__ == "__main__":
    {"keras": keras_models, "torch": torch_models}[sys.argv[1]]()
