// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in a window, and when. Room: gui/app.
#include "cpt-window-private.h"

#include <glib/gi18n.h>

#include "cpt-article-page.h"
#include "cpt-config.h"
#include "cpt-profile-window.h"
#include "cpt-shortcuts.h"
#include "cpt-widget.h"
#include "cpt-timeline-page.h"

static void
open_files (gpointer owner, GVariant *parameter)
{
  cpt_window_choose_files (owner, FALSE);
}

static void
add_articles (gpointer owner, GVariant *parameter)
{
  cpt_window_choose_files (owner, TRUE);
}

static void
open_uri (gpointer owner, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  cpt_window_open_files (owner, &file, 1);
}

static void
open_sample (gpointer owner, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" CPT_APPLICATION_PATH "/sample/baltic-exercise.md");

  cpt_window_open_files (owner, &file, 1);
}

static void
cancel_loading (gpointer owner, GVariant *parameter)
{
  cpt_window_cancel_loading (owner);
}

static void
save (gpointer owner, GVariant *parameter)
{
  cpt_window_save (owner, FALSE);
}

static void
save_over (gpointer owner, GVariant *parameter)
{
  cpt_window_save (owner, TRUE);
}

static void
save_as (gpointer owner, GVariant *parameter)
{
  cpt_window_save_as (owner);
}

static void
export (gpointer owner, GVariant *parameter)
{
  cpt_window_export (owner, g_variant_get_string (parameter, NULL));
}

static void
reload (gpointer owner, GVariant *parameter)
{
  cpt_window_reload (owner);
}

static void
add_folder (gpointer owner, GVariant *parameter)
{
  cpt_window_choose_folder (owner);
}

static void
show_problems (gpointer owner, GVariant *parameter)
{
  cpt_window_show_problem_list (owner);
}

static void
analyse_again (gpointer owner, GVariant *parameter)
{
  cpt_window_analyse_again (owner);
}

static void
keep_recovered (gpointer owner, GVariant *parameter)
{
  cpt_window_keep_recovered (owner);
}

static void
discard_recovered (gpointer owner, GVariant *parameter)
{
  cpt_window_discard_recovered (owner);
}

/* Keys and buttons that undo a text field's own typing are handled by the field before they come here. */
static void
undo (gpointer owner, GVariant *parameter)
{
  CptWindow *self = owner;
  CptHistory *history = cpt_session_get_history (self->session);
  g_autofree char *message = g_strdup_printf (_("Undone: %s"), cpt_history_get_undo_label (history));

  cpt_history_undo (history);
  cpt_window_show_status (self, message);
}

static void
redo (gpointer owner, GVariant *parameter)
{
  CptWindow *self = owner;
  CptHistory *history = cpt_session_get_history (self->session);
  g_autofree char *message = g_strdup_printf (_("Done again: %s"), cpt_history_get_redo_label (history));

  cpt_history_redo (history);
  cpt_window_show_status (self, message);
}

static void
show_history (gpointer owner, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (CPT_WINDOW (owner)->history_button));
}

/* The parameter says how many steps are done afterwards. */
static void
go_to_step (gpointer owner, GVariant *parameter)
{
  CptWindow *self = owner;
  CptHistory *history = cpt_session_get_history (self->session);
  guint position = g_variant_get_uint32 (parameter), before = cpt_history_get_position (history);
  guint n = position < before ? before - position : position - before;
  g_autofree char *message = position < before ? g_strdup_printf (ngettext ("Undone: %u step", "Undone: %u steps", n), n)
                                               : g_strdup_printf (ngettext ("Done again: %u step", "Done again: %u steps", n), n);

  if (n == 0)
    return;
  cpt_history_go_to (history, position);
  cpt_window_show_status (self, message);
  cpt_window_focus_page (self);
}

static void
search (gpointer owner, GVariant *parameter)
{
  gtk_widget_grab_focus (CPT_WINDOW (owner)->search_entry);
}

/* On the page that is shown; the timeline holds only what is dated, so from there it leads to the board. */
static void
show_match (CptWindow *self, gboolean forward)
{
  CptState *state = cpt_session_get_state (self->session);
  CptPage page = cpt_session_get_page (self->session);
  guint32 id = state == NULL ? 0
                             : cpt_board_find_match (state, cpt_session_get_filter (self->session),
                                                     cpt_session_get_focus_statement (self->session), forward);

  if (id != 0)
    cpt_session_show_statement (self->session, id, page == CPT_PAGE_ARTICLE ? page : CPT_PAGE_COMPARE);
}

static void
next_match (gpointer owner, GVariant *parameter)
{
  show_match (owner, TRUE);
}

static void
previous_match (gpointer owner, GVariant *parameter)
{
  show_match (owner, FALSE);
}

