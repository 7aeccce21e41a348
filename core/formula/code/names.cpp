#include "names.hpp"

#include "body.hpp"

#include <algorithm>

namespace activation::formula::code {

Names::Names(const Ast& ast, const CodeOptions& options, const Dialect& dialect) : function(options.name) {
  std::size_t index = 0;
  for (const std::string& written : ast.parameters()) {
    std::string name = written;
    const auto taken = [&] {
      return name == "x" || name == function ||
             std::find(dialect.reserved.begin(), dialect.reserved.end(), name) != dialect.reserved.end() ||
             std::find(parameters.begin(), parameters.end(), name) != parameters.end();
    };
    while (taken()) name += '_';
    parameters.push_back(name);
    const double value = index < options.parameters.size() ? options.parameters[index] : 1;
    // Set apart, not negated within the text: -0 is a number too.
    const bool minus = __builtin_bit_cast(std::uint64_t, value) >> 63 != 0;
    defaults.push_back((minus ? "-" : "") + number_text(minus ? -value : value, dialect.point_in_defaults));
    ++index;
  }
}

std::string Names::signature(std::string_view first, std::string_view equals, std::string_view before) const {
  std::string text(first);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (!text.empty()) text += ", ";
    text.append(before).append(parameters[i]).append(equals).append(defaults[i]);
  }
  return text;
}

bool Names::is_free(std::string_view name) const {
  return name != function && std::find(parameters.begin(), parameters.end(), name) == parameters.end();
}

std::string Names::type() const {
  std::string text;
  bool start = true;
  for (const char c : function) {
    if (c == '_') {
      start = true;
      continue;
    }
    text += start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    start = false;
  }
  // The module of the same name would be hidden.
  return text == "F" ? "FModule" : text;
}

}  // namespace activation::formula::code
