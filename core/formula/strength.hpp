#pragma once

namespace activation::formula {

/// How strongly parts of a formula hold together: what is done first where it is read, and what needs no brackets where it is
/// printed. The parser makes operators of the same strength left-associative, apart from powers and choices.
enum Strength : int {
  nothing,
  choice,
  either,
  both,
  no,
  comparison,
  sum,
  product,
  sign,
  power,
  root,
  atom = root,  ///< numbers, names, calls, what stands in brackets
};

}  // namespace activation::formula
