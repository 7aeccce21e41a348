#!/usr/bin/env python3
"""Writes roots.json: where f, f' and f'' of a function with its default parameters cross zero, to 159 bits.

    python3 tests/golden/roots.py            writes the file
    python3 tests/golden/roots.py --check    only says whether it is the same
"""

import json
import sys
from pathlib import Path

from exact.definitions import functions
from mpmath import mp, mpf, nstr

HERE = Path(__file__).parent

# Roots at 0 are left out, since there x itself is the factor; so are functions that have no other roots. GCU has as many
# roots as there are integers: the first six on each side are here.
SOUGHT = {
    **dict.fromkeys(
        ["gelu", "gelu_tanh", "quick_gelu", "silu", "swish", "mish", "hardswish", "gaussian", "serf", "logish"],
        {"f1": 12, "f2": 12},
    ),
    "tanhexp": {"f1": 12, "f2": 12},
    "lisht": {"f2": 12},
    "gcu": {"f": 12, "f1": 12, "f2": 12},
}
REACH = 25
STEP = mpf(1) / 16


def bisected(g, low, high):
    rising = g(high) > 0
    while high - low > mpf(2) ** (-mp.prec + 40):
        middle = (low + high) / 2
        if (g(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    with mp.workprec(400):
        return (low + high) / 2


def roots_of(g, most):
    """The crossings nearest to 0. A jump is none, as at the knots of hardswish, nor is a stretch of zeros."""
    edges = [STEP * i + STEP / 3 for i in range(int(-REACH / STEP), int(REACH / STEP))]
    found = []
    for low, high in zip(edges, edges[1:]):
        if g(low) * g(high) < 0:
            root = bisected(g, low, high)
            if abs(root) > mpf(2) ** -300 and abs(g(root)) < mpf(2) ** -300:
                found.append(root)
    return sorted(sorted(found, key=abs)[:most])


def written(root):
    hi = float(root)
    lo = float(root - mpf(hi))
    lo2 = float(root - mpf(hi) - mpf(lo))
    return {"dec": nstr(root, 40), "hi": hi.hex(), "lo": lo.hex(), "lo2": lo2.hex()}


def main():
    mp.prec = 600
    result = {}
    for name, quantities in SOUGHT.items():
        definition = functions[name]
        p = [mpf(value) for value in definition.parameters.values()]
        entry = {}
        for quantity, most in quantities.items():
            formula = getattr(definition, quantity)
            roots = [written(root) for root in roots_of(lambda x: formula(x, *p), most)]
            if roots:
                entry[quantity] = roots
        result[name] = entry
    text = json.dumps(result, indent=1) + "\n"
    path = HERE / "roots.json"
    if "--check" in sys.argv:
        sys.exit(None if path.read_text().strip() == text.strip() else "roots.json is another")
    path.write_text(text)


if __name__ == "__main__":
    main()
