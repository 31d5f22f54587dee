// SPDX-License-Identifier: GPL-3.0-or-later
// How statements are laid out and filtered.
#include <string.h>

#include "cpt-board.h"
#include "states.h"

/* Statements are written "a", "b" (a side), "x" (both), "-" (Context), ">2" (answers the second), "/gas" (the topic). */
static CptStatement *
read_statement (const char *word, guint32 id)
{
  CptStatement *statement = cpt_statement_new ();
  const char *answers = strchr (word, '>'), *topic = strchr (word, '/');

  statement->id = id;
  statement->article_id = 1;
  statement->now.sides = *word == 'a' ? 1 : *word == 'b' ? 2 : *word == 'x' ? 3 : 0;
  statement->answers = answers == NULL ? 0 : (guint32) g_ascii_strtoull (answers + 1, NULL, 10);
  statement->now.topic = g_intern_string (topic == NULL ? "t" : topic + 1);
  statement->found = statement->now;
  statement->confidence = 1.0f;
  return statement;
}

/* The words are the article's text too. */
static CptState *
read_state (const char *text)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_empty ();
  g_autoptr (CptState) empty = cpt_state_new (profile);
  g_autoptr (CptStateBuilder) builder = cpt_state_builder_new (empty);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  CptArticleState *draft = cpt_article_state_new ();
  gsize begin = 0;

  draft->id = 1;
  draft->article = cpt_article_new (text, -1, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      CptStatement *statement = read_statement (words[i], i + 1);

      statement->span = CPT_SPAN (begin, begin + strlen (words[i]));
      statement->sentence = i;
      begin = statement->span.end_bytes + 1;
      g_ptr_array_add (draft->statements, statement);
    }
  cpt_state_builder_take_article (builder, draft);
  builder->next_ids = (CptNextIds){ 2, 1000, 1 };
  return cpt_state_builder_end (builder);
}

/* "t 1.- 23. | ..." : the topic with its rows; digits are ids, "." an empty cell, a quotation mark a level row. */
static char *
draw (CptBoard *board)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < cpt_board_get_n_rows (board); i++)
    {
      const CptBoardRow *row = cpt_board_get_row (board, i);

      g_string_append (out, out->len > 0 ? " " : "");
      if (row->kind == CPT_BOARD_ROW_TOPIC)
        g_string_append_printf (out, "%s:", row->topic);
      for (guint j = 0; j < cpt_board_get_n_columns (board) && row->kind == CPT_BOARD_ROW_CARDS; j++)
        if (row->cards[j] == NULL)
          g_string_append_c (out, '.');
        else
          g_string_append_printf (out, "%u", row->cards[j]->id);
      if (row->kind == CPT_BOARD_ROW_CARDS && row->answers != 0)
        g_string_append_printf (out, "=%u", row->answers);
    }
  return g_string_free (out, FALSE);
}

static void
test_layout (void)
{
  static const struct
  {
    const char *statements, *expected;
  } cases[] = {
    { "a b -", "t: 123" },
    { "a a b", "t: 13. 2.." },
    { "a a b>2", "t: 1.. 23.=3" },             /* the answer is level, its column waits */
    { "a b a b>3", "t: 12. 34.=3" },
    { "a b>1 a>2", "t: 12.=3 3.." },           /* a chain: the column of the third is taken */
    { "a a b>1 b", "t: 13.=3 24." },
    { "a a b>2 b>1", "t: 14.=3 23.=3" },       /* answers cross: each is level all the same */
    { "a a>1", "t: 1.. 2.." },
    { "x a b", "t: 11. 23." },                 /* of both sides: in each column, once a row */
    { "a x b", "t: 1.. 22. .3." },
    { "a - b>1 - -", "t: 132=3 ..4 ..5" },
    { "a/gas b/war a/war b>1/gas", "gas: 14.=3 war: 32." },
    { "a/gas b>1/war", "gas: 1.. war: .2." },  /* never level across topics */
    { "a/other b/war", "war: .2. other: 1.." },
    { "b>9 a", "t: 21." },                     /* answers something that is gone */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CptState) state = read_state (cases[i].statements);
      g_autoptr (CptBoard) board = cpt_board_new (state, NULL);
      g_autofree char *drawn = draw (board);

      g_test_message ("%s", cases[i].statements);
      g_assert_cmpstr (drawn, ==, cases[i].expected);
    }
}

