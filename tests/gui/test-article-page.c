// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the Article page: with the sentence at the cursor, and with selected words.
#include <string.h>

#include "settle.h"
#include "cpt-article-page.h"
#include "cpt-snap.h"
#include "cpt-style.h"
#include "states.h"

typedef struct
{
  CptHistory *history;
  CptSession *session;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *text_view;
} Fixture;

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
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (CptState) state = states_new_random (rand, 1, 20);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);

  fixture->history = cpt_history_new (comparison);
  fixture->session = cpt_session_new ();
  cpt_session_set_history (fixture->session, fixture->history);
  cpt_session_set_page (fixture->session, CPT_PAGE_ARTICLE);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  fixture->page = cpt_article_page_new (fixture->session);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->text_view = find_text_view (fixture->page);
  gtk_widget_grab_focus (fixture->text_view);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->history);
}

static const CptArticleState *
get_article (Fixture *fixture)
{
  return cpt_state_get_article (cpt_session_get_state (fixture->session), 0);
}

static const CptStatement *
statement_at (Fixture *fixture, guint i)
{
  return get_article (fixture)->statements->pdata[i];
}

static void
get_iter (Fixture *fixture, gsize offset_bytes, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text_view)), iter,
                                      (int) cpt_article_char_offset (get_article (fixture)->article, offset_bytes));
}

static void
put_cursor (Fixture *fixture, gsize offset_bytes)
{
  GtkTextIter iter;

  get_iter (fixture, offset_bytes, &iter);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text_view)), &iter);
  settle ();
}

static void
select_span (Fixture *fixture, CptSpan span)
{
  GtkTextIter begin, end;

  get_iter (fixture, span.begin_bytes, &begin);
  get_iter (fixture, span.end_bytes, &end);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text_view)), &end, &begin);
  settle ();
}

static void
activate (Fixture *fixture, const char *action, const char *target)
{
  g_autoptr (GVariant) parameter = target == NULL ? NULL : g_variant_ref_sink (g_variant_new_parsed (target));

  g_assert_true (gtk_widget_activate_action_variant (fixture->page, action, parameter));
  settle ();
}

/* A blank with words on both sides of it in the statement, or 0. */
static gsize
find_blank (Fixture *fixture, const CptStatement *statement)
{
  const char *text = cpt_article_get_text (get_article (fixture)->article);

  for (gsize i = statement->span.begin_bytes; i < statement->span.end_bytes; i++)
    {
      g_autoptr (CptCommand) command
          = text[i] == ' ' ? cpt_command_split (cpt_session_get_state (fixture->session), statement->id, i) : NULL;

      if (command != NULL)
        return i;
    }
  return 0;
}

/* The position of a statement that can be cut, followed by another. */
static guint
find_cuttable (Fixture *fixture)
{
  for (guint i = 0; i + 1 < get_article (fixture)->statements->len; i++)
    if (find_blank (fixture, statement_at (fixture, i)) > 0)
      return i;
  g_assert_not_reached ();
}

/* Moving the cursor, by whatever means, moves the attention. */
static void
test_cursor_has_attention (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      put_cursor (fixture, statement_at (fixture, i)->span.begin_bytes);
      g_assert_cmpuint (cpt_session_get_focus_statement (fixture->session), ==, statement_at (fixture, i)->id);
    }
}

static void
test_split_and_join (Fixture *fixture, gconstpointer data)
{
  guint i = find_cuttable (fixture);
  guint32 id = statement_at (fixture, i)->id;
  CptSpan whole = statement_at (fixture, i)->span;
  gsize blank = find_blank (fixture, statement_at (fixture, i));
  guint n = get_article (fixture)->statements->len;

  put_cursor (fixture, blank + 1);
  activate (fixture, "article.split", NULL);
  g_assert_cmpuint (get_article (fixture)->statements->len, ==, n + 1);
  g_assert_cmpuint (statement_at (fixture, i)->id, ==, id);
  g_assert_cmpuint (cpt_session_get_focus_statement (fixture->session), ==, statement_at (fixture, i + 1)->id);
  g_assert_true (gtk_widget_has_focus (fixture->text_view));
  cpt_history_undo (fixture->history);
  settle ();
  g_assert_cmpuint (cpt_session_get_focus_statement (fixture->session), ==, id); /* what has its words now */
  cpt_history_redo (fixture->history);
  settle ();
  put_cursor (fixture, whole.begin_bytes);
  activate (fixture, "article.join", NULL);
  g_assert_true (cpt_span_equal (statement_at (fixture, i)->span, whole));
}

