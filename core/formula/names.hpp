#pragma once

#include <activation/info.hpp>

#include "ast.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace activation::formula {

/// How a call becomes a tree.
enum class Make : std::uint8_t {
  elementary,  ///< Meaning::index is an Elementary
  activation,  ///< Meaning::index is a function of the catalog
  vector,      ///< one of the catalog that takes a vector: an error
  minimum,     ///< of two or more
  maximum,
  log,  ///< log(x), log(x, base)
  power,
  square,
  exp10,
  where,
  heaviside,  ///< heaviside(x, what it is at 0)
  reciprocal,
  rsqrt,
  hypot,
  logit,
  logaddexp,
  sec,
  csc,
  cot,
  sech,
  csch,
  coth,
  add,
  subtract,
  multiply,
  divide,
  negate,
  positive,
};

/// What a name with brackets means.
struct Meaning {
  Make make = Make::elementary;
  std::uint16_t index = 0;
  std::uint8_t least = 1;            ///< arguments
  std::uint8_t most = 1;             ///< 255 for any number
  const Version* version = nullptr;  ///< the framework's own defaults, where it has others
  bool is_class = false;             ///< "torch.nn.ELU": may be called twice, parameters first
};

/// False when no function has that name; modules in front of it ("np.") are known.
bool find_function(std::string_view name, Meaning& meaning);

/// `pi`, `np.pi`, `e`, `math.e`: Op::pi or Op::e; Op::number for other names.
Op find_constant(std::string_view name);

/// Whether a parameter of the catalog is called so: such a name without brackets is a parameter, also where a function
/// has it too ("threshold").
bool is_parameter_name(std::string_view name);

/// How an elementary function is written.
std::string_view name_of(Elementary function);

/// The function whose name is nearest, or empty where none is near enough to be meant.
std::string_view nearest_function(std::string_view name);

/// What to say of a name that is not in the language but in use elsewhere.
struct Hint {
  std::string_view name;
  std::string_view message;
  std::string_view suggestion;
};
const Hint* hint_for(std::string_view name);

/// The name without the modules in front of it: "np.tanh" is "tanh".
std::string_view without_modules(std::string_view name);

}  // namespace activation::formula
