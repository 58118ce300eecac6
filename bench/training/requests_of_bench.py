"""The bench's requests, a line each; an answer is a line with a number."""

import os
import sys


class Requests:
    """Requests in the order they come, and the way back."""

    def __init__(self) -> None:
        # Libraries print too: what they print goes elsewhere.
        self._answers = os.fdopen(os.dup(1), "w")
        os.dup2(2, 1)
        self.answer(0)

    def next(self) -> str:
        """The next request, or nothing when there is nobody to ask any more."""
        return sys.stdin.readline().strip()

    def answer(self, number: float) -> None:
        """Sends one number."""
        self._answers.write(f"= {number}\n")
        self._answers.flush()
