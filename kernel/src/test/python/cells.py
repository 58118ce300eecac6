"""Runs the cells of a file, divided by lines of four dashes, in the kernel named java, and prints what each shows."""

import sys
from pathlib import Path

from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

cells = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n----\n")
notebook = new_notebook(
    cells=[new_code_cell(cell) for cell in cells],
    metadata={"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}},
)
NotebookClient(notebook, allow_errors=True, timeout=120).execute()
for number, cell in enumerate(notebook.cells, 1):
    for output in cell.outputs:
        if output.output_type == "stream":
            shown = output.text.strip()
        elif output.output_type == "error":
            shown = f"{output.ename}: {output.evalue}"
        else:
            shown = " ".join(f"{kind}={data}" for kind, data in sorted(output.data.items()))
        print(f"[{number}] {output.get('name', output.output_type)} {shown}")
