#include <activation/classifier.hpp>

#include "catch.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

using activation::Bag;
using activation::Descent;
using activation::Status;
using Doubles = std::vector<double>;

namespace {

/// Texts of a language of eight words, made by a rule: class k likes the words 2k and 2k + 1.
struct Data {
  std::vector<std::uint32_t> ids;
  std::vector<Bag> bags;
  std::vector<std::int32_t> labels;
  std::vector<std::uint8_t> held_out;
  operator activation::Examples() const { return {ids, bags, labels, held_out}; }
};

constexpr std::size_t vocabulary = 8;
constexpr std::size_t classes = 3;

Data data() {
  Data made;
  std::uint32_t state = 1;
  const auto random = [&](std::uint32_t below) {
    return (state = state * 1664525 + 1013904223) >> 16 & 0x7FFF % below;
  };
  for (std::uint32_t i = 0; i < 90; ++i) {
    const std::uint32_t label = i % 3;
    const auto begin = static_cast<std::uint32_t>(made.ids.size());
    for (std::uint32_t word = 0; word < 1 + i % 5; ++word) {
      made.ids.push_back(random(4) == 0 ? random(1 + 7) : 2 * label + random(2));
    }
    made.bags.push_back({begin, static_cast<std::uint32_t>(made.ids.size())});
    made.labels.push_back(static_cast<std::int32_t>(label));
    made.held_out.push_back(i % 6 >= 5 ? 1 : 0);
  }
  return made;
}

struct Model {
  Doubles weights = Doubles(vocabulary * classes);
  Doubles biases = Doubles(classes);
  operator activation::LinearModel() { return {weights, biases}; }
};

struct Trained {
  Model model;
  Model velocity;
  Doubles losses;
};

Trained trained(const Data& examples, std::size_t epochs, const Descent& descent = {}) {
  Trained result;
  result.losses.resize(2 * epochs);
  REQUIRE(activation::train_classifier(examples, descent, result.model, result.velocity, result.losses) == Status::ok);
  return result;
}

struct Verdicts {
  double loss[2];
  std::vector<std::uint32_t> confusion[2];
};

Verdicts verdicts(const Data& examples, Model model) {
  Verdicts result{{}, {std::vector<std::uint32_t>(9), std::vector<std::uint32_t>(9)}};
  activation::Verdict training{.confusion = result.confusion[0]};
  activation::Verdict held_out{.confusion = result.confusion[1]};
  REQUIRE(activation::evaluate_classifier(examples, model, training, held_out) == Status::ok);
  result.loss[0] = training.loss;
  result.loss[1] = held_out.loss;
  return result;
}

/// The mean over the training texts of |x|^2 + 1, by counting.
double mean_square(const Data& examples) {
  double sum = 0;
  double texts = 0;
  for (std::size_t i = 0; i < examples.bags.size(); ++i) {
    if (examples.held_out[i]) continue;
    double counts[vocabulary] = {};
    for (std::size_t at = examples.bags[i].begin; at < examples.bags[i].end; ++at) ++counts[examples.ids[at]];
    for (const double c : counts) sum += c * c;
    ++texts;
  }
  return sum / texts + 1;
}

}  // namespace

TEST_CASE("the gradient is that of the mean cross-entropy: finite differences agree") {
  const Data examples = data();
  const Model start = trained(examples, 7).model;
  for (const double l2 : {0.0, 0.05}) {
    const Descent descent{.step = 1, .l2 = l2, .momentum = 0};
    Model after = start;
    Model velocity;
    Doubles losses(2);
    REQUIRE(activation::train_classifier(examples, descent, after, velocity, losses) == Status::ok);
    const double rate = descent.step / mean_square(examples);
    const double h = 0x1p-17;
    for (std::size_t j = 0; j < vocabulary * classes + classes; ++j) {
      const bool bias = j >= vocabulary * classes;
      const auto number = [&](Model& model) -> double& {
        return bias ? model.biases[j - vocabulary * classes] : model.weights[j];
      };
      Model up = start;
      Model down = start;
      number(up) += h;
      number(down) -= h;
      const double slope = (verdicts(examples, up).loss[0] - verdicts(examples, down).loss[0]) / (2 * h);
      Model before = start;
      const double decay = bias ? 0 : l2 * number(before);
      CAPTURE(j, l2);
      CHECK(std::fabs((number(before) - number(after)) / rate - (slope + decay)) < 1e-8);
    }
  }
}

