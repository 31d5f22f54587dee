// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that is being changed. Room: core/profile.
#pragma once

#include "cpt-profile.h"

G_BEGIN_DECLS

typedef enum
{
  CPT_PROFILE_SIDES,
  CPT_PROFILE_ACTORS,
  CPT_PROFILE_TOPICS,
  CPT_PROFILE_EVENTS,
  CPT_PROFILE_N_LISTS,
} CptProfileList;

/**
 * CptProfileDraft:
 *
 * A copy of a profile's JSON, to be changed and then made a profile again: everything is checked at the end, as if it had
 * been read from a file, and members that this version does not know stay. Elements are addressed by list and position,
 * their members by the keys of profile.schema.json.
 *
 * Thread: any, one at a time.
 */
typedef struct _CptProfileDraft CptProfileDraft;

CptProfileDraft *cpt_profile_draft_new  (const CptProfile *profile);
void             cpt_profile_draft_free (CptProfileDraft *self);
CptProfile      *cpt_profile_draft_end  (CptProfileDraft *self, GError **error); /* @self can be changed further */

char            *cpt_profile_draft_to_json (CptProfileDraft *self); /* as it is, right or wrong */

const char *cpt_profile_draft_get_name    (CptProfileDraft *self);
void        cpt_profile_draft_set_name    (CptProfileDraft *self, const char *name);
guint       cpt_profile_draft_get_n       (CptProfileDraft *self, CptProfileList list);
/* A new element with that name and an id made of it; its position. */
guint       cpt_profile_draft_add         (CptProfileDraft *self, CptProfileList list, const char *name);
void        cpt_profile_draft_remove      (CptProfileDraft *self, CptProfileList list, guint position);
void        cpt_profile_draft_move        (CptProfileDraft *self, CptProfileList list, guint from, guint to);
/* (nullable) and borrowed until the next change; %NULL removes a member. */
const char *cpt_profile_draft_get_string  (CptProfileDraft *self, CptProfileList list, guint position, const char *key);
void        cpt_profile_draft_set_string  (CptProfileDraft *self, CptProfileList list, guint position, const char *key,
                                           const char *value);
char      **cpt_profile_draft_dup_strings (CptProfileDraft *self, CptProfileList list, guint position, const char *key);
void        cpt_profile_draft_set_strings (CptProfileDraft *self, CptProfileList list, guint position, const char *key,
                                           const char *const *values);
/* Actors of side @from belong to side @into afterwards; to none when it is %NULL. Ids. */
void        cpt_profile_draft_give_actors (CptProfileDraft *self, const char *from, const char *into);
/* The actor with that name or one of its names, any case; -1 when there is none. */
int         cpt_profile_draft_find_actor  (CptProfileDraft *self, const char *name);
/* From now on @name, as it stands in articles, speaks for @side (an id; %NULL: for nobody). Known actors change sides. */
void        cpt_profile_draft_count_as    (CptProfileDraft *self, const char *name, const char *side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptProfileDraft, cpt_profile_draft_free)

G_END_DECLS
