// SPDX-License-Identifier: GPL-3.0-or-later
// Greek segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_el = {
  .tag = "el",
  .flags = CPT_SENTENCE_SEMICOLON_ASKS,
  .titles = "κ κα κκ δρ καθ αγ στρ",
  .before_numbers = "αρ σελ τ κεφ αρθ εικ πιν",
  .after_numbers = "εκ δισ χλμ",
  .inner = "π.χ δηλ βλ λ.χ τ.μ περ",
  .abbreviations = "μ.μ π.μ π.χ. μ.χ α.ε ο.ε",
  .closing = "κ.λπ κλπ κ.ά κτλ κ.τ.λ",
  .openers = "ο η το οι τα τον την του της των ένας μια ένα αυτός αυτή αυτό και αλλά ή αν όταν όπως που πού πώς τι "
             "ποιος γιατί επειδή όμως επίσης τώρα εδώ εκεί έτσι σε στο στη στην στον από για με κατά μετά πριν δεν "
             "σήμερα χθες",
};
