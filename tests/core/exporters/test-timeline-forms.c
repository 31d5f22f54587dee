// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the timeline is read again by a reader of its own: SVG by libxml2, JSON by json-glib, iCalendar and CSV by small
// readers below that follow their RFCs. Room: tests/core/exporters.
#include "cpt-command.h"
#include "cpt-exporter.h"
#include "cpt-json.h"
#include "cpt-store.h"
#include "states.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static CptState *
load_fixture (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CPT_FIXTURES"), "comparison", "timeline.counterpoint", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  CptState *state;

  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  state = cpt_store_parse (json, -1, "timeline.counterpoint", &error);
  g_assert_no_error (error);
  return state;
}

static char *
export_text (const char *id, CptState *state, const CptExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cpt_exporter_run (cpt_exporters_find (id), state, options, &error);
  gsize length_bytes;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length_bytes);
  g_assert_true (g_utf8_validate_len (data, length_bytes, NULL));
  return g_strndup (data, length_bytes);
}

/* Events that a person did not hide. */
static guint
count_events (CptState *state, gboolean dated_only)
{
  guint n = 0;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      GPtrArray *events = cpt_state_get_article (state, i)->events;

      for (guint k = 0; k < events->len; k++)
        {
          const CptEvent *event = events->pdata[k];

          n += !event->hidden && (!dated_only || cpt_interval_is_dated (event->interval));
        }
    }
  return n;
}

/* A comparison with all sorts of made, hidden, undated and renamed events. */
static CptState *
make_random (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  CptState *state = states_new_random (rand, 1 + seed % 3, 5 + seed * 3);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (CptCommand) command = states_new_random_command (rand, state);

      if (command == NULL)
        continue;
      cpt_state_unref (state);
      state = cpt_state_ref (cpt_command_get_after (command));
    }
  return state;
}

/* --- iCalendar ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  char *name;       /* with its parameters */
  char *value;      /* as written */
} Property;

static void
property_clear (gpointer data)
{
  g_free (((Property *) data)->name);
  g_free (((Property *) data)->value);
}

/* RFC 5545, 3.1: lines end in CR LF, have at most 75 octets, and go on where the next begins with a blank. */
static GArray *
read_calendar (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  GArray *properties = g_array_new (FALSE, FALSE, sizeof (Property));
  g_autoptr (GString) line = g_string_new (NULL);

  g_array_set_clear_func (properties, property_clear);
  g_assert_true (g_str_has_suffix (text, "\r\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL)); /* not folded within a character */
      g_assert_null (strpbrk (lines[i], "\r\n"));
      if (*lines[i] == ' ')
        {
          g_string_append (line, lines[i] + 1);
          continue;
        }
      if (line->len > 0)
        {
          char *colon = strchr (line->str, ':');
          Property property;

          g_assert_nonnull (colon);
          property = (Property){ g_strndup (line->str, (gsize) (colon - line->str)), g_strdup (colon + 1) };
          g_array_append_val (properties, property);
        }
      g_string_assign (line, lines[i]);
    }
  return properties;
}

/* RFC 5545, 3.3.11, backwards. */
static char *
unescape (const char *value)
{
  GString *text = g_string_new (NULL);

  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '\\')
        {
          at++;
          g_assert_nonnull (strchr ("\\;,nN", *at));
          g_string_append_c (text, *at == 'n' || *at == 'N' ? '\n' : *at);
        }
      else
        {
          g_assert_null (strchr (";,", *at)); /* would have to be escaped */
          g_assert_true ((guchar) *at >= 0x20 || *at == '\t');
          g_string_append_c (text, *at);
        }
    }
  return g_string_free (text, FALSE);
}

static CptDay
read_day (const char *value)
{
  int year, month, day;

  g_assert_cmpuint (strlen (value), ==, 8);
  g_assert_cmpint (sscanf (value, "%4d%2d%2d", &year, &month, &day), ==, 3);
  g_assert_true (cpt_ymd_is_valid (year, month, day));
  return cpt_day_from_ymd (year, month, day);
}

