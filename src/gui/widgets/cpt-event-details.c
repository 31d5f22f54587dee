// SPDX-License-Identifier: GPL-3.0-or-later
// Date, label and sentences of an event, with what can be done about them. Room: gui/widgets.
//
// Always there and never lower than a short event needs, so that nothing jumps when an event is selected. Where other sides
// give an account of the same, their sentences stand beside it.
#include "cpt-event-details.h"

#include "cpt-describe.h"
#include "cpt-event-accounts.h"
#include "cpt-hits.h"
#include "cpt-session.h"
#include "cpt-side-ink.h"
#include "cpt-widget.h"

#include <glib/gi18n.h>

#define TEXT_LINES 3
#define TEXT_CHARS 30
#define MAX_TEXT_CHARS 46
#define MAX_LABEL_CHARS 200
/* Room for a head, three lines and their foot, in sizes of the font. */
#define HEIGHT_EM 11.7
#define MAX_ACCOUNTS 4

struct _CptEventDetails
{
  GtkWidget parent_instance;
  GtkWidget *box;      /* stack: a hint, or what is known */
  GtkWidget *hint;
  GtkWidget *content;
  GtkWidget *date_button;
  GtkWidget *label_stack;
  GtkWidget *label;
  GtkWidget *label_entry;
  GtkWidget *menu_button;
  GtkWidget *accounts; /* flow box of #CptEventAccount */
  GtkWidget *derivation;
  guint32 event_id;
};

G_DEFINE_FINAL_TYPE (CptEventDetails, cpt_event_details, GTK_TYPE_WIDGET)

/* --- one account: a sentence on its side's ground ---------------------------------------------------------------- */

#define CPT_TYPE_EVENT_ACCOUNT (cpt_event_account_get_type ())
G_DECLARE_FINAL_TYPE (CptEventAccount, cpt_event_account, CPT, EVENT_ACCOUNT, GtkBox)

#define EDGE_PX 4

struct _CptEventAccount
{
  GtkBox parent_instance;
  CptState *state;
  guint column;
};

G_DEFINE_FINAL_TYPE (CptEventAccount, cpt_event_account, GTK_TYPE_BOX)

static void
cpt_event_account_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CptEventAccount *self = CPT_EVENT_ACCOUNT (widget);
  CptSideInk ink = cpt_column_ink_get (self->state, self->column, cpt_widget_is_dark (widget));
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);

  gtk_snapshot_append_color (snapshot, &ink.tint, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cpt_side_ink_snapshot_edge (&ink, snapshot, &GRAPHENE_RECT_INIT (0, 0, EDGE_PX, height));
  GTK_WIDGET_CLASS (cpt_event_account_parent_class)->snapshot (widget, snapshot);
}

static void
cpt_event_account_finalize (GObject *object)
{
  cpt_state_unref (CPT_EVENT_ACCOUNT (object)->state);
  G_OBJECT_CLASS (cpt_event_account_parent_class)->finalize (object);
}

static void
cpt_event_account_class_init (CptEventAccountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cpt_event_account_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = cpt_event_account_snapshot;
}

static void
cpt_event_account_init (CptEventAccount *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "event-account");
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_link (const char *label, const char *tooltip, guint32 statement_id, CptPage page)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "event-link");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", statement_id, (guint) page);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.show-in");
  return button;
}

/* "NATO · Mark Rutte · The Morning Post" */
static char *
dup_who (CptState *state, const CptStatement *statement)
{
  g_autofree char *sides = cpt_describe_sides (state, statement->now.sides);
  g_autoptr (GString) who = g_string_new (sides);

  if (statement->now.source != NULL)
    g_string_append_printf (who, " · %s", statement->now.source);
  if (cpt_state_get_n_articles (state) > 1)
    g_string_append_printf (who, " · %s",
                            cpt_article_get_display_name (cpt_state_find_article (state, statement->article_id)->article));
  return g_string_free (g_steal_pointer (&who), FALSE);
}

static guint
get_column (CptState *state, CptSideSet sides)
{
  guint n_sides;

  cpt_state_get_sides (state, &n_sides);
  for (guint i = 0; i < n_sides; i++)
    if (sides & CPT_SIDE_BIT (i))
      return i;
  return n_sides;
}

