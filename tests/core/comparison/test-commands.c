// SPDX-License-Identifier: GPL-3.0-or-later
// What each command does to a small comparison.
#include "states.h"

typedef struct
{
  CptState *state;
  CptHistory *history;
  guint32 first; /* ids of the first two statements */
  guint32 second;
} Fixture;

static const CptStatement *
statement_at (CptState *state, guint position)
{
  return cpt_state_get_article (state, 0)->statements->pdata[position];
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (CptComparison) comparison = NULL;

  fixture->state = states_new_random (rand, 2, 12);
  comparison = cpt_comparison_new (fixture->state);
  fixture->history = cpt_history_new (comparison);
  fixture->first = statement_at (fixture->state, 0)->id;
  fixture->second = statement_at (fixture->state, 1)->id;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  cpt_state_unref (fixture->state);
}

/* Does @command, which must be one, and returns the state after it. */
static CptState *
perform (Fixture *fixture, CptCommand *command)
{
  g_assert_nonnull (command);
  g_assert_true (*cpt_command_get_label (command) != '\0');
  cpt_history_do (fixture->history, command);
  cpt_command_unref (command);
  states_assert_sound (cpt_comparison_get_state (cpt_history_get_comparison (fixture->history)));
  return cpt_comparison_get_state (cpt_history_get_comparison (fixture->history));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  guint32 ids[] = { fixture->first, fixture->second, fixture->first, 999999 };
  CptState *state = perform (fixture, cpt_command_move (fixture->state, ids, 4, CPT_SIDE_BIT (1), "found-gas"));
  const CptStatement *moved = cpt_state_find_statement (state, fixture->first);

  g_assert_cmpuint (moved->now.sides, ==, CPT_SIDE_BIT (1));
  g_assert_cmpstr (moved->now.topic, ==, "found-gas");
  g_assert_true (moved->found.topic == statement_at (fixture->state, 0)->found.topic);
  g_assert_null (cpt_command_move (state, ids, 4, CPT_SIDE_BIT (1), NULL));
  g_assert_null (cpt_command_move (state, ids, 4, CPT_SIDE_BIT (2), NULL)); /* there are two sides */
  g_assert_null (cpt_command_move (state, ids, 4, 0, "no-such-topic"));
  g_assert_true (statement_at (state, 2) == statement_at (fixture->state, 2)); /* shared */
  g_assert_true (cpt_state_get_article (state, 1) == cpt_state_get_article (fixture->state, 1));
}

static void
test_move_labels (Fixture *fixture, gconstpointer data)
{
  guint32 ids[] = { fixture->first, fixture->second };
  g_autoptr (CptCommand) to_both = cpt_command_move (fixture->state, ids, 2, 3, NULL);
  CptState *both = cpt_command_get_after (to_both);
  g_autoptr (CptCommand) to_context = cpt_command_move (both, ids, 2, 0, NULL);
  g_autoptr (CptCommand) one = cpt_command_move (both, ids, 1, CPT_SIDE_BIT (0), NULL);

  g_assert_cmpstr (cpt_command_get_label (to_context), ==, "Move 2 sentences to Context");
  g_assert_cmpstr (cpt_command_get_label (one), ==, "Move sentence to Side A");
}

static void
test_decide_and_reset (Fixture *fixture, gconstpointer data)
{
  CptStatementFields found = statement_at (fixture->state, 0)->found;
  CptState *state = perform (fixture, cpt_command_move (fixture->state, &fixture->first, 1, found.sides ^ 1, NULL));

  g_assert_cmpuint (cpt_state_find_statement (state, fixture->first)->decided, ==, CPT_DECIDED_SIDES);
  state = perform (fixture, cpt_command_set_source (state, &fixture->first, 1, "  Somebody else "));
  g_assert_cmpstr (cpt_state_find_statement (state, fixture->first)->now.source, ==, "Somebody else");
  state = perform (fixture, cpt_command_set_note (state, &fixture->first, 1, "look again"));
  state = perform (fixture, cpt_command_confirm (state, &fixture->first, 1));
  g_assert_false (cpt_statement_needs_review (cpt_state_find_statement (state, fixture->first)));
  state = perform (fixture, cpt_command_reset (state, &fixture->first, 1));
  g_assert_cmpuint (cpt_state_find_statement (state, fixture->first)->decided, ==, 0);
  g_assert_cmpuint (cpt_state_find_statement (state, fixture->first)->now.sides, ==, found.sides);
  g_assert_true (cpt_state_find_statement (state, fixture->first)->now.source == found.source);
  g_assert_cmpstr (cpt_state_find_statement (state, fixture->first)->note, ==, "look again");
  g_assert_null (cpt_command_reset (state, &fixture->first, 1));
  state = perform (fixture, cpt_command_set_note (state, &fixture->first, 1, NULL));
  g_assert_null (cpt_state_find_statement (state, fixture->first)->note);
}