/* Each VEVENT has what it must have, once; the whole is nested right. */
static guint
check_calendar (const char *text)
{
  g_autoptr (GArray) properties = read_calendar (text);
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_events = 0, depth = 0;
  CptDay first = 0;

  for (guint i = 0; i < properties->len; i++)
    {
      const Property *property = &g_array_index (properties, Property, i);

      if (g_str_equal (property->name, "BEGIN"))
        {
          g_assert_cmpstr (property->value, ==, depth == 0 ? "VCALENDAR" : "VEVENT");
          depth++;
          g_hash_table_remove_all (seen);
        }
      else if (g_str_equal (property->name, "END"))
        {
          g_assert_cmpstr (property->value, ==, depth == 1 ? "VCALENDAR" : "VEVENT");
          depth--;
          for (const char *const *name = (const char *[]){ "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", NULL };
               depth == 1 && *name != NULL; name++)
            g_assert_true (g_hash_table_contains (seen, *name));
          n_events += depth == 1;
        }
      else
        g_assert_true (g_hash_table_add (seen, property->name));
      if (g_str_equal (property->name, "UID"))
        g_assert_true (g_hash_table_add (uids, property->value));
      if (g_str_equal (property->name, "DTSTART;VALUE=DATE"))
        first = read_day (property->value);
      if (g_str_equal (property->name, "DTEND;VALUE=DATE"))
        g_assert_cmpint (read_day (property->value), >, first); /* exclusive, so never the same day */
      if (g_str_equal (property->name, "SUMMARY") || g_str_equal (property->name, "DESCRIPTION"))
        g_free (unescape (property->value));
    }
  g_assert_cmpuint (depth, ==, 0);
  return n_events;
}

static void
test_calendar_random (void)
{
  for (guint seed = 1; seed < 20; seed++)
    {
      g_autoptr (CptState) state = make_random (seed);
      g_autofree char *text = NULL;

      if (count_events (state, TRUE) == 0)
        continue;
      text = export_text ("ics", state, NULL);
      g_assert_cmpuint (check_calendar (text), ==, count_events (state, TRUE));
    }
}

static const char *
find_after (const GArray *properties, const char *summary, const char *name)
{
  gboolean found = FALSE;

  for (guint i = 0; i < properties->len; i++)
    {
      const Property *property = &g_array_index (properties, Property, i);

      if (g_str_equal (property->name, "SUMMARY"))
        {
          g_autofree char *text = unescape (property->value);

          found = g_str_has_prefix (text, summary);
        }
      if (found && g_str_equal (property->name, name))
        return property->value;
    }
  return NULL;
}

/* The days before the summary: those of the last event that began. */
static const char *
find_before (const GArray *properties, const char *summary, const char *name)
{
  const char *last = NULL;

  for (guint i = 0; i < properties->len; i++)
    {
      const Property *property = &g_array_index (properties, Property, i);

      if (g_str_equal (property->name, name))
        last = property->value;
      if (g_str_equal (property->name, "SUMMARY"))
        {
          g_autofree char *text = unescape (property->value);

          if (g_str_has_prefix (text, summary))
            return last;
        }
    }
  return NULL;
}

