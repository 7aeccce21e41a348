#!/usr/bin/env python3
"""Prints coefficients.hpp: the constants and polynomials behind exp.hpp and mills.hpp.

    python3 core/math/coefficients.py > core/math/coefficients.hpp        (mpmath 1.3)

Each polynomial interpolates its function at Chebyshev nodes, in 60-digit arithmetic, which is within a factor of
two of the best polynomial of that degree. The degree is the least whose error stays below the bound given.
"""

from math import comb

from mpmath import cos, erfc, exp, expm1, findroot, log, lu_solve, matrix, mp, mpf, pi, sqrt, tanh

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
    series, _ = chebyshev_fit(function, low, high, 40)
    degree = len(series) - 1
    while sum(abs(c) for c in series[degree:]) < bound:
        degree -= 1
    return chebyshev_fit(function, low, high, degree)[1]


def double(x):
    return float(x).hex()


def pair(x):
    high = float(x)
    return f"{{{high.hex()}, {float(x - mpf(high)).hex()}}}"


def and_the_rest(x):
    high = float(x)
    return f"{high.hex()}, {float((x - mpf(high)) / x).hex()}"


def truncated(x, bits):
    """x cut to so many leading bits, so that its product with a small integer is exact."""
    scale = mpf(2) ** (bits - 1 - int(mp.floor(log(abs(x), 2))))
    return mp.floor(x * scale) / scale


def table(name, comment, values, form):
    """One constant array; form is `double` or `pair`."""
    kind = "Two<double>" if form is pair else "double"
    print(f"/// {comment}")
    print(f"inline constexpr {kind} {name}[] = {{")
    for value in values:
        print(f"    {form(value)},")
    print("};\n")


def exp_tail(r):
    """(e^r - 1 - r - r^2/2) / r^3, by its series near 0 where the formula cancels."""
    if abs(r) < mpf(2) ** -20:
        return mpf(1) / 6 + r / 24 + r**2 / 120 + r**3 / 720
    return (expm1(r) - r - r * r / 2) / r**3


def exp_rest(r):
    """(e^r - 1 - r) / r^2"""
    return (1 + r * exp_tail(r) * 2) / 2


def ratio_fit(function, m, n, nodes):
    """Numerator and denominator, of degrees m and n, whose quotient is the function at these m + n + 1 places: the powers
    from the constant up, the last of the denominator being 1."""
    size = m + n + 1
    system, right = matrix(size, size), matrix(size, 1)
    for i, t in enumerate(nodes):
        y = function(t)
        for j in range(m + 1):
            system[i, j] = t**j
        for j in range(n):
            system[i, m + 1 + j] = -y * t**j
        right[i] = y * t**n
    solution = list(lu_solve(system, right))
    return solution[: m + 1], solution[m + 1 :] + [mpf(1)]


def chebyshev_nodes(low, high, count):
    return [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * count)) for k in range(count)]


def power_ratio():
    """tanh(r ln(2) / 2) = b / a, as r (c0 + r^2) / (c1 + c2 r^2)."""
    edge = mpf(1) / 2 * (1 + mpf(2) ** -20)

    def inverse(square):
        r = sqrt(square)
        return r / tanh(r * ln2 / 2)

    (c1, c2), (c0, _) = ratio_fit(inverse, 1, 1, chebyshev_nodes(mpf(0), edge**2, 3))
    return [c0, c1, c2]


def upper_tail(t):
    """Phi(-t) / e^(-t^2/2): Mills' ratio over sqrt(2 pi)."""
    return exp(t * t / 2) * erfc(t / sqrt(2)) / 2


root = findroot(lambda t: sqrt(2 * pi) * upper_tail(t) - t, mpf("0.7517915246935645"))
centre, limit = mpf(3), mpf(39)  # t = 39: e^(-t^2/2) is far below the least subnormal


def of_u(function):
    return lambda u: function(centre * (1 + u) / (1 - u))


def mills_numerator(t):
    """upper_tail(t) = mills_numerator * (1 - u), u = (t - 3) / (t + 3)."""
    return upper_tail(t) * (t + centre) / (2 * centre)


def slope_factor(t):
    """(m(t) - t) / (t0 - t) / sqrt(2 pi), with m Mills' ratio and t0 its fixed point."""
    return (upper_tail(t) - t / sqrt(2 * pi)) / (root - t)


