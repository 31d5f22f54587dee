// SPDX-License-Identifier: GPL-3.0-or-later
// A statement as a card. Room: gui/widgets; lean, because a board shows hundreds of them. The words are layouts of its own and
// not labels: a label that wraps shapes its text anew for each width that it is asked about, which at 40,000 statements cost
// four fifths of a frame. Only marks are widgets, and only where there are marks.
#include "cpt-card.h"

#include <glib/gi18n.h>

#include "cpt-describe.h"
#include "cpt-hits.h"
#include "cpt-widget.h"

#define EDGE_PX 4
#define RADIUS_PX 8
#define PAD_X_PX 12
#define PAD_Y_PX 10
#define META_GAP_PX 6
#define MARK_PX 14
#define MARK_GAP_PX 4
#define MIN_WIDTH_PX 72
#define NATURAL_WIDTH_PX 280
#define LINE_SPACING 1.18f
#define META_SCALE 0.86
#define CONTEXT_SCALE 0.94
#define META_ALPHA 0.68f

typedef enum
{
  MARK_REVIEW,
  MARK_HALF,
  MARK_NOTE,
  MARK_HAND,
  N_MARKS
} Mark;

static const char *const mark_icons[N_MARKS] = {
  [MARK_REVIEW] = "cpt-review-symbolic",
  [MARK_HALF] = "cpt-half-symbolic",
  [MARK_NOTE] = "cpt-note-symbolic",
  [MARK_HAND] = "cpt-hand-symbolic",
};

struct _CptCard
{
  GtkWidget parent_instance;
  PangoLayout *words;
  PangoLayout *meta;
  GtkWidget *marks[N_MARKS]; /* made when first needed */
  CptState *state;           /* (nullable) */
  const CptStatement *statement; /* kept alive by the state */
  const char *search;        /* (nullable): interned: words to mark */
  guint column;
  guint n_copies;
  int meta_height;   /* of the font with this serial */
  guint font_serial;
};

G_DEFINE_FINAL_TYPE (CptCard, cpt_card, GTK_TYPE_WIDGET)

static gboolean
has_mark (const CptStatement *statement, Mark mark)
{
  switch (mark)
    {
    case MARK_REVIEW:
      return cpt_statement_needs_review (statement);
    case MARK_HALF:
      return statement->n_parts > 1;
    case MARK_NOTE:
      return statement->note != NULL;
    case MARK_HAND:
    default:
      return statement->decided != 0;
    }
}

static void
show_mark (CptCard *self, Mark mark, gboolean shown)
{
  if (shown && self->marks[mark] == NULL)
    {
      /* The card's own name says what the mark means. */
      self->marks[mark] = g_object_new (GTK_TYPE_IMAGE, "icon-name", mark_icons[mark], "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_image_set_pixel_size (GTK_IMAGE (self->marks[mark]), MARK_PX);
      gtk_widget_add_css_class (self->marks[mark], mark == MARK_REVIEW ? "review-mark" : "mark");
      gtk_widget_set_parent (self->marks[mark], GTK_WIDGET (self));
    }
  if (self->marks[mark] != NULL)
    gtk_widget_set_visible (self->marks[mark], shown);
}

static gboolean
is_shown (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_visible (widget);
}

static int
measure_marks (CptCard *self)
{
  int width = 0;

  for (guint i = 0; i < N_MARKS; i++)
    if (is_shown (self->marks[i]))
      width += MARK_PX + MARK_GAP_PX;
  return width;
}

static void
append_separated (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
insert_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint end_index)
{
  attribute->end_index = end_index;
  pango_attr_list_insert (attributes, attribute);
}

/* Source (heavier) · cue · date · article, or how many articles say it */
static void
bind_meta (CptCard *self)
{
  const CptStatement *statement = self->statement;
  const char *source = statement->now.source;
  g_autofree char *date = cpt_describe_date (self->state, statement);
  g_autofree char *copies = g_strdup_printf (ngettext ("in %u article", "in %u articles", self->n_copies + 1), self->n_copies + 1);
  g_autoptr (GString) text = g_string_new (source);
  g_autoptr (PangoAttrList) attributes = self->search == NULL || source == NULL
                                             ? pango_attr_list_new ()
                                             : cpt_hits_new_attributes (source, self->search);

  insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), text->len);
  if (source != NULL)
    append_separated (text, statement->cue);
  append_separated (text, date);
  if (self->n_copies > 0)
    append_separated (text, copies);
  else if (cpt_state_get_n_articles (self->state) > 1)
    append_separated (text, cpt_article_get_display_name (
                                cpt_state_find_article (self->state, statement->article_id)->article));
  insert_attribute (attributes, pango_attr_scale_new (META_SCALE), G_MAXUINT);
  pango_layout_set_text (self->meta, text->str, text->len);
  pango_layout_set_attributes (self->meta, attributes);
}

