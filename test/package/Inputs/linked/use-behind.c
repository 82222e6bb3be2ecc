int behind(int n);

int main(int argc, char **argv) {
  (void)argv;
  return behind(argc == 1 ? 3 : 16);
}
