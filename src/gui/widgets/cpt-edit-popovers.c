// SPDX-License-Identifier: GPL-3.0-or-later
// Popovers in which a side or a topic is changed: its name, colour and place, and how it ends. Room: gui/widgets; act
// through the actions "board." of the widget that they hang on, so that each change is one step.
#include "cpt-edit-popovers.h"

#include <glib/gi18n.h>

#include "cpt-side-ink.h"
#include "cpt-swatch.h"
#include "cpt-widget.h"

#define WIDTH_PX 264
#define N_SWATCH_COLUMNS 8

/* Names of the colours of cpt_side_palette, for tooltips and screen readers. */
static const char *const palette_names[CPT_SIDE_PALETTE_LENGTH]
    = { N_ ("Blue"), N_ ("Orange"), N_ ("Green"), N_ ("Rose"), N_ ("Ochre"), N_ ("Violet"), N_ ("Grey"), N_ ("Black") };

/* --- parts ------------------------------------------------------------------------------------------------------ */

static void
activate_on_parent (GtkWidget *popover, const char *action, GVariant *target)
{
  GtkWidget *parent = gtk_widget_get_parent (popover);
  g_autoptr (GVariant) sunk = g_variant_ref_sink (target);

  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action_variant (parent, action, sunk);
}

static GtkWidget *
popover_new (GtkWidget *box)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_set_size_request (box, WIDTH_PX, -1);
  gtk_widget_add_css_class (box, "edit-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static GtkWidget *
box_new (const char *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = gtk_label_new (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-label");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
name_entered_cb (GtkWidget *entry, GtkWidget *popover)
{
  const char *action = g_object_get_data (G_OBJECT (entry), "action");
  GVariant *subject = g_object_get_data (G_OBJECT (entry), "subject");
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (subject == NULL)
    activate_on_parent (popover, action, g_variant_new_string (name));
  else
    activate_on_parent (popover, action, g_variant_new_tuple ((GVariant *[]){ subject, g_variant_new_string (name) }, 2));
}

/* @subject: (nullable) (transfer full): what is named, the first half of the action's parameter. */
static GtkWidget *
add_name (GtkWidget *box, const char *name, const char *action, GVariant *subject)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, "object-select-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, _("Take this name (Enter)"));
  g_object_set_data (G_OBJECT (entry), "action", (gpointer) action);
  if (subject != NULL)
    g_object_set_data_full (G_OBJECT (entry), "subject", g_variant_ref_sink (subject), (GDestroyNotify) g_variant_unref);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static void
watch_name (GtkWidget *entry, GtkWidget *popover)
{
  g_signal_connect_object (entry, "activate", G_CALLBACK (name_entered_cb), popover, 0);
  g_signal_connect_object (entry, "icon-press", G_CALLBACK (name_entered_cb), popover, 0);
}

/* @action: with its target, as g_action_parse_detailed_name() reads it. */
static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *action, gboolean sensitive)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  if (sensitive)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  else
    gtk_widget_set_sensitive (button, FALSE);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
add_merge (GtkWidget *box, GMenu *menu, gboolean sensitive)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Merge Into"));
  cpt_widget_set_label (button, _("Merge Into"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_sensitive (button, sensitive);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* An action that a button in the popover activated ends the popover. */
static void
close_on_click (GtkWidget *widget, GtkWidget *popover)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && !GTK_IS_TOGGLE_BUTTON (child))
        g_signal_connect_object (child, "clicked", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
      else if (!GTK_IS_MENU_BUTTON (child))
        close_on_click (child, popover);
    }
}

static GtkWidget *
row_new (GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (box), row);
  return row;
}

/* --- a side ----------------------------------------------------------------------------------------------------- */

static void
add_swatches (GtkWidget *box, const CptSide *sides, guint side)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 2);
  for (guint i = 0; i < CPT_SIDE_PALETTE_LENGTH; i++)
    {
      GtkWidget *button = gtk_button_new ();
      g_autofree char *action = g_strdup_printf ("board.recolour-side((uint32 %u, '%s'))", side, cpt_side_palette[i]);
      gboolean current = g_ascii_strcasecmp (sides[side].colour, cpt_side_palette[i]) == 0;

      gtk_button_set_child (GTK_BUTTON (button), cpt_swatch_new (cpt_side_palette[i], side));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "swatch-button");
      if (current)
        gtk_widget_add_css_class (button, "current");
      gtk_widget_set_tooltip_text (button, _ (palette_names[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (palette_names[i]), -1);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
      gtk_grid_attach (GTK_GRID (grid), button, (int) (i % N_SWATCH_COLUMNS), (int) (i / N_SWATCH_COLUMNS), 1, 1);
    }
  gtk_box_append (GTK_BOX (box), grid);
}

static GMenu *
side_merge_menu_new (const CptSide *sides, guint n_sides, guint side)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n_sides; i++)
    {
      g_autofree char *action = g_strdup_printf ("board.merge-side((uint32 %u, uint32 %u))", side, i);

      if (i != side)
        g_menu_append (menu, sides[i].name, action);
    }
  return menu;
}

