"""Finding a JDK: ``JAVA_HOME`` first, then the ``java`` of the PATH."""

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .problem import Problem

OLDEST = 17
HOW_TO_GET = (
    "Install JDK 17 or newer (adoptium.net, or on Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME."
)
_EXE = ".exe" if os.name == "nt" else ""


@dataclass(frozen=True)
class Java:
    """A Java installation: its home folder, the ``java`` to start and its version."""

    home: Path
    executable: Path
    version: str

    @property
    def feature(self) -> int:
        """The number people say: 17 of 17.0.15, 8 of 1.8.0_392."""
        numbers = re.findall(r"\d+", self.version)
        return int(numbers[1] if numbers[0] == "1" and len(numbers) > 1 else numbers[0])

    def tool(self, name: str) -> Path:
        """A program of this JDK, such as jshell; it may be missing."""
        return self.home / "bin" / (name + _EXE)

    def missing_modules(self) -> list[str]:
        """The modules Lungo needs and a plain runtime lacks, told by the tools that come with them."""
        tools = {"jshell": "jdk.jshell", "javac": "jdk.compiler"}
        return [module for tool, module in tools.items() if not self.tool(tool).exists()]


def find() -> Java:
    """The JDK to use; says in one line why there is none."""
    if home := os.environ.get("JAVA_HOME"):
        executable = Path(home).expanduser().absolute() / "bin" / ("java" + _EXE)
        if not executable.exists():
            raise Problem(f"JAVA_HOME is {home}, but there is no {executable}. Set it to a JDK, or unset it.")
        return checked(executable, f"JAVA_HOME ({home})")
    on_path = shutil.which("java")
    if on_path is None:
        raise Problem(f"no Java found: JAVA_HOME is not set and there is no java on the PATH. {HOW_TO_GET}")
    return checked(Path(on_path).absolute(), on_path)


def checked(executable: Path, name: str) -> Java:
    """The Java behind this executable, refused when it is old or has no compiler and JShell."""
    java = inspect(executable)
    if java is None:
        raise Problem(f"{name} does not run as Java. {HOW_TO_GET}")
    if java.feature < OLDEST:
        raise Problem(f"{name} is Java {java.version}, but Java {OLDEST} or newer is needed. {HOW_TO_GET}")
    if missing := java.missing_modules():
        raise Problem(f"{name} is Java {java.version} without {' and '.join(missing)}: not a full JDK. {HOW_TO_GET}")
    return java


def inspect(executable: Path) -> Java | None:
    """Reads the version from the ``release`` file, which is quick, or asks Java itself; None if neither works."""
    home = executable.resolve().parent.parent
    try:
        release = (home / "release").read_text(encoding="utf-8")
    except OSError:
        return _ask(executable)
    version = re.search(r'^JAVA_VERSION="?([^"\s]+)', release, re.MULTILINE)
    return Java(home, executable, version[1]) if version else _ask(executable)


def _ask(executable: Path) -> Java | None:
    try:
        answer = subprocess.run(
            [str(executable), "-XshowSettings:properties", "-version"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=30,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = re.search(r'version "([^"]+)"', answer.stderr)
    if answer.returncode != 0 or version is None:
        return None
    home = re.search(r"^\s*java\.home = (.+)$", answer.stderr, re.MULTILINE)
    return Java(Path(home[1].strip()) if home else executable.parent.parent, executable, version[1])


def options() -> list[str]:
    """The JVM options of ``LUNGO_JAVA_OPTS``, split as a shell would."""
    text = os.environ.get("LUNGO_JAVA_OPTS", "")
    try:
        return shlex.split(text, posix=os.name != "nt")
    except ValueError as error:
        raise Problem(f"LUNGO_JAVA_OPTS can't be split into options ({error}): {text}", status=2) from None
