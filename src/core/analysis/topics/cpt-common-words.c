// SPDX-License-Identifier: GPL-3.0-or-later
// Words that name no topic because every text has them, and words by which a sentence goes on with the one before.
// Room: core/analysis/topics. Tables and their look-up, nothing else. The languages share one table: where a word of one
// is spelt like a word of another, both are function words.
#include "cpt-common-words.h"

#include <string.h>

/* What pages say about themselves is short. */
#define MAX_FURNITURE_BYTES 110

/* In the order of their kinds; blanks part the words. */
static const char *const common_words[] = {
  /* English: function words */
  "a about above across after afterwards again against ago all almost alone along already also although always am",
  "amid among an and another any anybody anyone anything anyway anywhere apart are around as aside at away back be",
  "became because become becomes been before behind being below beside besides between beyond both but by can",
  "cannot could despite did do does doing done down due during each either else elsewhere enough even ever every",
  "everybody everyone everything everywhere except few fewer for former from further had has have having he hence",
  "her here hers herself him himself his how however i if in indeed inside instead into is it its itself just last",
  "later latter least less lest like likely little lot lots many may maybe me meanwhile might mine more moreover",
  "most much must my myself near nearly neither never nevertheless next no nobody none nor not nothing now nowhere",
  "of off often on once one ones only onto or other others otherwise our ours ourselves out outside over own per",
  "perhaps quite rather re really recent recently same seem seemed seems several shall she should since so some",
  "somebody someone something sometimes somewhat soon still such than that the their theirs them themselves then",
  "there thereby therefore these they this those though through throughout thus to together too toward towards",
  "under unless unlike until up upon us usually various very via was we well were what whatever when where whereas",
  "whether which while who whole whom whose why will with within without would yet you your yours yourself",
  /* English: numbers, time, measure */
  "zero two three four five six seven eight nine ten hundred thousand million billion trillion first second third",
  "half percent per cent day days week weeks month months year years hour hours minute minutes today yesterday",
  "tomorrow tonight morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday",
  "january february march april june july august september october november december time times number numbers",
  "amount part parts kind sort way ways thing things case cases point points place side sides end bit early late",
  /* English: verbs and nouns of reporting, and of everything */
  "said say says saying told tell tells telling asked ask asks added adds add according announced announce called",
  "call calls claim claims claimed warned warn warns insisted insist argued argue noted note notes stated state",
  "statement statements spoke speak speaking speech spokesman spokeswoman spokesperson reporters reporter news",
  "report reports reported reportedly interview comment comments commented remarks think thinks thought believe",
  "believes believed know knows known knew see sees seen saw seeing look looks looked looking want wants wanted",
  "need needs needed get gets got getting give gives gave given giving go goes went gone going come comes came",
  "coming make makes made making take takes took taken taking put puts keep keeps kept let lets leave leaves left",
  "use used uses using find finds found show shows showed shown try tried trying work works worked working help",
  "helps helped start started begin began begun continue continued continues stop stopped run runs running set sets",
  "move moves moved hold holds held bring brings brought turn turned happen happened happens mean means meant",
  "become remain remains remained include includes included including follow followed following lead leads led",
  "expect expected say believe set people person man men woman women group groups member members official officials",
  "leader leaders head heads country countries government president minister prime mr mrs ms dr sir world national",
  "international public new old good better best bad worse worst big bigger large larger small great high higher",
  "low lower long short major main important possible different able available clear far full general right real",
  "sure true open close certain current currently political key fact facts idea issue issues question questions",
  "problem problems reason reasons result results area areas level line name names word words story life home house",
  "city town area street don didn doesn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn ll ve",
  "subscribe follow read click photo image video copyright advertisement newsletter share email facebook twitter",
  "telegram",
  /* German */
  "der die das den dem des ein eine einen einem einer eines und oder aber denn weil dass daß wenn als wie auch noch",
  "nur schon sehr nicht kein keine keinen ist sind war waren sei seien wird werden wurde wurden worden hat haben",
  "hatte hatten kann können könnte soll sollen sollte muss müssen will wollen würde würden er sie es wir ihr ich",
  "mich mir sich uns ihm ihn ihre ihren ihrem ihrer seine seinen seinem seiner dieser diese dieses diesen diesem",
  "jener jede jeder jedes alle allem allen aller man mehr viel viele vor nach bei mit von vom zum zur aus auf für",
  "über unter gegen ohne um bis durch zwischen seit während wegen am im ans ins beim hier dort dann nun jetzt heute",
  "gestern morgen jahr jahre jahren tag tage uhr sagte sagt sagen erklärte erklärt betonte teilte mit laut so etwa",
  "rund damit dabei dazu davon daran darauf",
  /* Russian */
  "и в во на с со к ко о об от до по за из у для при без над под про через между перед после не ни но а или если",
  "что чтобы как так также тоже же бы ли это этот эта эти этого этой этих тот та те того той тех такой такая такие",
  "свой своя свои своего своей своих он она они оно его её ее их ему ей им нам вам нас вас мы вы я мой наш ваш",
  "который которая которые которого которой которых был была было были быть будет будут есть нет уже ещё еще только",
  "даже более менее самый сам все всё всех всего весь вся где когда кто чем там здесь тогда теперь потом лишь",
  "сказал сказала сказали заявил заявила заявили отметил отметила сообщил сообщила сообщили подчеркнул добавил",
  "добавила рассказал словам год года году лет день дня дней время раз человек людей люди можно может могут должен",
  "должны один два три тысяч млн млрд",
  /* Ukrainian */
  "і й та в у на з зі із до від по за для при без над під про через між перед після не ні але або чи якщо що щоб як",
  "так також теж ж би це цей ця ці цього цієї цих той той тих такий такі свій своя свої свого своєї своїх він вона",
  "вони воно його її їх йому їй їм нам вам нас вас ми ви який яка які якого якої яких був була було були бути буде",
  "будуть є нема вже ще тільки навіть більше менше сам всі все всіх всього де коли хто там тут тоді тепер потім",
  "лише сказав сказала заявив заявила заявили зазначив зазначила повідомив повідомила повідомили додав додала рік",
  "року році років день дня днів час раз людей люди може можуть один два три тисяч",
};

