"""A long step shown as one line with its elapsed seconds."""

import subprocess
import sys
import time
from pathlib import Path

from .problem import Problem

TAIL = 25


def step(title: str, command: list[str], log: Path, failure: str, env: dict[str, str] | None = None) -> None:
    """Runs a command under one line such as ``Building Lungo ... 42 s``.

    What the command prints goes to ``log``; when it fails its end is shown with ``failure``.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    live = sys.stderr.isatty()
    print(f"{title} ... ", end="" if live else "\n", file=sys.stderr, flush=True)
    with open(log, "wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=env)
        try:
            while True:
                try:
                    status = process.wait(timeout=1)
                    break
                except subprocess.TimeoutExpired:
                    if live:
                        print(f"\r{title} ... {_seconds(start)}", end="", file=sys.stderr, flush=True)
        except BaseException:
            process.terminate()
            process.wait()
            raise
    if status == 0:
        print(f"\r{title} ... {_seconds(start)}" if live else f"  done in {_seconds(start)}", file=sys.stderr)
        return
    if live:
        print(file=sys.stderr)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    raise Problem(f"{failure} All of it: {log}", details="\n".join(lines[-TAIL:]))


def _seconds(start: float) -> str:
    return f"{time.monotonic() - start:.0f} s"
