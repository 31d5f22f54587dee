// SPDX-License-Identifier: GPL-3.0-or-later
// What a window shows of a comparison: page, filter, selection. Room: gui/models.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  CPT_PAGE_COMPARE,
  CPT_PAGE_TIMELINE,
  CPT_PAGE_ARTICLE,
} CptPage;

#define CPT_TYPE_PAGE (cpt_page_get_type ())
GType cpt_page_get_type (void) G_GNUC_CONST;

#define CPT_TYPE_SESSION (cpt_session_get_type ())
G_DECLARE_FINAL_TYPE (CptSession, cpt_session, CPT, SESSION, GObject)

/**
 * CptSession:
 *
 * The view state of one window. Pages watch it and change it; no page calls another.
 *
 * Properties: "history" (#CptHistory, nullable: no comparison is open), "page" (#CptPage), "focus-statement" (uint: id of
 * the statement that has, or last had, the user's attention; 0 for none), "context-folded" (boolean),
 * "hidden-events-shown" (boolean), "reviewing" (boolean: the Compare page goes through statements one by one),
 * "n-matches" (uint: statements that the filter lets through, as far as they are counted).
 *
 * Signals: "state-changed" (the comparison changed, or another one was opened), "filter-changed", "selection-changed",
 * "show-statement" (uint id: the current page brings it into view), "did" (string: label of the change just made), "doing"
 * (string: work that takes a moment; empty when it is over), "problem" (string: what could not be done, and why).
 */
CptSession           *cpt_session_new           (void);

CptHistory           *cpt_session_get_history   (CptSession *self);
void                  cpt_session_set_history   (CptSession *self, CptHistory *history);
CptState             *cpt_session_get_state     (CptSession *self);
void                  cpt_session_do            (CptSession *self, CptCommand *command);

CptPage               cpt_session_get_page      (CptSession *self);
void                  cpt_session_set_page      (CptSession *self, CptPage page);
gboolean              cpt_session_get_context_folded (CptSession *self);
void                  cpt_session_set_context_folded (CptSession *self, gboolean folded);

gboolean              cpt_session_get_reviewing (CptSession *self);
void                  cpt_session_set_reviewing (CptSession *self, gboolean reviewing);

/* The filter is borrowed and changes; copy what another thread needs. */
const CptBoardFilter *cpt_session_get_filter    (CptSession *self);
gboolean              cpt_session_is_filtered   (CptSession *self);
void                  cpt_session_set_filter_text      (CptSession *self, const char *text);
void                  cpt_session_set_filter_topic     (CptSession *self, const char *topic);
void                  cpt_session_set_filter_source    (CptSession *self, const char *source);
void                  cpt_session_set_filter_article   (CptSession *self, guint32 article_id);
void                  cpt_session_set_filter_to_review (CptSession *self, gboolean to_review);
guint                 cpt_session_get_filter_columns   (CptSession *self);
void                  cpt_session_set_filter_columns   (CptSession *self, guint columns);
gboolean              cpt_session_get_hidden_events_shown (CptSession *self);
void                  cpt_session_set_hidden_events_shown (CptSession *self, gboolean shown);
guint                 cpt_session_get_n_matches (CptSession *self);
void                  cpt_session_set_n_matches (CptSession *self, guint n_matches); /* by who counted */
void                  cpt_session_clear_filter  (CptSession *self);
gboolean              cpt_session_is_topic_folded  (CptSession *self, const char *topic);
void                  cpt_session_set_topic_folded (CptSession *self, const char *topic, gboolean folded);

gboolean              cpt_session_is_selected   (CptSession *self, guint32 statement_id);
guint                 cpt_session_get_n_selected (CptSession *self);
guint32              *cpt_session_dup_selection (CptSession *self, guint *n_ids);
void                  cpt_session_select        (CptSession *self, const guint32 *ids, guint n_ids);
void                  cpt_session_add_to_selection      (CptSession *self, const guint32 *ids, guint n_ids);
void                  cpt_session_toggle_selected       (CptSession *self, guint32 statement_id);

gboolean              cpt_session_get_visible_days (CptSession *self, double *begin_days, double *end_days);
void                  cpt_session_set_visible_days (CptSession *self, double begin_days, double end_days);
guint32               cpt_session_get_focus_statement (CptSession *self);
void                  cpt_session_set_focus_statement (CptSession *self, guint32 statement_id);
void                  cpt_session_show_statement (CptSession *self, guint32 statement_id, CptPage page);
void                  cpt_session_tell_doing     (CptSession *self, const char *message);
void                  cpt_session_tell_problem   (CptSession *self, const char *message);

G_END_DECLS
