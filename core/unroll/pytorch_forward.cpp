// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/pytorch_forward.h"

#include "core/unroll/pytorch_cells.h"

#include <algorithm>

namespace backflow {

namespace {

/// Whether `read` is told if the layer is the top one: below it state_norm clipping rescales only
/// what comes back from the next step.
bool needsTop(const ScriptPlan& plan) {
  return plan.clipsStates && plan.severalLayers && !plan.bidirectional;
}

bool needsOwnTime(const ScriptPlan& plan) {
  return plan.bidirectional && plan.lanes();
}

std::string clipHook(const ScriptPlan& plan) {
  return std::string(R"(
def rescaled(grad, unclipped=None, key=None):
    """Hook of state_norm clipping: brings a gradient down to the length THETA on its way back."""
)") + (plan.lanes() ? "    whole = grad.sum(dim=0)  # of all lanes\n" : "    whole = grad\n") +
         R"(    length = (whole * whole).sum().sqrt()  # in the precision itself, so it can overflow
    coefficient = torch.clamp(length.new_tensor(THETA)" +
         std::string(plan.scaled ? " * SCALE" : "") + R"() / length, max=1)
    if unclipped is not None:
        unclipped[key] = (norm(whole), coefficient.item())
    return coefficient * grad

)";
}

std::string readSignature(const ScriptPlan& plan) {
  return "\ndef read(p, " + std::string(plan.named ? "at, " : "") + "inputs, " + plan.states() +
         (plan.bidirectional ? ", reverse" : "") + (needsTop(plan) ? ", top" : "") +
         (plan.clipsStates ? ", unclipped" : "") + "):\n";
}

/// Ends the way back of `states` where the condition holds.
std::string detachWhere(const ScriptPlan& plan, const std::string& condition,
                        const std::string& why) {
  std::string text = "        if " + condition + ":  # " + why + "\n" +
                     "            h = h.detach()  # the same numbers, but no gradient passes\n";
  return text + (plan.hasCell ? "            c = c.detach()\n" : "");
}

std::string cutBefore(const ScriptPlan& plan) {
  switch (plan.cut) {
  case ScriptCut::None:
  case ScriptCut::Lanes:
    return {};
  case ScriptCut::Windows:
    return detachWhere(plan,
                       plan.bidirectional ? "t % K == 0 if reverse else (t - 1) % K == 0"
                                          : "(t - 1) % K == 0",
                       "a window starts");
  case ScriptCut::Once:
    break;
  }
  return detachWhere(plan,
                     plan.bidirectional ? "t == (K if reverse else T - K + 1)" : "t == T - K + 1",
                     "K steps have a gradient");
}

std::string cutLane(const ScriptPlan& plan) {
  const std::string own = plan.bidirectional ? "own" : "t";
  return "        # What comes in K steps later will use lane " + own +
         " % K too, and its way back ends here.\n        others = (torch.arange(K) != " + own +
         " % K)[:, None]\n        h = torch.where(others, h, h.detach())\n" +
         (plan.hasCell ? "        c = torch.where(others, c, c.detach())\n" : "");
}

/// The hook on all of δ_t. It goes before retain_grad(), so that h.grad is what it left.
std::string clipWholeState(const ScriptPlan& plan) {
  const std::string key = plan.bidirectional ? "(at, t)" : "t";
  const std::string hook =
      "h.register_hook(lambda grad, t=t: rescaled(grad, unclipped, " + key + "))\n";
  const std::string why =
      "        # Before retain_grad(), so that h.grad is what the hook leaves.\n";
  return why + (needsTop(plan) ? "        if top:\n            " : "        ") + hook;
}

/// Hooks on what comes back from the next step alone.
std::string clipCarried(const ScriptPlan& plan) {
  std::string text;
  if (needsTop(plan)) {
    text += R"(        if not top:  # below the top only what comes back from step t + 1 is rescaled
            h = h.clone()
            h.register_hook(rescaled)
)";
  }
  if (plan.hasCell) {
    text +=
        R"(        c = c.clone()  # of c, too, only what comes back from the next step is rescaled
        c.register_hook(rescaled)
)";
  }
  return text;
}

std::string expanded(const ScriptPlan& plan, const std::string& vector) {
  return plan.lanes() ? vector + ".expand(K, -1)" : vector;
}

