// SPDX-License-Identifier: GPL-3.0-or-later
// Which words around a name belong to its mention, and whose account they give. Room: core/analysis/mentions; keeps one
// pass over the tokens, looking a bounded way ahead.
#include "cpt-mention-phrases.h"

#include <string.h>

#define ROLE_WINDOW_DRAFTS 40
#define MAX_NAME_PARTS 4
#define MAX_APPOSITION_WORDS 4

static const CptToken *
get_token (const CptMentionFinder *self, guint token)
{
  return &self->text.reading->tokens[token];
}

static guint
get_flags (const CptMentionFinder *self, guint token)
{
  return cpt_indexed_text_flags (&self->text, token);
}

static gboolean
match_name (const CptMentionFinder *self, guint token, CptNameMatch *match)
{
  return cpt_actor_index_match (self->index, &self->text, token, match);
}

static const CptActor *
get_actor (const CptMentionFinder *self, int actor)
{
  return cpt_actor_index_get_actor (self->index, actor);
}

/* "Pavel" is a surname of the profile, but in "Pavel Sidorov" it is not. */
static gboolean
is_used_as_first_name (const CptMentionFinder *self, const CptNameMatch *match)
{
  CptNameWords name;

  return match->end - match->begin == 1 && get_flags (self, match->begin) & CPT_WORD_FIRST_NAME
         && cpt_people_scan_name (&self->people, match->begin, 2, &name) && name.end > match->end;
}

static gboolean
match_person (const CptMentionFinder *self, guint token, CptNameMatch *match)
{
  return match_name (self, token, match) && get_actor (self, match->actor)->kind == CPT_ACTOR_PERSON
         && !is_used_as_first_name (self, match);
}

static gboolean
is_mark (const CptMentionFinder *self, guint token, gunichar mark)
{
  return token < self->text.reading->n_tokens && get_token (self, token)->kind == CPT_TOKEN_MARK
         && get_token (self, token)->first == mark;
}

static guint
skip_article (const CptMentionFinder *self, guint token)
{
  return get_flags (self, token) & CPT_WORD_ARTICLE ? token + 1 : token;
}

static int
get_match_side (const CptMentionFinder *self, const CptNameMatch *match)
{
  return match->in_period ? get_actor (self, match->actor)->side : CPT_NO_SIDE;
}

static CptMentionDraft
make_draft (guint begin, guint end, CptActorKind kind, float confidence, const char *rule)
{
  return (CptMentionDraft){ .begin = begin,
                            .end = end,
                            .actor = -1,
                            .person = -1,
                            .side = CPT_NO_SIDE,
                            .owner = -1,
                            .head = CPT_NO_WORD,
                            .kind = kind,
                            .confidence = confidence,
                            .rule = rule,
                            .words = { begin, end } };
}

static CptMentionDraft *
get_last_draft (const CptMentionFinder *self)
{
  return self->drafts->len > 0 ? &g_array_index (self->drafts, CptMentionDraft, self->drafts->len - 1) : NULL;
}

/* Words before a phrase ("former") are taken unless the mention before has them. */
static guint
add_draft (CptMentionFinder *self, CptMentionDraft *draft)
{
  const CptMentionDraft *last = get_last_draft (self);

  if (last != NULL)
    draft->begin = MAX (draft->begin, last->end);
  g_array_append_val (self->drafts, *draft);
  return draft->end;
}

/* --- what takes belonging away --- */

/* "ex-", "pro-", "anti-" glued before @token, or "former" before it; @begin is moved over them. */
static gboolean
take_negation (const CptMentionFinder *self, guint token, guint *begin)
{
  *begin = token;
  if (token >= 2 && cpt_mention_is_glued_mark (self, token - 1, '-') && get_flags (self, token - 2) & CPT_WORD_PREFIX)
    {
      *begin = token - 2;
      return TRUE;
    }
  if (token >= 1 && get_flags (self, token - 1) & CPT_WORD_FORMER)
    {
      *begin = token - 1;
      return TRUE;
    }
  return FALSE;
}

/* "Moscow-based", "US-led": the name only describes what follows. "NATO-Russia" is two names. */
static gboolean
is_compound (const CptMentionFinder *self, guint end)
{
  CptNameMatch match;

  return cpt_mention_is_glued_mark (self, end, '-') && !match_name (self, end + 1, &match)
         && !(get_token (self, end + 1)->flags & CPT_TOKEN_CAPITALISED);
}

/* --- names after an office --- */

