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
                                                         Eigen::Index unit, Predicate isWanted,
                                                         NamedTerms named) const {
  const Eigen::Index flows = step.flows.cols();
  if (flows == 1) {
    return termsOfFlow(step, unit, 0, named);
  }
  for (Eigen::Index flow = 0; flow < flows; ++flow) {
    if (isWanted(step.flows(step.top + unit, flow))) {
      return termsOfFlow(step, unit, flow, named);
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
                                                             Eigen::Index unit, Eigen::Index flow,
                                                             NamedTerms named) const {
  std::vector<Term<Scalar>> terms;
  const bool startsHere = step.flows.cols() > 1 && flow == step.lossFlow;
  if (step.carried && !startsHere) {
    terms = adjointTerms(m_track.momentAt(step.u + 1, step.laterValues),
                         step.laterAdjoints[static_cast<std::size_t>(flow)].data(), m_previousTop,
                         unit, TermKinds::All, named);
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
  const std::size_t dominant =
      dominantTerm(termsOf(step, unit, isSubnormal<Scalar>, NamedTerms::none()));
  const auto terms = termsOf(step, unit, isSubnormal<Scalar>, NamedTerms::only(dominant));
  Cause cause = terms.empty() ? Cause{} : causeOfDominant(terms[dominant]);
  cause.result = static_cast<double>(step.stateGradient[unit]);
  return cause;
}

template <class Scalar>
Cause GradientWatch<Scalar>::causeOfNonfinite(const GradientStep<Scalar>& step, Eigen::Index unit,
                                              Wanted wanted) const {
  const auto terms = termsOf(
      step, unit,
      [wanted](Scalar x) { return wanted == Wanted::Nan ? std::isnan(x) : std::isinf(x); }, {});
  if (const auto found = firstOperation(terms, wanted, stepRounding<Scalar>())) {
    return found->cause;
  }
  Cause cause;
  cause.result = static_cast<double>(step.stateGradient[unit]);
  return cause;
}

template <class Scalar>
std::optional<Cause> GradientWatch<Scalar>::causeOfLiving(const GradientStep<Scalar>& step,
                                                          TermKinds kinds) const {
  const StepProgram& program = m_track.program();
  const StepMoment<Scalar> later = m_track.momentAt(step.u + 1, step.laterValues);
  std::optional<TermPlace> largest;
  int largestRegister = 0;
  const Scalar* largestAdjoints = nullptr;
  const auto take = [&](int reg, const Scalar* adjoints) {
    const auto found = largestLivingTerm(later, adjoints, reg, kinds);
    if (found && (!largest || found->size > largest->size)) {
      largest = found;
      largestRegister = reg;
      largestAdjoints = adjoints;
    }
  };
  for (Eigen::Index flow = 0; flow < step.flows.cols(); ++flow) {
    if (step.flows.cols() > 1 && flow == step.lossFlow) {
      continue;
    }
    const Scalar* adjoints = step.laterAdjoints[static_cast<std::size_t>(flow)].data();
    if (kinds == TermKinds::Others) {
      take(m_previousTop, adjoints);
      continue;
    }
    for (const StepOperation& operation : program.operations) {
      if (operation.kind == StepOperationKind::Activate) {
        take(operation.left, adjoints);
      }
    }
  }
  if (!largest) {
    return std::nullopt;
  }
  const auto terms = adjointTerms(later, largestAdjoints, largestRegister, largest->element, kinds,
                                  NamedTerms::only(largest->number));
  return causeOfDominant(terms[largest->number]);
}

template <class Scalar>
std::optional<Cause> GradientWatch<Scalar>::causeOfZero(const GradientStep<Scalar>& step) const {
  if (!step.carried) {
    return Cause{};
  }
  // First what the derivatives of the activations left, then what the weights and gates left of
  // that, over all flows that go on.
  if (auto cause = causeOfLiving(step, TermKinds::Others)) {
    return cause->kind == CauseKind::ProductUnderflow && cause->result != 0
               ? causeOfCancellation(step)
               : cause;
  }
  auto cause = causeOfLiving(step, TermKinds::Derivatives);
  if (cause && cause->result == 0) {
    if (cause->kind == CauseKind::ZeroFactor) {
      cause->kind = CauseKind::ZeroDerivative;
    }
    return cause;
  }
  if (step.flows.cols() > 1) {
    return std::nullopt; // zero already, or there in a flow that truncation ended: no underflow
  }
  // What goes on, goes on in another state: a closed gate keeps it from this one.
  const auto stopped = largestStoppedTerm(m_track.momentAt(step.u + 1, step.laterValues),
                                          step.laterAdjoints.front().data());
  return stopped ? causeOfDominant(*stopped) : Cause{};
}

template <class Scalar>
Cause GradientWatch<Scalar>::causeOfCancellation(const GradientStep<Scalar>& step) const {
  Cause cause{CauseKind::Cancellation, {}, 0, {}, 0, 0};
  double largest = 0;
  for (Eigen::Index unit = 0; unit < step.stateGradient.size(); ++unit) {
    const auto terms = termsOf(step, unit, [](Scalar x) { return x != Scalar(0); }, {});
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
