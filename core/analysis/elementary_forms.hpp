#pragma once

#include "form.hpp"

namespace activation::analysis {

Form elementary_identity();

/// A function of the language as a function of x; nothing where it is not defined for every x.
Form elementary_form(formula::Elementary function);

/// f(a(x)) from the forms of f and a.
Form composed(const Form& outer, const Form& inner);

/// function(a), with what is known of a's range: the logarithm of something positive.
Form elementary_of(formula::Elementary function, const Form& a);

}  // namespace activation::analysis
