#include "body.hpp"

#include "../../math/doubles.hpp"
#include "literals.hpp"

#include <algorithm>
#include <unordered_map>

namespace activation::formula::code {
namespace {

/// Brackets within brackets beyond which a part gets a name: Python's parser gives up at 200, people before.
constexpr int deepest = 12;

/// Longer parts are named where they are used twice; shorter ones are as well written again.
constexpr std::size_t short_text = 8;

using math::is_finite;

class Writer {
 public:
  Writer(const Ast& ast, Id root, const Dialect& dialect, const Names& names, std::string_view owner, Given given)
      : ast_(ast), root_(root), dialect_(dialect), names_(names), owner_(owner), rank_(ranks(ast, root)) {
    body_.has_arrays = given != Given::numbers;
    if (dialect.as_array.empty()) return;
    literals_ = literal_values(ast, root);
    if (given == Given::arrays) return;
    for (const Id id : reachable(ast, root)) raises_ = raises_ || (rank_[id] == Rank::parameter && may_raise(id));
    body_.has_arrays = body_.has_arrays || raises_;
  }

  Body written() {
    const std::vector<Id> ids = reachable(ast_, root_);
    body_.uses.resize(ast_.parameters().size());
    for (const Id id : ids) {
      if (ast_[id].op == Op::variable) body_.uses_x = true;
      if (ast_[id].op == Op::parameter) body_.uses[ast_[id].index] = true;
    }
    if (raises_) {
      for (std::size_t i = 0; i < body_.uses.size(); ++i) {
        const std::string& name = names_.parameters[i];
        if (body_.uses[i])
          body_.lines.push_back(filled({dialect_.as_array}, {{name}, {std::string(owner_) + name}}).text);
      }
      owner_ = {};
    }
    for (const Id id : ids) {
      for (std::size_t i = 0; i < ast_[id].count; ++i) ++uses_[ast_[id].arguments[i]];
    }
    for (const Id id : ids) {
      Phrase piece = is_condition(ast_[id]) ? condition(id) : number(id);
      int depth = 0;
      for (std::size_t i = 0; i < ast_[id].count; ++i) depth = std::max(depth, depth_[ast_[id].arguments[i]] + 1);
      // A template may write its argument twice, but then only an atom: what is no atom is named first.
      if (id != root_ && ast_[id].count > 0 &&
          ((uses_[id] > 1 && piece.text.size() > short_text) || depth >= deepest)) {
        piece = {local(piece.text), Strength::atom};
        depth = 0;
      }
      depth_[id] = depth;
      pieces_[id] = std::move(piece);
    }
    body_.result = is_condition(ast_[root_]) ? as_number(root_).text : pieces_[root_].text;
    body_.rank = rank_[root_];
    return std::move(body_);
  }

 private:
  /// Whether the node is of plain numbers, in a dialect that tells them apart.
  bool is_plain(Id id) const {
    return dialect_.numbers != nullptr &&
           (rank_[id] == Rank::literal || (rank_[id] == Rank::parameter && !body_.has_arrays));
  }

  /// Whether a part made of parameters is an error in Python, or complex, for some of their values.
  bool may_raise(Id id) const {
    const Node& node = ast_[id];
    if (node.op == Op::power) {
      // Whole and small, it overflows from 10^38 on.
      const Node& exponent = ast_[node.arguments[1]];
      return exponent.op != Op::number || exponent.number > 8 || !math::is_whole(exponent.number);
    }
    if (node.op == Op::divide) {
      const Node& divisor = ast_[node.arguments[1]];
      if (divisor.count == 0) return divisor.op == Op::parameter || (divisor.op == Op::number && divisor.number == 0);
      const auto literal = literals_.find(node.arguments[1]);
      return literal == literals_.end() || literal->second == 0 || !is_finite(literal->second);
    }
    if (node.op != Op::call || body_.has_arrays || dialect_.numbers == nullptr) return false;
    switch (static_cast<Elementary>(node.index)) {
      case Elementary::cbrt:
      case Elementary::atan:
      case Elementary::tanh:
      case Elementary::asinh:
      case Elementary::erf:
      case Elementary::erfc:
      case Elementary::normal_cdf:
      case Elementary::abs:
      case Elementary::sign:
      case Elementary::min:
      case Elementary::max:
      case Elementary::clip: return false;
      default: return true;
    }
  }

