"""One launcher at a time where two would trample on each other."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .places import TARGET


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Holds the lock ``target/NAME.lock``; waits while another process has it.

    The operating system releases it when this process ends, however it ends.
    """
    path: Path = TARGET / f"{name}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a+b") as file:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
