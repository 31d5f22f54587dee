// SPDX-License-Identifier: GPL-3.0-or-later
// Czech segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_cs = {
  .tag = "cs",
  .flags = CPT_SENTENCE_ORDINAL_STOP,
  .titles = "p pí pan dr mudr judr phdr rndr mgr bc ing arch prof doc gen plk mjr kpt por sv ul nám tř",
  .before_numbers = "č čl s str sv odst obr tab kap roč tel cca par",
  .after_numbers = "tis mil mld kč hal km cm mm kg hod min sek stol",
  .inner = "např tzv tzn tj resp popř příp zejm vč viz srov mj cca angl něm fr lat rus pol slov",
  .abbreviations = "a.s s.r.o spol o.p.s v.o.s nar zemř vyd red překl okr kraj býv",
  .closing = "atd apod aj n.l př.n.l",
  .openers = "v ve na a i ale on ona ono oni my vy já to ten ta ti tento tato tyto po do od pro z ze za o u při "
             "před přes pod nad jak co kdo kde kdy když pokud jestli ačkoli protože že proč také však proto potom "
             "nyní teď tady tam tak všichni všechno každý mnoho někteří podle během dnes včera zítra ne už jen jeho "
             "její jejich náš se",
  .calendar = "ledna února března dubna května června července srpna září října listopadu prosince leden únor "
              "březen duben květen červen červenec srpen říjen listopad prosinec",
};
