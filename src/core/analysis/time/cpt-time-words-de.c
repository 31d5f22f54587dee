// SPDX-License-Identifier: GPL-3.0-or-later
// German words of time, in all their cases. Room: core/analysis/time; data only.
#include "cpt-time-holidays.h"
#include "cpt-time-normalise.h"

/* "einundzwanzig" to "neunundzwanzig", "zwanzigste" to "neunundzwanzigste" */
#define TENS(word, n)                                                                                                  \
  { word, "num", n }, { "einund" word, "num", n + 1 }, { "zweiund" word, "num", n + 2 },                               \
      { "dreiund" word, "num", n + 3 }, { "vierund" word, "num", n + 4 }, { "fünfund" word, "num", n + 5 },            \
      { "sechsund" word, "num", n + 6 }, { "siebenund" word, "num", n + 7 }, { "achtund" word, "num", n + 8 },         \
      { "neunund" word, "num", n + 9 }
#define ORDINAL_TENS(word, n)                                                                                          \
  { word "st" E, "ord", n }, { "einund" word "st" E, "ord", n + 1 }, { "zweiund" word "st" E, "ord", n + 2 },          \
      { "dreiund" word "st" E, "ord", n + 3 }, { "vierund" word "st" E, "ord", n + 4 },                                \
      { "fünfund" word "st" E, "ord", n + 5 }, { "sechsund" word "st" E, "ord", n + 6 },                               \
      { "siebenund" word "st" E, "ord", n + 7 }, { "achtund" word "st" E, "ord", n + 8 },                              \
      { "neunund" word "st" E, "ord", n + 9 }

/* Endings of adjectives. */
#define E "(e,en,er,es,em)"

#define ANY_NUMBER "(ein,zwei,drei,vier,fünf,sechs,sieben,acht,neun,zehn)"

#define WEEKDAYS "(montag,dienstag,mittwoch,donnerstag,freitag,samstag,sonnabend,sonntag)"
#define ON_WEEKDAY(word, n)                                                                                            \
  { word "(,s,e,en)", "wday", n }, { word "s", "wday units", n },                                                      \
      { word "(früh,morgen,vormittag,mittag,nachmittag,abend,nacht)(,s)", "wday", n }

