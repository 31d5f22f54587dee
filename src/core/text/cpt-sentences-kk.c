// SPDX-License-Identifier: GPL-3.0-or-later
// Kazakh segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_kk = {
  .tag = "kk",
  .titles = "проф акад ген обл ауд қ а к көш",
  .before_numbers = "№ б бет сур",
  .after_numbers = "ж жж ғ мың млн млрд трлн км м см мм кг т г га ц л мин сек тг",
  .inner = "б.з.б б.з мыс яғни т.с.с",
  .abbreviations = "т.б т.с с.ш ш.б",
  .closing = NULL,
  .openers = "бұл ол олар біз сіз мен сен осы сол және бірақ ал егер сондықтан кейін бүгін кеше ертең әр барлық",
  .calendar = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
};
