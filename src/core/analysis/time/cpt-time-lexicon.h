// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabulary of time: words and word groups with their classes, one table a language. Room: core/analysis/time.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The classes that patterns are made of. The second column is the name that tables and patterns use. */
#define CPT_TIME_CLASSES(X)                                                                                           \
  X (THE, "the")             /* determiners that may open an expression */                                            \
  X (A, "a")                 /* indefinite articles: stand for one */                                                 \
  X (NUM, "num")             /* cardinal numbers */                                                                   \
  X (FEW, "few")             /* numbers that are not told: several, a few */                                          \
  X (ORD, "ord")             /* ordinal numbers; -1 is the last */                                                    \
  X (YEAR, "year")           /* numbers that can be years */                                                          \
  X (DD, "dd")               /* digits that can be days of a month */                                                 \
  X (MM, "mm")               /* digits that can be months */                                                          \
  X (YY, "yy")               /* two digits */                                                                         \
  X (MONTH, "month")                                                                                                  \
  X (WDAY, "wday")                                                                                                    \
  X (UNIT, "unit")           /* a CptTimeUnit, singular or plural */                                                  \
  X (UNITS, "units")         /* the same, plural only */                                                              \
  X (SEASON, "season")       /* 0 spring to 3 winter */                                                               \
  X (TOD, "tod")             /* parts of a day: CptTimePartOfDay */                                                   \
  X (NIGHT, "tonight")       /* this evening, in one word */                                                          \
  X (RELDAY, "relday")       /* today is 0 */                                                                         \
  X (PREV, "prev")           /* last, past */                                                                         \
  X (THIS, "this")                                                                                                    \
  X (NEXT, "next")                                                                                                    \
  X (SAME, "same")           /* of the narrated day: that, same */                                                    \
  X (FOLLOWING, "following") /* after the narrated day */                                                             \
  X (PRECEDING, "preceding") /* before it */                                                                          \
  X (PART, "part")           /* early, middle, end: CptTimePart */                                                    \
  X (APPROX, "approx")       /* about, nearly, more than */                                                           \
  X (AGO, "ago")                                                                                                      \
  X (EARLIER, "earlier")                                                                                              \
  X (LATER, "later")                                                                                                  \
  X (HENCE, "hence")         /* from now */                                                                           \
  X (BEFORE, "before")                                                                                                \
  X (AFTER, "after")                                                                                                  \
  X (IN, "in")                                                                                                        \
  X (WITHIN, "within")                                                                                                \
  X (OF, "of")                                                                                                        \
  X (ON, "on")                                                                                                        \
  X (AT, "at")                                                                                                        \
  X (TO, "to")                                                                                                        \
  X (AND, "and")                                                                                                      \
  X (EVERY, "every")                                                                                                  \
  X (OFTEN, "often")         /* daily, annual: a CptTimeUnit */                                                       \
  X (CLOCK, "clock")         /* minutes since midnight */                                                             \
  X (AMPM, "ampm")           /* 0 morning, 12 afternoon */                                                            \
  X (OCLOCK, "oclock")                                                                                                \
  X (HOLIDAY, "holiday")     /* index into the holidays */                                                            \
  X (DECADE, "decade")       /* its first year */                                                                     \
  X (ERA, "era")             /* -1 before Christ, 1 after */                                                          \
  X (PRESENT, "present")                                                                                              \
  X (PAST, "past")                                                                                                    \
  X (FUTURE, "future")                                                                                                \
  X (WEEKEND, "weekend")                                                                                              \
  X (QUARTER, "quarter")     /* 1 to 4, with the year times 10 before it when told */                                 \
  X (HALF, "half")                                                                                                    \
  X (FISCAL, "fiscal")                                                                                                \
  X (ZONE, "zone")           /* time zones; not used for days */                                                      \
  X (COMMA, "comma")                                                                                                  \
  X (DASH, "dash")                                                                                                    \
  X (SLASH, "slash")                                                                                                  \
  X (ABBR, "abbr")           /* may be followed by a full stop that ends no sentence */                             \
  X (DATE, "date")           /* a whole date in one token: a CptDay */                                                \
  X (LONG, "long")           /* makes a length of a unit: long, old */                                                \
  X (MORE, "more")           /* may stand between number and unit: more, full, consecutive */                         \
  X (SUFFIX, "suffix")       /* what follows digits and a hyphen: го, th, х */                                         \
  X (FROM, "from")           /* from, since, between, by, until */                                                    \
  X (S, "s")                 /* the genitive's clitic */

typedef enum
{
#define CPT_TIME_CLASS_ENUM(name, text) CPT_TIME_CLASS_##name,
  CPT_TIME_CLASSES (CPT_TIME_CLASS_ENUM)
#undef CPT_TIME_CLASS_ENUM
      CPT_TIME_N_CLASSES
} CptTimeClass;

