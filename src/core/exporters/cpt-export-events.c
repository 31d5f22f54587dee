// SPDX-License-Identifier: GPL-3.0-or-later
// Events in the order of time, each once, with what calendars and tables tell about them. Room: core/exporters.
#include "cpt-export-events.h"

#include <glib/gi18n-lib.h>

CptChronology *
cpt_export_make_chronology (CptState *state, const CptExportOptions *options)
{
  CptChronologyOptions wanted = { .filter = options->filter };

  return cpt_chronology_new (state, &wanted);
}

static void
add_entries (GArray *events, GHashTable *seen, CptState *state, const CptChronologyEntry *entries, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      CptExportedEvent event = { entries[i].event, entries[i].statement,
                                 cpt_state_find_article (state, entries[i].event->article_id) };

      /* An event stands in the lane of each side that claims it, but is one event. */
      if (g_hash_table_add (seen, (gpointer) entries[i].event))
        g_array_append_val (events, event);
    }
}

/* (transfer full) (element-type CptExportedEvent): dated ones by time, then the undated in the order of the articles. */
GArray *
cpt_export_list_events (const CptChronology *chronology)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (CptExportedEvent));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  CptState *state = cpt_chronology_get_state (chronology);
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (chronology, &n);

  add_entries (events, seen, state, entries, n);
  entries = cpt_chronology_get_undated (chronology, &n);
  add_entries (events, seen, state, entries, n);
  return events;
}

/* @sentence: (transfer full) */
void
cpt_export_note (const CptExportOptions *options, char *sentence)
{
  if (options->notes != NULL)
    g_ptr_array_add (options->notes, sentence);
  else
    g_free (sentence);
}

/* What a person narrowed down or hid is not in the file, and the person should know. */
void
cpt_export_note_left_out (const CptExportOptions *options, const CptChronology *chronology)
{
  guint n_filtered = cpt_chronology_get_n_left_out (chronology), n_hidden = cpt_chronology_get_n_hidden (chronology);

  if (n_filtered > 0)
    cpt_export_note (options, g_strdup_printf (ngettext ("The filter leaves %u event out.", "The filter leaves %u events out.", n_filtered),
                                               n_filtered));
  if (n_hidden > 0)
    cpt_export_note (options, g_strdup_printf (ngettext ("%u hidden event is left out.", "%u hidden events are left out.", n_hidden), n_hidden));
}

/* "NATO; The Kremlin", or "Context". (transfer full) */
char *
cpt_export_dup_sides (const CptState *state, const CptEvent *event, const char *separator)
{
  CptSideSet set = cpt_state_get_event_sides (state, event);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_sides; i++)
    if (set & CPT_SIDE_BIT (i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? separator : "", sides[i].name);
  return g_strdup (names->len > 0 ? names->str : _ ("Context"));
}

/* The sentence that speaks of the event, to the character, or nothing. (transfer full) */
char *
cpt_export_dup_sentence (const CptState *state, const CptExportedEvent *event)
{
  return event->statement == NULL ? g_strdup ("") : cpt_export_dup_words (state, event->article->id, event->statement->span);
}

/* SOURCE_DATE_EPOCH makes builds and tests repeatable; see reproducible-builds.org. */
gint64
cpt_export_get_now_us (const CptExportOptions *options)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  if (options->now_us != 0)
    return options->now_us;
  return epoch != NULL ? g_ascii_strtoll (epoch, NULL, 10) * G_USEC_PER_SEC : g_get_real_time ();
}
