// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the window share. Room: gui/app.
#pragma once

#include "cpt-banner.h"
#include "cpt-compare-page.h"
#include "cpt-document.h"
#include "cpt-loader.h"
#include "cpt-recent.h"
#include "cpt-window.h"

G_BEGIN_DECLS

struct _CptWindow
{
  GtkApplicationWindow parent_instance;
  CptSession *session;
  CptDocument *document; /* (nullable) */
  GSignalGroup *history_signals;
  GSignalGroup *document_signals;
  GCancellable *loading; /* (nullable): of the one loading operation that counts */
  guint loading_timer;
  GFile *last_folder; /* (nullable): of the file last opened */
  char *shown_words; /* (nullable): of the filter, as the search entry shows them */
  gboolean close_after_save;
  gboolean close_confirmed;
  char *problems; /* (nullable): of the files that could not be opened last, a line each */
  GDateTime *recovered; /* (nullable): when the draft was written that is shown, until the user said what to do with it */

  GtkWidget *open_button;
  GtkWidget *recent_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *history_button;
  GtkWidget *title_label;
  GtkWidget *subtitle_label;
  GtkWidget *search_entry;
  GtkWidget *menu_button;
  CptBanner *banner;
  GtkWidget *stack;
  GtkWidget *start_slot;
  GtkWidget *loading_slot;
  GtkWidget *page_bar;
  GtkWidget *sidebar_button;
  GtkWidget *status_label;
  GtkWidget *review_button;
  GtkWidget *one_by_one_button;
  GtkWidget *pages;
  GtkWidget *loading_view;
  GtkWidget *drop_hint;
  CptComparePage *compare_page;
  CptRecent *recent;
};

/* cpt-window-actions.c */
extern const CptActionTable cpt_window_action_table;
void cpt_window_set_up_actions  (CptWindow *self);
void cpt_window_update_actions  (CptWindow *self);
void cpt_window_set_enabled     (CptWindow *self, const char *action, gboolean enabled);

/* cpt-window-files.c */
void cpt_window_add_files       (CptWindow *self, GFile **files, guint n_files);
void cpt_window_choose_files    (CptWindow *self, gboolean add);
void cpt_window_cancel_loading  (CptWindow *self);
void cpt_window_save            (CptWindow *self, gboolean force);
void cpt_window_save_as         (CptWindow *self);
void cpt_window_reload          (CptWindow *self);
void cpt_window_show_conflict   (CptWindow *self);

/* cpt-window-export.c */
void cpt_window_export          (CptWindow *self, const char *form);
void cpt_window_set_up_export   (CptWindow *self);

void cpt_window_choose_folder   (CptWindow *self);

/* cpt-window-problems.c */
void cpt_window_show_problems   (CptWindow *self, GPtrArray *problems);
void cpt_window_show_problem_list (CptWindow *self);
void cpt_window_tell_known      (CptWindow *self, GPtrArray *names);

/* cpt-window-close.c */
void cpt_window_set_up_close    (CptWindow *self);
void cpt_window_after_save      (CptWindow *self);
void cpt_window_close_now       (CptWindow *self);

/* cpt-window-analyse.c */
void cpt_window_analyse_again   (CptWindow *self);
void cpt_window_offer_analysis  (CptWindow *self);

/* cpt-window-recovery.c */
void cpt_window_watch_drafts    (CptWindow *self);
void cpt_window_keep_recovered  (CptWindow *self);
void cpt_window_discard_recovered (CptWindow *self);

/* cpt-window-dnd.c */
void cpt_window_set_up_drop     (CptWindow *self);

/* cpt-window.c */
void cpt_window_set_document    (CptWindow *self, CptDocument *document);
void cpt_window_remember_file   (CptWindow *self, GFile *file, gboolean opened);
void cpt_window_update_title    (CptWindow *self);
void cpt_window_show_words      (CptWindow *self);
void cpt_window_focus_page      (CptWindow *self);
void cpt_window_show_status     (CptWindow *self, const char *message);

G_END_DECLS
