// SPDX-License-Identifier: GPL-3.0-or-later
// Analysing all articles again, with a look at what would change first. Room: gui/app.
#include "cpt-window-private.h"

#include <glib/gi18n.h>

#include "cpt-describe.h"
#include "cpt-dialogs.h"
#include "cpt-profile-change.h"

typedef struct
{
  CptWindow *window;
  CptDocument *document; /* that was open when it began */
  CptProfileChange *change;
} Again;

static void
again_free (Again *again)
{
  g_object_unref (again->window);
  g_object_unref (again->document);
  g_clear_pointer (&again->change, cpt_profile_change_free);
  g_free (again);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Again *again = user_data;
  CptSession *session = again->window->session;

  if (cpt_ask_finish (result, NULL) == 1 && again->window->document == again->document)
    cpt_session_do (session, cpt_profile_change_dup_command (again->change, cpt_session_get_state (session)));
  again_free (again);
}

static guint
count_old (CptState *state)
{
  guint n_old = 0;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    n_old += cpt_state_get_article (state, i)->engine_version < CPT_ENGINE_VERSION;
  return n_old;
}

static void
ask (Again *again)
{
  CptState *state = cpt_session_get_state (again->window->session);
  g_autoptr (CptCommand) command = cpt_profile_change_dup_command (again->change, state);
  CptStateChanges changes = cpt_state_compare (state, cpt_command_get_after (command));
  g_autofree char *body = cpt_describe_changes (changes);
  const char *buttons[] = { _("_Cancel"), _("_Apply"), NULL };
  CptQuestion question
      = { .heading = _("Take the new findings?"), .body = body, .buttons = buttons, .default_button = 1, .cancel_button = 0 };

  if (!cpt_describe_changes_any (changes))
    { /* only that the findings are of today is worth keeping */
      if (count_old (state) > 0)
        cpt_session_do (again->window->session, g_steal_pointer (&command));
      cpt_window_show_status (again->window, _("Analysed again: nothing changes"));
      again_free (again);
      return;
    }
  cpt_ask_async (GTK_WINDOW (again->window), &question, NULL, answered_cb, again);
}

static void
analysed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Again *again = user_data;
  g_autoptr (GError) error = NULL;

  again->change = cpt_profile_change_finish (result, &error);
  cpt_window_show_status (again->window, "");
  if (again->change != NULL && again->window->document == again->document)
    {
      ask (again);
      return;
    }
  if (error != NULL)
    cpt_banner_show (again->window->banner, error->message, NULL);
  again_free (again);
}

/* All articles of the comparison under its own profile; nothing changes before the user has seen what would. */
void
cpt_window_analyse_again (CptWindow *self)
{
  CptState *state = cpt_session_get_state (self->session);
  Again *again = g_new0 (Again, 1);

  again->window = g_object_ref (self);
  again->document = g_object_ref (self->document);
  cpt_window_show_status (self, _("Analysing again…"));
  cpt_profile_change_async (state, cpt_state_get_profile (state), _("Analyse again"), NULL, analysed_cb, again);
}

/**
 * cpt_window_offer_analysis:
 *
 * A comparison whose findings are those of an older engine can have new ones; what a person decided stays.
 */
void
cpt_window_offer_analysis (CptWindow *self)
{
  CptState *state = cpt_session_get_state (self->session);
  guint n_old = count_old (state);
  g_autofree char *message = NULL;

  if (n_old == 0)
    return;
  message = g_strdup_printf (ngettext ("%u article was analysed by an older version of Counterpoint",
                                       "%u articles were analysed by an older version of Counterpoint", n_old),
                             n_old);
  cpt_banner_show (self->banner, message, _("The new one may find more. You see what would change before it does."));
  cpt_banner_add_button (self->banner, _("_Analyse Again…"), "win.analyse-again");
}
