// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts by grammar: a mention of a side that is the subject of a word of saying, wanting or refusing, that owns such
// a word ("the alliance's belief that"), or by which something was said. Room: core/analysis; complements the
// attributions, which look for speech, with wishes, plans and demands.
#include "cpt-accounts.h"

/* A verb stands at most so many tokens after its subject. */
#define MAX_STEPS 28
#define MAX_PARENTHESIS 22
#define NO_TOKEN G_MAXUINT
/* So many words of no class belong to a phrase between a subject and its verb: "for international relations". */
#define MAX_PLAIN_WORDS 2
/* A headline of fewer words has no source after its dash. */
#define MIN_WORDS_BEFORE_DASH 3
#define MIN_CONFIDENCE_AFTER_DASH 0.3f
/* A country that says, wants or refuses something is its government, however unsure its name alone would be. */
#define CONFIDENCE_OF_STATE 0.9f
/* Shorter quotations are names and irony, not somebody's speech. */
#define MIN_SPEECH_TOKENS 6

typedef struct
{
  CptAccountFinder *finder;
  const CptReading *reading;
  guint sentence;
  guint begin; /* tokens of the sentence */
  guint end;
} Scan;

/* Who might speak. */
typedef struct
{
  guint begin_token;
  guint end_token;
  int side;
  const char *name;
  float confidence;
  const char *rule;
} Subject;

/* What stands between a subject and its verb. */
typedef struct
{
  gboolean after_be;
  gboolean after_to;
  gboolean after_modal;
} Way;

static guint32
stance_at (const Scan *scan, guint token)
{
  return token < scan->end ? cpt_evidence_get_stance (scan->finder->evidence, token) : 0;
}

static gunichar
mark_at (const Scan *scan, guint token)
{
  if (token >= scan->end || scan->reading->tokens[token].kind != CPT_TOKEN_MARK)
    return 0;
  return scan->reading->tokens[token].first;
}

static gboolean
is_capitalised (const Scan *scan, guint token)
{
  return token < scan->end && scan->reading->tokens[token].flags & CPT_TOKEN_CAPITALISED;
}

static gboolean
is_number (const Scan *scan, guint token)
{
  return token < scan->end && scan->reading->tokens[token].kind == CPT_TOKEN_NUMBER;
}

/* One past the mark that closes the parenthesis which the mark at @token opens; NO_TOKEN when none does. */
static guint
skip_parenthesis (const Scan *scan, guint token)
{
  gunichar open = mark_at (scan, token);
  gunichar close = open == '(' ? ')' : open;
  guint last = MIN (scan->end, token + MAX_PARENTHESIS);

  for (guint i = token + 1; i < last; i++)
    if (mark_at (scan, i) == close)
      return i + 1;
  return NO_TOKEN;
}

/* "in Brussels", "of the two countries": what belongs to a noun before its verb. */
static guint
skip_phrase (const Scan *scan, guint token)
{
  guint last = MIN (scan->end, token + 7);
  guint n_plain = 0;

  for (token++; token < last; token++)
    {
      guint32 stance = stance_at (scan, token);

      if (scan->reading->tokens[token].kind == CPT_TOKEN_CLITIC || is_capitalised (scan, token)
          || is_number (scan, token) || stance & (CPT_STANCE_DETERMINER | CPT_STANCE_STAFF | CPT_STANCE_PREPOSITION))
        continue;
      if (stance != 0 || scan->reading->tokens[token].kind != CPT_TOKEN_WORD || n_plain++ >= MAX_PLAIN_WORDS
          || g_str_has_suffix (cpt_reading_get_word (scan->reading, token), "ed"))
        break;
    }
  return token;
}

static gboolean
has_object (const Scan *scan, guint token, guint32 kinds)
{
  guint last = MIN (scan->end, token + 8);

  for (guint i = token + 1; i < last; i++)
    if (stance_at (scan, i) & kinds)
      return TRUE;
    else if (mark_at (scan, i) == ',' || mark_at (scan, i) == ';')
      return FALSE;
  return FALSE;
}

static guint
skip_adverbs (const Scan *scan, guint token)
{
  while (stance_at (scan, token) & CPT_STANCE_ADVERB)
    token++;
  return token;
}

static gboolean
is_no (const Scan *scan, guint token)
{
  return token < scan->end && g_str_equal (cpt_reading_get_word (scan->reading, token), "no");
}

