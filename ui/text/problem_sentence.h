// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace backflow {

/// What core says of wrong input, in the reader's language: a predicate, an imperative, or a place
/// ("line 3, column 5"). What is not known is given back as it is, in English.
QString problemSentence(const QString& english);

/// The sentences that problemSentence() knows, with %1, %2, … in place of what varies.
std::span<const char* const> knownProblemSentences();

} // namespace backflow
