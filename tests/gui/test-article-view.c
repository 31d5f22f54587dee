// SPDX-License-Identifier: GPL-3.0-or-later
#include "states.h"

#include "cpt-article-view.h"

#include <string.h>

static GtkWidget *
find_text_view (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Whether the tags at the beginning of a statement say what its sides say. */
static void
assert_marked (GtkTextBuffer *buffer, const CptArticleState *article, const CptStatement *statement)
{
  GtkTextIter iter;
  GSList *tags;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) cpt_article_char_offset (article->article, statement->span.begin_bytes));
  tags = gtk_text_iter_get_tags (&iter);
  g_assert_cmpuint (g_slist_length (tags), ==, (guint) __builtin_popcount (statement->now.sides));
  g_slist_free (tags);
}

static void
test_text_and_marks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (CptState) state = states_new_random (rand, 2, 80);
  const CptArticleState *article = cpt_state_get_article (state, 1);
  GtkWidget *view = g_object_ref_sink (cpt_article_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text_view (view)));
  g_autofree char *text = NULL;

  cpt_article_view_show (CPT_ARTICLE_VIEW (view), state, article->id);
  settle ();
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, cpt_article_get_text (article->article));
  for (guint i = 0; i < article->statements->len; i++)
    assert_marked (buffer, article, g_ptr_array_index (article->statements, i));
  g_assert_finalize_object (view);
}

static void
test_marks_follow_commands (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (CptState) state = states_new_random (rand, 1, 60);
  GtkWidget *view = g_object_ref_sink (cpt_article_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text_view (view)));

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (CptCommand) command = states_new_random_command (rand, state);
      const CptArticleState *article;

      if (command != NULL)
        {
          CptState *after = cpt_state_ref (cpt_command_get_after (command));

          cpt_state_unref (state);
          state = after;
        }
      if (cpt_state_get_n_articles (state) == 0)
        break;
      article = cpt_state_get_article (state, 0);
      cpt_article_view_show (CPT_ARTICLE_VIEW (view), state, article->id);
      settle ();
      for (guint i = 0; i < article->statements->len; i++)
        assert_marked (buffer, article, g_ptr_array_index (article->statements, i));
    }
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/article-view/text-and-marks", test_text_and_marks);
  g_test_add_func ("/gui/article-view/marks-follow-commands", test_marks_follow_commands);
  return g_test_run ();
}
