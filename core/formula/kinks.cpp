#include "../math/number.hpp"
#include "program.hpp"

#include <algorithm>
#include <limits>

namespace activation::formula {
namespace {

constexpr std::size_t even_points = 1024;

/// Steps of the tape times places that are looked for at once: each of some 64 rounds costs so many at most.
constexpr std::size_t most_work = 2'000'000;

/// Doubles in their order as whole numbers without gaps; 0 and -0 are one.
std::int64_t rank(double x) {
  const auto b = static_cast<std::int64_t>(math::bits(x));
  return b >= 0 ? b : std::numeric_limits<std::int64_t>::min() - b;
}

double of_rank(std::int64_t r) {
  if (r >= 0) return math::from_bits(static_cast<std::uint64_t>(r));
  return math::from_bits(static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::min() - r));
}

/// How many doubles on b is from a.
std::uint64_t distance(double a, double b) {
  return static_cast<std::uint64_t>(rank(b)) - static_cast<std::uint64_t>(rank(a));
}

double between(double a, double b) {
  return of_rank(static_cast<std::int64_t>(static_cast<std::uint64_t>(rank(a)) + distance(a, b) / 2));
}

double whole_below(double d) {
  if (!(math::abs(d) < 0x1p51)) return d;
  const double near = math::nearest(d);
  return near > d ? near - 1 : near;
}

/// A corner's expression at one x.
struct Sample {
  double x;
  double value;
  double slope;
  double state;  ///< where it changes there is a corner

  Sample(double at, double y, double first, bool is_step) : x(at), value(y), slope(first) {
    // Twice the number below, and one more between whole numbers: so floor and ceil both show.
    const double below = whole_below(y);
    const double sign = y > 0 ? 1 : y < 0 ? -1 : y;
    state = is_step ? 2 * below + (y > below ? 1 : 0) : sign;
  }

  /// 0 where the corner is.
  double off(bool is_step) const {
    return math::abs(is_step && math::abs(value) < 0x1p51 ? value - math::nearest(value) : value);
  }
};

bool same_state(const Sample& a, const Sample& b) {
  return a.state == b.state || (a.state != a.state && b.state != b.state);
}

/// Whether an expression of one sign comes nearer to 0 from both sides.
bool dips(const Sample& left, const Sample& right) {
  return left.slope * left.state < 0 && right.slope * right.state > 0;
}

struct Bracket {
  std::size_t corner;
  Sample left;
  Sample right;
};

class Search {
 public:
  Search(const Program& program, std::span<const double> parameters, std::size_t most)
      : program_(program),
        machine_(program.corners, parameters, true, even_points),
        most_(most),
        room_(std::clamp<std::size_t>(most_work / (program.corners.each.size() + 1), 128, 4 * most + 128)) {}

  std::vector<double> run(double from, double to) {
    look_at(grid(from, to));
    while (!brackets_.empty()) halve();
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    if (found_.size() > most_) found_.resize(most_);
    return std::move(found_);
  }

 private:
  /// Even, and by powers of two on both sides of 0.
  static std::vector<double> grid(double from, double to) {
    std::vector<double> x{from, to};
    for (std::size_t i = 1; i < even_points; ++i) {
      const double share = static_cast<double>(i) / static_cast<double>(even_points);
      x.push_back(from * (1 - share) + to * share);
    }
    for (double size = 0x1p-1022; size < 0x1p1000; size *= size < 0x1p-60 || size > 0x1p60 ? 0x1p16 : 2.0) {
      x.push_back(size);
      x.push_back(-size);
    }
    x.push_back(0);
    std::erase_if(x, [=](double at) { return !(at >= from && at <= to); });
    std::sort(x.begin(), x.end());
    x.erase(std::unique(x.begin(), x.end()), x.end());
    return x;
  }

  Sample sample(std::size_t corner, double x, std::size_t i) const {
    const Register& r = machine_.root(corner);
    return {x, r.value[i], r.first[i], program_.kinds[corner].is_step};
  }

  void look_at(const std::vector<double>& x) {
    std::vector<Bracket> dipping;
    std::vector<Sample> last;
    for (std::size_t first = 0; first < x.size(); first += machine_.block()) {
      const std::size_t count = std::min(machine_.block(), x.size() - first);
      machine_.run(&x[first], count);
      for (std::size_t corner = 0; corner < program_.kinds.size(); ++corner) {
        for (std::size_t i = 0; i < count; ++i) {
          const Sample here = sample(corner, x[first + i], i);
          if (last.size() <= corner) {
            last.push_back(here);
          } else {
            const Bracket bracket{corner, last[corner], here};
            last[corner] = here;
            if (!same_state(bracket.left, bracket.right)) {
              add(brackets_, bracket);
            } else if (dips(bracket.left, bracket.right)) {
              add(dipping, bracket);
            }
          }
        }
      }
    }
    for (const Bracket& bracket : dipping) add(brackets_, bracket);
  }

  void add(std::vector<Bracket>& to, const Bracket& bracket) const {
    if (to.size() < room_) to.push_back(bracket);
  }

  void halve() {
    std::vector<Bracket> next;
    std::vector<double> middles;
    std::erase_if(brackets_, [this](const Bracket& b) { return settled(b); });
    for (const Bracket& b : brackets_) middles.push_back(between(b.left.x, b.right.x));
    for (std::size_t first = 0; first < middles.size(); first += machine_.block()) {
      const std::size_t count = std::min(machine_.block(), middles.size() - first);
      machine_.run(&middles[first], count);
      for (std::size_t i = 0; i < count; ++i) {
        const Bracket& b = brackets_[first + i];
        split(b, sample(b.corner, middles[first + i], i), next);
      }
    }
    brackets_ = std::move(next);
  }

  /// The halves in which something changes or dips.
  void split(const Bracket& b, const Sample& middle, std::vector<Bracket>& next) const {
    const bool left = !same_state(b.left, middle);
    const bool right = !same_state(middle, b.right);
    if (left) add(next, {b.corner, b.left, middle});
    if (right) add(next, {b.corner, middle, b.right});
    if (left || right) return;
    if (dips(b.left, middle)) {
      add(next, {b.corner, b.left, middle});
    } else if (dips(middle, b.right)) {
      add(next, {b.corner, middle, b.right});
    }
  }

  /// Two neighbours: the one nearer to the corner is the place.
  bool settled(const Bracket& b) {
    if (distance(b.left.x, b.right.x) > 1) return false;
    if (same_state(b.left, b.right) || found_.size() >= room_) return true;
    const bool is_step = program_.kinds[b.corner].is_step;
    found_.push_back(b.left.off(is_step) < b.right.off(is_step) ? b.left.x : b.right.x);
    return true;
  }

  const Program& program_;
  Machine machine_;
  std::size_t most_;
  std::size_t room_;  ///< for brackets and places: bounds the work
  std::vector<Bracket> brackets_;
  std::vector<double> found_;
};

}  // namespace

std::vector<double> find_kinks(const Program& program, double from, double to, std::span<const double> parameters,
                               std::size_t most) {
  if (program.kinds.empty()) return {};
  return Search(program, parameters, most).run(from, to);
}

}  // namespace activation::formula
