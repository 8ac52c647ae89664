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

/// The document that is shown, the one that reset goes back to, and what goes with them.
struct AppState::Shown {
  Document document;
  Document opened;
  std::size_t origin;
  WishedSteps wished;
  bool operator==(const Shown&) const = default;
};

class ReplaceDocument : public QUndoCommand {
 public:
  using Shown = AppState::Shown;

  ReplaceDocument(AppState& state, Shown before, Shown after, QString field)
      : m_state(state), m_before(std::make_shared<Shown>(std::move(before))),
        m_after(std::make_shared<Shown>(std::move(after))), m_field(std::move(field)),
        m_session(state.m_editSession) {}

  int id() const override { return replaceDocumentId; }

  void redo() override { m_state.show(*m_after); }

  void undo() override {
    m_state.endEdit();
    m_state.show(*m_before);
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
  AppState& m_state;
  /// Shared, because the end of one command is the beginning of the next.
  std::shared_ptr<const Shown> m_before;
  std::shared_ptr<const Shown> m_after;
  QString m_field;
  int m_session;
};

AppState::AppState(QObject* parent) : QObject(parent), m_wished(stepsOf(m_document.scenario)) {
  m_undoStack.setUndoLimit(undoSteps);
}

std::vector<FieldProblem> AppState::edit(const QString& field,
                                         const std::function<void(Scenario&)>& change) {
  return edit(field, change, Input::IfOther);
}

std::vector<FieldProblem> AppState::readData(const std::string& file, std::size_t steps,
                                             const std::function<void(Scenario&)>& change) {
  m_lengths[file] = steps;
  endEdit();
  std::vector<FieldProblem> problems = edit({}, change, Input::Anew);
  endEdit();
  return problems;
}

std::vector<FieldProblem>
AppState::edit(const QString& field, const std::function<void(Scenario&)>& change, Input fitTo) {
  Shown changed = shown();
  Scenario& scenario = changed.document.scenario;
  change(scenario);
  changed.wished = wishedAfter(m_wished, m_document.scenario, scenario);
  if (fitTo == Input::Anew || readsOther(m_document.scenario, scenario) ||
      switchesTruncationOn(m_document.scenario, scenario)) {
    fitSteps(scenario, changed.wished, m_lengths);
  }
  if (changed.document == m_document) {
    return {};
  }
  std::vector<FieldProblem> problems = validate(scenario);
  if (problems.empty()) {
    push(std::move(changed), field);
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
  m_files.push_back(file);
  push({document, before, m_files.size() - 1, stepsOf(document.scenario)}, {});
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
  push({m_opened, m_opened, m_origin, stepsOf(m_opened.scenario)}, {});
}

void AppState::push(Shown shown, const QString& field) {
  m_undoStack.push(new ReplaceDocument(*this, this->shown(), std::move(shown), field));
}

AppState::Shown AppState::shown() const {
  return {m_document, m_opened, m_origin, m_wished};
}

void AppState::show(const Shown& shown) {
  if (shown.origin != m_origin) {
    emit startedOver();
  }
  m_document = shown.document;
  m_opened = shown.opened;
  m_wished = shown.wished;
  const bool isOther = std::exchange(m_origin, shown.origin) != shown.origin;
  emit scenarioChanged();
  if (isOther) {
    emit fileChanged();
  }
}

} // namespace backflow
