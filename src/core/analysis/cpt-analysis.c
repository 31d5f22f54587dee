// SPDX-License-Identifier: GPL-3.0-or-later
// The orchestrator: runs the finders one after the other and keeps what they found. Room: core/analysis; finds nothing
// itself and knows no user interface.
#include "cpt-analysis.h"

#include "cpt-answers.h"
#include "cpt-events.h"
#include "cpt-evidence.h"
#include "cpt-reading.h"
#include "cpt-statements.h"

struct _CptAnalyser
{
  gatomicrefcount ref_count;
  CptProfile *profile;
  CptActorIndex *index;
  CptEventNames *event_names;
  CptTopicIndex *topic_index;
  CptWordBook *words;
};

struct _CptAnalysis
{
  gatomicrefcount ref_count;
  CptArticle *article;
  CptProfile *profile;
  char *language;
  GArray *sentences;    /* CptSpan */
  GArray *statements;   /* CptStatementFinding */
  GArray *attributions; /* CptAttribution */
  guint8 *from_persons; /* by attribution: whether its speaker is known for a person */
  GArray *dates;        /* CptDateMention */
  GArray *events;       /* CptEventFinding */
  CptTopics *topics;
  GStringChunk *strings; /* of statements and events */
};

/* The stages in the order in which they run; each reads only what those before it found. */
typedef struct
{
  CptAnalyser *analyser;
  CptReading *reading;
  CptMentions *mentions;
  CptAnalysis *analysis;
  GCancellable *cancellable;
} Run;

