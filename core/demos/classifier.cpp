#include <activation/classifier.hpp>

#include "softmax.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace activation {
namespace {

using math::Two;

constexpr auto most_classes = static_cast<std::size_t>(most_labels);

bool within(double x, double low, double high) { return x >= low && x <= high; }

/// The natural logarithm of a sum from 1 to most_classes, within 1e-15: Halley's iteration on our own exponential, each
/// step of which cubes the error.
double log_of(Two<double> sum) {
  double y = sum.hi < 2 ? sum.hi - 1 : 1 + 0.2 * (sum.hi - 2);
  for (int i = 0; i < 3; ++i) {
    const math::Exponential<double> e = math::exponential(-y);
    const Two<double> product = math::times(math::significand(e), sum);
    const double off = math::scale(product.hi, e.exponent) - 1 + math::scale(product.lo, e.exponent);
    y += 2 * off / (2 + off);
  }
  return y;
}

/// What a model makes of one bag.
struct Forward {
  std::array<double, most_classes> probabilities;
  double loss;            ///< -log of the probability of the true class
  std::size_t predicted;  ///< the first of the most probable classes
};

Forward forward(const Examples& examples, const LinearModel& model, std::size_t i) {
  const std::size_t classes = model.biases.size();
  std::array<Two<double>, most_classes> logits{};
  for (std::size_t k = 0; k < classes; ++k) logits[k].hi = model.biases[k];
  for (std::size_t at = examples.bags[i].begin; at < examples.bags[i].end; ++at) {
    const double* const row = model.weights.data() + examples.ids[at] * classes;
    for (std::size_t k = 0; k < classes; ++k) logits[k].hi += row[k];
  }
  Forward result{};
  const auto z = std::span<const Two<double>>(logits).first(classes);
  const Two<double> sum = softmax_of(z, std::span(result.probabilities).first(classes));
  for (std::size_t k = 1; k < classes; ++k) {
    if (z[k].hi > z[result.predicted].hi) result.predicted = k;
  }
  const double truth = z[static_cast<std::size_t>(examples.labels[i])].hi;
  result.loss = log_of(sum) + (z[result.predicted].hi - truth);
  return result;
}

bool fit(const Examples& examples, const LinearModel& model) {
  const std::size_t n = examples.bags.size();
  const std::size_t classes = model.biases.size();
  if (classes < 1 || classes > most_classes || model.weights.size() % classes != 0 || examples.labels.size() != n ||
      examples.held_out.size() != n) {
    return false;
  }
  const std::size_t vocabulary = model.weights.size() / classes;
  for (const std::uint32_t id : examples.ids) {
    if (id >= vocabulary) return false;
  }
  for (std::size_t i = 0; i < n; ++i) {
    const Bag& bag = examples.bags[i];
    if (bag.begin > bag.end || bag.end > examples.ids.size()) return false;
    if (examples.labels[i] < 0 || static_cast<std::size_t>(examples.labels[i]) >= classes) return false;
  }
  return true;
}

/// The mean over the training texts of |x|^2 + 1, x being the counts of words and the 1 that of the bias. `counts` is
/// scratch, one number for each word of the vocabulary.
double mean_square(const Examples& examples, std::span<double> counts, double texts) {
  std::fill(counts.begin(), counts.end(), 0.0);
  double sum = 0;
  for (std::size_t i = 0; i < examples.bags.size(); ++i) {
    if (examples.held_out[i] != 0) continue;
    const auto words = examples.ids.subspan(examples.bags[i].begin, examples.bags[i].end - examples.bags[i].begin);
    for (const std::uint32_t id : words) {
      sum += 2 * counts[id] + 1;  // (c + 1)^2 - c^2
      ++counts[id];
    }
    for (const std::uint32_t id : words) counts[id] = 0;
  }
  return sum / texts + 1;
}

}  // namespace