static void
show_page (gpointer owner, GVariant *parameter)
{
  g_autoptr (GEnumClass) pages = g_type_class_ref (CPT_TYPE_PAGE);
  GEnumValue *page = g_enum_get_value_by_nick (pages, g_variant_get_string (parameter, NULL));

  if (page != NULL)
    cpt_session_set_page (CPT_WINDOW (owner)->session, page->value);
}

static void
toggle (CptWindow *self, const char *name, gboolean active)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (active));
}

static void
to_review (gpointer owner, GVariant *parameter)
{
  CptWindow *self = owner;

  cpt_session_set_filter_to_review (self->session, !cpt_session_get_filter (self->session)->to_review);
}

static void
review (gpointer owner, GVariant *parameter)
{
  CptWindow *self = owner;

  cpt_session_set_reviewing (self->session, !cpt_session_get_reviewing (self->session));
  cpt_session_set_page (self->session, CPT_PAGE_COMPARE);
}

static void
fold_context (gpointer owner, GVariant *parameter)
{
  CptWindow *self = owner;

  cpt_session_set_context_folded (self->session, !cpt_session_get_context_folded (self->session));
}

static void
show_sidebar (gpointer owner, GVariant *parameter)
{
  CptWindow *self = owner;

  cpt_compare_page_set_sidebar_visible (self->compare_page, !cpt_compare_page_get_sidebar_visible (self->compare_page));
}

static void
clear_filter (gpointer owner, GVariant *parameter)
{
  CptWindow *self = owner;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  cpt_session_clear_filter (self->session);
}

static void
edit_profile (gpointer owner, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (cpt_profile_window_new (CPT_WINDOW (owner)->session, owner)));
}

static void
show_shortcuts (gpointer owner, GVariant *parameter)
{
  const CptActionTable *tables[] = { cpt_compare_page_get_action_table (),  cpt_compare_page_get_review_table (),
                                     cpt_timeline_page_get_action_table (), cpt_article_page_get_action_table (),
                                     &cpt_window_action_table,              NULL };

  gtk_window_present (GTK_WINDOW (cpt_shortcuts_new (owner, tables)));
}

static void
close_window (gpointer owner, GVariant *parameter)
{
  gtk_window_close (owner);
}

static const CptActionEntry entries[] = {
  { "open", N_ ("Open"), "<Control>o", open_files },
  { "add-articles", N_ ("Add Articles"), "<Control><Shift>o", add_articles },
  { "open-uri", NULL, NULL, open_uri, "s" },
  { "open-sample", NULL, NULL, open_sample },
  { "cancel-loading", NULL, NULL, cancel_loading },
  { "save", N_ ("Save"), "<Control>s", save },
  { "save-as", N_ ("Save As"), "<Control><Shift>s", save_as },
  { "save-over", NULL, NULL, save_over },
  { "export", N_ ("Export a Report"), "<Control>e", export, "s", "'html'" },
  { "reload", NULL, NULL, reload },
  { "add-folder", N_ ("Add Folder"), NULL, add_folder },
  { "analyse-again", N_ ("Analyse Again"), NULL, analyse_again },
  { "show-problems", NULL, NULL, show_problems },
  { "keep-recovered", NULL, NULL, keep_recovered },
  { "discard-recovered", NULL, NULL, discard_recovered },
  { "undo", N_ ("Undo"), "<Control>z", undo },
  { "redo", N_ ("Redo"), "<Control><Shift>z <Control>y", redo },
  { "history", N_ ("History"), "<Control>h", show_history },
  { "go-to-step", NULL, NULL, go_to_step, "u" },
  { "search", N_ ("Filter Statements"), "<Control>f", search },
  { "next-match", N_ ("Next Match"), "F3 <Control>g", next_match },
  { "previous-match", N_ ("Match Before"), "<Shift>F3 <Control><Shift>g", previous_match },
  { "to-review", N_ ("Only Statements to Review"), "<Control>r", to_review, NULL, NULL, "false" },
  { "review", N_ ("Review One by One"), "<Control><Shift>r", review, NULL, NULL, "false" },
  { "clear-filter", N_ ("Show All Statements"), "<Control><Shift>f", clear_filter },
  { "show-sidebar", N_ ("Side Panel"), "F9", show_sidebar, NULL, NULL, "true" },
  { "fold-context", N_ ("Fold the Context Column"), "<Control><Shift>c", fold_context, NULL, NULL, "false" },
  { "page", N_ ("Compare Page"), "<Alt>1", show_page, "s", "'compare'" },
  { "page", N_ ("Timeline Page"), "<Alt>2", NULL, "s", "'timeline'" },
  { "page", N_ ("Article Page"), "<Alt>3", NULL, "s", "'article'" },
  { "profile", N_ ("Profile"), "<Control><Shift>p", edit_profile },
  { "show-shortcuts", N_ ("Keyboard Shortcuts"), "<Control>question", show_shortcuts },
  { "close", N_ ("Close Window"), "<Control>w", close_window },
  { NULL },
};

