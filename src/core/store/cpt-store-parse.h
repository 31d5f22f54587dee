// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of parsing. Private to core/store.
#pragma once

#include "cpt-command-private.h"
#include "cpt-state-private.h"
#include "cpt-store-reader.h"

G_BEGIN_DECLS

/* What a whole file has in common. */
typedef struct
{
  CptStoreReader reader;
  CptNextIds next_ids;
  const char *side_names[CPT_MAX_SIDES + 1];
  GHashTable *articles;   /* ids that were met */
  GHashTable *statements; /* id -> article id */
  GHashTable *events;
} CptStoreParse;

gboolean cpt_store_parse_article (CptStoreParse *self, JsonObject *object, CptArticleState *draft);
gboolean cpt_store_migrate       (CptStoreReader *reader, JsonObject *root);

G_END_DECLS
