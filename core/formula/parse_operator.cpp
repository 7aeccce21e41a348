#include "parsing.hpp"

// After an operand: operators, closing brackets, branches, the end.

namespace activation::formula {

bool Parser::after_operand() {
  const Token& now = token();
  if (const Operator* op = operator_of(now.kind)) return binary(*op, 1);
  switch (now.kind) {
    case Kind::bar: return bar();
    case Kind::superscript: return superscript();
    case Kind::question: return branch(Wait::question);
    case Kind::when: return branch(Wait::when);
    case Kind::colon: return second_branch(Wait::question, Wait::colon);
    case Kind::otherwise: return second_branch(Wait::when, Wait::otherwise);
    case Kind::comma: return comma();
    case Kind::close: return close();
    case Kind::end: return end();
    case Kind::semicolon: return semicolon();
    case Kind::name:
    case Kind::open:
    case Kind::root:
    case Kind::cube_root: return times();
    case Kind::number:
      return unexpected(
          joined({"There is nothing between ", quoted(at_ - 1), " and ", quoted(at_), ": to multiply, write `*`."}),
          joined({"* ", now.text}));
    case Kind::assign: return unexpected("To compare, write `==`; a formula assigns nothing.", "==");
    case Kind::no_sign: return unexpected("Factorials are not part of the language.");
    case Kind::no: return unexpected("In front of `not` belongs `and` or `or`.", "and not");
    default: return unexpected(joined({quoted(at_), " cannot stand here."}));
  }
}

bool Parser::binary(const Operator& op, std::size_t tokens) {
  if (!reduce_above(op.strength, op.kind == Kind::power)) return false;
  if (!push({.wait = Wait::binary, .kind = op.kind, .strength = op.strength, .token = at_})) return false;
  at_ += tokens;
  wants_operand_ = true;
  return true;
}

bool Parser::superscript() {
  if (!reduce_above(root, false)) return false;
  const Operand base = take();
  put(ast_.make(Op::power, base.id, ast_.number(token().number)), base.first, at_);
  ++at_;
  return true;
}

bool Parser::bar_is_open() const {
  for (std::size_t i = pending_.size(); i-- > 0;) {
    const Wait wait = pending_[i].wait;
    if (wait == Wait::bar) return true;
    if (wait == Wait::group || wait == Wait::call) return false;
  }
  return false;
}

bool Parser::bar() {
  if (bar_is_open()) {
    if (!reduce_to_bracket()) return false;
    const Pending top = pop();
    put(ast_.call(Elementary::abs, take().id), top.token, at_);
    ++at_;
    return true;
  }
  if (next().kind == Kind::bar && !next().after_space) return binary(*operator_of(Kind::either), 2);
  return times();
}

bool Parser::branch(Wait wait) {
  if (!reduce_above(choice, true)) return false;
  return open({.wait = wait, .kind = token().kind, .token = at_});
}

bool Parser::second_branch(Wait opened, Wait then) {
  if (!reduce_to_open()) return false;
  if (pending_.empty() || pending_.back().wait != opened) {
    return unexpected(opened == Wait::question
                          ? "A `:` belongs after a `?` and its first branch, as in `x > 0 ? x : 0`."
                          : "An `else` belongs after an `if`, as in `x if x > 0 else 0`.");
  }
  if (opened == Wait::question) {
    const Operand& condition = operands_[operands_.size() - 2];
    if (!is_true_or_false(condition)) return false;
  }
  const Pending first = pop();
  return open({.wait = then, .kind = first.kind, .strength = choice, .token = at_});
}

bool Parser::comma() {
  if (!reduce_to_bracket()) return false;
  if (!pending_.empty() && pending_.back().wait == Wait::call) {
    ++at_;
    wants_operand_ = true;
    return true;
  }
  const bool decimal = tokens_[at_ - 1].kind == Kind::number && next().kind == Kind::number && !next().after_space;
  return decimal ? unexpected("Decimals are written with a point.", ".")
                 : unexpected("A comma belongs between the arguments of a function.");
}

bool Parser::semicolon() {
  if (next().kind == Kind::end) {
    ++at_;
    return true;
  }
  if (!reduce_to_bracket()) return false;
  const bool inside = !pending_.empty() && pending_.back().wait == Wait::call;
  return inside ? unexpected("Arguments are parted by commas.", ",")
                : unexpected("A formula ends here: remove the rest.");
}

bool Parser::close() {
  if (!reduce_to_bracket()) return false;
  if (pending_.empty()) return fail(FormulaFault::unclosed, at_, at_, "This bracket closes none: remove it.");
  const Pending& top = pending_.back();
  if (top.wait == Wait::bar) {
    return fail(FormulaFault::unclosed, at_, at_, "A `|` is still open here: close it first.",
                joined({"|", token().text}));
  }
  const std::size_t opening = top.wait == Wait::call ? opening_of(top) : top.token;
  const char right = closer_of(tokens_[opening].text.size() == 1 ? tokens_[opening].text[0] : '(');
  if (!closes(opening, right)) {
    return fail(FormulaFault::unclosed, at_, at_,
                joined({"A ", quoted(opening), " is closed by `", std::string(1, right), "`."}), std::string(1, right));
  }
  if (top.wait == Wait::call) return close_call();
  const Pending group = pop();
  const Operand inner = take();
  put(inner.id, group.token, at_);
  ++at_;
  return true;
}

bool Parser::closes(std::size_t opening, char right) const {
  const std::string_view text = token().text;
  if (text.empty() || tokens_[opening].text.empty()) return text.size() == tokens_[opening].text.size();
  return text.size() > 1 ? right == ')' : text[0] == right;
}

std::size_t Parser::opening_of(const Pending& call) const {
  std::size_t i = call.token + 1;
  while (tokens_[i].kind != Kind::open) ++i;
  return i;
}

bool Parser::end() {
  if (!reduce_to_bracket()) return false;
  if (pending_.empty()) {
    done_ = true;
    return true;
  }
  std::string closers;
  for (std::size_t i = pending_.size(); i-- > 0;) {
    const Pending& one = pending_[i];
    if (one.wait == Wait::bar) closers += '|';
    if (one.wait == Wait::question || one.wait == Wait::when) break;
    if (one.wait != Wait::group && one.wait != Wait::call) continue;
    const std::size_t opening = one.wait == Wait::call ? opening_of(one) : one.token;
    if (tokens_[opening].text.empty()) continue;
    closers += closer_of(tokens_[opening].text.size() == 1 ? tokens_[opening].text[0] : '(');
  }
  const Pending& top = pending_.back();
  const std::size_t opening = top.wait == Wait::call ? opening_of(top) : top.token;
  return fail(FormulaFault::unclosed, at_, at_,
              joined({"The ", quoted(opening), " at character ", std::to_string(tokens_[opening].position + 1),
                      " is not closed: write `", closers, "` here."}),
              closers);
}

}  // namespace activation::formula
