"""The kernels that are compared, and the same cells in the languages they speak."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Language:
    """Cells that ask the same of each kernel; those with a number in them begin as a template."""

    sum: str
    declare: str
    names: str
    block: str
    prints: str
    sleep: str
    loop: str
    prefix: str

    def declaration(self, number: int) -> str:
        """A cell that declares a name no cell declared before."""
        return self.declare.format(number=number)

    def live_names(self, first: int, count: int) -> str:
        """A cell that declares many names at once."""
        return "\n".join(self.names.format(number=number) for number in range(first, first + count))


JAVA = Language(
    sum="1+1",
    declare="int a{number} = {number};",
    names="int name{number} = {number};",
    block="\n".join(f"System.out.print({number});" for number in range(30)),
    prints="for (int i = 0; i < 100000; i++) System.out.println(i);",
    sleep='System.out.println("on"); Thread.sleep(3000);',
    loop='System.out.println("on"); while (true) {}',
    prefix="System.out.pri",
)
PYTHON = Language(
    sum="1+1",
    declare="a{number} = {number}",
    names="name{number} = {number}",
    block="\n".join(f"print({number}, end='')" for number in range(30)),
    prints="for i in range(100000): print(i)",
    sleep="import time; print('on', flush=True); time.sleep(3)",
    loop="print('on', flush=True)\nwhile True: pass",
    prefix="pri",
)


@dataclass(frozen=True)
class Peer:
    """A kernel: its name in the table, and the kernelspec ``kernel`` in the folder ``kernels`` that starts it."""

    name: str
    kernels: Path
    kernel: str
    language: Language
