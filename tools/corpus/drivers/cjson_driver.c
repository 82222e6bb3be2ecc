// Workload for cJSON: builds a document, prints it, parses it back, edits, compares, patches.
// Usage: cjson_driver RECORDS

#include "cJSON.h"
#include "cJSON_Utils.h"
#include <stdio.h>
#include <stdlib.h>

static cJSON *make_record(int number) {
  char name[32];
  snprintf(name, sizeof name, "record \"%d\"\n\t\\", number);
  cJSON *record = cJSON_CreateObject();
  cJSON_AddNumberToObject(record, "id", number);
  cJSON_AddStringToObject(record, "name", name);
  cJSON_AddNumberToObject(record, "ratio", number / 7.0);
  cJSON_AddBoolToObject(record, "odd", number % 2);
  cJSON *tags = cJSON_AddArrayToObject(record, "tags");
  for (int i = 0; i < number % 5; i++)
    cJSON_AddItemToArray(tags, cJSON_CreateNumber(i * 1e10));
  return record;
}

// Prints a document's length and a checksum of its text.
static void print_sum(const char *what, const char *text) {
  unsigned long sum = 0, length = 0;
  for (; text[length]; length++)
    sum = sum * 31 + (unsigned char)text[length];
  printf("%s: %lu bytes, sum %lx\n", what, length, sum);
}

int main(int argc, char **argv) {
  int records = argc > 1 ? atoi(argv[1]) : 100;
  cJSON *document = cJSON_CreateArray();
  for (int i = 0; i < records; i++)
    cJSON_AddItemToArray(document, make_record(i));
  char *text = cJSON_PrintUnformatted(document);
  char *pretty = cJSON_Print(document);
  print_sum("text", text);
  print_sum("pretty", pretty);

  cJSON *again = cJSON_Parse(pretty);
  printf("equal after parsing: %d\n", cJSON_Compare(document, again, 1));
  cJSON_DeleteItemFromArray(again, 3);
  cJSON_ReplaceItemInObject(cJSON_GetArrayItem(again, 1), "name", cJSON_CreateString("changed"));
  cJSON_SetNumberValue(cJSON_GetObjectItem(cJSON_GetArrayItem(again, 2), "ratio"), 0.25);
  cJSONUtils_SortObject(cJSON_GetArrayItem(again, 0));

  cJSON *first = cJSON_GetArrayItem(document, 1), *second = cJSON_GetArrayItem(again, 1);
  cJSON *patch = cJSONUtils_GeneratePatches(first, second);
  char *patch_text = cJSON_Print(patch);
  printf("patch: %s\n", patch_text);
  printf("applied: %d\n", cJSONUtils_ApplyPatches(first, patch));
  printf("equal after patching: %d\n", cJSON_Compare(first, second, 1));
  cJSON_Minify(pretty);
  print_sum("minified", pretty);
  printf("bad input: %d\n", cJSON_Parse("{\"a\": [1, 2, }") == NULL);

  cJSON_free(patch_text);
  cJSON_free(pretty);
  cJSON_free(text);
  cJSON_Delete(patch);
  cJSON_Delete(again);
  cJSON_Delete(document);
  return 0;
}
