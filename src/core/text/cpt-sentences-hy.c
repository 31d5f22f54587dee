// SPDX-License-Identifier: GPL-3.0-or-later
// Armenian segmentation. Room: core/text.
#include "cpt-sentence-language.h"

/* The full stop of Armenian is U+0589, often typed as ":"; its "." divides a sentence as our colon does. */
const CptSentenceTable cpt_sentences_hy = {
  .tag = "hy",
  .flags = CPT_SENTENCE_COLON_ENDS | CPT_SENTENCE_STOP_IS_COLON,
};
