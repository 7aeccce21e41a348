#include "elementary_forms.hpp"

#include "../math/doubles.hpp"

#include <algorithm>

namespace activation::analysis {
namespace {

using formula::Elementary;

using math::infinity;

constexpr double unknown = math::nothing;
constexpr double half_pi = math::pi / 2;

/// A smooth rising function between two numbers that are its limits.
Form sigmoidal(double low, double high, bool odd) {
  Form form;
  form.odd = odd;
  form.rising = form.defined = form.smooth = form.steady = true;
  form.low = form.left = low;
  form.high = form.right = high;
  form.above_low = form.below_high = true;
  return form;
}

Form waves() {
  Form form;
  form.defined = form.smooth = form.steady = form.wave = true;
  form.low = -1;
  form.high = 1;
  return form;
}

/// Of a function that rises on a domain from `edge` up, where it is `least` (minus infinity is not attained).
Form rising_from(const Form& a, double edge, double least) {
  Form form;
  const bool inside = a.low > edge || (a.low == edge && (a.above_low || least > -infinity));
  if (!inside) return form;
  form.even = a.even;
  form.rising = a.rising;
  form.falling = a.falling;
  form.defined = a.defined;
  form.smooth = a.smooth && (a.low > edge || a.above_low);
  form.steady = a.steady;
  form.low = least;
  form.above_low = a.low > edge || a.above_low;
  const auto limit = [&](double x) { return x == infinity ? infinity : x == edge ? least : unknown; };
  form.left = limit(a.left);
  form.right = limit(a.right);
  return form;
}

/// log(a), whatever the base: its sign is known on both sides of 1.
Form logarithm(const Form& a, double one) {
  Form form = rising_from(a, one - 1, -infinity);
  form.above_low = false;
  if (a.low >= one) {
    form.low = 0;
    form.above_low = a.low > one || a.above_low;
  }
  if (a.high <= one) {
    form.high = 0;
    form.below_high = a.high < one || a.below_high;
  }
  if (a.left == one) form.left = 0;
  if (a.right == one) form.right = 0;
  return form;
}

Form absolute(const Form& a) {
  if (a.low >= 0) return a;
  Form form;
  form.even = a.even || a.odd;
  form.defined = a.defined;
  form.rising = a.high <= 0 && a.falling;
  form.falling = a.high <= 0 && a.rising;
  form.steady = a.steady;
  form.smooth = a.smooth && (a.high < 0 || (a.high == 0 && a.below_high));
  form.low = a.high < 0 ? -a.high : 0;
  form.high = std::max(-a.low, a.high);
  form.left = math::abs(a.left);
  form.right = math::abs(a.right);
  return form;
}

}  // namespace

Form elementary_identity() {
  Form form = sigmoidal(-infinity, infinity, true);
  form.above_low = form.below_high = false;
  return form;
}

Form elementary_form(Elementary function) {
  switch (function) {
    case Elementary::exp:
    case Elementary::exp2: {
      Form form = sigmoidal(0, infinity, false);
      form.below_high = false;
      return form;
    }
    case Elementary::expm1: {
      Form form = sigmoidal(-1, infinity, false);
      form.below_high = false;
      return form;
    }
    case Elementary::cbrt: {
      Form form = elementary_identity();
      form.smooth = false;
      return form;
    }
    case Elementary::sinh:
    case Elementary::asinh: return elementary_identity();
    case Elementary::cosh: {
      Form form;
      form.even = form.defined = form.smooth = form.steady = true;
      form.low = 1;
      form.left = form.right = infinity;
      return form;
    }
    case Elementary::sin: {
      Form form = waves();
      form.odd = true;
      return form;
    }
    case Elementary::cos: {
      Form form = waves();
      form.even = true;
      return form;
    }
    case Elementary::tan: {
      Form form;
      form.odd = form.wave = true;
      return form;
    }
    case Elementary::atan: return sigmoidal(-half_pi, half_pi, true);
    case Elementary::tanh:
    case Elementary::erf: return sigmoidal(-1, 1, true);
    case Elementary::normal_cdf: return sigmoidal(0, 1, false);
    case Elementary::erfc: {
      Form form = sigmoidal(0, 2, false);
      std::swap(form.rising, form.falling);
      std::swap(form.left, form.right);
      return form;
    }
    case Elementary::asin:
    case Elementary::atanh: {
      Form form;
      form.odd = true;
      return form;
    }
    case Elementary::sign: {
      Form form = sigmoidal(-1, 1, true);
      form.smooth = form.steady = form.above_low = form.below_high = false;
      return form;
    }
    case Elementary::floor:
    case Elementary::ceil: {
      Form form = elementary_identity();
      form.odd = form.smooth = form.steady = false;
      form.wave = true;
      return form;
    }
    default: return {};
  }
}

Form composed(const Form& outer, const Form& inner) {
  Form form;
  form.even = inner.even || (inner.odd && outer.even);
  form.odd = inner.odd && outer.odd;
  form.rising = (outer.rising && inner.rising) || (outer.falling && inner.falling);
  form.falling = (outer.rising && inner.falling) || (outer.falling && inner.rising);
  form.defined = outer.defined && inner.defined;
  form.smooth = outer.smooth && inner.smooth;
  form.steady = outer.steady && inner.steady;
  form.low = outer.low;
  form.high = outer.high;
  form.above_low = outer.above_low;
  form.below_high = outer.below_high;
  const auto limit = [&outer](double x) {
    if (x == infinity) return outer.right;
    if (x == -infinity) return outer.left;
    return x == 0 && outer.odd && outer.smooth ? 0 : unknown;
  };
  form.left = limit(inner.left);
  form.right = limit(inner.right);
  const bool bounded = inner.low > -infinity && inner.high < infinity;
  form.wave = outer.wave && !bounded;
  return form;
}

Form elementary_of(Elementary function, const Form& a) {
  switch (function) {
    case Elementary::log:
    case Elementary::log2:
    case Elementary::log10: return logarithm(a, 1);
    case Elementary::log1p: return logarithm(a, 0);
    case Elementary::sqrt: {
      Form form = rising_from(a, 0, 0);
      if (!form.defined) return form;
      form.low = math::sqrt(a.low) * (1 - 0x1p-52);
      form.high = math::sqrt(a.high) * (1 + 0x1p-51);
      if (a.high == infinity) form.high = infinity;
      return form;
    }
    case Elementary::acosh: return rising_from(a, 1, 0);
    case Elementary::abs: return absolute(a);
    default: break;
  }
  const Form outer = elementary_form(function);
  Form form = composed(outer, a);
  if (function == Elementary::exp || function == Elementary::exp2) {
    if (a.low >= 0) {
      form.low = 1;
      form.above_low = a.low > 0 || a.above_low;
    }
    if (a.high <= 0) {
      form.high = 1;
      form.below_high = a.high < 0 || a.below_high;
    }
    if (a.left == 0) form.left = 1;
    if (a.right == 0) form.right = 1;
  }
  if (outer.odd && outer.rising && a.low >= 0) {
    form.low = 0;
    form.above_low = a.low > 0 || a.above_low;
  }
  if (outer.odd && outer.rising && a.high <= 0) {
    form.high = 0;
    form.below_high = a.high < 0 || a.below_high;
  }
  return form;
}

}  // namespace activation::analysis
