// SPDX-License-Identifier: GPL-3.0-or-later
// A popover in which to choose where a statement is cut in two: its words with a cursor, and both halves told apart. Room:
// gui/widgets; acts through an action of the widget it hangs on.
#include "cpt-split-popover.h"

#include <glib/gi18n.h>

#include "cpt-snap.h"
#include "cpt-widget.h"

#define WIDTH_PX 380
/* A guess that leaves room for the whole sentence: a text view knows its height only once it is drawn. */
#define CHARS_A_LINE 48
#define LINE_PX 24
#define MAX_LINES 10

typedef struct
{
  GtkWidget *popover;
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextTag *second_half;
  GtkWidget *split;
  const char *action;
  CptState *state;
  guint32 statement_id;
  CptSpan span;
} Splitter;

static void
splitter_free (gpointer data)
{
  Splitter *self = data;

  cpt_state_unref (self->state);
  g_free (self);
}

static const char *
get_text (Splitter *self)
{
  const CptStatement *statement = cpt_state_find_statement (self->state, self->statement_id);

  return cpt_article_get_text (cpt_state_find_article (self->state, statement->article_id)->article);
}

/* Bytes in the article. */
static gsize
get_offset (Splitter *self)
{
  GtkTextIter iter;
  const char *begin = get_text (self) + self->span.begin_bytes;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  return cpt_snap_to_word (get_text (self), self->span.begin_bytes
                                                + (gsize) (g_utf8_offset_to_pointer (begin, gtk_text_iter_get_offset (&iter)) - begin));
}

static int
get_char_offset (Splitter *self, gsize offset_bytes)
{
  const char *text = get_text (self);

  return (int) g_utf8_pointer_to_offset (text + self->span.begin_bytes, text + offset_bytes);
}

/* What would become the second half is drawn fainter; a place with words on one side only cannot be chosen. */
static void
cursor_cb (Splitter *self)
{
  g_autoptr (CptCommand) command = cpt_command_split (self->state, self->statement_id, get_offset (self));
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->second_half, &begin, &end);
  gtk_widget_set_sensitive (self->split, command != NULL);
  if (command == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &begin, get_char_offset (self, get_offset (self)));
  gtk_text_buffer_apply_tag (self->buffer, self->second_half, &begin, &end);
}

static void
split_cb (Splitter *self)
{
  gsize offset = get_offset (self);

  if (!gtk_widget_get_sensitive (self->split))
    return;
  gtk_widget_activate_action (gtk_widget_get_parent (self->popover), self->action, "(ut)", self->statement_id,
                              (guint64) offset);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
key_cb (Splitter *self, guint key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  split_cb (self);
  return GDK_EVENT_STOP;
}

static void
add_view (Splitter *self, GtkWidget *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  int n_lines = MIN (get_char_offset (self, self->span.end_bytes) / CHARS_A_LINE + 2, MAX_LINES);

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  self->second_half = gtk_text_buffer_create_tag (self->buffer, NULL, "style", PANGO_STYLE_ITALIC, "underline",
                                                  PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Put the cursor where the second part begins"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->view, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_size_request (scroller, WIDTH_PX, n_lines * LINE_PX);
  gtk_widget_add_css_class (scroller, "note-frame");
  gtk_box_append (GTK_BOX (box), scroller);
}

static GtkWidget *
build (Splitter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *hint = gtk_label_new (_("Put the cursor where the second part begins."));

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "field-hint");
  gtk_box_append (GTK_BOX (box), hint);
  add_view (self, box);
  self->split = cpt_button_new_with_mnemonic (_("_Split Here"));
  gtk_widget_add_css_class (self->split, "suggested-action");
  gtk_widget_set_halign (self->split, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (self->split, _("Enter"));
  g_signal_connect_swapped (self->split, "clicked", G_CALLBACK (split_cb), self);
  gtk_box_append (GTK_BOX (box), self->split);
  return box;
}

static void
map_cb (Splitter *self)
{
  gtk_widget_grab_focus (self->view);
}

/**
 * cpt_split_popover_new:
 * @statement: of @state
 * @action: gets the id and the place, "(ut)"; looked up from the widget that the popover hangs on. A static string
 *
 * Returns: (transfer floating): a popover to be hung on a widget and popped up. The cursor stands at the likely place.
 */
GtkWidget *
cpt_split_popover_new (CptState *state, const CptStatement *statement, const char *action)
{
  Splitter *self = g_new0 (Splitter, 1);
  GtkTextIter iter;

  self->popover = gtk_popover_new ();
  self->action = action;
  self->state = cpt_state_ref (state);
  self->statement_id = statement->id;
  self->span = statement->span;
  g_object_set_data_full (G_OBJECT (self->popover), "cpt-splitter", self, splitter_free);
  gtk_popover_set_child (GTK_POPOVER (self->popover), build (self));
  gtk_text_buffer_set_text (self->buffer, get_text (self) + self->span.begin_bytes,
                            (int) cpt_span_get_length_bytes (self->span));
  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_cb), self);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter,
                                      get_char_offset (self, cpt_snap_propose (get_text (self), self->span)));
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  cursor_cb (self);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (map_cb), self);
  return self->popover;
}
