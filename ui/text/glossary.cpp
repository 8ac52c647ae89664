// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/glossary.h"

#include "core/numeric/precision.h"
#include "ui/text/number_text.h"

namespace backflow {

QList<GlossaryPart> Glossary::parts() {
  return {gradients(), theory(), numbers(), settings()};
}

GlossaryPart Glossary::gradients() {
  return {
      tr("The gradient on its way back"),
      {{tr("gradient ‖∂L/∂hₜ‖₂"),
        tr("How strongly the loss L depends on the hidden state at time t: the Euclidean norm of "
           "the derivative. From step to step back it is multiplied by the transposed Jacobian "
           "∂hₜ/∂hₜ₋₁.")},
       {tr("steps back s, value s + 1"),
        tr("s = T − t counts the multiplications since the loss. The value of T itself is the "
           "first, so that after s multiplications it is value s + 1.")},
       {tr("reference"),
        tr("The same gradient with numbers whose exponent has no bounds: it goes on where a format "
           "has lost it.")},
       {tr("vanished, exploded"),
        tr("The norm fell below 2⁻³¹ or rose above 2³¹, unless the scenario sets other "
           "thresholds. The format may hold such a number still; training hardly feels it, or is "
           "thrown far away by it.")},
       {tr("parameter gradient ‖∂⁺L/∂θₜ‖₂"),
        tr("What the copy of the shared weights that step t uses adds to their gradient, which is "
           "the sum over all steps.")},
       {tr("influence ‖∂Lₜ/∂hₖ‖₂"),
        tr("How strongly the loss of step t depends on the state at an earlier step k.")}}};
}

GlossaryPart Glossary::theory() {
  return {
      tr("What theory says"),
      {{tr("bound (σ₁γ)ˢ"),
        tr("σ₁ is the largest singular value of the recurrent weights, γ the largest derivative of "
           "the activation: 1 for tanh and ReLU, ¼ for the logistic function. A step multiplies "
           "the gradient by σ₁γ at most, so that below 1 it must vanish (Pascanu et al. 2013).")},
       {tr("spectral radius ρ, (ργ)ˢ"),
        tr("The largest modulus of an eigenvalue of the recurrent weights. While the units stay "
           "where the activation is steepest, many steps multiply the gradient about by ργ each; "
           "where γ is 1 the line is called ρˢ.")},
       {tr("Lyapunov exponent λ₁"),
        tr("The mean growth of a small difference of states for each step, as a logarithm: below 0 "
           "differences and gradients fade, above 0 they grow. If the states stay bounded all the "
           "same, the network is chaotic.")},
       {tr("critical line"),
        tr("Where, for very many units, theory has the border between vanishing and exploding.")}}};
}

GlossaryPart Glossary::numbers() {
  const FormatLimits narrow = limitsOf(Precision::Float32);
  const FormatLimits wide = limitsOf(Precision::Float64);
  return {
      tr("Numbers and where they end"),
      {{tr("subnormal"),
        tr("Smaller than the smallest normal number, %1 in float32 and %2 in float64. The smaller "
           "it is, the fewer digits it has left.")
            .arg(formatReading(narrow.smallestNormal), formatReading(wide.smallestNormal))},
       {tr("exactly 0: underflow"),
        tr("At most half of the smallest subnormal number, %1 in float32 and %2 in float64: it is "
           "rounded to zero, and no step brings it back.")
            .arg(formatReading(narrow.smallestSubnormal), formatReading(wide.smallestSubnormal))},
       {tr("∞: overflow"), tr("Larger than the largest number, %1 in float32 and %2 in float64.")
                               .arg(formatReading(narrow.largest), formatReading(wide.largest))},
       {tr("NaN"),
        tr("“Not a number”, the result of 0 · ∞ or ∞ − ∞. Every sum with it is NaN too; one update "
           "with it, and all weights are lost.")},
       {tr("saturated"),
        tr("A unit whose activation is so flat that its derivative φ′ rounds to exactly zero: no "
           "gradient passes it.")}}};
}

GlossaryPart Glossary::settings() {
  return {
      tr("Settings"),
      {{tr("recurrence gain g"),
        tr("What the recurrent weights are multiplied by when they are drawn: their deviation is "
           "g/√H for Gaussian ones, all their singular values are g for orthogonal ones.")},
       {tr("clipping θ"),
        tr("Makes a gradient that is too large smaller. By norm: the whole gradient of the weights "
           "is shortened to θ. By value: each entry beyond ±θ is brought to ±θ. By state norm: "
           "∂L/∂hₜ is shortened at every step. Nothing of this makes a small gradient larger.")},
       {tr("truncation k"),
        tr("Backpropagation goes back k steps and no further: from each loss, or in windows of k "
           "steps that are cut from one another.")},
       {tr("gates Γ"),
        tr("Numbers between 0 and 1 by which GRU and LSTM decide what they keep. A forget gate "
           "near 1 lets the gradient along the cell pass nearly unchanged.")},
       {tr("attention α"),
        tr("Weights with which the loss reads all states at once: a path of one step from the loss "
           "to every state.")},
       {tr("pinned gate"), tr("A gate that is held at one value, whatever it would be.")}}};
}

} // namespace backflow
