// SPDX-License-Identifier: GPL-3.0-or-later
// A small pattern matcher: rules are sequences of classes, compiled once. Room: core/analysis/time.
//
// Of all rules that fit at a place the one that covers most tokens wins, among equals the first of the table. Patterns
// have no repetition, so that the work at a place is bounded whatever the text is.
#include "cpt-time-match.h"

#include <string.h>

typedef struct
{
  CptTimeClassSet set;
  gboolean optional;
  gboolean outside;
  gboolean glued;
} Element;

/* Sets of which an item must be of each for a pattern to match; those beyond are left to the matcher. */
#define MAX_REQUIRED 3

typedef struct
{
  const CptTimeRule *rule;
  CptTimeClassSet first; /* what it can begin with */
  guint n_required;
  CptTimeClassSet required[MAX_REQUIRED];
  guint n_behind; /* elements of which the expression is the continuation */
  CptTimeClassSet behind[CPT_TIME_MAX_BEHIND];
  guint n;
  Element elements[CPT_TIME_MAX_ELEMENTS];
} Pattern;

/* A pattern that begins with one class. */
typedef struct
{
  guint pattern;
  gboolean ends;        /* whether it may end there */
  CptTimeClassSet next; /* what may come next */
} Start;

struct _CptTimeGrammar
{
  GArray *patterns;                     /* Pattern */
  GArray *starting[CPT_TIME_N_CLASSES]; /* Start: patterns that can begin with the class */
};

static CptTimeClassSet
parse_classes (const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, "|", -1);
  CptTimeClassSet set = 0;

  for (char **name = names; *name != NULL; name++)
    {
      int time_class = cpt_time_class_parse (*name, strlen (*name));

      if (time_class < 0)
        g_error ("pattern with unknown class \"%s\"", *name);
      set |= (CptTimeClassSet)1 << time_class;
    }
  return set;
}

static Element
parse_element (char *text)
{
  Element element = { 0 };
  gsize length = strlen (text);

  if (text[length - 1] == '?')
    {
      element.optional = TRUE;
      text[length - 1] = '\0';
    }
  for (; *text == '<' || *text == '+'; text++)
    {
      element.outside |= *text == '<';
      element.glued |= *text == '+';
    }
  element.set = parse_classes (text);
  return element;
}

/* What may follow the element before @from. */
static void
add_next (const Pattern *pattern, guint from, Start *start)
{
  for (guint i = from; i < pattern->n; i++)
    {
      start->next |= pattern->elements[i].set;
      if (!pattern->elements[i].optional)
        return;
    }
  start->ends = TRUE;
}

/* Files the pattern under each class that it can begin with, and notes what must come. */
static void
index_pattern (CptTimeGrammar *self, Pattern *pattern)
{
  guint n_first = 0;

  while (n_first < pattern->n && pattern->elements[n_first].optional)
    pattern->first |= pattern->elements[n_first++].set;
  if (n_first < pattern->n)
    pattern->first |= pattern->elements[n_first++].set;
  for (guint i = 0; i < pattern->n && pattern->n_required < MAX_REQUIRED; i++)
    if (!pattern->elements[i].optional)
      pattern->required[pattern->n_required++] = pattern->elements[i].set;
  for (guint c = 0; c < CPT_TIME_N_CLASSES; c++)
    {
      Start start = { .pattern = self->patterns->len };

      for (guint i = 0; i < n_first; i++)
        if (pattern->elements[i].set & (CptTimeClassSet)1 << c)
          add_next (pattern, i + 1, &start);
      if (pattern->first & (CptTimeClassSet)1 << c)
        g_array_append_val (self->starting[c], start);
    }
  g_array_append_vals (self->patterns, pattern, 1);
}

static void
add_pattern (CptTimeGrammar *self, const CptTimeRule *rule)
{
  g_auto (GStrv) parts = g_strsplit (rule->pattern, " ", -1);
  Pattern pattern = { .rule = rule };

  g_assert (g_strv_length (parts) <= CPT_TIME_MAX_ELEMENTS);
  for (char **part = parts; *part != NULL; part++)
    {
      Element element = parse_element (*part);

      if (pattern.n == 0 && element.outside)
        {
          g_assert (pattern.n_behind < CPT_TIME_MAX_BEHIND);
          pattern.behind[pattern.n_behind++] = element.set;
          continue;
        }
      pattern.elements[pattern.n++] = element;
    }
  index_pattern (self, &pattern);
}

