#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times PyTorch on the very numbers of a workload that core_benchmark has exported.

usage: peer.py FILE [--precisions float32,float64] [--ways loop,lean,by_hand,fused] [--seconds S]

One thread; processor time; forward, backward, the gradient of all weights, and the norm of
dL/dh_t for every t but for `fused`. For each way and precision it prints a line of JSON: the median
microseconds a time step, and the largest relative difference of the norms from those exported.

loop     nn.RNNCell, GRUCell, LSTMCell in a loop, as one would write it
lean     what the inputs give made beforehand in one product; one product and the gates a step
by_hand  no autograd at all: back-propagation through time written out in tensor operations
fused    nn.RNN, GRU, LSTM, which record nothing
"""
import argparse
import json
import math
import statistics
import sys
import time

try:
    import torch
except ImportError:
    sys.exit("PyTorch is not installed for this Python (Debian: python3-torch).")


class Workload:
    """An export: one line of JSON, then float64 numbers."""

    def __init__(self, file):
        with open(file, "rb") as stream:
            self.head = json.loads(stream.readline())
            numbers = torch.frombuffer(bytearray(stream.read()), dtype=torch.float64)
        self.arrays = {}
        first = 0
        for array in self.head["arrays"]:
            shape = array["rows"], array["columns"]
            count = shape[0] * shape[1]
            self.arrays[array["name"]] = numbers[first : first + count].view(shape)
            first += count
        self.cell = self.head["cell"]
        self.hidden = self.head["hidden"]
        self.steps = self.head["steps"]
        self.batch = self.head["batch"]

    def tensor(self, name, dtype):
        return self.arrays[name].to(dtype).contiguous()


class Layer:
    """The weights and inputs in one precision, and the loss: at the last step alone, v.h_T or a
    mean squared error behind an output layer."""

    def __init__(self, workload, dtype, wants_gradients):
        def weight(name):
            return workload.tensor(name, dtype).requires_grad_(wants_gradients)

        self.cell, self.hidden, self.steps = workload.cell, workload.hidden, workload.steps
        self.x = workload.tensor("input", dtype).view(workload.steps, workload.batch, -1)
        self.start = torch.zeros(workload.batch, workload.hidden, dtype=dtype)
        self.w_x, self.w_h = weight("weight_ih"), weight("weight_hh")
        self.b_x = weight("bias_ih").view(-1)
        has_both = "bias_hh" in workload.arrays
        self.b_h = weight("bias_hh").view(-1) if has_both else torch.zeros_like(self.b_x)
        self.is_batch = "W_y" in workload.arrays
        if self.is_batch:
            self.w_y, self.b_y = weight("W_y"), weight("b_y").view(-1)
            self.target = workload.tensor("target", dtype)
        else:
            self.v = workload.tensor("injected", dtype)

    def loss(self, h):
        if self.is_batch:
            return ((torch.addmm(self.b_y, h, self.w_y.t()) - self.target) ** 2).mean()
        return (h * self.v).sum()

    def loss_gradient(self, h):
        """dL/dh_T by hand, and the output layer's own gradient."""
        if not self.is_batch:
            return self.v.clone()
        difference = torch.addmm(self.b_y, h, self.w_y.t()) - self.target
        difference *= 2 / difference.numel()
        self.output_gradient = difference.t() @ h, difference.sum(0)
        return difference @ self.w_y

    def module(self, kind):
        """nn.RNN, nn.RNNCell, … with these weights."""
        suffix = "_l0" if kind == "" else ""
        module = getattr(torch.nn, self.cell.upper() + kind)(self.x.shape[2], self.hidden)
        with torch.no_grad():
            module = module.to(self.x.dtype)
            for name, value in (
                ("weight_ih", self.w_x),
                ("weight_hh", self.w_h),
                ("bias_ih", self.b_x),
                ("bias_hh", self.b_h),
            ):
                getattr(module, name + suffix).copy_(value)
        return module


def norms_of(gradients):
    """By t; over all sequences of a batch."""
    return torch.stack(gradients).flatten(1).norm(dim=1)


def loop(layer):
    cell = layer.module("Cell")
    weights = list(cell.parameters())
    is_lstm = layer.cell == "lstm"

    def once(steps):
        for weight in weights:
            weight.grad = None
        h = layer.start
        c = torch.zeros_like(h)
        states = []
        for t in range(steps):
            if is_lstm:
                h, c = cell(layer.x[t], (h, c))
            else:
                h = cell(layer.x[t], h)
            h.retain_grad()
            states.append(h)
        layer.loss(h).backward()
        return norms_of([state.grad for state in states])

    return once


