#include "../math/number.hpp"
#include "../registry.hpp"
#include "tape.hpp"

#include <algorithm>

namespace activation::formula {
namespace {

/// What all registers should fit in: the first-level cache, or most of it.
constexpr std::size_t cache = 32 * 1024 / sizeof(double);
constexpr std::size_t most_in_block = 256;

std::size_t round_up(std::size_t n) { return (n + grain - 1) / grain * grain; }

std::size_t block_of(std::size_t arrays, std::size_t most) {
  const std::size_t fitting = cache / arrays / grain * grain;
  return std::min(std::clamp(fitting, 2 * grain, most_in_block), round_up(std::max<std::size_t>(most, 1)));
}

}  // namespace

std::vector<Instruction> steps_for(const Tape& tape, std::size_t root) {
  // From the end: what is needed, until the step that makes it. Registers are used again.
  std::vector<bool> needed(1 + tape.uniform + tape.flat + tape.curved, false);
  needed[tape.roots[root]] = true;
  std::vector<Instruction> steps;
  for (auto step = tape.each.rbegin(); step != tape.each.rend(); ++step) {
    if (!needed[step->to]) continue;
    needed[step->to] = false;
    for (const Place from : step->from) needed[from] = true;
    steps.push_back(*step);
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

Machine::Machine(const Tape& tape, std::span<const double> parameters, bool jets, std::size_t most)
    : tape_(tape), jets_(jets) {
  const std::size_t plain = 1 + tape.uniform + tape.flat;
  // x, what has values only, what has three of them, and a slope and bend for the former.
  const std::size_t arrays = plain + (jets ? 3 : 1) * tape.curved + (jets ? 2 : 0);
  block_ = block_of(arrays, most);
  memory_.reset(new double[arrays * block_]);
  registers_.reserve(plain + tape.curved);
  double* next = memory_.get();
  const auto take = [&next, this] {
    double* const array = next;
    next += block_;
    return array;
  };
  double* const zeros = jets ? take() : nullptr;
  double* const ones = jets ? take() : nullptr;
  if (jets) {
    std::fill_n(zeros, block_, 0.0);
    std::fill_n(ones, block_, 1.0);
  }
  for (std::size_t i = 0; i < plain; ++i) registers_.push_back({take(), i == 0 ? ones : zeros, zeros});
  for (std::size_t i = 0; i < tape.curved; ++i) {
    double* const value = take();
    double* const first = jets ? take() : nullptr;
    registers_.push_back({value, first, jets ? take() : nullptr});
  }
  memory_x_ = registers_[0].value;
  for (const Tape::Constant& constant : tape.constants) {
    std::fill_n(registers_[constant.to].value, block_, constant.number);
  }
  for (const Tape::Slot& slot : tape.parameters) {
    std::fill_n(registers_[slot.to].value, block_, parameters[slot.parameter]);
  }
  for (const Instruction& step : tape.once) {
    run(step, grain, false, false);
    double* const value = registers_[step.to].value;
    std::fill_n(value, block_, *value);
  }
}

void Machine::run(const double* x, std::size_t n, std::span<const Instruction> steps, std::span<const Place> roots) {
  const std::size_t whole = round_up(n);
  // Nothing writes to this register: whole blocks are read where they lie. A result has to stay, whatever is written over x.
  const bool is_result = std::find(roots.begin(), roots.end(), Place{0}) != roots.end();
  const bool in_place = whole == n && !is_result;
  registers_[0].value = in_place ? const_cast<double*>(x) : memory_x_;
  if (!in_place) std::fill(std::copy_n(x, n, memory_x_), memory_x_ + whole, x[0]);
  for (const Instruction& step : steps) run(step, whole, jets_, false);
  // A derivative that is NaN where its value is not: 0 times infinity, most of the time.
  const auto lost = [this, whole](Place root) { return has_lost(registers_[root], whole); };
  if (!jets_ || std::none_of(roots.begin(), roots.end(), lost)) return;
  for (const Instruction& step : steps) run(step, whole, jets_, true);
}

void Machine::run_to(const double* x, const Register& y, std::size_t n) {
  const Place place = tape_.roots[0];
  // Neither x, nor the same for all x, nor without the derivatives that are asked for.
  const bool is_made = place > (jets_ ? tape_.uniform + tape_.flat : tape_.uniform);
  if (n == round_up(n) && is_made) {
    const Register own = registers_[place];
    registers_[place] = y;
    run(x, n);
    registers_[place] = own;
    if (jets_ && !are_finite(y.value, n)) hand_out(y, y, n);
  } else {
    run(x, n);
    const Register& root = registers_[place];
    jets_ ? hand_out(root, y, n) : hand_out(root.value, root.value, y.value, n);
  }
}

bool Machine::is_within_limits() const {
  for (const auto* steps : {&tape_.once, &tape_.each}) {
    for (const Instruction& step : *steps) {
      if (step.kind != Instruction::Kind::activation) continue;
      const auto parameters = parameters_of(step);
      if (check_parameters(step.which, {parameters.data(), step.parameter_count}) != Status::ok) return false;
    }
  }
  return true;
}

std::array<double, 4> Machine::parameters_of(const Instruction& step) const {
  std::array<double, 4> parameters{};
  for (std::size_t i = 0; i < step.parameter_count; ++i) parameters[i] = *registers_[step.parameters[i]].value;
  return parameters;
}

void Machine::run(const Instruction& step, std::size_t n, bool jets, bool careful) {
  const Register& y = registers_[step.to];
  const Register& a = registers_[step.from[0]];
  const Register& b = registers_[step.from[1]];
  const Register& c = registers_[step.from[2]];
  jets = jets && !step.flat;
  bool own_jet = false;
  const Register* inner = &a;
  switch (step.kind) {
    case Instruction::Kind::function: {
      const FunctionLoops& loops = function_loops(step.which);
      jets ? loops.jet(a.value, y, n) : loops.value(a.value, y.value, n);
      own_jet = jets;
      break;
    }
    case Instruction::Kind::activation: {
      const auto parameters = parameters_of(step);
      const Kernels& kernels = registry()[step.which];
      kernels.loops[0](a.value, y.value, n, parameters.data());
      if (!jets) break;
      kernels.loops[1](a.value, y.first, n, parameters.data());
      kernels.loops[2](a.value, y.second, n, parameters.data());
      own_jet = true;
      break;
    }
    case Instruction::Kind::operation: {
      const auto what = static_cast<Operator>(step.which);
      const OperatorLoops& loops = operator_loops(what);
      if (!jets) {
        loops.value(a.value, b.value, y.value, n);
      } else {
        const JetLoops& of = careful ? loops.careful_jets : loops.jets;
        (!tape_.is_curved(step.from[1]) ? of.first : tape_.is_curved(step.from[0]) ? of.both : of.second)(a, b, y, n);
      }
      own_jet = jets && (what == Operator::power_constant || what == Operator::power_base);
      if (what == Operator::power_base) inner = &b;
      break;
    }
    case Instruction::Kind::choose:
      jets ? choose_jet(a.value, b, c, y, n) : choose(a.value, b.value, c.value, y.value, n);
      break;
    case Instruction::Kind::negate:
      negate(a.value, y.value, n);
      if (!jets) break;
      negate(a.first, y.first, n);
      negate(a.second, y.second, n);
      break;
    case Instruction::Kind::negate_condition: negate_condition(a.value, y.value, n);
  }
  if (own_jet && inner != &registers_[0]) chain(*inner, y, n, careful);
}

}  // namespace activation::formula
