"""What the terminal shows while a notebook runs."""

import re
import shutil
import sys
import time

# A log without a terminal gets a sign of life this often, in seconds.
QUIET = 10.0


class Screen:
    """Prints cells, their streams, and the last line of what they display.

    On a terminal the last line is rewritten in place; in a log it is printed once it is complete.
    """

    def __init__(self, terminal: bool) -> None:
        self._terminal = terminal
        self._live = ""  # the line that may still change
        self._shown: str | None = None  # the display that the live line belongs to
        self._lines: dict[str, list[str]] = {}
        self._printed = time.monotonic()
        self._midline = False
        self._last_line = ""
        self.last_text = ""

    def cell(self, number: int, count: int, source: str) -> None:
        """Says which cell starts."""
        self.finish()
        self.last_text = ""
        self._print(f"[{number}/{count}] {source.strip().splitlines()[0]}")

    def stream(self, text: str) -> None:
        """Passes on what the cell printed."""
        self._commit()
        self.last_text = _tail(self.last_text + text)
        if not self._terminal:
            text = re.sub(r"[^\n]*\r(?!\n)", "", text)
        if text:
            sys.stdout.write(text)
            sys.stdout.flush()
            self._midline = not text.endswith("\n")
            self._printed = time.monotonic()

    def result(self, text: str) -> None:
        """Shows the cell's value."""
        self.finish()
        self.last_text = _tail(text)
        self._print(text)

    def display(self, display: str | None, text: str) -> None:
        """Shows the last line of a display, and each line before it once."""
        lines = [line for line in text.splitlines() if line.strip()]
        if not lines:
            return
        if display is None or display != self._shown:
            self.finish()
            known = 0
        else:
            known = len(self._lines[display]) - 1
        for line in lines[known:-1]:
            self._live = ""
            if line != self._last_line:
                self._print(line)
        self._shown = display
        self._lines[display or ""] = lines
        self.last_text = lines[-1]
        self._live = lines[-1]
        if self._terminal:
            width = shutil.get_terminal_size().columns - 1
            sys.stdout.write("\r\x1b[K" + self._live[:width])
            sys.stdout.flush()
        elif time.monotonic() - self._printed >= QUIET:
            self._print(self._live)

    def finish(self) -> None:
        """Ends a line that is still open."""
        self._commit()
        self._shown = None
        if self._midline:
            print(flush=True)
            self._midline = False

    def _commit(self) -> None:
        line, self._live = self._live, ""
        if line and (self._terminal or line != self._last_line):
            self._print(line)

    def _print(self, text: str) -> None:
        print(("\r\x1b[K" if self._terminal else "") + text, flush=True)
        self._printed = time.monotonic()
        self._last_line = text


def _tail(text: str) -> str:
    return text[-4000:]
