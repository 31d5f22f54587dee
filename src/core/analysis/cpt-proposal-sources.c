// SPDX-License-Identifier: GPL-3.0-or-later
// Who speaks, for whom ("Anna Kovacs, chairwoman of the Tram Workers' Union"), with whom ("backed") and against whom
// ("accused"). Room: core/analysis; reads attributions only, decides no sides.
//
// English words tell the last two; for other languages only names are counted.
#include "cpt-proposal-sources.h"

#include <string.h>

/* An attribution must be so sure to count. */
#define MIN_CONFIDENCE 0.45f
/* Whom a statement is against stands near its beginning. */
#define MAX_SEARCHED_BYTES 240
#define MAX_NAME_BYTES 80

/* Bodies that speak under a common noun: "the council said". */
static const char *const bodies[] = {
  "union",   "unions",     "council", "company",  "club",    "government", "ministry",   "police",  "operator",
  "court",   "opposition", "party",   "board",    "management", "association", "federation", "church", "university",
  "hospital", "agency",    "firm",    "committee", "commission", "authority", "authorities", "department", "parliament",
  "regulator", "league",   "campaign", "group",    "owners",  "developer",  "developers", "workers", "strikers",
  "teachers", "nurses",    "drivers", "farmers",  "students", "residents",  "fans",       "supporters", NULL,
};

/* Somebody with such a word speaks for nobody else. */
static const char *const outsiders[] = {
  "former", "ex",     "critic", "critics", "expert", "analyst", "fan",    "supporter", "opponent", "resident",
  "rival",  "historian", "professor", "researcher", "neighbour", "neighbor", "passenger", "customer", NULL,
};

/* Who speaks for the person named beside: "Brandt spokeswoman Anna Kovacs". */
static const char *const helpers[] = {
  "spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor", "lawyer", "agent", "deputy", NULL,
};

static const char *const hostile[] = {
  "reject",  "dismiss", "deny",   "denie",  "accus",   "blam",    "criticis", "criticiz", "condemn", "denounc",
  "refus",   "oppos",   "rebut",  "refut",  "disput",  "contradict", "slam",  "blast",    "attack",  "counter",
  "retort",  "hit back", "mock",  "ridicul", "deplor", "complain", "challeng", "su",      "protest", NULL,
};

/* Said against the one who spoke before, when nobody is named. */
static const char *const replies[] = { "reject", "dismiss", "deny", "denie", "rebut", "refut", "retort", NULL };

static const char *const friendly[] = {
  "back", "support", "endors", "prais", "welcom", "applaud", "echo", "agree", "thank", NULL,
};

typedef enum
{
  STANCE_NEUTRAL,
  STANCE_HOSTILE,
  STANCE_REPLY,
  STANCE_FRIENDLY,
} Stance;

typedef struct
{
  CptProposalSources *sources;
  const CptAnalysis *analysis;
  const char *text;
  const CptAttribution *attributions;
  guint n_attributions;
  int *speakers; /* by attribution: a source, or -1 */
} Reader;

/* --- words --- */

static gboolean
is_upper (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (word));
}

static gboolean
is_word_char (const char *c)
{
  gunichar value = g_utf8_get_char (c);

  return g_unichar_isalnum (value) || value == '_';
}

/* Where @words stand between @begin and @end as whole words, or NULL. */
static const char *
find_words (const char *begin, const char *end, const char *words)
{
  gsize length = strlen (words);

  for (const char *at = begin; length > 0 && at + length <= end; at++)
    {
      at = memchr (at, words[0], (gsize) (end - at));
      if (at == NULL || at + length > end)
        return NULL;
      if (memcmp (at, words, length) == 0 && (at == begin || !is_word_char (g_utf8_prev_char (at)))
          && (at + length == end || !is_word_char (at + length)))
        return at;
    }
  return NULL;
}

static gboolean
span_has (const Reader *self, CptSpan span, const char *words)
{
  return find_words (self->text + span.begin_bytes, self->text + span.end_bytes, words) != NULL;
}

static gboolean
span_has_any (const Reader *self, CptSpan span, const char *const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (span_has (self, span, list[i]))
      return TRUE;
  return FALSE;
}

