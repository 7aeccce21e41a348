#pragma once

namespace activation::random {

// The two logarithms that NumPy's Gaussians were made with, to the last bit. They round wrongly now and then, which is
// why a better one would not do: about one Gaussian in 3000 would differ.

/// ln(x) for 2^-1022 <= x < infinity: musl's (and Arm's optimized-routines'), without fused multiply-add.
double log(double x);

/// ln(1 + x) for -1 < x <= 0: that of FreeBSD's msun, as glibc arranges it.
double log1p(double x);

}  // namespace activation::random
