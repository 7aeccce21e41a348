"""Results rounded a single time, with what the rounding took away.

A formula is computed with more and more bits until two precisions agree and no doubt about its last bits could change
the rounded result. A formula that is still on the edge at MOST_BITS is exact and lies on the middle between two
numbers of the format, or is exactly zero.
"""

from dataclasses import dataclass
from math import copysign, inf, isinf, isnan, ldexp

from mpmath import mp, mpf

MOST_BITS = 10000
BITS = [256, 384, 768, 1536, 2600, 4500, 7000, MOST_BITS]


@dataclass(frozen=True)
class Format:
    name: str
    digits: int  # of the significand, in bits
    least: int  # exponent of the smallest normal number
    most: int  # every finite number is below 2 ** most

    @property
    def tiny(self):
        """The smallest subnormal number."""
        return ldexp(1.0, self.least - self.digits + 1)

    @property
    def smallest(self):
        return ldexp(1.0, self.least)

    @property
    def largest(self):
        return ldexp(2.0 - ldexp(1.0, 1 - self.digits), self.most - 1)


DOUBLE = Format("d", 53, -1022, 1024)
SINGLE = Format("s", 24, -126, 128)
FORMATS = {f.name: f for f in (DOUBLE, SINGLE)}


def parts(y):
    """An mpf as integers: y = sign * m * 2 ** e."""
    sign, man, exponent, _ = y._mpf_
    return (-1 if sign else 1), int(man), exponent


def unit_exponent(y, fmt):
    """The exponent of one unit in the last place of y."""
    _, man, exponent = parts(y)
    return max(man.bit_length() + exponent - 1, fmt.least) - fmt.digits + 1


def nearest(y, fmt):
    """y as a number of the format, ties to even; a zero keeps the sign of y."""
    sign, man, exponent = parts(y)
    if man == 0:
        return 0.0
    unit = unit_exponent(y, fmt)
    shift = exponent - unit
    if shift >= 0:
        units = man << shift
    elif -shift > man.bit_length() + 2:
        units = 0
    else:
        units, rest = divmod(man, 1 << -shift)
        half = 1 << (-shift - 1)
        units += rest > half or (rest == half and units & 1)
    if units.bit_length() + unit > fmt.most:
        return sign * inf
    return sign * ldexp(units, unit)


def remainder(y, rounded, fmt):
    """(y - rounded) in units in the last place of y, as it is written in the files."""
    if isinf(rounded) or y == 0:
        return 0.0
    with mp.workprec(MOST_BITS + 200):
        e = float(mp.ldexp(y - mpf(rounded), -unit_exponent(y, fmt)))
    return e if abs(e) >= 1e-12 else 0.0


def certain(formula, fmt):
    """(rounded, exact) of a formula without arguments, which is called at rising precision. An int settles it."""
    last = None
    bits = 0
    for bits in BITS:
        with mp.workprec(bits):
            y = formula()
            if isinstance(y, int):  # exact, as mpf never is
                return float(y), mpf(y)
            y = +mpf(y)
        if last is not None and y != 0:
            # Half of the bits that both had is far more than what the formulas lose to cancellation, unless they lose
            # all: then the two do not agree.
            with mp.workprec(bits):
                doubt = max(abs(y - last), mp.ldexp(abs(y), -bits // 3))
                low, high = nearest(y - doubt, fmt), nearest(y + doubt, fmt)
                settled = low == high and doubt < mp.ldexp(abs(y), -80)
            if settled:
                return nearest(y, fmt), y
        last = y
    return nearest(last, fmt), last


def rounded(formula, fmt, digits=6):
    """(number, remainder as text) of a formula."""
    number, exact = certain(formula, fmt)
    return number, f"{remainder(exact, number, fmt):.{digits}g}"


def text(number):
    """A hex float as C writes it, without zeros at its end."""
    if isnan(number):
        return "nan"
    if isinf(number):
        return "-inf" if number < 0 else "inf"
    mantissa, exponent = number.hex().split("p")
    return f"{mantissa.rstrip('0').rstrip('.')}p{exponent}"


def number(written):
    return float(written) if written in ("nan", "inf", "-inf") else float.fromhex(written)


def in_format(x, fmt):
    """A double rounded to the format."""
    if fmt is DOUBLE or isnan(x) or isinf(x) or x == 0:
        return x
    with mp.workprec(60):
        return nearest(mpf(x), fmt)
