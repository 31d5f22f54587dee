// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about an article's publication, to be corrected. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_METADATA_PANEL (cpt_metadata_panel_get_type ())
G_DECLARE_FINAL_TYPE (CptMetadataPanel, cpt_metadata_panel, CPT, METADATA_PANEL, GtkWidget)

/* Signal "edited" (pointer: const CptArticleMetadata *, string: label of the step): a person changed a field. */
GtkWidget *cpt_metadata_panel_new  (void);
void       cpt_metadata_panel_show (CptMetadataPanel *self, CptArticle *article);

G_END_DECLS
