// SPDX-License-Identifier: GPL-3.0-or-later
// What each sentence is about: the profile's topics by their words, carried on where a sentence goes on with the one
// before, and topics of the text's own where the profile has none. Room: core/analysis/topics; knows no sides.
#include "cpt-topics.h"

#include "cpt-common-words.h"
#include "cpt-found-topics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The least that words must say for a sentence to have a profile's topic. */
#define MIN_SCORE 0.4f
/* How much of a sentence's scores goes over to the next one. */
#define CARRY_DEMONSTRATIVE 0.8f /* "This campaign ..." */
#define CARRY_PRONOUN 0.55f      /* "He ...", "But ..." */
#define CARRY_QUOTATION 0.5f     /* a further quoted sentence */
#define CARRY_PARAGRAPH 0.4f
#define CARRY_TEXT 0.28f
/* How much of the next sentence's own scores counts, within a paragraph. */
#define LOOK_AHEAD 0.15f
/* No sentence is so much about its topic that it drowns the next ones. */
#define MAX_CARRIED 2.0f
/* A word in every sentence still says a little. */
#define MIN_RARITY 0.25f
/* A word in one sentence of so many stands everywhere. */
#define EVERYWHERE 3.0f
/* Fewer sentences without a topic than this join their neighbours. */
#define MIN_OPEN_SENTENCES 3
#define OPEN_SHARE_OF_TEXT 0.2
/* Beside a profile's topics a found one must be worth a place of its own. */
#define MIN_SENTENCES_BESIDE_PROFILE 3

typedef struct
{
  const CptReading *reading;
  const CptTopicLexicon *lexicon;
  CptTopicWord *words; /* by word number */
  const CptTopic *profile_topics;
  guint n_profile_topics;
  float *rarity; /* by stem of the lexicon: 0 to 1 */
  guint8 *outside; /* by sentence: whether it is no part of the article but of its page */
  int *chosen;   /* by sentence: a profile topic, n_profile_topics + a found topic, or -1 */
  CptTopicFinding *findings;
} Finder;

