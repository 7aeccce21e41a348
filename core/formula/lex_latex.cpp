#include "joined.hpp"
#include "letters.hpp"
#include "lexing.hpp"
#include "names.hpp"

#include <algorithm>
#include <array>

// Commands of LaTeX, for formulas out of papers.

namespace activation::formula {
namespace {

struct Command {
  std::string_view word;
  Kind kind;
};

constexpr auto commands = std::to_array<Command>({
    {"cdot", Kind::times},       {"times", Kind::times},
    {"ast", Kind::times},        {"div", Kind::over},
    {"lt", Kind::less},          {"le", Kind::less_equal},
    {"leq", Kind::less_equal},   {"gt", Kind::greater},
    {"ge", Kind::greater_equal}, {"geq", Kind::greater_equal},
    {"ne", Kind::unequal},       {"neq", Kind::unequal},
    {"land", Kind::both},        {"wedge", Kind::both},
    {"lor", Kind::either},       {"vee", Kind::either},
    {"lnot", Kind::no},          {"neg", Kind::no},
    {"vert", Kind::bar},         {"lvert", Kind::bar},
    {"rvert", Kind::bar},        {"{", Kind::open},
    {"}", Kind::close},          {"sqrt", Kind::root},
    {"to", Kind::arrow},         {"mapsto", Kind::arrow},
});

/// What only moves or grows.
constexpr auto silent = std::to_array<std::string_view>(
    {"left", "right", "big", "bigl", "bigr", "Big", "Bigl", "Bigr", "quad", "qquad", ",", ";", ":", "!", " "});

/// What sets a word upright.
constexpr auto upright = std::to_array<std::string_view>({"operatorname", "mathrm", "text", "mathit"});

template <class Table>
bool has(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

/// The name that a command stands for, or empty: "beta" for \beta, "tanh" for \tanh.
std::string_view name_of_command(std::string_view word) {
  if (word.starts_with("var") && has(std::array{"varepsilon", "varphi", "vartheta"}, word)) word.remove_prefix(3);
  for (const Letter& one : letters()) {
    if (one.latex.substr(1) == word) return one.name;
  }
  Meaning meaning;
  return find_function(word, meaning) ? word : std::string_view();
}

}  // namespace

bool Lexer::latex() {
  const auto is_letter = [this](std::size_t i) { return is_latin(ahead(i)) && ahead(i) != '_'; };
  std::size_t bytes = 1;
  while (is_letter(bytes)) ++bytes;
  if (bytes == 1 && ahead(1) != 0 && ahead(1) < 0x80) ++bytes;
  const std::string_view word = rest().substr(1, bytes - 1);
  if (has(silent, word)) {
    at_ += bytes;
    position_ += bytes;
    return true;
  }
  if (word == "frac" || word == "dfrac" || word == "tfrac") return fraction(bytes);
  if (word == "sqrt" && rest().substr(bytes).starts_with("[3]")) {
    push(Kind::cube_root, bytes + 3);
    return true;
  }
  for (const Command& one : commands) {
    if (one.word != word) continue;
    push(one.kind, bytes);
    return true;
  }
  if (has(upright, word) && ahead(bytes) == '{') {
    std::size_t end = bytes + 1;
    while (is_latin(ahead(end)) || is_digit(ahead(end))) ++end;
    const std::string name(rest().substr(bytes + 1, end - bytes - 1));
    if (ahead(end) == '}' && !name.empty()) {
      push(Kind::name, end + 1).name = name;
      return true;
    }
  }
  std::string name(word.empty() ? std::string_view() : name_of_command(word));
  if (name.empty()) {
    return fail(FormulaFault::unexpected, bytes,
                "This command of LaTeX is not known here: write it as on a calculator, for example `max(0, x)`.");
  }
  lower(name, bytes);
  push(Kind::name, bytes).name = std::move(name);
  return true;
}

bool Lexer::in_braces(std::string& name, std::size_t& bytes) {
  const bool line = ahead(bytes) == '_';
  const std::size_t open = bytes + (line ? 1 : 0);
  if (ahead(open) != '{' || name == "_" || !(line || name.ends_with('_'))) return false;
  std::size_t first = open + 1;
  std::string_view closers = "}";
  if (ahead(first) == '\\') {  // \max, \mathrm{max}
    std::size_t end = ++first;
    while (is_latin(ahead(end))) ++end;
    if (ahead(end) == '{' && has(upright, text_.substr(at_ + first, end - first))) {
      first = end + 1;
      closers = "}}";
    }
  }
  std::size_t end = first;
  while (is_latin(ahead(end)) || is_digit(ahead(end))) ++end;
  if (end == first || !text_.substr(at_ + end).starts_with(closers)) return false;
  if (line) name += '_';
  name += text_.substr(at_ + first, end - first);
  bytes = end + closers.size();
  return true;
}

bool Lexer::fraction(std::size_t bytes) {
  if (ahead(bytes) != '{') {
    return fail(FormulaFault::missing, bytes, "A fraction takes two pairs of braces: write `\\frac{a}{b}`.");
  }
  at_ += bytes;
  position_ += bytes;
  push(Kind::open, 0);
  push(Kind::open, 1);
  braces_.push_back(Brace::numerator);
  return true;
}

bool Lexer::brace() {
  if (ahead(0) == '{') {
    push(Kind::open, 1);
    braces_.push_back(Brace::group);
    return true;
  }
  push(Kind::close, 1);
  const Brace closed = braces_.empty() ? Brace::group : braces_.back();
  if (!braces_.empty()) braces_.pop_back();
  if (closed == Brace::denominator) push(Kind::close, 0);
  if (closed != Brace::numerator) return true;
  skip_space();
  if (ahead(0) != '{') {
    return fail(FormulaFault::missing, 0, "The fraction needs a denominator: write `{…}` here.", "{2}");
  }
  push(Kind::over, 0);
  push(Kind::open, 1);
  braces_.push_back(Brace::denominator);
  return true;
}

}  // namespace activation::formula
