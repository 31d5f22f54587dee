// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer and keys by xdotool, eyes by AT-SPI. Without a window manager the window stands in the corner of the screen, so
// what a widget says of its place in the window is its place on the screen.
#include "driver.h"

#include <signal.h>
#include <glib/gstdio.h>
#include <string.h>

#define POLL_US 30000
#define MAX_DEPTH 60
#define DRAG_STEPS 5
#define MAX_STEPS 60

struct _Driver
{
  GSubprocess *process;
  AtspiAccessible *application;
};

/* --- seeing --- */

static gboolean
matches (AtspiAccessible *node, AtspiRole role, const char *part)
{
  g_autofree char *name = NULL;

  if (role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (node, NULL) != role)
    return FALSE;
  if (part == NULL)
    return TRUE;
  name = atspi_accessible_get_name (node, NULL);
  return name != NULL && strstr (name, part) != NULL;
}

static gboolean
is_showing (AtspiAccessible *node)
{
  AtspiStateSet *states = atspi_accessible_get_state_set (node);
  gboolean showing = states != NULL && atspi_state_set_contains (states, ATSPI_STATE_VISIBLE);

  g_clear_object (&states);
  return showing;
}

static AtspiAccessible *
find_below (AtspiAccessible *node, AtspiRole role, const char *part, int depth)
{
  int n = depth < MAX_DEPTH ? atspi_accessible_get_child_count (node, NULL) : 0;

  if (matches (node, role, part) && is_showing (node))
    return g_object_ref (node);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      AtspiAccessible *found = child != NULL ? find_below (child, role, part, depth + 1) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static AtspiAccessible *
find_now (Driver *self, AtspiRole role, const char *part)
{
  atspi_accessible_clear_cache (self->application);
  return find_below (self->application, role, part, 0);
}

gboolean
driver_has (Driver *self, AtspiRole role, const char *part)
{
  g_autoptr (AtspiAccessible) found = find_now (self, role, part);

  return found != NULL;
}

static void
dump (AtspiAccessible *node, int depth)
{
  int n = depth < MAX_DEPTH ? atspi_accessible_get_child_count (node, NULL) : 0;
  g_autofree char *name = atspi_accessible_get_name (node, NULL), *role = atspi_accessible_get_role_name (node, NULL);

  if (name != NULL && *name != '\0')
    g_printerr ("%*s%s: %s\n", depth * 2, "", role, name);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL)
        dump (child, depth + 1);
    }
}

G_NORETURN static void
give_up (Driver *self, const char *reason)
{
  driver_screenshot (self, "gave-up");
  dump (self->application, 0);
  g_error ("%s", reason);
}

AtspiAccessible *
driver_find (Driver *self, AtspiRole role, const char *part)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;
  g_autofree char *reason = NULL;

  do
    {
      AtspiAccessible *found = find_now (self, role, part);

      if (found != NULL)
        return found;
      g_usleep (POLL_US);
    }
  while (g_get_monotonic_time () < end);
  reason = g_strdup_printf ("not in the window: “%s”", part);
  give_up (self, reason);
}

void
driver_wait_gone (Driver *self, AtspiRole role, const char *part)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  while (driver_has (self, role, part))
    {
      if (g_get_monotonic_time () > end)
        give_up (self, part);
      g_usleep (POLL_US);
    }
}

/* --- acting --- */

static void
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
}

void
driver_keys (Driver *self, const char *keys)
{
  run ((const char *[]){ "xdotool", "key", "--delay", "30", keys, NULL });
}

void
driver_type (Driver *self, const char *text)
{
  run ((const char *[]){ "xdotool", "type", "--delay", "12", text, NULL });
}

static void
get_middle (AtspiAccessible *target, int *x, int *y)
{
  g_autoptr (GError) error = NULL;
  AtspiComponent *component = atspi_accessible_get_component_iface (target);
  AtspiRect *extents;

  g_assert_nonnull (component);
  extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, &error);
  g_assert_no_error (error);
  *x = extents->x + extents->width / 2;
  *y = extents->y + MIN (extents->height / 2, 40);
  g_free (extents);
  g_object_unref (component);
}

/* GTK starts a drag after the first motion and asks the target, which looks at the data first, before it takes a drop; newer
 * GTK asks again at the next motion only. A hand trembles, and this one has to: the pauses and steps are needed. */
