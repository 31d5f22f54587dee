// SPDX-License-Identifier: GPL-3.0-or-later
// Typed access to the members of a JSON object, with errors that name the place. Room: core/profile, private.
#pragma once

#include "cpt-json.h"
#include "cpt-profile.h"

G_BEGIN_DECLS

/**
 * CptProfileReader:
 * @data: the text that was parsed, for the line in messages
 * @length_bytes: its length
 * @file_name: for messages
 * @path: of the object that is being read ("actors[14]")
 * @fold: takes the lower-case strings
 * @error: where the first error goes
 *
 * Every function below returns %FALSE after it has set the error.
 */
typedef struct
{
  const char *data;
  gsize length_bytes;
  const char *file_name;
  GString *path;
  GStringChunk *fold;
  GError **error;
} CptProfileReader;

typedef gboolean (*CptProfileElementFunc) (CptProfileReader *reader, JsonObject *element, gpointer user_data);

gboolean cpt_profile_reader_fail        (CptProfileReader *reader, const char *key, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean cpt_profile_reader_get_string  (CptProfileReader *reader, JsonObject *object, const char *key, const char **value);
gboolean cpt_profile_reader_need_string (CptProfileReader *reader, JsonObject *object, const char *key, const char **value);
gboolean cpt_profile_reader_need_id     (CptProfileReader *reader, JsonObject *object, const char **value);
gboolean cpt_profile_reader_get_day     (CptProfileReader *reader, JsonObject *object, const char *key, CptDay *value);
gboolean cpt_profile_reader_get_choice  (CptProfileReader *reader, JsonObject *object, const char *key,
                                         const char *const *choices, int *value);
gboolean cpt_profile_reader_get_strings (CptProfileReader *reader, JsonObject *object, const char *key, gboolean fold,
                                         GPtrArray *strings);
gboolean cpt_profile_reader_for_each    (CptProfileReader *reader, JsonObject *root, const char *key,
                                         CptProfileElementFunc func, gpointer user_data);

G_END_DECLS
