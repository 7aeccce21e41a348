#pragma once

#include <activation/status.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace activation {

/// What separates words.
enum class Separation : std::uint8_t {
  spaces = 0,    ///< white space alone, as Python's text.lower().split()
  language = 1,  ///< all that is no letter, digit or apostrophe between letters; an emoji is a word of its own
};

/// A word of a text, by bytes of UTF-8.
struct Word {
  std::uint32_t begin;  ///< in the text
  std::uint32_t end;
  std::uint32_t lower_end;  ///< in the lower-cased words, which follow each other; it begins where the one before ends
  std::uint32_t negated;    ///< 1 after "not", "never", "don't" … up to the next punctuation mark or "but"
};

/// There are at most this many words in a text of so many bytes, and their small forms take at most so many bytes:
/// a single byte has a neighbour that belongs to no word or to one of three bytes, and two bytes may become three.
constexpr std::size_t most_words(std::size_t bytes) { return bytes / 2 + 1; }
constexpr std::size_t most_lower_bytes(std::size_t bytes) { return bytes + bytes / 2 + 1; }

inline constexpr std::size_t most_text_bytes = 4'000'000;

/// The words of a UTF-8 text, in order, and their small forms, one after the other, as Python's str.lower gives them
/// (Unicode 14; of a Σ at the end of a word it sees the letters beside it alone). Bytes that are no UTF-8 count as
/// question marks. `words` and `lower` have room for most_words and most_lower_bytes. Negation is looked for in English, and
/// only where language separates.
/// too_large: more than most_text_bytes.
Status split_words(std::span<const char> text, Separation separation, std::span<Word> words, std::span<char> lower,
                   std::size_t& count);

}  // namespace activation
