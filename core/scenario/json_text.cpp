// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/json_text.h"

#include "core/scenario/json_syntax.h"
#include "core/scenario/value_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

using Json = nlohmann::json;

constexpr std::size_t deepest = 64;

/// "line 3, column 5" of the byte at `offset`; columns count characters.
std::string placeOf(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0
  const auto columns =
      std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(),
                    [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
  return "line " + std::to_string(lines + 1) + ", column " + std::to_string(columns + 1);
}

/// Builds the value and watches for repeated keys and for depth. The parser keeps its own stack, so
/// deep nesting costs no recursion here or there.
class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(std::string_view text, std::vector<FieldProblem>& problems)
      : m_text(text), m_problems(problems) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    m_keys.back() = name;
    if (m_open.back()->contains(name)) {
      m_problems.push_back(
          sentenceProblem(path(), inQuotes(name), "is given twice", "remove one of them"));
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& error) override {
    constexpr int numberOutOfRange = 406;
    const std::string_view message = error.what();
    // Positions count from 1, and one past the end where the text ends too early.
    const std::size_t offset =
        std::min(position - std::min<std::size_t>(position, 1), m_text.size());
    if (error.id == numberOutOfRange) {
      m_problems.push_back(sentenceProblem(placeOf(m_text, offset), shortened(token),
                                           "is beyond the largest float64 number",
                                           "give a smaller one, or \"inf\""));
    } else if (message.find("invalid literal") != std::string_view::npos ||
               message.find("invalid number") != std::string_view::npos) {
      // The parser's own token would begin too late or end too early here.
      const std::string_view word = wordAt(offset);
      const auto start = static_cast<std::size_t>(word.data() - m_text.data());
      const std::string place = placeOf(m_text, start);
      const std::string field = path();
      auto nonfinite =
          isValueAt(start)
              ? nonfiniteProblem(field.empty() ? place : place + " (" + field + ")", word)
              : std::nullopt;
      m_problems.push_back(nonfinite ? *std::move(nonfinite) : syntaxProblem(place, message, word));
    } else {
      m_problems.push_back(syntaxProblem(placeOf(m_text, offset), message, token));
    }
    return false;
  }

  Json root;

 private:
  bool add(Json value) {
    place(std::move(value));
    return true;
  }

  Json* place(Json value) {
    if (m_open.empty()) {
      root = std::move(value);
      return &root;
    }
    Json& parent = *m_open.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[m_keys.back()] = std::move(value));
  }

  bool open(Json container) {
    if (m_open.size() == deepest) {
      m_problems.push_back(sentenceProblem(
          path(), "", "is nested more than " + std::to_string(deepest) + " levels deep",
          "give fewer levels"));
      return false;
    }
    m_open.push_back(place(std::move(container)));
    m_keys.emplace_back();
    return true;
  }

  bool close() {
    m_open.pop_back();
    m_keys.pop_back();
    return true;
  }

  /// All of the word, or what stands for one, in which the parser met something wrong.
  std::string_view wordAt(std::size_t offset) const {
    constexpr std::string_view separators = " \t\r\n,:[]{}\"";
    const std::size_t start = m_text.substr(0, offset).find_last_of(separators) + 1;
    return m_text.substr(start, m_text.find_first_of(separators, start) - start);
  }

  /// Whether what begins there stands for a value, not for the name of a field.
  bool isValueAt(std::size_t start) const {
    const bool isInObject = !m_open.empty() && m_open.back()->is_object();
    const std::size_t before = m_text.substr(0, start).find_last_not_of(" \t\r\n");
    return !isInObject || (before != std::string_view::npos && m_text[before] == ':');
  }

  /// "weights.parameters", up to the first array.
  std::string path() const {
    std::string result;
    for (std::size_t level = 0; level < m_open.size() && m_open[level]->is_object(); ++level) {
      result += (level == 0 ? "" : ".") + shortened(m_keys[level]);
    }
    return result;
  }

  std::string_view m_text;
  std::vector<FieldProblem>& m_problems;
  std::vector<Json*> m_open;
  std::vector<std::string> m_keys; ///< of each open container; empty for an array
};

} // namespace

Json parseJson(std::string_view text, std::vector<FieldProblem>& problems) {
  constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, byteOrderMark.size()) == byteOrderMark) {
    text.remove_prefix(byteOrderMark.size());
  }
  if (auto foreign = foreignFile(text)) {
    problems.push_back(std::move(*foreign));
    return Json::value_t::discarded;
  }
  if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF") {
    problems.push_back(
        sentenceProblem("line 1, column 1", "", "the text is UTF-16", "save it as UTF-8"));
    return Json::value_t::discarded;
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    problems.push_back(sentenceProblem("line 1, column 1", "", "the text is empty", "give JSON"));
    return Json::value_t::discarded;
  }
  // The parser would take it for the end of the text and never look at what follows.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    problems.push_back(sentenceProblem(placeOf(text, zero), "", "the text holds a zero byte",
                                       "give JSON in UTF-8"));
    return Json::value_t::discarded;
  }
  Builder builder(text, problems);
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) {
    return Json::value_t::discarded;
  }
  return std::move(builder.root);
}

} // namespace backflow
