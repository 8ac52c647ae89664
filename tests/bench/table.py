#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what tests/bench/run has measured as one table in Markdown.

usage: table.py FOLDER

A ratio is one of two times of the same round; of what came in several turns, their median. Of the
rounds the median is printed. The share of the machine's limit is that of the shortest step.
"""
import collections
import datetime
import json
import pathlib
import re
import statistics
import sys

CELLS = {"rnn": "RNN", "gru": "GRU", "lstm": "LSTM"}


class Measurements:
    def __init__(self, folder):
        self.times = collections.defaultdict(dict)  # (kind, cell, size, precision, way) by round
        self.others = collections.defaultdict(lambda: collections.defaultdict(list))
        self.about = {}
        self.failures = set()
        for file in sorted(folder.glob("*.json")):
            self.take_ours(int(file.name.split("-")[0]), json.loads(file.read_text()))
        for file in sorted(folder.glob("*.jsonl")):
            for line in file.read_text().splitlines():
                self.take_peer(file.name.split("-")[0], json.loads(line))

    def take_ours(self, at, result):
        self.about.setdefault("kernels", result["context"]["kernels"])
        turns = collections.defaultdict(lambda: collections.defaultdict(list))
        for entry in result["benchmarks"]:
            if entry.get("run_type") == "aggregate":
                continue
            name = re.sub("/(iterations:1|manual_time|real_time)", "", entry["name"])
            if entry.get("error_occurred"):
                self.failures.add(f"{name}: {entry['error_message']}")
                continue
            parts = name.split("/")
            if parts[0] in ("machine", "memory", "sweep"):
                for value in ("gflops", "gbytes", "mb", "held_mb", "us_step", "real_time"):
                    if value in entry:
                        self.others[name][value].append(entry[value])
                continue
            kind, cell, size, precision = parts
            place = kind if kind in ("run", "batch") else "run"
            way = "ours" if kind == place else kind
            key = place, cell, int(size), precision
            for value in ("us_step", "limit_us", "shortest_us"):
                if value in entry:
                    turns[key + (way,)][value].append(entry[value])
        for (*key, way), values in turns.items():
            self.times[(*key, way)][at] = statistics.median(values["us_step"])
            if "limit_us" in values:
                share = min(values["limit_us"]) / min(values["shortest_us"])
                self.others[tuple(key)]["of_limit"].append(share)

    def take_peer(self, at, line):
        if line["kind"] == "about":
            self.about.update(line)
        elif line["kind"] == "sweep":
            for value, number in line.items():
                self.others["sweep/torch"][value].append(number)
        else:
            key = line["kind"], line["cell"], line["hidden"], line["precision"]
            self.times[key + (line["way"],)][int(at)] = line["us_step"]
            if "difference" in line:
                self.others[key]["difference"].append(line["difference"])

    def time(self, key):
        return self.median(self.times[key + ("ours",)].values())

    def ratio(self, key, above, below):
        """The median of time / time, each of one round."""
        others = self.times[key + (above,)]
        times = self.times[key + (below,)]
        return self.median(others[at] / times[at] for at in others.keys() & times.keys())

    def value(self, key, name, choose=statistics.median):
        return self.median([choose(values)]) if (values := self.others[key][name]) else None

    @staticmethod
    def median(values):
        values = list(values)
        return statistics.median(values) if values else None


def digits(number, form="{:.3g}"):
    if number is None:
        return "–"
    return f"{number:,.0f}" if number >= 100 and form == "{:.3g}" else form.format(number)


def rows_of(results, kind):
    share = "{:.2f}"

    def ratio(above, below="ours", form="{:.3g}"):
        return lambda key: digits(results.ratio(key, above, below), form)

    rows = [
        ("ours, µs a step", lambda key: digits(results.time(key))),
        ("of the machine's limit", lambda key: digits(results.value(key, "of_limit"), share)),
        ("PyTorch, loop of cells", ratio("loop")),
        ("PyTorch, leaner loop", ratio("lean")),
        ("PyTorch, written by hand", ratio("by_hand")),
        ("PyTorch fused, no record", ratio("fused")),
        ("oneDNN fused, no record", ratio("onednn")),
        (
            "largest difference of the norms",
            lambda key: digits(results.value(key, "difference", max), "{:.0e}"),
        ),
    ]
    if kind == "run":
        rows += [
            ("recorded / not recorded", ratio("ours", "bare", share)),
            ("vanishing / healthy", ratio("vanishing", form=share)),
            ("subnormal / healthy", ratio("subnormal", form=share)),
        ]
    return rows


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown processor"


def heading(results):
    about = results.about
    peer = f"PyTorch {about['torch']} on {about['blas']}" if "torch" in about else "no PyTorch"
    peaks = [
        f"{digits(results.value(f'machine/multiply_add/{precision}', 'gflops'))} in {precision}"
        for precision in ("float32", "float64")
    ]
    reads = [
        f"{digits(values['gbytes'][0])} from {name.split('/')[-1].replace('KiB', ' KiB')}"
        for name, values in results.others.items()
        if isinstance(name, str) and name.startswith("machine/read/")
    ]
    return [
        f"{processor()}, kernels {about.get('kernels')}, {peer}, {datetime.date.today()}.",
        f"One core's peaks: GFLOP/s {', '.join(peaks)}; GB/s read {', '.join(reads)}.",
        "One thread, forwards and backwards, spectral radius near 1. Where a peer is named: how"
        " many times faster ours is, everything recorded. Times are medians, but for the share of"
        " the machine's limit, which holds the shortest step against the best of what was seen of"
        " the machine.",
    ]


def table(results):
    sizes = sorted({key[2] for key in results.times})
    lines = [
        "| | | " + " | ".join(f"H {size}" for size in sizes) + " |",
        "|---|---|" + "---|" * len(sizes),
    ]
    for kind in ("run", "batch"):
        for cell, name in CELLS.items():
            for precision in ("float32", "float64"):
                label = f"{name}, {precision}" + (", batch 32" if kind == "batch" else "")
                for what, text in rows_of(results, kind):
                    texts = [text((kind, cell, size, precision)) for size in sizes]
                    if any(one != "–" for one in texts):
                        lines.append(f"| {label} | {what} | " + " | ".join(texts) + " |")
    return lines


def notes(results):
    lines = []
    ours = results.value("sweep/one_thread", "real_time")
    if ours is not None:
        everywhere = results.value("sweep/all_cores", "real_time")
        line = (
            "Sweep of 512 configurations (RNN, H 64, T 256, 64 gains × 8 seeds; ours in float32 and"
            f" float64): {digits(ours)} ms in one thread, {digits(everywhere)} on all cores"
        )
        if "sweep/torch" in results.others:
            theirs = results.others["sweep/torch"]
            one_by_one, batched = (
                digits(statistics.median(theirs[way])) for way in ("one_by_one_ms", "batched_ms")
            )
            line += (
                f"; PyTorch in float32 alone {one_by_one} ms one by one, {batched} batched; the"
                f" log₁₀ ratios differ by at most {max(theirs['difference_log10']):.0e}"
            )
        lines.append(line + ".")
    for how, steps in (("held", 100_000), ("held", 1_000_000), ("checkpointed", 1_000_000)):
        values = results.others.get(f"memory/{how}/{steps}")
        if values:
            lines.append(
                f"RNN, H 64, float32, T = {steps:,}, states {how}: {digits(values['mb'][0])} MB,"
                f" {digits(values['held_mb'][0])} of them for the way back;"
                f" {digits(values['us_step'][0])} µs a step."
            )
    return lines + [f"Not measured: {failure}." for failure in sorted(results.failures)]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    results = Measurements(pathlib.Path(sys.argv[1]))
    print("\n\n".join(heading(results)), end="\n\n")
    print("\n".join(table(results)), end="\n\n")
    print("\n\n".join(notes(results)))
    sys.exit(bool(results.failures))


if __name__ == "__main__":
    main()
