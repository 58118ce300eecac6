"""Trains with Keras on TensorFlow, an epoch whenever the bench asks for one: ``keras_trainer.py CASE IMAGES FOLDER``."""

import os
import sys
import time

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy
from keras import layers
from mnist import images, labels
from requests_of_bench import Requests


class Asked(keras.callbacks.Callback):
    """Answers after every ``epochs`` epochs and waits for the next request."""

    def __init__(self, requests: Requests, epochs: int) -> None:
        super().__init__()
        self._requests, self._epochs, self._start = requests, epochs, time.perf_counter()

    def on_epoch_end(self, epoch, logs=None) -> None:
        """Called by Keras."""
        if (epoch + 1) % self._epochs == 0:
            self._requests.answer(time.perf_counter() - self._start)
            if not self._requests.next():
                os._exit(0)
            self._start = time.perf_counter()


def main() -> None:
    """Begins one fit without end."""
    case, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    model, x, y, batch, epochs = CASES[case](folder, count)
    requests = Requests()
    if requests.next():
        model.fit(x, y, batch_size=batch, epochs=1_000_000, verbose=0, callbacks=[Asked(requests, epochs)])


def cnn(folder: str, count: int):
    """Three convolutions, Adam, batches of 32."""
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, pictures(folder)[:count, ..., None], labels(folder)[:count], 32, 1


def mlp_sgd(folder: str, count: int):
    """784-128-64-10, gradient descent with momentum, batches of 100."""
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(128, activation="relu"),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.SGD(0.001, momentum=0.9), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, pictures(folder).reshape(-1, 784), labels(folder), 100, 1


def mlp_rmsprop(folder: str, count: int):
    """784-512-512-10 with dropout, RMSprop, batches of 128."""
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(512, activation="relu"),
            layers.Dropout(0.2),
            layers.Dense(512, activation="relu"),
            layers.Dropout(0.2),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, pictures(folder).reshape(-1, 784), labels(folder), 128, 1


def regression(folder: str, count: int):
    """10-64-64-1, mean squared error, Adam, batches of 32, a hundred epochs at once."""
    model = keras.Sequential(
        [keras.Input((10,)), layers.Dense(64, activation="relu"), layers.Dense(64, activation="relu"), layers.Dense(1)]
    )
    model.compile("adam", "mse")
    random = numpy.random.default_rng(0)
    return model, random.random((1000, 10), numpy.float32), random.random((1000, 1), numpy.float32), 32, 100


CASES = {"cnn": cnn, "mlp-sgd": mlp_sgd, "mlp-rmsprop": mlp_rmsprop, "regression": regression}


def pictures(folder: str) -> numpy.ndarray:
    """MNIST from 0 to 1."""
    return images(folder) / numpy.float32(255)


if __name__ == "__main__":
    main()
