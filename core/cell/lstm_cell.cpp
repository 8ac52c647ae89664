// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/lstm_cell.h"

namespace backflow {

namespace {

/// What both variants share once their gates are there: c_t, h_t and the carousel.
struct Gates {
  int previousCell;
  int update;
  int forget;
  int output;
  int candidate;
};

int finishLayer(StepBuilder& builder, const LayerSite& site, int previous, const Gates& gates,
                bool squashes) {
  const int written = builder.multiply(site.vector("i*g"), gates.update, gates.candidate);
  const int kept = builder.multiply(site.vector("f*c"), gates.forget, gates.previousCell);
  const int cell = builder.add(site.vector("c"), written, kept);
  const int squashed =
      squashes ? builder.activate(site.vector("tanh(c)"), Activation::Tanh, cell) : -1;
  const int h = builder.multiply(site.vector("h"), gates.output, squashes ? squashed : cell);
  builder.setState(previous, h, false, site.layer);
  builder.setState(gates.previousCell, cell, true, site.layer);
  builder.program().carousel = Carousel{static_cast<int>(builder.program().states.size()) - 1,
                                        gates.forget, gates.output, squashed};
  return h;
}

int addCourse(StepBuilder& builder, const LayerSite& site) {
  const int hidden = site.hidden;
  const int previous = builder.previous(site.vector("h"), hidden);
  const int previousCell = builder.previous(site.vector("c"), hidden);
  const auto linear = [&](const char* name, const char* weight, const char* bias) {
    return builder.linear(
        site.vector(name), hidden, {{site.parameter(bias), 0}},
        {site.ofInput(builder, weight, 0, hidden), site.ofState(weight, 0, previous)});
  };
  const int ac = linear("a_c", "W_c", "b_c");
  const int candidate = builder.activate(site.vector("c~"), Activation::Tanh, ac);
  const int au = linear("a_u", "W_u", "b_u");
  const int update = builder.activate(site.vector("Gu"), Activation::Sigmoid, au, Gate::Update);
  const int af = linear("a_f", "W_f", "b_f");
  const int forget = builder.activate(site.vector("Gf"), Activation::Sigmoid, af, Gate::Forget);
  const int ao = linear("a_o", "W_o", "b_o");
  const int output = builder.activate(site.vector("Go"), Activation::Sigmoid, ao, Gate::Output);
  return finishLayer(builder, site, previous, {previousCell, update, forget, output, candidate},
                     false);
}

int addPyTorch(StepBuilder& builder, const LayerSite& site) {
  const int hidden = site.hidden;
  const int previous = builder.previous(site.vector("h"), hidden);
  const int previousCell = builder.previous(site.vector("c"), hidden);
  const auto block = [&](const char* linearName, const char* name, int index,
                         std::optional<Gate> which) {
    const int row = index * hidden;
    const int a = builder.linear(
        site.vector(linearName), hidden,
        {{site.parameter("bias_ih"), row}, {site.parameter("bias_hh"), row}},
        {site.ofInput(builder, "weight_ih", row, 0), site.ofState("weight_hh", row, previous)});
    return builder.activate(site.vector(name), which ? Activation::Sigmoid : Activation::Tanh, a,
                            which);
  };
  const int update = block("a_i", "i", 0, Gate::Update);
  const int forget = block("a_f", "f", 1, Gate::Forget);
  const int candidate = block("a_g", "g", 2, std::nullopt);
  const int output = block("a_o", "o", 3, Gate::Output);
  return finishLayer(builder, site, previous, {previousCell, update, forget, output, candidate},
                     true);
}

} // namespace

int addLstmLayer(StepBuilder& builder, const LayerSite& site, Variant variant) {
  return variant == Variant::Course ? addCourse(builder, site) : addPyTorch(builder, site);
}

} // namespace backflow
