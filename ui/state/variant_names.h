// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/enum_names.h"
#include "ui/state/training_variant.h"

namespace backflow {

/// The names of variants in a kept session.
template <> constexpr auto enumNames<TrainingVariant>() {
  return std::array{std::pair{TrainingVariant::None, std::string_view{"none"}},
                    std::pair{TrainingVariant::Clipping, std::string_view{"clipping"}},
                    std::pair{TrainingVariant::Truncation, std::string_view{"truncation"}},
                    std::pair{TrainingVariant::Rnn, std::string_view{"rnn"}},
                    std::pair{TrainingVariant::Gru, std::string_view{"gru"}},
                    std::pair{TrainingVariant::Lstm, std::string_view{"lstm"}},
                    std::pair{TrainingVariant::Regulariser, std::string_view{"regulariser"}}};
}

} // namespace backflow
