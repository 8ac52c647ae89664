// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/pytorch_cells.h"

#include <string_view>

namespace backflow {

namespace {

constexpr const char* pinFunction = R"(
def held(gate, t, computed):
    """A pinned gate is a constant: its own gradient is zero then."""
    for pinned, value, first, last in PINS:
        if pinned == gate and first <= t <= last:
            return torch.full_like(computed, value)
    return computed

)";

/// A gate's activation, held where a pin says so.
std::string gate(const ScriptPlan& plan, const std::string& name, const std::string& computed) {
  return plan.pinned ? "held(\"" + name + "\", t, " + computed + ")" : computed;
}

std::string rnn(const ScriptPlan& plan) {
  const std::string a =
      plan.times("W_h", "h") + " + " + plan.times("W_x", "x") + " + " + plan.parameter("b");
  const auto body = [&](const char* equation, const std::string& result) {
    return "    \"\"\"" + std::string(equation) + "\"\"\"\n    return " + result + "\n";
  };
  switch (plan.network.activation) {
  case Activation::Tanh:
    break;
  case Activation::Relu:
    return body("h_t = max(0, W_h h_{t-1} + W_x x_t + b)", "torch.relu(" + a + ")");
  case Activation::Sigmoid:
    return body("h_t = sigmoid(W_h h_{t-1} + W_x x_t + b)", "torch.sigmoid(" + a + ")");
  case Activation::Identity:
    return body("h_t = W_h h_{t-1} + W_x x_t + b", a);
  }
  return body("h_t = tanh(W_h h_{t-1} + W_x x_t + b)", "torch.tanh(" + a + ")");
}

/// activation(W [state, input] + b) of a cell in the course's form.
std::string course(const ScriptPlan& plan, char letter, const std::string& stacked,
                   const char* activation) {
  return "torch." + std::string(activation) + "(" +
         plan.times(std::string("W_") + letter, stacked) + " + " +
         plan.parameter(std::string("b_") + letter) + ")";
}

std::string courseGate(const ScriptPlan& plan, const char* name, char letter) {
  return gate(plan, name, course(plan, letter, "hx", "sigmoid"));
}

std::string courseGru(const ScriptPlan& plan) {
  return R"(    """The course's GRU, its c_t being h_t; [a, b] stacks two vectors:

    Gr = sigmoid(W_r [h_{t-1}, x_t] + b_r)          which entries the candidate may read
    Gu = sigmoid(W_u [h_{t-1}, x_t] + b_u)          which entries are written anew
    c~ = tanh(W_c [Gr * h_{t-1}, x_t] + b_c)
    h_t = Gu * c~ + (1 - Gu) * h_{t-1}
    """
    hx = torch.cat([h, x], dim=-1)
    Gr = )" +
         courseGate(plan, "reset", 'r') + "\n    Gu = " + courseGate(plan, "update", 'u') +
         "\n    candidate = " + course(plan, 'c', "torch.cat([Gr * h, x], dim=-1)", "tanh") +
         "\n    return Gu * candidate + (1 - Gu) * h\n";
}

std::string courseLstm(const ScriptPlan& plan) {
  return R"(    """The course's LSTM, its a_t being h_t; [a, b] stacks two vectors:

    c~ = tanh(W_c [h_{t-1}, x_t] + b_c)
    Gu, Gf, Go = sigmoid(W [h_{t-1}, x_t] + b)      update, forget and output gate
    c_t = Gu * c~ + Gf * c_{t-1}
    h_t = Go * c_t                                  without a tanh, as the course's sheet has it
    """
    hx = torch.cat([h, x], dim=-1)
    candidate = )" +
         course(plan, 'c', "hx", "tanh") + "\n    Gu = " + courseGate(plan, "update", 'u') +
         "\n    Gf = " + courseGate(plan, "forget", 'f') +
         "\n    Go = " + courseGate(plan, "output", 'o') + R"(
    c = Gu * candidate + Gf * c
    return Go * c, c
)";
}

/// What to say of the module that computes the same.
std::string asModule(const char* module) {
  return "\n    torch.nn." + std::string(module) +
         R"( computes just this and takes the same weights. But of its states it hands out
    copies that the recurrence does not pass through: output[t].grad would be the loss's own part
    of dL/dh_t alone. So the steps are written out.
    """
)";
}

std::string moduleGru(const ScriptPlan& plan) {
  return R"(    """PyTorch's GRU, the weights in blocks r, z, n:

    r, z = sigmoid(W_ih x_t + b_ih + W_hh h_{t-1} + b_hh)
    n = tanh(W_in x_t + b_in + r * (W_hn h_{t-1} + b_hn))
    h_t = (1 - z) * n + z * h_{t-1}
)" + asModule("GRU") +
         "    x_r, x_z, x_n = (" + plan.times("weight_ih", "x") + " + " +
         plan.parameter("bias_ih") + ").chunk(3, dim=-1)\n    h_r, h_z, h_n = (" +
         plan.times("weight_hh", "h") + " + " + plan.parameter("bias_hh") +
         ").chunk(3, dim=-1)\n    r = " + gate(plan, "reset", "torch.sigmoid(x_r + h_r)") +
         "\n    z = " + gate(plan, "update", "torch.sigmoid(x_z + h_z)") + R"(
    n = torch.tanh(x_n + r * h_n)
    return (1 - z) * n + z * h
)";
}

std::string moduleLstm(const ScriptPlan& plan) {
  return R"(    """PyTorch's LSTM, the weights in blocks i, f, g, o:

    i, f, o = sigmoid(W_ih x_t + b_ih + W_hh h_{t-1} + b_hh),  g = tanh(the same)
    c_t = f * c_{t-1} + i * g
    h_t = o * tanh(c_t)
)" + asModule("LSTM") +
         "    from_x = " + plan.times("weight_ih", "x") + " + " + plan.parameter("bias_ih") +
         "\n    from_h = " + plan.times("weight_hh", "h") + " + " + plan.parameter("bias_hh") +
         "\n    a_i, a_f, a_g, a_o = (from_x + from_h).chunk(4, dim=-1)\n    i = " +
         gate(plan, "update", "torch.sigmoid(a_i)") +
         "\n    f = " + gate(plan, "forget", "torch.sigmoid(a_f)") +
         "\n    g = torch.tanh(a_g)\n    o = " + gate(plan, "output", "torch.sigmoid(a_o)") + R"(
    c = f * c + i * g
    return o * torch.tanh(c), c
)";
}

std::string body(const ScriptPlan& plan) {
  const bool isCourse = plan.network.variant == Variant::Course;
  switch (plan.network.cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    return isCourse ? courseGru(plan) : moduleGru(plan);
  case CellKind::Lstm:
    return isCourse ? courseLstm(plan) : moduleLstm(plan);
  }
  return rnn(plan);
}

} // namespace

std::string pythonStepArguments(const ScriptPlan& plan, const std::string& x) {
  return "p, " + std::string(plan.named ? "at, " : "") + (plan.pinned ? "t, " : "") + x + ", " +
         plan.states();
}

std::string pythonStep(const ScriptPlan& plan) {
  return (plan.pinned ? pinFunction : "") + ("\ndef step(" + pythonStepArguments(plan, "x")) +
         "):\n" + body(plan);
}

} // namespace backflow
