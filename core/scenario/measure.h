// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/precision.h"
#include "core/record/event.h"
#include "core/scenario/enum_names.h"

#include <string>

namespace backflow {

/// What can be read off a run, or off a training, to answer an exercise. s = T − t.
enum class MeasureKind {
  StepsBack,        ///< s of the first such event in ∂L/∂h, in one precision
  GradientRatio,    ///< ‖∂L/∂h_1‖ / ‖∂L/∂h_T‖, with an unbounded exponent
  LargestRatio,     ///< the largest ‖∂L/∂h_t‖ / ‖∂L/∂h_T‖ of all t
  LargestRatioStep, ///< its s
  GradientNorm,     ///< ‖∂L/∂h_t‖ at `step`
  DirectNorm,       ///< the part of it that the loss, or attention, gives to h_t itself
  AttentionWeight,  ///< α of h_`step` in what the last loss reads
  CellAloneNorm,    ///< the part of ∂L/∂c_t that came along the cell alone
  CellGatesNorm,    ///< the part of ∂L/∂c_t that passed through the gates
  StateNorm,        ///< ‖h_t‖ at `step`
  Reach,            ///< the largest s whose ∂L/∂h_t is not exactly zero
  FarShare,        ///< of the ‖∂L_t/∂h_k‖ of all t and k, the share with t − k ≥ `step`
  BytesWhole,      ///< of the unroll over all T steps, times `factor`
  BytesTruncated,  ///< over what truncation holds at once, times `factor`
  ClipBefore,      ///< the gradient's norm over all parameters
  ClipAfter,       ///< after clipping
  Status,          ///< how the run ended
  EventCause,      ///< the operation behind the first such event
  DeathUpdate,     ///< training: the update that made the first NaN
  FirstInfUpdate,  ///< training: the update that made the first inf
  TrainedUpdates,  ///< training: the last update whose held-out score is known
  HeldOutLoss,     ///< training: the newest
  HeldOutAccuracy, ///< training: the newest
  BestAccuracy,    ///< training: the best of all looks at held-out sequences
  BaselineLoss     ///< training: of the plain guess
};

template <> constexpr auto enumNames<MeasureKind>() {
  return std::array{
      std::pair{MeasureKind::StepsBack, std::string_view{"steps_back"}},
      std::pair{MeasureKind::GradientRatio, std::string_view{"gradient_ratio"}},
      std::pair{MeasureKind::LargestRatio, std::string_view{"largest_ratio"}},
      std::pair{MeasureKind::LargestRatioStep, std::string_view{"largest_ratio_step"}},
      std::pair{MeasureKind::GradientNorm, std::string_view{"gradient_norm"}},
      std::pair{MeasureKind::DirectNorm, std::string_view{"direct_norm"}},
      std::pair{MeasureKind::AttentionWeight, std::string_view{"attention_weight"}},
      std::pair{MeasureKind::CellAloneNorm, std::string_view{"cell_alone_norm"}},
      std::pair{MeasureKind::CellGatesNorm, std::string_view{"cell_gates_norm"}},
      std::pair{MeasureKind::StateNorm, std::string_view{"state_norm"}},
      std::pair{MeasureKind::Reach, std::string_view{"reach"}},
      std::pair{MeasureKind::FarShare, std::string_view{"far_share"}},
      std::pair{MeasureKind::BytesWhole, std::string_view{"bytes_whole"}},
      std::pair{MeasureKind::BytesTruncated, std::string_view{"bytes_truncated"}},
      std::pair{MeasureKind::ClipBefore, std::string_view{"clip_before"}},
      std::pair{MeasureKind::ClipAfter, std::string_view{"clip_after"}},
      std::pair{MeasureKind::Status, std::string_view{"status"}},
      std::pair{MeasureKind::EventCause, std::string_view{"event_cause"}},
      std::pair{MeasureKind::DeathUpdate, std::string_view{"death_update"}},
      std::pair{MeasureKind::FirstInfUpdate, std::string_view{"first_inf_update"}},
      std::pair{MeasureKind::TrainedUpdates, std::string_view{"trained_updates"}},
      std::pair{MeasureKind::HeldOutLoss, std::string_view{"held_out_loss"}},
      std::pair{MeasureKind::HeldOutAccuracy, std::string_view{"held_out_accuracy"}},
      std::pair{MeasureKind::BestAccuracy, std::string_view{"best_accuracy"}},
      std::pair{MeasureKind::BaselineLoss, std::string_view{"baseline_loss"}}};
}

/// Whether a sentence may ask for it by `{name+1}` too: it counts multiplications, whose value
/// number is one more.
constexpr bool countsSteps(MeasureKind kind) {
  return kind == MeasureKind::StepsBack || kind == MeasureKind::LargestRatioStep ||
         kind == MeasureKind::Reach;
}

/// One thing to be measured, under the name that a sentence has for it.
struct Measure {
  std::string name;
  MeasureKind kind = MeasureKind::GradientRatio;
  EventKind event = EventKind::ThresholdVanish; ///< `StepsBack`, `EventCause`
  Precision precision = Precision::Float64;     ///< of what depends on one
  int step = 1;                                 ///< t, or the least lag of `FarShare`; in steps
  double factor = 1;                            ///< `Bytes…`: such as the sequences of a batch
  int digits = 4;                               ///< that a reader is shown of a `Number`
  bool operator==(const Measure&) const = default;
};

} // namespace backflow
