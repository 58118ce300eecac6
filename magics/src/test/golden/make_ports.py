"""Reference values for PortTests: well-known small models, trained in Keras and in PyTorch.

    python make_ports.py keras          writes ../resources/dev/lungo/port/keras/
    python make_ports.py torch          writes ../resources/dev/lungo/port/torch/
    python make_ports.py keras lenet    writes one model anew

Made with Python 3.11.7: keras 3.15.1 on jax 0.10.2 with numpy 2.4.6, and torch 2.7.1 with
safetensors 0.8.0 (all on the CPU). Run by hand, not by the build: pip install keras jax, or torch
numpy safetensors, then run it again when the files should hold something else.

Each model is written as its framework's examples write it, only smaller. NAME.npz (or
.safetensors) holds the weights it begins with, saved as users save them; they are the framework's
own first weights, rounded so that the files are small. NAME.json holds what the model says about
three examples before and after training, and the losses of two epochs of three batches of eight,
in order, dropout off. Inputs come from integer arithmetic, so Java repeats them bit for bit:

    h(n) = (31 n n + 7919 n + 104729) mod 10007
    input value(n) = float(h(n) / 10007.0 - 0.5), or h(n) mod WORDS for words; classes k mod 3
"""

import json
import os
import sys
from pathlib import Path

import numpy as np

EXAMPLES, BATCH, EPOCHS, WORDS, STEPS = 24, 8, 2, 11, 7
HERE = Path(__file__).parent / "../resources/dev/lungo/port"


def h(count, first=0):
    n = first + np.arange(count, dtype=np.int64)
    return (31 * n * n + 7919 * n + 104729) % 10007


def inputs(shape):
    if shape == "words":
        return (h(EXAMPLES * STEPS) % WORDS).reshape(EXAMPLES, STEPS)
    values = (h(EXAMPLES * int(np.prod(shape))) / 10007.0 - 0.5).astype(np.float32)
    return values.reshape(EXAMPLES, *shape)


def targets(kind, x):
    k = np.arange(EXAMPLES)
    if kind == "classes":
        return k % 3
    if kind == "yes or no":
        return (k % 2).astype(np.float32)[:, None]
    if kind == "number":
        return ((k % 5) / 4).astype(np.float32)[:, None]
    return (x.reshape(EXAMPLES, -1) + 0.5).astype(np.float32)  # the inputs themselves, from 0 to 1


def rounded(values):
    """Few digits, but no two layers alike: the files compress well."""
    return (np.round(np.asarray(values, np.float64) * 256) / 256).astype(np.float32)


def numbers(values):
    return [float(f"{v:.8g}") for v in np.asarray(values, np.float64).reshape(-1)]


def write(folder, name, result):
    (HERE / folder / f"{name}.json").write_text(json.dumps(result, indent=1) + "\n")
    print(folder, name, result["losses"])


