// SPDX-License-Identifier: GPL-3.0-or-later
// Waits until a window has laid itself out, for the tests of widgets.
#pragma once

#include <glib.h>

static inline void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}
