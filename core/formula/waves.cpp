#include "../math/doubles.hpp"
#include "primitive.hpp"
#include "program.hpp"

#include <algorithm>

namespace activation::formula {
namespace {

constexpr double whole_turn = 2 * math::pi;

/// How often the slope of an argument is looked at: waves that grow shorter are shortest at an end or in the middle.
constexpr std::size_t looks = 3;

bool is_wave(const Node& node) {
  return is_call(node, Elementary::sin) || is_call(node, Elementary::cos) || is_call(node, Elementary::tan);
}

}  // namespace

std::vector<Wave> waves_of(const Ast& ast, Id root) {
  std::vector<bool> used(root + 1, false);
  used[root] = true;
  std::vector<Wave> waves;
  for (Id id = root + 1; id-- > 0;) {
    if (!used[id]) continue;
    const Node& node = ast[id];
    for (std::size_t i = 0; i < node.count; ++i) used[node.arguments[i]] = true;
    if (is_wave(node)) waves.push_back({node.arguments[0], node.arguments[0], whole_turn});
    if (node.op != Op::activation) continue;
    const Period& period = catalog()[node.index].period;
    if (period.length <= 0) continue;
    const std::size_t rate = period.parameter < 0 ? 0 : 1 + static_cast<std::size_t>(period.parameter);
    waves.push_back({node.arguments[0], node.arguments[rate], period.length});
  }
  return waves;
}

double shortest_wave(const Program& program, double from, double to, std::span<const double> parameters) {
  if (program.waves.empty()) return 0;
  Machine machine(program.arguments, parameters, true, looks);
  const double x[looks] = {from, from * 0.5 + to * 0.5, to};
  machine.run(x, looks);
  double shortest = math::infinity;
  for (std::size_t k = 0; k < program.waves.size(); ++k) {
    const Register& argument = machine.root(2 * k);
    const Register& rate = machine.root(2 * k + 1);
    for (std::size_t i = 0; i < looks; ++i) {
      double slope = math::abs(argument.first[i]);
      if (program.waves[k].rate != program.waves[k].argument) slope = slope * math::abs(rate.value[i]);
      const double length = program.waves[k].length / slope;
      if (length > 0 && length < shortest) shortest = length;  // not where the slope is 0, infinite or NaN
    }
  }
  return shortest < math::infinity ? shortest : 0;
}

}  // namespace activation::formula