CptTimeGrammar *
cpt_time_grammar_new (const CptTimeRule *const *tables)
{
  CptTimeGrammar *self = g_new0 (CptTimeGrammar, 1);

  self->patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));
  for (guint c = 0; c < CPT_TIME_N_CLASSES; c++)
    self->starting[c] = g_array_new (FALSE, FALSE, sizeof (Start));
  for (; *tables != NULL; tables++)
    for (const CptTimeRule *rule = *tables; rule->name != NULL; rule++)
      add_pattern (self, rule);
  return self;
}

static inline CptTimeClass
lowest_class (CptTimeClassSet set)
{
  return (CptTimeClass)__builtin_ctzll (set);
}

static void
push (CptTimeMatch *match, const Element *element, const CptTimeItem *item)
{
  match->slots[match->n].time_class = lowest_class (element->set & item->entry.classes);
  match->slots[match->n++].item = item;
  if (element->outside)
    return;
  if (match->first == NULL)
    match->first = item;
  match->last = item;
}

/* Matches the rest of a pattern at @items; an optional element is tried present first. */
static gboolean
match_rest (const Element *elements, guint n_elements, const CptTimeItem *items, guint n_items, CptTimeMatch *match)
{
  if (n_elements == 0) /* an expression does not end in a comma that only might have led on */
    return match->last == NULL || !(match->last->entry.classes & CPT_TIME_BIT (COMMA));
  if (n_items > 0 && elements->set & items->entry.classes && (!elements->glued || items->glued)
      && !(match->first == NULL && items->entry.classes & CPT_TIME_BIT (COMMA)))
    {
      guint n = match->n;
      const CptTimeItem *first = match->first, *last = match->last;

      push (match, elements, items);
      if (match_rest (elements + 1, n_elements - 1, items + 1, n_items - 1, match))
        return TRUE;
      match->n = n;
      match->first = first;
      match->last = last;
    }
  return elements->optional && match_rest (elements + 1, n_elements - 1, items, n_items, match);
}

/* "The end of May", but not "they end in May": a part that is also a verb wants its "of". */
static gboolean
has_sound_parts (const CptTimeMatch *match)
{
  for (guint i = 0; i < match->n; i++)
    {
      int part;

      if (match->slots[i].time_class == CPT_TIME_CLASS_PART
          && cpt_time_entry_get_value (&match->slots[i].item->entry, CPT_TIME_CLASS_PART, &part) && part & CPT_TIME_OF_WHAT
          && (i + 1 == match->n || match->slots[i + 1].time_class != CPT_TIME_CLASS_OF))
        return FALSE;
    }
  return TRUE;
}

static guint
get_length (const CptTimeMatch *match)
{
  return match->last->end_token - match->first->begin_token;
}

static gboolean
is_better (const CptTimeMatch *match, const CptTimeRule *rule, const CptTimeBest *best)
{
  guint length = get_length (match);

  if (best->rule == NULL)
    return TRUE;
  return length > get_length (&best->match) || (length == get_length (&best->match) && rule < best->rule);
}

/* @items: where the expression begins; @n_before: how many items of the run stand before that. */
static gboolean
stands_behind (const Pattern *pattern, const CptTimeItem *items, guint n_before)
{
  if (pattern->n_behind > n_before)
    return FALSE;
  for (guint i = 0; i < pattern->n_behind; i++)
    if (!(pattern->behind[i] & items[(int)i - (int)pattern->n_behind].entry.classes))
      return FALSE;
  return TRUE;
}

static gboolean
has_required (const Pattern *pattern, CptTimeClassSet rest)
{
  for (guint i = 0; i < pattern->n_required; i++)
    if (!(pattern->required[i] & rest))
      return FALSE;
  return TRUE;
}