static gboolean
is_past_form (const Scan *scan, guint token)
{
  guint verb = skip_adverbs (scan, token);

  return verb < scan->end
         && (stance_at (scan, verb) & CPT_STANCE_PARTICIPLE
             || g_str_has_suffix (cpt_reading_get_word (scan->reading, verb), "ed"));
}

/* Whether the word at @token, reached by @way, makes its subject one whose account is given. */
static gboolean
is_account_verb (const Scan *scan, guint token, Way way)
{
  guint32 stance = stance_at (scan, token);

  if (way.after_be && stance & CPT_STANCE_STATE)
    return TRUE;
  if (token > scan->begin
      && stance_at (scan, token - 1) & (CPT_STANCE_DETERMINER | CPT_STANCE_OF)) /* a noun: "its plan" */
    return FALSE;
  if (way.after_modal && !way.after_be && g_str_equal (cpt_reading_get_word (scan->reading, token), "like"))
    return TRUE;
  if (way.after_be && !(stance & CPT_STANCE_GERUND))
    return FALSE;
  if (stance & CPT_STANCE_PARTICIPLE && stance_at (scan, token + 1) & CPT_STANCE_BY) /* "attacks portrayed by ..." */
    return FALSE;
  if (way.after_to && !(stance & CPT_STANCE_BARE))
    return FALSE;
  if (stance & (CPT_STANCE_SAY | CPT_STANCE_ACT))
    return TRUE;
  if (stance & CPT_STANCE_MIND)
    return !(stance & CPT_STANCE_NEEDS_TO) || stance_at (scan, skip_adverbs (scan, token + 1)) & CPT_STANCE_TO;
  if (stance & CPT_STANCE_HAVE && is_past_form (scan, token + 1)) /* "had concocted these plans" */
    return FALSE;
  if (stance & (CPT_STANCE_PRESENT | CPT_STANCE_HAVE) && is_no (scan, token + 1)) /* "presented no plan" */
    return FALSE;
  if (stance & (CPT_STANCE_PRESENT | CPT_STANCE_HAVE))
    return has_object (scan, token, stance & CPT_STANCE_HAVE ? CPT_STANCE_PLAN : CPT_STANCE_PLAN | CPT_STANCE_NOUN);
  return FALSE;
}

/* "Continues to insist", "began to complain": a verb that leaves the telling to the next one. */
static gboolean
is_catenative (const Scan *scan, guint token)
{
  static const char *const verbs[] = { "continue", "continues", "continued", "began", "begins", "begun", "started",
                                       "tried", "tries", "trying", "attempted", NULL };

  return stance_at (scan, token + 1) & CPT_STANCE_TO
         && g_strv_contains (verbs, cpt_reading_get_word (scan->reading, token));
}

/* Words that may stand between a subject and its verb; what they tell of the verb goes into @way. Returns the token
 * after them, or NO_TOKEN when the one at @token is none. */
static guint
step_over (const Scan *scan, guint token, Way *way)
{
  guint32 stance = stance_at (scan, token);
  gunichar mark = mark_at (scan, token);

  if (mark == ',' || mark == '(' || mark == '-' || mark == 0x2013 || mark == 0x2014)
    return skip_parenthesis (scan, token);
  if (mark != 0 && mark != '.' && mark != ';' && mark != ':')
    return token + 1;
  if (stance
      & (CPT_STANCE_ADVERB | CPT_STANCE_MODAL | CPT_STANCE_HAVE | CPT_STANCE_RELATIVE | CPT_STANCE_BE | CPT_STANCE_TO))
    {
      way->after_be |= (stance & CPT_STANCE_BE) != 0;
      way->after_to |= (stance & CPT_STANCE_TO) != 0;
      way->after_modal |= (stance & CPT_STANCE_MODAL) != 0;
      return token + 1;
    }
  if (stance & (CPT_STANCE_PREPOSITION | CPT_STANCE_AND))
    return skip_phrase (scan, token);
  if (is_number (scan, token) || stance & CPT_STANCE_STAFF || is_catenative (scan, token))
    return token + 1;
  return NO_TOKEN;
}

