"""Measures Lungo, ipykernel and JJava side by side."""

import argparse
import os
import sys
from pathlib import Path

import cases
import options
from figures import LUNGO, Report, load
from options import positive
from peers import JAVA, PYTHON, Peer

IPYKERNEL, JJAVA = OTHERS = ("ipykernel", "JJava")


def main() -> int:
    """Measures one case after the other and prints each figure as soon as it is known."""
    chosen = _arguments()
    # JJava starts the java of the PATH; all Java kernels are to run on the same one.
    os.environ["PATH"] = os.pathsep.join([str(chosen.java.parent), os.environ["PATH"]])
    ours = Path(sys.prefix, "share", "jupyter", "kernels")
    peers = [
        Peer(LUNGO, chosen.kernels, "java", JAVA),
        Peer(IPYKERNEL, ours, "python3", PYTHON),
        Peer(JJAVA, ours, "java", JAVA),
    ]
    peers = [peer for peer in peers if peer.name not in (chosen.without or ())]
    print(options.heading(chosen.java, ("ipykernel", "jjava", "jupyter_client")))
    report = Report("kernel")
    for case in cases.chosen(chosen.case):
        case(report, peers, chosen)
    print(f"\n{load()} at the end")
    if chosen.json:
        report.write(chosen.json)
    return 0


def _arguments() -> argparse.Namespace:
    parser = options.parser("kernel", __doc__, cases.NAMES)
    parser.add_argument("--rounds", type=positive, default=7, metavar="N", help="starts of each kernel (7)")
    parser.add_argument("--cells", type=positive, default=2000, metavar="N", help="cells for growth (2000)")
    parser.add_argument("--without", action="append", choices=OTHERS, help="leave this one out; may be repeated")
    # The launcher knows it.
    parser.add_argument("--kernels", type=Path, required=True, help=argparse.SUPPRESS)
    return options.parsed(parser)


if __name__ == "__main__":
    sys.exit(main())