static GtkWidget *
make_account (CptState *state, const CptStatement *statement, const char *search)
{
  CptEventAccount *self = g_object_new (CPT_TYPE_EVENT_ACCOUNT, NULL);
  GtkWidget *text = make_label ("event-text"), *who = make_label ("event-who");
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  g_autofree char *words = cpt_describe_words (state, statement), *speaker = dup_who (state, statement);
  g_autoptr (PangoAttrList) hits = search != NULL ? cpt_hits_new_attributes (words, search) : NULL;

  self->state = cpt_state_ref (state);
  self->column = get_column (state, statement->now.sides);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_lines (GTK_LABEL (text), TEXT_LINES);
  gtk_label_set_width_chars (GTK_LABEL (text), TEXT_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (text), MAX_TEXT_CHARS);
  gtk_label_set_yalign (GTK_LABEL (text), 0);
  gtk_widget_set_vexpand (text, TRUE);
  gtk_label_set_text (GTK_LABEL (text), words);
  gtk_label_set_attributes (GTK_LABEL (text), hits);
  gtk_widget_set_tooltip_text (text, words);
  gtk_label_set_text (GTK_LABEL (who), speaker);
  gtk_widget_set_hexpand (who, TRUE);
  gtk_box_append (GTK_BOX (foot), who);
  gtk_box_append (GTK_BOX (foot), make_link (_ ("Compare"), _ ("Show in Compare"), statement->id, CPT_PAGE_COMPARE));
  gtk_box_append (GTK_BOX (foot), make_link (_ ("Article"), _ ("Show in Article"), statement->id, CPT_PAGE_ARTICLE));
  gtk_box_append (GTK_BOX (self), text);
  gtk_box_append (GTK_BOX (self), foot);
  return GTK_WIDGET (self);
}

/* --- the card ---------------------------------------------------------------------------------------------------- */

/* "“December 19” in the article, counted from 20 December 2025" */
static char *
dup_derivation (const CptArticleState *article, const CptEvent *event)
{
  g_autofree char *words = cpt_article_dup_words (article->article, event->words);
  g_autofree char *anchor = NULL, *found = NULL;

  if (event->made)
    return g_strdup (cpt_span_is_empty (event->words) ? _ ("Added by hand, without a sentence") : _ ("Added by hand"));
  found = cpt_interval_format (event->found_interval);
  if (event->date_decided)
    return g_strdup_printf (_ ("“%1$s” in the article; the date was set by hand, found was: %2$s"), words, found);
  if (!cpt_interval_is_dated (event->interval))
    return g_strdup_printf (_ ("“%s” cannot be placed without more knowledge. Is the publication date of the article set?"), words);
  if (event->anchor == CPT_DAY_NONE)
    return g_strdup_printf (_ ("“%s” in the article"), words);
  anchor = cpt_interval_format ((CptInterval){ event->anchor, event->anchor, CPT_PRECISION_DAY });
  return g_strdup_printf (_ ("“%s” in the article, counted from %s"), words, anchor);
}

/* Returns: how many there are beyond those that have room. */
static guint
show_accounts (CptEventDetails *self, CptState *state, const CptEvent *event, const char *search)
{
  g_autoptr (GPtrArray) accounts = cpt_event_list_accounts (state, event);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->accounts)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->accounts), child);
  for (guint i = 0; i < MIN (accounts->len, MAX_ACCOUNTS); i++)
    {
      gtk_flow_box_insert (GTK_FLOW_BOX (self->accounts), make_account (state, accounts->pdata[i], search), -1);
      gtk_widget_set_focusable (gtk_widget_get_last_child (self->accounts), FALSE);
    }
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->accounts), CLAMP (accounts->len, 1, MAX_ACCOUNTS));
  gtk_widget_set_visible (self->accounts, accounts->len > 0);
  return accounts->len > MAX_ACCOUNTS ? accounts->len - MAX_ACCOUNTS : 0;
}

static void
end_edit (CptEventDetails *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->label_stack), "show");
}

static void
label_entered_cb (CptEventDetails *self)
{
  g_autofree char *label = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->label_entry)));

  end_edit (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.set-label", "s", label);
}

static gboolean
label_key_cb (CptEventDetails *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_edit (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.focus", NULL);
  return GDK_EVENT_STOP;
}

/* Going elsewhere keeps what was typed: nothing is lost, and it can be undone. */
static void
label_left_cb (CptEventDetails *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->label_stack)), "edit") == 0)
    label_entered_cb (self);
}

