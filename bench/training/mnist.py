"""Reads MNIST's training files from the folder where Lungo keeps them."""

import numpy


def images(folder: str) -> numpy.ndarray:
    """60,000 pictures of 28 x 28 bytes."""
    return numpy.fromfile(f"{folder}/train-images-idx3-ubyte", numpy.uint8)[16:].reshape(-1, 28, 28)


def labels(folder: str) -> numpy.ndarray:
    """What each picture shows."""
    return numpy.fromfile(f"{folder}/train-labels-idx1-ubyte", numpy.uint8)[8:]