static gboolean
has_blank (const CptMentionFinder *self, CptNameWords name)
{
  for (guint i = name.begin + 1; i < name.end; i++)
    if (get_token (self, i)->flags & CPT_TOKEN_SPACE_BEFORE)
      return TRUE;
  return FALSE;
}

/* "Wladimir Putin" and "Antony J. Blinken" are whom the profile knows; "Anna Lavrova" and "Ivan Lavrov" are not Sergei
   Lavrov: the first letters tell. */
static gboolean
is_spelling_of (const CptMentionFinder *self, CptNameWords name, CptNameMatch *match)
{
  const char *first = cpt_reading_get_word (self->text.reading, name.begin);
  const CptActor *actor;
  g_autofree char *folded = NULL;

  if (!has_blank (self, name) || !match_person (self, name.end - 1, match) || match->end != name.end)
    return FALSE;
  actor = get_actor (self, match->actor);
  folded = g_utf8_strdown (actor->name, -1);
  match->begin = name.begin;
  return *folded == *first || (strchr ("vw", *folded) != NULL && strchr ("vw", *first) != NULL);
}

/* The name that follows an office: of a person of the profile, or of @max_words capitalised words. */
static int
take_following_name (CptMentionFinder *self, guint token, guint min_words, guint *end)
{
  CptNameMatch match;
  CptNameWords name;

  if (token >= self->text.reading->n_tokens || get_token (self, token)->flags & CPT_TOKEN_PARAGRAPH_BEFORE)
    return -1;
  if (match_person (self, token, &match))
    {
      *end = match.end;
      return cpt_people_add_actor (&self->people, &match);
    }
  if (!cpt_people_scan_name (&self->people, token, MAX_NAME_PARTS, &name) || (min_words > 1 && !has_blank (self, name)))
    return -1;
  *end = name.end;
  return is_spelling_of (self, name, &match) ? cpt_people_add_actor (&self->people, &match)
                                             : cpt_people_add_unknown (&self->people, name);
}

/* "ambassador to Russia Lynne Tracy": an area between office and name. */
static int
take_name_after_area (CptMentionFinder *self, guint token, guint *end)
{
  CptNameMatch match;
  CptTitleWords title;
  guint at = skip_article (self, token + 1);

  if (!(get_flags (self, token) & (CPT_WORD_TO_PLACE | CPT_WORD_IN_PLACE | CPT_WORD_OF)) || !match_name (self, at, &match))
    return -1;
  at = match.end;
  if (cpt_mention_scan_title (self, at, TRUE, TRUE, &title))
    at = title.end;
  return take_following_name (self, at, 2, end);
}

static void
remember_office (CptMentionFinder *self, int person, int owner, guint32 head)
{
  CptPerson *data = cpt_people_get (&self->people, person);

  if (owner >= 0)
    data->owner = owner;
  if (head != CPT_NO_WORD)
    data->head = head;
}

static gboolean
ends_in_word (const char *phrase, const char *word)
{
  const char *last = strrchr (phrase, ' ');

  return strcmp (phrase, word) == 0 || (last != NULL && strcmp (last + 1, word) == 0);
}

/* Whether the profile's person is known by the office @head before all others: "former president" says little about
   somebody who heads a council now. */
static gboolean
is_main_role (const CptMentionFinder *self, const CptPerson *person, guint32 head)
{
  const char *const *roles = person->actor >= 0 ? get_actor (self, person->actor)->roles : NULL;

  return roles != NULL && roles[0] != NULL && head != CPT_NO_WORD
         && ends_in_word (roles[0], cpt_tokens_get_word (self->text.reading->token_table, head));
}

/* Who led a state or an alliance goes on speaking for it; who advised or commanded does not. */
static gboolean
outlasts_term (const CptActor *actor)
{
  static const char *const leaders[] = { "president", "vice president", "prime minister", "chancellor",
                                         "secretary general", NULL };

  return actor->until == CPT_DAY_NONE && g_strv_contains (leaders, actor->roles[0]);
}

/* Whether the article says of @person that an office was held or is held, as far as it matters for the side. */
static void
note_term (CptMentionFinder *self, int person, const CptTitleWords *title)
{
  CptPerson *data = cpt_people_get (&self->people, person);

  if (!title->former)
    data->in_office |= !title->outsider;
  else if (is_main_role (self, data, title->head))
    data->out_of_office |= !outlasts_term (get_actor (self, data->actor));
}

static CptGender
get_title_gender (guint flags)
{
  if (flags & CPT_WORD_FEMALE)
    return CPT_GENDER_FEMALE;
  return flags & CPT_WORD_MALE ? CPT_GENDER_MALE : CPT_GENDER_UNKNOWN;
}

