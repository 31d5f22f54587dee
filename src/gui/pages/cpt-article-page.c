// SPDX-License-Identifier: GPL-3.0-or-later
// The whole text of one article with its metadata beside it. Room: gui/pages; holds no truth.
#include "cpt-article-page-private.h"

#include "cpt-filter-bar.h"
#include "cpt-metadata-panel.h"
#include "cpt-dialogs.h"
#include "cpt-describe.h"
#include "cpt-reanalysis.h"
#include "cpt-statement-panel.h"

#include <glib/gi18n.h>

#define PANEL_WIDTH_PX 288
/* Room for what is known about an ordinary sentence, so that the fields below it stay where they are. */
#define STATEMENT_HEIGHT_PX 430

G_DEFINE_FINAL_TYPE (CptArticlePage, cpt_article_page, GTK_TYPE_WIDGET)

static const CptArticleState *
get_article (CptArticlePage *self)
{
  CptState *state = cpt_session_get_state (self->session);

  return state != NULL ? cpt_state_find_article (state, self->article_id) : NULL;
}

/* --- choosing the article --- */

static guint
find_position (CptState *state, guint32 article_id)
{
  guint n = cpt_state_get_n_articles (state);

  for (guint i = 0; i < n; i++)
    if (cpt_state_get_article (state, i)->id == article_id)
      return i;
  return 0;
}

static void
list_articles (CptArticlePage *self, CptState *state)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = cpt_state_get_n_articles (state);

  self->listing = TRUE;
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, cpt_article_get_display_name (cpt_state_get_article (state, i)->article));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->chooser), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), find_position (state, self->article_id));
  gtk_widget_set_visible (self->chooser, n > 1);
  self->listing = FALSE;
}

static void
show_statement (CptArticlePage *self, gboolean scroll)
{
  guint32 id = cpt_session_get_focus_statement (self->session);

  cpt_article_view_focus_statement (CPT_ARTICLE_VIEW (self->view), id, scroll);
  cpt_statement_panel_show (CPT_STATEMENT_PANEL (self->statement), cpt_session_get_state (self->session), id);
  cpt_article_page_update_actions (self);
}

static void
update (CptArticlePage *self)
{
  CptState *state = cpt_session_get_state (self->session);
  const CptArticleState *article = get_article (self);

  self->stale = FALSE;
  if (article == NULL && state != NULL && cpt_state_get_n_articles (state) > 0)
    article = cpt_state_get_article (state, 0);
  self->article_id = article != NULL ? article->id : 0;
  if (state != NULL)
    list_articles (self, state);
  cpt_article_view_show (CPT_ARTICLE_VIEW (self->view), state, self->article_id);
  cpt_article_view_set_search (CPT_ARTICLE_VIEW (self->view), cpt_session_get_filter (self->session)->text);
  cpt_metadata_panel_show (CPT_METADATA_PANEL (self->metadata), article != NULL ? article->article : NULL);
  show_statement (self, FALSE);
}

static void
state_changed_cb (CptArticlePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

static void
filter_changed_cb (CptArticlePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    cpt_article_view_set_search (CPT_ARTICLE_VIEW (self->view), cpt_session_get_filter (self->session)->text);
  else
    self->stale = TRUE;
}

static void
chosen_cb (CptArticlePage *self)
{
  CptState *state = cpt_session_get_state (self->session);
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser));

  if (self->listing || state == NULL || position >= cpt_state_get_n_articles (state))
    return;
  self->article_id = cpt_state_get_article (state, position)->id;
  update (self);
}

static void
show_statement_cb (CptArticlePage *self, guint32 statement_id)
{
  CptState *state = cpt_session_get_state (self->session);
  const CptStatement *statement = state != NULL ? cpt_state_find_statement (state, statement_id) : NULL;

  if (cpt_session_get_page (self->session) != CPT_PAGE_ARTICLE || statement == NULL)
    return;
  if (self->stale || statement->article_id != self->article_id)
    {
      self->article_id = statement->article_id;
      update (self);
    }
  show_statement (self, TRUE);
}

/* --- what a person does --- */

static void
statement_clicked_cb (CptArticlePage *self, guint32 statement_id)
{
  cpt_session_set_focus_statement (self->session, statement_id);
}

static void
focus_changed_cb (CptArticlePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_statement (self, FALSE);
  else
    self->stale = TRUE;
}

typedef struct
{
  CptArticlePage *page;
  CptReanalysis *reanalysis;
} Preview;

static void
preview_free (Preview *preview)
{
  g_object_unref (preview->page);
  cpt_reanalysis_free (preview->reanalysis);
  g_free (preview);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Preview *preview = data;

  preview->page->asking = FALSE;
  if (cpt_ask_finish (result, NULL) == 1)
    cpt_session_do (preview->page->session, cpt_reanalysis_dup_command (preview->reanalysis));
  else
    { /* the fields show again what counts */
      cpt_metadata_panel_show (CPT_METADATA_PANEL (preview->page->metadata), NULL);
      update (preview->page);
    }
  preview_free (preview);
}