static guint
find_verb (const Scan *scan, guint token)
{
  guint last = MIN (scan->end, token + MAX_STEPS);
  Way way = { FALSE, FALSE, FALSE };

  while (token < last)
    {
      if (is_account_verb (scan, token, way))
        return token;
      token = step_over (scan, token, &way);
    }
  return NO_TOKEN;
}

/* "Norland began an attack and later claimed victory": a second verb of the subject before @token, within its clause. */
static guint
find_second_verb (const Scan *scan, guint token)
{
  guint last = MIN (scan->end, token + MAX_STEPS);

  for (; token + 1 < last && mark_at (scan, token) == 0; token++)
    if (stance_at (scan, token) & CPT_STANCE_AND)
      {
        guint verb = skip_adverbs (scan, token + 1);
        guint32 stance = stance_at (scan, verb);

        if (stance & (CPT_STANCE_SAY | CPT_STANCE_ACT) && stance & CPT_STANCE_PARTICIPLE
            && !(stance_at (scan, verb + 1) & (CPT_STANCE_BY | CPT_STANCE_STAFF)))
          return verb;
      }
  return NO_TOKEN;
}

static guint
step_back_over (const Scan *scan, guint token, guint32 stance)
{
  while (token > scan->begin && stance_at (scan, token - 1) & stance)
    token--;
  return token;
}

/* "officials in Moscow", "the foreign ministry of Russia": the mention tells whose staff speaks. */
static gboolean
is_of_staff (const Scan *scan, guint preposition)
{
  return preposition > scan->begin && stance_at (scan, preposition - 1) & CPT_STANCE_STAFF;
}

static gboolean
can_be_subject (const Scan *scan, const Subject *subject)
{
  guint before = step_back_over (scan, subject->begin_token, CPT_STANCE_DETERMINER);
  guint32 stance = before > scan->begin ? stance_at (scan, before - 1) : 0;

  if (!(stance & CPT_STANCE_PREPOSITION) || stance & CPT_STANCE_SUBORDINATE)
    return TRUE;
  return is_of_staff (scan, before - 1);
}

/* Not "had fought Norland's ships and later claimed": the subject is at the beginning of a clause. */
static gboolean
begins_clause (const Scan *scan, const Subject *subject)
{
  guint before = step_back_over (scan, subject->begin_token, CPT_STANCE_DETERMINER);

  return before == scan->begin || mark_at (scan, before - 1) != 0 || stance_at (scan, before - 1) & (CPT_STANCE_CONTRAST | CPT_STANCE_ADVERB);
}

/* Whether what follows the noun at @token tells the account: "that ...", "to ...", "of ...ing". */
static gboolean
tells_content (const Scan *scan, guint token)
{
  guint32 next = stance_at (scan, token + 1);

  if (next & CPT_STANCE_THAT || mark_at (scan, token + 1) == ':')
    return TRUE;
  if (next & CPT_STANCE_TO)
    return (stance_at (scan, token) & (CPT_STANCE_NOUN | CPT_STANCE_PLAN)) != 0;
  return next & CPT_STANCE_OF && stance_at (scan, token) & CPT_STANCE_NOUN;
}

/* "NATO's firm belief that", "the Russian narrative that": the noun, or NO_TOKEN. */
static guint
find_owned_noun (const Scan *scan, guint token)
{
  guint last = MIN (scan->end, token + 5);

  if (token < scan->end && scan->reading->tokens[token].kind == CPT_TOKEN_CLITIC)
    token++;
  else if (mark_at (scan, token) == '\'' || mark_at (scan, token) == 0x2019)
    token++;
  for (; token < last; token++)
    {
      guint32 stance = stance_at (scan, token);

      if (stance & (CPT_STANCE_NOUN | CPT_STANCE_PLAN | CPT_STANCE_REMARK) && tells_content (scan, token))
        return token;
      if (scan->reading->tokens[token].kind != CPT_TOKEN_WORD
          || stance
                 & (CPT_STANCE_PREPOSITION | CPT_STANCE_BE | CPT_STANCE_MODAL | CPT_STANCE_HAVE
                    | CPT_STANCE_ACCOUNT_VERB | CPT_STANCE_DETERMINER | CPT_STANCE_RELATIVE))
        return NO_TOKEN;
    }
  return NO_TOKEN;
}

