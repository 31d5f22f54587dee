// SPDX-License-Identifier: GPL-3.0-or-later
// The same words in several articles: found, folded to one card, unfolded again.
#include <string.h>

#include "cpt-board.h"
#include "cpt-command.h"
#include "cpt-copies.h"

static const char wire[] = "NATO spokeswoman Anna Berg said on Monday that the alliance would not attack anybody. "
                           "The Kremlin rejected the statement of the alliance as words without worth. \"We will answer every "
                           "step with the means that we have,\" Kremlin spokesman Dmitry Peskov told reporters in Moscow.\n";
/* Another paper: a paragraph before it, other quotation marks, one sentence left out. */
static const char paper[] = "Tensions rose at the border this week.\n\n"
                            "NATO spokeswoman Anna Berg said on Monday that the alliance would not attack anybody. “We will "
                            "answer every step with the means that we have,” Kremlin spokesman Dmitry Peskov told reporters in "
                            "Moscow.\n";
static const char other[] = "Ferries between the islands sailed again on Friday after the storm. He declined to comment.\n";

static CptState *
new_state (void)
{
  const char *const texts[] = { wire, other, paper };
  const char *const publishers[] = { "The Wire", "The Harbour", "The Evening Paper" };
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin ("nato-kremlin", NULL);
  g_autoptr (CptAnalyser) analyser = cpt_analyser_new (profile);
  g_autoptr (CptState) empty = cpt_state_new (profile);
  g_autoptr (GPtrArray) analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_analysis_unref);
  g_autoptr (CptCommand) command = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CptArticleMetadata metadata = { .publisher = publishers[i], .published = "2025-12-20" };
      g_autoptr (CptArticle) article = cpt_article_new (texts[i], -1, &metadata);

      g_ptr_array_add (analyses, cpt_analyser_run (analyser, article, NULL, NULL));
    }
  command = cpt_command_add_articles (empty, (CptAnalysis *const *) analyses->pdata, analyses->len);
  return cpt_state_ref (cpt_command_get_after (command));
}

static const CptStatement *
find (CptState *state, guint article, const char *words)
{
  const CptArticleState *found = cpt_state_get_article (state, article);
  const char *text = cpt_article_get_text (found->article);
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  return cpt_state_find_statement_at (state, found->id, (gsize) (at - text));
}

static void
test_keys (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean same;
  } cases[] = {
    { "\"One two three four, five six.\"", "“One two three four five – six”", TRUE },
    { "One two three four five six", "one TWO three four\u00a0five six!", TRUE },
    { "One two three four five six", "One two three four five sixty", FALSE },
    { "One two three four five six", "Onetwo three four five six seven", FALSE },
    { "Шесть слов стоят в этой строке", "«Шесть слов стоят в этой строке»", TRUE },
  };
  g_autoptr (CptArticle) brief = cpt_article_new ("He declined to comment.", -1, NULL);

  g_assert_cmpuint (cpt_copies_get_key (brief, CPT_SPAN (0, cpt_article_get_length_bytes (brief))), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CptArticle) a = cpt_article_new (cases[i].a, -1, NULL);
      g_autoptr (CptArticle) b = cpt_article_new (cases[i].b, -1, NULL);
      guint64 first = cpt_copies_get_key (a, CPT_SPAN (0, cpt_article_get_length_bytes (a)));

      g_test_message ("%s", cases[i].b);
      g_assert_cmpuint (first, !=, 0);
      g_assert_true ((first == cpt_copies_get_key (b, CPT_SPAN (0, cpt_article_get_length_bytes (b)))) == cases[i].same);
    }
}

static void
test_articles (void)
{
  g_autoptr (CptState) state = new_state ();
  g_autofree CptArticleCopy *copies = cpt_copies_find_articles (state);

  g_assert_cmpuint (copies[0].original_id, ==, 0);
  g_assert_cmpuint (copies[1].original_id, ==, 0);
  g_assert_cmpuint (copies[2].original_id, ==, cpt_state_get_article (state, 0)->id);
  g_assert_cmpfloat (copies[2].ratio, >, 0.7);
  g_assert_cmpfloat (copies[2].ratio, <, 1);
}

