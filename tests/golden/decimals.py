#!/usr/bin/env python3
"""Writes decimals.csv: decimal texts and the double nearest to each (ties to even), from exact rational arithmetic.

python3 tests/golden/decimals.py > tests/golden/decimals.csv
"""
import random
from fractions import Fraction

LARGEST = Fraction(2) ** 1024 - Fraction(2) ** 970
LEAST = Fraction(2) ** -1074


def nearest(text):
    """The nearest double by its definition, as a hex float; not by float(), which is what others compare with."""
    negative = text.startswith("-")
    exact = Fraction(text.lstrip("+-"))
    if exact == 0:
        return "-0x0p+0" if negative else "0x0p+0"
    exponent = exact.numerator.bit_length() - exact.denominator.bit_length() - 53
    while exact / Fraction(2) ** exponent >= 2**53:
        exponent += 1
    while exact / Fraction(2) ** exponent < 2**52:
        exponent -= 1
    exponent = max(exponent, -1074)
    scaled = exact / Fraction(2) ** exponent
    whole = scaled.numerator // scaled.denominator
    rest = scaled - whole
    if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1):
        whole += 1
    value = whole * Fraction(2) ** exponent
    if value > LARGEST:
        result = "inf"
    else:
        result = float(whole * Fraction(2) ** exponent).hex()
        assert Fraction(float.fromhex(result)) == value
    return "-" + result if negative else result


def decimal(exact):
    """All digits of a dyadic rational."""
    places = exact.denominator.bit_length() - 1
    digits = str(exact.numerator * 5**places)
    return f"{digits}e-{places}"


def main():
    random.seed(3)
    texts = ["0", "-0", "1", ".5", "5.", "+2.50", "-1e-3", "1E5", "0.1", "0e9999", "1e-9999", "1e309", "-1e309"]
    texts += ["9007199254740992.5", "9007199254740993", "9007199254740995", "123456789012345678901234567890"]
    texts += ["1e22", "1e23", "8.5e22", "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308"]
    texts += ["2.2250738585072011e-308", "2.2250738585072014e-308", "4.9e-324", "2.4703282292062327e-324"]
    texts += ["2.4703282292062328e-324", "00000000000000000000000000000000.0000000000000000000000000000001"]
    texts += ["1" + "0" * 330 + "e-330", "0." + "0" * 330 + "1e331", "3" * 900 + "e-890", "0." + "7" * 1100]
    ties = [LARGEST + Fraction(2) ** 969, LEAST / 2, LEAST * 3 / 2, Fraction(2**53 + 1)]
    for _ in range(40):
        bits = random.getrandbits(52) | 1 << 52
        ties.append((2 * bits + 1) * Fraction(2) ** random.randint(-1074, 970))
    for _ in range(10):
        ties.append((2 * random.getrandbits(random.randint(1, 51)) + 1) * LEAST / 2)
    for tie in ties:
        exact = decimal(tie)
        digits, power = exact.split("e")
        texts += [exact, digits + "0" * 30 + "1e" + str(int(power) - 31), str(int(digits) - 1) + "9" * 30 + "e" + str(int(power) - 30)]
    for _ in range(300):
        digits = random.randint(1, 25)
        texts.append(f"{random.randint(0, 10**digits)}.{random.randint(0, 10**random.randint(1, 20))}e{random.randint(-340, 310)}")
        texts.append(repr(random.gauss(0, 1)))
    print("text,nearest")
    for text in texts:
        print(f"{text},{nearest(text)}")


main()
