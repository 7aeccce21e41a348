#include <activation/catalog_json.hpp>

#include <emscripten/bind.h>

// As text: one call and one parser, where an object would take a call across the border for each of its members.
EMSCRIPTEN_BINDINGS(catalog) { emscripten::function("catalogJson", &activation::catalog_json); }
