// SPDX-License-Identifier: GPL-3.0-or-later
// Names of events from the profile, found as sequences of words. Room: core/analysis/time.
//
// Names are filed under the first letters of their first word; each distinct word of the text is looked up once. Words
// of Cyrillic names match in any case: what differs may only be the ending.
#include "cpt-time-events.h"

#include "cpt-dates.h"
#include "cpt-time-lexicon.h"

#include <string.h>

/* Letters that a name's first word is filed under, and that an inflected word must keep. */
#define KEY_CHARS 3

/* How many letters of a name may be an ending, and how many another ending may have; short words change less. */
#define MAX_NAME_ENDING_CHARS 2
#define MAX_ENDING_CHARS 3
#define SHORT_WORD_CHARS 5

#define MAX_NAME_WORDS 12

#define N_STARTS 4096

typedef struct
{
  int event;
  gboolean capitalised; /* its first word */
  guint n_words;
  char *words[MAX_NAME_WORDS]; /* case-folded */
} Name;

struct _CptEventNames
{
  gatomicrefcount ref_count;
  CptProfile *profile;
  const CptNamedEvent *events;
  GHashTable *by_key; /* char * -> GPtrArray of Name */
  guint8 starts[N_STARTS]; /* by the first bytes of a word: whether any name may begin so */
};

/* The names over one text. */
typedef struct
{
  const CptReading *reading;
  const CptTimeItems *items;
  const CptEventNames *names;
  GPtrArray **candidates; /* by word number; borrowed; NULL for most words */
} Index;

static void
name_free (gpointer data)
{
  Name *name = data;

  for (guint i = 0; i < name->n_words; i++)
    g_free (name->words[i]);
  g_free (name);
}

