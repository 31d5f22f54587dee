// SPDX-License-Identifier: GPL-3.0-or-later
// Comparisons made by chance. Part of the tests.
#include "states.h"

#include "cpt-command-private.h"

static const char *const words[] = { "treaty", "пограничный", "Öl", "the", "front", "🕊", "talks", "не", "missile", "x", "été", "边界" };
static const char *const topics[] = { "other", "found-peace", "found-gas", "found-border" };
static const char *const sources[] = { "Anna Vale", "the ministry", "Пётр Ильин", NULL };

static const char *
pick (GRand *rand, const char *const *list, guint n)
{
  return list[g_rand_int_range (rand, 0, (gint32) n)];
}

/* One sentence; *middle is where its second half begins. */
static void
append_sentence (GRand *rand, GString *text, gsize *middle)
{
  guint n_words = (guint) g_rand_int_range (rand, 2, 20);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      if (i == n_words / 2)
        *middle = text->len;
      g_string_append (text, pick (rand, words, G_N_ELEMENTS (words)));
    }
  g_string_append_c (text, '.');
}

static CptStatement *
new_statement (GRand *rand, CptNextIds *next_ids, guint32 article_id, CptSpan span, guint sentence)
{
  CptStatement *statement = cpt_statement_new ();

  statement->id = next_ids->statement++;
  statement->article_id = article_id;
  statement->span = span;
  statement->sentence = sentence;
  statement->found.sides = (CptSideSet) g_rand_int_range (rand, 0, 4);
  statement->found.topic = g_intern_string (pick (rand, topics, G_N_ELEMENTS (topics)));
  statement->found.source = g_intern_string (pick (rand, sources, G_N_ELEMENTS (sources)));
  statement->found.quotation = (CptQuotation) g_rand_int_range (rand, 0, 4);
  statement->now = statement->found;
  statement->cue = statement->now.source == NULL ? NULL : g_intern_static_string ("said");
  statement->confidence = (float) g_rand_int_range (rand, 0, 101) / 100.0f;
  if (statement->found.sides != 0)
    cpt_reasons_add (&statement->reasons, g_intern_static_string ("by-chance"), CPT_SPAN (span.begin_bytes, span.end_bytes));
  if (statement->id > 3 && g_rand_int_range (rand, 0, 4) == 0)
    statement->answers = statement->id - (guint32) g_rand_int_range (rand, 1, 3);
  return statement;
}

static void
add_event (GRand *rand, CptArticleState *draft, CptNextIds *next_ids, CptSpan words_span)
{
  CptEvent *event = cpt_event_new ();

  event->id = next_ids->event++;
  event->article_id = draft->id;
  event->words = words_span;
  event->value = g_strdup ("2025-12-19");
  event->anchor = g_rand_boolean (rand) ? CPT_DAY_NONE : 20000;
  if (g_rand_boolean (rand))
    event->found_interval = (CptInterval){ 20441, 20441 + g_rand_int_range (rand, 0, 400), CPT_PRECISION_DAY };
  event->interval = event->found_interval;
  event->found_label = g_strdup_printf ("Event %u", event->id);
  event->label = g_strdup (event->found_label);
  event->confidence = 0.5f;
  g_ptr_array_add (draft->events, event);
}

