// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop around a sandbox, as a person meets it: the portal's file dialogs, other windows, the desktop's settings.
#pragma once

#include "driver.h"

G_BEGIN_DECLS

/* Answer the portal's dialog for opening or for saving with the path of a file. Abort when no dialog of the portal's own
 * appears, or when it stays. */
void portal_choose_file (const char *path, const char *screenshot);
void portal_save_as     (const char *path, const char *screenshot);

/* Gives the keyboard to the program's window, and takes it away. */
void portal_focus_program (gboolean focused);

/* What the desktop's settings say about colours: "default" or "prefer-dark". */
void portal_set_color_scheme (const char *scheme);
/* Waits until the screen is dark or light; aborts when it does not become so. */
void portal_wait_dark (gboolean dark);

G_END_DECLS
