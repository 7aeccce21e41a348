"""The elementwise functions of the catalog with their derivatives, for mpmath.

Formulas are written so that nothing is lost for good where numbers are large or small (e^-x before 1 + e^-x); what
cancels near roots is recovered by precision, see rounding.py. Constants are exact. Conventions at kinks: README.md.
"""

from dataclasses import dataclass, field
from typing import Callable

from mpmath import atan, cos, erf, erfc, exp, expm1, log1p, mp, mpf, pi, sin, sqrt, tanh


@dataclass(frozen=True)
class Definition:
    f: Callable
    f1: Callable
    f2: Callable
    parameters: dict = field(default_factory=dict)  # name: default
    others: tuple = ()  # values of the parameters, in order, for the points that do not take the defaults
    kinks: Callable = lambda p: []
    # Which of f, f', f'' have no limit at infinity.
    without_limit: tuple = (False, False, False)

    def quantities(self):
        return self.f, self.f1, self.f2


def half(n=1):
    return mpf(n) / 2


# --- what several share ---------------------------------------------------------------------------------------------


def logistic(x):
    e = exp(-abs(x))
    return 1 / (1 + e) if x >= 0 else e / (1 + e)


def logistic1(x):
    e = exp(-abs(x))
    return e / (1 + e) ** 2


def logistic2(x):
    return -logistic1(x) * tanh(x / 2)


def softplus(x):
    return max(x, mpf(0)) + log1p(exp(-abs(x)))


def sech2(x):
    """1 - tanh(x)^2"""
    return 4 * logistic1(2 * x)


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def normal(x):
    """The normal distribution function. Far out by its asymptotic series, which mpmath would have to be patient for."""
    if abs(x) < 2**20:
        return erfc(-x / sqrt(mpf(2))) / 2
    term = total = mpf(1)
    n = 1
    while abs(term) > mp.eps:
        term *= -(2 * n - 1) / (x * x)
        total += term
        n += 1
    tail = density(x) / abs(x) * total
    return tail if x < 0 else 1 - tail


def gated(gate, gate1, gate2, **rest):
    """x * gate(x)"""
    return Definition(
        lambda x, *p: x * gate(x, *p),
        lambda x, *p: gate(x, *p) + x * gate1(x, *p),
        lambda x, *p: 2 * gate1(x, *p) + x * gate2(x, *p),
        **rest,
    )


def gated_logistic(w, w1, w2, **rest):
    """x * sigma(w(x))"""
    return gated(
        lambda x, *p: logistic(w(x, *p)),
        lambda x, *p: logistic1(w(x, *p)) * w1(x, *p),
        lambda x, *p: logistic2(w(x, *p)) * w1(x, *p) ** 2 + logistic1(w(x, *p)) * w2(x, *p),
        **rest,
    )


def pieces(knots, values, gradients, curvatures, at_knots1, at_knots2, **rest):
    """Pieces between knots: each list has one more formula than there are knots. f is continuous or, where it is not,
    belongs to the piece on the left; f' and f'' at the knots are given."""

    def place(x, *p):
        k = knots(*p)
        return next((i for i, knot in enumerate(k) if x <= knot), len(k)), k

    def f(x, *p):
        i, _ = place(x, *p)
        return values[i](x, *p)

    def derivative(formulas, at_knots):
        def g(x, *p):
            i, k = place(x, *p)
            if i < len(k) and x == k[i]:
                return mpf(at_knots[i](*p))
            return mpf(formulas[i](x, *p))

        return g

    return Definition(
        f, derivative(gradients, at_knots1), derivative(curvatures, at_knots2), kinks=lambda p: knots(*p), **rest
    )


def zero(*_):
    return mpf(0)


def one(*_):
    return mpf(1)


def identity(x, *_):
    return x


def half_line(slope, **rest):
    """x > 0 ? x : slope * x, f'(0) = slope"""
    return pieces(
        lambda *p: [mpf(0)],
        [lambda x, *p: slope(*p) * x, identity],
        [lambda x, *p: slope(*p), one],
        [zero, zero],
        [slope],
        [zero],
        **rest,
    )


