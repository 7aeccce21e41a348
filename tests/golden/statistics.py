#!/usr/bin/env python3
"""Writes statistics.jsonl: columns of doubles and their statistics, from exact rational arithmetic rounded once.

python3 tests/golden/statistics.py > tests/golden/statistics.jsonl
"""
import json
import random
from fractions import Fraction
from math import isqrt


def root(exact):
    """The double nearest to the square root, from 400 bits of it."""
    if exact == 0:
        return 0.0
    scale = 400 + max(0, exact.denominator.bit_length() - exact.numerator.bit_length())
    return float(Fraction(isqrt((exact.numerator << (2 * scale)) // exact.denominator), 1 << scale))


def statistics(values):
    exact = sorted(map(Fraction, values))
    n = len(exact)
    mean = sum(exact) / n
    middle = (exact[(n - 1) // 2] + exact[n // 2]) / 2
    return {
        "mean": float(mean),
        "deviation": root(sum((x - mean) ** 2 for x in exact) / (n - 1)) if n > 1 else float("nan"),
        "minimum": float(exact[0]),
        "maximum": float(exact[-1]),
        "median": float(middle),
        "rms": root(sum(x * x for x in exact) / n),
        "zeros": sum(x == 0 for x in exact),
        "small": sum(abs(x) < Fraction(0.01) for x in exact),
    }


def main():
    random.seed(7)
    columns = {
        "one": [3.25],
        "two": [1.0, 2.0],
        "same": [0.1] * 7,
        "zeros": [0.0, -0.0, 0.0, 5.0, -5.0],
        "normal": [random.gauss(0, 1) for _ in range(501)],
        "even": [random.gauss(3, 2) for _ in range(500)],
        "large_mean": [1e9 + random.random() for _ in range(300)],
        "cancelling": [1e16, 1.0, -1e16, 1.0, 3e-5],
        "huge": [1.7e308, 1.6e308, -1.7e308, 1.5e308],
        "tiny": [3e-310, 5e-310, -1e-310, 4e-310],
        "small": [0.01, 0.009999999999999998, -0.01, 1e-300, 0.0, 7.0],
        "mixed": [random.choice([-1, 1]) * 10 ** random.uniform(-8, 8) for _ in range(400)],
    }
    for name, values in columns.items():
        row = {"name": name, "x": [x.hex() for x in values]}
        row.update({key: [float(value).hex() if value == value else "nan"] for key, value in statistics(values).items()})
        print(json.dumps(row, separators=(",", ":")))


main()
