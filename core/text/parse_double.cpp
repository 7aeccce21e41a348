#include "parse_double.hpp"

#include "math/number.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace activation::text {
namespace {

__extension__ using Wide = unsigned __int128;

/// A decimal as written: digits * 10^exponent. What lies between two doubles has at most 767 digits, so more of them
/// matter only as "a little more than this", which a last digit 1 says as well.
struct Decimal {
  static constexpr std::size_t most_digits = 770;
  std::array<unsigned char, most_digits + 1> digits;
  std::size_t size = 0;
  long exponent = 0;
  bool negative = false;
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool scan(std::string_view text, char mark, Decimal& decimal) {
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) decimal.negative = text[at++] == '-';
  bool any = false;
  bool after_mark = false;
  bool more = false;
  for (; at < text.size(); ++at) {
    if (text[at] == mark && !after_mark) {
      after_mark = true;
      continue;
    }
    if (!is_digit(text[at])) break;
    any = true;
    const auto digit = static_cast<unsigned char>(text[at] - '0');
    if (decimal.size == 0 && digit == 0) {  // zeros in front
      decimal.exponent -= after_mark;
    } else if (decimal.size < Decimal::most_digits) {
      decimal.digits[decimal.size++] = digit;
      decimal.exponent -= after_mark;
    } else {
      more |= digit != 0;
      decimal.exponent += !after_mark;
    }
  }
  if (!any) return false;
  if (more) {
    decimal.digits[decimal.size++] = 1;
    --decimal.exponent;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    bool down = false;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) down = text[at++] == '-';
    if (at == text.size()) return false;
    long power = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) {
      if (power < 100'000'000) power = 10 * power + (text[at] - '0');  // further is all the same
    }
    decimal.exponent += down ? -power : power;
  }
  return at == text.size();
}

/// mantissa * 2^exponent as the nearest double, the highest bit of the mantissa set; `rest` says that a little is
/// missing.
double assemble(std::uint64_t mantissa, int exponent, bool rest) {
  constexpr int bias = 1075;  // of a 53-bit integer
  int biased = exponent + 11 + bias;
  int drop = 11;
  if (biased <= 0) {  // subnormal: fewer bits stay
    drop += 1 - biased;
    biased = 0;
    if (drop > 64) return 0;
  }
  const std::uint64_t kept = drop == 64 ? 0 : mantissa >> drop;
  const std::uint64_t half = std::uint64_t{1} << (drop - 1);
  const std::uint64_t low = drop == 64 ? mantissa : mantissa & ((half << 1) - 1);
  const bool up = low > half || (low == half && (rest || (kept & 1) != 0));
  constexpr int top = 2047;
  if (biased >= top) return math::from_bits(std::uint64_t{top} << 52);
  // The highest kept bit of a normal number adds one to the exponent field; so does a carry, into infinity as well.
  const std::uint64_t field = biased == 0 ? 0 : static_cast<std::uint64_t>(biased - 1) << 52;
  return math::from_bits(field + kept + up);
}

int leading_zeros(std::uint64_t word) { return __builtin_clzll(word); }

double assemble(Wide product, int exponent, bool rest) {
  const auto high = static_cast<std::uint64_t>(product >> 64);
  if (high == 0) {
    const auto low = static_cast<std::uint64_t>(product);
    const int shift = leading_zeros(low);
    return assemble(low << shift, exponent - shift, rest);
  }
  const int shift = leading_zeros(high);
  product <<= shift;
  return assemble(static_cast<std::uint64_t>(product >> 64), exponent + 64 - shift,
                  rest || static_cast<std::uint64_t>(product) != 0);
}

constexpr auto powers_of_five = [] {
  std::array<std::uint64_t, 28> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = 5 * powers[i - 1];
  return powers;
}();
constexpr int most_power = static_cast<int>(powers_of_five.size()) - 1;

/// Up to 19 digits times a power of ten that fits a word: nearly every number that a program prints.
double from_words(std::uint64_t digits, int power) {
  if (power >= 0) return assemble(Wide{digits} * powers_of_five[static_cast<std::size_t>(power)], power, false);
  const std::uint64_t divisor = powers_of_five[static_cast<std::size_t>(-power)];
  const int shift = leading_zeros(digits) + 64;
  const Wide shifted = Wide{digits} << shift;
  const Wide quotient = shifted / divisor;
  return assemble(quotient, power - shift, quotient * divisor != shifted);
}

/// A natural number of up to 4,900 bits, in words of 32 bits, lowest first: 770 digits times 5^1095.
struct Natural {
  static constexpr std::size_t most_words = 168;
  std::array<std::uint32_t, most_words> words;
  std::size_t size = 0;

  void multiply_add(std::uint32_t factor, std::uint32_t carry) {
    std::uint64_t sum = carry;
    for (std::size_t i = 0; i < size; ++i) {
      sum += std::uint64_t{words[i]} * factor;
      words[i] = static_cast<std::uint32_t>(sum);
      sum >>= 32;
    }
    if (sum != 0) words[size++] = static_cast<std::uint32_t>(sum);
  }

