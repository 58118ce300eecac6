"""``lungo jshell``: plain JShell with the library on its class path."""

from pathlib import Path

from .. import environment, java, maven
from ..places import LIBRARY_JAR

STARTUP = Path(__file__).parents[1] / "lungo.jsh"


def main(arguments: list[str]) -> int:
    """Becomes the JDK's own jshell; the arguments go to it as they are."""
    jdk = java.find()
    maven.build()
    remote = ["-Dslf4j.internal.verbosity=ERROR"]
    if jdk.feature >= 22:
        # Loading libtorch would print warnings; older Javas don't know the option.
        remote.append("--enable-native-access=ALL-UNNAMED")
    remote += java.options()
    environment.hand_over(
        [
            str(jdk.tool("jshell")),
            "--class-path",
            str(LIBRARY_JAR),
            "--startup",
            "DEFAULT",
            "--startup",
            str(STARTUP),
            *(f"-R{option}" for option in remote),
            *arguments,
        ]
    )
