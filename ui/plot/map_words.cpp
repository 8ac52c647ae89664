// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/map_words.h"

#include "ui/text/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace backflow {

namespace {

struct MapText {
  Q_DECLARE_TR_FUNCTIONS(MapText)
};

QString rowName(const MapPicture& picture, MapKind kind, int row) {
  if (kind == MapKind::Attention) {
    return MapText::tr("loss at %1").arg(picture.rowTimes[static_cast<std::size_t>(row) - 1]);
  }
  if (kind == MapKind::Influence) {
    return MapText::tr("loss at %1").arg(row);
  }
  for (const MapBand& band : picture.bands) {
    if (row > band.first && row <= band.first + band.count) {
      return MapText::tr("%1, unit %2").arg(gateName(band)).arg(row - band.first);
    }
  }
  return MapText::tr("unit %1").arg(row);
}

} // namespace

QStringList mapTitles(MapKind kind, Precision precision) {
  QString title;
  switch (kind) {
  case MapKind::Units:
    title = MapText::tr("States h, unit by time, %1");
    break;
  case MapKind::Gates:
    title = MapText::tr("Gates, unit by time, %1");
    break;
  case MapKind::Attention:
    title = MapText::tr("Attention α, loss step by time, %1");
    break;
  case MapKind::Influence:
    title = MapText::tr("Influence of each loss, ‖∂Lₜ/∂hₖ‖₂");
    return {title, title.section(QLatin1Char(','), 0, -2), MapText::tr("Influence")};
  }
  title = title.arg(QString::fromUtf8(nameOf(precision).data()));
  return {title, title.section(QLatin1Char(','), 0, -2), title.section(QLatin1Char(','), 0, 0)};
}

QString mapTimeLabel(MapKind kind) {
  return kind == MapKind::Influence ? MapText::tr("state at time step k")
                                    : MapText::tr("time step t");
}

QString mapRowLabel(MapKind kind) {
  switch (kind) {
  case MapKind::Units:
    return MapText::tr("unit");
  case MapKind::Gates:
    return MapText::tr("gate, its units");
  case MapKind::Attention:
  case MapKind::Influence:
    break;
  }
  return MapText::tr("loss at t");
}

QString gateName(const MapBand& band) {
  return QString::fromStdString(band.name)
      .replace(QLatin1Char('G'), QStringLiteral("Γ"))
      .replace(QStringLiteral("c~"), QStringLiteral("ĉ"));
}

QString singleRowText(const MapPicture& picture) {
  return picture.absence == MapAbsence::None && picture.onlyLastLoss
             ? MapText::tr("The loss acts at T alone, so there is one row.\n"
                           "Choose “Every step” under Loss to see each loss reach back.")
             : QString();
}

QStringList mapReading(const MapPicture& picture, MapKind kind, int t, int row) {
  double value = picture.values(row - 1, t - 1);
  if (kind == MapKind::Influence) {
    value = std::isnan(value) ? 0 : std::pow(10, value);
  }
  const QString place =
      kind == MapKind::Influence ? MapText::tr("k = %1, %2") : MapText::tr("t = %1, %2");
  return {place.arg(t).arg(rowName(picture, kind, row)), formatReading(value)};
}

} // namespace backflow