  void multiply_by_power_of_five(int power) {
    constexpr int step = 13;  // the highest power of five in a word
    for (; power >= step; power -= step) multiply_add(1'220'703'125, 0);
    if (power > 0) multiply_add(static_cast<std::uint32_t>(powers_of_five[static_cast<std::size_t>(power)]), 0);
  }

  int bits() const { return static_cast<int>(32 * size) - __builtin_clz(words[size - 1]); }

  void shift_left(int count) {
    const auto whole = static_cast<std::size_t>(count / 32);
    const int part = count % 32;
    words[size] = 0;
    for (std::size_t i = size + 1; i-- > 0;) {
      const std::uint64_t pair = std::uint64_t{words[i]} << 32 | (i > 0 ? words[i - 1] : 0);
      words[i + whole] = static_cast<std::uint32_t>(pair >> (32 - part));
    }
    for (std::size_t i = 0; i < whole; ++i) words[i] = 0;
    size += whole + 1;
    while (size > 0 && words[size - 1] == 0) --size;
  }
};

double from_integer(const Natural& number, int exponent) {
  std::uint64_t top[3] = {};  // the highest three words
  bool rest = false;
  for (std::size_t i = 0; i < number.size; ++i) {
    const std::size_t from_top = number.size - 1 - i;
    if (from_top < 3) {
      top[from_top] = number.words[i];
    } else {
      rest |= number.words[i] != 0;
    }
  }
  const Wide joined = Wide{top[0]} << 64 | Wide{top[1]} << 32 | Wide{top[2]};
  return assemble(joined, exponent + 32 * (static_cast<int>(number.size) - 3), rest);
}

/// numerator / divisor * 2^exponent by long division in words (Knuth's algorithm D): two words of quotient, and whether
/// anything remains.
double from_quotient(Natural& numerator, Natural& divisor, int exponent) {
  int shift = (32 - divisor.bits() % 32) % 32;  // its highest bit to the top of a word, so that guesses are good
  const int excess = numerator.bits() - (divisor.bits() + shift + 63);
  if (excess > 0) shift += (excess + 31) / 32 * 32;
  divisor.shift_left(shift);
  const int rise = divisor.bits() + 63 - numerator.bits();  // the quotient shall have 63 or 64 bits
  numerator.shift_left(rise);
  const std::size_t n = divisor.size;
  std::uint64_t quotient = 0;
  for (std::size_t place = 2; place-- > 0;) {
    std::uint32_t* const part = numerator.words.data() + place;
    std::uint64_t guess = (std::uint64_t{part[n]} << 32 | part[n - 1]) / divisor.words[n - 1];
    if (guess > 0xffffffff) guess = 0xffffffff;
    std::uint64_t carry = 0;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i <= n; ++i) {
      carry += guess * (i < n ? divisor.words[i] : 0);
      const std::uint64_t difference = std::uint64_t{part[i]} - (carry & 0xffffffff) - borrow;
      part[i] = static_cast<std::uint32_t>(difference);
      borrow = difference >> 63;
      carry >>= 32;
    }
    while (borrow != 0) {  // at most twice: the guess was too high
      --guess;
      std::uint64_t sum = 0;
      for (std::size_t i = 0; i <= n; ++i) {
        sum += std::uint64_t{part[i]} + (i < n ? divisor.words[i] : 0);
        part[i] = static_cast<std::uint32_t>(sum);
        sum >>= 32;
      }
      borrow -= sum;
    }
    quotient = quotient << 32 | guess;
  }
  bool rest = false;
  for (std::size_t i = 0; i < n; ++i) rest |= numerator.words[i] != 0;
  return assemble(Wide{quotient}, exponent - rise + shift, rest);
}

double from_digits(const Decimal& decimal, int power) {
  Natural numerator;
  for (std::size_t i = 0; i < decimal.size; ++i) numerator.multiply_add(10, decimal.digits[i]);
  if (power >= 0) {
    numerator.multiply_by_power_of_five(power);
    return from_integer(numerator, power);
  }
  Natural divisor;
  divisor.multiply_add(0, 1);
  divisor.multiply_by_power_of_five(-power);
  return from_quotient(numerator, divisor, power);
}

double magnitude(const Decimal& decimal) {
  if (decimal.size == 0) return 0;
  const long end = static_cast<long>(decimal.size) + decimal.exponent;  // the number is below 10^end
  if (end > 310) return math::from_bits(std::uint64_t{2047} << 52);
  if (end < -325) return 0;
  const int power = static_cast<int>(decimal.exponent);
  if (decimal.size > 19) return from_digits(decimal, power);
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < decimal.size; ++i) word = 10 * word + decimal.digits[i];
  return power < -most_power || power > most_power ? from_digits(decimal, power) : from_words(word, power);
}

}  // namespace

bool parse_double(std::string_view text, double& value, char mark) {
  Decimal decimal;
  if (!scan(text, mark, decimal)) return false;
  const double size = magnitude(decimal);
  value = decimal.negative ? -size : size;
  return true;
}

}  // namespace activation::text
