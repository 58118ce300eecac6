"""The archive from which Java starts the kernel faster; the kernel itself makes it, and renews it when it is old."""

import sys
from pathlib import Path

from .java import Java
from .places import TARGET
from .problem import Problem
from .step import step

# From this Java on an archive also holds classes that are linked already, and older ones don't know its option.
FIRST_WITH_LINKED = 25

# What Java does at each start although the archive would spare it: to move the archive to another address, and to make
# the code by which reflection calls a method.
WITHOUT_DETOURS = [
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:ArchiveRelocationMode=0",
    "-Djdk.reflect.useNativeAccessorOnly=true",
]


def options(java: Java, jar: Path) -> list[str]:
    """The JVM options that use the archive beside ``jar``, which may be missing; StartArchive has the same names."""
    file = jar.with_name(f"start-{java.feature}")
    if java.feature >= FIRST_WITH_LINKED:
        # The link that java may be can lead to an older Java one day, which is not to refuse the next option.
        use = ["-XX:+IgnoreUnrecognizedVMOptions", f"-XX:AOTCache={file}.aot", *WITHOUT_DETOURS]
    else:
        use = [f"-XX:SharedArchiveFile={file}.jsa"]
    # What Java says about an archive it can't use is no news for the user: the kernel makes a new one.
    return [*use, "-Xlog:disable"]


def make(java: Java, jar: Path) -> None:
    """Makes the archive now, if it is missing or old; without it the kernel works too."""
    command = [str(java.executable), "-jar", str(jar), "--archive"]
    try:
        step("Preparing quick starts", command, TARGET / "archive.log", "")
    except (OSError, Problem):
        print("  failed; the kernel will try again when it runs", file=sys.stderr)
