#include "calls.hpp"

#include <activation/catalog.hpp>

#include "joined.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace activation::formula {
namespace {

/// Other names of the parameters of activations, as frameworks' keyword arguments have them.
struct OtherName {
  std::string_view id;
  std::string_view name;
  std::string_view parameter;
};
constexpr auto other_names = std::to_array<OtherName>({
    {"leaky_relu", "alpha", "negative_slope"},
    {"leaky_relu", "slope", "negative_slope"},
    {"softshrink", "lambda", "lambd"},
    {"softshrink", "threshold", "lambd"},
    {"hardshrink", "lambda", "lambd"},
    {"hardshrink", "threshold", "lambd"},
    {"squareplus", "beta", "b"},
    {"snake", "alpha", "a"},
});

/// What frameworks call the ends of clip.
constexpr auto names_of_low = std::to_array<std::string_view>({"min", "a_min", "clip_value_min", "min_value", "low"});
constexpr auto names_of_high = std::to_array<std::string_view>({"max", "a_max", "clip_value_max", "max_value", "high"});

std::string counted(std::size_t count) {
  constexpr std::array<std::string_view, 6> words = {"no", "one", "two", "three", "four", "five"};
  std::string text(count < words.size() ? std::string(words[count]) : std::to_string(count));
  return text + (count == 1 ? " argument" : " arguments");
}

class Maker {
 public:
  Maker(Ast& ast, const Call& call, FormulaProblem& problem) : ast_(ast), call_(call), problem_(problem) {}

  bool run(Id& result) {
    const Meaning& meaning = call_.meaning;
    if (meaning.make == Make::vector) {
      return fail(joined(
          {"`", call_.name, "` is of a whole vector, and a formula is of one number x: it cannot be used here."}));
    }
    const std::size_t given = call_.arguments.size();
    if (given > meaning.most) return too_many();
    if (meaning.make == Make::activation) return activation(result);
    for (const Argument& argument : call_.arguments) {
      if (argument.keyword.empty()) continue;
      const bool clips = meaning.make == Make::elementary && meaning.index == static_cast<int>(Elementary::clip);
      return clips ? clip(result) : no_keyword(argument);
    }
    if (given < meaning.least) return too_few();
    return simple(result);
  }

 private:
  Id arg(std::size_t i) const { return call_.arguments[i].id; }

  bool fail(std::string message, std::string suggestion = {}) {
    problem_ = {.fault = FormulaFault::wrong_arguments,
                .position = call_.position,
                .length = call_.length,
                .message = std::move(message),
                .suggestion = std::move(suggestion)};
    return false;
  }
  bool fail_at(const Argument& argument, FormulaFault fault, std::string message, std::string suggestion = {}) {
    problem_ = {.fault = fault,
                .position = argument.position,
                .length = argument.length,
                .message = std::move(message),
                .suggestion = std::move(suggestion)};
    return false;
  }

  bool too_many() {
    const std::size_t most = call_.meaning.most;
    const Argument& first = call_.arguments[most];
    const Argument& last = call_.arguments.back();
    problem_ = {.fault = FormulaFault::wrong_arguments,
                .position = first.position,
                .length = last.position + last.length - first.position,
                .message = joined({"`", call_.name, "` takes ", call_.meaning.least < most ? "at most " : "",
                                   counted(most), ", and this is one more."}),
                .suggestion = {}};
    return false;
  }

  bool too_few() {
    const std::size_t given = call_.arguments.size();
    const std::size_t least = call_.meaning.least;
    std::string message = joined({"`", call_.name, "` takes "});
    if (call_.meaning.most > least) message += "at least ";
    message += joined({counted(least), ", and here ", given == 1 ? "is one." : given == 0 ? "is none." : "are two."});
    if (call_.meaning.make == Make::where) message += joined({" Write `", call_.name, "(condition, a, b)`."});
    std::string suggestion;
    if (given == 0 && least == 1) suggestion = std::string(call_.name) + "(x)";
    const bool extreme = call_.meaning.make == Make::minimum || call_.meaning.make == Make::maximum;
    if (given == 1 && extreme && call_.length < 100) {
      suggestion = joined({call_.name, "(0, ", call_.arguments[0].text, ")"});
    }
    return fail(std::move(message), std::move(suggestion));
  }

