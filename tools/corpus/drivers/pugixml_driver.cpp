// Workload for pugixml: builds a document, saves it, parses it back, queries it with XPath and by
// walking, edits it.  Usage: pugixml_driver RECORDS

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "pugixml.hpp"

static void build(pugi::xml_document &document, int records) {
  pugi::xml_node root = document.append_child("library");
  for (int i = 0; i < records; i++) {
    pugi::xml_node book = root.append_child("book");
    book.append_attribute("id") = i;
    book.append_attribute("kind") = (std::string("kind ") + std::to_string(i % 7)).c_str();
    book.append_child("title").text() = ("Title <" + std::to_string(i * 7919 % 1009) + "> & more").c_str();
    pugi::xml_node authors = book.append_child("authors");
    for (int a = 0; a < i % 4; a++)
      authors.append_child("author").append_child(pugi::node_pcdata).set_value("A. \"Author\"");
    if (i % 10 == 0)
      book.append_child(pugi::node_comment).set_value("every tenth");
  }
}

static std::string text_of(const pugi::xml_document &document, unsigned flags) {
  std::ostringstream out;
  document.save(out, "  ", flags);
  return out.str();
}

static unsigned long sum_of(const std::string &text) {
  unsigned long sum = 0;
  for (unsigned char c : text)
    sum = sum * 31 + c;
  return sum;
}

struct Walker : pugi::xml_tree_walker {
  std::map<std::string, int> names;
  bool for_each(pugi::xml_node &node) override {
    names[node.name()]++;
    return true;
  }
};

int main(int argc, char **argv) {
  int records = argc > 1 ? std::atoi(argv[1]) : 100;
  pugi::xml_document document;
  build(document, records);
  std::string text = text_of(document, pugi::format_indent);
  std::cout << "saved " << text.size() << " " << std::hex << sum_of(text) << std::dec << "\n";

  pugi::xml_document again;
  pugi::xml_parse_result result = again.load_string(text.c_str(), pugi::parse_full);
  std::cout << result.description() << " " << (text_of(again, pugi::format_indent) == text) << "\n";

  for (const char *query : {"//book[@id mod 7 = 3]/title", "//author/..", "/library/book[last()]",
                            "//book[contains(title, '<42>')]", "//comment()"})
    std::cout << query << ": " << again.select_nodes(query).size() << "\n";
  std::cout << pugi::xpath_query("sum(//book/@id) div count(//book)").evaluate_number(again) << "\n";
  std::cout << pugi::xpath_query("concat(//book[2]/@kind, '|', normalize-space(//title))")
                   .evaluate_string(again)
            << "\n";
  pugi::xpath_variable_set variables;
  variables.set("k", "kind 5");
  std::cout << pugi::xpath_query("//book[@kind = $k]", &variables).evaluate_node_set(again).size() << "\n";

  Walker walker;
  again.traverse(walker);
  for (const auto &name : walker.names)
    std::cout << name.first << "=" << name.second << " ";
  std::cout << "\n";

  std::vector<std::string> titles;
  for (pugi::xml_node book : again.child("library").children("book"))
    titles.push_back(book.child_value("title"));
  std::string joined;
  for (const std::string &title : titles)
    joined += title.substr(0, 9) + ";";
  std::cout << joined.size() << " " << std::hex << sum_of(joined) << std::dec << "\n";

  again.child("library").remove_child(again.child("library").first_child());
  again.child("library").prepend_copy(again.child("library").last_child());
  std::cout << std::hex << sum_of(text_of(again, pugi::format_raw)) << std::dec << "\n";
  try {
    pugi::xpath_query bad("//book[");
  } catch (const pugi::xpath_exception &error) {
    std::cout << error.what() << "\n";
  }
  std::cout << again.load_string("<a><b></a>").description() << "\n";
  return 0;
}