TEST_CASE("the loss begins at the logarithm of the number of classes and falls") {
  const Trained result = trained(data(), 60);
  CHECK(std::fabs(result.losses[0] - std::log(3.0)) < 1e-13);
  CHECK(std::fabs(result.losses[1] - std::log(3.0)) < 1e-13);
  const Trained plain = trained(data(), 60, {.step = 2, .l2 = 0, .momentum = 0});
  for (std::size_t epoch = 1; epoch < 60; ++epoch) CHECK(plain.losses[2 * epoch] < plain.losses[2 * epoch - 2]);
  CHECK(result.losses[118] < 0.8 * result.losses[0]);
}

TEST_CASE("held-out texts are never learned from") {
  const Data examples = data();
  Data other = examples;
  for (std::size_t i = 0; i < other.labels.size(); ++i) {
    if (!other.held_out[i]) continue;
    other.labels[i] = (other.labels[i] + 1) % 3;
    for (std::size_t at = other.bags[i].begin; at < other.bags[i].end; ++at) other.ids[at] = 7 - other.ids[at];
  }
  const Trained first = trained(examples, 20);
  const Trained second = trained(other, 20);
  CHECK(first.model.weights == second.model.weights);
  CHECK(first.model.biases == second.model.biases);
  bool differ = false;
  for (std::size_t epoch = 0; epoch < 20; ++epoch) {
    CHECK(first.losses[2 * epoch] == second.losses[2 * epoch]);
    differ = differ || first.losses[2 * epoch + 1] != second.losses[2 * epoch + 1];
  }
  CHECK(differ);
}

TEST_CASE("training in pieces gives the bits of training at once") {
  const Data examples = data();
  const Trained whole = trained(examples, 30);
  Trained pieces = trained(examples, 10);
  Doubles losses(40);
  REQUIRE(activation::train_classifier(examples, {}, pieces.model, pieces.velocity, losses) == Status::ok);
  CHECK(pieces.model.weights == whole.model.weights);
  CHECK(pieces.model.biases == whole.model.biases);
  CHECK(Doubles(whole.losses.begin() + 20, whole.losses.end()) == losses);
}

TEST_CASE("every machine and compiler learns the same bits") {
  const Trained result = trained(data(), 100);
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const Doubles* part : {&result.model.weights, &result.model.biases, &result.losses}) {
    for (const double y : *part) {
      std::uint64_t bits = __builtin_bit_cast(std::uint64_t, y);
      for (int i = 0; i < 8; ++i, bits >>= 8) hash = (hash ^ (bits & 0xFF)) * 0x100000001B3;
    }
  }
  INFO("0x" << std::hex << hash);
  CHECK(hash == 0xe6678b27370fb074);
}

TEST_CASE("the largest steps allowed do not end in NaN") {
  for (const double step : {3.7, 10.0}) {
    const Trained result = trained(data(), 2000, {.step = step, .l2 = 0.1, .momentum = 0.99});
    for (const double w : result.model.weights) CHECK(std::isfinite(w));
    for (const double loss : result.losses) CHECK(std::isfinite(loss));
  }
}

TEST_CASE("the confusion table counts every text once, true classes in rows") {
  Data examples = data();
  Model model;
  model.biases = {0, 1, 0};  // predicts class 1 for all
  const Verdicts result = verdicts(examples, model);
  CHECK(result.confusion[0] == std::vector<std::uint32_t>{0, 30, 0, 0, 30, 0, 0, 15, 0});
  CHECK(result.confusion[1] == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 0, 15, 0});
  // Of equals the first.
  CHECK(verdicts(examples, Model{}).confusion[1][6] == 15);
}

