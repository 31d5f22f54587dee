// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark. Room: gui/compat.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  CPT_SCHEME_SYSTEM,
  CPT_SCHEME_LIGHT,
  CPT_SCHEME_DARK,
} CptScheme;

#define CPT_TYPE_APPEARANCE (cpt_appearance_get_type ())
G_DECLARE_FINAL_TYPE (CptAppearance, cpt_appearance, CPT, APPEARANCE, GObject)

/**
 * CptStyleSheets:
 * @style: resource with the style sheet
 * @dark: resource with what is otherwise on dark ground
 * @contrast: (nullable): resource with what is otherwise where the desktop asks for more contrast
 */
typedef struct
{
  const char *style;
  const char *dark;
  const char *contrast;
} CptStyleSheets;

/* Signal "changed": light became dark, dark light, or the contrast changed. */
CptAppearance *cpt_appearance_new            (GdkDisplay *display, const CptStyleSheets *sheets);
void           cpt_appearance_set_scheme     (CptAppearance *self, CptScheme scheme);
CptScheme      cpt_appearance_get_scheme     (CptAppearance *self);
gboolean       cpt_appearance_get_dark       (CptAppearance *self);
CptScheme      cpt_scheme_from_name          (const char *name);

G_END_DECLS