static void
test_filter (void)
{
  static const struct
  {
    CptBoardFilter filter;
    const char *expected;
  } cases[] = {
    { { .topic = "gas" }, "gas: 14.=3" },
    { { .topic = "no-such" }, "" },
    { { .columns = 1 << 1 }, "gas: .4. war: .2." },
    { { .columns = 1 << 2 }, "war: ..5" },
    { { .article_id = 2 }, "" },
    { { .text = "  " }, "gas: 14.=3 war: 325" },
    { { .text = "GAS" }, "gas: 14.=3" },
    { { .text = "b/ WAR" }, "war: .2." },
    { { .text = "b/ nowhere" }, "" },
    { { .to_review = TRUE }, "" },
    { { .source = "Anna" }, "" },
  };
  g_autoptr (CptState) state = read_state ("a/gas b/war a/war b>1/gas -/war");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CptBoard) board = cpt_board_new (state, &cases[i].filter);
      g_autofree char *drawn = draw (board);

      g_test_message ("case %u", i);
      g_assert_cmpstr (drawn, ==, cases[i].expected);
      g_assert_cmpuint (cpt_board_get_totals (board)[0], ==, 2);
      g_assert_cmpuint (cpt_board_get_totals (board)[2], ==, 1);
    }
}

/* From match to match, going round in both directions; statements of two sides count once. */
static void
test_matches (void)
{
  g_autoptr (CptState) state = read_state ("a b x - a b x -");
  CptBoardFilter filter = { .text = "x" };
  g_autoptr (CptBoard) board = cpt_board_new (state, &filter);
  CptBoardFilter none = { .text = "nowhere" };

  g_assert_cmpuint (cpt_board_get_n_matches (board), ==, 2);
  g_assert_cmpuint (cpt_board_find_match (state, &filter, 0, TRUE), ==, 3);
  g_assert_cmpuint (cpt_board_find_match (state, &filter, 3, TRUE), ==, 7);
  g_assert_cmpuint (cpt_board_find_match (state, &filter, 7, TRUE), ==, 3);
  g_assert_cmpuint (cpt_board_find_match (state, &filter, 1, FALSE), ==, 7);
  g_assert_cmpuint (cpt_board_find_match (state, &filter, 5, FALSE), ==, 3);
  g_assert_cmpuint (cpt_board_find_match (state, &none, 5, TRUE), ==, 0);
}

static void
test_source_and_note (void)
{
  g_autoptr (CptState) state = read_state ("a b");
  guint32 id = 2;
  g_autoptr (CptCommand) source = cpt_command_set_source (state, &id, 1, "Élodie Bełz");
  g_autoptr (CptCommand) note = cpt_command_set_note (cpt_command_get_after (source), &id, 1, "ЙОЛКА");
  static const char *const words[] = { "elodie", "ÉLODIE", "йолка", "иолка", "BEŁZ" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      CptBoardFilter filter = { .text = words[i] };
      g_autoptr (CptBoard) board = cpt_board_new (cpt_command_get_after (note), &filter);
      g_autofree char *drawn = draw (board);

      g_test_message ("%s", words[i]);
      g_assert_cmpstr (drawn, ==, "t: .2.");
    }
}

