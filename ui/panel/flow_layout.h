// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <initializer_list>
#include <memory>
#include <vector>

namespace backflow {

/// Sets widgets one after the other like words: what does not fit into a line begins the next, so
/// that longer words and larger type need height and not width.
class FlowLayout : public QLayout {
  Q_OBJECT

 public:
  explicit FlowLayout(QWidget* parent = nullptr);
  ~FlowLayout() override;

  /// What is left of its line goes to this widget.
  void setFiller(const QWidget* widget) { m_filler = widget; }

  void addItem(QLayoutItem* item) override;
  int count() const override { return static_cast<int>(m_items.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override { return minimumSize(); }
  QSize minimumSize() const override;
  Qt::Orientations expandingDirections() const override { return {}; }
  void setGeometry(const QRect& area) override;

 private:
  /// The height that the items take in `area`; they are moved there if `moves`.
  int arrange(const QRect& area, bool moves) const;

  std::vector<std::unique_ptr<QLayoutItem>> m_items;
  const QWidget* m_filler = nullptr;
};

/// Widgets that belong together, a label and its field say, as one word of a line.
QWidget* oneWord(std::initializer_list<QWidget*> widgets);

} // namespace backflow
