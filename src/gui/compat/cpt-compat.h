// SPDX-License-Identifier: GPL-3.0-or-later
// What of GTK we may use. Room: gui/compat, the only one that may ask; all others call a function named for the deed.
#pragma once

#include <gtk/gtk.h>

/* GTK_CHECK_VERSION looks at the headers, not at the profile that the build chose; and GDK_VERSION_4_10 is undefined,
 * hence 0, on older headers, which would make the naive comparison always true. */
#define CPT_HAS_GTK(major, minor) (GDK_VERSION_MAX_ALLOWED >= G_ENCODE_VERSION (major, minor))