  bool no_keyword(const Argument& argument) {
    return fail_at(argument, FormulaFault::wrong_arguments,
                   joined({"`", call_.name, "` has no argument called `", argument.keyword, "`."}));
  }

  /// Where an argument with this name goes: 0 is x.
  std::optional<std::size_t> place_of(const Info& info, std::string_view keyword) const {
    if (keyword == "x" || keyword == "input" || keyword == "features") return 0;
    for (const OtherName& other : other_names) {
      if (other.id == info.id && other.name == keyword) keyword = other.parameter;
    }
    for (std::size_t i = 0; i < info.parameters.size(); ++i) {
      const std::string_view name = info.parameters[i].name;
      if (name == keyword || (name == "lambd" && keyword == "lambda")) return i + 1;
    }
    return std::nullopt;
  }

  /// With its ends by name, of which one may be left out: clip(x, min=0).
  bool clip(Id& result) {
    const auto has = [](const auto& names, std::string_view name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    std::array<std::optional<Id>, 3> places;
    for (std::size_t i = 0; i < call_.arguments.size(); ++i) {
      const Argument& argument = call_.arguments[i];
      const bool named = !argument.keyword.empty();
      const bool low = has(names_of_low, argument.keyword);
      if (named && !low && !has(names_of_high, argument.keyword)) return no_keyword(argument);
      auto& place = places[!named ? i : low ? 1 : 2];
      if (place) return twice(argument);
      place = argument.id;
    }
    if (!places[0]) return no_argument();
    result = *places[0];
    if (places[1] && places[2]) {
      result = ast_.call(Elementary::clip, result, *places[1], *places[2]);
    } else {
      result =
          places[1] ? ast_.call(Elementary::max, result, *places[1]) : ast_.call(Elementary::min, result, *places[2]);
    }
    return true;
  }

  bool twice(const Argument& argument) {
    return fail_at(argument, FormulaFault::wrong_arguments, "This argument is given twice.");
  }
  bool no_argument() {
    return fail(joined({"`", call_.name, "` needs an argument."}),
                call_.arguments.empty() ? std::string(call_.name) + "(x)" : std::string());
  }

  bool activation(Id& result) {
    const Info& info = catalog()[call_.meaning.index];
    const Version* version = call_.meaning.version;
    std::vector<std::optional<Id>> places(1 + info.parameters.size());
    for (std::size_t i = 0; i < call_.arguments.size(); ++i) {
      const Argument& argument = call_.arguments[i];
      std::size_t place = i;
      if (!argument.keyword.empty()) {
        const auto named = place_of(info, argument.keyword);
        if (!named) {
          std::string message = joined({"`", call_.name, "` has no argument called `", argument.keyword, "`"});
          if (!info.parameters.empty()) {
            message += joined({", but `", info.parameters[0].name, "`"});
            for (std::size_t p = 1; p < info.parameters.size(); ++p) {
              message += joined({" and `", info.parameters[p].name, "`"});
            }
          }
          return fail_at(argument, FormulaFault::wrong_arguments, joined({message, "."}));
        }
        place = *named;
      }
      if (places[place]) return twice(argument);
      places[place] = argument.id;
    }
    if (!places[0]) return no_argument();
    std::vector<Id> arguments(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i]) {
        arguments[i] = *places[i];
      } else {
        const bool own = version != nullptr && !version->parameters.empty();
        arguments[i] = ast_.number(own ? version->parameters[i - 1] : info.parameters[i - 1].standard);
      }
    }
    if (version != nullptr && version->input_scale != 1) {
      arguments[0] = ast_.make(Op::multiply, ast_.number(version->input_scale), arguments[0]);
    }
    result = ast_.activation(call_.meaning.index, arguments);
    return true;
  }