static const char *
get_last_word (const char *name)
{
  const char *blank = strrchr (name, ' ');

  return blank != NULL ? blank + 1 : name;
}

/* --- sources --- */

static const char *
skip_article (const char *name)
{
  return g_ascii_strncasecmp (name, "the ", 4) == 0 ? name + 4 : name;
}

static gboolean
has_article (const char *words)
{
  return words != NULL && g_ascii_strncasecmp (words, "the ", 4) == 0;
}

/* "Friends of the Lune", of whom only "Friends" was taken for the speaker's name. */
static char *
dup_full_name (const Reader *self, const CptAttribution *attribution, gboolean from_person)
{
  const char *name = attribution->speaker != NULL ? skip_article (attribution->speaker) : "";
  CptSpan span = attribution->source.n > 0 ? attribution->source.items[0] : CPT_SPAN (0, 0);
  g_autofree char *source =
      g_strndup (self->text + span.begin_bytes, MIN (cpt_span_get_length_bytes (span), MAX_NAME_BYTES));
  const char *rest = skip_article (source);

  if (from_person || *name == '\0' || !g_str_has_prefix (rest, name) || !g_str_has_prefix (rest + strlen (name), " of ")
      || !is_upper (skip_article (rest + strlen (name) + strlen (" of "))))
    return g_strdup (name);
  return g_strndup (rest, strcspn (rest, ",;(\n"));
}

/* Whether the words of the source are no more than an article and @name: "the Rovers Trust" is no person. */
static gboolean
names_exactly (const Reader *self, const CptAttribution *attribution, const char *name)
{
  CptSpan span = attribution->source.n > 0 ? attribution->source.items[0] : CPT_SPAN (0, 0);
  const char *words = skip_article (self->text + span.begin_bytes);

  return (gsize) (self->text + span.end_bytes - words) == strlen (name) && memcmp (words, name, strlen (name)) == 0;
}

/* A name, or the common noun of a body; not "officials", "many", "she". */
static gboolean
can_be_source (const Reader *self, const char *name, gboolean had_article)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  const char *end = self->text + strlen (self->text);

  if (*name == '\0' || strlen (name) > MAX_NAME_BYTES || strchr (name, '\n') != NULL)
    return FALSE;
  if (!is_upper (name))
    return had_article && g_strv_contains (bodies, name);
  if (strchr (name, ' ') != NULL)
    return is_upper (get_last_word (name));
  return find_words (self->text, end, lower) == NULL; /* "Residents" at the beginning of a sentence is no name */
}

static int
find_source (const CptProposalSources *sources, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < sources->n; i++)
    {
      g_autofree char *other = g_utf8_casefold (sources->items[i].name, -1);

      if (g_str_equal (folded, other))
        return (int) i;
    }
  return -1;
}

/* "Kovacs" and "Anna Kovacs", "union" and "Tram Workers' Union": one and the same, if there is no second. */
static int
find_longer_or_shorter (const CptProposalSources *sources, const char *name)
{
  g_autofree char *last = g_utf8_strdown (get_last_word (name), -1);
  gboolean one_word = strchr (name, ' ') == NULL;
  int found = -1;

  for (guint i = 0; i < sources->n; i++)
    {
      const CptProposalSource *other = &sources->items[i];

      if (!g_str_equal (other->last_word, last) || one_word == (strchr (other->name, ' ') == NULL))
        continue;
      if (found >= 0)
        return -1;
      found = (int) i;
    }
  return found;
}

static int
add_source (CptProposalSources *sources, const char *name)
{
  int found = find_source (sources, name);
  CptProposalSource *source;

  if (found < 0)
    found = find_longer_or_shorter (sources, name);
  if (found < 0 && sources->n == CPT_MAX_PROPOSAL_SOURCES)
    return -1;
  if (found < 0)
    {
      found = (int) sources->n++;
      sources->items[found] = (CptProposalSource){ .name = g_strdup (name),
                                                   .last_word = g_utf8_strdown (get_last_word (name), -1),
                                                   .group = (guint) found };
    }
  source = &sources->items[found];
  if (strlen (name) > strlen (source->name))
    {
      g_free (source->name);
      source->name = g_strdup (name);
    }
  return found;
}

static guint
get_group (const CptProposalSources *sources, guint source)
{
  while (sources->items[source].group != source)
    source = sources->items[source].group;
  return source;
}

