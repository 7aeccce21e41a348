"""Where a function is looked at: 400 points per format, 260 of them with the default parameters and 140 with others
where there are parameters. Up to a third are hard ones, near kinks, roots, and the points where f, f' or f'' become
subnormal, vanish, overflow or reach their limit; these are searched for. The rest is spread over all scales.

The generator is seeded with the name, so that the same points come out each time.
"""

from math import copysign, inf, ldexp, nan, nextafter
from random import Random

from mpmath import mp, mpf

from .rounding import FORMATS, in_format

COUNT = 400
COUNT_OF_DEFAULTS = 260
FAR = mpf(2) ** 1100

# The numbers of each format that are nearest to a multiple of pi / 2.
HARDEST_FOR_PI = {"d": ldexp(6381956970095103, 797), "s": ldexp(16367173, 72)}


def step(x, fmt, count):
    """The number of the format `count` places up from x."""
    up = inf if count > 0 else -inf
    for _ in range(abs(count)):
        y = nextafter(x, up)
        if fmt.name == "s":
            y = in_format(x + copysign(max(fmt.tiny, abs(x) * ldexp(0.75, -23)), up), fmt)
        x = y
    return max(-fmt.largest, min(fmt.largest, x))


class Traits:
    """Properties of (f, f', f'') that change at the points worth a look."""

    def __init__(self, definition, fmt, p):
        self.quantities, self.fmt, self.p = definition.quantities(), fmt, p
        with mp.workprec(3000):
            self.limits = {
                sign: [
                    None if none else g(sign * FAR, *p) for g, none in zip(self.quantities, definition.without_limit)
                ]
                for sign in (1, -1)
            }

    def equal(self, y, other):
        """The same number once rounded, or nearly so."""
        return abs(y - other) <= abs(other) * ldexp(1, -self.fmt.digits - 1)

    def at(self, x):
        found = []
        with mp.workprec(300):
            for g, limit in zip(self.quantities, self.limits[1 if x > 0 else -1]):
                y = g(mpf(x), *self.p)
                size = abs(y)
                found += [y > 0, y < 0]
                found += [size < self.fmt.smallest, size < self.fmt.tiny / 2, size >= mpf(2) ** self.fmt.most]
                # Where f arrives at its limit, and where at the line y = x.
                found += [limit is not None and self.equal(y, limit), self.equal(y, mpf(x))]
        return found


def scan(definition, fmt):
    """Numbers of the format, in order, between which to look. Where f oscillates for ever there is no end of roots."""
    powers = [ldexp(m, e) for e in range(fmt.least - fmt.digits + 1, fmt.most) for m in (1, 1.4)]
    if any(definition.without_limit):
        powers = [x for x in powers if x < 20]
    fine = [0.09 * i + 0.0123 for i in range(-230, 230)]
    return sorted({in_format(x, fmt) for x in (*powers, *(-x for x in powers), *fine)})


def hard_places(definition, fmt, parameters):
    """The kinks, and numbers of the format on the left of which a trait is another than on the right."""
    p = [mpf(value) for value in parameters]
    traits = Traits(definition, fmt, p)
    places = [in_format(float(knot), fmt) for knot in definition.kinks(p)]
    known = [(x, traits.at(x)) for x in scan(definition, fmt)]
    for (a, left), (b, right) in zip(known, known[1:]):
        for trait in range(len(left)):
            if left[trait] != right[trait]:
                places.append(last_before(traits, trait, right[trait], a, b, fmt))
    return sorted(set(places))


def last_before(traits, trait, changed, low, high, fmt):
    while True:
        middle = in_format(low / 2 + high / 2, fmt)
        if not low < middle < high:
            return low
        if traits.at(middle)[trait] == changed:
            high = middle
        else:
            low = middle


def hard_points(rng, fmt, places, most):
    """Each place with its neighbours near and far; of many places, those near 0 first."""
    points = []
    for place in sorted(places, key=abs):
        unit = max(abs(place), fmt.tiny)
        around = [step(place, fmt, i) for i in (-1, 0, 1, 2)]
        around += [step(place, fmt, rng.randint(3, 60) * rng.choice((-1, 1)))]
        around += [place + rng.choice((-1, 1)) * unit * 2.0 ** -rng.uniform(3, fmt.digits - 4) for _ in range(3)]
        points += around
    unique = list(dict.fromkeys(in_format(x, fmt) for x in points))
    if len(unique) <= most:
        return unique
    nearest_ones = unique[: most // 2]
    return nearest_ones + rng.sample(unique[most // 2 :], most - most // 2)


def easy_point(rng, fmt):
    """One of the kinds below, all magnitudes and both signs."""
    sign = rng.choice((-1, 1))
    wide = (40, 120, 800) if fmt.name == "d" else (40, 120)
    kind = rng.random()
    if kind < 0.34:
        return rng.uniform(-10, 10)
    if kind < 0.54:
        return sign * ldexp(rng.uniform(1, 2), rng.randint(-30, 5))
    if kind < 0.68:
        return sign * ldexp(rng.uniform(1, 2), rng.randint(fmt.least, fmt.most - 1))
    if kind < 0.86:
        reach = rng.choice(wide)
        return rng.uniform(-reach, reach)
    if kind < 0.90:
        return sign * ldexp(rng.random(), fmt.least - rng.randint(0, fmt.digits - 3))
    if kind < 0.95:
        return step(sign * ldexp(1.0, rng.randint(-60, 50)), fmt, rng.choice((-2, -1, 0, 1, 2)))
    return sign * rng.randint(1, 600) / 20


def special_points(fmt):
    positive = [0.0, fmt.tiny, 2 * fmt.tiny, step(fmt.smallest, fmt, -1), fmt.smallest, 2 * fmt.smallest, 1.0, fmt.largest]
    return [nan, *(s * x for x in (*positive, inf) for s in (-1.0, 1.0))]


def order(x):
    return (x == x, x, copysign(1, x))


def points_of(rng, fmt, definition, parameters, count):
    chosen = {order(x): x for x in special_points(fmt)}
    if any(definition.without_limit):
        for x in (HARDEST_FOR_PI[fmt.name], -HARDEST_FOR_PI[fmt.name]):
            chosen[order(x)] = x
    for x in hard_points(rng, fmt, hard_places(definition, fmt, parameters), count // 3):
        chosen[order(x)] = x
    while len(chosen) < count:
        x = in_format(easy_point(rng, fmt), fmt)
        chosen[order(x)] = x
    return [chosen[key] for key in sorted(chosen, key=lambda k: (k[0], 0 if not k[0] else k[1], k[2]))]


def points(name, definition):
    """[(format, parameters, x)]"""
    rng = Random(name)
    rows = []
    for fmt in FORMATS.values():
        defaults = tuple(in_format(float(p), fmt) for p in definition.parameters.values())
        sets = [(defaults, COUNT_OF_DEFAULTS if defaults else COUNT)]
        if defaults:
            others = tuple(in_format(float(p), fmt) for p in definition.others)
            sets.append((others, COUNT - COUNT_OF_DEFAULTS))
        for parameters, count in sets:
            rows += [(fmt, parameters, x) for x in points_of(rng, fmt, definition, parameters, count)]
    return rows