static void
test_calendar_fixture (void)
{
  g_autoptr (CptState) state = load_fixture ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  CptExportOptions options = { .now_us = G_GINT64_CONSTANT (1766188800000000), .notes = notes };
  g_autofree char *text = export_text ("ics", state, &options), *again = export_text ("ics", state, &options);
  g_autoptr (GArray) properties = read_calendar (text);

  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (check_calendar (text), ==, 7);
  g_assert_cmpstr (find_before (properties, "The talks failed", "DTSTART;VALUE=DATE"), ==, "20220301");
  g_assert_cmpstr (find_before (properties, "The talks failed", "DTEND;VALUE=DATE"), ==, "20220601");
  g_assert_cmpstr (find_before (properties, "The alliance said", "DTEND;VALUE=DATE"), ==, "20251220");
  g_assert_cmpstr (find_before (properties, "The alliance said", "DTSTAMP"), ==, "20251220T000000Z");
  g_assert_cmpstr (find_after (properties, "The talks failed", "STATUS"), ==, "CONFIRMED");
  g_assert_cmpstr (find_after (properties, "More ships will follow", "STATUS"), ==, "TENTATIVE");
  g_assert_cmpstr (find_after (properties, "=HYPERLINK", "STATUS"), ==, "TENTATIVE");
  g_assert_cmpstr (find_after (properties, "The talks failed", "CATEGORIES"), ==, "The Alliance,The Ministry,Ships\\, and harbours");
  g_assert_null (strstr (text, "Counted today")); /* hidden */
  g_assert_cmpuint (notes->len, >=, 2);
}

/* --- CSV ------------------------------------------------------------------------------------------------------------ */

/* RFC 4180: (element-type GPtrArray of cells). */
static GPtrArray *
read_table (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *line = g_ptr_array_new_with_free_func (g_free);
  const char *at = text;

  while (*at != '\0')
    {
      GString *cell = g_string_new (NULL);

      if (*at == '"')
        {
          for (at++; at[0] != '"' || at[1] == '"'; at += at[0] == '"' ? 2 : 1)
            {
              g_assert_true (*at != '\0');
              g_string_append_c (cell, *at);
            }
          at++;
        }
      else
        for (; strchr (",\r\n\"", *at) == NULL; at++)
          g_string_append_c (cell, *at);
      g_ptr_array_add (line, g_string_free (cell, FALSE));
      if (*at == ',')
        {
          at++;
          continue;
        }
      g_assert_true (g_str_has_prefix (at, "\r\n"));
      at += 2;
      g_ptr_array_add (lines, line);
      line = g_ptr_array_new_with_free_func (g_free);
    }
  g_ptr_array_unref (line);
  return lines;
}

static const char *
get_cell (GPtrArray *lines, const char *event, const char *column)
{
  GPtrArray *head = lines->pdata[0];

  for (guint i = 1; i < lines->len; i++)
    for (guint k = 0; k < head->len; k++)
      if (g_str_equal (((GPtrArray *) lines->pdata[i])->pdata[0], event) && g_str_equal (head->pdata[k], column))
        return ((GPtrArray *) lines->pdata[i])->pdata[k];
  g_assert_not_reached ();
}

static void
test_table_random (void)
{
  for (guint seed = 1; seed < 20; seed++)
    {
      g_autoptr (CptState) state = make_random (seed);
      g_autofree char *text = export_text ("events-csv", state, NULL);
      g_autoptr (GPtrArray) lines = read_table (text);

      g_assert_cmpuint (lines->len, ==, count_events (state, FALSE) + 1);
      for (guint i = 1; i < lines->len; i++)
        {
          GPtrArray *line = lines->pdata[i];
          const CptEvent *event = cpt_state_find_event (state, (guint32) atoi (line->pdata[0]));
          const CptStatement *statement = cpt_state_find_event_statement (state, event);
          g_autofree char *sentence
              = statement == NULL ? g_strdup ("")
                                  : cpt_article_dup_words (cpt_state_find_article (state, event->article_id)->article, statement->span);

          g_assert_cmpuint (line->len, ==, ((GPtrArray *) lines->pdata[0])->len);
          for (guint k = 0; k < line->len; k++)
            g_assert_false (*(char *) line->pdata[k] != '\0' && strchr ("=+@\t\r", *(char *) line->pdata[k]) != NULL);
          if (*sentence == '\0' || strchr ("=+-@\t\r", *sentence) == NULL) /* the text, to the character */
            g_assert_cmpstr (get_cell (lines, line->pdata[0], "sentence"), ==, sentence);
        }
    }
}

