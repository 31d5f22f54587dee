// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a comparison as a file would hold it, and reads it.
#include "bench-events.h"

#include "cpt-store.h"

#define FIRST_DAY 16500 /* in 2015 */
#define N_DAYS 3650

static void
append_day (GString *out, const char *name, CptDay day)
{
  g_autofree char *iso = cpt_day_format_iso (day);

  g_string_append_printf (out, ",\"%s\":\"%s\"", name, iso);
}

static void
append_statement (GString *out, guint number, gsize start, gsize end)
{
  static const char *const sides[] = { "[\"a\"]", "[\"b\"]", "[]", "[\"a\"]", "[\"b\"]" };

  g_string_append_printf (out, "%s{\"id\":%u,\"start\":%zu,\"end\":%zu,\"sentence\":%u,\"sides\":%s,\"topic\":\"t\",\"confidence\":0.9}",
                          number > 0 ? "," : "", number + 1, start, end, number, sides[number % G_N_ELEMENTS (sides)]);
}

/* Most are days, some intervals, some vague; one in five hundred is generations ago. */
static void
append_event (GString *out, GRand *rand, guint number, gsize start)
{
  CptDay first = FIRST_DAY + g_rand_int_range (rand, 0, N_DAYS) - (number % 500 == 0 ? 30000 : 0);
  CptDay last = first + (number % 7 == 0 ? g_rand_int_range (rand, 1, 120) : 0);

  g_string_append_printf (out, "%s{\"id\":%u,\"start\":%zu,\"end\":%zu,\"label\":\"Event %u, with words enough for a label of its kind\",\"confidence\":0.9,\"precision\":\"%s\"",
                          number > 0 ? "," : "", number + 1, start, start + 8, number + 1, number % 35 == 0 ? "vague" : "day");
  append_day (out, "earliest", first);
  append_day (out, "latest", last);
  g_string_append (out, "}");
}

CptState *
bench_events_new_state (guint n_events)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GString) text = g_string_new (NULL), statements = g_string_new (NULL), events = g_string_new (NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  CptState *state;

  for (guint i = 0; i < n_events; i++)
    {
      gsize start = text->len;

      g_string_append_printf (text, "Sentence %u tells what happened. ", i + 1);
      append_statement (statements, i, start, text->len - 1);
      append_event (events, rand, i, start);
    }
  json = g_strdup_printf ("{\"format\":\"counterpoint\",\"version\":1,\"title\":\"Many\",\"next_article\":2,\"next_statement\":%u,\"next_event\":%u,"
                          "\"topics\":[],\"articles\":[{\"id\":1,\"published\":\"2025-12-20\",\"engine\":1,\"analysed_language\":\"en\",\"text\":\"%s\","
                          "\"statements\":[%s],\"events\":[%s]}],\"profile\":{\"format\":\"counterpoint-profile\",\"version\":1,\"id\":\"p\","
                          "\"name\":\"P\",\"sides\":[{\"id\":\"a\",\"name\":\"A\",\"colour\":\"#1a5fb4\"},{\"id\":\"b\",\"name\":\"B\",\"colour\":\"#c01c28\"}],"
                          "\"actors\":[],\"topics\":[{\"id\":\"t\",\"name\":\"T\",\"words\":[]}],\"events\":[]}}",
                          n_events + 1, n_events + 1, text->str, statements->str, events->str);
  state = cpt_store_parse (json, -1, "bench", &error);
  g_assert_no_error (error);
  return state;
}
