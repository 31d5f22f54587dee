// SPDX-License-Identifier: GPL-3.0-or-later
// From arguments to a comparison: what `compare` and `export` have in common. Room: cli.
#include "cpt-comparing.h"

#include "cpt-command.h"
#include "cpt-importer.h"
#include "cpt-proposal.h"
#include "cpt-store.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_PROFILE "nato-kremlin"
#define EMPTY_PROFILE "empty"

void
cpt_comparing_clear (CptComparing *self)
{
  g_clear_pointer (&self->profile, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->files, g_strfreev);
}

GOptionEntry *
cpt_comparing_new_entries (CptComparing *self, guint n_more)
{
  const GOptionEntry own[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &self->profile,
      N_ ("The conflict: a profile file, or the name of one that comes with the program"), N_ ("FILE") },
    { "published", 0, 0, G_OPTION_ARG_STRING, &self->published,
      N_ ("Day of publication of articles that do not say it, such as 2025-12-20"), N_ ("DATE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language, N_ ("Language of articles that name none, such as en"),
      N_ ("TAG") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, N_ ("FILE…") },
    { NULL },
  };
  GOptionEntry *entries = g_new0 (GOptionEntry, n_more + G_N_ELEMENTS (own));

  memcpy (entries + n_more, own, sizeof own);
  return entries;
}

const char *
cpt_comparing_find_fault (const CptComparing *self)
{
  guint n_comparisons = 0, n_files = self->files != NULL ? g_strv_length (self->files) : 0;

  for (guint i = 0; i < n_files; i++)
    n_comparisons += g_str_has_suffix (self->files[i], CPT_STORE_SUFFIX);
  if (n_files == 0)
    return _ ("name articles, or one saved comparison");
  if (n_comparisons > 0 && n_files > 1)
    return _ ("a saved comparison stands alone: name articles, or one comparison");
  if (n_comparisons > 0 && (self->profile != NULL || self->published != NULL || self->language != NULL))
    return _ ("a saved comparison has its own profile, dates and languages");
  if (self->published != NULL && cpt_day_parse_iso (self->published) == CPT_DAY_NONE)
    return _ ("--published is a date such as 2025-12-20");
  return NULL;
}

CptProfile *
cpt_comparing_load_profile (const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (name == NULL)
    return cpt_profile_new_builtin (DEFAULT_PROFILE, error);
  if (g_str_equal (name, EMPTY_PROFILE))
    return cpt_profile_new_empty ();
  if (strchr (name, '/') == NULL && !g_file_test (name, G_FILE_TEST_EXISTS))
    return cpt_profile_new_builtin (name, error);
  file = g_file_new_for_commandline_arg (name);
  return cpt_profile_load (file, cancellable, error);
}

/* What the file does not say about its publication, the options say. */
static CptArticle *
import (const CptComparing *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (CptArticle) article = cpt_import_file (file, cancellable, error);
  CptArticleMetadata metadata;

  if (article == NULL)
    return NULL;
  metadata = *cpt_article_get_metadata (article);
  if (metadata.published == NULL)
    metadata.published = self->published;
  if (metadata.language == NULL)
    metadata.language = self->language;
  return cpt_article_with_metadata (article, &metadata);
}

static GPtrArray *
analyse_all (const CptComparing *self, CptAnalyser *analyser, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_analysis_unref);

  for (guint i = 0; self->files[i] != NULL; i++)
    {
      g_autoptr (CptArticle) article = import (self, self->files[i], cancellable, error);
      CptAnalysis *analysis = article != NULL ? cpt_analyser_run (analyser, article, cancellable, error) : NULL;

      if (analysis == NULL)
        return NULL;
      g_ptr_array_add (analyses, analysis);
    }
  return g_steal_pointer (&analyses);
}

CptProfile *
cpt_comparing_propose (CptAnalysis *const *analyses, guint n_analyses)
{
  return n_analyses > 0 ? cpt_sides_propose (cpt_analysis_get_profile (analyses[0]), analyses, n_analyses) : NULL;
}

/* The same articles under another profile. */
static GPtrArray *
analyse_again (CptProfile *profile, const GPtrArray *analyses, GCancellable *cancellable, GError **error)
{
  g_autoptr (CptAnalyser) analyser = cpt_analyser_new (profile);
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_analysis_unref);

  for (guint i = 0; i < analyses->len; i++)
    {
      CptAnalysis *analysis = cpt_analyser_run (analyser, cpt_analysis_get_article (analyses->pdata[i]), cancellable, error);

      if (analysis == NULL)
        return NULL;
      g_ptr_array_add (again, analysis);
    }
  return g_steal_pointer (&again);
}

/* Puts proposed sides in place of those of a profile that knows nobody. */
static gboolean
propose_sides (CptProfile **profile, GPtrArray **analyses, GCancellable *cancellable, GError **error)
{
  CptProfile *proposed = cpt_comparing_propose ((CptAnalysis *const *) (*analyses)->pdata, (*analyses)->len);
  GPtrArray *again;

  if (proposed == NULL)
    return TRUE;
  cpt_profile_unref (*profile);
  *profile = proposed;
  again = analyse_again (proposed, *analyses, cancellable, error);
  if (again == NULL)
    return FALSE;
  g_ptr_array_unref (*analyses);
  *analyses = again;
  return TRUE;
}

CptState *
cpt_comparing_run (const CptComparing *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CptProfile) profile = NULL;
  g_autoptr (CptAnalyser) analyser = NULL;
  g_autoptr (GPtrArray) analyses = NULL;
  g_autoptr (CptState) empty = NULL;
  g_autoptr (CptCommand) command = NULL;

  if (g_str_has_suffix (self->files[0], CPT_STORE_SUFFIX))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->files[0]);

      return cpt_store_load (file, NULL, cancellable, error);
    }
  profile = cpt_comparing_load_profile (self->profile, cancellable, error);
  if (profile == NULL)
    return NULL;
  analyser = cpt_analyser_new (profile);
  analyses = analyse_all (self, analyser, cancellable, error);
  if (analyses == NULL || !propose_sides (&profile, &analyses, cancellable, error))
    return NULL;
  empty = cpt_state_new (profile);
  command = cpt_command_add_articles (empty, (CptAnalysis *const *) analyses->pdata, analyses->len);
  return cpt_state_ref (cpt_command_get_after (command));
}
