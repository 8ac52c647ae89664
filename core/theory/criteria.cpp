// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/criteria.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace backflow {

namespace {

std::string text(double number) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.4g", number);
  return buffer.data();
}

} // namespace

double largestDerivative(Activation activation) {
  return activation == Activation::Sigmoid ? 0.25 : 1;
}

Criteria criteriaOf(double largestSingularValue, double spectralRadius, Activation activation) {
  constexpr double rounding = 1e-9;
  Criteria result;
  result.largestSingularValue = largestSingularValue;
  result.spectralRadius = spectralRadius;
  result.gamma = largestDerivative(activation);
  if (activation == Activation::Identity) {
    result.criterion = result.spectralRadius < 1 - rounding   ? Criterion::LinearFades
                       : result.spectralRadius > 1 + rounding ? Criterion::LinearGrows
                                                              : Criterion::LinearHolds;
  } else if (result.largestSingularValue * result.gamma < 1 - rounding) {
    result.criterion = Criterion::MustVanish;
  } else if (result.spectralRadius * result.gamma > 1) {
    result.criterion = Criterion::RadiusAboveOne;
  }
  return result;
}

std::string sentenceOf(const Criteria& criteria) {
  const std::string sigma = "σ₁ = " + text(criteria.largestSingularValue);
  const std::string rho = "ρ = " + text(criteria.spectralRadius);
  const std::string limit = "1/γ = " + text(1 / criteria.gamma);
  switch (criteria.criterion) {
  case Criterion::MustVanish:
    return sigma + " is below " + limit +
           ": sufficient for what a late loss sends back through the recurrence to vanish over "
           "long times.";
  case Criterion::MayExplode:
    break;
  case Criterion::RadiusAboveOne:
    return rho + " is above " + limit +
           ", and so is σ₁, which is never less. σ₁ > 1/γ is necessary for exploding, not "
           "sufficient: whether it explodes or vanishes is up to φ′ at the states.";
  case Criterion::LinearFades:
    return rho + " is below 1: a linear layer's gradient fades in the end" +
           (criteria.largestSingularValue > 1 ? "; as " + sigma + " is above 1, it may grow first."
                                              : ".");
  case Criterion::LinearHolds:
    return rho + ": a linear layer's gradient neither fades nor grows exponentially.";
  case Criterion::LinearGrows:
    return rho + " is above 1: a linear layer's gradient grows in the end, unless it has no part "
                 "along the growing directions.";
  }
  return sigma + " is not below " + limit + ", and " + rho +
         " is not above it: nothing follows; the necessary condition for exploding, σ₁ > 1/γ, "
         "is not sufficient.";
}

double boundLog2(const Criteria& criteria, int stepsBack) {
  return stepsBack == 0 ? 0 : stepsBack * std::log2(criteria.largestSingularValue * criteria.gamma);
}

double asymptoteLog2(const Criteria& criteria, int stepsBack) {
  return stepsBack == 0 ? 0 : stepsBack * std::log2(criteria.spectralRadius * criteria.gamma);
}

} // namespace backflow