static void
bind_words (CptCard *self, gboolean context)
{
  g_autofree char *words = cpt_describe_words (self->state, self->statement);
  g_autoptr (PangoAttrList) attributes
      = self->search == NULL ? pango_attr_list_new () : cpt_hits_new_attributes (words, self->search);

  if (context)
    insert_attribute (attributes, pango_attr_scale_new (CONTEXT_SCALE), G_MAXUINT);
  pango_layout_set_text (self->words, words, -1);
  pango_layout_set_attributes (self->words, attributes);
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* --- geometry --------------------------------------------------------------------------------------------------- */

static gboolean
has_meta (CptCard *self)
{
  return *pango_layout_get_text (self->meta) != '\0';
}

/* From the font alone: the text of this line is shaped only when it is drawn. */
static int
measure_bottom_line (CptCard *self)
{
  PangoContext *context = pango_layout_get_context (self->meta);
  guint serial = pango_context_get_serial (context);

  if (!has_meta (self) && measure_marks (self) == 0)
    return 0;
  if (self->font_serial != serial)
    {
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

      self->meta_height = (int) (pango_font_metrics_get_height (metrics) * META_SCALE / PANGO_SCALE + 0.5);
      self->font_serial = serial;
      pango_font_metrics_unref (metrics);
    }
  return META_GAP_PX + MAX (self->meta_height, MARK_PX);
}

static int
measure_words (CptCard *self, int width)
{
  int height;

  pango_layout_set_width (self->words, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->words, NULL, &height);
  return height;
}

static int
inner_width (int width)
{
  return MAX (width - EDGE_PX - 2 * PAD_X_PX, 1);
}

static void
cpt_card_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  CptCard *self = CPT_CARD (widget);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH_PX;
      *natural = NATURAL_WIDTH_PX;
      return;
    }
  height = measure_words (self, inner_width (for_size < 0 ? NATURAL_WIDTH_PX : for_size));
  *minimum = *natural = height + measure_bottom_line (self) + 2 * PAD_Y_PX;
}

static void
allocate_marks (CptCard *self, int x_end, int y, int height, gboolean rtl)
{
  for (guint i = N_MARKS; i > 0; i--)
    {
      GtkWidget *mark = self->marks[i - 1];

      if (!is_shown (mark))
        continue;
      gtk_widget_size_allocate (mark, &(GtkAllocation){ rtl ? x_end : x_end - MARK_PX, y + (height - MARK_PX) / 2,
                                                        MARK_PX, MARK_PX }, -1);
      x_end += rtl ? MARK_PX + MARK_GAP_PX : -(MARK_PX + MARK_GAP_PX);
    }
}

static void
cpt_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptCard *self = CPT_CARD (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int left = PAD_X_PX + (rtl ? 0 : EDGE_PX);
  int inner = inner_width (width);
  int bottom = measure_bottom_line (self);

  pango_layout_set_width (self->words, inner * PANGO_SCALE);
  pango_layout_set_width (self->meta, MAX (inner - measure_marks (self), 0) * PANGO_SCALE);
  if (bottom > 0)
    allocate_marks (self, rtl ? left : left + inner, height - PAD_Y_PX - (bottom - META_GAP_PX), bottom - META_GAP_PX,
                    rtl);
}

/* --- drawing ---------------------------------------------------------------------------------------------------- */

static void
snapshot_layout (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *color, float x, float y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_text (CptCard *self, GtkSnapshot *snapshot, float height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float left = PAD_X_PX + (rtl ? 0 : EDGE_PX);
  int meta_height;
  GdkRGBA color;

  cpt_widget_get_color (GTK_WIDGET (self), &color);
  snapshot_layout (snapshot, self->words, &color, left, PAD_Y_PX);
  if (!has_meta (self))
    return;
  color.alpha *= META_ALPHA;
  pango_layout_get_pixel_size (self->meta, NULL, &meta_height);
  snapshot_layout (snapshot, self->meta, &color, left + (rtl ? measure_marks (self) : 0),
                   height - PAD_Y_PX - (measure_bottom_line (self) - META_GAP_PX + meta_height) / 2.0f);
}

static void
cpt_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CptCard *self = CPT_CARD (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  CptSideInk ink;
  GskRoundedRect outline;

  if (self->state != NULL)
    {
      ink = cpt_column_ink_get (self->state, self->column, cpt_widget_is_dark (widget));
      gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS_PX - 1);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      if (ink.tint.alpha > 0)
        gtk_snapshot_append_color (snapshot, &ink.tint, &bounds);
      cpt_side_ink_snapshot_edge (&ink, snapshot,
                                  &GRAPHENE_RECT_INIT (rtl ? width - EDGE_PX : 0, 0, EDGE_PX, height));
      gtk_snapshot_pop (snapshot);
      snapshot_text (self, snapshot, height);
    }
  GTK_WIDGET_CLASS (cpt_card_parent_class)->snapshot (widget, snapshot);
}