static void
test_split_and_join (Fixture *fixture, gconstpointer data)
{
  const CptStatement *old = statement_at (fixture->state, 0);
  const char *text = cpt_article_get_text (cpt_state_get_article (fixture->state, 0)->article);
  gsize offset = (gsize) (strchr (text + old->span.begin_bytes, ' ') - text);
  CptState *state = perform (fixture, cpt_command_split (fixture->state, old->id, offset));
  guint32 ids[] = { statement_at (state, 1)->id, old->id };
  const CptStatement *joined;

  g_assert_cmpuint (statement_at (state, 0)->id, ==, old->id);
  g_assert_cmpuint (statement_at (state, 0)->span.end_bytes, ==, offset);
  g_assert_cmpuint (statement_at (state, 1)->span.begin_bytes, ==, offset + 1);
  g_assert_cmpuint (statement_at (state, 1)->part, ==, 2);
  state = perform (fixture, cpt_command_move (state, ids, 1, 3, NULL));
  state = perform (fixture, cpt_command_join (state, ids, 2));
  joined = statement_at (state, 0);
  g_assert_true (cpt_span_equal (joined->span, old->span));
  g_assert_cmpuint (joined->now.sides, ==, 3);
  g_assert_true (joined->part == old->part && joined->n_parts == old->n_parts);
  g_assert_cmpuint (joined->decided & CPT_DECIDED_SPAN, ==, CPT_DECIDED_SPAN);
}

static void
test_refused_spans (Fixture *fixture, gconstpointer data)
{
  const CptStatement *old = statement_at (fixture->state, 0);
  guint32 apart[] = { fixture->first, statement_at (fixture->state, 2)->id };
  guint32 across[] = { fixture->first, ((const CptStatement *) cpt_state_get_article (fixture->state, 1)->statements->pdata[0])->id };

  g_assert_null (cpt_command_split (fixture->state, old->id, old->span.begin_bytes));
  g_assert_null (cpt_command_split (fixture->state, old->id, old->span.end_bytes));
  g_assert_null (cpt_command_split (fixture->state, old->id, old->span.end_bytes - 1)); /* only a full stop behind it */
  g_assert_null (cpt_command_split (fixture->state, 999999, 3));
  g_assert_null (cpt_command_join (fixture->state, apart, 2));
  g_assert_null (cpt_command_join (fixture->state, across, 2));
  g_assert_null (cpt_command_join (fixture->state, apart, 1));
}

static void
test_several_sides (Fixture *fixture, gconstpointer data)
{
  guint32 ids[] = { fixture->first, fixture->second };
  CptState *state = perform (fixture, cpt_command_move (fixture->state, ids, 2, CPT_SIDE_BIT (0), NULL));
  g_autoptr (CptCommand) command = cpt_command_set_side_member (state, ids, 2, 1, TRUE);

  g_assert_cmpstr (cpt_command_get_label (command), ==, "Also count 2 sentences as Side B");
  state = perform (fixture, cpt_command_set_side_member (state, ids, 2, 1, TRUE));
  g_assert_cmpuint (cpt_state_find_statement (state, fixture->first)->now.sides, ==, 3);
  g_assert_null (cpt_command_set_side_member (state, ids, 2, 1, TRUE));
  g_assert_null (cpt_command_set_side_member (state, ids, 2, 2, TRUE)); /* there are two sides */
  state = perform (fixture, cpt_command_set_side_member (state, ids, 1, 0, FALSE));
  g_assert_cmpuint (cpt_state_find_statement (state, fixture->first)->now.sides, ==, CPT_SIDE_BIT (1));
  g_assert_cmpuint (cpt_state_find_statement (state, fixture->first)->decided & CPT_DECIDED_SIDES, !=, 0);
}

