// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/scenario/scenario.h"

#include <QString>

#include <optional>

namespace backflow {

/// The gain at which a small gradient is neither faded nor made to grow by theory, if the slider
/// marks one, with its name: "1", "√2".
struct CriticalGain {
  double gain;
  QString label;
};
std::optional<CriticalGain> neutralGain(const Scenario& scenario);

/// What stands under a slider, and in fewer words for a narrow place; the least for one as narrow
/// as beside two others on an old projector.
struct SliderNote {
  QString whole;
  QString brief;
  QString least{};
};

/// What theory says about the gain, and no more.
SliderNote gainNote(const Scenario& scenario);

/// Of a gain that lies beyond the slider's end: where that is, and what such a gain does by theory.
/// None for others, and where the gain is not used.
std::optional<SliderNote> gainBeyondNote(const Scenario& scenario, double sliderEnd);

/// The norm before and after clipping in the first precision of the trace.
SliderNote clipNote(const Trace& trace);

/// The states that the unroll holds: "states held: 10.2 kB of 51.2 kB".
SliderNote heldStatesNote(const Scenario& scenario);

/// What a run held that kept checkpoints alone, in its widest precision; nothing of others.
std::optional<SliderNote> checkpointsNote(const Trace& trace);

} // namespace backflow