static void
test_table_fixture (void)
{
  g_autoptr (CptState) state = load_fixture ();
  CptExportOptions raw = { .raw_cells = TRUE };
  g_autofree char *text = export_text ("events-csv", state, NULL), *raw_text = export_text ("events-csv", state, &raw);
  g_autoptr (GPtrArray) lines = read_table (text);
  g_autoptr (GPtrArray) raw_lines = read_table (raw_text);

  g_assert_cmpstr (get_cell (lines, "4", "label"), ==, "'=HYPERLINK(\"http://x.example\";\"no ship has left\")");
  g_assert_cmpstr (get_cell (raw_lines, "4", "label"), ==, "=HYPERLINK(\"http://x.example\";\"no ship has left\")");
  g_assert_cmpstr (get_cell (lines, "4", "earliest"), ==, "2022-02-24");
  g_assert_cmpstr (get_cell (lines, "4", "latest"), ==, "");
  g_assert_cmpstr (get_cell (lines, "3", "edtf"), ==, "2022-21");
  g_assert_cmpstr (get_cell (lines, "3", "sides"), ==, "The Alliance; The Ministry");
  g_assert_cmpstr (get_cell (lines, "7", "date"), ==, "");
  g_assert_cmpstr (get_cell (lines, "9", "article"), ==, "");
  g_assert_cmpstr (get_cell (lines, "2", "label_by"), ==, "person");
}

/* --- TimelineJS ----------------------------------------------------------------------------------------------------- */

static void
check_date (JsonObject *date)
{
  int year = (int) json_object_get_int_member (date, "year");

  g_assert_true (json_object_has_member (date, "year"));
  g_assert_true (cpt_ymd_is_valid (year, (int) json_object_get_int_member (date, "month"), (int) json_object_get_int_member (date, "day")));
}

static guint
check_timelinejs (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = cpt_json_parse (text, -1, &error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *events;

  g_assert_no_error (error);
  g_assert_nonnull (json_object_get_object_member (json_object_get_object_member (json_node_get_object (root), "title"), "text"));
  events = json_object_get_array_member (json_node_get_object (root), "events");
  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      JsonObject *slide = json_array_get_object_element (events, i), *words = json_object_get_object_member (slide, "text");

      check_date (json_object_get_object_member (slide, "start_date"));
      if (json_object_has_member (slide, "end_date"))
        check_date (json_object_get_object_member (slide, "end_date"));
      g_assert_true (g_hash_table_add (ids, (gpointer) json_object_get_string_member (slide, "unique_id")));
      g_assert_false (json_object_get_boolean_member (slide, "autolink"));
      g_assert_null (strstr (json_object_get_string_member (words, "headline"), "<"));
      g_assert_cmpstr (json_object_get_string_member (slide, "group"), !=, "");
    }
  return json_array_get_length (events);
}

static void
test_timelinejs (void)
{
  g_autoptr (CptState) state = load_fixture ();
  g_autofree char *text = export_text ("timelinejs", state, NULL);

  g_assert_cmpuint (check_timelinejs (text), ==, 7);
  g_assert_nonnull (strstr (text, "&lt;b&gt;not&lt;/b&gt;"));
  for (guint seed = 1; seed < 20; seed++)
    {
      g_autoptr (CptState) random = make_random (seed);
      g_autofree char *random_text = count_events (random, TRUE) > 0 ? export_text ("timelinejs", random, NULL) : NULL;

      if (random_text != NULL)
        g_assert_cmpuint (check_timelinejs (random_text), ==, count_events (random, TRUE));
    }
}

/* --- SVG ------------------------------------------------------------------------------------------------------------ */

static double
get_number (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  double number;

  g_assert_nonnull (value);
  number = g_ascii_strtod ((const char *) value, NULL);
  xmlFree (value);
  return number;
}

