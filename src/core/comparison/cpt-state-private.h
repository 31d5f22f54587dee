// SPDX-License-Identifier: GPL-3.0-or-later
// What a state is made of, and the builder that makes one from another. Private to core/comparison and core/store.
#pragma once

#include "cpt-article-state.h"
#include "cpt-state.h"

G_BEGIN_DECLS

typedef enum
{
  CPT_TOPIC_MADE = 1 << 0,    /* by a person: stays though nothing is in it */
  CPT_TOPIC_RENAMED = 1 << 1, /* by a person: no analysis names it anew */
  CPT_TOPIC_PLACED = 1 << 2,  /* by a person: stands where it stands among the entries */
} CptTopicFlags;

/* A topic that the profile does not name, or that was renamed. Strings are interned. */
typedef struct
{
  const char *id;
  const char *name;
  const char *extra; /* (nullable): as in CptStatement, but interned too */
  guint flags;
} CptTopicEntry;

/* Immutable; owned through g_atomic_rc_box. */
typedef struct
{
  GArray *entries; /* CptTopicEntry, in the order in which they came in */
  GArray *visible; /* CptStateTopic: what cpt_state_get_topics() hands out */
} CptTopicTable;

CptTopicTable *cpt_topic_table_new      (CptProfile *profile, GArray *entries, GPtrArray *articles);
CptTopicTable *cpt_topic_table_ref      (CptTopicTable *self);
void           cpt_topic_table_unref    (CptTopicTable *self);
const char    *cpt_topic_table_get_name (const CptTopicTable *self, const CptProfile *profile, const char *topic_id);

typedef struct
{
  guint32 article;
  guint32 statement;
  guint32 event;
} CptNextIds;

struct _CptState
{
  gatomicrefcount ref_count;
  char *title;
  CptProfile *profile;
  CptTopicTable *topics;
  GPtrArray *articles; /* CptArticleState */
  guint n_statements;
  CptNextIds next_ids; /* not given to anybody yet */
  char *extra;         /* (nullable): as in CptStatement */
};

/**
 * CptStateBuilder:
 *
 * Makes a new state from an old one. Whatever is not edited is shared. The public fields may be set directly; articles
 * and what is in them through the functions, which copy on the first edit.
 */
typedef struct
{
  CptState *base;
  char *title;
  CptProfile *profile;
  GArray *topics;      /* CptTopicEntry */
  GPtrArray *articles; /* CptArticleState; drafts are the ones that are not in @base */
  CptNextIds next_ids;
  char *extra;         /* (nullable): as in CptStatement */
  GHashTable *drafts;  /* draft -> the article state it was copied from, or NULL; no references */
  gsize cost_bytes;    /* memory that the new state does not share with the old one, roughly */
} CptStateBuilder;

CptStateBuilder *cpt_state_builder_new  (CptState *base);
void             cpt_state_builder_free (CptStateBuilder *self);
CptState        *cpt_state_builder_end  (CptStateBuilder *self); /* call once, then free */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptStateBuilder, cpt_state_builder_free)

/* Drafts and fresh copies, borrowed from the builder, to be changed before it ends; NULL when there is none. */
CptArticleState *cpt_state_builder_edit_article   (CptStateBuilder *self, guint32 article_id);
CptStatement    *cpt_state_builder_edit_statement (CptStateBuilder *self, guint32 statement_id);
CptEvent        *cpt_state_builder_edit_event     (CptStateBuilder *self, guint32 event_id);

/* Sets of sides after the sides changed: bit i becomes the set @map[i], of CPT_MAX_SIDES. Before other edits. */
void cpt_state_builder_map_sides    (CptStateBuilder *self, const CptSideSet *map);
void cpt_state_builder_take_article   (CptStateBuilder *self, CptArticleState *draft);
void cpt_state_builder_remove_article (CptStateBuilder *self, guint32 article_id);
void cpt_state_builder_name_topic     (CptStateBuilder *self, const char *id, const char *name, guint flags);

G_END_DECLS
