"""The processes that train, and how they are asked: one line for a request, one number for an answer."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from figures import LUNGO

FOLDER = Path(__file__).parent / "training"
PYTORCH, TUNED, KERAS, EASY_TRAIN = "PyTorch", "tuned", "Keras", "EasyTrain"


class Trainers:
    """How each trainer is started. The Java ones are compiled once, so that no compiler is measured."""

    def __init__(self, java: Path, library: Path, classes: Path) -> None:
        # lungo.jar names its libraries in its manifest.
        self._java = [java, "-cp", f"{library}{os.pathsep}{classes}"]
        sources = sorted(FOLDER.glob("*.java"))
        javac = java.with_name("javac" + java.suffix)
        subprocess.run([javac, "-cp", f"{library.parent}/*", "-d", classes, *sources], check=True)
        print("Reading MNIST ...", file=sys.stderr)
        self._mnist = self._run(LUNGO, "mnist").split("=")[-1].strip()

    @contextmanager
    def started(self, names: list[str], case: str, images: int) -> Iterator[dict[str, "Trainer"]]:
        """A process of each, ready to train."""
        with ExitStack() as all:
            yield {name: all.enter_context(Trainer(self._command(name, case, images))) for name in names}

    def first_batch(self, name: str) -> tuple[float, float]:
        """Seconds to the first finished batch, told by the process itself, and since it was started."""
        start = time.perf_counter()
        inside = float(self._run(name, "first").split("=")[-1])
        return inside, time.perf_counter() - start

    def _run(self, name: str, case: str) -> str:
        command = self._command(name, case, 0)
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def _command(self, name: str, case: str, images: int) -> list:
        if name in (LUNGO, EASY_TRAIN):
            main = "LungoTrainer" if name == LUNGO else "EasyTrainer"
            return [*self._java, main, case, str(images)]
        mnist = [case, str(images), self._mnist]
        if name == KERAS:
            return [sys.executable, FOLDER / "keras_trainer.py", *mnist]
        return [sys.executable, FOLDER / "torch_trainer.py", "tuned" if name == TUNED else "plain", *mnist]


class Trainer:
    """A process that trains an epoch on request."""

    def __init__(self, command: list) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def __enter__(self) -> "Trainer":
        self._answer()
        return self

    def __exit__(self, *failure) -> None:
        self._process.kill()
        self._process.wait()

    def epoch(self) -> float:
        """Seconds of one more epoch."""
        return self._ask("epoch")

    def predict(self) -> float:
        """Median microseconds of one prediction; no epoch can follow."""
        return self._ask("predict")

    def memory(self, what: str) -> float | None:
        """Megabytes: ``VmHWM`` is the peak, ``VmRSS`` what it has now; None on systems that don't tell."""
        try:
            lines = Path(f"/proc/{self._process.pid}/status").read_text().splitlines()
        except OSError:
            return None
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(what))

    def _ask(self, request: str) -> float:
        self._process.stdin.write(request + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> float:
        for line in self._process.stdout:
            if line.startswith("= "):
                return float(line[2:])
        raise SystemExit(f"{' '.join(map(str, self._process.args))} ended without an answer; run it by itself to see why.")
