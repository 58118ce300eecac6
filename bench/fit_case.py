"""The first training in a fresh kernel, which no other kernel has."""

import argparse
import statistics

from client import started
from figures import LUNGO, Figure, Report
from peers import Peer

MODEL = """
var model = sequential(input(28, 28, 1), conv2d(32, 3).relu(), maxPool2d(2), conv2d(64, 3).relu(), maxPool2d(2),
    conv2d(64, 3).relu(), flatten(), dense(64).relu(), dense(10).softmax())
    .compile(adam(), sparseCategoricalCrossentropy(), accuracy());
var batch = mnist().train().take(32);
"""
FIT = """
long began = System.nanoTime();
model.fit(batch);
(System.nanoTime() - began) / 1e9
"""


def fit(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """From calling ``fit`` to its end, after one batch; the first round finds cold disks and does not count."""
    seconds = []
    for turn in range(chosen.rounds + 1):
        with started([peer for peer in peers if peer.name == LUNGO]) as (kernel,):
            kernel.run(MODEL)
            value = kernel.run(FIT).value
            if turn:
                seconds.append(float(value))
    report.add(Figure("fit", "of one batch, fresh kernel", "s", {LUNGO: statistics.median(seconds)}))