  /// What cannot be left to Python: infinities and NaN, where it stops, and whole numbers too large for the libraries.
  bool as_value(Id id, Phrase& phrase) const {
    const auto place = literals_.find(id);
    if (place == literals_.end()) return false;
    const double value = place->second;
    const Op op = ast_[id].op;
    const bool is_whole = op == Op::add || op == Op::subtract || op == Op::multiply || op == Op::power;
    if (is_finite(value) && !(is_whole && (value >= 0x1p53 || value <= -0x1p53))) return false;
    const std::string size = is_finite(value) ? number_text(value < 0 ? -value : value, true)
                                              : std::string(value == value ? dialect_.infinity : dialect_.not_a_number);
    phrase = value < 0 ? Phrase{"-" + size, Strength::sign} : Phrase{size};
    return true;
  }

  const Vocabulary& words(Id id) const { return is_plain(id) ? *dialect_.numbers : dialect_.arrays; }

  std::string local(const std::string& text) {
    std::string name;
    do name = "t" + std::to_string(++locals_);
    while (!names_.is_free(name));
    body_.lines.push_back(filled({dialect_.local}, {{name}, {text}}).text);
    return name;
  }

  Phrase filled(const Template& shape, std::initializer_list<Phrase> arguments) {
    std::string text;
    for (std::size_t i = 0; i < shape.text.size(); ++i) {
      const char c = shape.text[i];
      if ((c == '%' || c == '#' || c == '@') && i + 1 < shape.text.size() && shape.text[i + 1] >= '0' &&
          shape.text[i + 1] <= '2') {
        const Phrase& argument = arguments.begin()[shape.text[++i] - '0'];
        text += c == '%' ? argument.text : argument.in_brackets_below(c == '#' ? Strength::atom : Strength::comparison);
      } else {
        text += c;
      }
    }
    if (!shape.helper.empty()) body_.helpers.push_back(shape.helper);
    return {text, shape.hold};
  }

  Phrase as_number(Id id) { return filled(words(id).as_number, {pieces_[id]}); }

  /// An argument that has to be a number.
  Phrase operand(Id id) { return is_condition(ast_[id]) ? as_number(id) : pieces_[id]; }

  /// An argument that has to be no whole number: arrays of those are another type.
  Phrase real(Id id) {
    const Node& node = ast_[id];
    if (node.op == Op::number) return {number_text(node.number, true)};
    if (node.op == Op::negate && ast_[node.arguments[0]].op == Op::number) {
      return {"-" + number_text(ast_[node.arguments[0]].number, true), Strength::sign};
    }
    return operand(id);
  }

  /// An argument that has to be a condition.
  Phrase test(Id id) {
    if (is_condition(ast_[id])) return pieces_[id];
    return {pieces_[id].in_brackets_below(Strength::sum) + " != 0", Strength::comparison};
  }

  Phrase infix(Id id, std::string_view sign, Strength hold, Strength left, Strength right) {
    const Node& node = ast_[id];
    std::string text = operand(node.arguments[0]).in_brackets_below(left);
    text.append(" ").append(sign).append(" ").append(operand(node.arguments[1]).in_brackets_below(right));
    return {text, hold};
  }

  Phrase condition(Id id) {
    const Node& node = ast_[id];
    switch (node.op) {
      case Op::less: return infix(id, "<", Strength::comparison, Strength::sum, Strength::sum);
      case Op::less_equal: return infix(id, "<=", Strength::comparison, Strength::sum, Strength::sum);
      case Op::greater: return infix(id, ">", Strength::comparison, Strength::sum, Strength::sum);
      case Op::greater_equal: return infix(id, ">=", Strength::comparison, Strength::sum, Strength::sum);
      case Op::equal: return infix(id, "==", Strength::comparison, Strength::sum, Strength::sum);
      case Op::unequal: return infix(id, "!=", Strength::comparison, Strength::sum, Strength::sum);
      case Op::conjunction: return filled(words(id).conjunction, {test(node.arguments[0]), test(node.arguments[1])});
      case Op::disjunction: return filled(words(id).disjunction, {test(node.arguments[0]), test(node.arguments[1])});
      default: return filled(words(id).negation, {test(node.arguments[0])});
    }
  }

  Phrase number(Id id) {
    const Node& node = ast_[id];
    if (Phrase value; as_value(id, value)) return value;
    switch (node.op) {
      case Op::number: return {number_text(node.number, dialect_.point)};
      case Op::pi: return {std::string(words(id).pi)};
      case Op::e: return {std::string(words(id).e)};
      case Op::variable: return {"x"};
      case Op::parameter: return {std::string(owner_) + names_.parameters[node.index]};
      case Op::negate: {
        const bool bracket = dialect_.bracket_power_of_negation;
        return {"-" + operand(node.arguments[0]).in_brackets_below(bracket ? Strength::atom : Strength::power),
                Strength::sign};
      }
      case Op::add: return infix(id, "+", Strength::sum, Strength::sum, Strength::product);
      case Op::subtract: return infix(id, "-", Strength::sum, Strength::sum, Strength::product);
      case Op::multiply: return infix(id, "*", Strength::product, Strength::product, Strength::sign);
      case Op::divide: return infix(id, "/", Strength::product, Strength::product, Strength::sign);
      case Op::power: return filled(words(id).power, {operand(node.arguments[0]), operand(node.arguments[1])});
      case Op::choose: return choice(id);
      case Op::call: return call(id, node.index);
      default: return call(id, elementary_count + (node.index - 0x8000U));
    }
  }