/* @key: room for KEY_CHARS characters and the end. */
static void
write_key (const char *word, char *key)
{
  const char *end = word;

  for (guint i = 0; i < KEY_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  memcpy (key, word, (gsize) (end - word));
  key[end - word] = '\0';
}

/* Most words of a text are told from names by three bytes. */
static guint
get_start (const char *word)
{
  guint start = (guchar)word[0];

  for (guint i = 1; i < KEY_CHARS && word[i - 1] != '\0'; i++)
    start = start * 37 + (guchar)word[i];
  return start % N_STARTS;
}

/* Cut by the tokeniser, so that a name is cut as the text is. */
static void
add_name (CptEventNames *self, int event, const char *text)
{
  g_autoptr (CptTokens) tokens = cpt_tokens_new (text, strlen (text));
  guint n_tokens;
  const CptToken *token = cpt_tokens_get (tokens, &n_tokens);
  Name *name;
  GPtrArray *bucket;
  char key[KEY_CHARS * 4 + 1];

  if (n_tokens == 0 || n_tokens > MAX_NAME_WORDS || token[0].word == CPT_NO_WORD)
    return;
  name = g_new0 (Name, 1);
  name->event = event;
  name->capitalised = (token[0].flags & CPT_TOKEN_CAPITALISED) != 0;
  for (guint i = 0; i < n_tokens; i++)
    name->words[name->n_words++] = token[i].word != CPT_NO_WORD
                                       ? g_strdup (cpt_tokens_get_word (tokens, token[i].word))
                                       : g_strndup (text + token[i].begin_bytes, token[i].end_bytes - token[i].begin_bytes);
  write_key (name->words[0], key);
  self->starts[get_start (name->words[0])] = TRUE;
  bucket = g_hash_table_lookup (self->by_key, key);
  if (bucket == NULL)
    {
      bucket = g_ptr_array_new_with_free_func (name_free);
      g_hash_table_insert (self->by_key, g_strdup (key), bucket);
    }
  g_ptr_array_add (bucket, name);
}

static gboolean
is_same_word (const char *name, const char *word)
{
  gsize common = 0;
  glong n_chars;

  if (strcmp (name, word) == 0)
    return TRUE;
  if ((guchar) name[0] < 0x80) /* no endings in Latin names */
    return FALSE;
  while (name[common] != '\0' && name[common] == word[common])
    common++;
  while (common > 0 && (name[common] & 0xc0) == 0x80)
    common--;
  n_chars = g_utf8_strlen (name, -1);
  return n_chars > KEY_CHARS && g_utf8_strlen (name, (gssize) common) >= KEY_CHARS
         && g_utf8_strlen (name + common, -1) <= MAX_NAME_ENDING_CHARS
         && g_utf8_strlen (word + common, -1) <= (n_chars <= SHORT_WORD_CHARS ? 1 : MAX_ENDING_CHARS);
}

static gboolean
token_is (const Index *index, guint token, const char *name)
{
  const CptToken *t = &index->reading->tokens[token];
  gsize length = t->end_bytes - t->begin_bytes;

  if (t->word != CPT_NO_WORD)
    return is_same_word (name, cpt_reading_get_word (index->reading, token));
  return strlen (name) == length && memcmp (index->reading->text + t->begin_bytes, name, length) == 0;
}

/* The longest of @bucket that begins at @token; NULL when none does. */
static const Name *
find_name (const Index *index, guint token, const GPtrArray *bucket)
{
  const Name *best = NULL;

  for (guint k = 0; k < bucket->len; k++)
    {
      const Name *name = g_ptr_array_index (bucket, k);
      guint n = 0;

      if (name->capitalised && !(index->reading->tokens[token].flags & CPT_TOKEN_CAPITALISED))
        continue;
      if ((best != NULL && name->n_words <= best->n_words) || token + name->n_words > index->reading->n_tokens)
        continue;
      while (n < name->n_words && token_is (index, token + n, name->words[n]))
        n++;
      if (n == name->n_words)
        best = name;
    }
  return best;
}

/* The names that may begin with @word; NULL for most words. */
static GPtrArray *
find_candidates (const CptEventNames *names, const char *word)
{
  char key[KEY_CHARS * 4 + 1];
  GPtrArray *bucket;

  if (!names->starts[get_start (word)])
    return NULL;
  write_key (word, key);
  bucket = g_hash_table_lookup (names->by_key, key);
  for (guint k = 0; bucket != NULL && k < bucket->len; k++)
    if (is_same_word (((const Name *)g_ptr_array_index (bucket, k))->words[0], word))
      return bucket;
  return NULL;
}

static void
index_init (Index *index, const CptReading *reading, const CptTimeItems *items, const CptEventNames *names)
{
  guint n_words = cpt_tokens_get_n_words (reading->token_table);

  *index = (Index){ reading, items, names, g_new0 (GPtrArray *, n_words + 1) };
  for (guint i = 0; i < n_words; i++)
    index->candidates[i] = find_candidates (names, cpt_tokens_get_word (reading->token_table, i));
}

static char *
format_value (CptInterval interval)
{
  g_autofree char *first = interval.earliest != CPT_DAY_NONE ? cpt_day_format_iso (interval.earliest) : NULL;
  g_autofree char *last = interval.latest != CPT_DAY_NONE ? cpt_day_format_iso (interval.latest) : NULL;

  if (g_strcmp0 (first, last) == 0)
    return g_strdup (first != NULL ? first : "");
  return g_strdup_printf ("%s/%s", first != NULL ? first : "..", last != NULL ? last : "..");
}

/* What the words before a name make of its time. */
typedef struct
{
  guint begin; /* the first word that belongs to the expression: "the end of the Cold War" */
  int part;    /* #CptTimePart, or -1 for all of it */
  int side;    /* CPT_TIME_SINCE, ...; 0 for itself */
} Relation;

static gboolean
has_class (const Index *index, guint token, CptTimeClassSet set)
{
  const CptTimeEntry *entry = cpt_time_items_get_entry (index->items, token);

  return entry != NULL && entry->classes & set;
}

static Relation
read_relation (const Index *index, guint token)
{
  Relation relation = { token, -1, 0 };
  guint at = token;
  gint32 value;

  while (at > 0 && at + 2 > token && has_class (index, at - 1, CPT_TIME_BIT (THE)))
    at--;
  if (at > 0 && has_class (index, at - 1, CPT_TIME_BIT (OF)))
    at--;
  if (at > 0 && has_class (index, at - 1, CPT_TIME_BIT (PART)))
    {
      cpt_time_entry_get_value (cpt_time_items_get_entry (index->items, at - 1), CPT_TIME_CLASS_PART, &value);
      relation.part = value & ~CPT_TIME_OF_WHAT;
      relation.begin = at - 1;
      if (relation.begin > 0 && has_class (index, relation.begin - 1, CPT_TIME_BIT (THE)))
        relation.begin--;
      token = relation.begin;
    }
  else
    while (token > 0 && token + 2 > relation.begin && has_class (index, token - 1, CPT_TIME_BIT (THE)))
      token--;
  if (token > 0 && has_class (index, token - 1, CPT_TIME_BIT (FROM))
      && cpt_time_entry_get_value (cpt_time_items_get_entry (index->items, token - 1), CPT_TIME_CLASS_FROM, &value))
    relation.side = value;
  if (relation.side == 0 && token > 0 && has_class (index, token - 1, CPT_TIME_BIT (AFTER)))
    relation.side = CPT_TIME_AFTERWARDS;
  return relation;
}

/* "The end of the war" is its last day; of a war that goes on nobody knows it. */
static CptInterval
take_part (CptInterval of, int part)
{
  CptDay day = part == CPT_TIME_START ? of.earliest : of.latest;

  if (part < 0)
    return of;
  if (part != CPT_TIME_MIDDLE)
    return day == CPT_DAY_NONE ? CPT_INTERVAL_UNDATED : (CptInterval){ day, day, CPT_PRECISION_DAY };
  if (of.earliest == CPT_DAY_NONE || of.latest == CPT_DAY_NONE)
    return CPT_INTERVAL_UNDATED;
  return (CptInterval){ of.earliest + (of.latest - of.earliest) / 3, of.latest - (of.latest - of.earliest) / 3,
                        CPT_PRECISION_VAGUE };
}

/* What is told of the time since then, or after it, lies between it and the publication. */
static CptInterval
take_side (const Index *index, CptInterval of, int side)
{
  CptDay published = cpt_article_get_published_day (index->reading->article);
  CptDay begin = of.latest != CPT_DAY_NONE ? of.latest : of.earliest;

  if (!cpt_interval_is_dated (of))
    return of;
  switch (side)
    {
    case CPT_TIME_SINCE:
    case CPT_TIME_AFTERWARDS:
      if (begin == CPT_DAY_NONE)
        return of;
      return (CptInterval){ begin, published != CPT_DAY_NONE && published >= begin ? published : CPT_DAY_NONE,
                            CPT_PRECISION_VAGUE };
    case CPT_TIME_BEFOREHAND:
      if (of.earliest == CPT_DAY_NONE)
        return of;
      return (CptInterval){ CPT_DAY_NONE, of.earliest, CPT_PRECISION_VAGUE };
    default:
      return of;
    }
}

static CptDateMention
make_mention (const Index *index, guint token, const Name *name)
{
  const CptToken *tokens = index->reading->tokens;
  Relation relation = read_relation (index, token);
  CptInterval interval
      = take_side (index, take_part (index->names->events[name->event].interval, relation.part), relation.side);

  return (CptDateMention){
    .span = CPT_SPAN (tokens[relation.begin].begin_bytes, tokens[token + name->n_words - 1].end_bytes),
    .type = CPT_TIMEX_DATE,
    .value = format_value (interval),
    .interval = interval,
    .anchor = CPT_DAY_NONE,
    .named_event = name->event,
    .confidence = 0.8f,
    .rule = "named-event",
  };
}

void
cpt_time_events_find (const CptReading *reading, const CptTimeItems *items, const CptEventNames *names, GArray *dates)
{
  Index index;
  guint at = 0;
  GArray *merged;

  index_init (&index, reading, items, names);
  merged = g_array_new (FALSE, FALSE, sizeof (CptDateMention));
  for (guint token = 0; token < reading->n_tokens; token++)
    {
      guint32 word = reading->tokens[token].word;
      const GPtrArray *bucket = word != CPT_NO_WORD ? index.candidates[word] : NULL;
      const Name *name = bucket != NULL ? find_name (&index, token, bucket) : NULL;
      CptDateMention mention;

      if (name == NULL)
        continue;
      mention = make_mention (&index, token, name);
      for (; at < dates->len && g_array_index (dates, CptDateMention, at).span.end_bytes <= mention.span.begin_bytes; at++)
        g_array_append_vals (merged, &g_array_index (dates, CptDateMention, at), 1);
      if (at < dates->len && cpt_span_overlaps (g_array_index (dates, CptDateMention, at).span, mention.span))
        {
          g_free (mention.value);
          continue;
        }
      g_array_append_val (merged, mention);
      token += name->n_words - 1;
    }
  if (merged->len > at)
    {
      g_array_append_vals (merged, &g_array_index (dates, CptDateMention, at), dates->len - at);
      g_array_set_clear_func (dates, NULL);
      g_array_set_size (dates, 0);
      g_array_append_vals (dates, merged->data, merged->len);
      g_array_set_clear_func (dates, cpt_date_mention_clear);
    }
  g_array_unref (merged);
  g_free (index.candidates);
}

/**
 * cpt_event_names_new:
 * @profile: a profile; a reference is kept
 *
 * Returns: (transfer full): the names of its events, ready to be looked for in any number of texts
 *
 * Cost: linear in the names.
 */
CptEventNames *
cpt_event_names_new (CptProfile *profile)
{
  CptEventNames *self = g_new0 (CptEventNames, 1);
  guint n_events;

  g_atomic_ref_count_init (&self->ref_count);
  self->profile = cpt_profile_ref (profile);
  self->events = cpt_profile_get_events (profile, &n_events);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_events; i++)
    {
      add_name (self, (int) i, self->events[i].name);
      for (const char *const *name = self->events[i].names; name != NULL && *name != NULL; name++)
        add_name (self, (int) i, *name);
    }
  return self;
}

CptEventNames *
cpt_event_names_ref (CptEventNames *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_event_names_unref (CptEventNames *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_key);
  cpt_profile_unref (self->profile);
  g_free (self);
}
