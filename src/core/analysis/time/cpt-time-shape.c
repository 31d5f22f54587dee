// SPDX-License-Identifier: GPL-3.0-or-later
// What tokens with digits can mean in dates. Room: core/analysis/time; sees one token, decides nothing.
#include "cpt-time-lexicon.h"

#include "cpt-day.h"

#include <string.h>

#define MAX_FIELDS 3

/* Up to three numbers divided by one and the same mark, and the letters after them. */
typedef struct
{
  guint n;
  int values[MAX_FIELDS];
  guint n_digits[MAX_FIELDS];
  char mark;
  const char *rest;
} Fields;

static gboolean
split_fields (const char *word, Fields *fields)
{
  memset (fields, 0, sizeof *fields);
  while (g_ascii_isdigit (*word) && fields->n < MAX_FIELDS)
    {
      guint i = fields->n++;

      for (; g_ascii_isdigit (*word); word++, fields->n_digits[i]++)
        if (fields->n_digits[i] < 9)
          fields->values[i] = fields->values[i] * 10 + (*word - '0');
      if (fields->n_digits[i] > 9)
        return FALSE;
      if ((*word == '.' || *word == ':' || *word == ',') && g_ascii_isdigit (word[1])
          && (fields->mark == 0 || fields->mark == *word))
        fields->mark = *word++;
      else
        break;
    }
  fields->rest = word;
  return fields->n > 0 && !g_ascii_isdigit (*word);
}

/* Two digits are of the hundred years that end in 2029. */
static int
complete_year (int year, guint n_digits)
{
  if (n_digits > 2)
    return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

static void
add_ymd (CptTimeEntry *entry, int year, int month, int day)
{
  CptDay found = cpt_day_from_ymd (year, month, day);

  if (found != CPT_DAY_NONE)
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_DATE, found);
}

static void
classify_single (const Fields *f, CptTimeEntry *entry)
{
  int value = f->values[0];

  if (f->n_digits[0] == 8)
    add_ymd (entry, value / 10000, value / 100 % 100, value % 100);
  if (f->n_digits[0] >= 3 && f->n_digits[0] <= 4 && value >= 100 && value < 3000)
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_YEAR, value);
  if (f->n_digits[0] <= 2 && value >= 1 && value <= 31)
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_DD, value);
  if (f->n_digits[0] <= 2 && value >= 1 && value <= 12)
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_MM, value);
  if (f->n_digits[0] == 2)
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_YY, complete_year (value, 2));
  cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_NUM, value);
}

static void
classify_pair (const Fields *f, CptTimeEntry *entry)
{
  if (f->mark != ',' && f->n_digits[1] == 2 && f->values[0] <= 24 && f->values[1] < 60)
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_CLOCK,
                                (f->values[0] * 60 + f->values[1]) | (f->mark == '.' ? CPT_TIME_DOUBTFUL_CLOCK : 0));
  if (f->n_digits[1] == 1 && f->values[1] == 5 && f->mark != ':') /* "2.5 hours"; other fractions no unit can tell */
    {
      cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_NUM, f->values[0]);
      cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_HALF, 0);
    }
  if (f->mark == ',' && f->n_digits[1] == 3)
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_NUM, MIN (f->values[0], 99999) * 1000 + f->values[1]);
}

static void
classify_triple (const Fields *f, CptTimeEntry *entry)
{
  if (f->mark == ':' && f->values[0] <= 24 && f->values[1] < 60)
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_CLOCK, f->values[0] * 60 + f->values[1]);
  if (f->mark != '.')
    return;
  if (f->n_digits[0] == 4)
    add_ymd (entry, f->values[0], f->values[1], f->values[2]);
  else if (f->n_digits[2] == 4 || f->n_digits[2] == 2)
    {
      int year = complete_year (f->values[2], f->n_digits[2]);

      add_ymd (entry, year, f->values[1], f->values[0]);
      add_ymd (entry, year, f->values[0], f->values[1]); /* where the second number cannot be a month */
    }
}

/* "2pm", "3:20p", "15h", "15h30", "15ч" */
static gboolean
classify_clock (const Fields *f, CptTimeEntry *entry)
{
  int minutes = f->n > 1 ? f->values[1] : 0, hours = f->values[0];
  const char *rest = f->rest;

  if (f->n > 2 || f->mark == ',' || f->n_digits[0] > 2 || hours > 24 || minutes > 59)
    return FALSE;
  if (strcmp (rest, "am") == 0 || strcmp (rest, "a") == 0 || strcmp (rest, "pm") == 0 || strcmp (rest, "p") == 0)
    hours = hours % 12 + (rest[0] == 'p' ? 12 : 0);
  else if (rest[0] == 'h' && f->n == 1 && strlen (rest) == 3 && g_ascii_isdigit (rest[1]) && g_ascii_isdigit (rest[2]))
    minutes = (rest[1] - '0') * 10 + rest[2] - '0';
  else if (strcmp (rest, "h") != 0 && strcmp (rest, "ч") != 0 && strcmp (rest, "hrs") != 0
           && strcmp (rest, "uhr") != 0)
    return FALSE;
  cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_CLOCK, hours * 60 + minutes);
  return TRUE;
}

static void
classify_lettered (const Fields *f, CptTimeEntry *entry)
{
  static const char *const ordinal_endings[] = { "st", "nd", "rd", "th", "го", "е", "й", "я", "му", NULL };
  int value = f->values[0];

  if (classify_clock (f, entry) || f->n > 1)
    return;
  if (g_strv_contains (ordinal_endings, f->rest))
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_ORD, value);
  else if ((strcmp (f->rest, "s") == 0 || strcmp (f->rest, "er") == 0) && value % 10 == 0 && (f->n_digits[0] == 2 || (value >= 100 && value < 3000)))
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_DECADE, value < 100 ? (value < 20 ? 2000 : 1900) + value : value);
  else if (f->rest[0] == 'q' && f->rest[1] >= '1' && f->rest[1] <= '4' && f->rest[2] == '\0')
    cpt_time_entry_add_meaning (entry, CPT_TIME_CLASS_QUARTER,
                                complete_year (value, f->n_digits[0]) * 10 + f->rest[1] - '0');
}

/**
 * cpt_time_shape_classify:
 * @word: a case-folded word that begins with a digit
 * @entry: (inout): gets the meanings that the shape allows
 */
void
cpt_time_shape_classify (const char *word, CptTimeEntry *entry)
{
  Fields fields;

  if (!split_fields (word, &fields))
    return;
  if (*fields.rest != '\0')
    classify_lettered (&fields, entry);
  else if (fields.n == 1)
    classify_single (&fields, entry);
  else if (fields.n == 2)
    classify_pair (&fields, entry);
  else
    classify_triple (&fields, entry);
}
