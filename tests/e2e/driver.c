// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer and keys by xdotool, eyes by AT-SPI. Without a window manager the window stands in the corner of the screen, so
// what a widget says of its place in the window is its place on the screen.
#include "driver.h"

#include <signal.h>
#include <string.h>

#define POLL_US 30000
#define MAX_DEPTH 60

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

AtspiAccessible *
driver_find (Driver *self, AtspiRole role, const char *part)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  do
    {
      AtspiAccessible *found = find_now (self, role, part);

      if (found != NULL)
        return found;
      g_usleep (POLL_US);
    }
  while (g_get_monotonic_time () < end);
  driver_screenshot (self, "not-found");
  dump (self->application, 0);
  g_error ("not in the window: “%s”", part);
}

void
driver_wait_gone (Driver *self, AtspiRole role, const char *part)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  while (driver_has (self, role, part))
    {
      if (g_get_monotonic_time () > end)
        g_error ("still in the window: “%s”", part);
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

/* GTK starts a drag after the first motion and asks the target before it takes a drop: the pauses are needed. */
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
  pointer ("move", to_x, to_y, 150);
  pointer ("move", to_x + 1, to_y + 1, 150);
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

static void
answer_dialog (Driver *self, const char *path)
{
  driver_type (self, path);
  g_usleep (300 * 1000);
  driver_screenshot (self, "file-dialog");
  driver_keys (self, "Return");
  /* Newer GTK takes the first Return for the folder and waits for another one. */
  g_usleep (700 * 1000);
  if (driver_has (self, ATSPI_ROLE_DIALOG, NULL))
    driver_keys (self, "Return");
}

void
driver_choose_file (Driver *self, const char *path)
{
  /* GTK's own dialog takes a path as soon as a slash is typed. */
  g_usleep (600 * 1000);
  answer_dialog (self, path);
}

void
driver_save_as (Driver *self, const char *path)
{
  /* The proposed name is there, its ending not selected. */
  g_usleep (600 * 1000);
  driver_keys (self, "ctrl+a");
  answer_dialog (self, path);
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
  g_autoptr (GError) error = NULL;

  driver_keys (self, "ctrl+q");
  g_assert_true (g_subprocess_wait (self->process, NULL, &error));
  g_assert_no_error (error);
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
