#include "names.hpp"

#include <activation/catalog.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace activation::formula {
namespace {

struct Entry {
  std::string_view name;
  Make make = Make::elementary;
  Elementary function{};
  std::uint8_t least = 1;
  std::uint8_t most = 1;
};

constexpr Entry one(std::string_view name, Elementary function) { return {.name = name, .function = function}; }
constexpr Entry made(std::string_view name, Make make, std::uint8_t least, std::uint8_t most) {
  return {.name = name, .make = make, .least = least, .most = most};
}
constexpr std::uint8_t any = 255;

using E = Elementary;

/// First the elementary functions in their order, each with the name that is printed.
constexpr auto entries = std::to_array<Entry>({
    one("exp", E::exp),
    one("exp2", E::exp2),
    one("expm1", E::expm1),
    made("log", Make::log, 1, 2),
    one("log2", E::log2),
    one("log10", E::log10),
    one("log1p", E::log1p),
    one("sqrt", E::sqrt),
    one("cbrt", E::cbrt),
    one("sin", E::sin),
    one("cos", E::cos),
    one("tan", E::tan),
    one("asin", E::asin),
    one("acos", E::acos),
    one("atan", E::atan),
    one("sinh", E::sinh),
    one("cosh", E::cosh),
    one("tanh", E::tanh),
    one("asinh", E::asinh),
    one("acosh", E::acosh),
    one("atanh", E::atanh),
    one("erf", E::erf),
    one("erfc", E::erfc),
    one("normal_cdf", E::normal_cdf),
    one("abs", E::abs),
    one("sign", E::sign),
    one("floor", E::floor),
    one("ceil", E::ceil),
    made("min", Make::minimum, 2, any),
    made("max", Make::maximum, 2, any),
    {.name = "clip", .function = E::clip, .least = 3, .most = 3},
    made("ln", Make::log, 1, 1),
    one("ceiling", E::ceil),
    one("arcsin", E::asin),
    one("arccos", E::acos),
    one("arctan", E::atan),
    one("arcsinh", E::asinh),
    one("arccosh", E::acosh),
    one("arctanh", E::atanh),
    one("arsinh", E::asinh),
    one("arcosh", E::acosh),
    one("artanh", E::atanh),
    one("fabs", E::abs),
    one("absolute", E::abs),
    one("sgn", E::sign),
    one("signum", E::sign),
    one("ndtr", E::normal_cdf),
    one("Phi", E::normal_cdf),
    made("minimum", Make::minimum, 2, any),
    made("maximum", Make::maximum, 2, any),
    made("fmin", Make::minimum, 2, any),
    made("fmax", Make::maximum, 2, any),
    {.name = "clamp", .function = E::clip, .least = 3, .most = 3},
    {.name = "clip_by_value", .function = E::clip, .least = 3, .most = 3},
    made("pow", Make::power, 2, 2),
    made("power", Make::power, 2, 2),
    made("float_power", Make::power, 2, 2),
    made("square", Make::square, 1, 1),
    made("exp10", Make::exp10, 1, 1),
    made("where", Make::where, 3, 3),
    made("select", Make::where, 3, 3),
    made("ifelse", Make::where, 3, 3),
    made("heaviside", Make::heaviside, 1, 2),
    made("reciprocal", Make::reciprocal, 1, 1),
    made("rsqrt", Make::rsqrt, 1, 1),
    made("hypot", Make::hypot, 2, 2),
    made("logit", Make::logit, 1, 1),
    made("logaddexp", Make::logaddexp, 2, 2),
    made("sec", Make::sec, 1, 1),
    made("csc", Make::csc, 1, 1),
    made("cot", Make::cot, 1, 1),
    made("add", Make::add, 2, 2),
    made("subtract", Make::subtract, 2, 2),
    made("sub", Make::subtract, 2, 2),
    made("multiply", Make::multiply, 2, 2),
    made("mul", Make::multiply, 2, 2),
    made("divide", Make::divide, 2, 2),
    made("true_divide", Make::divide, 2, 2),
    made("div", Make::divide, 2, 2),
    made("negative", Make::negate, 1, 1),
    made("neg", Make::negate, 1, 1),
    made("positive", Make::positive, 1, 1),
});

/// Other names of functions of the catalog.
struct Alias {
  std::string_view name;
  std::string_view id;
};
constexpr auto aliases = std::to_array<Alias>({
    {"expit", "sigmoid"},
    {"logistic", "sigmoid"},
    {"sigma", "sigmoid"},
    {"log_expit", "logsigmoid"},
    {"identity", "linear"},
    {"unit_step", "step"},
    {"ramp", "relu"},
    {"relu2", "squared_relu"},
    {"telu", "tanhexp"},
    {"gelu_new", "gelu_tanh"},
    {"gelu_pytorch_tanh", "gelu_tanh"},
});

/// Modules that may stand in front of a function, and whose versions of it they are.
struct Module {
  std::string_view name;
  std::string_view framework;
};
constexpr auto modules = std::to_array<Module>({
    {"np", ""},
    {"numpy", ""},
    {"math", ""},
    {"cmath", ""},
    {"Math", ""},
    {"scipy.special", ""},
    {"special", ""},
    {"torch", "torch"},
    {"torch.nn.functional", "torch"},
    {"torch.nn", "torch"},
    {"torch.special", "torch"},
    {"F", "torch"},
    {"nn", "torch"},
    {"nn.functional", "torch"},
    {"tf", "tf"},
    {"tf.nn", "tf"},
    {"tf.math", "tf"},
    {"tf.keras.activations", "keras"},
    {"tf.keras.layers", "keras"},
    {"tf.keras.ops", "keras"},
    {"tensorflow", "tf"},
    {"tensorflow.nn", "tf"},
    {"tensorflow.math", "tf"},
    {"jax.nn", "jax"},
    {"jax.numpy", "jax"},
    {"jax.lax", "jax"},
    {"jax.scipy.special", "jax"},
    {"jnp", "jax"},
    {"lax", "jax"},
    {"keras.activations", "keras"},
    {"keras.ops", "keras"},
    {"keras.layers", "keras"},
    {"ops", "keras"},
    {"activations", "keras"},
    {"K", "keras"},
});

constexpr auto hints = std::to_array<Hint>({
    {"lg", "`lg` is written `log10` here.", "log10"},
    {"ld", "`ld` is written `log2` here.", "log2"},
    {"lb", "`lb` is written `log2` here.", "log2"},
    {"logb", "Logarithms to another base are written `log(x, base)`.", "log"},
    {"tg", "`tg` is written `tan` here.", "tan"},
    {"ctg", "`ctg` is written `cot` here.", "cot"},
    {"sh", "`sh` is written `sinh` here.", "sinh"},
    {"ch", "`ch` is written `cosh` here.", "cosh"},
    {"th", "`th` is written `tanh` here.", "tanh"},
    {"sen", "`sen` is written `sin` here.", "sin"},
    {"root", "Roots are written `sqrt(x)`, `cbrt(x)` or `x^(1/n)`.", "sqrt"},
    {"round", "Rounding to the nearest whole number is written `floor(x + 0.5)`.", ""},
    {"int", "Whole numbers are had by `floor`.", "floor"},
    {"trunc", "Cutting off decimals is written `sign(x) * floor(abs(x))`.", ""},
    {"mod", "A remainder is written `x - a * floor(x / a)`.", ""},
    {"fmod", "A remainder is written `x - a * floor(x / a)`.", ""},
    {"gamma", "The gamma function is not part of the language.", ""},
    {"lgamma", "The gamma function is not part of the language.", ""},
    {"sum", "Sums over an index are not part of the language: write the terms out.", ""},
    {"diff", "Derivatives are worked out for you: write the function itself.", ""},
    {"derivative", "Derivatives are worked out for you: write the function itself.", ""},
    {"rand", "A formula gives the same result each time, so there are no random numbers.", ""},
    {"random", "A formula gives the same result each time, so there are no random numbers.", ""},
    {"norm", "A formula is of one number, whose norm is `abs(x)`.", "abs"},
    {"phi", "The normal density is written `exp(-x^2/2) / sqrt(2pi)`, its integral `Phi(x)`.", ""},
});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Without what frameworks differ in: capitals and underscores.
std::string plain(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (c != '_') result += lower(c);
  }
  return result;
}

