#include <activation/csv.hpp>

#include "catch.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

using activation::CsvProblem;
using activation::CsvReader;
using activation::Header;
using activation::Separator;
using activation::Status;
using Kind = CsvProblem::Kind;

namespace {

struct Result {
  std::string summary;
  std::vector<double> values;
};

Result result_of(CsvReader& reader) {
  reader.finish();
  Result result{.summary = activation::csv_summary(reader), .values = {}};
  result.values.resize(reader.rows() * reader.columns().size());
  REQUIRE(reader.values(reader.columns().size(), result.values) == Status::ok);
  return result;
}

void read(CsvReader& reader, std::string_view text) {
  reader.write(text);
  reader.finish();
}

std::vector<double> column(const CsvReader& reader, std::size_t which) {
  std::vector<double> out(reader.rows());
  REQUIRE(reader.values(which, out) == Status::ok);
  return out;
}

bool same(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!(a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i])))) return false;
  }
  return true;
}

const double hole = std::nan("");

}  // namespace

TEST_CASE("Plain lists are one column, whatever stands between their numbers", "[csv]") {
  for (const std::string_view text : {"1\n2.5\n-3\n", "1 2.5 -3", "1, 2.5, -3", "1;2,5;-3", "1\t2.5\t-3\r\n",
                                      "[1, 2.5, \xe2\x88\x92"
                                      "3]",
                                      "\xef\xbb\xbf"
                                      "1\r2.5\r-3",
                                      "\n\n1\n\n2.5\n-3",
                                      "\xc2\xa0"
                                      "1\n+2.5e0\n\xe2\x80\x93"
                                      "30e-1"}) {
    CsvReader reader;
    read(reader, text);
    INFO(text);
    REQUIRE(reader.columns().size() == 1);
    CHECK(same(column(reader, 0), {1, 2.5, -3}));
    CHECK(reader.problems().empty());
  }
}

TEST_CASE("A table has its separator, decimal mark and header detected", "[csv]") {
  struct Example {
    std::string_view text;
    Separator separator;
    char mark;
    bool header;
  };
  for (const Example& one : {
           Example{"a,b\n1,2\n3,4", Separator::comma, '.', true},
           Example{"1,2\n3,4", Separator::comma, '.', false},
           Example{"x;y\n1,5;2\n3;4,25", Separator::semicolon, ',', true},
           Example{"x;y\n1.5;2\n3;4.25", Separator::semicolon, '.', true},
           Example{"x\ty\n1,5\t2\n", Separator::tab, ',', true},
           Example{"1 2\n3 4\n", Separator::space, '.', false},
           Example{"1,5 2\n3 4,5\n", Separator::space, ',', false},
           Example{"first name,a b\nx y,2\nz,3", Separator::comma, '.', true},
           Example{"\"1,5\",\"2,5\"\n\"3,5\",4", Separator::comma, ',', false},
           Example{"a,b", Separator::comma, '.', true},
       }) {
    CsvReader reader;
    read(reader, one.text);
    INFO(one.text);
    CHECK(static_cast<int>(reader.separator()) == static_cast<int>(one.separator));
    CHECK(reader.decimal_mark() == one.mark);
    CHECK(reader.header() == one.header);
    CHECK(reader.columns().size() == 2);
    CHECK(reader.problems().empty());
  }
}

TEST_CASE("What was detected can be overruled", "[csv]") {
  CsvReader names(Separator::automatic, Header::with);
  read(names, "2019,2020\n1,2");
  CHECK(names.columns()[1].name == "2020");
  CHECK(names.rows() == 1);
  CsvReader list(Separator::semicolon);
  read(list, "1,5\n2\n");
  CHECK(same(column(list, 0), {1.5, 2}));
  CsvReader without(Separator::comma, Header::without);
  read(without, "a,b\n1,2");
  CHECK(without.rows() == 2);
  CHECK(without.count(Kind::not_a_number) == 2);
}

TEST_CASE("Empty cells, nan and inf are missing, and counted", "[csv]") {
  CsvReader reader;
  read(reader, "x,y\n1,\nnan,2\n-inf,N/A\n4,5");
  CHECK(same(column(reader, 0), {1, hole, hole, 4}));
  CHECK(same(column(reader, 1), {hole, 2, hole, 5}));
  CHECK(reader.columns()[0].missing == 2);
  CHECK(reader.columns()[1].missing == 2);
  CHECK(reader.problems().empty());
}

