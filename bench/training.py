"""Measures Lungo, PyTorch, Keras on TensorFlow and DJL's EasyTrain side by side at the same trainings."""

import argparse
import sys
import tempfile
from pathlib import Path

import options
import trainings
from figures import Report, load
from options import positive
from trainers import Trainers


def main() -> int:
    """Measures one case after the other and prints each figure as soon as it is known."""
    chosen = _arguments()
    print(options.heading(chosen.java, ("torch", "keras", "tensorflow")))
    report = Report("training")
    with tempfile.TemporaryDirectory(prefix="lungo-bench-") as classes:
        trainers = Trainers(chosen.java, chosen.library, Path(classes))
        trainings.measure(chosen.case or trainings.NAMES, report, trainers, chosen.rounds)
    print(f"\n{load()} at the end")
    if chosen.json:
        report.write(chosen.json)
    return 0


def _arguments() -> argparse.Namespace:
    parser = options.parser("training", __doc__, trainings.NAMES)
    parser.add_argument("--rounds", type=positive, default=5, metavar="N", help="epochs that count (5)")
    # The launcher knows it.
    parser.add_argument("--library", type=Path, required=True, help=argparse.SUPPRESS)
    return options.parsed(parser)


if __name__ == "__main__":
    sys.exit(main())
