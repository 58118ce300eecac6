"""The cases of the kernel bench. In each of them the kernels take turns, so that all meet the same load."""

import argparse
import statistics
import time
from collections.abc import Callable

from cell_cases import block, cell, declaration, kinds, loop
from client import started
from figures import Figure, Report
from fit_case import fit
from interrupt_case import interrupt
from peers import Peer
from turns import Values, attempt, each, memory, millis, of

Case = Callable[[Report, list[Peer], argparse.Namespace], None]

# Enough for what a kernel does once when nobody needs it: Lungo's takes three seconds of processor time.
SETTLE_SECONDS = 10
IDLE_SECONDS = 5


def start(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """From spawn to kernel_info and to the first result; the first round only warms the disk's caches."""
    ready: dict[str, list[float]] = {peer.name: [] for peer in peers}
    first: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for turn in range(chosen.rounds + 1):
        for peer in peers:
            with started([peer]) as (kernel,):
                if turn:
                    ready[peer.name].append(kernel.ready)
                    first[peer.name].append(kernel.first)
    report.add(Figure("start", "to kernel_info, median", "s", each(ready, statistics.median)))
    report.add(Figure("start", "to the reply of 1+1, median", "s", each(first, statistics.median)))
    report.add(Figure("start", "to the reply of 1+1, best", "s", each(first, min)))


def idle(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """What a kernel costs that has run one cell and waits for the next."""
    with started(peers) as kernels:
        time.sleep(SETTLE_SECONDS)
        before = {kernel: kernel.cpu_seconds() for kernel in kernels}
        time.sleep(IDLE_SECONDS)
        busy = {k.peer.name: (k.cpu_seconds() - before[k]) / IDLE_SECONDS * 100 for k in kernels}
        report.add(Figure("idle", "processor, of one core", "%", busy))
        report.add(Figure("idle", "resident memory", "MB", memory(kernels)))


def output(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """A hundred thousand lines from one cell, as they arrive at a front end."""
    with started(peers) as kernels:
        ran = {k.peer.name: attempt(lambda: k.run(k.peer.language.prints, patience=20)) for k in kernels}
        report.add(Figure("output", "100,000 println", "s", of(ran, lambda it: it.seconds)))
        report.add(Figure("output", "messages", "count", of(ran, lambda it: it.messages)))
        lines = of(ran, lambda it: it.lines)
        report.add(Figure("output", "lines that arrived", "count", lines, more_is_better=True))


def completion(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """The first one, further ones, and one while a cell sleeps or computes for three seconds."""
    with started(peers) as kernels:
        first = {k.peer.name: attempt(k.complete) for k in kernels}
        report.add(Figure("completion", "first", "ms", of(first, millis)))
        warm = {k.peer.name: statistics.median(k.complete() for _ in range(20)) for k in kernels}
        report.add(Figure("completion", "p50", "ms", of(warm, millis)))
        for metric, cell in (("sleeps", "sleep"), ("uses all cores", "compute")):
            busy: Values = {}
            for kernel in kernels:
                running = kernel.begin(getattr(kernel.peer.language, cell))
                busy[kernel.peer.name] = attempt(kernel.complete)
                kernel.await_end(running)
            report.add(Figure("completion", f"while a cell {metric}", "ms", of(busy, millis)))


ALL: dict[str, Case] = {
    case.__name__: case
    for case in (start, idle, cell, declaration, kinds, block, loop, output, completion, interrupt, fit)
}
NAMES = list(ALL)


def chosen(names: list[str] | None) -> list[Case]:
    """The cases of these names, or all."""
    return [ALL[name] for name in names or NAMES]