static CptArticleState *
new_article (GRand *rand, CptNextIds *next_ids, guint n_sentences)
{
  CptArticleState *draft = cpt_article_state_new ();
  g_autoptr (GString) text = g_string_new (" \n");
  guint32 first_id = next_ids->statement;
  CptArticleMetadata metadata = { .title = "By chance", .published = "2025-12-20", .language = "en" };

  draft->id = next_ids->article++;
  for (guint i = 0; i < n_sentences; i++)
    {
      gsize begin = text->len, middle = text->len;

      append_sentence (rand, text, &middle);
      if (g_rand_int_range (rand, 0, 5) == 0)
        {
          g_ptr_array_add (draft->statements, new_statement (rand, next_ids, draft->id, CPT_SPAN (begin, middle - 1), i));
          begin = middle;
        }
      g_ptr_array_add (draft->statements, new_statement (rand, next_ids, draft->id, CPT_SPAN (begin, text->len), i));
      if (g_rand_int_range (rand, 0, 3) == 0)
        add_event (rand, draft, next_ids, CPT_SPAN (begin, text->len - 1));
      g_string_append (text, pick (rand, (const char *const[]){ " ", "\n\n", " \u00a0" }, 3));
    }
  for (guint i = 0; i < draft->statements->len; i++) /* answers stay within the article */
    if (((CptStatement *) draft->statements->pdata[i])->answers < first_id)
      ((CptStatement *) draft->statements->pdata[i])->answers = 0;
  cpt_statements_number_parts (draft->statements, 0, draft->statements->len);
  draft->article = cpt_article_new (text->str, (gssize) text->len, &metadata);
  draft->language = g_strdup ("en");
  draft->engine_version = CPT_ENGINE_VERSION;
  return draft;
}

CptState *
states_new_random (GRand *rand, guint n_articles, guint n_sentences)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_empty ();
  g_autoptr (CptState) empty = cpt_state_new (profile);
  g_autoptr (CptStateBuilder) builder = cpt_state_builder_new (empty);

  g_free (builder->title);
  builder->title = g_strdup ("Tést");
  for (guint i = 0; i < n_articles; i++)
    cpt_state_builder_take_article (builder, new_article (rand, &builder->next_ids, n_sentences));
  cpt_state_builder_name_topic (builder, "other", "Other", 0);
  cpt_state_builder_name_topic (builder, "found-peace", "Peace", 0);
  cpt_state_builder_name_topic (builder, "found-gas", "Gas", 0);
  cpt_state_builder_name_topic (builder, "found-border", "Border", 0);
  return cpt_state_builder_end (builder);
}

GArray *
states_pick_ids (GRand *rand, CptState *state)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean neighbours = g_rand_boolean (rand);
  guint n_ids = (guint) g_rand_int_range (rand, 1, 5);
  const CptArticleState *article;
  guint position;

  if (cpt_state_get_n_articles (state) == 0)
    return ids;
  article = cpt_state_get_article (state, (guint) g_rand_int_range (rand, 0, (gint32) cpt_state_get_n_articles (state)));
  position = (guint) g_rand_int_range (rand, 0, (gint32) article->statements->len);
  for (guint i = 0; i < n_ids; i++)
    {
      if (position >= article->statements->len)
        break;
      g_array_append_val (ids, ((const CptStatement *) article->statements->pdata[position])->id);
      position = neighbours ? position + 1 : (guint) g_rand_int_range (rand, 0, (gint32) article->statements->len);
    }
  return ids;
}

/* Words anywhere in an article, across statements or within one, also where there is no character boundary. */
static CptCommand *
new_carve_command (GRand *rand, CptState *state, const CptStatement *first)
{
  CptSideSet sides = (CptSideSet) g_rand_int_range (rand, 0, 4);
  const CptArticleState *article;
  gsize begin, end;

  if (first == NULL)
    return NULL;
  article = cpt_state_find_article (state, first->article_id);
  begin = (gsize) g_rand_int_range (rand, (gint32) first->span.begin_bytes, (gint32) first->span.end_bytes);
  end = MIN (begin + (gsize) g_rand_int_range (rand, 0, 200), cpt_article_get_length_bytes (article->article));
  return cpt_command_carve (state, article->id, CPT_SPAN (begin, end), g_rand_boolean (rand) ? &sides : NULL);
}

