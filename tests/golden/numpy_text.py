#!/usr/bin/env python3
"""Writes numpy_text.json: how NumPy 1.24 prints arrays, and Python 3 floats.

    python3 tests/golden/numpy_text.py > tests/golden/numpy_text.json
"""
import json
import math

import numpy as np

random = np.random.default_rng(2024)
arrays = []
floats = []


def array(values):
    values = np.asarray(values, dtype=float)
    text = str(values)
    arrays.append({"shape": list(values.shape), "hex": [float(v).hex() for v in values.ravel()], "text": text})


def number(value):
    value = float(value)
    floats.append({"hex": value.hex(), "text": repr(value), "fixed": f"{value:.4f}"})


x = np.array([2.0, 1.0, 0.1])
array(np.exp(x - x.max()) / np.exp(x - x.max()).sum())
for values in (
    [], [0], [1], [-1], [0.1], [1, 2, 3], [0, 0, 0], [-0.0, 0.0], [1.5, -2.25], [0.5, 100], [1, 1000], [1, 1001],
    [0.001, 1], [0.0009, 1], [1e-4], [9.9e-5], [1e8], [99999999.0], [99999999.12345678], [1e-300, 1e300], [5e-324],
    [1.7976931348623157e308], [1e16, 1], [123456.789], [1e5, 200], [math.nan], [math.inf], [-math.inf],
    [math.nan, 1], [math.inf, 1.5], [-math.inf, 1.5], [math.nan, math.inf, -math.inf], [math.nan, 0.123456789],
    [math.inf, 1e-10], [-math.inf, 1e10, -3], [math.nan, -1], [1 / 512], [3 / 512, 1], [5 / 512, -7 / 512],
    [1000000005.0], [1000000015.0], [1e100, 1e-100], [1e-5, 1e-100], [1, 1e22], [0.1 + 0.2], [1 / 3, 2 / 3],
    [0.99999999999], [9.999999999e9], [0.000099999999999], [-1e-9, 0], [12345678.9, 12345.6789], [-0.0], [-0.0, 1e-7],
    [1, math.nan, 1e-7], [2.0, 10.0, 3.25], [0.30000000000000004, 0.7], [1e-4, 0.1], [100, 0.1], [99.99, 0.0999],
):
    array(values)
array(np.zeros((2, 2)))
array([[1, 2, 3], [4, 5, 6]])
array([[0.5, 0.1]])
array([[1e-9, 1], [2, 3]])
array([[math.nan, 1], [math.inf, -2.5]])
array(np.full((3, 1), 0.25))
array(np.linspace(-5, 5, 200))
array(np.linspace(-10, 10, 21))
array(np.arange(1001) / 8)
array(np.arange(2000).reshape(2, 1000) / 7)
array(np.arange(2000).reshape(1000, 2) / 7)
array(np.arange(2500).reshape(50, 50) / 3)
array(np.arange(1000) / 16)
np.random.seed(42)
array(np.random.rand(10, 10))
np.random.seed(42)
array(np.random.randn(2, 3))
array(np.random.randn(3, 1))
array(np.random.randn(5, 3))
array(np.random.randn(10, 10) * 1e-3)
array(np.random.randn(4, 12) * 1e6)
for _ in range(220):
    n = int(random.integers(1, 25))
    values = random.standard_normal(n) * 10.0 ** random.integers(-6, 9)
    kind = random.integers(0, 6)
    if kind == 0:
        values = values * 10.0 ** random.integers(-5, 5, n)
    elif kind == 1:
        values = np.round(values, int(random.integers(0, 6)))
    elif kind == 2:
        values[random.integers(0, n)] = random.choice([math.nan, math.inf, -math.inf, 0.0, -0.0])
    elif kind == 3:
        values = random.integers(-4000, 4000, n) / 2.0 ** random.integers(1, 14)
    elif kind == 4:
        values = values.reshape(1, n) if n % 2 else values.reshape(2, n // 2)
    array(values)

for value in (
    0, -0.0, 1, -1, 0.1, 0.5, 1e-4, 9.999e-5, 1e-5, 1e15, 1e16, 123456789012345680, 1e21, 1e22, 1e300, 5e-324, 2 / 3,
    math.pi, 0.03125, 0.09375, 0.00005, 0.00015, 2.5, 1.00005, -0.00004, -3.14159, math.nan, math.inf, -math.inf,
    0.7392249622860219, 1e-10, 100, 65504, 0.1 + 0.2, 123456.78905, 1.7976931348623157e308,
):
    number(value)
for value in random.standard_normal(60) * 10.0 ** random.integers(-8, 20, 60):
    number(value)
for value in random.integers(-9999, 9999, 30) / 32.0:
    number(value)

print(json.dumps({"numpy": np.__version__, "arrays": arrays, "floats": floats}, separators=(",", ":")))
