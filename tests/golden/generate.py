#!/usr/bin/env python3
"""Writes the CSV files of elementwise functions, or checks those there are.

    python3 tests/golden/generate.py gelu silu          writes gelu.csv and silu.csv: at the points of the file if there
                                                        is one, else at new ones
    python3 tests/golden/generate.py --fresh gelu       at new points in any case
    python3 tests/golden/generate.py --check gelu silu  computes every row again and shows those that differ;
                                                        compares the derivatives with differences
    python3 tests/golden/generate.py --check            the same for every file

Needs mpmath. The numbers are computed with up to 10000 bits and rounded once: exact/rounding.py. Definitions, with
their derivatives: exact/definitions.py. New points are the same each time: exact/points.py.
"""

import sys
from math import isclose
from multiprocessing import Pool
from pathlib import Path

from exact.definitions import functions
from exact.derivatives import worst_error
from exact.points import points
from exact.rounding import FORMATS, number
from exact.rows import line

HERE = Path(__file__).parent


def path_of(name):
    return HERE / f"{name}.csv"


def header(definition):
    return ",".join(["fmt", *(f"p_{p}" for p in definition.parameters), "x,f,f1,f2,e,e1,e2"])


def read(name):
    """[(format, parameters, x)] and the lines of a file, without its header."""
    first, *lines = path_of(name).read_text().splitlines()
    assert first == header(functions[name]), f"{name}.csv: other columns than {header(functions[name])}"
    count = len(functions[name].parameters)
    places = []
    for one in lines:
        fmt, *numbers = one.split(",")
        *parameters, x = [number(word) for word in numbers[: count + 1]]
        places.append((FORMATS[fmt], tuple(parameters), x))
    return places, lines


def compute(job):
    name, place = job
    return line(functions[name], *place)


def same(old, new):
    """Every number the same text; remainders the same but for the last digit that is printed, or for 1e-16."""
    *old, e, e1, e2 = old.split(",")
    *new, d, d1, d2 = new.split(",")
    close = all(isclose(float(a), float(b), rel_tol=1.1e-5, abs_tol=1e-16) for a, b in ((e, d), (e1, d1), (e2, d2)))
    return old == new and close


def main(arguments):
    check, fresh = "--check" in arguments, "--fresh" in arguments
    names = [a for a in arguments if not a.startswith("--")]
    if check and not names:
        names = [name for name in functions if path_of(name).exists()]
    unknown = [name for name in names if name not in functions]
    if unknown or not names:
        sys.exit(f"Unknown: {', '.join(unknown)}" if unknown else __doc__)
    different = 0
    with Pool() as pool:
        for name in names:
            slope_error = worst_error(functions[name])
            assert slope_error < 1e-25, f"a derivative of {name} is off by {slope_error}"
            given = path_of(name).exists() and not fresh
            places, lines = read(name) if given else (points(name, functions[name]), [])
            computed = pool.map(compute, [(name, place) for place in places], chunksize=10)
            if check:
                pairs = [(old, new) for old, new in zip(lines, computed) if not same(old, new)]
                for old, new in pairs:
                    print(f"{name}.csv has {old}\n{' ' * len(name)} but is {new}")
                different += len(pairs)
                print(f"{name}: {len(lines)} rows, {len(pairs)} differ", flush=True)
            else:
                path_of(name).write_text("\n".join([header(functions[name]), *computed]) + "\n")
                print(f"{name}: {len(computed)} rows", flush=True)
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
