#pragma once

#include <activation/catalog_json.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace activation {

/// Builds JSON text member by member; commas come by themselves.
class JsonWriter {
 public:
  void open(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    text_ += bracket;
    first_ = false;
  }
  void key(std::string_view name) {
    string(name);
    text_ += ':';
    first_ = true;
  }
  void string(std::string_view words) {
    separate();
    text_ += '"';
    for (const char c : words) {
      if (c == '"' || c == '\\') text_ += '\\';
      if (c >= 0 && c < ' ') {
        constexpr std::string_view hex = "0123456789abcdef";
        text_ += "\\u00";
        text_ += hex[static_cast<std::size_t>(c / 16)];
        text_ += hex[static_cast<std::size_t>(c % 16)];
      } else {
        text_ += c;
      }
    }
    text_ += '"';
  }
  void raw(std::string_view value) {
    separate();
    text_ += value;
  }
  void member(std::string_view name, std::string_view words) {
    key(name);
    string(words);
  }
  void member(std::string_view name, const char* words) { member(name, std::string_view(words)); }
  void member(std::string_view name, double number) {
    key(name);
    raw(json_number(number));
  }
  void member(std::string_view name, bool yes) {
    key(name);
    raw(yes ? "true" : "false");
  }
  template <class Items, class Write>
  void list(std::string_view name, const Items& items, Write write) {
    key(name);
    open('[');
    for (const auto& item : items) write(item);
    close(']');
  }
  std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (!first_) text_ += ',';
    first_ = false;
  }

  std::string text_;
  bool first_ = true;
};

}  // namespace activation