ln2 = log(mpf(2))
ln2_high = truncated(ln2, 42)
print("#pragma once\n")
print("// Generated by coefficients.py, which says how; change it there.\n")
print("#include \"two.hpp\"\n")
print("// clang-format off\n")
print("namespace activation::math {\n")
print("/// 42 bits of ln 2 and the next 42: times an integer below 2^11 both are exact.")
print(f"inline constexpr double ln2_high = {double(ln2_high)};")
print(f"inline constexpr double minus_ln2_low = {double(-truncated(ln2 - ln2_high, 42))};")
print(f"inline constexpr double ln2 = {double(ln2)};")
print(f"inline constexpr double log2_e = {double(1 / ln2)};")
print(f"inline constexpr double minus_log2_e = {double(-1 / ln2)};")
print(f"inline constexpr double half_minus_log2_e = {double(-1 / (2 * ln2))};\n")
edge = ln2 / 2 * (1 + mpf(2) ** -20)
step = ln2 / 64
step_high = truncated(step, 34)
print("/// 34 bits of ln(2)/64, times an integer below 2^17 exact, and the rest.")
print(f"inline constexpr double step_high = {double(step_high)};")
print(f"inline constexpr double step_low = {double(step - step_high)};")
print(f"inline constexpr double steps_per_unit = {double(1 / step)};\n")
table("exp_steps", "2^(j/64), and beside it what is missing, as a part of it", [mpf(2) ** (mpf(j) / 64) for j in range(64)], and_the_rest)
near = step / 2 * (1 + mpf(2) ** -20)
table("exp_tail", "(e^r - 1 - r) / r^2 on |r| <= ln(2)/128, to 2^-55: 2^-62 of r", least_fit(exp_rest, -near, near, mpf(2) ** -56), double)
table("exp_tail_near", "the same to 2^-43: 2^-57.6 of e^r", chebyshev_fit(exp_rest, -near, near, 3)[1], double)
table("exp_tail_single", "(e^r - 1 - r) / r^2 on |r| <= ln(2)/2, to 2^-30 of r: for float32", least_fit(exp_rest, -edge, edge, mpf(2) ** -29), double)
table("power_ratio", "2^r = (a + b) / (a - b) with a = c1 + c2 r^2, b = r (c0 + r^2), on |r| <= 1/2, to 2^-32, and 2^r - 1 to 2^-30 of itself: for float32", power_ratio(), double)
print("/// 1 / sqrt(2 pi)")
print(f"inline constexpr Two<double> density_at_0{pair(1 / sqrt(2 * pi))};")
print("/// The t at which Mills' ratio is t: minus this is the root of GELU's gradient.")
print(f"inline constexpr Two<double> gelu_root{pair(root)};\n")
highest = (limit - centre) / (limit + centre)
for name, text, function in (
    ("mills", "e^(t^2/2) Phi(-t) / (1 - u) in powers of u = (t - 3) / (t + 3), t in [0, 39], to 2^-57", mills_numerator),
    ("slope", "(m(t) - t) / (t0 - t) / sqrt(2 pi) in powers of the same u, to 2^-57", slope_factor),
):
    fit = least_fit(of_u(function), mpf(-1), highest, mpf(2) ** -58 * min(function(mpf(0)), function(limit)))
    table(f"{name}_lead", text + ": the first three powers", fit[:3], pair)
    table(f"{name}_tail", "and the rest", fit[3:], double)
    short = least_fit(of_u(function), mpf(-1), highest, mpf(2) ** -31 * min(function(mpf(0)), function(limit)))
    table(f"{name}_single", "the same to 2^-30: for float32", short, double)
far = (15 - centre) / (15 + centre)
places = [centre * (1 + u) / (1 - u) for u in chebyshev_nodes(mpf(-1), far, 11)]
over, under = ratio_fit(upper_tail, 5, 5, places)
table("mills_over", "e^(t^2/2) Phi(-t) on [0, 15] as a quotient of polynomials in t, to 2^-28: for float32. Its numerator", over, double)
table("mills_under", "and its denominator, less t^5", under[:-1], double)
selu_scale = mpf("1.0507009873554804934193349852946")
selu_alpha = mpf("1.6732632423543772848170429916717")
print("/// SELU's scale, its scale less 1, and its scale * alpha * 2^200")
print(f"inline constexpr double selu_scale = {double(selu_scale)};")
print(f"inline constexpr double selu_surplus = {double(selu_scale - 1)};")
print(f"inline constexpr Two<double> selu_left{pair(selu_scale * selu_alpha * mpf(2) ** 200)};")
print("}  // namespace activation::math")
