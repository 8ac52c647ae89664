// SPDX-License-Identifier: GPL-3.0-or-later
// Files as editors, spreadsheets, networks and full disks leave them: one sentence that names the
// file, where in it, what stands there, and what would be right.
#include "tests/support/command_line.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace backflow {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

struct Damage {
  std::string bytes;
  std::string sentence; ///< after the name of the file; empty if the file is taken
};

std::string utf16(std::string_view text, bool bigEndian, bool marked) {
  std::string bytes = !marked ? "" : bigEndian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char letter : text) {
    bytes += bigEndian ? "\0"s + letter : letter + "\0"s;
  }
  return bytes;
}

std::string everyByte() {
  std::string bytes;
  for (int byte = 0; byte < 1024; ++byte) {
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

std::string scenario(const std::string& network, const std::string& members = {}) {
  return R"({"format": "backflow-scenario", "version": 1, "network": {"cell": "rnn", )" + network +
         "}, \"unroll\": {\"horizon\": 2}" + (members.empty() ? "" : ", " + members) + "}";
}

const std::string good = scenario(R"("hidden": 2)");

class DamagedFiles : public testing::Test {
 protected:
  void expectTold(const std::string& run, const std::string& place, const std::string& sentence) {
    const ProcessResult result = cli({"run", run});
    if (sentence.empty()) {
      EXPECT_EQ(result.status, 0) << result.err;
      return;
    }
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, "backflow-cli: " + place + sentence + "\n");
  }

  void expectScenarios(const std::vector<Damage>& damages) {
    for (const Damage& damage : damages) {
      SCOPED_TRACE(damage.sentence);
      const std::string file = m_folder.write("a.backflow.json", damage.bytes).string();
      expectTold(file, file + ": ", damage.sentence);
      EXPECT_EQ(readWholeFile(file), damage.bytes);
    }
  }

  /// Of a data file `name` that a scenario reads by these members.
  void expectData(const std::string& name, const std::string& members,
                  const std::vector<Damage>& damages) {
    const std::string file =
        m_folder.write("a.backflow.json", scenario(R"("hidden": 2)", members)).string();
    for (const Damage& damage : damages) {
      SCOPED_TRACE(damage.sentence);
      m_folder.write(name, damage.bytes);
      expectTold(file, file + ": ", damage.sentence);
    }
  }

  TemporaryFolder m_folder;
};

TEST_F(DamagedFiles, Scenarios) {
  const std::string bytes = everyByte();
  expectScenarios({
      {"", "line 1, column 1: the text is empty; give JSON"},
      {" \r\n", "line 1, column 1: the text is empty; give JSON"},
      {utf16(good, false, true), "line 1, column 1: the text is UTF-16; save it as UTF-8"},
      {utf16(good, true, true), "line 1, column 1: the text is UTF-16; save it as UTF-8"},
      {utf16(good, false, false),
       "line 1, column 2: the text holds a zero byte; give JSON in UTF-8"},
      {utf16(good, true, false),
       "line 1, column 1: the text holds a zero byte; give JSON in UTF-8"},
      {bytes, "line 1, column 1: the text holds a zero byte; give JSON in UTF-8"},
      {good + "\0 and more"s, "line 1, column " + std::to_string(good.size() + 1) +
                                  ": the text holds a zero byte; give JSON in UTF-8"},
      {scenario(R"("hidden": 2)", "\"title\": \"a\xE7\xE3o\""),
       "line 1, column 126: the text is no UTF-8; save it as UTF-8"},
      {"\xEF\xBB\xBF" + good, ""},
      {"{\r\n" + good.substr(1) + "\r\n", ""},
      {scenario(R"("hidden": 2)", R"("weights": {"gain": 0,5})"),
       "line 1, column 136: found a number; give a key in quotation marks, or "
       "write decimals with a point, 0.5"},
      {scenario(R"("hidden": 2)", R"("weights": {"gain": "0,5"})"),
       "weights.gain: \"0,5\" is not a gain; give a number from 0 to 1000"},
      {scenario(R"("hidden": 2, "hidden": 3)"),
       "network.hidden: \"hidden\" is given twice; remove one of them"},
      {good.substr(0, 60), "line 1, column 61: \"\"c\" has no closing quotation mark; give it one"},
  });
}

TEST_F(DamagedFiles, NestingDeeperThanAnyStack) {
  const std::string levels(1'000'000, '[');
  expectScenarios({{levels, "is nested more than 64 levels deep; give fewer levels"},
                   {scenario(R"("hidden": 2)", "\"title\": " + levels),
                    "title: is nested more than 64 levels deep; give fewer levels"}});
}

TEST_F(DamagedFiles, SizesThatNoComputerHolds) {
  expectScenarios({
      {scenario(R"("hidden": 1000000000)"),
       "network.hidden: 1000000000 is not a size: a recurrent matrix alone would take 8e+18 "
       "bytes; give a whole number from 1 to 4096"},
      {scenario(R"("hidden": 123456789012345678901234567890)"),
       "network.hidden: 1.2345678901234568e+29 is not a size: a recurrent matrix alone would take "
       "1.2193263002591068e+59 bytes; give a whole number from 1 to 4096"},
      {scenario(R"("hidden": 5000)"),
       "network.hidden: 5000 is not a size; give a whole number from 1 to 4096"},
      {scenario(R"("hidden": 2, "layers": 1000000000)"),
       "network.layers: 1000000000 is not a number of layers; give a whole number from 1 to 16"},
      {R"({"format": "backflow-scenario", "version": 1, "network": {"cell": "rnn", "hidden": 4096,)"
       R"( "bidirectional": true}, "unroll": {"horizon": 1000000}})",
       "unroll.horizon: 1000000 is too long for 4096 hidden units: what is held would take "
       "65536000000 bytes; give a whole number from 1 to 32768"},
      {R"({"format": "backflow-scenario", "version": 1, "network": {"cell": "rnn", "hidden": 2},)"
       R"( "unroll": {"horizon": 1000000000}})",
       "unroll.horizon: 1000000000 is not a number of steps; give a whole number from 1 to "
       "1000000"},
      {R"({"format": "backflow-scenario", "version": 1, "network": {"cell": "rnn", "hidden": 2},)"
       R"( "input": {"kind": "noise", "size": 4096}, "unroll": {"horizon": 1000000}})",
       "input.size: 4096 is too large for 1000000 steps: the inputs would take 32768000000 bytes; "
       "give a whole number from 1 to 268"},
  });
}

TEST_F(DamagedFiles, Tables) {
  const std::string file = "input.file: \"a.csv\" ";
  expectData(
      "a.csv", R"("input": {"kind": "csv", "file": "a.csv", "columns": ["x"]})",
      {
          {"", file + "is empty; give a CSV file with names in its first line"},
          {everyByte(), file + "is not a text; give a CSV file"},
          {utf16("x,y\n1,2\n3,4\n", false, true), file + "is UTF-16; save it as UTF-8"},
          {utf16("x,y\n1,2\n3,4\n", true, true), file + "is UTF-16; save it as UTF-8"},
          {utf16("x,y\n1,2\n3,4\n", true, false), file + "is not a text; give a CSV file"},
          {"\xEF\xBB\xBFx,y\n1,2\n3,4\n", ""},
          {"x,y\r\n1,2\r\n3,4\r\n", ""},
          {"x;y\r\n0,5;1\r\n1,5;2\r\n", ""},
          {"x,y\n0,5,1\n1,5,2\n", file + "cannot be used: line 2 has 3 cells where the first line "
                                         "has 2; correct that line"},
          {"x,y\n,2\n3,4\n", "input.columns[1]: column \"x\" of \"a.csv\", line 2 is an empty "
                             "cell; give a number there"},
          {"x,y\n1\n3,4\n", file + "cannot be used: line 2 has 1 cell where the first line has 2; "
                                   "correct that line"},
          {"x,x\n1,2\n3,4\n", "input.columns[1]: \"x\" is the name of several columns; give the "
                              "columns different names"},
          {"x,y\n1,2\nNA,4\n",
           "input.columns[1]: column \"x\" of \"a.csv\", line 3 holds \"NA\"; give a number there"},
          {"x,y\n1,2\n1e999,4\n", "input.columns[1]: column \"x\" of \"a.csv\", line 3 holds "
                                  "\"1e999\"; give a number there"},
          {"x,y\n1,2\n", file + "has 1 row where 2 are needed; give a longer file, or a horizon of "
                                "at most 1"},
          {"x,y\n1,2\n3,\"4\n", file + "cannot be used: line 3 has a quotation mark that is not "
                                       "closed; correct that line"},
      });
}

TEST_F(DamagedFiles, Texts) {
  const std::string file = "input.file: \"a.txt\" ";
  expectData("a.txt", R"("input": {"kind": "text", "file": "a.txt"})",
             {{"", file + "has 0 characters; give a text of at least 3, one more than the time "
                          "steps, or a shorter unroll.horizon"},
              {everyByte(), file + "is no text; give a text file in UTF-8"},
              {"a\xE7\xE3o", file + "is no UTF-8 text; give a text file in UTF-8"},
              {utf16("abcabc", false, true), file + "is UTF-16; save it as UTF-8"},
              {utf16("abcabc", true, true), file + "is UTF-16; save it as UTF-8"},
              {utf16("abcabc", false, false), file + "is no text; give a text file in UTF-8"},
              {"\xEF\xBB\xBF"
               "ação",
               ""},
              {"ab\r\nab\r\n", ""}});
}

TEST_F(DamagedFiles, OfAGigabyte) {
  const auto gigabyte = [&](const char* name) {
    const fs::path file = m_folder.write(name, "");
    fs::resize_file(file, std::uintmax_t{1} << 30U); // a hole: no disk is filled
    return file.string();
  };
  const std::string file = gigabyte("a.backflow.json");
  const std::string large = "is larger than 256 MiB; give a smaller file";
  expectTold(file, file + ": ", large);
  gigabyte("a.csv");
  gigabyte("a.txt");
  for (const auto& [kind, name] : {std::pair{"csv", "a.csv"}, std::pair{"text", "a.txt"}}) {
    const std::string columns = kind == "csv"s ? R"(, "columns": ["x"])" : "";
    const std::string small =
        m_folder
            .write("b.backflow.json",
                   scenario(R"("hidden": 2)", "\"input\": {\"kind\": \""s + kind +
                                                  R"(", "file": ")" + name + '"' + columns + "}"))
            .string();
    expectTold(small, small + ": ", "input.file: \""s + name + "\" " + large);
  }
  const ProcessResult endless =
      runProcess("/bin/sh", {"-c", "exec \"$0\" run - </dev/zero", BACKFLOW_CLI});
  expectOneLine(endless, 2, {"standard input: " + large});
}

TEST_F(DamagedFiles, ThatCannotBeRead) {
  // Its pages cannot be read, though it can be opened: like a disk that fails, or a file system
  // that goes while a file is open.
  expectOneLine(cli({"run", "/proc/self/mem"}), 2,
                {"/proc/self/mem: cannot be read (Input/output error); give a file that can be "
                 "read"});
  const std::string file = (m_folder.path() / "loop.json").string();
  fs::create_symlink("loop.json", file);
  expectOneLine(cli({"run", file}), 2, {file + ": cannot be read ("});
}

// A writer that dies, or a file that is cut while it is read: what came is half a scenario.
TEST_F(DamagedFiles, ThatEndTooEarly) {
  const ProcessResult result =
      runProcess("/bin/sh", {"-c", "printf %s \"$1\" | \"$0\" run -", BACKFLOW_CLI,
                             good.substr(0, good.size() / 2)});
  expectOneLine(result, 2, {"standard input: line 1, column "});
}

TEST_F(DamagedFiles, TooLittleMemoryIsTold) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "AddressSanitizer reserves more than may be had here";
#endif
  const std::string file =
      m_folder.write("a.backflow.json", scenario(R"("hidden": 4096)")).string();
  const std::string results = m_folder.write("out.json", "old").string();
  const ProcessResult result =
      runProcess("/bin/bash", {"-c", "ulimit -v 300000; exec \"$0\" run \"$1\" --out \"$2\"",
                               BACKFLOW_CLI, file, results});
  expectOneLine(result, 1, {"there is not enough memory for this run"});
  EXPECT_EQ(readWholeFile(results), "old");
}

} // namespace
} // namespace backflow
