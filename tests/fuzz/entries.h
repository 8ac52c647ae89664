// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace backflow::fuzz {

/// One way in for bytes from outside.
struct Entry {
  std::string_view name; ///< also that of its folder in tests/fuzz/corpus
  /// Takes any bytes at all. Whatever they are: no crash, no exception. What is refused has to be
  /// told in one line, and what is taken has to keep what the reader promises of it.
  /// @throws std::logic_error where such a promise is broken.
  void (*take)(std::string_view bytes);
};

/// Every reader of the core, and the whole of a small experiment.
std::span<const Entry> entries();

} // namespace backflow::fuzz
