"""Interrupting a cell: an endless loop in each kernel, and everything else that can keep a cell of Java busy."""

import argparse
import time

from client import Kernel, started
from figures import LUNGO, Figure, Report
from fit_case import MODEL
from peers import Peer
from turns import Values, attempt, millis, of

ON = 'System.out.println("on"); '
# Long enough for a cell to be where it is to be interrupted.
UNDER_WAY_SECONDS = 1
# A kernel does things once after its start; that is not what an interrupted cell leaves.
SETTLE_SECONDS = 10

# These react to an interrupt, or to the checks in the code of cells.
STOPPABLE = {
    "loop that catches Throwable": "while (true) { try { while (true) {} } catch (Throwable t) {} }",
    "recursion": "class Deep { static void f() { try { f(); } catch (Throwable t) { f(); } } }\nDeep.f();",
    "Thread.sleep": "Thread.sleep(60_000);",
    "Object.wait": "var monitor = new Object();\nsynchronized (monitor) { monitor.wait(); }",
    "BlockingQueue.take": "new LinkedBlockingQueue<Integer>().take();",
    "read of a pipe": "new PipedInputStream(new PipedOutputStream()).read();",
    "read of a channel": "java.nio.channels.Pipe.open().source().read(java.nio.ByteBuffer.allocate(1));",
    "Process.waitFor": 'new ProcessBuilder("sleep", "60").start().waitFor();',
    "parallel stream": "IntStream.range(0, 8).parallel().forEach(i -> { while (true) {} });",
    "executor": "Executors.newFixedThreadPool(2).submit(() -> { while (true) {} }).get();",
    "CompletableFuture.join": "CompletableFuture.supplyAsync(() -> { while (true) {} }).join();",
    "input()": 'input("name? ");',
    "sort with a comparator": "Comparator<Integer> mixed = (a, b) -> Integer.compare(Integer.reverse(a), Integer.reverse(b));\n"
    "IntStream.range(0, 1 << 22).boxed().sorted(mixed).toArray();",
    "text that grows": 'String text = "";\nwhile (true) { text += "x"; }',
}

# These take no notice of one: the kernel goes on without them.
LEFT_BEHIND = {
    "read of a socket": "var server = new ServerSocket(0);\n"
    "new Socket(server.getInetAddress(), server.getLocalPort()).getInputStream().read();",
    "read of a URL": "var server = new ServerSocket(0);\n"
    'new URL("http://127.0.0.1:" + server.getLocalPort()).openStream();',
    "lines of a fifo": 'var fifo = java.nio.file.Files.createTempDirectory("bench").resolve("fifo");\n'
    'new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();\n'
    "java.nio.file.Files.lines(fifo).count();",
    "BigInteger.pow": 'new BigInteger("3").pow(100_000_000).bitLength();',
    "regular expression": '"x".repeat(60).matches("(x+x+)+\\\\1y");',
    "stream of the JDK's methods": "LongStream.range(0, 1L << 60).map(Long::reverse).sum();",
    "held lock": "var lock = new java.util.concurrent.locks.ReentrantLock();\n"
    "new Thread(() -> { lock.lock(); while (true) {} }).start();\nThread.sleep(100);\n{ lock.lock(); }",
}


def interrupt(report: Report, peers: list[Peer], chosen: argparse.Namespace) -> None:
    """An endless loop and what is left of it; then, only in Lungo's kernel, all else that may keep a cell busy."""
    stopped: Values = {}
    left: Values = {}
    usable: Values = {}
    for peer in peers:
        with started([peer]) as (kernel,):
            endless = kernel.begin(peer.language.loop)
            stopped[peer.name] = attempt(lambda: kernel.interrupt(endless))
            usable[peer.name] = float(_answers(kernel, "40+2"))
            time.sleep(SETTLE_SECONDS)
            before = kernel.cpu_seconds()
            time.sleep(2)
            left[peer.name] = (kernel.cpu_seconds() - before) / 2 * 100
    report.add(Figure("interrupt", "endless loop to its reply", "ms", of(stopped, millis)))
    report.add(Figure("interrupt", "the next cell answers", "0 or 1", usable, more_is_better=True))
    report.add(Figure("interrupt", "processor afterwards", "%", left))
    for peer in peers:
        if peer.name == LUNGO:
            _kinds(report, peer, STOPPABLE, "")
            _kinds(report, peer, LEFT_BEHIND, ", left behind")
            _fit(report, peer)


def _kinds(report: Report, peer: Peer, kinds: dict[str, str], how: str) -> None:
    kept = 0
    for kind, code in kinds.items():
        with started([peer]) as (kernel,):
            kernel.run("int kept = 41;")
            cell = kernel.begin(ON + code)
            time.sleep(UNDER_WAY_SECONDS)
            seconds = attempt(lambda: kernel.interrupt(cell))
            kept += _answers(kernel, "kept + 1")
            report.add(Figure("interrupt", kind + how, "ms", of({LUNGO: seconds}, millis)))
    report.add(Figure("interrupt", f"variables kept, of {len(kinds)}{how}", "kinds", {LUNGO: kept}, more_is_better=True))


def _fit(report: Report, peer: Peer) -> None:
    with started([peer]) as (kernel,):
        kernel.run(MODEL)
        cell = kernel.begin(ON + "model.fit(batch, f -> f.epochs(100_000));")
        time.sleep(SETTLE_SECONDS)
        seconds = attempt(lambda: kernel.interrupt(cell))
        kept = int(kernel.run("model.history().epochs().size()").value)
        goes_on = kernel.run("model.fit(batch).epochs().get(0).number()").value == str(kept + 1)
        report.add(Figure("interrupt", "fit", "ms", of({LUNGO: seconds}, millis)))
        report.add(Figure("interrupt", "the next fit goes on", "0 or 1", {LUNGO: float(goes_on)}, more_is_better=True))


def _answers(kernel: Kernel, code: str) -> bool:
    after = attempt(lambda: kernel.run(code, patience=5))
    return after is not None and after.value == "42"
