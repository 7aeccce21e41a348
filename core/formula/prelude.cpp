#include "prelude.hpp"

#include "names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace activation::formula {
namespace {

/// The token after a list of names with commas, perhaps with types and standard values: "x, alpha=1", "double x".
std::size_t after_names(const std::vector<Token>& tokens, std::size_t at) {
  while (tokens[at].kind == Kind::name) {
    if (tokens[at + 1].kind == Kind::name) ++at;
    ++at;
    if (tokens[at].kind == Kind::assign && tokens[at + 1].kind == Kind::number) at += 2;
    if (tokens[at].kind != Kind::comma && tokens[at].kind != Kind::semicolon) break;
    ++at;
  }
  return at;
}

/// Words in front of the name of a function.
constexpr auto declaring =
    std::to_array<std::string_view>({"const", "let", "var", "def", "auto", "double", "float", "function"});

bool is_declaring(const Token& token) {
  return token.kind == Kind::name && std::find(declaring.begin(), declaring.end(), token.name) != declaring.end();
}

bool is_variable(const Token& token) { return token.kind == Kind::name && find_constant(token.name) == Op::number; }

/// Leaves what a body returns: { return x; }
std::size_t without_braces(std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].kind != Kind::open || tokens[at].text != "{" || tokens[at + 1].name != "return") return at;
  std::size_t last = tokens.size() - 2;  // in front of the end
  while (tokens[last].kind == Kind::semicolon) --last;
  if (tokens[last].text != "}") return at;
  while (tokens[last - 1].kind == Kind::semicolon) --last;
  Token end = tokens[last];
  end.kind = Kind::end;
  end.length = 0;
  end.text.remove_suffix(end.text.size());
  tokens.resize(last);
  tokens.push_back(std::move(end));
  return at + 1;
}

}  // namespace

std::size_t skip_prelude(std::vector<Token>& tokens, std::string& variable) {
  variable.assign(1, 'x');
  std::size_t at = 0;
  const auto kind = [&](std::size_t i) { return i < tokens.size() ? tokens[i].kind : Kind::end; };
  const auto takes = [&](std::size_t first) {
    const std::size_t name = kind(first + 1) == Kind::name ? first + 1 : first;  // behind its type
    if (is_variable(tokens[name])) variable = tokens[name].name;
  };
  // const f =, let f =, y =, f(x) =, function f(x) {
  const bool declared = is_declaring(tokens[0]);
  if (declared && kind(1) == Kind::name) ++at;
  if (kind(at) == Kind::name && kind(at + 1) == Kind::assign) {
    at += 2;
  } else if (kind(at) == Kind::name && kind(at + 1) == Kind::open) {
    const std::size_t end = after_names(tokens, at + 2);
    const Kind after = kind(end) == Kind::close ? kind(end + 1) : Kind::end;
    const bool body = after == Kind::open && tokens[end + 1].text == "{";
    if (end > at + 2 && (after == Kind::assign || after == Kind::colon || (declared && body))) {
      takes(at + 2);
      at = body ? end + 1 : end + 2;
    } else {
      at = 0;
    }
  } else {
    at = 0;
  }
  // lambda x:, x =>, (x) =>
  if (kind(at) == Kind::name && tokens[at].text == "lambda" && kind(at + 1) == Kind::name) {
    const std::size_t end = after_names(tokens, at + 1);
    if (kind(end) == Kind::colon) {
      takes(at + 1);
      at = end + 1;
    }
  } else if (kind(at) == Kind::name && kind(at + 1) == Kind::arrow) {
    if (is_variable(tokens[at])) variable = tokens[at].name;
    at += 2;
  } else if (kind(at) == Kind::open && kind(at + 1) == Kind::name) {
    const std::size_t end = after_names(tokens, at + 1);
    if (kind(end) == Kind::close && kind(end + 1) == Kind::arrow) {
      takes(at + 1);
      at = end + 2;
    }
  }
  at = without_braces(tokens, at);
  if (kind(at) == Kind::name && tokens[at].name == "return") ++at;
  return at;
}

}  // namespace activation::formula