static void
test_same_article (void)
{
  CptArticleMetadata here = { .publisher = "Here", .file = "a.txt" }, there = { .publisher = "There", .file = "a.txt" };
  CptArticleMetadata renamed = { .publisher = "Here", .file = "b.txt" };
  g_autoptr (CptArticle) a = cpt_article_new (wire, -1, &here);
  g_autoptr (CptArticle) b = cpt_article_new (wire, -1, &there);
  g_autoptr (CptArticle) c = cpt_article_new (wire, -1, &renamed);
  g_autoptr (CptArticle) d = cpt_article_new (paper, -1, &here);

  g_assert_false (cpt_copies_is_same_article (a, b));
  g_assert_true (cpt_copies_is_same_article (a, c));
  g_assert_false (cpt_copies_is_same_article (a, d));
}

static guint
count_cards (const CptBoard *board, guint32 id, guint *n_copies)
{
  guint n = 0;

  *n_copies = 0;
  for (guint i = 0; i < cpt_board_get_n_rows (board); i++)
    {
      const CptBoardRow *row = cpt_board_get_row (board, i);

      for (guint j = 0; row->kind == CPT_BOARD_ROW_CARDS && j < cpt_board_get_n_columns (board); j++)
        if (row->cards[j] != NULL && row->cards[j]->id == id)
          {
            n++;
            *n_copies = row->n_copies[j];
          }
    }
  return n;
}

static void
test_folded (void)
{
  g_autoptr (CptState) state = new_state ();
  const CptStatement *first = find (state, 0, "NATO spokeswoman"), *copy = find (state, 2, "NATO spokeswoman");
  CptBoardFilter filter = { .fold_copies = TRUE };
  g_autoptr (CptBoard) folded = NULL, apart = NULL, narrowed = NULL;
  g_autoptr (GArray) both = NULL;
  guint n_copies;

  g_assert_true (first->now.topic == copy->now.topic && first->now.sides == copy->now.sides);
  folded = cpt_board_new (state, &filter);
  g_assert_cmpuint (count_cards (folded, first->id, &n_copies), ==, 1);
  g_assert_cmpuint (n_copies, ==, 1);
  g_assert_cmpuint (count_cards (folded, copy->id, &n_copies), ==, 0);
  g_assert_cmpuint (cpt_board_find_row (folded, copy->id), ==, cpt_board_find_row (folded, first->id));
  g_assert_cmpuint (cpt_board_get_card_id (folded, copy->id), ==, first->id);
  both = cpt_board_dup_with_copies (folded, &first->id, 1);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpuint (g_array_index (both, guint32, 1), ==, copy->id);

  apart = cpt_board_new (state, NULL); /* reports and the command line show all */
  g_assert_cmpuint (count_cards (apart, copy->id, &n_copies), ==, 1);
  g_assert_cmpuint (cpt_board_get_counts (apart)[0], ==, cpt_board_get_counts (folded)[0]);

  filter.article_id = copy->article_id;
  narrowed = cpt_board_new (state, &filter);
  g_assert_cmpuint (count_cards (narrowed, copy->id, &n_copies), ==, 1);
}

/* What a person makes different stands apart; what is done to both stays together. */
static void
test_apart (void)
{
  g_autoptr (CptState) state = new_state ();
  guint32 ids[] = { find (state, 0, "NATO spokeswoman")->id, find (state, 2, "NATO spokeswoman")->id };
  CptBoardFilter filter = { .fold_copies = TRUE };
  g_autoptr (CptCommand) one = cpt_command_move (state, &ids[1], 1, 0, NULL);
  g_autoptr (CptCommand) both = cpt_command_move (state, ids, 2, 0, NULL);
  g_autoptr (CptCommand) note = cpt_command_set_note (state, &ids[1], 1, "Check");
  g_autoptr (CptBoard) moved = cpt_board_new (cpt_command_get_after (one), &filter);
  g_autoptr (CptBoard) together = cpt_board_new (cpt_command_get_after (both), &filter);
  g_autoptr (CptBoard) noted = cpt_board_new (cpt_command_get_after (note), &filter);
  guint n_copies;

  g_assert_cmpuint (count_cards (moved, ids[1], &n_copies), ==, 1);
  g_assert_cmpuint (count_cards (together, ids[1], &n_copies), ==, 0);
  g_assert_cmpuint (count_cards (noted, ids[1], &n_copies), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/copies/keys", test_keys);
  g_test_add_func ("/board/copies/articles", test_articles);
  g_test_add_func ("/board/copies/same-article", test_same_article);
  g_test_add_func ("/board/copies/folded", test_folded);
  g_test_add_func ("/board/copies/apart", test_apart);
  return g_test_run ();
}