/* What would move on the board or the timeline is told before it does; a new author moves nothing. */
static void
take_reanalysis (CptArticlePage *self, CptReanalysis *reanalysis)
{
  g_autoptr (CptReanalysis) owned = reanalysis;
  g_autoptr (CptCommand) command = cpt_reanalysis_dup_command (reanalysis);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  CptStateChanges changes;
  g_autofree char *body = NULL;
  const char *buttons[] = { _("_Cancel"), _("_Apply"), NULL };
  CptQuestion question = { .buttons = buttons, .default_button = 1, .cancel_button = 0 };
  Preview *preview;

  if (command == NULL)
    return;
  changes = cpt_state_compare (cpt_session_get_state (self->session), cpt_command_get_after (command));
  if (!cpt_describe_changes_any (changes) || !GTK_IS_WINDOW (root))
    {
      cpt_session_do (self->session, g_steal_pointer (&command));
      return;
    }
  body = cpt_describe_changes (changes);
  question.heading = cpt_command_get_label (command);
  question.body = body;
  preview = g_new (Preview, 1);
  *preview = (Preview){ g_object_ref (self), g_steal_pointer (&owned) };
  self->asking = TRUE;
  cpt_ask_async (GTK_WINDOW (root), &question, NULL, previewed_cb, preview);
}

static void
reanalysed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CptArticlePage) self = data;
  g_autoptr (GError) error = NULL;
  CptReanalysis *reanalysis = cpt_reanalyse_finish (result, &error);

  if (reanalysis != NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_set_visible (self->progress, FALSE);
  if (reanalysis != NULL)
    take_reanalysis (self, reanalysis);
}

static void
edited_cb (CptArticlePage *self, const CptArticleMetadata *metadata, const char *step)
{
  if (self->asking) /* the question takes the focus from the field, which tells of the same edit once more */
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (self->progress, TRUE);
  cpt_reanalyse_async (self->session, self->article_id, metadata, step, self->cancellable, reanalysed_cb, g_object_ref (self));
}

/* --- widget --- */

static void
cpt_article_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cpt_article_page_parent_class)->map (widget);
  if (CPT_ARTICLE_PAGE (widget)->stale)
    update (CPT_ARTICLE_PAGE (widget));
}

static void
cpt_article_page_unmap (GtkWidget *widget)
{
  cpt_article_page_close_popovers (CPT_ARTICLE_PAGE (widget));
  GTK_WIDGET_CLASS (cpt_article_page_parent_class)->unmap (widget);
}

/* Popovers of a widget that is no container of GTK's have to be placed by it. */
static void
cpt_article_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptArticlePage *self = CPT_ARTICLE_PAGE (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (self->selection != NULL)
    gtk_popover_present (GTK_POPOVER (self->selection));
}

static void
cpt_article_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (CPT_ARTICLE_PAGE (widget)->box, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
cpt_article_page_dispose (GObject *object)
{
  CptArticlePage *self = CPT_ARTICLE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->selection, gtk_widget_unparent);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_article_page_parent_class)->dispose (object);
}

static void
cpt_article_page_class_init (CptArticlePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_article_page_dispose;
  widget_class->map = cpt_article_page_map;
  widget_class->unmap = cpt_article_page_unmap;
  widget_class->measure = cpt_article_page_measure;
  widget_class->size_allocate = cpt_article_page_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "articlepage");
}

static GtkWidget *
make_panel (CptArticlePage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);

  self->statement = cpt_statement_panel_new ();
  gtk_widget_set_size_request (self->statement, -1, STATEMENT_HEIGHT_PX);
  self->metadata = cpt_metadata_panel_new ();
  self->progress = gtk_label_new (_ ("Analysing again…"));
  gtk_widget_add_css_class (self->progress, "field-hint");
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_box_append (GTK_BOX (panel), self->statement);
  gtk_box_append (GTK_BOX (panel), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (panel), self->metadata);
  gtk_box_append (GTK_BOX (panel), self->progress);
  gtk_widget_add_css_class (panel, "side-panel-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), panel);
  gtk_widget_set_size_request (scrolled, PANEL_WIDTH_PX, -1);
  gtk_widget_add_css_class (scrolled, "side-panel");
  return scrolled;
}

static void
cpt_article_page_init (CptArticlePage *self)
{
  GtkWidget *text_side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stale = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->chooser = gtk_drop_down_new (NULL, NULL);
  gtk_widget_add_css_class (self->chooser, "article-chooser");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Article"), -1);
  self->view = cpt_article_view_new ();
  gtk_widget_set_hexpand (self->view, TRUE);
  gtk_widget_set_vexpand (self->view, TRUE);
  gtk_box_append (GTK_BOX (text_side), self->chooser);
  gtk_box_append (GTK_BOX (text_side), self->view);
  gtk_box_append (GTK_BOX (self->box), text_side);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->box), make_panel (self));
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "statement-clicked", G_CALLBACK (statement_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->metadata, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cpt_article_page_new:
 * @session: what the window shows; a reference is kept
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
cpt_article_page_new (CptSession *session)
{
  CptArticlePage *self = g_object_new (CPT_TYPE_ARTICLE_PAGE, NULL);

  self->session = g_object_ref (session);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->view)), cpt_filter_bar_new (session), self->chooser);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  cpt_article_page_set_up_actions (self);
  g_signal_connect_object (session, "notify::focus-statement", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-statement", G_CALLBACK (show_statement_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