def keras_models():
    os.environ["KERAS_BACKEND"] = "jax"
    os.environ["JAX_PLATFORMS"] = "cpu"
    import keras
    from keras import layers as k
    from keras import optimizers as o

    def of(start, x):
        return keras.Model(start, x)

    def convolved(x, filters, **options):
        x = k.Conv2D(filters, 3, padding="same", use_bias=False, **options)(x)
        return k.ReLU()(k.BatchNormalization()(x))

    def lenet():
        return keras.Sequential([
            k.Input((12, 12, 1)), k.Conv2D(3, 5, padding="same", activation="tanh"),
            k.AveragePooling2D(2), k.Conv2D(4, 3, activation="tanh"), k.AveragePooling2D(2),
            k.Flatten(), k.Dense(10, activation="tanh"), k.Dense(3, activation="softmax")])

    def convnet():
        return keras.Sequential([
            k.Input((10, 10, 1)), k.Conv2D(4, 3, activation="relu"), k.MaxPooling2D(2),
            k.Conv2D(6, 3, activation="relu"), k.MaxPooling2D(2), k.Flatten(), k.Dropout(0.0),
            k.Dense(3, activation="softmax")])

    def vgg():
        x = start = k.Input((8, 8, 3))
        for filters in (4, 6):
            x = convolved(convolved(x, filters), filters)
            x = k.MaxPooling2D(2)(x)
        x = k.Dense(8, activation="relu")(k.Flatten()(x))
        return of(start, k.Dense(3, activation="softmax")(x))

    def resnet():
        def block(x, filters, stride):
            y = convolved(x, filters, strides=stride)
            y = k.Conv2D(filters, 3, padding="same", use_bias=False)(y)
            y = k.BatchNormalization()(y)
            if stride > 1:
                x = k.Conv2D(filters, 1, strides=stride, use_bias=False)(x)
                x = k.BatchNormalization()(x)
            return k.ReLU()(k.Add()([y, x]))

        start = k.Input((8, 8, 3))
        x = block(block(convolved(start, 4), 4, 1), 8, 2)
        x = k.GlobalAveragePooling2D()(x)
        return of(start, k.Dense(3, activation="softmax")(x))

    def mobilenet():
        x = start = k.Input((9, 9, 3))
        x = k.Conv2D(4, 3, strides=2, padding="same", use_bias=False)(x)
        x = k.ReLU(6.0)(k.BatchNormalization()(x))
        x = k.DepthwiseConv2D(3, padding="same", use_bias=False, depth_multiplier=2)(x)
        x = k.ReLU(6.0)(k.BatchNormalization()(x))
        x = k.SeparableConv2D(6, 3, strides=2, padding="same", activation="relu6")(x)
        x = k.GlobalAveragePooling2D()(x)
        return of(start, k.Dense(3, activation="softmax")(x))

    def text():
        x = start = k.Input((STEPS,))
        x = k.Embedding(WORDS, 4)(x)
        x = k.Bidirectional(k.LSTM(3, return_sequences=True))(x)
        x = k.Bidirectional(k.LSTM(3))(x)
        return of(start, k.Dense(1, activation="sigmoid")(x))

    def characters():
        return keras.Sequential([
            k.Input((STEPS,)), k.Embedding(WORDS, 4), k.GRU(5, return_sequences=True), k.GRU(4),
            k.Dense(3, activation="softmax")])

    class TokenAndPositionEmbedding(k.Layer):
        def __init__(self):
            super().__init__()
            self.token_emb = k.Embedding(WORDS, 6)
            self.pos_emb = k.Embedding(STEPS, 6)

        def call(self, x):
            return self.token_emb(x) + self.pos_emb(keras.ops.arange(STEPS))

    def transformer():
        start = k.Input((STEPS,))
        x = TokenAndPositionEmbedding()(start)
        seen = k.MultiHeadAttention(2, 6)(x, x)
        x = k.LayerNormalization(epsilon=1e-6)(k.Add()([x, seen]))
        y = k.Dense(6)(k.Dense(8, activation="relu")(x))
        x = k.LayerNormalization(epsilon=1e-6)(k.Add()([x, y]))
        x = k.GlobalAveragePooling1D()(x)
        x = k.Dense(5, activation="relu")(x)
        return of(start, k.Dense(3, activation="softmax")(x))

    def series():
        x = start = k.Input((12, 2))
        for _ in range(2):
            x = k.Conv1D(5, 3, padding="same")(x)
            x = k.ReLU()(k.BatchNormalization()(x))
        x = k.GlobalAveragePooling1D()(x)
        return of(start, k.Dense(3, activation="softmax")(x))

    def autoencoder():
        return keras.Sequential([
            k.Input((12,)), k.Dense(6, activation="relu"), k.Dense(3, activation="relu"),
            k.Dense(6, activation="relu"), k.Dense(12, activation="sigmoid")])

    def pictures():
        return keras.Sequential([
            k.Input((6, 6, 1)), k.Conv2D(4, 3, strides=2, padding="same", activation="relu"),
            k.Flatten(), k.Dense(3), k.Dense(3 * 3 * 4, activation="relu"), k.Reshape((3, 3, 4)),
            k.Conv2DTranspose(3, 3, strides=2, padding="same", activation="relu"),
            k.Conv2D(1, 3, padding="same", activation="sigmoid"), k.Flatten()])

    def wide():
        start = k.Input((6,))
        x = k.LayerNormalization()(start)
        x = k.Dense(8, activation="relu")(k.Dense(8, activation="relu")(x))
        return of(start, k.Dense(1)(k.Concatenate()([start, x])))

    classes = "sparse_categorical_crossentropy"
    cases = {
        "lenet": (lenet, (12, 12, 1), "classes", classes, o.SGD(0.05, momentum=0.9)),
        "convnet": (convnet, (10, 10, 1), "classes", classes, o.Adam()),
        "vgg": (vgg, (8, 8, 3), "classes", classes, o.Adam(0.01)),
        "resnet": (resnet, (8, 8, 3), "classes", classes,
                   o.SGD(0.05, momentum=0.9, nesterov=True)),
        "mobilenet": (mobilenet, (9, 9, 3), "classes", classes, o.RMSprop()),
        "text": (text, "words", "yes or no", "binary_crossentropy", o.Adam(0.01)),
        "characters": (characters, "words", "classes", classes, o.RMSprop(0.01)),
        "transformer": (transformer, "words", "classes", classes, o.Adam(0.01)),
        "series": (series, (12, 2), "classes", classes, o.Adam()),
        "autoencoder": (autoencoder, (12,), "inputs", "binary_crossentropy", o.Adam(0.01)),
        "pictures": (pictures, (6, 6, 1), "inputs", "mse", o.AdamW(0.01)),
        "wide": (wide, (6,), "number", "mse", o.SGD(0.1)),
    }
    for name, (build, shape, kind, loss, optimizer) in cases.items():
        if asked(name):
            keras.utils.set_random_seed(len(name))
            x = inputs(shape)
            # As users do it: by name; by place for two of them, which are one line of layers.
            keras_port(name, build(), x, targets(kind, x), loss, optimizer,
                       by_place=name in ("lenet", "characters"))


