#pragma once

// Catch2 3.x or 2.13, whichever is there. Matchers and generators are not used: they moved between the two.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