/// The line `into = read(…)` for a layer whose parameters end in `at`, broken if it gets too long.
std::string call(const ScriptPlan& plan, std::size_t indent, const std::string& into,
                 const std::string& at, const std::string& row, const char* reverse) {
  const auto initial = [&](const char* name) {
    return ", " + std::string(name) + row + ".to(dtype)";
  };
  const std::string arguments =
      "p, " + (plan.named ? at + ", " : std::string()) + "inputs" + initial("H_0") +
      (plan.hasCell ? initial("C_0") : std::string()) +
      (plan.bidirectional ? std::string(", reverse=") + reverse : std::string()) +
      (needsTop(plan) ? ", top=layer == LAYERS - 1" : "") +
      (plan.clipsStates ? ", unclipped=unclipped" : "");
  constexpr std::size_t lineWidth = 100;
  const std::string margin(indent, ' ');
  std::string line = margin + into + " = read(" + arguments + ")\n";
  if (line.size() <= lineWidth) {
    return line;
  }
  std::string broken = margin + into + " = read(\n" + margin + "    ";
  std::size_t column = indent + 4;
  for (std::size_t from = 0; from < arguments.size();) {
    const std::size_t comma = std::min(arguments.find(", ", from), arguments.size());
    const std::string argument = arguments.substr(from, comma - from);
    if (column + argument.size() + 2 > lineWidth) {
      broken += "\n" + margin + "    ";
      column = indent + 4;
    } else if (from > 0) {
      broken += " ";
      ++column;
    }
    broken += argument + ",";
    column += argument.size() + 1;
    from = comma + 2;
  }
  return broken + "\n" + margin + ")\n";
}

} // namespace

std::string pythonRead(const ScriptPlan& plan) {
  std::string text = plan.clipsStates ? clipHook(plan) : "";
  text += readSignature(plan);
  text += R"(    """Unrolls a layer over all steps and returns its states by t."""
    states = {}
)";
  if (plan.lanes()) {
    text += "    seen = {}\n    h = " + expanded(plan, "h") + "\n" +
            (plan.hasCell ? "    c = " + expanded(plan, "c") + "\n" : "");
  }
  text += plan.bidirectional ? "    for t in range(T, 0, -1) if reverse else range(1, T + 1):\n"
                             : "    for t in range(1, T + 1):\n";
  if (needsOwnTime(plan)) {
    text +=
        "        own = T + 1 - t if reverse else t  # the steps as this direction counts them\n";
  }
  text += cutBefore(plan) + "        " + plan.states() + " = step(" +
          pythonStepArguments(plan, expanded(plan, "inputs[t - 1]")) + ")\n";
  text += plan.clipsStates ? clipWholeState(plan) : "";
  text +=
      R"(        # h_t is no leaf: without this its gradient would be thrown away once it was used.
        h.retain_grad()
        states[t] = h
)";
  if (plan.lanes()) {
    text += std::string("        seen[t] = h[") + (plan.bidirectional ? "own" : "t") +
            " % K]  # what comes in at this step goes into this lane\n";
  }
  text += plan.clipsStates ? clipCarried(plan) : "";
  text += plan.lanes() ? cutLane(plan) : "";
  return text + (plan.lanes() ? "    return states, seen\n" : "    return states\n");
}

std::string pythonUnroll(const ScriptPlan& plan) {
  std::string text = "    inputs = INPUT.to(dtype)\n";
  const std::size_t indent = plan.severalLayers ? 8 : 4;
  const std::string at = plan.severalLayers ? "f\"_l{layer}" : "\"";
  if (plan.severalLayers) {
    text += "    for layer in range(LAYERS):  # each reads the states of the one below\n";
  }
  if (!plan.bidirectional) {
    text += call(plan, indent, plan.lanes() ? "states, seen" : "states", at + "\"",
                 plan.severalLayers ? "[layer]" : "", "");
    return text +
           (plan.severalLayers ? "        inputs = [states[t] for t in range(1, T + 1)]\n" : "");
  }
  const auto into = [&](const std::string& direction) {
    return plan.lanes() ? direction + ", seen_" + direction : direction;
  };
  text += call(plan, indent, into("forward"), at + "\"", plan.severalLayers ? "[2 * layer]" : "[0]",
               "False");
  text += call(plan, indent, into("backward"), at + "_reverse\"",
               plan.severalLayers ? "[2 * layer + 1]" : "[1]", "True");
  const std::string part = plan.lanes() ? "seen_" : "";
  return text + (plan.severalLayers ? "        inputs = [torch.cat([" + part + "forward[t], " +
                                          part + "backward[t]]) for t in range(1, T + 1)]\n"
                                    : "");
}

std::string pythonReadouts(const ScriptPlan& plan) {
  const std::string part = plan.lanes() ? "seen_" : "";
  const std::string one = plan.lanes() ? "seen" : "states";
  const auto both = [&](const std::string& forward, const std::string& backward) {
    return "torch.cat([" + part + "forward[" + forward + "], " + part + "backward[" + backward +
           "]])";
  };
  const std::string at = plan.bidirectional ? both("t", "t") : one + "[t]";
  const std::string last = plan.bidirectional ? both("T", "1") : one + "[T]";
  if (plan.attends) {
    std::string text = "    keys = torch.stack([" + at + " for t in range(1, T + 1)])\n";
    return text +
           (plan.everyStep
                ? "    readouts = {t: attend(keys[:t], keys[t - 1]) for t in range(1, T + 1)}\n"
                : "    readouts = {T: attend(keys, " + last + ")}\n");
  }
  if (!plan.everyStep) {
    return std::string(plan.bidirectional
                           ? "    # The last state of each direction: the backward one ends at 1.\n"
                           : "") +
           "    readouts = {T: " + last + "}\n";
  }
  return "    readouts = {t: " + at + " for t in range(1, T + 1)}\n";
}

} // namespace backflow
