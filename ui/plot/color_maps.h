// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPColorGradient;

namespace backflow {

/// Cividis (Nuñez et al. 2018): grows in lightness for every kind of colour vision.
QCPColorGradient cividis();

} // namespace backflow
