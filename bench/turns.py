"""How the cases ask: kernels take turns, no answer in time is None, and figures come of many times."""

import queue
import sys
from collections.abc import Callable

from client import Kernel, Ran

Values = dict[str, float | None]

CHUNK = 50


def turns(
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
                ran = attempt(lambda: run(kernel, number))
                if ran:
                    times[kernel.peer.name].append(millis(ran.seconds))
    return times


def attempt(ask: Callable):
    """The answer, or None when the kernel gave none in time."""
    try:
        return ask()
    except queue.Empty:
        print("  (no answer in time)", file=sys.stderr)
        return None


def chunks(times: list[float]) -> list[list[float]]:
    """The times in groups of ``CHUNK``; all of them where they are fewer."""
    whole = [times[begin : begin + CHUNK] for begin in range(0, len(times) - CHUNK + 1, CHUNK)]
    return whole or [times]


def each(times: dict[str, list[float]], reduce: Callable[[list[float]], float]) -> Values:
    """One figure of the times of each kernel."""
    return {name: reduce(all) if all else None for name, all in times.items()}


def of(answers: dict, reduce: Callable) -> Values:
    """One figure of the answer of each kernel."""
    return {name: None if answer is None else reduce(answer) for name, answer in answers.items()}


def over(values: Values, base: Values) -> Values:
    """Each kernel's value over its own base."""
    return {name: value / base[name] if value and base[name] else None for name, value in values.items()}


def memory(kernels: list[Kernel]) -> Values:
    """Megabytes that each kernel holds now."""
    return {kernel.peer.name: kernel.resident_mb() for kernel in kernels}


def millis(seconds: float) -> float:
    """The same time in milliseconds."""
    return seconds * 1000
