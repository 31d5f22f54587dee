// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that decide something about statements without touching their spans. Room: core/comparison.
#include "cpt-command-private.h"

#define ALL_DECISIONS_BUT_SPAN                                                                                         \
  (CPT_DECIDED_SIDES | CPT_DECIDED_TOPIC | CPT_DECIDED_SOURCE | CPT_DECIDED_QUOTATION | CPT_DECIDED_CONFIRMED)

/* What a command does to one statement: fills in a copy. */
typedef void (*Change) (CptStatement *copy, gconstpointer data);

static gboolean
fields_equal (const CptStatementFields *a, const CptStatementFields *b)
{
  return a->sides == b->sides && a->topic == b->topic && a->source == b->source && a->quotation == b->quotation;
}

static gboolean
is_changed (const CptStatement *a, const CptStatement *b)
{
  return !fields_equal (&a->now, &b->now) || a->decided != b->decided || g_strcmp0 (a->note, b->note) != 0;
}

/* Whether @change would do anything to @statement, found out on a copy that owns nothing. */
static gboolean
would_change (const CptStatement *statement, Change change, gconstpointer data)
{
  CptStatement trial = *statement;
  gboolean changed;

  trial.note = g_strdup (statement->note);
  change (&trial, data);
  changed = is_changed (statement, &trial);
  g_free (trial.note);
  return changed;
}

/* Returns the number of statements that changed; *builder is made for the first of them. */
static guint
change_statements (CptState *state, const guint32 *ids, guint n_ids, Change change, gconstpointer data,
                   CptStateBuilder **builder)
{
  g_autoptr (GPtrArray) statements = cpt_command_collect (state, ids, n_ids);
  guint n_changed = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      const CptStatement *statement = statements->pdata[i];

      if (!would_change (statement, change, data))
        continue;
      if (*builder == NULL)
        *builder = cpt_state_builder_new (state);
      change (cpt_state_builder_edit_statement (*builder, statement->id), data);
      n_changed++;
    }
  return n_changed;
}

/* --- move --- */

typedef struct
{
  CptSideSet sides;
  const char *topic;
} Place;

static void
change_place (CptStatement *copy, gconstpointer data)
{
  const Place *place = data;

  if (copy->now.sides != place->sides)
    {
      copy->now.sides = place->sides;
      copy->decided |= CPT_DECIDED_SIDES;
    }
  if (place->topic != NULL && copy->now.topic != place->topic)
    {
      copy->now.topic = place->topic;
      copy->decided |= CPT_DECIDED_TOPIC;
    }
}

