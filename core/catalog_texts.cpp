#include <activation/catalog.hpp>

#include "functions/all.hpp"

#include <array>

// Apart from notes.cpp: a module that reads formulas needs these, and not what only people read, which is 25 kB.

namespace activation {
namespace {

template <class... Functions>
constexpr std::array<std::string_view, sizeof...(Functions)> formulas_of(List<Functions...>) {
  return {Functions::notes.formula...};
}

template <class... Functions>
constexpr std::array<std::span<const Version>, sizeof...(Functions)> versions_of(List<Functions...>) {
  return {Functions::notes.versions...};
}

constexpr auto formulas = formulas_of(All{});
constexpr auto all_versions = versions_of(All{});

}  // namespace

std::string_view formula_text(std::size_t function) { return formulas[function]; }
std::span<const Version> versions(std::size_t function) { return all_versions[function]; }

}  // namespace activation
