"""The private Python environment, made once from pinned requirements."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from .lock import locked
from .places import LAUNCHER, ROOT, TARGET, VENV, VENV_PYTHON
from .problem import Problem
from .step import step

REQUIREMENTS = LAUNCHER / "requirements.txt"
# Written last: an environment without it, or with another text in it, is made again.
COMPLETE = VENV / "complete"


def enter() -> None:
    """Goes on inside the private environment: starts this command again with its Python."""
    if Path(sys.prefix).resolve() == VENV and ready():
        return
    make()
    hand_over([str(VENV_PYTHON), str(LAUNCHER), *sys.argv[1:]])


def ready() -> bool:
    """Whether the environment is complete and made for this place, Python and requirements."""
    try:
        return VENV_PYTHON.exists() and COMPLETE.read_text() == _stamp()
    except OSError:
        return False


def make() -> None:
    """Makes the environment if it is missing, half made or out of date."""
    if ready():
        return
    with locked("venv"):
        if ready():
            return
        _check_venv_module()
        if os.environ.get("LUNGO_OFFLINE") == "1":
            raise Problem("LUNGO_OFFLINE=1 is set, but the Python environment has to be made. Unset it for this once.")
        COMPLETE.unlink(missing_ok=True)
        shutil.rmtree(VENV, ignore_errors=True)
        try:
            _install()
        except BaseException:
            shutil.rmtree(VENV, ignore_errors=True)
            raise
        COMPLETE.write_text(_stamp())


def hand_over(command: list[str], env: dict[str, str] | None = None) -> NoReturn:
    """Becomes another program; on Windows, which cannot, waits for it and takes its exit status."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        sys.exit(subprocess.run(command, env=env).returncode)
    os.execve(command[0], command, os.environ if env is None else env)


def _install() -> None:
    log = TARGET / "venv.log"
    step(
        "Making the Python environment",
        # A virtual environment's own Python can't make another one at its own place.
        [getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(VENV)],
        log,
        f"Could not make a virtual environment in {VENV}.",
    )
    step(
        "Installing JupyterLab into it (first time: a minute)",
        [str(VENV_PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "-r", str(REQUIREMENTS)],
        log,
        "Could not install the packages of launcher/requirements.txt; is the network there?",
    )


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


def _stamp() -> str:
    requirements = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    return f"{ROOT}\nPython {sys.version_info.major}.{sys.version_info.minor}\n{requirements}\n"