static char *
dup_column_name (CptState *state, CptSideSet sides)
{
  GString *names = g_string_new (NULL);
  guint n_sides;
  const CptSide *side = cpt_state_get_sides (state, &n_sides);

  for (guint i = 0; i < n_sides; i++)
    if (sides & CPT_SIDE_BIT (i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", side[i].name);
  if (names->len == 0)
    g_string_append (names, _ ("Context"));
  return g_string_free (names, FALSE);
}

static gboolean
is_known_topic (CptState *state, const char *topic)
{
  return cpt_topic_table_get_name (state->topics, state->profile, g_intern_string (topic)) != NULL;
}

/**
 * cpt_command_move:
 * @ids: (array length=n_ids): statements
 * @sides: the sides whose account they give; 0 for Context
 * @topic: (nullable): a topic that the comparison or its profile knows; %NULL keeps each statement's topic
 *
 * Returns: (transfer full) (nullable): the command; %NULL when all of them are there already or the place does not exist
 */
CptCommand *
cpt_command_move (CptState *state, const guint32 *ids, guint n_ids, CptSideSet sides, const char *topic)
{
  Place place = { sides, g_intern_string (topic) };
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *column = NULL;
  guint n_sides, n;

  cpt_state_get_sides (state, &n_sides);
  if (sides >> n_sides != 0 || (topic != NULL && !is_known_topic (state, topic)))
    return NULL;
  n = change_statements (state, ids, n_ids, change_place, &place, &builder);
  if (n == 0)
    return NULL;
  column = dup_column_name (state, sides);
  return cpt_command_new (state, builder,
                          g_strdup_printf (ngettext ("Move sentence to %1$s", "Move %2$u sentences to %1$s", n), column, n));
}

/**
 * cpt_command_move_source:
 * @source: who speaks, as in the statements
 * @sides: the sides whose account all that it said gives; 0 for Context
 *
 * Returns: (transfer full) (nullable): the command; %NULL when nothing would change
 */
CptCommand *
cpt_command_move_source (CptState *state, const char *source, CptSideSet sides)
{
  Place place = { sides, NULL };
  const char *interned = g_intern_string (source);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *column = NULL;
  guint n_sides, n;

  cpt_state_get_sides (state, &n_sides);
  if (interned == NULL || sides >> n_sides != 0)
    return NULL;
  for (guint i = 0; i < state->articles->len; i++)
    {
      GPtrArray *statements = ((const CptArticleState *) state->articles->pdata[i])->statements;

      for (guint j = 0; j < statements->len; j++)
        if (((const CptStatement *) statements->pdata[j])->now.source == interned)
          g_array_append_val (ids, ((const CptStatement *) statements->pdata[j])->id);
    }
  n = change_statements (state, (const guint32 *) (gpointer) ids->data, ids->len, change_place, &place, &builder);
  if (n == 0)
    return NULL;
  column = dup_column_name (state, sides);
  return cpt_command_new (state, builder,
                          g_strdup_printf (ngettext ("Move sentence of %1$s to %2$s", "Move %3$u sentences of %1$s to %2$s", n),
                                           interned, column, n));
}

/* --- one side more or less --- */

typedef struct
{
  CptSideSet bit;
  gboolean member;
} Membership;

static void
change_membership (CptStatement *copy, gconstpointer data)
{
  const Membership *membership = data;
  CptSideSet sides = membership->member ? copy->now.sides | membership->bit
                                        : copy->now.sides & (CptSideSet) ~membership->bit;

  if (copy->now.sides == sides)
    return;
  copy->now.sides = sides;
  copy->decided |= CPT_DECIDED_SIDES;
}

/**
 * cpt_command_set_side_member:
 * @ids: (array length=n_ids): statements
 * @side: index of the side
 * @member: whether they give its account, besides those that they give already
 *
 * Returns: (transfer full) (nullable): the command; %NULL when nothing would change or there is no such side
 */
CptCommand *
cpt_command_set_side_member (CptState *state, const guint32 *ids, guint n_ids, guint side, gboolean member)
{
  Membership membership = { CPT_SIDE_BIT (side), member };
  g_autoptr (CptStateBuilder) builder = NULL;
  guint n_sides, n;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  if (side >= n_sides)
    return NULL;
  n = change_statements (state, ids, n_ids, change_membership, &membership, &builder);
  if (n == 0)
    return NULL;
  return cpt_command_new (
      state, builder,
      member ? g_strdup_printf (ngettext ("Also count sentence as %1$s", "Also count %2$u sentences as %1$s", n),
                                sides[side].name, n)
             : g_strdup_printf (ngettext ("No longer count sentence as %1$s", "No longer count %2$u sentences as %1$s", n),
                                sides[side].name, n));
}

/* --- topic --- */

static void
change_topic (CptStatement *copy, gconstpointer data)
{
  if (copy->now.topic == data)
    return;
  copy->now.topic = data;
  copy->decided |= CPT_DECIDED_TOPIC;
}

/**
 * cpt_command_set_topic:
 * @topic: the id of a topic that the comparison or its profile knows
 *
 * Returns: (transfer full) (nullable): the command; %NULL when nothing would change or the topic is unknown
 */
CptCommand *
cpt_command_set_topic (CptState *state, const guint32 *ids, guint n_ids, const char *topic)
{
  g_autoptr (CptStateBuilder) builder = NULL;
  guint n;

  if (topic == NULL || !is_known_topic (state, topic))
    return NULL;
  n = change_statements (state, ids, n_ids, change_topic, g_intern_string (topic), &builder);
  if (n == 0)
    return NULL;
  return cpt_command_new (state, builder,
                          g_strdup_printf (ngettext ("Move sentence to topic “%1$s”", "Move %2$u sentences to topic “%1$s”", n),
                                           cpt_state_get_topic_name (state, topic), n));
}

/* --- source --- */

static void
change_source (CptStatement *copy, gconstpointer data)
{
  if (copy->now.source == data)
    return;
  copy->now.source = data;
  copy->decided |= CPT_DECIDED_SOURCE;
}

/**
 * cpt_command_set_source:
 * @source: (nullable): who speaks; %NULL or blank for nobody
 *
 * Returns: (transfer full) (nullable): the command; %NULL when nothing would change. The sides stay as they are.
 */
CptCommand *
cpt_command_set_source (CptState *state, const guint32 *ids, guint n_ids, const char *source)
{
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (source != NULL ? source : ""));
  const char *interned = *stripped == '\0' ? NULL : g_intern_string (stripped);
  guint n = change_statements (state, ids, n_ids, change_source, interned, &builder);

  if (n == 0)
    return NULL;
  if (interned == NULL)
    return cpt_command_new (state, builder,
                            g_strdup_printf (ngettext ("Remove source of sentence", "Remove source of %u sentences", n), n));
  return cpt_command_new (state, builder,
                          g_strdup_printf (ngettext ("Set source of sentence to %1$s", "Set source of %2$u sentences to %1$s", n),
                                           interned, n));
}

/* --- note --- */

static void
change_note (CptStatement *copy, gconstpointer data)
{
  g_free (copy->note);
  copy->note = g_strdup (data);
}

/**
 * cpt_command_set_note:
 * @note: (nullable): the note; %NULL or blank removes it
 *
 * Returns: (transfer full) (nullable): the command; %NULL when nothing would change
 */
CptCommand *
cpt_command_set_note (CptState *state, const guint32 *ids, guint n_ids, const char *note)
{
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (note != NULL ? note : ""));
  gboolean removes = *stripped == '\0';
  guint n = change_statements (state, ids, n_ids, change_note, removes ? NULL : stripped, &builder);

  if (n == 0)
    return NULL;
  if (removes)
    return cpt_command_new (state, builder,
                            g_strdup_printf (ngettext ("Remove note of sentence", "Remove notes of %u sentences", n), n));
  return cpt_command_new (state, builder,
                          g_strdup_printf (ngettext ("Write note on sentence", "Write note on %u sentences", n), n));
}

