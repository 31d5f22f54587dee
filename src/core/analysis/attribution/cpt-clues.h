// SPDX-License-Identifier: GPL-3.0-or-later
// What a word can do in an attribution, and where quotations lie, token by token. Room: core/analysis/attribution.
#pragma once

#include "cpt-reading.h"

G_BEGIN_DECLS

/**
 * CptClue:
 *
 * Classes of words. A word can have several ("claims" is a verb and a noun). The word lists that give them are the only
 * part of the room that knows a language; see the folder languages.
 */
typedef enum
{
  CPT_CLUE_SAY = 1u << 0,       /* verb of speech that needs no "that": "said" */
  CPT_CLUE_REPORT = 1u << 1,    /* verb of speech or thought that takes a clause: "hinted", "believes" */
  CPT_CLUE_STANCE = 1u << 2,    /* verb of attitude, plan or dispute that takes an object: "outlined", "accused" */
  CPT_CLUE_SAY_NOUN = 1u << 3,  /* noun that stands for what is said: "claim", "warning", "belief" */
  CPT_CLUE_FINITE = 1u << 4,    /* of a verb: past or present form */
  CPT_CLUE_GERUND = 1u << 5,    /* of a verb: "-ing" */
  CPT_CLUE_BASE = 1u << 6,      /* of a verb: bare form */
  CPT_CLUE_ADDRESSES = 1u << 7, /* verb that is followed by the person spoken to: "told" */
  CPT_CLUE_MALE = 1u << 8,      /* "he", "mr", "spokesman", "Vladimir" */
  CPT_CLUE_FEMALE = 1u << 9,
  CPT_CLUE_PLURAL = 1u << 10,        /* "they", "officials" */
  CPT_CLUE_NEUTER = 1u << 11,        /* "it" */
  CPT_CLUE_PRONOUN = 1u << 12,       /* personal pronoun that can be a subject */
  CPT_CLUE_POSSESSIVE = 1u << 13,    /* "his", "their" */
  CPT_CLUE_RELATIVE = 1u << 14,      /* "who", "which" */
  CPT_CLUE_DETERMINER = 1u << 15,    /* "the", "a", "some" */
  CPT_CLUE_DEMONSTRATIVE = 1u << 16, /* "this", "these" */
  CPT_CLUE_PREPOSITION = 1u << 17,
  CPT_CLUE_CONJUNCTION = 1u << 18,  /* "and", "but" */
  CPT_CLUE_SUBORDINATOR = 1u << 19, /* "while", "because" */
  CPT_CLUE_THAT = 1u << 20,         /* "that", "whether": opens a reported clause */
  CPT_CLUE_AUXILIARY = 1u << 21,
  CPT_CLUE_ADVERB = 1u << 22, /* may stand between a speaker and the verb */
  CPT_CLUE_TITLE = 1u << 23,  /* "president", "Mr", "General" */
  CPT_CLUE_PERSON = 1u << 24, /* noun for somebody who speaks: "spokesman", "officials" */
  CPT_CLUE_BODY = 1u << 25,   /* noun for a body that speaks: "ministry", "alliance", "campaign" */
  CPT_CLUE_GIVEN_NAME = 1u << 26,
  CPT_CLUE_ACCORDING = 1u << 27,
  CPT_CLUE_PLAN_NOUN = 1u << 28,    /* noun that takes up what somebody laid out: "plan", "framework" */
  CPT_CLUE_EVENT_VERB = 1u << 29,   /* verb of narration after "his remarks": "came", "followed", "drew" */
  CPT_CLUE_COPULA = 1u << 30,       /* "is", "was", "seems" */
  CPT_CLUE_FIRST_PERSON = 1u << 31, /* "I", "we" */
} CptClue;

/* Words of one class, parted by single blanks. */
typedef struct
{
  guint32 clues;
  const char *words;
} CptClueWords;

