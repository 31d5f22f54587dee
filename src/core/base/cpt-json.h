// SPDX-License-Identifier: GPL-3.0-or-later
// The only door to json-glib's parser: depth and size are checked before it sees a byte. Room: core/base.
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define CPT_JSON_ERROR (cpt_json_error_quark ())
GQuark cpt_json_error_quark (void);

/**
 * CptJsonError:
 * @CPT_JSON_ERROR_SYNTAX: not JSON; the message names the line
 * @CPT_JSON_ERROR_TOO_DEEP: nested deeper than allowed
 * @CPT_JSON_ERROR_TOO_LARGE: larger than allowed
 * @CPT_JSON_ERROR_SHAPE: JSON, but not of the expected form; the message names the key
 */
typedef enum
{
  CPT_JSON_ERROR_SYNTAX,
  CPT_JSON_ERROR_TOO_DEEP,
  CPT_JSON_ERROR_TOO_LARGE,
  CPT_JSON_ERROR_SHAPE,
} CptJsonError;

#define CPT_JSON_MAX_DEPTH 64
#define CPT_JSON_MAX_BYTES ((gsize) 1 << 30)

gboolean  cpt_json_check_depth (const char *data, gsize length_bytes, guint max_depth, GError **error);
JsonNode *cpt_json_parse       (const char *data, gssize length_bytes, GError **error);
guint     cpt_json_find_line   (const char *data, gsize length_bytes, const char *path);
void      cpt_json_append_string (GString *out, const char *text, gssize length_bytes);

G_END_DECLS
