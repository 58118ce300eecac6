"""The cases of the training bench. In each of them the trainers take turns, so that all meet the same load."""

import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from figures import LUNGO, Figure, Report
from trainers import EASY_TRAIN, KERAS, PYTORCH, TUNED, Trainer, Trainers

Values = dict[str, float | None]

PYTHON = [PYTORCH, TUNED, KERAS]
# What a case calls an epoch. A third of MNIST tells as much of a CNN as all of it.
EPOCHS = {
    "cnn": "20,000 images",
    "mlp-sgd": "60,000 images",
    "mlp-rmsprop": "60,000 images",
    "regression": "100 epochs of 1,000 rows",
}
CNN_IMAGES = 20_000
NAMES = [*EPOCHS, "neighbour", "first"]


def measure(names: list[str], report: Report, trainers: Trainers, rounds: int) -> None:
    """All chosen cases, and over the trainings the geometric mean."""
    ratios = [training(report, trainers, case, rounds) for case in EPOCHS if case in names]
    if len(ratios) > 1:
        mean = {LUNGO: statistics.geometric_mean(ratios), "best Python": 1.0}
        report.add(Figure("trainings", "an epoch, geometric mean", "times", mean))
    if "neighbour" in names:
        neighbour(report, trainers, rounds)
    if "first" in names:
        first(report, trainers, rounds)


def training(report: Report, trainers: Trainers, case: str, rounds: int) -> float:
    """Epochs in turns, then memory and predictions of the same processes; the first epoch only warms up."""
    names = [LUNGO, *PYTHON, EASY_TRAIN]
    with trainers.started(names, case, CNN_IMAGES) as running:
        seconds: dict[str, list[float]] = {name: [] for name in names}
        early: Values = {}
        for turn in range(rounds + 1):
            for name, trainer in running.items():
                took = trainer.epoch()
                if turn:
                    seconds[name].append(took)
                if turn == 1:
                    early[name] = trainer.memory("VmRSS")
        medians = {name: statistics.median(all) for name, all in seconds.items()}
        easy = medians.pop(EASY_TRAIN)
        epoch = Figure(case, EPOCHS[case], "s", medians)
        report.add(epoch)
        report.add(Figure(case, "beside EasyTrain", "s", {LUNGO: medians[LUNGO], EASY_TRAIN: easy}))
        report.add(Figure(case, "peak memory", "MB", {name: running[name].memory("VmHWM") for name in names[:-1]}))
        growth = {name: _over(running[name].memory("VmRSS"), early[name]) for name in names[:-1]}
        report.add(Figure(case, f"memory, epoch {rounds + 1} over 2", "times", growth))
        if case != "regression":
            predicted = {name: running[name].predict() for name in (LUNGO, PYTORCH, TUNED)}
            report.add(Figure(case, "one prediction, p50", "us", predicted))
    return epoch.ratio


def neighbour(report: Report, trainers: Trainers, rounds: int) -> None:
    """Quiet epochs and epochs beside one process that keeps a core busy, in turns."""
    for case in ("cnn", "mlp-sgd"):
        names = [LUNGO, PYTORCH]
        with trainers.started(names, case, CNN_IMAGES // 4) as running:
            for trainer in running.values():
                trainer.epoch()
            quiet: dict[str, list[float]] = {name: [] for name in names}
            busy: dict[str, list[float]] = {name: [] for name in names}
            for _ in range(min(rounds, 3)):
                _turn(running, quiet)
                with _busy():
                    _turn(running, busy)
        times = {name: statistics.median(busy[name]) / statistics.median(quiet[name]) for name in names}
        report.add(Figure("neighbour", f"{case}, busy over quiet", "times", times))


def first(report: Report, trainers: Trainers, rounds: int) -> None:
    """Fresh processes until the first batch of the CNN is done; the first round finds cold disks."""
    inside: dict[str, list[float]] = {LUNGO: [], PYTORCH: []}
    spawned: dict[str, list[float]] = {LUNGO: [], PYTORCH: []}
    for turn in range(rounds + 1):
        for name in inside:
            told, since = trainers.first_batch(name)
            if turn:
                inside[name].append(told)
                spawned[name].append(since)
    medians = {name: statistics.median(all) for name, all in inside.items()}
    report.add(Figure("first", "fit, or import, to 1st batch", "s", medians))
    medians = {name: statistics.median(all) for name, all in spawned.items()}
    report.add(Figure("first", "process with one batch", "s", medians))


def _turn(running: dict[str, Trainer], into: dict[str, list[float]]) -> None:
    for name, trainer in running.items():
        into[name].append(trainer.epoch())


@contextmanager
def _busy() -> Iterator[None]:
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as process:
        try:
            yield
        finally:
            process.kill()


def _over(value: float | None, base: float | None) -> float | None:
    return value / base if value and base else None
