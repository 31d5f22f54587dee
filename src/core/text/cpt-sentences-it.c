// SPDX-License-Identifier: GPL-3.0-or-later
// Italian segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_it = {
  .tag = "it",
  .titles = "sig sigg sig.ra sig.na dott dr dott.ssa prof prof.ssa ing avv arch geom rag on gen col cap ten mons s "
            "ss egr gent spett",
  .before_numbers = "n nr num pag pagg p pp vol cap art artt fig tel ca",
  .after_numbers = "km cm mm kg min sec mln mld",
  .inner = "es p.es ad.es cfr cd c.d ca incl escl vs",
  .abbreviations = "s.p.a s.r.l spa srl ed trad ill prov",
  .closing = "ecc etc a.c d.c",
  .openers = "il lo la i gli le l' un uno una egli lui lei loro essi noi voi io questo questa questi queste quello "
             "quella e ed ma o se quando come che chi dove perché cosa anche inoltre tuttavia però quindi poi così "
             "ora qui là in di del della dei a al alla da dal per con su sul tra fra secondo dopo prima durante "
             "mentre suo sua nostro tutti ogni molti alcuni non oggi ieri domani si è",
  .calendar = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
};
