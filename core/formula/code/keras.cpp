#include "programs.hpp"
#include "python.hpp"

namespace activation::formula::code {
namespace {

constexpr Vocabulary ops{
    .functions = {{{"ops.exp(%0)"},
                   {"2.0 ** #0", Strength::power},
                   {"ops.expm1(%0)"},
                   {"ops.log(%0)"},
                   {"ops.log2(%0)"},
                   {"ops.log10(%0)"},
                   {"ops.log1p(%0)"},
                   {"ops.sqrt(%0)"},
                   {"ops.sign(%0) * ops.abs(%0) ** (1 / 3)", Strength::product},
                   {"ops.sin(%0)"},
                   {"ops.cos(%0)"},
                   {"ops.tan(%0)"},
                   {"ops.arcsin(%0)"},
                   {"ops.arccos(%0)"},
                   {"ops.arctan(%0)"},
                   {"ops.sinh(%0)"},
                   {"ops.cosh(%0)"},
                   {"ops.tanh(%0)"},
                   {"ops.arcsinh(%0)"},
                   {"ops.arccosh(%0)"},
                   {"ops.arctanh(%0)"},
                   {"ops.erf(%0)"},
                   {"1.0 - ops.erf(%0)", Strength::sum},
                   // There is no erfc: below -8.3 this is 0.
                   {"0.5 * (1.0 + ops.erf(#0 * math.sqrt(0.5)))", Strength::product},
                   {"ops.abs(%0)"},
                   {"ops.sign(%0)"},
                   {"ops.floor(%0)"},
                   {"ops.ceil(%0)"},
                   {"ops.minimum(%0, %1)"},
                   {"ops.maximum(%0, %1)"},
                   {"ops.clip(%0, %1, %2)"},
                   {"ops.relu(%0)"},
                   {"ops.sigmoid(%0)"},
                   // ops.softplus goes linear above 20 where PyTorch computes it.
                   {"ops.logaddexp(%0, 0.0)"},
                   {"-ops.logaddexp(-#0, 0.0)", Strength::sign}}},
    .pi = "math.pi",
    .e = "math.e",
    .power = {"#0 ** #1", Strength::power},
    .choose = {"ops.where(%0, %1, %2)"},
    .conjunction = {"ops.logical_and(%0, %1)"},
    .disjunction = {"ops.logical_or(%0, %1)"},
    .negation = {"ops.logical_not(%0)"},
    .as_number = {"ops.cast(%0, x.dtype)"},
};

constexpr std::string_view reserved[] = {"keras", "ops", "math"};

constexpr auto all_reserved = joined(python_words, reserved);

/// Those of a keras.layers.Layer, the arguments that it takes, and what the program below adds.
constexpr std::string_view layer_attributes[] = {"activity_regularizer",
                                                 "add_loss",
                                                 "add_metric",
                                                 "add_update",
                                                 "add_variable",
                                                 "add_weight",
                                                 "autocast",
                                                 "batch_input_shape",
                                                 "batch_size",
                                                 "build",
                                                 "build_from_config",
                                                 "built",
                                                 "call",
                                                 "compute_dtype",
                                                 "compute_mask",
                                                 "compute_output_shape",
                                                 "compute_output_signature",
                                                 "compute_output_spec",
                                                 "count_params",
                                                 "dtype",
                                                 "dtype_policy",
                                                 "dynamic",
                                                 "enable_lora",
                                                 "finalize_state",
                                                 "from_config",
                                                 "get_build_config",
                                                 "get_config",
                                                 "get_input_at",
                                                 "get_input_mask_at",
                                                 "get_input_shape_at",
                                                 "get_output_at",
                                                 "get_output_mask_at",
                                                 "get_output_shape_at",
                                                 "get_quantization_config",
                                                 "get_weights",
                                                 "inbound_nodes",
                                                 "input",
                                                 "input_dim",
                                                 "input_dtype",
                                                 "input_mask",
                                                 "input_shape",
                                                 "input_spec",
                                                 "kwargs",
                                                 "load_own_variables",
                                                 "loss",
                                                 "losses",
                                                 "metrics",
                                                 "metrics_names",
                                                 "metrics_variables",
                                                 "name",
                                                 "name_scope",
                                                 "non_trainable_variables",
                                                 "non_trainable_weights",
                                                 "outbound_nodes",
                                                 "output",
                                                 "output_mask",
                                                 "output_shape",
                                                 "path",
                                                 "quantization_mode",
                                                 "quantize",
                                                 "quantized_build",
                                                 "quantized_call",
                                                 "register_call_context_args",
                                                 "rematerialized_call",
                                                 "save_own_variables",
                                                 "seed_generators",
                                                 "set_weights",
                                                 "start",
                                                 "stateful",
                                                 "stateless_call",
                                                 "submodules",
                                                 "supports_jit",
                                                 "supports_masking",
                                                 "symbolic_call",
                                                 "trainable",
                                                 "trainable_variables",
                                                 "trainable_weights",
                                                 "updates",
                                                 "variable_dtype",
                                                 "variables",
                                                 "weights",
                                                 "with_name_scope"};

constexpr auto attributes = joined(module_attributes, layer_attributes);

constexpr Dialect dialect{
    .arrays = ops,
    .numbers = &python_math,
    .choose_numbers = {"ops.where(%0, %1 * ops.ones_like(x), %2)"},
    .choose_parameters = {"ops.where(%0, #1 * ops.ones_like(x), %2)"},
    .as_array = "%0 = ops.convert_to_tensor(%1, x.dtype)",
    .infinity = "math.inf",
    .not_a_number = "math.nan",
    .reserved = all_reserved,
    .reserved_parameters = attributes,
};

std::string returned(const Body& value, std::string_view by) {
  std::string text = indented(value.lines, by);
  text.append(by).append("return ");
  return text + (value.rank == Rank::array ? value.result : "(" + value.result + ") * ops.ones_like(x)") + "\n";
}

std::string with_imports(const std::string& program) {
  const std::string math = program.find("math.") != std::string::npos ? "import math\n\n" : "";
  return math + "import keras\nfrom keras import ops\n\n\n" + program;
}

}  // namespace

std::string keras_program(const Ast& ast, Id root, const CodeOptions& options) {
  const Names names(ast, options, dialect);
  const bool layer = options.learnable && !names.parameters.empty();
  const Body value = body(ast, root, dialect, names, layer ? "self." : "", layer ? Given::arrays : Given::numbers);
  if (!layer) {
    return with_imports("@keras.saving.register_keras_serializable()\ndef " + names.function + "(" +
                        names.signature("x", "=") + "):\n    x = ops.convert_to_tensor(x)\n" + returned(value, "    "));
  }
  std::string text = "@keras.saving.register_keras_serializable()\nclass " + names.type() + "(keras.layers.Layer):\n";
  text += "    def __init__(self, " + names.signature("", "=") + ", **kwargs):\n        super().__init__(**kwargs)\n";
  text += "        self.start = {";
  for (std::size_t i = 0; i < names.parameters.size(); ++i) {
    text += (i > 0 ? ", \"" : "\"") + names.parameters[i] + "\": " + names.parameters[i];
  }
  text +=
      "}\n        for name, value in self.start.items():\n"
      "            weight = self.add_weight(shape=(), initializer=keras.initializers.Constant(value), name=name)\n"
      "            setattr(self, name, weight)\n\n"
      "    def get_config(self):\n        return {**super().get_config(), **self.start}\n\n"
      "    def call(self, x):\n";
  return with_imports(text + returned(value, "        "));
}

}  // namespace activation::formula::code