Meaning of_entry(const Entry& entry) {
  return {.make = entry.make,
          .index = static_cast<std::uint16_t>(entry.function),
          .least = entry.least,
          .most = entry.most};
}

/// tanh, sin and arctan are in the catalog and elementary: here they are elementary.
Meaning of_catalog(std::size_t function) {
  const std::string_view id = catalog()[function].id;
  if (id == "tanh") return of_entry(one(id, E::tanh));
  if (id == "sin") return of_entry(one(id, E::sin));
  if (id == "arctan") return of_entry(one(id, E::atan));
  return {.make = is_vector_function(function) ? Make::vector : Make::activation,
          .index = static_cast<std::uint16_t>(function),
          .least = 1,
          .most = static_cast<std::uint8_t>(1 + catalog()[function].parameters.size())};
}

bool find_exact(std::string_view name, Meaning& meaning) {
  for (const Entry& entry : entries) {
    if (entry.name == name) {
      meaning = of_entry(entry);
      return true;
    }
  }
  for (const Alias& alias : aliases) {
    if (alias.name == name) name = alias.id;
  }
  const std::size_t function = find(name);
  if (function >= catalog().size()) return false;
  meaning = of_catalog(function);
  return true;
}

bool find_plain(const std::string& name, Meaning& meaning) {
  for (const Entry& entry : entries) {
    if (entry.name != "Phi" && plain(entry.name) == name) {
      meaning = of_entry(entry);
      return true;
    }
  }
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    if (plain(catalog()[i].id) == name) {
      meaning = of_catalog(i);
      return true;
    }
  }
  return false;
}

