// SPDX-License-Identifier: GPL-3.0-or-later
// Character references of HTML ("&amp;", "&#8217;"). Room: core/importers.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The length in bytes of the reference that @text begins with, its character in @character; 0 when it is none. */
gsize cpt_entity_measure (const char *text, gunichar *character);

/* (transfer full): @text with all references replaced. */
char *cpt_entities_decode (const char *text);

G_END_DECLS
