// SPDX-License-Identifier: GPL-3.0-or-later
// The files that were open lately. Room: gui/models.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_RECENT_FILE (cpt_recent_file_get_type ())
G_DECLARE_FINAL_TYPE (CptRecentFile, cpt_recent_file, CPT, RECENT_FILE, GObject)

const char *cpt_recent_file_get_uri    (CptRecentFile *self);
const char *cpt_recent_file_get_name   (CptRecentFile *self);
const char *cpt_recent_file_get_folder (CptRecentFile *self);

#define CPT_TYPE_RECENT (cpt_recent_get_type ())
G_DECLARE_FINAL_TYPE (CptRecent, cpt_recent, CPT, RECENT, GObject)

/* A list model of #CptRecentFile, newest first, that follows the desktop's list. */
CptRecent *cpt_recent_new (GtkRecentManager *manager);
void       cpt_recent_add (CptRecent *self, GFile *file);
void       cpt_recent_remove (CptRecent *self, GFile *file);

G_END_DECLS
