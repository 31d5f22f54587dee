// SPDX-License-Identifier: GPL-3.0-or-later
// Marks statements in a text view by tags. Room: gui/widgets; the text itself is never edited.
//
// A long article has tens of thousands of statements. They are tagged in slices between frames, from the top, so that
// the page answers at once; after a change only the statements that differ are tagged again.
#include "cpt-article-view.h"

#include <glib/gi18n.h>

#include "cpt-hits.h"

/* Own work in one slice; a frame has 16 ms. */
#define SLICE_US 4000
/* A selection that has not changed for so long is at rest. */
#define REST_MS 250
/* A line that people can read: about 75 characters. */
#define TEXT_WIDTH_PX 720
#define MARGIN_PX 32
#define BACKGROUND_ALPHA 0.16f
#define FOCUS_ALPHA 0.34f
#define HIT_ALPHA 0.7f

struct _CptArticleView
{
  GtkWidget parent_instance;
  GtkWidget *scrolled;
  GtkWidget *text_view;
  GtkTextBuffer *buffer;
  GtkTextTag *side_tags[CPT_MAX_SIDES];
  GtkTextTag *second_tags[CPT_MAX_SIDES]; /* of a further side of the same statement */
  GtkTextTag *focus_tag;
  GtkTextTag *hit_tag;
  char *search;              /* (nullable): words to mark */
  CptHits *hits;             /* (nullable): those words, while they are being marked */
  guint next_hit;            /* statement to look into next */
  guint hit_id;              /* idle source that marks, or 0 */
  CptState *state;           /* (nullable): shown */
  CptArticleState *article;  /* (nullable): shown */
  guint32 focus_id;
  guint margin_id;           /* idle source, or 0 */
  guint tag_id;              /* idle source that tags, or 0 */
  guint rest_id;             /* timer of the selection, or 0 */
  gboolean placing;          /* the cursor is moved by us */
  guint next;                /* next statement to tag */
  guint end;                 /* where to stop */
};

enum
{
  SIGNAL_STATEMENT_CLICKED,
  SIGNAL_WORDS_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Beside the colour: lines that tell the sides apart without it. */
static const PangoUnderline side_lines[CPT_MAX_SIDES] = {
  PANGO_UNDERLINE_SINGLE, PANGO_UNDERLINE_DOUBLE, PANGO_UNDERLINE_ERROR,
  PANGO_UNDERLINE_LOW,    PANGO_UNDERLINE_SINGLE, PANGO_UNDERLINE_DOUBLE,
};

G_DEFINE_FINAL_TYPE (CptArticleView, cpt_article_view, GTK_TYPE_WIDGET)

static void
get_iters (CptArticleView *self, CptSpan span, GtkTextIter *begin, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, begin,
                                      (int) cpt_article_char_offset (self->article->article, span.begin_bytes));
  gtk_text_buffer_get_iter_at_offset (self->buffer, end,
                                      (int) cpt_article_char_offset (self->article->article, span.end_bytes));
}

static const CptStatement *
get_statement (CptArticleState *article, guint i)
{
  return g_ptr_array_index (article->statements, i);
}

static void
clear_tags (CptArticleView *self, const GtkTextIter *begin, const GtkTextIter *end)
{
  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    {
      gtk_text_buffer_remove_tag (self->buffer, self->side_tags[i], begin, end);
      gtk_text_buffer_remove_tag (self->buffer, self->second_tags[i], begin, end);
    }
}

static void
tag_statement (CptArticleView *self, const CptStatement *statement)
{
  GtkTextIter begin, end;
  gboolean first = TRUE;

  get_iters (self, statement->span, &begin, &end);
  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    if (statement->now.sides & CPT_SIDE_BIT (i))
      {
        gtk_text_buffer_apply_tag (self->buffer, first ? self->side_tags[i] : self->second_tags[i], &begin, &end);
        first = FALSE;
      }
}

