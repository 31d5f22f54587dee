// SPDX-License-Identifier: GPL-3.0-or-later
// Which statement answers an earlier one of another side, so that the two can stand level. Room: core/analysis.
//
// A statement answers when it says so ("responded", "dismissed", "in contrast"), and what it answers is the near
// statement of another side whose speaker it names or whose words it shares.
#include "cpt-answers.h"

#include <string.h>

/* An answer comes at most so many statements later. */
#define MAX_DISTANCE 24
/* So many words and actors of a statement are compared. */
#define MAX_WORDS 24
#define MAX_ACTORS 8
#define MIN_SCORE 1.4f
#define SCORE_REPLY 1.0f
#define SCORE_CONTRAST 0.8f
#define SCORE_OTHER_SIDE 0.35f /* that two sides speak, without a word that sets them against each other */
#define SCORE_HALVES 2.0f /* two halves of one sentence that are set against each other */
#define SCORE_NAMES_SPEAKER 0.8f
#define SCORE_SAME_TOPIC 0.3f
#define SCORE_PER_WORD 0.2f
#define MAX_SCORE_OF_WORDS 1.0f
#define COST_OF_DISTANCE 0.08f

/* What is compared of a statement. */
typedef struct
{
  guint n_words;
  guint32 words[MAX_WORDS];
  guint n_actors;
  int actors[MAX_ACTORS];
  CptSpan reply;    /* the word that says so; empty for none */
  CptSpan contrast;
  guint first_mention; /* of the statement */
  guint end_mention;
} Profile;

typedef struct
{
  const CptEvidence *evidence;
  GArray *statements;
  Profile recent[MAX_DISTANCE + 1]; /* a ring, by number of the statement */
  guint *stamps;                    /* by word number: number + 1 of the last statement that has it */
  guint next_mention;
} Linker;

