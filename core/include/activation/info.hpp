#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace activation {

/// The families of the catalog, in the order in which menus show them.
enum class Family : std::uint8_t {
  rectifier,
  smooth_rectifier,
  squashing,
  hard,
  shrinkage,
  periodic,
  bump,
  linear,
  vector
};

/// A number that shapes a function. Names are PyTorch's.
struct Parameter {
  std::string_view name;     ///< "negative_slope"
  std::string_view symbol;   ///< as in the formula: "s"
  std::string_view meaning;  ///< one phrase for a person: "slope for negative x"
  double standard;           ///< the value when none is given
  double minimum;            ///< least accepted value, inclusive
  double maximum;            ///< greatest accepted value, inclusive
  double slider_minimum;     ///< where a slider starts: the range worth exploring
  double slider_maximum;
  double step;         ///< of the slider
  bool whole = false;  ///< takes whole numbers only
};

/// A place where the function, its gradient or its curvature jumps: x = offset + scale * parameters[parameter].
/// Which of the three jumps there is found by looking at both sides, since it may depend on the parameters
/// (the gradient of ELU jumps at 0 unless alpha is 1).
struct Kink {
  double offset = 0;
  int parameter = -1;  ///< index into Info::parameters, -1 for none
  double scale = 1;

  double at(std::span<const double> parameters) const {
    return parameter < 0 ? offset : offset + scale * parameters[static_cast<std::size_t>(parameter)];
  }
};

/// After which length the bends of a function that goes on for ever come again: length / parameters[parameter].
struct Period {
  double length = 0;   ///< 0 for a function without
  int parameter = -1;  ///< index into Info::parameters, -1 for none

  double at(std::span<const double> parameters) const {
    return parameter < 0 ? length : length / parameters[static_cast<std::size_t>(parameter)];
  }
};

/// What is known of the function as mathematics, in words short enough for a table.
struct Properties {
  std::string_view range;       ///< "(−α, ∞)"
  std::string_view monotonic;   ///< "yes", "no", or under which condition
  std::string_view symmetry;    ///< "odd", "even", "none", "f(−x) = 1 − f(x)"
  std::string_view smoothness;  ///< "C⁰; C¹ at α = 1"
  std::string_view saturation;  ///< where the gradient dies: "left: |f′| < 0.01 for x < −4.6 (α = 1)", or "no"
};

struct Reference {
  std::string_view authors;
  int year;
  std::string_view title;
  std::string_view url;  ///< arXiv or DOI; empty where there is none
};

/// What a framework calls the function. Where its version computes something else by default, id, parameters, input_scale
/// and linear_above say what, so that the difference can be drawn.
struct Version {
  std::string_view framework;            ///< "PyTorch 2"
  std::string_view name;                 ///< "torch.nn.LeakyReLU"
  std::string_view differs{};            ///< how, in words; empty where it is the same
  std::string_view id{};                 ///< the function of the catalog that it is instead
  std::span<const double> parameters{};  ///< its defaults, where they are others
  double input_scale = 1;                ///< it takes the function of input_scale * x
  double linear_above = 0;               ///< from here on it returns x; 0 where it does not
};

/// What a curve, a menu and a slider need to know of a function.
struct Info {
  std::string_view id;    ///< "leaky_relu": the same in C++, URLs, CSV files, TypeScript and tests
  std::string_view name;  ///< "Leaky ReLU"
  Family family;
  bool tutorial = false;  ///< appears in the beginner's guide; such functions come first in menus
  std::span<const Parameter> parameters{};
  std::span<const Kink> kinks{};
  Period period{};
  /// Vector functions only: the inputs that stay fixed while a curve is drawn of the first output
  /// against the first input. The tutorial's softmax of [x, 1.0, 0.1] has {1.0, 0.1}.
  std::span<const double> slice{};
};

/// What there is to read about it.
struct Notes {
  std::string_view formula;  ///< in the formula language: "x > 0 ? x : negative_slope * x"
  /// Vector functions only, whose formula is that of their first output: what they do to all, as the children of a <math>
  /// element. Of the others it is printed from `formula`.
  std::string_view mathml{};
  std::string_view summary;  ///< one or two sentences for a learner: what it does and what it is used for
  Properties properties;
  std::span<const Reference> references{};
  std::span<const Version> versions{};  ///< in the frameworks that have it
};

}  // namespace activation
