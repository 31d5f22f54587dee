// SPDX-License-Identifier: GPL-3.0-or-later
// What all benchmarks share: texts, the clock, and figures as lines of JSON.
#pragma once

#include "cpt-article.h"

/* A text to measure with. Owned by the list that bench_texts_new() returns. */
typedef struct
{
  char *name;
  GPtrArray *articles; /* CptArticle */
  gsize length_bytes;  /* of all of them */
} BenchText;

#define BENCH_TEXT_BYTES ((gsize) 3 * 1000 * 1000)

/* One text. "given": the articles in the folder or JSON lines file that the environment variable CPT_BENCH_TEXTS names; without
 * it "generated": one article of BENCH_TEXT_BYTES made of sentences of our own. (element-type BenchText) */
GPtrArray *bench_texts_new (void);
char      *bench_text_generate (gsize length_bytes);

/* Seconds of processor time: other work on the machine does not count, waiting for the disk neither. */
double bench_now (void);

/* Prints {"benchmark": ..., "figure": ..., "text": ..., "value": ..., "unit": ...}. @text: (nullable). */
void bench_print (const char *benchmark, const char *figure, const char *text, double value, const char *unit);
/* The most memory that the process has had, in MB. */
void bench_print_memory (const char *benchmark, const char *text);
