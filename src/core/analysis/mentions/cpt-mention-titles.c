// SPDX-License-Identifier: GPL-3.0-or-later
// Offices and bodies: "deputy foreign minister", "Ministry of Defence". Room: core/analysis/mentions; finds no names.
#include "cpt-mention-phrases.h"

#define MAX_TITLE_TOKENS 12
#define MAX_UNKNOWN_WORDS 3

typedef struct
{
  const CptMentionFinder *finder;
  CptTitleWords *title;
  guint at;
  guint n_unknown;
  gboolean after_owner;
  gboolean bare_country;
  gboolean in_complement; /* after "of": "chief of the general staff" */
} TitleScanner;

static const CptToken *
get_token (const CptMentionFinder *self, guint token)
{
  return &self->text.reading->tokens[token];
}

/* Whether @token is @mark without blanks around it, as in "ex-NATO". */
gboolean
cpt_mention_is_glued_mark (const CptMentionFinder *self, guint token, gunichar mark)
{
  return token > 0 && token + 1 < self->text.reading->n_tokens && get_token (self, token)->first == mark
         && get_token (self, token)->kind == CPT_TOKEN_MARK
         && !((get_token (self, token)->flags | get_token (self, token + 1)->flags) & CPT_TOKEN_SPACE_BEFORE);
}

static gboolean
has_head (const TitleScanner *scanner)
{
  return scanner->title->head != CPT_NO_WORD;
}

/* In English the last word is the head ("deputy minister"), in Russian and Ukrainian the first ("помощник министра").
   "Opposition" takes the belonging away from any head, an occupation only when it is the head itself. */
static void
take_head (TitleScanner *scanner, guint flags)
{
  CptTitleWords *title = scanner->title;
  const CptToken *token = get_token (scanner->finder, scanner->at);
  gboolean cyrillic = token->first >= 0x400 && token->first < 0x500;
  gboolean after_outsider = has_head (scanner) && title->flags & CPT_WORD_OUTSIDER && !(title->flags & CPT_WORD_MODIFIER);

  if (cyrillic && after_outsider && !scanner->after_owner)
    {
      title->begin = scanner->at;
      title->head = CPT_NO_WORD;
    }
  if (!scanner->in_complement && !(cyrillic && has_head (scanner)))
    {
      gboolean opposed = (title->flags & (CPT_WORD_OUTSIDER | CPT_WORD_MODIFIER)) == (CPT_WORD_OUTSIDER | CPT_WORD_MODIFIER);

      title->head = token->word;
      title->outsider = (flags & CPT_WORD_OUTSIDER) != 0 || (opposed && title->outsider);
      title->flags = flags | (opposed ? CPT_WORD_OUTSIDER | CPT_WORD_MODIFIER : 0);
    }
  title->end = ++scanner->at;
}

/* "of the general staff", "of foreign affairs": goes on when an office's words follow, not when a country does. */
static gboolean
take_of (TitleScanner *scanner)
{
  const CptMentionFinder *finder = scanner->finder;
  guint next = scanner->at + 1;
  CptNameMatch match;

  if (!has_head (scanner) || scanner->title->end != scanner->at)
    return FALSE;
  if (cpt_indexed_text_flags (&finder->text, next) & CPT_WORD_ARTICLE)
    next++;
  if (!(cpt_indexed_text_flags (&finder->text, next) & (CPT_WORD_MODIFIER | CPT_WORD_OFFICE_PART | CPT_WORD_BODY_HEAD))
      || cpt_actor_index_match (finder->index, &finder->text, next, &match))
    return FALSE;
  scanner->in_complement = TRUE;
  scanner->at = next;
  return TRUE;
}

/* Before the head: other countries and bodies ("UN ambassador"), unknown capitalised words ("Emergencies Ministry"), and
   one that is not ("fisheries minister"). */