  /// Templates that write an argument more than once get a name for it.
  Phrase named_if_long(Phrase piece, std::string_view shape, char digit) {
    std::size_t times = 0;
    for (std::size_t i = 0; i + 1 < shape.size(); ++i) {
      times += (shape[i] == '%' || shape[i] == '#') && shape[i + 1] == digit;
    }
    if (times > 1 && piece.text.size() > short_text) return {local(piece.text)};
    return piece;
  }

  Phrase call(Id id, std::size_t function) {
    const Node& node = ast_[id];
    const Template& shape = words(id).functions[function];
    Phrase arguments[3];
    for (std::size_t i = 0; i < node.count && i < 3; ++i) {
      arguments[i] = named_if_long(operand(node.arguments[i]), shape.text, static_cast<char>('0' + i));
    }
    return filled(shape, {arguments[0], arguments[1], arguments[2]});
  }

  Phrase choice(Id id) {
    const Node& node = ast_[id];
    const Id when = node.arguments[0];
    const Id yes = node.arguments[1];
    const Id no = node.arguments[2];
    // A condition on numbers cannot be asked of arrays.
    const Vocabulary& vocabulary = words(when);
    const bool is_call = vocabulary.choose.hold == Strength::atom;
    const Phrase pieces[] = {test(when), is_call ? real(yes) : operand(yes), is_call ? real(no) : operand(no)};
    const Template* shape = &vocabulary.choose;
    if (&vocabulary == &dialect_.arrays) {
      const bool plain = is_plain(yes) && is_plain(no);
      const bool numbers = rank_[yes] != Rank::array && rank_[no] != Rank::array;
      if (plain && !dialect_.choose_numbers.text.empty()) shape = &dialect_.choose_numbers;
      if (!plain && numbers && !dialect_.choose_parameters.text.empty()) shape = &dialect_.choose_parameters;
      // choose(u > c, c, u).
      if (rank_[yes] != Rank::array && ast_[when].arguments[0] == no && ast_[when].arguments[1] == yes && !numbers) {
        if (ast_[when].op == Op::greater && !dialect_.at_most.text.empty()) shape = &dialect_.at_most;
        if (ast_[when].op == Op::less && !dialect_.at_least.text.empty()) shape = &dialect_.at_least;
      }
    }
    if (shape->hold == Strength::atom) return filled(*shape, {pieces[0], pieces[1], pieces[2]});
    // A choice within a choice is in brackets, but for the last part: there a chain reads on.
    return filled(
        *shape,
        {{pieces[0].in_brackets_below(Strength::either)}, {pieces[1].in_brackets_below(Strength::either)}, pieces[2]});
  }

  const Ast& ast_;
  const Id root_;
  const Dialect& dialect_;
  const Names& names_;
  std::string_view owner_;
  const std::vector<Rank> rank_;
  std::unordered_map<Id, double> literals_;
  bool raises_ = false;
  std::unordered_map<Id, std::size_t> uses_;
  std::unordered_map<Id, int> depth_;
  std::unordered_map<Id, Phrase> pieces_;
  Body body_;
  std::size_t locals_ = 0;
};

}  // namespace

Body body(const Ast& ast, Id root, const Dialect& dialect, const Names& names, std::string_view owner, Given given) {
  return Writer(ast, root, dialect, names, owner, given).written();
}

std::string helpers_of(const Dialect& dialect, std::initializer_list<const Body*> bodies) {
  std::vector<std::string_view> wanted;
  for (const Body* one : bodies) wanted.insert(wanted.end(), one->helpers.begin(), one->helpers.end());
  // What a helper needs stands above it: from the last to the first, each asks for its own.
  for (std::size_t i = dialect.helpers.size(); i-- > 0;) {
    const Helper& helper = dialect.helpers[i];
    if (helper.needs.empty()) continue;
    if (std::find(wanted.begin(), wanted.end(), helper.name) != wanted.end()) wanted.push_back(helper.needs);
  }
  std::string text;
  for (const Helper& helper : dialect.helpers) {
    if (std::find(wanted.begin(), wanted.end(), helper.name) != wanted.end()) text += helper.text;
  }
  return text;
}

}  // namespace activation::formula::code
