#!/usr/bin/env python3
"""Writes elementary.csv: the elementary functions at hard points and at random ones, rounded once, with what rounding left.

python3 tests/golden/elementary.py > tests/golden/elementary.csv        (mpmath 1.3)

Columns: function, x, y (of pow; else 0), the nearest double, and (exact - nearest) / ulp as in README.md.
"""
import random

import mpmath
from mpmath import mp, mpf

mp.prec = 400
random.seed(5)
LARGEST = float.fromhex("0x1.fffffffffffffp+1023")


def rounded(exact):
    """The nearest double, and the remainder in its ulps."""
    size = abs(exact)
    if size == 0:
        return 0.0, 0.0
    _, power = mpmath.frexp(size)
    ulp = mpf(2) ** max(int(power) - 53, -1074)
    whole = mpmath.nint(exact / ulp)
    if abs(whole) * ulp > mpf(LARGEST):
        return float("inf") if exact > 0 else float("-inf"), 0.0
    return mpmath.libmp.to_float((whole * ulp)._mpf_), float(exact / ulp - whole)


def spread(low, high, count, signed):
    """Random doubles, even in their logarithms."""
    numbers = []
    for _ in range(count):
        x = float(mpmath.exp(random.uniform(float(mpmath.log(low)), float(mpmath.log(high)))))
        numbers.append(-x if signed and random.random() < 0.5 else x)
    return numbers


def even(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def beside(x, count):
    """Doubles next to x on both sides."""
    bits = int.from_bytes(__import__("struct").pack(">d", x), "big")
    offsets = [sign * 2**k for k in range(0, 50, 50 // count) for sign in (-1, 1)]
    return [__import__("struct").unpack(">d", (bits + o).to_bytes(8, "big"))[0] for o in offsets]


POSITIVE = spread(1e-320, 1e308, 40, False) + even(0.5, 2, 20) + beside(1.0, 10) + [5e-324, 2.2250738585072014e-308, LARGEST]
ALL = spread(1e-310, 1e300, 40, True)
UNIT = even(-1, 1, 40) + spread(1e-300, 1, 20, True) + [x for x in beside(1.0, 10) if x < 1]
FUNCTIONS = {
    "exp2": (lambda x: mpf(2) ** x, even(-1075, 1024, 40) + spread(1e-20, 1, 20, True) + [-1074.0, 10.0, 1023.0]),
    "expm1": (mpmath.expm1, even(-50, 709, 40) + spread(1e-310, 1, 40, True)),
    "log": (mpmath.log, POSITIVE),
    "log2": (lambda x: mpmath.log(x) / mpmath.log(2), POSITIVE + [8.0, 2.0**-1074]),
    "log10": (lambda x: mpmath.log(x) / mpmath.log(10), POSITIVE + [1000.0, 1e22]),
    "log1p": (mpmath.log1p, spread(1e-310, 1e300, 40, False) + UNIT + beside(-0.5, 5)),
    "cbrt": (lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)), ALL + [27.0, -8.0, 5e-324]),
    "tan": (mpmath.tan, even(-10, 10, 40) + ALL[:20] + [355.0, 11.0]),
    "asin": (mpmath.asin, UNIT),
    "acos": (mpmath.acos, UNIT),
    "atan": (mpmath.atan, ALL + even(-10, 10, 20)),
    "sinh": (mpmath.sinh, even(-710, 710, 40) + spread(1e-300, 10, 40, True)),
    "cosh": (mpmath.cosh, even(-710, 710, 40) + spread(1e-10, 10, 20, True)),
    "asinh": (mpmath.asinh, ALL + even(-3, 3, 40)),
    "acosh": (mpmath.acosh, [x for x in beside(1.0, 12) if x > 1] + spread(1.001, 1e300, 40, False)),
    "atanh": (mpmath.atanh, UNIT),
    "erf": (mpmath.erf, even(-6, 6, 60) + spread(1e-310, 1, 30, True)),
    "erfc": (mpmath.erfc, even(-6, 27, 80) + spread(1e-20, 1, 10, True) + [26.5, 27.2]),
    "normal_cdf": (lambda x: mpmath.erfc(-x / mpmath.sqrt(2)) / 2, even(-38.4, 8, 80) + spread(1e-20, 1, 10, True)),
}

print("function,x,y,expected,remainder")
for name, (function, points) in FUNCTIONS.items():
    for x in points:
        expected, rest = rounded(function(mpf(x)))
        print(f"{name},{x.hex()},0x0.0p+0,{expected.hex()},{rest:.6g}")
for y in even(-5, 5, 30) + [0.1, 1 / 3, 2.5, -7.0, 100.0, 1e-5, 3.0, 1e4]:
    for x in spread(1e-300, 1e300, 4, False) + even(0.5, 2, 3):
        exact = mpf(x) ** mpf(y)
        if mpf(10) ** -320 < exact < mpf(10) ** 308:
            expected, rest = rounded(exact)
            print(f"pow,{x.hex()},{y.hex()},{expected.hex()},{rest:.6g}")
