#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what tests/bench/run-window has measured as one table in Markdown.

usage: window_table.py FOLDER

Of several rounds the best is printed, line by line: other programs on the machine can only make it
slower.
"""
import json
import pathlib
import re
import sys

SLIDER = "median ≤ 16 ms, 99 % ≤ 33 ms"
DRAG = "≥ 10 a second, GUI thread ≤ 16 ms"
FRAMES = "≤ 16 ms a picture"
START = "< 0.7 s"


def rounds_of(folder):
    """For each benchmark its results, one a round."""
    results = {}
    context = {}
    for file in sorted(folder.glob("*.json")):
        told = json.loads(file.read_text())
        context = told["context"]
        for entry in told["benchmarks"]:
            if entry.get("error_occurred"):
                sys.exit(f"{entry['name']}: {entry['error_message']}")
            name = re.sub("/(iterations:[0-9]+|manual_time)", "", entry["name"])
            results.setdefault(name, []).append(entry)
    return context, results


def gui_thread(entry, prefix=""):
    """How long it was away from its events: on the clock, and of its own work."""
    return (f"GUI thread ≤ {entry[prefix + 'heartbeat_ms']:.0f} ms "
            f"({entry[prefix + 'heartbeat_cpu_ms']:.0f} ms of its own work)")


def line_of(name, entries):
    kind, *rest = name.split("/")
    if kind == "slider":
        best = min(entries, key=lambda one: one["p99_ms"])
        return (f"Slider to painted pictures, H 64, T 200, {rest[-1]}", SLIDER,
                f"{best['median_ms']:.1f} ms, {best['p99_ms']:.1f} ms")
    if kind == "drag":
        best = max(entries, key=lambda one: one["pictures_per_s"])
        calm = min(entries, key=lambda one: one["heartbeat_ms"])
        return (f"Drag, H 256, T 1000, {rest[-1]}", DRAG,
                f"{best['pictures_per_s']:.0f} a second, {gui_thread(calm)}")
    if kind == "start":
        best = min(entries, key=lambda one: one["first_picture_s"])
        return ("Start of the program to its first picture, warm", START,
                f"{best['first_picture_s']:.2f} s")
    if name.endswith("open"):
        best = min(entries, key=lambda one: one["open_s"])
        calm = min(entries, key=lambda one: one["heartbeat_ms"])
        return ("A million steps, H 16: opened", "GUI thread ≤ 16 ms",
                f"{best['open_s']:.1f} s, {best['compute_s']:.1f} s of it computing; "
                f"{gui_thread(calm)}")
    best = min(entries, key=lambda one: one["p99_ms"])
    return ("A million steps, H 16: zoomed and moved", FRAMES,
            f"median {best['median_ms']:.1f} ms, 99 % {best['p99_ms']:.1f} ms")


def main():
    context, results = rounds_of(pathlib.Path(sys.argv[1]))
    cores = context["num_cpus"]
    print(f"The best of {max(map(len, results.values()))} rounds on {cores} cores of "
          f"{context['mhz_per_cpu'] / 1000:.1f} GHz; load average at the start "
          f"{context['load_avg'][0]:.1f}.\n")
    print("| What | Target | Measured |\n|---|---|---|")
    for name, entries in results.items():
        print("| {} | {} | {} |".format(*line_of(name, entries)))


if __name__ == "__main__":
    main()
