#include <activation/catalog_json.hpp>

#include <emscripten/bind.h>

EMSCRIPTEN_BINDINGS(notes) { emscripten::function("notesJson", &activation::notes_json); }
