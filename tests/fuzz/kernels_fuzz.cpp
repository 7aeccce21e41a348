// libFuzzer drives every kernel with arbitrary bits: which function, what of it, parameters, lengths, places in memory,
// numbers. Whatever comes, nothing may crash or read or write beyond its arrays, which AddressSanitizer and
// UndefinedBehaviorSanitizer watch; a NaN must come through; alone and in arrays a number must give the same bits; and
// what cannot be computed must be refused by its status, without a trace in the output.
//
// npm run fuzz

#include <activation/catalog.hpp>
#include <activation/curve.hpp>
#include <activation/vector_functions.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace activation;

namespace {

std::string what;  ///< is being done, for the message

void require(bool holds, const char* claim) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s does not hold\n", what.c_str(), claim);
  std::abort();
}

/// The input as numbers; when it is used up, pseudo-random ones follow, so that short inputs do long work.
class Source {
 public:
  Source(const std::uint8_t* data, std::size_t size) : data_(data, size) {}

  template <class T>
  T take() {
    std::uint64_t bits = random();
    const std::size_t size = std::min(sizeof(T), data_.size());
    std::memcpy(&bits, data_.data(), size);
    data_ = data_.subspan(size);
    T value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }

  std::size_t below(std::size_t limit) { return take<std::uint16_t>() % limit; }
  bool one_in(std::size_t n) { return take<std::uint8_t>() % n == 0; }

  /// Any bits, or a number where functions bend.
  template <class T>
  T number() {
    const auto kind = take<std::uint8_t>();
    if (kind % 4 == 0) return take<T>();
    if (kind == 1) return std::numeric_limits<T>::quiet_NaN();
    if (kind == 2) return std::numeric_limits<T>::infinity();
    if (kind == 3) return -std::numeric_limits<T>::infinity();
    return static_cast<T>(take<std::int16_t>()) / (kind % 4 == 1 ? 8 : kind % 4 == 2 ? 1024 : 64);
  }

 private:
  std::uint64_t random() {
    state_ = state_ * 6364136223846793005 + 1442695040888963407;
    return state_ ^ state_ >> 29;
  }

  std::span<const std::uint8_t> data_;
  std::uint64_t state_ = 1;
};

template <class T>
bool same_bits(T a, T b) {
  return std::memcmp(&a, &b, sizeof a) == 0 || (std::isnan(a) && std::isnan(b));
}

template <class T>
bool same_bits(std::span<const T> a, std::span<const T> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](T one, T other) { return same_bits(one, other); });
}

constexpr double untouched = -77.625;

/// Numbers at any place in memory that suits their type, with nothing behind them.
template <class T>
class Array {
 public:
  Array(Source& source, std::size_t size)
      : memory_(source.below(4) + size, static_cast<T>(untouched)), begin_(memory_.size() - size) {}

  std::span<T> all() { return std::span(memory_).subspan(begin_); }
  std::span<const T> all() const { return std::span(memory_).subspan(begin_); }

  void fill(Source& source) {
    for (T& one : all()) one = source.number<T>();
  }
  bool has_nan() const {
    return std::any_of(all().begin(), all().end(), [](T one) { return std::isnan(one); });
  }
  void require_untouched() const {
    require(std::all_of(memory_.begin(), memory_.end(), [](T one) { return one == static_cast<T>(untouched); }),
            "a refused call writes nothing");
  }
  void require_front_untouched() const {
    require(std::all_of(memory_.begin(), memory_.begin() + static_cast<std::ptrdiff_t>(begin_),
                        [](T one) { return one == static_cast<T>(untouched); }),
            "nothing is written in front of the output");
  }

 private:
  std::vector<T> memory_;
  std::size_t begin_;
};

