// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/pytorch_numbers.h"

#include "core/scenario/value_text.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace backflow {

namespace {

constexpr std::size_t lineWidth = 96;
constexpr std::size_t rowIndent = 8;
constexpr std::size_t nameWidth = 36; ///< room for `"bias_ih_l15_reverse": matrix(`

std::string escaped(char32_t character) {
  std::array<char, 16> buffer{};
  const auto code = static_cast<unsigned>(character);
  const char* form = code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x";
  const int length = std::snprintf(buffer.data(), buffer.size(), form, code);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string ofAscii(char character) {
  switch (character) {
  case '\n':
    return "\\n";
  case '"':
    return "\\\"";
  case '\\':
    return "\\\\";
  default:
    return character < 0x20 || character == 0x7F ? escaped(static_cast<char32_t>(character))
                                                 : std::string(1, character);
  }
}

std::string ofCharacter(char32_t character) {
  if (character < 0x80) {
    return ofAscii(static_cast<char>(character));
  }
  // Latin letters and signs, but the soft hyphen, which cannot be seen.
  if (character > 0xA0 && character < 0x250 && character != 0xAD) {
    return {static_cast<char>(0xC0U | (character >> 6U)),
            static_cast<char>(0x80U | (character & 0x3FU))};
  }
  return escaped(character);
}

/// The bytes of the matrix row by row, each number little-endian on every machine.
std::string bytesOf(const Eigen::MatrixXd& values) {
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(values.size()) * sizeof(double));
  for (Eigen::Index i = 0; i < values.rows(); ++i) {
    for (Eigen::Index j = 0; j < values.cols(); ++j) {
      const auto bits = std::bit_cast<std::uint64_t>(values(i, j));
      for (unsigned shift = 0; shift < 64; shift += 8) {
        bytes += static_cast<char>((bits >> shift) & 0xFFU);
      }
    }
  }
  return bytes;
}

/// RFC 4648, broken into lines.
std::string base64(const std::string& bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  std::size_t column = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t k) {
      return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
    };
    const unsigned group = byte(0) << 16U | byte(1) << 8U | byte(2);
    text += digits[group >> 18U & 63U];
    text += digits[group >> 12U & 63U];
    text += i + 1 < bytes.size() ? digits[group >> 6U & 63U] : '=';
    text += i + 2 < bytes.size() ? digits[group & 63U] : '=';
    column += 4;
    if (column >= lineWidth) {
      text += '\n';
      column = 0;
    }
  }
  return text;
}

/// Numbers in brackets from `column` on, with the line broken where it gets too long.
std::string list(const Eigen::RowVectorXd& numbers, std::size_t column) {
  std::string text = "[";
  ++column;
  for (Eigen::Index j = 0; j < numbers.size(); ++j) {
    const std::string number = pythonNumber(numbers[j]) + (j + 1 < numbers.size() ? "," : "");
    if (column + number.size() + 1 > lineWidth) {
      text += "\n" + std::string(rowIndent + 1, ' ');
      column = rowIndent + 1;
    } else if (j > 0) {
      text += " ";
      ++column;
    }
    text += number;
    column += number.size();
  }
  return text + "]";
}

/// Equal bit by bit: 0 is not −0, and NaN is itself.
bool isSame(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool isConstant(const Eigen::MatrixXd& values) {
  for (const double number : values.reshaped()) {
    if (!isSame(number, values(0, 0))) {
      return false;
    }
  }
  return true;
}

bool isMultipleOfIdentity(const Eigen::MatrixXd& values) {
  if (values.rows() != values.cols() || !(values(0, 0) > 0) || std::isinf(values(0, 0))) {
    return false;
  }
  return isConstant(values.diagonal()) &&
         isConstant(values - Eigen::MatrixXd(values.diagonal().asDiagonal()));
}

std::string full(const std::string& shape, double value) {
  return isSame(value, 0)
             ? "torch.zeros(" + shape + ", dtype=torch.float64)"
             : "torch.full((" + shape + "), " + pythonNumber(value) + ", dtype=torch.float64)";
}

std::string packed(const Eigen::MatrixXd& values, const std::string& shape) {
  return "packed((" + shape + "), \"\"\"\n" + base64(bytesOf(values)) + "\"\"\")";
}

} // namespace

std::string pythonNumber(double number) {
  if (!std::isfinite(number)) {
    return "float(\"" + shortestText(number) + "\")";
  }
  const std::string digits = shortestText(number);
  return digits.find_first_of(".e") == std::string::npos ? digits + ".0" : digits;
}

std::string pythonText(std::string_view text) {
  std::string literal = "\"";
  for (const char byte : text) {
    // Bytes of longer characters stay as they are: the script is UTF-8 too.
    literal +=
        (static_cast<unsigned char>(byte) & 0x80U) != 0 ? std::string(1, byte) : ofAscii(byte);
  }
  return literal + "\"";
}

std::string pythonText(std::u32string_view text) {
  constexpr int longestPiece = 80;
  std::vector<std::string> pieces(1);
  int inPiece = 0;
  for (const char32_t character : text) {
    if (inPiece == longestPiece) {
      pieces.emplace_back();
      inPiece = 0;
    }
    pieces.back() += ofCharacter(character);
    ++inPiece;
  }
  if (pieces.size() == 1) {
    return "\"" + pieces.front() + "\"";
  }
  std::string literal = "(";
  for (const std::string& piece : pieces) {
    literal += "\n    \"" + piece + "\"";
  }
  return literal + ")";
}

std::string pythonTensor(const Eigen::MatrixXd& values) {
  const std::string shape = std::to_string(values.rows()) + ", " + std::to_string(values.cols());
  if (values.size() > 1 && isConstant(values)) {
    return full(shape, values(0, 0));
  }
  if (values.size() > 1 && isMultipleOfIdentity(values)) {
    return pythonNumber(values(0, 0)) + " * torch.eye(" + std::to_string(values.rows()) +
           ", dtype=torch.float64)";
  }
  if (values.size() > longestList) {
    return packed(values, shape);
  }
  if (values.rows() == 1) {
    return "matrix([" + list(values.row(0), nameWidth) + "])";
  }
  std::string text = "matrix([";
  for (Eigen::Index i = 0; i < values.rows(); ++i) {
    text += "\n" + std::string(rowIndent, ' ') + list(values.row(i), rowIndent) + ",";
  }
  return text + "\n" + std::string(rowIndent - 4, ' ') + "])";
}

std::string pythonVector(const Eigen::VectorXd& values) {
  const std::string shape = std::to_string(values.size()) + ",";
  if (values.size() > 1 && isConstant(values)) {
    return full(isSame(values[0], 0) ? std::to_string(values.size()) : shape, values[0]);
  }
  if (values.size() > longestList) {
    return packed(values, shape);
  }
  return "matrix(" + list(values.transpose(), nameWidth) + ")";
}

std::string pythonTensorFunctions(bool withPacked) {
  constexpr const char* matrixFunction = R"(
def matrix(numbers):
    """Numbers that are written out; their digits bring back each float64 exactly."""
    return torch.tensor(numbers, dtype=torch.float64)
)";
  constexpr const char* packedFunction = R"(

def packed(shape, text):
    """Many numbers, exactly and in little room: base64 of float64, little-endian, row by row."""
    data = base64.b64decode(text)
    return matrix(struct.unpack("<%dd" % (len(data) // 8), data)).reshape(shape)
)";
  return matrixFunction + std::string(withPacked ? packedFunction : "");
}

} // namespace backflow