static void
try_pattern (const Pattern *pattern, const CptTimeItem *items, guint n_items, const CptTimeContext *context,
             CptTimeBest *best)
{
  CptTimeMatch match; /* only what is used of it is set */
  CptTimeResult found;

  match.n = 0;
  match.n_behind = pattern->n_behind;
  match.first = match.last = NULL;
  if (!match_rest (pattern->elements, pattern->n, items, n_items, &match) || !is_better (&match, pattern->rule, best)
      || !has_sound_parts (&match))
    return;
  found = (CptTimeResult){ .interval = CPT_INTERVAL_UNDATED, .anchor = CPT_DAY_NONE, .confidence = 0.9f };
  if (pattern->rule->normalise (&match, pattern->rule->argument, context, &found))
    *best = (CptTimeBest){ match, found, pattern->rule };
}

static void
try_patterns (const CptTimeGrammar *self, const CptTimeItem *items, guint n_items, guint n_before,
              const CptTimeContext *context, CptTimeBest *best)
{
  CptTimeClassSet next = n_items > 1 ? items[1].entry.classes : 0;

  for (CptTimeClassSet left = items->entry.classes; left != 0; left &= left - 1)
    {
      CptTimeClass c = lowest_class (left);
      const Start *starts = (const Start *)(gpointer)self->starting[c]->data;

      for (guint k = 0; k < self->starting[c]->len; k++)
        {
          const Pattern *pattern;

          if (!starts[k].ends && !(starts[k].next & next))
            continue;
          pattern = &g_array_index (self->patterns, Pattern, starts[k].pattern);
          if (lowest_class (pattern->first & items->entry.classes) == c /* a pattern is tried once */
              && has_required (pattern, items->rest) && stands_behind (pattern, items, n_before))
            try_pattern (pattern, items, n_items, context, best);
        }
    }
}

/**
 * cpt_time_grammar_match:
 * @items: items of a run
 * @n_items: their number
 * @begin: the item to begin with
 * @context: what is known at this place of the text
 * @best: (out): the items that were used, what they mean, and by which rule
 *
 * Returns: the number of the item after the longest expression that begins at @begin, or @begin when none does
 */
guint
cpt_time_grammar_match (const CptTimeGrammar *self, const CptTimeItem *items, guint n_items, guint begin,
                        const CptTimeContext *context, CptTimeBest *best)
{
  best->rule = NULL;
  try_patterns (self, items + begin, n_items - begin, begin, context, best);
  return best->rule == NULL ? begin : (guint) (best->match.last - items) + 1;
}

/**
 * cpt_time_match_get_nth:
 * @nth: 0 for the first element that matched with @time_class
 * @value: (out): its value
 *
 * Returns: whether there is one
 */
gboolean
cpt_time_match_get_nth (const CptTimeMatch *match, CptTimeClass time_class, guint nth, int *value)
{
  for (guint i = 0; i < match->n; i++)
    if (match->slots[i].time_class == time_class && nth-- == 0)
      {
        gboolean found = cpt_time_entry_get_value (&match->slots[i].item->entry, time_class, value);

        if (time_class == CPT_TIME_CLASS_PART)
          *value &= ~CPT_TIME_OF_WHAT;
        return found;
      }
  return FALSE;
}

gboolean
cpt_time_match_get (const CptTimeMatch *match, CptTimeClass time_class, int *value)
{
  return cpt_time_match_get_nth (match, time_class, 0, value);
}

gboolean
cpt_time_match_has (const CptTimeMatch *match, CptTimeClass time_class)
{
  int value;

  return cpt_time_match_get (match, time_class, &value);
}

/**
 * cpt_time_match_get_behind:
 * @value: (out): the value of the nearest item that stands before the expression, by its pattern, with @time_class
 *
 * Returns: whether there is one
 */
gboolean
cpt_time_match_get_behind (const CptTimeMatch *match, CptTimeClass time_class, int *value)
{
  for (int i = 1; i <= (int)match->n_behind; i++)
    if (cpt_time_entry_get_value (&match->first[-i].entry, time_class, value))
      return TRUE;
  return FALSE;
}
