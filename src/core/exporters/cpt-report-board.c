// SPDX-License-Identifier: GPL-3.0-or-later
// The board in the HTML report: columns by side, grouped by topic, answers level. Room: core/exporters.
#include "cpt-report.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GString *out;
  CptState *state;
  guint n_columns;
} Reporter;

/* "A", "B", ...: what a side is called where colour is not seen; Context has none. */
static void
append_badge (Reporter *self, guint column)
{
  if (column + 1 < self->n_columns)
    g_string_append_printf (self->out, "<span class=\"badge\" aria-hidden=\"true\">%c</span>", 'A' + (char) column);
}

static void
append_attribution (Reporter *self, const CptStatement *statement)
{
  if (statement->now.source != NULL)
    cpt_report_append (self->out, "— <b>%s</b>", statement->now.source);
  if (statement->now.source != NULL && statement->cue != NULL)
    cpt_report_append (self->out, ", <i>%s</i>", statement->cue);
  if (cpt_state_get_n_articles (self->state) > 1)
    cpt_report_append (self->out, " <a href=\"#article-%u\">[%u]</a>", statement->article_id, statement->article_id);
}

static void
append_marks (Reporter *self, const CptStatement *statement, gboolean answers)
{
  if (answers)
    cpt_report_append (self->out, " <span class=\"mark\">%s</span>", _ ("answers"));
  if (statement->n_parts > 1)
    cpt_report_append (self->out, " <span class=\"mark\">%u/%u</span>", (guint) statement->part,
                       (guint) statement->n_parts);
  if (statement->decided & (CPT_DECIDED_SIDES | CPT_DECIDED_TOPIC | CPT_DECIDED_SOURCE | CPT_DECIDED_SPAN))
    cpt_report_append (self->out, " <span class=\"mark\">%s</span>", _ ("decided by hand"));
  else if (cpt_statement_needs_review (statement))
    cpt_report_append (self->out, " <span class=\"mark\">%s</span>", _ ("not certain"));
}

static void
append_card (Reporter *self, const CptStatement *statement, guint column, gboolean answers)
{
  g_autofree char *words = cpt_export_dup_words (self->state, statement->article_id, statement->span);

  cpt_report_append (self->out, "<article class=\"card side-%u\" id=\"statement-%u\">", column, statement->id);
  g_string_append (self->out, "<p class=\"side\">");
  append_badge (self, column);
  cpt_report_append (self->out, "%s</p><p class=\"words\" dir=\"auto\">%s</p>",
                     cpt_report_get_column_name (self->state, column), words);
  g_string_append (self->out, "<footer>");
  append_attribution (self, statement);
  append_marks (self, statement, answers);
  g_string_append (self->out, "</footer>");
  if (statement->note != NULL)
    cpt_report_append (self->out, "<p class=\"note\" dir=\"auto\">%s</p>", statement->note);
  g_string_append (self->out, "</article>\n");
}

static void
append_row (Reporter *self, const CptBoardRow *row)
{
  g_string_append (self->out, "<div class=\"row\">\n");
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (row->cards[i] != NULL)
        append_card (self, row->cards[i], i, (row->answers & (1u << i)) != 0);
      else
        g_string_append (self->out, "<div class=\"empty\"></div>\n");
    }
  g_string_append (self->out, "</div>\n");
}

/* What is telling about a topic: that one side alone speaks, or that some side is silent. */
static void
append_silence (Reporter *self, const guint *counts)
{
  guint n_sides = self->n_columns - 1, n_speaking = 0, speaker = 0;

  for (guint i = 0; i < n_sides; i++)
    {
      if (counts[i] > 0)
        {
          n_speaking++;
          speaker = i;
        }
    }
  if (n_speaking == 1 && n_sides > 1)
    {
      /* Translators: %s is the name of a side. */
      g_autofree char *text =
          g_strdup_printf (_ ("Only %s speaks here"), cpt_report_get_column_name (self->state, speaker));

      cpt_report_append (self->out, "<span class=\"mark\">%s</span>", text);
    }
}

static void
append_topic_head (Reporter *self, const CptBoardRow *row)
{
  cpt_report_append (self->out, "<section class=\"topic\" id=\"topic-%s\">\n<header><h3>%s</h3><span class=\"count\">",
                     row->topic, cpt_state_get_topic_name (self->state, row->topic));
  for (guint i = 0; i < self->n_columns; i++)
    cpt_report_append (self->out, "%s%s %u", i > 0 ? " · " : "", cpt_report_get_column_name (self->state, i),
                       row->counts[i]);
  g_string_append (self->out, "</span>");
  append_silence (self, row->counts);
  g_string_append (self->out, "</header>\n");
}

static void
append_heads (Reporter *self, const guint *counts)
{
  g_string_append (self->out, "<div class=\"heads\">\n");
  for (guint i = 0; i < self->n_columns; i++)
    {
      cpt_report_append (self->out, "<div class=\"head side-%u\">", i);
      append_badge (self, i);
      cpt_report_append (self->out, "%s <span class=\"count\">%u</span></div>\n",
                         cpt_report_get_column_name (self->state, i), counts[i]);
    }
  g_string_append (self->out, "</div>\n");
}

static void
append_topic_links (Reporter *self, const CptBoard *board)
{
  g_string_append (self->out, "<ul class=\"topics\">\n");
  for (guint i = 0; i < cpt_board_get_n_rows (board); i++)
    {
      const CptBoardRow *row = cpt_board_get_row (board, i);

      if (row->kind == CPT_BOARD_ROW_TOPIC)
        cpt_report_append (self->out, "<li><a href=\"#topic-%s\">%s</a></li>\n", row->topic,
                           cpt_state_get_topic_name (self->state, row->topic));
    }
  g_string_append (self->out, "</ul>\n");
}

void
cpt_report_append_board (GString *out, CptState *state)
{
  g_autoptr (CptBoard) board = cpt_board_new (state, NULL);
  Reporter self = { out, state, cpt_board_get_n_columns (board) };
  gboolean in_topic = FALSE;

  cpt_report_append (out, "<section aria-label=\"%s\" style=\"--columns:%u\">\n<h2>%s</h2>\n", _ ("Side by side"),
                     self.n_columns, _ ("Side by side"));
  append_topic_links (&self, board);
  append_heads (&self, cpt_board_get_counts (board));
  for (guint i = 0; i < cpt_board_get_n_rows (board); i++)
    {
      const CptBoardRow *row = cpt_board_get_row (board, i);

      if (row->kind == CPT_BOARD_ROW_CARDS)
        append_row (&self, row);
      else
        {
          g_string_append (out, in_topic ? "</section>\n" : "");
          append_topic_head (&self, row);
          in_topic = TRUE;
        }
    }
  g_string_append (out, in_topic ? "</section>\n</section>\n" : "</section>\n");
}