static CptCommand *
new_event_command (GRand *rand, CptState *state)
{
  guint32 id = (guint32) g_rand_int_range (rand, 1, (gint32) state->next_ids.event + 1);
  CptInterval interval = { 20441, 20500, CPT_PRECISION_MONTH };
  CptNewEvent new_event = {
    .statement_id = g_rand_boolean (rand) ? (guint32) g_rand_int_range (rand, 0, (gint32) state->next_ids.statement + 1) : 0,
    .article_id = 1,
    .sides = (CptSideSet) g_rand_int_range (rand, 0, 4),
    .interval = g_rand_boolean (rand) ? interval : CPT_INTERVAL_UNDATED,
    .label = g_rand_int_range (rand, 0, 9) == 0 ? " " : " Made by hand ",
  };

  switch (g_rand_int_range (rand, 0, 7))
    {
    case 2:
      return cpt_command_reset_event (state, id);
    case 3:
    case 4:
      return cpt_command_add_event (state, &new_event);
    case 5:
      return cpt_command_remove_event (state, id);
    case 0:
      return cpt_command_set_event_date (state, id, g_rand_boolean (rand) ? interval : CPT_INTERVAL_UNDATED);
    case 1:
      return cpt_command_set_event_label (state, id, g_rand_boolean (rand) ? "Named" : "");
    default:
      return cpt_command_set_event_hidden (state, id, g_rand_boolean (rand));
    }
}

static CptCommand *
new_side_command (GRand *rand, CptState *state)
{
  guint side = (guint) g_rand_int_range (rand, 0, 6), other = (guint) g_rand_int_range (rand, 0, 6);
  g_autofree char *name = g_strdup_printf ("Side “%d”", g_rand_int_range (rand, 0, 9));

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
    case 1:
      return cpt_command_add_side (state, name);
    case 2:
      return cpt_command_rename_side (state, side, name);
    case 3:
      return cpt_command_set_side_colour (state, side, cpt_side_palette[other]);
    case 4:
      return cpt_command_move_side (state, side, other);
    default:
      return g_rand_boolean (rand) ? cpt_command_merge_sides (state, side, other) : cpt_command_remove_side (state, side);
    }
}

static CptCommand *
new_topic_command (GRand *rand, CptState *state)
{
  guint n_topics;
  const CptStateTopic *all = cpt_state_get_topics (state, &n_topics);
  const char *topic, *other;

  if (n_topics == 0)
    return NULL;
  topic = all[g_rand_int_range (rand, 0, (gint32) n_topics)].id;
  other = all[g_rand_int_range (rand, 0, (gint32) n_topics)].id;
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return cpt_command_merge_topics (state, topic, other);
    case 1:
      return cpt_command_remove_topic (state, topic);
    default:
      return cpt_command_move_topic (state, topic, (guint) g_rand_int_range (rand, 0, (gint32) n_topics + 1));
    }
}

static CptCommand *
new_whole_command (GRand *rand, CptState *state, const guint32 *ids, guint n_ids)
{
  guint n_topics;
  const CptStateTopic *all = cpt_state_get_topics (state, &n_topics);
  g_autofree char *name = g_strdup_printf ("Name “%d”", g_rand_int_range (rand, 0, 5));

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return cpt_command_add_topic (state, name, ids, n_ids);
    case 1:
      return n_topics == 0 ? NULL : cpt_command_rename_topic (state, all[g_rand_int_range (rand, 0, (gint32) n_topics)].id, name);
    case 2:
      return cpt_command_rename_side (state, (guint) g_rand_int_range (rand, 0, 3), name);
    case 3:
      return cpt_command_set_title (state, name);
    default:
      if (g_rand_int_range (rand, 0, 20) > 0 || cpt_state_get_n_articles (state) == 0)
        return NULL;
      return cpt_command_remove_article (state, cpt_state_get_article (state, 0)->id);
    }
}

