"""Reference values for SequencePortTests: models that read or write sequences, trained in Keras and in PyTorch.

    python make_sequence_ports.py keras         writes ../resources/dev/lungo/port/keras/
    python make_sequence_ports.py torch         writes ../resources/dev/lungo/port/torch/
    python make_sequence_ports.py keras addition

As make_ports.py, which says how, and with what: models of several branches, of which the decoder's words are
those of place 100 on, and the classes of each step are (k + step) mod 3.
"""

import os
import sys

import numpy as np
from make_ports import EXAMPLES, STEPS, WORDS, asked, h, inputs, keras_port, targets, torch_port


def words(steps, first):
    return (h(EXAMPLES * steps, first) % WORDS).reshape(EXAMPLES, steps)


def classes_of_steps(steps):
    k, step = np.meshgrid(np.arange(EXAMPLES), np.arange(steps), indexing="ij")
    return (k + step) % 3


def keras_models():
    os.environ["KERAS_BACKEND"] = "jax"
    os.environ["JAX_PLATFORMS"] = "cpu"
    import keras
    from keras import layers as k
    from keras import ops
    from keras import optimizers as o

    def seq2seq():
        """Keras' example of character-level translation."""
        source, target = k.Input((STEPS,)), k.Input((5,))
        x = k.Embedding(WORDS, 4)(source)
        _, hidden, cell = k.LSTM(3, return_state=True)(x)
        y = k.Embedding(WORDS, 4)(target)
        y = k.LSTM(3, return_sequences=True)(y, initial_state=[hidden, cell])
        return keras.Model([source, target], k.Dense(3, activation="softmax")(y))

    def translation():
        """Read from both ends by GRUs; attention over what was read."""
        source, target = k.Input((STEPS,)), k.Input((5,))
        x = k.Embedding(WORDS, 4)(source)
        seen = k.Bidirectional(k.GRU(3, return_sequences=True))(x)
        y = k.Embedding(WORDS, 4)(target)
        y = k.GRU(6, return_sequences=True)(y, initial_state=seen[:, 0])
        scores = k.Softmax()(k.Dot(axes=(2, 2))([y, seen]))
        found = ops.matmul(scores, seen)
        both = k.Concatenate()([y, found])
        both = k.Dense(4, activation="tanh")(both)
        return keras.Model([source, target], k.Dense(3, activation="softmax")(both))

    def addition():
        """Keras' example that learns to add: a sequence becomes a row, the row a sequence."""
        return keras.Sequential([
            k.Input((STEPS, 2)), k.LSTM(5), k.RepeatVector(4), k.LSTM(4, return_sequences=True),
            k.Dense(3, activation="softmax")])

    def lstm_autoencoder():
        return keras.Sequential([
            k.Input((6, 2)), k.LSTM(5, return_sequences=True), k.LSTM(3), k.RepeatVector(6),
            k.LSTM(3, return_sequences=True), k.LSTM(5, return_sequences=True),
            k.TimeDistributed(k.Dense(2))])

    def anomalies():
        """Keras' example of anomalies in time series."""
        return keras.Sequential([
            k.Input((12, 1)), k.Conv1D(4, 7, padding="same", strides=2, activation="relu"),
            k.Dropout(0.0), k.Conv1D(3, 7, padding="same", strides=2, activation="relu"),
            k.Conv1DTranspose(3, 7, padding="same", strides=2, activation="relu"),
            k.Dropout(0.0), k.Conv1DTranspose(4, 7, padding="same", strides=2, activation="relu"),
            k.Conv1DTranspose(1, 7, padding="same")])

    def films():
        """A convolutional network reads each picture, a GRU the sequence of them."""
        return keras.Sequential([
            k.Input((4, 6, 6, 1)), k.TimeDistributed(k.Conv2D(3, 3, activation="relu")),
            k.TimeDistributed(k.MaxPooling2D(2)), k.TimeDistributed(k.Flatten()), k.GRU(4),
            k.Dense(3, activation="softmax")])

    def series():
        """Keras' transformer for time series."""
        x = start = k.Input((12, 4))
        for _ in range(2):
            y = k.MultiHeadAttention(2, 3, dropout=0.0)(x, x)
            y = x = k.LayerNormalization(epsilon=1e-6)(y) + x
            y = k.Conv1D(5, 1, activation="relu")(y)
            y = k.Conv1D(4, 1)(y)
            x = k.LayerNormalization(epsilon=1e-6)(y) + x
        x = k.GlobalAveragePooling1D(data_format="channels_first")(x)
        x = k.Dense(5, activation="relu")(x)
        return keras.Model(start, k.Dense(3, activation="softmax")(x))

    pair = [words(STEPS, 0), words(5, 100)]
    classes = "sparse_categorical_crossentropy"
    curves = inputs((12, 1))
    rows = inputs((6, 2))
    film = inputs((4, 6, 6, 1))
    cases = {
        "seq2seq": (seq2seq, pair, classes_of_steps(5), classes, o.RMSprop(0.01)),
        "translation": (translation, pair, classes_of_steps(5), classes, o.Adam(0.01)),
        "addition": (addition, inputs((STEPS, 2)), classes_of_steps(4), classes, o.Adam(0.01)),
        "lstm_autoencoder": (lstm_autoencoder, rows, rows, "mse", o.Adam(0.01)),
        "anomalies": (anomalies, curves, curves, "mse", o.Adam(0.001)),
        "films": (films, film, targets("classes", film), classes, o.Adam()),
        "series_transformer": (series, inputs((12, 4)), targets("classes", film), classes,
                               o.Adam(0.001)),
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

    class Seq2Seq(nn.Module):
        """PyTorch's tutorial on translation, with teacher forcing."""
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(WORDS, 4)
            self.encoder = nn.GRU(4, 3, batch_first=True)
            self.words = nn.Embedding(WORDS, 4)
            self.decoder = nn.GRU(4, 3, batch_first=True)
            self.out = nn.Linear(3, 3)

        def forward(self, source, target):
            _, hidden = self.encoder(self.embedding(source))
            said, _ = self.decoder(f.relu(self.words(target)), hidden)
            return self.out(said).transpose(1, 2)

    class LanguageModel(nn.Module):
        """PyTorch's word language model: two LSTMs, the next word at each step."""
        def __init__(self):
            super().__init__()
            self.encoder = nn.Embedding(WORDS, 4)
            self.rnn = nn.LSTM(4, 5, num_layers=2, batch_first=True)
            self.decoder = nn.Linear(5, 3)

        def forward(self, x):
            return self.decoder(self.rnn(self.encoder(x))[0]).transpose(1, 2)

    class TextCnn(nn.Module):
        """Kim's convolutions of several widths, the largest of each over time."""
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(WORDS, 4)
            self.convs = nn.ModuleList(nn.Conv1d(4, 3, width) for width in (2, 3, 4))
            self.fc = nn.Linear(9, 3)

        def forward(self, x):
            x = self.embedding(x).transpose(1, 2)
            return self.fc(torch.cat([f.relu(conv(x)).amax(2) for conv in self.convs], 1))

    class Attention(nn.Module):
        """A weighted mean of all steps, the weights learned."""
        def __init__(self):
            super().__init__()
            self.rnn = nn.GRU(2, 4, batch_first=True, bidirectional=True)
            self.score = nn.Linear(8, 1)
            self.fc = nn.Linear(8, 3)

        def forward(self, x):
            seen, _ = self.rnn(x)
            shares = f.softmax(self.score(seen), 1)
            return self.fc((shares * seen).sum(1))

    source, target = torch.tensor(words(STEPS, 0)), torch.tensor(words(5, 100))
    x = torch.tensor(inputs((9, 2)))
    cross, o = f.cross_entropy, torch.optim
    classes = torch.tensor(targets("classes", x))
    cases = {
        "seq2seq": (Seq2Seq, [source, target], torch.tensor(classes_of_steps(5)),
                    lambda p: o.SGD(p, 0.5)),
        "language": (LanguageModel, [source], torch.tensor(classes_of_steps(STEPS)),
                     lambda p: o.SGD(p, 0.5)),
        "textcnn": (TextCnn, [source], classes, lambda p: o.Adam(p, 0.01)),
        "attention": (Attention, [x], classes, lambda p: o.Adam(p, 0.01)),
    }
    for name, (build, xs, y, optimizer) in cases.items():
        if asked(name):
            torch.manual_seed(len(name))
            torch_port(name, build(), xs, y, cross, optimizer, by_order=True)


if __name__ == "__main__":
    {"keras": keras_models, "torch": torch_models}[sys.argv[1]]()
