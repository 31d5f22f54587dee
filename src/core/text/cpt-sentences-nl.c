// SPDX-License-Identifier: GPL-3.0-or-later
// Dutch segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_nl = {
  .tag = "nl",
  .titles = "dhr mevr mw mej mr mrs dr drs ir ing prof gen kol kap lt st ds burg min",
  .before_numbers = "nr nrs blz p pag art afb tab hfst par fig deel ca tel",
  .after_numbers = "mln mld km cm mm kg min sec",
  .inner = "bijv bv d.w.z dwz m.a.w o.a t.o.v t.a.v i.v.m m.b.t m.n t.w z.g zgn evt incl excl vgl cf ca resp a.d "
           "i.p.v o.m m.i t.g.v n.a.v",
  .abbreviations = "aanw bn zn ww bw vnw bez betr pers onbep lidw telw vz voegw znw enk mv red uitg vert ned eng fr "
                   "du n.v b.v",
  .closing = "enz etc e.d e.a",
  .openers = "de het een hij zij ze we wij jij u ik dit dat deze die er en maar of want als toen wanneer wat wie "
             "waar hoe waarom omdat hoewel daarom dus ook nog nu dan hier daar in op aan bij met van voor na over "
             "onder tegen door om tijdens sinds volgens veel alle elke geen niet zijn haar hun ons onze vandaag "
             "gisteren morgen",
  .calendar = "januari februari maart april mei juni juli augustus september oktober november december",
};