static void
unite (CptProposalSources *sources, guint a, guint b)
{
  guint first = get_group (sources, a), second = get_group (sources, b);

  sources->items[MAX (first, second)].group = MIN (first, second);
}

static void
read_speakers (Reader *self)
{
  for (guint i = 0; i < self->n_attributions; i++)
    {
      const CptAttribution *attribution = &self->attributions[i];
      gboolean from_person = cpt_analysis_is_from_person (self->analysis, i);
      g_autofree char *name = dup_full_name (self, attribution, from_person);
      gboolean had_article = has_article (attribution->speaker)
                             || (attribution->source.n > 0
                                 && has_article (self->text + attribution->source.items[0].begin_bytes));

      self->speakers[i] = -1;
      if (attribution->confidence < MIN_CONFIDENCE || !can_be_source (self, name, had_article))
        continue;
      self->speakers[i] = add_source (self->sources, name);
      if (self->speakers[i] < 0)
        continue;
      self->sources->items[self->speakers[i]].n_spoken++;
      self->sources->items[self->speakers[i]].is_person |= from_person;
      self->sources->items[self->speakers[i]].is_body |= had_article && is_upper (name) && names_exactly (self, attribution, name);
    }
}

/* --- for whom, with whom, against whom --- */

/* Whether @span names the source: its name, its surname, or a body's common noun. */
static gboolean
names_source (const Reader *self, CptSpan span, const CptProposalSource *source)
{
  g_autofree char *capital = g_strdup (source->last_word);

  if (span_has (self, span, source->name) || span_has (self, span, get_last_word (source->name)))
    return TRUE;
  capital[0] = g_ascii_toupper (capital[0]);
  return !source->is_person && g_strv_contains (bodies, source->last_word)
         && (span_has (self, span, source->last_word) || span_has (self, span, capital));
}

/* Where the capitalised words before @at begin: "Tram Workers'" before "Union". */
static const char *
find_run_begin (const char *begin, const char *at)
{
  const char *run = at;

  while (run > begin + 1 && run[-1] == ' ')
    {
      const char *word = run - 1;

      while (word > begin && word[-1] != ' ' && word[-1] != ',')
        word--;
      if (!is_upper (word))
        break;
      run = word;
    }
  return run;
}

/* The full name of a body that was only called "union" so far. */
static void
complete_name (const Reader *self, CptSpan span, CptProposalSource *source)
{
  const char *begin = self->text + span.begin_bytes, *end = self->text + span.end_bytes;
  g_autofree char *capital = NULL;
  const char *at, *run;

  if (is_upper (source->name))
    return;
  capital = g_strdup (source->name);
  capital[0] = g_ascii_toupper (capital[0]);
  at = find_words (begin, end, capital);
  run = at != NULL ? skip_article (find_run_begin (begin, at)) : NULL;
  if (run == NULL || run >= at || at + strlen (capital) - run > MAX_NAME_BYTES)
    return;
  g_free (source->name);
  source->name = g_strndup (run, (gsize) (at + strlen (capital) - run));
}

/* "Anna Kovacs, chairwoman of the Tram Workers' Union": a person whose source names a body, or somebody with a
   spokesman, that speaks, too. */
static void
read_affiliation (Reader *self, guint index)
{
  const CptAttribution *attribution = &self->attributions[index];
  CptProposalSources *sources = self->sources;
  int speaker = self->speakers[index];

  if (attribution->source.n == 0 || !sources->items[speaker].is_person
      || span_has_any (self, attribution->source.items[0], outsiders))
    return;
  for (guint i = 0; i < sources->n; i++)
    if ((int) i != speaker && (!sources->items[i].is_person || span_has_any (self, attribution->source.items[0], helpers))
        && names_source (self, attribution->source.items[0], &sources->items[i]))
      {
        complete_name (self, attribution->source.items[0], &sources->items[i]);
        unite (sources, (guint) speaker, i);
      }
}

static gboolean
begins_with_any (const char *word, const char *const *stems)
{
  for (guint i = 0; stems[i] != NULL; i++)
    if (g_str_has_prefix (word, stems[i]) && strlen (word) <= strlen (stems[i]) + 4)
      return TRUE;
  return FALSE;
}

