// A word that is not known, and words that contradict each other.
//
// RUN: not %clang -O2 -g -fpass-plugin=%plugin -c %s -o %t.o 2>&1 | FileCheck --implicit-check-not=error: %s

#define ASK(WORD) __attribute__((annotate(WORD)))

// CHECK: words.c:[[#@LINE+1]]:{{[0-9]+}}: error: heap-to-stack: 'misspelt' asks for 'offf': expected heap-to-stack=off, heap-to-stack=on, heap-to-stack=require or heap-to-stack=require-fixed
ASK("heap-to-stack=offf") void misspelt(void) {}

// CHECK: words.c:[[#@LINE+1]]:{{[0-9]+}}: error: heap-to-stack: 'empty' asks for '': expected
ASK("heap-to-stack") void empty(void) {}

// CHECK: words.c:[[#@LINE+1]]:{{[0-9]+}}: error: heap-to-stack: 'both' asks for both heap-to-stack=off and heap-to-stack=require
ASK("heap-to-stack=require") ASK("heap-to-stack=off") void both(void) {}

ASK("heap-to-stack=off") void off(void) {}
ASK("heap-to-stack=on") void on(void) {}
ASK("heap-to-stack=require") void require(void) {}
ASK("heap-to-stack=require-fixed") void require_fixed(void) {}
ASK("heap") void others(void) {}
