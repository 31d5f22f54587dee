// SPDX-License-Identifier: GPL-3.0-or-later
// Which statements give an account of the same event, and which do not. Also what a chronology leaves out.
#include "cpt-chronology.h"
#include "cpt-event-accounts.h"
#include "cpt-store.h"
#include "cpt-text-width.h"
#include "states.h"

#include <string.h>

typedef struct
{
  const char *words;
  const char *sides; /* JSON */
  const char *day;   /* (nullable): of an event at the beginning of the sentence */
  guint answers;
} Sentence;

/* A comparison of these sentences, each an article of its own or all in one. */
static CptState *
make_state (const Sentence *sentences, guint n, gboolean apart)
{
  g_autoptr (GString) json = g_string_new ("{\"format\":\"counterpoint\",\"version\":1,\"title\":\"T\",\"next_article\":99,\"next_statement\":99,"
                                           "\"next_event\":99,\"topics\":[],\"articles\":[");
  g_autoptr (GString) text = g_string_new (NULL), statements = g_string_new (NULL), events = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  CptState *state;

  for (guint i = 0; i < n; i++)
    {
      glong start = g_utf8_strlen (text->str, -1);

      g_string_append (text, sentences[i].words);
      g_string_append_printf (statements, "%s{\"id\":%u,\"start\":%ld,\"end\":%ld,\"sentence\":%u,\"sides\":%s,\"topic\":\"t\",\"confidence\":0.9%s",
                              statements->len > 0 ? "," : "", i + 1, start, g_utf8_strlen (text->str, -1), i, sentences[i].sides, "");
      if (sentences[i].answers != 0)
        g_string_append_printf (statements, ",\"answers\":%u", sentences[i].answers);
      g_string_append (statements, "}");
      if (sentences[i].day != NULL)
        g_string_append_printf (events, "%s{\"id\":%u,\"start\":%ld,\"end\":%ld,\"label\":\"%s\",\"confidence\":0.9,\"precision\":\"day\",\"earliest\":\"%s\",\"latest\":\"%s\"}",
                                events->len > 0 ? "," : "", i + 1, start, start + 3, sentences[i].words, sentences[i].day, sentences[i].day);
      g_string_append (text, " ");
      if (!apart && i + 1 < n)
        continue;
      g_string_append_printf (json, "%s{\"id\":%u,\"engine\":1,\"analysed_language\":\"en\",\"text\":\"%s\",\"statements\":[%s],\"events\":[%s]}",
                              i > 0 && apart ? "," : "", i + 1, text->str, statements->str, events->str);
      g_string_truncate (text, 0);
      g_string_truncate (statements, 0);
      g_string_truncate (events, 0);
    }
  g_string_append (json, "],\"profile\":{\"format\":\"counterpoint-profile\",\"version\":1,\"id\":\"p\",\"name\":\"P\",\"sides\":[{\"id\":\"a\",\"name\":\"A\","
                         "\"colour\":\"#1a5fb4\"},{\"id\":\"b\",\"name\":\"B\",\"colour\":\"#c01c28\"}],\"actors\":[],\"topics\":[{\"id\":\"t\",\"name\":\"T\",\"words\":[]}],\"events\":[]}}");
  state = cpt_store_parse (json->str, -1, "test", &error);
  g_assert_no_error (error);
  return state;
}

static guint
count_accounts (CptState *state, guint32 event_id)
{
  g_autoptr (GPtrArray) accounts = cpt_event_list_accounts (state, cpt_state_find_event (state, event_id));

  g_assert_cmpuint (((const CptStatement *) accounts->pdata[0])->id, ==, event_id);
  return accounts->len;
}

static const Sentence bridge[] = {
  { "The army shelled the northern bridge of Karlin on Friday", "[\"a\"]", "2025-12-19", 0 },
  { "Saboteurs blew up the northern bridge at Karlin on Friday", "[\"b\"]", "2025-12-19", 0 },
  { "On Friday the ministry opened a museum of railways", "[\"b\"]", "2025-12-19", 0 },
  { "Saboteurs struck the northern bridge of Karlin again on Saturday", "[\"b\"]", "2025-12-20", 0 },
  { "The northern bridge of Karlin fell on Friday", "[\"a\"]", "2025-12-19", 0 },
};

static guint32
get_account (CptState *state, guint32 event_id, guint index)
{
  g_autoptr (GPtrArray) accounts = cpt_event_list_accounts (state, cpt_state_find_event (state, event_id));

  return ((const CptStatement *) accounts->pdata[index])->id;
}