TEST_CASE("the cross-entropy is right to the last digits, however sure the model is") {
  Data one;
  one.bags = {{0, 0}, {0, 0}};
  one.labels = {0, 2};
  one.held_out = {0, 1};
  const struct {
    Doubles biases;
    double first;  // mpmath: log(sum(exp(z - z_y)))
    double last;
  } rows[] = {
      {{0, 0, 0}, 1.0986122886681098, 1.0986122886681098},
      {{1, 0, 0}, 0.5514447139320511, 1.551444713932051},
      {{0.5, -3.25, 2}, 1.7056943382598848, 0.2056943382598847},
      {{30, 0, 0}, 1.8715245937678598e-13, 30.00000000000019},
      {{-700, 0, 700}, 1400, 0},
  };
  for (const auto& row : rows) {
    Model model;
    model.biases = row.biases;
    const Verdicts result = verdicts(one, model);
    CAPTURE(row.biases[0], row.biases[2]);
    CHECK(std::fabs(result.loss[0] - row.first) <= 4e-16 * (1 + row.first));
    CHECK(std::fabs(result.loss[1] - row.last) <= 4e-16 * (1 + row.last));
  }
}

TEST_CASE("the logits of a text are the biases and the rows of its words") {
  const Doubles rows{1, 2, 1e16, 1, -1e16, 0};
  Doubles logits(2);
  Doubles probabilities(2);
  REQUIRE(activation::classify_bag(rows, Doubles{0.5, 3}, logits, probabilities) == Status::ok);
  CHECK(logits == Doubles{1.5, 6});
  CHECK(std::fabs(probabilities[0] - 1 / (1 + std::exp(4.5))) < 1e-17);
  REQUIRE(activation::classify_bag({}, Doubles{2, 2}, logits, probabilities) == Status::ok);
  CHECK(probabilities == Doubles{0.5, 0.5});
  CHECK(activation::classify_bag(Doubles{1}, Doubles{1, 2}, logits, probabilities) == Status::bad_argument);
  CHECK(activation::classify_bag({}, {}, {}, {}) == Status::bad_argument);
}

TEST_CASE("examples and options out of range are refused") {
  const Data good = data();
  Model model;
  Model velocity;
  Doubles losses(2);
  const auto status = [&](const Data& examples, const Descent& descent = {}) {
    return activation::train_classifier(examples, descent, model, velocity, losses);
  };
  CHECK(status(good) == Status::ok);
  Data bad = good;
  bad.ids[3] = vocabulary;
  CHECK(status(bad) == Status::bad_argument);
  bad = good;
  bad.labels[3] = 3;
  CHECK(status(bad) == Status::bad_argument);
  bad = good;
  bad.bags[3].end = 9999;
  CHECK(status(bad) == Status::bad_argument);
  bad = good;
  bad.held_out.assign(bad.held_out.size(), 1);
  CHECK(status(bad) == Status::bad_argument);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const Descent& descent :
       {Descent{.step = 0}, Descent{.step = 11}, Descent{.step = nan}, Descent{.l2 = -1}, Descent{.l2 = 0.2},
        Descent{.l2 = nan}, Descent{.momentum = 1}, Descent{.momentum = nan}}) {
    CHECK(status(good, descent) == Status::bad_argument);
  }
  losses.resize(3);
  CHECK(status(good) == Status::bad_argument);
  losses.resize(0);
  velocity.biases.resize(2);
  CHECK(status(good) == Status::bad_argument);
  std::vector<std::uint32_t> small(4);
  activation::Verdict one{.confusion = small};
  activation::Verdict two{.confusion = small};
  CHECK(activation::evaluate_classifier(good, model, one, two) == Status::bad_argument);
}
