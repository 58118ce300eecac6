"""The kernels that are compared, and the same cells in the languages they speak."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Language:
    """Cells that ask the same of each kernel; those with a number in them begin as a template."""

    sum: str
    other_sum: str
    declare: str
    names: str
    statement: str
    prints: str
    sleep: str
    compute: str
    loop: str
    prefix: str
    kinds: dict[str, str] = field(default_factory=dict)

    def sum_of(self, number: int) -> str:
        """A sum that no cell asked for before."""
        return self.other_sum.format(number=number)

    def block(self, first: int) -> str:
        """Thirty statements that print, a cell that no other is like."""
        return "\n".join(self.statement.format(number=number) for number in range(first, first + 30))

    def declaration(self, number: int) -> str:
        """A cell that declares a name no cell declared before."""
        return self.declare.format(number=number)

    def live_names(self, first: int, count: int) -> str:
        """A cell that declares many names at once."""
        return "\n".join(self.names.format(number=number) for number in range(first, first + count))


JAVA = Language(
    sum="1+1",
    other_sum="{number}+7",
    declare="int a{number} = {number};",
    names="int name{number} = {number};",
    statement="System.out.print({number});",
    prints="for (int i = 0; i < 100000; i++) System.out.println(i);",
    sleep='System.out.println("on"); Thread.sleep(3000);',
    compute='System.out.println("on"); IntStream.range(0, Runtime.getRuntime().availableProcessors()).parallel()'
    ".forEach(i -> { for (long end = System.nanoTime() + 3_000_000_000L; System.nanoTime() < end; ) {} });",
    loop='System.out.println("on"); while (true) {}',
    prefix="System.out.pri",
    kinds={
        "variable": "int variable{number} = {number};",
        "variable by var": "var inferred{number} = {number};",
        "method": "int method{number}(int x) {{ return 2 * x; }}",
        "class": "class Class{number} {{ int x = 1; int twice() {{ return 2 * x; }} }}",
        "record": "record Record{number}(int x, String name) {{}}",
        "import": "import java.util.concurrent.atomic.AtomicLong; // {number}",
    },
)
PYTHON = Language(
    sum="1+1",
    other_sum="{number}+7",
    declare="a{number} = {number}",
    names="name{number} = {number}",
    statement="print({number}, end='')",
    prints="for i in range(100000): print(i)",
    sleep="import time; print('on', flush=True); time.sleep(3)",
    # One core is all that threads of Python share.
    compute="import time; print('on', flush=True); end = time.time() + 3\nwhile time.time() < end: pass",
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
