#include <activation/sentiment.hpp>
#include <activation/words.hpp>

#include "catch.hpp"
#include "golden.hpp"
#include "json_lines.hpp"

#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using activation::Status;

namespace {

/// tests/golden/tutorial_seed42.json without its line breaks, so that json_lines.hpp can read it.
std::string tutorial() {
  std::ifstream file(golden::path("tutorial_seed42.json"));
  std::string text;
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find("\": ");
    if (colon != std::string::npos) line.erase(colon + 2, 1);
    text += line;
  }
  return text;
}

std::string unescaped(std::string text) {
  for (const auto& [escape, character] : {std::pair{"\\t", "\t"}, std::pair{"\\n", "\n"}}) {
    const std::size_t at = text.find(escape);
    if (at != std::string::npos) text.replace(at, 2, character);
  }
  return text;
}

struct Model {
  std::map<std::string, std::int32_t, std::less<>> words;
  std::vector<double> vectors;
  std::vector<double> weights;
};

Model model_of(std::string_view sentiment) {
  Model model;
  model.weights = golden::numbers_at(golden::object_at(sentiment, "weights"), "hex");
  const std::string_view vectors = golden::after_key(sentiment, "word_vectors");
  for (const char* word : {"good", "bad", "movie"}) {
    model.words[word] = static_cast<std::int32_t>(model.words.size());
    const std::vector<double> vector = golden::numbers_at(golden::object_at(vectors, word), "hex");
    model.vectors.insert(model.vectors.end(), vector.begin(), vector.end());
  }
  return model;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<activation::Word> words(activation::most_words(text.size()));
  std::vector<char> lower(activation::most_lower_bytes(text.size()));
  std::size_t count = 0;
  REQUIRE(activation::split_words(text, activation::Separation::spaces, words, lower, count) == Status::ok);
  std::vector<std::string> result;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < count; ++i) {
    result.emplace_back(lower.data() + begin, words[i].lower_end - begin);
    begin = words[i].lower_end;
  }
  return result;
}

struct Result {
  std::vector<double> vector;
  std::vector<double> logits;
  std::vector<double> probabilities;
  operator activation::Sentiment() { return {vector, logits, probabilities}; }
};

Result blank(std::size_t dimensions, std::size_t classes) {
  return {std::vector<double>(dimensions), std::vector<double>(classes), std::vector<double>(classes)};
}

void within(double ulps, const std::vector<double>& got, const std::vector<double>& expected) {
  REQUIRE(got.size() == expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    const double size = std::fabs(expected[i]);
    const double ulp = size == 0 ? std::numeric_limits<double>::denorm_min()
                                 : std::nextafter(size, std::numeric_limits<double>::infinity()) - size;
    CAPTURE(i, got[i], expected[i]);
    CHECK(std::fabs(got[i] - expected[i]) <= ulps * ulp);
  }
}

}  // namespace

TEST_CASE("the tutorial's nine sentences have the exact results, rounded once") {
  const std::string text = tutorial();
  const std::string_view sentiment = golden::after_key(text, "sentiment");
  const Model model = model_of(sentiment);
  std::string_view rest = golden::after_key(sentiment, "results");
  rest = rest.substr(0, rest.find("\"program_order\""));  // which has a text of its own
  int sentences = 0;
  for (std::size_t at = rest.find("\"text\":"); at != std::string_view::npos; at = rest.find("\"text\":")) {
    rest = rest.substr(at);
    const std::string sentence = unescaped(golden::string_at(rest, "text"));
    DYNAMIC_SECTION("\"" << sentence << "\"") {
      std::vector<std::int32_t> rows;
      for (const std::string& word : split(sentence)) {
        const auto found = model.words.find(word);
        rows.push_back(found == model.words.end() ? activation::unknown_word : found->second);
      }
      Result result = blank(5, 3);
      REQUIRE(activation::sentiment(rows, false, model.vectors, model.weights, result) == Status::ok);
      const std::string_view exact = golden::after_key(rest, "exact");
      within(0, result.vector, golden::numbers_at(golden::object_at(exact, "vector"), "hex"));
      within(0, result.logits, golden::numbers_at(golden::object_at(exact, "logits"), "hex"));
      within(0, result.probabilities, golden::numbers_at(golden::object_at(exact, "probs"), "hex"));
    }
    rest = rest.substr(7);
    ++sentences;
  }
  CHECK(sentences == 9);
}