/* The words from the last blank of the first statement to the first blank of the second: one statement, and two rests. */
static void
test_carve (Fixture *fixture, gconstpointer data)
{
  const CptArticleState *article = cpt_state_get_article (fixture->state, 0);
  const char *text = cpt_article_get_text (article->article);
  const CptStatement *a = statement_at (fixture->state, 0), *b = statement_at (fixture->state, 1), *made;
  CptSpan first = a->span, second = b->span, span;
  CptSideSet sides = CPT_SIDE_BIT (1);
  CptState *state;

  span.begin_bytes = (gsize) (g_strrstr_len (text + first.begin_bytes, (gssize) cpt_span_get_length_bytes (first), " ") + 1 - text);
  span.end_bytes = (gsize) (strchr (text + second.begin_bytes, ' ') - text);
  state = perform (fixture, cpt_command_carve (fixture->state, article->id, span, &sides));
  made = cpt_state_find_statement_at (state, article->id, span.begin_bytes);
  g_assert_true (cpt_span_equal (made->span, span));
  g_assert_cmpuint (made->now.sides, ==, sides);
  g_assert_cmpuint (statement_at (state, 0)->span.begin_bytes, ==, first.begin_bytes);
  g_assert_cmpuint (statement_at (state, 2)->span.end_bytes, ==, second.end_bytes);
  g_assert_cmpuint (cpt_state_get_n_statements (state), ==, cpt_state_get_n_statements (fixture->state) + 1);
  g_assert_null (cpt_command_carve (state, article->id, span, NULL)); /* it is a statement already */
  g_assert_null (cpt_command_carve (state, article->id, CPT_SPAN (span.begin_bytes, span.begin_bytes), NULL));
  g_assert_null (cpt_command_carve (state, 4711, span, NULL));
  g_assert_true (cpt_state_find_next_statement (state, statement_at (state, 0)->id) == made);
}

static guint
count_topics (CptState *state)
{
  guint n_topics;

  cpt_state_get_topics (state, &n_topics);
  return n_topics;
}

static void
test_topics (Fixture *fixture, gconstpointer data)
{
  guint n_before = count_topics (fixture->state), n_topics;
  CptState *state = perform (fixture, cpt_command_add_topic (fixture->state, " Harvest ", &fixture->first, 1));
  const char *id = cpt_state_find_statement (state, fixture->first)->now.topic;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);

  g_assert_cmpstr (cpt_state_get_topic_name (state, id), ==, "Harvest");
  g_assert_cmpstr (topics[n_topics - 1].id, ==, "other");
  state = perform (fixture, cpt_command_reset (state, &fixture->first, 1));
  g_assert_cmpuint (count_topics (state), ==, n_before + 1); /* a made one stays though it is empty */
  g_assert_null (cpt_command_add_topic (state, "harvest", NULL, 0));
  g_assert_null (cpt_command_add_topic (state, " ", NULL, 0));
  state = perform (fixture, cpt_command_rename_topic (state, "found-gas", "Energy"));
  g_assert_cmpstr (cpt_state_get_topic_name (state, "found-gas"), ==, "Energy");
  g_assert_null (cpt_command_rename_topic (state, "found-gas", "Energy"));
  g_assert_null (cpt_command_rename_topic (state, "no-such-topic", "Energy"));
}

static void
test_empty_topic_disappears (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  CptState *state;

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < cpt_state_get_article (fixture->state, i)->statements->len; j++)
      g_array_append_val (ids, ((const CptStatement *) cpt_state_get_article (fixture->state, i)->statements->pdata[j])->id);
  state = perform (fixture, cpt_command_set_topic (fixture->state, (const guint32 *) (gpointer) ids->data, ids->len, "found-gas"));
  g_assert_cmpuint (count_topics (state), ==, 1);
  g_assert_cmpstr (cpt_state_get_topic_name (state, "found-peace"), ==, "Peace"); /* still known: it was found */
  state = perform (fixture, cpt_command_set_topic (state, &fixture->first, 1, "found-peace"));
  g_assert_cmpuint (count_topics (state), ==, 2);
}

