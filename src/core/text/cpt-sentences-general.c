// SPDX-License-Identifier: GPL-3.0-or-later
// Segmentation for languages without a table of their own, and what every language borrows. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_general = {
  .tag = NULL,
  .titles = "mr mrs ms messrs dr prof st mt ft gen col maj capt cpt cmdr lt sgt adm rev hon gov sen rep pres amb "
            "supt sr sra srta mme mlle mgr ph",
  .before_numbers = "no nos nr p pp vol vols fig figs sec art ch chap para ed n° nº §",
  .after_numbers = "km cm mm kg min sec hrs",
  .inner = "e.g i.e eg ie cf vs viz ca resp",
  .abbreviations = "inc ltd corp llc plc bros jr al ave blvd dept est assn univ ext tel m.b.a ph.d m.d gmbh s.a a.s",
  .closing = "co etc a.m p.m a.d b.c",
  .credits = "image photo foto фото photograph photographer",
};
