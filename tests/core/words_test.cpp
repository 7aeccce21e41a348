#include <activation/words.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using activation::Separation;
using activation::Status;
using Strings = std::vector<std::string>;

namespace {

struct Split {
  Strings lower;
  Strings original;
};

/// The words; negated ones with "not " before them.
Split split(std::string_view text, Separation separation) {
  std::vector<activation::Word> words(activation::most_words(text.size()));
  std::vector<char> lower(activation::most_lower_bytes(text.size()));
  std::size_t count = 0;
  REQUIRE(activation::split_words(text, separation, words, lower, count) == Status::ok);
  REQUIRE(count <= words.size());
  Split result;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < count; ++i) {
    REQUIRE(words[i].lower_end <= lower.size());
    result.lower.push_back((words[i].negated ? "not " : "") +
                           std::string(lower.data() + begin, words[i].lower_end - begin));
    result.original.emplace_back(text.substr(words[i].begin, words[i].end - words[i].begin));
    begin = words[i].lower_end;
  }
  return result;
}

Strings spaces(std::string_view text) { return split(text, Separation::spaces).lower; }
Strings language(std::string_view text) { return split(text, Separation::language).lower; }

}  // namespace

TEST_CASE("white space separates as in Python's split") {
  CHECK(spaces("  Good\tmovie \n") == Strings{"good", "movie"});
  CHECK(spaces("").empty());
  CHECK(spaces(" \r\n\x1c\x1f").empty());
  CHECK(spaces("a\u00A0b\u2003c\u3000d\u0085e\u2029f") == Strings{"a", "b", "c", "d", "e", "f"});
  CHECK(spaces("a\u200Bb\uFEFFc") == Strings{"a\u200Bb\uFEFFc"});
  CHECK(spaces("good, <b>bad</b>! \U0001F600") == Strings{"good,", "<b>bad</b>!", "\U0001F600"});
}

TEST_CASE("letters become small as in Python's lower") {
  CHECK(spaces("ÄÖÜ ÇA ŸŽ ĀĂĄ") == Strings{"äöü", "ça", "ÿž", "āăą"});
  CHECK(spaces("ΑΒΓ ЖЩЯ Ѐ ԱԲ Ⴀ") == Strings{"αβγ", "жщя", "ѐ", "աբ", "ⴀ"});
  CHECK(spaces("Ǆ ẞ Ａ 𐐀 Ⱥ K Ω") == Strings{"ǆ", "ß", "ａ", "𐐨", "ⱥ", "k", "ω"});
  CHECK(spaces("İstanbul") == Strings{"i̇stanbul"});
  CHECK(spaces("ΟΔΟΣ Σ ΣΑΣ.") == Strings{"οδος", "σ", "σας."});
  CHECK(spaces("äß 中文 × ÷ 123") == Strings{"äß", "中文", "×", "÷", "123"});
}

TEST_CASE("language separates at what is no letter") {
  CHECK(language("Great (really), well-made & cheap!") == Strings{"great", "really", "well", "made", "cheap"});
  CHECK(language("'rock' o'clock it\u2019s dogs'") == Strings{"rock", "o'clock", "it's", "dogs"});
  CHECK(language("3.5 stars, 10/10") == Strings{"3", "5", "stars", "10", "10"});
  CHECK(language("<b>bold</b>") == Strings{"b", "bold", "b"});
  CHECK(language("naïve café œuvre Straße") == Strings{"naïve", "café", "œuvre", "straße"});
  CHECK(language("映画は good") == Strings{"映", "画", "は", "good"});
  CHECK(language("...!?").empty());
}

TEST_CASE("an emoji is a word, whatever it is made of") {
  CHECK(language("good\U0001F600bad") == Strings{"good", "\U0001F600", "bad"});
  CHECK(language("\U0001F600\U0001F621") == Strings{"\U0001F600", "\U0001F621"});
  CHECK(language("\U0001F44D\U0001F3FD!") == Strings{"\U0001F44D\U0001F3FD"});
  CHECK(language("\u2764\uFE0F x") == Strings{"\u2764\uFE0F", "x"});
  const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
  CHECK(language(family + "ok") == Strings{family, "ok"});
  CHECK(language("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7") ==
        Strings{"\U0001F1E9\U0001F1EA", "\U0001F1EB\U0001F1F7"});
}

TEST_CASE("negation reaches to the end of its clause") {
  CHECK(language("This is not good at all. Really bad") ==
        Strings{"this", "is", "not", "not good", "not at", "not all", "really", "bad"});
  CHECK(language("I don't like it, sorry") == Strings{"i", "don't", "not like", "not it", "sorry"});
  CHECK(language("not bad but slow") == Strings{"not", "not bad", "but", "slow"});
  CHECK(language("DON\u2019T GO") == Strings{"don't", "not go"});
  CHECK(spaces("not good") == Strings{"not", "good"});
}

TEST_CASE("a word says where it was in the text") {
  CHECK(split(" ÄPFEL, it\u2019s!", Separation::language).original == Strings{"ÄPFEL", "it\u2019s"});
}

TEST_CASE("bytes that are no UTF-8 do no harm") {
  CHECK(spaces("a\xFF\x80z \xC3") == Strings{"a??z", "?"});
  CHECK(language("a\xFFz \xE2\x80 b\xF0\x9F") == Strings{"a", "z", "b"});
  CHECK(spaces("\xC0\xAF \xED\xA0\x80 \xF4\x90\x80\x80") == Strings{"??", "???", "????"});
  // Every single byte, and every pair, in both ways.
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const char text[] = {static_cast<char>(first), static_cast<char>(second), 'x'};
      spaces(std::string_view(text, 3));
      language(std::string_view(text, 3));
    }
  }
}

TEST_CASE("the words of the densest texts fit") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += i % 2 ? "中" : "A";
  CHECK(language(text).size() == 1000);
  text.clear();
  for (int i = 0; i < 1000; ++i) text += i % 2 ? " " : "A";
  CHECK(language(text).size() == 500);
  text.clear();
  for (int i = 0; i < 1000; ++i) text += "Ⱥİ";
  CHECK(spaces(text).front().size() == 6000);
}

TEST_CASE("a text that is too long and room that is too small are refused") {
  std::vector<activation::Word> words(4);
  std::vector<char> lower(4);
  std::size_t count = 9;
  CHECK(split_words(std::string_view("abcdef"), Separation::spaces, words, lower, count) == Status::bad_argument);
  CHECK(count == 0);
  const std::string long_text(activation::most_text_bytes + 1, 'a');
  CHECK(split_words(long_text, Separation::spaces, words, lower, count) == Status::too_large);
}
