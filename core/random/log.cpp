#include "random/log.hpp"

#include "math/two.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace activation::random {
namespace {

using math::bits;
using math::from_bits;

// Algorithm, coefficients and table of log follow Arm's optimized-routines, which musl contains:
//   Copyright (c) 2018, Arm Limited. Permission is hereby granted, free of charge, to any person obtaining a copy of
//   this software and associated documentation files (the "Software"), to deal in the Software without restriction,
//   including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
//   copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following
//   conditions: The above copyright notice and this permission notice shall be included in all copies or substantial
//   portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED,
//   INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
//   NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
//   LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
//   SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

constexpr double ln2_hi = 0x1.62e42fefa3800p-1;
constexpr double ln2_lo = 0x1.ef35793c76730p-45;

/// The table splits [0x1.6p-1, 0x1.6p0) in 128, 32 steps of the exponent's neighbour bits each.
constexpr std::size_t pieces = 128;
constexpr std::uint64_t first = 0x3fe6000000000000;
constexpr int piece_bits = 45;

/// Each piece has a number c near its centre, chosen so that log(c) has few bits. Of all that is known about c, only
/// this needs to be written down: the distance of 1/c from the reciprocal of the centre, in units of the last place.
constexpr std::array<std::int32_t, pieces> reciprocal_offsets{
    -23142382,  -57643754,  -234334839, -124664804, 19045012,   -123323398, -501163255, 342479926,  -234593306,
    57421184,   513617488,  -240891478, 85169741,   28659150,   284053799,  342563057,  -68420459,  -346144712,
    -90113766,  -464022980, 285342708,  -489548825, 376054848,  47397812,   -423637851, -260988534, 336107021,
    448241578,  154177355,  447893384,  241227555,  -420636714, -218426730, -96876684,  -205835218, -368178198,
    -345128710, -510284502, 481763731,  209336112,  429336310,  15489329,   442353177,  -417834330, 73183371,
    515232680,  507984536,  83787275,   330409952,  151596684,  377744204,  198302857,  214798271,  -345957716,
    356163107,  215510022,  -229897960, -131709726, 215213618,  -464519207, -332821996, 385780520,  -400344786,
    256208139,  478356527,  345720337,  128466877,  217515751,  -162048343, 295127580,  -235892775, -69369347,
    93666841,   -272860130, 91915174,   29018059,   258893229,  386009280,  -241633007, 68399381,   386341370,
    408940642,  65060217,   -120872168, 189498853,  -32395328,  -49955913,  154042178,  -346113480, 148348366,
    -396488327, -427431396, 107119491,  -500798201, 212184347,  305888811,  -330297730, -91422864,  6707636,
    273897542,  -512931067, -500150233, 485589437,  -280752730, 106848032,  30953893,   -291342514, -408884927,
    149302919,  -107851081, 225432558,  460497078,  -452391632, -490679353, 508304210,  493208081,  336502878,
    526975298,  -457361038, -312310462, -365194252, -421357131, 362015322,  310793228,  -441535439, -69145545,
    -528727990, 433364383};

struct Piece {
  double reciprocal;  ///< 1/c
  double logarithm;   ///< log(c), a multiple of 2^-43
  math::Two<double> centre;
};

Piece make_piece(std::size_t i) {
  const double middle = from_bits(first + (std::uint64_t{i} << piece_bits) + (std::uint64_t{1} << (piece_bits - 1)));
  const double reciprocal =
      from_bits(bits(1 / middle) + static_cast<std::uint64_t>(std::int64_t{reciprocal_offsets[i]}));
  const math::Two<double> c = math::over(math::Two<double>{1, 0}, math::Two<double>{reciprocal, 0});
  const math::Two<double> centre = math::fast_two_sum(c.hi, c.lo);
  // log(c) = 2 artanh(s). c was chosen to make it almost a multiple of 2^-43, so the series need not be better.
  const double s = (centre.hi - 1) / (centre.hi + 1);
  double series = 0;
  for (int power = 27; power > 0; power -= 2) series = series * s * s + 2.0 / power;
  return {reciprocal, math::nearest(series * s * 0x1p43) * 0x1p-43, centre};
}

using Table = std::array<Piece, pieces>;

const Table& table() {
  static const Table made = [] {
    Table pieces_of{};
    for (std::size_t i = 0; i < pieces; ++i) pieces_of[i] = make_piece(i);
    return pieces_of;
  }();
  return made;
}

/// Where the table would cancel: for 1 - 2^-4 <= x < 1 + 0x1.09p-4.
double log_near_one(double x) {
  constexpr double c[] = {
      0x1.5555555555577p-2,  -0x1.ffffffffffdcbp-3, 0x1.999999995dd0cp-3,  -0x1.55555556745a7p-3, 0x1.24924a344de3p-3,
      -0x1.fffffa4423d65p-4, 0x1.c7184282ad6cap-4,  -0x1.999eb43b068ffp-4, 0x1.78182f7afd085p-4,  -0x1.5521375d145cdp-4,
  };
  const double r = x - 1;
  const double r2 = r * r;
  const double r3 = r * r2;
  const double end = c[6] + r * c[7] + r2 * c[8] + r3 * c[9];
  const double middle = c[3] + r * c[4] + r2 * c[5] + r3 * end;
  const double tail = r3 * (c[0] + r * c[1] + r2 * c[2] + r3 * middle);
  const double shift = r * 0x1p27;
  const double top = r + shift - shift;
  const double rest = r - top;
  const double square = top * top * -0.5;
  const double hi = r + square;
  double lo = r - hi + square;
  lo += -0.5 * rest * (top + r);
  return tail + lo + hi;
}

}  // namespace

