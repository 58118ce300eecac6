"""Command line parsing whose mistakes are one line."""

import argparse
from typing import NoReturn

from .problem import Problem


class Arguments(argparse.ArgumentParser):
    """An argument parser for one command; a mistake becomes a Problem with status 2."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(prog=f"lungo {command}", description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Reports a wrong command line in one line."""
        raise Problem(f"{message}. See: {self.prog} --help", status=2)
