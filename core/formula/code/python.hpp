#pragma once

#include "dialect.hpp"

#include <string>
#include <vector>

namespace activation::formula::code {

inline constexpr std::string_view python_words[] = {
    "and",  "as",     "assert",   "async",   "await", "break", "class",  "continue", "def",    "del",
    "elif", "else",   "except",   "finally", "for",   "from",  "global", "if",       "import", "in",
    "is",   "lambda", "nonlocal", "not",     "or",    "pass",  "raise",  "return",   "try",    "while",
    "with", "yield",  "None",     "True",    "False", "abs",   "min",    "max",      "float"};

template <std::size_t A, std::size_t B>
constexpr std::array<std::string_view, A + B> joined(const std::string_view (&a)[A], const std::string_view (&b)[B]) {
  std::array<std::string_view, A + B> both;
  for (std::size_t i = 0; i < A; ++i) both[i] = a[i];
  for (std::size_t i = 0; i < B; ++i) both[A + i] = b[i];
  return both;
}

inline std::string indented(const std::vector<std::string>& lines, std::string_view by) {
  std::string text;
  for (const std::string& line : lines) text.append(by).append(line).append("\n");
  return text;
}

/// Python's own math, for what rests on no array. In the order of Elementary, then of Stable, as all tables of this kind.
extern const Vocabulary python_math;

}  // namespace activation::formula::code
