"""Trains with eager PyTorch, an epoch whenever the bench asks for one: ``torch_trainer.py {plain|tuned} CASE IMAGES FOLDER``.

Written as a user would who cares for speed: all data in memory as tensors, no DataLoader, nothing read back in a step.
``tuned`` adds what PyTorch's performance guide tells for a CPU: channels_last and the optimizers' fused steps.
"""

import sys
import time

BEGAN = time.perf_counter()

import numpy
import torch
from mnist import images, labels
from requests_of_bench import Requests
from torch import nn

PREDICTIONS = 20_000


def main() -> None:
    """Answers requests until there are none."""
    style, case, count, folder = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    tuned = style == "tuned"
    if case == "first":
        first(folder)
        return
    model, optimizer, loss, batch, epochs = CASES[case](tuned)
    x, y = rows() if case == "regression" else pictures(folder, count if case == "cnn" else 60_000, case == "cnn")
    if tuned and case == "cnn":
        model = model.to(memory_format=torch.channels_last)
        x = x.contiguous(memory_format=torch.channels_last)
    requests = Requests()
    while request := requests.next():
        if request == "predict":
            requests.answer(predict(model, folder, case))
            continue
        start = time.perf_counter()
        for _ in range(epochs):
            epoch(model, optimizer, loss, x, y, batch)
        requests.answer(time.perf_counter() - start)


def epoch(model, optimizer, loss, x, y, batch) -> float:
    """One pass in a new order; the loss is summed as a tensor and read once."""
    model.train()
    total = torch.zeros(())
    for rows in torch.randperm(len(x)).split(batch):
        optimizer.zero_grad()
        value = loss(model(x[rows]), y[rows])
        value.backward()
        optimizer.step()
        total += value.detach() * len(rows)
    return total.item() / len(x)


def cnn(tuned: bool):
    """Three convolutions, Adam, batches of 32."""
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(64, 64, 3),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(576, 64),
        nn.ReLU(),
        nn.Linear(64, 10),
    )
    return model, torch.optim.Adam(model.parameters(), fused=tuned), nn.CrossEntropyLoss(), 32, 1


def mlp_sgd(tuned: bool):
    """784-128-64-10, gradient descent with momentum, batches of 100."""
    model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), 0.001, momentum=0.9, fused=tuned)
    return model, optimizer, nn.CrossEntropyLoss(), 100, 1


def mlp_rmsprop(tuned: bool):
    """784-512-512-10 with dropout, RMSprop with Keras' numbers, batches of 128; there is no fused RMSprop."""
    model = nn.Sequential(
        nn.Linear(784, 512), nn.ReLU(), nn.Dropout(0.2), nn.Linear(512, 512), nn.ReLU(), nn.Dropout(0.2), nn.Linear(512, 10)
    )
    optimizer = torch.optim.RMSprop(model.parameters(), 0.001, alpha=0.9, eps=1e-7, foreach=tuned)
    return model, optimizer, nn.CrossEntropyLoss(), 128, 1


def regression(tuned: bool):
    """10-64-64-1, mean squared error, Adam, batches of 32, a hundred epochs at once."""
    model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
    return model, torch.optim.Adam(model.parameters(), fused=tuned), nn.MSELoss(), 32, 100


CASES = {"cnn": cnn, "mlp-sgd": mlp_sgd, "mlp-rmsprop": mlp_rmsprop, "regression": regression}


def pictures(folder: str, count: int, squares: bool):
    """MNIST as float tensors, converted once."""
    x = torch.from_numpy(images(folder)[:count]).float().div_(255)
    y = torch.from_numpy(labels(folder)[:count].astype(numpy.int64))
    return (x.unsqueeze(1) if squares else x.flatten(1)), y


def rows():
    """A thousand rows of random numbers."""
    torch.manual_seed(0)
    return torch.rand(1000, 10), torch.rand(1000, 1)


def predict(model, folder: str, case: str) -> float:
    """Median microseconds of one picture, from its bytes to probabilities."""
    pictures = images(folder)
    model.eval()
    sizes = (1, 1, 28, 28) if case == "cnn" else (1, 784)
    micros = []
    with torch.inference_mode():
        for i in range(PREDICTIONS):
            picture = pictures[i % len(pictures)]
            start = time.perf_counter()
            torch.softmax(model(torch.from_numpy(picture).float().div_(255).view(sizes)), 1).tolist()
            micros.append((time.perf_counter() - start) * 1e6)
    return sorted(micros)[len(micros) // 2]


def first(folder: str) -> None:
    """Seconds from before ``import torch`` to the first finished batch."""
    model, optimizer, loss, batch, _ = cnn(False)
    x, y = pictures(folder, 32, True)
    epoch(model, optimizer, loss, x, y, batch)
    print("=", time.perf_counter() - BEGAN, flush=True)


if __name__ == "__main__":
    main()
