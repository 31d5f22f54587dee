// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real program as a person would: sees it through the accessibility tree, acts with pointer and keys.
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* libatspi 2.46 defines no cleanups; a later one might. */
#ifndef glib_autoptr_clear_AtspiAccessible
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
#endif

#define DRIVER_PATIENCE_MS 15000

typedef struct _Driver Driver;

/* Starts the program with these arguments (NULL-terminated, (nullable)) and waits for its window. Aborts when there is
 * none. */
Driver *driver_start (const char *const *arguments);
/* Asks the program to end (closes its window) and waits; aborts unless it ends with status 0. */
void    driver_close (Driver *self);
/* Ends the program at once, as a power cut would. */
void    driver_kill  (Driver *self);

/* Waits until something with this role and a name that contains @part is there; aborts after DRIVER_PATIENCE_MS.
 * ATSPI_ROLE_INVALID stands for any role. */
AtspiAccessible *driver_find     (Driver *self, AtspiRole role, const char *part);
/* Waits until there is none. */
void             driver_wait_gone (Driver *self, AtspiRole role, const char *part);
/* Whether there is one now. */
gboolean         driver_has      (Driver *self, AtspiRole role, const char *part);

/* (transfer none): the program, above its windows */
AtspiAccessible *driver_get_application (Driver *self);
/* Whether a widget is in this state now. */
gboolean         driver_has_state (AtspiAccessible *node, AtspiStateType state);

/* Gives the keyboard back to the program's window when a question is gone: no window manager does. */
void driver_focus_program (void);

/* Presses @key ("Tab") until the keyboard is at @target; aborts when it does not get there. */
void driver_walk_to    (Driver *self, AtspiAccessible *target, const char *key);
void driver_keys       (Driver *self, const char *keys); /* "ctrl+o" */
void driver_type       (Driver *self, const char *text);
void driver_click      (Driver *self, AtspiAccessible *target);
void driver_menu_click (Driver *self, AtspiAccessible *target); /* the right button */
void driver_drag       (Driver *self, AtspiAccessible *from, AtspiAccessible *to);
void driver_screenshot (Driver *self, const char *name); /* into $CPT_SCREENSHOTS, where that is set */

/* Types a path into the dialog for opening or for saving. */
void driver_choose_file (Driver *self, const char *path);
void driver_save_as     (Driver *self, const char *path);

/* Removes a folder of files that a test made. */
void driver_remove_folder (const char *folder);

G_END_DECLS
