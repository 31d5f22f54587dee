// SPDX-License-Identifier: GPL-3.0-or-later
// English segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_en = {
  .tag = "en",
  .titles = "mr mrs ms mx messrs mmes dr drs prof profs st sts mt mts ft gen brig maj col cdr cmdr capt cpt lt sgt "
            "cpl pfc pvt adm vadm rev revd hon gov govs sen sens rep reps pres amb insp supt det pc fr sr br msgr "
            "mgr atty dir pm pms secy treas chmn vice-pres lt.col lt.gen maj.gen brig.gen lt.gov sec.gen asst assoc "
            "dep spc hr frau mlle mme sir-gen bt esq-gen ald cllr councilm cong del",
  .before_numbers = "no nos p pp vol vols fig figs sec secs art arts ch chap chaps para paras ed eds app ex op "
                    "pt pts ref refs eq eqs tab n° nº rm apt ste bk v ver approx abt circa ca",
  .after_numbers = "km cm mm kg lb lbs oz hr hrs min mins sec secs in ft yd yds sq cu mi mph gal pt qt bn mn tn tsp "
                   "tbsp",
  .inner = "e.g i.e eg ie cf vs v viz ca approx incl esp resp aka a.k.a w.r.t n.b nb i.a q.v s.v sc ps p.s",
  .abbreviations = "st inc ltd corp llc plc llp bros jr al ave blvd rd hwy sq pl pkwy dept depts est assn assoc "
                   "univ inst intl natl govt mfg dist div ext tel bldg min exch grp hldgs cos mgmt tech comm adj "
                   "adv m.b.a ph.d m.d b.a m.a b.s m.s j.d ll.b ll.m d.c d.d.s r.n c.p.a esq u.s u.k u.n e.u u.s.a "
                   "u.s.s.r ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo "
                   "mont neb nev okla ore pa penn tenn tex va vt wash wis wyo n.y n.j n.h n.m n.c s.c n.d s.d r.i "
                   "w.va ont que b.c jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs "
                   "fri sat rel ann anon trans repr rev suppl pub publ",
  .closing = "co etc a.m p.m a.d b.c b.c.e c.e et.al",
  .openers = "the a an this that these those he she it they we you his her its their our my your there here but and "
             "or nor so yet if when while what who whom whose how why where which whether did do does is are was "
             "were has have had can could would should will shall must might as after before since because although "
             "though however despite once until unless whereas some many most all both each every several few no "
             "not none nothing nobody everyone someone anyone everything something now then thus hence therefore "
             "also even only just still perhaps maybe in on at for from with without by to of about against among "
             "amid between through during under over upon within beyond like unlike given having being according "
             "meanwhile moreover furthermore nevertheless nonetheless instead otherwise indeed later earlier today "
             "yesterday tomorrow tonight recently please let thanks thank yes well oh another other others such one "
             "two three four five six seven ten he's she's it's they're we're you're i've i'd i'll there's that's "
             "what's don't didn't let's",
  .calendar = "january february march april may june july august september october november december monday tuesday "
              "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue "
              "tues wed thu thurs fri sat sun est edt cst cdt mst mdt pst pdt gmt utc bst cet cest et pt ct eastern "
              "pacific central mountain moscow",
  .credits = "image images photo photos picture photograph photographer credit graphic illustration video",
  .reporting = "said says asked asks cried cries replied replies wrote writes tweeted added adds shouted shouts "
               "exclaimed wondered demanded answered responded quipped joked yelled screamed whispered inquired "
               "insisted continued declared recalled told called howled murmured muttered snapped sighed chanted "
               "concluded thought thinks",
  .restarts = "in on at for after before when while during since if this these that there he she it they we but "
              "however although because according",
};
