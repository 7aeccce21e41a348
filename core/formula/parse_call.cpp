#include "parsing.hpp"

#include <activation/catalog.hpp>

namespace activation::formula {

bool Parser::is_keyword() const {
  return next().kind == Kind::assign && !pending_.empty() && pending_.back().wait == Wait::call &&
         (tokens_[at_ - 1].kind == Kind::comma || tokens_[at_ - 1].kind == Kind::open);
}

bool Parser::keyword() {
  const std::string word = token().name;
  const std::size_t value = at_ + 2;
  Pending& call = pending_.back();
  if (word == "approximate" && call.meaning.make == Make::activation &&
      (tokens_[value].kind == Kind::words || tokens_[value].kind == Kind::name)) {
    const std::string& choice = tokens_[value].name;
    const bool tanh = choice == "tanh" || choice == "True" || choice == "true";
    const std::size_t gelu = find("gelu");
    const std::size_t gelu_tanh = find("gelu_tanh");
    if (call.meaning.index == gelu || call.meaning.index == gelu_tanh) {
      call.meaning.index = static_cast<std::uint16_t>(tanh ? gelu_tanh : gelu);
      return without_value(value + 1);
    }
  }
  if (word == "inplace" && tokens_[value].kind == Kind::name) return without_value(value + 1);
  call.keywords.emplace_back(operands_.size() - call.base, word);
  at_ = value;
  return true;
}

bool Parser::without_value(std::size_t after) {
  const bool begins = tokens_[at_ - 1].kind == Kind::open;
  at_ = after;
  if (token().kind == Kind::close) return close_call();
  if (token().kind == Kind::comma && begins) {
    ++at_;
    return true;
  }
  return unexpected("This argument belongs at the end.");
}

bool Parser::call(const Meaning& meaning, std::size_t function) {
  ++at_;
  return open(
      {.wait = Wait::call, .kind = Kind::open, .token = function, .base = operands_.size(), .meaning = meaning});
}

bool Parser::makes_instance(const Pending& call, std::size_t last) const {
  if (!call.meaning.is_class || call.is_instance || tokens_[last + 1].kind != Kind::open) return false;
  if (tokens_[call.token].text.find('.') != std::string_view::npos) return true;
  // ReLU(x)(x + 1) is a product, and so is Tanh(2)(x): that class takes nothing.
  if (operands_.size() - call.base >= call.meaning.most) return false;
  return std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(call.token) + 1,
                      tokens_.begin() + static_cast<std::ptrdiff_t>(last), [this](const Token& one) {
                        return one.kind == Kind::name && (one.name == variable_ || one.name == "x");
                      });
}

bool Parser::close_call() {
  Pending top = pop();
  const std::size_t last = at_;
  ++at_;
  if (makes_instance(top, last)) {  // torch.nn.ELU(0.5)(x)
    top.preset.assign(operands_.begin() + static_cast<std::ptrdiff_t>(top.base), operands_.end());
    operands_.resize(top.base);
    top.is_instance = true;
    for (auto& [argument, word] : top.keywords) ++argument;
    return open(std::move(top));
  }
  if (top.is_instance && operands_.size() - top.base != 1) {
    return fail(FormulaFault::wrong_arguments, top.token, last,
                joined({"The first brackets of ", quoted(top.token),
                        " hold its parameters, the second x alone: write `", tokens_[top.token].text, "(…)(x)`."}));
  }
  Call call{.meaning = top.meaning,
            .name = tokens_[top.token].text,
            .position = tokens_[top.token].position,
            .length = tokens_[last].position + tokens_[last].length - tokens_[top.token].position,
            .text = between(top.token, last),
            .arguments = {}};
  std::vector<Operand> given(operands_.begin() + static_cast<std::ptrdiff_t>(top.base), operands_.end());
  given.insert(given.begin() + (top.is_instance ? 1 : 0), top.preset.begin(), top.preset.end());
  for (const Operand& one : given) {
    const Token& first = tokens_[one.first];
    call.arguments.push_back({.id = one.id,
                              .position = first.position,
                              .length = tokens_[one.last].position + tokens_[one.last].length - first.position,
                              .text = between(one.first, one.last)});
  }
  for (const auto& [argument, word] : top.keywords) {
    if (argument < call.arguments.size()) call.arguments[argument].keyword = word;
  }
  operands_.resize(top.base);
  Id id = 0;
  if (!make_call(ast_, call, id, problem_)) return false;
  put(id, top.token, last);
  if (!pending_.empty() && pending_.back().wait == Wait::binary && pending_.back().base == raises_call) {
    const Pending exponent = pop();
    put(ast_.make(Op::power, take().id, ast_.number(tokens_[exponent.token].number)), top.token, last);
  }
  return true;
}

}  // namespace activation::formula
