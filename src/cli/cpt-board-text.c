// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as text for a terminal: the board in columns by side, grouped by topic, then the events in the order of
// time. Room: cli.
#include "cpt-board-text.h"

#include "cpt-board.h"
#include "cpt-chronology.h"

#include <glib/gi18n.h>

typedef struct
{
  CptState *state;
  CptColumns columns;
  gboolean beside; /* whether the columns fit beside each other */
  GString *out;
} Printer;

#define STYLE_TITLE "1"
#define STYLE_TOPIC "1;7"
#define STYLE_QUIET "2"

static const char *const column_styles[] = { "1;34", "1;31", "1;32", "1;35", "1;33", "1;36" };

static const char *
get_column_name (const CptState *state, guint column)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  return column < n_sides ? sides[column].name : _ ("Context");
}

static const char *
get_column_style (const CptState *state, guint column)
{
  guint n_sides;

  cpt_state_get_sides (state, &n_sides);
  return column < n_sides ? column_styles[column % G_N_ELEMENTS (column_styles)] : STYLE_QUIET;
}

static char *
dup_words (const CptState *state, guint32 article_id, CptSpan span)
{
  return cpt_article_dup_words (cpt_state_find_article (state, article_id)->article, span);
}

/* "— Mark Rutte, stating [2]": who speaks, how, and in which article where there are several. */
static char *
dup_attribution (const CptState *state, const CptStatement *statement)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (statement->now.source != NULL)
    g_string_append_printf (line, "— %s", statement->now.source);
  if (statement->now.source != NULL && statement->cue != NULL)
    g_string_append_printf (line, ", %s", statement->cue);
  if (cpt_state_get_n_articles (state) > 1)
    g_string_append_printf (line, "%s[%u]", line->len > 0 ? " " : "", statement->article_id);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static GArray *
make_card (const Printer *self, const CptStatement *statement)
{
  GArray *cell;

  if (statement == NULL)
    return NULL;
  cell = cpt_cell_new ();
  cpt_cell_take (cell, dup_words (self->state, statement->article_id, statement->span), "");
  cpt_cell_take (cell, dup_attribution (self->state, statement), STYLE_QUIET);
  return cell;
}

static char *
dup_counts (const Printer *self, const guint *counts)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < self->columns.n; i++)
    g_string_append_printf (line, "%s%s %u", i > 0 ? " · " : "", get_column_name (self->state, i), counts[i]);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
print_topic (Printer *self, const CptBoardRow *row)
{
  g_autofree char *counts = dup_counts (self, row->counts);

  g_string_append_c (self->out, '\n');
  cpt_columns_append_text (&self->columns, self->out, cpt_state_get_topic_name (self->state, row->topic), 0,
                           STYLE_TOPIC);
  cpt_columns_append_text (&self->columns, self->out, counts, 0, STYLE_QUIET);
  cpt_columns_append_rule (&self->columns, self->out, "─");
}

static void
print_cards_beside (Printer *self, const CptBoardRow *row)
{
  GArray *cells[CPT_COLUMNS_MAX] = { NULL };

  for (guint i = 0; i < self->columns.n; i++)
    cells[i] = make_card (self, row->cards[i]);
  cpt_columns_append_row (&self->columns, self->out, cells);
  for (guint i = 0; i < self->columns.n; i++)
    g_clear_pointer (&cells[i], g_array_unref);
}

/* On a narrow terminal one card stands below the other, each under the name of its side. */
static void
print_cards_below (Printer *self, const CptBoardRow *row)
{
  for (guint i = 0; i < self->columns.n; i++)
    {
      g_autoptr (GArray) card = make_card (self, row->cards[i]);

      if (card != NULL)
        cpt_columns_append_text (&self->columns, self->out, get_column_name (self->state, i), 0,
                                 get_column_style (self->state, i));
      for (guint k = 0; card != NULL && k < card->len; k++)
        cpt_columns_append_text (&self->columns, self->out, g_array_index (card, CptCellPart, k).text, 2,
                                 g_array_index (card, CptCellPart, k).style);
    }
}

