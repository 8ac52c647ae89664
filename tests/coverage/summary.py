# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums up what gcov counts: summary.py OBJECTS SOURCES

Of every source below the folder SOURCES: how many of its lines ran, in any of the objects that
contain it, and the numbers of those that did not.
"""

import collections
import json
import pathlib
import subprocess
import sys


def counts_of(objects: pathlib.Path, sources: pathlib.Path):
    """By file and line, how often it ran."""
    counts = collections.defaultdict(dict)
    for data in sorted(objects.rglob("*.gcda")):
        answer = subprocess.run(
            ["gcov", "--json-format", "--stdout", str(data)],
            capture_output=True, check=True, text=True).stdout
        for document in filter(str.strip, answer.splitlines()):
            report = json.loads(document)
            for file in report["files"]:
                path = pathlib.Path(report["current_working_directory"], file["file"]).resolve()
                if not path.is_relative_to(sources):
                    continue
                lines = counts[path.relative_to(sources)]
                for line in file["lines"]:
                    number = line["line_number"]
                    lines[number] = max(lines.get(number, 0), line["count"])
    return counts


def main():
    objects, sources = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    counts = counts_of(objects, sources)
    every = sum(len(lines) for lines in counts.values())
    ran = sum(sum(1 for count in lines.values() if count) for lines in counts.values())
    missed = {path: sorted(n for n, count in lines.items() if not count)
              for path, lines in counts.items()}
    for path, numbers in sorted(missed.items(), key=lambda item: -len(item[1])):
        if numbers:
            print(f"{len(numbers):4} of {len(counts[path]):4}  {path}: "
                  + " ".join(map(str, numbers)))
    print(f"{ran} of {every} lines ran: {100 * ran / every:.1f} %")


main()
