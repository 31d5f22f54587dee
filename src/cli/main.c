// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-cli: the engine without a window.
#include "cpt-core.h"

#include "cpt-config.h"

int
main (int argc, char **argv)
{
  g_print ("counterpoint-cli %s\n", CPT_VERSION);
  return 0;
}