def exponential_left(scale, rate, right=one, **rest):
    """x > 0 ? right * x : scale * (e^(rate * x) - 1), f'(0) from the left"""
    return pieces(
        lambda *p: [mpf(0)],
        [lambda x, *p: scale(*p) * expm1(rate(x, *p)), lambda x, *p: right(*p) * x],
        [lambda x, *p: scale(*p) * rate(mpf(1), *p) * exp(rate(x, *p)), lambda x, *p: right(*p)],
        [lambda x, *p: scale(*p) * rate(mpf(1), *p) ** 2 * exp(rate(x, *p)), zero],
        [lambda *p: scale(*p) * rate(mpf(1), *p)],
        [zero],
        **rest,
    )


# --- the functions ----------------------------------------------------------------------------------------------------


# SELU's constants are where mean 0 and variance 1 are a fixed point: these are exact, 1.67326... and 1.05070....


def selu_alpha():
    return sqrt(2 / pi) / (1 - erfc(1 / sqrt(mpf(2))) * sqrt(exp(1)))


def selu_scale():
    a = erfc(1 / sqrt(mpf(2))) * sqrt(exp(1))
    b = erfc(sqrt(mpf(2))) * exp(2)
    return (1 - a) * sqrt(2 * pi / (2 * b + pi * a**2 - 2 * (2 + pi) * a + pi + 2))


