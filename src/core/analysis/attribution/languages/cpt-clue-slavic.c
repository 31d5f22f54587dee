// SPDX-License-Identifier: GPL-3.0-or-later
// Past tense, gerund and cases of Russian and Ukrainian words, regular ones only; what is irregular, the lists spell
// out. Room: core/analysis/attribution, for its word lists only.
#include "cpt-clue-slavic.h"

#include <string.h>

/* Letters have two bytes. */
#define LETTER 2

typedef void (*AddForm) (gpointer data, const char *form, guint32 clues);

static void
add_forms (const char *word, gsize stem_bytes, const char *endings, guint32 clues, AddForm add, gpointer data)
{
  g_auto (GStrv) list = g_strsplit (endings, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *form =
          g_strdup_printf ("%.*s%s", (int)stem_bytes, word, strcmp (list[i], "-") == 0 ? "" : list[i]);

      add (data, form, clues);
    }
}

/* "сказать": "сказал", "сказала", ..., "сказав"; "поделиться": "поделился", ... */
static void
inflect_verb (const char *verb, guint32 clues, AddForm add, gpointer data)
{
  gsize n = strlen (verb);
  gboolean reflexive = g_str_has_suffix (verb, "ся");
  gsize ending = reflexive ? 4 * LETTER : 2 * LETTER;

  if (n <= ending)
    return;
  if (reflexive)
    {
      add_forms (verb, n - ending, "лся лась лось лись вся", clues | CPT_CLUE_FINITE, add, data);
      add_forms (verb, n - ending, "вшись", clues | CPT_CLUE_GERUND, add, data);
      return;
    }
  add_forms (verb, n - ending, g_str_has_suffix (verb, "ти") ? "в ла ло ли" : "л ла ло ли в", clues | CPT_CLUE_FINITE,
             add, data);
  add_forms (verb, n - ending, "в вши", clues | CPT_CLUE_GERUND, add, data);
  add (data, verb, clues | CPT_CLUE_BASE);
}

/* The cases of both numbers, by the last letter; also some that do not exist, which does no harm. */
static void
inflect_noun (const char *noun, guint32 clues, AddForm add, gpointer data)
{
  static const struct
  {
    const char *last;
    const char *singular;
    const char *plural;
  } patterns[] = {
    { "ий", "ий ия ию ием ии", "ии иев иям иями иях" },
    { "ия", "ия ии ию ией", "ии ий иям иями иях" },
    { "ие", "ие ия ию ием ии", "ия ий иям иями иях" },
    { "ый", "ый ого ому ым ом", "ые ых ым ыми" },
    { "ье", "ье ья ью ьем", "ья ий ьям ьями ьях" },
    { "а", "а ы и е у ой ою", "ы и - ам ами ах" },
    { "я", "я и е ю ей", "и й ь ям ями ях" },
    { "о", "о а у ом е", "а - ам ами ах" },
    { "е", "е я ю ем и", "я ей ям ями ях" },
    { "ь", "ь я ю ем е и ью", "и ей ів ям ями ях" },
    { "й", "й я ю ем е", "и ев їв ям ями ях" },
  };
  gsize n = strlen (noun);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (g_str_has_suffix (noun, patterns[i].last))
      {
        gsize stem = n - strlen (patterns[i].last);

        add_forms (noun, stem, patterns[i].plural, clues | CPT_CLUE_PLURAL, add, data);
        add_forms (noun, stem, patterns[i].singular, clues, add, data);
        return;
      }
  add_forms (noun, n, "ы и ов ів ей ам ами ах", clues | CPT_CLUE_PLURAL, add, data);
  add_forms (noun, n, "- а у ом ем е і ові", clues, add, data);
}

/**
 * cpt_clue_slavic_inflect:
 * @word: a verb in the infinitive, or, when @clues are those of nouns, a noun in the nominative
 * @add: called for each form
 */
void
cpt_clue_slavic_inflect (const char *word, guint32 clues, void (*add) (gpointer, const char *, guint32), gpointer data)
{
  if (clues & (CPT_CLUE_SAY | CPT_CLUE_REPORT | CPT_CLUE_STANCE))
    inflect_verb (word, clues, add, data);
  else
    inflect_noun (word, clues, add, data);
}

static gboolean
ends_with (const char *word, gsize n, const char *ending, gsize length)
{
  return n >= length && memcmp (word + n - length, ending, length) == 0;
}

gboolean
cpt_clue_slavic_ends_with (const char *word, const char *const *endings)
{
  gsize n = strlen (word);

  for (; *endings != NULL; endings++)
    {
      gsize length = strlen (*endings);

      if (n > length + 2 * LETTER && ends_with (word, n, *endings, length))
        return TRUE;
    }
  return FALSE;
}

/* "путин" of "Путина", "зеленск" of "Зеленского": enough to know a name again, not its dictionary form. */
gsize
cpt_clue_slavic_name_stem_bytes (const char *word)
{
  static const char *const endings[] = { "ого", "ому", "ими", "ыми", "ому", "ові", "еві", "ий", "ій", "ия",
                                         "ия",  "ию",  "ии",  "ім",  "им",  "ым",  "ом",  "ем", "єм", "ой",
                                         "ою",  "ей",  "ую",  "ая",  "ів",  "а",   "я",   "у",  "ю",  "ы",
                                         "и",   "і",   "ї",   "е",   "ь",   "й",   NULL };
  gsize n = strlen (word);

  for (guint i = 0; endings[i] != NULL; i++)
    {
      gsize length = strlen (endings[i]);

      if (n >= length + 3 * LETTER && ends_with (word, n, endings[i], length))
        return n - length;
    }
  return n;
}
