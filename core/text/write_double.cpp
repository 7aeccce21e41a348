#include "write_double.hpp"

#include <activation/catalog_json.hpp>

#include "../math/number.hpp"

#include <cstdint>
#include <vector>

namespace activation {
namespace {

constexpr std::uint64_t limb = 1'000'000'000;

/// Decimal digits, nine to a word, the last first.
void multiply(std::vector<std::uint32_t>& number, std::uint32_t factor) {
  std::uint64_t carry = 0;
  for (std::uint32_t& word : number) {
    carry += std::uint64_t{word} * factor;
    word = static_cast<std::uint32_t>(carry % limb);
    carry /= limb;
  }
  if (carry > 0) number.push_back(static_cast<std::uint32_t>(carry));
}

std::string digits_of(const std::vector<std::uint32_t>& number) {
  std::string text;
  for (std::size_t i = number.size(); i-- > 0;) {
    std::uint32_t word = number[i];
    std::string nine(9, '0');
    for (std::size_t j = 9; j-- > 0; word /= 10) nine[j] = static_cast<char>('0' + word % 10);
    text += nine;
  }
  text.erase(0, text.find_first_not_of('0'));
  return text;
}

/// The first 17 digits, rounded; true if that made one more.
bool round_to_17(std::string& digits) {
  const bool up = digits[17] >= '5';
  digits.resize(17);
  if (!up) return false;
  for (std::size_t i = 17; i-- > 0;) {
    if (digits[i] != '9') {
      ++digits[i];
      return false;
    }
    digits[i] = '0';
  }
  digits.insert(digits.begin(), '1');
  digits.pop_back();
  return true;
}

}  // namespace

std::string write_double(double value) {
  std::string text = json_number(value);
  if (text != "null") return text;
  // size = whole * 2^power, and 2^-k = 5^k / 10^k: all of its digits.
  const std::uint64_t bits = math::bits(math::abs(value));
  const auto biased = static_cast<int>(bits >> 52);
  const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52) - 1);
  const std::uint64_t whole = biased == 0 ? fraction : fraction | std::uint64_t{1} << 52;
  const int power = (biased == 0 ? 1 : biased) - 1075;
  std::vector<std::uint32_t> number{static_cast<std::uint32_t>(whole % limb), static_cast<std::uint32_t>(whole / limb)};
  for (int left = power; left > 0; left -= 28) multiply(number, std::uint32_t{1} << (left < 28 ? left : 28));
  for (int left = -power; left > 0; --left) multiply(number, 5);
  std::string digits = digits_of(number);
  int exponent = static_cast<int>(digits.size()) - 1 + (power < 0 ? power : 0);
  if (digits.size() > 17 && round_to_17(digits)) ++exponent;
  digits.erase(digits.find_last_not_of('0') + 1);
  text = value < 0 ? "-" : "";
  text += digits[0];
  if (digits.size() > 1) text.append(".").append(digits, 1);
  if (exponent != 0) text.append("e").append(json_number(exponent));
  return text;
}

}  // namespace activation
