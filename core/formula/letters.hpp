#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace activation::formula {

/// A Greek letter and how formulas spell it where they cannot show it.
struct Letter {
  std::string_view letter;  ///< UTF-8
  std::string_view name;    ///< an identifier of C++ and Python: "beta", but "lambd", as PyTorch has it
  std::string_view latex;
};

std::span<const Letter> letters();

/// The letter that begins a text, or null.
const Letter* letter_at(std::string_view text);

/// The letter of a name: the whole of it ("beta") or its part before an underscore or digits ("beta_1"), or null;
/// `index` becomes what follows ("1").
const Letter* letter_of(std::string_view name, std::string_view& index);

/// The character that begins a UTF-8 text, and its length in bytes; U+FFFD and 1 where there is none.
char32_t character_at(std::string_view text, std::size_t& bytes);

}  // namespace activation::formula