static void
offer_gender (CptMentionFinder *self, int person, CptGender gender)
{
  CptPerson *data = cpt_people_get (&self->people, person);

  if (data->gender == CPT_GENDER_UNKNOWN)
    data->gender = gender;
}

/* --- offices that stand for somebody named before --- */

static gboolean
is_country_word (const CptActor *actor)
{
  return actor->kind == CPT_ACTOR_COUNTRY || actor->kind == CPT_ACTOR_DEMONYM;
}

/* "Russian" and "Russia", "Ukrainian" and "Ukraine": one country, by the letters that they begin with. */
static gboolean
is_same_owner (const CptMentionFinder *self, int a, int b)
{
  const CptActor *first, *second;

  if (a < 0 || b < 0)
    return FALSE;
  if (a == b)
    return TRUE;
  first = get_actor (self, a);
  second = get_actor (self, b);
  return is_country_word (first) && is_country_word (second) && first->side == second->side
         && strncmp (first->name, second->name, 3) == 0;
}

static gboolean
has_role (const CptMentionFinder *self, int actor, const char *head)
{
  const char *const *roles = actor >= 0 ? get_actor (self, actor)->roles : NULL;

  for (guint i = 0; roles != NULL && roles[i] != NULL; i++)
    if (ends_in_word (roles[i], head) || (strcmp (head, "pm") == 0 && strcmp (roles[i], "prime minister") == 0))
      return TRUE;
  return FALSE;
}

/* The same word, or "NATO leader" for the secretary general, "Kremlin chief" for the president. */
static gboolean
is_same_office (const CptMentionFinder *self, guint32 held, guint32 named)
{
  if (held == CPT_NO_WORD || held == named)
    return held == named;
  return self->text.words[named].flags & CPT_WORD_ANY_LEADER && self->text.words[held].flags & CPT_WORD_LEADER;
}

/* Whether the person of @draft has the office @title of @owner, by what the article said or by the profile. */
static gboolean
person_holds (const CptMentionFinder *self, const CptMentionDraft *draft, const CptTitleWords *title, int owner)
{
  const CptPerson *person = cpt_people_get (&self->people, draft->person);
  const char *head = cpt_tokens_get_word (self->text.reading->token_table, title->head);

  if (owner < 0)
    return person->head == title->head || has_role (self, person->actor, head);
  if (is_same_office (self, person->head, title->head) && is_same_owner (self, owner, person->owner))
    return TRUE;
  return person->actor >= 0 && person->side == get_actor (self, owner)->side
         && get_actor (self, owner)->kind != CPT_ACTOR_ORGANISATION
         && cpt_actor_index_is_one_country (self->index, person->side)
         && (has_role (self, person->actor, head)
             || (strcmp (head, "leader") == 0 && has_role (self, person->actor, "president")));
}

/* Makes @holder what "the alliance" or "the ministry" stands for, when @draft names it. */
static gboolean
body_holds (const CptMentionFinder *self, const CptMentionDraft *draft, const CptTitleWords *title,
            CptMentionDraft *holder)
{
  const char *head = cpt_tokens_get_word (self->text.reading->token_table, title->head);

  *holder = *draft;
  if (draft->person < 0
      && ((draft->head == title->head && draft->owner >= 0) || has_role (self, draft->actor, head)))
    return TRUE;
  if (draft->owner < 0 || !has_role (self, draft->owner, head) || title->flags & CPT_WORD_PERSON_HEAD)
    return FALSE;
  holder->actor = draft->owner;
  holder->person = -1;
  holder->side = get_actor (self, draft->owner)->side;
  holder->kind = get_actor (self, draft->owner)->kind;
  return TRUE;
}

/* The last mention that can be meant by the office or body @title, of @owner or of anybody (-1). */
static gboolean
find_holder (const CptMentionFinder *self, const CptTitleWords *title, int owner, CptMentionDraft *holder)
{
  guint begin = self->drafts->len > ROLE_WINDOW_DRAFTS ? self->drafts->len - ROLE_WINDOW_DRAFTS : 0;

  for (guint i = self->drafts->len; i > begin; i--)
    {
      const CptMentionDraft *draft = &g_array_index (self->drafts, CptMentionDraft, i - 1);

      if (draft->person >= 0 && person_holds (self, draft, title, owner))
        {
          *holder = *draft;
          return TRUE;
        }
      if (owner < 0 && body_holds (self, draft, title, holder))
        return TRUE;
    }
  return FALSE;
}

