// SPDX-License-Identifier: GPL-3.0-or-later
// The manual's pages as blocks that can be shown. Room: gui/models.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CPT_MANUAL_HEADING, /* level 1 to 3 */
  CPT_MANUAL_PARAGRAPH,
  CPT_MANUAL_ITEM,    /* of a list; level 1, 2, ...: its depth */
  CPT_MANUAL_CODE,    /* plain text */
  CPT_MANUAL_TABLE,
} CptManualKind;

/**
 * CptManualBlock:
 * @kind: what it is
 * @level: of headings and items
 * @markup: as Pango reads it; of code: plain text; (nullable): of tables
 * @anchor: (nullable): of headings: what links call it ("how-well")
 * @rows: (nullable) (element-type GStrv): of tables: markup of the cells, the head first
 */
typedef struct
{
  CptManualKind kind;
  guint level;
  char *markup;
  char *anchor;
  GPtrArray *rows;
} CptManualBlock;

GPtrArray *cpt_manual_parse      (const char *markdown); /* (element-type CptManualBlock) */
char      *cpt_manual_dup_markup (const char *text);

G_END_DECLS
