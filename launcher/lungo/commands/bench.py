"""``lungo bench``: measures Lungo beside others, with the programs in ``bench/``."""

from .. import archive, environment, java, kernelspec, maven
from ..places import KERNEL_JAR, ROOT
from ..problem import Problem

# Each is a program of that name in bench/.
BENCHES = {"kernel": "start, cells, output, completion, interrupt beside ipykernel and JJava"}


def main(arguments: list[str]) -> int:
    """Prepares what the bench measures and what it measures with, then becomes the bench."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print("usage: lungo bench NAME [arguments]; lungo bench NAME --help says more\n")
        print("\n".join(f"  {name:<8} {meaning}" for name, meaning in BENCHES.items()))
        return 0 if arguments else 2
    name, rest = arguments[0], arguments[1:]
    if name not in BENCHES:
        raise Problem(f"no bench '{name}'. There is: {', '.join(BENCHES)}.", status=2)
    jdk = java.find()
    maven.build()
    kernelspec.refresh_private(jdk, java.options())
    archive.make(jdk, KERNEL_JAR)
    environment.BENCH.make()
    ours = ["--java", str(jdk.executable), "--kernels", str(kernelspec.PRIVATE)]
    environment.hand_over([str(environment.BENCH.python), str(ROOT / "bench" / f"{name}.py"), *ours, *rest])
