// SPDX-License-Identifier: GPL-3.0-or-later
// From findings to the values of a comparison. Room: core/comparison; decides nothing a person decided.
#include "cpt-from-analysis.h"

CptSideSet
cpt_side_set_map (CptSideSet sides, const CptSideSet *map)
{
  CptSideSet mapped = 0;

  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    if (sides & CPT_SIDE_BIT (i))
      mapped |= map[i];
  return mapped;
}

static gboolean
is_same_side (const CptSide *a, const CptSide *b, gboolean by_name)
{
  g_autofree char *first = NULL, *second = NULL;

  if (!by_name)
    return g_str_equal (a->id, b->id);
  first = g_utf8_casefold (a->name, -1);
  second = g_utf8_casefold (b->name, -1);
  return g_str_equal (first, second);
}

gboolean
cpt_profile_map_sides (const CptProfile *from, const CptProfile *to, CptSideSet *map)
{
  guint n_from, n_to;
  const CptSide *old = cpt_profile_get_sides (from, &n_from), *new = cpt_profile_get_sides (to, &n_to);
  gboolean any = FALSE;

  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    {
      map[i] = 0;
      for (guint pass = 0; pass < 2 && i < n_from && map[i] == 0; pass++)
        for (guint j = 0; j < n_to && map[i] == 0; j++)
          if (is_same_side (&old[i], &new[j], pass == 1))
            map[i] = CPT_SIDE_BIT (j);
      any = any || map[i] != 0;
    }
  return any;
}

void
cpt_findings_init (CptFindings *self, CptAnalysis *analysis, const CptProfile *profile)
{
  cpt_profile_map_sides (cpt_analysis_get_profile (analysis), profile, self->sides);
  self->analysis = analysis;
  self->statements = cpt_analysis_get_statements (analysis, &self->n_statements);
  self->topics = cpt_analysis_get_topics (analysis, &self->n_topics);
}

static CptStatementFields
get_fields (const CptFindings *self, const CptStatementFinding *finding)
{
  return (CptStatementFields){
    .sides = cpt_side_set_map (finding->sides, self->sides),
    .topic = g_intern_string (finding->topic < self->n_topics ? self->topics[finding->topic].id : "other"),
    .source = g_intern_string (finding->source),
    .quotation = finding->quotation,
  };
}

/* A confirmed statement was found right as it was: all of its fields count as decided. */
static void
keep_decisions (CptStatement *statement, CptStatementFields before)
{
  gboolean all = (statement->decided & CPT_DECIDED_CONFIRMED) != 0;

  if (all || statement->decided & CPT_DECIDED_SIDES)
    statement->now.sides = before.sides;
  if (all || statement->decided & CPT_DECIDED_TOPIC)
    statement->now.topic = before.topic;
  if (all || statement->decided & CPT_DECIDED_SOURCE)
    statement->now.source = before.source;
  if (all || statement->decided & CPT_DECIDED_QUOTATION)
    statement->now.quotation = before.quotation;
}

void
cpt_findings_fill_statement (const CptFindings *self, guint index, CptStatement *statement)
{
  const CptStatementFinding *finding = &self->statements[index];
  CptStatementFields before = statement->now;

  statement->sentence = finding->sentence;
  statement->found = get_fields (self, finding);
  statement->now = statement->found;
  keep_decisions (statement, before);
  statement->cue = g_intern_string (finding->cue);
  statement->confidence = CLAMP (finding->side_confidence, 0.0f, 1.0f);
  statement->reasons = finding->reasons;
}

static void
fill_event (CptEvent *event, const CptEventFinding *finding, const CptDateMention *date)
{
  event->words = date->span;
  event->type = date->type;
  g_free (event->value);
  event->value = g_strdup (date->value);
  event->found_interval = date->interval;
  event->anchor = date->anchor;
  event->confidence = CLAMP (date->confidence, 0.0f, 1.0f);
  g_free (event->found_label);
  event->found_label = g_strdup (finding->label != NULL ? finding->label : "");
  if (!event->date_decided)
    event->interval = event->found_interval;
  if (event->label_decided)
    return;
  g_free (event->label);
  event->label = g_strdup (event->found_label);
}

static gboolean
is_decided (const CptEvent *event)
{
  return event->made || event->date_decided || event->label_decided || event->hidden || event->extra != NULL;
}

static guint
hash_words (gconstpointer event)
{
  const CptEvent *self = event;

  return (guint) (self->words.begin_bytes * 31 + self->words.end_bytes);
}

static gboolean
equal_words (gconstpointer a, gconstpointer b)
{
  return cpt_span_equal (((const CptEvent *) a)->words, ((const CptEvent *) b)->words);
}

static CptEvent *
take_known_event (GHashTable *known, CptSpan words)
{
  CptEvent probe = { .words = words };
  CptEvent *event = g_hash_table_lookup (known, &probe);
  CptEvent *copy;

  if (event == NULL)
    return NULL;
  copy = cpt_event_copy (event);
  g_hash_table_remove (known, &probe);
  return copy;
}

int
cpt_events_compare (gconstpointer a, gconstpointer b)
{
  const CptEvent *first = *(const CptEvent *const *) a, *second = *(const CptEvent *const *) b;

  if (first->words.begin_bytes != second->words.begin_bytes)
    return first->words.begin_bytes < second->words.begin_bytes ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

void
cpt_findings_add_events (const CptFindings *self, CptArticleState *draft, CptNextIds *next_ids)
{
  guint n_events, n_dates;
  const CptEventFinding *findings = cpt_analysis_get_events (self->analysis, &n_events);
  const CptDateMention *dates = cpt_analysis_get_dates (self->analysis, &n_dates);
  g_autoptr (GHashTable) known = g_hash_table_new (hash_words, equal_words);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_event_unref);
  GHashTableIter iter;
  gpointer rest;

  for (guint i = 0; i < draft->events->len; i++)
    if (!((const CptEvent *) draft->events->pdata[i])->made && !g_hash_table_contains (known, draft->events->pdata[i]))
      g_hash_table_add (known, draft->events->pdata[i]);
    else if (is_decided (draft->events->pdata[i]))
      g_ptr_array_add (events, cpt_event_ref (draft->events->pdata[i]));
  for (guint i = 0; i < n_events; i++)
    {
      CptEvent *event;

      if (findings[i].date >= n_dates)
        continue;
      event = take_known_event (known, dates[findings[i].date].span);
      if (event == NULL)
        {
          event = cpt_event_new ();
          event->id = next_ids->event++;
          event->article_id = draft->id;
        }
      fill_event (event, &findings[i], &dates[findings[i].date]);
      g_ptr_array_add (events, event);
    }
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &rest, NULL))
    if (is_decided (rest))
      g_ptr_array_add (events, cpt_event_ref (rest));
  g_ptr_array_sort (events, cpt_events_compare);
  g_ptr_array_unref (draft->events);
  draft->events = g_steal_pointer (&events);
}

void
cpt_findings_name_topics (CptAnalysis *analysis, CptStateBuilder *builder)
{
  guint n_topics;
  const CptFoundTopic *topics = cpt_analysis_get_topics (analysis, &n_topics);

  for (guint i = 0; i < n_topics; i++)
    if (!topics[i].from_profile)
      cpt_state_builder_name_topic (builder, topics[i].id, topics[i].name, 0);
}
