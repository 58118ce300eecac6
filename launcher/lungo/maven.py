"""Building the jars with Maven when they are missing or stale."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from . import java
from .lock import locked
from .places import BUILT, KERNEL_JAR, LIBRARY_JAR, ROOT, TARGET
from .problem import Problem
from .step import step

OLDEST = (3, 8, 7)
HOW_TO_GET = "Install Maven 3.8.7 or newer (maven.apache.org, or on Debian: apt install maven)."
MODULES = ("kernel", "magics")


def build() -> None:
    """Makes the jars if a source is newer than the last build."""
    if fresh():
        return
    with locked("build"):
        if fresh():
            return
        jdk = java.find()
        first = not BUILT.exists()
        step(
            "Building Lungo" + (" (first time: a minute or two)" if first else ""),
            [
                str(find()),
                "--quiet",
                "--batch-mode",
                *(["--offline"] if os.environ.get("LUNGO_OFFLINE") == "1" else []),
                f"--file={ROOT / 'pom.xml'}",
                "-DskipTests",
                "-Dspotless.check.skip",
                "package",
                "--projects",
                ",".join(MODULES),
            ],
            TARGET / "build.log",
            "The build failed.",
            # Maven must compile with the Java that was checked.
            env={**os.environ, "JAVA_HOME": str(jdk.home)},
        )


def fresh() -> bool:
    """Whether the jars are there and newer than every source."""
    try:
        built = BUILT.stat().st_mtime
    except FileNotFoundError:
        return False
    return KERNEL_JAR.exists() and LIBRARY_JAR.exists() and all(path.stat().st_mtime <= built for path in _sources())


def find() -> Path:
    """The ``mvn`` of the PATH; says in one line when there is none or an old one."""
    mvn = shutil.which("mvn")
    if mvn is None:
        raise Problem(f"no Maven found: there is no mvn on the PATH. {HOW_TO_GET}")
    version = version_of(mvn)
    if version is None:
        raise Problem(f"{mvn} does not run as Maven. {HOW_TO_GET}")
    if version < OLDEST:
        raise Problem(f"{mvn} is Maven {'.'.join(map(str, version))}, too old. {HOW_TO_GET}")
    return Path(mvn)


def version_of(mvn: str) -> tuple[int, ...] | None:
    """The version that this ``mvn`` tells, None if it tells none."""
    answer = subprocess.run([mvn, "--version"], capture_output=True, text=True, errors="replace")
    found = re.search(r"Apache Maven (\d+)\.(\d+)\.(\d+)", answer.stdout)
    return tuple(map(int, found.groups())) if found else None


def _sources() -> Iterator[Path]:
    yield ROOT / "pom.xml"
    for module in MODULES:
        yield ROOT / module / "pom.xml"
        # Folders too: they are newer when a file was removed.
        for folder, _, files in os.walk(ROOT / module / "src" / "main"):
            yield Path(folder)
            yield from (Path(folder, file) for file in files)