static void
label_pressed_cb (CptEventDetails *self, int n_presses)
{
  if (n_presses == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.rename", NULL);
}

static void
cpt_event_details_dispose (GObject *object)
{
  g_clear_pointer (&CPT_EVENT_DETAILS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_event_details_parent_class)->dispose (object);
}

/* Whatever is shown, the card is as high as its font asks for; what is longer scrolls. */
static void
cpt_event_details_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  CptEventDetails *self = CPT_EVENT_DETAILS (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  gtk_widget_measure (self->box, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) (size * HEIGHT_EM);
}

static void
cpt_event_details_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (CPT_EVENT_DETAILS (widget)->box, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
cpt_event_details_class_init (CptEventDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_event_details_dispose;
  widget_class->measure = cpt_event_details_measure;
  widget_class->size_allocate = cpt_event_details_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "eventdetails");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_icon_button (const char *icon, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_label_editor (CptEventDetails *self)
{
  GtkWidget *show = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  self->label = make_label ("event-label");
  gtk_box_append (GTK_BOX (show), self->label);
  gtk_box_append (GTK_BOX (show), make_icon_button ("document-edit-symbolic", _ ("Rename (F2)"), "timeline.rename"));
  g_signal_connect_object (press, "pressed", G_CALLBACK (label_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->label, GTK_EVENT_CONTROLLER (press));
  self->label_entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->label_entry), MAX_LABEL_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->label_entry), _ ("Empty: as it was found"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Label of the event"), -1);
  g_signal_connect_object (self->label_entry, "activate", G_CALLBACK (label_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (label_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->label_entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (label_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->label_entry, focus);
  self->label_stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->label_stack), show, "show");
  gtk_stack_add_named (GTK_STACK (self->label_stack), self->label_entry, "edit");
  gtk_widget_set_hexpand (self->label_stack, TRUE);
  return self->label_stack;
}

static GtkWidget *
make_head (CptEventDetails *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->date_button = gtk_button_new_with_label ("");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->date_button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->date_button, "event-date");
  gtk_widget_set_valign (self->date_button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->date_button), "timeline.edit-date");
  self->menu_button = make_icon_button ("view-more-symbolic", _ ("What can be done with the event"), "timeline.details-menu");
  gtk_box_append (GTK_BOX (head), self->date_button);
  gtk_box_append (GTK_BOX (head), make_label_editor (self));
  gtk_box_append (GTK_BOX (head), self->menu_button);
  return head;
}

static GtkWidget *
make_content (CptEventDetails *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->accounts = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->accounts), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->accounts), TRUE);
  gtk_widget_add_css_class (self->accounts, "event-accounts");
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->accounts), 8);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->accounts), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accounts), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Accounts"), -1);
  self->derivation = make_label ("dim-label");
  gtk_widget_add_css_class (self->derivation, "event-derivation");
  gtk_box_append (GTK_BOX (content), make_head (self));
  gtk_box_append (GTK_BOX (content), self->accounts);
  gtk_box_append (GTK_BOX (content), self->derivation);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  return scrolled;
}

static void
cpt_event_details_init (CptEventDetails *self)
{
  self->box = gtk_stack_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->hint = gtk_label_new (_ ("Select an event to see its sentence."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "dim-label");
  self->content = make_content (self);
  gtk_stack_add_child (GTK_STACK (self->box), self->hint);
  gtk_stack_add_child (GTK_STACK (self->box), self->content);
}

GtkWidget *
cpt_event_details_new (void)
{
  return g_object_new (CPT_TYPE_EVENT_DETAILS, NULL);
}

static void
show_head (CptEventDetails *self, const CptEvent *event, const char *search)
{
  g_autofree char *date = cpt_interval_is_dated (event->interval) ? cpt_interval_format (event->interval)
                                                                  : g_strdup (_ ("Without a date"));
  g_autofree char *days = cpt_interval_is_dated (event->interval) ? cpt_describe_days (event->interval) : g_strdup (date);
  g_autofree char *tooltip = g_strdup_printf (_ ("%s\nSet another date (D)"), days);
  g_autofree char *name = g_strdup_printf (_ ("%s. Set another date"), date);
  g_autofree char *label = event->hidden ? g_strdup_printf (_ ("%s (hidden)"), event->label) : g_strdup (event->label);
  g_autofree char *whole = g_strdup_printf ("%s: %s", date, label);
  g_autoptr (PangoAttrList) hits = search != NULL ? cpt_hits_new_attributes (label, search) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->date_button), date);
  gtk_widget_set_tooltip_text (self->date_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_label_set_attributes (GTK_LABEL (self->label), hits);
  gtk_widget_set_tooltip_text (self->label, event->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

/**
 * cpt_event_details_show:
 * @state: (nullable): the state that holds @event
 * @event: (nullable): what to show, or %NULL for a hint; not kept
 * @search: (nullable): words that are marked where they occur
 */
void
cpt_event_details_show (CptEventDetails *self, CptState *state, const CptEvent *event, const char *search)
{
  const CptArticleState *article = event != NULL ? cpt_state_find_article (state, event->article_id) : NULL;
  g_autofree char *derivation = NULL, *more = NULL;
  guint n_more;

  gtk_stack_set_visible_child (GTK_STACK (self->box), article != NULL ? self->content : self->hint);
  if (article == NULL || event->id != self->event_id)
    end_edit (self);
  self->event_id = article != NULL ? event->id : 0;
  if (article == NULL)
    return;
  show_head (self, event, search);
  n_more = show_accounts (self, state, event, search);
  derivation = dup_derivation (article, event);
  more = g_strdup_printf (ngettext ("%1$s · %2$u more account of it", "%1$s · %2$u more accounts of it", n_more), derivation, n_more);
  gtk_label_set_text (GTK_LABEL (self->derivation), n_more > 0 ? more : derivation);
  gtk_widget_set_tooltip_text (self->derivation, derivation);
  gtk_editable_set_text (GTK_EDITABLE (self->label_entry), event->label);
}

/* Lets the label be typed in its place. */
void
cpt_event_details_edit_label (CptEventDetails *self)
{
  g_return_if_fail (CPT_IS_EVENT_DETAILS (self));
  if (self->event_id == 0)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->label_stack), "edit");
  gtk_widget_grab_focus (self->label_entry);
}

GtkWidget *
cpt_event_details_get_date_button (CptEventDetails *self)
{
  return self->date_button;
}

GtkWidget *
cpt_event_details_get_menu_button (CptEventDetails *self)
{
  return self->menu_button;
}