  bool simple(Id& result) {
    const auto call = [this](Elementary function, Id a) { return ast_.call(function, a); };
    const auto one = [this] { return ast_.number(1); };
    switch (call_.meaning.make) {
      case Make::elementary: {
        const auto function = static_cast<Elementary>(call_.meaning.index);
        result = call_.arguments.size() == 3 ? ast_.call(function, arg(0), arg(1), arg(2)) : call(function, arg(0));
        return true;
      }
      case Make::minimum:
      case Make::maximum: {
        const Elementary function = call_.meaning.make == Make::minimum ? Elementary::min : Elementary::max;
        result = arg(0);
        for (std::size_t i = 1; i < call_.arguments.size(); ++i) result = ast_.call(function, result, arg(i));
        return true;
      }
      case Make::log:
        result = call(Elementary::log, arg(0));
        if (call_.arguments.size() == 2) result = ast_.make(Op::divide, result, call(Elementary::log, arg(1)));
        return true;
      case Make::power: result = ast_.make(Op::power, arg(0), arg(1)); return true;
      case Make::square: result = ast_.make(Op::power, arg(0), ast_.number(2)); return true;
      case Make::exp10: result = ast_.make(Op::power, ast_.number(10), arg(0)); return true;
      case Make::where:
        if (!is_condition(ast_[arg(0)])) {
          return fail_at(call_.arguments[0], FormulaFault::not_a_condition,
                         joined({"The first argument of `", call_.name,
                                 "` is a condition: compare this number with another, for example with 0."}),
                         call_.arguments[0].length < 100 ? std::string(call_.arguments[0].text) + " > 0" : "");
        }
        result = ast_.make(Op::choose, arg(0), arg(1), arg(2));
        return true;
      case Make::heaviside: return heaviside(result);
      case Make::reciprocal: result = ast_.make(Op::divide, one(), arg(0)); return true;
      case Make::rsqrt: result = ast_.make(Op::divide, one(), call(Elementary::sqrt, arg(0))); return true;
      case Make::hypot: {
        const Id two = ast_.number(2);
        result = call(Elementary::sqrt,
                      ast_.make(Op::add, ast_.make(Op::power, arg(0), two), ast_.make(Op::power, arg(1), two)));
        return true;
      }
      case Make::logit:
        if (!short_enough(0)) return false;
        result = call(Elementary::log, ast_.make(Op::divide, arg(0), ast_.make(Op::subtract, one(), arg(0))));
        return true;
      case Make::logaddexp:
        result =
            call(Elementary::log, ast_.make(Op::add, call(Elementary::exp, arg(0)), call(Elementary::exp, arg(1))));
        return true;
      case Make::sec: result = ast_.make(Op::divide, one(), call(Elementary::cos, arg(0))); return true;
      case Make::csc: result = ast_.make(Op::divide, one(), call(Elementary::sin, arg(0))); return true;
      case Make::cot: result = ast_.make(Op::divide, one(), call(Elementary::tan, arg(0))); return true;
      case Make::sech: result = ast_.make(Op::divide, one(), call(Elementary::cosh, arg(0))); return true;
      case Make::csch: result = ast_.make(Op::divide, one(), call(Elementary::sinh, arg(0))); return true;
      case Make::coth: result = ast_.make(Op::divide, one(), call(Elementary::tanh, arg(0))); return true;
      case Make::add: result = ast_.make(Op::add, arg(0), arg(1)); return true;
      case Make::subtract: result = ast_.make(Op::subtract, arg(0), arg(1)); return true;
      case Make::multiply: result = ast_.make(Op::multiply, arg(0), arg(1)); return true;
      case Make::divide: result = ast_.make(Op::divide, arg(0), arg(1)); return true;
      case Make::negate: result = ast_.make(Op::negate, arg(0)); return true;
      case Make::positive: result = arg(0); return true;
      case Make::activation:
      case Make::vector: break;
    }
    return false;
  }

  bool heaviside(Id& result) {
    const Id step = ast_.activation(find("step"), {arg(0)});
    result = step;
    if (call_.arguments.size() == 1) return true;
    if (!short_enough(0)) return false;
    result = ast_.make(Op::choose, ast_.make(Op::equal, arg(0), ast_.number(0)), arg(1), step);
    return true;
  }

  /// What is written once and used twice may have such a thing in it: twice as long with each level, were it not for this.
  bool short_enough(std::size_t i) {
    constexpr std::size_t most = 200;
    if (size_of(ast_, arg(i), most) <= most) return true;
    return fail_at(call_.arguments[i], FormulaFault::too_long,
                   joined({"This argument of `", call_.name, "` is used twice and is too long for that."}));
  }

  Ast& ast_;
  const Call& call_;
  FormulaProblem& problem_;
};

}  // namespace

bool make_call(Ast& ast, const Call& call, Id& result, FormulaProblem& problem) {
  return Maker(ast, call, problem).run(result);
}

}  // namespace activation::formula