static void
print_heads (Printer *self, const CptBoard *board)
{
  const guint *counts = cpt_board_get_counts (board);
  GArray *cells[CPT_COLUMNS_MAX] = { NULL };

  for (guint i = 0; i < self->columns.n; i++)
    {
      cells[i] = cpt_cell_new ();
      cpt_cell_take (cells[i], g_strdup_printf ("%s (%u)", get_column_name (self->state, i), counts[i]),
                     get_column_style (self->state, i));
    }
  if (self->beside)
    cpt_columns_append_row (&self->columns, self->out, cells);
  for (guint i = 0; i < self->columns.n; i++)
    g_clear_pointer (&cells[i], g_array_unref);
}

static void
print_board (Printer *self)
{
  g_autoptr (CptBoard) board = cpt_board_new (self->state, NULL);
  gboolean after_card = FALSE;

  self->columns.n = cpt_board_get_n_columns (board);
  self->beside = cpt_columns_fit (&self->columns);
  print_heads (self, board);
  for (guint i = 0; i < cpt_board_get_n_rows (board); i++)
    {
      const CptBoardRow *row = cpt_board_get_row (board, i);

      if (row->kind == CPT_BOARD_ROW_CARDS && after_card)
        g_string_append_c (self->out, '\n');
      if (row->kind == CPT_BOARD_ROW_TOPIC)
        print_topic (self, row);
      else if (self->beside)
        print_cards_beside (self, row);
      else
        print_cards_below (self, row);
      after_card = row->kind == CPT_BOARD_ROW_CARDS;
    }
}

static void
print_articles (Printer *self)
{
  guint n = cpt_state_get_n_articles (self->state);

  cpt_columns_append_text (&self->columns, self->out, cpt_state_get_title (self->state), 0, STYLE_TITLE);
  for (guint i = 0; i < n; i++)
    {
      const CptArticleState *state = cpt_state_get_article (self->state, i);
      const CptArticleMetadata *metadata = cpt_article_get_metadata (state->article);
      g_autoptr (GString) line = g_string_new (NULL);

      if (n > 1)
        g_string_append_printf (line, "[%u] ", state->id);
      g_string_append (line, cpt_article_get_display_name (state->article));
      if (metadata->publisher != NULL)
        g_string_append_printf (line, ", %s", metadata->publisher);
      if (metadata->published != NULL)
        g_string_append_printf (line, ", %s", metadata->published);
      cpt_columns_append_text (&self->columns, self->out, line->str, 0, "");
    }
  g_string_append_c (self->out, '\n');
}

static void
print_event (Printer *self, const CptChronologyEntry *entry)
{
  const CptEvent *event = entry->event;
  g_autofree char *edtf = cpt_interval_format_edtf (event->interval);
  g_autofree char *words = dup_words (self->state, event->article_id, event->words);
  gboolean dated = cpt_interval_is_dated (event->interval);
  g_autofree char *head =
      g_strdup_printf ("%s  %s", dated ? edtf : _ ("undated"), get_column_name (self->state, entry->lane));
  g_autofree char *label = g_strdup_printf ("%s (“%s”)", event->label, words);

  cpt_columns_append_text (&self->columns, self->out, head, 0, get_column_style (self->state, entry->lane));
  cpt_columns_append_text (&self->columns, self->out, label, 2, "");
}

static void
print_events (Printer *self)
{
  g_autoptr (CptChronology) chronology = cpt_chronology_new (self->state, NULL);
  guint n_entries, n_undated;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (chronology, &n_entries);
  const CptChronologyEntry *undated = cpt_chronology_get_undated (chronology, &n_undated);

  if (n_entries + n_undated == 0)
    return;
  g_string_append_c (self->out, '\n');
  cpt_columns_append_text (&self->columns, self->out, _ ("Events"), 0, STYLE_TOPIC);
  cpt_columns_append_rule (&self->columns, self->out, "─");
  for (guint i = 0; i < n_entries; i++)
    print_event (self, &entries[i]);
  for (guint i = 0; i < n_undated; i++)
    print_event (self, &undated[i]);
}

GString *
cpt_board_text_new (CptState *state, guint width, gboolean coloured)
{
  Printer self = { .state = state, .columns = { width, 1, coloured }, .out = g_string_new (NULL) };

  print_articles (&self);
  print_board (&self);
  print_events (&self);
  return self.out;
}