static void
test_folded_and_made_topics (void)
{
  g_autoptr (CptState) state = read_state ("a/gas b/war");
  g_autoptr (CptCommand) made = cpt_command_add_topic (state, "Harvest", NULL, 0);
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  CptBoardFilter filter = { .folded_topics = folded };
  g_autoptr (CptBoard) board = NULL;
  g_autofree char *drawn = NULL;

  g_hash_table_add (folded, (gpointer) "gas");
  board = cpt_board_new (cpt_command_get_after (made), &filter);
  drawn = draw (board);
  g_assert_cmpstr (drawn, ==, "gas: war: .2. own-1:");
  g_assert_cmpuint (cpt_board_get_row (board, 0)->counts[0], ==, 1);
  g_assert_cmpuint (cpt_board_get_counts (board)[0], ==, 1);
  g_assert_cmpuint (cpt_board_find_row (board, 1), ==, G_MAXUINT);
  g_assert_cmpuint (cpt_board_find_row (board, 2), ==, 2);
}

/* On boards by chance: every card once in each of its columns, look-ups right, no row empty, each column of unanswering
 * statements in the article's order. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (CptState) state = states_new_random (rand, 1 + seed % 3, 1 + seed);
      g_autoptr (CptBoard) board = cpt_board_new (state, NULL);
      guint n_columns = cpt_board_get_n_columns (board), counts[CPT_MAX_COLUMNS] = { 0 }, n_seen = 0;
      guint32 last[CPT_MAX_COLUMNS] = { 0 };

      for (guint i = 0; i < cpt_board_get_n_rows (board); i++)
        {
          const CptBoardRow *row = cpt_board_get_row (board, i);
          guint n_cards = 0;

          if (row->kind == CPT_BOARD_ROW_TOPIC)
            memset (last, 0, sizeof last);
          for (guint j = 0; j < n_columns && row->kind == CPT_BOARD_ROW_CARDS; j++)
            {
              const CptStatement *card = row->cards[j];

              if (card == NULL)
                continue;
              n_cards++;
              counts[j]++;
              g_assert_true (card->now.topic == row->topic);
              g_assert_cmpuint (cpt_board_find_row (board, card->id), ==, i);
              g_assert_true (j == n_columns - 1 ? card->now.sides == 0 : (card->now.sides & CPT_SIDE_BIT (j)) != 0);
              if (card->answers != 0)
                continue;
              g_assert_cmpuint (card->id, >, last[j]);
              last[j] = card->id;
            }
          g_assert_true (n_cards > 0 || row->kind == CPT_BOARD_ROW_TOPIC);
        }
      for (guint i = 1; i <= cpt_state_get_n_statements (state); i++)
        n_seen += cpt_board_find_row (board, i) != G_MAXUINT;
      g_assert_cmpuint (n_seen, ==, cpt_state_get_n_statements (state));
      g_assert_true (memcmp (counts, cpt_board_get_counts (board), n_columns * sizeof (guint)) == 0);
      g_assert_true (memcmp (counts, cpt_board_get_totals (board), n_columns * sizeof (guint)) == 0);
    }
}

static void
test_long (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (CptState) state = states_new_random (rand, 1, 25000);
  CptBoardFilter filter = { .text = "Ete пограничный" };
  gint64 begin = g_get_monotonic_time (), middle;
  g_autoptr (CptBoard) whole = cpt_board_new (state, NULL);
  g_autoptr (CptBoard) part = NULL;

  middle = g_get_monotonic_time ();
  part = cpt_board_new (state, &filter);
  g_test_message ("whole %.1f ms, text filter %.1f ms", (double) (middle - begin) / 1000,
                  (double) (g_get_monotonic_time () - middle) / 1000);
  g_assert_cmpuint (cpt_board_get_n_rows (part), >, 100);
  g_assert_cmpuint (cpt_board_get_n_rows (part), <, cpt_board_get_n_rows (whole));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/layout", test_layout);
  g_test_add_func ("/board/filter", test_filter);
  g_test_add_func ("/board/matches", test_matches);
  g_test_add_func ("/board/source-and-note", test_source_and_note);
  g_test_add_func ("/board/folded-and-made-topics", test_folded_and_made_topics);
  g_test_add_func ("/board/random", test_random);
  g_test_add_func ("/board/long", test_long);
  return g_test_run ();
}