static void
test_sides_and_title (Fixture *fixture, gconstpointer data)
{
  CptState *state = perform (fixture, cpt_command_rename_side (fixture->state, 1, "The “other” side"));

  g_assert_cmpstr (cpt_state_get_sides (state, NULL)[1].name, ==, "The “other” side");
  g_assert_cmpstr (cpt_state_get_sides (fixture->state, NULL)[1].name, ==, "Side B");
  g_assert_null (cpt_command_rename_side (state, 2, "Third"));
  g_assert_null (cpt_command_rename_side (state, 0, ""));
  state = perform (fixture, cpt_command_set_title (state, "Week 51"));
  g_assert_cmpstr (cpt_state_get_title (state), ==, "Week 51");
  g_assert_null (cpt_command_set_title (state, "Week 51"));
}

/* The sides of a statement by their ids, whatever their places. */
static char *
dup_side_ids (CptState *state, CptSideSet set)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < n_sides; i++)
    if (set & CPT_SIDE_BIT (i))
      g_string_append_printf (ids, "%s ", sides[i].name);
  return g_string_free (ids, FALSE);
}

static void
assert_on (CptState *state, guint32 id, const char *names)
{
  g_autofree char *found = dup_side_ids (state, cpt_state_find_statement (state, id)->now.sides);

  g_assert_cmpstr (found, ==, names);
}

static void
test_sides (Fixture *fixture, gconstpointer data)
{
  guint32 both[] = { fixture->first, fixture->second };
  CptState *state = perform (fixture, cpt_command_add_side (fixture->state, " Third "));
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  g_autoptr (CptCommand) merged = NULL;

  g_assert_cmpuint (n_sides, ==, 3);
  g_assert_cmpstr (sides[2].name, ==, "Third");
  g_assert_true (g_strv_contains ((const char *const[]){ cpt_side_palette[0], cpt_side_palette[1], cpt_side_palette[2], cpt_side_palette[3], NULL }, sides[2].colour));
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (sides[2].colour, !=, sides[i].colour);
  g_assert_null (cpt_command_add_side (state, "third"));
  g_assert_null (cpt_command_set_side_colour (state, 0, "blue"));
  state = perform (fixture, cpt_command_move (state, both, 1, CPT_SIDE_BIT (2), NULL));
  state = perform (fixture, cpt_command_move (state, both + 1, 1, CPT_SIDE_BIT (0) | CPT_SIDE_BIT (2), NULL));
  state = perform (fixture, cpt_command_move_side (state, 2, 0));
  g_assert_cmpstr (cpt_state_get_sides (state, NULL)[0].name, ==, "Third");
  assert_on (state, fixture->first, "Third ");
  assert_on (state, fixture->second, "Third Side A ");
  state = perform (fixture, cpt_command_set_side_colour (state, 0, "#123456"));
  g_assert_cmpstr (cpt_state_get_sides (state, NULL)[0].colour, ==, "#123456");
  g_assert_null (cpt_command_merge_sides (state, 0, 0));
  merged = cpt_command_merge_sides (state, 0, 2);
  assert_on (cpt_command_get_after (merged), fixture->first, "Side B ");
  state = perform (fixture, cpt_command_remove_side (state, 0));
  assert_on (state, fixture->first, "");
  assert_on (state, fixture->second, "Side A ");
  g_assert_null (cpt_command_remove_side (state, 0)); /* two must stay */
}

static const char *
topic_name_at (CptState *state, guint i)
{
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);

  g_assert_cmpuint (i, <, n_topics);
  return topics[i].name;
}

static void
test_topics_end_and_move (Fixture *fixture, gconstpointer data)
{
  CptState *state = perform (fixture, cpt_command_add_topic (fixture->state, "Harvest", &fixture->first, 1));
  const char *harvest = cpt_state_find_statement (state, fixture->first)->now.topic;
  guint n_topics = count_topics (state);
  const char *last = topic_name_at (state, n_topics - 2);
  CptState *moved, *merged;

  g_assert_cmpstr (last, ==, "Harvest");
  moved = perform (fixture, cpt_command_move_topic (state, harvest, 0));
  g_assert_cmpstr (topic_name_at (moved, 0), ==, "Harvest");
  g_assert_cmpstr (topic_name_at (moved, 1), ==, topic_name_at (state, 0));
  moved = perform (fixture, cpt_command_add_topic (moved, "Later", &fixture->second, 1));
  g_assert_cmpstr (topic_name_at (moved, 0), ==, "Harvest");
  merged = perform (fixture, cpt_command_merge_topics (moved, harvest, "found-gas"));
  g_assert_true (cpt_state_find_statement (merged, fixture->first)->now.topic == g_intern_string ("found-gas"));
  g_assert_cmpstr (cpt_state_get_topic_name (merged, harvest), ==, harvest); /* a topic that nobody knows goes by its id */
  g_assert_null (cpt_command_merge_topics (merged, "other", "found-gas"));
  g_assert_null (cpt_command_remove_topic (merged, "other"));
  merged = perform (fixture, cpt_command_remove_topic (merged, "found-gas"));
  g_assert_true (cpt_state_find_statement (merged, fixture->first)->now.topic == g_intern_string ("other"));
  g_assert_cmpstr (cpt_state_get_topic_name (merged, "found-gas"), ==, "found-gas");
  g_assert_cmpstr (topic_name_at (merged, count_topics (merged) - 1), ==, "Other");
}

