#include "shortest.hpp"

#include "text/parse_double.hpp"

#include <cstdint>
#include <vector>

namespace activation::formula {
namespace {

/// A whole number in base 10^9, the lowest part first.
using Whole = std::vector<std::uint32_t>;
constexpr std::uint32_t base = 1'000'000'000;

void multiply(Whole& number, std::uint32_t factor) {
  std::uint64_t carry = 0;
  for (std::uint32_t& part : number) {
    carry += static_cast<std::uint64_t>(part) * factor;
    part = static_cast<std::uint32_t>(carry % base);
    carry /= base;
  }
  if (carry != 0) number.push_back(static_cast<std::uint32_t>(carry));
}

/// All digits: m * 2^e is m * 5^-e * 10^e.
Digits exact(double value) {
  const auto bits = __builtin_bit_cast(std::uint64_t, value);
  const auto biased = static_cast<int>(bits >> 52 & 0x7FF);
  std::uint64_t mantissa = bits & 0xFFFFFFFFFFFFF;
  if (biased != 0) mantissa |= std::uint64_t{1} << 52;
  int power = (biased == 0 ? 1 : biased) - 1075;
  while (mantissa % 2 == 0 && power < 0) {
    mantissa /= 2;
    ++power;
  }
  Whole number;
  for (std::uint64_t rest = mantissa; rest != 0; rest /= base)
    number.push_back(static_cast<std::uint32_t>(rest % base));
  constexpr std::uint32_t five_12 = 244'140'625;
  constexpr std::uint32_t two_29 = 1U << 29;
  int left = power < 0 ? -power : power;
  for (; left >= 12 && power < 0; left -= 12) multiply(number, five_12);
  for (; left >= 29 && power > 0; left -= 29) multiply(number, two_29);
  for (; left > 0; --left) multiply(number, power < 0 ? 5 : 2);

  Digits result;
  for (std::size_t i = number.size(); i-- > 0;) {
    const std::string part = std::to_string(number[i]);
    if (!result.digits.empty()) result.digits.append(9 - part.size(), '0');
    result.digits += part;
  }
  result.exponent = static_cast<int>(result.digits.size()) + (power < 0 ? power : 0);
  return result;
}

/// The next larger number of as many digits.
Digits up(Digits digits) {
  std::size_t i = digits.digits.size();
  while (i > 0 && digits.digits[i - 1] == '9') digits.digits[--i] = '0';
  if (i > 0) {
    ++digits.digits[i - 1];
  } else {
    digits.digits.insert(digits.digits.begin(), '1');
    digits.digits.pop_back();
    ++digits.exponent;
  }
  return digits;
}

bool reads_back(const Digits& digits, double value) {
  double read = 0;
  std::string text = "0.";
  text += digits.digits;
  text += 'e';
  text += std::to_string(digits.exponent);
  return text::parse_double(text, read) && read == value;
}

}  // namespace

Digits shortest_digits(double value) {
  const Digits all = exact(value);
  for (std::size_t count = 1; count < all.digits.size() && count <= 17; ++count) {
    const Digits down{.digits = all.digits.substr(0, count), .exponent = all.exponent};
    const char next = all.digits[count];
    const bool nearer_up = next >= '5';
    const Digits above = up(down);
    const Digits& first = nearer_up ? above : down;
    const Digits& second = nearer_up ? down : above;
    for (const Digits* one : {&first, &second}) {
      if (!reads_back(*one, value)) continue;
      Digits result = *one;
      while (result.digits.size() > 1 && result.digits.back() == '0') result.digits.pop_back();
      return result;
    }
  }
  Digits result = all;
  while (result.digits.size() > 1 && result.digits.back() == '0') result.digits.pop_back();
  return result;
}

std::string shortest(double value) {
  if (value == 0) return __builtin_signbit(value) ? "-0" : "0";
  std::string text;
  if (value < 0) text = '-';
  const Digits number = shortest_digits(value < 0 ? -value : value);
  const auto size = static_cast<int>(number.digits.size());
  const int exponent = number.exponent;
  if (exponent > 0 && exponent <= 21) {
    if (size <= exponent) {
      text += number.digits;
      text.append(static_cast<std::size_t>(exponent - size), '0');
    } else {
      text.append(number.digits, 0, static_cast<std::size_t>(exponent));
      text += '.';
      text.append(number.digits, static_cast<std::size_t>(exponent));
    }
  } else if (exponent <= 0 && exponent > -6) {
    text += "0.";
    text.append(static_cast<std::size_t>(-exponent), '0');
    text += number.digits;
  } else {
    text += number.digits[0];
    if (size > 1) text.append(1, '.').append(number.digits, 1);
    text.append(1, 'e').append(std::to_string(exponent - 1));
  }
  return text;
}

}  // namespace activation::formula