TEST_CASE("Cells that are no numbers are told by line and column with their text", "[csv]") {
  CsvReader reader;
  read(reader, "x,y\n1,2\n\n\"a\nb\",3\n1e999,4\n5,0x10\n");
  REQUIRE(reader.problems().size() == 3);
  CHECK(reader.problems()[0].line == 4);
  CHECK(reader.problems()[0].column == 1);
  CHECK(reader.problems()[0].text == "a\nb");
  CHECK(reader.problems()[1].line == 6);
  CHECK(reader.problems()[1].text == "1e999");
  CHECK(reader.problems()[2].column == 2);
  CHECK(reader.columns()[0].bad == 2);
  CHECK(same(column(reader, 0), {1, hole, hole, 5}));
}

TEST_CASE("A long text is cut between characters, and only the first problems are kept", "[csv]") {
  std::string text = "1\n2\n";
  for (int i = 0; i < 30; ++i)
    text += "x\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80 and a text of many words, or so\n";
  CsvReader reader(Separator::tab);
  read(reader, text);
  CHECK(reader.count(Kind::not_a_number) == 30);
  REQUIRE(reader.problems().size() == CsvReader::most_problems);
  CHECK(reader.problems()[0].text == "x\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80 and a text of many words, …");
  std::string faces = "1\n";
  for (int i = 0; i < 20; ++i) faces += "\xf0\x9f\x98\x80";
  CsvReader cut;
  read(cut, faces + "\n2" + "\n\xe2\x82\xac" + faces.substr(2));
  CHECK(cut.problems()[0].text.size() == 40 + 3);
  CHECK(cut.problems()[1].text.size() == 39 + 3);
}

TEST_CASE("A column of words is no list of problems", "[csv]") {
  CsvReader reader;
  read(reader, "name,x\nann,1\nbob,oops\ncy,3");
  REQUIRE(reader.problems().size() == 1);
  CHECK(reader.problems()[0].text == "oops");
  CHECK(reader.columns()[0].bad == 3);
  CsvReader words;
  read(words, "abc\ndef\n");
  CHECK(words.count(Kind::not_a_number) == 1);
}

TEST_CASE("Ragged rows are told, and what they hold is kept", "[csv]") {
  CsvReader reader;
  read(reader, "a,b\n1,2\n3\n4,5,6\n7,8,\n");
  CHECK(same(column(reader, 0), {1, 3, 4, 7}));
  CHECK(same(column(reader, 1), {2, hole, 5, 8}));
  CHECK(reader.count(Kind::short_row) == 1);
  CHECK(reader.count(Kind::long_row) == 1);
  REQUIRE(reader.problems().size() == 2);
  CHECK(reader.problems()[0].line == 3);
  CHECK(reader.problems()[0].cells == 1);
  CHECK(reader.problems()[1].line == 4);
  CHECK(reader.problems()[1].cells == 3);
}

TEST_CASE("Nothing, blank lines and a lone header are read without a fuss", "[csv]") {
  for (const std::string_view text : {"", "\n\r\n \n", "\xef\xbb\xbf"}) {
    CsvReader reader;
    read(reader, text);
    CHECK(reader.columns().empty());
    CHECK(reader.rows() == 0);
    CHECK(reader.refusal() == CsvReader::Refusal::none);
  }
  CsvReader header;
  read(header, "a;b;c\n");
  CHECK(header.columns().size() == 3);
  CHECK(header.rows() == 0);
}

TEST_CASE("A million columns are refused with little memory, a million numbers in a row are a list", "[csv]") {
  std::string row;
  for (int i = 0; i < 1'000'000; ++i) row += "7,";
  row.back() = '\n';
  CsvReader list;
  read(list, row);
  CHECK(list.rows() == 1'000'000);
  CHECK(list.columns().size() == 1);
  CHECK_FALSE(list.full());
  CsvReader table;
  CHECK(table.write(row));
  CHECK_FALSE(table.write("1,2\n"));
  table.finish();
  CHECK(table.refusal() == CsvReader::Refusal::columns);
  CHECK(table.columns().empty());
  std::string names;
  for (int i = 0; i < 1'000'000; ++i) names += "name,";
  CsvReader named;
  CHECK_FALSE(named.write(names));
  CHECK(named.refusal() == CsvReader::Refusal::columns);
}

