"""``lungo lab``: JupyterLab with the Java kernel."""

import json
import os
import socket
from pathlib import Path

from .. import environment, java, kernelspec, maven
from ..arguments import Arguments
from ..places import VENV, VENV_PYTHON
from ..problem import Problem

# Nothing phones home, and no question about it lies over the first notebook.
NO_NEWS = ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
NO_QUESTIONS = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}


def main(arguments: list[str]) -> int:
    """Becomes JupyterLab; what stands behind ``--`` goes to it as it is."""
    parser = Arguments("lab", "Opens JupyterLab with the Java kernel.")
    parser.add_argument("path", nargs="?", type=Path, help="a notebook or a folder (this folder)")
    parser.add_argument("--port", type=int, help="the port to listen on (8888 or the next free one)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.epilog = "Arguments after -- go to JupyterLab, such as: lungo lab -- --ip=0.0.0.0"
    end = arguments.index("--") if "--" in arguments else len(arguments)
    chosen, jupyter = parser.parse_args(arguments[:end]), arguments[end + 1 :]
    if chosen.path and not chosen.path.exists():
        raise Problem(f"there is no notebook or folder {chosen.path}.", status=2)
    if chosen.port is not None:
        _check_free(chosen.port)

    environment.PRIVATE.make()
    jdk = java.find()
    maven.build()
    kernelspec.refresh_private(jdk, java.options())
    _set_defaults()
    command = [str(VENV_PYTHON), "-m", "jupyterlab", "--MappingKernelManager.default_kernel_name=java", *NO_NEWS]
    if os.name != "nt" and os.geteuid() == 0:
        # In a container there is often no other user; the server listens on this machine only, behind a token.
        command.append("--allow-root")
    if chosen.port is not None:
        # Not the next port in silence, if another program takes this one in between.
        command += [f"--port={chosen.port}", "--ServerApp.port_retries=0"]
    if chosen.no_browser:
        command.append("--no-browser")
    if chosen.path:
        command.append(str(chosen.path))
    environment.hand_over(command + jupyter)


def _set_defaults() -> None:
    """Defaults of this JupyterLab; what the user sets in its menus wins."""
    file = VENV / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(NO_QUESTIONS), encoding="utf-8")


def _check_free(port: int) -> None:
    if not 0 <= port <= 65535:
        raise Problem(f"--port {port}: a port is a number from 0 to 65535.", status=2)
    with socket.socket() as probe:
        # As Jupyter does: a port whose connections are only dying away is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(os.name != "nt"))
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Problem(f"port {port} can't be used: {error.strerror}. Choose another one with --port.") from None
