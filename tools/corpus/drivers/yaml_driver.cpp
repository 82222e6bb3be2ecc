// Workload for yaml-cpp: emits a document, loads it back, walks and edits it, reports errors.
// Usage: yaml_driver RECORDS

#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "yaml-cpp/yaml.h"

static std::string emit(int records) {
  YAML::Emitter out;
  out << YAML::BeginSeq;
  for (int i = 0; i < records; i++) {
    out << YAML::BeginMap;
    out << YAML::Key << "id" << YAML::Value << i;
    out << YAML::Key << "name" << YAML::Value << "name: " + std::to_string(i * 7919 % 1009);
    out << YAML::Key << "text" << YAML::Value << YAML::Literal << "two\nlines";
    out << YAML::Key << "ratio" << YAML::Value << i / 7.0;
    out << YAML::Key << "tags" << YAML::Value << YAML::Flow << std::vector<int>(i % 5, i);
    out << YAML::Comment("a record");
    out << YAML::EndMap;
  }
  out << YAML::EndSeq;
  return out.c_str();
}

static unsigned long sum_of(const std::string &text) {
  unsigned long sum = 0;
  for (unsigned char c : text)
    sum = sum * 31 + c;
  return sum;
}

static const char *const sample = R"(
anchors:
  base: &base {x: 1, y: [a, "b c", 'd']}
  same: *base
folded: >
  one
  two
? [complex, key]
: !!str 12
date: 2001-12-14
empty: ~
)";

int main(int argc, char **argv) {
  std::string text = emit(argc > 1 ? std::atoi(argv[1]) : 50);
  std::cout << text.size() << " " << std::hex << sum_of(text) << std::dec << "\n";
  YAML::Node root = YAML::Load(text);
  std::map<std::string, int> names;
  double total = 0;
  for (const YAML::Node &record : root) {
    names[record["name"].as<std::string>()]++;
    total += record["ratio"].as<double>();
    for (int tag : record["tags"].as<std::vector<int>>())
      total += tag;
  }
  std::cout << names.size() << " " << total << "\n";
  root[0]["added"]["deep"] = std::vector<std::string>{"x", "y"};
  root[1].remove("name");
  std::ostringstream again;
  again << root;
  std::cout << again.str().size() << " " << std::hex << sum_of(again.str()) << std::dec << "\n";

  YAML::Node document = YAML::Load(sample);
  std::cout << document << "\n" << document["anchors"]["same"].is(document["anchors"]["base"]) << "\n";
  std::cout << YAML::Dump(YAML::Clone(document["anchors"])) << "\n";
  for (const YAML::Node &part : YAML::LoadAll("--- 1\n--- [2, 3]\n--- {a: 4}\n"))
    std::cout << part.Type() << part << "\n";
  for (const char *bad : {"a: [1, 2", "a: b: c", "\tx", "*nowhere", "{a: }}"}) {
    try {
      std::cout << YAML::Load(bad) << "\n";
    } catch (const YAML::Exception &error) {
      std::cout << error.what() << "\n";
    }
  }
  try {
    document["empty"].as<int>();
  } catch (const YAML::Exception &error) {
    std::cout << error.what() << "\n";
  }
  return 0;
}
