// SPDX-License-Identifier: GPL-3.0-or-later
// A window: one comparison and its pages. Room: gui/app; puts pages together, holds no truth about the comparison.
#include "cpt-window-private.h"

#include <glib/gi18n.h>

#include "cpt-app-resources.h"
#include "cpt-article-page.h"
#include "cpt-config.h"
#include "cpt-history-popover.h"
#include "cpt-loading-view.h"
#include "cpt-start-page.h"
#include "cpt-timeline-page.h"
#include "cpt-widget.h"

G_DEFINE_FINAL_TYPE (CptWindow, cpt_window, GTK_TYPE_APPLICATION_WINDOW)

typedef struct
{
  const char *title;
  GtkWidget *(*create) (CptSession *session);
} PageKind;

/* In the order of #CptPage, whose nicks are the names in the stack. */
static const PageKind page_kinds[] = {
  { N_ ("Compare"), cpt_compare_page_new },
  { N_ ("Timeline"), cpt_timeline_page_new },
  { N_ ("Article"), cpt_article_page_new },
};

/**
 * cpt_window_show_status:
 * @message: what was done
 *
 * Tells it beside the page switcher and to screen readers.
 */
void
cpt_window_show_status (CptWindow *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->status_label), message);
  cpt_announce (self->status_label, message);
}

static char *
dup_subtitle (CptWindow *self)
{
  CptState *state = cpt_session_get_state (self->session);
  guint n_articles = cpt_state_get_n_articles (state);
  guint n_statements = cpt_state_get_n_statements (state);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_autofree char *statements = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements), n_statements);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s", articles, statements);
  if (cpt_history_get_modified (cpt_session_get_history (self->session)))
    g_string_append_printf (text, " · %s", _("Unsaved changes"));
  return g_string_free (text, FALSE);
}

/* A dot before the name is the mark of unsaved changes, in the header and in the desktop's list of windows. */
void
cpt_window_update_title (CptWindow *self)
{
  g_autofree char *title = self->document == NULL ? NULL : cpt_document_dup_title (self->document);
  g_autofree char *subtitle = self->document == NULL ? NULL : dup_subtitle (self);
  gboolean modified = self->document != NULL && cpt_history_get_modified (cpt_document_get_history (self->document));
  g_autofree char *marked = g_strconcat (modified ? "• " : "", title == NULL ? _("Counterpoint") : title, NULL);
  g_autofree char *full = title == NULL ? g_strdup (marked) : g_strdup_printf ("%s – %s", marked, _("Counterpoint"));

  gtk_label_set_text (GTK_LABEL (self->title_label), marked);
  gtk_label_set_text (GTK_LABEL (self->subtitle_label), subtitle);
  gtk_widget_set_visible (self->subtitle_label, subtitle != NULL);
  gtk_window_set_title (GTK_WINDOW (self), full);
}

static void
history_changed_cb (CptWindow *self)
{
  cpt_window_update_actions (self);
  cpt_window_update_title (self);
}

/* Whoever turns the page by its key goes on with keys: on the board its single keys must work at once. GTK would give the
 * keyboard to the scrolled window around it. Somebody in the row of pages stays there. */
static void
focus_page (CptWindow *self, GtkWidget *focus)
{
  gboolean in_page = focus == NULL || gtk_widget_is_ancestor (focus, self->pages);

  if (in_page && cpt_session_get_page (self->session) == CPT_PAGE_COMPARE)
    cpt_compare_page_focus_board (self->compare_page);
}

static void
page_changed_cb (CptWindow *self)
{
  g_autoptr (GEnumClass) pages = g_type_class_ref (CPT_TYPE_PAGE);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->pages),
                                    g_enum_get_value (pages, cpt_session_get_page (self->session))->value_nick);
  gtk_widget_set_visible (self->sidebar_button, cpt_session_get_page (self->session) == CPT_PAGE_COMPARE);
  gtk_widget_set_visible (self->review_button, cpt_session_get_page (self->session) == CPT_PAGE_COMPARE);
  gtk_widget_set_visible (self->one_by_one_button, cpt_session_get_page (self->session) == CPT_PAGE_COMPARE);
  focus_page (self, focus);
}

