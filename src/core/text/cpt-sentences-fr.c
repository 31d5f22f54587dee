// SPDX-License-Identifier: GPL-3.0-or-later
// French segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_fr = {
  .tag = "fr",
  .titles = "m mm mme mmes mlle mlles mgr dr pr prof me st ste gén col cap cdt lt adj",
  .before_numbers = "n no nos p pp vol fig art al chap t tél env v",
  .after_numbers = "km cm mm kg min sec h mds",
  .inner = "c.-à-d c.à.d p.ex p.-ex cf env ex not notam av apr ap",
  .abbreviations = "av bd boul éd dir trad coll ltd inc s.a s.a.r.l sté cie dépt hab",
  .closing = "etc",
  .openers = "le la les l' un une des il elle ils elles on nous vous je tu ce cet cette ces c'est et mais ou or "
             "donc car si quand lorsque comme que qui où pourquoi comment parce puis alors aussi ainsi cependant "
             "toutefois pourtant enfin dans en à au aux de du pour par sur sous avec sans selon après avant depuis "
             "pendant entre contre malgré chez son sa ses leur leurs notre nos votre mon tout tous toute chaque "
             "plusieurs certains aucun aujourd'hui hier demain",
  .calendar = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
};
