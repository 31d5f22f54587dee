// SPDX-License-Identifier: GPL-3.0-or-later
// Typed access to the members of a JSON object, with errors that name file, line and key. Private to core/store.
#pragma once

#include "cpt-json.h"
#include "cpt-store.h"

G_BEGIN_DECLS

/* Where the reader is: "articles[2].statements[14]". Unset levels are -1. */
typedef struct
{
  const char *list; /* of the root: "topics", "articles" */
  int index;
  const char *inner_list; /* of the element: "statements", "events" */
  int inner_index;
} CptStorePlace;

/**
 * CptStoreReader:
 *
 * Every function below returns %FALSE after it has set the error. The getters count the members that they meet, so that
 * objects without unknown ones, nearly all, are known without a look at their keys.
 */
typedef struct
{
  const char *data;
  gsize length_bytes;
  const char *file_name;
  CptStorePlace place;
  guint n_met;
  GError **error;
} CptStoreReader;

gboolean cpt_store_reader_fail (CptStoreReader *self, const char *key, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Optional members leave @value as it is when they are missing. */
gboolean cpt_store_reader_get_string  (CptStoreReader *self, JsonObject *object, const char *key, const char **value);
gboolean cpt_store_reader_need_string (CptStoreReader *self, JsonObject *object, const char *key, const char **value);
gboolean cpt_store_reader_get_id      (CptStoreReader *self, JsonObject *object, const char *key, guint32 *value);
gboolean cpt_store_reader_need_id     (CptStoreReader *self, JsonObject *object, const char *key, guint32 *value);
gboolean cpt_store_reader_need_number (CptStoreReader *self, JsonObject *object, const char *key, gsize max, gsize *value);
gboolean cpt_store_reader_need_ratio  (CptStoreReader *self, JsonObject *object, const char *key, float *value);
gboolean cpt_store_reader_get_flag    (CptStoreReader *self, JsonObject *object, const char *key, gboolean *value);
gboolean cpt_store_reader_get_day     (CptStoreReader *self, JsonObject *object, const char *key, CptDay *value);
gboolean cpt_store_reader_get_choice  (CptStoreReader *self, JsonObject *object, const char *key,
                                       const char *const *choices, int *value);
/* A list of names as a set of bits. */
gboolean cpt_store_reader_get_choices (CptStoreReader *self, JsonObject *object, const char *key,
                                       const char *const *choices, guint *value);
/* (out) (transfer none): the list; an empty one is not NULL, a missing one is an error. */
gboolean cpt_store_reader_need_list   (CptStoreReader *self, JsonObject *object, const char *key, JsonArray **value);
gboolean cpt_store_reader_need_object (CptStoreReader *self, JsonNode *node, JsonObject **value);

/* (transfer full) (nullable): the members of @object besides @keys, as JSON without braces: a GRefString. */
char    *cpt_store_reader_take_extra  (CptStoreReader *self, JsonObject *object, const char *const *keys);

G_END_DECLS
