"""Measures Lungo, PyTorch, Keras on TensorFlow and DJL's EasyTrain side by side at the same trainings."""

import argparse
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import trainings
from figures import Report, load, machine
from trainers import Trainers


def main() -> int:
    """Measures one case after the other and prints each figure as soon as it is known."""
    chosen = _arguments()
    packages = ", ".join(f"{name} {version(name)}" for name in ("torch", "keras", "tensorflow"))
    print(machine())
    print(f"{_version(chosen.java)}; Python {sys.version.split()[0]}; {packages}; {load()} at the start\n")
    report = Report("training")
    with tempfile.TemporaryDirectory(prefix="lungo-bench-") as classes:
        trainers = Trainers(chosen.java, chosen.library, Path(classes))
        trainings.measure(chosen.case or trainings.NAMES, report, trainers, chosen.rounds)
    print(f"\n{load()} at the end")
    if chosen.json:
        report.write(chosen.json)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("lungo bench training", description=__doc__, allow_abbrev=False)
    parser.add_argument("--rounds", type=_positive, default=5, metavar="N", help="epochs that count (5)")
    parser.add_argument("--case", action="append", choices=trainings.NAMES, help="only this one; may be repeated")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to FILE")
    # The launcher knows these two.
    parser.add_argument("--java", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--library", type=Path, required=True, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.json and not chosen.json.resolve().parent.is_dir():
        parser.error(f"--json {chosen.json}: there is no folder {chosen.json.resolve().parent}")
    return chosen


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a number of at least 1, received {text}")
    return number


def _version(java: Path) -> str:
    answer = subprocess.run([java, "-version"], capture_output=True, text=True)
    return answer.stderr.splitlines()[1].strip()


if __name__ == "__main__":
    sys.exit(main())
