// SPDX-License-Identifier: GPL-3.0-or-later
// Spanish segmentation. Room: core/text.
#include "cpt-sentence-language.h"

const CptSentenceTable cpt_sentences_es = {
  .tag = "es",
  .titles = "sr sra srta sres sras dr dra drs d dña dn prof profa lic ing arq gral cnel cap tte sto sta mons pbro "
            "ud uds vd vds excmo excma ilmo",
  .before_numbers = "núm no nº n.º pág págs p pp vol cap art arts fig tel aprox",
  .after_numbers = "km cm mm kg min seg mill",
  .inner = "p.ej p.e ej cf aprox máx mín vs",
  .abbreviations = "av avda c/ depto dpto ee.uu ed esq izq dcha s.a s.l cía ltda inc atte admón gob",
  .closing = "etc a.c d.c",
  .openers = "el la los las un una unos unas él ella ellos ellas nosotros usted yo tú lo este esta estos estas ese "
             "esa eso esto y e pero o si cuando como que qué quién dónde cómo cuándo por porque aunque entonces "
             "también además sin embargo en de del a al para con desde hasta sobre entre tras según durante "
             "mientras su sus nuestro todo todos cada muchos algunos no ni hoy ayer mañana se",
  .calendar = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
};
