"""What went wrong, in the user's terms."""


class Problem(Exception):
    """A mistake or a missing tool: shown as one line, without a trace.

    ``status`` is the exit status: 1 when something is missing or failed, 2 when the command line is wrong.
    ``details`` are lines shown above the message, such as the end of a log.
    """

    def __init__(self, message: str, status: int = 1, details: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.details = details
