// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/pytorch_backward.h"

#include "core/unroll/pytorch_forward.h"

namespace backflow {

namespace {

constexpr const char* normFunction = R"(
def norm(values):
    """Euclidean norm, gathered with scaling: inf only where an entry is, 0 only where all are."""
    values = values.detach().double().abs()
    largest = values.max()
    if largest == 0 or not torch.isfinite(largest):
        return largest.item()
    scaled = values / largest
    return min((largest * (scaled * scaled).sum().sqrt()).item(), sys.float_info.max)

)";

constexpr const char* attendFunction = R"(
def attend(keys, query):
    """e_j = query . h_j, alpha = softmax(e), r = sum_j alpha_j h_j"""
    return torch.softmax(keys @ query, dim=0) @ keys

)";

constexpr const char* totalNormFunction = R"(
def total_norm(gradients):
    """The norm over all parameters, squares and sums in the precision itself, as frameworks do:
    in float32 it overflows from entries of about 1.8e19."""
    squares = torch.stack([(g * g).sum() for g in gradients])
    return squares.sqrt().square().sum().sqrt()

)";

constexpr const char* wholeNormFunction = R"(
def total_norm(gradients):
    """The norm over all parameters."""
    return norm(torch.tensor([norm(g) for g in gradients], dtype=torch.float64))

)";

std::string lossFunction(const ScriptPlan& plan, const LossSpec& loss) {
  switch (loss.kind) {
  case LossKind::Inject:
    break;
  case LossKind::SquaredError:
    return std::string(R"(
def total_loss(p, readouts):
    """1/2 |r_t - y_t|^2)") +
           (plan.everyStep ? ", summed over all steps" : " at the last step") + R"("""
    wanted = TARGET.to(readouts[T].dtype)
    units = wanted.shape[1]  # so many are compared
    return sum(0.5 * ((r[:units] - )" +
           (plan.everyStep ? "wanted[t - 1]" : "wanted[0]") +
           R"() ** 2).sum() for t, r in readouts.items())

)";
  case LossKind::CrossEntropy:
    return std::string(R"(
def total_loss(p, readouts):
    """-log softmax(W_y r_t + b_y)[next character])") +
           (plan.everyStep ? ", summed over all steps" : " at the last step") + R"("""
    loss = 0
    for t, r in readouts.items():
        scores = p["W_y"] @ r + p["b_y"]
        loss = loss - torch.log_softmax(scores, dim=0)[CHARACTERS[t]]  # CHARACTERS[0] is x_1
    return loss

)";
  }
  return std::string(R"(
def total_loss(p, readouts):
    """v . r_t)") +
         (plan.everyStep ? ", summed over all steps" : " at the last step") +
         R"(: its gradient is v, put in from outside"""
    v = INJECTED.to(readouts[T].dtype)
    return sum(v @ r for r in readouts.values())

)";
}

std::string gradientFunction(const ScriptPlan& plan) {
  return R"(
def gradient_of(h):
    """dL/dh_t, the total derivative, all later paths included; None is 0: no loss reaches it."""
    grad = torch.zeros_like(h) if h.grad is None else h.grad
    return grad)" +
         std::string(plan.lanes() ? ".sum(dim=0)  # of all lanes" : "") + "\n\n";
}

/// Python of the norm at step t of `function` of a state, over both directions if there are two.
std::string normOf(const ScriptPlan& plan, const std::string& before, const std::string& after) {
  const auto of = [&](const char* states) {
    return before + states + after;
  };
  return plan.bidirectional
             ? "norm(torch.cat([" + of("forward[t]") + ", " + of("backward[t]") + "]))"
             : "norm(" + of("states[t]") + ")";
}

/// Steps that no loss reaches have no hook that was called.
std::string stateNormRecords(const ScriptPlan& plan) {
  const std::string scale = plan.scaled ? " / SCALE" : "";
  if (!plan.bidirectional) {
    return "    before = [unclipped.get(t, (0.0, 1.0))[0]" + scale +
           " for t in range(1, T + 1)]\n    reached = list(unclipped.values())\n";
  }
  return std::string(plan.severalLayers
                         ? "    top = f\"_l{LAYERS - 1}\", f\"_l{LAYERS - 1}_reverse\"\n"
                         : "    top = \"\", \"_reverse\"\n") +
         R"(    before = [
        math.hypot(*(unclipped.get((at, t), (0.0, 1.0))[0] for at in top)))" +
         scale + R"(
        for t in range(1, T + 1)
    ]
    reached = [both for (at, t), both in unclipped.items() if at in top]
)";
}

