"""Measures Lungo, ipykernel and JJava side by side."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import cases
from figures import LUNGO, Report, load, machine
from peers import JAVA, PYTHON, Peer


def main() -> int:
    """Measures one case after the other and prints each figure as soon as it is known."""
    chosen = _arguments()
    # JJava starts the java of the PATH; all Java kernels are to run on the same one.
    os.environ["PATH"] = os.pathsep.join([str(chosen.java.parent), os.environ["PATH"]])
    ours = Path(sys.prefix, "share", "jupyter", "kernels")
    peers = [
        Peer(LUNGO, chosen.kernels, "java", JAVA),
        Peer("ipykernel", ours, "python3", PYTHON),
        Peer("JJava", ours, "java", JAVA),
    ]
    print(machine())
    print(f"{_version(chosen.java)}; Python {sys.version.split()[0]}; {_packages()}; {load()} at the start\n")
    report = Report("kernel")
    for case in cases.chosen(chosen.case):
        case(report, peers, chosen)
    print(f"\n{load()} at the end")
    if chosen.json:
        report.write(chosen.json)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("lungo bench kernel", description=__doc__, allow_abbrev=False)
    parser.add_argument("--rounds", type=_positive, default=7, metavar="N", help="starts of each kernel (7)")
    parser.add_argument("--cells", type=_positive, default=2000, metavar="N", help="cells for growth (2000)")
    parser.add_argument("--case", action="append", choices=cases.NAMES, help="only this one; may be repeated")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to FILE")
    # The launcher knows these two.
    parser.add_argument("--java", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--kernels", type=Path, required=True, help=argparse.SUPPRESS)
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


def _packages() -> str:
    from importlib.metadata import version

    return ", ".join(f"{name} {version(name)}" for name in ("ipykernel", "jjava", "jupyter_client"))


if __name__ == "__main__":
    sys.exit(main())
