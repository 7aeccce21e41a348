#include <activation/classifier.hpp>
#include <activation/words.hpp>

#include <emscripten/bind.h>

#include <algorithm>

#include "pointers.hpp"

namespace {

using namespace activation;

int hold(Address labels, std::size_t texts, int classes, double share, std::uint32_t seed, Address held_out) {
  return static_cast<int>(hold_out(span_at<const std::int32_t>(labels, texts), classes, share, seed,
                                   span_at<std::uint8_t>(held_out, texts)));
}

/// sizes: how many ids and how many words there are.
int bag(Address text, std::size_t bytes, Address ends, Address held_out, std::size_t texts, Address bags, Address ids,
        Address vocabulary, Address word_ends, Address sizes) {
  Bags result{.bags = span_at<Bag>(bags, texts),
              .ids = span_at<std::uint32_t>(ids, most_words(bytes)),
              .vocabulary = span_at<char>(vocabulary, most_vocabulary_bytes(bytes)),
              .word_ends = span_at<std::uint32_t>(word_ends, most_words(bytes))};
  const Status status = bag_of_words(span_at<const char>(text, bytes), span_at<const std::uint32_t>(ends, texts),
                                     span_at<const std::uint8_t>(held_out, texts), result);
  span_at<std::size_t>(sizes, 2)[0] = result.id_count;
  span_at<std::size_t>(sizes, 2)[1] = result.word_count;
  return static_cast<int>(status);
}

Examples examples_at(Address ids, std::size_t id_count, Address bags, Address labels, Address held_out,
                     std::size_t texts) {
  return {.ids = span_at<const std::uint32_t>(ids, id_count),
          .bags = span_at<const Bag>(bags, texts),
          .labels = span_at<const std::int32_t>(labels, texts),
          .held_out = span_at<const std::uint8_t>(held_out, texts)};
}

/// A model as one array: the weights, then the biases.
LinearModel model_at(Address model, std::size_t vocabulary, std::size_t classes) {
  const std::size_t weights = vocabulary * classes;
  return {.weights = span_at<double>(model, weights),
          .biases = span_at<double>(model + weights * sizeof(double), classes)};
}

/// The model and, behind it, its velocity go from `before` to `after`.
int train(Address ids, std::size_t id_count, Address bags, Address labels, Address held_out, std::size_t texts,
          Address before, Address after, std::size_t vocabulary, std::size_t classes, double step, double l2,
          double momentum, Address losses, std::size_t epochs) {
  const std::size_t size = (vocabulary + 1) * classes;
  std::copy_n(reinterpret_cast<const double*>(before), 2 * size, reinterpret_cast<double*>(after));
  return static_cast<int>(train_classifier(
      examples_at(ids, id_count, bags, labels, held_out, texts), {.step = step, .l2 = l2, .momentum = momentum},
      model_at(after, vocabulary, classes), model_at(after + size * sizeof(double), vocabulary, classes),
      span_at<double>(losses, 2 * epochs)));
}

/// losses: of both parts; confusion: both tables.
int evaluate(Address ids, std::size_t id_count, Address bags, Address labels, Address held_out, std::size_t texts,
             Address model, std::size_t vocabulary, std::size_t classes, Address losses, Address confusion) {
  const auto tables = span_at<std::uint32_t>(confusion, 2 * classes * classes);
  Verdict training{.confusion = tables.first(classes * classes)};
  Verdict rest{.confusion = tables.last(classes * classes)};
  const Status status = evaluate_classifier(examples_at(ids, id_count, bags, labels, held_out, texts),
                                            model_at(model, vocabulary, classes), training, rest);
  span_at<double>(losses, 2)[0] = training.loss;
  span_at<double>(losses, 2)[1] = rest.loss;
  return static_cast<int>(status);
}

int classify(Address rows, std::size_t words, Address biases, std::size_t classes, Address logits,
             Address probabilities) {
  return static_cast<int>(classify_bag(span_at<const double>(rows, words * classes),
                                       span_at<const double>(biases, classes), span_at<double>(logits, classes),
                                       span_at<double>(probabilities, classes)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(classifier) {
  emscripten::function("holdOut", &hold);
  emscripten::function("bagOfWords", &bag);
  emscripten::function("classifierTrain", &train);
  emscripten::function("classifierEvaluate", &evaluate);
  emscripten::function("classifyBag", &classify);
}
