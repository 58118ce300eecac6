"""A kernel process and the front end that asks it, with no fixed waits: what is measured is the kernel."""

import os
import queue
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager
from peers import Peer

PATIENCE = 60
# A front end tries again after 100 ms, which would round every start up.
RECONNECT_MILLIS = 2


@dataclass(frozen=True)
class Ran:
    """A cell that ended: seconds until reply and idle were there, and the output that came meanwhile."""

    seconds: float
    messages: int
    lines: int
    value: str | None


class Kernel:
    """A started kernel. ``ready`` is the time from spawn to its kernel_info, ``first`` to the reply of ``1+1``."""

    def __init__(self, peer: Peer) -> None:
        self.peer = peer
        specs = KernelSpecManager(kernel_dirs=[str(peer.kernels)], ensure_native_kernel=False)
        self._manager = KernelManager(kernel_name=peer.kernel, kernel_spec_manager=specs)
        self._log = open(Path(tempfile.gettempdir(), f"bench-{os.getpid()}-{peer.name}.log"), "wb")
        began = time.perf_counter()
        self._manager.start_kernel(stdout=self._log, stderr=self._log)
        self.client = self._manager.blocking_client()
        self.client.context = zmq.Context()
        self.client.context.setsockopt(zmq.RECONNECT_IVL, RECONNECT_MILLIS)
        self.client.start_channels(stdin=False, hb=False)
        self._reply(self.client.kernel_info())
        self.ready = time.perf_counter() - began
        self._reply(self.client.execute(peer.language.sum))
        self.first = time.perf_counter() - began

    def run(self, code: str, patience: float = PATIENCE) -> Ran:
        """Runs a cell to its end; gives up with queue.Empty after ``patience`` seconds without a message."""
        began = time.perf_counter()
        cell = self.client.execute(code)
        messages = lines = 0
        value = None
        while True:
            kind, content = self._shown(cell, patience)
            if kind == "stream":
                messages += 1
                lines += content["text"].count("\n")
            elif kind == "execute_result":
                value = content["data"].get("text/plain")
            elif kind == "error":
                value = f"{content['ename']}: {content['evalue']}"
            elif kind == "status" and content["execution_state"] == "idle":
                break
        self._reply(cell, patience)
        return Ran(time.perf_counter() - began, messages, lines, value)

    def begin(self, code: str) -> str:
        """Starts a cell that prints a line first; returns the cell's id once the line is there."""
        cell = self.client.execute(code, allow_stdin=True)
        while self._shown(cell, PATIENCE)[0] != "stream":
            pass
        return cell

    def complete(self) -> float:
        """Seconds until completion was answered."""
        prefix = self.peer.language.prefix
        began = time.perf_counter()
        self._reply(self.client.complete(prefix, len(prefix)))
        return time.perf_counter() - began

    def interrupt(self, cell: str) -> float:
        """Seconds from the interrupt until the cell's reply."""
        began = time.perf_counter()
        self._manager.interrupt_kernel()
        self._reply(cell, 8)
        return time.perf_counter() - began

    def await_end(self, cell: str) -> None:
        """Waits for the end of a cell that ``begin`` started; its reply may have been passed over."""
        while self._shown(cell, PATIENCE) != ("status", {"execution_state": "idle"}):
            pass

    def cpu_seconds(self) -> float:
        """Processor time that the kernel's processes have used."""
        return sum(sum(process.cpu_times()[:2]) for process in self._processes())

    def resident_mb(self) -> float:
        """Memory the kernel's processes hold."""
        return sum(process.memory_info().rss for process in self._processes()) / 2**20

    def kill(self) -> None:
        """Ends the kernel at once."""
        self.client.stop_channels()
        self._manager.shutdown_kernel(now=True)
        self._log.close()
        os.unlink(self._log.name)

    def _processes(self) -> list[psutil.Process]:
        process = psutil.Process(self._manager.provisioner.process.pid)
        return [process, *process.children(recursive=True)]

    def _reply(self, request: str, patience: float = PATIENCE) -> None:
        deadline = time.monotonic() + patience
        while True:
            message = self.client.get_shell_msg(timeout=max(0.0, deadline - time.monotonic()))
            # A late reply to a request that was given up does not count.
            if message["parent_header"].get("msg_id") == request:
                return

    def _shown(self, cell: str, patience: float) -> tuple[str, dict]:
        while True:
            message = self.client.get_iopub_msg(timeout=patience)
            if message["parent_header"].get("msg_id") == cell:
                return message["msg_type"], message["content"]


@contextmanager
def started(peers: list[Peer]) -> Iterator[list[Kernel]]:
    """Fresh kernels, one for each peer, killed at the end."""
    kernels: list[Kernel] = []
    try:
        for peer in peers:
            try:
                kernels.append(Kernel(peer))
            except queue.Empty:
                raise SystemExit(f"bench: {peer.name} gave no answer within {PATIENCE} s of its start.") from None
        yield kernels
    finally:
        for kernel in kernels:
            kernel.kill()
