// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/gate_role_text.h"

#include <QCoreApplication>

namespace backflow {

namespace {

struct GateRoleText {
  Q_DECLARE_TR_FUNCTIONS(GateRoleText)
};

} // namespace

QString displayText(GateRole role) {
  switch (role) {
  case GateRole::WriteNew:
    return GateRoleText::tr("write the new");
  case GateRole::KeepOld:
    return GateRoleText::tr("keep the old");
  case GateRole::HideForCandidate:
    return GateRoleText::tr("hide from the candidate");
  case GateRole::Output:
    return GateRoleText::tr("show outside");
  }
  return {};
}

QString likenessText(GateRole role, Variant variant) {
  const bool isCourse = variant == Variant::Course;
  switch (role) {
  case GateRole::WriteNew:
    return isCourse ? GateRoleText::tr(
                          "Γu writes the candidate in both. The likeness ends here: the "
                          "GRU's 1 − Γu is tied to it, so writing more is keeping less; the "
                          "LSTM's Γu and Γf are independent and may both be 1, or both 0.")
                    : GateRoleText::tr(
                          "1 − z writes in the GRU, i in the LSTM. PyTorch's z is 1 − Γu of "
                          "the course: z = 1 keeps. The GRU's two are tied, the LSTM's i "
                          "and f are independent.");
  case GateRole::KeepOld:
    return isCourse
               ? GateRoleText::tr(
                     "1 − Γu keeps in the GRU, Γf in the LSTM. The likeness ends here: "
                     "1 − Γu has no weights of its own, it is what Γu leaves; Γf has "
                     "its own W_f and b_f.")
               : GateRoleText::tr("z keeps in the GRU (it is 1 − Γu of the course), f in the LSTM. "
                                  "The likeness ends here: z also decides what is written, f does "
                                  "not.");
  case GateRole::HideForCandidate:
    return isCourse
               ? GateRoleText::tr("Γr hides the old state from the GRU's candidate. No gate of the "
                                  "LSTM does just that: its candidate reads a = Γo ⊙ c of the step "
                                  "before, which Γo has already filtered.")
               : GateRoleText::tr("r hides in the GRU, but after the product: r ⊙ (W_hn h + b_hn), "
                                  "where the course has W_c [Γr ⊙ c, x]. No gate of the LSTM does "
                                  "just that.");
  case GateRole::Output:
    return isCourse
               ? GateRoleText::tr("Γo shows the LSTM's cell outside. The GRU has no such gate: it "
                                  "shows all its state. The sheet's LSTM has a = Γo ⊙ c; the usual "
                                  "one has a = Γo ⊙ tanh c.")
               : GateRoleText::tr(
                     "o shows the LSTM's cell outside, squashed: h = o ⊙ tanh c, where "
                     "the sheet has a = Γo ⊙ c. The GRU has no such gate: it shows all "
                     "its state.");
  }
  return {};
}

QString likenessText(Variant variant) {
  return variant == Variant::Course
             ? GateRoleText::tr("Γu and 1 − Γu of the GRU play the parts of the LSTM's Γu and Γf. "
                                "Choose a part to see who plays it.")
             : GateRoleText::tr(
                   "1 − z and z of PyTorch's GRU play the parts of the LSTM's i and f. "
                   "Choose a part to see who plays it.");
}

} // namespace backflow
