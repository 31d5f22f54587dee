// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheets and icons of the program. Room: gui/style; holds no logic.
#include "cpt-style.h"

#include "cpt-config.h"
#include "cpt-style-resources.h"

const CptStyleSheets cpt_style_sheets = {
  .style = CPT_APPLICATION_PATH "/style.css",
  .dark = CPT_APPLICATION_PATH "/style-dark.css",
  .contrast = CPT_APPLICATION_PATH "/style-contrast.css",
};

/**
 * cpt_style_register:
 *
 * Makes the style sheets and icons available. Called once by the program and by every test that shows widgets: a static
 * library's own constructor is dropped by the linker when nothing calls into it.
 */
void
cpt_style_register (void)
{
  cpt_style_get_resource ();
}
