"""Executes a notebook through Jupyter's own client. Needs the private environment."""

import asyncio
import contextlib
import logging
import re
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import ensure_async
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode

from .notebook import Notebook
from .problem import Problem
from .screen import Screen

STOPPED = 130
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def execute(notebook: Notebook, out: Path) -> int:
    """Executes all cells, writes what has run to ``out`` and returns the exit status."""
    start = time.monotonic()
    notebook.clear()
    run = Run(notebook)
    problem: Problem | None = None
    try:
        asyncio.run(run.async_execute())
    except (KeyboardInterrupt, asyncio.CancelledError):
        run.stops = max(run.stops, 1)
    except (CellExecutionError, DeadKernelError, RuntimeError, TimeoutError) as error:
        problem = run.explain(error)
    run.screen.finish()
    if run.number == 0 and (problem or run.stops):
        # Nothing has run: the outputs that the file holds are better than none.
        if problem:
            raise problem
        print("Stopped before the first cell; nothing was written.")
        return STOPPED
    notebook.write(out)
    if run.stops:
        print(f"Stopped in cell {run.number} of {run.count}. What has run is in {out}")
        return STOPPED
    if problem:
        raise Problem(f"{problem} The notebook so far is in {out}", details=problem.details)
    if run.final_text:
        print(f"\n{run.final_text}")
    print(f"\n{run.count} cells in {time.monotonic() - start:.0f} s. The notebook is in {out}")
    return 0


class Run(NotebookClient):
    """One execution of one notebook, shown on the terminal."""

    def __init__(self, notebook: Notebook) -> None:
        logger = logging.getLogger("lungo.run")
        logger.setLevel(logging.CRITICAL)
        super().__init__(
            notebook.node,
            kernel_name="java",
            kernel_manager_class=AsyncKernelManager,
            resources={"metadata": {"path": str(notebook.path.parent)}},
            timeout=None,
            record_timing=False,
            # The kernel is asked to end; it is killed only if it does not.
            shutdown_kernel="graceful",
            log=logger,
        )
        self.screen = Screen(sys.stdout.isatty())
        self.count = len(notebook.code_cells())
        self.number = 0
        self.stops = 0
        self.final_text = ""
        self._cell: NotebookNode | None = None

    @contextlib.asynccontextmanager
    async def async_setup_kernel(self, **kwargs: Any) -> AsyncIterator[None]:
        """Keeps a kernel running around the cells; signals interrupt a cell instead of ending all at once."""
        task = asyncio.current_task()
        assert task is not None
        loop = asyncio.get_running_loop()
        self.create_kernel_manager()
        with contextlib.suppress(NotImplementedError):  # on Windows Ctrl-C arrives as KeyboardInterrupt
            loop.add_signal_handler(signal.SIGINT, self._interrupt, task)
            for kill in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(kill, self._kill, task)
        try:
            await self.async_start_new_kernel(**kwargs)
            await self.async_start_new_kernel_client()
            yield
        finally:
            if self.km is not None:
                await self._async_cleanup_kernel()

    async def async_execute_cell(self, cell: NotebookNode, cell_index: int, *args: Any, **kwargs: Any) -> NotebookNode:
        """Executes one cell between its headline and its last line on the terminal."""
        if self.stops:
            raise asyncio.CancelledError
        if cell.cell_type != "code" or not cell.source.strip():
            return cell
        self.number += 1
        self._cell = cell
        self.screen.cell(self.number, self.count, cell.source)
        done = await super().async_execute_cell(cell, cell_index, *args, **kwargs)
        self._cell = None
        self.screen.finish()
        self.final_text = _last_line(self.screen.last_text) or self.final_text
        return done

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        """Shows a message of the kernel, then keeps it as nbclient does."""
        content = msg["content"]
        text = content.get("data", {}).get("text/plain", "") if isinstance(content.get("data"), dict) else ""
        match msg["msg_type"]:
            case "stream":
                self.screen.stream(content["text"])
            case "execute_result":
                self.screen.result(text)
            case "display_data" | "update_display_data":
                self.screen.display((content.get("transient") or {}).get("display_id"), text)
        return super().process_message(msg, cell, cell_index)

    def output(
        self, outs: list[NotebookNode], msg: dict[str, Any], display_id: str | None, cell_index: int
    ) -> NotebookNode | None:
        """Joins a stream's batches into one output, as front ends do."""
        content = msg["content"]
        if msg["msg_type"] == "stream" and outs and outs[-1].get("name") == content["name"]:
            outs[-1].text = _after_returns(outs[-1].text + content["text"])
            return outs[-1]
        return super().output(outs, msg, display_id, cell_index)

    def explain(self, error: Exception) -> Problem:
        """The reason why the run ended, in one line, with the error's last lines above it."""
        if self.number == 0:
            return Problem(f"the Java kernel did not start: {error}.")
        where = f"cell {self.number} of {self.count}"
        if isinstance(error, CellExecutionError) and self._cell is not None:
            where += f" failed ({self._cell.source.strip().splitlines()[0]})."
            traces = [o for o in self._cell.outputs if o.output_type == "error"]
            trace = "\n".join(traces[-1].traceback) if traces else f"{error.ename}: {error.evalue}"
            return Problem(where, details="\n".join(_COLOURS.sub("", trace).splitlines()[-12:]))
        if isinstance(error, DeadKernelError):
            return Problem(f"the Java kernel ended in {where}; was it killed, or out of memory?")
        return Problem(f"{where}: {error}.")

    def _interrupt(self, task: "asyncio.Task[Any]") -> None:
        self.stops += 1
        if self.stops > 1 or self._cell is None or self.km is None:
            self._kill(task)
        else:
            print("\nStopping this cell; Ctrl-C again kills the kernel.", flush=True)
            self._stopping = asyncio.ensure_future(ensure_async(self.km.interrupt_kernel()))

    def _kill(self, task: "asyncio.Task[Any]") -> None:
        self.stops = max(self.stops, 1)
        self.shutdown_kernel = "immediate"
        task.cancel()


def _after_returns(text: str) -> str:
    """What a terminal would show of lines rewritten with carriage returns."""
    return re.sub(r"[^\n]*\r(?![\n\r])(?=.)", "", text)


def _last_line(text: str) -> str:
    lines = [line for line in _after_returns(text).splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""
