// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <string>

namespace backflow {

/// What the weights of a plain recurrent layer alone say of its gradients.
enum class Criterion {
  MustVanish,     ///< σ₁γ < 1: sufficient, at whatever states
  MayExplode,     ///< σ₁γ > 1 and ρ ≤ 1/γ: neither is excluded
  RadiusAboveOne, ///< ρ > 1/γ, hence σ₁ > 1/γ, which is necessary to explode, no more
  LinearFades,    ///< identity, ρ < 1: fades in the end; first it grows if σ₁ > 1
  LinearHolds,    ///< identity, ρ = 1 within rounding
  LinearGrows     ///< identity, ρ > 1: all but special gradients grow in the end
};

struct Criteria {
  Criterion criterion = Criterion::MayExplode;
  double largestSingularValue = 0; ///< σ₁ of W_h
  double spectralRadius = 0;       ///< ρ of W_h
  double gamma = 1;                ///< the most that |φ′| can be
};

/// γ: 1 for tanh, relu and identity, ¼ for sigmoid.
double largestDerivative(Activation activation);

/// Pascanu et al. 2013, section 2.1: ‖∂h_t/∂h_{t−1}‖ ≤ σ₁γ, so σ₁ < 1/γ is sufficient to vanish,
/// and σ₁ > 1/γ is only necessary to explode. ρ > 1/γ is not: φ′ between two W_h that are not
/// normal can make products grow whose ρ is 0. For the identity the Jacobian is W_h itself and its
/// powers go as ρ^s in the end.
Criteria criteriaOf(double largestSingularValue, double spectralRadius, Activation activation);

/// The same as an English sentence.
std::string sentenceOf(const Criteria& criteria);

/// log₂ of the bound (σ₁γ)^s on ‖∂h_T/∂h_{T−s}‖₂.
double boundLog2(const Criteria& criteria, int stepsBack);
/// log₂ of (ργ)^s, what powers of γ·W_h come to in the end: of a linear layer, and of any other
/// while its units stay where φ is steepest.
double asymptoteLog2(const Criteria& criteria, int stepsBack);

} // namespace backflow