static void
test_move_source (Fixture *fixture, gconstpointer data)
{
  CptState *state = perform (fixture, cpt_command_move_source (fixture->state, "Anna Vale", CPT_SIDE_BIT (1)));
  guint n = 0;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    for (guint j = 0; j < cpt_state_get_article (state, i)->statements->len; j++)
      {
        const CptStatement *statement = cpt_state_get_article (state, i)->statements->pdata[j];

        if (g_strcmp0 (statement->now.source, "Anna Vale") != 0)
          continue;
        g_assert_cmpuint (statement->now.sides, ==, CPT_SIDE_BIT (1));
        n++;
      }
  g_assert_cmpuint (n, >, 1);
  g_assert_null (cpt_command_move_source (state, "Anna Vale", CPT_SIDE_BIT (1)));
  g_assert_null (cpt_command_move_source (state, "nobody at all", CPT_SIDE_BIT (1)));
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  const CptEvent *old = cpt_state_get_article (fixture->state, 0)->events->pdata[0];
  CptInterval interval = { 100, 200, CPT_PRECISION_YEAR }, reversed = { 200, 100, CPT_PRECISION_YEAR };
  CptState *state = perform (fixture, cpt_command_set_event_date (fixture->state, old->id, interval));

  g_assert_cmpint (cpt_state_find_event (state, old->id)->interval.latest, ==, 200);
  g_assert_true (cpt_state_find_event (state, old->id)->date_decided);
  g_assert_null (cpt_command_set_event_date (state, old->id, interval));
  g_assert_null (cpt_command_set_event_date (state, old->id, reversed));
  state = perform (fixture, cpt_command_set_event_label (state, old->id, "Talks begin"));
  g_assert_cmpstr (cpt_state_find_event (state, old->id)->label, ==, "Talks begin");
  state = perform (fixture, cpt_command_set_event_label (state, old->id, NULL));
  g_assert_cmpstr (cpt_state_find_event (state, old->id)->label, ==, old->found_label);
  g_assert_false (cpt_state_find_event (state, old->id)->label_decided);
  state = perform (fixture, cpt_command_set_event_hidden (state, old->id, TRUE));
  g_assert_null (cpt_command_set_event_hidden (state, old->id, TRUE));
  g_assert_true (cpt_state_find_event (state, old->id)->hidden);
}

/* Taking decisions back gives what was found; what was never decided has nothing to take back. */
static void
test_reset_event (Fixture *fixture, gconstpointer data)
{
  const CptEvent *old = cpt_state_get_article (fixture->state, 0)->events->pdata[0];
  CptState *state;

  g_assert_null (cpt_command_reset_event (fixture->state, old->id));
  state = perform (fixture, cpt_command_set_event_date (fixture->state, old->id, (CptInterval){ 100, 200, CPT_PRECISION_YEAR }));
  state = perform (fixture, cpt_command_set_event_label (state, old->id, "Talks begin"));
  state = perform (fixture, cpt_command_reset_event (state, old->id));
  g_assert_cmpstr (cpt_state_find_event (state, old->id)->label, ==, old->found_label);
  g_assert_cmpint (cpt_state_find_event (state, old->id)->interval.latest, ==, old->found_interval.latest);
  g_assert_false (cpt_state_find_event (state, old->id)->date_decided);
  g_assert_null (cpt_command_reset_event (state, old->id));
}

static const CptEvent *
find_made (CptState *state)
{
  const CptArticleState *article = cpt_state_get_article (state, 0);

  for (guint i = 0; i < article->events->len; i++)
    if (((const CptEvent *) article->events->pdata[i])->made)
      return article->events->pdata[i];
  return NULL;
}

