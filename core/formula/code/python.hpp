#pragma once

#include "dialect.hpp"

#include <string>
#include <vector>

namespace activation::formula::code {

inline constexpr std::string_view python_words[] = {
    "and",      "as",     "assert",  "async", "await", "break",  "class", "continue", "def",  "del",   "elif",
    "else",     "except", "finally", "for",   "from",  "global", "if",    "import",   "in",   "is",    "lambda",
    "nonlocal", "not",    "or",      "pass",  "raise", "return", "try",   "while",    "with", "yield", "None",
    "True",     "False",  "abs",     "min",   "max",   "float",  "super", "setattr"};

/// Attributes of a torch.nn.Module, which Keras' layers are too where PyTorch computes.
inline constexpr std::string_view module_attributes[] = {"T_destination",
                                                         "add_module",
                                                         "apply",
                                                         "bfloat16",
                                                         "buffers",
                                                         "call_super_init",
                                                         "children",
                                                         "compile",
                                                         "cpu",
                                                         "cuda",
                                                         "double",
                                                         "dump_patches",
                                                         "eval",
                                                         "extra_repr",
                                                         "float",
                                                         "forward",
                                                         "get_buffer",
                                                         "get_extra_state",
                                                         "get_parameter",
                                                         "get_submodule",
                                                         "half",
                                                         "ipu",
                                                         "load_state_dict",
                                                         "modules",
                                                         "mtia",
                                                         "named_buffers",
                                                         "named_children",
                                                         "named_modules",
                                                         "named_parameters",
                                                         "parameters",
                                                         "register_backward_hook",
                                                         "register_buffer",
                                                         "register_forward_hook",
                                                         "register_forward_pre_hook",
                                                         "register_full_backward_hook",
                                                         "register_full_backward_pre_hook",
                                                         "register_load_state_dict_post_hook",
                                                         "register_load_state_dict_pre_hook",
                                                         "register_module",
                                                         "register_parameter",
                                                         "register_state_dict_post_hook",
                                                         "register_state_dict_pre_hook",
                                                         "requires_grad_",
                                                         "self",
                                                         "set_extra_state",
                                                         "set_submodule",
                                                         "share_memory",
                                                         "state_dict",
                                                         "to",
                                                         "to_empty",
                                                         "train",
                                                         "training",
                                                         "type",
                                                         "xpu",
                                                         "zero_grad"};

template <std::size_t A, std::size_t B>
constexpr std::array<std::string_view, A + B> joined(const std::string_view (&a)[A], const std::string_view (&b)[B]) {
  std::array<std::string_view, A + B> both;
  for (std::size_t i = 0; i < A; ++i) both[i] = a[i];
  for (std::size_t i = 0; i < B; ++i) both[A + i] = b[i];
  return both;
}

inline std::string indented(const std::vector<std::string>& lines, std::string_view by) {
  std::string text;
  for (const std::string& line : lines) text.append(by).append(line).append("\n");
  return text;
}

/// Python's own math, for what rests on no array. In the order of Elementary, then of Stable, as all tables of this kind.
extern const Vocabulary python_math;

}  // namespace activation::formula::code
