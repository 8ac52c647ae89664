// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/pytorch_script.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/value_text.h"
#include "core/unroll/pytorch_backward.h"
#include "core/unroll/pytorch_cells.h"
#include "core/unroll/pytorch_forward.h"
#include "core/unroll/pytorch_numbers.h"
#include "core/unroll/pytorch_plan.h"

namespace backflow {

namespace {

constexpr const char* report = R"(
def print_table(results):
    names = "".join(f"{name + ' |h_t|':>18}{'|dL/dh_t|':>16}" for name in results)
    print(f"{'t':>7}{'steps back':>12}" + names)
    for t in range(1, T + 1):
        line = f"{t:7d}{T - t:12d}"
        for steps, _ in results.values():
            line += f"{steps['state_norm'][t - 1]:18.6e}{steps['gradient_norm'][t - 1]:16.6e}"
        print(line)
    for name, (_, summary) in results.items():
        for what, value in summary.items():
            print(f"{name}: {what} = {value!r}")


def write_csv(results, file):
    with open(file, "w", newline="") as out:
        writer = csv.writer(out)
        columns = [(name, key) for name, (steps, _) in results.items() for key in steps]
        writer.writerow(["t", "steps_back"] + [f"{name}.{key}" for name, key in columns])
        for t in range(1, T + 1):
            numbers = [results[name][0][key][t - 1] for name, key in columns]
            writer.writerow([t, T - t] + numbers)

)";

template <class Enum> std::string nameOfEnum(Enum value) {
  return std::string(enumName(value));
}

std::string listed(const std::vector<Precision>& precisions, const std::string& prefix) {
  std::string text;
  for (const Precision precision : precisions) {
    text += (text.empty() ? "" : ", ") + prefix + std::string(nameOf(precision));
  }
  return text;
}

/// What the script cannot do, in sentences; empty if it does everything.
std::string leftOut(const Scenario& scenario, const ScriptPlan& plan) {
  std::string text;
  if (!plan.leftOut.empty()) {
    text = "Not done here: " + listed(plan.leftOut, "") +
           ". Backflow rounds after every operation; PyTorch on the CPU rounds a sum of products "
           "once, or lacks the operation, so that its numbers would be others.";
    if (plan.leftOut.size() == scenario.precisions.size()) {
      text += " It runs in float64 instead.";
    }
  }
  if (scenario.training) {
    text += std::string(text.empty() ? "" : " ") +
            "The scenario's training is not done here: this is one run of both passes.";
  }
  return text;
}

std::string networkSentence(const ScriptPlan& plan) {
  const NetworkSpec& network = plan.network;
  const std::string kind = network.cell == CellKind::Rnn ? ", " + nameOfEnum(network.activation)
                           : hasVariants(network.cell)   ? ", " + nameOfEnum(network.variant)
                                                         : "";
  std::string text = "a network of " + counted(static_cast<std::size_t>(network.layers), "layer") +
                     " with " + counted(static_cast<std::size_t>(network.hidden), "unit") +
                     " (cell " + nameOfEnum(network.cell) + kind + ")";
  text += plan.bidirectional ? ",\nread in both directions" : "";
  return text + (plan.attends ? ",\nwith attention over its states" : "");
}

/// `text` in lines of at most 96 characters.
std::string wrapped(const std::string& text) {
  constexpr std::size_t width = 96;
  std::string result;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end =
        text.size() - from <= width ? text.size() : text.rfind(' ', from + width);
    result += (from > 0 ? "\n" : "") + text.substr(from, end - from);
    from = end + 1;
  }
  return result;
}

std::string mainFunction(bool leavesOut) {
  return R"(
def main():
    parser = argparse.ArgumentParser(description="Norms of h_t and dL/dh_t, step by step.")
    parser.add_argument("--csv", metavar="FILE", help="also write the norms to this file")
    arguments = parser.parse_args()
    torch.set_num_threads(1)  # for products as small as these more threads only cost time
    print(TITLE)
)" + std::string(leavesOut ? "    print(NOT_DONE)\n" : "") +
         R"(    results = {str(dtype).replace("torch.", ""): run(dtype) for dtype in DTYPES}
    print_table(results)
    if arguments.csv:
        write_csv(results, arguments.csv)

)";
}

/// `body` is what follows: only what it uses is imported.
std::string heading(const ScriptPlan& plan, const std::string& body) {
  std::string text = R"(#!/usr/bin/env python3
"""An experiment of Backflow, the gradient laboratory, rebuilt in PyTorch.

It unrolls )" + networkSentence(plan) +
                     R"(
over T steps, runs forwards and backwards with autograd, and prints for every step t: the steps
back T - t, the norm of the state |h_t|, and the norm of the gradient |dL/dh_t|. All weights and
data stand at the end, each number exactly; nothing is drawn or read.

    python3 THIS_FILE [--csv FILE]

Only PyTorch is needed (1.13 or later).
"""
)";
  for (const char* module : {"argparse", "base64", "csv", "math", "struct", "sys"}) {
    if (body.find(std::string(module) + ".") != std::string::npos) {
      text += "import " + std::string(module) + "\n";
    }
  }
  return text + "\nimport torch\n\n";
}

