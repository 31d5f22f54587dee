// SPDX-License-Identifier: GPL-3.0-or-later
// What each rule means, in a sentence for people. Room: core/analysis.
#include "cpt-analysis.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *rule;
  const char *description;
} rules[] = {
  { "speaker-side", N_ ("What a speaker of this side says") },
};

/**
 * cpt_rule_describe:
 * @rule: the name of a rule, as in #CptReason
 *
 * Returns: (transfer none): a translated sentence that says what the rule is; @rule itself when it is not known
 */
const char *
cpt_rule_describe (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].rule, rule) == 0)
      return _ (rules[i].description);
  return rule;
}
