// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/csv_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

namespace backflow {
namespace {

using Problems = std::vector<FieldProblem>;

/// A file data.csv in a folder of its own, removed at the end.
class CsvFile {
 public:
  explicit CsvFile(const std::string& content) {
    std::string pattern = testing::TempDir() + "backflow-csv-XXXXXX";
    m_folder = mkdtemp(pattern.data());
    std::ofstream(path(), std::ios::binary) << content;
  }
  ~CsvFile() { std::filesystem::remove_all(m_folder); }
  CsvFile(const CsvFile&) = delete;
  CsvFile& operator=(const CsvFile&) = delete;
  std::filesystem::path path() const { return m_folder / "data.csv"; }

 private:
  std::filesystem::path m_folder;
};

std::variant<CsvTable, Problems> read(const std::string& content) {
  return readCsv(CsvFile(content).path(), "input.file");
}

CsvTable table(const std::string& content) {
  const auto result = read(content);
  if (const auto* problems = std::get_if<Problems>(&result)) {
    ADD_FAILURE() << describe(*problems);
    return {};
  }
  return std::get<CsvTable>(result);
}

using Cells = std::vector<std::vector<std::string>>;

TEST(ReadCsv, KnowsTheDialects) {
  for (const std::string content :
       {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4", "a,b\r1,2\r3,4\r", "\uFEFFa;b\n1;2\n3;4\n",
        "a\tb\n1\t2\n3\t4\n", "\"a\",b\n\n1, 2 \n\n\"3\",4\n\n"}) {
    const CsvTable read = table(content);
    EXPECT_EQ(read.header, (std::vector<std::string>{"a", "b"})) << content;
    EXPECT_EQ(read.rows, (Cells{{"1", "2"}, {"3", "4"}})) << content;
  }
}

TEST(ReadCsv, ReadsQuotedCellsAndCountsLines) {
  const CsvTable read = table("\n\"a;1\",\"b\"\"\"\n\"x\n\ny\",2\n\n,\n");
  EXPECT_EQ(read.delimiter, ',');
  EXPECT_EQ(read.header, (std::vector<std::string>{"a;1", "b\""}));
  EXPECT_EQ(read.rows, (Cells{{"x\n\ny", "2"}, {"", ""}}));
  EXPECT_EQ(read.lines, (std::vector<std::size_t>{3, 7}));
}

struct Wrong {
  std::string content;
  std::string complaint;
};
void PrintTo(const Wrong& wrong, std::ostream* out) {
  *out << wrong.content;
}

class WrongCsv : public testing::TestWithParam<Wrong> {};

TEST_P(WrongCsv, IsReportedInOneSentence) {
  const auto result = read(GetParam().content);
  ASSERT_TRUE(std::holds_alternative<Problems>(result));
  EXPECT_EQ(describe(std::get<Problems>(result)),
            "input.file: \"data.csv\" " + GetParam().complaint);
}

INSTANTIATE_TEST_SUITE_P(
    Files, WrongCsv,
    testing::Values(
        Wrong{"", "is empty; give a CSV file with names in its first line"},
        Wrong{" \n\n", "is empty; give a CSV file with names in its first line"},
        Wrong{"1,2\n3,4\n",
              "has no header: its first line holds numbers; write the columns' names above them"},
        Wrong{"a,b\n1,2\n\n3\n", "cannot be used: line 4 has 1 cell where the first line has 2; "
                                 "correct that line"},
        Wrong{"a\n0,5\n",
              "cannot be used: line 2 has 2 cells where the first line has 1; correct that line"},
        Wrong{"a,b\n1,2\n3,\"4\n5,6\n", "cannot be used: line 3 has a quotation mark that is not "
                                        "closed; correct that line"},
        Wrong{"a,b\n1,2\n3,\"4\"5\n",
              "cannot be used: line 3 has a quotation mark out of place; correct that line"},
        Wrong{std::string("a,b\n1,\0\n", 8), "is not a text; give a CSV file"},
        Wrong{std::string("\xFF\xFE"
                          "a\0",
                          4),
              "is UTF-16; save it as UTF-8"},
        Wrong{std::string("\xFE\xFF\0a", 4), "is UTF-16; save it as UTF-8"}));

TEST(ReadCsv, SaysThatAFileIsMissingOrADirectory) {
  const auto complaint = [](const char* path) {
    return describe(std::get<Problems>(readCsv(path, "input.file")));
  };
  EXPECT_EQ(complaint("/nowhere/x.csv"),
            "input.file: \"x.csv\" does not exist; give the name of a file that does");
  EXPECT_EQ(complaint("/usr"), "input.file: \"usr\" is a directory; give the name of a file");
}

std::string complaintAbout(const std::string& content, const CsvColumns& wanted, int first,
                           int count) {
  const auto result = numbersFrom(table(content), wanted, first, count, "input");
  const auto* problems = std::get_if<Problems>(&result);
  return problems == nullptr ? "accepted" : describe(*problems);
}

TEST(ContentOf, SaysOfEachColumnWhetherItCanBeRead) {
  const std::vector<ColumnContent> contents =
      contentOf(table("day, rain ,word,twice,twice,\n1,2,x,5,6,7\n\n2,,y,5,6,7\n3,wet,z,5,6,7\n"));
  const auto told = [&](std::size_t column) {
    return contents[column].problem ? describe(*contents[column].problem) : "none";
  };
  ASSERT_EQ(contents.size(), 6U);
  EXPECT_EQ(contents[1].name, "rain");
  EXPECT_EQ(contents[5].name, "");
  EXPECT_EQ(contents[0].numbers, 3U);
  EXPECT_EQ(contents[1].numbers, 1U);
  EXPECT_EQ(contents[2].numbers, 0U);
  EXPECT_EQ(told(0), "none");
  EXPECT_EQ(told(1), "column \"rain\", line 4 is an empty cell; give a number there");
  EXPECT_EQ(told(2), "column \"word\", line 2 holds \"x\"; give a number there");
  EXPECT_EQ(told(3), told(4));
  EXPECT_EQ(told(3), "\"twice\" is the name of several columns; give the columns different names");
  EXPECT_EQ(told(5), "none");
}

TEST(NumbersFrom, TakesTheWantedRowsAndColumns) {
  const auto result = numbersFrom(table("a,b,c\n1,2,3\n4,5,+6e0\n7,8,-9.5\n"),
                                  {"x.csv", {"c", " b"}, false}, 1, 2, "input");
  ASSERT_TRUE(std::holds_alternative<Problems>(result)); // " b" is not trimmed to "b"
  const auto numbers = numbersFrom(table("a, b ,c\n1,2,3\n4,5,+6e0\n7,8,\" -9.5 \"\n"),
                                   {"x.csv", {"c", "b"}, false}, 1, 2, "input");
  EXPECT_EQ(std::get<Eigen::MatrixXd>(numbers),
            (Eigen::MatrixXd(2, 2) << 6, -9.5, 5, 8).finished());
}

TEST(NumbersFrom, TakesADecimalCommaWhereNoCommaSeparates) {
  for (const std::string content : {"a;b\n0,5;1\n", "a\tb\n0,5\t1\n", "a;b\n0.5;1\n"}) {
    const auto numbers = numbersFrom(table(content), {"", {"a"}, false}, 0, 1, "input");
    EXPECT_EQ(std::get<Eigen::MatrixXd>(numbers)(0, 0), 0.5);
  }
  EXPECT_EQ(complaintAbout("a,b\n\"0,5\",1\n", {"", {"a"}, false}, 0, 1),
            "input.columns[1]: column \"a\", line 2 holds \"0,5\"; give a number there");
}

TEST(NumbersFrom, StandardisesOverTheRowsUsed) {
  const auto numbers = numbersFrom(table("a,b,c\n99,0.1,0\n1,0.1,1e300\n3,0.1,-1e300\n5,0.1,1e300\n"
                                         "7,0.1,-1e300\n"),
                                   {"", {"a", "b", "c"}, true}, 1, 4, "input");
  const auto& matrix = std::get<Eigen::MatrixXd>(numbers);
  const double deviation = std::sqrt(5.0); // of 1, 3, 5, 7 as a population
  EXPECT_NEAR(matrix(0, 0), -3 / deviation, 1e-15);
  EXPECT_NEAR(matrix(0, 3), 3 / deviation, 1e-15);
  EXPECT_EQ(matrix.row(1), Eigen::RowVectorXd::Zero(4));
  EXPECT_NEAR(matrix(2, 0), 1, 1e-15);
  EXPECT_NEAR(matrix(2, 1), -1, 1e-15);
}

TEST(NumbersFrom, NamesTheColumnTheLineAndTheCell) {
  const std::string content = "a,b\n\n1,x\n2,\nnan,3\n1e999,4\n";
  EXPECT_EQ(complaintAbout(content, {"", {"b"}, true}, 0, 4),
            "input.columns[1]: column \"b\", line 3 holds \"x\"; give a number there");
  EXPECT_EQ(complaintAbout(content, {"", {"b"}, true}, 1, 1),
            "input.columns[1]: column \"b\", line 4 is an empty cell; give a number there");
  EXPECT_EQ(complaintAbout(content, {"", {"a", "b"}, true}, 0, 4),
            "input.columns[1]: column \"a\", line 5 holds \"nan\"; give a number there "
            "(also wrong: input.columns[2])");
  EXPECT_EQ(complaintAbout(content, {"folder/nan.csv", {"a"}, true}, 2, 1),
            "input.columns[1]: column \"a\" of \"nan.csv\", line 5 holds \"nan\"; give a number "
            "there");
  EXPECT_EQ(complaintAbout(content, {"", {"a"}, true}, 3, 1),
            "input.columns[1]: column \"a\", line 6 holds \"1e999\"; give a number there");
}

TEST(NumbersFrom, SaysHowManyRowsAreMissing) {
  const CsvColumns wanted{"x.csv", {"a"}, true};
  EXPECT_EQ(complaintAbout("a\n1\n2\n3\n", wanted, 0, 3), "accepted");
  EXPECT_EQ(complaintAbout("a\n1\n2\n3\n", wanted, 0, 4),
            "input.file: \"x.csv\" has 3 rows where 4 are needed; "
            "give a longer file, or a horizon of at most 3");
  EXPECT_EQ(complaintAbout("a\n1\n2\n3\n", wanted, 2, 4),
            "input.file: \"x.csv\" has 1 row from row 3 on where 4 are needed; "
            "give a longer file, or a horizon of at most 1");
  EXPECT_EQ(complaintAbout("a\n", wanted, 1'000'000, 1),
            "input.file: \"x.csv\" has 0 rows from row 1000001 on where 1 is needed; "
            "give a longer file");
}

TEST(NumbersFrom, WantsRows) {
  EXPECT_EQ(complaintAbout("a,b\n", {"x.csv", {"a"}, true}, 0, 0),
            "input.file: \"x.csv\" has no row below its first line; give a longer file");
}

TEST(NumbersFrom, NamesTheFileAndTheColumnsThatItHas) {
  const auto complaint = [](const std::string& header, const std::string& name) {
    return complaintAbout(header + "\n", {"data/w.csv", {name}, true}, 0, 1);
  };
  const std::string start = "input.columns[1]: ";
  EXPECT_EQ(complaint("temperature,year\n1,2", "temprature"),
            start + R"("temprature" is not a column of "w.csv"; give "temperature")");
  EXPECT_EQ(complaint("day,a,b\n1,2,3", "z"),
            start + R"("z" is not a column of "w.csv"; give "day", "a" or "b")");
  EXPECT_EQ(complaint("\"a\nb\",,year,c,c\n1,2,3,4,5", "ab"),
            start + R"("ab" is not a column of "w.csv"; give "year")")
      << "neither what needs several lines nor what is no column's alone";
  EXPECT_EQ(complaint("c,c\n1,2", "month"),
            start + R"("month" is not a column of "w.csv"; give one of its 2 columns)");
  EXPECT_EQ(complaint("aa,bb,cc,dd,ee,ff\n1,2,3,4,5,6", "month"),
            start + R"("month" is not a column of "w.csv"; )" +
                R"(give "aa", "bb", "cc", "dd", "ee" or "ff")");
  EXPECT_EQ(complaint("aa,bb,cc,dd,ee,ff,gg\n1,2,3,4,5,6,7", "month"),
            start + R"("month" is not a column of "w.csv"; )" +
                R"(give "aa", "bb", "cc", "dd" or one of the 3 others)");
  EXPECT_EQ(complaintAbout("a,a\n1,2\n", {"", {"a"}, true}, 0, 1),
            "input.columns[1]: \"a\" is the name of several columns; "
            "give the columns different names");
}

} // namespace
} // namespace backflow