std::string settings(const Scenario& scenario, const ScriptPlan& plan) {
  const std::string missing = leftOut(scenario, plan);
  std::string text = "TITLE = " + pythonText(std::string_view(scenario.title)) + "\n";
  if (!missing.empty()) {
    text += "# What this script cannot do, it also says when it is run.\nNOT_DONE = \"\"\"\\\n" +
            wrapped(missing) + "\"\"\"\n";
  }
  text += "DTYPES = [" + listed(plan.precisions, "torch.") +
          "]\nT = " + std::to_string(scenario.unroll.horizon) + "  # time steps\n";
  if (plan.severalLayers) {
    text += "LAYERS = " + std::to_string(plan.network.layers) + "\n";
  }
  if (plan.cut != ScriptCut::None) {
    text += "K = " + std::to_string(scenario.unroll.truncation->length);
  }
  switch (plan.cut) {
  case ScriptCut::None:
    break;
  case ScriptCut::Windows:
    text += "  # truncation: the state is detached every K steps\n";
    break;
  case ScriptCut::Once:
    text += "  # truncation: the loss sends its gradient back through K steps\n";
    break;
  case ScriptCut::Lanes:
    text += R"(  # truncation: what comes in at a step goes back through at most K steps
# One backward pass adds up what all losses send back, and in the sum nobody knows any more how far
# each part has come. So the states are held K times, as K rows of the same numbers: a lane for each
# gradient under way. What comes in at step t goes into lane t % K, and only that lane is detached
# K steps earlier. dL/dh_t is the sum over the lanes.
)";
    break;
  }
  if (scenario.clip) {
    text += "THETA = " + pythonNumber(scenario.clip->threshold) + "  # clipping (" +
            nameOfEnum(scenario.clip->mode) + ")\n";
  }
  if (plan.scaled) {
    text += "SCALE = " + pythonNumber(scenario.loss.scale) + "  # loss scaling\n";
  }
  if (plan.pinned) {
    text += "# gate, value, first and last step\nPINS = [\n";
    for (const PinSpec& pin : scenario.pins) {
      text += "    (\"" + nameOfEnum(pin.gate) + "\", " + pythonNumber(pin.value) + ", " +
              std::to_string(pin.from) + ", " + std::to_string(pin.to) + "),\n";
    }
    text += "]\n";
  }
  return text + "\n";
}

std::string inputNumbers(const Experiment& experiment) {
  const InputSpec& input = experiment.scenario.input;
  const std::string shape = "T, " + std::to_string(experiment.input.rows());
  if (input.kind == InputKind::Text) {
    std::u32string read;
    for (const int character : experiment.characters) {
      read += experiment.vocabulary[static_cast<std::size_t>(character)];
    }
    return "ALPHABET = " + pythonText(std::u32string_view(experiment.vocabulary)) +
           "\n# T characters and the one after them; x_t has a 1 at the place of the t-th.\nTEXT "
           "= " +
           pythonText(std::u32string_view(read)) +
           "\nCHARACTERS = [ALPHABET.index(character) for character in TEXT]\n"
           "INPUT = torch.eye(len(ALPHABET), dtype=torch.float64)[CHARACTERS[:T]]\n";
  }
  if (input.kind == InputKind::Impulse) {
    return "INPUT = torch.zeros(" + shape + ", dtype=torch.float64)\nINPUT[" +
           std::to_string(input.step) + " - 1] = " + pythonNumber(input.amplitude) +
           "  # an impulse at this step\n";
  }
  return "INPUT = " + pythonTensor(experiment.input.transpose()) + "  # row t - 1 is x_t\n";
}

/// H numbers, or a row of them for each layer and direction.
std::string stateNumbers(const char* name, const Eigen::VectorXd& values, const ScriptPlan& plan) {
  if (!plan.named) {
    return std::string(name) + " = " + pythonVector(values) + "\n";
  }
  const auto rows = static_cast<Eigen::Index>(plan.network.layers) * directionsOf(plan.network);
  const Eigen::MatrixXd byLayer = values.reshaped(plan.network.hidden, rows).transpose();
  return std::string(name) + " = " + pythonTensor(byLayer) + "  # a row for each layer" +
         (plan.bidirectional ? " and direction" : "") + "\n";
}

std::string numbers(const Experiment& experiment, const ScriptPlan& plan) {
  std::string text = "\n# The numbers of the experiment.\nPARAMETERS = {\n";
  for (const NamedMatrix& weight : experiment.weights) {
    text +=
        "    \"" + weight.name + "\": " +
        (isBias(weight.name) ? pythonVector(weight.values.col(0)) : pythonTensor(weight.values)) +
        ",\n";
  }
  text += "}\n" + inputNumbers(experiment) + stateNumbers("H_0", experiment.initialState, plan);
  if (plan.hasCell) {
    text += stateNumbers("C_0", experiment.initialCell, plan);
  }
  switch (experiment.scenario.loss.kind) {
  case LossKind::Inject:
    text += "INJECTED = " + pythonVector(experiment.injected) + "  # v\n";
    break;
  case LossKind::SquaredError:
    text += "TARGET = " + pythonTensor(experiment.targets.transpose()) +
            (plan.everyStep ? "  # row t - 1 is y_t\n" : "  # y_T\n");
    break;
  case LossKind::CrossEntropy:
    break;
  }
  return text;
}

} // namespace

std::string pytorchScript(const Experiment& experiment) {
  const Scenario& scenario = experiment.scenario;
  const ScriptPlan plan(scenario);
  const bool leavesOut = !leftOut(scenario, plan).empty();
  const std::string data = numbers(experiment, plan);
  const std::string body = settings(scenario, plan) + pythonStep(plan) + "\n" + pythonRead(plan) +
                           "\n" + pythonLossAndNorms(plan, scenario.loss) + pythonRun(plan) +
                           report + mainFunction(leavesOut) +
                           pythonTensorFunctions(data.find("packed(") != std::string::npos) + "\n" +
                           data + "\n\nif __name__ == \"__main__\":\n    main()\n";
  return heading(plan, body) + body;
}

} // namespace backflow
