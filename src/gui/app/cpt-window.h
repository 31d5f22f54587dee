// SPDX-License-Identifier: GPL-3.0-or-later
// A window: one comparison and its pages. Room: gui/app.
#pragma once

#include "cpt-action-table.h"
#include "cpt-application.h"
#include "cpt-recovery.h"
#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_WINDOW (cpt_window_get_type ())
G_DECLARE_FINAL_TYPE (CptWindow, cpt_window, CPT, WINDOW, GtkApplicationWindow)

CptWindow  *cpt_window_new         (CptApplication *application);
CptSession *cpt_window_get_session (CptWindow *self);
void        cpt_window_open_files  (CptWindow *self, GFile **files, guint n_files);
GFile      *cpt_window_get_file    (CptWindow *self);
void        cpt_window_show_rescue (CptWindow *self, CptRescue *rescue);
void        cpt_window_show_unreadable (CptWindow *self, GPtrArray *problems);
void        cpt_window_write_draft (CptWindow *self);
void        cpt_window_add_accels  (GtkApplication *application);

G_END_DECLS
