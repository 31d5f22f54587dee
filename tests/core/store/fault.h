// SPDX-License-Identifier: GPL-3.0-or-later
// System calls that fail when they are told to. Part of the tests.
#pragma once

#include <glib.h>

/* While it is armed, the writing call that finds no calls left fails with the error number. */
typedef struct
{
  gboolean armed;
  int calls_left;
  int code;
} Fault;

extern Fault fault;
