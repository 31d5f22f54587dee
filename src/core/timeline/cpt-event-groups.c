// SPDX-License-Identifier: GPL-3.0-or-later
// Which events of a state tell of the same happening. Room: core/timeline; finds nothing in texts.
//
// Events with the same dates are compared by the telling words of their labels: names and words long enough to mean
// something, by their beginnings, since endings change with the case. What shares half of the shorter label, and two
// words at least, is one happening in two accounts.
#include "cpt-event-groups.h"

#include "cpt-tokens.h"

#include <string.h>

/* Telling words of a label that are compared. */
#define MAX_WORDS 12
#define MIN_WORD_CHARS 5
#define MIN_NAME_CHARS 3
/* So many letters of a word must agree. */
#define STEM_CHARS 5
#define MIN_SHARED 2
/* Groups with the same dates that an event is compared with: whole years hold many, and the work stays bounded. */
#define MAX_COMPARED 24

typedef struct
{
  guint n;
  guint32 words[MAX_WORDS];
} Telling;

/* The happenings of one interval. */
typedef struct
{
  CptInterval interval;
  GArray *tellings;  /* Telling, of the first event of each */
  GPtrArray *groups; /* GPtrArray of CptEvent, both owned here */
} Bucket;

struct _CptEventGroups
{
  GHashTable *by_interval; /* Bucket, owned */
  GHashTable *by_event;    /* CptEvent -> GPtrArray; those that stand alone are left out */
};

static guint
hash_interval (gconstpointer bucket)
{
  const CptInterval *interval = &((const Bucket *)bucket)->interval;

  return (guint)interval->earliest * 31 + (guint)interval->latest;
}

static gboolean
equal_interval (gconstpointer a, gconstpointer b)
{
  const CptInterval *first = &((const Bucket *)a)->interval, *second = &((const Bucket *)b)->interval;

  return first->earliest == second->earliest && first->latest == second->latest;
}

static void
bucket_free (gpointer data)
{
  Bucket *bucket = data;

  g_array_unref (bucket->tellings);
  g_ptr_array_unref (bucket->groups);
  g_free (bucket);
}

