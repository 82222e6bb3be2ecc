/*===- expect.h - the one assertion of the unit tests ---------------------===*/
#ifndef STACKBOUND_TEST_EXPECT_H
#define STACKBOUND_TEST_EXPECT_H

#include <stdio.h>
#include <stdlib.h>

/** Names the condition that does not hold and ends the program with an error. */
#define EXPECT(condition)                                                                          \
  do {                                                                                             \
    if (!(condition)) {                                                                            \
      printf("%s:%d: %s\n", __FILE__, __LINE__, #condition);                                       \
      exit(1);                                                                                     \
    }                                                                                              \
  } while (0)

#endif
