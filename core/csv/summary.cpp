#include <activation/csv.hpp>

#include "json_writer.hpp"

namespace activation {
namespace {

const char* word(Separator separator) {
  switch (separator) {
    case Separator::semicolon: return "semicolon";
    case Separator::tab: return "tab";
    case Separator::space: return "space";
    default: return "comma";
  }
}

const char* word(CsvReader::Refusal refusal) {
  switch (refusal) {
    case CsvReader::Refusal::columns: return "columns";
    case CsvReader::Refusal::binary: return "binary";
    default: return "";
  }
}

const char* word(CsvProblem::Kind kind) {
  switch (kind) {
    case CsvProblem::Kind::short_row: return "short-row";
    case CsvProblem::Kind::long_row: return "long-row";
    default: return "not-a-number";
  }
}

}  // namespace

std::string csv_summary(const CsvReader& reader) {
  JsonWriter out;
  const auto number = [&out](std::string_view name, std::size_t value) {
    out.member(name, static_cast<double>(value));
  };
  out.open('{');
  out.member("refusal", word(reader.refusal()));
  out.member("full", reader.full());
  out.member("separator", word(reader.separator()));
  out.member("decimalMark", reader.decimal_mark() == ',' ? "," : ".");
  out.member("header", reader.header());
  number("rows", reader.rows());
  out.list("columns", reader.columns(), [&](const CsvColumn& column) {
    out.open('{');
    out.member("name", column.name);
    number("missing", column.missing);
    number("bad", column.bad);
    out.close('}');
  });
  out.list("problems", reader.problems(), [&](const CsvProblem& problem) {
    out.open('{');
    out.member("kind", word(problem.kind));
    number("line", problem.line);
    number("column", problem.column);
    number("cells", problem.cells);
    out.member("text", problem.text);
    out.close('}');
  });
  number("badCells", reader.count(CsvProblem::Kind::not_a_number));
  number("shortRows", reader.count(CsvProblem::Kind::short_row));
  number("longRows", reader.count(CsvProblem::Kind::long_row));
  number("openQuote", reader.open_quote());
  out.close('}');
  return out.take();
}

}  // namespace activation
