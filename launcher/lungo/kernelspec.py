"""The kernelspec: the folder that tells Jupyter how to start the Java kernel."""

import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from . import archive
from .java import Java
from .places import KERNEL_JAR, LUNGO_HOME, VENV
from .problem import Problem

LOGO = Path(__file__).parent / "logo-svg.svg"
DISPLAY_NAME = "Java (Lungo)"
PRIVATE = VENV / "share" / "jupyter" / "kernels"
# What Java compiles before the first cell has run is hardly used again, and takes as long as the start itself.
# Ten times less started no sooner, and made hundreds of later cells slower.
LESS_COMPILING = "-XX:CompileThresholdScaling=3"
# From Java 24 on, the first library that uses Unsafe would make Java print four lines into a cell.
QUIET_UNSAFE = "-Dsun.misc.unsafe.memory.access=allow"


def describe(java: Java, jar: Path, jvm_options: list[str], display_name: str = DISPLAY_NAME) -> str:
    """The text of kernel.json: java itself, no shell between it and Jupyter."""
    spec = {
        "argv": [
            str(java.executable),
            *archive.options(java, jar),
            LESS_COMPILING,
            "-Dfile.encoding=UTF-8",
            QUIET_UNSAFE,
            *jvm_options,
            "-jar",
            str(jar),
            "{connection_file}",
        ],
        "display_name": display_name,
        "language": "java",
        "interrupt_mode": "message",
    }
    return json.dumps(spec, indent=1, ensure_ascii=False) + "\n"


def refresh_private(java: Java, jvm_options: list[str]) -> None:
    """Puts the kernelspec ``java`` into the private environment; it points at the jars Maven made."""
    folder = PRIVATE / "java"
    text = describe(java, KERNEL_JAR, jvm_options)
    file = folder / "kernel.json"
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(LOGO, folder)
        fresh = folder / f"kernel.json.{os.getpid()}"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)
    # Before the user's own kernelspecs, whatever they are called.
    others = os.environ.get("JUPYTER_PATH")
    os.environ["JUPYTER_PATH"] = os.pathsep.join([str(folder.parents[1]), *([others] if others else [])])


def install(data: Path, name: str, java: Java, jvm_options: list[str], display_name: str) -> Path:
    """Copies jars and kernel.json to ``data/kernels/NAME``, whole or not at all; replaces an older one."""
    if not re.fullmatch(r"[A-Za-z0-9._-]+", name):
        raise Problem(f"--name {name}: only letters, digits, dot, dash and underscore can be in a kernel's name.", 2)
    folder = data / "kernels" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Not in kernels/, where Jupyter would list it.
    with tempfile.TemporaryDirectory(prefix=".lungo-", dir=data) as temporary:
        fresh = Path(temporary, "new")
        shutil.copytree(LUNGO_HOME / "kernel", fresh / "kernel", ignore=shutil.ignore_patterns("start-*"))
        shutil.copytree(LUNGO_HOME / "library", fresh / "library")
        shutil.copy(LOGO, fresh)
        jar = folder / "kernel" / KERNEL_JAR.name
        (fresh / "kernel.json").write_text(describe(java, jar, jvm_options, display_name), encoding="utf-8")
        if folder.exists():
            folder.rename(Path(temporary, "old"))
        fresh.rename(folder)
    return folder


def user_data() -> Path:
    """Jupyter's data folder of this user, known without Jupyter being there."""
    if chosen := os.environ.get("JUPYTER_DATA_DIR"):
        return Path(chosen)
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Jupyter"
    if os.name == "nt":
        return Path(os.environ.get("APPDATA", home / "AppData" / "Roaming")) / "jupyter"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "jupyter"
