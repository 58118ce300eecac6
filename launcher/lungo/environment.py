"""Python environments, each made once from pinned requirements: the private one, and that of the benches."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from .lock import locked
from .places import LAUNCHER, ROOT, TARGET, VENV
from .problem import Problem
from .step import step


@dataclass(frozen=True)
class Environment:
    """A virtual environment in ``folder`` that holds what ``requirements`` pins; ``what`` names it to the user."""

    name: str
    folder: Path
    requirements: Path
    what: str

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def ready(self) -> bool:
        """Whether the environment is complete and made for this place, Python and requirements."""
        try:
            return self.python.exists() and self._complete.read_text() == self._stamp()
        except OSError:
            return False

    def make(self) -> None:
        """Makes the environment if it is missing, half made or out of date."""
        if self.ready():
            return
        with locked(self.name):
            if self.ready():
                return
            _check_venv_module()
            if os.environ.get("LUNGO_OFFLINE") == "1":
                raise Problem(
                    "LUNGO_OFFLINE=1 is set, but the Python environment has to be made. Unset it for this once."
                )
            self._complete.unlink(missing_ok=True)
            shutil.rmtree(self.folder, ignore_errors=True)
            try:
                self._install()
            except BaseException:
                shutil.rmtree(self.folder, ignore_errors=True)
                raise
            self._complete.write_text(self._stamp())

    @property
    def _complete(self) -> Path:
        # Written last: an environment without it, or with another text in it, is made again.
        return self.folder / "complete"

    def _install(self) -> None:
        log = TARGET / f"{self.name}.log"
        step(
            "Making the Python environment",
            # A virtual environment's own Python can't make another one at its own place.
            [getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(self.folder)],
            log,
            f"Could not make a virtual environment in {self.folder}.",
        )
        step(
            f"Installing {self.what} into it (first time: a minute)",
            [str(self.python), "-m", "pip", "install", "--disable-pip-version-check", "-r", str(self.requirements)],
            log,
            f"Could not install the packages of {self.requirements.relative_to(ROOT)}; is the network there?",
        )

    def _stamp(self) -> str:
        requirements = hashlib.sha256(self.requirements.read_bytes()).hexdigest()
        return f"{ROOT}\nPython {sys.version_info.major}.{sys.version_info.minor}\n{requirements}\n"


PRIVATE = Environment("venv", VENV, LAUNCHER / "requirements.txt", "JupyterLab")
BENCH = Environment("bench-venv", ROOT / "bench" / ".venv", ROOT / "bench" / "requirements.txt", "the other kernels")
TRAINING_BENCH = Environment(
    "training-bench-venv",
    ROOT / "bench" / "training" / ".venv",
    ROOT / "bench" / "training" / "requirements.txt",
    "PyTorch and TensorFlow (4 GB)",
)


def enter() -> None:
    """Goes on inside the private environment: starts this command again with its Python."""
    if Path(sys.prefix).resolve() == VENV and PRIVATE.ready():
        return
    PRIVATE.make()
    hand_over([str(PRIVATE.python), str(LAUNCHER), *sys.argv[1:]])


def hand_over(command: list[str], env: dict[str, str] | None = None) -> NoReturn:
    """Becomes another program; on Windows, which cannot, waits for it and takes its exit status."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        sys.exit(subprocess.run(command, env=env).returncode)
    os.execve(command[0], command, os.environ if env is None else env)


def _check_venv_module() -> None:
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Problem(
            f"Python {version} ({sys.executable}) has no venv module. On Debian or Ubuntu: "
            f"apt install python{version}-venv; or set LUNGO_PYTHON to another Python."
        ) from None
