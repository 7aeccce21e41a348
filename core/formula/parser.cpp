#include "parser.hpp"

#include <activation/catalog.hpp>

#include "calls.hpp"
#include "joined.hpp"
#include "lexer.hpp"
#include "names.hpp"
#include "prelude.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

// Operator precedence with stacks of our own instead of recursion: no text can exhaust the stack of the machine, each
// token is looked at a bounded number of times, and `depth_` counts what waits.

namespace activation::formula {
namespace {

enum class Wait : std::uint8_t {
  group,      ///< an open bracket
  call,       ///< an open bracket after a function
  bar,        ///< an open |
  prefix,     ///< a sign or `not`, for its operand
  binary,     ///< an operator, for its second operand
  question,   ///< c ? … for the colon
  colon,      ///< c ? a : … for the end
  when,       ///< a if … for the else
  otherwise,  ///< a if c else … for the end
};

/// How strongly operators bind. Those that a second of the same strength goes before are right-associative.
enum Strength : int { choice = 1, either, both, no, comparison, sum, product, sign, power, root };

struct Operand {
  Id id = 0;
  std::size_t first = 0;  ///< tokens
  std::size_t last = 0;
  bool compared = false;  ///< an open comparison: another one may follow, as in 0 < x < 1
  Id end = 0;             ///< its right side
};

constexpr std::size_t raises_call = static_cast<std::size_t>(-1);

struct Pending {
  Wait wait{};
  Kind kind{};
  int strength = 0;
  std::size_t token = 0;
  // Calls only:
  std::size_t base = 0;  ///< where its arguments begin among the operands; `raises_call` for the power of sin²(x)
  Meaning meaning{};
  std::vector<std::pair<std::size_t, std::string>> keywords{};  ///< of which argument
  std::vector<Operand> preset{};                                ///< what a class was made with: torch.nn.ELU(0.5)(x)
};

struct Operator {
  Kind kind;
  int strength;
  Op op;
};
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

const Operator* operator_of(Kind kind) {
  for (const Operator& one : operators) {
    if (one.kind == kind) return &one;
  }
  return nullptr;
}

char closer_of(char open) { return open == '[' ? ']' : open == '{' ? '}' : ')'; }

class Parser {
 public:
  Parser(std::string_view text, Parsed& parsed, FormulaProblem& problem)
      : text_(text), parsed_(parsed), ast_(parsed.ast), problem_(problem) {}

  bool run() {
    if (!lex(text_, tokens_, problem_)) return false;
    start_ = at_ = skip_prelude(tokens_, variable_);
    while (!done_) {
      if (!(wants_operand_ ? operand() : after_operand())) return false;
    }
    parsed_.root = operands_.back().id;
    return true;
  }

 private:
  const Token& token() const { return tokens_[at_]; }
  const Token& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  std::string quoted(std::size_t i) const { return joined({"`", tokens_[i].text, "`"}); }

  /// The text from one token to another.
  std::string_view between(std::size_t first, std::size_t last) const {
    const char* begin = tokens_[first].text.data();
    return {begin, static_cast<std::size_t>(tokens_[last].text.data() + tokens_[last].text.size() - begin)};
  }

  bool fail(FormulaFault fault, std::size_t first, std::size_t last, std::string message, std::string suggestion = {}) {
    const std::size_t position = tokens_[first].position;
    problem_ = {.fault = fault,
                .position = position,
                .length = tokens_[last].position + tokens_[last].length - position,
                .message = std::move(message),
                .suggestion = std::move(suggestion)};
    return false;
  }
  bool unexpected(std::string message, std::string suggestion = {}) {
    return fail(FormulaFault::unexpected, at_, at_, std::move(message), std::move(suggestion));
  }

  // Stacks

  static bool counts(const Pending& pending) { return pending.wait != Wait::binary || pending.strength == power; }

  bool push(Pending pending) {
    if (counts(pending) && ++depth_ > Formula::most_nesting) {
      return fail(FormulaFault::too_deep, pending.token, pending.token,
                  "Here is more nesting than the 200 levels that a formula may have: write it more simply.");
    }
    pending_.push_back(std::move(pending));
    return true;
  }
  Pending pop() {
    Pending top = std::move(pending_.back());
    pending_.pop_back();
    depth_ -= counts(top);
    return top;
  }
  void put(Id id, std::size_t first, std::size_t last) {
    operands_.push_back({.id = id, .first = first, .last = last});
    wants_operand_ = false;
  }
  Operand take() {
    const Operand top = operands_.back();
    operands_.pop_back();
    return top;
  }

