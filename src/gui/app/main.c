// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint: the window program. Room: gui/app.
#include "cpt-application.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "cpt-config.h"

int
main (int argc, char **argv)
{
  g_autoptr (CptApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CPT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Counterpoint"));
  application = cpt_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
