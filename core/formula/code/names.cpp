#include "names.hpp"

#include "body.hpp"

#include <algorithm>

namespace activation::formula::code {
namespace {

template <class Range>
bool has(const Range& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Leading underscores at the end: in front they make a name private in Python, and the implementation's in C++.
std::string without_leading_underscores(std::string_view name) {
  const std::size_t start = std::min(name.find_first_not_of('_'), name.size());
  std::string text(name.substr(start));
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) text.insert(0, "p");
  return text.append(start, '_');
}

}  // namespace

Names::Names(const Ast& ast, const CodeOptions& options, const Dialect& dialect)
    : function(options.name), given_(options.name), dialect_(dialect) {
  while (function == "x" || has(dialect.reserved, function) || has(dialect.reserved_functions, function))
    function += '_';
  std::size_t index = 0;
  for (const std::string& written : ast.parameters()) {
    std::string name = without_leading_underscores(written);
    while (name == "x" || name == function || has(dialect.reserved, name) || has(dialect.reserved_parameters, name) ||
           has(parameters, name)) {
      name += '_';
    }
    parameters.push_back(name);
    const double value = index < options.parameters.size() ? options.parameters[index] : 1;
    defaults.push_back(number_text(value, dialect.point_in_defaults));
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

bool Names::is_free(std::string_view name) const { return name != function && !has(parameters, name); }

std::string Names::gradient(std::string_view ending) const { return given_ + std::string(ending); }

std::string Names::type() const {
  std::string text;
  bool start = true;
  for (const char c : given_) {
    if (c == '_') {
      start = true;
      continue;
    }
    text += start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    start = false;
  }
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) text.insert(0, "Activation");
  // The module F would be hidden, and None is no name.
  return has(dialect_.reserved, text) ? text + "Module" : text;
}

}  // namespace activation::formula::code