/* Whether "the" stands before the phrase, or before the "former" in front of it. */
static gboolean
is_definite (const CptMentionFinder *self, guint token)
{
  take_negation (self, token, &token);
  if (token > 1 && get_token (self, token - 1)->kind == CPT_TOKEN_WORD && get_flags (self, token - 1) == 0
      && !(get_token (self, token - 1)->flags & CPT_TOKEN_CAPITALISED))
    token--; /* "the grain minister" */
  return token > 0 && strcmp (cpt_reading_get_word (self->text.reading, token - 1), "the") == 0;
}

/* "the minister", "the alliance": the last one named that is a minister or an alliance. */
static guint
take_role (CptMentionFinder *self, const CptTitleWords *title)
{
  CptMentionDraft holder;
  CptMentionDraft draft = make_draft (title->begin, title->end, CPT_ACTOR_OFFICE, 0.5f, "role");

  if (!is_definite (self, title->begin) || title->outsider || title->flags & CPT_WORD_GROUP_HEAD
      || !find_holder (self, title, -1, &holder))
    return title->end;
  if (title->former && holder.person < 0)
    return title->end;
  if (title->former)
    note_term (self, holder.person, title);
  draft.actor = holder.actor;
  draft.person = holder.person;
  draft.side = holder.side;
  draft.kind = holder.kind;
  draft.words = holder.words;
  return add_draft (self, &draft);
}

/* --- apposition --- */

/* "Ivan Petrov, chief operations director of the ...", "Ivan Petrov, an adviser to ...": where the apposition begins whose
   last office stands at @token, when that is @after a name and a comma. */
static guint
skip_apposition_back (const CptMentionFinder *self, guint token, guint after)
{
  guint begin = after + 1;
  guint first = skip_article (self, begin);

  if (begin > token || token - begin > MAX_APPOSITION_WORDS || get_token (self, token)->flags & CPT_TOKEN_PARAGRAPH_BEFORE)
    return token;
  if (first < token && !(get_flags (self, first) & (CPT_WORD_HEAD | CPT_WORD_MODIFIER)))
    return token;
  for (guint i = begin; i < token; i++)
    if (get_token (self, i)->kind != CPT_TOKEN_WORD
        || get_flags (self, i) & (CPT_WORD_SAYING | CPT_WORD_OUTSIDER | CPT_WORD_IN_PLACE | CPT_WORD_TO_PLACE)
        || strcmp (cpt_reading_get_word (self->text.reading, i), "on") == 0)
      return token;
  return begin;
}

/* "Ivan Petrov, a Russian deputy minister": @draft stands right after a person's name and a comma. */
static void
link_to_name_before (CptMentionFinder *self, CptMentionDraft *draft, const CptTitleWords *title)
{
  const CptMentionDraft *last = get_last_draft (self);
  guint at = draft->begin;

  if (last == NULL || last->person < 0)
    return;
  at = skip_apposition_back (self, at, last->end);
  if (at == 0 || !is_mark (self, at - 1, ',') || last->end != at - 1)
    return;
  draft->person = last->person;
  cpt_people_offer_side (&self->people, last->person, draft->side, 0.85f);
  note_term (self, last->person, title);
  remember_office (self, last->person, draft->owner, draft->head);
}

/* "The president of Hungary, Anna Kovács," */
static int
take_name_after_comma (CptMentionFinder *self, guint token)
{
  guint end;
  CptNameWords name;
  CptNameMatch match;

  if (!is_mark (self, token, ','))
    return -1;
  if (!match_person (self, token + 1, &match)
      && !(cpt_people_scan_name (&self->people, token + 1, MAX_NAME_PARTS, &name)
           && get_flags (self, token + 1) & CPT_WORD_FIRST_NAME && has_blank (self, name)))
    return -1;
  return take_following_name (self, token + 1, 1, &end);
}

/* --- phrases with an owner: "Russian deputy minister Ivan Petrov" --- */

static CptActorKind
get_title_kind (guint flags)
{
  if (flags & CPT_WORD_GROUP_HEAD)
    return CPT_ACTOR_GROUP;
  return flags & CPT_WORD_BODY_HEAD && !(flags & CPT_WORD_PERSON_HEAD) ? CPT_ACTOR_ORGANISATION : CPT_ACTOR_OFFICE;
}

