"""``lungo install``: the Java kernel for the user's own Jupyter."""

import os
import shutil
import subprocess
from pathlib import Path

from .. import archive, java, kernelspec, maven
from ..places import KERNEL_JAR
from ..arguments import Arguments
from ..problem import Problem


def main(arguments: list[str]) -> int:
    """Builds if needed, then installs the kernelspec and says where."""
    parser = Arguments("install", "Installs the Java kernel for your own Jupyter.")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--user", action="store_true", help="for this user (the default)")
    where.add_argument("--sys-prefix", action="store_true", help="into the active Python environment")
    where.add_argument("--prefix", metavar="DIR", type=Path, help="into DIR/share/jupyter")
    parser.add_argument("--name", default="java", help="the kernel's name (java)")
    parser.add_argument("--display-name", default=kernelspec.DISPLAY_NAME, help="what Jupyter shows")
    parser.add_argument("--java", metavar="PATH", type=Path, help="the java to start, or its JDK's folder")
    parser.add_argument(
        "--jvm-option", action="append", default=[], metavar="OPTION", help="such as --jvm-option=-Xmx4g"
    )
    chosen = parser.parse_args(arguments)

    jdk = _java(chosen.java) if chosen.java else java.find()
    options = [*java.options(), *chosen.jvm_option]
    data = _data(chosen.sys_prefix, chosen.prefix)
    maven.build()
    try:
        folder = kernelspec.install(data, chosen.name, jdk, options, chosen.display_name)
    except OSError as error:
        raise Problem(f"could not install into {data}: {error}. Choose another place with --prefix.") from None
    archive.make(jdk, folder / "kernel" / KERNEL_JAR.name)
    print(f"Installed the kernel '{chosen.name}' ({chosen.display_name}, Java {jdk.version}) in {folder}")
    print(f"Remove it with: jupyter kernelspec remove {chosen.name}")
    return 0


def _java(given: Path) -> java.Java:
    name = f"--java {given}"
    path = given.expanduser().absolute()
    if path.is_dir():
        path = path / "bin" / ("java.exe" if os.name == "nt" else "java")
    if not path.exists():
        raise Problem(f"{name}: there is no {path}.", status=2)
    return java.checked(path, name)


def _data(sys_prefix: bool, prefix: Path | None) -> Path:
    if sys_prefix:
        prefix = _active_prefix()
    return prefix.expanduser().absolute() / "share" / "jupyter" if prefix else kernelspec.user_data()


def _active_prefix() -> Path:
    """The prefix of the user's Python, which is not the private environment's that may run this."""
    for name in (os.environ.get("LUNGO_PYTHON"), "python3", "python"):
        if name and (found := shutil.which(name)):
            answer = subprocess.run([found, "-c", "import sys; print(sys.prefix)"], capture_output=True, text=True)
            if answer.returncode == 0:
                return Path(answer.stdout.strip())
    raise Problem("--sys-prefix: no python3 on the PATH. Name the environment's folder with --prefix.")
