#include <activation/formula.hpp>

#include "../math/doubles.hpp"
#include "program.hpp"
#include "recognise.hpp"

#include <algorithm>
#include <functional>

namespace activation {
namespace {

using formula::Machine;
using formula::Program;
using math::is_finite;

bool compiled(const formula::Ast& from, formula::Id root, bool write_out, Program& program) {
  formula::Ast ast = from;
  const formula::Id better = formula::recognised(ast, root, write_out);
  program.kinds = formula::corners_of(ast, better);
  std::vector<formula::Id> expressions;
  for (const formula::Corner& corner : program.kinds) expressions.push_back(corner.expression);
  program.waves = formula::waves_of(ast, better);
  std::vector<formula::Id> arguments;
  for (const formula::Wave& wave : program.waves) arguments.insert(arguments.end(), {wave.argument, wave.rate});
  const formula::Id roots[] = {better};
  return formula::compile(ast, roots, program.tape) && formula::compile(ast, expressions, program.corners) &&
         formula::compile(ast, arguments, program.arguments);
}

bool has_limits(const formula::Tape& tape) {
  const auto limited = [](const formula::Instruction& step) { return step.parameter_count > 0; };
  return std::any_of(tape.each.begin(), tape.each.end(), limited) ||
         std::any_of(tape.once.begin(), tape.once.end(), limited);
}

Status check(std::size_t expected, std::span<const double> parameters) {
  const bool good = parameters.size() == expected && std::all_of(parameters.begin(), parameters.end(), is_finite);
  return good ? Status::ok : Status::bad_parameter;
}

/// step(first, count) for blocks of x, which have been computed.
template <class Step>
void in_blocks(Machine& machine, std::span<const double> x, Step step) {
  for (std::size_t first = 0; first < x.size(); first += machine.block()) {
    const std::size_t count = std::min(machine.block(), x.size() - first);
    machine.run(x.data() + first, count);
    step(first, count);
  }
}

template <class Step>
void in_blocks(Machine& machine, std::span<const float> x, Step step) {
  double block[256];
  for (std::size_t first = 0; first < x.size(); first += machine.block()) {
    const std::size_t count = std::min(machine.block(), x.size() - first);
    std::copy_n(x.begin() + static_cast<std::ptrdiff_t>(first), count, block);
    machine.run(block, count);
    step(first, count);
  }
}

void write(const double* value, const double* column, std::span<double> out) {
  formula::hand_out(value, column, out.data(), out.size());
}

void write(const double* value, const double* column, std::span<float> out) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = static_cast<float>(value[i] == value[i] ? column[i] : value[i]);
  }
}

bool are_apart(std::span<const double> a, std::span<const double> b) {
  const std::less_equal<const double*> before;
  return before(a.data() + a.size(), b.data()) || before(b.data() + b.size(), a.data());
}

/// The last step writes where the results belong: no copy.
void run_to(Machine& machine, std::span<const double> x, const formula::Register& y) {
  for (std::size_t first = 0; first < x.size(); first += machine.block()) {
    const formula::Register block{y.value + first, y.first + first, y.second + first};
    machine.run_to(&x[first], block, std::min(machine.block(), x.size() - first));
  }
}

template <class T>
void run(const Program& program, Quantity quantity, std::span<const T> x, std::span<T> out,
         std::span<const double> parameters) {
  Machine machine(program.tape, parameters, quantity != Quantity::value, x.size());
  in_blocks(machine, x, [&](std::size_t first, std::size_t count) {
    const formula::Register& y = machine.root(0);
    const double* const column = quantity == Quantity::value      ? y.value
                                 : quantity == Quantity::gradient ? y.first
                                                                  : y.second;
    write(y.value, column, out.subspan(first, count));
  });
}

}  // namespace