/* Settles @draft, which has an owner and an office, once its name (or none) is known. */
static guint
finish_office (CptMentionFinder *self, CptMentionDraft *draft, const CptTitleWords *title, int person)
{
  if (person < 0 && title->flags & CPT_WORD_PERSON_HEAD && !title->outsider && !title->former)
    {
      CptMentionDraft holder;

      draft->person = take_name_after_comma (self, draft->end);
      if (draft->person < 0 && find_holder (self, title, draft->owner, &holder))
        draft->person = holder.person;
    }
  else if (person >= 0)
    {
      draft->person = person;
      draft->kind = CPT_ACTOR_PERSON;
      draft->rule = "title-and-name";
      draft->confidence = 0.95f;
    }
  if (draft->person < 0)
    link_to_name_before (self, draft, title);
  else
    {
      cpt_people_offer_side (&self->people, draft->person, draft->side, 0.9f);
      offer_gender (self, draft->person, get_title_gender (title->flags));
      note_term (self, draft->person, title);
      if (!title->former)
        remember_office (self, draft->person, draft->owner, draft->head);
    }
  return add_draft (self, draft);
}

static int
take_office_name (CptMentionFinder *self, const CptTitleWords *title, guint token, guint *end)
{
  CptNameMatch match;
  int person = -1;

  *end = token;
  if (title->flags & CPT_WORD_GROUP_HEAD)
    return -1;
  if (title->flags & (CPT_WORD_PERSON_HEAD | CPT_WORD_OUTSIDER) || match_person (self, token, &match))
    person = take_following_name (self, token, title->outsider ? 2 : 1, end);
  return person >= 0 ? person : take_name_after_area (self, token, end);
}

static gboolean
is_bare_country (const CptMentionFinder *self, const CptNameMatch *match)
{
  const CptActor *actor = get_actor (self, match->actor);

  return actor->kind == CPT_ACTOR_COUNTRY
         && !(get_token (self, match->begin)->flags & CPT_TOKEN_ALL_CAPS);
}

/* In Russian and Ukrainian only an adjective stands before what it owns: "российский министр", but "министр России". */
static gboolean
can_precede_office (const CptMentionFinder *self, const CptNameMatch *match)
{
  gunichar first = get_token (self, match->begin)->first;

  return first < 0x400 || first >= 0x500 || get_actor (self, match->actor)->kind == CPT_ACTOR_DEMONYM;
}

/* "Russian officials", "Russia's UN ambassador Ivan Petrov", "Kremlin critic"; %FALSE when no office follows. */
static gboolean
take_owner_phrase (CptMentionFinder *self, const CptNameMatch *match, guint *end)
{
  gboolean possessive = match->end < self->text.reading->n_tokens && get_token (self, match->end)->kind == CPT_TOKEN_CLITIC;
  gboolean possessive_s = is_mark (self, match->end, '\'') || is_mark (self, match->end, 0x2019);
  gboolean bare = !possessive && !possessive_s && is_bare_country (self, match);
  CptTitleWords title;
  CptMentionDraft draft;
  gboolean negated;
  int person;

  if (!can_precede_office (self, match)
      || !cpt_mention_scan_title (self, match->end + (possessive || possessive_s), TRUE, bare, &title))
    return FALSE;
  draft = make_draft (match->begin, title.end, get_title_kind (title.flags), 0.85f, "owner-and-title");
  title.former |= take_negation (self, match->begin, &draft.begin);
  negated = title.former || title.outsider;
  draft.side = negated ? CPT_NO_SIDE : get_match_side (self, match);
  draft.owner = match->actor;
  draft.head = title.head;
  person = take_office_name (self, &title, title.end, &draft.end);
  draft.end = MAX (draft.end, title.end);
  draft.words = (CptNameWords){ draft.begin, title.end };
  if (negated)
    draft.rule = title.outsider ? "outsider" : "no-longer";
  *end = finish_office (self, &draft, &title, person);
  return TRUE;
}

/* --- plain names --- */

static gboolean
is_dateline (const CptMentionFinder *self, const CptNameMatch *match)
{
  const CptToken *token = get_token (self, match->begin);

  return token->flags & CPT_TOKEN_PARAGRAPH_BEFORE && token->flags & CPT_TOKEN_ALL_CAPS
         && match->end < self->text.reading->n_tokens && get_token (self, match->end)->kind == CPT_TOKEN_MARK;
}

