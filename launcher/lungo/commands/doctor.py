"""``lungo doctor``: what works, what is missing, and how to get it."""

from .. import __version__, checks
from ..arguments import Arguments


def main(arguments: list[str]) -> int:
    """Prints a line for each check; 1 when something needed is missing."""
    Arguments("doctor", "Says what works, what is missing, and how to get it.").parse_args(arguments)
    print(f"Lungo {__version__}")
    missing = 0
    for check in checks.ALL:
        finding = check()
        missing += finding.state == "missing"
        remedy = f" ({finding.remedy})" if finding.remedy else ""
        print(f"  {finding.state:<8} {finding.name:<12} {finding.found}{remedy}")
    print(f"{missing} missing." if missing else "Nothing needed is missing.")
    return 1 if missing else 0
