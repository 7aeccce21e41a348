#!/usr/bin/env python3
"""Writes moments.csv: what elementwise functions make of a standard normal number.

    python3 tests/golden/moments.py            writes the file
    python3 tests/golden/moments.py --check    only says whether it is the same

Needs mpmath. For the default parameters and the others of exact/definitions.py: E[f(z)], E[f(z)^2], E[f'(z)^2] and the
numbers q between 1e-6 and 1e6 (waves: 100) for which q = E[f(sqrt(q) z)^2], each integrated with 30 digits between the kinks and rounded
once.
"""

import sys
from multiprocessing import Pool
from pathlib import Path

from exact.definitions import functions
from mpmath import exp, mp, mpf, pi, quad, sqrt

HERE = Path(__file__).parent
EDGES = [mpf(e) for e in (-39, -20, -12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 12, 20, 39)]


def expectation(g, kinks):
    edges = sorted({*EDGES, *(k for k in kinks if abs(k) < 39)})
    return quad(lambda z: g(z) * exp(-z * z / 2), edges) / sqrt(2 * pi)


def map_of(definition, p):
    def surplus(q):
        root = sqrt(q)
        kinks = [k / root for k in definition.kinks(p)]
        return expectation(lambda z: definition.f(root * z, *p) ** 2, kinks) / q - 1

    return surplus


def fixed_points(surplus, most):
    """Where the surplus changes its sign; not where it is 0 all along, nor next to 0 for tanh, where it is nearly."""
    with mp.workdps(15):
        places = [mpf(10) ** (mpf(i) / 3) for i in range(-18, 3 * most + 1)]
        signs = [(q, surplus(q)) for q in places]
        signs = [(q, s) for q, s in signs if abs(s) > 1e-9]
    found = []
    for (low, s), (high, t) in zip(signs, signs[1:]):
        if s * t < 0:
            found.append(bisected(surplus, low, high, s))
    return found


def bisected(surplus, low, high, before):
    """By the method of regula falsi with Illinois weights: the integrals are slow."""
    a, b, after = low, high, surplus(high)
    before = surplus(low)
    while abs(b - a) > mpf(10) ** -22 * b:
        c = (a * after - b * before) / (after - before)
        value = surplus(c)
        if value == 0:
            return c
        if value * after < 0:
            a, before = b, after
        else:
            before /= 2
        b, after = c, value
        if abs(value) < mpf(10) ** -24:
            break
    return b


def line(job):
    mp.dps = 30
    name, values = job
    definition = functions[name]
    p = [mpf(v) for v in values]
    kinks = definition.kinks(p)
    mean = expectation(lambda z: definition.f(z, *p), kinks)
    second = expectation(lambda z: definition.f(z, *p) ** 2, kinks)
    slope = expectation(lambda z: definition.f1(z, *p) ** 2, kinks)
    mean = mpf(0) if abs(mean) < mpf(10) ** -25 else mean
    fixed = fixed_points(map_of(definition, p), 2 if any(definition.without_limit) else 6)
    words = [float(v).hex() for v in (mean, second, slope)]
    return ",".join([name, " ".join(float(v).hex() for v in values), *words, " ".join(float(q).hex() for q in fixed)])


def main():
    jobs = []
    for name, definition in functions.items():
        standard = tuple(definition.parameters.values())
        jobs.append((name, standard))
        if definition.others:
            jobs.append((name, definition.others))
    with Pool(2) as pool:
        lines = pool.map(line, jobs, chunksize=1)
    text = "\n".join(["function,parameters,mean,second,gradient_second,fixed", *lines]) + "\n"
    path = HERE / "moments.csv"
    if "--check" in sys.argv:
        sys.exit(None if path.read_text() == text else "moments.csv is another")
    path.write_text(text)


if __name__ == "__main__":
    main()
