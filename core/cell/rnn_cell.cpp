// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/rnn_cell.h"

namespace backflow {

int addRnnLayer(StepBuilder& builder, const LayerSite& site, Activation activation) {
  const int previous = builder.previous(site.vector("h"), site.hidden);
  const int a =
      builder.linear(site.vector("a"), site.hidden, {{site.parameter("b"), 0}},
                     {site.ofInput(builder, "W_x", 0, 0), site.ofState("W_h", 0, previous)});
  const int h = builder.activate(site.vector("h"), activation, a);
  builder.setState(previous, h, false, site.layer);
  return h;
}

} // namespace backflow
