// SPDX-License-Identifier: GPL-3.0-or-later
// The names of a profile's actors as a trie over words. Room: core/analysis/mentions; knows no grammar.
//
// Every distinct word of a text is looked up once; after that a name is matched by comparing numbers. Most words are in
// no name and cost one comparison.
#include "cpt-actor-index.h"

#include <string.h>

/* How a word of a name must be written in the text: "US" is not "us", "West" is not "west". */
typedef enum
{
  CASE_ANY,
  CASE_CAPITAL,
  CASE_ALL_CAPS,
} CaseNeed;

typedef struct
{
  guint32 key;
  CaseNeed need;
  guint32 first_child;  /* 0: none */
  guint32 next_sibling; /* 0: none */
  guint32 first_entry;  /* 0: no name ends here */
} Node;

typedef struct
{
  int actor;
  gboolean needs_article; /* "the West" */
  guint32 next;           /* 0: none */
} Entry;

struct _CptActorIndex
{
  gatomicrefcount ref_count;
  CptProfile *profile;
  CptWordTable *words;  /* CptIndexWord *; Cyrillic words by their stem */
  GArray *nodes;        /* Node; [0] is unused */
  GArray *entries;      /* Entry; [0] is unused */
  GArray *roots;        /* by key: the first node that begins with it */
  guint32 n_keys;
  guint32 mark_keys[128];
  guint n_countries[CPT_MAX_SIDES];
};

static Node *
get_node (const CptActorIndex *self, guint32 node)
{
  return &g_array_index (self->nodes, Node, node);
}

static CptIndexWord *
ensure_word (CptActorIndex *self, const char *word, gsize length)
{
  g_autofree char *text = g_strndup (word, length);
  const CptWordKey key = cpt_word_key (text);
  gpointer *info = cpt_word_table_ensure (self->words, &key);

  if (*info == NULL)
    *info = g_new0 (CptIndexWord, 1);
  return *info;
}

static void
add_word_class (const char *word, guint flags, gpointer user_data)
{
  ensure_word (user_data, word, cpt_mention_stem_length (word, strlen (word)))->flags |= flags;
}

static gunichar
plain_mark (gunichar mark)
{
  switch (mark)
    {
    case 0x2010 ... 0x2013:
      return '-';
    case 0x2019:
    case 0x2bc:
      return '\'';
    default:
      return mark;
    }
}

static guint32
new_key (CptActorIndex *self)
{
  guint32 none = 0;

  g_array_append_val (self->roots, none);
  return ++self->n_keys;
}

static guint32
ensure_key (CptActorIndex *self, const CptTokens *table, const CptToken *token)
{
  gunichar mark = plain_mark (token->first);
  const char *word;
  CptIndexWord *info;

  if (token->word == CPT_NO_WORD)
    {
      if (mark >= G_N_ELEMENTS (self->mark_keys))
        return 0;
      if (self->mark_keys[mark] == 0)
        self->mark_keys[mark] = new_key (self);
      return self->mark_keys[mark];
    }
  word = cpt_tokens_get_word (table, token->word);
  info = ensure_word (self, word, cpt_mention_stem_length (word, strlen (word)));
  if (info->key == 0)
    info->key = new_key (self);
  return info->key;
}

static CaseNeed
get_case_need (const CptToken *token)
{
  if (token->flags & CPT_TOKEN_ALL_CAPS)
    return CASE_ALL_CAPS;
  return token->flags & CPT_TOKEN_CAPITALISED ? CASE_CAPITAL : CASE_ANY;
}

