#!/usr/bin/env python3
"""Writes vector_functions.jsonl: vector functions with their vector-Jacobian products, each number rounded once.

    python3 tests/golden/vector_functions.py            writes the file
    python3 tests/golden/vector_functions.py --check    computes y and vjp of softmax_family.jsonl again and compares

Needs mpmath. Definitions: exact/vectors.py. The vectors are the same each time.
"""

import json
import sys
from math import inf, isinf, isnan, nan
from multiprocessing import Pool
from pathlib import Path
from random import Random

from exact.rounding import FORMATS, in_format, number, rounded, text
from exact.vectors import vector_functions
from mpmath import mp, mpf

HERE = Path(__file__).parent


def each(formula, fmt):
    """(numbers, remainders) of a formula that gives a list: it is called once for each precision."""
    known = {}

    def element(i):
        if mp.prec not in known:
            known[mp.prec] = formula()
        return known[mp.prec][i]

    count = len(formula())
    results = []
    for i in range(count):
        first = element(i)
        known_limit = not isinstance(first, int) and isinf(first)
        results.append((float(first), "0") if known_limit else rounded(lambda: element(i), fmt, 5))
    return [y for y, _ in results], [float(e) if "." in e or "e" in e else int(e) for _, e in results]


def solve(function, fmt, parameters, x, g):
    definition = vector_functions[function]
    x, g, p = [[mpf(one) for one in numbers] for numbers in (x, g, parameters)]
    y, ey = each(lambda: definition.y(x, *p), fmt)
    vjp, evjp = each(lambda: definition.vjp(x, g, *p), fmt)
    return {"y": [text(one) for one in y], "ey": ey, "vjp": [text(one) for one in vjp], "evjp": evjp}


# --- writing ----------------------------------------------------------------------------------------------------------


def vector(rng, fmt, tag, n):
    kinds = {
        "uniform": lambda i: rng.uniform(-5, 5),
        "close": lambda i: rng.gauss(0, 0.3),
        "offset": lambda i: 1000 + rng.gauss(0, 2),
        "wide": lambda i: rng.uniform(-60, 60),
        "ties": lambda i: rng.randint(-2, 2) / 4,
        "equal": lambda i: 0.3,
        "tiny": lambda i: rng.choice((-1, 1)) * rng.random() * 2.0 ** rng.randint(fmt.least - 10, fmt.least + 40),
        "dominant": lambda i: 40.0 if i == n // 2 else rng.gauss(0, 1),
        "minus_inf": lambda i: -inf if i % 3 == 1 else rng.gauss(0, 2),
    }
    return [in_format(kinds[tag](i), fmt) for i in range(n)]


TAGS = {
    "softmax": ["uniform", "close", "offset", "wide", "ties", "equal", "dominant", "minus_inf"],
    "log_softmax": ["uniform", "close", "offset", "wide", "ties", "equal", "dominant", "minus_inf"],
    "sparsemax": ["uniform", "close", "offset", "wide", "ties", "equal", "tiny", "minus_inf"],
    "hardmax": ["uniform", "offset", "ties", "equal", "tiny", "minus_inf"],
    "maxout": ["uniform", "ties", "tiny", "minus_inf"],
    **dict.fromkeys(["glu", "reglu", "geglu", "swiglu"], ["uniform", "close", "wide", "ties", "tiny"]),
}
TEMPERATURES = [0.5, 2.0, 0.1, 7.5, 0.01, 100.0]
LENGTHS = [1, 2, 3, 5, 8, 17, 33, 60]


def jobs():
    rng = Random("vector_functions")
    for fmt in FORMATS.values():
        for function, tags in TAGS.items():
            definition = vector_functions[function]
            for i, tag in enumerate(tags * 2 + ["uniform"]):
                parameters = []
                if function in ("softmax", "log_softmax"):
                    parameters = [in_format(TEMPERATURES[i % len(TEMPERATURES)], fmt)]
                elif function == "maxout":
                    parameters = [float((2, 3, 5, 1)[i % 4])]
                multiple = definition.multiple(*parameters)
                n = 1000 if i == 2 * len(tags) else LENGTHS[(3 * i + 1) % len(LENGTHS)] * multiple
                n -= n % multiple
                x = vector(rng, fmt, tag, n)
                m = len(definition.y([mpf(one) for one in x], *parameters))
                g = [in_format(rng.gauss(0, 1), fmt) for _ in range(m)]
                record = {"fmt": fmt.name, "function": function, "tag": tag, "n": n}
                yield {**record, "parameters": parameters, "x": x, "g": g}


def compute(record):
    fmt = FORMATS[record["fmt"]]
    solution = solve(record["function"], fmt, record["parameters"], record["x"], record["g"])
    for key in ("parameters", "x", "g"):
        record[key] = [text(one) for one in record[key]]
    return json.dumps({**record, **solution}, separators=(",", ":"))


# --- checking ---------------------------------------------------------------------------------------------------------


def weightless(x, function):
    """NaN wherever there is one, or a +inf, or nothing but -inf; None where everything is finite enough."""
    signed = [-one for one in x] if function == "softmin" else x
    if any(isnan(one) for one in x):
        return nan
    if max(signed) == inf:
        return inf if function == "logsumexp" else nan
    if max(signed) == -inf:
        return -inf if function == "logsumexp" else nan
    return None


def same(old, new):
    return old == new or (number(old) == 0 and number(new) == 0)


def differences(line):
    record = json.loads(line)
    fmt = FORMATS[record["fmt"]]
    x = [number(one) for one in record["x"]]
    found = []
    for function in ("softmax", "log_softmax", "softmin", "logsumexp"):
        if function not in record:
            continue
        old = record[function]
        special = weightless(x, function)
        if special is not None:
            if any(one != text(special) for one in old["y"]):
                found.append(f"{function} of {record['tag']}: {old['y']}")
            continue
        signed = [-one for one in x] if function == "softmin" else x
        if function == "softmin" and record["gmode"] == "special":
            continue
        g = [1.0] if function == "logsumexp" else [number(one) for one in record.get("g", ["0x0p+0"] * len(x))]
        parameters = [1.0] if function in ("softmax", "log_softmax") else []
        new = solve(function, fmt, parameters, x, g)
        for key, remainder in (("y", "ey"), ("vjp", "evjp")):
            numbers = old.get(key, [])
            for i, (one, e) in enumerate(zip(numbers, old.get(remainder, [0] * len(numbers)))):
                again, e_again = new[key][i], new[remainder][i]
                if not same(one, again) or abs(e - e_again) > 1.1e-5:
                    place = f"{function} {key} {record['fmt']} {record['tag']} n={record['n']} [{i}]"
                    found.append(f"{place}: {one} {e} but is {again} {e_again}")
    return found


def main():
    with Pool() as pool:
        if "--check" in sys.argv:
            lines = (HERE / "softmax_family.jsonl").read_text().splitlines()
            found = [one for several in pool.imap(differences, lines) for one in several]
            print("\n".join(found[:50]))
            sys.exit(f"{len(found)} numbers differ" if found else None)
        lines = list(pool.imap(compute, jobs()))
    (HERE / "vector_functions.jsonl").write_text("\n".join(lines) + "\n")
    print(f"{len(lines)} records")


if __name__ == "__main__":
    main()
