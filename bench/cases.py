"""The cases of the kernel bench. In each of them the kernels take turns, so that all meet the same load."""

import argparse
import queue
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from client import Kernel, Ran, started
from figures import LUNGO, Figure, Report
from peers import Peer

Values = dict[str, float | None]
Case = Callable[[Report, list[Peer], argparse.Namespace], None]

CHUNK = 50
NEW_NAMES = 300
LIVE_NAMES = 1000
PRINTED_LINES = 100_000
SETTLE_SECONDS = 3
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
    report.add(Figure("start", "to kernel_info, median", "s", _each(ready, statistics.median)))
    report.add(Figure("start", "to the reply of 1+1, median", "s", _each(first, statistics.median)))
    report.add(Figure("start", "to the reply of 1+1, best", "s", _each(first, min)))


def idle(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """What a kernel costs that has run one cell and waits for the next."""
    with started(peers) as kernels:
        time.sleep(SETTLE_SECONDS)
        before = {kernel: kernel.cpu_seconds() for kernel in kernels}
        time.sleep(IDLE_SECONDS)
        busy = {k.peer.name: (k.cpu_seconds() - before[k]) / IDLE_SECONDS * 100 for k in kernels}
        report.add(Figure("idle", "processor, of one core", "%", busy))
        report.add(Figure("idle", "resident memory", "MB", {k.peer.name: k.resident_mb() for k in kernels}))


def cell(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """``1+1`` again and again, then with many names alive."""
    with started(peers) as kernels:
        times = _turns(kernels, chosen.cells, lambda kernel, _: kernel.run(kernel.peer.language.sum))
        best = _each(times, lambda all: min(map(statistics.median, _chunks(all))))
        last = _each(times, lambda all: statistics.median(all[-CHUNK:]))
        report.add(Figure("cell", "1+1, p50 of the best 50", "ms", best))
        report.add(Figure("cell", f"1+1, p50 of the last of {chosen.cells}", "ms", last))
        report.add(Figure("cell", f"growth over {chosen.cells} cells", "times", _over(last, best)))
        for kernel in kernels:
            for number in range(0, LIVE_NAMES, 100):
                _attempt(lambda: kernel.run(kernel.peer.language.live_names(number, 100)))
        times = _turns(kernels, CHUNK * 2, lambda kernel, _: kernel.run(kernel.peer.language.sum))
        named = _each(times, statistics.median)
        report.add(Figure("cell", f"1+1 with {LIVE_NAMES} names, p50", "ms", named))
        report.add(Figure("cell", f"growth by {LIVE_NAMES} names", "times", _over(named, best)))
        memory = {kernel.peer.name: kernel.resident_mb() for kernel in kernels}
        report.add(Figure("cell", "resident memory at the end", "MB", memory))


def declaration(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """A name that is new in each cell, beside JShell without a kernel; then the same name again and again."""
    with started(peers) as kernels, _bare_jshell(chosen.java) as bare:
        times: dict[str, list[float]] = {kernel.peer.name: [] for kernel in kernels} | {"JShell": []}
        for begin in range(0, NEW_NAMES, CHUNK):
            _turns(kernels, CHUNK, lambda k, i: k.run(k.peer.language.declaration(begin + i)), times)
            times["JShell"] += bare(CHUNK)
        for metric, part in (("first", slice(CHUNK)), ("last", slice(-CHUNK, None))):
            values = _each(times, lambda all: statistics.median(all[part]))
            beside = {LUNGO: values[LUNGO], "JShell": values.pop("JShell")}
            report.add(Figure("declaration", f"new name, p50 of {metric} {CHUNK}", "ms", values))
            report.add(Figure("declaration", f"beside JShell, {metric} {CHUNK}", "ms", beside))
        again = _turns(kernels, CHUNK * 4, lambda k, _: k.run(k.peer.language.declaration(0)))
        values = _each(again, lambda all: statistics.median(all[-CHUNK:]))
        report.add(Figure("declaration", "same name, 200 times, last", "ms", values))


def block(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """Thirty statements that print, in one cell."""
    with started(peers) as kernels:
        times = _turns(kernels, 20, lambda kernel, _: kernel.run(kernel.peer.language.block), chunk=1)
        report.add(Figure("block", "30 statements, first", "ms", _each(times, lambda all: all[0])))
        report.add(Figure("block", "30 statements, p50", "ms", _each(times, statistics.median)))


def output(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """A hundred thousand lines from one cell, as they arrive at a front end."""
    with started(peers) as kernels:
        ran = {k.peer.name: _attempt(lambda: k.run(k.peer.language.prints, patience=20)) for k in kernels}
        report.add(Figure("output", "100,000 println", "s", _of(ran, lambda it: it.seconds)))
        report.add(Figure("output", "messages", "count", _of(ran, lambda it: it.messages)))
        lines = _of(ran, lambda it: it.lines)
        report.add(Figure("output", "lines that arrived", "count", lines, more_is_better=True))


def completion(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """The first one, further ones, and one while a cell sleeps for three seconds."""
    with started(peers) as kernels:
        first = {k.peer.name: _attempt(k.complete) for k in kernels}
        report.add(Figure("completion", "first", "ms", _of(first, _millis)))
        warm = {k.peer.name: statistics.median(k.complete() for _ in range(20)) for k in kernels}
        report.add(Figure("completion", "p50", "ms", _of(warm, _millis)))
        busy: Values = {}
        for kernel in kernels:
            running = kernel.begin(kernel.peer.language.sleep)
            busy[kernel.peer.name] = _attempt(kernel.complete)
        report.add(Figure("completion", "while a cell sleeps 3 s", "ms", _of(busy, _millis)))


def interrupt(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """An endless loop, and what is left of it; last, because a kernel that cannot stop it goes on."""
    stopped: Values = {}
    left: Values = {}
    usable: Values = {}
    for peer in peers:
        with started([peer]) as (kernel,):
            loop = kernel.begin(peer.language.loop)
            stopped[peer.name] = _attempt(lambda: kernel.interrupt(loop))
            after = _attempt(lambda: kernel.run("40+2", patience=5))
            usable[peer.name] = float(after is not None and after.value == "42")
            before = kernel.cpu_seconds()
            time.sleep(2)
            left[peer.name] = (kernel.cpu_seconds() - before) / 2 * 100
    report.add(Figure("interrupt", "endless loop to its reply", "ms", _of(stopped, _millis)))
    report.add(Figure("interrupt", "the next cell answers", "0 or 1", usable, more_is_better=True))
    report.add(Figure("interrupt", "processor afterwards", "%", left))


ALL: dict[str, Case] = {
    case.__name__: case for case in (start, idle, cell, declaration, block, output, completion, interrupt)
}
NAMES = list(ALL)


def chosen(names: list[str] | None) -> list[Case]:
    """The cases of these names, or all."""
    return [ALL[name] for name in names or NAMES]


def _turns(
    kernels: list[Kernel],
    count: int,
    run: Callable[[Kernel, int], Ran],
    times: dict[str, list[float]] | None = None,
    chunk: int = CHUNK,
) -> dict[str, list[float]]:
    """Milliseconds of ``count`` cells on each kernel, which take turns after every ``chunk`` cells."""
    times = {kernel.peer.name: [] for kernel in kernels} if times is None else times
    for begin in range(0, count, chunk):
        for kernel in kernels:
            for number in range(begin, min(begin + chunk, count)):
                ran = _attempt(lambda: run(kernel, number))
                if ran:
                    times[kernel.peer.name].append(_millis(ran.seconds))
    return times


@contextmanager
def _bare_jshell(java: Path) -> Iterator[Callable[[int], list[float]]]:
    source = Path(__file__).parent / "BareJShell.java"
    process = subprocess.Popen([java, source], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def declare(count: int) -> list[float]:
        process.stdin.write(f"{count}\n")
        process.stdin.flush()
        return [float(millis) for millis in process.stdout.readline().split()]

    with process:
        try:
            yield declare
        finally:
            process.kill()


def _attempt(ask: Callable):
    """The answer, or None when the kernel gave none in time."""
    try:
        return ask()
    except queue.Empty:
        print("  (no answer in time)", file=sys.stderr)
        return None


def _chunks(times: list[float]) -> list[list[float]]:
    whole = [times[begin : begin + CHUNK] for begin in range(0, len(times) - CHUNK + 1, CHUNK)]
    return whole or [times]


def _each(times: dict[str, list[float]], reduce: Callable[[list[float]], float]) -> Values:
    return {name: reduce(all) if all else None for name, all in times.items()}


def _of(answers: dict, reduce: Callable) -> Values:
    return {name: None if answer is None else reduce(answer) for name, answer in answers.items()}


def _over(values: Values, base: Values) -> Values:
    return {name: value / base[name] if value and base[name] else None for name, value in values.items()}


def _millis(seconds: float) -> float:
    return seconds * 1000
