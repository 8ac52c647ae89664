// SPDX-License-Identifier: GPL-3.0-or-later
// Why δ is what it is at a step: the operation that made it so, replayed.
#include "core/unroll/gradient_watch.h"

#include "core/numeric/emulated.h"

#include <algorithm>
#include <cmath>

namespace backflow {

template <class Scalar>
template <class Predicate>
std::vector<Term<Scalar>> GradientWatch<Scalar>::termsOf(const GradientStep<Scalar>& step,
                                                         Eigen::Index unit,
                                                         Predicate isWanted) const {
  const Eigen::Index flows = step.flows.cols();
  if (flows == 1) {
    return termsOfFlow(step, unit, 0);
  }
  for (Eigen::Index flow = 0; flow < flows; ++flow) {
    if (isWanted(step.flows(step.top + unit, flow))) {
      return termsOfFlow(step, unit, flow);
    }
  }
  // Each flow is a sum of its own; what is sound in all of them went wrong when they were added.
  std::vector<Term<Scalar>> terms;
  for (Eigen::Index flow = 0; flow < flows; ++flow) {
    terms.push_back(
        {"flow " + std::to_string(flow + 1), step.flows(step.top + unit, flow), {}, {}});
  }
  return terms;
}

template <class Scalar>
std::vector<Term<Scalar>> GradientWatch<Scalar>::termsOfFlow(const GradientStep<Scalar>& step,
                                                             Eigen::Index unit,
                                                             Eigen::Index flow) const {
  std::vector<Term<Scalar>> terms;
  const bool startsHere = step.flows.cols() > 1 && flow == step.lossFlow;
  if (step.carried && !startsHere) {
    terms = adjointTerms(m_track.momentAt(step.u + 1, step.laterValues),
                         step.laterAdjoints[static_cast<std::size_t>(flow)].data(), m_previousTop,
                         unit);
  }
  if (step.lossActs && flow == step.lossFlow) {
    terms.push_back({entryNameAt("loss gradient", m_track.timeOf(step.u), unit),
                     step.lossGradient[unit],
                     {},
                     {}});
  }
  return terms;
}

template <class Scalar>
Cause GradientWatch<Scalar>::causeOfSubnormal(const GradientStep<Scalar>& step,
                                              Eigen::Index unit) const {
  Cause cause = dominantProduct(termsOf(step, unit, isSubnormal<Scalar>));
  cause.result = static_cast<double>(step.stateGradient[unit]);
  return cause;
}

template <class Scalar>
Cause GradientWatch<Scalar>::causeOfNonfinite(const GradientStep<Scalar>& step, Eigen::Index unit,
                                              Wanted wanted) const {
  const auto terms = termsOf(step, unit, [wanted](Scalar x) {
    return wanted == Wanted::Nan ? std::isnan(x) : std::isinf(x);
  });
  if (const auto found = firstOperation(terms, wanted, stepRounding<Scalar>())) {
    return found->cause;
  }
  Cause cause;
  cause.result = static_cast<double>(step.stateGradient[unit]);
  return cause;
}

template <class Scalar>
std::vector<Term<Scalar>> GradientWatch<Scalar>::livingTerms(const GradientStep<Scalar>& step,
                                                             bool derivatives) const {
  const StepProgram& program = m_track.program();
  const StepMoment<Scalar> later = m_track.momentAt(step.u + 1, step.laterValues);
  struct Place {
    int reg = -1;
    int unit = 0;
    Eigen::Index flow = 0;
  };
  const auto termsAt = [&](const Place& place, TermNames names) {
    auto terms = adjointTerms(
        later, step.laterAdjoints[static_cast<std::size_t>(place.flow)].data(), place.reg,
        place.unit, derivatives ? TermKinds::Derivatives : TermKinds::Others, names);
    std::erase_if(terms, [](const Term<Scalar>& term) {
      return (term.isProduct() ? term.right : term.left) == Scalar(0);
    });
    return terms;
  };
  // There are as many terms as weights. Only the entries that are told of get their names.
  Place first;
  Place largest;
  long double size = 0;
  const auto take = [&](int reg, Eigen::Index flow) {
    const int units = program.registers[static_cast<std::size_t>(reg)].size;
    for (int unit = 0; unit < units; ++unit) {
      const Place place{reg, unit, flow};
      for (const Term<Scalar>& term : termsAt(place, TermNames::None)) {
        first = first.reg < 0 ? place : first;
        if (const long double here = exactSize(term); here > size) {
          size = here;
          largest = place;
        }
      }
    }
  };
  for (Eigen::Index flow = 0; flow < step.flows.cols(); ++flow) {
    if (step.flows.cols() > 1 && flow == step.lossFlow) {
      continue;
    }
    if (!derivatives) {
      take(m_previousTop, flow);
      continue;
    }
    for (const StepOperation& operation : program.operations) {
      if (operation.kind == StepOperationKind::Activate) {
        take(operation.left, flow);
      }
    }
  }
  const Place& told = largest.reg < 0 ? first : largest;
  return told.reg < 0 ? std::vector<Term<Scalar>>() : termsAt(told, TermNames::Full);
}

template <class Scalar>
std::optional<Cause> GradientWatch<Scalar>::causeOfZero(const GradientStep<Scalar>& step) const {
  if (!step.carried) {
    return Cause{};
  }
  // First what the derivatives of the activations left, then what the weights and gates left of
  // that, over all flows that go on.
  const auto products = livingTerms(step, false);
  if (products.empty()) {
    const auto derivatives = livingTerms(step, true);
    if (derivatives.empty() && step.flows.cols() > 1) {
      return std::nullopt; // zero already, which was no underflow either
    }
    Cause cause = dominantProduct(derivatives);
    if (cause.kind == CauseKind::ZeroFactor) {
      cause.kind = CauseKind::ZeroDerivative;
    } else if (cause.result != 0) {
      return std::nullopt; // it was there, in a flow that truncation ended
    }
    return cause;
  }
  Cause cause = dominantProduct(products);
  return cause.kind == CauseKind::ProductUnderflow && cause.result != 0 ? causeOfCancellation(step)
                                                                        : cause;
}

template <class Scalar>
Cause GradientWatch<Scalar>::causeOfCancellation(const GradientStep<Scalar>& step) const {
  Cause cause{CauseKind::Cancellation, {}, 0, {}, 0, 0};
  double largest = 0;
  for (Eigen::Index unit = 0; unit < step.stateGradient.size(); ++unit) {
    const auto terms = termsOf(step, unit, [](Scalar x) { return x != Scalar(0); });
    for (const Addition<Scalar>& addition : additionsOf(terms, stepRounding<Scalar>())) {
      const auto added = static_cast<double>(addition.added);
      if (addition.after == Scalar(0) && std::abs(added) > largest) {
        largest = std::abs(added);
        cause = {CauseKind::Cancellation,     "partial sum", static_cast<double>(addition.before),
                 addendName(addition, terms), added,         0};
      }
    }
  }
  return cause;
}

template class GradientWatch<float>;
template class GradientWatch<double>;
template class GradientWatch<BFloat16>;
template class GradientWatch<Float16>;

} // namespace backflow
