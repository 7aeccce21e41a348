#include "names.hpp"

#include <activation/catalog.hpp>

#include "known_names.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace activation::formula {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Without what frameworks differ in: capitals, and underscores between words. After a letter or two one begins an index:
/// S_in is not sin.
std::string plain(std::string_view name) {
  const std::size_t line = name.find('_');
  const bool indexed = line == 1 || line == 2;
  std::string result;
  for (const char c : name) {
    if (c != '_' || indexed) result += lower(c);
  }
  return result;
}

Meaning of_entry(const Entry& entry) {
  return {.make = entry.make,
          .index = static_cast<std::uint16_t>(entry.function),
          .least = entry.least,
          .most = entry.most};
}

/// tanh, sin and arctan are in the catalog and elementary: here they are elementary.
Meaning of_catalog(std::size_t function) {
  const std::string_view id = catalog()[function].id;
  if (id == "tanh") return of_entry(one(id, E::tanh));
  if (id == "sin") return of_entry(one(id, E::sin));
  if (id == "arctan") return of_entry(one(id, E::atan));
  return {.make = is_vector_function(function) ? Make::vector : Make::activation,
          .index = static_cast<std::uint16_t>(function),
          .least = 1,
          .most = static_cast<std::uint8_t>(1 + catalog()[function].parameters.size())};
}

bool find_exact(std::string_view name, Meaning& meaning) {
  for (const Entry& entry : entries) {
    if (entry.name == name) {
      meaning = of_entry(entry);
      return true;
    }
  }
  for (const Alias& alias : aliases) {
    if (alias.name == name) name = alias.id;
  }
  const std::size_t function = find(name);
  if (function >= catalog().size()) return false;
  meaning = of_catalog(function);
  return true;
}

bool find_plain(const std::string& name, Meaning& meaning) {
  for (const Entry& entry : entries) {
    if (entry.name != "Phi" && plain(entry.name) == name) {
      meaning = of_entry(entry);
      return true;
    }
  }
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    if (plain(catalog()[i].id) == name) {
      meaning = of_catalog(i);
      return true;
    }
  }
  return false;
}

bool is_other(const Version& version) {
  return !version.id.empty() || !version.parameters.empty() || version.input_scale != 1;
}

std::string_view last_part(std::string_view name) {
  const std::size_t point = name.rfind('.');
  return point == std::string_view::npos ? name : name.substr(point + 1);
}

/// What a framework calls a function. An empty framework: any, where it means the same as the catalog.
bool find_version(std::string_view full, std::string_view framework, const std::string& name, Meaning& meaning) {
  int best = 0;
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    for (const Version& version : versions(i)) {
      if (version.name.find('(') != std::string_view::npos || plain(last_part(version.name)) != name) continue;
      if (framework.empty() ? is_other(version) || !version.differs.empty()
                            : !version.name.starts_with(framework) || version.framework == "Keras 2") {
        continue;
      }
      const int rank = version.name == full ? 3 : version.differs.empty() ? 2 : 1;
      if (rank <= best) continue;
      best = rank;
      const std::size_t function = version.id.empty() ? i : find(version.id);
      meaning = of_catalog(function);
      meaning.version = is_other(version) ? &version : nullptr;
    }
  }
  return best > 0;
}

/// Insertions, deletions, replacements and swaps that make one word of the other; more than `limit` is limit + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (lower(a[i - 1]) != lower(b[j - 1]))});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::string_view without_modules(std::string_view name) {
  const std::size_t point = name.rfind('.');
  if (point == std::string_view::npos) return name;
  const std::string_view module = name.substr(0, point);
  const bool known = std::any_of(modules.begin(), modules.end(), [&](const Module& m) { return m.name == module; });
  return known ? name.substr(point + 1) : name;
}

bool find_function(std::string_view name, Meaning& meaning) {
  const std::string_view last = last_part(name);
  if (last.empty()) return false;
  const std::string word = plain(last);
  const bool is_class = last[0] >= 'A' && last[0] <= 'Z';
  bool found = false;
  if (last.size() < name.size()) {
    const std::string_view module = name.substr(0, name.size() - last.size() - 1);
    const auto* known = std::find_if(modules.begin(), modules.end(), [&](const Module& m) { return m.name == module; });
    if (known == modules.end()) return false;
    if (!known->framework.empty()) {
      Meaning elementary;
      const bool is_elementary = find_exact(last, elementary) && elementary.make != Make::activation;
      found = !is_elementary && find_version(name, known->framework, word, meaning);
    }
  }
  found = found || find_exact(last, meaning) || find_plain(word, meaning) || find_version(name, {}, word, meaning);
  meaning.is_class = found && is_class && (meaning.make == Make::activation || meaning.make == Make::elementary);
  return found;
}

Op find_constant(std::string_view name) {
  const std::string_view last = without_modules(name);
  if (last == "pi" || last == "PI") return Op::pi;
  return last == "e" || (last == "E" && last.size() < name.size()) ? Op::e : Op::number;
}

bool is_parameter_name(std::string_view name) {
  if (name == "sigma" || name == "Phi") return true;
  for (const Info& info : catalog()) {
    for (const Parameter& parameter : info.parameters) {
      if (parameter.name == name) return true;
    }
  }
  return false;
}

std::string_view name_of(Elementary function) { return entries[static_cast<std::size_t>(function)].name; }

std::string_view nearest_function(std::string_view name) {
  name = last_part(name);
  if (name.size() < 3 || name.size() > 40) return {};
  const std::size_t limit = name.size() < 5 ? 1 : name.size() < 9 ? 2 : 3;
  std::size_t least = limit + 1;
  std::string_view nearest;
  const auto look = [&](std::string_view candidate) {
    const std::size_t far = distance(name, candidate, limit);
    if (far >= least) return;
    least = far;
    nearest = candidate;
  };
  for (const Info& info : catalog()) look(info.id);
  for (const Entry& entry : entries) look(entry.name);
  for (const Alias& alias : aliases) look(alias.name);
  return nearest;
}

const Hint* hint_for(std::string_view name) {
  name = without_modules(name);
  for (const Hint& hint : hints) {
    if (hint.name == name) return &hint;
  }
  return nullptr;
}

}  // namespace activation::formula