std::string clipping(const ScriptPlan& plan) {
  if (plan.clipsNorm) {
    return R"(    # torch.nn.utils.clip_grad_norm_ divides by the norm + 1e-6; Backflow does not, so by hand:
    before = total_norm(gradients)
    coefficient = torch.clamp(before.new_tensor(THETA) / before, max=1)
    gradients = [coefficient * g for g in gradients]
    summary["gradient norm before clipping"] = before.item()
    summary["gradient norm after clipping"] = total_norm(gradients).item()
    summary["coefficient"] = coefficient.item()
)";
  }
  if (plan.clipsValue) {
    return R"(    # The same as torch.nn.utils.clip_grad_value_.
    summary["gradient norm before clipping"] = total_norm(gradients)
    gradients = [torch.clamp(g, -THETA, THETA) for g in gradients]
    summary["gradient norm after clipping"] = total_norm(gradients)
)";
  }
  if (plan.clipsStates) {
    return R"(    summary["gradient norm over all parameters"] = total_norm(gradients)
    lengths, coefficients = torch.tensor(reached, dtype=torch.float64).T
    summary["largest norm of dL/dh_t before clipping"] = lengths.max().item())" +
           std::string(plan.scaled ? " / SCALE" : "") + R"(
    summary["smallest coefficient of dL/dh_t"] = coefficients.min().item()
)";
  }
  return "    summary[\"gradient norm over all parameters\"] = total_norm(gradients)\n";
}

} // namespace

std::string pythonLossAndNorms(const ScriptPlan& plan, const LossSpec& loss) {
  return normFunction + std::string(plan.attends ? attendFunction : "") + lossFunction(plan, loss) +
         gradientFunction(plan) + (plan.clipsNorm ? totalNormFunction : wholeNormFunction);
}

std::string pythonRun(const ScriptPlan& plan) {
  std::string text = R"(
def run(dtype):
    """Both passes in one precision: the norms by t, and the numbers of the whole run."""
    p = {name: w.to(dtype, copy=True).requires_grad_() for name, w in PARAMETERS.items()}
)";
  text += plan.clipsStates ? "    unclipped = {}  # by step: the norm of dL/dh_t, the coefficient\n"
                           : "";
  text += pythonUnroll(plan) + pythonReadouts(plan) + "    loss = total_loss(p, readouts)\n";
  text += plan.scaled
              ? "    (SCALE * loss).backward()  # all norms below are of the unscaled loss\n"
              : "    loss.backward()\n";
  const std::string scale = plan.scaled ? " / SCALE" : "";
  const auto list = [&](const std::string& norm) {
    return plan.bidirectional
               ? "[\n            " + norm + "\n            for t in range(1, T + 1)\n        ],\n"
               : "[" + norm + " for t in range(1, T + 1)],\n";
  };
  text += "\n    steps = {\n        \"state_norm\": " +
          list(normOf(plan, "", plan.lanes() ? "[0]" : "")) +
          "        \"gradient_norm\": " + list(normOf(plan, "gradient_of(", ")") + scale) +
          "    }\n";
  if (plan.clipsStates) {
    text += stateNormRecords(plan) + "    steps[\"gradient_norm_before_clip\"] = before\n";
  }
  text += "    gradients = [torch.zeros_like(w) if w.grad is None else w.grad" + scale +
          " for w in p.values()]\n";
  return text + "    summary = {\"loss\": loss.item()}\n" + clipping(plan) +
         "    return steps, summary\n\n";
}

} // namespace backflow
