#!/usr/bin/env python3
"""Judges the core at fresh random points with mpmath: the golden files hold 400 points per format, this as many as
asked for.

    python3 tests/golden/check_random_points.py PROGRAM [COUNT] [SEED]

PROGRAM reads lines "id quantity parameter x", hex floats, "-" for no parameter, and answers with y; quantity is 0, 1
or 2 (f, f', f''). It is built from check_random_points.cpp beside this file:

    c++ -std=c++20 -O2 -ffp-contract=off -Icore/include tests/golden/check_random_points.cpp core/*.cpp -o PROGRAM

Prints the largest error in ulps per function and quantity, inside and outside [-10, 10].
"""

import math
import random
import subprocess
import sys

from mpmath import erfc, exp, expm1, mp, mpf, pi, sqrt, tanh

mp.prec = 400


def phi(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def normal(x):
    return erfc(-x / sqrt(2)) / 2


def logistic(x):
    return 1 / (1 + exp(-x)) if x > 0 else exp(x) / (1 + exp(x))


def logistic1(x):
    e = exp(-abs(x))
    return e / (1 + e) ** 2


def logistic2(x):
    return -logistic1(x) * tanh(x / 2)


def gelu1(x):
    return normal(x) + x * phi(x)


functions = {
    "sigmoid": ([None], lambda x, p: logistic(x), lambda x, p: logistic1(x), lambda x, p: logistic2(x)),
    "tanh": ([None], lambda x, p: tanh(x), lambda x, p: 4 * logistic1(2 * x), lambda x, p: 8 * logistic2(2 * x)),
    "gelu": ([None], lambda x, p: x * normal(x), lambda x, p: gelu1(x), lambda x, p: phi(x) * (2 - x * x)),
    "elu": (
        [1.0, 1.5, 0.1, 2.7],
        lambda x, p: x if x > 0 else p * expm1(x),
        lambda x, p: mpf(1) if x > 0 else p * exp(x),
        lambda x, p: mpf(0) if x >= 0 else p * exp(x),
    ),
    "leaky_relu": (
        [0.01, 0.2, 0.3],
        lambda x, p: x if x > 0 else p * x,
        lambda x, p: mpf(1) if x > 0 else p,
        lambda x, p: mpf(0),
    ),
}

# Roots of derivatives, saturation and underflow points: where relative accuracy is hardest.
hard = [0.0, -0.7517915246935645, math.sqrt(2), -math.sqrt(2), -38.5, -37.6, -36.7, -708.4, -744.4, -745.1, 19.06, 36.7,
        -372.2, 354.9, 0.34657359027997264, -0.34657359027997264, 0.17328679513998632, 3.0, 8.29]


def point(rng):
    kind = rng.randrange(8)
    sign = rng.choice((-1, 1))
    if kind < 3:
        return rng.uniform(-10, 10)
    if kind == 3:
        return sign * math.ldexp(rng.uniform(1, 2), rng.randint(-1074, 1023))
    if kind == 4:
        return sign * math.ldexp(rng.uniform(1, 2), rng.randint(-60, 4))
    if kind == 5:
        x = rng.choice(hard)
        return x + rng.choice((-1, 1)) * rng.randint(0, 40) * math.ulp(x) if rng.random() < 0.5 else x + rng.gauss(0, 0.02)
    return rng.uniform(-1, 1) * rng.choice((40, 120, 800))


def error(y, exact):
    if exact == 0:
        return 0 if y == 0 else math.inf
    if math.isinf(y) or math.isnan(y):
        return 0 if math.isinf(y) and abs(exact) >= mpf(2) ** 1024 * (1 - mpf(2) ** -54) else math.inf
    exponent = max(int(mp.floor(mp.log(abs(exact), 2))), -1022)
    return float(abs(mpf(y) - exact) / mpf(2) ** (exponent - 52))


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    for name, (parameters, *formulas) in functions.items():
        points = [(point(rng), rng.choice(parameters)) for _ in range(count)]
        lines = [
            f"{name} {q} {'-' if p is None else p.hex()} {x.hex()}\n" for q in range(3) for x, p in points
        ]
        answer = subprocess.run([program], input="".join(lines), capture_output=True, text=True, check=True).stdout
        results = [float.fromhex(word) for word in answer.split()]
        report = []
        for q, formula in enumerate(formulas):
            worst = {True: (0, 0), False: (0, 0)}
            for (x, p), y in zip(points, results[q * count : (q + 1) * count]):
                # Beyond 10^6 everything has saturated, and e^-x^2 would have billions of digits before the point.
                nearby = mpf(max(-1e6, min(1e6, x))) if name not in ("elu", "leaky_relu", "gelu") or q > 0 else mpf(x)
                if name == "gelu" and abs(x) > 1e6:
                    exact = mpf(max(x, 0)) if q == 0 else mpf(x > 0) if q == 1 else mpf(0)
                elif name == "elu" and x < -1e6:
                    exact = -mpf(p) if q == 0 else mpf(0)
                else:
                    exact = formula(nearby, None if p is None else mpf(p))
                inside = abs(x) <= 10
                worst[inside] = max(worst[inside], (error(y, exact), x))
            report += [f"{worst[True][0]:.3f} ({worst[True][1]!r})", f"{worst[False][0]:.3f} ({worst[False][1]!r})"]
        print(f"{name}: |x| <= 10 and beyond, for f, f', f'': " + ", ".join(report), flush=True)


if __name__ == "__main__":
    main()
