#include "letters.hpp"

#include <array>

namespace activation::formula {
namespace {

constexpr auto greek = std::to_array<Letter>({
    {"α", "alpha", "\\alpha"},  {"β", "beta", "\\beta"},       {"γ", "gamma", "\\gamma"},
    {"δ", "delta", "\\delta"},  {"ε", "epsilon", "\\epsilon"}, {"ϵ", "epsilon", "\\epsilon"},
    {"ζ", "zeta", "\\zeta"},    {"η", "eta", "\\eta"},         {"θ", "theta", "\\theta"},
    {"ϑ", "theta", "\\theta"},  {"ι", "iota", "\\iota"},       {"κ", "kappa", "\\kappa"},
    {"λ", "lambd", "\\lambda"}, {"λ", "lambda_", "\\lambda"},  {"λ", "lambda", "\\lambda"},
    {"μ", "mu", "\\mu"},        {"µ", "mu", "\\mu"},           {"ν", "nu", "\\nu"},
    {"ξ", "xi", "\\xi"},        {"ρ", "rho", "\\rho"},         {"σ", "sigma", "\\sigma"},
    {"ς", "sigma", "\\sigma"},  {"τ", "tau", "\\tau"},         {"υ", "upsilon", "\\upsilon"},
    {"φ", "phi", "\\phi"},      {"ϕ", "phi", "\\phi"},         {"χ", "chi", "\\chi"},
    {"ψ", "psi", "\\psi"},      {"ω", "omega", "\\omega"},     {"Γ", "Gamma", "\\Gamma"},
    {"Δ", "Delta", "\\Delta"},  {"Θ", "Theta", "\\Theta"},     {"Λ", "Lambda", "\\Lambda"},
    {"Ξ", "Xi", "\\Xi"},        {"Σ", "Sigma", "\\Sigma"},     {"Φ", "Phi", "\\Phi"},
    {"Ψ", "Psi", "\\Psi"},      {"Ω", "Omega", "\\Omega"},     {"π", "pi", "\\pi"},
    {"Π", "Pi", "\\Pi"},
});

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::span<const Letter> letters() { return greek; }

const Letter* letter_at(std::string_view text) {
  for (const Letter& one : greek) {
    if (text.starts_with(one.letter)) return &one;
  }
  return nullptr;
}

const Letter* letter_of(std::string_view name, std::string_view& index) {
  for (const Letter& one : greek) {
    if (!name.starts_with(one.name)) continue;
    std::string_view rest = name.substr(one.name.size());
    if (rest.size() > 1 && rest[0] == '_') {
      rest.remove_prefix(1);
    } else if (!rest.empty() && !is_digit(rest[0])) {
      continue;
    }
    index = rest;
    return &one;
  }
  return nullptr;
}

char32_t character_at(std::string_view text, std::size_t& bytes) {
  constexpr char32_t broken = 0xFFFD;
  const auto byte = [text](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  const char32_t first = byte(0);
  bytes = 1;
  if (first < 0x80) return first;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return broken;
  char32_t character = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return broken;
    character = character << 6U | (byte(i) & 0x3FU);
  }
  bytes = length;
  return character;
}

}  // namespace activation::formula