def lean(layer):
    weights = [layer.w_x, layer.w_h, layer.b_x, layer.b_h]

    def step_rnn(h, c, w, from_x):
        return torch.tanh(torch.addmm(from_x, h, w)), c

    def step_gru(h, c, w, rz_from_x, n_from_x):
        rz_from_h, n_from_h = torch.addmm(layer.b_h, h, w).split(parts, 1)
        r, z = torch.sigmoid(rz_from_x + rz_from_h).chunk(2, 1)
        return torch.lerp(torch.tanh(torch.addcmul(n_from_x, r, n_from_h)), h, z), c

    def step_lstm(h, c, w, from_x):
        i, f, g, o = torch.addmm(from_x, h, w).chunk(4, 1)
        c = torch.addcmul(torch.sigmoid(f) * c, torch.sigmoid(i), torch.tanh(g))
        return torch.sigmoid(o) * torch.tanh(c), c

    step = {"rnn": step_rnn, "gru": step_gru, "lstm": step_lstm}[layer.cell]
    is_gru = layer.cell == "gru"
    parts = [2 * layer.hidden, layer.hidden] if is_gru else [layer.w_h.shape[0]]

    def once(steps):
        for weight in weights:
            weight.grad = None
        # Of the two biases the GRU's recurrent one is inside the reset gate.
        bias = layer.b_x if is_gru else layer.b_x + layer.b_h
        projected = torch.matmul(layer.x[:steps], layer.w_x.t()) + bias
        w = layer.w_h.t()
        h = layer.start
        c = torch.zeros_like(h)
        states = []
        for from_x in zip(*(part.unbind(0) for part in projected.split(parts, 2))):
            h, c = step(h, c, w, *from_x)
            h.retain_grad()
            states.append(h)
        layer.loss(h).backward()
        return norms_of([state.grad for state in states])

    return once


def finish_by_hand(layer, steps, to_x, to_h, states):
    """The gradients of the weights, each one product over all of the time."""
    to_x, to_h = to_x.flatten(0, 1), to_h.flatten(0, 1)
    earlier = states[:-1].flatten(0, 1)
    layer.gradient = (
        to_x.t() @ layer.x[:steps].flatten(0, 1),
        to_h.t() @ earlier,
        to_x.sum(0),
        to_h.sum(0),
    )


def rnn_by_hand(layer):
    def once(steps):
        batch = layer.start.shape[0]
        projected = torch.matmul(layer.x[:steps], layer.w_x.t()) + (layer.b_x + layer.b_h)
        states = torch.zeros(steps + 1, batch, layer.hidden, dtype=layer.x.dtype)
        h = states.unbind(0)
        w = layer.w_h.t()
        for t, at_t in enumerate(projected.unbind(0)):
            torch.addmm(at_t, h[t], w, out=h[t + 1])
            h[t + 1].tanh_()
        factors = (1 - states[1:] ** 2).unbind(0)
        deltas = torch.empty(steps, batch, layer.hidden, dtype=layer.x.dtype)
        inner = torch.empty_like(deltas)
        delta, a = deltas.unbind(0), inner.unbind(0)
        delta[-1].copy_(layer.loss_gradient(h[-1]))
        for t in range(steps - 1, 0, -1):
            torch.mul(delta[t], factors[t], out=a[t])
            torch.mm(a[t], layer.w_h, out=delta[t - 1])
        torch.mul(delta[0], factors[0], out=a[0])
        finish_by_hand(layer, steps, inner, inner, states)
        return deltas.flatten(1).norm(dim=1)

    return once


