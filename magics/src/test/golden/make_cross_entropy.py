"""Reference values for crossEntropy(): the network of make_losses.py, trained by PyTorch.

    python make_cross_entropy.py       writes ../resources/dev/lungo/loss/pytorch.json

Made with PyTorch 2.7.1 (CPU). Run by hand, not by the build: pip install torch==2.7.1 numpy. Data,
weights and training are those of make_losses.py, whose text says how they are made; kernels are
written in Keras layout (in, out) here too.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch

EXAMPLES, INPUTS, HIDDEN, OUTPUTS, BATCH, STEPS, RATE = 12, 4, 5, 3, 4, 100, 0.05
KEPT = (1, 10, 100)
TARGET = Path(__file__).parent / "../resources/dev/lungo/loss/pytorch.json"

# name: label smoothing, the ending, the kind of targets
CASES = {
    "cross-entropy": (0.0, "", "classes"),
    "cross-entropy-smooth": (0.1, "", "classes"),
    "cross-entropy-one-hot": (0.0, "", "one-hot"),
    "cross-entropy-one-hot-smooth": (0.2, "", "one-hot"),
    "cross-entropy-softmax": (0.0, "softmax", "classes"),
}


def unit(count, salt):
    n = np.arange(count, dtype=np.int64)
    return (31 * n * n + 7919 * n + 104729 * (salt + 1)) % 10007 / 10007.0 - 0.5


def first_weights(p, shape):
    return unit(int(np.prod(shape)), p).astype("float32").reshape(shape)


def network(ending, kind):
    layers = [torch.nn.Linear(INPUTS, HIDDEN), torch.nn.Tanh(), torch.nn.Linear(HIDDEN, OUTPUTS)]
    net = torch.nn.Sequential(*layers, *([torch.nn.Softmax(1)] if ending else [])).to(kind)
    with torch.no_grad():
        for p, weight in enumerate(net.parameters()):
            values = first_weights(p, tuple(reversed(weight.shape)))
            weight.copy_(torch.tensor(values.T))
    return net


def flat(tensors):
    return [float(v) for tensor in tensors for v in tensor.detach().t().reshape(-1)]


def train(name, kind):
    smoothing, ending, targets = CASES[name]
    net = network(ending, kind)
    x = torch.tensor((2 * unit(EXAMPLES * INPUTS, 9)).astype("float32").reshape(EXAMPLES, INPUTS))
    x = x.to(kind)
    y = torch.arange(EXAMPLES) % OUTPUTS
    if targets == "one-hot":
        y = torch.nn.functional.one_hot(y, OUTPUTS).to(kind)
    loss_of = torch.nn.CrossEntropyLoss(label_smoothing=smoothing)
    optimizer = torch.optim.SGD(net.parameters(), lr=RATE)
    result = {"ending": ending, "outputs": OUTPUTS, "targets": targets,
              "atStart": float(loss_of(net(x), y)), "losses": [], "weights": {}}
    for number in range(1, STEPS + 1):
        start = (number - 1) * BATCH % EXAMPLES
        optimizer.zero_grad()
        loss = loss_of(net(x[start:start + BATCH]), y[start:start + BATCH])
        loss.backward()
        if number == 1:
            result["gradients"] = flat(weight.grad for weight in net.parameters())
        optimizer.step()
        result["losses"].append(float(loss))
        if number in KEPT:
            result["weights"][str(number)] = flat(net.parameters())
    return result


def main():
    torch.set_num_threads(1)
    results = {name: train(name, torch.float32) for name in CASES}
    for name, result in results.items():
        wide = train(name, torch.float64)
        for step, allowed in zip(KEPT, (1e-5, 1e-4, 1e-3), strict=True):
            some, others = (np.array(r["weights"][str(step)]) for r in (result, wide))
            if np.abs(some - others).max() / np.linalg.norm(others) > allowed / 10:
                sys.exit(f"{name}: float32 drifts too far after step {step}")
    about = {"madeBy": "magics/src/test/golden/make_cross_entropy.py",
             "versions": {"torch": torch.__version__}}
    lines = [f'  "{name}": {json.dumps(result)}' for name, result in results.items()]
    text = '{\n  "about": ' + json.dumps(about) + ",\n" + ",\n".join(lines) + "\n}\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.resolve()}: {len(text)} characters")


if __name__ == "__main__":
    main()
