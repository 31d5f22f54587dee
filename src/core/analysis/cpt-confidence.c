// SPDX-License-Identifier: GPL-3.0-or-later
// The table that turns grounds into confidence. Room: core/analysis; decides nothing.
#include "cpt-confidence.h"

/* Below the first an attribution is unsure, from the second on it is sure. */
#define MIDDLE_MARGIN 0.5f
#define HIGH_MARGIN 0.8f

typedef struct
{
  const char *name;
  float confidence;
} Row;

/* How many of the labelled statements decided on such grounds had the right sides; counted, smoothed and checked by
 * tests/bench/bench-calibration.c (README.md of the room tells how and on what). Only one labelled statement gave both accounts without a cut: that row is a guess. */
static const Row rows[CPT_N_GROUNDS] = {
  [CPT_GROUNDS_NAMED] = { "named-unsure", 0.92f },
  [CPT_GROUNDS_NAMED + 1] = { "named", 0.97f },
  [CPT_GROUNDS_NAMED + 2] = { "named-sure", 0.99f },
  [CPT_GROUNDS_RESOLVED] = { "resolved-unsure", 0.88f },
  [CPT_GROUNDS_RESOLVED + 1] = { "resolved", 0.93f },
  [CPT_GROUNDS_RESOLVED + 2] = { "resolved-sure", 0.93f },
  [CPT_GROUNDS_CARRIED] = { "carried-unsure", 0.78f },
  [CPT_GROUNDS_CARRIED + 1] = { "carried", 0.78f },
  [CPT_GROUNDS_CARRIED + 2] = { "carried-sure", 0.98f },
  [CPT_GROUNDS_GRAMMAR] = { "grammar", 0.92f },
  [CPT_GROUNDS_CONTINUED] = { "continued", 0.95f },
  [CPT_GROUNDS_BOTH] = { "both", 0.75f },
  [CPT_GROUNDS_THIRD_PARTY] = { "third-party", 0.99f },
  [CPT_GROUNDS_THIRD_PARTY_NAMING] = { "third-party-naming", 0.94f },
  [CPT_GROUNDS_THIRD_PARTY_STAFF] = { "third-party-staff", 0.79f },
  [CPT_GROUNDS_NARRATION] = { "narration", 0.99f },
  [CPT_GROUNDS_NARRATION + 1] = { "narration-naming", 0.97f },
  [CPT_GROUNDS_NARRATION + 2] = { "narration-cue", 0.99f },
  [CPT_GROUNDS_NARRATION + 3] = { "narration-naming-cue", 0.95f },
  [CPT_GROUNDS_NARRATION + 4] = { "narration-after", 0.95f },
  [CPT_GROUNDS_NARRATION + 5] = { "narration-naming-after", 0.88f },
  [CPT_GROUNDS_NARRATION + 6] = { "narration-cue-after", 0.98f },
  [CPT_GROUNDS_NARRATION + 7] = { "narration-naming-cue-after", 0.68f },
};

/* The step of @grounds (one of the first three) for an attribution that is right with @confidence. */
CptGrounds
cpt_grounds_by_margin (CptGrounds grounds, float confidence)
{
  return grounds + (confidence >= MIDDLE_MARGIN) + (confidence >= HIGH_MARGIN);
}

const char *
cpt_grounds_get_name (CptGrounds grounds)
{
  return rows[grounds].name;
}

/**
 * cpt_grounds_get_confidence:
 *
 * Returns: the share of statements with such grounds whose sides are right, 0 to 1
 */
float
cpt_grounds_get_confidence (CptGrounds grounds)
{
  return rows[grounds].confidence;
}
