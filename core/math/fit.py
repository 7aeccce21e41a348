"""Polynomials and constants for the generators of this folder, in mpmath's 60 digits.

Each polynomial interpolates its function at Chebyshev nodes, which is within a factor of two of the best polynomial of
that degree. The degree is the least whose error stays below the bound given.
"""

from math import comb

from mpmath import cos, mp, mpf, pi

mp.dps = 60


def chebyshev_fit(function, low, high, degree):
    """Chebyshev coefficients on [low, high], and the same polynomial in powers of its argument."""
    count = degree + 1
    middle, half = (low + high) / 2, (high - low) / 2
    nodes = [cos(pi * (2 * k + 1) / (2 * count)) for k in range(count)]
    values = [function(middle + half * node) for node in nodes]
    series = []
    for j in range(count):
        total = sum(y * cos(j * pi * (2 * k + 1) / (2 * count)) for k, y in enumerate(values)) * 2 / count
        series.append(total / 2 if j == 0 else total)
    powers = [mpf(0)] * count  # of s = (u - middle) / half
    previous, current = [mpf(1)], [mpf(0), mpf(1)]
    for j, c in enumerate(series):
        for i, a in enumerate(previous):
            powers[i] += c * a
        following = [mpf(0)] + [2 * a for a in current]
        for i, a in enumerate(previous):
            following[i] -= a
        previous, current = current, following
    shifted = [mpf(0)] * count
    for j, c in enumerate(powers):
        for i in range(j + 1):
            shifted[i] += c * comb(j, i) * (-middle) ** (j - i) / half**j
    return series, shifted


def least_fit(function, low, high, bound):
    """The fit of the least degree whose dropped Chebyshev coefficients add up to less than the bound."""
    low, high = mpf(low), mpf(high)
    series, _ = chebyshev_fit(function, low, high, 40)
    degree = len(series) - 1
    while sum(abs(c) for c in series[degree:]) < bound:
        degree -= 1
    return chebyshev_fit(function, low, high, degree)[1]


def split(x, count):
    """x as so many doubles, each the nearest to what the ones before leave."""
    parts = []
    for _ in range(count):
        parts.append(float(x))
        x -= mpf(parts[-1])
    return parts


def double(x):
    return float(x).hex()


def pair(x):
    return "{" + ", ".join(part.hex() for part in split(x, 2)) + "}"


def triple(x):
    return "{" + ", ".join(part.hex() for part in split(x, 3)) + "}"


def table(name, comment, values, form):
    """One constant array; form is `double` or `pair`."""
    kind = "double" if form is double else "Two<double>"
    print(f"/// {comment}")
    print(f"inline constexpr {kind} {name}[] = {{")
    for value in values:
        print(f"    {form(value)},")
    print("};\n")