  bool is_true_or_false(const Operand& operand) {
    if (is_condition(ast_[operand.id])) return true;
    const std::string_view text = between(operand.first, operand.last);
    return fail(FormulaFault::not_a_condition, operand.first, operand.last,
                "Here belongs a condition, and this is a number: compare it with another, for example with 0.",
                text.size() < 100 ? std::string(text) + " > 0" : std::string());
  }

  /// Does what the top of the stack waited for.
  bool reduce() {
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

  bool reduce_prefix(const Pending& top, const Operand& operand) {
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

  bool reduce_binary(const Pending& top, const Operand& a, const Operand& b) {
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

  /// Does all that binds more strongly than what comes now.
  bool reduce_above(int strength, bool right_associative) {
    while (!pending_.empty() && pending_.back().strength > 0) {
      const int top = pending_.back().strength;
      if (top < strength || (top == strength && right_associative)) break;
      if (!reduce()) return false;
    }
    return true;
  }

  /// Does all back to the last bracket, bar, question or `if`. Pending things without a strength are these.
  bool reduce_to_open() { return reduce_above(0, false); }

  /// The same, where a question or an `if` is in the way.
  bool reduce_to_bracket() {
    if (!reduce_to_open()) return false;
    if (pending_.empty()) return true;
    const Pending& top = pending_.back();
    if (top.wait != Wait::question && top.wait != Wait::when) return true;
    const bool question = top.wait == Wait::question;
    problem_ = {.fault = FormulaFault::missing,
                .position = tokens_[at_ - 1].position + tokens_[at_ - 1].length,
                .length = 0,
                .message = question
                               ? "The `?` needs a second branch: write `: 0`, or what the formula is otherwise."
                               : "The `if` needs another branch: write `else 0`, or what the formula is otherwise.",
                .suggestion = question ? " : 0" : " else 0"};
    return false;
  }

  // Where an operand belongs

  bool operand() {
    const Token& now = token();
    switch (now.kind) {
      case Kind::number:
        put(ast_.number(now.number), at_, at_);
        ++at_;
        return true;
      case Kind::name: return name();
      case Kind::plus: ++at_; return true;
      case Kind::minus: return prefix(sign);
      case Kind::no: return prefix(no);
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

  bool prefix(int strength) {
    if (!push({.wait = Wait::prefix, .kind = token().kind, .strength = strength, .token = at_})) return false;
    ++at_;
    return true;
  }

  bool open(Pending pending) {
    if (!push(std::move(pending))) return false;
    ++at_;
    wants_operand_ = true;
    return true;
  }

  /// if(c, a, b)
  bool condition_first() {
    if (next().kind != Kind::open)
      return unexpected("A choice is written `condition ? a : b` or `a if condition else b`.");
    Meaning meaning;
    find_function("where", meaning);
    return call(meaning);
  }

  bool no_operand() {
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

  // Names

  bool name() {
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
      return fail(FormulaFault::number_out_of_range, here, here,
                  joined({quoted(here),
                          " is no number that a formula can hold: write the branch or the limit that you mean."}));
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
      return fail(
          FormulaFault::too_many_parameters, here, here,
          joined({quoted(here),
                  " would be parameter number 9, and a formula has at most 8: write a number for one of them."}));
    }
    put(ast_.parameter(word), here, here);
    ++at_;
    return true;
  }

  bool unknown_function() {
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

  bool dotted() {
    const std::string& word = token().name;
    const std::string_view last = std::string_view(word).substr(word.rfind('.') + 1);
    Meaning meaning;
    const bool known = find_function(last, meaning);
    return fail(FormulaFault::unknown_function, at_, at_,
                known
                    ? joined({quoted(at_), " is not known: write `", last, "(x)` without what stands in front of it."})
                    : quoted(at_) + " is not known here.",
                known ? std::string(last) + (next().kind == Kind::open ? "" : "(x)") : std::string());
  }

  /// `sin x`, `relu`.
  bool without_brackets() {
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

  /// sin²(x), tanh^2(x); but not sin⁻¹(x), which means two things.
  bool is_powered_call() const {
    const Kind after = next().kind;
    if (after != Kind::superscript && after != Kind::power) return false;
    const std::size_t exponent = at_ + (after == Kind::power ? 2 : 1);
    if (exponent + 1 >= tokens_.size() || tokens_[exponent + 1].kind != Kind::open) return false;
    return (after == Kind::superscript || tokens_[exponent].kind == Kind::number) && tokens_[exponent].number >= 0;
  }

  /// The power waits until the call is closed.
  bool powered_call(const Meaning& meaning) {
    const std::size_t function = at_;
    const std::size_t exponent = at_ + (next().kind == Kind::power ? 2 : 1);
    if (!push({.wait = Wait::binary, .kind = Kind::power, .strength = power, .token = exponent, .base = raises_call})) {
      return false;
    }
    at_ = exponent;
    return call(meaning, function);
  }

  // Calls

  bool is_keyword() const {
    return next().kind == Kind::assign && !pending_.empty() && pending_.back().wait == Wait::call &&
           (tokens_[at_ - 1].kind == Kind::comma || tokens_[at_ - 1].kind == Kind::open);
  }

  bool keyword() {
    const std::string word = token().name;
    const std::size_t value = at_ + 2;
    Pending& call = pending_.back();
    if (word == "approximate" && call.meaning.make == Make::activation &&
        (tokens_[value].kind == Kind::words || tokens_[value].kind == Kind::name)) {
      const std::string& choice = tokens_[value].name;
      const bool tanh = choice == "tanh" || choice == "True" || choice == "true";
      const std::size_t gelu = find("gelu");
      const std::size_t gelu_tanh = find("gelu_tanh");
      if (call.meaning.index == gelu || call.meaning.index == gelu_tanh) {
        call.meaning.index = static_cast<std::uint16_t>(tanh ? gelu_tanh : gelu);
        return without_value(value + 1);
      }
    }
    if (word == "inplace" && tokens_[value].kind == Kind::name) return without_value(value + 1);
    call.keywords.emplace_back(operands_.size() - call.base, word);
    at_ = value;
    return true;
  }

  /// A keyword argument that is no number has been dealt with: the call goes on or ends.
  bool without_value(std::size_t after) {
    const bool begins = tokens_[at_ - 1].kind == Kind::open;
    at_ = after;
    if (token().kind == Kind::close) return close_call();
    if (token().kind == Kind::comma && begins) {
      ++at_;
      return true;
    }
    return unexpected("This argument belongs at the end.");
  }

  bool call(const Meaning& meaning) { return call(meaning, at_); }
  bool call(const Meaning& meaning, std::size_t function) {
    ++at_;
    return open(
        {.wait = Wait::call, .kind = Kind::open, .token = function, .base = operands_.size(), .meaning = meaning});
  }

  bool close_call() {
    Pending top = pop();
    const std::size_t last = at_;
    ++at_;
    if (top.meaning.is_class && top.preset.empty() && token().kind == Kind::open) {  // torch.nn.ELU(0.5)(x)
      std::vector<Operand> preset(operands_.begin() + static_cast<std::ptrdiff_t>(top.base), operands_.end());
      operands_.resize(top.base);
      top.preset = std::move(preset);
      top.meaning.is_class = false;
      for (auto& [argument, word] : top.keywords) ++argument;
      return open(std::move(top));
    }
    Call call{.meaning = top.meaning,
              .name = tokens_[top.token].text,
              .position = tokens_[top.token].position,
              .length = tokens_[last].position + tokens_[last].length - tokens_[top.token].position,
              .text = between(top.token, last),
              .arguments = {}};
    std::vector<Operand> given(operands_.begin() + static_cast<std::ptrdiff_t>(top.base), operands_.end());
    given.insert(given.begin() + (given.empty() ? 0 : 1), top.preset.begin(), top.preset.end());
    for (const Operand& one : given) {
      const Token& first = tokens_[one.first];
      call.arguments.push_back({.id = one.id,
                                .position = first.position,
                                .length = tokens_[one.last].position + tokens_[one.last].length - first.position,
                                .text = between(one.first, one.last)});
    }
    for (const auto& [argument, word] : top.keywords) {
      if (argument < call.arguments.size()) call.arguments[argument].keyword = word;
    }
    operands_.resize(top.base);
    Id id = 0;
    if (!make_call(ast_, call, id, problem_)) return false;
    put(id, top.token, last);
    if (!pending_.empty() && pending_.back().wait == Wait::binary && pending_.back().base == raises_call) {
      const Pending exponent = pop();
      put(ast_.make(Op::power, take().id, ast_.number(tokens_[exponent.token].number)), top.token, last);
    }
    return true;
  }

  // After an operand

  bool after_operand() {
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

  bool binary(const Operator& op, std::size_t tokens) {
    if (!reduce_above(op.strength, op.kind == Kind::power)) return false;
    if (!push({.wait = Wait::binary, .kind = op.kind, .strength = op.strength, .token = at_})) return false;
    at_ += tokens;
    wants_operand_ = true;
    return true;
  }

  /// Multiplication without a sign.
  bool times() { return binary(*operator_of(Kind::times), 0); }

  bool superscript() {
    if (!reduce_above(root, false)) return false;
    const Operand base = take();
    put(ast_.make(Op::power, base.id, ast_.number(token().number)), base.first, at_);
    ++at_;
    return true;
  }

  /// Whether a | closes one that is open.
  bool bar_is_open() const {
    for (std::size_t i = pending_.size(); i-- > 0;) {
      const Wait wait = pending_[i].wait;
      if (wait == Wait::bar) return true;
      if (wait == Wait::group || wait == Wait::call) return false;
    }
    return false;
  }

  bool bar() {
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

  bool branch(Wait wait) {
    if (!reduce_above(choice, true)) return false;
    return open({.wait = wait, .kind = token().kind, .token = at_});
  }

  bool second_branch(Wait opened, Wait then) {
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

  bool comma() {
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

  bool semicolon() {
    if (next().kind == Kind::end) {
      ++at_;
      return true;
    }
    if (!reduce_to_bracket()) return false;
    const bool inside = !pending_.empty() && pending_.back().wait == Wait::call;
    return inside ? unexpected("Arguments are parted by commas.", ",")
                  : unexpected("A formula ends here: remove the rest.");
  }

  bool close() {
    if (!reduce_to_bracket()) return false;
    if (pending_.empty()) return fail(FormulaFault::unclosed, at_, at_, "This bracket closes none: remove it.");
    const Pending& top = pending_.back();
    if (top.wait == Wait::bar) {
      return fail(FormulaFault::unclosed, at_, at_, "A `|` is still open here: close it first.",
                  joined({"|", token().text}));
    }
    const std::size_t opening = top.wait == Wait::call ? opening_of(top) : top.token;
    const char right = closer_of(tokens_[opening].text.size() == 1 ? tokens_[opening].text[0] : '(');
    const bool same = token().text.size() > 1 ? right == ')' : token().text[0] == right;
    if (!same) {
      return fail(FormulaFault::unclosed, at_, at_,
                  joined({"A ", quoted(opening), " is closed by `", std::string(1, right), "`."}),
                  std::string(1, right));
    }
    if (top.wait == Wait::call) return close_call();
    const Pending group = pop();
    const Operand inner = take();
    put(inner.id, group.token, at_);
    ++at_;
    return true;
  }

  /// The bracket after a function, which a power may stand in front of.
  std::size_t opening_of(const Pending& call) const {
    std::size_t i = call.token + 1;
    while (tokens_[i].kind != Kind::open) ++i;
    return i;
  }

  bool end() {
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
      closers += closer_of(tokens_[opening].text.size() == 1 ? tokens_[opening].text[0] : '(');
    }
    const Pending& top = pending_.back();
    const std::size_t opening = top.wait == Wait::call ? opening_of(top) : top.token;
    return fail(FormulaFault::unclosed, at_, at_,
                joined({"The ", quoted(opening), " at character ", std::to_string(tokens_[opening].position + 1),
                        " is not closed: write `", closers, "` here."}),
                closers);
  }

  std::string_view text_;
  Parsed& parsed_;
  Ast& ast_;
  FormulaProblem& problem_;
  std::vector<Token> tokens_;
  std::string variable_;
  std::size_t start_ = 0;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  bool wants_operand_ = true;
  bool done_ = false;
  std::vector<Operand> operands_;
  std::vector<Pending> pending_;
};

}  // namespace

bool parse(std::string_view text, Parsed& parsed, FormulaProblem& problem) {
  parsed = {};
  return Parser(text, parsed, problem).run();
}

}  // namespace activation::formula
