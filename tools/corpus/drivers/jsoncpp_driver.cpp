// Workload for jsoncpp: builds a document, writes it in three styles, parses it back, walks and
// edits it.  Usage: jsoncpp_driver RECORDS

#include <cstdlib>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>

#include "json/json.h"

static Json::Value build(int records) {
  Json::Value root(Json::arrayValue);
  for (int i = 0; i < records; i++) {
    Json::Value record;
    record["id"] = i;
    record["name"] = "name \"" + std::to_string(i * 7919 % 1009) + "\"\n";
    record["ratio"] = i / 7.0;
    record["big"] = Json::UInt64(1) << (i % 64);
    record["none"] = Json::nullValue;
    for (int t = 0; t < i % 5; t++)
      record["tags"].append("t" + std::to_string(t));
    root.append(record);
  }
  return root;
}

static unsigned long sum_of(const std::string &text) {
  unsigned long sum = 0;
  for (unsigned char c : text)
    sum = sum * 31 + c;
  return sum;
}

static void print_sum(const char *what, const std::string &text) {
  std::cout << what << " " << text.size() << " " << std::hex << sum_of(text) << std::dec << "\n";
}

int main(int argc, char **argv) {
  Json::Value root = build(argc > 1 ? std::atoi(argv[1]) : 100);
  Json::StreamWriterBuilder compact;
  compact["indentation"] = "";
  std::string text = Json::writeString(compact, root);
  print_sum("compact", text);
  print_sum("styled", root.toStyledString());
  print_sum("default", Json::writeString(Json::StreamWriterBuilder(), root));

  Json::Value again;
  std::string errors;
  std::istringstream in(text);
  std::cout << Json::parseFromStream(Json::CharReaderBuilder(), in, &again, &errors) << " "
            << (again == root) << "\n";
  double total = 0;
  size_t tags = 0;
  for (const Json::Value &record : again) {
    total += record.get("ratio", 0).asDouble();
    tags += record["tags"].size();
    for (const std::string &member : record.getMemberNames())
      total += static_cast<double>(member.size());
  }
  std::cout << total << " " << tags << "\n";

  again[0]["added"]["deep"] = 1;
  again[1].removeMember("name");
  std::cout << Json::Path(".[0].added.deep").resolve(again).asInt() << " " << (again < root) << "\n";
  print_sum("edited", Json::FastWriter().write(again));

  std::unique_ptr<Json::CharReader> reader(Json::CharReaderBuilder().newCharReader());
  std::string bad = "{\"a\": [1, 2,, }";
  Json::Value ignored;
  std::cout << reader->parse(bad.data(), bad.data() + bad.size(), &ignored, &errors) << errors;
  try {
    again[0]["name"].asInt();
  } catch (const std::exception &error) {
    std::cout << error.what() << "\n";
  }
  return 0;
}
