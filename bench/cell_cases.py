"""The cases of the kernel bench that run cells: expressions, declarations, blocks and loops."""

import argparse
import statistics

import loops
from bare import BareJShell
from client import started
from figures import LUNGO, Figure, Report
from peers import JAVA, Peer
from turns import CHUNK, attempt, chunks, each, memory, over, turns

NEW_NAMES = 300
NEW_OF_EACH_KIND = 100
LIVE_NAMES = 1000
REPEATS = 200


def cell(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """Sums of which each is another, then with many names alive; then ``1+1`` again and again."""
    with started(peers) as kernels:
        begun = memory(kernels)
        busy = {kernel: kernel.cpu_seconds() for kernel in kernels}
        times = turns(kernels, chosen.cells, lambda kernel, i: kernel.run(kernel.peer.language.sum_of(i)))
        all = each(times, statistics.median)
        best = each(times, lambda some: min(map(statistics.median, chunks(some))))
        last = each(times, lambda some: statistics.median(some[-CHUNK:]))
        report.add(Figure("cell", f"other sums, p50 of {chosen.cells}", "ms", all))
        report.add(Figure("cell", "other sums, p50 of first 50", "ms", each(times, _first)))
        report.add(Figure("cell", "other sums, best p50 of 50", "ms", best))
        report.add(Figure("cell", f"growth over {chosen.cells} cells", "times", over(last, best)))
        used = {k.peer.name: (k.cpu_seconds() - busy[k]) / chosen.cells * 1000 for k in kernels}
        report.add(Figure("cell", "processor time a cell", "ms", used))
        report.add(Figure("cell", f"memory after {chosen.cells} cells", "MB", memory(kernels)))
        report.add(Figure("cell", "of which since the start", "MB", _more(memory(kernels), begun)))
        for kernel in kernels:
            for number in range(0, LIVE_NAMES, 100):
                attempt(lambda: kernel.run(kernel.peer.language.live_names(number, 100)))
        sums = range(chosen.cells, chosen.cells + CHUNK * 4)
        times = turns(kernels, len(sums), lambda kernel, i: kernel.run(kernel.peer.language.sum_of(sums[i])))
        named = each(times, lambda some: min(map(statistics.median, chunks(some))))
        report.add(Figure("cell", f"other sums, {LIVE_NAMES} names, p50", "ms", named))
        report.add(Figure("cell", f"growth by {LIVE_NAMES} names", "times", over(named, best)))
        report.add(Figure("cell", f"memory with {LIVE_NAMES} names", "MB", memory(kernels)))
        times = turns(kernels, REPEATS, lambda kernel, _: kernel.run(kernel.peer.language.sum))
        report.add(Figure("cell", "1+1 again and again, p50", "ms", each(times, statistics.median)))


def declaration(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """A name that is new in each cell; then the same name again and again."""
    with started(peers) as kernels, BareJShell(chosen.java) as bare:
        times: dict[str, list[float]] = {kernel.peer.name: [] for kernel in kernels} | {"JShell": []}
        for begin in range(0, NEW_NAMES, CHUNK):
            turns(kernels, CHUNK, lambda k, i: k.run(k.peer.language.declaration(begin + i)), times)
            times["JShell"] += [bare.run(JAVA.declaration(begin + i)).millis for i in range(CHUNK)]
        for metric, part in (("first", slice(CHUNK)), ("last", slice(-CHUNK, None))):
            values = each(times, lambda all: statistics.median(all[part]))
            beside = {LUNGO: values[LUNGO], "JShell": values.pop("JShell")}
            report.add(Figure("declaration", f"new name, p50 of {metric} {CHUNK}", "ms", values))
            report.add(Figure("declaration", f"beside JShell, {metric} {CHUNK}", "ms", beside))
        again = turns(kernels, CHUNK * 4, lambda k, _: k.run(k.peer.language.declaration(0)))
        report.add(Figure("declaration", "same name, 200 times, last", "ms", each(again, _last)))


def kinds(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """New names of each kind beside a JShell without a kernel, and how long the last one takes again."""
    with started([peer for peer in peers if peer.name == LUNGO]) as (kernel,), BareJShell(chosen.java) as bare:
        for kind, template in JAVA.kinds.items():
            new: dict[str, list[float]] = {LUNGO: [], "JShell": []}
            again: dict[str, list[float]] = {LUNGO: [], "JShell": []}
            for number in range(NEW_OF_EACH_KIND):
                source = template.format(number=number)
                for times in (new, again):
                    times[LUNGO].append(kernel.run(source).seconds * 1000)
                    times["JShell"].append(bare.run(source).millis)
            report.add(Figure("kinds", f"new {kind}, p50", "ms", each(new, statistics.median)))
            report.add(Figure("kinds", f"the same {kind} again, p50", "ms", each(again, statistics.median)))


def block(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """Thirty statements that print, in one cell; each time others."""
    with started(peers) as kernels:
        times = turns(kernels, 20, lambda kernel, i: kernel.run(kernel.peer.language.block(i * 30)), chunk=1)
        report.add(Figure("block", "30 statements, first", "ms", each(times, lambda all: all[0])))
        report.add(Figure("block", "30 other statements, p50", "ms", each(times, statistics.median)))


def loop(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """Loops in cells, which can be interrupted, beside the same in a JShell that cannot."""
    with started([peer for peer in peers if peer.name == LUNGO]) as (kernel,), BareJShell(chosen.java) as bare:
        for source in loops.DECLARATIONS:
            kernel.run(source)
            bare.run(source)
        for name, source in loops.RUNS.items():
            best: dict[str, list[float]] = {LUNGO: [], "JShell": []}
            for _ in range(chosen.rounds):
                best[LUNGO].append(float(kernel.run(source).value))
                best["JShell"].append(float(bare.run(source).value))
            report.add(Figure("loop", name, "us", each(best, min)))


def _first(times: list[float]) -> float:
    return statistics.median(times[:CHUNK])


def _last(times: list[float]) -> float:
    return statistics.median(times[-CHUNK:])


def _more(values: dict[str, float], before: dict[str, float]) -> dict[str, float]:
    return {name: value - before[name] for name, value in values.items()}