/// One number for each parameter, most of the time within its limits.
std::vector<double> parameters_for(Source& source, std::size_t function) {
  std::vector<double> values;
  for (const Parameter& p : catalog()[function].parameters) {
    const double share = source.take<std::uint8_t>() / 255.0;
    switch (source.below(8)) {
      case 0: values.push_back(source.take<double>()); break;
      case 1: values.push_back(p.minimum); break;
      case 2: values.push_back(p.maximum); break;
      case 3: values.push_back(p.slider_minimum + share * (p.slider_maximum - p.slider_minimum)); break;
      case 4: values.push_back(p.minimum * (1 - share) + share * p.maximum); break;
      default: values.push_back(p.standard);
    }
  }
  if (source.one_in(32)) values.push_back(1);
  if (source.one_in(32) && !values.empty()) values.pop_back();
  return values;
}

bool are_good(std::size_t function, const std::vector<double>& values) {
  const std::span<const Parameter> parameters = catalog()[function].parameters;
  if (values.size() != parameters.size()) return false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!(values[i] >= parameters[i].minimum && values[i] <= parameters[i].maximum)) return false;
    if (parameters[i].whole && values[i] != std::floor(values[i])) return false;
  }
  return true;
}

Status evaluate_alone(std::size_t function, Quantity quantity, std::span<const double> x, std::span<double> out,
                      const std::vector<double>& parameters) {
  return evaluate_each(function, quantity, x, out, parameters);
}

Status evaluate_alone(std::size_t function, Quantity quantity, std::span<const float> x, std::span<float> out,
                      const std::vector<double>& parameters) {
  Status status = Status::ok;
  for (std::size_t i = 0; i < x.size() && status == Status::ok; ++i) {
    status = evaluate(function, quantity, x.subspan(i, 1), out.subspan(i, 1), parameters);
  }
  return status;
}

template <class T>
void elementwise(Source& source, std::size_t function, const std::vector<double>& parameters) {
  const auto quantity = static_cast<Quantity>(source.below(3));
  what += " " + std::to_string(static_cast<int>(quantity)) + (sizeof(T) == 8 ? " of doubles" : " of floats");
  const std::size_t n = source.below(source.one_in(8) ? 600 : 20);
  Array<T> x(source, n);
  x.fill(source);
  Array<T> out(source, source.one_in(16) ? n + 1 : n);
  const Status status = evaluate(function, quantity, std::as_const(x).all(), out.all(), parameters);
  Status expected = Status::ok;
  if (is_vector_function(function)) {
    expected = Status::unsupported;
  } else if (out.all().size() != n) {
    expected = Status::bad_argument;
  } else if (!are_good(function, parameters)) {
    expected = Status::bad_parameter;
  }
  require(status == expected, "the status says what is wrong");
  if (status != Status::ok) return out.require_untouched();
  out.require_front_untouched();
  for (std::size_t i = 0; i < n; ++i) {
    if (std::isnan(x.all()[i])) require(std::isnan(out.all()[i]), "NaN in, NaN out");
  }
  Array<T> alone(source, n);
  require(evaluate_alone(function, quantity, std::as_const(x).all(), alone.all(), parameters) == Status::ok,
          "alone it is computed too");
  require(same_bits<T>(out.all(), alone.all()), "the same bits in an array and alone");
  evaluate(function, quantity, std::as_const(x).all(), x.all(), parameters);
  require(same_bits<T>(out.all(), x.all()), "the same bits in place");
}