const CptActionTable cpt_window_action_table = { "win", N_ ("Window"), entries };

static void
view_changed_cb (CptWindow *self)
{
  /* The search was taken back elsewhere. */
  if (cpt_session_get_filter (self->session)->text == NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0'
      && gtk_widget_get_focus_child (self->search_entry) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  cpt_window_show_words (self);
  cpt_window_set_enabled (self, "next-match", cpt_session_is_filtered (self->session));
  cpt_window_set_enabled (self, "previous-match", cpt_session_is_filtered (self->session));
  toggle (self, "to-review", cpt_session_get_filter (self->session)->to_review);
  toggle (self, "review", cpt_session_get_reviewing (self->session));
  toggle (self, "fold-context", cpt_session_get_context_folded (self->session));
  toggle (self, "show-sidebar", cpt_compare_page_get_sidebar_visible (self->compare_page));
  cpt_window_set_enabled (self, "clear-filter", cpt_session_is_filtered (self->session));
}

void
cpt_window_set_up_actions (CptWindow *self)
{
  cpt_action_table_add_actions (&cpt_window_action_table, G_ACTION_MAP (self), self);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::reviewing", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::context-folded", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare_page, "notify::sidebar-visible", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  view_changed_cb (self);
}

/**
 * cpt_window_add_accels:
 *
 * Gives the windows' keys to @application.
 */
void
cpt_window_add_accels (GtkApplication *application)
{
  cpt_action_table_add_accels (&cpt_window_action_table, application);
}

void
cpt_window_set_enabled (CptWindow *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  if (found != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

/* "Undo: Move 2 sentences to Kremlin (Ctrl+Z)" */
static void
update_tooltip (GtkWidget *button, const char *action, const char *label)
{
  g_autofree char *plain = cpt_action_table_dup_tooltip (&cpt_window_action_table, action);
  g_autofree char *full = label == NULL ? NULL : g_strdup_printf ("%s\n%s", plain, label);

  gtk_widget_set_tooltip_text (button, full == NULL ? plain : full);
  cpt_widget_set_label (button, full == NULL ? plain : full);
}

static void
set_static_tooltips (CptWindow *self)
{
  cpt_widget_set_label (self->recent_button, _("Recent files"));
  cpt_widget_set_label (self->menu_button, _("Main menu"));
  update_tooltip (self->open_button, "open", NULL);
  update_tooltip (self->sidebar_button, "show-sidebar", NULL);
  update_tooltip (self->history_button, "history", NULL);
}

/* After the comparison, its history or the loading changed. */
void
cpt_window_update_actions (CptWindow *self)
{
  CptHistory *history = cpt_session_get_history (self->session);
  gboolean open = history != NULL;
  const char *with_comparison[]
      = { "save-as", "export", "search", "page", "to-review", "review", "profile", "show-sidebar", "fold-context" };

  for (guint i = 0; i < G_N_ELEMENTS (with_comparison); i++)
    cpt_window_set_enabled (self, with_comparison[i], open);
  cpt_window_set_enabled (self, "undo", open && cpt_history_get_can_undo (history));
  cpt_window_set_enabled (self, "redo", open && cpt_history_get_can_redo (history));
  cpt_window_set_enabled (self, "history", open && cpt_history_get_n_steps (history) > 0);
  gtk_widget_set_sensitive (self->history_button, open && cpt_history_get_n_steps (history) > 0);
  cpt_window_set_enabled (self, "save", open);
  cpt_window_set_enabled (self, "save-over", self->document != NULL && cpt_document_get_file (self->document) != NULL);
  cpt_window_set_enabled (self, "reload", self->document != NULL && cpt_document_get_file (self->document) != NULL);
  cpt_window_set_enabled (self, "add-folder", self->loading == NULL);
  cpt_window_set_enabled (self, "analyse-again", open);
  cpt_window_set_enabled (self, "keep-recovered", self->recovered != NULL);
  cpt_window_set_enabled (self, "discard-recovered", self->recovered != NULL);
  cpt_window_set_enabled (self, "add-articles", open && self->loading == NULL);
  cpt_window_set_enabled (self, "cancel-loading", self->loading != NULL);
  gtk_widget_set_sensitive (self->search_entry, open);
  set_static_tooltips (self);
  update_tooltip (self->undo_button, "undo", open ? cpt_history_get_undo_label (history) : NULL);
  update_tooltip (self->redo_button, "redo", open ? cpt_history_get_redo_label (history) : NULL);
}