/* One happening in the words of both sides, in one article or several: the other side's account comes before one more of the
 * same. Other news of the day and the bridge on another day are no accounts of it. */
static void
test_same_happening (void)
{
  for (guint apart = 0; apart < 2; apart++)
    {
      g_autoptr (CptState) state = make_state (bridge, G_N_ELEMENTS (bridge), apart != 0);

      g_assert_cmpuint (count_accounts (state, 1), ==, 3);
      g_assert_cmpuint (get_account (state, 1, 1), ==, 2);
      g_assert_cmpuint (get_account (state, 1, 2), ==, 5);
      g_assert_cmpuint (count_accounts (state, 3), ==, 1);
      g_assert_cmpuint (count_accounts (state, 4), ==, 1);
    }
}

static void
test_answers (void)
{
  static const Sentence sentences[] = {
    { "On Friday the army left the town, the mayor said.", "[\"a\"]", "2025-12-19", 0 },
    { "Nothing of the kind happened, the ministry replied.", "[\"b\"]", NULL, 1 },
    { "The mayor spoke for an hour.", "[\"a\"]", NULL, 1 },
  };
  g_autoptr (CptState) state = make_state (sentences, G_N_ELEMENTS (sentences), FALSE);

  g_assert_cmpuint (count_accounts (state, 1), ==, 2);
}

static void
test_filter (void)
{
  g_autoptr (CptState) state = make_state (bridge, G_N_ELEMENTS (bridge), TRUE);
  CptBoardFilter filter = { .columns = 1u << 1 };
  CptChronologyOptions options = { .filter = &filter };
  g_autoptr (CptChronology) chronology = cpt_chronology_new (state, &options);
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (chronology, &n);

  g_assert_cmpuint (n, ==, 3); /* the second, third and fourth */
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (entries[i].lane, ==, 1);
  g_assert_cmpuint (cpt_chronology_get_n_left_out (chronology), ==, 2);
  g_assert_true (cpt_chronology_shows_lane (chronology, 1));
  g_assert_false (cpt_chronology_shows_lane (chronology, 0));
  g_assert_false (cpt_chronology_shows_lane (chronology, 2));
}

/* A few events of another century do not press the others into one line; few events are all shown. */
static void
test_core_range (void)
{
  Sentence sentences[30];
  double begin, end, core_begin, core_end;

  for (guint n = 5; n <= 30; n += 25)
    {
      g_autoptr (CptState) state = NULL;
      g_autoptr (CptChronology) chronology = NULL;

      for (guint i = 0; i < n; i++)
        sentences[i] = (Sentence){ "On Friday it rained.", "[]", i == 0 ? "1812-10-19" : "2025-12-19", 0 };
      state = make_state (sentences, n, FALSE);
      chronology = cpt_chronology_new (state, NULL);
      g_assert_true (cpt_chronology_get_range (chronology, &begin, &end));
      g_assert_true (cpt_chronology_get_core_range (chronology, &core_begin, &core_end));
      g_assert_cmpfloat (core_end, <=, end);
      if (n == 5)
        g_assert_cmpfloat (core_begin, ==, begin);
      else
        g_assert_cmpfloat (core_begin, >, begin + 70000);
    }
}

static void
test_cut (void)
{
  static const struct
  {
    const char *text;
    double em;
    const char *expected;
  } cases[] = {
    { "short", 10, "short" },
    { "The talks of the winter", 6.5, "The talks…" },
    { "", 1, "" },
    { "Переговори взимку", 5, "Перего…" },
    { "cafe\xcc\x81 closed early", 4.0, "cafe\xcc\x81…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = cpt_text_cut_to_em (cases[i].text, cases[i].em);

      g_test_message ("%s -> %s", cases[i].text, cut);
      g_assert_true (g_utf8_validate (cut, -1, NULL));
      g_assert_cmpfloat (cpt_text_guess_width_em (cut), <=, cases[i].em + 1e-9);
      g_assert_cmpstr (cut, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/accounts/same-happening", test_same_happening);
  g_test_add_func ("/timeline/accounts/answers", test_answers);
  g_test_add_func ("/timeline/chronology/filter", test_filter);
  g_test_add_func ("/timeline/chronology/core-range", test_core_range);
  g_test_add_func ("/timeline/text-width/cut", test_cut);
  return g_test_run ();
}