static guint32
add_node (CptActorIndex *self, guint32 key, CaseNeed need, guint32 next_sibling)
{
  Node node = { .key = key, .need = need, .next_sibling = next_sibling };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

/* The node for @key below @parent (0: at the root), made when it is missing. */
static guint32
ensure_node (CptActorIndex *self, guint32 parent, guint32 key, CaseNeed need)
{
  guint32 first = parent == 0 ? g_array_index (self->roots, guint32, key) : get_node (self, parent)->first_child;
  guint32 added;

  for (guint32 at = first; at != 0; at = get_node (self, at)->next_sibling)
    if (get_node (self, at)->key == key && get_node (self, at)->need == need)
      return at;
  added = add_node (self, key, need, first);
  if (parent == 0)
    g_array_index (self->roots, guint32, key) = added;
  else
    get_node (self, parent)->first_child = added;
  return added;
}

static void
add_entry (CptActorIndex *self, guint32 node, int actor, gboolean needs_article)
{
  Entry entry = { actor, needs_article, get_node (self, node)->first_entry };

  g_array_append_val (self->entries, entry);
  get_node (self, node)->first_entry = self->entries->len - 1;
}

static void
add_name (CptActorIndex *self, const CptTokens *table, const CptToken *tokens, guint n_tokens, int actor)
{
  gboolean needs_article = n_tokens > 1 && strcmp (cpt_tokens_get_word (table, tokens[0].word), "the") == 0;
  guint32 node = 0;

  for (guint i = needs_article; i < n_tokens; i++)
    {
      guint32 key = ensure_key (self, table, &tokens[i]);

      if (key == 0)
        return;
      node = ensure_node (self, node, key, get_case_need (&tokens[i]));
    }
  add_entry (self, node, actor, needs_article);
}

/* One name within the text that all names are cut in. */
typedef struct
{
  gsize end_bytes;
  int actor;
} NamePlace;

static GString *
join_names (const CptActor *actors, guint n_actors, GArray *places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_actors; i++)
    for (guint k = 0; actors[i].names[k] != NULL; k++)
      {
        NamePlace place = { .actor = (int) i };

        g_string_append (text, actors[i].names[k]);
        place.end_bytes = text->len;
        g_string_append_c (text, '\n');
        g_array_append_val (places, place);
      }
  return text;
}

/* Cuts all names at once: a table of tokens for each would cost more than all the rest. */
static void
add_names (CptActorIndex *self, const CptActor *actors, guint n_actors)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (NamePlace));
  g_autofree char *text = NULL;
  g_autoptr (CptTokens) table = NULL;
  const CptToken *tokens;
  GString *joined = join_names (actors, n_actors, places);
  guint n_tokens, begin = 0, end = 0;
  gsize length = joined->len;

  text = g_string_free (joined, FALSE);
  table = cpt_tokens_new (text, length);
  tokens = cpt_tokens_get (table, &n_tokens);
  for (guint i = 0; i < places->len; i++, begin = end)
    {
      const NamePlace *place = &g_array_index (places, NamePlace, i);

      while (end < n_tokens && tokens[end].begin_bytes < place->end_bytes)
        end++;
      if (end > begin && tokens[begin].word != CPT_NO_WORD)
        add_name (self, table, &tokens[begin], end - begin, place->actor);
    }
}

/**
 * cpt_actor_index_new:
 * @profile: a profile; a reference is kept
 *
 * Returns: (transfer full): its names, prepared for matching
 *
 * Cost: linear in the names; some milliseconds for a thousand actors, so make it once.
 */
CptActorIndex *
cpt_actor_index_new (CptProfile *profile)
{
  CptActorIndex *self = g_new0 (CptActorIndex, 1);
  guint n_actors;
  const CptActor *actors = cpt_profile_get_actors (profile, &n_actors);

  g_atomic_ref_count_init (&self->ref_count);
  self->profile = cpt_profile_ref (profile);
  self->words = cpt_word_table_new (g_free);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->roots = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->nodes, 1);
  g_array_set_size (self->entries, 1);
  g_array_set_size (self->roots, 1);
  cpt_mention_words_for_each (add_word_class, self);
  for (guint i = 0; i < n_actors; i++)
    if (actors[i].kind == CPT_ACTOR_COUNTRY && actors[i].side != CPT_NO_SIDE)
      self->n_countries[actors[i].side]++;
  add_names (self, actors, n_actors);
  return self;
}