static gboolean
is_owner (const Scan *scan, const Subject *subject)
{
  guint token = subject->end_token;

  return token < scan->end && scan->reading->tokens[token].kind == CPT_TOKEN_CLITIC
         && g_str_equal (cpt_reading_get_word (scan->reading, token), "'s");
}

/* "demanded by Moscow", "accusations from Kyiv that": the word before the preposition before the mention, or NO_TOKEN.
 */
static guint
find_word_by (const Scan *scan, const Subject *subject)
{
  guint before = step_back_over (scan, subject->begin_token, CPT_STANCE_DETERMINER);
  guint preposition = before > scan->begin ? before - 1 : NO_TOKEN;
  guint word = preposition != NO_TOKEN && preposition > scan->begin ? preposition - 1 : NO_TOKEN;
  guint32 stance;

  if (word == NO_TOKEN || !(stance_at (scan, preposition) & CPT_STANCE_PREPOSITION))
    return NO_TOKEN;
  stance = stance_at (scan, word);
  if (stance_at (scan, preposition) & CPT_STANCE_BY && stance & CPT_STANCE_PARTICIPLE
      && stance & CPT_STANCE_ACCOUNT_VERB)
    return word;
  if (stance & CPT_STANCE_NOUN && tells_content (scan, subject->end_token - 1)
      && stance_at (scan, preposition) & (CPT_STANCE_BY | CPT_STANCE_OF))
    return word;
  return NO_TOKEN;
}

/* ", заявил Иван Петров": in Russian and Ukrainian the verb often stands right before its subject, at the beginning of
 * its clause. After another subject what follows the verb is its object. */
static guint
find_verb_before (const Scan *scan, const Subject *subject)
{
  guint verb = subject->begin_token > scan->begin ? subject->begin_token - 1 : NO_TOKEN;

  if (verb == NO_TOKEN || scan->reading->tokens[verb].first < 0x400
      || !(stance_at (scan, verb) & (CPT_STANCE_SAY | CPT_STANCE_ACT)))
    return NO_TOKEN;
  if (verb > scan->begin && mark_at (scan, verb - 1) == 0 && !(stance_at (scan, verb - 1) & CPT_STANCE_ADVERB))
    return NO_TOKEN;
  return verb;
}

/* Whether the sentence is a line of its own that no full stop ends, as a headline is. */
static gboolean
is_headline (const Scan *scan)
{
  const CptSentence *next =
      scan->sentence + 1 < scan->reading->n_sentences ? &scan->reading->sentences[scan->sentence + 1] : NULL;
  const CptSentence *here = &scan->reading->sentences[scan->sentence];

  return scan->reading->tokens[scan->end - 1].kind == CPT_TOKEN_WORD
         && (next == NULL || next->paragraph != here->paragraph);
}

/* "... — Минобороны РФ.", "No talks before spring: Kremlin": a source after a dash or a colon at the end; in English in
 * headlines only. */
static guint
find_dash_before (const Scan *scan, const Subject *subject)
{
  guint token = subject->begin_token;
  gunichar mark = token > scan->begin ? mark_at (scan, token - 1) : 0;
  gboolean dash = mark == 0x2013 || mark == 0x2014;

  if (scan->end - subject->end_token > 1 || token - 1 < scan->begin + MIN_WORDS_BEFORE_DASH)
    return NO_TOKEN;
  if (dash && scan->reading->tokens[token].first >= 0x400)
    return token - 1;
  dash |= mark == ':' || (mark == '-' && scan->reading->tokens[token - 1].flags & CPT_TOKEN_SPACE_BEFORE);
  return dash && subject->confidence >= MIN_CONFIDENCE_AFTER_DASH && is_headline (scan) ? token - 1 : NO_TOKEN;
}

static gboolean
is_after_preposition (const Scan *scan, const Subject *subject)
{
  guint before = step_back_over (scan, subject->begin_token, CPT_STANCE_DETERMINER);

  return before > scan->begin && stance_at (scan, before - 1) & CPT_STANCE_PREPOSITION;
}