bool is_other(const Version& version) {
  return !version.id.empty() || !version.parameters.empty() || version.input_scale != 1;
}

std::string_view last_part(std::string_view name) {
  const std::size_t point = name.rfind('.');
  return point == std::string_view::npos ? name : name.substr(point + 1);
}

/// What a framework calls a function. An empty framework: any, where it means the same as the catalog.
bool find_version(std::string_view full, std::string_view framework, const std::string& name, Meaning& meaning) {
  int best = 0;
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    for (const Version& version : notes()[i].versions) {
      if (version.name.find('(') != std::string_view::npos || plain(last_part(version.name)) != name) continue;
      if (framework.empty() ? is_other(version) || !version.differs.empty()
                            : !version.name.starts_with(framework) || version.framework == "Keras 2") {
        continue;
      }
      const int rank = version.name == full ? 3 : version.differs.empty() ? 2 : 1;
      if (rank <= best) continue;
      best = rank;
      const std::size_t function = version.id.empty() ? i : find(version.id);
      meaning = of_catalog(function);
      meaning.version = is_other(version) ? &version : nullptr;
    }
  }
  return best > 0;
}

/// Insertions, deletions, replacements and swaps that make one word of the other; more than `limit` is limit + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (lower(a[i - 1]) != lower(b[j - 1]))});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::string_view without_modules(std::string_view name) {
  const std::size_t point = name.rfind('.');
  if (point == std::string_view::npos) return name;
  const std::string_view module = name.substr(0, point);
  const bool known = std::any_of(modules.begin(), modules.end(), [&](const Module& m) { return m.name == module; });
  return known ? name.substr(point + 1) : name;
}

bool find_function(std::string_view name, Meaning& meaning) {
  const std::string_view last = last_part(name);
  const std::string word = plain(last);
  const bool is_class = last[0] >= 'A' && last[0] <= 'Z';
  bool found = false;
  if (last.size() < name.size()) {
    const std::string_view module = name.substr(0, name.size() - last.size() - 1);
    const auto* known = std::find_if(modules.begin(), modules.end(), [&](const Module& m) { return m.name == module; });
    if (known == modules.end()) return false;
    if (!known->framework.empty()) {
      Meaning elementary;
      const bool is_elementary = find_exact(last, elementary) && elementary.make != Make::activation;
      found = !is_elementary && find_version(name, known->framework, word, meaning);
    }
  }
  found = found || find_exact(last, meaning) || find_plain(word, meaning) || find_version(name, {}, word, meaning);
  meaning.is_class = found && is_class && (meaning.make == Make::activation || meaning.make == Make::elementary);
  return found;
}

Op find_constant(std::string_view name) {
  const std::string_view last = without_modules(name);
  if (last == "pi" || last == "PI") return Op::pi;
  return last == "e" || (last == "E" && last.size() < name.size()) ? Op::e : Op::number;
}

bool is_parameter_name(std::string_view name) {
  if (name == "sigma" || name == "Phi") return true;
  for (const Info& info : catalog()) {
    for (const Parameter& parameter : info.parameters) {
      if (parameter.name == name) return true;
    }
  }
  return false;
}

std::string_view name_of(Elementary function) { return entries[static_cast<std::size_t>(function)].name; }

std::string_view nearest_function(std::string_view name) {
  name = last_part(name);
  if (name.size() < 3 || name.size() > 40) return {};
  const std::size_t limit = name.size() < 5 ? 1 : name.size() < 9 ? 2 : 3;
  std::size_t least = limit + 1;
  std::string_view nearest;
  const auto look = [&](std::string_view candidate) {
    const std::size_t far = distance(name, candidate, limit);
    if (far >= least) return;
    least = far;
    nearest = candidate;
  };
  for (const Info& info : catalog()) look(info.id);
  for (const Entry& entry : entries) look(entry.name);
  for (const Alias& alias : aliases) look(alias.name);
  return nearest;
}

const Hint* hint_for(std::string_view name) {
  name = without_modules(name);
  for (const Hint& hint : hints) {
    if (hint.name == name) return &hint;
  }
  return nullptr;
}

}  // namespace activation::formula
