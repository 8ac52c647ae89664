// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/cell_equations.h"

#include <map>

namespace backflow {

namespace {

/// A vector's name and the right side of its equation.
struct VectorEquation {
  const char* name;
  const char* right;
};

using Equations = std::map<std::string, VectorEquation>;

const Equations& rnnStep() {
  static const Equations equations{
      {"a", {"s", "W_h h_0 + W_x x_1 + b"}},
      {"h", {"h_1", "φ(s)"}},
  };
  return equations;
}

const Equations& courseGru() {
  static const Equations equations{
      {"a_r", {"s_r", "W_r [c_0, x_1] + b_r"}},
      {"Gr", {"Γ_r", "σ(s_r)"}},
      {"a_u", {"s_u", "W_u [c_0, x_1] + b_u"}},
      {"Gu", {"Γ_u", "σ(s_u)"}},
      {"Gr*h", {"Γ_r ⊙ c_0", ""}},
      {"a_c", {"s_c", "W_c [Γ_r ⊙ c_0, x_1] + b_c"}},
      {"c~", {"ĉ_1", "tanh(s_c)"}},
      {"(1-Gu)", {"1 − Γ_u", ""}},
      {"Gu*c~", {"Γ_u ⊙ ĉ_1", ""}},
      {"(1-Gu)*h", {"(1 − Γ_u) ⊙ c_0", ""}},
      {"h", {"c_1", "Γ_u ⊙ ĉ_1 + (1 − Γ_u) ⊙ c_0"}},
  };
  return equations;
}

const Equations& pytorchGru() {
  static const Equations equations{
      {"a_r", {"s_r", "W_{ir} x_1 + b_{ir} + W_{hr} h_0 + b_{hr}"}},
      {"r", {"r", "σ(s_r)"}},
      {"a_z", {"s_z", "W_{iz} x_1 + b_{iz} + W_{hz} h_0 + b_{hz}"}},
      {"z", {"z", "σ(s_z)"}},
      {"a_hn", {"s_{hn}", "W_{hn} h_0 + b_{hn}"}},
      {"a_in", {"s_{in}", "W_{in} x_1 + b_{in}"}},
      {"r*a_hn", {"r ⊙ s_{hn}", ""}},
      {"a_n", {"s_n", "s_{in} + r ⊙ s_{hn}"}},
      {"n", {"n", "tanh(s_n)"}},
      {"(1-z)", {"1 − z", ""}},
      {"(1-z)*n", {"(1 − z) ⊙ n", ""}},
      {"z*h", {"z ⊙ h_0", ""}},
      {"h", {"h_1", "(1 − z) ⊙ n + z ⊙ h_0"}},
  };
  return equations;
}

const Equations& courseLstm() {
  static const Equations equations{
      {"a_c", {"s_c", "W_c [a_0, x_1] + b_c"}},
      {"c~", {"ĉ_1", "tanh(s_c)"}},
      {"a_u", {"s_u", "W_u [a_0, x_1] + b_u"}},
      {"Gu", {"Γ_u", "σ(s_u)"}},
      {"a_f", {"s_f", "W_f [a_0, x_1] + b_f"}},
      {"Gf", {"Γ_f", "σ(s_f)"}},
      {"a_o", {"s_o", "W_o [a_0, x_1] + b_o"}},
      {"Go", {"Γ_o", "σ(s_o)"}},
      {"i*g", {"Γ_u ⊙ ĉ_1", ""}},
      {"f*c", {"Γ_f ⊙ c_0", ""}},
      {"c", {"c_1", "Γ_u ⊙ ĉ_1 + Γ_f ⊙ c_0"}},
      {"h", {"a_1", "Γ_o ⊙ c_1"}},
  };
  return equations;
}

const Equations& pytorchLstm() {
  static const Equations equations{
      {"a_i", {"s_i", "W_{ii} x_1 + b_{ii} + W_{hi} h_0 + b_{hi}"}},
      {"i", {"i", "σ(s_i)"}},
      {"a_f", {"s_f", "W_{if} x_1 + b_{if} + W_{hf} h_0 + b_{hf}"}},
      {"f", {"f", "σ(s_f)"}},
      {"a_g", {"s_g", "W_{ig} x_1 + b_{ig} + W_{hg} h_0 + b_{hg}"}},
      {"g", {"g", "tanh(s_g)"}},
      {"a_o", {"s_o", "W_{io} x_1 + b_{io} + W_{ho} h_0 + b_{ho}"}},
      {"o", {"o", "σ(s_o)"}},
      {"i*g", {"i ⊙ g", ""}},
      {"f*c", {"f ⊙ c_0", ""}},
      {"c", {"c_1", "i ⊙ g + f ⊙ c_0"}},
      {"tanh(c)", {"tanh c_1", ""}},
      {"h", {"h_1", "o ⊙ tanh c_1"}},
  };
  return equations;
}

const Equations& equationsOf(const NetworkSpec& network) {
  const bool isCourse = network.variant == Variant::Course;
  switch (network.cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    return isCourse ? courseGru() : pytorchGru();
  case CellKind::Lstm:
    return isCourse ? courseLstm() : pytorchLstm();
  }
  return rnnStep();
}

} // namespace

QStringList cellEquations(CellKind cell, Variant variant) {
  const bool isCourse = variant == Variant::Course;
  switch (cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    return isCourse
               ? QStringList{QStringLiteral("⟦hΓ_r⟧ = σ(W_r [c_{t−1}, x_t] + b_r)"),
                             QStringLiteral("⟦wΓ_u⟧ = σ(W_u [c_{t−1}, x_t] + b_u)"),
                             QStringLiteral("ĉ_t = tanh(W_c [⟦hΓ_r⟧ ⊙ c_{t−1}, x_t] + b_c)"),
                             QStringLiteral("c_t = ⟦wΓ_u⟧ ⊙ ĉ_t + ⟦k(1 − Γ_u)⟧ ⊙ c_{t−1}"),
                             QStringLiteral("a_t = c_t")}
               : QStringList{
                     QStringLiteral("⟦hr_t⟧ = σ(W_{ir} x_t + b_{ir} + W_{hr} h_{t−1} + b_{hr})"),
                     QStringLiteral("⟦kz_t⟧ = σ(W_{iz} x_t + b_{iz} + W_{hz} h_{t−1} + b_{hz})"),
                     QStringLiteral(
                         "n_t = tanh(W_{in} x_t + b_{in} + ⟦hr_t⟧ ⊙ (W_{hn} h_{t−1} + b_{hn}))"),
                     QStringLiteral("h_t = ⟦w(1 − z_t)⟧ ⊙ n_t + ⟦kz_t⟧ ⊙ h_{t−1}")};
  case CellKind::Lstm:
    return isCourse
               ? QStringList{QStringLiteral("⟦wΓ_u⟧ = σ(W_u [a_{t−1}, x_t] + b_u)"),
                             QStringLiteral("⟦kΓ_f⟧ = σ(W_f [a_{t−1}, x_t] + b_f)"),
                             QStringLiteral("⟦oΓ_o⟧ = σ(W_o [a_{t−1}, x_t] + b_o)"),
                             QStringLiteral("ĉ_t = tanh(W_c [a_{t−1}, x_t] + b_c)"),
                             QStringLiteral("c_t = ⟦wΓ_u⟧ ⊙ ĉ_t + ⟦kΓ_f⟧ ⊙ c_{t−1}"),
                             QStringLiteral("a_t = ⟦oΓ_o⟧ ⊙ c_t")}
               : QStringList{
                     QStringLiteral("⟦wi_t⟧ = σ(W_{ii} x_t + b_{ii} + W_{hi} h_{t−1} + b_{hi})"),
                     QStringLiteral("⟦kf_t⟧ = σ(W_{if} x_t + b_{if} + W_{hf} h_{t−1} + b_{hf})"),
                     QStringLiteral("⟦oo_t⟧ = σ(W_{io} x_t + b_{io} + W_{ho} h_{t−1} + b_{ho})"),
                     QStringLiteral("g_t = tanh(W_{ig} x_t + b_{ig} + W_{hg} h_{t−1} + b_{hg})"),
                     QStringLiteral("c_t = ⟦wi_t⟧ ⊙ g_t + ⟦kf_t⟧ ⊙ c_{t−1}"),
                     QStringLiteral("h_t = ⟦oo_t⟧ ⊙ tanh(c_t)")};
  }
  return {QStringLiteral("h_t = φ(W_h h_{t−1} + W_x x_t + b)")};
}

QString vectorMarkup(const NetworkSpec& network, const std::string& name, bool isPrevious) {
  if (name == "x") {
    return QStringLiteral("x_1");
  }
  const Equations& equations = equationsOf(network);
  const auto found = equations.find(name);
  if (found == equations.end()) {
    return QString::fromStdString(name);
  }
  QString markup = QString::fromUtf8(found->second.name);
  if (isPrevious) {
    markup.replace(QStringLiteral("_1"), QStringLiteral("_0"));
  }
  return markup;
}

QString rightSideMarkup(const NetworkSpec& network, const std::string& name) {
  const Equations& equations = equationsOf(network);
  const auto found = equations.find(name);
  return found == equations.end() ? QString() : QString::fromUtf8(found->second.right);
}

} // namespace backflow