static void
add_account (const Scan *scan, const Subject *subject, guint cue, const char *rule, CptAccounts *accounts)
{
  const CptToken *tokens = scan->reading->tokens;
  CptAccount account = {
    .side = subject->side,
    .source = subject->name,
    .begin_token = MIN (subject->begin_token, cue),
    .subject_token = MIN (subject->begin_token, cue),
    .cue_token = cue,
    .end_token = scan->end,
    .cue = cpt_token_get_span (&tokens[cue]),
    .quotation = CPT_QUOTATION_INDIRECT,
    .covers = 0.5f,
    .confidence = subject->confidence,
    .grounds = CPT_GROUNDS_GRAMMAR,
    .aside = g_str_equal (rule, "owned-account") && is_after_preposition (scan, subject),
  };

  cpt_reasons_add (&account.reasons, subject->rule,
                   CPT_SPAN (tokens[subject->begin_token].begin_bytes, tokens[subject->end_token - 1].end_bytes));
  cpt_reasons_add (&account.reasons, rule, account.cue);
  cpt_accounts_add (accounts, &account);
}

static void
try_subject (const Scan *scan, const Subject *subject, CptAccounts *accounts)
{
  guint cue = find_word_by (scan, subject);
  const char *rule = "by-agent";

  if (cue == NO_TOKEN && !(stance_at (scan, subject->begin_token) & CPT_STANCE_PRONOUN))
    {
      cue = find_owned_noun (scan, subject->end_token);
      rule = "owned-account";
    }
  if (cue == NO_TOKEN)
    {
      cue = find_verb_before (scan, subject);
      if (cue == NO_TOKEN)
        cue = find_dash_before (scan, subject);
      rule = "subject-of-stance";
    }
  if (cue == NO_TOKEN && can_be_subject (scan, subject))
    {
      guint token = subject->end_token;

      if (is_owner (scan, subject))
        token = stance_at (scan, token + 1) & CPT_STANCE_STAFF ? token + 2 : NO_TOKEN;
      cue = token != NO_TOKEN ? find_verb (scan, token) : NO_TOKEN;
      if (cue == NO_TOKEN && token == subject->end_token && begins_clause (scan, subject))
        cue = find_second_verb (scan, token);
      rule = "subject-of-stance";
    }
  if (cue != NO_TOKEN)
    add_account (scan, subject, cue, rule, accounts);
}

/* "The Sudian ambassador in Norton said": whether the subject is part of the phrase that names a speaker of a side. */
static gboolean
is_within_source (const Scan *scan, const CptAccount *account, const Subject *subject)
{
  if (account->side == CPT_NO_SIDE || subject->begin_token < account->subject_token
      || subject->end_token > account->cue_token)
    return FALSE;
  for (guint i = account->subject_token; i < subject->begin_token; i++)
    if (scan->reading->tokens[i].kind == CPT_TOKEN_MARK)
      return FALSE;
  return TRUE;
}

/* Whether an attribution already has this mention for its source, or for a part of it. */
static gboolean
is_taken (const Scan *scan, const CptAccounts *accounts, guint n_attributed, const Subject *subject)
{
  for (guint i = 0; i < n_attributed; i++)
    {
      const CptAccount *account = &accounts->items[i];

      if (is_within_source (scan, account, subject)
          || (account->side == subject->side && account->subject_token >= subject->begin_token
              && account->subject_token < subject->end_token))
        return TRUE;
    }
  return FALSE;
}

/* The first person that the sentence before names outside of speech: what "he" and "she" mean first. */
static const CptMention *
find_last_person (const Scan *scan)
{
  const CptMentions *mentions = scan->finder->evidence->mentions;
  const CptSentence *before = scan->sentence > 0 ? &scan->reading->sentences[scan->sentence - 1] : NULL;
  const CptMention *person = NULL;

  for (guint i = scan->finder->next_mention; before != NULL && i > 0; i--)
    {
      const CptMention *mention = &mentions->items[i - 1];

      if (mention->begin_token < before->begin_token)
        break;
      if (mention->kind == CPT_ACTOR_PERSON)
        person = mention;
    }
  return person;
}

/* "They further described ...", "He denies ...": when no attribution resolved the pronoun. */
static void
try_pronoun (const Scan *scan, guint token, CptAccounts *accounts)
{
  const CptLastAccount *last = &scan->finder->last;
  const CptMention *person = find_last_person (scan);
  Subject subject = { token, token + 1, CPT_NO_SIDE, NULL, 0.7f, "speaker-carried" };

  if (stance_at (scan, token) & CPT_STANCE_STAFF && scan->sentence > last->sentence + 1)
    return;
  if (person != NULL && stance_at (scan, token) & CPT_STANCE_PERSON)
    {
      subject.side = person->side;
      subject.name = person->name;
    }
  else if (scan->sentence <= last->sentence + 2)
    {
      subject.side = last->side;
      subject.name = last->source;
    }
  for (guint i = 0; i < accounts->n; i++)
    if (accounts->items[i].subject_token == token)
      return;
  if (subject.side != CPT_NO_SIDE)
    try_subject (scan, &subject, accounts);
}

