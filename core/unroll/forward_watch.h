// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/event.h"
#include "core/unroll/track.h"

#include <vector>

namespace backflow {

/// Watches the forward pass of a track for the first inf, the first NaN and the first saturated
/// unit of each activation, and counts what saturates.
template <class Scalar> class ForwardWatch {
 public:
  using Values = typename Track<Scalar>::Values;

  ForwardWatch(Track<Scalar>& track, std::vector<Event>& events);

  /// To be called at each step with what was read off it.
  void look(const typename Track<Scalar>::Shown& step, const ForwardSigns& signs) {
    const bool isWrong = !(m_sawInf && m_sawNan) && !signs.isFinite;
    const bool isNew = (signs.saturatedOperations & m_untold) != 0;
    if (isWrong || isNew) {
      tell(step, isWrong, isNew);
    }
  }

  bool sawInf() const { return m_sawInf; }
  bool sawNan() const { return m_sawNan; }

 private:
  void tell(const typename Track<Scalar>::Shown& step, bool isWrong, bool isNew);
  void lookForSaturated(int u, const Values& values);
  void lookForNonfinite(int u, const Values& values, bool& seen, bool nan);
  Event& add(EventKind kind, int u, const std::string& quantity, Eigen::Index element, Cause cause);

  Track<Scalar>& m_track;
  std::vector<Event>& m_events;
  std::vector<bool> m_saturated; ///< by operation: whether it was told
  std::uint64_t m_untold;        ///< bit k mod 64: whether any such operation k was not
  bool m_sawInf = false;
  bool m_sawNan = false;
};

} // namespace backflow