static void
pointer (const char *action, int x, int y, guint pause_ms)
{
  g_autofree char *x_text = g_strdup_printf ("%d", x), *y_text = g_strdup_printf ("%d", y);

  if (strcmp (action, "move") == 0)
    run ((const char *[]){ "xdotool", "mousemove", x_text, y_text, NULL });
  else
    run ((const char *[]){ "xdotool", action, x > 1 ? x_text : "1", NULL });
  g_usleep (pause_ms * 1000);
}

void
driver_click (Driver *self, AtspiAccessible *target)
{
  int x, y;

  get_middle (target, &x, &y);
  pointer ("move", x, y, 60);
  pointer ("click", 1, 0, 120);
}

AtspiAccessible *
driver_get_application (Driver *self)
{
  return self->application;
}

gboolean
driver_has_state (AtspiAccessible *node, AtspiStateType state)
{
  AtspiStateSet *states;
  gboolean has;

  atspi_accessible_clear_cache (node);
  states = atspi_accessible_get_state_set (node);
  has = states != NULL && atspi_state_set_contains (states, state);
  g_clear_object (&states);
  return has;
}

void
driver_walk_to (Driver *self, AtspiAccessible *target, const char *key)
{
  for (int i = 0; i < MAX_STEPS; i++)
    {
      if (driver_has_state (target, ATSPI_STATE_FOCUSED))
        return;
      driver_keys (self, key);
      g_usleep (60 * 1000);
    }
  give_up (self, "the keyboard does not get there");
}

void
driver_menu_click (Driver *self, AtspiAccessible *target)
{
  int x, y;

  get_middle (target, &x, &y);
  pointer ("move", x, y, 60);
  pointer ("click", 3, 0, 200);
}

void
driver_drag (Driver *self, AtspiAccessible *from, AtspiAccessible *to)
{
  int from_x, from_y, to_x, to_y;

  get_middle (from, &from_x, &from_y);
  get_middle (to, &to_x, &to_y);
  pointer ("move", from_x, from_y, 60);
  pointer ("mousedown", 1, 0, 60);
  pointer ("move", from_x + 20, from_y + 5, 150);
  for (int i = 0; i <= DRAG_STEPS; i++)
    pointer ("move", to_x + i % 2, to_y + i % 2, 100);
  pointer ("mouseup", 1, 0, 200);
}

void
driver_screenshot (Driver *self, const char *name)
{
  const char *folder = g_getenv ("CPT_SCREENSHOTS");
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  path = g_strdup_printf ("%s/%s.png", folder, name);
  run ((const char *[]){ "import", "-window", "root", path, NULL });
}

/* Without a window manager nobody gives the keyboard back to the program when a dialog or another program is gone. Its first
 * window: what a drag carried is a window, too, and newer GTK leaves it mapped. */
void
driver_focus_program (void)
{
  run ((const char *[]){ "xdotool", "search", "--sync", "--onlyvisible", "--class", "counterpoint", "windowfocus", "%1", NULL });
  g_usleep (150 * 1000);
}

/* --- GTK's own file dialog --- */

/* Older GTK gives the dialog no role of its own: it is the window beside the first. */
static AtspiAccessible *
get_dialog (Driver *self)
{
  int n;

  atspi_accessible_clear_cache (self->application);
  n = atspi_accessible_get_child_count (self->application, NULL);
  return n > 1 ? atspi_accessible_get_child_at_index (self->application, n - 1, NULL) : NULL;
}

static AtspiAccessible *
wait_for_dialog (Driver *self)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;
  AtspiAccessible *dialog;

  while ((dialog = get_dialog (self)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        give_up (self, "no file dialog");
      g_usleep (POLL_US);
    }
  return dialog;
}

/* Without a window manager nobody gives the keyboard to a new window but GTK itself, and that now and then too late. */
static void
focus_dialog (AtspiAccessible *dialog)
{
  g_autofree char *title = atspi_accessible_get_name (dialog, NULL);
  g_autofree char *pattern = g_strdup_printf ("^%s$", title);

  run ((const char *[]){ "xdotool", "search", "--sync", "--onlyvisible", "--name", pattern, "windowfocus", NULL });
  g_usleep (300 * 1000);
}