TEST_CASE("Beyond a million values the whole rows until there are kept", "[csv]") {
  std::string text = "a,b,c\n";
  for (int i = 0; i < 400'000; ++i) text += "1,2,x\n";
  CsvReader reader;
  CHECK_FALSE(reader.write(text));
  reader.finish();
  CHECK(reader.full());
  CHECK(reader.rows() == 333'333);
  CHECK(reader.columns()[2].bad == 333'333);
  std::string list;
  for (int i = 0; i < 1'000'002; ++i) list += "3\n";
  CsvReader one;
  read(one, std::string_view(list).substr(0, 2'000'000));
  CHECK(one.rows() == 1'000'000);
  CHECK_FALSE(one.full());
  CsvReader more;
  read(more, list);
  CHECK(more.rows() == 1'000'000);
  CHECK(more.full());
}

TEST_CASE("What is no text is refused", "[csv]") {
  CsvReader reader;
  reader.write(std::string_view("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  reader.finish();
  CHECK(reader.refusal() == CsvReader::Refusal::binary);
  CHECK(reader.columns().empty());
}

TEST_CASE("In numbers, too, a quote that nothing closes is told by its line", "[csv]") {
  CsvReader reader;
  read(reader, "1\n\"2\n3\n4");
  CHECK(reader.open_quote() == 2);
}

TEST_CASE("Only columns of the right length are given out", "[csv]") {
  CsvReader reader;
  read(reader, "1,2\n3,4");
  std::vector<double> out(3);
  CHECK(reader.values(0, out) == Status::bad_argument);
  CHECK(reader.values(3, std::span(out).first(2)) == Status::bad_argument);
  CHECK(reader.values(2, out) == Status::bad_argument);
  CHECK_FALSE(reader.write("5,6"));
}

TEST_CASE("Where the pieces of a text end makes no difference", "[csv]") {
  const std::string text =
      "\xef\xbb\xbf"
      "\"na\"\"me\",x \xe2\x88\x92,\xf0\x9f\x98\x80\r\n1.25e-3,\xe2\x88\x92"
      "5,\"6\r\n7\"\r\rnan,,\"a,b\"\r\n\"8\" ,9\n1,2,3,4\n\"5";
  CsvReader whole;
  whole.write(text);
  const Result expected = result_of(whole);
  CHECK(whole.problems().size() == 5);
  for (std::size_t i = 0; i <= text.size(); ++i) {
    for (std::size_t j = i; j <= text.size(); ++j) {
      CsvReader reader;
      reader.write(std::string_view(text).substr(0, i));
      reader.write(std::string_view(text).substr(i, j - i));
      reader.write(std::string_view(text).substr(j));
      const Result result = result_of(reader);
      if (result.summary != expected.summary || !same(result.values, expected.values)) {
        FAIL("pieces end at " << i << " and " << j << ": " << result.summary);
      }
    }
  }
}

TEST_CASE("A long text in pieces is the same as at once, beyond the sample too", "[csv]") {
  std::string text = "a;b\n";
  for (int i = 0; i < 30'000; ++i) text += std::to_string(i) + ",5;" + (i % 1000 == 7 ? "?" : "\"2\"") + "\r\n";
  CsvReader whole;
  whole.write(text);
  const Result expected = result_of(whole);
  CHECK(whole.rows() == 30'000);
  CHECK(expected.values[2 * 29'999] == 29'999.5);
  for (const std::size_t piece : {1U, 7U, 4096U, 65'535U, 65'536U, 65'537U}) {
    CsvReader reader;
    for (std::size_t at = 0; at < text.size(); at += piece) reader.write(std::string_view(text).substr(at, piece));
    const Result result = result_of(reader);
    CHECK(result.summary == expected.summary);
    CHECK(same(result.values, expected.values));
  }
}