static void
page_switched_cb (CptWindow *self)
{
  g_autoptr (GEnumClass) pages = g_type_class_ref (CPT_TYPE_PAGE);
  const char *name = gtk_stack_get_visible_child_name (GTK_STACK (self->pages));
  GEnumValue *page = name == NULL ? NULL : g_enum_get_value_by_nick (pages, name);

  if (page != NULL)
    cpt_session_set_page (self->session, page->value);
}

static void
search_changed_cb (CptWindow *self)
{
  cpt_session_set_filter_text (self->session, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* The entry says what the filter says, also after a chip took the words back; but what is being typed is left alone. */
void
cpt_window_show_words (CptWindow *self)
{
  const char *words = cpt_session_get_filter (self->session)->text;
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));

  if (g_strcmp0 (words, self->shown_words) == 0)
    return;
  g_free (self->shown_words);
  self->shown_words = g_strdup (words);
  if (!g_str_equal (typed, words != NULL ? words : ""))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words != NULL ? words : "");
}

/* Escape first empties the entry, then gives the keys back to the board. */
static void
search_stopped_cb (CptWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else if (cpt_session_get_page (self->session) == CPT_PAGE_TIMELINE)
    gtk_widget_activate_action (gtk_stack_get_visible_child (GTK_STACK (self->pages)), "timeline.focus", NULL);
  else
    cpt_compare_page_focus_board (self->compare_page);
}

/* Gives the keys back to the page after something above it had them. */
void
cpt_window_focus_page (CptWindow *self)
{
  if (cpt_session_get_page (self->session) == CPT_PAGE_COMPARE)
    cpt_compare_page_focus_board (self->compare_page);
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->pages)), GTK_DIR_TAB_FORWARD);
}

static void
did_cb (CptWindow *self, const char *message)
{
  cpt_window_show_status (self, message);
}

static void
problem_cb (CptWindow *self, const char *message)
{
  cpt_banner_show (self->banner, message, NULL);
}

/**
 * cpt_window_remember_file:
 * @file: was to be opened or saved
 * @opened: whether it was
 */
void
cpt_window_remember_file (CptWindow *self, GFile *file, gboolean opened)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_file_has_uri_scheme (file, "resource"))
    return;
  if (!opened)
    {
      cpt_recent_remove (self->recent, file);
      return;
    }
  cpt_recent_add (self->recent, file);
  g_set_object (&self->last_folder, folder);
}

/**
 * cpt_window_set_document:
 * @document: what to show
 *
 * Takes the place of what was shown.
 */
void
cpt_window_set_document (CptWindow *self, CptDocument *document)
{
  /* Reloading gives up what was changed since; so does its draft. */
  if (self->document != NULL && self->document != document)
    cpt_document_forget_draft_async (self->document, NULL, NULL);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->document_signals, document);
  cpt_session_set_history (self->session, cpt_document_get_history (document));
  cpt_window_show_words (self);
  gtk_label_set_text (GTK_LABEL (self->status_label), "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "document");
  history_changed_cb (self);
  cpt_compare_page_focus_board (self->compare_page);
}

static void
add_pages (CptWindow *self)
{
  g_autoptr (GEnumClass) pages = g_type_class_ref (CPT_TYPE_PAGE);

  for (guint i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    gtk_stack_add_titled (GTK_STACK (self->pages), page_kinds[i].create (self->session),
                          g_enum_get_value (pages, i)->value_nick, _ (page_kinds[i].title));
  self->compare_page = CPT_COMPARE_PAGE (gtk_stack_get_child_by_name (GTK_STACK (self->pages), "compare"));
}

static GtkWidget *
create_recent_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (cpt_recent_file_get_name (item));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_tooltip_text (row, cpt_recent_file_get_folder (item));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", cpt_recent_file_get_uri (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  return row;
}

static void
recent_changed_cb (CptWindow *self)
{
  gtk_widget_set_sensitive (self->recent_button, g_list_model_get_n_items (G_LIST_MODEL (self->recent)) > 0);
}

