#include "letters.hpp"
#include "parsing.hpp"
#include "shortest.hpp"

// Where an operand belongs: numbers, names, brackets, signs.

namespace activation::formula {

bool Parser::operand() {
  const Token& now = token();
  switch (now.kind) {
    case Kind::number:
      put(ast_.number(now.number), at_, at_);
      ++at_;
      return true;
    case Kind::name: return name();
    case Kind::plus: ++at_; return true;
    case Kind::minus: return prefix(sign);
    case Kind::no: return no_word();
    case Kind::no_sign: return prefix(sign);
    case Kind::root:
    case Kind::cube_root: return prefix(root);
    case Kind::open: return open({.wait = Wait::group, .kind = Kind::open, .token = at_});
    case Kind::bar: return open({.wait = Wait::bar, .kind = Kind::bar, .token = at_});
    case Kind::when: return condition_first();
    case Kind::superscript: return fail(FormulaFault::missing, at_, at_, "There is nothing in front of this power.");
    case Kind::words: return unexpected("Words in quotes have no meaning here.");
    default: return no_operand();
  }
}

bool Parser::prefix(int strength) {
  if (!push({.wait = Wait::prefix, .kind = token().kind, .strength = strength, .token = at_})) return false;
  ++at_;
  return true;
}

bool Parser::no_word() {
  if (!pending_.empty() && pending_.back().strength > no) {
    return unexpected(joined({"Put ", quoted(at_), " and its condition in brackets here: `(", token().text, " …)`."}));
  }
  return prefix(no);
}

bool Parser::open(Pending pending) {
  if (!push(std::move(pending))) return false;
  ++at_;
  wants_operand_ = true;
  return true;
}

bool Parser::condition_first() {
  if (next().kind != Kind::open)
    return unexpected("A choice is written `condition ? a : b` or `a if condition else b`.");
  Meaning meaning;
  find_function("where", meaning);
  return call(meaning);
}

bool Parser::no_operand() {
  const Token& now = token();
  const bool first = at_ == start_;
  if (now.kind == Kind::end && first) {
    return fail(FormulaFault::empty, at_, at_, "There is no formula yet: write one, for example `max(0, x)`.",
                "max(0, x)");
  }
  const Token& last = tokens_[first ? at_ : at_ - 1];
  if (now.kind == Kind::close) {
    if (pending_.empty() || (pending_.back().wait != Wait::call && pending_.back().wait != Wait::group)) {
      if (first || pending_.empty()) {
        return fail(FormulaFault::unclosed, at_, at_, "This bracket closes none: remove it.");
      }
    }
    if (!first && last.kind == Kind::open) {
      if (pending_.back().wait == Wait::call) return close_call();
      return fail(FormulaFault::missing, at_ - 1, at_, "There is nothing between these brackets.");
    }
  }
  if (now.kind == Kind::comma && !first && (last.kind == Kind::comma || last.kind == Kind::open)) {
    return fail(FormulaFault::missing, at_, at_, "There is no argument in front of this comma.");
  }
  if (!first && now.kind == Kind::end && last.kind == Kind::open) {
    return fail(FormulaFault::missing, at_, at_, "There is nothing in these brackets yet: write what belongs there.");
  }
  if (first || last.kind == Kind::open) {
    return fail(FormulaFault::missing, at_, at_, joined({"There is nothing in front of ", quoted(at_), "."}));
  }
  if (now.kind == Kind::over && last.kind == Kind::over && !now.after_space) {
    return fail(FormulaFault::unexpected, at_ - 1, at_, "Division without a remainder is written `floor(a / b)`.");
  }
  const bool starts = operator_of(now.kind) != nullptr || now.kind == Kind::assign;
  if (starts && operator_of(last.kind) != nullptr) {
    return unexpected(joined({quoted(at_), " cannot follow ", quoted(at_ - 1), ": remove one of them."}));
  }
  return fail(FormulaFault::missing, at_ - 1, at_ - 1,
              joined({"There is something missing after ", quoted(at_ - 1), "."}));
}

bool Parser::name() {
  const std::size_t here = at_;
  const std::string& word = token().name;
  if (is_keyword()) return keyword();
  if (word == variable_ || word == "x") {
    put(ast_.variable(), here, here);
    ++at_;
    return true;
  }
  if (const Op constant = find_constant(word); constant != Op::number) {
    put(ast_.constant(constant), here, here);
    ++at_;
    return true;
  }
  Meaning meaning;
  const bool known = find_function(word, meaning);
  const Kind after = next().kind;
  if (after == Kind::open) return known ? call(meaning) : unknown_function();
  const std::string_view last = without_modules(word);
  if (last == "inf" || last == "Infinity" || last == "infinity" || last == "INFINITY" || last == "nan" ||
      last == "NaN" || last == "NAN") {
    return fail(
        FormulaFault::number_out_of_range, here, here,
        joined({quoted(here), " is no number that a formula can hold: write the branch or the limit that you mean."}));
  }
  if (last == "None")
    return unexpected("`None` is no number: leave it out, or write `max(0, x)` for a clip with one end.");
  if (last == "True" || last == "true" || last == "False" || last == "false") {
    return unexpected("Write 1 for true and 0 for false, or a comparison such as `x > 0`.");
  }
  if (is_powered_call()) {
    if (known) return powered_call(meaning);
    std::string_view index;
    if (letter_of(word, index) == nullptr && hint_for(word) != nullptr) return unknown_function();
  }
  if (known && !is_parameter_name(word)) return without_brackets(meaning);
  if (word == "return") return unexpected("A `return` stands in front of a whole formula, and only once: remove it.");
  if (word == "mod") return unexpected(std::string(hint_for(word)->message));
  if (word == "dx" && at_ >= start_ + 2 && tokens_[at_ - 1].kind == Kind::over && tokens_[at_ - 2].name == "d") {
    return fail(FormulaFault::unexpected, at_ - 2, at_, std::string(hint_for("derivative")->message));
  }
  if (word.find('.') != std::string::npos) return dotted();
  const auto& parameters = ast_.parameters();
  if (parameters.size() >= Formula::most_parameters &&
      std::find(parameters.begin(), parameters.end(), word) == parameters.end()) {
    return fail(FormulaFault::too_many_parameters, here, here,
                joined({quoted(here),
                        " would be parameter number 9, and a formula has at most 8: write a number for one of them."}));
  }
  put(ast_.parameter(word), here, here);
  ++at_;
  return true;
}

bool Parser::unknown_function() {
  const std::string& word = token().name;
  if (const Hint* hint = hint_for(word)) {
    return fail(FormulaFault::unknown_function, at_, at_, std::string(hint->message), std::string(hint->suggestion));
  }
  const std::size_t point = word.rfind('.');
  const std::string last = point == std::string::npos ? word : word.substr(point + 1);
  Meaning meaning;
  if (point != std::string::npos && word.compare(0, point, "x") == 0 && find_function(last, meaning)) {
    const bool alone = tokens_[std::min(at_ + 2, tokens_.size() - 1)].kind == Kind::close;
    return fail(FormulaFault::unknown_function, at_, at_ + 1,
                joined({"This is written `", last, alone ? "(x)` here." : "(x, …)` here."}),
                joined({last, alone ? "(x" : "(x, "}));
  }
  if (word.size() > 3 && word[0] == 'x' && find_function(word.substr(1), meaning)) {
    const std::string product = joined({"x * ", std::string_view(word).substr(1)});
    return fail(FormulaFault::unknown_function, at_, at_,
                joined({quoted(at_), " is not a function: did you mean `", product, "`?"}), product);
  }
  const std::string_view nearest = nearest_function(word);
  if (!nearest.empty()) {
    return fail(FormulaFault::unknown_function, at_, at_,
                joined({quoted(at_), " is not a function: did you mean `", nearest, "`?"}), std::string(nearest));
  }
  if (point != std::string::npos) return dotted();
  return fail(FormulaFault::unknown_function, at_, at_,
              joined({quoted(at_), " is not a function: to multiply, write `", token().text, " * (…)`."}),
              joined({token().text, " *"}));
}

bool Parser::dotted() {
  const std::string& word = token().name;
  const std::string_view last = std::string_view(word).substr(word.rfind('.') + 1);
  Meaning meaning;
  const bool known = find_function(last, meaning);
  return fail(FormulaFault::unknown_function, at_, at_,
              known ? joined({quoted(at_), " is not known: write `", last, "(x)` without what stands in front of it."})
                    : quoted(at_) + " is not known here.",
              known ? std::string(last) + (next().kind == Kind::open ? "" : "(x)") : std::string());
}

bool Parser::without_brackets(const Meaning& meaning) {
  const std::string word(token().text);
  // The power of `sin² x` belongs to what the brackets are put behind.
  std::size_t power = at_;
  if (next().kind == Kind::superscript) power = at_ + 1;
  if (next().kind == Kind::power && tokens_[at_ + 2].kind == Kind::number) power = at_ + 2;
  const bool minus = next().kind == Kind::power && tokens_[at_ + 2].kind == Kind::minus;
  if (minus && tokens_[at_ + 3].kind == Kind::number) power = at_ + 3;
  if (power > at_ && (minus || tokens_[power].number < 0)) return inverse(meaning, power);
  const Kind after = tokens_[power + 1].kind;
  const bool simple = after == Kind::name || after == Kind::number;
  if (!simple) {
    return fail(FormulaFault::missing, at_, at_, joined({"`", word, "` is a function: write `", word, "(x)`."}),
                joined({word, "(x)"}));
  }
  // `sin 2x` is one argument: a number and the name that follows at once.
  const std::size_t first = power + 1;
  std::size_t last = first;
  if (after == Kind::number && tokens_[last + 1].kind == Kind::name && !tokens_[last + 1].after_space) ++last;
  const std::string right = joined({between(at_, power), "(", between(first, last), ")"});
  return fail(FormulaFault::missing, at_, last, joined({"`", word, "` needs brackets: write `", right, "`."}), right);
}

bool Parser::inverse(const Meaning& meaning, std::size_t power) {
  const std::string word(token().text);
  const bool one = tokens_[power].number == (tokens_[power].kind == Kind::number ? 1 : -1);
  const auto function = static_cast<Elementary>(meaning.index);
  const bool circular = function >= Elementary::sin && function <= Elementary::tan;
  const bool hyperbolic = function >= Elementary::sinh && function <= Elementary::tanh;
  if (one && meaning.make == Make::elementary && (circular || hyperbolic)) {
    const std::string_view name = name_of(static_cast<Elementary>(meaning.index + 3));
    return fail(FormulaFault::unexpected, at_, power,
                joined({"This means two things: write `", name, "(x)` or `1 / ", word, "(x)`."}),
                tokens_[power + 1].kind == Kind::open ? std::string(name) : std::string());
  }
  const double number = tokens_[power].number;
  const std::string exponent = shortest(tokens_[power].kind == Kind::number ? -number : number);
  return fail(FormulaFault::unexpected, at_, power,
              joined({"A power stands behind the brackets: write `", word, "(x)^", exponent, "`."}));
}

bool Parser::is_powered_call() const {
  const Kind after = next().kind;
  if (after != Kind::superscript && after != Kind::power) return false;
  const std::size_t exponent = at_ + (after == Kind::power ? 2 : 1);
  if (exponent + 1 >= tokens_.size() || tokens_[exponent + 1].kind != Kind::open) return false;
  return (after == Kind::superscript || tokens_[exponent].kind == Kind::number) && tokens_[exponent].number >= 0;
}

bool Parser::powered_call(const Meaning& meaning) {
  const std::size_t function = at_;
  const std::size_t exponent = at_ + (next().kind == Kind::power ? 2 : 1);
  if (!push({.wait = Wait::binary, .kind = Kind::power, .strength = power, .token = exponent, .base = raises_call})) {
    return false;
  }
  at_ = exponent;
  return call(meaning, function);
}

}  // namespace activation::formula