static void
linker_clear (Linker *self)
{
  g_free (self->stamps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Linker, linker_clear)

static CptStatementFinding *
get_statement (const Linker *self, guint index)
{
  return &g_array_index (self->statements, CptStatementFinding, index);
}

static void
add_token (const Linker *self, guint token, Profile *profile)
{
  guint32 word = self->evidence->reading->tokens[token].word;

  if (word == CPT_NO_WORD)
    return;
  if (self->evidence->kinds[word] & CPT_WORD_KIND_CONTENT && profile->n_words < MAX_WORDS)
    profile->words[profile->n_words++] = word;
  if (self->evidence->stances[word] & CPT_STANCE_REPLY && cpt_span_is_empty (profile->reply))
    profile->reply = cpt_token_get_span (&self->evidence->reading->tokens[token]);
  if (self->evidence->kinds[word] & CPT_WORD_KIND_CONTRAST && cpt_span_is_empty (profile->contrast))
    profile->contrast = cpt_token_get_span (&self->evidence->reading->tokens[token]);
}

static void
make_profile (Linker *self, guint index, Profile *profile)
{
  const CptReading *reading = self->evidence->reading;
  const CptMentions *mentions = self->evidence->mentions;
  CptSpan span = get_statement (self, index)->span;
  guint token = cpt_tokens_find_at (reading->token_table, span.begin_bytes);
  guint begin = token;

  *profile = (Profile){ 0 };
  for (; token < reading->n_tokens && reading->tokens[token].begin_bytes < span.end_bytes; token++)
    add_token (self, token, profile);
  while (self->next_mention < mentions->n && mentions->items[self->next_mention].begin_token < begin)
    self->next_mention++;
  profile->first_mention = profile->end_mention = self->next_mention;
  while (profile->end_mention < mentions->n && mentions->items[profile->end_mention].begin_token < token)
    profile->end_mention++;
}

static gboolean
has_one_side (CptSideSet sides)
{
  return sides != 0 && (sides & (sides - 1)) == 0;
}

/* The words of @profile that name the one who speaks in the statement @earlier; empty for none. */
static CptSpan
find_speaker_named (const Linker *self, const Profile *profile, const CptStatementFinding *earlier)
{
  const CptMentions *mentions = self->evidence->mentions;
  const CptToken *tokens = self->evidence->reading->tokens;
  guint end = MIN (profile->end_mention, profile->first_mention + MAX_ACTORS);

  for (guint i = profile->first_mention; i < end && earlier->source != NULL; i++)
    if (mentions->items[i].name != NULL && g_str_equal (mentions->items[i].name, earlier->source))
      return CPT_SPAN (tokens[mentions->items[i].begin_token].begin_bytes,
                       tokens[mentions->items[i].end_token - 1].end_bytes);
  return CPT_SPAN (0, 0);
}

static float
score_words (const Linker *self, guint index, const Profile *earlier)
{
  float score = 0.0f;

  for (guint i = 0; i < earlier->n_words; i++)
    if (self->stamps[earlier->words[i]] == index + 1)
      score += SCORE_PER_WORD;
  return MIN (score, MAX_SCORE_OF_WORDS);
}

static float
score_pair (const Linker *self, guint index, guint earlier_index)
{
  const CptStatementFinding *statement = get_statement (self, index);
  const CptStatementFinding *earlier = get_statement (self, earlier_index);
  const Profile *profile = &self->recent[index % (MAX_DISTANCE + 1)];
  float score = -COST_OF_DISTANCE * (float)(index - earlier_index - 1);

  if (statement->sentence == earlier->sentence)
    score += SCORE_HALVES;
  if (!cpt_span_is_empty (profile->reply))
    score += SCORE_REPLY;
  else if (!cpt_span_is_empty (profile->contrast))
    score += SCORE_CONTRAST;
  else if (statement->sentence != earlier->sentence)
    score += SCORE_OTHER_SIDE;
  if (!cpt_span_is_empty (find_speaker_named (self, profile, earlier)))
    score += SCORE_NAMES_SPEAKER;
  if (statement->topic == earlier->topic)
    score += SCORE_SAME_TOPIC;
  return score + score_words (self, index, &self->recent[earlier_index % (MAX_DISTANCE + 1)]);
}

/* Why the two stand level. */
static void
explain (const Linker *self, CptStatementFinding *statement, const Profile *profile)
{
  const CptStatementFinding *earlier = get_statement (self, (guint)statement->answers);
  CptSpan speaker = find_speaker_named (self, profile, earlier);

  if (statement->sentence == earlier->sentence)
    cpt_reasons_add (&statement->reasons, "answers-half", earlier->span);
  else if (!cpt_span_is_empty (profile->reply))
    cpt_reasons_add (&statement->reasons, "answers-reply", profile->reply);
  else if (!cpt_span_is_empty (profile->contrast))
    cpt_reasons_add (&statement->reasons, "answers-contrast", profile->contrast);
  if (!cpt_span_is_empty (speaker))
    cpt_reasons_add (&statement->reasons, "answers-speaker", speaker);
  else if (statement->sentence != earlier->sentence)
    cpt_reasons_add (&statement->reasons, "answers-words", earlier->span);
}

static void
link_statement (Linker *self, guint index)
{
  CptStatementFinding *statement = get_statement (self, index);
  const Profile *profile = &self->recent[index % (MAX_DISTANCE + 1)];
  float best = MIN_SCORE;

  if (!has_one_side (statement->sides))
    return;
  for (guint i = 0; i < profile->n_words; i++)
    self->stamps[profile->words[i]] = index + 1;
  for (guint i = index; i > 0 && index - i < MAX_DISTANCE; i--)
    {
      const CptStatementFinding *earlier = get_statement (self, i - 1);
      float score;

      if (!has_one_side (earlier->sides) || earlier->sides == statement->sides)
        continue;
      score = score_pair (self, index, i - 1);
      if (score > best)
        {
          best = score;
          statement->answers = (int)i - 1;
        }
    }
  if (statement->answers >= 0)
    explain (self, statement, profile);
}

/**
 * cpt_answers_link:
 * @statements: (element-type CptStatementFinding): in the order of the text; their `answers` are set
 *
 * Cost: linear; each statement is compared with a few before it.
 */
void
cpt_answers_link (const CptEvidence *evidence, GArray *statements)
{
  guint n_words = cpt_tokens_get_n_words (evidence->reading->token_table);
  g_auto (Linker) self = { .evidence = evidence, .statements = statements };

  self.stamps = g_new0 (guint, n_words + 1);
  for (guint i = 0; i < statements->len; i++)
    {
      make_profile (&self, i, &self.recent[i % (MAX_DISTANCE + 1)]);
      link_statement (&self, i);
    }
}
