// SPDX-License-Identifier: GPL-3.0-or-later
// German segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_de = {
  .tag = "de",
  .flags = CPT_SENTENCE_ORDINAL_STOP | CPT_SENTENCE_CAPITAL_NOUNS,
  .titles = "hr hrn fr frl dr prof st hl gen gen.lt oberst kap lt dipl ing dipl.-ing mag med jur phil rer nat habil "
            "univ abg min pfr fam geb sog bes",
  .before_numbers = "nr s bd bde abs art abb tab kap ziff rn bl jg str tel ca etwa ab §",
  .after_numbers = "mio mrd tsd km cm mm kg std min sek jh jhd jh.s proz",
  .inner = "z.b z.t z.zt d.h u.a u.u s.o s.u i.d.r i.e.s m.e o.ä u.ä bzw bspw evtl ggf inkl exkl einschl vgl sog ca "
           "z d u i insb vorm ehem rd etwa allg gegr geb gest verh zzgl abzgl bes dgl ungef max min v.a v.chr n.chr "
           "u.s.w",
  .abbreviations = "a.d a.m str bzgl inc ltd co ag bhf hbf hrsg verf übers aufl ausg anm orig amtl kath evang",
  .closing = "usw etc u.a.m u.v.m u.dgl",
  .openers = "der die das den dem des ein eine einen einem einer er sie es wir ihr ich du und aber oder denn doch "
             "wenn als wie was wer wo warum weil dass ob da dann dort hier jetzt nun so auch nur noch schon nicht "
             "kein keine im in am an auf aus bei mit nach von vor zu zum zur für über unter durch gegen um während "
             "trotz seit bis dieser diese dieses jeder jede alle viele einige manche mehr sein seine ihre unser "
             "unsere damit daher deshalb dabei dazu dafür darauf allerdings außerdem heute gestern morgen laut man "
             "sich",
  .calendar = "januar jänner februar märz april mai juni juli august september oktober november dezember montag "
              "dienstag mittwoch donnerstag freitag samstag sonntag jahrhundert",
};
