// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the word tables into a hash table of entries and word groups. Room: core/analysis/time; knows no language.
#include "cpt-time-lexicon.h"

#include <string.h>

/* Words of a group, the first one not counted. */
#define MAX_GROUP_WORDS 8

struct _CptTimeLexicon
{
  GHashTable *entries; /* char * -> CptTimeEntry *, both owned */
};

static const char *const class_names[] = {
#define CPT_TIME_CLASS_NAME(name, text) text,
  CPT_TIME_CLASSES (CPT_TIME_CLASS_NAME)
#undef CPT_TIME_CLASS_NAME
};

static CptTimeEntry *
ensure_entry (CptTimeLexicon *self, const char *word)
{
  CptTimeEntry *entry = g_hash_table_lookup (self->entries, word);

  if (entry == NULL)
    {
      entry = g_new0 (CptTimeEntry, 1);
      g_hash_table_insert (self->entries, g_strdup (word), entry);
    }
  return entry;
}

static void
add_meanings (CptTimeEntry *entry, const CptTimeWord *row)
{
  g_auto (GStrv) names = g_strsplit (row->classes, " ", -1);

  for (char **name = names; *name != NULL; name++)
    {
      int time_class = cpt_time_class_parse (*name, strlen (*name));

      g_assert (time_class >= 0);
      cpt_time_entry_add_meaning (entry, (CptTimeClass) time_class, row->value);
    }
}

static gint
compare_groups (gconstpointer a, gconstpointer b)
{
  const CptTimeGroup *first = *(CptTimeGroup *const *)a, *second = *(CptTimeGroup *const *)b;

  return (gint)second->n_words - (gint)first->n_words;
}

static void
add_group (CptTimeLexicon *self, char **words, const CptTimeWord *row)
{
  CptTimeEntry *first = ensure_entry (self, words[0]);
  CptTimeGroup *group = g_new0 (CptTimeGroup, 1);

  group->n_words = g_strv_length (words) - 1;
  g_assert (group->n_words <= MAX_GROUP_WORDS);
  group->words = g_new0 (const CptTimeEntry *, group->n_words);
  for (guint i = 0; i < group->n_words; i++)
    group->words[i] = ensure_entry (self, words[i + 1]);
  add_meanings (&group->entry, row);
  if (first->groups == NULL)
    first->groups = g_ptr_array_new ();
  g_ptr_array_add (first->groups, group);
  g_ptr_array_sort (first->groups, compare_groups);
}

/* A tokeniser may cut "п'ятниця" at its apostrophe: the cut form is a group of three. */
static void
add_spelling (CptTimeLexicon *self, const char *spelling, const CptTimeWord *row)
{
  const char *apostrophe = strchr (spelling, '\'');
  g_auto (GStrv) words = g_strsplit (spelling, " ", -1);

  if (words[1] == NULL)
    add_meanings (ensure_entry (self, spelling), row);
  else
    add_group (self, words, row);
  if (apostrophe != NULL && apostrophe > spelling && (guchar) apostrophe[-1] >= 0x80)
    {
      g_autofree char *cut = g_strdup_printf ("%.*s ' %s", (int) (apostrophe - spelling), spelling, apostrophe + 1);
      g_auto (GStrv) parts = g_strsplit (cut, " ", -1);

      add_group (self, parts, row);
    }
}

/* Replaces the first `(a,b)` of @text by each of its choices in turn, and so on with the rest. */
static void
expand (CptTimeLexicon *self, const char *text, const CptTimeWord *row)
{
  const char *open = strchr (text, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *inner = NULL;
  g_auto (GStrv) choices = NULL;

  if (close == NULL)
    {
      add_spelling (self, text, row);
      return;
    }
  inner = g_strndup (open + 1, (gsize) (close - open - 1));
  choices = g_strsplit (inner, ",", -1);
  for (guint i = 0; i == 0 || choices[i] != NULL; i++)
    {
      g_autofree char *next =
          g_strdup_printf ("%.*s%s%s", (int) (open - text), text, choices[i] != NULL ? choices[i] : "", close + 1);

      expand (self, next, row);
      if (choices[i] == NULL)
        break;
    }
}

/* The tables of the program live as long as it does: an entry is never freed. */
CptTimeLexicon *
cpt_time_lexicon_new (const CptTimeWord *const *tables)
{
  CptTimeLexicon *self = g_new0 (CptTimeLexicon, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (; *tables != NULL; tables++)
    for (const CptTimeWord *row = *tables; row->words != NULL; row++)
      {
        g_auto (GStrv) alternatives = g_strsplit (row->words, "|", -1);

        for (char **alternative = alternatives; *alternative != NULL; alternative++)
          expand (self, *alternative, row);
      }
  return self;
}

/**
 * cpt_time_lexicon_lookup:
 * @word: a case-folded word, or a mark
 *
 * Returns: (transfer none) (nullable): its entry
 */
const CptTimeEntry *
cpt_time_lexicon_lookup (const CptTimeLexicon *self, const char *word)
{
  return g_hash_table_lookup (self->entries, word);
}

void
cpt_time_entry_add_meaning (CptTimeEntry *entry, CptTimeClass time_class, gint32 value)
{
  CptTimeClassSet bit = (CptTimeClassSet)1 << time_class;

  if (entry->classes & bit || entry->n_meanings == CPT_TIME_MAX_MEANINGS)
    return;
  entry->classes |= bit;
  entry->meanings[entry->n_meanings++] = (CptTimeMeaning){ (guint8) time_class, value };
}

gboolean
cpt_time_entry_get_value (const CptTimeEntry *entry, CptTimeClass time_class, gint32 *value)
{
  for (guint i = 0; i < entry->n_meanings; i++)
    if (entry->meanings[i].time_class == time_class)
      {
        *value = entry->meanings[i].value;
        return TRUE;
      }
  return FALSE;
}

/**
 * cpt_time_class_parse:
 * @name: name of a class, not necessarily ended by a zero byte
 *
 * Returns: the class, or -1 when there is none of that name
 */
int
cpt_time_class_parse (const char *name, gsize length)
{
  for (guint i = 0; i < CPT_TIME_N_CLASSES; i++)
    if (strlen (class_names[i]) == length && strncmp (class_names[i], name, length) == 0)
      return (int) i;
  return -1;
}
