#include "../math/doubles.hpp"
#include "program.hpp"

#include <algorithm>

namespace activation::formula {
namespace {

constexpr std::size_t even_points = 1024;
constexpr std::size_t fewest_points = 128;

/// Steps times numbers: of the even points, and of all halvings together. Some tenths of a second.
constexpr std::size_t most_even_work = 1'000'000;
constexpr std::size_t most_work = 20'000'000;

/// A corner's expression at one x.
struct Sample {
  double x;
  double value;
  double slope;
  double state;  ///< where it changes there is a corner

  Sample(double at, double y, double first, bool is_step) : x(at), value(y), slope(first) {
    // Twice the number below, and one more between whole numbers: so floor and ceil both show.
    const double below = math::floor(y);
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
        room_(4 * most + 128) {}

  std::vector<double> run(double from, double to) {
    look_at(grid(from, to));
    // One corner after the other: each takes the steps of its own expression only.
    std::stable_sort(brackets_.begin(), brackets_.end(),
                     [](const Bracket& a, const Bracket& b) { return a.corner < b.corner; });
    const std::vector<Bracket> all = std::move(brackets_);
    for (auto first = all.begin(); first != all.end();) {
      const std::size_t corner = first->corner;
      const auto last = std::find_if(first, all.end(), [=](const Bracket& b) { return b.corner != corner; });
      brackets_.assign(first, last);
      const std::vector<Instruction> steps = steps_for(program_.corners, corner);
      while (!brackets_.empty()) halve(steps);
      first = last;
    }
    // Next to 0 expressions underflow: x / 3 is 0 before x is.
    const auto tiny = [](double x) { return math::abs(x) < 0x1p-1022; };
    if (from <= 0 && to >= 0) std::replace_if(found_.begin(), found_.end(), tiny, 0.0);
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    if (found_.size() > most_) {
      found_.resize(most_);
      complete_ = false;
    }
    return std::move(found_);
  }

  bool is_complete() const { return complete_; }

 private:
  /// Even, and by powers of two on both sides of 0.
  std::vector<double> grid(double from, double to) const {
    const std::size_t points =
        std::clamp(most_even_work / (program_.corners.each.size() + 1), fewest_points, even_points);
    std::vector<double> x{from, to};
    for (std::size_t i = 1; i < points; ++i) {
      const double share = static_cast<double>(i) / static_cast<double>(points);
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

  void add(std::vector<Bracket>& to, const Bracket& bracket) {
    if (to.size() < room_) {
      to.push_back(bracket);
    } else {
      complete_ = false;
    }
  }

  void halve(const std::vector<Instruction>& steps) {
    std::vector<Bracket> next;
    std::vector<double> middles;
    std::erase_if(brackets_, [this](const Bracket& b) { return settled(b); });
    work_ += steps.size() * std::max(brackets_.size(), grain);
    if (work_ > most_work && !brackets_.empty()) {
      complete_ = false;
      brackets_.clear();
    }
    for (const Bracket& b : brackets_) middles.push_back(math::between(b.left.x, b.right.x));
    for (std::size_t first = 0; first < middles.size(); first += machine_.block()) {
      const std::size_t count = std::min(machine_.block(), middles.size() - first);
      machine_.run(&middles[first], count, steps, brackets_[first].corner);
      for (std::size_t i = 0; i < count; ++i) {
        const Bracket& b = brackets_[first + i];
        split(b, sample(b.corner, middles[first + i], i), next);
      }
    }
    brackets_ = std::move(next);
  }

  /// The halves in which something changes or dips.
  void split(const Bracket& b, const Sample& middle, std::vector<Bracket>& next) {
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
    if (math::distance(b.left.x, b.right.x) > 1) return false;
    if (same_state(b.left, b.right)) return true;
    if (found_.size() >= 16 * room_) {
      complete_ = false;
      return true;
    }
    const bool is_step = program_.kinds[b.corner].is_step;
    found_.push_back(b.left.off(is_step) < b.right.off(is_step) ? b.left.x : b.right.x);
    return true;
  }

  const Program& program_;
  Machine machine_;
  std::size_t most_;
  std::size_t room_;  ///< for brackets
  std::size_t work_ = 0;
  bool complete_ = true;  ///< nothing was left out
  std::vector<Bracket> brackets_;
  std::vector<double> found_;
};

}  // namespace

std::vector<double> find_kinks(const Program& program, double from, double to, std::span<const double> parameters,
                               std::size_t most, bool* all) {
  if (all != nullptr) *all = true;
  if (program.kinds.empty()) return {};
  Search search(program, parameters, most);
  std::vector<double> found = search.run(from, to);
  if (all != nullptr) *all = search.is_complete();
  return found;
}

}  // namespace activation::formula
