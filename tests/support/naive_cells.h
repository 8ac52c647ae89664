// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/experiment.h"
#include "tests/support/naive_network.h"

#include <map>
#include <string>

namespace backflow::test {

/// A second implementation of every network's forward pass, written from the equations with loops
/// over x87 long double, to differentiate numerically.
class NaiveCells {
 public:
  explicit NaiveCells(const Experiment& experiment);

  /// The loss, with `nudge` added to h of the top layer; units of the backward direction follow
  /// those of the forward one.
  Wide loss(Nudge nudge = {}) const;

  std::map<std::string, WideTable> parameters;

 private:
  WideVector cell(const std::string& suffix, const WideVector& input, const WideVector& state,
                  WideVector& memory, int t) const;
  WideVector gate(const std::string& suffix, const char* name, const WideVector& input,
                  const WideVector& state, Gate which, int t) const;
  WideVector product(const std::string& name, int block, const WideVector& vector, int firstColumn,
                     const std::string& bias) const;
  WideTable layer(int layer, bool readsBackwards, const WideTable& inputs, Nudge nudge) const;
  Wide lossOf(int t, const WideVector& readout) const;

  const Experiment& m_experiment;
  const NetworkSpec& m_network;
};

} // namespace backflow::test
