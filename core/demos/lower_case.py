#!/usr/bin/env python3
"""Prints lower_case.hpp: which letters have a small form, and where it is, from Python's own Unicode data.

    python3 core/demos/lower_case.py > core/demos/lower_case.hpp        (Unicode 14)

Runs of letters that are as far from their small forms as each other make one row, whether they are neighbours (A, B, C)
or alternate with their small forms (Ā, ā, Ă, ă).
"""

runs = []
for capital in range(0x80, 0x110000):
    small = [] if 0xD800 <= capital < 0xE000 else chr(capital).lower()
    if len(small) != 1 or ord(small) == capital:
        continue
    distance = ord(small) - capital
    if runs:
        first, last, step, of_run = runs[-1]
        alone = first == last
        if of_run == distance and capital - last in ((1, 2) if alone else (step,)):
            runs[-1] = (first, capital, capital - last, distance)
            continue
    runs.append((capital, capital, 1, distance))

print(
    """#pragma once

// Written by lower_case.py.

#include <cstdint>

// clang-format off

namespace activation {

/// Letters and their small forms. Packed, since the table is in every download: the first letter in the upper 17 bits,
/// how many follow it in 14, whether only every other code point belongs to the run in the last.
inline constexpr std::uint32_t capital_runs[] = {"""
)
packed = [first << 15 | (last - first) // step << 1 | (step - 1) for first, last, step, _ in runs]
line = "   "
for number in packed:
    text = f" {number:#x},"
    if len(line) + len(text) > 118:
        print(line)
        line = "   "
    line += text
print(line)
print(
    """};

/// How far the small forms of each run are, modulo 2^16: none leaves its plane.
inline constexpr std::uint16_t small_distances[] = {"""
)
line = "   "
for *_, distance in runs:
    text = f" {distance % 65536},"
    if len(line) + len(text) > 118:
        print(line)
        line = "   "
    line += text
print(line)
print("};\n\n}  // namespace activation")
