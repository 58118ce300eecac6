"""Writes values and gradients of tensor functions as PyTorch computes them: make_tensors.py FOLDER.

Made with torch 2.7.1 on a CPU, numbers as Java literals in JSON. For each function the inputs, the
result, and the gradients of sum(result * cos(position)) with respect to each input.
"""

import json
import math
import sys

import torch

torch.manual_seed(7)
A = torch.randn(2, 3, 4)
B = torch.randn(3, 1)
P = torch.rand(2, 3, 4) + 0.5
M = torch.randn(4, 5)
V = torch.randn(4)

CASES = {
    "add": ([A, B], lambda x, y: x + y),
    "sub": ([B, A], lambda x, y: x - y),
    "mul": ([A, B], lambda x, y: x * y),
    "div": ([A, P], lambda x, y: x / y),
    "pow": ([P, A], lambda x, y: x**y),
    "remainder": ([A, P], lambda x, y: torch.remainder(x, y)),
    "maximum": ([A, B], lambda x, y: torch.maximum(x, y)),
    "minimum": ([A, B], lambda x, y: torch.minimum(x, y)),
    "addNumber": ([A], lambda x: x + 1.5),
    "subNumber": ([A], lambda x: x - 1.5),
    "mulNumber": ([A], lambda x: x * 0.1),
    "divNumber": ([A], lambda x: x / 3),
    "powNumber": ([P], lambda x: x**2.5),
    "maximumNumber": ([A], lambda x: torch.clamp(x, min=0.2)),
    "gt": ([A, B], lambda x, y: (x > y).float()),
    "ge": ([A, A], lambda x, y: (x >= y).float()),
    "lt": ([A, B], lambda x, y: (x < y).float()),
    "le": ([A, A], lambda x, y: (x <= y).float()),
    "eq": ([A, A], lambda x, y: (x == y).float()),
    "ne": ([A, A], lambda x, y: (x != y).float()),
    "where": ([A, P, B], lambda x, y, z: torch.where(x > 0, y, z)),
    "neg": ([A], lambda x: -x),
    "abs": ([A], torch.abs),
    "sign": ([A], torch.sign),
    "sqrt": ([P], torch.sqrt),
    "square": ([A], torch.square),
    "exp": ([A], torch.exp),
    "log": ([P], torch.log),
    "log1p": ([P], torch.log1p),
    "sin": ([A], torch.sin),
    "cos": ([A], torch.cos),
    "tanh": ([A], torch.tanh),
    "sigmoid": ([A], torch.sigmoid),
    "relu": ([A], torch.relu),
    "gelu": ([A], torch.nn.functional.gelu),
    "silu": ([A], torch.nn.functional.silu),
    "softplus": ([A], torch.nn.functional.softplus),
    "elu": ([A], torch.nn.functional.elu),
    "erf": ([A], torch.erf),
    "leakyRelu": ([A], lambda x: torch.nn.functional.leaky_relu(x, 0.3)),
    "round": ([A], torch.round),
    "floor": ([A], torch.floor),
    "ceil": ([A], torch.ceil),
    "clamp": ([A], lambda x: torch.clamp(x, -0.5, 0.5)),
    "softmax": ([A], lambda x: torch.softmax(x, 1)),
    "logSoftmax": ([A], lambda x: torch.log_softmax(x, -1)),
    "cumsum": ([A], lambda x: torch.cumsum(x, 1)),
    "sum": ([A], lambda x: x.sum((0, 2))),
    "sumOfAll": ([A], torch.sum),
    "mean": ([A], lambda x: x.mean(-1)),
    "max": ([A], lambda x: x.amax(1)),
    "min": ([A], lambda x: x.amin((1, 2))),
    "variance": ([A], lambda x: x.var((0, 1), unbiased=False)),
    "std": ([A], lambda x: x.std((1,), unbiased=False)),
    "norm": ([A], lambda x: torch.linalg.vector_norm(x, dim=(1, 2))),
    "logSumExp": ([A], lambda x: torch.logsumexp(x, 2)),
    "argmax": ([A], lambda x: x.argmax(1).float()),
    "argmin": ([A], lambda x: x.argmin(2).float()),
    "matmul": ([A, M], lambda x, y: x @ y),
    "matmulOfRow": ([V, M], lambda x, y: x @ y),
    "dot": ([V, V * 2], lambda x, y: x @ y),
    "reshape": ([A], lambda x: x.reshape(4, -1)),
    "transpose": ([A], lambda x: x.transpose(1, 2)),
    "permute": ([A], lambda x: x.permute(2, 0, 1)),
    "unsqueeze": ([A], lambda x: x.unsqueeze(1)),
    "squeeze": ([B], lambda x: x.squeeze(1)),
    "broadcastTo": ([B], lambda x: x.expand(2, 3, 4)),
    "flip": ([A], lambda x: x.flip(1)),
    "at": ([A], lambda x: x[1, -1]),
    "slice": ([A], lambda x: x[:, 1:3]),
    "sliceByTwo": ([A], lambda x: x[:, :, 0:4:2]),
    "take": ([A], lambda x: x[:, [2, 0, 2]]),
    "pick": ([M], lambda x: x[range(4), [0, 4, 2, 2]]),
    "oneHot": ([torch.tensor([0.0, 2.0, 1.0])], lambda x: torch.nn.functional.one_hot(x.long(), 3).float()),
    "concat": ([A, P], lambda x, y: torch.cat([x, y], 1)),
    "stack": ([A, P], lambda x, y: torch.stack([x, y], 1)),
}


def numbers(tensor):
    return [float(f"{v:.7g}") for v in tensor.detach().reshape(-1).tolist()]


def tensor(t):
    return {"shape": list(t.shape), "values": numbers(t)}


golden = {}
for name, (inputs, function) in CASES.items():
    inputs = [t.detach().double().clone().requires_grad_() for t in inputs]
    result = function(*inputs)
    case = {"inputs": [tensor(t) for t in inputs], "result": tensor(result)}
    if result.requires_grad:
        weights = torch.cos(torch.arange(result.numel(), dtype=torch.float64)).reshape(result.shape)
        grads = torch.autograd.grad((result * weights).sum(), inputs, allow_unused=True)
        case["gradients"] = [None if g is None else numbers(g) for g in grads]
    golden[name] = case

with open(sys.argv[1] + "/functions.json", "w") as file:
    rows = [json.dumps(k) + ": " + json.dumps(v) for k, v in golden.items()]
    file.write("{\n" + ",\n".join(rows) + "\n}\n")
