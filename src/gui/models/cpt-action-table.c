// SPDX-License-Identifier: GPL-3.0-or-later
// From a table of actions to actions and keys. Room: gui/models; knows no action by name.
#include "cpt-action-table.h"

#include <glib/gi18n.h>

typedef struct
{
  const CptActionEntry *entry;
  gpointer owner;
} Binding;

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Binding *binding = user_data;

  binding->entry->activate (binding->owner, parameter);
}

static void
free_binding (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GSimpleAction *
action_new (const CptActionEntry *entry)
{
  const GVariantType *type = entry->parameter == NULL ? NULL : G_VARIANT_TYPE (entry->parameter);

  if (entry->state == NULL)
    return g_simple_action_new (entry->name, type);
  return g_simple_action_new_stateful (entry->name, type, g_variant_new_parsed (entry->state));
}

/**
 * cpt_action_table_add_actions:
 * @map: gets the actions: a window, or a #GSimpleActionGroup that is then inserted into a widget
 * @owner: handed to the handlers; lives at least as long as @map
 */
void
cpt_action_table_add_actions (const CptActionTable *self, GActionMap *map, gpointer owner)
{
  for (const CptActionEntry *entry = self->entries; entry->name != NULL; entry++)
    {
      g_autoptr (GSimpleAction) action = NULL;
      Binding *binding;

      if (entry->activate == NULL)
        continue;
      action = action_new (entry);
      binding = g_new (Binding, 1);
      *binding = (Binding){ entry, owner };
      g_signal_connect_data (action, "activate", G_CALLBACK (activate_cb), binding, free_binding, 0);
      g_action_map_add_action (map, G_ACTION (action));
    }
}

static char *
dup_detailed_name (const CptActionTable *self, const CptActionEntry *entry)
{
  if (entry->target == NULL)
    return g_strdup_printf ("%s.%s", self->group, entry->name);
  return g_strdup_printf ("%s.%s(%s)", self->group, entry->name, entry->target);
}

/**
 * cpt_action_table_add_accels:
 *
 * Gives the keys of the table to the whole window, whatever has the focus. Only for keys with a modifier, and function
 * keys: plain letters would be taken from text entries.
 */
void
cpt_action_table_add_accels (const CptActionTable *self, GtkApplication *application)
{
  for (const CptActionEntry *entry = self->entries; entry->name != NULL; entry++)
    {
      g_autofree char *name = NULL;
      g_auto (GStrv) accels = NULL;

      if (entry->accels == NULL)
        continue;
      name = dup_detailed_name (self, entry);
      accels = g_strsplit (entry->accels, " ", -1);
      gtk_application_set_accels_for_action (application, name, (const char *const *) accels);
    }
}

static void
add_shortcut (GtkShortcutController *controller, const char *accel, const char *action_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkShortcut *shortcut;

  if (!g_action_parse_detailed_name (action_name, &name, &target, NULL))
    return;
  shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accel), gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/**
 * cpt_action_table_add_shortcuts:
 *
 * Gives the keys of the table to @widget: they act while it or something in it has the focus and has no use for the key
 * itself, as a text entry has.
 *
 * Returns: (transfer none): the controller, for those who must have the keys earlier
 */
GtkEventController *
cpt_action_table_add_shortcuts (const CptActionTable *self, GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (const CptActionEntry *entry = self->entries; entry->name != NULL; entry++)
    {
      g_autofree char *name = NULL;
      g_auto (GStrv) accels = NULL;

      if (entry->accels == NULL)
        continue;
      name = dup_detailed_name (self, entry);
      accels = g_strsplit (entry->accels, " ", -1);
      for (guint i = 0; accels[i] != NULL; i++)
        add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), accels[i], name);
    }
  gtk_widget_add_controller (widget, controller);
  return controller;
}

/**
 * cpt_action_entry_dup_keys:
 *
 * Returns: (transfer full) (nullable): the first key of @entry as people read it ("Ctrl+Z")
 */
char *
cpt_action_entry_dup_keys (const CptActionEntry *entry)
{
  g_auto (GStrv) accels = NULL;
  guint key;
  GdkModifierType modifiers;

  if (entry->accels == NULL)
    return NULL;
  accels = g_strsplit (entry->accels, " ", 2);
  if (!gtk_accelerator_parse (accels[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

/**
 * cpt_action_table_dup_tooltip:
 *
 * Returns: (transfer full) (nullable): label and key of the action @name ("Undo (Ctrl+Z)")
 */
char *
cpt_action_table_dup_tooltip (const CptActionTable *self, const char *name)
{
  for (const CptActionEntry *entry = self->entries; entry->name != NULL; entry++)
    {
      g_autofree char *keys = NULL;

      if (!g_str_equal (entry->name, name) || entry->label == NULL)
        continue;
      keys = cpt_action_entry_dup_keys (entry);
      return keys == NULL ? g_strdup (_ (entry->label)) : g_strdup_printf ("%s (%s)", _ (entry->label), keys);
    }
  return NULL;
}