/* "in Russia", "eastern Ukraine", "Moscow region", "Kyiv, Ukraine": a place rather than a government. */
static float
get_place_confidence (const CptMentionFinder *self, const CptNameMatch *match, const char **rule)
{
  gboolean is_country = get_actor (self, match->actor)->kind == CPT_ACTOR_COUNTRY;
  guint before = match->begin > 0 ? get_flags (self, match->begin - 1) : 0;
  CptNameMatch country;

  if (before & CPT_WORD_ARTICLE && match->begin > 1)
    before = get_flags (self, match->begin - 2);
  *rule = "place";
  if (match->end < self->text.reading->n_tokens && get_token (self, match->end)->kind == CPT_TOKEN_CLITIC)
    before = 0; /* "from Norland's ministry" */
  if (before & (CPT_WORD_IN_PLACE | CPT_WORD_DIRECTION) || get_flags (self, match->end) & CPT_WORD_PLACE_NOUN
      || is_dateline (self, match))
    return 0.2f;
  if (!is_country && is_mark (self, match->end, ',') && match_name (self, match->end + 1, &country)
      && get_actor (self, country.actor)->kind == CPT_ACTOR_COUNTRY)
    return 0.2f;
  if (before & CPT_WORD_TO_PLACE)
    return 0.4f;
  *rule = is_country ? "country" : "capital";
  return is_country ? 0.6f : 0.7f;
}

static guint
take_plain (CptMentionFinder *self, const CptNameMatch *match)
{
  const CptActor *actor = get_actor (self, match->actor);
  CptMentionDraft draft = make_draft (match->begin, match->end, actor->kind, 0.9f, "actor");

  draft.actor = match->actor;
  draft.side = get_match_side (self, match);
  if (actor->kind == CPT_ACTOR_COUNTRY || actor->kind == CPT_ACTOR_CAPITAL)
    draft.confidence = get_place_confidence (self, match, &draft.rule);
  if (take_negation (self, match->begin, &draft.begin))
    {
      draft.side = CPT_NO_SIDE;
      draft.rule = "no-longer";
      draft.actor = -1;
      draft.words.begin = draft.begin;
    }
  return add_draft (self, &draft);
}

/* The word of the office itself; the full stop of "Sen." is none. */
static guint32
get_last_word (const CptMentionFinder *self, const CptNameMatch *match)
{
  guint token = match->end - 1;

  while (token > match->begin && get_token (self, token)->word == CPT_NO_WORD)
    token--;
  return get_token (self, token)->word;
}

static guint
take_office_actor (CptMentionFinder *self, const CptNameMatch *match)
{
  CptMentionDraft draft = make_draft (match->begin, match->end, CPT_ACTOR_OFFICE, 0.85f, "office");
  CptTitleWords title = { match->begin, match->end, get_last_word (self, match), CPT_WORD_PERSON_HEAD };
  /* "Senator Marsh", but a leader and a capitalised word may be two things: "Russian president May Day". */
  gboolean is_title = get_last_word (self, match) == get_token (self, match->begin)->word;
  int person = take_following_name (self, match->end, is_title ? 1 : 2, &draft.end);

  draft.owner = match->inner >= 0 ? match->inner : match->actor;
  draft.head = title.head;
  draft.side = take_negation (self, match->begin, &draft.begin) ? CPT_NO_SIDE : get_match_side (self, match);
  title.former = draft.begin < match->begin;
  draft.actor = title.former ? -1 : match->actor;
  return finish_office (self, &draft, &title, person);
}

static guint
take_person (CptMentionFinder *self, const CptNameMatch *match)
{
  CptMentionDraft draft = make_draft (match->begin, match->end, CPT_ACTOR_PERSON, 0.97f, "person");

  if (match->end - match->begin == 1)
    draft.confidence = 0.9f;
  draft.actor = match->actor;
  draft.person = cpt_people_add_actor (&self->people, match);
  return add_draft (self, &draft);
}

/* "The Russians" may be meant as their state, "ordinary Russians" and "Russians who" are people. */
static gboolean
stands_for_state (const CptMentionFinder *self, const CptNameMatch *match)
{
  return is_definite (self, match->begin) && match->end < self->text.reading->n_tokens
         && strcmp (cpt_reading_get_word (self->text.reading, match->end), "who") != 0;
}

/* "Russians say": the people. */
static guint
take_demonym (CptMentionFinder *self, const CptNameMatch *match)
{
  const char *word = cpt_reading_get_word (self->text.reading, match->end - 1);
  CptMentionDraft draft = make_draft (match->begin, match->end, CPT_ACTOR_GROUP, 0.4f, "people");
  CptNameMatch other;
  guint end;

  draft.side = stands_for_state (self, match) ? get_match_side (self, match) : CPT_NO_SIDE;
  if (get_flags (self, match->end) & CPT_WORD_AND && match_name (self, match->end + 1, &other)
      && get_actor (self, other.actor)->kind == CPT_ACTOR_DEMONYM && take_owner_phrase (self, &other, &end))
    {
      draft.side = get_match_side (self, match);
      draft.confidence = 0.7f;
      draft.rule = "joined-demonym";
      g_array_insert_val (self->drafts, self->drafts->len - 1, draft);
      return end;
    }
  if (g_str_has_suffix (word, "ans") || g_str_has_suffix (word, "яне"))
    return add_draft (self, &draft);
  return match->end;
}

