#!/usr/bin/env python3
"""The exact results at points where the formulas of textbooks fail, for the table that shows it.

    python3 tests/golden/hard_points.py           writes core/demos/hard_points.hpp
    python3 tests/golden/hard_points.py --check   computes it again and compares

Needs mpmath. Each result is the exact one rounded once, with what the rounding took away in units of the last place, as in
the golden files.
"""

import math
import sys
from pathlib import Path

from mpmath import erfc, exp, expm1, findroot, log, log1p, mp, mpf, pi, sqrt, tanh

mp.prec = 2000
FILE = Path(__file__).resolve().parents[2] / "core" / "demos" / "hard_points.hpp"


def normal(x):
    return erfc(-x / sqrt(2)) / 2


def logistic(x):
    return 1 / (1 + exp(-x))


def gelu(x):
    return x * normal(x)


def gelu_gradient(x):
    return normal(x) + x * exp(-x * x / 2) / sqrt(2 * pi)


def tanh_gradient(x):
    return 1 - tanh(x) ** 2


def sigmoid_gradient(x):
    return logistic(x) * logistic(-x)


def softplus(x):
    return log1p(exp(x))


def silu_gradient(x):
    return logistic(x) * (1 + x * logistic(-x))


def mish(x):
    return x * tanh(softplus(x))


def logsigmoid(x):
    return -log1p(exp(-x))


def log_softmax(x):
    """Of [x, 1, 0.1], the last being the double next to a tenth: the first output."""
    return -log1p(exp(1 - x) + exp(mpf(0.1) - x))


def near_root(f, guess):
    """The double next to the root."""
    return float(findroot(f, mpf(guess)))


POINTS = [
    ("gelu", "value", gelu, -8.3),
    ("gelu", "value", gelu, -10.0),
    ("gelu", "value", gelu, -37.0),
    ("gelu", "gradient", gelu_gradient, near_root(gelu_gradient, -0.7517915)),
    ("tanh", "gradient", tanh_gradient, 19.0),
    ("tanh", "gradient", tanh_gradient, 20.0),
    ("sigmoid", "gradient", sigmoid_gradient, 38.0),
    ("sigmoid", "gradient", sigmoid_gradient, -40.0),
    ("elu", "value", expm1, -1e-10),
    ("softplus", "value", softplus, -40.0),
    ("softplus", "value", softplus, 710.0),
    ("silu", "gradient", silu_gradient, near_root(silu_gradient, -1.2784645)),
    ("mish", "value", mish, -30.0),
    ("logsigmoid", "value", logsigmoid, 40.0),
    ("log_softmax", "value", log_softmax, 40.0),
]


def row(function, quantity, f, x):
    y = f(mpf(x))
    stored = float(y)
    exponent = math.frexp(float(abs(y)))[1]
    # float() may have rounded up to a power of two, which lies in the next binade.
    if abs(y) < mpf(2) ** (exponent - 1):
        exponent -= 1
    ulp = mpf(2) ** (max(exponent, -1021) - 53)
    remainder = (y - mpf(stored)) / ulp
    return f'    {{"{function}", Quantity::{quantity}, {x.hex()}, {stored.hex()}, {float(remainder):.6f}}},'


HEADER = """#pragma once

#include <activation/catalog.hpp>

#include <string_view>

// Written by tests/golden/hard_points.py.

namespace activation {

/// A place where textbook formulas fail, and the exact result there: rounded once, and (exact - rounded) in ulps.
struct HardPoint {
  std::string_view id;
  Quantity quantity;
  double x;
  double exact;
  double remainder;
};

inline constexpr HardPoint hard_points[] = {
"""


def text():
    rows = [row(*point) for point in POINTS]
    return HEADER + "\n".join(rows) + "\n};\n\n}  // namespace activation\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        if FILE.read_text() != text():
            sys.exit(f"{FILE} is not what this script writes")
    else:
        FILE.write_text(text())
