"""The options that every bench has, and what its first lines say of Java and Python."""

import argparse
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from figures import load, machine


def parser(name: str, about: str, cases: list[str]) -> argparse.ArgumentParser:
    """A parser with the options of every bench."""
    made = argparse.ArgumentParser(f"lungo bench {name}", description=about, allow_abbrev=False)
    made.add_argument("--case", action="append", choices=cases, help="only this one; may be repeated")
    made.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to FILE")
    # The launcher knows it.
    made.add_argument("--java", type=Path, required=True, help=argparse.SUPPRESS)
    return made


def parsed(made: argparse.ArgumentParser) -> argparse.Namespace:
    """What was chosen; ends with a message if the figures could not be written afterwards."""
    chosen = made.parse_args()
    if chosen.json and not chosen.json.resolve().parent.is_dir():
        made.error(f"--json {chosen.json}: there is no folder {chosen.json.resolve().parent}")
    return chosen


def positive(text: str) -> int:
    """A number of at least 1, from the command line."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a number of at least 1, received {text}")
    return number


def heading(java: Path, packages: tuple[str, ...]) -> str:
    """The machine, and what is measured with."""
    answer = subprocess.run([java, "-version"], capture_output=True, text=True)
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    python = sys.version.split()[0]
    return f"{machine()}\n{answer.stderr.splitlines()[1].strip()}; Python {python}; {versions}; {load()} at the start\n"
