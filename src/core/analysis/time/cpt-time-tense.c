// SPDX-License-Identifier: GPL-3.0-or-later
// Does the sentence around a date look back or ahead? Room: core/analysis/time; no parser, the nearest verb decides.
#include "cpt-time-tense.h"

#include <string.h>

/* Prepositions that tell by themselves. */
static const char *const ahead[] = { "until", "till", "by", "starting", "beginning", "as", "до", "bis", "ab", NULL };
static const char *const back[] = { "since", "seit", NULL };

/* How far a verb may stand from a date, in tokens. */
#define MAX_DISTANCE 24


static const char *const future_en[] = { "will",     "'ll",       "shall",   "wo",       "plans",   "expected",
                                         "expects",  "scheduled", "upcoming", "intends", "slated",  "going",
                                         "planning", "planned",   "postponed", "delayed", NULL };
static const char *const past_en[] = {
  "was",  "were", "had",  "did",   "went", "came", "took",  "gave",  "got",  "made",  "began",  "rose", "fell",
  "said", "told", "held", "met",   "won",  "lost", "led",   "left",  "sent", "spoke", "wrote",  "saw",  "became",
  "grew", "ran",  "put",  "stood", "sold", "paid", "built", "found", "drew", "broke", "fought", "flew", "bought",
  "has",  "have", "been", "shot",  "hit",  "cut",  "kept",  "sank",  "slid", "knew",  "felt",   NULL
};
static const char *const past_endings_en[] = { "ed", NULL };
static const char *const future_slavic[] = { "буде",      "будуть",  "будет",    "будут",      "будемо",
                                             "будем",     "буду",    "планує",   "планують",   "планирует",
                                             "планируют", "намерен", "намерены", "собирается", NULL };
static const char *const past_endings_slavic[]
    = { "ала", "ила", "ула", "ало", "ило", "али", "или", "ули", "лся", "лась", "лось", "лись", "вся", "лася", "лося", "лися",
        "ал", "ил", "ав", "ив", NULL };
static const char *const future_de[] = { "wird",   "werden", "soll",    "sollen",   "will",      "wollen", "plant",
                                         "planen", "geplant", "geplante", "geplanten", "erwartet", NULL };
static const char *const past_de[]
    = { "war",   "waren", "hatte", "hatten", "wurde", "wurden", "hat",   "haben",  "worden", "gewesen", "ging",  "gingen",
        "kam",   "kamen", "gab",   "gaben",  "nahm",  "nahmen", "fiel",  "fielen", "stand",  "standen", "begann", "begannen",
        "ließ",  "traf",  "trafen", "sprach", "schrieb", "rief", "blieb", "starb", "schlug", "verlor",  "gewann", NULL };
static const char *const past_endings_de[] = { "te", "ten", NULL };
static const char *const none[] = { NULL };

/* Verbs, and endings of verbs that are long enough, counted in bytes. */
typedef struct
{
  const char *tags; /* the languages, two letters each */
  const char *const *future;
  const char *const *past;
  const char *const *past_endings;
  gsize min_length;
  gboolean listed_first; /* a listed verb tells more than a nearer ending: "werden am Montag beraten" */
} Verbs;

/* What is told by an ending alone is doubled. */
#define BY_ENDING 2

struct _CptTimeTense
{
  const CptReading *reading;
  const CptTimeItems *items;
  const Verbs *verbs;
  gint8 *words; /* by word number: 0 unknown yet, else tense + 3 */
};

static const Verbs verbs[] = {
  { "en", future_en, past_en, past_endings_en, 5, FALSE },
  { "de", future_de, past_de, past_endings_de, 5, TRUE },
  { "ru uk", future_slavic, none, past_endings_slavic, 9, FALSE },
};

static const Verbs *
find_verbs (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    for (const char *tag = verbs[i].tags; *tag != '\0'; tag += tag[2] == ' ' ? 3 : 2)
      if (g_ascii_strncasecmp (language, tag, 2) == 0)
        return &verbs[i];
  return &verbs[0];
}

static int
classify (const Verbs *of, const char *word)
{
  gsize length = strlen (word);

  if (g_strv_contains (of->future, word))
    return 1;
  if (g_strv_contains (of->past, word))
    return -1;
  for (const char *const *ending = of->past_endings; length >= of->min_length && *ending != NULL; ending++)
    if (g_str_has_suffix (word, *ending))
      return -BY_ENDING;
  return 0;
}

CptTimeTense *
cpt_time_tense_new (const CptReading *reading, const CptTimeItems *items)
{
  CptTimeTense *self = g_new0 (CptTimeTense, 1);

  self->reading = reading;
  self->items = items;
  self->verbs = find_verbs (reading->language);
  self->words = g_new0 (gint8, cpt_tokens_get_n_words (reading->token_table) + 1);
  return self;
}

void
cpt_time_tense_free (CptTimeTense *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self);
}

static int
get_token_tense (const CptTimeTense *self, guint token)
{
  guint32 word = self->reading->tokens[token].word;

  if (word == CPT_NO_WORD)
    return 0;
  if (self->items != NULL && cpt_time_items_get_entry (self->items, token) != NULL) /* "letzten" is no verb */
    return 0;
  if (self->words[word] == 0)
    self->words[word] = (gint8)(classify (self->verbs, cpt_tokens_get_word (self->reading->token_table, word)) + 3);
  return self->words[word] - 3;
}

/* Puts aside what only an ending tells where a listed verb may yet come. */
static int
take_told (const CptTimeTense *self, int told, int *by_ending)
{
  if (!self->verbs->listed_first || ABS (told) < BY_ENDING)
    return told;
  if (*by_ending == 0)
    *by_ending = told;
  return 0;
}

int
cpt_time_tense_get (const CptTimeTense *self, guint begin_token, guint end_token)
{
  const CptReading *reading = self->reading;
  guint sentence = cpt_reading_find_sentence (reading, reading->tokens[begin_token].begin_bytes);
  guint first, end;
  int tense = 0, by_ending = 0;

  if (sentence >= reading->n_sentences)
    return 0;
  first = reading->sentences[sentence].begin_token;
  end = reading->sentences[sentence].end_token;
  if (begin_token > first)
    {
      const char *before = cpt_reading_get_word (reading, begin_token - 1);

      tense = g_strv_contains (ahead, before) ? 1 : g_strv_contains (back, before) ? -1 : 0;
    }
  for (guint distance = 1; distance <= MAX_DISTANCE && tense == 0; distance++)
    {
      if (begin_token >= first + distance)
        tense = take_told (self, get_token_tense (self, begin_token - distance), &by_ending);
      if (tense == 0 && end_token + distance - 1 < end)
        tense = take_told (self, get_token_tense (self, end_token + distance - 1), &by_ending);
    }
  return CLAMP (tense != 0 ? tense : by_ending, -1, 1);
}

gboolean
cpt_time_tense_is_told (const CptTimeTense *self)
{
  for (guint i = 0; i < self->reading->n_tokens; i++)
    if (get_token_tense (self, i) != 0)
      return TRUE;
  return FALSE;
}

/**
 * cpt_time_tense_get_verb:
 * @token: a token of the text
 *
 * Returns: -1 for a verb of the past, 1 for one that looks ahead, 0 for all other words
 *
 * Cost: a look-up; each distinct word is looked at once.
 */
int
cpt_time_tense_get_verb (const CptTimeTense *self, guint token)
{
  return CLAMP (get_token_tense (self, token), -1, 1);
}
