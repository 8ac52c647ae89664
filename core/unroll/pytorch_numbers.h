// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <string>
#include <string_view>

namespace backflow {

/// Python source text of a number: the fewest digits that bring it back exactly, always a float
/// ("3.0", "-0.0"); `float("inf")`, `float("-inf")` and `float("nan")` for the others.
std::string pythonNumber(double number);

/// A Python string literal on one line, whatever the UTF-8 text holds.
std::string pythonText(std::string_view text);
/// The same in pieces of some 80 characters, in parentheses if there are several. Characters that
/// a reader could not tell apart or not see are escaped.
std::string pythonText(std::u32string_view text);

/// Python source text of a float64 tensor of the matrix's shape, every number exact. Constant
/// matrices and multiples of the identity are written as such, up to `longestList` numbers as lists
/// row by row, the rest as base64 of little-endian float64 (11 characters a number). The text calls
/// `matrix(rows)` and `packed(shape, text)`, see pythonTensorFunctions().
std::string pythonTensor(const Eigen::MatrixXd& values);
/// The same as a tensor of one dimension.
std::string pythonVector(const Eigen::VectorXd& values);

/// The Python functions that pythonTensor()'s text calls: `matrix`, and `packed` if it is used.
std::string pythonTensorFunctions(bool withPacked);

inline constexpr Eigen::Index longestList = 128;

} // namespace backflow