functions = {
    "linear": Definition(identity, one, zero),
    "relu": half_line(zero),
    "leaky_relu": half_line(lambda s: s, parameters={"negative_slope": 0.01}, others=(0.2,)),
    "prelu": half_line(lambda a: a, parameters={"weight": 0.25}, others=(0.1,)),
    "rrelu": half_line(
        lambda lower, upper: (lower + upper) / 2, parameters={"lower": 1 / 8, "upper": 1 / 3}, others=(0.01, 0.7)
    ),
    "relu6": pieces(
        lambda: [mpf(0), mpf(6)],
        [zero, identity, lambda x: mpf(6)],
        [zero, one, zero],
        [zero] * 3,
        [zero] * 2,
        [zero] * 2,
    ),
    "threshold": pieces(
        lambda t, v: [t],
        [lambda x, t, v: v, identity],
        [zero, one],
        [zero, zero],
        [zero],
        [zero],
        parameters={"threshold": 0.1, "value": 20.0},
        others=(-1.5, 0.3),
    ),
    "thresholded_relu": pieces(
        lambda t: [t],
        [zero, identity],
        [zero, one],
        [zero, zero],
        [zero],
        [zero],
        parameters={"theta": 1.0},
        others=(0.3,),
    ),
    "squared_relu": pieces(
        lambda: [mpf(0)],
        [zero, lambda x: x * x],
        [zero, lambda x: 2 * x],
        [zero, lambda x: 2],
        [zero],
        [zero],
    ),
    "elu": exponential_left(lambda a: a, lambda x, a: x, parameters={"alpha": 1.0}, others=(1.5,)),
    "celu": exponential_left(lambda a: a, lambda x, a: x / a, parameters={"alpha": 1.0}, others=(2.0,)),
    "selu": exponential_left(lambda: selu_scale() * selu_alpha(), lambda x: x, right=selu_scale),
    "gelu": Definition(
        lambda x: x * normal(x),
        lambda x: normal(x) + x * density(x),
        lambda x: density(x) * (2 - x * x),
    ),
    "gelu_tanh": gated_logistic(
        lambda x: 2 * sqrt(2 / pi) * (x + mpf(44715) / 10**6 * x**3),
        lambda x: 2 * sqrt(2 / pi) * (1 + 3 * mpf(44715) / 10**6 * x**2),
        lambda x: 2 * sqrt(2 / pi) * (6 * mpf(44715) / 10**6 * x),
    ),
    "quick_gelu": gated_logistic(lambda x: mpf(1702) / 1000 * x, lambda x: mpf(1702) / 1000, zero),
    "silu": gated_logistic(identity, one, zero),
    "swish": gated_logistic(lambda x, b: b * x, lambda x, b: b, zero, parameters={"beta": 1.0}, others=(1.5,)),
    "mish": gated(
        lambda x: tanh(softplus(x)),
        lambda x: sech2(softplus(x)) * logistic(x),
        lambda x: sech2(softplus(x)) * (logistic1(x) - 2 * tanh(softplus(x)) * logistic(x) ** 2),
    ),
    "softplus": Definition(
        lambda x, b: softplus(b * x) / b,
        lambda x, b: logistic(b * x),
        lambda x, b: b * logistic1(b * x),
        parameters={"beta": 1.0},
        others=(2.0,),
    ),
    "squareplus": Definition(
        lambda x, b: (x + sqrt(x * x + b)) / 2 if x >= 0 else b / (2 * (sqrt(x * x + b) - x)),
        lambda x, b: (1 + x / sqrt(x * x + b)) / 2 if x >= 0 else b / (2 * (sqrt(x * x + b) - x) * sqrt(x * x + b)),
        lambda x, b: b / (2 * sqrt(x * x + b) ** 3),
        parameters={"b": 4.0},
        others=(1.0,),
    ),
    "sparse_plus": pieces(
        lambda: [mpf(-1), mpf(1)],
        [zero, lambda x: (x + 1) ** 2 / 4, identity],
        [zero, lambda x: (x + 1) / 2, one],
        [zero, lambda x: half(), zero],
        [zero, one],
        [zero, zero],
    ),
    "smelu": pieces(
        lambda b: [-b, b],
        [zero, lambda x, b: (x + b) ** 2 / (4 * b), identity],
        [zero, lambda x, b: (x + b) / (2 * b), one],
        [zero, lambda x, b: 1 / (2 * b), zero],
        [zero, one],
        [zero, zero],
        parameters={"beta": 1.0},
        others=(0.7,),
    ),
    "serf": gated(
        lambda x: erf(softplus(x)),
        lambda x: 2 / sqrt(pi) * exp(-(softplus(x) ** 2)) * logistic(x),
        lambda x: 2 / sqrt(pi) * exp(-(softplus(x) ** 2)) * (logistic1(x) - 2 * softplus(x) * logistic(x) ** 2),
    ),
    "logish": gated(
        lambda x: log1p(logistic(x)),
        lambda x: logistic1(x) / (1 + logistic(x)),
        lambda x: logistic2(x) / (1 + logistic(x)) - (logistic1(x) / (1 + logistic(x))) ** 2,
    ),
    # From 100 on the gate is 1 to 10^43 digits, and e^e^x out of reach for mpmath.
    "tanhexp": gated(
        lambda x: tanh(exp(min(x, mpf(100)))),
        lambda x: sech2(exp(min(x, mpf(100)))) * exp(min(x, mpf(100))),
        lambda x: sech2(exp(min(x, mpf(100))))
        * exp(min(x, mpf(100)))
        * (1 - 2 * exp(min(x, mpf(100))) * tanh(exp(min(x, mpf(100))))),
    ),
    "lisht": Definition(
        lambda x: x * tanh(x),
        lambda x: tanh(x) + x * sech2(x),
        lambda x: 2 * sech2(x) * (1 - x * tanh(x)),
    ),
    "bent_identity": Definition(
        lambda x: x * x / (2 * (sqrt(x * x + 1) + 1)) + x,
        lambda x: x / (2 * sqrt(x * x + 1)) + 1,
        lambda x: 1 / (2 * sqrt(x * x + 1) ** 3),
    ),
    "sigmoid": Definition(logistic, logistic1, logistic2),
    "logsigmoid": Definition(lambda x: -softplus(-x), lambda x: logistic(-x), lambda x: -logistic1(x)),
    "tanh": Definition(tanh, sech2, lambda x: -2 * tanh(x) * sech2(x)),
    "lecun_tanh": Definition(
        lambda x: mpf(17159) / 10000 * tanh(2 * x / 3),
        lambda x: mpf(17159) / 15000 * sech2(2 * x / 3),
        lambda x: -2 * mpf(17159) / 22500 * tanh(2 * x / 3) * sech2(2 * x / 3),
    ),
    "softsign": pieces(
        lambda: [mpf(0)],
        [lambda x: x / (1 - x), lambda x: x / (1 + x)],
        [lambda x: 1 / (1 - x) ** 2, lambda x: 1 / (1 + x) ** 2],
        [lambda x: 2 / (1 - x) ** 3, lambda x: -2 / (1 + x) ** 3],
        [one],
        [zero],
    ),
    "arctan": Definition(atan, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2),
    "isru": Definition(
        lambda x, a: x / sqrt(1 + a * x * x),
        lambda x, a: 1 / sqrt(1 + a * x * x) ** 3,
        lambda x, a: -3 * a * x / sqrt(1 + a * x * x) ** 5,
        parameters={"alpha": 1.0},
        others=(3.0,),
    ),
    "step": pieces(lambda: [mpf(0)], [zero, one], [zero, zero], [zero, zero], [zero], [zero]),
    "hardtanh": pieces(
        lambda low, high: [low, high],
        [lambda x, low, high: low, identity, lambda x, low, high: high],
        [zero, one, zero],
        [zero] * 3,
        [zero] * 2,
        [zero] * 2,
        parameters={"min_val": -1.0, "max_val": 1.0},
        others=(-2.5, 0.7),
    ),
    "hardsigmoid": pieces(
        lambda: [mpf(-3), mpf(3)],
        [zero, lambda x: (x + 3) / 6, one],
        [zero, lambda x: mpf(1) / 6, zero],
        [zero] * 3,
        [zero] * 2,
        [zero] * 2,
    ),
    "hardswish": pieces(
        lambda: [mpf(-3), mpf(3)],
        [zero, lambda x: x * (x + 3) / 6, identity],
        [zero, lambda x: (2 * x + 3) / 6, one],
        [zero, lambda x: mpf(1) / 3, zero],
        [zero, one],
        [zero, zero],
    ),
    "sparse_sigmoid": pieces(
        lambda: [mpf(-1), mpf(1)],
        [zero, lambda x: (x + 1) / 2, one],
        [zero, lambda x: half(), zero],
        [zero] * 3,
        [zero] * 2,
        [zero] * 2,
    ),
    # f belongs to the middle at both knots, which the left piece gives as well: x + l is 0 at -l.
    "softshrink": pieces(
        lambda l: [-l, l],
        [lambda x, l: x + l, zero, lambda x, l: x - l],
        [one, zero, one],
        [zero] * 3,
        [zero] * 2,
        [zero] * 2,
        parameters={"lambd": 0.5},
        others=(0.1,),
    ),
    "hardshrink": pieces(
        lambda l: [-l, l],
        [lambda x, l: x if x < -l else mpf(0), zero, identity],
        [one, zero, one],
        [zero] * 3,
        [zero] * 2,
        [zero] * 2,
        parameters={"lambd": 0.5},
        others=(0.1,),
    ),
    "tanhshrink": Definition(
        lambda x: x - tanh(x), lambda x: tanh(x) ** 2, lambda x: 2 * tanh(x) * sech2(x)
    ),
    "sin": Definition(sin, cos, lambda x: -sin(x), without_limit=(True, True, True)),
    "snake": Definition(
        lambda x, a: x + sin(a * x) ** 2 / a,
        lambda x, a: 1 + sin(2 * a * x),
        lambda x, a: 2 * a * cos(2 * a * x),
        parameters={"a": 1.0},
        others=(0.5,),
        without_limit=(False, True, True),
    ),
    "gcu": Definition(
        lambda x: x * cos(x),
        lambda x: cos(x) - x * sin(x),
        lambda x: -2 * sin(x) - x * cos(x),
        without_limit=(True, True, True),
    ),
    "gaussian": Definition(
        lambda x: exp(-x * x), lambda x: -2 * x * exp(-x * x), lambda x: (4 * x * x - 2) * exp(-x * x)
    ),
    "exponential": Definition(exp, exp, exp),
}
