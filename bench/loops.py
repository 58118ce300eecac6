"""Loops that a JIT compiler makes vector instructions of, unless something in them stands in its way."""

# The best of many runs: everything slower was the JIT compiler's start or another process.
BEST = (
    "double best(Runnable loop) { double best = 1e9;"
    " for (int turn = 0; turn < 3000; turn++) { long began = System.nanoTime(); loop.run();"
    " best = Math.min(best, (System.nanoTime() - began) / 1e3); } return best; }"
)

DECLARATIONS = (
    BEST,
    "int[] left = new int[8192];",
    "int[] right = new int[8192];",
    "float[] wave = new float[8192];",
    "float[][] one = new float[64][64];",
    "float[][] two = new float[64][64];",
    "float[][] product = new float[64][64];",
    "long sink = 0;",
    "void dot() { int[] a = left, b = right; int sum = 0;"
    " for (int i = 0; i < a.length; i++) sum += a[i] * b[i]; sink += sum; }",
    "void fill() { float[] to = wave; for (int i = 0; i < to.length; i++) to[i] = i * 0.5f + 1; }",
    "void multiply() { for (int i = 0; i < 64; i++) { float[] to = product[i]; java.util.Arrays.fill(to, 0);"
    " for (int k = 0; k < 64; k++) { float a = one[i][k]; float[] row = two[k];"
    " for (int j = 0; j < 64; j++) to[j] += a * row[j]; } } }",
    "void count() { long hash = sink; for (long i = 0; i < 20000; i++) hash = hash * 31 + i; sink = hash; }",
)

# What a figure is called, and the cell that gives it in microseconds.
RUNS = {
    "dot product of 8,192 ints": "best(() -> dot())",
    "array fill, 8,192 floats": "best(() -> fill())",
    "matrix product, 64 by 64": "best(() -> multiply())",
    "counting to 20,000": "best(() -> count())",
}
