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
  /* sides */
  { "speaker-side", N_ ("These words name the speaker, who belongs to this side") },
  { "speaker-cue", N_ ("This word says that somebody speaks") },
  { "speaker-carried", N_ ("These words stand for the speaker named last") },
  { "actor-side", N_ ("These words name an actor of this side") },
  { "subject-of-stance", N_ ("The actor says, wants or refuses something with this word") },
  { "owned-account", N_ ("This word names what the actor thinks, says or wants") },
  { "by-agent", N_ ("The actor is the one who said or wanted this") },
  { "plan-continued", N_ ("The sentence goes on with what the speaker before set out") },
  { "quotation-continued", N_ ("The quotation of the speaker before goes on") },
  { "list-continued", N_ ("The sentence before announces this one") },
  /* what stands level */
  { "answers-reply", N_ ("This word answers what another side said before") },
  { "answers-contrast", N_ ("This word sets the statement against what another side said before") },
  { "answers-speaker", N_ ("These words name the one of another side who spoke before") },
  { "answers-words", N_ ("The statement takes up words of another side") },
  { "answers-half", N_ ("The other half of the sentence is another side’s") },
  /* who speaks */
  { "cue", N_ ("This word says that somebody speaks") },
  { "name", N_ ("These words name the speaker") },
  { "pronoun", N_ ("This pronoun stands for somebody named before") },
  { "role", N_ ("This office or body was named before") },
  { "relative-pronoun", N_ ("This pronoun stands for somebody named just before") },
  { "plan-goes-on", N_ ("The sentence goes on with what the speaker before set out") },
  { "quotation-goes-on", N_ ("The quotation of the speaker before goes on") },
  { "noun-of-speech", N_ ("This noun names what was said before") },
  { "description", N_ ("These words describe the speaker") },
  /* topics */
  { "topic-word", N_ ("A word of the topic") },
  { "topic-continues", N_ ("The sentence goes on with the topic of the one before") },
  { "topic-repeated-words", N_ ("A word that several sentences of this article share") },
  { "topic-neighbour", N_ ("No word of a topic: joined with its neighbour") },
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
