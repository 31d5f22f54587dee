// SPDX-License-Identifier: GPL-3.0-or-later
// Danish segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_da = {
  .tag = "da",
  .flags = CPT_SENTENCE_ORDINAL_STOP,
  .titles = "hr fr frk dr prof skt sct st gen kapt løjtn ing cand dir adv",
  .before_numbers = "nr s side kap bd art fig tab stk afsn jf tlf ca n°",
  .after_numbers = "mio mia kr km cm mm kg min sek pct",
  .inner = "f.eks fx bl.a dvs d.v.s jf jvf hhv inkl ekskl ca evt mht m.h.t pga p.g.a vedr ang iflg div p.t pt",
  .abbreviations = "gl afd adr alm ass aut bem e.u aps a/s inst red udg overs opr sml tidl",
  .closing = "co osv o.s.v mv m.v m.fl mfl etc o.l m.m",
  .openers = "den det de en et han hun vi i jeg du dette denne disse der og men eller for hvis når da hvad hvem "
             "hvor hvordan hvorfor fordi som så også nu her på til fra med af om over under efter før ved mod "
             "mellem ifølge mange alle nogle ingen ikke kun man sin hans hendes deres vores",
  .calendar = "januar februar marts april maj juni juli august september oktober november december",
};
