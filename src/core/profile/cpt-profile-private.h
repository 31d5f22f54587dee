// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of this room share. Room: core/profile; not to be included elsewhere.
#pragma once

#include "cpt-json.h"
#include "cpt-profile.h"

G_BEGIN_DECLS

struct _CptProfile
{
  gatomicrefcount ref_count;
  JsonNode *root;     /* owns most strings below */
  GStringChunk *fold; /* owns the lower-case ones */
  const char *id;
  const char *name;
  GArray *sides;  /* CptSide */
  GArray *actors; /* CptActor; names and roles are owned */
  GArray *topics; /* CptTopic; words are owned */
  GArray *events; /* CptNamedEvent; names are owned */
};

/* The keys of each kind of object, in the order in which they are written; NULL-terminated. */
extern const char *const cpt_profile_keys[];
extern const char *const cpt_profile_side_keys[];
extern const char *const cpt_profile_actor_keys[];
extern const char *const cpt_profile_topic_keys[];
extern const char *const cpt_profile_event_keys[];

gboolean cpt_profile_parse_root (CptProfile *self, const char *data, gsize length_bytes, const char *file_name,
                                 GError **error);

G_END_DECLS