/* The one entry that is shown, (nullable). */
static AtspiAccessible *
find_entry (AtspiAccessible *node, int depth)
{
  int n = depth < MAX_DEPTH ? atspi_accessible_get_child_count (node, NULL) : 0;
  AtspiEditableText *text = atspi_accessible_get_editable_text_iface (node);
  gboolean editable = text != NULL;

  g_clear_object (&text);
  if (editable && is_showing (node))
    return g_object_ref (node);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      AtspiAccessible *found = child == NULL ? NULL : find_entry (child, depth + 1);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
holds_text (AtspiAccessible *entry, const char *words)
{
  AtspiText *text = atspi_accessible_get_text_iface (entry);
  /* To GTK 4.8, -1 is not the end. */
  int n_chars = text == NULL ? 0 : atspi_text_get_character_count (text, NULL);
  g_autofree char *held = text == NULL ? NULL : atspi_text_get_text (text, 0, n_chars, NULL);

  g_clear_object (&text);
  return g_strcmp0 (held, words) == 0;
}

static void
set_text (AtspiAccessible *entry, const char *words)
{
  AtspiEditableText *text = atspi_accessible_get_editable_text_iface (entry);

  g_assert_nonnull (text);
  atspi_editable_text_set_text_contents (text, words, NULL);
  g_object_unref (text);
}

/* Typing into the dialog is a race with its completion, which types as well: the path is put there in one go, as an input
 * method does it, and again if the dialog, done with reading the folder, puts its own proposal there. */
static void
enter_path (Driver *self, AtspiAccessible *dialog, const char *path)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  for (int held = 0; held < 3;)
    {
      g_autoptr (AtspiAccessible) entry = NULL;

      if (g_get_monotonic_time () > end)
        give_up (self, "the file dialog takes no path");
      atspi_accessible_clear_cache (dialog);
      entry = find_entry (dialog, 0);
      held = entry != NULL && holds_text (entry, path) ? held + 1 : 0;
      if (entry != NULL && held == 0)
        set_text (entry, path);
      g_usleep (150 * 1000);
    }
}

static void
answer_dialog (Driver *self, const char *path, gboolean save)
{
  g_autoptr (AtspiAccessible) dialog = wait_for_dialog (self);
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  focus_dialog (dialog);
  /* For opening, a slash brings up the entry; for saving it is there. */
  if (!save)
    driver_keys (self, "slash");
  enter_path (self, dialog, path);
  driver_screenshot (self, "file-dialog");
  /* Newer GTK takes the first Return for the folder and waits for another one. */
  for (;;)
    {
      g_autoptr (AtspiAccessible) left = NULL;

      driver_keys (self, "Return");
      g_usleep (700 * 1000);
      left = get_dialog (self);
      if (left == NULL)
        {
          driver_focus_program ();
          return;
        }
      if (g_get_monotonic_time () > end)
        give_up (self, "the file dialog stays");
    }
}

void
driver_choose_file (Driver *self, const char *path)
{
  answer_dialog (self, path, FALSE);
}

void
driver_save_as (Driver *self, const char *path)
{
  answer_dialog (self, path, TRUE);
}

/* --- starting and ending --- */

static AtspiAccessible *
find_application (void)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n;

  atspi_accessible_clear_cache (desktop);
  n = atspi_accessible_get_child_count (desktop, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);
      g_autofree char *name = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      if (name != NULL && strstr (name, "counterpoint") != NULL && atspi_accessible_get_child_count (child, NULL) > 0)
        return g_steal_pointer (&child);
    }
  return NULL;
}

Driver *
driver_start (const char *const *arguments)
{
  Driver *self = g_new0 (Driver, 1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  g_ptr_array_add (argv, (char *) g_getenv ("CPT_PROGRAM"));
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) arguments[i]);
  g_ptr_array_add (argv, NULL);
  self->process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  while ((self->application = find_application ()) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (POLL_US);
    }
  return self;
}

static void
driver_free (Driver *self)
{
  g_clear_object (&self->application);
  g_clear_object (&self->process);
  g_free (self);
}

void
driver_close (Driver *self)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  driver_focus_program ();
  driver_keys (self, "ctrl+q");
  while (g_subprocess_get_identifier (self->process) != NULL)
    {
      if (g_get_monotonic_time () > end)
        give_up (self, "the program does not end");
      g_main_context_iteration (NULL, FALSE);
      g_usleep (POLL_US);
    }
  g_assert_true (g_subprocess_get_if_exited (self->process));
  g_assert_cmpint (g_subprocess_get_exit_status (self->process), ==, 0);
  driver_free (self);
}

void
driver_kill (Driver *self)
{
  g_subprocess_send_signal (self->process, SIGKILL);
  g_subprocess_wait (self->process, NULL, NULL);
  driver_free (self);
}

void
driver_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}