static gboolean
tag_slice_cb (gpointer data)
{
  CptArticleView *self = data;
  gint64 deadline = g_get_monotonic_time () + SLICE_US;

  while (self->next < self->end && g_get_monotonic_time () < deadline)
    tag_statement (self, get_statement (self->article, self->next++));
  if (self->next < self->end)
    return G_SOURCE_CONTINUE;
  self->tag_id = 0;
  return G_SOURCE_REMOVE;
}

static void
start_tagging (CptArticleView *self, guint from, guint to)
{
  g_clear_handle_id (&self->tag_id, g_source_remove);
  self->next = from;
  self->end = to;
  if (tag_slice_cb (self) == G_SOURCE_CONTINUE)
    self->tag_id = g_idle_add (tag_slice_cb, self);
}

/* --- what is searched for --- */

static void
mark_hits (CptArticleView *self, const CptStatement *statement)
{
  const char *text = cpt_article_get_text (self->article->article) + statement->span.begin_bytes;
  g_autoptr (GArray) spans = cpt_hits_find (self->hits, text, cpt_span_get_length_bytes (statement->span));

  for (guint i = 0; i < spans->len; i++)
    {
      CptSpan span = g_array_index (spans, CptSpan, i);
      GtkTextIter begin, end;

      get_iters (self, CPT_SPAN (statement->span.begin_bytes + span.begin_bytes, statement->span.begin_bytes + span.end_bytes),
                 &begin, &end);
      gtk_text_buffer_apply_tag (self->buffer, self->hit_tag, &begin, &end);
    }
}

static gboolean
hit_slice_cb (gpointer data)
{
  CptArticleView *self = data;
  gint64 deadline = g_get_monotonic_time () + SLICE_US;

  while (self->next_hit < self->article->statements->len && g_get_monotonic_time () < deadline)
    mark_hits (self, get_statement (self->article, self->next_hit++));
  if (self->next_hit < self->article->statements->len)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->hits, cpt_hits_free);
  self->hit_id = 0;
  return G_SOURCE_REMOVE;
}

static void
start_marking (CptArticleView *self)
{
  GtkTextIter begin, end;

  g_clear_handle_id (&self->hit_id, g_source_remove);
  g_clear_pointer (&self->hits, cpt_hits_free);
  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->hit_tag, &begin, &end);
  if (self->search == NULL || self->article == NULL)
    return;
  self->hits = cpt_hits_new (self->search);
  self->next_hit = 0;
  if (hit_slice_cb (self) == G_SOURCE_CONTINUE)
    self->hit_id = g_idle_add (hit_slice_cb, self);
}

static void
colour_tags (CptArticleView *self)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (self->state, &n_sides);

  for (guint i = 0; i < n_sides && i < CPT_MAX_SIDES; i++)
    {
      GdkRGBA line, background;

      if (!gdk_rgba_parse (&line, sides[i].colour))
        continue;
      background = line;
      background.alpha = BACKGROUND_ALPHA;
      g_object_set (self->side_tags[i], "background-rgba", &background, "underline-rgba", &line, "underline", side_lines[i], NULL);
      g_object_set (self->second_tags[i], "underline-rgba", &line, "underline", side_lines[i], NULL);
    }
}

static void
mark_focus (CptArticleView *self)
{
  const CptStatement *statement = self->state != NULL ? cpt_state_find_statement (self->state, self->focus_id) : NULL;
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->focus_tag, &begin, &end);
  if (statement == NULL || self->article == NULL || statement->article_id != self->article->id)
    return;
  get_iters (self, statement->span, &begin, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->focus_tag, &begin, &end);
}

/* Tags again what lies between the statements that both versions share at the beginning and at the end. */
static void
show_difference (CptArticleView *self, CptArticleState *before, CptArticleState *after)
{
  guint n_before = before->statements->len, n_after = after->statements->len;
  guint prefix = 0, suffix = 0;
  GtkTextIter begin, end, ignored;

  while (prefix < n_before && prefix < n_after && get_statement (before, prefix) == get_statement (after, prefix))
    prefix++;
  while (suffix < n_before - prefix && suffix < n_after - prefix
         && get_statement (before, n_before - 1 - suffix) == get_statement (after, n_after - 1 - suffix))
    suffix++;
  if (prefix + suffix >= n_after)
    return;
  get_iters (self, get_statement (after, prefix)->span, &begin, &ignored);
  get_iters (self, get_statement (after, n_after - 1 - suffix)->span, &ignored, &end);
  clear_tags (self, &begin, &end);
  /* An unfinished first pass goes on to its own end. */
  start_tagging (self, self->tag_id != 0 ? MIN (self->next, prefix) : prefix, self->tag_id != 0 ? n_after : n_after - suffix);
}

