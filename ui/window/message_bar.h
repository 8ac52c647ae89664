// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace backflow {

/// One sentence on what went wrong or was done, over the lower edge of the window it is made for:
/// it blocks nothing and moves nothing. What went wrong stays until it is closed (Escape does it
/// from wherever the focus is, unless that has a use for the key), the next message comes, or the
/// user goes on with something else; what was done goes by itself.
class MessageBar : public QFrame {
  Q_OBJECT

 public:
  explicit MessageBar(QWidget* window);

  void showProblem(const QString& text);
  void showNews(const QString& text);
  /// What an offer might be about as well.
  struct Others {
    QString label; ///< of the button with the list
    QStringList names;
    std::function<void(int index)> choose;
  };
  /// A choice, which stays until it is made. Closing the message, or another one, leaves it open:
  /// `answer` is not called.
  void offer(const QString& text, const QString& accept, const QString& decline,
             std::function<void(bool accepted)> answer, Others others = {});
  /// Takes away what is told; what was offered stays open, as if its message were closed.
  void clear();
  /// The user does something else: what went wrong goes, if there was time to read it.
  void goOn();
  /// Before a class an offer to the lecturer waits out of sight until that is over, whatever is
  /// told meanwhile.
  void setBeforeClass(bool on);
  QString text() const;
  /// How far above the window's lower edge it stands.
  void setDistance(int pixels);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Offer {
    QString text;
    QString accept;
    QString decline;
    std::function<void(bool)> answer;
    Others others;
  };

  void show(const QString& text, bool isProblem);
  void bringUp(const QString& text, bool isProblem, bool withAnswers);
  void showOffer();
  /// Who closes an offer, or goes on to something else, leaves it open.
  void leaveOffer();
  void place();
  void retranslate();
  void answer(bool accepted);
  void listOthers();
  void chooseOther(int index);

  QLabel* m_text;
  QPushButton* m_accept;
  QPushButton* m_decline;
  QToolButton* m_others;
  QToolButton* m_close;
  QTimer m_goes;
  QElapsedTimer m_sinceProblem; ///< invalid while something else is told
  std::optional<Offer> m_offer; ///< not answered yet
  int m_distance = 0;
  bool m_isBeforeClass = false;
};

} // namespace backflow
