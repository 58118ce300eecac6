"""``lungo python``: the private environment's Python, for development."""

from .. import environment
from ..places import VENV_PYTHON


def main(arguments: list[str]) -> int:
    """Becomes the private environment's Python; makes the environment first if needed."""
    environment.PRIVATE.make()
    environment.hand_over([str(VENV_PYTHON), *arguments])
