#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

// Just enough JSON for tests/golden/softmax_family.jsonl: objects without spaces, strings without escapes.

namespace golden {

/// The text after "key": in `object`, up to the end of the object; empty if there is no such key.
inline std::string_view after_key(std::string_view object, std::string_view key) {
  std::string quoted = "\"";
  quoted.append(key).append("\":");
  const std::size_t start = object.find(quoted);
  return start == std::string_view::npos ? std::string_view{} : object.substr(start + quoted.size());
}

/// The object {...} under a key.
inline std::string_view object_at(std::string_view object, std::string_view key) {
  const std::string_view rest = after_key(object, key);
  return rest.substr(0, rest.find('}'));
}

inline std::string string_at(std::string_view object, std::string_view key) {
  const std::string_view rest = after_key(object, key);
  return rest.empty() ? "" : std::string(rest.substr(1, rest.find('"', 1) - 1));
}

/// An array of numbers, in quotes (hex floats, nan, inf) or without.
inline std::vector<double> numbers_at(std::string_view object, std::string_view key) {
  const std::string_view rest = after_key(object, key);
  std::vector<double> numbers;
  if (rest.empty()) return numbers;
  const std::string array(rest.substr(1, rest.find(']') - 1));
  for (const char* p = array.c_str(); *p != '\0';) {
    if (*p == '"' || *p == ',') {
      ++p;
      continue;
    }
    char* end = nullptr;
    numbers.push_back(std::strtod(p, &end));
    if (end == p) return {};
    p = end;
  }
  return numbers;
}

}  // namespace golden
