"""Whether f' and f'' of a definition are the derivatives of f and f': by differences, at random points."""

from random import Random

from mpmath import mp, mpf


def worst_error(definition):
    rng = Random(1)
    step = mpf(2) ** -120
    worst = 0
    with mp.workprec(600):
        for values in (tuple(definition.parameters.values()), definition.others):
            p = [mpf(value) for value in values]
            if len(p) != len(definition.parameters):
                continue
            for _ in range(40):
                x = mpf(rng.uniform(-8, 8))
                for g, g1 in ((definition.f, definition.f1), (definition.f1, definition.f2)):
                    difference = (g(x + step, *p) - g(x - step, *p)) / (2 * step)
                    worst = max(worst, abs(difference - g1(x, *p)) / (abs(g1(x, *p)) + mpf(10) ** -20))
    return float(worst)