static void
test_add_event (Fixture *fixture, gconstpointer data)
{
  guint32 article_id = cpt_state_get_article (fixture->state, 0)->id;
  const CptEvent *found = cpt_state_get_article (fixture->state, 0)->events->pdata[0];
  CptNewEvent new_event = { .article_id = article_id, .interval = { 5, 5, CPT_PRECISION_DAY }, .label = " " };
  CptState *state;
  const CptEvent *event;

  g_assert_null (cpt_command_add_event (fixture->state, &new_event));
  new_event.label = " The harbour is closed ";
  new_event.statement_id = 999999;
  g_assert_null (cpt_command_add_event (fixture->state, &new_event));
  new_event.statement_id = 0;
  new_event.interval.latest = 4;
  g_assert_null (cpt_command_add_event (fixture->state, &new_event));
  new_event.interval.latest = 5;
  state = perform (fixture, cpt_command_add_event (fixture->state, &new_event));
  event = find_made (state);
  g_assert_cmpstr (event->label, ==, "The harbour is closed");
  g_assert_null (cpt_command_set_event_label (state, event->id, " "));
  g_assert_null (cpt_command_reset_event (state, event->id));
  g_assert_null (cpt_command_remove_event (state, found->id));
  state = perform (fixture, cpt_command_remove_event (state, event->id));
  g_assert_null (find_made (state));
}

/* Undo says what it undoes: the event's own words, not all of a long label. */
static void
test_event_labels (Fixture *fixture, gconstpointer data)
{
  const CptEvent *old = cpt_state_get_article (fixture->state, 0)->events->pdata[0];
  g_autofree char *long_label = g_strnfill (200, 'x');
  g_autoptr (CptCommand) rename = cpt_command_set_event_label (fixture->state, old->id, "Talks begin");
  g_autoptr (CptCommand) date
      = cpt_command_set_event_date (cpt_command_get_after (rename), old->id, (CptInterval){ 20441, 20441, CPT_PRECISION_DAY });
  g_autoptr (CptCommand) hide = cpt_command_set_event_hidden (cpt_command_get_after (rename), old->id, TRUE);
  g_autoptr (CptCommand) lengthen = cpt_command_set_event_label (fixture->state, old->id, long_label);

  g_assert_cmpstr (cpt_command_get_label (rename), ==, "Rename event to “Talks begin”");
  g_assert_cmpstr (cpt_command_get_label (date), ==, "Date of “Talks begin”: 19 December 2025");
  g_assert_cmpstr (cpt_command_get_label (hide), ==, "Hide event “Talks begin”");
  g_assert_cmpuint (g_utf8_strlen (cpt_command_get_label (lengthen), -1), <, 80);
}

static void
test_remove_article (Fixture *fixture, gconstpointer data)
{
  guint32 id = cpt_state_get_article (fixture->state, 0)->id;
  CptState *state = perform (fixture, cpt_command_remove_article (fixture->state, id));

  g_assert_cmpuint (cpt_state_get_n_articles (state), ==, 1);
  g_assert_null (cpt_state_find_statement (state, fixture->first));
  g_assert_null (cpt_command_remove_article (state, id));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/comparison/commands/move", test_move },
    { "/comparison/commands/move-labels", test_move_labels },
    { "/comparison/commands/decide-and-reset", test_decide_and_reset },
    { "/comparison/commands/split-and-join", test_split_and_join },
    { "/comparison/commands/refused-spans", test_refused_spans },
    { "/comparison/commands/several-sides", test_several_sides },
    { "/comparison/commands/carve", test_carve },
    { "/comparison/commands/topics", test_topics },
    { "/comparison/commands/empty-topic-disappears", test_empty_topic_disappears },
    { "/comparison/commands/sides-and-title", test_sides_and_title },
    { "/comparison/commands/sides", test_sides },
    { "/comparison/commands/topics-end-and-move", test_topics_end_and_move },
    { "/comparison/commands/move-source", test_move_source },
    { "/comparison/commands/events", test_events },
    { "/comparison/commands/reset-event", test_reset_event },
    { "/comparison/commands/add-event", test_add_event },
    { "/comparison/commands/event-labels", test_event_labels },
    { "/comparison/commands/remove-article", test_remove_article },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
