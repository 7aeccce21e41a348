// Catch2 2.13 is a header, and one file has to hold its main(). Under 3.x main() comes with the library.
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
