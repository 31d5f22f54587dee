// SPDX-License-Identifier: GPL-3.0-or-later
// Notes of each token what its inputs are made from. Room: core/analysis/attribution; knows no word.
//
// All look-ups by word are made once a distinct word.
#include "cpt-inputs-private.h"

#include <string.h>

/* Tokens before and after the text, so that neighbours need no check. */
#define PAD 4

/* A paragraph beyond this is cut at the end of a sentence, and a sentence beyond twice this anywhere. */
#define MAX_STRETCH 1200

/* Bytes of a word's ending. */
#define ENDING_BYTES 3

/* Words that stand for marks and numbers; other marks are their character and 16. */
enum
{
  FORM_OPENING_MARK = 1,
  FORM_CLOSING_MARK,
  FORM_NUMBER,
  FORM_CHARACTER = 16,
};

/* Kinds of places before a token, by what it is; words without clues have their shape. */
enum
{
  CONTEXT_OPENING_MARK = 5,
  CONTEXT_MARK,
  CONTEXT_CLOSING_MARK,
  CONTEXT_COMMA,
  CONTEXT_COLON,
  CONTEXT_CLUE,
  CONTEXT_CUE = 22,
  CONTEXT_STOP,
};

/* A distinct word; its kind is still without a shape. */
typedef struct
{
  CptKind kind;
  guint8 cueness;
  guint8 context; /* 0 when it depends on the shape */
} WordNote;

static guint8
shape_of (const CptToken *token)
{
  if (token->kind == CPT_TOKEN_MARK)
    return CPT_SHAPE_MARK;
  if (token->kind == CPT_TOKEN_NUMBER)
    return CPT_SHAPE_NUMBER;
  if (token->kind == CPT_TOKEN_CLITIC)
    return CPT_SHAPE_CLITIC;
  if (token->flags & CPT_TOKEN_ALL_CAPS)
    return CPT_SHAPE_ALL_CAPS;
  return token->flags & CPT_TOKEN_CAPITALISED ? CPT_SHAPE_CAPITALISED : CPT_SHAPE_LOWER;
}

/* All quotation marks that open are one mark, and all that close. */
static guint32
form_of_mark (const CptClues *clues, guint token)
{
  guint32 number = clues->quotation[token];

  if (number > 0 && clues->reading->quotations[number - 1].begin_token == token)
    return FORM_OPENING_MARK;
  if (number > 0 && clues->reading->quotations[number - 1].end_token == token + 1)
    return FORM_CLOSING_MARK;
  return clues->reading->tokens[token].first + FORM_CHARACTER;
}

guint32
cpt_inputs_hash_form (const CptClues *clues, guint token)
{
  const CptToken *item = &clues->reading->tokens[token];
  const char *word;

  if (item->word == CPT_NO_WORD)
    return form_of_mark (clues, token);
  if (item->kind == CPT_TOKEN_NUMBER)
    return FORM_NUMBER;
  word = cpt_tokens_get_word (clues->reading->token_table, item->word);
  return cpt_network_hash (word, strlen (word));
}

guint32
cpt_inputs_hash_ending (const char *word)
{
  gsize n = strlen (word);

  return n > ENDING_BYTES ? cpt_network_hash (word + n - ENDING_BYTES, ENDING_BYTES) : cpt_network_hash (word, n);
}

