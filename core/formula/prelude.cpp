#include "prelude.hpp"

#include "names.hpp"

namespace activation::formula {
namespace {

/// The token after a list of names with commas, perhaps with standard values: "x, alpha=1".
std::size_t after_names(const std::vector<Token>& tokens, std::size_t at) {
  while (tokens[at].kind == Kind::name) {
    ++at;
    if (tokens[at].kind == Kind::assign && tokens[at + 1].kind == Kind::number) at += 2;
    if (tokens[at].kind != Kind::comma && tokens[at].kind != Kind::semicolon) break;
    ++at;
  }
  return at;
}

bool is_variable(const Token& token) { return token.kind == Kind::name && find_constant(token.name) == Op::number; }

}  // namespace

std::size_t skip_prelude(const std::vector<Token>& tokens, std::string& variable) {
  variable.assign(1, 'x');
  std::size_t at = 0;
  const auto kind = [&](std::size_t i) { return i < tokens.size() ? tokens[i].kind : Kind::end; };
  // const f =, let f =, y =, f(x) =
  if (kind(at) == Kind::name && kind(at + 1) == Kind::name &&
      (tokens[at].name == "const" || tokens[at].name == "let" || tokens[at].name == "var" || tokens[at].name == "def" ||
       tokens[at].name == "auto" || tokens[at].name == "double")) {
    ++at;
  }
  if (kind(at) == Kind::name && kind(at + 1) == Kind::assign) {
    at += 2;
  } else if (kind(at) == Kind::name && kind(at + 1) == Kind::open) {
    const std::size_t end = after_names(tokens, at + 2);
    const bool defined = kind(end) == Kind::close && (kind(end + 1) == Kind::assign || kind(end + 1) == Kind::colon);
    if (end > at + 2 && defined) {
      if (is_variable(tokens[at + 2])) variable = tokens[at + 2].name;
      at = end + 2;
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
      if (is_variable(tokens[at + 1])) variable = tokens[at + 1].name;
      at = end + 1;
    }
  } else if (kind(at) == Kind::name && kind(at + 1) == Kind::arrow) {
    if (is_variable(tokens[at])) variable = tokens[at].name;
    at += 2;
  } else if (kind(at) == Kind::open && kind(at + 1) == Kind::name) {
    const std::size_t end = after_names(tokens, at + 1);
    if (kind(end) == Kind::close && kind(end + 1) == Kind::arrow) {
      if (is_variable(tokens[at + 1])) variable = tokens[at + 1].name;
      at = end + 2;
    }
  }
  if (kind(at) == Kind::name && tokens[at].name == "return") ++at;
  return at;
}

}  // namespace activation::formula
