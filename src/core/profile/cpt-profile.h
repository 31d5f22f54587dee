// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge about one conflict: sides, actors, topics, named events. Room: core/profile.
#pragma once

#include <gio/gio.h>

#include "cpt-day.h"

G_BEGIN_DECLS

#define CPT_PROFILE_ERROR (cpt_profile_error_quark ())
GQuark cpt_profile_error_quark (void);

/**
 * CptProfileError:
 * @CPT_PROFILE_ERROR_READ: the file cannot be read
 * @CPT_PROFILE_ERROR_INVALID: not a profile; the message names the file, the line and the key
 * @CPT_PROFILE_ERROR_VERSION_TOO_NEW: made by a newer version of the program
 */
typedef enum
{
  CPT_PROFILE_ERROR_READ,
  CPT_PROFILE_ERROR_INVALID,
  CPT_PROFILE_ERROR_VERSION_TOO_NEW,
} CptProfileError;

/* At most so many sides; a set of sides fits one #CptSideSet. */
#define CPT_MAX_SIDES 6

/* A set of sides: bit i is the side with index i. Empty is "no side", the Context column. */
typedef guint8 CptSideSet;

#define CPT_SIDE_BIT(index) ((CptSideSet) (1u << (index)))

/**
 * CptSide:
 * @id: "nato"
 * @name: "NATO"
 * @colour: "#1a5fb4"
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *colour;
} CptSide;

typedef struct
{
  const char *id;
  const char *name;
  const char *const *words; /* words and phrases that show the topic, lower case; %NULL-terminated */
} CptTopic;

/**
 * CptActorKind:
 * @CPT_ACTOR_PERSON: "Mark Rutte"
 * @CPT_ACTOR_ORGANISATION: "Russian Foreign Ministry", "NATO"
 * @CPT_ACTOR_COUNTRY: "Russia"
 * @CPT_ACTOR_CAPITAL: a place that stands for a government: "Moscow", "the Kremlin"
 * @CPT_ACTOR_DEMONYM: "Russian", "Russians": makes a title or a noun after it belong to the side
 * @CPT_ACTOR_OFFICE: "the US president", "NATO secretary general"
 * @CPT_ACTOR_GROUP: "the West", "Western leaders", "the allies"
 * @CPT_ACTOR_MEDIA: state media that speak for a side
 */
typedef enum
{
  CPT_ACTOR_PERSON,
  CPT_ACTOR_ORGANISATION,
  CPT_ACTOR_COUNTRY,
  CPT_ACTOR_CAPITAL,
  CPT_ACTOR_DEMONYM,
  CPT_ACTOR_OFFICE,
  CPT_ACTOR_GROUP,
  CPT_ACTOR_MEDIA,
} CptActorKind;

typedef enum
{
  CPT_GENDER_UNKNOWN,
  CPT_GENDER_FEMALE,
  CPT_GENDER_MALE,
} CptGender;

/* The side of actors that belong to none: third parties such as China or the UN. */
#define CPT_NO_SIDE (-1)

/**
 * CptActor:
 * @id: stable within the profile
 * @name: the fullest name, shown as the source
 * @kind: what it is
 * @gender: for "he" and "she"
 * @side: index of the side, or %CPT_NO_SIDE
 * @names: all names and spellings, @name included, as written in articles
 * @roles: offices and nouns that stand for it later in a text ("president", "alliance", "ministry"), lower case
 * @from: first day on which it belongs to the side, or %CPT_DAY_NONE
 * @until: last such day, or %CPT_DAY_NONE
 */
typedef struct
{
  const char *id;
  const char *name;
  CptActorKind kind;
  CptGender gender;
  int side;
  const char *const *names;
  const char *const *roles;
  CptDay from;
  CptDay until;
} CptActor;

typedef struct
{
  const char *id;
  const char *name;
  const char *const *names; /* all names, as written in articles */
  CptInterval interval;
} CptNamedEvent;

/**
 * CptProfile:
 *
 * An immutable, atomically reference-counted value. The pointers that its getters hand out live as long as it does.
 */
typedef struct _CptProfile CptProfile;

#define CPT_TYPE_PROFILE (cpt_profile_get_type ())
GType cpt_profile_get_type (void) G_GNUC_CONST;

CptProfile *cpt_profile_parse       (const char *data, gssize length_bytes, const char *file_name, GError **error);
CptProfile *cpt_profile_load        (GFile *file, GCancellable *cancellable, GError **error);
CptProfile *cpt_profile_new_builtin (const char *id, GError **error);
char      **cpt_profile_list_builtin (void);
CptProfile *cpt_profile_new_empty   (void);
CptProfile *cpt_profile_ref         (CptProfile *self);
void        cpt_profile_unref       (CptProfile *self);

/* The profile as canonical JSON (stable order, unknown keys kept), as embedded in a comparison. */
char       *cpt_profile_to_json     (const CptProfile *self);

const char          *cpt_profile_get_id       (const CptProfile *self);
const char          *cpt_profile_get_name     (const CptProfile *self);
const CptSide       *cpt_profile_get_sides    (const CptProfile *self, guint *n_sides);
const CptActor      *cpt_profile_get_actors   (const CptProfile *self, guint *n_actors);
const CptTopic      *cpt_profile_get_topics   (const CptProfile *self, guint *n_topics);
const CptNamedEvent *cpt_profile_get_events   (const CptProfile *self, guint *n_events);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptProfile, cpt_profile_unref)

G_END_DECLS
