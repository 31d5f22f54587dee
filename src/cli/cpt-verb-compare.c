// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-cli compare: the board in the terminal. Room: cli.
#include "cpt-board-text.h"
#include "cpt-cli.h"
#include "cpt-comparing.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define VERB "compare"
#define DEFAULT_WIDTH 100
#define MIN_WIDTH 30
#define MAX_WIDTH 240

/* Of the terminal; else of the environment variable that shells keep; else a page. */
static guint
find_width (void)
{
  struct winsize size = { 0 };
  const char *columns = g_getenv ("COLUMNS");
  guint64 width = 0;

  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  if (width == 0 && columns != NULL)
    width = g_ascii_strtoull (columns, NULL, 10);
  return width == 0 ? DEFAULT_WIDTH : (guint) CLAMP (width, MIN_WIDTH, MAX_WIDTH);
}

static gboolean
wants_colour (void)
{
  const char *off = g_getenv ("NO_COLOR");

  return isatty (STDOUT_FILENO) && (off == NULL || *off == '\0') && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

int
cpt_verb_compare_run (int argc, char **argv)
{
  g_auto (CptComparing) comparing = { 0 };
  g_autofree GOptionEntry *entries = cpt_comparing_new_entries (&comparing, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) state = NULL;
  g_autoptr (GString) text = NULL;

  if (!cpt_cli_parse (VERB, _ ("Prints what each side says, side by side and topic by topic, then the dated events."),
                      entries, argc, argv))
    return CPT_EXIT_USAGE;
  if (cpt_comparing_find_fault (&comparing) != NULL)
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, "%s", cpt_comparing_find_fault (&comparing));
  state = cpt_comparing_run (&comparing, cpt_cli_get_cancellable (), &error);
  if (state == NULL)
    return cpt_cli_report (VERB, error);
  text = cpt_board_text_new (state, find_width (), wants_colour ());
  if (!cpt_cli_print (text->str, text->len, &error))
    return cpt_cli_report (VERB, error);
  return CPT_EXIT_OK;
}
