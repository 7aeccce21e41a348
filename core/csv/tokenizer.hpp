#pragma once

#include <activation/csv.hpp>

#include <cstddef>
#include <string_view>

namespace activation::csv {

constexpr char character(Separator separator) {
  switch (separator) {
    case Separator::semicolon: return ';';
    case Separator::tab: return '\t';
    case Separator::space: return ' ';
    default: return ',';
  }
}

/// The text without the byte order mark that some programs put in front.
constexpr std::string_view without_mark(std::string_view text) {
  return text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text;
}

/// Without the spaces around it, the one that does not break included.
constexpr std::string_view trimmed(std::string_view text) {
  const auto plain = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  constexpr std::string_view unbroken = "\xc2\xa0";
  for (;;) {
    if (!text.empty() && plain(text.front())) {
      text.remove_prefix(1);
    } else if (!text.empty() && plain(text.back())) {
      text.remove_suffix(1);
    } else if (text.starts_with(unbroken)) {
      text.remove_prefix(2);
    } else if (text.ends_with(unbroken)) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

/// Cuts text into cells and rows, fed in pieces of any size: where a piece ends makes no difference.
/// The sink hears `append(char)` for each byte of a cell, `end_cell(bool quoted, std::size_t line)` with the line where
/// the cell starts, and `end_row()`. Lines without a cell are passed over.
class Tokenizer {
 public:
  explicit Tokenizer(Separator separator) : separator_(character(separator)) {}

  template <class Sink>
  void feed(std::string_view piece, Sink& sink) {
    for (const char c : piece) {
      const bool second_half = after_return_ && c == '\n';
      after_return_ = c == '\r';
      if (!second_half) take(c, sink);
    }
  }

  template <class Sink>
  void finish(Sink& sink) {
    if (state_ == State::quoted) open_quote_ = cell_line_;
    end_line(sink);
  }

  /// The line of the quote that the end of the text left open, 0 when there is none.
  std::size_t open_quote() const { return open_quote_; }

 private:
  enum class State : unsigned char { plain, quoted, closing, closed };

  bool by_space() const { return separator_ == ' '; }
  bool separates(char c) const { return c == separator_ || (by_space() && c == '\t'); }

  template <class Sink>
  void take(char c, Sink& sink) {
    const bool breaks = c == '\n' || c == '\r';
    if (state_ == State::closing && c != '"') state_ = State::closed;
    if (state_ == State::closing) {  // two quotes in a row are one that is meant
      sink.append('"');
      state_ = State::quoted;
    } else if (state_ == State::quoted) {
      if (c == '"') {
        state_ = State::closing;
      } else {
        sink.append(breaks ? '\n' : c);
        line_ += breaks;
      }
    } else if (breaks) {
      end_line(sink);
      cell_line_ = ++line_;
    } else if (separates(c)) {
      if (!by_space() || open_) end_cell(sink);
    } else if (c == '"' && !open_) {
      open();
      state_ = State::quoted;
      quoted_ = true;
    } else if ((c == ' ' || c == '\t') && (!open_ || state_ == State::closed)) {
      // around a cell, or between its closing quote and the separator
    } else {
      open();
      sink.append(c);
    }
  }

  void open() {
    if (!open_) cell_line_ = line_;
    open_ = true;
  }

  template <class Sink>
  void end_cell(Sink& sink) {
    sink.end_cell(quoted_, cell_line_);
    ++cells_;
    state_ = State::plain;
    quoted_ = open_ = false;
    cell_line_ = line_;
  }

  template <class Sink>
  void end_line(Sink& sink) {
    if (open_ || (cells_ > 0 && !by_space())) end_cell(sink);
    if (cells_ > 0) sink.end_row();
    cells_ = 0;
  }

  char separator_;
  State state_ = State::plain;
  bool open_ = false;    ///< something of the cell has been seen
  bool quoted_ = false;  ///< the cell started with a quote
  bool after_return_ = false;
  std::size_t cells_ = 0;  ///< of this row
  std::size_t line_ = 1;
  std::size_t cell_line_ = 1;
  std::size_t open_quote_ = 0;
};

}  // namespace activation::csv