def gru_by_hand(layer):
    def once(steps):
        batch, size = layer.start.shape
        projected = torch.matmul(layer.x[:steps], layer.w_x.t()) + layer.b_x
        states = torch.zeros(steps + 1, batch, size, dtype=layer.x.dtype)
        h = states.unbind(0)
        w = layer.w_h.t()
        gates, candidates, recurrent = [], [], []
        for t, at_t in enumerate(projected.unbind(0)):
            r_h = torch.addmm(layer.b_h, h[t], w)
            rz = torch.sigmoid(at_t[:, : 2 * size] + r_h[:, : 2 * size])
            n = torch.tanh(torch.addcmul(at_t[:, 2 * size :], rz[:, :size], r_h[:, 2 * size :]))
            torch.lerp(n, h[t], rz[:, size:], out=h[t + 1])
            gates.append(rz)
            candidates.append(n)
            recurrent.append(r_h[:, 2 * size :])
        rz, n = torch.stack(gates), torch.stack(candidates)
        r, z = rz[:, :, :size], rz[:, :, size:]
        from_n = (1 - z) * (1 - n * n)  # da_n / dh
        from_z = (states[:-1] - n) * z * (1 - z)  # da_z / dh
        from_r = torch.stack(recurrent) * r * (1 - r)  # da_r / da_n
        deltas = torch.empty(steps, batch, size, dtype=layer.x.dtype)
        to_h = torch.empty(steps, batch, 3 * size, dtype=layer.x.dtype)
        inner = torch.empty(steps, batch, size, dtype=layer.x.dtype)
        delta = layer.loss_gradient(h[-1])
        by_time = deltas, to_h, inner, from_n, from_z, from_r, r, z
        per_step = zip(*(each.unbind(0) for each in by_time))
        for kept, out, a_n, f_n, f_z, f_r, reset, update in reversed(list(per_step)):
            kept.copy_(delta)
            torch.mul(delta, f_n, out=a_n)
            torch.mul(a_n, f_r, out=out[:, :size])
            torch.mul(delta, f_z, out=out[:, size : 2 * size])
            torch.mul(a_n, reset, out=out[:, 2 * size :])
            delta = torch.addmm(delta * update, out, layer.w_h)
        to_x = torch.cat((to_h[:, :, : 2 * size], inner), 2)
        finish_by_hand(layer, steps, to_x, to_h, states)
        return deltas.flatten(1).norm(dim=1)

    return once


def lstm_by_hand(layer):
    def once(steps):
        batch, size = layer.start.shape
        projected = torch.matmul(layer.x[:steps], layer.w_x.t()) + (layer.b_x + layer.b_h)
        states = torch.zeros(steps + 1, batch, size, dtype=layer.x.dtype)
        cells = torch.zeros_like(states)
        h, c = states.unbind(0), cells.unbind(0)
        w = layer.w_h.t()
        values = torch.empty(steps, batch, 4 * size, dtype=layer.x.dtype)
        for t, (at_t, gate) in enumerate(zip(projected.unbind(0), values.unbind(0))):
            torch.addmm(at_t, h[t], w, out=gate)
            candidate = torch.tanh(gate[:, 2 * size : 3 * size])
            gate.sigmoid_()
            gate[:, 2 * size : 3 * size] = candidate
            torch.mul(gate[:, size : 2 * size], c[t], out=c[t + 1])
            c[t + 1].addcmul_(gate[:, :size], candidate)
            torch.mul(gate[:, 3 * size :], torch.tanh(c[t + 1]), out=h[t + 1])
        i, f, g, o = values.chunk(4, 2)
        squashed = torch.tanh(cells[1:])
        to_cell = o * (1 - squashed**2)  # dc / dh
        from_c = torch.cat((g * i * (1 - i), cells[:-1] * f * (1 - f), i * (1 - g * g)), 2)
        from_h = squashed * o * (1 - o)
        deltas = torch.empty(steps, batch, size, dtype=layer.x.dtype)
        inner = torch.empty_like(values)
        delta = layer.loss_gradient(h[-1])
        carried = torch.zeros_like(delta)
        per_step = zip(*(each.unbind(0) for each in (deltas, inner, to_cell, from_c, from_h, f)))
        for kept, a, inwards, f_c, f_h, forget in reversed(list(per_step)):
            kept.copy_(delta)
            of_cell = torch.addcmul(carried, delta, inwards)
            a_c = a[:, : 3 * size].view(batch, 3, size)
            torch.mul(of_cell.unsqueeze(1), f_c.view(batch, 3, size), out=a_c)
            torch.mul(delta, f_h, out=a[:, 3 * size :])
            carried = of_cell * forget
            delta = torch.mm(a, layer.w_h)
        finish_by_hand(layer, steps, inner, inner, states)
        return deltas.flatten(1).norm(dim=1)

    return once


def by_hand(layer):
    once = {"rnn": rnn_by_hand, "gru": gru_by_hand, "lstm": lstm_by_hand}[layer.cell](layer)
    return torch.no_grad()(once)


def fused(layer):
    module = layer.module("")
    weights = list(module.parameters())

    def once(steps):
        for weight in weights:
            weight.grad = None
        output, _ = module(layer.x[:steps])
        layer.loss(output[-1]).backward()
        return None

    return once


WAYS = {"loop": loop, "lean": lean, "by_hand": by_hand, "fused": fused}
PRECISIONS = {"float32": torch.float32, "float64": torch.float64}