std::unique_ptr<Formula> Formula::parse(std::string_view text, FormulaProblem& problem) {
  auto parts = std::make_unique<Parts>();
  if (!formula::parse(text, parts->parsed, problem)) return nullptr;
  const formula::Parsed& parsed = parts->parsed;
  bool fits = compiled(parsed.ast, parsed.root, false, parts->program);
  parts->has_limits = has_limits(parts->program.tape);
  if (parts->has_limits) fits = fits && compiled(parsed.ast, parsed.root, true, parts->written_out);
  if (!fits) {
    problem = {.fault = FormulaFault::too_long,
               .length = text.size(),
               .message = "The formula has too many parts.",
               .suggestion = {}};
    return nullptr;
  }
  return std::unique_ptr<Formula>(new Formula(std::move(parts)));
}

Formula::Formula(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Formula::~Formula() = default;

std::span<const std::string> Formula::parameters() const { return parts_->parsed.ast.parameters(); }

const Program& Formula::Parts::program_for(std::span<const double> parameters) const {
  if (!has_limits) return program;
  return Machine(program.tape, parameters, false, 1).is_within_limits() ? program : written_out;
}

Status Formula::evaluate(Quantity quantity, std::span<const double> x, std::span<double> out,
                         std::span<const double> parameters) const {
  if (x.size() != out.size()) return Status::bad_argument;
  const Status status = check(this->parameters().size(), parameters);
  if (status != Status::ok) return status;
  const Program& program = parts_->program_for(parameters);
  if (quantity == Quantity::value && are_apart(x, out)) {
    Machine machine(program.tape, parameters, false, x.size());
    run_to(machine, x, {out.data(), out.data(), out.data()});
  } else {
    run(program, quantity, x, out, parameters);
  }
  return status;
}

Status Formula::evaluate(std::span<const double> x, std::span<double> value, std::span<double> gradient,
                         std::span<double> curvature, std::span<const double> parameters) const {
  const bool fits = x.size() == value.size() && x.size() == gradient.size() && x.size() == curvature.size();
  if (!fits) return Status::bad_argument;
  const Status status = check(this->parameters().size(), parameters);
  if (status != Status::ok) return status;
  Machine machine(parts_->program_for(parameters).tape, parameters, true, x.size());
  if (are_apart(x, value) && are_apart(x, gradient) && are_apart(x, curvature)) {
    run_to(machine, x, {value.data(), gradient.data(), curvature.data()});
  } else {
    in_blocks(machine, x, [&](std::size_t first, std::size_t count) {
      formula::hand_out(machine.root(0), {&value[first], &gradient[first], &curvature[first]}, count);
    });
  }
  return status;
}

Status Formula::evaluate(Quantity quantity, std::span<const float> x, std::span<float> out,
                         std::span<const double> parameters) const {
  if (x.size() != out.size()) return Status::bad_argument;
  const Status status = check(this->parameters().size(), parameters);
  if (status != Status::ok) return status;
  std::vector<double> rounded;
  for (const double p : parameters) rounded.push_back(static_cast<double>(static_cast<float>(p)));
  if (!std::all_of(rounded.begin(), rounded.end(), is_finite)) return Status::bad_parameter;
  run(parts_->program_for(rounded), quantity, x, out, rounded);
  return Status::ok;
}

std::vector<double> Formula::kinks(double from, double to, std::span<const double> parameters, std::size_t most,
                                   bool* all) const {
  const bool good =
      is_finite(from) && is_finite(to) && from <= to && check(this->parameters().size(), parameters) == Status::ok;
  if (!good || most == 0) return {};
  return formula::find_kinks(parts_->program_for(parameters), from, to, parameters, most, all);
}

double Formula::wave(double from, double to, std::span<const double> parameters) const {
  const bool good = is_finite(from) && is_finite(to) && check(this->parameters().size(), parameters) == Status::ok;
  return good ? formula::shortest_wave(parts_->program_for(parameters), from, to, parameters) : 0;
}

std::size_t Formula::steps() const {
  return 1 + std::max(parts_->program.tape.each.size(), parts_->written_out.tape.each.size());
}

}  // namespace activation
