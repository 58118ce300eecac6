"""Types Java into ``./lungo jshell`` as a person does, through a pseudo-terminal.

Reads a JSON list of snippets from standard input, types each line when the prompt is there, and writes a JSON list of
what the terminal showed after each snippet, as a screen would show it in the end.
"""

import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from pathlib import Path

LUNGO = Path(__file__).resolve().parents[4] / "lungo"
ROWS, COLUMNS = 50, 160
TIMEOUT = 240
PROMPT = re.compile(r"(?:jshell|\.\.\.)> +$")  # more than one space where jshell indents the next line
ESCAPE = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[=>]|[()][A-Z0-9])")


def main():
    snippets = json.load(sys.stdin)
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(LUNGO, [str(LUNGO), "jshell"])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    until_prompt(terminal)
    shown = []
    for snippet in snippets:
        text = ""
        for line in snippet.splitlines():
            os.write(terminal, line.encode() + b"\r")
            text += until_prompt(terminal)
        shown.append(screen(text))
    os.write(terminal, b"/exit\r")
    os.waitpid(child, 0)
    json.dump(shown, sys.stdout)


def until_prompt(terminal):
    """What is shown until the prompt stands at the end and nothing more comes."""
    shown = b""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.3)
        if ready:
            try:
                shown += os.read(terminal, 65536)
            except OSError:  # the terminal is closed: the shell has ended
                break
        elif PROMPT.search(ESCAPE.sub("", shown.decode(errors="replace"))):
            return shown.decode(errors="replace")
    sys.exit(f"no prompt after {TIMEOUT} s, or the shell ended. It showed:\n{shown.decode(errors='replace')}")


def screen(text):
    """Lines as they look in the end: what follows a carriage return is written over what stood there."""
    lines = []
    for line in ESCAPE.sub("", text).split("\n"):
        seen = ""
        for part in line.rstrip("\r").split("\r"):
            seen = part + seen[len(part):]
        lines.append(seen.rstrip())
    return "\n".join(lines)


main()