def median_seconds(once, budget):
    """Of as many calls as fit in `budget` seconds, at least one; and what the first one gave."""
    times, first = [], None
    while not times or sum(times) + times[-1] < budget:
        start = time.process_time()
        result = once()
        times.append(time.process_time() - start)
        first = result if first is None else first
    return statistics.median(times), first


def largest_difference(theirs, ours):
    """The largest relative one; infinite if one of the two is not finite."""
    difference = ((theirs.double() - ours) / ours).abs().max().item()
    return difference if math.isfinite(difference) else math.inf


def time_ways(workload, ways, precisions, budget):
    for precision in precisions:
        ours = workload.arrays["norms_" + precision].view(-1)
        for way in ways:
            layer = Layer(workload, PRECISIONS[precision], way == "lean" or workload.batch > 1)
            once = WAYS[way](layer)
            once(min(10, workload.steps))
            seconds, norms = median_seconds(lambda: once(workload.steps), budget)
            line = {
                "kind": workload.head["kind"],
                "cell": workload.cell,
                "hidden": workload.hidden,
                "precision": precision,
                "way": way,
                "us_step": seconds / workload.steps * 1e6,
            }
            if norms is not None:
                line["difference"] = largest_difference(norms, ours)
            print(json.dumps(line), flush=True)


class Sweep:
    """Plain layers that differ in their weights, without biases: the states' gradient alone."""

    def __init__(self, workload, dtype):
        self.count, size = workload.batch, workload.hidden
        self.x = workload.tensor("input", dtype)
        self.v = workload.tensor("injected", dtype)
        self.w_h = workload.tensor("weight_hh", dtype).view(self.count, size, size)
        self.w_x = workload.tensor("weight_ih", dtype).view(self.count, size, -1)

    def norms(self, projected, w, product):
        """projected: by t, configurations × H."""
        h = torch.zeros_like(projected[0]).requires_grad_()
        states = []
        for at_t in projected.unbind(0):
            h = torch.tanh(product(at_t, h, w))
            h.retain_grad()
            states.append(h)
        (h * self.v).sum().backward()
        return states[0].grad.norm(dim=1), states[-1].grad.norm(dim=1)

    def one_by_one(self):
        for k in range(self.count):
            self.norms(
                (self.x @ self.w_x[k].t()).unsqueeze(1),
                self.w_h[k].t(),
                lambda at_t, h, w: torch.addmm(at_t, h, w),
            )

    def batched(self):
        projected = torch.matmul(self.x, self.w_x.transpose(1, 2)).transpose(0, 1).contiguous()
        w = self.w_h.transpose(1, 2)
        first, last = self.norms(
            projected, w, lambda at_t, h, w: at_t + torch.bmm(h.unsqueeze(1), w).squeeze(1)
        )
        return torch.log10(first / last)


def time_sweep(workload):
    sweep = Sweep(workload, torch.float32)
    # Past the edge of chaos the last digit of two programs decides: nothing to compare there.
    is_calm = workload.arrays["gains"].view(-1) <= 1
    ours = workload.arrays["ratios_log10"].view(-1)[is_calm]
    theirs = Sweep(workload, torch.float64).batched()[is_calm]
    line = {"kind": "sweep", "difference_log10": (theirs - ours).abs().max().item()}
    for way in ("one_by_one", "batched"):
        line[way + "_ms"] = median_seconds(getattr(sweep, way), 1)[0] * 1e3
    print(json.dumps(line), flush=True)


def blas():
    """Which library computes the matrix products. Debian's plain "blas" is several times slower
    than "openblas-pthread" and would make an unfair peer."""
    torch.ones(2, 2) @ torch.ones(2, 2)
    with open("/proc/self/maps") as maps:
        files = {line.split()[-1] for line in maps if "/libblas." in line}
    return ", ".join(sorted(file.split("/")[-2] for file in files)) or "its own"


def main():
    parser = argparse.ArgumentParser(description="Times PyTorch on an exported workload.")
    parser.add_argument("file", help="or `about`, to be told of PyTorch itself")
    parser.add_argument("--precisions", default="float32,float64")
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--seconds", type=float, default=0.5)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    if arguments.file == "about":
        print(json.dumps({"kind": "about", "torch": torch.__version__, "blas": blas()}))
        return
    workload = Workload(arguments.file)
    if workload.head["kind"] == "sweep":
        time_sweep(workload)
    else:
        time_ways(
            workload, arguments.ways.split(","), arguments.precisions.split(","), arguments.seconds
        )


if __name__ == "__main__":
    main()
