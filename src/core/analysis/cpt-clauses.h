// SPDX-License-Identifier: GPL-3.0-or-later
// Where one clause ends and the next begins. Room: core/analysis, private to it.
#pragma once

#include "cpt-stance-words.h"

G_BEGIN_DECLS

typedef struct
{
  const CptReading *reading;
  const guint32 *stances;
  guint sentence;
} CptClauseText;

/* No such place. */
#define CPT_NO_TOKEN G_MAXUINT

guint    cpt_clauses_find_boundary (const CptClauseText *text, guint after_token, guint before_token);
gboolean cpt_clauses_are_contrasted (const CptClauseText *text, guint first_cue, guint second_begin);

G_END_DECLS
