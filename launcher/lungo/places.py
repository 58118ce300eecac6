"""Where things lie in a checkout."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAUNCHER = ROOT / "launcher"
TARGET = ROOT / "target"

# What Maven makes: the kernel and the library, each with the jars it needs, and a stamp.
LUNGO_HOME = TARGET / "lungo"
KERNEL_JAR = LUNGO_HOME / "kernel" / "lungo-kernel.jar"
LIBRARY_JAR = LUNGO_HOME / "library" / "lungo.jar"
BUILT = LUNGO_HOME / "built"

VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def cache() -> Path:
    """The folder of downloads and archives: ``LUNGO_CACHE``, or the platform's cache folder."""
    if chosen := os.environ.get("LUNGO_CACHE"):
        return Path(chosen).expanduser()
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "lungo"
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "lungo" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "lungo"
