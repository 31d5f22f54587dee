// SPDX-License-Identifier: GPL-3.0-or-later
// There is no window manager: keys go where this says, and the program's window stands in the corner of the screen.
#include "portal.h"

#include <string.h>

#define POLL_US 50000
#define SETTLE_US 500000

static void
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

/* What a command prints; its status is no matter: xdotool fails when it finds nothing. */
static char *
dup_output (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
    = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  return g_strstrip (output);
}

/* The first visible window of a program: its number for xdotool, (nullable). What a drag carries is a window, too, and
 * GTK 4.18 leaves it mapped; but it is a later one. */
static char *
dup_window (const char *class_name)
{
  g_autofree char *found
    = dup_output ((const char *[]){ "xdotool", "search", "--onlyvisible", "--class", class_name, NULL });
  char *end = strchr (found, '\n');

  if (end != NULL)
    *end = '\0';
  return *found == '\0' ? NULL : g_steal_pointer (&found);
}

static char *
wait_for_window (const char *class_name)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;
  char *window;

  while ((window = dup_window (class_name)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("no window of %s", class_name);
      g_usleep (POLL_US);
    }
  return window;
}

static void
wait_for_no_window (const char *class_name)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  for (;;)
    {
      g_autofree char *window = dup_window (class_name);

      if (window == NULL)
        return;
      if (g_get_monotonic_time () > end)
        g_error ("a window of %s stays", class_name);
      g_usleep (POLL_US);
    }
}

static void
keys (const char *names)
{
  run ((const char *[]){ "xdotool", "key", "--delay", "30", names, NULL });
  g_usleep (SETTLE_US);
}

static void
answer (const char *path, const char *screenshot)
{
  keys ("ctrl+a");
  run ((const char *[]){ "xdotool", "type", "--delay", "15", path, NULL });
  g_usleep (SETTLE_US);
  driver_screenshot (NULL, screenshot);
  keys ("Return");
  wait_for_no_window ("xdg-desktop-portal-gtk");
  portal_focus_program (TRUE);
}

static void
focus_dialog (void)
{
  g_autofree char *window = wait_for_window ("xdg-desktop-portal-gtk");

  g_usleep (SETTLE_US);
  run ((const char *[]){ "xdotool", "windowfocus", "--sync", window, NULL });
  g_usleep (SETTLE_US);
}

void
portal_choose_file (const char *path, const char *screenshot)
{
  focus_dialog ();
  /* The dialog begins with the recent files, where no path can be typed. */
  keys ("alt+Home");
  keys ("ctrl+l");
  answer (path, screenshot);
}

void
portal_save_as (const char *path, const char *screenshot)
{
  focus_dialog ();
  answer (path, screenshot);
}

void
portal_focus_program (gboolean focused)
{
  g_autofree char *window = NULL;

  if (focused)
    window = wait_for_window ("counterpoint");
  else
    window = dup_output ((const char *[]){ "xdotool", "search", "--maxdepth", "0", "--name", "", NULL });
  if (*window != '\0')
    run ((const char *[]){ "xdotool", "windowfocus", window, NULL });
  g_usleep (SETTLE_US);
}

void
portal_set_color_scheme (const char *scheme)
{
  run ((const char *[]){ "gsettings", "set", "org.gnome.desktop.interface", "color-scheme", scheme, NULL });
}

/* Mean brightness of the screen, 0 to 1. */
static double
measure_brightness (void)
{
  g_autofree char *mean = dup_output (
    (const char *[]){ "sh", "-c", "import -window root png:- | convert png:- -colorspace Gray -format '%[fx:mean]' info:", NULL });

  return g_ascii_strtod (mean, NULL);
}

void
portal_wait_dark (gboolean dark)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  while ((measure_brightness () < 0.5) != dark)
    {
      if (g_get_monotonic_time () > end)
        g_error ("the screen does not become %s", dark ? "dark" : "light");
      g_usleep (POLL_US);
    }
}
