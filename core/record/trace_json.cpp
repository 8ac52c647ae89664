// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/trace_json.h"

#include "core/record/describe.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/value_text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <string>
#include <string_view>

namespace backflow {

namespace {

using Json = nlohmann::ordered_json;

/// Writes the document as it goes: a million steps would not fit well into a tree of values.
class TraceWriter {
 public:
  TraceWriter(const Trace& trace, TraceJsonOptions options, std::ostream& out)
      : m_trace(trace), m_options(options), m_out(out) {}

  void write() {
    m_out << R"({"format": "backflow-trace", "version": 1,)"
          << "\n \"scenario\": ";
    dump(toJson(m_trace.scenario));
    m_out << ",\n \"reference\": {\"gradient_log2\": ";
    list(m_trace.referenceLog2);
    m_out << "},\n \"runs\": [";
    for (std::size_t i = 0; i < m_trace.runs.size(); ++i) {
      m_out << (i == 0 ? "\n" : ",\n");
      run(m_trace.runs[i]);
    }
    m_out << "]}\n";
  }

 private:
  void dump(const Json& json) {
    m_out << json.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  void number(double value) {
    if (std::isfinite(value)) {
      m_out << shortestText(value);
    } else {
      m_out << '"' << shortestText(value) << '"';
    }
  }
  void number(int value) { m_out << value; }

  template <class Numbers> void list(const Numbers& numbers) {
    m_out << '[';
    bool first = true;
    for (const auto value : numbers) {
      m_out << (first ? "" : ", ");
      number(value);
      first = false;
    }
    m_out << ']';
  }

  void rows(const Eigen::MatrixXd& matrix) {
    m_out << '[';
    for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
      m_out << (i == 0 ? "" : ",\n    ");
      list(matrix.row(i));
    }
    m_out << ']';
  }

  void run(const RunTrace& run) {
    m_out << "  {\"precision\": \"" << nameOf(run.precision) << "\", \"status\": \""
          << nameOf(run.status) << "\", \"loss\": ";
    number(run.loss);
    steps(run.steps);
    m_out << ",\n   \"clip\": {\"norm_before\": ";
    number(run.clip.normBefore);
    m_out << ", \"norm_after\": ";
    number(run.clip.normAfter);
    m_out << ", \"coefficient\": ";
    number(run.clip.coefficient);
    m_out << '}';
    if (run.comparison) {
      m_out << ",\n   \"comparison\": {\"full_norm\": ";
      number(run.comparison->fullNorm);
      m_out << ", \"ratio\": ";
      number(run.comparison->ratio);
      m_out << ", \"angle_degrees\": ";
      number(run.comparison->angleDegrees);
      m_out << '}';
    }
    m_out << ",\n   \"memory\": {\"full_bytes\": ";
    number(run.memory.full);
    m_out << ", \"truncated_bytes\": ";
    number(run.memory.truncated);
    m_out << ", \"checkpointed_bytes\": ";
    number(run.memory.checkpointed);
    m_out << ", \"checkpointing\": " << (run.memory.checkpointing ? "true" : "false") << '}';
    events(run.events);
    if (m_options.parameterGradients) {
      parameterGradients(run.parameterGradients);
    }
    if (m_options.stateGradients) {
      m_out << ",\n   \"state_gradients\": ";
      rows(run.stateGradients.transpose());
      m_out << ",\n   \"states\": ";
      rows(run.states.transpose());
      m_out << ",\n   \"gates\": {";
      for (std::size_t i = 0; i < run.gates.size(); ++i) {
        m_out << (i == 0 ? "" : ",\n   ");
        dump(run.gates[i].name);
        m_out << ": ";
        rows(run.gates[i].values.transpose());
      }
      m_out << '}';
      if (run.attention.size() > 0) {
        m_out << ",\n   \"attention\": ";
        rows(run.attention);
      }
    }
    m_out << '}';
  }

  template <class Numbers> void step(const char* name, const Numbers& numbers) {
    m_out << ",\n    \"" << name << "\": ";
    list(numbers);
  }

  void steps(const StepRecords& steps) {
    m_out << ",\n   \"steps\": {\"t\": [";
    for (std::size_t t = 1; t <= steps.gradientNorm.size(); ++t) {
      m_out << (t == 1 ? "" : ", ") << t;
    }
    m_out << ']';
    step("state_norm", steps.stateNorm);
    step("gradient_norm", steps.gradientNorm);
    step("parameter_gradient_norm", steps.parameterGradientNorm);
    const auto stepIfAny = [this](const char* name, const std::vector<double>& numbers) {
      if (!numbers.empty()) {
        step(name, numbers);
      }
    };
    stepIfAny("gradient_norm_before_clip", steps.gradientNormBeforeClip);
    stepIfAny("parameter_gradient_norm_after_clip", steps.parameterGradientNormAfterClip);
    stepIfAny("cell_gradient_norm", steps.cellGradientNorm);
    stepIfAny("cell_gradient_direct_norm", steps.cellGradientDirectNorm);
    stepIfAny("cell_gradient_gates_norm", steps.cellGradientGatesNorm);
    stepIfAny("direct_gradient_norm", steps.directGradientNorm);
    stepIfAny("recurrent_gradient_norm", steps.recurrentGradientNorm);
    stepIfAny("forward_gradient_norm", steps.forwardGradientNorm);
    stepIfAny("backward_gradient_norm", steps.backwardGradientNorm);
    for (std::size_t layer = 0; layer < steps.layerGradientNorm.size(); ++layer) {
      step(("layer" + std::to_string(layer + 1) + "_gradient_norm").c_str(),
           steps.layerGradientNorm[layer]);
    }
    step("saturated", steps.saturated);
    step("zeros", steps.zeros);
    step("subnormals", steps.subnormals);
    step("infinities", steps.infinities);
    step("nans", steps.nans);
    m_out << '}';
  }

  void events(const std::vector<Event>& events) {
    m_out << ",\n   \"events\": [";
    for (std::size_t i = 0; i < events.size(); ++i) {
      const Event& event = events[i];
      Json json{{"kind", nameOf(event.kind)},
                {"phase", nameOf(event.phase)},
                {"precision", nameOf(event.precision)},
                {"quantity", event.quantity},
                {"t", event.t},
                {"steps_back", event.stepsBack}};
      if (event.element) {
        json["element"] = *event.element;
      }
      json["cause"] = describe(event.cause, event.precision);
      m_out << (i == 0 ? "\n    " : ",\n    ");
      dump(json);
    }
    m_out << ']';
  }

  void parameterGradients(const Parameters& gradients) {
    m_out << ",\n   \"parameter_gradients\": {";
    for (std::size_t i = 0; i < gradients.size(); ++i) {
      const NamedMatrix& gradient = gradients[i];
      m_out << (i == 0 ? "" : ",\n   ");
      dump(gradient.name);
      m_out << ": ";
      if (gradient.name.rfind('b', 0) == 0) {
        list(gradient.values.reshaped());
      } else {
        rows(gradient.values);
      }
    }
    m_out << '}';
  }

  const Trace& m_trace;
  TraceJsonOptions m_options;
  std::ostream& m_out;
};

} // namespace

void writeTraceJson(const Trace& trace, TraceJsonOptions options, std::ostream& out) {
  TraceWriter(trace, options, out).write();
}

} // namespace backflow
