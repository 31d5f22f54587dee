// SPDX-License-Identifier: GPL-3.0-or-later
// New metadata, new findings, one undoable step. Room: gui/models; opens no window.
#include "cpt-reanalysis.h"

#include <glib/gi18n.h>

#include "cpt-profile-change.h"

struct _CptReanalysis
{
  CptSession *session;
  CptHistory *history; /* of the comparison that was open when the work began */
  guint32 article_id;
  CptArticle *article;
  CptProfile *profile;
  char *label;
  CptAnalysis *analysis; /* (nullable): until it is there */
};

void
cpt_reanalysis_free (CptReanalysis *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->session);
  g_object_unref (self->history);
  cpt_article_unref (self->article);
  cpt_profile_unref (self->profile);
  g_clear_pointer (&self->analysis, cpt_analysis_unref);
  g_free (self->label);
  g_free (self);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CptReanalysis *self = task_data;
  GError *error = NULL;

  self->analysis = cpt_analysis_run (self->article, self->profile, cancellable, &error);
  if (self->analysis != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cpt_reanalysis_dup_command:
 *
 * Returns: (transfer full) (nullable): the step for the present state, whatever the user did meanwhile; %NULL when the
 *   comparison is no longer open or the article is gone
 */
CptCommand *
cpt_reanalysis_dup_command (CptReanalysis *self)
{
  if (cpt_session_get_history (self->session) != self->history)
    return NULL;
  return cpt_command_reanalyse (cpt_session_get_state (self->session), self->article_id, self->analysis, self->label);
}

/**
 * cpt_reanalyse_async:
 * @session: with an open comparison
 * @article_id: an article of it
 * @metadata: what is known about its publication from now on; copied
 * @label: what to call the step ("Set publication date"); copied
 *
 * Analyses the article under its new metadata in a worker thread. Nothing is changed before the step is done that
 * cpt_reanalysis_dup_command() gives. What a person decided stays.
 */
void
cpt_reanalyse_async (CptSession *session, guint32 article_id, const CptArticleMetadata *metadata, const char *label,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  CptState *state = cpt_session_get_state (session);
  const CptArticleState *article = state != NULL ? cpt_state_find_article (state, article_id) : NULL;
  CptReanalysis *self;

  g_task_set_source_tag (task, cpt_reanalyse_async);
  if (article == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No article");
      return;
    }
  self = g_new0 (CptReanalysis, 1);
  self->session = g_object_ref (session);
  self->history = g_object_ref (cpt_session_get_history (session));
  self->article_id = article_id;
  self->article = cpt_article_with_metadata (article->article, metadata);
  self->profile = cpt_profile_ref (cpt_state_get_profile (state));
  self->label = g_strdup (label);
  g_task_set_task_data (task, self, (GDestroyNotify) cpt_reanalysis_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * cpt_reanalyse_finish:
 *
 * Returns: (transfer full) (nullable): the findings
 *
 * Errors: %G_IO_ERROR_CANCELLED, and those of the analysis.
 */
CptReanalysis *
cpt_reanalyse_finish (GAsyncResult *result, GError **error)
{
  CptReanalysis *done = g_task_get_task_data (G_TASK (result));
  CptReanalysis *self;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  self = g_new0 (CptReanalysis, 1);
  *self = (CptReanalysis){
    .session = g_object_ref (done->session),
    .history = g_object_ref (done->history),
    .article_id = done->article_id,
    .article = cpt_article_ref (done->article),
    .profile = cpt_profile_ref (done->profile),
    .label = g_strdup (done->label),
    .analysis = cpt_analysis_ref (done->analysis),
  };
  return self;
}

/* --- always count X as Y --- */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CptSession *session = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (CptProfileChange) change = cpt_profile_change_finish (result, &error);

  if (change == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* A late result for a comparison that is no longer open is dropped. */
  if (cpt_session_get_history (session) == g_task_get_task_data (task))
    cpt_session_do (session, cpt_profile_change_dup_command (change, cpt_session_get_state (session)));
  g_task_return_boolean (task, TRUE);
}

/**
 * cpt_count_as_async:
 * @session: with an open comparison
 * @source: who speaks, as its statements name it
 * @side: index of the side for which it speaks from now on; negative: for none
 *
 * Writes the rule into the comparison's own profile and analyses all articles under it, in a worker thread. What a person
 * decided stays. One step of the history.
 *
 * Errors: %CPT_PROFILE_ERROR_INVALID when the rule contradicts another, such as one name for two sides.
 */
void
cpt_count_as_async (CptSession *session, const char *source, int side, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, callback, user_data);
  CptState *state = cpt_session_get_state (session);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  const CptSide *chosen = side >= 0 && (guint) side < n_sides ? &sides[side] : NULL;
  g_autoptr (CptProfileDraft) draft = cpt_profile_draft_new (cpt_state_get_profile (state));
  g_autoptr (CptProfile) profile = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;

  cpt_profile_draft_count_as (draft, source, chosen == NULL ? NULL : chosen->id);
  profile = cpt_profile_draft_end (draft, &error);
  if (profile == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  label = g_strdup_printf (_("Always count %1$s as %2$s"), source, chosen == NULL ? _("Context") : chosen->name);
  g_task_set_task_data (task, g_object_ref (cpt_session_get_history (session)), g_object_unref);
  cpt_profile_change_async (state, profile, label, NULL, counted_cb, g_steal_pointer (&task));
}

gboolean
cpt_count_as_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
