#include <activation/analysis.hpp>

#include "../formula/shortest.hpp"
#include "../json_writer.hpp"
#include "../math/doubles.hpp"

namespace activation {
namespace {

using Writer = JsonWriter;
using math::is_finite;

void write_number(Writer& out, std::string_view name, double value) {
  out.key(name);
  if (value != value) {
    out.raw("null");
  } else if (!is_finite(value)) {
    out.string(value > 0 ? "inf" : "-inf");
  } else {
    out.raw(formula::shortest(value));
  }
}

void write_sureness(Writer& out, const Sureness& sure) {
  out.member("proved", sure.proved);
  write_number(out, "tolerance", sure.proved ? 0 : sure.tolerance);
}

void write_sureness(Writer& out, std::string_view name, const Sureness& sure) {
  out.key(name);
  out.open('{');
  write_sureness(out, sure);
  out.close('}');
}

void write_figure(Writer& out, std::string_view name, const Figure& figure) {
  out.key(name);
  if (!figure.exists()) {
    out.raw("null");
    return;
  }
  out.open('{');
  write_number(out, "number", figure.number);
  write_sureness(out, figure.sure);
  out.close('}');
}

void write_intervals(Writer& out, std::string_view name, const std::vector<Interval>& intervals) {
  out.list(name, intervals, [&out](const Interval& one) {
    out.open('{');
    write_number(out, "from", one.from);
    write_number(out, "to", one.to);
    out.member("fromClosed", one.from_closed);
    out.member("toClosed", one.to_closed);
    out.close('}');
  });
}

const char* word(Monotonicity monotonicity) {
  switch (monotonicity) {
    case Monotonicity::none: return "none";
    case Monotonicity::rising: return "rising";
    case Monotonicity::falling: return "falling";
    case Monotonicity::constant: return "constant";
  }
  return "";
}

const char* word(Direction direction) {
  switch (direction) {
    case Direction::falling: return "falling";
    case Direction::constant: return "constant";
    case Direction::rising: return "rising";
  }
  return "";
}

const char* word(Smoothness smoothness) {
  switch (smoothness) {
    case Smoothness::discontinuous: return "discontinuous";
    case Smoothness::c0: return "c0";
    case Smoothness::c1: return "c1";
    case Smoothness::c2_or_more: return "c2-or-more";
    case Smoothness::infinite: return "infinite";
  }
  return "";
}

const char* word(Symmetry::Kind kind) {
  switch (kind) {
    case Symmetry::Kind::none: return "none";
    case Symmetry::Kind::even: return "even";
    case Symmetry::Kind::odd: return "odd";
    case Symmetry::Kind::point: return "point";
    case Symmetry::Kind::mirror: return "mirror";
  }
  return "";
}

const char* word(Growth growth) {
  switch (growth) {
    case Growth::irregular: return "irregular";
    case Growth::constant: return "constant";
    case Growth::slower: return "slower";
    case Growth::linear: return "linear";
    case Growth::faster: return "faster";
  }
  return "";
}

const char* word(Quantity quantity) {
  switch (quantity) {
    case Quantity::value: return "value";
    case Quantity::gradient: return "gradient";
    case Quantity::curvature: return "curvature";
  }
  return "";
}

void write_range(Writer& out, const Analysis& analysis) {
  write_intervals(out, "undefined", analysis.undefined);
  out.key("range");
  out.open('{');
  write_intervals(out, "parts", analysis.range);
  out.member("endless", analysis.range_endless);
  write_sureness(out, analysis.range_sure);
  out.close('}');
  out.key("bounds");
  out.open('{');
  write_number(out, "from", analysis.range_bounds.from);
  write_number(out, "to", analysis.range_bounds.to);
  out.close('}');
}

void write_course(Writer& out, const Analysis& analysis) {
  out.key("monotonicity");
  out.open('{');
  out.member("kind", word(analysis.monotonicity));
  write_sureness(out, analysis.monotonicity_sure);
  out.close('}');
  out.list("stretches", analysis.stretches, [&out](const Stretch& one) {
    out.open('{');
    write_number(out, "from", one.from);
    write_number(out, "to", one.to);
    out.member("direction", word(one.direction));
    out.close('}');
  });
  out.list("extrema", analysis.extrema, [&out](const Extremum& one) {
    out.open('{');
    write_number(out, "x", one.x);
    write_number(out, "y", one.y);
    out.member("kind", one.maximum ? "maximum" : "minimum");
    out.close('}');
  });
  out.list("zeros", analysis.zeros, [&out](const Zeros& one) {
    out.open('{');
    write_number(out, "from", one.from);
    write_number(out, "to", one.to);
    out.close('}');
  });
  out.list("inflections", analysis.inflections, [&out](const Inflection& one) {
    out.open('{');
    write_number(out, "x", one.x);
    write_number(out, "y", one.y);
    out.close('}');
  });
}

void write_places(Writer& out, const Analysis& analysis) {
  out.list("jumps", analysis.jumps, [&out](const Jump& one) {
    out.open('{');
    write_number(out, "x", one.x);
    out.member("of", word(one.quantity));
    write_number(out, "before", one.before);
    write_number(out, "after", one.after);
    out.close('}');
  });
  write_sureness(out, "places", analysis.places_sure);
  out.member("endless", analysis.endless);
  out.key("repetition");
  if (analysis.repetition.length.exists()) {
    out.open('{');
    write_figure(out, "length", analysis.repetition.length);
    write_figure(out, "drift", analysis.repetition.drift);
    out.close('}');
  } else {
    out.raw("null");
  }
}

void write_character(Writer& out, const Analysis& analysis) {
  out.key("symmetry");
  out.open('{');
  out.member("kind", word(analysis.symmetry.kind));
  write_number(out, "center", analysis.symmetry.center);
  write_number(out, "shift", analysis.symmetry.shift);
  write_sureness(out, analysis.symmetry.sure);
  write_figure(out, "slope", analysis.symmetry.slope);
  out.close('}');
  out.key("smoothness");
  out.open('{');
  out.member("kind", word(analysis.smoothness));
  write_sureness(out, analysis.smoothness_sure);
  out.close('}');
  write_figure(out, "lipschitz", analysis.lipschitz);
  write_number(out, "lipschitzAt", analysis.lipschitz_at);
  write_intervals(out, "saturation", analysis.saturation);
}

void write_end(Writer& out, std::string_view name, const End& end) {
  out.key(name);
  out.open('{');
  out.member("growth", word(end.growth));
  write_figure(out, "limit", end.limit);
  write_figure(out, "slope", end.slope);
  write_figure(out, "offset", end.offset);
  out.close('}');
}

void write_map(Writer& out, std::string_view name, const VarianceMap& map) {
  out.key(name);
  out.open('{');
  write_number(out, "weights", map.weights);
  out.member("every", map.every);
  out.member("searched", map.searched);
  out.list("fixed", map.fixed, [&out](const FixedPoint& one) {
    out.open('{');
    write_number(out, "q", one.q);
    write_number(out, "slope", one.slope);
    write_number(out, "chi", one.chi);
    out.close('}');
  });
  write_sureness(out, map.sure);
  out.close('}');
}

}  // namespace

std::string analysis_json(const Analysis& analysis) {
  Writer out;
  out.open('{');
  write_range(out, analysis);
  write_course(out, analysis);
  write_places(out, analysis);
  write_character(out, analysis);
  write_end(out, "left", analysis.left);
  write_end(out, "right", analysis.right);
  const Moments& moments = analysis.moments;
  write_figure(out, "mean", moments.mean);
  write_figure(out, "variance", moments.variance);
  write_figure(out, "second", moments.second);
  write_figure(out, "gradientSecond", moments.gradient_second);
  write_figure(out, "gain", moments.gain);
  write_map(out, "plain", analysis.plain);
  write_map(out, "gained", analysis.gained);
  out.close('}');
  return out.take();
}

}  // namespace activation
