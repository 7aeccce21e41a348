#include "print_math.hpp"

#include <activation/catalog.hpp>

#include "letters.hpp"
#include "names.hpp"
#include "pieces.hpp"
#include "shortest.hpp"

#include <algorithm>

namespace activation::formula {
namespace {

/// What is drawn in the time of a frame or two; a formula of more nodes than this nobody reads.
constexpr std::size_t most_nodes = 2'000;
constexpr std::size_t most_bytes = 1'000'000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Printer {
 public:
  Printer(const Ast& ast, const Style& style) : ast_(ast), s_(style) { find_symbols(); }

  /// The pieces of one node, in brackets where it holds together less than its place asks for.
  std::vector<Piece> bracketed(Id id, int least) const {
    int hold = Strength::atom;
    std::vector<Piece> pieces = pieces_of(id, hold);
    if (hold >= least) return pieces;
    // Iverson's brackets: a condition that is 1 or 0.
    const bool number = is_condition(ast_[id]) && least > Strength::comparison;
    const auto& brackets = number ? s_.square_brackets : s_.brackets;
    pieces.insert(pieces.begin(), brackets[0]);
    pieces.emplace_back(brackets[1]);
    return pieces;
  }

 private:
  const Node& argument(const Node& node, std::size_t i) const { return ast_[node.arguments[i]]; }

  /// A formula whose parameters are those of a function of the catalog is shown with that one's symbols: s for
  /// negative_slope.
  void find_symbols() {
    const auto& names = ast_.parameters();
    if (names.empty()) return;
    for (const Info& info : catalog()) {
      if (info.parameters.size() != names.size()) continue;
      const bool same = std::equal(names.begin(), names.end(), info.parameters.begin(),
                                   [](const std::string& name, const Parameter& one) { return one.name == name; });
      if (same) symbols_ = info.parameters;
    }
  }

  std::string letter(std::string_view name) const {
    std::string_view rest;
    const Letter* greek = letter_of(name, rest);
    if (greek == nullptr || !rest.empty()) return s_.identifier(name);
    return s_.identifier(s_.latex ? greek->latex : greek->letter);
  }

  std::string parameter(std::size_t index) const {
    std::string_view name = ast_.parameters()[index];
    std::string_view low;
    std::string_view high = name;
    if (const Letter* greek = letter_of(name, low)) {
      high = greek->name;
    } else if (!symbols_.empty()) {
      if (const Letter* symbol = letter_at(symbols_[index].symbol)) return letter(symbol->name);
      return letter(symbols_[index].symbol);
    } else if (const std::size_t line = name.find('_');
               line != std::string_view::npos && line > 0 && line + 1 < name.size()) {
      low = name.substr(line + 1);
      high = name.substr(0, line);
    } else if (name.size() > 1 && is_letter(name[0]) && name.find_first_not_of("0123456789", 1) == name.npos) {
      low = name.substr(1);
      high = name.substr(0, 1);
    }
    if (low.empty()) return letter(high);
    std::string text(s_.index[0]);
    text += letter(high);
    text += s_.index[1];
    text += low.find_first_not_of("0123456789") == low.npos ? s_.number(low) : s_.identifier(low);
    text += s_.index[2];
    return text;
  }

  std::vector<Piece> number(double value, int& hold) const {
    const std::string text = shortest(value);
    const std::size_t mark = text.find('e');
    if (mark == std::string::npos) return {s_.number(text)};
    hold = Strength::product;
    const bool negative = text[mark + 1] == '-';
    std::vector<Piece> pieces;
    if (text.substr(0, mark) != "1") pieces = {s_.number(text.substr(0, mark)), s_.times};
    for (const Piece& piece : {Piece(s_.power[0]), Piece(s_.number("10")), Piece(s_.power[1])}) pieces.push_back(piece);
    if (negative) pieces.emplace_back(s_.negative);
    pieces.emplace_back(s_.number(text.substr(mark + (negative ? 2 : 1))));
    pieces.emplace_back(s_.power[2]);
    return pieces;
  }

  bool starts_negative(Id id) const {
    while (ast_[id].op == Op::multiply) id = ast_[id].arguments[0];
    return ast_[id].op == Op::negate;
  }

  /// Whether a factor is seen to begin with a digit, or is a fraction: products and sums are in brackets here.
  bool starts_with_digit(Id id) const {
    const Node& node = ast_[id];
    switch (node.op) {
      case Op::number:
      case Op::divide: return true;
      case Op::power: return argument(node, 0).op == Op::number;
      case Op::call: return node.index == static_cast<int>(Elementary::exp2);
      default: return false;
    }
  }
  /// Whether a factor ends with a number or a fraction: a fraction behind it would make a mixed one, two and a half.
  bool ends_with_number(Id id) const {
    const Node* node = &ast_[id];
    while (node->op == Op::multiply) node = &argument(*node, 1);
    return node->op == Op::number || node->op == Op::divide;
  }

  std::vector<Piece> between(const std::array<std::string_view, 3>& marks, Piece a, Piece b) const {
    return {marks[0], std::move(a), marks[1], std::move(b), marks[2]};
  }
  std::vector<Piece> within(const std::array<std::string_view, 2>& marks, Id a) const {
    return {marks[0], {a, Strength::nothing}, marks[1]};
  }

  std::vector<Piece> function(std::vector<Piece> name, const Node& node, std::size_t count) const {
    name.emplace_back(s_.apply);
    name.emplace_back(s_.brackets[0]);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) name.emplace_back(s_.comma);
      name.emplace_back(node.arguments[i], Strength::nothing);
    }
    name.emplace_back(s_.brackets[1]);
    return name;
  }

