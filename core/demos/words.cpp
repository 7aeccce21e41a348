#include <activation/words.hpp>

#include "lower_case.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace activation {
namespace {

using Codepoint = std::uint32_t;

constexpr Codepoint replacement = 0xFFFD;

struct Decoded {
  Codepoint point;
  std::uint32_t bytes;
};

/// The code point at the start of a text that is not empty.
Decoded decode(std::span<const char> text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {replacement, 1};
  Codepoint point = lead & (0x7FU >> bytes);
  for (std::uint32_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {replacement, 1};
    point = point << 6 | (byte(i) & 0x3FU);
  }
  // Longer than it need be, half a surrogate pair, or beyond the last code point.
  constexpr Codepoint least[] = {0x80, 0x800, 0x10000};
  const bool valid = point >= least[bytes - 2] && (point < 0xD800 || point > 0xDFFF) && point <= 0x10FFFF;
  return valid ? Decoded{point, bytes} : Decoded{replacement, 1};
}

char* encode(Codepoint c, char* out) {
  const auto put = [&](Codepoint byte) { *out++ = static_cast<char>(byte); };
  const auto rest = [&](int shift) { put(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    rest(0);
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    rest(6);
    rest(0);
  } else {
    put(0xF0 | c >> 18);
    rest(12);
    rest(6);
    rest(0);
  }
  return out;
}

/// The small form, or the code point itself.
Codepoint lower(Codepoint c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  const std::uint32_t* const after =
      std::upper_bound(std::begin(capital_runs), std::end(capital_runs), c << 15 | 0x7FFF);
  if (after == std::begin(capital_runs)) return c;
  const std::uint32_t run = after[-1];
  const std::uint32_t place = c - (run >> 15);
  const std::uint32_t step = run & 1;
  if ((place & step) != 0 || place >> step > (run >> 1 & 0x3FFF)) return c;
  const std::uint32_t distance = small_distances[after - std::begin(capital_runs) - 1];
  return (c & ~0xFFFFU) | ((c + distance) & 0xFFFF);
}

bool within(Codepoint c, Codepoint first, Codepoint last) { return c >= first && c <= last; }

/// What str.split() of Python splits at.
bool is_space(Codepoint c) {
  return within(c, 0x09, 0x0D) || within(c, 0x1C, 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         within(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// What an emoji is followed by without becoming another: variation selectors, skin tones, the marks of keycaps.
bool continues_emoji(Codepoint c) { return within(c, 0xFE00, 0xFE0F) || within(c, 0x1F3FB, 0x1F3FF) || c == 0x20E3; }

constexpr Codepoint joiner = 0x200D;

enum class Kind : std::uint8_t { other, apostrophe, letter, ideograph, flag, emoji };

/// By blocks: all that is outside of the blocks of marks and symbols is a letter.
Kind kind_of(Codepoint c) {
  if (c == '\'' || c == 0x2019) return Kind::apostrophe;
  if (c < 0x80) return within(c | 0x20, 'a', 'z') || within(c, '0', '9') ? Kind::letter : Kind::other;
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA ? Kind::letter : Kind::other;
  if (c == 0xD7 || c == 0xF7 || is_space(c) || within(c, 0x2000, 0x206F) || c == replacement) return Kind::other;
  if (within(c, 0x20A0, 0x20CF) || within(c, 0x2E00, 0x2E7F) || within(c, 0x3001, 0x3004) ||
      within(c, 0x3008, 0x3020) || within(c, 0xFE00, 0xFE6F) || within(c, 0xFF01, 0xFF0F) ||
      within(c, 0xFF1A, 0xFF20) || within(c, 0xFF3B, 0xFF40) || within(c, 0xFF5B, 0xFF65) || c == 0xFEFF) {
    return Kind::other;
  }
  if (within(c, 0x1F1E6, 0x1F1FF)) return Kind::flag;
  if (within(c, 0x2190, 0x2BFF) || within(c, 0x1F000, 0x1FAFF)) return Kind::emoji;
  if (within(c, 0x3040, 0x30FF) || within(c, 0x3400, 0x4DBF) || within(c, 0x4E00, 0x9FFF) ||
      within(c, 0xF900, 0xFAFF) || within(c, 0x20000, 0x3FFFF)) {
    return Kind::ideograph;
  }
  return Kind::letter;
}

bool is_letter(std::span<const char> text) { return !text.empty() && kind_of(decode(text).point) == Kind::letter; }

/// Where the word that starts the text ends.
std::size_t end_of_word(std::span<const char> text, Separation separation) {
  std::size_t at = 0;
  const auto here = [&] { return decode(text.subspan(at)); };
  if (separation == Separation::spaces) {
    while (at < text.size() && !is_space(here().point)) at += here().bytes;
    return at;
  }
  const Kind first = kind_of(here().point);
  at += here().bytes;
  if (first == Kind::flag && at < text.size() && kind_of(here().point) == Kind::flag) at += here().bytes;
  while (at < text.size()) {
    const Decoded next = here();
    const Kind kind = kind_of(next.point);
    if (first == Kind::letter) {
      const bool inside = kind == Kind::apostrophe && is_letter(text.subspan(at + next.bytes));
      if (kind != Kind::letter && !inside) break;
    } else if (first == Kind::emoji && next.point == joiner) {
      at += next.bytes;
      if (at < text.size() && kind_of(here().point) == Kind::emoji) at += here().bytes;
      continue;
    } else if (!continues_emoji(next.point)) {
      break;
    }
    at += next.bytes;
  }
  return at;
}

/// Writes the small form of a word. A typographic apostrophe becomes a plain one where language separates: people type
/// both.
char* write_lower(std::span<const char> word, Separation separation, char* out) {
  bool after_letter = false;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded c = decode(word.subspan(at));
    at += c.bytes;
    Codepoint small = lower(c.point);
    if (c.point == 0x3A3 && after_letter && !is_letter(word.subspan(at))) small = 0x3C2;
    if (c.bytes == 1 && c.point == replacement) small = '?';
    if (c.point == 0x2019 && separation == Separation::language) small = '\'';
    if (c.point == 0x130) {  // İ: the one letter whose small form is two code points
      *out++ = 'i';
      small = 0x307;
    }
    out = encode(small, out);
    after_letter = kind_of(c.point) == Kind::letter;
  }
  return out;
}

bool is_negation(std::string_view word) {
  constexpr std::string_view negations[] = {"not",     "no",  "never",   "nobody", "nothing", "none",
                                            "neither", "nor", "without", "hardly", "barely",  "cannot"};
  return std::find(std::begin(negations), std::end(negations), word) != std::end(negations) ||
         (word.size() > 3 && word.substr(word.size() - 3) == "n't");
}

bool ends_clause(Codepoint c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '(' || c == ')' || c == '\n' ||
         c == 0x2026 || c == 0x2013 || c == 0x2014;
}

}  // namespace

Status split_words(std::span<const char> text, Separation separation, std::span<Word> words, std::span<char> small,
                   std::size_t& count) {
  count = 0;
  if (text.size() > most_text_bytes) return Status::too_large;
  if (words.size() < most_words(text.size()) || small.size() < most_lower_bytes(text.size())) {
    return Status::bad_argument;
  }
  const bool language = separation == Separation::language;
  char* out = small.data();
  std::uint32_t negated = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text.subspan(at));
    const Kind kind = kind_of(c.point);
    if (language ? kind == Kind::other || kind == Kind::apostrophe : is_space(c.point)) {
      if (ends_clause(c.point)) negated = 0;
      at += c.bytes;
      continue;
    }
    const std::size_t end = at + end_of_word(text.subspan(at), separation);
    char* const begin = out;
    out = write_lower(text.subspan(at, end - at), separation, out);
    const std::string_view word(begin, static_cast<std::size_t>(out - begin));
    if (word == "but") negated = 0;
    words[count++] = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
                      static_cast<std::uint32_t>(out - small.data()), negated};
    if (language && is_negation(word)) negated = 1;
    at = end;
  }
  return Status::ok;
}

}  // namespace activation