/**
 * CptClueLanguage:
 * @language: BCP 47 primary tag
 * @words: words as they stand; ended by an entry without words
 * @verbs: verbs in their bare form, and nouns, if @inflect knows them; ended likewise
 * @inflect: calls @add for each form of @verb; (nullable) when the language lists all its forms
 * @conditionals: auxiliaries of what would be ("would"): the mood of plans and of reported speech; ended by %NULL
 * @suffix_clues: (nullable): clues of a word that no list has
 * @noun_clues: (nullable): what an unlisted noun is by its ending: %CPT_CLUE_PERSON, %CPT_CLUE_BODY or, for what cannot
 *   speak, %CPT_CLUE_PLAN_NOUN, with %CPT_CLUE_PLURAL; for object pronouns %CPT_CLUE_PRONOUN, for adjectives and
 *   participles %CPT_CLUE_DETERMINER; 0 when it does not tell. Not read by the learnt tagger.
 * @definite: words that open a phrase for somebody already named ("the"); ended by %NULL
 * @has_no_articles: whether a bare noun can stand for somebody already named, too
 * @nobody: words that look like speakers and name nobody ("anyone"); ended by %NULL
 * @documents: (nullable): nouns for what somebody publishes ("report"): its publisher speaks; ended by %NULL
 * @by: (nullable): prepositions before the publisher of a document; ended by %NULL
 * @viewpoints: (nullable): nouns for somebody's view ("in the opinion of"); ended by %NULL
 * @name_stem_bytes: (nullable): how much of a name is left without its case ending
 * @as: (nullable): words that open a clause for the speaker ("as the mayor said"); a language that has them parts its
 *   clauses by commas, and is tagged by clauses; ended by %NULL
 * @about: (nullable): prepositions between a verb of speech and its matter; ended by %NULL
 * @about_this: (nullable): words after these that stand for what was said before; ended by %NULL
 */
typedef struct
{
  const char *language;
  const CptClueWords *words;
  const CptClueWords *verbs;
  void (*inflect) (const char *verb, guint32 clues, void (*add) (gpointer data, const char *form, guint32 clues),
                   gpointer data);
  const char *const *conditionals;
  guint32 (*suffix_clues) (const char *word);
  guint32 (*noun_clues) (const char *word);
  const char *const *definite;
  gboolean has_no_articles;
  const char *const *nobody;
  const char *const *documents;
  const char *const *by;
  const char *const *viewpoints;
  gsize (*name_stem_bytes) (const char *word);
  const char *const *as;
  const char *const *about;
  const char *const *about_this;
} CptClueLanguage;

extern const CptClueLanguage cpt_clue_language_en;
extern const CptClueLanguage cpt_clue_language_ru;
extern const CptClueLanguage cpt_clue_language_uk;

/**
 * CptClues:
 * @reading: borrowed
 * @language: the words that @of_word is made from
 * @of_word: classes of each distinct word of the text
 * @noun_of_word: likewise what cpt_clues_get_noun() said, or %CPT_CLUES_NOT_ASKED
 * @quotation: for each token the number of the outermost quotation it lies in, plus one; 0 outside. The marks belong
 *   to their quotation.
 * @sentence: for each token the number of its sentence
 */
typedef struct
{
  const CptReading *reading;
  const CptClueLanguage *language;
  guint32 *of_word;
  guint32 *noun_of_word;
  guint32 *quotation;
  guint32 *sentence;
} CptClues;

/* No noun has all classes. */
#define CPT_CLUES_NOT_ASKED G_MAXUINT32

CptClues *cpt_clues_new (const CptReading *reading);
void cpt_clues_free (CptClues *self);
guint32 cpt_clues_get_noun (const CptClues *self, guint token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptClues, cpt_clues_free)

static inline guint32
cpt_clues_at (const CptClues *self, guint token)
{
  guint32 word = self->reading->tokens[token].word;

  return word == CPT_NO_WORD ? 0 : self->of_word[word];
}

static inline gboolean
cpt_clues_is_mark (const CptClues *self, guint token, gunichar mark)
{
  return self->reading->tokens[token].kind == CPT_TOKEN_MARK && self->reading->tokens[token].first == mark;
}

G_END_DECLS