  std::vector<Piece> call(const Node& node, int& hold) const {
    const Id a = node.arguments[0];
    const auto named = [&](std::string_view name) { return function({s_.function(name)}, node, node.count); };
    const auto log_of = [&](std::string_view low) {
      return function(between(s_.index, s_.function("log"), s_.number(low)), node, 1);
    };
    switch (static_cast<Elementary>(node.index)) {
      case Elementary::exp: hold = Strength::power; return between(s_.power, s_.e, {a, Strength::nothing});
      case Elementary::exp2: hold = Strength::power; return between(s_.power, s_.number("2"), {a, Strength::nothing});
      case Elementary::expm1: {
        hold = Strength::sum;
        std::vector<Piece> pieces = between(s_.power, s_.e, {a, Strength::nothing});
        pieces.emplace_back(s_.minus);
        pieces.emplace_back(s_.number("1"));
        return pieces;
      }
      case Elementary::log1p:
        return {s_.function("ln"),      s_.apply,      s_.brackets[0], s_.number("1"), s_.plus,
                {a, Strength::product}, s_.brackets[1]};
      case Elementary::log: return named("ln");
      case Elementary::log2: return log_of("2");
      case Elementary::log10: return log_of("10");
      case Elementary::sqrt: return within(s_.root, a);
      case Elementary::cbrt: return within(s_.cube_root, a);
      case Elementary::abs: return within(s_.bars, a);
      case Elementary::floor: return within(s_.floor, a);
      case Elementary::ceil: return within(s_.ceil, a);
      case Elementary::sign: return named("sgn");
      case Elementary::asin: return named("arcsin");
      case Elementary::acos: return named("arccos");
      case Elementary::atan: return named("arctan");
      case Elementary::asinh: return named("arsinh");
      case Elementary::acosh: return named("arcosh");
      case Elementary::atanh: return named("artanh");
      case Elementary::normal_cdf: return function({s_.identifier(s_.latex ? "\\Phi" : "Φ")}, node, 1);
      default: return named(name_of(static_cast<Elementary>(node.index)));
    }
  }

  /// sin²(x) reads better than sin(x)².
  bool raises_name(const Node& node) const {
    const Node& base = argument(node, 0);
    const Node& exponent = argument(node, 1);
    if (base.op != Op::call || exponent.op != Op::number) return false;
    if (!(exponent.number > 1 && exponent.number < 10)) return false;
    const auto f = static_cast<Elementary>(base.index);
    return f == Elementary::sin || f == Elementary::cos || f == Elementary::tan || f == Elementary::sinh ||
           f == Elementary::cosh || f == Elementary::tanh;
  }

  std::vector<Piece> power(const Node& node, int& hold) const {
    if (raises_name(node)) {
      const Node& base = argument(node, 0);
      return function(between(s_.power, s_.function(name_of(static_cast<Elementary>(base.index))),
                              {node.arguments[1], Strength::nothing}),
                      base, 1);
    }
    hold = Strength::power;
    return between(s_.power, {node.arguments[0], Strength::atom}, {node.arguments[1], Strength::nothing});
  }

