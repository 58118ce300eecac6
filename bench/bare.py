"""A JShell without a kernel, for what Lungo's own work around JShell costs."""

import subprocess
from pathlib import Path
from typing import NamedTuple


class Evaluated(NamedTuple):
    """A snippet that JShell ran, and the text of its value."""

    millis: float
    value: str


class BareJShell:
    """A process that runs snippets in JShell, one after the other."""

    def __init__(self, java: Path) -> None:
        source = Path(__file__).parent / "BareJShell.java"
        self._process = subprocess.Popen([java, source], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> "BareJShell":
        return self

    def __exit__(self, *failure) -> None:
        self._process.kill()
        self._process.wait()

    def run(self, snippet: str) -> Evaluated:
        """Runs a snippet of one line."""
        self._process.stdin.write(snippet + "\n")
        self._process.stdin.flush()
        millis, value = self._process.stdout.readline().rstrip("\n").split(" ", 1)
        return Evaluated(float(millis), value)
