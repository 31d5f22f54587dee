// SPDX-License-Identifier: GPL-3.0-or-later
// A table of actions: what can be done, what it is called, which keys do it. Room: gui/models.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CptActionEntry:
 * @name: "undo"; with the group's prefix it is the action ("win.undo")
 * @label: for people, marked with N_(); (nullable): not listed among the shortcuts
 * @accels: (nullable): up to four of GTK's names of keys, separated by blanks ("<Control>z <Control>y")
 * @activate: what to do; @owner is what the group was made for
 * @parameter: (nullable): GVariant type of the parameter
 * @target: (nullable): text form of the parameter that the keys give
 * @state: (nullable): text form of the initial state; makes a toggle or a choice of it
 *
 * One row of the one table that feeds the actions, their keys, tooltips and the shortcuts window. A further row with the
 * same name gives further keys with another @target and has no @activate.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *accels;
  void (*activate) (gpointer owner, GVariant *parameter);
  const char *parameter;
  const char *target;
  const char *state;
} CptActionEntry;

/**
 * CptActionTable:
 * @group: prefix of the actions: "win", "board"
 * @title: for people, marked with N_()
 * @entries: ended by one with a %NULL name
 */
typedef struct
{
  const char *group;
  const char *title;
  const CptActionEntry *entries;
} CptActionTable;

void  cpt_action_table_add_actions   (const CptActionTable *self, GActionMap *map, gpointer owner);
void  cpt_action_table_add_accels    (const CptActionTable *self, GtkApplication *application);
GtkEventController *cpt_action_table_add_shortcuts (const CptActionTable *self, GtkWidget *widget);
char *cpt_action_table_dup_tooltip   (const CptActionTable *self, const char *name);
char *cpt_action_entry_dup_keys      (const CptActionEntry *entry);

G_END_DECLS
