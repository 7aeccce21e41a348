#include "programs.hpp"
#include "python.hpp"

namespace activation::formula::code {
namespace {

constexpr Vocabulary torch{
    .functions = {{{"torch.exp(%0)"},
                   {"torch.exp2(%0)"},
                   {"torch.expm1(%0)"},
                   {"torch.log(%0)"},
                   {"torch.log2(%0)"},
                   {"torch.log10(%0)"},
                   {"torch.log1p(%0)"},
                   {"torch.sqrt(%0)"},
                   {"torch.sign(%0) * torch.abs(%0) ** (1 / 3)", Strength::product},
                   {"torch.sin(%0)"},
                   {"torch.cos(%0)"},
                   {"torch.tan(%0)"},
                   {"torch.asin(%0)"},
                   {"torch.acos(%0)"},
                   {"torch.atan(%0)"},
                   {"torch.sinh(%0)"},
                   {"torch.cosh(%0)"},
                   {"torch.tanh(%0)"},
                   {"torch.asinh(%0)"},
                   {"torch.acosh(%0)"},
                   {"torch.atanh(%0)"},
                   {"torch.erf(%0)"},
                   {"torch.erfc(%0)"},
                   // torch.special.ndtr is (1 + erf) / 2, which is 0 at -10.
                   {"0.5 * torch.erfc(-#0 * math.sqrt(0.5))", Strength::product},
                   {"torch.abs(%0)"},
                   {"torch.sign(%0)"},
                   {"torch.floor(%0)"},
                   {"torch.ceil(%0)"},
                   {"torch.minimum(%0, %1)"},
                   {"torch.maximum(%0, %1)"},
                   // Its gradient at both ends is 0, that of torch.clamp 1.
                   {"F.hardtanh(%0, %1, %2)"},
                   {"torch.relu(%0)"},
                   {"torch.sigmoid(%0)"},
                   // The standard threshold of 20 loses 2e-9.
                   {"F.softplus(%0, threshold=40)"},
                   {"F.logsigmoid(%0)"}}},
    .pi = "math.pi",
    .e = "math.e",
    .power = {"#0 ** #1", Strength::power},
    .choose = {"torch.where(%0, %1, %2)"},
    .conjunction = {"#0 & #1", Strength::comparison},
    .disjunction = {"#0 | #1", Strength::comparison},
    .negation = {"~#0", Strength::sign},
    .as_number = {"(%0).to(x.dtype)"},
};

constexpr std::string_view reserved[] = {"torch", "nn", "F", "math"};

constexpr auto all_reserved = joined(python_words, reserved);

constexpr Dialect dialect{
    .arrays = torch,
    .numbers = &python_math,
    .choose_numbers = {"torch.where(%0, torch.full_like(x, %1), %2)"},
    .choose_parameters = {"torch.where(%0, #1 * torch.ones_like(x), %2)"},
    .at_most = {"torch.clamp(%2, max=%1)"},
    .at_least = {"torch.clamp(%2, min=%1)"},
    .as_array = "%0 = x.new_tensor(%1)",
    .infinity = "math.inf",
    .not_a_number = "math.nan",
    .reserved = all_reserved,
    .reserved_parameters = module_attributes,
};

}  // namespace

std::string pytorch_program(const Ast& ast, Id root, const CodeOptions& options) {
  const Names names(ast, options, dialect);
  const Body value = body(ast, root, dialect, names, "self.", options.learnable ? Given::arrays : Given::numbers);
  std::string forward = indented(value.lines, "        ");
  if (value.rank == Rank::array)
    forward += "        return " + value.result + "\n";
  else if (value.rank == Rank::parameter && value.has_arrays)
    forward += "        return torch.ones_like(x) * (" + value.result + ")\n";
  else
    forward += "        return torch.full_like(x, " + value.result + ")\n";

  std::string text;
  const auto uses = [&](std::string_view word) { return forward.find(word) != std::string::npos; };
  if (uses("math.")) text += "import math\n\n";
  text += "import torch\n";
  if (uses("F.")) text += "import torch.nn.functional as F\n";
  text += "from torch import nn\n\n\nclass " + names.type() + "(nn.Module):\n";
  if (!names.parameters.empty()) {
    text += "    def __init__(self, " + names.signature("", "=") + "):\n        super().__init__()\n";
    for (const std::string& name : names.parameters) {
      text += "        self." + name + " = ";
      text += options.learnable ? "nn.Parameter(torch.tensor(float(" + name + ")))\n" : name + "\n";
    }
    text += "\n";
  }
  return text + "    def forward(self, x):\n" + forward;
}

}  // namespace activation::formula::code
