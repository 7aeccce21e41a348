#include <activation/csv.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using activation::Separator;
using activation::Status;
using activation::TableSize;

namespace {

struct Table {
  std::string cells;  ///< cells end with |, rows with newline ⏎
  std::vector<std::uint32_t> lines;
  std::size_t open_quote = 0;
};

Table read(std::string_view text, Separator separator = Separator::automatic) {
  std::vector<char> cells(activation::table_bytes(text.size()));
  std::vector<std::uint32_t> lines(activation::table_rows(text.size()));
  TableSize size;
  REQUIRE(activation::read_table(text, separator, cells, lines, size) == Status::ok);
  lines.resize(size.rows);
  Table table{.cells = {cells.data(), size.bytes}, .lines = lines, .open_quote = size.open_quote};
  for (char& c : table.cells) {
    if (c == activation::cell_end) c = '|';
    if (c == activation::row_end) c = '$';
  }
  return table;
}

using Lines = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("A table has rows of cells, with or without a last line break", "[csv]") {
  CHECK(read("a,b\nc,d\n").cells == "a|b$c|d$");
  CHECK(read("a,b\nc,d").cells == "a|b$c|d$");
  CHECK(read("").cells.empty());
  CHECK(read("\n\n").cells.empty());
  CHECK(read("x").cells == "x$");
  CHECK(read("a,\n,b\n,").cells == "a|$|b$|$");
}

TEST_CASE("Lines end with LF, CRLF or CR, and blank ones count as lines but not as rows", "[csv]") {
  const Table table = read("a,b\r\n\r\nc,d\r\re,f\n  \ng,h");
  CHECK(table.cells == "a|b$c|d$e|f$g|h$");
  CHECK(table.lines == Lines{1, 3, 5, 7});
}

TEST_CASE("Quoted cells hold separators, line breaks, doubled quotes and spaces at their ends", "[csv]") {
  const Table table = read("\"a,b\" , \"say \"\"so\"\"\"\n\"two\r\nlines\",\"\"\n\" x \",y z \nlast,6\" nail");
  CHECK(table.cells == "a,b|say \"so\"$two\nlines|$ x |y z$last|6\" nail$");
  CHECK(table.lines == Lines{1, 2, 4, 5});
}

TEST_CASE("A quote that nothing closes is told by its line", "[csv]") {
  const Table table = read("a,b\nc,\"d\ne,f\n");
  CHECK(table.open_quote == 2);
  CHECK(table.cells == "a|b$c|d\ne,f\n$");
  CHECK(read("a,\"b\"").open_quote == 0);
}

TEST_CASE("A byte order mark is no part of the first cell", "[csv]") {
  CHECK(read("\xef\xbb\xbf\"a\",b").cells == "a|b$");
  CHECK(read("\xef\xbb\xbf").cells.empty());
}

TEST_CASE("The separator is the one that gives rows of equal length", "[csv]") {
  CHECK(read("good, very good;positive\nbad;negative\nso, so, so;neutral").cells ==
        "good, very good|positive$bad|negative$so, so, so|neutral$");
  CHECK(read("it, was\tneutral\nit; is\tpositive").cells == "it, was|neutral$it; is|positive$");
  CHECK(read("a good movie\nbad").cells == "a good movie$bad$");
  CHECK(read("1 2\t 3 \n4", Separator::space).cells == "1|2|3$4$");
  CHECK(read(" 1  2 \n", Separator::comma).cells == "1  2$");
}

TEST_CASE("Characters that end cells and rows in the result are left out of cells", "[csv]") {
  CHECK(read("a\x1f,b\x1e\n").cells == "a|b$");
}

TEST_CASE("Too little room for the table is refused", "[csv]") {
  char cells[4];
  std::uint32_t lines[2];
  TableSize size;
  CHECK(activation::read_table("ab", Separator::comma, cells, lines, size) == Status::bad_argument);
}
