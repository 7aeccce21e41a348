#include <activation/bags.hpp>
#include <activation/words.hpp>

#include "catch.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

using activation::Status;
using Strings = std::vector<std::string>;
using Flags = std::vector<std::uint8_t>;

namespace {

struct Result {
  Status status;
  std::vector<Strings> texts;  ///< each as the words of its bag
  Strings vocabulary;
};

Result bag(const Strings& texts, const Flags& held_out) {
  std::string all;
  std::vector<std::uint32_t> ends;
  for (const std::string& text : texts) {
    all += text;
    ends.push_back(static_cast<std::uint32_t>(all.size()));
  }
  const std::size_t most = activation::most_words(all.size());
  std::vector<activation::Bag> bags(texts.size());
  std::vector<std::uint32_t> ids(most);
  std::vector<std::uint32_t> word_ends(most);
  std::vector<char> vocabulary(activation::most_vocabulary_bytes(all.size()));
  activation::Bags out{.bags = bags, .ids = ids, .vocabulary = vocabulary, .word_ends = word_ends};
  Result result{activation::bag_of_words(all, ends, held_out, out), {}, {}};
  if (result.status != Status::ok) return result;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < out.word_count; ++i) {
    result.vocabulary.emplace_back(vocabulary.data() + begin, word_ends[i] - begin);
    begin = word_ends[i];
  }
  for (const activation::Bag& one : bags) {
    Strings& words = result.texts.emplace_back();
    REQUIRE(one.end <= out.id_count);
    for (std::size_t at = one.begin; at < one.end; ++at) words.push_back(result.vocabulary.at(ids[at]));
  }
  return result;
}

}  // namespace

TEST_CASE("texts become bags of the vocabulary's words") {
  const Result result = bag({"Good film, good cast", "not good", ""}, {0, 0, 0});
  REQUIRE(result.status == Status::ok);
  CHECK(result.vocabulary == Strings{"good", "film", "cast", "not", "not good"});
  CHECK(result.texts == std::vector<Strings>{{"good", "film", "good", "cast"}, {"not", "not good"}, {}});
}

TEST_CASE("held-out texts add nothing to the vocabulary") {
  const Result result = bag({"bad unseen film", "good film", "bad"}, {1, 0, 0});
  REQUIRE(result.status == Status::ok);
  CHECK(result.vocabulary == Strings{"good", "film", "bad"});
  CHECK(result.texts[0] == Strings{"bad", "film"});
}

TEST_CASE("a negation does not reach into the next text") {
  const Result result = bag({"it is not", "good"}, {0, 0});
  CHECK(result.texts[1] == Strings{"good"});
}

TEST_CASE("many different words keep their places") {
  Strings texts(3);
  for (int i = 0; i < 20000; ++i)
    texts[static_cast<std::size_t>(i % 3)].append("w").append(std::to_string(i)).append(" ");
  const Result result = bag(texts, {0, 0, 0});
  REQUIRE(result.status == Status::ok);
  CHECK(result.vocabulary.size() == 20000);
  CHECK(result.texts[1].back() == "w19999");
  CHECK(result.texts[2].front() == "w2");
}

TEST_CASE("the densest texts fit: negated words of one letter") {
  std::string text = "no ";
  for (char c = 'a'; c <= 'z'; ++c) (text += c) += ' ';
  const Result result = bag({text}, {0});
  REQUIRE(result.status == Status::ok);
  CHECK(result.vocabulary.size() == 27);
  CHECK(result.vocabulary.back() == "not z");
}

TEST_CASE("more words or texts than the limits are too large, and sizes must match") {
  std::string text;
  for (int i = 0; i <= 50000; ++i) text.append("w").append(std::to_string(i)).append(" ");
  CHECK(bag({text}, {0}).status == Status::too_large);
  CHECK(bag(Strings(activation::most_texts + 1), Flags(activation::most_texts + 1)).status == Status::too_large);
  CHECK(bag({"a", "b"}, {0}).status == Status::bad_argument);
  std::vector<activation::Bag> bags(2);
  std::vector<std::uint32_t> ids(9);
  std::vector<char> vocabulary(99);
  activation::Bags out{.bags = bags, .ids = ids, .vocabulary = vocabulary, .word_ends = ids};
  const std::string all = "abcdef";
  for (const auto& ends : {std::vector<std::uint32_t>{4, 2}, {2, 7}, {2, 5}}) {
    CHECK(activation::bag_of_words(all, ends, Flags(2), out) == Status::bad_argument);
  }
}

TEST_CASE("a share of each class is held out, the same for the same seed") {
  std::vector<std::int32_t> labels(100);
  for (std::size_t i = 0; i < 100; ++i) labels[i] = i < 60 ? 0 : i < 98 ? 1 : 2;
  Flags first(100);
  Flags second(100);
  REQUIRE(activation::hold_out(labels, 3, 0.2, 7, first) == Status::ok);
  REQUIRE(activation::hold_out(labels, 3, 0.2, 7, second) == Status::ok);
  CHECK(first == second);
  CHECK(std::count(first.begin(), first.begin() + 60, 1) == 12);
  CHECK(std::count(first.begin() + 60, first.begin() + 98, 1) == 7);
  CHECK(std::count(first.begin() + 98, first.end(), 1) == 1);
  REQUIRE(activation::hold_out(labels, 3, 0.2, 8, second) == Status::ok);
  CHECK(first != second);
  REQUIRE(activation::hold_out(labels, 3, 0, 8, second) == Status::ok);
  CHECK(std::count(second.begin(), second.end(), 0) == 100);
}

TEST_CASE("which texts are held out does not depend on the machine") {
  const std::vector<std::int32_t> labels(10, 0);
  Flags held(10);
  REQUIRE(activation::hold_out(labels, 1, 0.3, 42, held) == Status::ok);
  CHECK(std::accumulate(held.begin(), held.end(), 0) == 3);
  CHECK(held == Flags{0, 1, 0, 0, 1, 0, 1, 0, 0, 0});
}

TEST_CASE("labels, classes and shares out of range are refused") {
  Flags held(2);
  CHECK(activation::hold_out(std::vector<std::int32_t>{0, 2}, 2, 0.2, 1, held) == Status::bad_argument);
  CHECK(activation::hold_out(std::vector<std::int32_t>{0, -1}, 2, 0.2, 1, held) == Status::bad_argument);
  CHECK(activation::hold_out(std::vector<std::int32_t>{0}, 2, 0.2, 1, held) == Status::bad_argument);
  CHECK(activation::hold_out(std::vector<std::int32_t>{0, 1}, 2, 0.91, 1, held) == Status::bad_argument);
  CHECK(activation::hold_out(std::vector<std::int32_t>{0, 1}, 2, -0.1, 1, held) == Status::bad_argument);
  CHECK(activation::hold_out(std::vector<std::int32_t>{0, 1}, 11, 0.2, 1, held) == Status::bad_argument);
}
