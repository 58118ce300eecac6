"""Measured figures: a table for people, JSON for programs; every bench has the same form."""

import json
import os
import platform
import time
from dataclasses import dataclass, field
from pathlib import Path

LUNGO = "Lungo"


@dataclass(frozen=True)
class Figure:
    """One metric of one case for all that were compared; None where there was no answer."""

    case: str
    metric: str
    unit: str
    values: dict[str, float | None]
    more_is_better: bool = False

    @property
    def lungo(self) -> float | None:
        """Lungo's own value."""
        return self.values.get(LUNGO)

    @property
    def peers(self) -> dict[str, float | None]:
        """The values of the others."""
        return {name: value for name, value in self.values.items() if name != LUNGO}

    @property
    def ratio(self) -> float | None:
        """Lungo's value over the best peer's; None where one of them is missing or the best is 0."""
        known = [value for value in self.peers.values() if value is not None]
        best = (max if self.more_is_better else min)(known, default=None)
        return self.lungo / best if best and self.lungo is not None else None


@dataclass
class Report:
    """Figures in the order in which they were measured."""

    bench: str
    figures: list[Figure] = field(default_factory=list)

    def add(self, figure: Figure) -> None:
        """Adds a figure and prints its line at once: a bench takes minutes."""
        if not self.figures:
            print(_line("case", "metric", "unit", list(figure.values), "ratio"))
        self.figures.append(figure)
        names = list(self.figures[0].values)
        cells = [_text(figure.values.get(name), name in figure.values) for name in names]
        extra = [f"{name} {_text(value)}" for name, value in figure.values.items() if name not in names]
        line = _line(figure.case, figure.metric, figure.unit, cells, _text(figure.ratio))
        print("  ".join([line, *extra]), flush=True)

    def write(self, file: Path) -> None:
        """Writes the figures as a list of objects."""
        rows = [
            {
                "bench": self.bench,
                "case": figure.case,
                "metric": figure.metric,
                "unit": figure.unit,
                "lungo": _rounded(figure.lungo),
                "peers": {name: _rounded(value) for name, value in figure.peers.items()},
                "ratio": _rounded(figure.ratio),
            }
            for figure in self.figures
        ]
        file.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def load() -> str:
    """The load average of the last minute, or why there is none."""
    return f"load {os.getloadavg()[0]:.2f}" if hasattr(os, "getloadavg") else "load unknown on this system"


def machine() -> str:
    """When and on what this runs."""
    now = time.strftime("%Y-%m-%d %H:%M")
    return f"{now}, {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _line(case: str, metric: str, unit: str, cells: list[str], ratio: str) -> str:
    columns = "".join(f"{cell:>11}" for cell in cells)
    return f"{case:<12} {metric:<28} {unit:<9}{columns}{ratio:>9}".rstrip()


def _text(value: float | None, measured: bool = True) -> str:
    if value is None:
        return "none" if measured else "-"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
