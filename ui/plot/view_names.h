// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/enum_names.h"
#include "ui/plot/plot_view.h"

namespace backflow {

/// The names of the views on the command line and in the names of exported files.
template <> constexpr auto enumNames<ViewKind>() {
  return std::array{std::pair{ViewKind::GradientFlow, std::string_view{"gradient-flow"}},
                    std::pair{ViewKind::States, std::string_view{"states"}},
                    std::pair{ViewKind::ParameterGradient, std::string_view{"parameter-gradient"}},
                    std::pair{ViewKind::Unroll, std::string_view{"unroll"}},
                    std::pair{ViewKind::Units, std::string_view{"units"}},
                    std::pair{ViewKind::Gates, std::string_view{"gates"}},
                    std::pair{ViewKind::Attention, std::string_view{"attention"}},
                    std::pair{ViewKind::Influence, std::string_view{"influence"}},
                    std::pair{ViewKind::Spectrum, std::string_view{"spectrum"}},
                    std::pair{ViewKind::PhaseDiagram, std::string_view{"phase-diagram"}},
                    std::pair{ViewKind::Training, std::string_view{"training"}},
                    std::pair{ViewKind::TrainingProfile, std::string_view{"training-profile"}},
                    std::pair{ViewKind::Cliff, std::string_view{"cliff"}},
                    std::pair{ViewKind::Dashboard, std::string_view{"dashboard"}}};
}

} // namespace backflow