def keras_port(name, model, x, y, loss, optimizer, by_place=False):
    """Saves the weights of a Keras model, and what it says and learns; x may be a list."""
    for weight in model.weights:
        weight.assign(rounded(weight.numpy()))
    if by_place:
        np.savez_compressed(HERE / "keras" / name, *model.get_weights())
    else:
        np.savez_compressed(HERE / "keras" / name, **{w.path: w.numpy() for w in model.weights})
    few = [each[:3] for each in x] if isinstance(x, list) else x[:3]
    model.compile(optimizer, loss)
    before = model.predict(few, verbose=0)
    log = model.fit(x, y, batch_size=BATCH, epochs=EPOCHS, shuffle=False, verbose=0)
    write("keras", name, {"before": numbers(before), "losses": numbers(log.history["loss"]),
                          "after": numbers(model.predict(few, verbose=0))})


def torch_models():
    import torch
    from torch import nn
    from torch.nn import functional as f

    torch.set_num_threads(1)

    class LeNet(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(1, 3, 5, padding=2)
            self.conv2 = nn.Conv2d(3, 4, 3)
            self.fc1 = nn.Linear(16, 10)
            self.fc2 = nn.Linear(10, 3)

        def forward(self, x):
            x = f.avg_pool2d(torch.tanh(self.conv1(x)), 2)
            x = f.avg_pool2d(torch.tanh(self.conv2(x)), 2)
            return self.fc2(torch.tanh(self.fc1(torch.flatten(x, 1))))

    class ConvNet(nn.Module):
        """PyTorch's MNIST example."""
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(1, 4, 3)
            self.conv2 = nn.Conv2d(4, 6, 3)
            self.fc1 = nn.Linear(54, 8)
            self.fc2 = nn.Linear(8, 3)

        def forward(self, x):
            x = f.max_pool2d(f.relu(self.conv2(f.relu(self.conv1(x)))), 2)
            return self.fc2(f.relu(self.fc1(torch.flatten(x, 1))))

    def vgg():
        layers, channels = [], 3
        for filters in (4, 6):
            for _ in range(2):
                layers += [nn.Conv2d(channels, filters, 3, padding=1), nn.BatchNorm2d(filters),
                           nn.ReLU()]
                channels = filters
            layers += [nn.MaxPool2d(2)]
        return nn.Sequential(*layers, nn.Flatten(), nn.Linear(24, 8), nn.ReLU(), nn.Linear(8, 3))

    class Block(nn.Module):
        def __init__(self, channels, filters, stride):
            super().__init__()
            self.conv1 = nn.Conv2d(channels, filters, 3, stride, 1, bias=False)
            self.bn1 = nn.BatchNorm2d(filters)
            self.conv2 = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
            self.bn2 = nn.BatchNorm2d(filters)
            self.shortcut = nn.Sequential()
            if stride > 1:
                self.shortcut = nn.Sequential(nn.Conv2d(channels, filters, 1, stride, bias=False),
                                              nn.BatchNorm2d(filters))

        def forward(self, x):
            y = f.relu(self.bn1(self.conv1(x)))
            return f.relu(self.bn2(self.conv2(y)) + self.shortcut(x))

    class ResNet(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(3, 4, 5, 2, 2, bias=False)
            self.bn1 = nn.BatchNorm2d(4)
            self.pool = nn.MaxPool2d(3, 2, 1)
            self.layer1 = Block(4, 4, 1)
            self.layer2 = Block(4, 8, 2)
            self.fc = nn.Linear(8, 3)

        def forward(self, x):
            x = self.pool(f.relu(self.bn1(self.conv1(x))))
            x = self.layer2(self.layer1(x))
            return self.fc(f.adaptive_avg_pool2d(x, 1).flatten(1))

    def mobilenet():
        def deep(channels, filters, stride):
            return [nn.Conv2d(channels, channels, 3, stride, 1, groups=channels, bias=False),
                    nn.BatchNorm2d(channels), nn.ReLU6(),
                    nn.Conv2d(channels, filters, 1, bias=False), nn.BatchNorm2d(filters),
                    nn.ReLU6()]
        return nn.Sequential(nn.Conv2d(3, 4, 3, 2, 1, bias=False), nn.BatchNorm2d(4), nn.ReLU6(),
                             *deep(4, 6, 1), *deep(6, 8, 2), nn.AdaptiveAvgPool2d(1),
                             nn.Flatten(), nn.Linear(8, 3))

    class Text(nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(WORDS, 4)
            self.lstm = nn.LSTM(4, 3, num_layers=2, bidirectional=True, batch_first=True)
            self.fc = nn.Linear(6, 1)

        def forward(self, x):
            _, (hidden, _) = self.lstm(self.embedding(x))
            return self.fc(torch.cat([hidden[-2], hidden[-1]], 1))

    class Characters(nn.Module):
        def __init__(self):
            super().__init__()
            self.encoder = nn.Embedding(WORDS, 4)
            self.rnn = nn.GRU(4, 5, num_layers=2, batch_first=True)
            self.decoder = nn.Linear(5, 3)

        def forward(self, x):
            return self.decoder(self.rnn(self.encoder(x))[0][:, -1])

    class Lstm(nn.Module):
        def __init__(self):
            super().__init__()
            self.lstm = nn.LSTM(2, 5, batch_first=True)
            self.fc = nn.Linear(5, 1)

        def forward(self, x):
            return self.fc(self.lstm(x)[0][:, -1])

    class Transformer(nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(WORDS, 6)
            self.encoder = nn.TransformerEncoder(
                nn.TransformerEncoderLayer(6, 2, 8, dropout=0.0, batch_first=True), 2)
            self.fc = nn.Linear(6, 3)

        def forward(self, x):
            return self.fc(self.encoder(self.embedding(x)).mean(1))

    class Gpt(nn.Module):
        """Pre-norm, causal: the next word from those before it."""
        def __init__(self):
            super().__init__()
            self.words = nn.Embedding(WORDS, 6)
            self.places = nn.Embedding(STEPS, 6)
            self.blocks = nn.TransformerEncoder(nn.TransformerEncoderLayer(
                6, 2, 8, dropout=0.0, activation="gelu", batch_first=True, norm_first=True), 2)
            self.norm = nn.LayerNorm(6)
            self.head = nn.Linear(6, 3)

        def forward(self, x):
            mask = nn.Transformer.generate_square_subsequent_mask(STEPS)
            x = self.words(x) + self.places(torch.arange(STEPS))
            return self.head(self.norm(self.blocks(x, mask=mask, is_causal=True))[:, -1])

    class Names(nn.Module):
        """The recurrent network of PyTorch's tutorial on names."""
        def __init__(self):
            super().__init__()
            self.rnn = nn.RNN(2, 5, batch_first=True)
            self.h2o = nn.Linear(5, 3)

        def forward(self, x):
            return self.h2o(self.rnn(x)[1][0])

    def series():
        return nn.Sequential(
            nn.Conv1d(2, 5, 3, padding=1), nn.BatchNorm1d(5), nn.LeakyReLU(),
            nn.Conv1d(5, 4, 3, stride=2, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(24, 3))

    def autoencoder():
        return nn.Sequential(nn.Linear(12, 6), nn.ReLU(), nn.Linear(6, 3), nn.ReLU(),
                             nn.Linear(3, 6), nn.ReLU(), nn.Linear(6, 12), nn.Sigmoid())

    def pictures():
        return nn.Sequential(
            nn.Conv2d(1, 4, 3, 2, 1), nn.ReLU(), nn.Flatten(), nn.Linear(36, 3),
            nn.Linear(3, 36), nn.ReLU(), nn.Unflatten(1, (4, 3, 3)),
            nn.ConvTranspose2d(4, 1, 4, 2, 1), nn.Sigmoid(), nn.Flatten())

    cross, o = f.cross_entropy, torch.optim
    cases = {
        "lenet": (LeNet, (12, 12, 1), "classes", cross,
                  lambda p: o.SGD(p, 0.05, momentum=0.9)),
        "convnet": (ConvNet, (10, 10, 1), "classes", cross, lambda p: o.Adam(p, 0.001)),
        # Not Adam: the biases before the norms have no gradient, and Adam makes steps of its noise.
        "vgg": (vgg, (8, 8, 3), "classes", cross, lambda p: o.SGD(p, 0.1, weight_decay=0.01)),
        "resnet": (ResNet, (16, 16, 3), "classes", cross,
                   lambda p: o.SGD(p, 0.05, momentum=0.9, weight_decay=1e-4, nesterov=True)),
        "mobilenet": (mobilenet, (9, 9, 3), "classes", cross, lambda p: o.RMSprop(p, 0.001)),
        "text": (Text, "words", "yes or no", f.binary_cross_entropy_with_logits,
                 lambda p: o.Adam(p, 0.01)),
        "characters": (Characters, "words", "classes", cross, lambda p: o.RMSprop(p, 0.01)),
        "lstm": (Lstm, (9, 2), "number", f.mse_loss, lambda p: o.SGD(p, 0.1)),
        "transformer": (Transformer, "words", "classes", cross, lambda p: o.AdamW(p, 0.01)),
        "gpt": (Gpt, "words", "classes", cross, lambda p: o.AdamW(p, 0.01)),
        "names": (Names, (9, 2), "classes", cross, lambda p: o.SGD(p, 0.1)),
        "series": (series, (12, 2), "classes", cross, lambda p: o.SGD(p, 0.1)),
        "autoencoder": (autoencoder, (12,), "inputs", f.mse_loss, lambda p: o.Adam(p, 0.01)),
        "pictures": (pictures, (6, 6, 1), "inputs", f.binary_cross_entropy,
                     lambda p: o.Adagrad(p, 0.05)),
    }
    for name, (build, shape, kind, loss, optimizer) in cases.items():
        if asked(name):
            torch.manual_seed(len(name))
            numpy = inputs(shape)
            y = torch.tensor(targets(kind, numpy))
            x = torch.tensor(numpy)
            if x.dim() == 4:
                x = x.permute(0, 3, 1, 2).contiguous()
                if kind == "inputs":
                    y = (x + 0.5).flatten(1)
            elif name == "series":
                x = x.permute(0, 2, 1).contiguous()
            # Numpy's file where it keeps an order that safetensors loses.
            torch_port(name, build(), [x], y, loss, optimizer,
                       by_order=name in ("resnet", "mobilenet", "transformer", "gpt"))


def torch_port(name, net, xs, y, loss, optimizer, by_order=False):
    """Saves the weights of a module, and what it says and learns from its inputs xs."""
    import torch
    from torch.nn import functional as f

    with torch.no_grad():
        for parameter in net.parameters():
            parameter.copy_(torch.tensor(rounded(parameter)))
    if by_order:
        np.savez_compressed(HERE / "torch" / name,
                            **{k: v.numpy() for k, v in net.state_dict().items()})
    else:
        from safetensors.torch import save_file
        save_file(net.state_dict(), HERE / "torch" / f"{name}.safetensors")

    # What Lungo's predict gives: probabilities where the loss takes logits.
    shares = {f.cross_entropy: lambda out: f.softmax(out, 1).movedim(1, -1),
              f.binary_cross_entropy_with_logits: torch.sigmoid}.get(loss, lambda out: out)

    def said():
        net.eval()
        with torch.no_grad():
            return numbers(shares(net(*[x[:3] for x in xs])).numpy())

    before, losses = said(), []
    trained = optimizer(net.parameters())
    net.train()
    for _ in range(EPOCHS):
        total = 0
        for begin in range(0, EXAMPLES, BATCH):
            rows = slice(begin, begin + BATCH)
            trained.zero_grad()
            found = loss(net(*[x[rows] for x in xs]), y[rows])
            found.backward()
            trained.step()
            total += found.item() * BATCH / EXAMPLES
        losses.append(total)
    write("torch", name, {"before": before, "losses": numbers(losses), "after": said()})


def asked(name):
    return len(sys.argv) < 3 or name in sys.argv[2:]


if __name__ == "__main__":
    {"keras": keras_models, "torch": torch_models}[sys.argv[1]]()
