// SPDX-License-Identifier: GPL-3.0-or-later
// Another profile for an open comparison. Room: gui/models; opens no window, changes nothing itself.
#include "cpt-profile-change.h"

struct _CptProfileChange
{
  CptState *base;
  CptProfile *profile;
  char *label; /* (nullable) */
  GArray *article_ids;
  GPtrArray *analyses; /* CptAnalysis */
  CptCommand *command; /* (nullable): prepared for the base */
};

void
cpt_profile_change_free (CptProfileChange *self)
{
  if (self == NULL)
    return;
  cpt_state_unref (self->base);
  cpt_profile_unref (self->profile);
  g_free (self->label);
  g_array_unref (self->article_ids);
  g_ptr_array_unref (self->analyses);
  g_clear_pointer (&self->command, cpt_command_unref);
  g_free (self);
}

static CptCommand *
command_new (CptProfileChange *self, CptState *state)
{
  return cpt_command_set_profile (state, self->profile, (const guint32 *) (gpointer) self->article_ids->data,
                                  (CptAnalysis *const *) self->analyses->pdata, self->analyses->len, self->label);
}

static gboolean
analyse_all (CptProfileChange *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CptAnalyser) analyser = cpt_analyser_new (self->profile);

  g_array_set_size (self->article_ids, 0);
  g_ptr_array_set_size (self->analyses, 0);
  for (guint i = 0; i < cpt_state_get_n_articles (self->base); i++)
    {
      const CptArticleState *article = cpt_state_get_article (self->base, i);
      CptAnalysis *analysis = cpt_analyser_run (analyser, article->article, cancellable, error);

      if (analysis == NULL)
        return FALSE;
      g_ptr_array_add (self->analyses, analysis);
      g_array_append_val (self->article_ids, article->id);
    }
  return TRUE;
}

/* Under a profile that knows nobody the main sources are proposed as sides. */
static gboolean
propose_sides (CptProfileChange *self, GCancellable *cancellable, GError **error)
{
  CptProfile *proposed =
      cpt_sides_propose (self->profile, (CptAnalysis *const *) self->analyses->pdata, self->analyses->len);

  if (proposed == NULL)
    return TRUE;
  cpt_profile_unref (self->profile);
  self->profile = proposed;
  return analyse_all (self, cancellable, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CptProfileChange *self = task_data;
  GError *error = NULL;

  if (!analyse_all (self, cancellable, &error) || !propose_sides (self, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->command = command_new (self, self->base);
  g_task_return_boolean (task, TRUE);
}

/**
 * cpt_profile_change_async:
 * @state: whose articles to analyse
 * @profile: under which profile
 * @label: (nullable): translated; what to call the step; copied
 *
 * Works out in a worker thread what @state would be under @profile.
 *
 * Cost: that of analysing all articles anew.
 */
void
cpt_profile_change_async (CptState *state, CptProfile *profile, const char *label, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  CptProfileChange *self = g_new0 (CptProfileChange, 1);

  self->base = cpt_state_ref (state);
  self->profile = cpt_profile_ref (profile);
  self->label = g_strdup (label);
  self->article_ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_analysis_unref);
  g_task_set_source_tag (task, cpt_profile_change_async);
  g_task_set_task_data (task, self, (GDestroyNotify) cpt_profile_change_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * cpt_profile_change_finish:
 *
 * Returns: (transfer full) (nullable): the change
 *
 * Errors: %G_IO_ERROR_CANCELLED, and those of the analysis.
 */
CptProfileChange *
cpt_profile_change_finish (GAsyncResult *result, GError **error)
{
  CptProfileChange *done = g_task_get_task_data (G_TASK (result));
  CptProfileChange *self;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  self = g_new0 (CptProfileChange, 1);
  *self = (CptProfileChange){ cpt_state_ref (done->base), cpt_profile_ref (done->profile), g_strdup (done->label),
                              g_array_ref (done->article_ids), g_ptr_array_ref (done->analyses),
                              cpt_command_ref (done->command) };
  return self;
}

/**
 * cpt_profile_change_dup_command:
 * @state: the present state, perhaps another than the one that was analysed: what the user did meanwhile stays
 *
 * Returns: (transfer full): the step
 */
CptCommand *
cpt_profile_change_dup_command (CptProfileChange *self, CptState *state)
{
  return state == self->base ? cpt_command_ref (self->command) : command_new (self, state);
}