template <class T>
void vector(Source& source, std::size_t function, const std::vector<double>& parameters) {
  what += sizeof(T) == 8 ? " of a vector of doubles" : " of a vector of floats";
  const std::size_t n = source.below(source.one_in(8) ? 300 : 24);
  Array<T> x(source, n);
  x.fill(source);
  const std::size_t m = vector_outputs(function, n, parameters);
  if (m == 0) {
    Array<T> out(source, n);
    const Status status = vector_value(function, std::as_const(x).all(), out.all(), parameters);
    require(status != Status::ok, "what has no outputs is refused");
    if (is_vector_function(function) && !are_good(function, parameters)) {
      require(status == Status::bad_parameter, "the status says what is wrong");
    }
    return out.require_untouched();
  }
  require(is_vector_function(function) && are_good(function, parameters) && n > 0, "outputs are for good input");

  Array<T> wrong(source, m + 1);
  require(vector_value(function, std::as_const(x).all(), wrong.all(), parameters) == Status::bad_argument,
          "an output of the wrong size is refused");
  wrong.require_untouched();
  Array<T> y(source, m);
  require(vector_value(function, std::as_const(x).all(), y.all(), parameters) == Status::ok, "a value is there");
  y.require_front_untouched();
  if (x.has_nan()) require(y.has_nan(), "NaN in, NaN out");

  Array<T> g(source, m);
  g.fill(source);
  Array<T> out(source, n);
  require(vector_vjp(function, std::as_const(x).all(), std::as_const(g).all(), out.all(), parameters) == Status::ok,
          "a vector-Jacobian product is there");
  out.require_front_untouched();
  if (n <= 24) {
    Array<T> jacobian(source, m * n);
    require(vector_jacobian(function, std::as_const(x).all(), jacobian.all(), parameters) == Status::ok,
            "a Jacobian is there");
    jacobian.require_front_untouched();
  }

  // Two rows, the second of which is x.
  Array<T> rows(source, 2 * n);
  rows.fill(source);
  std::copy(x.all().begin(), x.all().end(), rows.all().begin() + static_cast<std::ptrdiff_t>(n));
  Array<T> results(source, 2 * m);
  require(vector_rows(function, std::as_const(rows).all(), n, results.all(), parameters) == Status::ok,
          "rows are there");
  require(same_bits<T>(results.all().subspan(m), y.all()), "the same bits in a row");
}

/// Counts the doubles from the least up: that of the next double is one more.
std::uint64_t rank(double x) {
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits & sign ? ~bits : bits | sign;
}

void curve(Source& source, std::size_t function, const std::vector<double>& parameters) {
  what += " as a curve";
  const auto from = source.number<double>();
  const auto to = source.number<double>();
  const std::size_t points = source.below(200);
  Curve curve;
  const Status status = curve.sample(function, from, to, points, parameters);
  what += " from " + std::to_string(from) + " to " + std::to_string(to) + " at " + std::to_string(points);
  const bool is_range = std::isfinite(from) && std::isfinite(to) && from < to;
  const bool good = are_good(function, parameters) && is_range && points >= Curve::least_points;
  require((status == Status::ok) == good, "a good range is sampled, and no other");
  const std::span<const double> x = curve.x();
  require(good ? x.size() >= 2 : x.empty(), "there are samples after ok, and only then");
  // Even samples fall together where there are hardly more doubles than samples; a step of few subnormals is rounded, too.
  if (good && rank(to) - rank(from) > 2 * points * points)
    require(x.size() >= points, "there are as many samples as asked for");
  require(std::adjacent_find(x.begin(), x.end(), std::greater_equal<>()) == x.end(), "x rises");
  for (const auto column : {curve.value(), curve.gradient(), curve.curvature()}) {
    require(column.size() == x.size(), "columns are equally long");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Source source(data, size);
  const std::size_t count = catalog().size();
  const std::size_t function = source.below(count + 1);
  if (function == count) {
    double number = 0;
    const std::span<double> one(&number, 1);
    require(evaluate(function, Quantity::value, one, one, {}) == Status::unknown_function, "there is no such function");
    require(vector_value(function, one, one, {}) == Status::unknown_function, "there is no such vector function");
    return 0;
  }
  what = catalog()[function].id;
  const std::vector<double> parameters = parameters_for(source, function);
  switch (source.below(5)) {
    case 0: curve(source, function, parameters); break;
    case 1:
      // Each asks now and then for what the other has.
      is_vector_function(function) ? elementwise<double>(source, function, parameters)
                                   : vector<double>(source, function, parameters);
      break;
    case 2:
    case 3:
      is_vector_function(function) ? vector<double>(source, function, parameters)
                                   : elementwise<double>(source, function, parameters);
      break;
    default:
      is_vector_function(function) ? vector<float>(source, function, parameters)
                                   : elementwise<float>(source, function, parameters);
  }
  return 0;
}