static void
show_text (CptArticleView *self)
{
  CptArticle *article = self->article->article;

  self->placing = TRUE;
  gtk_text_buffer_set_text (self->buffer, cpt_article_get_text (article), (int) cpt_article_get_length_bytes (article));
  self->placing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cpt_article_get_display_name (article), -1);
  start_tagging (self, 0, self->article->statements->len);
  start_marking (self);
}

static gboolean
has_same_text (CptArticleState *before, CptArticleState *after)
{
  return before != NULL && after != NULL && before->id == after->id
         && cpt_article_get_text (before->article) == cpt_article_get_text (after->article);
}

static gsize
get_byte_offset (CptArticleView *self, const GtkTextIter *iter)
{
  return cpt_article_byte_offset (self->article->article, (gsize) gtk_text_iter_get_offset (iter));
}

static void
click_at_cursor (CptArticleView *self)
{
  gsize offset;
  const CptStatement *statement;

  if (!cpt_article_view_get_cursor (self, &offset) || gtk_text_buffer_get_has_selection (self->buffer))
    return;
  statement = cpt_state_find_statement_at (self->state, self->article->id, offset);
  if (statement != NULL)
    g_signal_emit (self, signals[SIGNAL_STATEMENT_CLICKED], 0, statement->id);
}

/* The cursor is where the click was by now. */
static void
released_cb (CptArticleView *self, int n_press, double x, double y)
{
  if (self->article != NULL)
    click_at_cursor (self);
}

/* The menu of the right button is about the sentence under the pointer, unless words are selected. */
static void
menu_pressed_cb (CptArticleView *self, int n_press, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text_view);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (self->article == NULL || gtk_text_buffer_get_has_selection (self->buffer))
    return;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return;
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  click_at_cursor (self);
}

static void
cursor_moved_cb (CptArticleView *self)
{
  const CptStatement *focused = self->state != NULL ? cpt_state_find_statement (self->state, self->focus_id) : NULL;
  gsize offset;

  if (self->placing || !gtk_widget_has_focus (self->text_view) || !cpt_article_view_get_cursor (self, &offset))
    return;
  if (focused == NULL || focused->article_id != self->article->id || !cpt_span_contains (focused->span, CPT_SPAN (offset, offset)))
    click_at_cursor (self);
}

/* A selection that is still being dragged is not at rest. */
static gboolean
is_button_down (CptArticleView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkDevice *pointer = gdk_seat_get_pointer (gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self))));
  GdkModifierType modifiers = 0;

  if (surface != NULL && pointer != NULL)
    gdk_surface_get_device_position (surface, pointer, NULL, NULL, &modifiers);
  return (modifiers & GDK_BUTTON1_MASK) != 0;
}

static gboolean
rest_cb (gpointer data)
{
  CptArticleView *self = data;

  if (is_button_down (self))
    return G_SOURCE_CONTINUE;
  self->rest_id = 0;
  g_signal_emit (self, signals[SIGNAL_WORDS_SELECTED], 0);
  return G_SOURCE_REMOVE;
}

static void
selection_moved_cb (CptArticleView *self)
{
  gboolean has_selection = gtk_text_buffer_get_has_selection (self->buffer);

  if (!has_selection && self->rest_id == 0)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

static void
mark_set_cb (CptArticleView *self, GtkTextIter *location, GtkTextMark *mark)
{
  if (mark == gtk_text_buffer_get_insert (self->buffer) || mark == gtk_text_buffer_get_selection_bound (self->buffer))
    selection_moved_cb (self);
}

static void
has_selection_cb (CptArticleView *self)
{
  if (!gtk_text_buffer_get_has_selection (self->buffer) && self->rest_id == 0)
    g_signal_emit (self, signals[SIGNAL_WORDS_SELECTED], 0);
}

static gboolean
set_margins_cb (gpointer data)
{
  CptArticleView *self = data;
  int margin = MAX (MARGIN_PX, (gtk_widget_get_width (GTK_WIDGET (self)) - TEXT_WIDTH_PX) / 2);

  self->margin_id = 0;
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text_view), margin);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text_view), margin);
  return G_SOURCE_REMOVE;
}

