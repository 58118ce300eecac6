"""Runs cells in a Java kernel, started as ``./lungo lab`` starts it.

Reads a JSON list of cells, ``{"code": ..., "interrupt_at": ...}``, from standard input. A cell with ``interrupt_at``
is interrupted as soon as it shows something that contains this text. Writes a JSON list of what the cells did.
"""

import json
import sys
import time
from pathlib import Path

from jupyter_client.manager import start_new_kernel

sys.path.insert(0, str(Path(__file__).resolve().parents[4] / "launcher"))
from lungo import java, kernelspec

TIMEOUT = 120


def main():
    cells = json.load(sys.stdin)
    kernelspec.refresh_private(java.find(), java.options())
    manager, client = start_new_kernel(kernel_name="java")
    try:
        json.dump([run(manager, client, **cell) for cell in cells], sys.stdout)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def run(manager, client, code, interrupt_at=None):
    """What a cell did: its status, what it printed, showed (every state) and gave, and its error."""
    done = {"printed": "", "shown": [], "result": "", "error": "", "seconds_to_stop": 0.0}
    interrupted = None

    def receive(message):
        nonlocal interrupted
        content = message["content"]
        match message["msg_type"]:
            case "stream":
                done["printed"] += content["text"]
            case "display_data" | "update_display_data":
                done["shown"].append(content["data"]["text/plain"])
                if interrupt_at and interrupted is None and interrupt_at in done["shown"][-1]:
                    interrupted = time.monotonic()
                    manager.interrupt_kernel()
            case "execute_result":
                done["result"] = content["data"]["text/plain"]
            case "error":
                done["error"] = f"{content['ename']}: {content['evalue']}"

    reply = client.execute_interactive(code, allow_stdin=False, timeout=TIMEOUT, output_hook=receive)
    if interrupted is not None:
        done["seconds_to_stop"] = time.monotonic() - interrupted
    return {"status": reply["content"]["status"], **done}


main()
