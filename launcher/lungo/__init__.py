"""Starts Lungo: the Java kernel, JupyterLab, notebooks and JShell.

Standard library only, but for ``notebook`` and ``screen``, which run inside the private environment.
Start reading at ``cli``, which maps each command to its file.
"""

__version__ = "0.1.0"
