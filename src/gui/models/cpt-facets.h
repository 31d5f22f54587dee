// SPDX-License-Identifier: GPL-3.0-or-later
// What a comparison can be narrowed down to: articles, sides, topics, sources, with counts. Room: gui/models.
#pragma once

#include "cpt-session.h"

G_BEGIN_DECLS

typedef enum
{
  CPT_FACET_HEADING,
  CPT_FACET_ARTICLE,
  CPT_FACET_SIDE,
  CPT_FACET_TOPIC,
  CPT_FACET_SOURCE,
} CptFacetKind;

#define CPT_TYPE_FACET (cpt_facet_get_type ())
G_DECLARE_FINAL_TYPE (CptFacet, cpt_facet, CPT, FACET, GObject)

CptFacetKind cpt_facet_get_kind     (CptFacet *self);
const char  *cpt_facet_get_label    (CptFacet *self);
guint        cpt_facet_get_count    (CptFacet *self);
gboolean     cpt_facet_is_chosen    (CptFacet *self, CptSession *session);
void         cpt_facet_toggle       (CptFacet *self, CptSession *session);

#define CPT_TYPE_FACET_LIST (cpt_facet_list_get_type ())
G_DECLARE_FINAL_TYPE (CptFacetList, cpt_facet_list, CPT, FACET_LIST, GObject)

/* A list model of #CptFacet: a heading, then its facets; follows the session's comparison. */
CptFacetList *cpt_facet_list_new (CptSession *session);

G_END_DECLS