/* Keeps lines readable however wide the window is. The text view cannot bear new margins while it is being allocated. */
static void
page_size_cb (CptArticleView *self)
{
  if (self->margin_id == 0)
    self->margin_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 20, set_margins_cb, self, NULL);
}

static void
cpt_article_view_dispose (GObject *object)
{
  CptArticleView *self = CPT_ARTICLE_VIEW (object);

  g_clear_handle_id (&self->margin_id, g_source_remove);
  g_clear_handle_id (&self->tag_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_handle_id (&self->hit_id, g_source_remove);
  g_clear_pointer (&self->hits, cpt_hits_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->state, cpt_state_unref);
  g_clear_pointer (&self->article, cpt_article_state_unref);
  G_OBJECT_CLASS (cpt_article_view_parent_class)->dispose (object);
}

static void
cpt_article_view_class_init (CptArticleViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_article_view_dispose;
  signals[SIGNAL_STATEMENT_CLICKED] = g_signal_new ("statement-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_WORDS_SELECTED] = g_signal_new ("words-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "articleview");
}

static void
watch_text (CptArticleView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->text_view, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu_click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (self->text_view, GTK_EVENT_CONTROLLER (menu_click));
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::has-selection", G_CALLBACK (has_selection_cb), self, G_CONNECT_SWAPPED);
}

static void
cpt_article_view_init (CptArticleView *self)
{
  GdkRGBA focus = { 0.95f, 0.75f, 0.15f, FOCUS_ALPHA }, hit = { 0.96f, 0.76f, 0.07f, HIT_ALPHA };

  self->text_view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Article"), -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text_view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text_view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text_view), MARGIN_PX);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text_view), MARGIN_PX);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->text_view), 5);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self->text_view), 5);
  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    {
      self->side_tags[i] = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
      self->second_tags[i] = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
    }
  self->focus_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "background-rgba", &focus, NULL);
  self->hit_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "background-rgba", &hit, NULL);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->text_view);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "notify::page-size",
                           G_CALLBACK (page_size_cb), self, G_CONNECT_SWAPPED);
  watch_text (self);
}

GtkWidget *
cpt_article_view_new (void)
{
  return g_object_new (CPT_TYPE_ARTICLE_VIEW, NULL);
}

/**
 * cpt_article_view_show:
 * @state: (nullable): what to show
 * @article_id: which article of it
 *
 * Cost: the text is put into the view once; after a change only the statements that differ are marked again.
 */
void
cpt_article_view_show (CptArticleView *self, CptState *state, guint32 article_id)
{
  const CptArticleState *found = state != NULL ? cpt_state_find_article (state, article_id) : NULL;
  g_autoptr (CptArticleState) before = g_steal_pointer (&self->article);
  CptArticleState *after = found != NULL ? cpt_article_state_ref ((CptArticleState *) found) : NULL;

  g_return_if_fail (CPT_IS_ARTICLE_VIEW (self));
  if (state != NULL)
    cpt_state_ref (state);
  g_clear_pointer (&self->state, cpt_state_unref);
  self->state = state;
  self->article = after;
  if (self->hit_id != 0)
    start_marking (self); /* the statements that it goes through may be others now */
  if (after == NULL)
    {
      g_clear_handle_id (&self->tag_id, g_source_remove);
      gtk_text_buffer_set_text (self->buffer, "", 0);
      return;
    }
  colour_tags (self);
  if (has_same_text (before, after))
    show_difference (self, before, after);
  else
    show_text (self);
  mark_focus (self);
}