static GtkSizeRequestMode
cpt_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The reasons show over the marks only: who reads, or moves the pointer across a board, is not to be disturbed. */
static gboolean
is_over_marks (CptCard *self, int x, int y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int marks = measure_marks (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return marks > 0 && y > height - PAD_Y_PX - measure_bottom_line (self) && (rtl ? x : width - x) < PAD_X_PX + marks;
}

static gboolean
cpt_card_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  CptCard *self = CPT_CARD (widget);
  g_autofree char *reasons = NULL;
  g_autofree char *text = NULL;

  if (self->statement == NULL || (!keyboard && !is_over_marks (self, x, y)))
    return FALSE;
  reasons = cpt_describe_reasons (self->state, self->statement);
  text = self->statement->note == NULL ? g_strdup (reasons)
                                       : g_strdup_printf ("%s\n\n%s", self->statement->note, reasons);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
cpt_card_dispose (GObject *object)
{
  CptCard *self = CPT_CARD (object);

  cpt_card_unbind (self);
  g_clear_object (&self->words);
  g_clear_object (&self->meta);
  for (guint i = 0; i < N_MARKS; i++)
    g_clear_pointer (&self->marks[i], gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_card_parent_class)->dispose (object);
}

static void
cpt_card_class_init (CptCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_card_dispose;
  widget_class->measure = cpt_card_measure;
  widget_class->size_allocate = cpt_card_size_allocate;
  widget_class->snapshot = cpt_card_snapshot;
  widget_class->get_request_mode = cpt_card_get_request_mode;
  widget_class->query_tooltip = cpt_card_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
cpt_card_init (CptCard *self)
{
  self->words = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->words, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (self->words, LINE_SPACING);
  self->meta = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_ellipsize (self->meta, PANGO_ELLIPSIZE_END);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * cpt_card_new:
 *
 * Returns: (transfer floating): a new card that shows nothing
 */
GtkWidget *
cpt_card_new (void)
{
  return g_object_new (CPT_TYPE_CARD, NULL);
}

/**
 * cpt_card_set_copies:
 * @n_copies: how many more articles say the same
 */
void
cpt_card_set_copies (CptCard *self, guint n_copies)
{
  g_return_if_fail (CPT_IS_CARD (self));
  self->n_copies = n_copies;
}

static char *
describe (CptCard *self)
{
  g_autofree char *statement = cpt_describe_statement (self->state, self->statement);

  if (self->n_copies == 0)
    return g_steal_pointer (&statement);
  return g_strdup_printf (ngettext ("%2$s; in %1$u article", "%2$s; in %1$u articles", self->n_copies + 1), self->n_copies + 1,
                          statement);
}

/**
 * cpt_card_bind:
 * @statement: of @state
 * @column: in which it stands, for its colour
 *
 * Shows a statement.
 */
void
cpt_card_bind (CptCard *self, CptState *state, const CptStatement *statement, guint column)
{
  g_autofree char *description = NULL;
  guint n_sides;

  g_return_if_fail (CPT_IS_CARD (self));
  cpt_state_get_sides (state, &n_sides);
  cpt_state_ref (state);
  cpt_card_unbind (self);
  self->state = state;
  self->statement = statement;
  self->column = column;
  bind_words (self, column >= n_sides);
  bind_meta (self);
  for (guint i = 0; i < N_MARKS; i++)
    show_mark (self, i, has_mark (statement, i));
  set_css_class (GTK_WIDGET (self), "context", column >= n_sides);
  set_css_class (GTK_WIDGET (self), "to-review", cpt_statement_needs_review (statement));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  description = describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

/**
 * cpt_card_set_search:
 * @words: (nullable): what is searched for: marked in the words and the source
 */
void
cpt_card_set_search (CptCard *self, const char *words)
{
  const char *interned = g_intern_string (words);
  guint n_sides;

  g_return_if_fail (CPT_IS_CARD (self));
  if (self->search == interned)
    return;
  self->search = interned;
  if (self->statement == NULL)
    return;
  cpt_state_get_sides (self->state, &n_sides);
  bind_words (self, self->column >= n_sides);
  bind_meta (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cpt_card_unbind:
 *
 * Lets go of the statement.
 */
void
cpt_card_unbind (CptCard *self)
{
  self->statement = NULL;
  g_clear_pointer (&self->state, cpt_state_unref);
}

/**
 * cpt_card_get_statement:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const CptStatement *
cpt_card_get_statement (CptCard *self)
{
  g_return_val_if_fail (CPT_IS_CARD (self), NULL);
  return self->statement;
}

CptState *
cpt_card_get_state (CptCard *self)
{
  g_return_val_if_fail (CPT_IS_CARD (self), NULL);
  return self->state;
}

guint
cpt_card_get_column (CptCard *self)
{
  g_return_val_if_fail (CPT_IS_CARD (self), 0);
  return self->column;
}

void
cpt_card_set_selected (CptCard *self, gboolean selected)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean was_selected = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0;

  g_return_if_fail (CPT_IS_CARD (self));
  if (was_selected == !!selected)
    return;
  if (selected)
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, !!selected, -1);
}