CptCommand *
states_new_random_command (GRand *rand, CptState *state)
{
  g_autoptr (GArray) picked = states_pick_ids (rand, state);
  const guint32 *ids = (const guint32 *) (gpointer) picked->data;
  const CptStatement *first = picked->len == 0 ? NULL : cpt_state_find_statement (state, ids[0]);

  switch (g_rand_int_range (rand, 0, 16))
    {
    case 0:
      return cpt_command_move (state, ids, picked->len, (CptSideSet) g_rand_int_range (rand, 0, 5),
                               g_rand_boolean (rand) ? NULL : pick (rand, topics, G_N_ELEMENTS (topics)));
    case 1:
      return cpt_command_set_topic (state, ids, picked->len, pick (rand, topics, G_N_ELEMENTS (topics)));
    case 2:
      return cpt_command_set_source (state, ids, picked->len, pick (rand, sources, G_N_ELEMENTS (sources)));
    case 3:
      return cpt_command_set_note (state, ids, picked->len, pick (rand, words, G_N_ELEMENTS (words)));
    case 4:
      return cpt_command_confirm (state, ids, picked->len);
    case 5:
      return cpt_command_reset (state, ids, picked->len);
    case 6:
    case 7:
      return first == NULL ? NULL
                           : cpt_command_split (state, first->id,
                                                (gsize) g_rand_int_range (rand, (gint32) first->span.begin_bytes,
                                                                          (gint32) first->span.end_bytes + 1));
    case 8:
      return cpt_command_join (state, ids, picked->len);
    case 9:
      return new_event_command (rand, state);
    case 10:
      return cpt_command_set_side_member (state, ids, picked->len, (guint) g_rand_int_range (rand, 0, 3),
                                          g_rand_boolean (rand));
    case 11:
      return new_carve_command (rand, state, first);
    case 12:
      return new_side_command (rand, state);
    case 13:
      return new_topic_command (rand, state);
    case 14:
      return cpt_command_move_source (state, pick (rand, sources, G_N_ELEMENTS (sources)),
                                      (CptSideSet) g_rand_int_range (rand, 0, 4));
    default:
      return new_whole_command (rand, state, ids, picked->len);
    }
}

static void
assert_blank (const char *text, gsize begin_bytes, gsize end_bytes)
{
  for (const char *c = text + begin_bytes; c < text + end_bytes; c = g_utf8_next_char (c))
    g_assert_true (g_unichar_isspace (g_utf8_get_char (c)));
}

static void
assert_article_sound (CptState *state, const CptArticleState *article)
{
  const char *text = cpt_article_get_text (article->article);
  gsize end_bytes = 0;
  guint n_sides;

  cpt_state_get_sides (state, &n_sides);
  for (guint i = 0; i < article->statements->len; i++)
    {
      const CptStatement *statement = article->statements->pdata[i];

      g_assert_cmpuint (statement->article_id, ==, article->id);
      g_assert_cmpuint (statement->span.begin_bytes, >=, end_bytes);
      g_assert_false (cpt_span_is_empty (statement->span));
      g_assert_true (cpt_span_equal (cpt_span_trim (text, statement->span), statement->span));
      g_assert_cmpint (text[statement->span.begin_bytes] & 0xc0, !=, 0x80);
      g_assert_cmpint (text[statement->span.end_bytes] & 0xc0, !=, 0x80);
      assert_blank (text, end_bytes, statement->span.begin_bytes);
      end_bytes = statement->span.end_bytes;
      g_assert_true (cpt_state_find_statement (state, statement->id) == statement);
      g_assert_true (cpt_state_find_statement_at (state, article->id, statement->span.begin_bytes) == statement);
      g_assert_true (cpt_state_find_statement_at (state, article->id, end_bytes - 1) == statement);
      g_assert_true (statement->answers == 0 || cpt_state_find_statement (state, statement->answers) != NULL);
      g_assert_true (statement->part <= statement->n_parts && (statement->part == 0) == (statement->n_parts == 1));
      g_assert_nonnull (cpt_state_get_topic_name (state, statement->now.topic));
      g_assert_cmpuint ((statement->now.sides | statement->found.sides) >> n_sides, ==, 0);
    }
  assert_blank (text, end_bytes, cpt_article_get_length_bytes (article->article));
  for (guint i = 0; i < article->events->len; i++)
    g_assert_true (cpt_state_find_event (state, ((const CptEvent *) article->events->pdata[i])->id) == article->events->pdata[i]);
}

void
states_assert_sound (CptState *state)
{
  guint n_statements = 0;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      const CptArticleState *article = cpt_state_get_article (state, i);

      assert_article_sound (state, article);
      n_statements += article->statements->len;
      g_assert_true (cpt_state_find_article (state, article->id) == article);
    }
  g_assert_cmpuint (cpt_state_get_n_statements (state), ==, n_statements);
}
