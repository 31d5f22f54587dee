// SPDX-License-Identifier: GPL-3.0-or-later
// Whose account each sentence gives. Room: core/analysis, private to it.
#pragma once

#include "cpt-accounts.h"

G_BEGIN_DECLS

/**
 * CptSidePart:
 * @begin_token: first token of the part
 * @sides: whose account it gives
 * @account: (nullable): what it reports; valid until the next sentence
 * @grounds: on what grounds that was decided
 * @reasons: why
 */
typedef struct
{
  guint begin_token;
  CptSideSet sides;
  const CptAccount *account;
  CptGrounds grounds;
  CptReasons reasons;
} CptSidePart;

/**
 * CptSideDecision:
 * @n_parts: 1, or 2 when each of two clauses gives one side's account
 * @parts: in the order of the text
 */
typedef struct
{
  guint n_parts;
  CptSidePart parts[2];
} CptSideDecision;

typedef struct
{
  CptAccountFinder finder;
  CptAccounts accounts; /* of the sentence decided last */
} CptSideDecider;

void cpt_side_decider_init   (CptSideDecider *self, const CptEvidence *evidence);
void cpt_side_decider_clear  (CptSideDecider *self);
void cpt_side_decider_decide (CptSideDecider *self, guint sentence, CptSideDecision *decision);

G_END_DECLS
