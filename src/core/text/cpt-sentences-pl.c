// SPDX-License-Identifier: GPL-3.0-or-later
// Polish segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_pl = {
  .tag = "pl",
  .flags = CPT_SENTENCE_ORDINAL_STOP,
  .titles = "p pp dr hab prof mgr inż lek med gen płk mjr kpt por ppor sierż ks bp abp kard o s św bł ul al pl os "
            "im red adw prok",
  .before_numbers = "nr s str t tom poz rys tab ust art pkt rozdz par ok tel",
  .after_numbers = "r w ww tys mln mld zł gr km cm mm kg godz min sek",
  .inner = "np tzn tj tzw m.in in ww por zob ok wg ds dot śp ang niem fr franc łac gr ros bałt czes słow ukr litew "
           "staropol psł wł hiszp łot lit prus",
  .abbreviations = "ur zm wyd tłum oprac woj pow gm pn pd zach wsch sp z.o.o s.a",
  .closing = "itd itp n.e p.n.e",
  .openers = "w we na i a ale on ona ono oni one my wy ja to ten ta te ci tamten po do od dla z ze za o u przy "
             "przed przez pod nad jak co kto gdzie kiedy gdy jeśli jeżeli choć ponieważ bo że dlaczego także "
             "również jednak dlatego potem teraz tu tam tak takie wszyscy wszystko każdy wiele niektóre według "
             "podczas dziś wczoraj jutro nie już tylko jego jej ich nasz",
  .calendar = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
};
