#pragma once

#include <activation/bags.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace activation {

/// Softmax regression (multinomial logistic regression) on bags of words: the logits of a text are the biases and, for
/// each of its words, a row of the weights. C. Bishop, Pattern Recognition and Machine Learning 2006, 4.3.4.
struct LinearModel {
  std::span<double> weights;  ///< shape (vocabulary, classes), row-major
  std::span<double> biases;   ///< shape (classes)
};

/// Texts as bag_of_words gives them, each with its class.
struct Examples {
  std::span<const std::uint32_t> ids;
  std::span<const Bag> bags;
  std::span<const std::int32_t> labels;    ///< in [0, classes)
  std::span<const std::uint8_t> held_out;  ///< whether training must not see it
};

/// Full-batch gradient descent with momentum: v = momentum v - rate (gradient + l2 weights), weights += v.
struct Descent {
  double step = 2;   ///< rate times the mean of |x|^2 + 1 over the texts: the same step serves short and long texts.
                     ///< Below 3.8 every epoch is stable for certain, since no curvature is larger than half that mean.
  double l2 = 1e-3;  ///< weight decay; biases are left alone
  double momentum = 0.9;
};

/// The mean cross-entropy of a part of the examples (0 if it is empty) and its confusion table: [true class * classes +
/// predicted class]. Of classes that are as probable the first counts as predicted.
struct Verdict {
  double loss = 0;
  std::span<std::uint32_t> confusion;
};

/// One epoch for each pair in `losses`: the mean cross-entropy, in nats, of the training and of the held-out part when
/// the epoch begins. `velocity` is what momentum carries from call to call, of the model's shape, zeros at first.
/// The same bits everywhere: sums go through the texts in order.
/// bad_argument: sizes that do not match, ids, bags or labels out of range, no example to train on, step outside of
/// (0, 10], l2 of [0, 0.1], momentum of [0, 0.99]; too_large: no memory.
Status train_classifier(const Examples& examples, const Descent& descent, const LinearModel& model,
                        const LinearModel& velocity, std::span<double> losses);

/// How good a model is. bad_argument as above.
Status evaluate_classifier(const Examples& examples, const LinearModel& model, Verdict& training, Verdict& held_out);

/// The verdict on one text: `rows` are the rows of the weights of its words, in any order, shape (words, classes).
/// Logits are rounded once, probabilities within 1 ulp.
Status classify_bag(std::span<const double> rows, std::span<const double> biases, std::span<double> logits,
                    std::span<double> probabilities);

}  // namespace activation
