// SPDX-License-Identifier: GPL-3.0-or-later
// The statements on the board, joined, are the article: for every text of the corpora that lie outside the repository.
//
// Each .jsonl file of the folder CPT_CORPORA is one test: every line with a "text" is analysed, and all of them are laid out,
// saved and loaded as one comparison.
#include <string.h>

#include "cpt-board.h"
#include "cpt-command.h"
#include "cpt-json.h"
#include "cpt-store.h"
#include "states.h"

static CptAnalyser *analyser;

static const char *
get_string (JsonObject *object, const char *key, const char *other_key)
{
  const char *value = json_object_get_string_member_with_default (object, key, NULL);

  return value != NULL || other_key == NULL ? value : json_object_get_string_member_with_default (object, other_key, NULL);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CptStatement *first = *(const CptStatement *const *) a, *second = *(const CptStatement *const *) b;

  if (first->article_id != second->article_id)
    return first->article_id < second->article_id ? -1 : 1;
  return (first->span.begin_bytes > second->span.begin_bytes) - (first->span.begin_bytes < second->span.begin_bytes);
}

/* The statements on the board, each once, article by article in the order of the text. */
static GPtrArray *
collect_cards (CptBoard *board)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < cpt_board_get_n_rows (board); i++)
    {
      const CptBoardRow *row = cpt_board_get_row (board, i);

      for (guint j = 0; row->kind == CPT_BOARD_ROW_CARDS && j < cpt_board_get_n_columns (board); j++)
        if (row->cards[j] != NULL && g_hash_table_add (seen, (gpointer) row->cards[j]))
          g_ptr_array_add (cards, (gpointer) row->cards[j]);
    }
  g_ptr_array_sort (cards, compare_places);
  return cards;
}

static void
append_blanks (GString *joined, const char *text, gsize end_bytes)
{
  for (const char *c = text + joined->len; c < text + end_bytes; c = g_utf8_next_char (c))
    g_assert_true (g_unichar_isspace (g_utf8_get_char (c)));
  g_string_append_len (joined, text + joined->len, (gssize) (end_bytes - joined->len));
}

/* Returns the position behind the article's last card. */
static guint
assert_article_whole (const CptArticleState *state, GPtrArray *cards, guint position)
{
  const CptArticle *article = state->article;
  const char *text = cpt_article_get_text (article);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (; position < cards->len; position++)
    {
      const CptStatement *card = cards->pdata[position];

      if (card->article_id != state->id)
        break;
      g_assert_cmpuint (card->span.begin_bytes, >=, joined->len);
      append_blanks (joined, text, card->span.begin_bytes);
      g_string_append_len (joined, text + card->span.begin_bytes, (gssize) cpt_span_get_length_bytes (card->span));
    }
  append_blanks (joined, text, cpt_article_get_length_bytes (article));
  g_assert_cmpmem (joined->str, joined->len, text, cpt_article_get_length_bytes (article));
  return position;
}

static void
assert_whole (CptState *state)
{
  g_autoptr (CptBoard) board = cpt_board_new (state, NULL);
  g_autoptr (GPtrArray) cards = collect_cards (board);
  guint position = 0;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    position = assert_article_whole (cpt_state_get_article (state, i), cards, position);
  g_assert_cmpuint (position, ==, cards->len);
}

static void
assert_saved_whole (CptState *state)
{
  g_autofree char *json = cpt_store_to_json (state);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) again = cpt_store_parse (json, -1, "saved", &error);
  g_autofree char *json_again = NULL;

  g_assert_no_error (error);
  json_again = cpt_store_to_json (again);
  g_assert_true (g_str_equal (json, json_again));
}

static CptAnalysis *
analyse (JsonObject *object)
{
  CptArticleMetadata metadata = {
    .title = get_string (object, "id", NULL),
    .published = get_string (object, "published", "ref"),
    .language = get_string (object, "language", "lang"),
  };
  g_autoptr (CptArticle) article = cpt_article_new (get_string (object, "text", NULL), -1, &metadata);

  return cpt_analyser_run (analyser, article, NULL, NULL);
}

static GPtrArray *
analyse_lines (char **lines)
{
  GPtrArray *analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_analysis_unref);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = *lines[i] == '\0' ? NULL : cpt_json_parse (lines[i], -1, NULL);

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node) && get_string (json_node_get_object (node), "text", NULL) != NULL)
        g_ptr_array_add (analyses, analyse (json_node_get_object (node)));
    }
  return analyses;
}

/* All texts of the file as one comparison. */
static void
test_file (gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) analyses = NULL;
  g_autoptr (CptState) empty = cpt_state_new (cpt_analyser_get_profile (analyser));
  g_autoptr (CptCommand) command = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (data, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  analyses = analyse_lines (lines);
  g_test_message ("%u texts", analyses->len);
  if (analyses->len == 0)
    {
      g_test_skip ("no texts in it");
      return;
    }
  command = cpt_command_add_articles (empty, (CptAnalysis *const *) analyses->pdata, analyses->len);
  states_assert_sound (cpt_command_get_after (command));
  assert_whole (cpt_command_get_after (command));
  assert_saved_whole (cpt_command_get_after (command));
}

static void
test_absent (void)
{
  g_test_skip ("the corpora are not there: the folder that the option corpora names holds no .jsonl files");
}

static guint
add_files (const char *folder)
{
  g_autoptr (GDir) dir = folder == NULL ? NULL : g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/corpora/", name, NULL);

      if (!g_str_has_suffix (name, ".jsonl"))
        continue;
      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
      n_files++;
    }
  return n_files;
}

int
main (int argc, char **argv)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin ("nato-kremlin", NULL);
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (profile);
  analyser = cpt_analyser_new (profile);
  if (add_files (g_getenv ("CPT_CORPORA")) == 0)
    g_test_add_func ("/corpora/absent", test_absent);
  status = g_test_run ();
  cpt_analyser_unref (analyser);
  return status;
}