TEST_CASE("an unknown word is left out of the mean, or counts as zeros where that is asked for") {
  const std::vector<double> vectors{2, 4};
  const std::vector<double> weights{1, 0, 0, 1};
  const std::vector<std::int32_t> rows{0, activation::unknown_word};
  Result result = blank(2, 2);
  REQUIRE(activation::sentiment(rows, false, vectors, weights, result) == Status::ok);
  CHECK(result.vector == std::vector<double>{2, 4});
  REQUIRE(activation::sentiment(rows, true, vectors, weights, result) == Status::ok);
  CHECK(result.vector == std::vector<double>{1, 2});
  CHECK(result.logits == std::vector<double>{1, 2});
}

TEST_CASE("without a word the vector is zeros and every class as probable, not NaN") {
  Result result = blank(2, 3);
  for (const bool zeros : {false, true}) {
    result.vector = {7, 7};
    REQUIRE(activation::sentiment({}, zeros, {}, std::vector<double>{1, 2, 3, 4, 5, 6}, result) == Status::ok);
    CHECK(result.vector == std::vector<double>{0, 0});
    CHECK(result.logits == std::vector<double>{0, 0, 0});
    CHECK(result.probabilities == std::vector<double>(3, 1.0 / 3.0));
  }
}

TEST_CASE("logits that cancel in doubles are right all the same") {
  // 1 * 1e16 + 1 * 1 - 1 * 1e16, where doubles lose the 1.
  const std::vector<double> vectors{1, 1, 1};
  const std::vector<double> weights{1e16, 1, -1e16};
  const std::vector<std::int32_t> rows{0};
  Result result = blank(3, 1);
  REQUIRE(activation::sentiment(rows, false, vectors, weights, result) == Status::ok);
  CHECK(result.logits[0] == 1);
  CHECK(result.probabilities[0] == 1);
}

TEST_CASE("numbers of any size up to the limit give probabilities, not NaN") {
  const std::vector<double> vectors{1e100};
  const std::vector<double> weights{1e100, -1e100, 1e100};
  const std::vector<std::int32_t> rows{0, 0, 0};
  Result result = blank(1, 3);
  REQUIRE(activation::sentiment(rows, false, vectors, weights, result) == Status::ok);
  CHECK(result.probabilities == std::vector<double>{0.5, 0, 0.5});
}

TEST_CASE("tables that do not fit and numbers that are none are refused") {
  const std::vector<double> vectors{1, 2};
  const std::vector<double> weights{1, 2, 3, 4};
  const std::vector<std::int32_t> rows{0};
  Result result = blank(2, 2);
  const auto status = [&](const std::vector<std::int32_t>& r, const std::vector<double>& v,
                          const std::vector<double>& w) { return activation::sentiment(r, false, v, w, result); };
  CHECK(status(rows, vectors, weights) == Status::ok);
  CHECK(status({1}, vectors, weights) == Status::bad_argument);
  CHECK(status({-2}, vectors, weights) == Status::bad_argument);
  CHECK(status(rows, {1, 2, 3}, weights) == Status::bad_argument);
  CHECK(status(rows, vectors, {1, 2, 3}) == Status::bad_argument);
  CHECK(status(rows, vectors, {1, 2, 3, 4, 5, 6}) == Status::bad_argument);
  CHECK(status(rows, {1, std::nan("")}, weights) == Status::bad_argument);
  CHECK(status(rows, vectors, {1, 2, 3, 1e101}) == Status::bad_argument);
  Result empty = blank(0, 2);
  CHECK(activation::sentiment(rows, false, vectors, weights, empty) == Status::bad_argument);
}
