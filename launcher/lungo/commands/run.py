"""``lungo run``: executes a notebook in a real Java kernel and keeps its outputs."""

import os
from pathlib import Path

from .. import environment, java, kernelspec, maven
from ..arguments import Arguments
from ..places import TARGET
from ..problem import Problem


def main(arguments: list[str]) -> int:
    """Checks the paths, prepares what is missing, executes, and returns the exit status."""
    parser = Arguments("run", "Executes a notebook and writes its outputs into it.")
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="write there, leave NOTEBOOK as it is")
    parser.add_argument(
        "--fast", action="store_true", help="small data, few epochs (LUNGO_FAST=1); writes to target/notebooks/"
    )
    chosen = parser.parse_args(arguments)
    notebook: Path = chosen.notebook
    if not notebook.is_file():
        raise Problem(f"there is no notebook {notebook}.", status=2)
    out = _out(notebook, chosen.output, chosen.fast)
    if chosen.fast:
        os.environ["LUNGO_FAST"] = "1"

    environment.enter()
    # These need the packages of the private environment.
    from ..execution import execute
    from ..notebook import Notebook

    document = Notebook.read(notebook)
    jdk = java.find()
    maven.build()
    kernelspec.refresh_private(jdk, java.options())
    return execute(document, out)


def _out(notebook: Path, chosen: Path | None, fast: bool) -> Path:
    if chosen is None and fast:
        chosen = TARGET / "notebooks" / notebook.name
        chosen.parent.mkdir(parents=True, exist_ok=True)
    # What a link points at is replaced, not the link.
    out = (chosen or notebook).resolve()
    if out.is_dir():
        raise Problem(f"can't write to {out}: it is a folder.", status=2)
    if not out.parent.is_dir():
        raise Problem(f"can't write to {out}: there is no folder {out.parent}.", status=2)
    if not os.access(out.parent, os.W_OK) or (out.exists() and not os.access(out, os.W_OK)):
        raise Problem(f"can't write to {out}: no right to.", status=2)
    return out