double log(double x) {
  if (x == 1) return 0;
  if (x >= 1 - 0x1p-4 && x < 1 + 0x1.09p-4) return log_near_one(x);
  constexpr double c[] = {-0x1.0000000000001p-1, 0x1.555555551305bp-2, -0x1.fffffffeb459p-3, 0x1.999b324f10111p-3,
                          -0x1.55575e506c89fp-3};
  const std::uint64_t above = bits(x) - first;
  const Piece& piece = table()[(above >> piece_bits) % pieces];
  const double k = static_cast<double>(static_cast<std::int64_t>(above) >> 52);
  const double z = from_bits(bits(x) - (above & (std::uint64_t{0xfff} << 52)));
  // log(x) = k ln 2 + log(c) + log(1 + r)
  const double r = (z - piece.centre.hi - piece.centre.lo) * piece.reciprocal;
  const double whole = k * ln2_hi + piece.logarithm;
  const double hi = whole + r;
  const double lo = whole - hi + r + k * ln2_lo;
  const double r2 = r * r;
  return lo + r2 * c[0] + r * r2 * (c[1] + r * c[2] + r2 * (c[3] + r * c[4])) + hi;
}

// Algorithm and coefficients of log1p:
//   Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
//   business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this
//   notice is preserved.

double log1p(double x) {
  constexpr double hi_part = 6.93147180369123816490e-01;
  constexpr double lo_part = 1.90821492927058770002e-10;
  constexpr double c[] = {6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
                          2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
                          1.479819860511658591e-01};
  const double size = -x;
  if (size < 0x1p-29) return size < 0x1p-54 ? x : x - x * x * 0.5;
  double f = x;
  double correction = 0;
  std::int64_t k = 0;
  bool square_only = false;
  // Below this 1 + x leaves [sqrt(1/2), sqrt(2)]; the bound is a number of 32 bits, like those that follow.
  if (size >= from_bits(std::uint64_t{0x3fd2bec4} << 32)) {
    const double u = 1 + x;
    const std::uint64_t high = bits(u) >> 32;
    k = static_cast<std::int64_t>(high >> 20) - 1023;
    correction = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    const std::uint64_t significand = high & 0xfffff;
    const bool lower = significand < 0x6a09e;
    if (!lower) ++k;
    const std::uint64_t exponent = lower ? 0x3ff00000 : 0x3fe00000;
    f = from_bits(((significand | exponent) << 32) | (bits(u) & 0xffffffff)) - 1;
    square_only = (lower ? significand : (0x100000 - significand) >> 2) == 0;
  }
  const double half_square = 0.5 * f * f;
  const double power = static_cast<double>(k);
  if (square_only) {  // |f| < 2^-20
    if (f == 0) return k == 0 ? 0 : power * hi_part + (correction + power * lo_part);
    const double rest = half_square * (1 - 0.66666666666666666 * f);
    return k == 0 ? f - rest : power * hi_part - ((rest - (power * lo_part + correction)) - f);
  }
  const double s = f / (2 + f);
  const double z = s * s;
  const double z2 = z * z;
  const double z4 = z2 * z2;
  const double z6 = z4 * z2;
  const double sum = z * c[0] + z2 * (c[1] + z * c[2]) + z4 * (c[3] + z * c[4]) + z6 * (c[5] + z * c[6]);
  if (k == 0) return f - (half_square - s * (half_square + sum));
  return power * hi_part - ((half_square - (s * (half_square + sum) + (power * lo_part + correction))) - f);
}

}  // namespace activation::random