static void
add_recent (CptWindow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->recent = cpt_recent_new (gtk_recent_manager_get_default ());
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (self->recent), create_recent_row, NULL, NULL);
  gtk_widget_add_css_class (popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->recent_button), popover);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recent, "items-changed", G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);
  gtk_box_append (GTK_BOX (self->start_slot), cpt_start_page_new (G_LIST_MODEL (self->recent)));
}

static void
bind_settings (CptWindow *self, GSettings *settings)
{
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "context-folded", self->session, "context-folded", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sidebar-visible", self->compare_page, "sidebar-wanted", G_SETTINGS_BIND_DEFAULT);
}

static void
cpt_window_constructed (GObject *object)
{
  CptWindow *self = CPT_WINDOW (object);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GSettings *settings = application == NULL ? NULL : cpt_application_get_settings (CPT_APPLICATION (application));

  G_OBJECT_CLASS (cpt_window_parent_class)->constructed (object);
  if (settings != NULL)
    bind_settings (self, settings);
}

static void
cpt_window_dispose (GObject *object)
{
  CptWindow *self = CPT_WINDOW (object);

  g_clear_handle_id (&self->loading_timer, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->document_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), CPT_TYPE_WINDOW);
  g_clear_object (&self->recent);
  g_clear_object (&self->document);
  g_clear_object (&self->last_folder);
  g_clear_pointer (&self->shown_words, g_free);
  g_clear_pointer (&self->recovered, g_date_time_unref);
  g_clear_pointer (&self->problems, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CptWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, recent_button);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, start_slot);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, loading_slot);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, page_bar);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, review_button);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, one_by_one_button);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CptWindow, drop_hint);
}

static void
cpt_window_class_init (CptWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cpt_window_constructed;
  G_OBJECT_CLASS (klass)->dispose = cpt_window_dispose;
  g_type_ensure (CPT_TYPE_BANNER);
  cpt_app_get_resource ();
  gtk_widget_class_set_template_from_resource (widget_class, CPT_APPLICATION_PATH "/ui/cpt-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
watch_document (CptWindow *self)
{
  self->history_signals = g_signal_group_new (CPT_TYPE_HISTORY);
  g_signal_group_connect_object (self->history_signals, "notify", G_CALLBACK (history_changed_cb), self,
                                 G_CONNECT_SWAPPED);
  g_object_bind_property (self->session, "history", self->history_signals, "target", G_BINDING_SYNC_CREATE);
  cpt_window_watch_drafts (self);
}

static void
cpt_window_init (CptWindow *self)
{
  self->session = cpt_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_pages (self);
  add_recent (self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->history_button),
                               cpt_history_popover_new (self->session, "win.go-to-step"));
  self->loading_view = cpt_loading_view_new ("win.cancel-loading");
  gtk_widget_set_hexpand (self->loading_view, TRUE);
  gtk_box_append (GTK_BOX (self->loading_slot), self->loading_view);
  g_signal_connect_object (self->session, "did", G_CALLBACK (did_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "doing", G_CALLBACK (did_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::page", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::visible-child-name", G_CALLBACK (page_switched_cb), self,
                           G_CONNECT_SWAPPED);
  cpt_window_set_up_actions (self);
  cpt_window_set_up_close (self);
  cpt_window_set_up_export (self);
  cpt_window_set_up_drop (self);
  watch_document (self);
  history_changed_cb (self);
}

/**
 * cpt_window_new:
 *
 * Returns: (transfer none): a new window that belongs to @application
 */
CptWindow *
cpt_window_new (CptApplication *application)
{
  return g_object_new (CPT_TYPE_WINDOW, "application", application, NULL);
}

/**
 * cpt_window_get_session:
 *
 * Returns: (transfer none): what the window shows
 */
CptSession *
cpt_window_get_session (CptWindow *self)
{
  g_return_val_if_fail (CPT_IS_WINDOW (self), NULL);
  return self->session;
}

/**
 * cpt_window_get_file:
 *
 * Returns: (transfer none) (nullable): the file of the comparison that is shown
 */
GFile *
cpt_window_get_file (CptWindow *self)
{
  g_return_val_if_fail (CPT_IS_WINDOW (self), NULL);
  return self->document == NULL ? NULL : cpt_document_get_file (self->document);
}