/* --- confirm and reset --- */

static void
change_confirmed (CptStatement *copy, gconstpointer data)
{
  copy->decided |= CPT_DECIDED_CONFIRMED;
}

/**
 * cpt_command_confirm:
 *
 * Returns: (transfer full) (nullable): the command that marks statements as looked at and right; no analysis changes them
 *   from then on. %NULL when they all are so marked.
 */
CptCommand *
cpt_command_confirm (CptState *state, const guint32 *ids, guint n_ids)
{
  g_autoptr (CptStateBuilder) builder = NULL;
  guint n = change_statements (state, ids, n_ids, change_confirmed, NULL, &builder);

  if (n == 0)
    return NULL;
  return cpt_command_new (state, builder, g_strdup_printf (ngettext ("Confirm sentence", "Confirm %u sentences", n), n));
}

static void
change_to_found (CptStatement *copy, gconstpointer data)
{
  copy->now = copy->found;
  copy->decided &= ~(guint) ALL_DECISIONS_BUT_SPAN;
}

/**
 * cpt_command_reset:
 *
 * Returns: (transfer full) (nullable): the command that takes decisions back, so that the findings count again. Spans and
 *   notes stay. %NULL when nothing was decided.
 */
CptCommand *
cpt_command_reset (CptState *state, const guint32 *ids, guint n_ids)
{
  g_autoptr (CptStateBuilder) builder = NULL;
  guint n = change_statements (state, ids, n_ids, change_to_found, NULL, &builder);

  if (n == 0)
    return NULL;
  return cpt_command_new (state, builder,
                          g_strdup_printf (ngettext ("Reset sentence to what was found", "Reset %u sentences to what was found", n), n));
}
