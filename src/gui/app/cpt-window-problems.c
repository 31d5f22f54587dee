// SPDX-License-Identifier: GPL-3.0-or-later
// Files that could not be opened, each with its reason. Room: gui/app.
#include "cpt-window-private.h"

#include <glib/gi18n.h>

/* More than these would take the room of what could be opened. */
#define MAX_LINES_IN_BANNER 3

static char *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) lines->pdata[i]);
  return g_string_free (text, FALSE);
}

/**
 * cpt_window_show_problems:
 * @problems: (element-type utf8): a message for each file
 *
 * One file: its own message. Some: how many, and the messages below. Many: how many, and a list behind a button.
 */
void
cpt_window_show_problems (CptWindow *self, GPtrArray *problems)
{
  g_autofree char *message = NULL;

  g_free (self->problems);
  self->problems = join_lines (problems);
  if (problems->len == 1)
    {
      cpt_banner_show (self->banner, self->problems,
                       _("Open a text, Markdown or saved web page instead, or save the article again as plain text."));
      cpt_banner_add_button (self->banner, _("_Open Another…"), "win.open");
      return;
    }
  message = g_strdup_printf (ngettext ("%u file could not be opened", "%u files could not be opened", problems->len),
                             problems->len);
  cpt_banner_show (self->banner, message, problems->len > MAX_LINES_IN_BANNER ? NULL : self->problems);
  if (problems->len > MAX_LINES_IN_BANNER)
    cpt_banner_add_button (self->banner, _("_Show Which…"), "win.show-problems");
  else
    cpt_banner_add_button (self->banner, _("_Open Another…"), "win.open");
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/**
 * cpt_window_show_problem_list:
 *
 * All of them, to be read, selected and copied.
 */
void
cpt_window_show_problem_list (CptWindow *self)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (self->problems);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "problem-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_title (GTK_WINDOW (window), _("Files That Could Not Be Opened"));
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 420);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * cpt_window_tell_known:
 * @names: (element-type utf8): files whose article is there already
 *
 * That is no problem, only something to know.
 */
void
cpt_window_tell_known (CptWindow *self, GPtrArray *names)
{
  g_autofree char *message = NULL;

  if (names->len == 0)
    return;
  message = names->len == 1
                ? g_strdup_printf (_("“%s” is here already and was not added again"), (const char *) names->pdata[0])
                : g_strdup_printf (ngettext ("%u article is here already and was not added again",
                                             "%u articles are here already and were not added again", names->len),
                                   names->len);
  cpt_window_show_status (self, message);
}