static const char *const strong_pointers[] = {
  "this these those that such", "dieser diese dieses diesem diesen solche",
  "это этот эта эти этого этой этих такой такая такие", "це цей ця ці цього цієї цих такий такі",
};

static const char *const weak_pointers[] = {
  "it he she they his her their its both but and also however moreover meanwhile instead nevertheless then there",
  "er sie ihre seine doch aber auch dennoch", "он она они его её их но а также однако", "він вона вони його її їх але також однак",
};

static const char *const openers[] = {
  "the a an of this that these those his her its their our no any some for on 's more against about",
};

static void
add_words (GHashTable *classes, const char *const *rows, gsize n_rows, guint class)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i], " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          guint known = GPOINTER_TO_UINT (g_hash_table_lookup (classes, words[j]));

          g_hash_table_replace (classes, g_strdup (words[j]), GUINT_TO_POINTER (known | class));
        }
    }
}

static GHashTable *
collect (void)
{
  GHashTable *classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_words (classes, common_words, G_N_ELEMENTS (common_words), CPT_WORD_COMMON);
  add_words (classes, openers, G_N_ELEMENTS (openers), CPT_WORD_OPENS_NOUN_PHRASE);
  add_words (classes, weak_pointers, G_N_ELEMENTS (weak_pointers), CPT_WORD_POINTS_BACK);
  add_words (classes, strong_pointers, G_N_ELEMENTS (strong_pointers), CPT_WORD_POINTS_BACK | CPT_WORD_POINTS_STRONGLY);
  return classes;
}

/**
 * cpt_word_classify:
 * @word: a case-folded word
 *
 * Returns: its classes (#CptWordClass)
 *
 * Thread: any. Cost: one look-up.
 */
guint
cpt_word_classify (const char *word)
{
  static GHashTable *classes;

  if (g_once_init_enter (&classes))
    g_once_init_leave (&classes, collect ());
  return GPOINTER_TO_UINT (g_hash_table_lookup (classes, word));
}

/**
 * cpt_word_is_common:
 * @word: a case-folded word
 *
 * Returns: whether every text has this word, so that it names no topic
 */
gboolean
cpt_word_is_common (const char *word)
{
  return (cpt_word_classify (word) & CPT_WORD_COMMON) != 0;
}

/* What pages say about themselves. Case-folded beginnings of sentences; English, Russian, Ukrainian and German. */
static const char *const furniture[] = {
  "read more", "read all", "most read", "follow us", "subscribe to", "sign up",
  "click here", "share this", "join our", "get in touch", "we pay for your stories", "do you have a story", "like us on",
  "email us", "share your experiences", "thank you for sharing", "we appreciate your feedback", "all rights reserved",
  "recommended videos", "with inputs from", "advertisement", "copyright", "©", "http://", "https://", "www.",
  "подробнее на", "подробнее:", "читать далее", "подписывайтесь", "подписаться", "фото:", "источник:",
  "підписуйтесь", "підписатися", "джерело:", "mehr zum thema", "abonnieren sie",
};

/**
 * cpt_words_are_page_furniture:
 * @text: where a sentence begins
 * @length_bytes: its length
 *
 * Returns: whether it is no part of the article but of its page: "Follow us on ...", "Read more"
 *
 * Cost: bounded.
 */
gboolean
cpt_words_are_page_furniture (const char *text, gsize length_bytes)
{
  g_autofree char *folded = NULL;

  if (length_bytes > MAX_FURNITURE_BYTES)
    return FALSE;
  if ((guchar)*text >= 0x80)
    folded = g_utf8_strdown (text, (gssize)length_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (furniture); i++)
    if (folded != NULL ? g_str_has_prefix (folded, furniture[i])
                       : g_ascii_strncasecmp (text, furniture[i], strlen (furniture[i])) == 0)
      return TRUE;
  return FALSE;
}
