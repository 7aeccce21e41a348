#include <activation/catalog_json.hpp>

#include <emscripten/bind.h>

// As text: a parser reads it at once, where an object built member by member across the border takes milliseconds.
EMSCRIPTEN_BINDINGS(catalog) { emscripten::function("catalogJson", &activation::catalog_json); }
