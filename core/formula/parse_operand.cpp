#include "parsing.hpp"

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
  if (first || last.kind == Kind::open) {
    return fail(FormulaFault::missing, at_, at_, joined({"There is nothing in front of ", quoted(at_), "."}));
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
  if (last == "True" || last == "true" || last == "False" || last == "false" || last == "None") {
    return unexpected("Write 1 for true and 0 for false, or a comparison such as `x > 0`.");
  }
  if (known && is_powered_call()) return powered_call(meaning);
  if (known && !is_parameter_name(word)) return without_brackets();
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
  const std::string_view nearest = nearest_function(word);
  if (!nearest.empty()) {
    return fail(FormulaFault::unknown_function, at_, at_,
                joined({quoted(at_), " is not a function: did you mean `", nearest, "`?"}), std::string(nearest));
  }
  if (word.find('.') != std::string::npos) return dotted();
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

bool Parser::without_brackets() {
  const std::string word(token().text);
  const Kind after = next().kind;
  const bool simple = after == Kind::name || after == Kind::number;
  if (!simple) {
    return fail(FormulaFault::missing, at_, at_, joined({"`", word, "` is a function: write `", word, "(x)`."}),
                joined({word, "(x)"}));
  }
  // `sin 2x` is one argument: a number and the name that follows at once.
  std::size_t last = at_ + 1;
  if (after == Kind::number && tokens_[last + 1].kind == Kind::name && !tokens_[last + 1].after_space) ++last;
  const std::string right = joined({word, "(", between(at_ + 1, last), ")"});
  return fail(FormulaFault::missing, at_, last, joined({"`", word, "` needs brackets: write `", right, "`."}), right);
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