static void
check_shape (xmlNode *node, double width, double height)
{
  if (xmlStrcmp (node->name, (const xmlChar *) "rect") == 0)
    {
      g_assert_cmpfloat (get_number (node, "width"), >=, 0);
      g_assert_cmpfloat (get_number (node, "y") + get_number (node, "height"), <=, height + 0.01);
    }
  if (xmlStrcmp (node->name, (const xmlChar *) "text") == 0)
    {
      g_assert_cmpfloat (get_number (node, "x"), >=, 0);
      g_assert_cmpfloat (get_number (node, "x"), <=, width);
      g_assert_cmpfloat (get_number (node, "y"), <=, height);
    }
}

/* Counts the groups, which are the events, and looks at every shape. */
static guint
walk_svg (xmlNode *node, double width, double height)
{
  guint n = 0;

  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      check_shape (node, width, height);
      n += xmlStrcmp (node->name, (const xmlChar *) "g") == 0;
      n += walk_svg (node->children, width, height);
    }
  return n;
}

static guint
check_svg (const char *text)
{
  xmlDoc *document = xmlReadMemory (text, (int) strlen (text), "timeline.svg", NULL, XML_PARSE_NONET);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  guint n;

  g_assert_nonnull (root);
  g_assert_cmpstr ((const char *) root->name, ==, "svg");
  g_assert_cmpstr ((const char *) root->ns->href, ==, "http://www.w3.org/2000/svg");
  n = walk_svg (root->children, get_number (root, "width"), get_number (root, "height"));
  xmlFreeDoc (document);
  return n;
}

static void
test_svg (void)
{
  g_autoptr (CptState) state = load_fixture ();
  g_autofree char *text = export_text ("svg", state, NULL);

  g_assert_cmpuint (check_svg (text), ==, 8); /* seven dated events, one of them in two lanes */
  g_assert_nonnull (strstr (text, ">The talks failed</text>")); /* text is text */
  g_assert_nonnull (strstr (text, "Порт відкрили"));
  for (guint seed = 1; seed < 20; seed++)
    {
      g_autoptr (CptState) random = make_random (seed);
      CptExportOptions options = { .width_px = 480 + seed * 100 };
      g_autofree char *random_text = export_text ("svg", random, &options);

      check_svg (random_text);
    }
}

/* --- what is narrowed down, and what cannot be --------------------------------------------------------------------- */

static void
test_filter (void)
{
  g_autoptr (CptState) state = load_fixture ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  CptBoardFilter filter = { .topic = g_intern_static_string ("ships") };
  CptExportOptions options = { .filter = &filter, .notes = notes };
  g_autofree char *text = export_text ("ics", state, &options);
  gboolean told = FALSE;

  g_assert_cmpuint (check_calendar (text), ==, 3);
  for (guint i = 0; i < notes->len; i++)
    told |= strstr (notes->pdata[i], "filter") != NULL;
  g_assert_true (told);
}

/* Where a format can hold nothing, the error says what to do, and no file is written. */
static void
test_nothing_to_export (void)
{
  g_autoptr (CptState) state = load_fixture ();
  CptBoardFilter filter = { .text = "surely in no text at all" };
  CptExportOptions options = { .filter = &filter };

  for (const char *const *id = (const char *[]){ "ics", "timelinejs", NULL }; *id != NULL; id++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cpt_exporter_run (cpt_exporters_find (*id), state, &options, &error));
      g_assert_nonnull (strstr (error->message, "filter"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporters/timeline/calendar-random", test_calendar_random);
  g_test_add_func ("/exporters/timeline/calendar-fixture", test_calendar_fixture);
  g_test_add_func ("/exporters/timeline/table-random", test_table_random);
  g_test_add_func ("/exporters/timeline/table-fixture", test_table_fixture);
  g_test_add_func ("/exporters/timeline/timelinejs", test_timelinejs);
  g_test_add_func ("/exporters/timeline/svg", test_svg);
  g_test_add_func ("/exporters/timeline/filter", test_filter);
  g_test_add_func ("/exporters/timeline/nothing-to-export", test_nothing_to_export);
  return g_test_run ();
}