G_STATIC_ASSERT (CPT_TIME_N_CLASSES <= 64);

typedef guint64 CptTimeClassSet;

#define CPT_TIME_BIT(name) ((CptTimeClassSet) 1 << CPT_TIME_CLASS_##name)

typedef enum
{
  CPT_TIME_SECOND,
  CPT_TIME_MINUTE,
  CPT_TIME_HOUR,
  CPT_TIME_DAY,
  CPT_TIME_WEEK,
  CPT_TIME_MONTH,
  CPT_TIME_QUARTER,
  CPT_TIME_HALF_YEAR,
  CPT_TIME_YEAR,
  CPT_TIME_DECADE,
  CPT_TIME_CENTURY,
  CPT_TIME_MILLENNIUM,
  CPT_TIME_PERIOD, /* of no known length: time, period */
} CptTimeUnit;

typedef enum
{
  CPT_TIME_MORNING,
  CPT_TIME_MIDDAY,
  CPT_TIME_AFTERNOON,
  CPT_TIME_EVENING,
  CPT_TIME_AT_NIGHT,
  CPT_TIME_DAYTIME,
  CPT_TIME_MIDNIGHT,
} CptTimePartOfDay;

typedef enum
{
  CPT_TIME_START,
  CPT_TIME_MIDDLE,
  CPT_TIME_END,
} CptTimePart;

/**
 * CptTimeWord:
 * @words: alternatives divided by `|`; `stem(a,b)` stands for `stema` and `stemb`; blanks divide the words of a group
 * @classes: names of classes, divided by blanks
 * @value: what it means to its classes
 *
 * A row of a language's table.
 */
typedef struct
{
  const char *words;
  const char *classes;
  int value;
} CptTimeWord;

/* Set in the value of words that are also quite other words ("may", "fall"): alone they say too little. */
#define CPT_TIME_AMBIGUOUS 0x100

/* Set in the value of abbreviations that are also names: only beside digits are they months and weekdays. */
#define CPT_TIME_NEEDS_DIGITS 0x200

/* Set in the value of parts that are also verbs or stand with a noun after "of": "talks start in spring" is no part of it. */
#define CPT_TIME_OF_WHAT 0x400

/* Set in clocks that may as well be decimal fractions: "10.30". */
#define CPT_TIME_DOUBTFUL_CLOCK 0x1000

/* Value of the class long for words that make an age of a length. */
#define CPT_TIME_OLD 1

/* Values of the class from: what lies between the word and the time after it. "By" is from now on until then. */
#define CPT_TIME_BY 1
#define CPT_TIME_SINCE 2
#define CPT_TIME_AFTERWARDS 3
#define CPT_TIME_BEFOREHAND 4

/* Value of adjectives in the plural where it tells "the last weeks" from "last week". */
#define CPT_TIME_PLURAL 99

/* Value of the class prev for "past", which, other than "last", can stand by itself. */
#define CPT_TIME_PAST 1

#define CPT_TIME_MAX_MEANINGS 6

typedef struct
{
  guint8 time_class;
  gint32 value;
} CptTimeMeaning;

/**
 * CptTimeEntry:
 * @classes: union of its meanings' classes
 * @meanings: what the word means by itself
 * @groups: (nullable): #CptTimeGroup pointers: word groups that begin with it, longest first
 */
typedef struct
{
  CptTimeClassSet classes;
  guint n_meanings;
  CptTimeMeaning meanings[CPT_TIME_MAX_MEANINGS];
  GPtrArray *groups;
} CptTimeEntry;

/* @words: what must follow the first word; @entry: what the group means. */
typedef struct
{
  guint n_words;
  const CptTimeEntry **words;
  CptTimeEntry entry;
} CptTimeGroup;

typedef struct _CptTimeLexicon CptTimeLexicon;

CptTimeLexicon     *cpt_time_lexicon_new    (const CptTimeWord *const *tables);
const CptTimeEntry *cpt_time_lexicon_lookup (const CptTimeLexicon *self, const char *word);

void             cpt_time_entry_add_meaning (CptTimeEntry *entry, CptTimeClass time_class, gint32 value);
gboolean         cpt_time_entry_get_value   (const CptTimeEntry *entry, CptTimeClass time_class, gint32 *value);
int              cpt_time_class_parse       (const char *name, gsize length);

/* What digits, and letters with digits, can mean: "1999", "14:30", "19th", "1990s", "10.31.1974". */
void             cpt_time_shape_classify    (const char *word, CptTimeEntry *entry);

/* The tables; each ends with a row of %NULL. */
extern const CptTimeWord cpt_time_words_marks[];
extern const CptTimeWord cpt_time_words_feasts[];
extern const CptTimeWord cpt_time_words_en[];
extern const CptTimeWord cpt_time_words_ru[];
extern const CptTimeWord cpt_time_words_de[];
extern const CptTimeWord cpt_time_words_uk[];

G_END_DECLS