/* clang-format off */
const CptTimeWord cpt_time_words_de[] = {
  /* articles, prepositions and other small words */
  { ".", "suffix", 2 },
  { "der|die|das|den|dem", "the" },
  { "ein(,e,en,em,er,es)", "a num", 1 },
  { "der|des|vom|von", "of" },
  { "am|an", "on" },
  { "um|gegen|ab", "at" },
  { "im|in|über|während|für", "in" },
  { "binnen|innerhalb|innerhalb von|innert", "within" },
  { "bis|bis zum|bis zur|bis in", "to" },
  { "zwischen|zum|zur", "from" }, { "seit|von|vom|ab", "from", CPT_TIME_SINCE }, { "nach", "from", CPT_TIME_AFTERWARDS },
  { "bis|vor", "from", CPT_TIME_BEFOREHAND },
  { "vor", "ago before" },
  { "nach|nach dem", "after", 1 },
  { "und|oder|sowie", "and" },

  /* last, this, next */
  { "letzt" E "|vergangen" E "|vorig" E "|verstrichen" E, "prev" },
  { "vorletzt" E "|vorvergangen" E, "prev", 2 },
  { "letzt" E, "ord", -1 },
  { "dies(e,er,es,en,em,)|laufend" E "|heurig" E, "this" },
  { "nächst" E "|kommend" E "|bevorstehend" E, "next" },
  { "übernächst" E, "next", 2 },
  { "selb" E "|gleich" E "|jen" E "|selbig" E "|derselb" E "|dasselbe", "same" },
  { "folgend" E "|darauffolgend" E, "following" },
  { "vorherig" E "|vorangegangen" E "|vorausgegangen" E "|vorhergehend" E, "preceding" },

  /* a relation and a unit in one word */
  { "vorjahr(,es,s)", "prev" }, { "vorjahr(,es,s)", "unit", CPT_TIME_YEAR },
  { "vormonat(,s)", "prev" }, { "vormonat(,s)", "unit", CPT_TIME_MONTH },
  { "vorwoche", "prev" }, { "vorwoche", "unit", CPT_TIME_WEEK },
  { "vortag(,es,s)", "preceding" }, { "vortag(,es,s)", "unit", CPT_TIME_DAY },
  { "folgetag(,es,s)", "following" }, { "folgetag(,es,s)", "unit", CPT_TIME_DAY },
  { "folgejahr(,es,s)", "following" }, { "folgejahr(,es,s)", "unit", CPT_TIME_YEAR },
  { "folgewoche", "following" }, { "folgewoche", "unit", CPT_TIME_WEEK },
  { "jahres(anfang,beginn)(,s)", "part", CPT_TIME_START }, { "jahresmitte", "part", CPT_TIME_MIDDLE },
  { "jahres(ende,endes,schluss)", "part", CPT_TIME_END },
  { "jahres(anfang,anfangs,beginn,beginns,mitte,ende,endes,schluss)", "unit", CPT_TIME_YEAR },
  { "monats(anfang,beginn)(,s)", "part", CPT_TIME_START }, { "monatsmitte", "part", CPT_TIME_MIDDLE },
  { "monatsende(,s)", "part", CPT_TIME_END },
  { "monats(anfang,anfangs,beginn,beginns,mitte,ende,endes)", "unit", CPT_TIME_MONTH },
  { "wochen(anfang,beginn)(,s)", "part", CPT_TIME_START }, { "wochenmitte", "part", CPT_TIME_MIDDLE },
  { "wochen(anfang,anfangs,beginn,beginns,mitte)", "unit", CPT_TIME_WEEK },

  /* beginning, middle, end; about */
  { "anfang(,s)|beginn(,s)|zu beginn|früh" E, "part", CPT_TIME_START },
  { "mitte", "part", CPT_TIME_MIDDLE },
  { "ende(,s)|spät" E "|ausgang|ausgehend" E, "part", CPT_TIME_END },
  { "etwa|in etwa|rund|circa|zirka|ca|ca .|ungefähr|fast|knapp|gut|nahezu|beinahe|annähernd|mehr als|über|gegen|so gegen"
    "|so um|so circa|so ungefähr|mindestens|höchstens|wenigstens|bis zu|weniger als|nur|erst|schon|bereits|frühestens"
    "|frühstens|spätestens|pünktlich", "approx" },
  { "zuvor|vorher|früher|davor", "earlier" },
  { "später|danach|darauf|hernach", "later" },
  { "weiter" E "|ganz" E "|voll" E "|zusätzlich" E "|lang" E, "more" },
  { "lang", "long", 0 }, { "alt" E, "long", CPT_TIME_OLD },

  /* numbers */
  { "eins", "num", 1 }, { "zwei|zweier", "num", 2 }, { "zwo", "num", 2 }, { "drei|dreier", "num", 3 }, { "vier", "num", 4 },
  { "fünf", "num", 5 }, { "sechs", "num", 6 }, { "sieben", "num", 7 }, { "acht", "num", 8 }, { "neun", "num", 9 },
  { "zehn", "num", 10 }, { "elf", "num", 11 }, { "zwölf", "num", 12 }, { "dreizehn", "num", 13 }, { "vierzehn", "num", 14 },
  { "fünfzehn", "num", 15 }, { "sechzehn", "num", 16 }, { "siebzehn", "num", 17 }, { "achtzehn", "num", 18 },
  { "neunzehn", "num", 19 }, TENS ("zwanzig", 20), TENS ("dreißig", 30), TENS ("vierzig", 40), TENS ("fünfzig", 50),
  TENS ("sechzig", 60), TENS ("siebzig", 70), TENS ("achtzig", 80), TENS ("neunzig", 90),
  { "hundert|einhundert", "num", 100 }, { "zweihundert", "num", 200 }, { "dreihundert", "num", 300 },
  { "tausend|eintausend", "num", 1000 }, { "zweitausend", "num", 2000 },
  { "anderthalb|eineinhalb", "num", 1 }, { "zweieinhalb", "num", 2 }, { "dreieinhalb", "num", 3 }, { "viereinhalb", "num", 4 },
  { "(anderthalb,eineinhalb,zweieinhalb,dreieinhalb,viereinhalb)", "half" },
  { "einige(,n,r)|wenige(,n,r)|mehrere(,n,r)|viele(,n,r)|etliche(,n,r)|paar|ein paar|der paar|den paar", "few" },
  { "halb" E, "half" },
  { "erst" E, "ord", 1 }, { "zweit" E, "ord", 2 }, { "dritt" E, "ord", 3 }, { "viert" E, "ord", 4 }, { "fünft" E, "ord", 5 },
  { "sechst" E, "ord", 6 }, { "siebt" E "|siebent" E, "ord", 7 }, { "acht" E, "ord", 8 }, { "neunt" E, "ord", 9 },
  { "zehnt" E, "ord", 10 }, { "elft" E, "ord", 11 }, { "zwölft" E, "ord", 12 }, { "dreizehnt" E, "ord", 13 },
  { "vierzehnt" E, "ord", 14 }, { "fünfzehnt" E, "ord", 15 }, { "sechzehnt" E, "ord", 16 }, { "siebzehnt" E, "ord", 17 },
  { "achtzehnt" E, "ord", 18 }, { "neunzehnt" E, "ord", 19 }, ORDINAL_TENS ("zwanzig", 20), ORDINAL_TENS ("dreißig", 30),

  /* months, weekdays, seasons */
  { "januar(,s)|jänner(,s)", "month", 1 }, { "jan", "month abbr", 1 | CPT_TIME_NEEDS_DIGITS },
  { "februar(,s)|feber(,s)", "month", 2 }, { "feb|febr", "month abbr", 2 }, { "märz(,es)", "month", 3 },
  { "mär", "month abbr", 3 | CPT_TIME_NEEDS_DIGITS }, { "april(,s)", "month", 4 }, { "apr", "month abbr", 4 },
  { "mai(,s)", "month", 5 }, { "juni(,s)", "month", 6 }, { "jun", "month abbr", 6 }, { "juli(,s)", "month", 7 },
  { "jul", "month abbr", 7 }, { "august(,s)", "month", 8 }, { "aug", "month abbr", 8 }, { "september(,s)", "month", 9 },
  { "sept|sep", "month abbr", 9 }, { "oktober(,s)", "month", 10 }, { "okt", "month abbr", 10 },
  { "november(,s)", "month", 11 }, { "nov", "month abbr", 11 }, { "dezember(,s)", "month", 12 }, { "dez", "month abbr", 12 },
  ON_WEEKDAY ("montag", 1), ON_WEEKDAY ("dienstag", 2), ON_WEEKDAY ("mittwoch", 3), ON_WEEKDAY ("donnerstag", 4),
  ON_WEEKDAY ("freitag", 5), ON_WEEKDAY ("samstag", 6), ON_WEEKDAY ("sonnabend", 6), ON_WEEKDAY ("sonntag", 7),
  { WEEKDAYS "(früh,morgen,vormittag)(,s)", "tod", CPT_TIME_MORNING }, { WEEKDAYS "mittag(,s)", "tod", CPT_TIME_MIDDAY },
  { WEEKDAYS "nachmittag(,s)", "tod", CPT_TIME_AFTERNOON }, { WEEKDAYS "abend(,s)", "tod", CPT_TIME_EVENING },
  { WEEKDAYS "nacht", "tod", CPT_TIME_AT_NIGHT },
  { "mo", "wday abbr", 1 | CPT_TIME_NEEDS_DIGITS }, { "di", "wday abbr", 2 | CPT_TIME_NEEDS_DIGITS },
  { "mi", "wday abbr", 3 | CPT_TIME_NEEDS_DIGITS }, { "do", "wday abbr", 4 | CPT_TIME_NEEDS_DIGITS },
  { "fr", "wday abbr", 5 | CPT_TIME_NEEDS_DIGITS }, { "sa", "wday abbr", 6 | CPT_TIME_NEEDS_DIGITS },
  { "frühling(,s)|frühjahr(,s,es)", "season", 0 }, { "sommer(,s)", "season", 1 }, { "herbst(,s,es)", "season", 2 },
  { "winter(,s)", "season", 3 },
  { "wochenende(,s)", "weekend" }, { "wochenenden", "weekend units" },

  /* units */
  { "sekunde", "unit", CPT_TIME_SECOND }, { "sekunden", "unit units", CPT_TIME_SECOND },
  { "minute", "unit", CPT_TIME_MINUTE }, { "minuten|min", "unit units", CPT_TIME_MINUTE },
  { "stunde", "unit", CPT_TIME_HOUR }, { "stunden|std", "unit units", CPT_TIME_HOUR },
  { "tag|tages|tags", "unit", CPT_TIME_DAY }, { "tage|tagen", "unit units", CPT_TIME_DAY },
  { "woche", "unit", CPT_TIME_WEEK }, { "wochen", "unit units", CPT_TIME_WEEK },
  { "monat(,s)", "unit", CPT_TIME_MONTH }, { "monate|monaten", "unit units", CPT_TIME_MONTH },
  { "quartal(,s)", "unit", CPT_TIME_QUARTER }, { "quartale(,n)", "unit units", CPT_TIME_QUARTER },
  { "halbjahr(,es,s)", "unit", CPT_TIME_HALF_YEAR }, { "jahreshälfte", "half" },
  { "jahr(,es,s)", "unit", CPT_TIME_YEAR }, { "jahre(,n)", "unit units", CPT_TIME_YEAR },
  { "jahrzehnt(,es,s)", "unit", CPT_TIME_DECADE }, { "jahrzehnte(,n)", "unit units", CPT_TIME_DECADE },
  { "jahrhundert(,es,s)", "unit", CPT_TIME_CENTURY }, { "jahrhunderte(,n)", "unit units", CPT_TIME_CENTURY },
  { "jahrtausend(,es,s)", "unit", CPT_TIME_MILLENNIUM }, { "jahrtausende(,n)", "unit units", CPT_TIME_MILLENNIUM },
  { "q1", "quarter", 1 }, { "q2", "quarter", 2 }, { "q3", "quarter", 3 }, { "q4", "quarter", 4 },
  { "zwanziger(,n,jahre,jahren)", "decade", 1920 }, { "dreißiger(,n,jahre,jahren)", "decade", 1930 },
  { "vierziger(,n,jahre,jahren)", "decade", 1940 }, { "fünfziger(,n,jahre,jahren)", "decade", 1950 },
  { "sechziger(,n,jahre,jahren)", "decade", 1960 }, { "siebziger(,n,jahre,jahren)", "decade", 1970 },
  { "achtziger(,n,jahre,jahren)", "decade", 1980 }, { "neunziger(,n,jahre,jahren)", "decade", 1990 },
  { "v . chr|v. chr|v.chr|v . chr .|vor christus|vor unserer zeitrechnung", "era", -1 },
  { "n . chr|n. chr|n.chr|n . chr .|nach christus|unserer zeitrechnung", "era", 1 },

  /* lengths in one word */
  { "ein(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 1 },
  { "zwei(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 2 },
  { "drei(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 3 },
  { "vier(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 4 },
  { "fünf(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 5 },
  { "sechs(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 6 },
  { "sieben(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 7 },
  { "acht(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 8 },
  { "neun(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 9 },
  { "zehn(jährig,monatig,wöchig,tägig,stündig,minütig)" E, "num", 10 },
  { ANY_NUMBER "jährig" E, "unit", CPT_TIME_YEAR },
  { ANY_NUMBER "monatig" E, "unit", CPT_TIME_MONTH },
  { ANY_NUMBER "wöchig" E, "unit", CPT_TIME_WEEK },
  { ANY_NUMBER "tägig" E, "unit", CPT_TIME_DAY },
  { ANY_NUMBER "stündig" E, "unit", CPT_TIME_HOUR },
  { ANY_NUMBER "minütig" E, "unit", CPT_TIME_MINUTE },

  /* parts of the day and the clock */
  { "morgen|morgens|vormittag(,s)|früh|frühmorgens|in der früh|tagesanbruch|morgengrauen", "tod", CPT_TIME_MORNING },
  { "mittag(,s)", "tod", CPT_TIME_MIDDAY }, { "nachmittag(,s)", "tod", CPT_TIME_AFTERNOON },
  { "abend(,s)", "tod", CPT_TIME_EVENING }, { "nacht|nachts", "tod", CPT_TIME_AT_NIGHT },
  { "mitternacht", "tod", CPT_TIME_MIDNIGHT }, { "tagsüber", "tod", CPT_TIME_DAYTIME },
  { "uhr", "oclock" }, { "gmt|utc", "zone", 1 },
  { "mez|mesz|cet|cest|msk|ortszeit|moskauer zeit|kiewer zeit|kyjiwer zeit", "zone" },

  /* days by themselves */
  { "heute|heut", "relday", 0 }, { "morgen", "relday", 1 }, { "gestern", "relday", -1 }, { "übermorgen", "relday", 2 },
  { "vorgestern", "relday", -2 },

  /* how often */
  { "stündlich" E "|stündlich", "often", CPT_TIME_HOUR }, { "täglich" E "|täglich|alltäglich", "often", CPT_TIME_DAY },
  { "wöchentlich" E "|wöchentlich", "often", CPT_TIME_WEEK }, { "monatlich" E "|monatlich", "often", CPT_TIME_MONTH },
  { "vierteljährlich" E "|vierteljährlich", "often", CPT_TIME_QUARTER },
  { "jährlich" E "|jährlich|alljährlich" E "|alljährlich", "often", CPT_TIME_YEAR },
  { "jed" E "|pro", "every" },

  /* now, once, some day */
  { "jetzt|genau jetzt|gerade eben|gerade jetzt|derzeit|gegenwärtig|momentan|zurzeit|zur zeit|heutzutage|im moment|im augenblick",
    "present" },
  { "kürzlich|neulich|unlängst|jüngst|einst|vor kurzem|vor langem|vor langer zeit|in jüngster zeit|seinerzeit|damals", "past" },
  { "künftig|bald|demnächst|zukunft|in zukunft|in naher zukunft|in absehbarer zeit|eines tages|irgendwann", "future" },

  /* holidays */
  { "neujahr(,s,stag)", "holiday", CPT_TIME_NEW_YEAR }, { "silvester(,tag)|silvesterabend", "holiday", CPT_TIME_NEW_YEARS_EVE },
  { "dreikönigstag|heilige drei könige|epiphanias", "holiday", CPT_TIME_EPIPHANY },
  { "valentinstag(,s)", "holiday", CPT_TIME_VALENTINE }, { "rosenmontag(,s)", "holiday", CPT_TIME_ROSE_MONDAY },
  { "(fastnacht,fasching,faschings,fastnachts)(,dienstag)|veilchendienstag", "holiday", CPT_TIME_MARDI_GRAS },
  { "(aschermittwoch,aschertag,aschetag,fastenzeit)", "holiday", CPT_TIME_ASH_WEDNESDAY },
  { "internationaler frauentag|weltfrauentag|frauentag", "holiday", CPT_TIME_WOMENS_DAY },
  { "palmsonntag(,s)", "holiday", CPT_TIME_PALM_SUNDAY },
  { "gründonnerstag(,s)|palmdonnerstag|(hoher,heiliger,weißer) donnerstag", "holiday", CPT_TIME_MAUNDY_THURSDAY },
  { "karfreitag(,s)|(stiller,hoher) freitag", "holiday", CPT_TIME_GOOD_FRIDAY }, { "karsamstag(,s)", "holiday", CPT_TIME_HOLY_SATURDAY },
  { "ostern|ostersonntag(,s)", "holiday", CPT_TIME_EASTER }, { "ostermontag(,s)", "holiday", CPT_TIME_EASTER_MONDAY },
  { "tag der arbeit|maifeiertag", "holiday", CPT_TIME_MAY_DAY }, { "muttertag(,s)", "holiday", CPT_TIME_MOTHERS_DAY },
  { "(,christi )himmelfahrt|himmelfahrtstag|vatertag(,s)", "holiday", CPT_TIME_ASCENSION },
  { "pfingsten|pfingstsonntag(,s)", "holiday", CPT_TIME_PENTECOST },
  { "(pfingst,pentecost )montag(,s)", "holiday", CPT_TIME_WHIT_MONDAY }, { "fronleichnam(,s)", "holiday", CPT_TIME_CORPUS_CHRISTI },
  { "mariä himmelfahrt", "holiday", CPT_TIME_ASSUMPTION }, { "tag der deutschen einheit", "holiday", CPT_TIME_GERMAN_UNITY },
  { "reformationstag(,s)", "holiday", CPT_TIME_REFORMATION_DAY }, { "halloween", "holiday", CPT_TIME_HALLOWEEN },
  { "allerheiligen", "holiday", CPT_TIME_ALL_SAINTS }, { "allerseelen", "holiday", CPT_TIME_ALL_SOULS },
  { "nikolaus(,tag)", "holiday", CPT_TIME_ST_NICHOLAS }, { "heiligabend(,s)|heiliger abend", "holiday", CPT_TIME_CHRISTMAS_EVE },
  { "weihnachten|weihnachtstag|erster weihnachtstag", "holiday", CPT_TIME_CHRISTMAS },
  { "zweiter weihnachtstag|stefanitag|stephanstag", "holiday", CPT_TIME_BOXING_DAY },
  { "orthodox(es,e,en) weihnachten", "holiday", CPT_TIME_ORTHODOX_CHRISTMAS },
  { "orthodox(er,en) palmsonntag", "holiday", CPT_TIME_ORTHODOX_PALM_SUNDAY },
  { "orthodox(er,en) karfreitag", "holiday", CPT_TIME_ORTHODOX_GOOD_FRIDAY },
  { "orthodox(er,en,e,es) (ostersonntag,ostern)", "holiday", CPT_TIME_ORTHODOX_EASTER },
  { "orthodox(er,en) ostermontag", "holiday", CPT_TIME_ORTHODOX_EASTER_MONDAY },
  { "orthodox(e,es,en) pfingsten", "holiday", CPT_TIME_ORTHODOX_PENTECOST },
  { "unabhängigkeitstag der ukraine|ukrainischer unabhängigkeitstag", "holiday", CPT_TIME_INDEPENDENCE_DAY_UA },
  { "tag des sieges", "holiday", CPT_TIME_VICTORY_DAY }, { "thanksgiving", "holiday", CPT_TIME_THANKSGIVING },
  { "stunde der erde|earth hour", "holiday", CPT_TIME_EARTH_HOUR }, { "mardi gras", "holiday", CPT_TIME_MARDI_GRAS },
  { "corpus christi", "holiday", CPT_TIME_CORPUS_CHRISTI },
  { "chinesisch(es,en) neujahr(,sfest)", "holiday", CPT_TIME_CHINESE_NEW_YEAR },
  { "rosch (haschana,ha - schana,haschanah,ha - schanah)|jüdisches neujahr", "holiday", CPT_TIME_ROSH_HASHANAH },
  { "jom kippur|versöhnungstag", "holiday", CPT_TIME_YOM_KIPPUR }, { "laubhüttenfest", "holiday", CPT_TIME_SUKKOT },
  { "(schmini,schemini) azeret", "holiday", CPT_TIME_SHEMINI_ATZERET }, { "chanukka", "holiday", CPT_TIME_HANUKKAH },
  { "(pessach,passa,passah,pascha)(,fest)", "holiday", CPT_TIME_PASSOVER }, { "schawuot|wochenfest", "holiday", CPT_TIME_SHAVUOT },
  { "lag laomer", "holiday", CPT_TIME_LAG_BAOMER },
  { "zuckerfest(,es)", "holiday", CPT_TIME_EID_AL_FITR }, { "opferfest(,es)", "holiday", CPT_TIME_EID_AL_ADHA },
  { "lailat al - qadr|nacht der (allmacht,bestimmung)", "holiday", CPT_TIME_LAYLAT_AL_QADR },
  { "aschura(, - tag,tag)", "holiday", CPT_TIME_ASHURA }, { "aufstieg des propheten", "holiday", CPT_TIME_ISRA_MIRAJ },
  { "islamisches neujahr", "holiday", CPT_TIME_ISLAMIC_NEW_YEAR }, { "parsi neujahr", "holiday", CPT_TIME_PARSI_NEW_YEAR },
  { NULL },
};