static gboolean
take_unknown (TitleScanner *scanner, guint flags)
{
  const CptMentionFinder *finder = scanner->finder;
  const CptToken *token = get_token (finder, scanner->at);
  CptNameMatch match;

  if (has_head (scanner) || !scanner->after_owner)
    return FALSE;
  if (cpt_actor_index_match (finder->index, &finder->text, scanner->at, &match))
    {
      if (cpt_actor_index_get_actor (finder->index, match.actor)->kind == CPT_ACTOR_PERSON)
        return FALSE;
      scanner->at = match.end;
      if (scanner->at < finder->text.reading->n_tokens && get_token (finder, scanner->at)->kind == CPT_TOKEN_CLITIC)
        scanner->at++;
      return TRUE;
    }
  if (scanner->bare_country || scanner->n_unknown >= MAX_UNKNOWN_WORDS
      || flags & (CPT_WORD_FIRST_NAME | CPT_WORD_NOT_NAME | CPT_WORD_SAYING))
    return FALSE;
  if (!(token->flags & CPT_TOKEN_CAPITALISED)
      && !(cpt_indexed_text_flags (&finder->text, scanner->at + 1) & (CPT_WORD_PERSON_HEAD | CPT_WORD_GROUP_HEAD)))
    return FALSE;
  scanner->n_unknown++;
  scanner->at++;
  return TRUE;
}

/* "foreign and defence ministers" */
static gboolean
is_joined_modifier (const TitleScanner *scanner)
{
  return scanner->at > scanner->title->begin
         && cpt_indexed_text_flags (&scanner->finder->text, scanner->at - 1) & CPT_WORD_MODIFIER
         && cpt_indexed_text_flags (&scanner->finder->text, scanner->at + 1) & CPT_WORD_MODIFIER;
}

/* A head that the next word makes an adjective of ("government-backed") or that is a verb ("Russia forces ..."). */
static gboolean
is_head (const TitleScanner *scanner, guint flags)
{
  return flags & CPT_WORD_HEAD && !(scanner->bare_country && flags & CPT_WORD_VERB_TOO)
         && !(cpt_mention_is_glued_mark (scanner->finder, scanner->at + 1, '-')
              && !(cpt_indexed_text_flags (&scanner->finder->text, scanner->at + 2) & CPT_WORD_HEAD));
}

static gboolean
take_word (TitleScanner *scanner)
{
  const CptToken *token = get_token (scanner->finder, scanner->at);
  guint flags = cpt_indexed_text_flags (&scanner->finder->text, scanner->at);

  if (flags & CPT_WORD_FORMER)
    scanner->title->former = TRUE;
  if (is_head (scanner, flags))
    take_head (scanner, flags);
  else if (scanner->in_complement && flags & CPT_WORD_OFFICE_PART)
    scanner->title->end = ++scanner->at;
  else if (flags & (CPT_WORD_MODIFIER | CPT_WORD_FORMER))
    scanner->at++;
  else if (flags & CPT_WORD_AND)
    return is_joined_modifier (scanner) && ++scanner->at > 0;
  else if (flags & CPT_WORD_OF)
    return take_of (scanner);
  else if (token->kind == CPT_TOKEN_CLITIC)
    return scanner->title->end == scanner->at++ && has_head (scanner);
  else if (cpt_mention_is_glued_mark (scanner->finder, scanner->at, '-'))
    scanner->at++;
  else if (token->kind == CPT_TOKEN_WORD)
    return take_unknown (scanner, flags);
  else
    return FALSE;
  return TRUE;
}

/**
 * cpt_mention_scan_title:
 * @token: where it may begin
 * @after_owner: whether a country or a body stands before it, which lets unknown capitalised words into it
 * @bare_country: whether that is a country without an ending ("Russia forces"), after which some words are verbs
 * @title: (out): its words
 *
 * Returns: whether an office or a body is named there
 *
 * Cost: bounded.
 */
gboolean
cpt_mention_scan_title (const CptMentionFinder *self, guint token, gboolean after_owner, gboolean bare_country,
                        CptTitleWords *title)
{
  TitleScanner scanner = { self, title, token, 0, after_owner, bare_country, FALSE };
  guint end = MIN (token + MAX_TITLE_TOKENS, self->text.reading->n_tokens);

  *title = (CptTitleWords){ token, token, CPT_NO_WORD, 0, FALSE, FALSE };
  while (scanner.at < end)
    {
      if (scanner.at > token && get_token (self, scanner.at)->flags & CPT_TOKEN_PARAGRAPH_BEFORE)
        break;
      if (!take_word (&scanner))
        break;
    }
  return has_head (&scanner);
}
