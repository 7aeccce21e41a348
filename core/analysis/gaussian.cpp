#include "gaussian.hpp"

#include "../math/exp.hpp"

#include <algorithm>
#include <array>

namespace activation::analysis {
namespace {

/// The positive half of the points and weights of Gauss and Legendre, n = 20, from mpmath's Legendre polynomials.
constexpr double rule[10][2] = {
    {0x1.3973df98b86b0p-4, 0x1.38d6c490a3370p-3}, {0x1.d281636928bc0p-3, 0x1.31819b52c5992p-3},
    {0x1.7eaccf15652c4p-2, 0x1.230348f34a535p-3}, {0x1.05905c13f7ff7p-1, 0x1.0db2c5db26dffp-3},
    {0x1.45a8d3fa710dbp-1, 0x1.e41ff31573b48p-4}, {0x1.7e1f37346a54ep-1, 0x1.a1817a317a821p-4},
    {0x1.ada0bd5efd6e7p-1, 0x1.5519fe196e24ap-4}, {0x1.d31064173fd92p-1, 0x1.00b467df7e475p-4},
    {0x1.ed8dba7bd769fp-1, 0x1.4c9b5ea53b67fp-5}, {0x1.fc7b5a0c71ce0p-1, 0x1.209680274e8afp-6},
};
constexpr std::size_t points = 20;
constexpr double inverse_root_two_pi = 0.3989422804014327;
constexpr double reach = 39;  // beyond, the density is 0
constexpr std::size_t most_panels = 1500;

/// How many panels are affordable, each being computed as a whole and in halves.
std::size_t affordable_panels(const Subject& subject) {
  const double panels = much_work / static_cast<double>(subject.steps * points * 3);
  return panels < most_panels ? static_cast<std::size_t>(panels) : most_panels;
}

/// The integrals, and of what is never negative the sizes.
using Sums = std::array<double, 4>;

struct Panel {
  double from;
  double to;
  int depth;
  Sums sums;
};

/// Narrow next to 0, where f(scale z) may be sharp, so that scales from 1/1000 to 1000 take the same panels.
std::vector<double> edges_of(const Subject& subject, const Survey& survey, double scale) {
  constexpr double right[] = {0.001, 0.004, 0.016, 0.0625, 0.25, 1, 2, 3, 4.5, 6, 8, 10, 13, 17, 22, 30, reach};
  std::vector<double> edges{0};
  for (const double edge : right) edges.insert(edges.end(), {-edge, edge});
  std::vector<double> more;
  const auto split = [&](double x) {
    const double z = x / scale;
    if (z > -reach && z < reach) more.push_back(z);
  };
  for (const double kink : survey.kinks) split(kink);
  for (const double pole : survey.poles) split(pole);
  for (const Interval& gap : survey.gaps) {
    split(gap.from);
    split(gap.to);
  }
  // Where there are more than can be afforded, those next to 0, where the density is.
  std::sort(more.begin(), more.end(), [](double a, double b) { return math::abs(a) < math::abs(b); });
  more.resize(std::min(more.size(), affordable_panels(subject)));
  edges.insert(edges.end(), more.begin(), more.end());
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

struct Nodes {
  double z[points];
  double weight[points];
  double x[points];
};

Nodes nodes_of(double from, double to, double scale) {
  Nodes nodes;
  const double middle = 0.5 * (from + to);
  const double half = 0.5 * (to - from);
  for (std::size_t i = 0; i < points; ++i) {
    const double* const one = rule[i / 2];
    nodes.z[i] = middle + (i % 2 == 0 ? -half : half) * one[0];
    nodes.weight[i] = half * one[1] * inverse_root_two_pi;
    nodes.x[i] = nodes.z[i] * scale;
  }
  return nodes;
}

Sums summed(const Subject& subject, double from, double to, double scale) {
  const Nodes nodes = nodes_of(from, to, scale);
  double f[points];
  double g[points];
  double c[points];
  subject.evaluate(nodes.x, f, g, c);
  Sums sums{};
  for (std::size_t i = 0; i < points; ++i) {
    // The root of the density goes with each factor: f^2 alone may overflow.
    const double z2 = nodes.z[i] * nodes.z[i];
    const double root = math::exp(-0.25 * z2);
    const double value = f[i] * root;
    const double gradient = g[i] * root;
    const double square = value * value * nodes.weight[i];
    sums[0] += value * root * nodes.weight[i];
    sums[1] += square;
    sums[2] += gradient * gradient * nodes.weight[i];
    sums[3] += (z2 - 1) * square;
  }
  return sums;
}

/// Halves until the halves agree with the whole. `scales` are what the errors are compared with.
class Integral {
 public:
  Integral(const Subject& subject, double scale)
      : subject_(subject), scale_(scale), most_panels_(affordable_panels(subject)) {}

  void add(double from, double to) { waiting_.push_back({from, to, 0, summed(subject_, from, to, scale_)}); }

  Expectations done() {
    Sums whole{};
    for (const Panel& panel : waiting_) {
      for (std::size_t i = 0; i < 4; ++i) whole[i] += math::abs(panel.sums[i]);
    }
    Expectations result;
    Sums total{};
    double rim = 0;
    while (!waiting_.empty()) {
      const Panel panel = waiting_.back();
      waiting_.pop_back();
      const double middle = 0.5 * (panel.from + panel.to);
      const Sums left = summed(subject_, panel.from, middle, scale_);
      const Sums right = summed(subject_, middle, panel.to, scale_);
      ++panels_;
      // What the rounding of z makes of a sum that is sharp next to a kink: halving again would not help.
      const double far = std::max(math::abs(panel.from), math::abs(panel.to));
      const double rounding = 1e-15 * far / (panel.to - panel.from);
      bool agrees = true;
      Sums error;
      for (std::size_t i = 0; i < 4; ++i) {
        error[i] = math::abs(left[i] + right[i] - panel.sums[i]);
        agrees = agrees && !(error[i] > std::max(1e-14 * whole[i], rounding * math::abs(panel.sums[i])));
      }
      if (agrees || panel.depth >= 40 || panels_ > most_panels_) {
        for (std::size_t i = 0; i < 4; ++i) {
          total[i] += left[i] + right[i];
          if (error[i] > 1e-14 * whole[i]) result.error[i] += error[i];
        }
        if (math::abs(panel.from) > 36 || math::abs(panel.to) > 36) rim = std::max(rim, left[1] + right[1]);
      } else {
        waiting_.push_back({panel.from, middle, panel.depth + 1, left});
        waiting_.push_back({middle, panel.to, panel.depth + 1, right});
      }
    }
    result.mean = total[0];
    result.second = total[1];
    result.gradient_second = total[2];
    result.moved = total[3];
    for (std::size_t i = 0; i < 4; ++i) result.error[i] += 1e-14 * whole[i];
    // Where panels never agree, as next to a pole, the integral diverges.
    const double most = most_panels_ < most_panels ? 0.3 : 1e-6;
    const bool settled = result.error[0] <= most * whole[0] && result.error[1] <= most * whole[1];
    result.exists = settled && is_finite(result.mean) && is_finite(result.second) && rim <= 1e-9 * result.second;
    return result;
  }

 private:
  const Subject& subject_;
  double scale_;
  std::vector<Panel> waiting_;
  std::size_t panels_ = 0;
  std::size_t most_panels_;
};

}  // namespace

Expectations expected(const Subject& subject, const Survey& survey, double scale) {
  const std::vector<double> edges = edges_of(subject, survey, scale);
  Integral integral(subject, scale);
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) integral.add(edges[i], edges[i + 1]);
  return integral.done();
}

double work_of_second_moment(const Subject& subject, const Survey& survey) {
  const std::size_t numbers = edges_of(subject, survey, 1).size() * points;
  return 0.5 * static_cast<double>(subject.steps * numbers);
}

double second_moment(const Subject& subject, const Survey& survey, double scale) {
  const std::vector<double> edges = edges_of(subject, survey, scale);
  double sum = 0;
  double f[points];
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const Nodes nodes = nodes_of(edges[i], edges[i + 1], scale);
    subject.evaluate(nodes.x, f, {}, {});
    for (std::size_t j = 0; j < points; ++j) {
      const double value = f[j] * math::exp(-0.25 * nodes.z[j] * nodes.z[j]);
      sum += value * value * nodes.weight[j];
    }
  }
  return sum;
}

}  // namespace activation::analysis
