#pragma once

#include "survey.hpp"

namespace activation::analysis {

/// Expectations over z ~ N(0, 1) of functions of f(scale z).
struct Expectations {
  double mean = 0;             ///< E[f]
  double second = 0;           ///< E[f^2]
  double gradient_second = 0;  ///< E[f'^2]
  double moved = 0;            ///< E[(z^2 - 1) f^2], which is 2 q dE[f^2]/dq for q = scale^2, jumps or not
  double error[4] = {};        ///< of each, absolute; larger where panels are dear
  bool exists = false;         ///< all are finite, and no part of them is left beyond |z| = 39
};

/// By Gauss and Legendre with 20 points a panel, the panels split at the kinks and halved until halves agree with the
/// whole to 1e-14 of all.
Expectations expected(const Subject& subject, const Survey& survey, double scale);

/// E[f(scale z)^2] alone, the panels as they are first: to look where it crosses something.
double second_moment(const Subject& subject, const Survey& survey, double scale);

/// The work, see Subject::work(), of one of these.
double work_of_second_moment(const Subject& subject, const Survey& survey);

}  // namespace activation::analysis