Status train_classifier(const Examples& examples, const Descent& descent, const LinearModel& model,
                        const LinearModel& velocity, std::span<double> losses) {
  const std::size_t classes = model.biases.size();
  if (!fit(examples, model) || velocity.weights.size() != model.weights.size() || velocity.biases.size() != classes ||
      losses.size() % 2 != 0 || !(descent.step > 0 && descent.step <= 10) || !within(descent.l2, 0, 0.1) ||
      !within(descent.momentum, 0, 0.99)) {
    return Status::bad_argument;
  }
  const auto held = static_cast<double>(
      std::count_if(examples.held_out.begin(), examples.held_out.end(), [](std::uint8_t flag) { return flag != 0; }));
  const double trained = static_cast<double>(examples.bags.size()) - held;
  if (trained < 1) return Status::bad_argument;
  const std::size_t size = model.weights.size() + classes;
  auto* const gradient = static_cast<double*>(std::malloc(size * sizeof(double)));
  if (gradient == nullptr) return Status::too_large;
  double* const bias_gradient = gradient + model.weights.size();
  const double rate = descent.step / mean_square(examples, {gradient, model.weights.size() / classes}, trained);

  for (std::size_t epoch = 0; epoch < losses.size() / 2; ++epoch) {
    std::fill(gradient, gradient + size, 0.0);
    double sums[2] = {0, 0};
    for (std::size_t i = 0; i < examples.bags.size(); ++i) {
      Forward at = forward(examples, model, i);
      const bool held_out = examples.held_out[i] != 0;
      sums[held_out ? 1 : 0] += at.loss;
      if (held_out) continue;
      // The gradient of the cross-entropy by the logits: the probabilities less the truth.
      at.probabilities[static_cast<std::size_t>(examples.labels[i])] -= 1;
      for (std::size_t k = 0; k < classes; ++k) bias_gradient[k] += at.probabilities[k];
      for (std::size_t word = examples.bags[i].begin; word < examples.bags[i].end; ++word) {
        double* const row = gradient + examples.ids[word] * classes;
        for (std::size_t k = 0; k < classes; ++k) row[k] += at.probabilities[k];
      }
    }
    losses[2 * epoch] = sums[0] / trained;
    losses[2 * epoch + 1] = held > 0 ? sums[1] / held : 0;
    for (std::size_t j = 0; j < model.weights.size(); ++j) {
      const double slope = gradient[j] / trained + descent.l2 * model.weights[j];
      velocity.weights[j] = descent.momentum * velocity.weights[j] - rate * slope;
      model.weights[j] += velocity.weights[j];
    }
    for (std::size_t k = 0; k < classes; ++k) {
      velocity.biases[k] = descent.momentum * velocity.biases[k] - rate * (bias_gradient[k] / trained);
      model.biases[k] += velocity.biases[k];
    }
  }
  std::free(gradient);
  return Status::ok;
}

Status evaluate_classifier(const Examples& examples, const LinearModel& model, Verdict& training, Verdict& held_out) {
  const std::size_t classes = model.biases.size();
  Verdict* const parts[] = {&training, &held_out};
  if (!fit(examples, model)) return Status::bad_argument;
  for (Verdict* part : parts) {
    if (part->confusion.size() != classes * classes) return Status::bad_argument;
    part->loss = 0;
    std::fill(part->confusion.begin(), part->confusion.end(), 0U);
  }
  double counts[2] = {0, 0};
  for (std::size_t i = 0; i < examples.bags.size(); ++i) {
    const std::size_t which = examples.held_out[i] != 0 ? 1 : 0;
    const Forward at = forward(examples, model, i);
    ++counts[which];
    parts[which]->loss += at.loss;
    ++parts[which]->confusion[static_cast<std::size_t>(examples.labels[i]) * classes + at.predicted];
  }
  for (std::size_t which = 0; which < 2; ++which) {
    if (counts[which] > 0) parts[which]->loss /= counts[which];
  }
  return Status::ok;
}

Status classify_bag(std::span<const double> rows, std::span<const double> biases, std::span<double> logits,
                    std::span<double> probabilities) {
  const std::size_t classes = biases.size();
  if (classes < 1 || classes > most_classes || rows.size() % classes != 0 || logits.size() != classes ||
      probabilities.size() != classes) {
    return Status::bad_argument;
  }
  std::array<Two<double>, most_classes> sums{};
  for (std::size_t k = 0; k < classes; ++k) {
    sums[k].hi = biases[k];
    for (std::size_t at = k; at < rows.size(); at += classes) sums[k] = math::plus(sums[k], Two<double>{rows[at], 0});
    logits[k] = math::rounded(sums[k]);
  }
  softmax_of(std::span<const Two<double>>(sums).first(classes), probabilities);
  return Status::ok;
}

}  // namespace activation