/* --- phrases that begin with an office --- */

/* "mayor of Kharkiv, ...": a place's name rather than an adjective of what follows. */
static gboolean
stands_alone (const CptMentionFinder *self, guint token)
{
  const guint32 after_names = CPT_WORD_SAYING | CPT_WORD_FIRST_NAME;

  return token >= self->text.reading->n_tokens || get_token (self, token)->kind != CPT_TOKEN_WORD
         || get_token (self, token)->flags & CPT_TOKEN_PARAGRAPH_BEFORE || get_flags (self, token) & after_names;
}

static gboolean
is_helper (const CptMentionFinder *self, const CptTitleWords *title)
{
  static const char *const helpers[] = { "adviser", "advisor", "aide", "advisers", "advisors", "aides", "assistant", NULL };

  return title->head != CPT_NO_WORD
         && g_strv_contains (helpers, cpt_tokens_get_word (self->text.reading->token_table, title->head));
}

/* "adviser to the head of the Ukrainian president's office", "aide to Putin": whose helper it is. */
static gboolean
take_helped (CptMentionFinder *self, guint token, CptNameMatch *match, guint *end)
{
  CptTitleWords title;
  guint at = token;

  if (cpt_mention_scan_title (self, at, FALSE, FALSE, &title) && get_flags (self, title.end) & CPT_WORD_OF)
    at = skip_article (self, title.end + 1);
  if (at < self->text.reading->n_tokens && (get_token (self, at)->first == '"' || get_token (self, at)->first == 0x201c))
    at++;
  if (!match_name (self, at, match) || is_compound (self, match->end))
    return FALSE;
  *end = match->end;
  return TRUE;
}

/* "of Russia", "for the Russian Security Council"; in Russian and Ukrainian the owner follows at once. */
static gboolean
take_owner_after (CptMentionFinder *self, const CptTitleWords *of, guint token, CptNameMatch *match, guint *end)
{
  CptTitleWords title;
  guint at = token;

  if (token >= self->text.reading->n_tokens)
    return FALSE;
  if (get_flags (self, token) & CPT_WORD_OF)
    at = skip_article (self, token + 1);
  else if (is_helper (self, of) && get_flags (self, token) & CPT_WORD_TO_PLACE)
    return take_helped (self, skip_article (self, token + 1), match, end);
  else if (!(get_token (self, token)->first >= 0x400 && get_token (self, token)->first < 0x500))
    return FALSE;
  if (!match_name (self, at, match) || get_actor (self, match->actor)->kind == CPT_ACTOR_PERSON
      || is_compound (self, match->end))
    return FALSE;
  *end = match->end;
  if (cpt_mention_scan_title (self, match->end, TRUE, TRUE, &title))
    *end = title.end;
  else if (get_flags (self, *end) & CPT_WORD_PLACE_NOUN)
    *end += 1;
  else if (get_actor (self, match->actor)->kind == CPT_ACTOR_DEMONYM)
    return stands_alone (self, match->end);
  return TRUE;
}

static guint
take_title_of_owner (CptMentionFinder *self, const CptTitleWords *title, const CptNameMatch *owner, guint end)
{
  CptMentionDraft draft = make_draft (title->begin, end, get_title_kind (title->flags), 0.85f, "title-of-owner");
  guint before;
  int person;

  draft.owner = owner->actor;
  draft.head = title->head;
  take_negation (self, title->begin, &before);
  draft.side = title->former || title->outsider ? CPT_NO_SIDE : get_match_side (self, owner);
  draft.begin = before;
  draft.words.begin = before;
  person = take_office_name (self, title, end, &draft.end);
  draft.end = MAX (draft.end, end);
  return finish_office (self, &draft, title, person);
}

static guint
take_title_and_name (CptMentionFinder *self, const CptTitleWords *title)
{
  CptMentionDraft draft = make_draft (title->begin, title->end, CPT_ACTOR_PERSON, 0.8f, "title-and-name");
  gboolean capitalised = (get_token (self, title->end - 1)->flags & CPT_TOKEN_CAPITALISED) != 0;
  guint at = title->end;

  if (is_mark (self, at, '.') && !(get_token (self, at)->flags & CPT_TOKEN_SPACE_BEFORE))
    at++;
  if (title->flags & (CPT_WORD_PERSON_HEAD | CPT_WORD_OUTSIDER))
    draft.person = take_following_name (self, at, capitalised ? 1 : 2, &draft.end);
  if (draft.person < 0)
    return take_role (self, title);
  offer_gender (self, draft.person, get_title_gender (title->flags));
  note_term (self, draft.person, title);
  if (!title->former)
    remember_office (self, draft.person, -1, title->head);
  if (title->outsider)
    cpt_people_offer_side (&self->people, draft.person, CPT_NO_SIDE, 0.8f);
  return add_draft (self, &draft);
}