/**
 * cpt_article_view_focus_statement:
 * @statement_id: a statement, or 0 for none
 * @scroll: whether to bring it into view
 */
void
cpt_article_view_focus_statement (CptArticleView *self, guint32 statement_id, gboolean scroll)
{
  const CptStatement *statement;
  GtkTextIter begin, end;

  g_return_if_fail (CPT_IS_ARTICLE_VIEW (self));
  self->focus_id = statement_id;
  mark_focus (self);
  statement = self->state != NULL ? cpt_state_find_statement (self->state, statement_id) : NULL;
  if (!scroll || statement == NULL || self->article == NULL || statement->article_id != self->article->id)
    return;
  get_iters (self, statement->span, &begin, &end);
  self->placing = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &begin);
  self->placing = FALSE;
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text_view), gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.3);
}

/**
 * cpt_article_view_set_search:
 * @words: (nullable): what is searched for: each place that holds one of the words is marked, between frames
 */
void
cpt_article_view_set_search (CptArticleView *self, const char *words)
{
  g_return_if_fail (CPT_IS_ARTICLE_VIEW (self));
  if (g_strcmp0 (self->search, words) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (words);
  start_marking (self);
}

/**
 * cpt_article_view_get_text_view:
 *
 * Returns: (transfer none): what shows the text, to hang keys and menus on
 */
GtkWidget *
cpt_article_view_get_text_view (CptArticleView *self)
{
  g_return_val_if_fail (CPT_IS_ARTICLE_VIEW (self), NULL);
  return self->text_view;
}

/**
 * cpt_article_view_get_cursor:
 * @offset_bytes: (out): where the cursor stands, in the article's text
 *
 * Returns: FALSE when no article is shown
 */
gboolean
cpt_article_view_get_cursor (CptArticleView *self, gsize *offset_bytes)
{
  GtkTextIter iter;

  g_return_val_if_fail (CPT_IS_ARTICLE_VIEW (self), FALSE);
  if (self->article == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  *offset_bytes = get_byte_offset (self, &iter);
  return TRUE;
}

/**
 * cpt_article_view_get_selection:
 * @span: (out): the selected words, in the article's text
 *
 * Returns: FALSE when nothing is selected
 */
gboolean
cpt_article_view_get_selection (CptArticleView *self, CptSpan *span)
{
  GtkTextIter begin, end;

  g_return_val_if_fail (CPT_IS_ARTICLE_VIEW (self), FALSE);
  if (self->article == NULL || !gtk_text_buffer_get_selection_bounds (self->buffer, &begin, &end))
    return FALSE;
  *span = CPT_SPAN (get_byte_offset (self, &begin), get_byte_offset (self, &end));
  return TRUE;
}

/* The cursor stays where it is. */
void
cpt_article_view_select_none (CptArticleView *self)
{
  GtkTextIter iter;

  g_return_if_fail (CPT_IS_ARTICLE_VIEW (self));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  self->placing = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->placing = FALSE;
}

/**
 * cpt_article_view_compute_bounds:
 * @span: words of the article
 * @bounds: (out): the line on which they end, in the view's coordinates
 *
 * Returns: FALSE when they are not in view
 */
gboolean
cpt_article_view_compute_bounds (CptArticleView *self, CptSpan span, GdkRectangle *bounds)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text_view);
  GtkTextIter begin, end;
  GdkRectangle visible, line;
  graphene_point_t point;

  g_return_val_if_fail (CPT_IS_ARTICLE_VIEW (self), FALSE);
  if (self->article == NULL)
    return FALSE;
  get_iters (self, span, &begin, &end);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &end, &line);
  if (!gdk_rectangle_intersect (&visible, &((GdkRectangle){ line.x, line.y, MAX (line.width, 1), line.height }), &line))
    return FALSE;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, line.x, line.y, &bounds->x, &bounds->y);
  if (!gtk_widget_compute_point (self->text_view, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (bounds->x, bounds->y), &point))
    return FALSE;
  *bounds = (GdkRectangle){ (int) point.x, (int) point.y, 1, line.height };
  return TRUE;
}
