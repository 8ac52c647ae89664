// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/json_syntax.h"

#include "core/scenario/value_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace backflow {

namespace {

struct Words {
  std::string_view parser;
  std::string_view plain;
};

/// What the parser has found.
constexpr Words findings[] = {
    {"string literal", "a text"}, {"number literal", "a number"}, {"true literal", "true"},
    {"false literal", "false"},   {"null literal", "null"},
};

/// What may stand there instead.
constexpr Words remedies[] = {
    {"string literal", "give a key in quotation marks"},
    {"'[', '{', or a literal",
     "give a value: a number, a text in quotation marks, true, false, null, [] or {}"},
    {"'}'", "separate keys by a comma, or end them with }"},
    {"']'", "separate values by a comma, or end them with ]"},
    {"':'", "give a colon and a value after the key"},
    {"end of input", "remove what follows the last brace"},
};

/// What is wrong with a number, a word or a text, as the parser begins to say it.
struct Flaw {
  std::string_view start;
  const char* complaint;
  const char* instruction;
};

constexpr Flaw flaws[] = {
    {"invalid literal", "is no value",
     "write a number, true, false or null, or put a text in quotation marks"},
    {"invalid number", "is no number", "write it as 0.5 or -1e-3"},
    {"invalid string: missing closing quote", "has no closing quotation mark", "give it one"},
    {"invalid string: control character", "holds a line break or a tab",
     "write \\n or \\t in its place"},
    {"invalid string: forbidden character after backslash", "has a lone backslash",
     "write a backslash within a text twice"},
};

template <std::size_t size> std::string plain(const Words (&words)[size], std::string_view parser) {
  const auto* found = std::find_if(std::begin(words), std::end(words),
                                   [&](const Words& one) { return one.parser == parser; });
  return std::string(found == std::end(words) ? parser : found->plain);
}

std::string remedyFor(std::string_view found, std::string_view expected) {
  if (expected == "string literal" && found == "'}'") {
    return "remove the comma before it";
  }
  if (expected == "string literal" && found == "number literal") {
    return "give a key in quotation marks, or write decimals with a point, 0.5";
  }
  if (expected == "'[', '{', or a literal" && found == "']'") {
    return "remove the comma before it, or give a value";
  }
  if (found == "end of input" && expected.size() == 3) { // "'}'"
    return "end it with " + std::string(expected.substr(1, 1));
  }
  return expected.empty() ? "give JSON" : plain(remedies, expected);
}

} // namespace

FieldProblem syntaxProblem(std::string place, std::string_view message, std::string_view token) {
  constexpr std::string_view beforeExpected = "; expected ";
  constexpr std::string_view unexpected = "unexpected ";
  const std::size_t dash = message.find(" - ");
  std::string_view detail = dash == std::string_view::npos ? message : message.substr(dash + 3);
  const std::size_t expectedAt = detail.find(beforeExpected);
  const std::size_t lastRead = detail.find("; last read: ");
  std::string_view expected;
  if (expectedAt != std::string_view::npos && lastRead == std::string_view::npos) {
    expected = detail.substr(expectedAt + beforeExpected.size());
  }
  detail = detail.substr(0, std::min(expectedAt, lastRead));
  if (detail.find("ill-formed UTF-8") != std::string_view::npos) {
    // The bytes themselves would only spoil the sentence.
    return sentenceProblem(std::move(place), "", "the text is no UTF-8", "save it as UTF-8");
  }
  if (detail.substr(0, unexpected.size()) != unexpected) {
    for (const Flaw& flaw : flaws) {
      if (detail.substr(0, flaw.start.size()) == flaw.start) {
        return sentenceProblem(std::move(place), inQuotes(token), flaw.complaint, flaw.instruction);
      }
    }
    return sentenceProblem(std::move(place), inQuotes(token), "is no JSON", "correct it");
  }
  const std::string_view found = detail.substr(unexpected.size());
  return sentenceProblem(std::move(place), "",
                         found == "end of input" ? "the text ends too early"
                                                 : "found " + plain(findings, found),
                         remedyFor(found, expected));
}

std::optional<FieldProblem> nonfiniteProblem(std::string place, std::string_view word) {
  std::string_view magnitude = word;
  if (word.starts_with('-') || word.starts_with('+')) {
    magnitude.remove_prefix(1);
  }
  std::string name(magnitude);
  std::ranges::transform(name, name.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  if (name != "nan" && name != "inf" && name != "infinity") {
    return std::nullopt;
  }
  const std::string sign = word.starts_with('-') && name != "nan" ? "-" : "";
  const std::string text = sign + name.substr(0, 3);
  return sentenceProblem(std::move(place), std::string(word), "is no number in JSON",
                         "give a finite number, or " + inQuotes(text) +
                             " in quotation marks where the field takes it");
}

std::optional<FieldProblem> foreignFile(std::string_view bytes) {
  struct Kind {
    std::string_view start;
    const char* name;
  };
  constexpr Kind kinds[] = {
      {"\x89PNG", "a PNG picture"},
      {"\xFF\xD8\xFF", "a JPEG picture"},
      {"GIF8", "a GIF picture"},
      {"%PDF", "a PDF document"},
      {"PK\x03\x04", "a ZIP archive"},
      {"\x1F\x8B", "a gzip archive"},
      {"<svg", "an SVG picture"},
      {"<?xml", "an XML document"},
      {"\x7F"
       "ELF",
       "a program"},
  };
  for (const Kind& kind : kinds) {
    if (bytes.substr(0, kind.start.size()) == kind.start) {
      return sentenceProblem("", "", std::string("it is ") + kind.name, "give JSON");
    }
  }
  return std::nullopt;
}

} // namespace backflow