static void
finder_clear (Finder *self)
{
  g_free (self->words);
  g_free (self->rarity);
  g_free (self->outside);
  g_free (self->chosen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

/* --- the words of the profile --- */

static inline guint32
stem_at (const Finder *self, guint token)
{
  guint32 word = self->reading->tokens[token].word;

  return word == CPT_NO_WORD ? CPT_NO_STEM : self->words[word].stem;
}

/* What every sentence of an article has, says little about any of them. */
static void
measure_rarity (Finder *self)
{
  const CptReading *reading = self->reading;
  guint n_stems = self->lexicon->first_phrases->len;
  g_autofree guint *last = g_new0 (guint, n_stems + 1);

  self->rarity = g_new0 (float, n_stems + 1);
  for (guint i = 0; i < reading->n_sentences; i++)
    for (guint j = reading->sentences[i].begin_token; j < reading->sentences[i].end_token; j++)
      {
        guint32 stem = stem_at (self, j);

        if (stem == CPT_NO_STEM || last[stem] == i + 1)
          continue;
        last[stem] = i + 1;
        self->rarity[stem] += 1.0f;
      }
  for (guint i = 0; i < n_stems; i++)
    self->rarity[i] = 1.0f - (1.0f - MIN_RARITY) * MIN (1.0f, EVERYWHERE * self->rarity[i] / (float)MAX (reading->n_sentences, 8));
}

/* Whether @phrase stands at @token; hyphens between its words do not count. Returns one past its last token, or 0. */
static guint
match_phrase (const Finder *self, const CptTopicPhrase *phrase, guint token, guint end_token)
{
  guint n_matched = 0;

  for (; token < end_token && n_matched < phrase->n_words; token++)
    {
      if (stem_at (self, token) == phrase->stems[n_matched])
        n_matched++;
      else if (self->reading->tokens[token].first != '-')
        return 0;
    }
  return n_matched == phrase->n_words ? token : 0;
}

typedef void (*MatchFunc) (const CptTopicPhrase *phrase, float weight, CptSpan words, gpointer user_data);

/* How many tokens the longest phrase at @token takes; 0 when none stands there. */
static guint
measure_longest (const Finder *self, guint token, guint end_token)
{
  guint longest = 0;

  for (int j = g_array_index (self->lexicon->first_phrases, int, stem_at (self, token)); j >= 0;)
    {
      const CptTopicPhrase *phrase = &g_array_index (self->lexicon->phrases, CptTopicPhrase, j);
      guint end = match_phrase (self, phrase, token, end_token);

      longest = MAX (longest, end > 0 ? end - token : 0);
      j = phrase->next;
    }
  return longest;
}

/* Only the longest phrases at a place count, and nothing within them: "resolve the conflict" is no conflict. */
static void
for_each_match (const Finder *self, guint sentence, MatchFunc func, gpointer user_data)
{
  const CptSentence *s = &self->reading->sentences[sentence];
  const CptToken *tokens = self->reading->tokens;

  for (guint i = s->begin_token; i < s->end_token; i++)
    {
      guint32 stem = stem_at (self, i);
      guint longest = stem != CPT_NO_STEM ? measure_longest (self, i, s->end_token) : 0;

      if (longest == 0)
        continue;
      for (int j = g_array_index (self->lexicon->first_phrases, int, stem); j >= 0;)
        {
          const CptTopicPhrase *phrase = &g_array_index (self->lexicon->phrases, CptTopicPhrase, j);

          if (match_phrase (self, phrase, i, s->end_token) == i + longest)
            func (phrase, phrase->weight * self->rarity[stem],
                  CPT_SPAN (tokens[i].begin_bytes, tokens[i + longest - 1].end_bytes), user_data);
          j = phrase->next;
        }
      i += longest - 1;
    }
}

static void
add_score (const CptTopicPhrase *phrase, float weight, CptSpan words, gpointer user_data)
{
  ((float *)user_data)[phrase->topic] += weight;
}

/* --- from sentence to sentence --- */

/* How much of the sentence before goes on in this one; @words: what shows it. */
static float
measure_carry (const Finder *self, guint sentence, CptSpan *words)
{
  const CptSentence *s = &self->reading->sentences[sentence];
  const CptToken *token = &self->reading->tokens[s->begin_token];
  gboolean quoted = FALSE;
  guint classes;

  *words = CPT_SPAN (s->span.begin_bytes, s->span.begin_bytes);
  if (s->begin_token >= s->end_token)
    return CARRY_TEXT;
  while (token->kind == CPT_TOKEN_MARK && token + 1 < self->reading->tokens + s->end_token)
    {
      quoted = TRUE;
      token++;
    }
  classes = token->word != CPT_NO_WORD ? self->words[token->word].classes : 0;
  if (classes & CPT_WORD_POINTS_BACK)
    {
      *words = cpt_token_get_span (token);
      return classes & CPT_WORD_POINTS_STRONGLY ? CARRY_DEMONSTRATIVE : CARRY_PRONOUN;
    }
  if (quoted)
    return CARRY_QUOTATION;
  return s->paragraph == self->reading->sentences[sentence - 1].paragraph ? CARRY_PARAGRAPH : CARRY_TEXT;
}

static guint
find_best (const float *scores, guint n, float *second)
{
  guint best = 0;

  *second = 0.0f;
  for (guint i = 1; i < n; i++)
    if (scores[i] > scores[best])
      best = i;
  for (guint i = 0; i < n; i++)
    if (i != best && scores[i] > *second)
      *second = scores[i];
  return best;
}

typedef struct
{
  CptTopicFinding *finding;
  guint topic;
} Reasons;

static void
add_reason (const CptTopicPhrase *phrase, float weight, CptSpan words, gpointer user_data)
{
  Reasons *reasons = user_data;

  if (phrase->topic == reasons->topic && reasons->finding->reasons.n < 2)
    cpt_reasons_add (&reasons->finding->reasons, "topic-word", words);
}

static void
choose_profile_topic (Finder *self, guint sentence, const float *scores, CptSpan pointer)
{
  CptTopicFinding *finding = &self->findings[sentence];
  float second;
  guint best = find_best (scores, self->n_profile_topics, &second);

  if (scores[best] < MIN_SCORE || self->outside[sentence])
    return;
  self->chosen[sentence] = (int)best;
  finding->confidence = scores[best] / (scores[best] + second + 0.4f);
  for_each_match (self, sentence, add_reason, &((Reasons){ finding, best }));
  if (finding->reasons.n == 0)
    cpt_reasons_add (&finding->reasons, "topic-continues", pointer);
}

/* Three rows of scores are enough: the sentence before, this one, and the next one's own words. */
static void
choose_profile_topics (Finder *self)
{
  const CptReading *reading = self->reading;
  guint n = self->n_profile_topics;
  g_autofree float *before = g_new0 (float, n);
  g_autofree float *now = g_new0 (float, n);
  g_autofree float *next = g_new0 (float, n);

  for_each_match (self, 0, add_score, next);
  for (guint i = 0; i < reading->n_sentences; i++)
    {
      CptSpan pointer = { 0, 0 };
      float carry = i > 0 ? measure_carry (self, i, &pointer) : 0.0f;
      gboolean same =
          i + 1 < reading->n_sentences && reading->sentences[i + 1].paragraph == reading->sentences[i].paragraph;
      float *row = before;

      before = now;
      now = next;
      next = row;
      memset (next, 0, n * sizeof *next);
      if (i + 1 < reading->n_sentences)
        for_each_match (self, i + 1, add_score, next);
      for (guint j = 0; j < n; j++)
        now[j] += carry * MIN (before[j], MAX_CARRIED) + (same ? LOOK_AHEAD * next[j] : 0.0f);
      choose_profile_topic (self, i, now, pointer);
    }
}

/* --- topics of the text's own --- */

static GArray *
find_own_topics (Finder *self, GStringChunk *strings)
{
  guint n = self->reading->n_sentences, n_open = 0;
  g_autofree gboolean *open = g_new0 (gboolean, n + 1);
  g_autofree CptFoundChoice *choices = g_new0 (CptFoundChoice, n + 1);
  CptOpenSentences sentences = { self->reading, self->words, self->lexicon->language, open, 2, strings };
  GArray *topics;

  for (guint i = 0; i < n; i++)
    n_open += open[i] = self->chosen[i] < 0 && !self->outside[i];
  if (n_open < MIN_OPEN_SENTENCES || n_open < n * OPEN_SHARE_OF_TEXT)
    return g_array_new (FALSE, FALSE, sizeof (CptFoundTopic));
  sentences.min_sentences = MAX (n_open < n ? MIN_SENTENCES_BESIDE_PROFILE : 2, MIN (n_open / 20, 6));
  topics = cpt_found_topics_find (&sentences, choices);
  for (guint i = 0; i < n; i++)
    if (choices[i].topic >= 0)
      {
        self->chosen[i] = (int)self->n_profile_topics + choices[i].topic;
        self->findings[i].confidence = 0.5f;
        cpt_reasons_add (&self->findings[i].reasons, "topic-repeated-words",
                         cpt_token_get_span (&self->reading->tokens[choices[i].token]));
      }
  return topics;
}

/* What is left joins the sentence before, or the next one that has a topic. */
static void
join_neighbours (Finder *self)
{
  const CptReading *reading = self->reading;
  int last = -1;

  for (guint i = 0; i < reading->n_sentences && last < 0; i++)
    last = self->chosen[i];
  for (guint i = 0; i < reading->n_sentences; i++)
    {
      CptTopicFinding *finding = &self->findings[i];

      if (self->chosen[i] >= 0)
        {
          last = self->chosen[i];
          continue;
        }
      if (self->outside[i])
        continue;
      self->chosen[i] = last;
      finding->confidence = 0.3f;
      if (last >= 0 && i > 0)
        cpt_reasons_add (&finding->reasons, "topic-neighbour", reading->sentences[i - 1].span);
    }
}

/* --- the result --- */

/* Only topics that occur; the profile's in its order, then the found ones, then "other". */
static void
list_topics (Finder *self, CptTopics *topics, const GArray *found)
{
  guint n = self->n_profile_topics + found->len + 1; /* the last one is for sentences that have none */
  g_autofree guint *numbers = g_new0 (guint, n);

  for (guint i = 0; i < topics->n_findings; i++)
    numbers[self->chosen[i] >= 0 ? (guint)self->chosen[i] : n - 1] = 1;
  topics->topics = g_new0 (CptFoundTopic, n);
  for (guint i = 0; i < n; i++)
    {
      CptFoundTopic topic = { CPT_TOPIC_OTHER, _ ("Other"), FALSE };

      if (i < self->n_profile_topics)
        topic = (CptFoundTopic){ g_string_chunk_insert (topics->strings, self->profile_topics[i].id),
                                 g_string_chunk_insert (topics->strings, self->profile_topics[i].name), TRUE };
      else if (i + 1 < n)
        topic = g_array_index (found, CptFoundTopic, i - self->n_profile_topics);
      if (numbers[i] == 0 && !(i + 1 == n && topics->n_topics == 0))
        continue;
      numbers[i] = topics->n_topics;
      topics->topics[topics->n_topics++] = topic;
    }
  for (guint i = 0; i < topics->n_findings; i++)
    topics->findings[i].topic = numbers[self->chosen[i] >= 0 ? (guint)self->chosen[i] : n - 1];
}

/**
 * cpt_topics_find:
 * @reading: the article
 * @index: a profile's topic words
 *
 * Decides what each sentence is about. Words of the profile's topics are matched by stem; what several topics share and
 * what stands in every sentence counts less. A sentence that goes on with the one before ("This campaign ...") inherits
 * from it. Where the profile says nothing, words that come back in the text make topics of its own (at most six); the
 * remaining sentences join their neighbours.
 *
 * Returns: (transfer full): one finding a sentence; at least one topic
 *
 * Thread: any. Cost: linear.
 */
CptTopics *
cpt_topics_find (const CptReading *reading, CptTopicIndex *index)
{
  CptTopics *topics = g_new0 (CptTopics, 1);
  g_autoptr (GArray) found = NULL;
  g_auto (Finder) self = { .reading = reading };

  topics->strings = g_string_chunk_new (512);
  topics->n_findings = reading->n_sentences;
  topics->findings = g_new0 (CptTopicFinding, reading->n_sentences + 1);
  self.findings = topics->findings;
  self.lexicon = cpt_topic_index_get_lexicon (index, reading->language);
  self.words = cpt_topic_index_look_up (index, self.lexicon, reading->token_table, topics->strings);
  self.profile_topics = cpt_profile_get_topics (cpt_topic_index_get_profile (index), &self.n_profile_topics);
  self.chosen = g_new (int, reading->n_sentences + 1);
  self.outside = g_new (guint8, reading->n_sentences + 1);
  for (guint i = 0; i < reading->n_sentences; i++)
    {
      CptSpan span = reading->sentences[i].span;

      self.chosen[i] = -1;
      self.outside[i] = (guint8)cpt_words_are_page_furniture (reading->text + span.begin_bytes, cpt_span_get_length_bytes (span));
    }
  if (self.n_profile_topics > 0 && reading->n_sentences > 0)
    {
      measure_rarity (&self);
      choose_profile_topics (&self);
    }
  found = find_own_topics (&self, topics->strings);
  join_neighbours (&self);
  list_topics (&self, topics, found);
  return topics;
}

void
cpt_topics_free (CptTopics *self)
{
  if (self == NULL)
    return;
  g_free (self->topics);
  g_free (self->findings);
  g_string_chunk_free (self->strings);
  g_free (self);
}
