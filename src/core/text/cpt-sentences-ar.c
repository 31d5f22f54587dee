// SPDX-License-Identifier: GPL-3.0-or-later
// Arabic segmentation. Room: core/text.
#include "cpt-sentence-language.h"

/* A colon parts the lead-in of a headline from what it leads to; taking both for one sentence makes very long ones. */
const CptSentenceTable cpt_sentences_ar = {
  .tag = "ar",
  .flags = CPT_SENTENCE_COLON_ENDS,
  .titles = "أ د م",
  .before_numbers = "ص ج ع",
};
