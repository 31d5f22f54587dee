// SPDX-License-Identifier: GPL-3.0-or-later
// What all benchmarks share. Part of tests/bench.
#include "bench.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "cpt-json.h"

double
bench_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

void
bench_print (const char *benchmark, const char *figure, const char *text, double value, const char *unit)
{
  g_autoptr (GString) line = g_string_new ("{\"benchmark\": ");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  cpt_json_append_string (line, benchmark, -1);
  g_string_append (line, ", \"figure\": ");
  cpt_json_append_string (line, figure, -1);
  if (text != NULL)
    {
      g_string_append (line, ", \"text\": ");
      cpt_json_append_string (line, text, -1);
    }
  g_string_append_printf (line, ", \"value\": %s, \"unit\": ", g_ascii_formatd (number, sizeof number, "%.4g", value));
  cpt_json_append_string (line, unit, -1);
  g_print ("%s}\n", line->str);
}

void
bench_print_memory (const char *benchmark, const char *text)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  bench_print (benchmark, "peak-memory", text, (double) usage.ru_maxrss / 1024, "MB");
}

/* --- generated text --- */

static const char *const templates[] = {
  "%P said on %D that %O would %V the %N.",
  "“We will %V the %N,” %P told reporters in %C.",
  "%O %B that the %N was %A, and that %P had never agreed to it.",
  "While %O warned of a %A %N, %Q insisted that it wanted to %V the talks.",
  "The %A %N in %C has lasted since %D.",
  "According to %P, the %N could %V within the coming months.",
  "“The %N is %A,” said %P. “Nobody will %V it before %D.”",
  "It was not clear whether %Q would %V the %A %N.",
  "%Q rejected the %N as “%A and useless”, %P added.",
  "He argued that %O should %V %A %Ns near %C.",
  "Prices of the %N rose by %d per cent on %D.",
  "%P, who arrived in %C on %D, denied that the %N had been %A.",
  "Under this plan, the %N would be handed to %O.",
  "Officials in %C refused to say how many %Ns there were.",
  "The %N (%d tonnes of it) was %A; %O asked %Q to %V it at once.",
};

static const char *const people[] = { "Mark Rutte", "Sergei Lavrov", "Dmitry Peskov", "Anna Holt", "the minister", "President Vladimir Putin",
                                      "a spokeswoman", "Ursula von der Leyen", "Gen. Peter Marsh", "Maria Zakharova" };
static const char *const west[] = { "NATO", "the alliance", "the United States", "the European Union", "Western leaders", "Kyiv", "Britain" };
static const char *const east[] = { "Moscow", "the Kremlin", "Russia's foreign ministry", "Russia", "the Russian army", "Belarus" };
static const char *const verbs[] = { "support", "delay", "rebuild", "extend", "reject", "protect", "move", "finance" };
static const char *const cues[] = { "said", "warned", "claimed", "conceded", "announced", "denied", "stressed", "believed" };
static const char *const nouns[] = { "agreement", "pipeline", "missile", "border", "harbour", "sanction", "convoy", "ceasefire", "summit", "exercise",
                                     "grain deal", "drone", "budget", "referendum", "bridge", "reactor" };
static const char *const adjectives[] = { "fragile", "dangerous", "costly", "secret", "new", "long", "illegal", "unfinished", "northern" };
static const char *const places[] = { "Geneva", "Warsaw", "Brussels", "Odesa", "Vienna", "the capital", "Tallinn" };
static const char *const days[] = { "Monday", "December 19", "24 February 2022", "last spring", "March 2014", "Friday", "the end of 2023", "yesterday" };

typedef struct
{
  char letter;
  const char *const *words;
  guint n;
} Slot;

#define SLOT(letter, words) { letter, words, G_N_ELEMENTS (words) }

static const Slot slots[] = { SLOT ('P', people), SLOT ('O', west), SLOT ('Q', east), SLOT ('V', verbs), SLOT ('B', cues),
                              SLOT ('N', nouns), SLOT ('A', adjectives), SLOT ('C', places), SLOT ('D', days) };

static void
append_slot (GString *text, GRand *rand, char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (slots[i].letter == letter)
      g_string_append (text, slots[i].words[g_rand_int_range (rand, 0, (gint32) slots[i].n)]);
  if (letter == 'd')
    g_string_append_printf (text, "%d", g_rand_int_range (rand, 2, 900));
}

static void
append_sentence (GString *text, GRand *rand)
{
  const char *template = templates[g_rand_int_range (rand, 0, G_N_ELEMENTS (templates))];
  gsize begin = text->len;

  for (const char *c = template; *c != '\0'; c++)
    if (*c == '%')
      append_slot (text, rand, *++c);
    else
      g_string_append_c (text, *c);
  text->str[begin] = g_ascii_toupper (text->str[begin]);
}

/* The same text each time. */
char *
bench_text_generate (gsize length_bytes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251220);
  GString *text = g_string_sized_new (length_bytes + 300);

  while (text->len < length_bytes)
    {
      append_sentence (text, rand);
      g_string_append (text, g_rand_int_range (rand, 0, 4) == 0 ? "\n\n" : " ");
    }
  return g_string_free (text, FALSE);
}

/* --- given texts --- */

static void
add_article (BenchText *self, const char *text, const char *published)
{
  CptArticleMetadata metadata = { .published = published, .language = "en" };

  if (!g_utf8_validate (text, -1, NULL))
    return;
  g_ptr_array_add (self->articles, cpt_article_new (text, -1, &metadata));
  self->length_bytes += strlen (text);
}

static void
add_json_line (BenchText *self, const char *line)
{
  g_autoptr (JsonNode) node = cpt_json_parse (line, -1, NULL);
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  text = json_object_get_string_member_with_default (json_node_get_object (node), "text", NULL);
  if (text != NULL)
    add_article (self, text, json_object_get_string_member_with_default (json_node_get_object (node), "published", NULL));
}

static void
add_file (BenchText *self, const char *path)
{
  g_autofree char *data = NULL;

  if (!g_file_get_contents (path, &data, NULL, NULL))
    return;
  if (g_str_has_suffix (path, ".jsonl"))
    {
      g_auto (GStrv) lines = g_strsplit (data, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        if (*lines[i] != '\0')
          add_json_line (self, lines[i]);
    }
  else if (g_str_has_suffix (path, ".txt"))
    add_article (self, data, NULL);
}

static void
add_path (BenchText *self, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    add_file (self, path);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      add_file (self, file);
    }
}

static BenchText *
bench_text_new (const char *name)
{
  BenchText *self = g_new0 (BenchText, 1);

  self->name = g_strdup (name);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_article_unref);
  return self;
}

static void
bench_text_free (gpointer data)
{
  BenchText *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->articles);
  g_free (self);
}

GPtrArray *
bench_texts_new (void)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (bench_text_free);
  BenchText *text;
  const char *path = g_getenv ("CPT_BENCH_TEXTS");
  g_autofree char *generated = NULL;

  text = bench_text_new (path != NULL && *path != '\0' ? "given" : "generated");
  if (path != NULL && *path != '\0')
    add_path (text, path);
  else
    {
      generated = bench_text_generate (BENCH_TEXT_BYTES);
      add_article (text, generated, "2025-12-20");
    }
  g_ptr_array_add (texts, text);
  return texts;
}
