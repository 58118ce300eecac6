"""Runs the package beside this file: ``python launcher COMMAND``."""

import sys

from lungo.cli import main

sys.exit(main(sys.argv[1:]))