  std::vector<Piece> product(const Node& node, int& hold) const {
    const Id a = node.arguments[0];
    const Id b = node.arguments[1];
    const bool negative = starts_negative(a);  // (-x) y is shown as -x y
    hold = negative ? Strength::sum : Strength::product;
    // Two names side by side, the second a word, would be one.
    const Node& left = ast_[a];
    const bool names = (left.op == Op::parameter || left.op == Op::variable) && ast_[b].op == Op::parameter;
    const bool visible = (starts_with_digit(b) && (ast_[b].op != Op::divide || ends_with_number(a))) ||
                         (names && ast_.parameters()[ast_[b].index].size() > 1);
    return {
        {a, negative ? Strength::sum : Strength::product}, visible ? s_.times : s_.juxtaposed, {b, Strength::power}};
  }

  std::vector<Piece> comparison_chain(const Chain& chain) const {
    std::vector<Piece> pieces{{chain.sides[0], Strength::sum}};
    for (std::size_t i = 0; i < chain.operators.size(); ++i) {
      pieces.emplace_back(
          s_.comparisons[static_cast<std::size_t>(chain.operators[i]) - static_cast<std::size_t>(Op::less)]);
      pieces.emplace_back(chain.sides[i + 1], Strength::sum);
    }
    return pieces;
  }

  std::vector<Piece> cases(Id id) const {
    std::vector<Piece> pieces{s_.cases[0]};
    for (; ast_[id].op == Op::choose; id = ast_[id].arguments[2]) {
      const auto& a = ast_[id].arguments;
      for (Piece& piece : between(s_.row, {a[1], Strength::nothing}, {a[0], Strength::nothing}))
        pieces.push_back(std::move(piece));
    }
    pieces.emplace_back(s_.otherwise[0]);
    pieces.emplace_back(id, Strength::nothing);
    pieces.emplace_back(s_.otherwise[1]);
    pieces.emplace_back(s_.cases[1]);
    return pieces;
  }

  std::vector<Piece> activation(const Node& node) const {
    const std::string_view id = catalog()[node.index].id;
    const std::string name = id == "sigmoid" ? s_.identifier(s_.latex ? "\\sigma" : "σ") : s_.function(id);
    return function({name}, node, written_arguments(ast_, node));
  }

  std::vector<Piece> pieces_of(Id id, int& hold) const {
    const Node& node = ast_[id];
    const auto& a = node.arguments;
    switch (node.op) {
      case Op::number: return number(node.number, hold);
      case Op::pi: return {s_.pi};
      case Op::e: return {s_.e};
      case Op::variable: return {s_.identifier("x")};
      case Op::parameter: return {parameter(node.index)};
      case Op::negate: hold = Strength::sum; return {s_.negative, {a[0], Strength::product}};
      case Op::add: hold = Strength::sum; return {{a[0], Strength::sum}, s_.plus, {a[1], Strength::product}};
      case Op::subtract: hold = Strength::sum; return {{a[0], Strength::sum}, s_.minus, {a[1], Strength::product}};
      case Op::multiply: return product(node, hold);
      case Op::divide:
        hold = Strength::power;
        return between(s_.fraction, {a[0], Strength::nothing}, {a[1], Strength::nothing});
      case Op::power: return power(node, hold);
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal:
      case Op::equal:
      case Op::unequal:
        hold = Strength::comparison;
        return comparison_chain({.sides = {a[0], a[1]}, .operators = {node.op}});
      case Op::conjunction: {
        const Chain chain = chain_of(ast_, id);
        hold = chain.sides.empty() ? Strength::both : Strength::comparison;
        if (!chain.sides.empty()) return comparison_chain(chain);
        return {{a[0], Strength::both}, s_.both, {a[1], Strength::no}};
      }
      case Op::disjunction:
        hold = Strength::either;
        return {{a[0], Strength::either}, s_.either, {a[1], Strength::both}};
      case Op::negation: hold = Strength::no; return {s_.no, {a[0], Strength::no}};
      case Op::choose: hold = Strength::choice; return cases(id);
      case Op::call: return call(node, hold);
      case Op::activation: return activation(node);
    }
    return {};
  }

  const Ast& ast_;
  const Style& s_;
  std::span<const Parameter> symbols_;
};

}  // namespace

std::string printed_math(const Ast& ast, Id root, const Style& style) {
  if (size_of(ast, root, most_nodes) > most_nodes) return std::string(style.too_long);
  const Printer printer(ast, style);
  return printed(root, most_bytes, style.too_long,
                 [&printer](Id id, int least) { return printer.bracketed(id, least); });
}

}  // namespace activation::formula
