// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/app_state.h"

#include "core/scenario/validation.h"

#include <QUndoCommand>

#include <memory>
#include <utility>

namespace backflow {

namespace {

constexpr int replaceDocumentId = 1;
/// A document may hold explicit weights of a hundred megabytes.
constexpr int undoSteps = 200;

} // namespace

class ReplaceDocument : public QUndoCommand {
 public:
  /// The document that is shown, and the one that reset goes back to. Shared, because the end of
  /// one command is the beginning of the next.
  struct Shown {
    Document document;
    Document opened;
    std::size_t origin;
    bool operator==(const Shown&) const = default;
  };

  ReplaceDocument(AppState& state, Shown before, Shown after, QString field)
      : m_state(state), m_before(std::make_shared<Shown>(std::move(before))),
        m_after(std::make_shared<Shown>(std::move(after))), m_field(std::move(field)),
        m_session(state.m_editSession) {}

  int id() const override { return replaceDocumentId; }

  void redo() override { show(*m_after); }

  void undo() override {
    m_state.endEdit();
    show(*m_before);
  }

  bool mergeWith(const QUndoCommand* other) override {
    const auto& next = static_cast<const ReplaceDocument&>(*other);
    if (m_field.isEmpty() || next.m_field != m_field || next.m_session != m_session) {
      return false;
    }
    m_after = next.m_after;
    setObsolete(*m_after == *m_before);
    return true;
  }

 private:
  void show(const Shown& shown) { m_state.replace(shown.document, shown.opened, shown.origin); }

  AppState& m_state;
  std::shared_ptr<const Shown> m_before;
  std::shared_ptr<const Shown> m_after;
  QString m_field;
  int m_session;
};

AppState::AppState(QObject* parent) : QObject(parent) {
  m_undoStack.setUndoLimit(undoSteps);
}

std::vector<FieldProblem> AppState::edit(const QString& field,
                                         const std::function<void(Scenario&)>& change) {
  Document changed = m_document;
  change(changed.scenario);
  if (changed == m_document) {
    return {};
  }
  std::vector<FieldProblem> problems = validate(changed.scenario);
  if (problems.empty()) {
    m_undoStack.push(new ReplaceDocument(*this, {m_document, m_opened, m_origin},
                                         {std::move(changed), m_opened, m_origin}, field));
  }
  return problems;
}

void AppState::endEdit() {
  ++m_editSession;
}

void AppState::open(const Document& document, const std::filesystem::path& file) {
  openChanged(document, document.scenario, file);
}

void AppState::openChanged(const Document& document, const Scenario& opened,
                           const std::filesystem::path& file) {
  const Document before{opened, document.folder};
  if (document == m_document && before == m_opened && file == this->file()) {
    return;
  }
  emit startedOver();
  m_files.push_back(file);
  m_undoStack.push(new ReplaceDocument(*this, {m_document, m_opened, m_origin},
                                       {document, before, m_files.size() - 1}, QString()));
}

void AppState::setFile(const std::filesystem::path& file) {
  m_files[m_origin] = file;
  emit fileChanged();
}

void AppState::reset() {
  if (m_document == m_opened) {
    return;
  }
  emit startedOver();
  m_undoStack.push(new ReplaceDocument(*this, {m_document, m_opened, m_origin},
                                       {m_opened, m_opened, m_origin}, QString()));
}

void AppState::replace(const Document& document, const Document& opened, std::size_t origin) {
  m_document = document;
  m_opened = opened;
  const bool isOther = std::exchange(m_origin, origin) != origin;
  emit scenarioChanged();
  if (isOther) {
    emit fileChanged();
  }
}

} // namespace backflow
