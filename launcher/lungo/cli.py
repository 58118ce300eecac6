"""The command line: which command runs what."""

import difflib
import importlib
import sys

from . import __version__
from .problem import Problem

# Each command is a module with main(arguments) -> exit status.
COMMANDS = {
    "lab": "opens JupyterLab with the Java kernel",
    "run": "executes a notebook and writes its outputs into it",
    "jshell": "opens plain JShell with the library on its class path",
    "install": "installs the Java kernel for your own Jupyter",
    "bench": "measures the kernel beside ipykernel and JJava",
    "doctor": "says what works, what is missing, and how to get it",
    "python": "the private environment's Python (for development)",
}


def main(arguments: list[str]) -> int:
    """Runs one command and returns the exit status."""
    try:
        return _dispatch(arguments)
    except Problem as problem:
        if problem.details:
            print(problem.details, file=sys.stderr)
        print(f"lungo: {problem}", file=sys.stderr)
        return problem.status
    except KeyboardInterrupt:
        print("\nlungo: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 1
    except OSError as error:
        # A full disk or a missing right: the reason and the file say it all.
        print(f"lungo: {error}", file=sys.stderr)
        return 1


def _dispatch(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(_help())
        return 0 if arguments else 2
    if arguments[0] in ("-V", "--version"):
        print(f"Lungo {__version__}")
        return 0
    command, rest = arguments[0], arguments[1:]
    if command not in COMMANDS:
        close = difflib.get_close_matches(command, COMMANDS, 1)
        hint = f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(COMMANDS)}."
        raise Problem(f"no command '{command}'. {hint}", status=2)
    module = importlib.import_module(f".commands.{command}", __package__)
    return int(module.main(rest))


def _help() -> str:
    lines = [f"  {name:<8} {meaning}" for name, meaning in COMMANDS.items()]
    return "\n".join(
        [
            "usage: lungo COMMAND [arguments]",
            "",
            *lines,
            "",
            "  lungo COMMAND --help says more; --version",
            "",
            "environment: LUNGO_CACHE (downloads), LUNGO_OFFLINE=1, LUNGO_FAST=1 (small data, few epochs),",
            "  LUNGO_JAVA_OPTS (such as -Xmx4g), LUNGO_PYTHON, JAVA_HOME",
        ]
    )
