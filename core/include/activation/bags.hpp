#pragma once

#include <activation/status.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace activation {

inline constexpr std::size_t most_texts = 20'000;
inline constexpr std::size_t most_vocabulary = 50'000;
inline constexpr std::int32_t most_labels = 10;

/// Chooses the texts to hold out of training: `share` of each class (rounded down, but one if the class has more than
/// one), each choice as likely as any other, the same for the same seed everywhere. labels[i] in [0, classes).
/// bad_argument: sizes that differ, a label out of range, a share outside of [0, 0.9].
Status hold_out(std::span<const std::int32_t> labels, std::int32_t classes, double share, std::uint32_t seed,
                std::span<std::uint8_t> held_out);

/// The words of one text: ids[begin] to ids[end - 1].
struct Bag {
  std::uint32_t begin;
  std::uint32_t end;
};

/// What bag_of_words writes. The words of n bytes of text need room for most_words(n) ids and word_ends, and for
/// most_vocabulary_bytes(n) bytes of vocabulary.
struct Bags {
  std::span<Bag> bags;                 ///< one for each text
  std::span<std::uint32_t> ids;        ///< places in the vocabulary; words of held-out texts that it lacks are left out
  std::span<char> vocabulary;          ///< the words of the training texts one after the other, by first appearance
  std::span<std::uint32_t> word_ends;  ///< where each ends
  std::size_t id_count = 0;
  std::size_t word_count = 0;
};

/// A negated word is "not " and itself: four bytes more for each word.
constexpr std::size_t most_vocabulary_bytes(std::size_t bytes) { return 4 * bytes + 8; }

/// Texts as bags of words, words as language separates them (words.hpp), a negated word ("not good") being another word
/// than itself. texts: UTF-8, one after the other; text_ends: where each ends. The vocabulary is made of the texts that
/// are not held out.
/// bad_argument: sizes that do not match; too_large: more than most_text_bytes, most_texts or most_vocabulary, or no
/// memory.
Status bag_of_words(std::span<const char> texts, std::span<const std::uint32_t> text_ends,
                    std::span<const std::uint8_t> held_out, Bags& result);

}  // namespace activation