static Stance
get_stance (const Reader *self, const CptAttribution *attribution)
{
  Stance stance = STANCE_NEUTRAL;

  for (guint i = 0; i < attribution->cue.n; i++)
    {
      CptSpan span = attribution->cue.items[i];
      g_autofree char *cue = g_ascii_strdown (self->text + span.begin_bytes, (gssize) cpt_span_get_length_bytes (span));
      g_auto (GStrv) words = g_strsplit_set (cue, " ,\n", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (begins_with_any (words[j], hostile))
          return begins_with_any (words[j], replies) ? STANCE_REPLY : STANCE_HOSTILE;
        else if (begins_with_any (words[j], friendly))
          stance = STANCE_FRIENDLY;
    }
  return stance;
}

static void
set_against (CptProposalSources *sources, guint a, guint b)
{
  sources->against[a][b]++;
  sources->against[b][a]++;
}

/* Whom the words of an attribution are about, if they are for or against somebody. Without a name a rejection is against
 * the one who spoke before. */
static void
read_stance (Reader *self, guint index, int before)
{
  const CptAttribution *attribution = &self->attributions[index];
  guint speaker = (guint) self->speakers[index];
  Stance stance = get_stance (self, attribution);
  CptSpan content = attribution->content.n > 0 ? attribution->content.items[0] : CPT_SPAN (0, 0);
  gboolean any = FALSE;

  if (stance == STANCE_NEUTRAL)
    return;
  content.end_bytes = MIN (content.end_bytes, content.begin_bytes + MAX_SEARCHED_BYTES);
  while (content.end_bytes > content.begin_bytes && ((guchar) self->text[content.end_bytes] & 0xc0) == 0x80)
    content.end_bytes--;
  for (guint i = 0; i < self->sources->n; i++)
    {
      if (get_group (self->sources, i) == get_group (self->sources, speaker)
          || !names_source (self, content, &self->sources->items[i]))
        continue;
      any = TRUE;
      if (stance != STANCE_FRIENDLY)
        set_against (self->sources, speaker, i);
      else if (self->sources->against[speaker][i] == 0)
        unite (self->sources, speaker, i);
    }
  if (!any && stance == STANCE_REPLY && before >= 0
      && get_group (self->sources, (guint) before) != get_group (self->sources, speaker))
    set_against (self->sources, speaker, (guint) before);
}

static void
read_relations (Reader *self)
{
  int before = -1;

  for (guint i = 0; i < self->n_attributions; i++)
    if (self->speakers[i] >= 0)
      read_affiliation (self, i);
  for (guint i = 0; i < self->n_attributions; i++)
    {
      if (self->speakers[i] < 0)
        continue;
      read_stance (self, i, before);
      before = self->speakers[i];
    }
}

/**
 * cpt_proposal_sources_find:
 * @analyses: of articles, under a profile that knows nobody
 *
 * Returns: (transfer full): who speaks in them
 *
 * Cost: attributions times sources, of which there are at most %CPT_MAX_PROPOSAL_SOURCES.
 */
CptProposalSources *
cpt_proposal_sources_find (CptAnalysis *const *analyses, guint n_analyses)
{
  CptProposalSources *sources = g_new0 (CptProposalSources, 1);
  g_autofree Reader *readers = g_new0 (Reader, n_analyses + 1);

  for (guint i = 0; i < n_analyses; i++)
    {
      readers[i].sources = sources;
      readers[i].analysis = analyses[i];
      readers[i].text = cpt_article_get_text (cpt_analysis_get_article (analyses[i]));
      readers[i].attributions = cpt_analysis_get_attributions (analyses[i], &readers[i].n_attributions);
      readers[i].speakers = g_new (int, readers[i].n_attributions + 1);
      read_speakers (&readers[i]);
    }
  for (guint i = 0; i < sources->n; i++)
    sources->items[i].is_person &= !sources->items[i].is_body;
  for (guint i = 0; i < n_analyses; i++)
    {
      read_relations (&readers[i]);
      g_free (readers[i].speakers);
    }
  return sources;
}

void
cpt_proposal_sources_free (CptProposalSources *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->items[i].name);
      g_free (self->items[i].last_word);
    }
  g_free (self);
}
