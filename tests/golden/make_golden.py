#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference cases for Backflow, made with PyTorch (Debian: python3-torch).

Usage: make_golden.py OUT_DIR SEED
Each file is {"scenario": a backflow-scenario, "expected": {precision: {...}}}: loss,
gradient_norm and state_gradients by t = 1..T, parameter_gradients after clipping, and
the norm before clipping. The expected numbers come from autograd on the cells' equations,
written out in step() below; nothing here is taken from Backflow itself.
"""
import json, math, os, random, sys
import torch

OUT, SEED = sys.argv[1], int(sys.argv[2])
os.makedirs(OUT, exist_ok=True)
rnd = random.Random(SEED)


def mat(r, c, scale):
    return [[rnd.gauss(0, scale) for _ in range(c)] for _ in range(r)]


def vec(n, scale=0.1):
    return [rnd.gauss(0, scale) for _ in range(n)]


def make_parameters(cell, variant, H, D, gain):
    s = gain / math.sqrt(H)
    if cell == "rnn":
        return {"W_h": mat(H, H, s), "W_x": mat(H, D, 0.5), "b": vec(H)}
    if variant == "course":
        names = ["c", "u", "r"] if cell == "gru" else ["c", "u", "f", "o"]
        p = {}
        for n in names:
            p["W_" + n] = mat(H, H + D, s)
            p["b_" + n] = vec(H)
        return p
    k = 3 if cell == "gru" else 4
    return {"weight_ih": mat(k * H, D, 0.5), "weight_hh": mat(k * H, H, s),
            "bias_ih": vec(k * H), "bias_hh": vec(k * H)}


def step(cell, variant, act, p, h, c, x):
    if cell == "rnn":
        a = p["W_h"] @ h + p["W_x"] @ x + p["b"]
        f = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid, "identity": lambda v: v}[act]
        return f(a), None
    if variant == "course":
        hx = torch.cat([h, x])
        g = lambda n, v: torch.sigmoid(p["W_" + n] @ v + p["b_" + n])
        u = g("u", hx)
        if cell == "gru":
            r = g("r", hx)
            cand = torch.tanh(p["W_c"] @ torch.cat([r * h, x]) + p["b_c"])
            return u * cand + (1 - u) * h, None
        cand = torch.tanh(p["W_c"] @ hx + p["b_c"])
        cn = u * cand + g("f", hx) * c
        return g("o", hx) * cn, cn
    gi = p["weight_ih"] @ x + p["bias_ih"]
    gh = p["weight_hh"] @ h + p["bias_hh"]
    if cell == "gru":
        (ir, iz, inn), (hr, hz, hn) = gi.chunk(3), gh.chunk(3)
        r, z = torch.sigmoid(ir + hr), torch.sigmoid(iz + hz)
        n = torch.tanh(inn + r * hn)
        return (1 - z) * n + z * h, None
    i, f, g, o = (gi + gh).chunk(4)
    cn = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(cn), cn


def run(sc, dtype):
    net, T = sc["network"], sc["unroll"]["horizon"]
    H = net["hidden"]
    t = lambda v: torch.tensor(v, dtype=torch.float64).to(dtype)
    p = {k: t(v).requires_grad_() for k, v in sc["weights"]["parameters"].items()}
    xs = t(sc["input"]["values"])
    h = torch.zeros(H, dtype=dtype)
    c = torch.zeros(H, dtype=dtype)
    trunc = sc["unroll"].get("truncation")
    hs, loss = [], torch.zeros((), dtype=dtype)
    L = sc["loss"]
    for k in range(T):  # k = t - 1
        if trunc and trunc["mode"] == "windows" and k % trunc["length"] == 0:
            h, c = h.detach(), c.detach()
        if trunc and trunc["mode"] == "from_loss" and k == T - trunc["length"]:
            h, c = h.detach(), c.detach()  # loss at last only: k steps keep a gradient
        h, cn = step(net["cell"], net.get("variant"), net.get("activation"), p, h, c, xs[k])
        c = cn if cn is not None else c
        if h.requires_grad:
            h.retain_grad()
        hs.append(h)
        if L["kind"] == "squared_error" and (L["at"] == "every" or k == T - 1):
            y = t(L["target"][k if L["at"] == "every" else 0])
            loss = loss + 0.5 * ((h - y) ** 2).sum()
    if L["kind"] == "inject":
        loss = (t(L["gradient"]) * h).sum()
    loss.backward()
    zero = torch.zeros(H, dtype=dtype)
    grads = [v.grad if v.grad is not None else zero for v in hs]
    total = torch.sqrt(sum((v.grad.double() ** 2).sum() for v in p.values()))
    clip = sc.get("clip")
    coef = 1.0
    if clip and clip["mode"] == "norm":
        coef = min(1.0, clip["threshold"] / float(total))
        for v in p.values():
            v.grad.mul_(coef)
    if clip and clip["mode"] == "value":
        for v in p.values():
            v.grad.clamp_(-clip["threshold"], clip["threshold"])
    return {"loss": float(loss),
            "gradient_norm": [float(torch.linalg.norm(g.double())) for g in grads],
            "state_gradients": [[float(e) for e in g] for g in grads],
            "parameter_gradients": {k: v.grad.double().tolist() for k, v in p.items()},
            "norm_before": float(total)}


CELLS = [("rnn", None, a) for a in ("tanh", "relu", "sigmoid", "identity")] + \
        [(c, v, None) for c in ("gru", "lstm") for v in ("course", "pytorch")]
count = 0
for cell, variant, act in CELLS:
    for H, D, T, at, trunc, clip in [
            (3, 1, 5, "last", None, None),
            (8, 2, 24, "every", None, None),
            (8, 2, 24, "every", {"mode": "windows", "length": 7}, None),
            (5, 2, 20, "last", {"mode": "from_loss", "length": 6}, {"mode": "norm", "threshold": 0.05}),
            (4, 3, 12, "every", None, {"mode": "value", "threshold": 0.02})]:
        gain = rnd.choice([0.6, 0.9, 1.1, 1.4])
        net = {"cell": cell, "hidden": H}
        if variant: net["variant"] = variant
        if act: net["activation"] = act
        rows = T if at == "every" else 1
        sc = {"format": "backflow-scenario", "version": 1,
              "title": f"{cell} {variant or act} H={H} T={T} {at}",
              "network": net,
              "weights": {"init": "explicit", "parameters": make_parameters(cell, variant, H, D, gain)},
              "input": {"kind": "explicit", "values": mat(T, D, 1.0)},
              "loss": {"kind": "squared_error", "at": at, "target": mat(rows, H, 0.7)},
              "unroll": {"horizon": T}, "precision": ["float32", "float64"]}
        if trunc: sc["unroll"]["truncation"] = trunc
        if clip: sc["clip"] = clip
        exp = {"float64": run(sc, torch.float64), "float32": run(sc, torch.float32)}
        name = f"{cell}-{variant or act}-H{H}-T{T}-{at}" + ("-" + trunc["mode"] if trunc else "") + ("-clip-" + clip["mode"] if clip else "")
        with open(os.path.join(OUT, name + ".json"), "w") as f:
            json.dump({"scenario": sc, "expected": exp}, f)
        count += 1
print(count, "cases in", OUT)