/* FNV-1a over the first letters. */
static guint32
hash_stem (const char *word)
{
  guint32 hash = 2166136261u;
  const char *end = word;

  for (guint i = 0; i < STEM_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  for (; word < end; word++)
    hash = (hash ^ (guchar)*word) * 16777619u;
  return hash;
}

static gboolean
is_telling (const CptToken *token, const char *word, gboolean first)
{
  glong n_chars = g_utf8_strlen (word, -1);

  return n_chars >= MIN_WORD_CHARS || (!first && token->flags & CPT_TOKEN_CAPITALISED && n_chars >= MIN_NAME_CHARS);
}

static gboolean
has_word (const Telling *telling, guint32 word)
{
  for (guint i = 0; i < telling->n; i++)
    if (telling->words[i] == word)
      return TRUE;
  return FALSE;
}

static Telling
read_label (const char *label)
{
  g_autoptr (CptTokens) table = cpt_tokens_new (label, strlen (label));
  Telling telling = { 0 };
  guint n_tokens;
  const CptToken *tokens = cpt_tokens_get (table, &n_tokens);

  for (guint i = 0; i < n_tokens && telling.n < MAX_WORDS; i++)
    {
      const char *word = tokens[i].word != CPT_NO_WORD ? cpt_tokens_get_word (table, tokens[i].word) : NULL;

      if (word != NULL && is_telling (&tokens[i], word, i == 0) && !has_word (&telling, hash_stem (word)))
        telling.words[telling.n++] = hash_stem (word);
    }
  return telling;
}

static gboolean
is_same (const Telling *a, const Telling *b)
{
  guint n_shared = 0;

  for (guint i = 0; i < a->n; i++)
    n_shared += has_word (b, a->words[i]);
  return n_shared >= MIN_SHARED && n_shared * 2 >= MIN (a->n, b->n);
}

static Bucket *
ensure_bucket (CptEventGroups *self, CptInterval interval)
{
  Bucket probe = { .interval = interval };
  Bucket *bucket = g_hash_table_lookup (self->by_interval, &probe);

  if (bucket != NULL)
    return bucket;
  bucket = g_new0 (Bucket, 1);
  bucket->interval = interval;
  bucket->tellings = g_array_new (FALSE, FALSE, sizeof (Telling));
  bucket->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_hash_table_add (self->by_interval, bucket);
  return bucket;
}

static void
add_event (CptEventGroups *self, const CptEvent *event)
{
  Bucket *bucket;
  Telling telling;
  GPtrArray *group;

  if (event->hidden || !cpt_interval_is_dated (event->interval))
    return;
  bucket = ensure_bucket (self, event->interval);
  telling = read_label (event->label);
  for (guint i = 0; i < MIN (bucket->groups->len, MAX_COMPARED); i++)
    if (is_same (&g_array_index (bucket->tellings, Telling, i), &telling))
      {
        group = bucket->groups->pdata[i];
        g_hash_table_insert (self->by_event, group->pdata[0], group);
        g_ptr_array_add (group, (gpointer)event);
        g_hash_table_insert (self->by_event, (gpointer)event, group);
        return;
      }
  group = g_ptr_array_new ();
  g_ptr_array_add (group, (gpointer)event);
  g_ptr_array_add (bucket->groups, group);
  g_array_append_val (bucket->tellings, telling);
}

/* @only: (nullable): the dates that matter. */
static CptEventGroups *
make (const CptState *state, const CptInterval *only)
{
  CptEventGroups *self = g_new0 (CptEventGroups, 1);

  self->by_interval = g_hash_table_new_full (hash_interval, equal_interval, bucket_free, NULL);
  self->by_event = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      const CptArticleState *article = cpt_state_get_article (state, i);

      for (guint k = 0; k < article->events->len; k++)
        {
          const CptEvent *event = article->events->pdata[k];

          if (only == NULL || (event->interval.earliest == only->earliest && event->interval.latest == only->latest))
            add_event (self, event);
        }
    }
  return self;
}

/**
 * cpt_event_groups_new:
 * @state: a state; must outlive what is returned
 *
 * Returns: (transfer full): its events by what happened
 *
 * Cost: linear in the events and the length of their labels, with at most %MAX_COMPARED comparisons each.
 */
CptEventGroups *
cpt_event_groups_new (const CptState *state)
{
  return make (state, NULL);
}

/**
 * cpt_event_groups_new_at:
 * @state: a state; must outlive what is returned
 * @interval: dates
 *
 * Returns: (transfer full): those of its events that have these dates, by what happened; to ask about one of them
 *
 * Cost: a look at each event, and that of cpt_event_groups_new() for those with these dates.
 */
CptEventGroups *
cpt_event_groups_new_at (const CptState *state, CptInterval interval)
{
  return make (state, &interval);
}

void
cpt_event_groups_free (CptEventGroups *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_event);
  g_hash_table_unref (self->by_interval);
  g_free (self);
}

/**
 * cpt_event_groups_get:
 * @event: an event of the state
 *
 * Returns: (transfer none) (nullable) (element-type CptEvent): all events that tell of the same happening, @event among
 *   them, in the order of the articles; %NULL when it stands alone
 */
const GPtrArray *
cpt_event_groups_get (const CptEventGroups *self, const CptEvent *event)
{
  return g_hash_table_lookup (self->by_event, event);
}

/**
 * cpt_event_groups_get_id:
 * @event: an event of the state
 *
 * Returns: the id of the first event that tells of the same happening: its own when it stands alone
 */
guint32
cpt_event_groups_get_id (const CptEventGroups *self, const CptEvent *event)
{
  const GPtrArray *group = cpt_event_groups_get (self, event);

  return group != NULL ? ((const CptEvent *)group->pdata[0])->id : event->id;
}
