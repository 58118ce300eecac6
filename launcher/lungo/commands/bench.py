"""``lungo bench``: measures Lungo beside others, with the programs in ``bench/``."""

from .. import archive, environment, java, kernelspec, maven
from ..environment import Environment
from ..places import KERNEL_JAR, LIBRARY_JAR, ROOT
from ..problem import Problem


def kernel() -> tuple[Environment, list[str]]:
    """start, cells, output, completion, interrupt beside ipykernel and JJava"""
    jdk = java.find()
    maven.build()
    kernelspec.refresh_private(jdk, java.options())
    archive.make(jdk, KERNEL_JAR)
    return environment.BENCH, ["--java", str(jdk.executable), "--kernels", str(kernelspec.PRIVATE)]


def training() -> tuple[Environment, list[str]]:
    """seconds an epoch, memory, first batch, predict beside PyTorch and Keras"""
    jdk = java.find()
    maven.build()
    return environment.TRAINING_BENCH, ["--java", str(jdk.executable), "--library", str(LIBRARY_JAR)]


# Each measures with a program of that name in bench/, after preparing what it measures.
BENCHES = {"kernel": kernel, "training": training}


def main(arguments: list[str]) -> int:
    """Prepares what the bench measures and what it measures with, then becomes the bench."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print("usage: lungo bench NAME [arguments]; lungo bench NAME --help says more\n")
        print("\n".join(f"  {name:<8} {prepare.__doc__}" for name, prepare in BENCHES.items()))
        return 0 if arguments else 2
    name, rest = arguments[0], arguments[1:]
    if name not in BENCHES:
        raise Problem(f"no bench '{name}'. There is: {', '.join(BENCHES)}.", status=2)
    tools, ours = BENCHES[name]()
    tools.make()
    environment.hand_over([str(tools.python), str(ROOT / "bench" / f"{name}.py"), *ours, *rest])
