#include <activation/bags.hpp>

#include <activation/words.hpp>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace activation {
namespace {

/// G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
class SplitMix {
 public:
  explicit SplitMix(std::uint64_t seed) : state_(seed) {}
  /// A number in [0, bound).
  std::uint64_t below(std::uint64_t bound) {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    z ^= z >> 31;
    return (z >> 32) * bound >> 32;
  }

 private:
  std::uint64_t state_;
};

/// malloc, because new cannot fail politely here.
template <class T>
class Scratch {
 public:
  explicit Scratch(std::size_t size) : data_(static_cast<T*>(std::malloc(size * sizeof(T)))), size_(size) {}
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::free(data_); }
  explicit operator bool() const { return data_ != nullptr; }
  std::span<T> all() const { return {data_, size_}; }

 private:
  T* data_;
  std::size_t size_;
};

std::uint32_t hash(std::string_view word) {
  std::uint32_t h = 2166136261;  // FNV-1a
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619;
  return h ^ h >> 15;
}

/// Words to places in the vocabulary, by open addressing.
class Lookup {
 public:
  static constexpr std::uint32_t none = 0xFFFF'FFFF;

  Lookup(Bags& bags, std::span<std::uint32_t> slots) : bags_(bags), slots_(slots) {
    std::fill(slots.begin(), slots.end(), none);
  }

  std::uint32_t find(std::string_view word) const { return slots_[slot_of(word)]; }

  std::uint32_t add(std::string_view word) {
    std::uint32_t& place = slots_[slot_of(word)];
    if (place != none || bags_.word_count == most_vocabulary) return place;
    const std::size_t begin = bags_.word_count == 0 ? 0 : bags_.word_ends[bags_.word_count - 1];
    std::memcpy(bags_.vocabulary.data() + begin, word.data(), word.size());
    place = static_cast<std::uint32_t>(bags_.word_count++);
    bags_.word_ends[place] = static_cast<std::uint32_t>(begin + word.size());
    return place;
  }

 private:
  std::string_view word_at(std::uint32_t place) const {
    const std::size_t begin = place == 0 ? 0 : bags_.word_ends[place - 1];
    return {bags_.vocabulary.data() + begin, bags_.word_ends[place] - begin};
  }

  std::size_t slot_of(std::string_view word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash(word) & mask;
    while (slots_[slot] != none && word_at(slots_[slot]) != word) slot = (slot + 1) & mask;
    return slot;
  }

  Bags& bags_;
  std::span<std::uint32_t> slots_;
};

/// A power of two that leaves half of the slots empty.
std::size_t slots_for(std::size_t words) {
  std::size_t slots = 16;
  while (slots < 2 * words) slots *= 2;
  return slots;
}

/// Sizes that fit each other, and texts that follow each other. The longest text has `longest` bytes.
Status check(std::span<const char> texts, std::span<const std::uint32_t> text_ends,
             std::span<const std::uint8_t> held_out, const Bags& result, std::size_t& longest) {
  if (texts.size() > most_text_bytes || text_ends.size() > most_texts) return Status::too_large;
  const std::size_t words = most_words(texts.size());
  if (held_out.size() != text_ends.size() || result.bags.size() != text_ends.size() || result.ids.size() < words ||
      result.word_ends.size() < words || result.vocabulary.size() < most_vocabulary_bytes(texts.size())) {
    return Status::bad_argument;
  }
  longest = 0;
  std::size_t begin = 0;
  for (const std::uint32_t end : text_ends) {
    if (end < begin || end > texts.size()) return Status::bad_argument;
    longest = std::max(longest, end - begin);
    begin = end;
  }
  return begin == texts.size() ? Status::ok : Status::bad_argument;
}

}  // namespace

Status hold_out(std::span<const std::int32_t> labels, std::int32_t classes, double share, std::uint32_t seed,
                std::span<std::uint8_t> held_out) {
  if (labels.size() != held_out.size() || !(share >= 0 && share <= 0.9) || classes < 1 || classes > most_labels) {
    return Status::bad_argument;
  }
  for (const std::int32_t label : labels) {
    if (label < 0 || label >= classes) return Status::bad_argument;
  }
  SplitMix random(seed);
  for (std::int32_t k = 0; k < classes; ++k) {
    std::uint64_t left = static_cast<std::uint64_t>(std::count(labels.begin(), labels.end(), k));
    std::uint64_t wanted = static_cast<std::uint64_t>(share * static_cast<double>(left));
    if (wanted == 0 && share > 0 && left > 1) wanted = 1;
    // D. E. Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S.
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (labels[i] != k) continue;
      held_out[i] = random.below(left--) < wanted ? 1 : 0;
      wanted -= held_out[i];
    }
  }
  return Status::ok;
}

Status bag_of_words(std::span<const char> texts, std::span<const std::uint32_t> text_ends,
                    std::span<const std::uint8_t> held_out, Bags& result) {
  result.id_count = 0;
  result.word_count = 0;
  std::size_t longest = 0;
  const Status status = check(texts, text_ends, held_out, result, longest);
  if (status != Status::ok) return status;
  const Scratch<Word> words(most_words(longest));
  const Scratch<char> lower(most_lower_bytes(longest));
  const Scratch<char> key(most_lower_bytes(longest) + 4);
  const Scratch<std::uint32_t> slots(slots_for(std::min(most_words(texts.size()), most_vocabulary)));
  if (!words || !lower || !key || !slots) return Status::too_large;
  Lookup lookup(result, slots.all());
  std::memcpy(key.all().data(), "not ", 4);
  // The training texts first: they make the vocabulary.
  for (const bool held : {false, true}) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text_ends.size(); begin = text_ends[i++]) {
      if ((held_out[i] != 0) != held) continue;
      std::size_t count = 0;
      split_words(texts.subspan(begin, text_ends[i] - begin), Separation::language, words.all(), lower.all(), count);
      result.bags[i].begin = static_cast<std::uint32_t>(result.id_count);
      std::size_t word_begin = 0;
      for (const Word& word : words.all().first(count)) {
        const std::size_t length = word.lower_end - word_begin;
        std::memcpy(key.all().data() + 4, lower.all().data() + word_begin, length);
        word_begin = word.lower_end;
        const std::string_view name = word.negated != 0 ? std::string_view(key.all().data(), length + 4)
                                                        : std::string_view(key.all().data() + 4, length);
        const std::uint32_t id = held ? lookup.find(name) : lookup.add(name);
        if (id != Lookup::none) {
          result.ids[result.id_count++] = id;
        } else if (!held) {
          return Status::too_large;
        }
      }
      result.bags[i].end = static_cast<std::uint32_t>(result.id_count);
    }
  }
  return Status::ok;
}

}  // namespace activation
