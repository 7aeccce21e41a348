"""One row of a CSV file: value, gradient and curvature at a point."""

from math import copysign, inf, isinf, isnan, nan

from mpmath import mpf

from .rounding import certain, rounded, text

# What the limits at infinity are read from: all that happens happens nearer to 0. The precision copes with it.
FAR = mpf(2) ** 1100
NEAR = mpf(2) ** -300


def results(definition, fmt, parameters, x):
    """[(number, remainder as text)] of f, f', f''."""
    p = [mpf(value) for value in parameters]
    if isnan(x):
        return [(nan, "0")] * 3
    row = []
    for formula, without_limit in zip(definition.quantities(), definition.without_limit):
        if isinf(x):
            row.append(limit(formula, fmt, p, x, without_limit))
            continue
        y, e = rounded(lambda: formula(mpf(x), *p), fmt)
        if y == 0 and x == 0:
            y = signed_zero(formula, fmt, p, x)
        row.append((y, e))
    return row


def limit(formula, fmt, p, x, without_limit):
    if without_limit:
        return nan, "0"
    y, _ = certain(lambda: formula(FAR * int(copysign(1, x)), *p), fmt)
    return y, "0"


def signed_zero(formula, fmt, p, x):
    """Zero with the sign that the function has on that side of 0, unless it jumps there."""
    _, near = certain(lambda: formula(NEAR * int(copysign(1, x)), *p), fmt)
    return -0.0 if -1e-60 < near < 0 else 0.0


def line(definition, fmt, parameters, x):
    row = results(definition, fmt, parameters, x)
    return ",".join(
        [fmt.name]
        + [text(value) for value in (*parameters, x)]
        + [text(y) for y, _ in row]
        + [e for _, e in row]
    )
