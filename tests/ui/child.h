// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <stdexcept>

namespace backflow::test {

/// The part of that name. @throws std::out_of_range if there is none.
template <class Part> Part& childOf(const QObject& whole, const char* name) {
  auto* found = whole.findChild<Part*>(QString::fromLatin1(name));
  if (found == nullptr) {
    throw std::out_of_range(name);
  }
  return *found;
}

} // namespace backflow::test
