// SPDX-License-Identifier: GPL-3.0-or-later
// Slovak segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_sk = {
  .tag = "sk",
  .flags = CPT_SENTENCE_ORDINAL_STOP,
  .titles = "p pani dr mudr judr phdr rndr mgr bc ing arch prof doc gen plk mjr kpt por sv ul nám",
  .before_numbers = "č čl s str zv ods obr tab kap roč tel cca par",
  .after_numbers = "tis mil mld sk km cm mm kg hod min sek stor",
  .inner = "napr tzv tzn t.j tj resp príp najmä vrát pozri porov cca angl nem fr lat rus poľ čes",
  .abbreviations = "a.s s.r.o r.o spol o.z v.o.s nar zomr vyd red prekl okr kraj býv s r o",
  .closing = "atď apod n.l pred.n.l",
  .openers = "v vo na a i aj ale on ona ono oni my vy ja to ten tá tí tento táto tieto po do od pre z zo za o u pri "
             "pred cez pod nad ako čo kto kde kedy keď ak hoci pretože že prečo tiež však preto potom teraz tu tam "
             "tak všetci všetko každý mnoho niektorí podľa počas dnes včera zajtra nie už len jeho jej ich náš sa",
  .calendar = "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra január "
              "február marec apríl máj jún júl august september október november december",
};