/* Who is named inside a quotation speaks in the quoted one's words. */
static gboolean
is_in_speech (const Scan *scan, guint token)
{
  const CptQuotedSpan *quotation =
      cpt_evidence_find_quotation (scan->finder->evidence, scan->reading->tokens[token].begin_bytes);

  return quotation != NULL && quotation->end_token - quotation->begin_token >= MIN_SPEECH_TOKENS;
}

static void
try_mention (const Scan *scan, const CptMention *mention, guint n_attributed, CptAccounts *accounts)
{
  gboolean stands_for_state = mention->kind == CPT_ACTOR_COUNTRY || mention->kind == CPT_ACTOR_CAPITAL;
  float confidence = stands_for_state ? MAX (mention->confidence, CONFIDENCE_OF_STATE) : mention->confidence;
  Subject subject = { mention->begin_token, mention->end_token, mention->side,
                      mention->name,        0.9f * confidence,  "actor-side" };

  if (mention->side != CPT_NO_SIDE && mention->begin_token >= scan->begin && mention->end_token <= scan->end
      && !is_taken (scan, accounts, n_attributed, &subject) && !is_in_speech (scan, mention->begin_token))
    try_subject (scan, &subject, accounts);
}

/* "Western assertions that ...", "the Russian plan to ...". */
static void
try_demonym (const Scan *scan, guint token, guint32 actor, CptAccounts *accounts)
{
  guint n_actors;
  const CptActor *actors = cpt_profile_get_actors (scan->finder->evidence->profile, &n_actors);
  Subject subject = { token, token + 1, CPT_NO_SIDE, NULL, 0.8f, "actor-side" };
  guint cue = is_owner (scan, &subject) || mark_at (scan, token + 1) != 0 ? NO_TOKEN : find_owned_noun (scan, token + 1);

  if (cue == NO_TOKEN || actor >= n_actors || actors[actor].side == CPT_NO_SIDE || is_in_speech (scan, token))
    return;
  subject.side = actors[actor].side;
  subject.name = actors[actor].name;
  add_account (scan, &subject, cue, "owned-account", accounts);
}

/* "He ...", "One official ...", "Officials ...". */
static gboolean
stands_for_last_speaker (const Scan *scan, guint token)
{
  guint32 stance = stance_at (scan, token);

  if (stance & CPT_STANCE_PRONOUN)
    return TRUE;
  return stance & CPT_STANCE_STAFF && (token == scan->begin || stance_at (scan, token - 1) & CPT_STANCE_DETERMINER)
         && stance_at (scan, token + 1) & CPT_STANCE_SAY;
}

/**
 * cpt_subjects_find:
 * @sentence: must not be less than at the call before
 * @accounts: (inout): the accounts from attributions; others are added
 *
 * Cost: linear in the tokens of the sentence and constant for each mention.
 */
void
cpt_subjects_find (CptAccountFinder *self, guint sentence, CptAccounts *accounts)
{
  const CptEvidence *evidence = self->evidence;
  const CptSentence *s = &evidence->reading->sentences[sentence];
  const Scan scan = { self, evidence->reading, sentence, s->begin_token, s->end_token };
  guint n_attributed = accounts->n;

  for (guint i = self->next_mention;
       i < evidence->mentions->n && evidence->mentions->items[i].begin_token < s->end_token; i++)
    try_mention (&scan, &evidence->mentions->items[i], n_attributed, accounts);
  for (guint i = s->begin_token; i < s->end_token; i++)
    {
      guint32 word = evidence->reading->tokens[i].word;

      if (word != CPT_NO_WORD && evidence->demonyms[word] != 0)
        try_demonym (&scan, i, evidence->demonyms[word] - 1, accounts);
    }
  for (guint i = s->begin_token; i < MIN (s->end_token, s->begin_token + 4); i++)
    if (stands_for_last_speaker (&scan, i))
      try_pronoun (&scan, i, accounts);
}