G_DEFINE_BOXED_TYPE (CptAnalysis, cpt_analysis, cpt_analysis_ref, cpt_analysis_unref)

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->mentions, cpt_mentions_free);
  g_clear_pointer (&run->reading, cpt_reading_free);
  g_clear_pointer (&run->analysis, cpt_analysis_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static CptAnalysis *
analysis_new (CptArticle *article, CptProfile *profile)
{
  CptAnalysis *self = g_new0 (CptAnalysis, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->article = cpt_article_ref (article);
  self->profile = cpt_profile_ref (profile);
  self->strings = g_string_chunk_new (4096);
  return self;
}

static GArray *
copy_sentences (const CptReading *reading)
{
  GArray *spans = g_array_sized_new (FALSE, FALSE, sizeof (CptSpan), reading->n_sentences);

  for (guint i = 0; i < reading->n_sentences; i++)
    g_array_append_val (spans, reading->sentences[i].span);
  return spans;
}

static void
read_article (Run *run)
{
  run->reading = cpt_reading_new (run->analysis->article);
  run->analysis->language = g_strdup (run->reading->language);
  run->analysis->sentences = copy_sentences (run->reading);
}

static void
find_mentions (Run *run)
{
  run->mentions = cpt_mentions_find (run->reading, run->analyser->index);
}

static void
find_dates (Run *run)
{
  run->analysis->dates = cpt_dates_find (run->reading, run->analyser->event_names);
}

/* Mentions are not kept; what proposing sides needs of them is. */
static void
find_attributions (Run *run)
{
  GArray *attributions = cpt_attributions_find (run->reading, run->mentions, run->analyser->profile);

  run->analysis->attributions = attributions;
  run->analysis->from_persons = g_new0 (guint8, attributions->len + 1);
  for (guint i = 0; i < attributions->len; i++)
    {
      int mention = g_array_index (attributions, CptAttribution, i).mention;

      run->analysis->from_persons[i] = mention >= 0 && run->mentions->items[mention].kind == CPT_ACTOR_PERSON;
    }
}

static void
find_topics (Run *run)
{
  run->analysis->topics = cpt_topics_find (run->reading, run->analyser->topic_index);
}

static void
make_statements (Run *run)
{
  CptAnalysis *analysis = run->analysis;
  CptWordFacts facts;
  CptEvidence evidence = {
    .reading = run->reading,
    .profile = run->analyser->profile,
    .mentions = run->mentions,
    .attributions = analysis->attributions,
    .dates = analysis->dates,
    .topics = analysis->topics,
    .strings = analysis->strings,
    .cancellable = run->cancellable,
  };

  cpt_word_book_look_up (run->analyser->words, run->reading, &facts);
  evidence.stances = facts.stances;
  evidence.demonyms = facts.demonyms;
  evidence.kinds = facts.kinds;
  analysis->statements = cpt_statements_make (&evidence);
  cpt_answers_link (&evidence, analysis->statements);
  analysis->events = cpt_events_make (&evidence, analysis->statements);
  cpt_word_facts_clear (&facts);
}

static void (*const stages[]) (Run *run) = {
  read_article, find_mentions, find_dates, find_attributions, find_topics, make_statements,
};

static gconstpointer
get_array (const GArray *array, guint *n)
{
  *n = array->len;
  return array->data;
}

/**
 * cpt_analyser_new:
 * @profile: the conflict; a reference is kept
 *
 * Prepares a profile once for any number of articles.
 *
 * Returns: (transfer full): an analyser
 *
 * Cost: linear in the names of the profile.
 */
CptAnalyser *
cpt_analyser_new (CptProfile *profile)
{
  CptAnalyser *self = g_new0 (CptAnalyser, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->profile = cpt_profile_ref (profile);
  self->index = cpt_actor_index_new (profile);
  self->event_names = cpt_event_names_new (profile);
  self->topic_index = cpt_topic_index_new (profile);
  self->words = cpt_word_book_new (profile);
  return self;
}

CptAnalyser *
cpt_analyser_ref (CptAnalyser *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_analyser_unref (CptAnalyser *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  cpt_word_book_free (self->words);
  cpt_topic_index_unref (self->topic_index);
  cpt_actor_index_unref (self->index);
  cpt_event_names_unref (self->event_names);
  cpt_profile_unref (self->profile);
  g_free (self);
}

/**
 * cpt_analyser_get_profile:
 *
 * Returns: (transfer none): the profile that @self was made for
 */
CptProfile *
cpt_analyser_get_profile (CptAnalyser *self)
{
  return self->profile;
}

/**
 * cpt_analyser_run:
 * @self: a prepared profile
 * @article: what to read; a reference is kept
 * @cancellable: (nullable): asked between the stages and every few hundred sentences
 * @error: return location
 *
 * Reads an article: cuts it into sentences, finds who and when is named and who says what, decides for each sentence
 * whose account it gives and what it is about, and which events it places in time. Pure: the same article and profile
 * always give the same analysis.
 *
 * Thread: any; several runs of one analyser at once are fine.
 * Cost: linear in the length of the article.
 * Errors: %G_IO_ERROR_CANCELLED only.
 *
 * Returns: (transfer full): the findings, or %NULL when cancelled
 */
CptAnalysis *
cpt_analyser_run (CptAnalyser *self, CptArticle *article, GCancellable *cancellable, GError **error)
{
  g_auto (Run) run = { .analyser = self, .cancellable = cancellable };

  run.analysis = analysis_new (article, self->profile);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      stages[i](&run);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&run.analysis);
}

/**
 * cpt_analysis_run:
 *
 * cpt_analyser_run() for a single article. Prepares the profile each time: for several articles make a #CptAnalyser.
 *
 * Returns: (transfer full): the findings, or %NULL when cancelled
 */
CptAnalysis *
cpt_analysis_run (CptArticle *article, CptProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (CptAnalyser) analyser = cpt_analyser_new (profile);

  return cpt_analyser_run (analyser, article, cancellable, error);
}

CptAnalysis *
cpt_analysis_ref (CptAnalysis *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_analysis_unref (CptAnalysis *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->statements, g_array_unref);
  g_clear_pointer (&self->attributions, g_array_unref);
  g_clear_pointer (&self->from_persons, g_free);
  g_clear_pointer (&self->dates, g_array_unref);
  g_clear_pointer (&self->events, g_array_unref);
  g_clear_pointer (&self->topics, cpt_topics_free);
  g_string_chunk_free (self->strings);
  g_free (self->language);
  cpt_profile_unref (self->profile);
  cpt_article_unref (self->article);
  g_free (self);
}

/**
 * cpt_analysis_is_from_person:
 * @attribution: index of an attribution
 *
 * Returns: whether its speaker is known for a person, rather than a body or somebody unknown
 */
gboolean
cpt_analysis_is_from_person (const CptAnalysis *self, guint attribution)
{
  return self->from_persons[attribution] != 0;
}

CptArticle *
cpt_analysis_get_article (const CptAnalysis *self)
{
  return self->article;
}

CptProfile *
cpt_analysis_get_profile (const CptAnalysis *self)
{
  return self->profile;
}

/**
 * cpt_analysis_get_language:
 *
 * Returns: (transfer none): the language that the article was read in; of its metadata, or guessed
 */
const char *
cpt_analysis_get_language (const CptAnalysis *self)
{
  return self->language;
}

const CptSpan *
cpt_analysis_get_sentences (const CptAnalysis *self, guint *n)
{
  return get_array (self->sentences, n);
}

/**
 * cpt_analysis_get_statements:
 *
 * Returns: (transfer none) (array length=n): statements that tile the text: ascending, disjoint, only blanks between
 */
const CptStatementFinding *
cpt_analysis_get_statements (const CptAnalysis *self, guint *n)
{
  return get_array (self->statements, n);
}

const CptAttribution *
cpt_analysis_get_attributions (const CptAnalysis *self, guint *n)
{
  return get_array (self->attributions, n);
}

const CptDateMention *
cpt_analysis_get_dates (const CptAnalysis *self, guint *n)
{
  return get_array (self->dates, n);
}

const CptEventFinding *
cpt_analysis_get_events (const CptAnalysis *self, guint *n)
{
  return get_array (self->events, n);
}

const CptFoundTopic *
cpt_analysis_get_topics (const CptAnalysis *self, guint *n)
{
  *n = self->topics->n_topics;
  return self->topics->topics;
}
