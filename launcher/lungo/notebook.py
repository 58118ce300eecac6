"""A notebook's file: read with clear mistakes, written clean for git. Needs the private environment."""

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat

from .places import TARGET
from .problem import Problem


@dataclass(frozen=True)
class Notebook:
    """A notebook in memory and the file it was read from."""

    path: Path
    read_bytes: bytes
    node: nbformat.NotebookNode

    @staticmethod
    def read(path: Path) -> "Notebook":
        """Reads a Java notebook; anything else is refused with one line."""
        content = path.read_bytes()
        try:
            if "nbformat" not in json.loads(content):
                raise ValueError("its JSON has no nbformat")
            node = nbformat.reads(content.decode("utf-8"), as_version=4)
            nbformat.validate(node)
        except Exception as error:
            reason = str(error).strip().splitlines()[0][:120] if str(error).strip() else type(error).__name__
            raise Problem(f"{path} is not a notebook: {reason}", status=2) from None
        kernel = node.metadata.get("kernelspec", {})
        if kernel.get("language", "java").lower() != "java":
            raise Problem(f"{path} is a notebook for {kernel['language']}, not for Java.", status=2)
        return Notebook(path.resolve(), content, node)

    def code_cells(self) -> list[nbformat.NotebookNode]:
        """The cells that a kernel executes."""
        return [cell for cell in self.node.cells if cell.cell_type == "code" and cell.source.strip()]

    def clear(self) -> None:
        """Forgets the outputs of an earlier run, so that none is taken for one of this run."""
        for cell in self.node.cells:
            # When a cell ran says nothing to a reader, and changes with each run.
            cell.metadata.pop("execution", None)
            if cell.cell_type == "code":
                cell.outputs = []
                cell.execution_count = None

    def write(self, out: Path) -> None:
        """Writes the notebook to ``out``, whole or not at all.

        A file that was edited meanwhile is left alone; the outputs then lie under target/.
        """
        edited = out == self.path and out.read_bytes() != self.read_bytes
        if edited:
            out = TARGET / "notebooks" / out.name
            out.parent.mkdir(parents=True, exist_ok=True)
        text = nbformat.writes(self.node).rstrip("\n") + "\n"
        try:
            self._replace(out, text)
        except OSError as error:
            raise Problem(f"could not write {out}: {error.strerror}.") from None
        if edited:
            raise Problem(f"{self.path} was changed while it ran, so it was left alone. The outputs are in {out}")

    def _replace(self, out: Path, text: str) -> None:
        descriptor, temporary = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(text.encode("utf-8"))
            # A temporary file is its owner's alone; the notebook keeps the rights it had.
            if self.path.exists():
                shutil.copymode(self.path, temporary)
            os.replace(temporary, out)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
