#include "parsing.hpp"

#include "prelude.hpp"

#include <array>

namespace activation::formula {
namespace {

constexpr auto operators = std::to_array<Operator>({
    {Kind::plus, sum, Op::add},
    {Kind::minus, sum, Op::subtract},
    {Kind::times, product, Op::multiply},
    {Kind::over, product, Op::divide},
    {Kind::power, power, Op::power},
    {Kind::less, comparison, Op::less},
    {Kind::less_equal, comparison, Op::less_equal},
    {Kind::greater, comparison, Op::greater},
    {Kind::greater_equal, comparison, Op::greater_equal},
    {Kind::equal, comparison, Op::equal},
    {Kind::unequal, comparison, Op::unequal},
    {Kind::both, both, Op::conjunction},
    {Kind::either, either, Op::disjunction},
});

}  // namespace

const Operator* operator_of(Kind kind) {
  for (const Operator& one : operators) {
    if (one.kind == kind) return &one;
  }
  return nullptr;
}

bool Parser::run() {
  if (!lex(text_, tokens_, problem_)) return false;
  start_ = at_ = skip_prelude(tokens_, variable_);
  while (!done_) {
    if (!(wants_operand_ ? operand() : after_operand())) return false;
  }
  parsed_.root = operands_.back().id;
  return true;
}

std::string_view Parser::between(std::size_t first, std::size_t last) const {
  const char* begin = tokens_[first].text.data();
  return {begin, static_cast<std::size_t>(tokens_[last].text.data() + tokens_[last].text.size() - begin)};
}

bool Parser::fail(FormulaFault fault, std::size_t first, std::size_t last, std::string message,
                  std::string suggestion) {
  const std::size_t position = tokens_[first].position;
  problem_ = {.fault = fault,
              .position = position,
              .length = tokens_[last].position + tokens_[last].length - position,
              .message = std::move(message),
              .suggestion = std::move(suggestion)};
  return false;
}

bool Parser::unexpected(std::string message, std::string suggestion) {
  return fail(FormulaFault::unexpected, at_, at_, std::move(message), std::move(suggestion));
}

bool Parser::push(Pending pending) {
  if (counts(pending) && ++depth_ > Formula::most_nesting) {
    return fail(FormulaFault::too_deep, pending.token, pending.token,
                "Here is more nesting than the 200 levels that a formula may have: write it more simply.");
  }
  pending_.push_back(std::move(pending));
  return true;
}

Pending Parser::pop() {
  Pending top = std::move(pending_.back());
  pending_.pop_back();
  depth_ -= counts(top);
  return top;
}

void Parser::put(Id id, std::size_t first, std::size_t last) {
  operands_.push_back({.id = id, .first = first, .last = last});
  wants_operand_ = false;
}

Operand Parser::take() {
  const Operand top = operands_.back();
  operands_.pop_back();
  return top;
}

bool Parser::is_true_or_false(const Operand& operand) {
  if (is_condition(ast_[operand.id])) return true;
  const std::string_view text = between(operand.first, operand.last);
  return fail(FormulaFault::not_a_condition, operand.first, operand.last,
              "Here belongs a condition, and this is a number: compare it with another, for example with 0.",
              text.size() < 100 ? std::string(text) + " > 0" : std::string());
}

bool Parser::reduce() {
  const Pending top = pop();
  const Operand last = take();
  if (top.wait == Wait::prefix) return reduce_prefix(top, last);
  const Operand second = take();
  if (top.wait == Wait::binary) return reduce_binary(top, second, last);
  const Operand first = take();
  const bool python = top.wait == Wait::otherwise;
  const Operand& condition = python ? second : first;
  if (!is_true_or_false(condition)) return false;
  put(ast_.make(Op::choose, condition.id, python ? first.id : second.id, last.id), first.first, last.last);
  return true;
}

bool Parser::reduce_prefix(const Pending& top, const Operand& operand) {
  Id id = operand.id;
  switch (top.kind) {
    case Kind::minus: id = ast_.make(Op::negate, id); break;
    case Kind::root: id = ast_.call(Elementary::sqrt, id); break;
    case Kind::cube_root: id = ast_.call(Elementary::cbrt, id); break;
    default:
      if (!is_true_or_false(operand)) return false;
      id = ast_.make(Op::negation, id);
  }
  put(id, top.token, operand.last);
  return true;
}

bool Parser::reduce_binary(const Pending& top, const Operand& a, const Operand& b) {
  const Op op = operator_of(top.kind)->op;
  if (op == Op::conjunction || op == Op::disjunction) {
    if (!is_true_or_false(a) || !is_true_or_false(b)) return false;
  }
  if (top.strength != comparison) {
    put(ast_.make(op, a.id, b.id), a.first, b.last);
    return true;
  }
  const Id id = a.compared ? ast_.make(Op::conjunction, a.id, ast_.make(op, a.end, b.id)) : ast_.make(op, a.id, b.id);
  put(id, a.first, b.last);
  operands_.back().compared = true;
  operands_.back().end = b.id;
  return true;
}

bool Parser::reduce_above(int strength, bool right_associative) {
  while (!pending_.empty() && pending_.back().strength > 0) {
    const int top = pending_.back().strength;
    if (top < strength || (top == strength && right_associative)) break;
    if (!reduce()) return false;
  }
  return true;
}

bool Parser::reduce_to_bracket() {
  if (!reduce_to_open()) return false;
  if (pending_.empty()) return true;
  const Pending& top = pending_.back();
  if (top.wait != Wait::question && top.wait != Wait::when) return true;
  const bool question = top.wait == Wait::question;
  problem_ = {.fault = FormulaFault::missing,
              .position = tokens_[at_ - 1].position + tokens_[at_ - 1].length,
              .length = 0,
              .message = question ? "The `?` needs a second branch: write `: 0`, or what the formula is otherwise."
                                  : "The `if` needs another branch: write `else 0`, or what the formula is otherwise.",
              .suggestion = question ? " : 0" : " else 0"};
  return false;
}

bool parse(std::string_view text, Parsed& parsed, FormulaProblem& problem) {
  parsed = {};
  return Parser(text, parsed, problem).run();
}

}  // namespace activation::formula
