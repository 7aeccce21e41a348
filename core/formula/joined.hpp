#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace activation::formula {

/// Texts one after the other, string_views among them, which `+` does not take.
inline std::string joined(std::initializer_list<std::string_view> texts) {
  std::string result;
  for (const std::string_view text : texts) result.append(text);
  return result;
}

}  // namespace activation::formula