CptActorIndex *
cpt_actor_index_ref (CptActorIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_actor_index_unref (CptActorIndex *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  cpt_word_table_free (self->words);
  g_array_unref (self->nodes);
  g_array_unref (self->entries);
  g_array_unref (self->roots);
  cpt_profile_unref (self->profile);
  g_free (self);
}

const CptActor *
cpt_actor_index_get_actor (const CptActorIndex *self, int actor)
{
  return &cpt_profile_get_actors (self->profile, NULL)[actor];
}

/* Whether a side is one country: "the president" of the side is then the president of the country. */
gboolean
cpt_actor_index_is_one_country (const CptActorIndex *self, int side)
{
  return side != CPT_NO_SIDE && self->n_countries[side] == 1;
}

static const CptIndexWord *
look_up_word (const CptActorIndex *self, const CptWordKey *key, GString *scratch)
{
  CptWordKey stem;

  if (!cpt_mention_is_cyrillic (key->word))
    return cpt_word_table_find (self->words, key);
  g_string_assign (scratch, key->word);
  g_string_truncate (scratch, cpt_mention_stem_length (key->word, scratch->len));
  stem = cpt_word_key (scratch->str);
  return cpt_word_table_find (self->words, &stem);
}

/* Looks every distinct word of @reading up, once. */
void
cpt_indexed_text_init (CptIndexedText *self, const CptActorIndex *index, const CptReading *reading)
{
  guint n_words = cpt_tokens_get_n_words (reading->token_table);
  g_autoptr (GString) scratch = g_string_new (NULL);

  self->reading = reading;
  self->published = cpt_article_get_published_day (reading->article);
  self->words = g_new0 (CptIndexWord, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    {
      const CptIndexWord *info = look_up_word (index, cpt_tokens_get_key (reading->token_table, i), scratch);

      if (info != NULL)
        self->words[i] = *info;
    }
}

void
cpt_indexed_text_clear (CptIndexedText *self)
{
  g_clear_pointer (&self->words, g_free);
}

static guint32
get_key (const CptActorIndex *self, const CptIndexedText *text, guint token)
{
  const CptToken *t = &text->reading->tokens[token];
  gunichar mark;

  if (t->word != CPT_NO_WORD)
    return text->words[t->word].key;
  mark = plain_mark (t->first);
  return mark < G_N_ELEMENTS (self->mark_keys) ? self->mark_keys[mark] : 0;
}

static gboolean
is_in_period (const CptActor *actor, CptDay day)
{
  return day == CPT_DAY_NONE
         || ((actor->from == CPT_DAY_NONE || actor->from <= day)
             && (actor->until == CPT_DAY_NONE || day <= actor->until));
}

/* Of the actors with this name the one whose time the article is in; otherwise any. */
static gboolean
pick_entry (const CptActorIndex *self, const CptIndexedText *text, guint32 node, guint begin, CptNameMatch *match)
{
  gboolean after_article = begin > 0 && cpt_indexed_text_flags (text, begin - 1) & CPT_WORD_ARTICLE;
  gboolean any = FALSE;

  for (guint32 at = get_node (self, node)->first_entry; at != 0; at = g_array_index (self->entries, Entry, at).next)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, at);
      gboolean in_period = is_in_period (cpt_actor_index_get_actor (self, entry->actor), text->published);

      if ((entry->needs_article && !after_article) || (any && !in_period))
        continue;
      match->actor = entry->actor;
      match->in_period = in_period;
      any = TRUE;
    }
  return any;
}

static gboolean
take_entry (const CptActorIndex *self, const CptIndexedText *text, guint32 node, guint end, CptNameMatch *match)
{
  int inner = match->actor;

  if (!pick_entry (self, text, node, match->begin, match))
    return FALSE;
  match->inner = inner;
  match->end = end;
  return TRUE;
}

/* Follows every node that the word at @at fits: "Российская" may begin a newspaper's name or be an adjective. */
static gboolean
match_below (const CptActorIndex *self, const CptIndexedText *text, guint32 first, guint at, CptNameMatch *match)
{
  const CptReading *reading = text->reading;
  guint32 key = at < reading->n_tokens ? get_key (self, text, at) : 0;
  gboolean any = FALSE;

  if (key == 0 || (at > match->begin && reading->tokens[at].flags & CPT_TOKEN_PARAGRAPH_BEFORE))
    return FALSE;
  for (guint32 i = first; i != 0; i = get_node (self, i)->next_sibling)
    {
      const Node *node = get_node (self, i);

      if (node->key != key || node->need > get_case_need (&reading->tokens[at]))
        continue;
      if (node->first_entry != 0 && at + 1 > match->end)
        any |= take_entry (self, text, i, at + 1, match);
      if (node->first_child != 0)
        any |= match_below (self, text, node->first_child, at + 1, match);
    }
  return any;
}

/**
 * cpt_actor_index_match:
 * @text: a text whose words were looked up
 * @token: where the name begins
 * @match: (out): the longest name that begins there
 *
 * Returns: whether a name begins at @token
 *
 * Cost: bounded by the longest name.
 */
gboolean
cpt_actor_index_match (const CptActorIndex *self, const CptIndexedText *text, guint token, CptNameMatch *match)
{
  guint32 key = token < text->reading->n_tokens ? get_key (self, text, token) : 0;

  *match = (CptNameMatch){ token, token, -1, -1, FALSE };
  return key != 0 && match_below (self, text, g_array_index (self->roots, guint32, key), token, match);
}
