// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>

#include <optional>

namespace backflow {

/// The part of a line that lies in a box; none if it passes by.
std::optional<QLineF> clipped(const QLineF& line, const QRectF& box);

} // namespace backflow