static guint
take_title (CptMentionFinder *self, guint token)
{
  CptTitleWords title;
  CptNameMatch owner;
  guint end, before;

  if (!cpt_mention_scan_title (self, token, FALSE, FALSE, &title))
    return token + 1;
  title.former |= take_negation (self, title.begin, &before);
  if (take_owner_after (self, &title, title.end, &owner, &end))
    return take_title_of_owner (self, &title, &owner, end);
  return take_title_and_name (self, &title);
}

/* --- persons without an office --- */

static guint
take_honorific (CptMentionFinder *self, guint token)
{
  guint at = token + 1;
  CptMentionDraft draft = make_draft (token, at, CPT_ACTOR_PERSON, 0.8f, "honorific");

  if (is_mark (self, at, '.'))
    at++;
  draft.person = take_following_name (self, at, 1, &draft.end);
  if (draft.person < 0)
    return token + 1;
  offer_gender (self, draft.person, get_title_gender (get_flags (self, token)));
  return add_draft (self, &draft);
}

/* Two capitalised words or more: a person when the first is a given name, when they speak, or when the article goes on
   with the last word alone. */
static guint
take_bare_name (CptMentionFinder *self, guint token)
{
  CptMentionDraft draft;
  CptNameWords name;
  CptNameMatch match;
  gboolean known_first = (get_flags (self, token) & CPT_WORD_FIRST_NAME) != 0;

  if (!cpt_people_scan_name (&self->people, token, MAX_NAME_PARTS, &name) || !has_blank (self, name))
    return token + 1;
  draft = make_draft (name.begin, name.end, CPT_ACTOR_PERSON, known_first ? 0.7f : 0.5f, "name");
  if (is_spelling_of (self, name, &match))
    return take_person (self, &match);
  if (!known_first && !cpt_people_recurs (&self->people, name)
      && !(get_flags (self, name.end) & CPT_WORD_SAYING) && !(token > 0 && get_flags (self, token - 1) & CPT_WORD_SAYING))
    return token + 1;
  draft.person = cpt_people_add_unknown (&self->people, name);
  return add_draft (self, &draft);
}

static guint
take_match (CptMentionFinder *self, const CptNameMatch *match)
{
  CptActorKind kind = get_actor (self, match->actor)->kind;
  guint end;

  if (is_compound (self, match->end))
    return match->end + 2;
  if (kind == CPT_ACTOR_PERSON && is_used_as_first_name (self, match))
    return take_bare_name (self, match->begin);
  if (kind == CPT_ACTOR_OFFICE)
    return take_office_actor (self, match);
  if (kind == CPT_ACTOR_PERSON && (match->end >= self->text.reading->n_tokens
                                   || get_token (self, match->end)->kind != CPT_TOKEN_CLITIC))
    return take_person (self, match);
  if (take_owner_phrase (self, match, &end))
    return end;
  if (kind == CPT_ACTOR_PERSON)
    return take_person (self, match);
  return kind == CPT_ACTOR_DEMONYM ? take_demonym (self, match) : take_plain (self, match);
}

/**
 * cpt_mention_phrases_take:
 * @token: where a mention may begin
 *
 * Takes the mention that begins at @token, if any.
 *
 * Returns: the token to go on with, greater than @token
 */
guint
cpt_mention_phrases_take (CptMentionFinder *self, guint token)
{
  const CptToken *t = get_token (self, token);
  CptNameMatch match;
  guint flags;

  if (t->word == CPT_NO_WORD)
    return token + 1;
  if (self->text.words[t->word].key != 0 && match_name (self, token, &match))
    return take_match (self, &match);
  flags = self->text.words[t->word].flags;
  if (flags & CPT_WORD_HONORIFIC && t->flags & CPT_TOKEN_CAPITALISED)
    return take_honorific (self, token);
  if (flags & (CPT_WORD_HEAD | CPT_WORD_MODIFIER))
    return take_title (self, token);
  if (t->flags & CPT_TOKEN_CAPITALISED && !(flags & CPT_WORD_NOT_NAME))
    return take_bare_name (self, token);
  return token + 1;
}