static guint8
context_of_word (guint32 clue, guint cueness)
{
  static const guint32 classes[] = {
    CPT_CLUE_THAT,        CPT_CLUE_SAY,          CPT_CLUE_REPORT | CPT_CLUE_STANCE,
    CPT_CLUE_PRONOUN,     CPT_CLUE_POSSESSIVE,   CPT_CLUE_RELATIVE,
    CPT_CLUE_DETERMINER,  CPT_CLUE_AUXILIARY,    CPT_CLUE_PREPOSITION,
    CPT_CLUE_CONJUNCTION, CPT_CLUE_SUBORDINATOR, CPT_CLUE_ADVERB,
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (clue & classes[i])
      return (guint8)(CONTEXT_CLUE + i);
  return cueness >= CPT_MIN_CUENESS ? CONTEXT_CUE : 0;
}

static guint8
context_of_mark (guint32 form)
{
  switch (form)
    {
    case FORM_OPENING_MARK:
      return CONTEXT_OPENING_MARK;
    case FORM_CLOSING_MARK:
      return CONTEXT_CLOSING_MARK;
    case ',' + FORM_CHARACTER:
      return CONTEXT_COMMA;
    case ':' + FORM_CHARACTER:
      return CONTEXT_COLON;
    case '.' + FORM_CHARACTER:
      return CONTEXT_STOP;
    default:
      return CONTEXT_MARK;
    }
}

static WordNote
describe_word (const CptNetwork *network, const char *word, guint32 clue)
{
  guint number = cpt_hashes_find (&network->words, cpt_network_hash (word, strlen (word)));
  guint ending = cpt_hashes_find (&network->endings, cpt_inputs_hash_ending (word));
  guint clues = clue != 0 ? cpt_hashes_find (&network->clues, cpt_network_hash_clues (clue)) : 0;
  WordNote note = { .kind = CPT_KIND_OF_UNKNOWN (ending, clues, 0) };

  if (number > 0)
    {
      note.kind = CPT_KIND_OF_KNOWN (number - 1, 0);
      note.cueness = network->cueness[number - 1];
    }
  note.context = context_of_word (clue, note.cueness);
  return note;
}

/* Numbers and marks are known or unknown, but have neither ending nor clue. */
static CptKind
kind_of_form (const CptNetwork *network, guint32 form, guint shape)
{
  guint number = cpt_hashes_find (&network->words, form);

  return number > 0 ? CPT_KIND_OF_KNOWN (number - 1, shape) : CPT_KIND_OF_UNKNOWN (0, 0, shape);
}

static void
describe_mark (CptInputs *self, guint token, const CptNetwork *network)
{
  CptInputItem *item = &self->items[token];
  guint32 form = form_of_mark (self->clues, token);

  item->kind = kind_of_form (network, form, CPT_SHAPE_MARK);
  item->context = context_of_mark (form);
  item->boundary = form == FORM_CLOSING_MARK ? 1 : form == ',' + FORM_CHARACTER ? 2 : 3;
}

static void
describe_tokens (CptInputs *self, const CptNetwork *network)
{
  const CptReading *reading = self->reading;
  guint n_words = cpt_tokens_get_n_words (reading->token_table);
  g_autofree WordNote *words = g_new (WordNote, n_words + 1);

  for (guint i = 0; i < n_words; i++)
    words[i] = describe_word (network, cpt_tokens_get_word (reading->token_table, i), self->clues->of_word[i]);
  self->padding = g_new0 (CptInputItem, reading->n_tokens + 2 * PAD);
  self->items = self->padding + PAD;
  for (guint i = 0; i < PAD; i++)
    self->padding[i] = self->items[reading->n_tokens + i] =
        (CptInputItem){ .kind = CPT_KIND_OF_UNKNOWN (0, 0, CPT_SHAPE_OUTSIDE), .shape = CPT_SHAPE_OUTSIDE };
  for (guint i = 0; i < reading->n_tokens; i++)
    {
      const CptToken *token = &reading->tokens[i];
      CptInputItem *item = &self->items[i];

      item->shape = shape_of (token);
      if (token->word == CPT_NO_WORD)
        {
          describe_mark (self, i, network);
          continue;
        }
      item->kind = words[token->word].kind | item->shape;
      item->cueness = words[token->word].cueness;
      item->context = words[token->word].context != 0 ? words[token->word].context : item->shape;
      if (item->shape == CPT_SHAPE_NUMBER)
        item->kind = kind_of_form (network, FORM_NUMBER, item->shape);
    }
}

static gboolean
may_be_cue (const CptInputs *self, guint token)
{
  return self->items[token].cueness >= CPT_MIN_CUENESS && self->clues->quotation[token] == 0;
}

static void
describe_sentence (CptInputs *self, const CptSentence *sentence)
{
  guint32 before = 0, after = 0;
  guint8 commas = 0, cues = 0, quoted = 0;

  for (guint i = sentence->begin_token; i < sentence->end_token; i++)
    {
      self->cue_before[i] = before;
      self->commas[i] = commas;
      self->cues[i] = cues;
      self->quoted[i] = quoted;
      quoted |= self->clues->quotation[i] != 0;
      if (may_be_cue (self, i))
        {
          before = i + 1;
          cues += cues < 3;
        }
      if (self->items[i].context == CONTEXT_COMMA && commas < 3)
        commas++;
    }
  quoted = 0;
  for (guint i = sentence->end_token; i > sentence->begin_token; i--)
    {
      self->cue_after[i - 1] = after;
      self->quoted[i - 1] |= quoted;
      quoted |= self->clues->quotation[i - 1] != 0 ? 2 : 0;
      if (may_be_cue (self, i - 1))
        after = i;
    }
}

/* Words that the rules take for speakers somewhere are likely speakers elsewhere. */
static void
note_speakers (CptInputs *self)
{
  self->speaks = g_new0 (guint8, cpt_tokens_get_n_words (self->reading->token_table) + 1);
  for (guint i = 0; i < self->reading->n_tokens; i++)
    {
      guint32 word = self->reading->tokens[i].word;
      CptRole role = cpt_tag_get_role (self->rule_tags[i]);

      if (word != CPT_NO_WORD && self->speaks[word] < 3
          && (role == CPT_ROLE_LEFT_SOURCE || role == CPT_ROLE_RIGHT_SOURCE))
        self->speaks[word]++;
    }
}

static guint8
sign_of_sentence (const CptInputs *self, const CptSentence *sentence)
{
  guint8 sign = 0;

  if (sentence->begin_token >= sentence->end_token)
    return 0;
  if (self->cue_after[sentence->begin_token] != 0 || may_be_cue (self, sentence->begin_token))
    sign |= 1;
  if (self->clues->quotation[sentence->begin_token] != 0)
    sign |= 2;
  if (self->clues->quotation[sentence->end_token - 1] != 0)
    sign |= 4;
  return sign;
}

/**
 * cpt_inputs_new:
 * @clues: the text; borrowed
 * @rule_tags: what the rules say of its tokens; borrowed
 * @network: knows the words; only used during this call
 *
 * Returns: (transfer full): the text, ready to be looked at token by token
 *
 * Cost: linear.
 */
CptInputs *
cpt_inputs_new (const CptClues *clues, const CptTag *rule_tags, const CptNetwork *network)
{
  CptInputs *self = g_new0 (CptInputs, 1);
  const CptReading *reading = clues->reading;

  self->clues = clues;
  self->reading = reading;
  self->rule_tags = rule_tags;
  self->cue_before = g_new0 (guint32, reading->n_tokens + 1);
  self->cue_after = g_new0 (guint32, reading->n_tokens + 1);
  self->commas = g_new0 (guint8, reading->n_tokens + 1);
  self->cues = g_new0 (guint8, reading->n_tokens + 1);
  self->quoted = g_new0 (guint8, reading->n_tokens + 1);
  describe_tokens (self, network);
  note_speakers (self);
  self->sentence_signs = g_new0 (guint8, reading->n_sentences + 1);
  for (guint i = 0; i < reading->n_sentences; i++)
    {
      describe_sentence (self, &reading->sentences[i]);
      self->sentence_signs[i] = sign_of_sentence (self, &reading->sentences[i]);
    }
  return self;
}

void
cpt_inputs_free (CptInputs *self)
{
  if (self == NULL)
    return;
  g_free (self->padding);
  g_free (self->cue_before);
  g_free (self->cue_after);
  g_free (self->commas);
  g_free (self->cues);
  g_free (self->quoted);
  g_free (self->speaks);
  g_free (self->sentence_signs);
  g_free (self);
}

guint
cpt_inputs_get_stretch (const CptInputs *self, guint begin)
{
  const CptReading *reading = self->reading;
  guint end = begin + 1;

  while (end < reading->n_tokens && !(reading->tokens[end].flags & CPT_TOKEN_PARAGRAPH_BEFORE)
         && (end - begin < MAX_STRETCH || self->clues->sentence[end] == self->clues->sentence[end - 1])
         && end - begin < 2 * MAX_STRETCH)
    end++;
  return end;
}
