// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about the comparison as a whole, articles that leave it included. Room: core/comparison.
#include "cpt-command-private.h"

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/**
 * cpt_command_set_title:
 * @title: (nullable): of the comparison; %NULL or blank for none
 *
 * Returns: (transfer full) (nullable): the command; %NULL when nothing would change
 */
CptCommand *
cpt_command_set_title (CptState *state, const char *title)
{
  g_autofree char *stripped = dup_stripped (title);
  g_autoptr (CptStateBuilder) builder = NULL;

  if (g_str_equal (state->title, stripped))
    return NULL;
  builder = cpt_state_builder_new (state);
  g_free (builder->title);
  builder->title = g_steal_pointer (&stripped);
  return cpt_command_new (state, builder, g_strdup (_ ("Rename comparison")));
}

/**
 * cpt_command_remove_article:
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such article
 */
CptCommand *
cpt_command_remove_article (CptState *state, guint32 article_id)
{
  const CptArticleState *article = cpt_state_find_article (state, article_id);
  g_autoptr (CptStateBuilder) builder = NULL;

  if (article == NULL)
    return NULL;
  builder = cpt_state_builder_new (state);
  cpt_state_builder_remove_article (builder, article_id);
  return cpt_command_new (state, builder,
                          g_strdup_printf (_ ("Remove article “%s”"), cpt_article_get_display_name (article->article)));
}
