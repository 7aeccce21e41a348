#pragma once

#include "calls.hpp"
#include "joined.hpp"
#include "lexer.hpp"
#include "names.hpp"
#include "parser.hpp"
#include "strength.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the files of the parser share: parser.cpp has the stacks, parse_*.cpp what may come where.

namespace activation::formula {

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
  bool is_instance = false;                                     ///< the second brackets of such
};

struct Operator {
  Kind kind;
  int strength;
  Op op;
};

/// Null for tokens that are none.
const Operator* operator_of(Kind kind);

inline char closer_of(char open) { return open == '[' ? ']' : open == '{' ? '}' : ')'; }

/// Operator precedence with stacks of its own instead of recursion: no text can exhaust the stack of the machine, each token is
/// looked at a bounded number of times, and `depth_` counts what waits. Its members return false where the text is no formula.
class Parser {
 public:
  Parser(std::string_view text, Parsed& parsed, FormulaProblem& problem)
      : text_(text), parsed_(parsed), ast_(parsed.ast), problem_(problem) {}

  bool run();

 private:
  const Token& token() const { return tokens_[at_]; }
  const Token& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  std::string quoted(std::size_t i) const { return joined({"`", tokens_[i].text, "`"}); }

  /// The text from one token to another.
  std::string_view between(std::size_t first, std::size_t last) const;
  bool fail(FormulaFault fault, std::size_t first, std::size_t last, std::string message, std::string suggestion = {});
  bool unexpected(std::string message, std::string suggestion = {});

  // Stacks

  static bool counts(const Pending& pending) { return pending.wait != Wait::binary || pending.strength == power; }

  bool push(Pending pending);
  Pending pop();
  void put(Id id, std::size_t first, std::size_t last);
  Operand take();
  bool is_true_or_false(const Operand& operand);

  /// Does what the top of the stack waited for.
  bool reduce();
  bool reduce_prefix(const Pending& top, const Operand& operand);
  bool reduce_binary(const Pending& top, const Operand& a, const Operand& b);

  /// Does all that binds more strongly than what comes now.
  bool reduce_above(int strength, bool right_associative);

  /// Does all back to the last bracket, bar, question or `if`. Pending things without a strength are these.
  bool reduce_to_open() { return reduce_above(0, false); }

  /// The same, where a question or an `if` is in the way.
  bool reduce_to_bracket();

  // Where an operand belongs

  bool operand();
  bool prefix(int strength);

  /// `not` binds less than what may stand in front of it: in `3 + not x > 0` it would take more than a reader sees.
  bool no_word();
  bool open(Pending pending);

  /// if(c, a, b)
  bool condition_first();
  bool no_operand();

  // Names

  bool name();
  bool unknown_function();
  bool dotted();

  /// `sin x`, `sin² x`, `relu`.
  bool without_brackets(const Meaning& meaning);

  /// sin⁻¹(x), up to its power.
  bool inverse(const Meaning& meaning, std::size_t power);

  /// sin²(x), tanh^2(x); but not sin⁻¹(x): see `inverse`.
  bool is_powered_call() const;

  /// The power waits until the call is closed.
  bool powered_call(const Meaning& meaning);

  // Calls

  bool is_keyword() const;
  bool keyword();

  /// A keyword argument that is no number has been dealt with: the call goes on or ends.
  bool without_value(std::size_t after);
  bool call(const Meaning& meaning) { return call(meaning, at_); }
  bool call(const Meaning& meaning, std::size_t function);
  /// Whether what a call closes with is followed by the brackets with x, as in torch.nn.ELU(0.5)(x).
  bool makes_instance(const Pending& call, std::size_t last) const;
  bool close_call();

  // After an operand

  bool after_operand();
  bool binary(const Operator& op, std::size_t tokens);

  /// Multiplication without a sign.
  bool times() { return binary(*operator_of(Kind::times), 0); }

  bool superscript();

  /// Whether a | closes one that is open.
  bool bar_is_open() const;
  bool bar();
  bool branch(Wait wait);
  bool second_branch(Wait opened, Wait then);
  bool comma();
  bool semicolon();
  bool close();

  /// Whether the token closes that bracket, written or not.
  bool closes(std::size_t opening, char right) const;

  /// The bracket after a function, which a power may stand in front of.
  std::size_t opening_of(const Pending& call) const;
  bool end();

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

}  // namespace activation::formula
