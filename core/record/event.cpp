// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/event.h"

namespace backflow {

std::string_view nameOf(EventKind kind) {
  switch (kind) {
  case EventKind::ThresholdVanish:
    return "threshold.vanish";
  case EventKind::ThresholdExplode:
    return "threshold.explode";
  case EventKind::UnderflowSubnormal:
    return "underflow.subnormal";
  case EventKind::UnderflowZero:
    return "underflow.zero";
  case EventKind::OverflowInf:
    return "overflow.inf";
  case EventKind::NanOnset:
    return "nan.onset";
  case EventKind::NormOverflow:
    return "norm.overflow";
  case EventKind::NormUnderflow:
    return "norm.underflow";
  case EventKind::ClipNonfinite:
    return "clip.nonfinite";
  case EventKind::Saturation:
    return "saturation";
  }
  return {};
}

std::string_view nameOf(Phase phase) {
  switch (phase) {
  case Phase::Forward:
    return "forward";
  case Phase::Backward:
    return "backward";
  case Phase::Clip:
    return "clip";
  case Phase::Update:
    return "update";
  }
  return {};
}

bool isOfWeights(const Event& event) {
  const std::string_view quantity = event.quantity;
  return quantity.starts_with("dL/dW") || quantity.starts_with("dL/dweight") ||
         quantity.starts_with("dL/db");
}

} // namespace backflow