static void
test_words_become_a_statement (Fixture *fixture, gconstpointer data)
{
  guint i = find_cuttable (fixture);
  CptSpan first = statement_at (fixture, i)->span, second = statement_at (fixture, i + 1)->span;
  CptSpan span = { find_blank (fixture, statement_at (fixture, i)) + 1, second.begin_bytes + 1 };
  const char *text = cpt_article_get_text (get_article (fixture)->article);
  CptSpan words = cpt_snap_to_words (text, span);

  select_span (fixture, span);
  g_usleep (300 * 1000);
  settle ();
  g_assert_true (GTK_IS_POPOVER (gtk_widget_get_last_child (fixture->page)));
  g_assert_true (gtk_widget_has_focus (fixture->text_view));
  activate (fixture, "article.set-side", "1");
  g_assert_true (cpt_span_equal (statement_at (fixture, i + 1)->span, words));
  g_assert_cmpuint (statement_at (fixture, i + 1)->now.sides, ==, CPT_SIDE_BIT (1));
  g_assert_cmpuint (statement_at (fixture, i)->span.begin_bytes, ==, first.begin_bytes);
  g_assert_cmpuint (cpt_session_get_focus_statement (fixture->session), ==, statement_at (fixture, i + 1)->id);
  cpt_history_undo (fixture->history);
  settle ();
  g_assert_true (cpt_span_equal (statement_at (fixture, i)->span, first));
  g_assert_false (cpt_history_get_can_undo (fixture->history));
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, statement_at (fixture, 1)->span.begin_bytes);
  activate (fixture, "article.to-context", NULL);
  activate (fixture, "article.toggle-side-0", NULL);
  activate (fixture, "article.toggle-side-1", NULL);
  g_assert_cmpuint (statement_at (fixture, 1)->now.sides, ==, 3);
  activate (fixture, "article.toggle-side-0", NULL);
  g_assert_cmpuint (statement_at (fixture, 1)->now.sides, ==, 2);
  activate (fixture, "article.set-note", "'look again'");
  g_assert_cmpstr (statement_at (fixture, 1)->note, ==, "look again");
  activate (fixture, "article.confirm", NULL);
  g_assert_true (statement_at (fixture, 1)->decided & CPT_DECIDED_CONFIRMED);
  activate (fixture, "article.new-topic", "'Winter'");
  g_assert_cmpstr (cpt_state_get_topic_name (cpt_session_get_state (fixture->session), statement_at (fixture, 1)->now.topic),
                   ==, "Winter");
  activate (fixture, "article.reset", NULL);
  g_assert_cmpuint (statement_at (fixture, 1)->now.sides, ==, statement_at (fixture, 1)->found.sides);
}

static void
test_snap (void)
{
  static const struct
  {
    const char *text;
    const char *selected;
    const char *words;
  } rows[] = {
    { "She said it, then left.", "aid i", "said it," },
    { "He called it “a show”.", "show", "show”." },
    { "Не правда, сказал он.", "равд", "правда," },
    { "one two", " two", "two" },
    { "one two", " ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize begin = (gsize) (strstr (rows[i].text, rows[i].selected) - rows[i].text);
      CptSpan span = cpt_snap_to_words (rows[i].text, CPT_SPAN (begin, begin + strlen (rows[i].selected)));
      g_autofree char *words = g_strndup (rows[i].text + span.begin_bytes, cpt_span_get_length_bytes (span));

      g_assert_cmpstr (words, ==, rows[i].words);
    }
  g_assert_cmpuint (cpt_snap_propose ("Some say so, others do not.", CPT_SPAN (0, 27)), ==, 13);
  g_assert_cmpuint (cpt_snap_propose ("no comma here", CPT_SPAN (0, 13)), ==, 3);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  cpt_style_register ();
  g_test_add ("/gui/article-page/cursor", Fixture, NULL, set_up, test_cursor_has_attention, tear_down);
  g_test_add ("/gui/article-page/split-and-join", Fixture, NULL, set_up, test_split_and_join, tear_down);
  g_test_add ("/gui/article-page/words", Fixture, NULL, set_up, test_words_become_a_statement, tear_down);
  g_test_add ("/gui/article-page/decisions", Fixture, NULL, set_up, test_decisions, tear_down);
  g_test_add_func ("/gui/article-page/snap", test_snap);
  return g_test_run ();
}
