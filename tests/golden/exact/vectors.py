"""The vector functions of the catalog, for mpmath: y = f(x) and the vector-Jacobian product J(x)^T g.

x and g are lists of mpf; what comes back is a list of mpf, or of int where the number is exact. Entries of -inf weigh
nothing. Everything is written so that higher precision recovers what cancels.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Callable

from mpmath import exp, inf, isinf, log1p, mpf

from .definitions import functions
from .rounding import parts


@dataclass(frozen=True)
class VectorDefinition:
    y: Callable
    vjp: Callable
    parameters: dict = field(default_factory=dict)
    # The lengths that it takes are the multiples of this, given the parameters.
    multiple: Callable = lambda *p: 1


# --- softmax and its family -------------------------------------------------------------------------------------------


def weights(x, temperature):
    top = max(x)
    return [mpf(0) if isinf(one) else exp((one - top) / temperature) for one in x]


def softmax(x, temperature):
    w = weights(x, temperature)
    total = sum(w)
    return [0 if isinf(one) else one_w / total for one, one_w in zip(x, w)]


def softmax_vjp(x, g, temperature):
    if all(one == g[0] for one in g):
        return [0] * len(x)
    y = softmax(x, temperature)
    # Relative to one of them: what all g have in common cancels.
    shifted = [one - g[0] for one in g]
    mean = sum(a * b for a, b in zip(y, shifted))
    return [a * (b - mean) / temperature for a, b in zip(y, shifted)]


def log_total(x, temperature):
    """logsumexp(x / T) - max(x) / T"""
    w = weights(x, temperature)
    w.pop(x.index(max(x)))
    return log1p(sum(w)) if any(w) else 0


def log_softmax(x, temperature):
    top, total = max(x), log_total(x, temperature)
    if len(x) == 1:
        return [0]
    return [-inf if isinf(one) else (one - top) / temperature - total for one in x]


def log_softmax_vjp(x, g, temperature):
    total = sum(g)
    if len(x) == 1:
        return [0]
    return [(one - y * total) / temperature for one, y in zip(g, softmax(x, temperature))]


def logsumexp(x):
    return [max(x) + log_total(x, 1)]


def negated(x):
    return [-one for one in x]


# --- others -----------------------------------------------------------------------------------------------------------


def fraction(x):
    sign, man, exponent = parts(x)
    return sign * Fraction(man) * Fraction(2) ** exponent


def quotient(x):
    return mpf(x.numerator) / mpf(x.denominator) if x else 0


def support(x):
    """(threshold, indices of what stays positive), exact. A. Martins and R. Astudillo 2016, algorithm 1."""
    z = [None if isinf(one) else fraction(one) for one in x]
    total, count, threshold = Fraction(0), 0, None
    for one in sorted((one for one in z if one is not None), reverse=True):
        if 1 + (count + 1) * one <= total + one:
            break
        total, count = total + one, count + 1
        threshold = (total - 1) / count
    return threshold, [i for i, one in enumerate(z) if one is not None and one > threshold]


def sparsemax(x):
    threshold, inside = support(x)
    y = [0] * len(x)
    for i in inside:
        y[i] = quotient(fraction(x[i]) - threshold)
    return y


def sparsemax_vjp(x, g):
    _, inside = support(x)
    mean = sum(fraction(g[i]) for i in inside) / len(inside)
    out = [0] * len(x)
    for i in inside:
        out[i] = quotient(fraction(g[i]) - mean)
    return out


def hardmax(x):
    return [int(i == x.index(max(x))) for i in range(len(x))]


def gated_by(name):
    """a gate(b) with the halves a and b of x"""
    gate, gate1 = functions[name].f, functions[name].f1

    def y(x):
        half = len(x) // 2
        return [a * gate(b) for a, b in zip(x[:half], x[half:])]

    def vjp(x, g):
        half = len(x) // 2
        a, b = x[:half], x[half:]
        return [u * gate(v) for u, v in zip(g, b)] + [u * w * gate1(v) for u, v, w in zip(g, b, a)]

    return VectorDefinition(y, vjp, multiple=lambda: 2)


def groups(x, size):
    return [x[i : i + int(size)] for i in range(0, len(x), int(size))]


def maxout(x, size):
    return [max(group) for group in groups(x, size)]


def maxout_vjp(x, g, size):
    out = []
    for group, one in zip(groups(x, size), g):
        first = group.index(max(group))
        out += [one if i == first else 0 for i in range(len(group))]
    return out


vector_functions = {
    "softmax": VectorDefinition(softmax, softmax_vjp, {"temperature": 1.0}),
    "log_softmax": VectorDefinition(log_softmax, log_softmax_vjp, {"temperature": 1.0}),
    "softmin": VectorDefinition(
        lambda x: softmax(negated(x), 1), lambda x, g: negated(softmax_vjp(negated(x), g, 1))
    ),
    "logsumexp": VectorDefinition(logsumexp, lambda x, g: [g[0] * one for one in softmax(x, 1)]),
    "sparsemax": VectorDefinition(sparsemax, sparsemax_vjp),
    "hardmax": VectorDefinition(hardmax, lambda x, g: [0] * len(x)),
    "glu": gated_by("sigmoid"),
    "reglu": gated_by("relu"),
    "geglu": gated_by("gelu"),
    "swiglu": gated_by("silu"),
    "maxout": VectorDefinition(maxout, maxout_vjp, {"group": 2.0}, multiple=lambda size: int(size)),
}