static void
add_side_moves (GtkWidget *box, guint side, guint n_sides)
{
  GtkWidget *row = row_new (box);
  g_autofree char *left = g_strdup_printf ("board.move-side((uint32 %u, uint32 %u))", side, side > 0 ? side - 1 : 0);
  g_autofree char *right = g_strdup_printf ("board.move-side((uint32 %u, uint32 %u))", side, side + 1);

  add_button (row, _("Move Left"), left, side > 0);
  add_button (row, _("Move Right"), right, side + 1 < n_sides);
}

static void
add_side_ends (GtkWidget *box, const CptSide *sides, guint n_sides, guint side)
{
  GtkWidget *row = row_new (box), *button;
  g_autofree char *remove = g_strdup_printf ("board.remove-side(uint32 %u)", side);
  g_autoptr (GMenu) menu = side_merge_menu_new (sides, n_sides, side);

  button = add_merge (row, menu, n_sides > 2);
  gtk_widget_set_tooltip_text (button, n_sides > 2 ? _("The other side gets its statements and its actors")
                                                   : _("There must be two sides"));
  button = add_button (row, _("Remove"), remove, n_sides > 2);
  gtk_widget_set_tooltip_text (button, n_sides > 2 ? _("Its statements go to Context") : _("There must be two sides"));
}

/**
 * cpt_side_popover_new:
 * @side: index of the side to change
 *
 * Returns: (transfer floating): a popover to be hung on a widget and popped up
 */
GtkWidget *
cpt_side_popover_new (CptState *state, guint side)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  GtkWidget *box = box_new (_("Side")), *popover = popover_new (box), *entry, *row;

  entry = add_name (box, sides[side].name, "board.rename-side", g_variant_new_uint32 (side));
  watch_name (entry, popover);
  add_swatches (box, sides, side);
  add_side_moves (box, side, n_sides);
  add_side_ends (box, sides, n_sides, side);
  row = row_new (box);
  add_button (row, _("Add Another Side…"), "board.new-side", n_sides < CPT_MAX_SIDES);
  close_on_click (box, popover);
  return popover;
}

/**
 * cpt_add_side_popover_new:
 *
 * Returns: (transfer floating): a popover that asks for the name of a further side
 */
GtkWidget *
cpt_add_side_popover_new (void)
{
  GtkWidget *box = box_new (_("Name of the new side")), *popover = popover_new (box);

  watch_name (add_name (box, "", "board.add-side", NULL), popover);
  return popover;
}

/* --- a topic ---------------------------------------------------------------------------------------------------- */

static GMenu *
topic_merge_menu_new (const CptStateTopic *topics, guint n_topics, const char *topic)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (topics[i].id == topic)
        continue;
      item = g_menu_item_new (topics[i].name, NULL);
      g_menu_item_set_action_and_target (item, "board.merge-topic", "(ss)", topic, topics[i].id);
      g_menu_append_item (menu, item);
    }
  return menu;
}

static void
set_target (GtkWidget *button, const char *action, const char *topic, guint place)
{
  if (!gtk_widget_get_sensitive (button))
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(su)", topic, place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static GtkWidget *
add_topic_button (GtkWidget *row, const char *label, gboolean sensitive)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_sensitive (button, sensitive);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

/**
 * cpt_topic_popover_new:
 * @topic: id of the topic to change, interned
 *
 * Returns: (transfer floating): a popover to be hung on a widget and popped up
 */
GtkWidget *
cpt_topic_popover_new (CptState *state, const char *topic)
{
  guint n_topics, place;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);
  gboolean is_other = g_str_equal (topic, "other");
  g_autoptr (GMenu) merge = topic_merge_menu_new (topics, n_topics, topic);
  GtkWidget *box = box_new (_("Topic")), *popover = popover_new (box), *row, *button;

  for (place = 0; place < n_topics && topics[place].id != topic;)
    place++;
  watch_name (add_name (box, cpt_state_get_topic_name (state, topic), "board.rename-topic-to", g_variant_new_string (topic)),
              popover);
  row = row_new (box);
  set_target (add_topic_button (row, _("Move Up"), place > 0 && place < n_topics), "board.move-topic", topic, place - 1);
  set_target (add_topic_button (row, _("Move Down"), place + 1 < n_topics), "board.move-topic", topic, place + 1);
  row = row_new (box);
  button = add_merge (row, merge, !is_other && n_topics > 1);
  gtk_widget_set_tooltip_text (button, _("The other topic gets its statements and its words"));
  button = add_topic_button (row, _("Remove"), !is_other);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", topic);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), is_other ? NULL : "board.remove-topic");
  gtk_widget_set_tooltip_text (button, is_other ? _("What fits nowhere else stands here") : _("Its statements go to Other"));
  close_on_click (box, popover);
  return popover;
}
