// SPDX-License-Identifier: GPL-3.0-or-later
// English, Russian and Ukrainian words that tell whose account a clause gives. Room: core/analysis; tables and their
// look-up, nothing else.
//
// Verbs stand in their bare form and are inflected here; "!" doubles the last letter ("plan!" gives "planning");
// irregular forms follow, parted by slashes: third person, past, participle in -ing.
#include "cpt-stance-words.h"

#include <string.h>

typedef struct
{
  guint32 stance;
  const char *words;
} Row;

static const Row verbs[] = {
  { CPT_STANCE_SAY,
    "say/says/said/saying tell/tells/told/telling state claim argue assert contend insist allege declare announce "
    "warn caution stress emphasise emphasize underline reiterate repeat add note remark observe comment explain "
    "clarify elaborate predict forecast boast brag complain lament acknowledge concede admit! confess confirm "
    "reveal disclose hint insinuate signal indicate imply suggest point describe characterise characterize portray depict "
    "frame cast/casts/cast/casting label brand dub! call write/writes/wrote/writing tweet post testify "
    "swear/swears/swore/swearing profess proclaim joke quip! opine muse reassure assure inform remind "
    "maintain vouch bemoan tout allude assail recall interject speculate conclude reaffirm affirm recite utter refer! mention "
    "echo wonder highlight underscore recount articulate lecture rant gloat scoff sneer fume lash shrug! brag! "
    "trumpet" },
  { CPT_STANCE_SAY | CPT_STANCE_REPLY, "respond reply retort counter answer rejoin" },
  { CPT_STANCE_ACT,
    "accuse blame criticise criticize condemn denounce slam! blast lambast lambaste decry deplore demand urge vow "
    "pledge promise threaten appeal ask plead petition propose recommend advise outline hail praise laud welcome "
    "applaud thank congratulate apologise apologize justify defend challenge mock ridicule deride rail rebuke "
    "question presses/presses/pressed/pressing admonish chide scold request order instruct invite offer cite attribute liken equate compare lobby advocate "
    "champion endorse oppose object protest" },
  { CPT_STANCE_ACT | CPT_STANCE_REPLY, "disavow reject dismiss deny rebuff rebut! refute refuse repudiate dispute contradict" },
  { CPT_STANCE_MIND,
    "want seek/seeks/sought/seeking wish hope fear worry believe think/thinks/thought/thinking doubt expect intend "
    "favour favor prefer! view regard perceive deem suspect envision envisage foresee/foresees/foresaw/foreseeing "
    "oppose love hate regret! resent distrust anticipate" },
  { CPT_STANCE_MIND | CPT_STANCE_NEEDS_TO, "plan! aim prepare agree decide propose offer vie hesitate consent "
                                              "commit!" },
  { CPT_STANCE_MIND, "consider weigh mull contemplate" },
  { CPT_STANCE_PRESENT,
    "present unveil introduce table submit! publish issue draft float put/puts/put/putting release deliver voice "
    "express raise make/makes/made/making give/gives/gave/giving launch repeat reiterate advance formulate "
    "pour heap level! hurl lodge lay/lays/laid/laying set/sets/set/setting send/sends/sent/sending" },
};

static const Row words[] = {
  { CPT_STANCE_STATE,
    "ready willing unwilling determined concerned worried convinced confident adamant hopeful keen eager reluctant "
    "opposed prepared certain sure sceptical skeptical optimistic pessimistic afraid alarmed outraged angry furious "
    "grateful interested committed against considering" },
  { CPT_STANCE_NOUN,
    "belief view opinion claim assertion allegation accusation warning threat demand call promise pledge vow stance "
    "position insistence argument narrative contention concern fear hope desire wish intention aim goal refusal "
    "rejection denial criticism conviction suspicion doubt disbelief suggestion notion idea perception perspective "
    "interpretation assessment prediction expectation worry charge appeal plea beliefs views opinions claims "
    "assertions allegations accusations warnings threats demands calls promises pledges vows arguments narratives "
    "contentions concerns fears hopes wishes intentions aims goals denials suspicions doubts suggestions ideas "
    "perceptions assessments predictions expectations worries charges appeals pleas ambition ambitions readiness "
    "willingness determination commitment" },
  { CPT_STANCE_PLAN,
    "plan plans proposal proposals framework strategy initiative scheme formula roadmap blueprint approach motion "
    "resolution resolutions idea programme program concept vision policy doctrine agreement deal arrangement "
    "document draft bill ultimatum demands conditions offer" },
  { CPT_STANCE_REMARK,
    "remark remarks statement statements comment comments words speech address message messages letter interview "
    "declaration announcement response reply answer objection objections complaint complaints testimony note "
    "article essay post tweet warning warnings interview figures data estimates statistics" },
  /* Russian */
  { CPT_STANCE_SAY,
    "сказал сказала сказали говорит говорят говорил говорила заявил заявила заявили заявляет заявляют заявило "
    "сообщил сообщила сообщили сообщает сообщают сообщило отметил отметила отметили отмечает подчеркнул подчеркнула "
    "подчеркнули добавил добавила добавили утверждает утверждают утверждал утверждала считает считают считал "
    "полагает полагают предупредил предупредила предупредили пояснил пояснила пояснили уточнил уточнила уточнили "
    "напомнил напомнила признал признала признали рассказал рассказала объяснил объяснила написал написала указал "
    "указала указали уверен уверена убежден назвал назвала назвали называет объявил объявила объявили выразил "
    "выразила прокомментировал" },
  { CPT_STANCE_SAY | CPT_STANCE_REPLY,
    "ответил ответила ответили опроверг опровергла опровергли отрицает отрицают возразил возразила" },
  { CPT_STANCE_ACT,
    "обвинил обвинила обвинили обвиняет обвиняют потребовал потребовала потребовали требует требуют призвал "
    "призвала призвали призывает пригрозил пригрозила осудил осудила осудили предложил предложила предложили "
    "поблагодарил попросил попросила пообещал пообещала критикует раскритиковал" },
  { CPT_STANCE_ACT | CPT_STANCE_REPLY, "отверг отвергла отвергли отказался отказалась отказались" },
  { CPT_STANCE_MIND,
    "хочет хотят намерен намерена намерены надеется надеются опасается опасаются планирует планируют рассчитывает "
    "ожидает верит" },
  { CPT_STANCE_THAT, "что чтобы" },
  { CPT_STANCE_CONTRAST, "но однако" },
  { CPT_STANCE_PREPOSITION, "в на с к о об от из для при по под над перед после против между" },
  { CPT_STANCE_ADVERB, "как этом также ранее уже вновь снова накануне сегодня вчера не" },
  /* Ukrainian */
  { CPT_STANCE_SAY,
    "сказав сказала сказали каже кажуть говорить заявив заявила заявили заявляє заявляють повідомив повідомила "
    "повідомили повідомляє зазначив зазначила зазначили наголосив наголосила наголосили підкреслив підкреслила "
    "додав додала додали стверджує стверджують вважає вважають попередив попередила попередили пояснив пояснила "
    "уточнив нагадав визнав розповів розповіла написав написала назвав назвала оголосив" },
  { CPT_STANCE_SAY | CPT_STANCE_REPLY, "відповів відповіла спростував спростувала заперечує заперечив" },
  { CPT_STANCE_ACT,
    "звинуватив звинуватила звинуватили звинувачує вимагає вимагають закликав закликала закликали погрожує засудив "
    "запропонував пообіцяв" },
  { CPT_STANCE_MIND, "хоче хочуть сподівається планує планують побоюється очікує" },
  { CPT_STANCE_THAT, "що щоб" },
  { CPT_STANCE_BE, "is are was were be been being am 's 're isn aren wasn weren" },
  { CPT_STANCE_HAVE, "has have had having 've hasn haven hadn" },
  { CPT_STANCE_MODAL,
    "will would can could may might shall should must do does did won wouldn couldn shouldn doesn didn don cannot "
    "'ll 'd" },
  { CPT_STANCE_ADVERB,
    "so far also again now already long later earlier soon today yesterday tomorrow tonight once twice then still just "
    "even always never not n't 't only instead meanwhile further furthermore moreover often sometimes however "
    "therefore thus nevertheless nonetheless too both all each himself herself itself themselves monday tuesday "
    "wednesday thursday friday saturday sunday ago" },
  { CPT_STANCE_PREPOSITION,
    "in on at for from with to against between among about over under into within during after before since until "
    "toward towards amid despite than as like unlike through across near outside inside without upon behind versus "
    "via per including such" },
  { CPT_STANCE_PREPOSITION | CPT_STANCE_OF, "of" },
  { CPT_STANCE_PREPOSITION | CPT_STANCE_BY, "by" },
  { CPT_STANCE_PREPOSITION | CPT_STANCE_TO, "to" },
  { CPT_STANCE_DETERMINER,
    "the a an his her its their our any some no every each most many several other another further new one two "
    "three four second third senior top same unnamed unidentified" },
  { CPT_STANCE_DETERMINER | CPT_STANCE_DEMONSTRATIVE, "this these such" },
  { CPT_STANCE_PRONOUN, "they it" },
  { CPT_STANCE_PRONOUN | CPT_STANCE_PERSON, "he she" },
  { CPT_STANCE_RELATIVE, "who which whose whom" },
  { CPT_STANCE_THAT, "that" },
  { CPT_STANCE_CONTRAST | CPT_STANCE_SUBORDINATE, "while whereas although though whilst" },
  { CPT_STANCE_CONTRAST, "but yet" },
  { CPT_STANCE_SUBORDINATE, "when because as after before since if once unless until where" },
  { CPT_STANCE_AND, "and or" },
  { CPT_STANCE_STAFF,
    "pm spokesman spokeswoman spokesperson spokesmen spokespeople official officials minister ministers ministry "
    "government governments leader leaders president premier chancellor head chief chiefs member members ambassador "
    "ambassadors envoy envoys parliament lawmakers diplomat diplomats commander commanders general generals "
    "military army troops forces office administration authorities authority leadership delegation secretary "
    "adviser advisers advisor advisors aide aides deputy senator senators negotiator negotiators regime side "
    "sources representative representatives embassy mission command cabinet agency service services department "
    "committee council state media allies counterpart counterparts" },
};

static void
add_form (GHashTable *table, const char *form, guint32 stance)
{
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (table, form));

  g_hash_table_replace (table, g_strdup (form), GUINT_TO_POINTER (known | stance));
}

static void
add_suffixed (GHashTable *table, const char *stem, const char *suffix, guint32 stance)
{
  g_autofree char *form = g_strconcat (stem, suffix, NULL);

  add_form (table, form, stance);
}

static gboolean
ends_in_hiss (const char *verb)
{
  return g_str_has_suffix (verb, "s") || g_str_has_suffix (verb, "sh") || g_str_has_suffix (verb, "ch")
         || g_str_has_suffix (verb, "x") || g_str_has_suffix (verb, "z");
}

/* "accuse" -> accuse accuses accused accusing; "deny" -> denies denied; "plan!" -> planned planning. */
static void
add_regular (GHashTable *table, char *verb, guint32 stance)
{
  gsize n = strlen (verb);
  gboolean doubles = verb[n - 1] == '!';
  gboolean in_e, in_y;
  g_autofree char *stem = NULL;

  if (doubles)
    verb[--n] = '\0';
  in_e = verb[n - 1] == 'e';
  in_y = verb[n - 1] == 'y' && strchr ("aeiou", verb[n - 2]) == NULL;
  add_form (table, verb, stance | CPT_STANCE_BARE);
  stem = doubles ? g_strdup_printf ("%s%c", verb, verb[n - 1]) : g_strndup (verb, in_e ? n - 1 : n);
  add_suffixed (table, stem, "ing", stance | CPT_STANCE_GERUND);
  if (in_y)
    stem[n - 1] = 'i';
  add_suffixed (table, stem, "ed", stance | CPT_STANCE_PARTICIPLE);
  add_suffixed (table, in_y ? stem : verb, in_y || ends_in_hiss (verb) ? "es" : "s", stance);
}

static void
add_verb (GHashTable *table, char *verb, guint32 stance)
{
  g_auto (GStrv) forms = g_strsplit (verb, "/", 4);

  if (g_strv_length (forms) < 4)
    {
      add_regular (table, verb, stance);
      return;
    }
  add_form (table, forms[0], stance | CPT_STANCE_BARE);
  add_form (table, forms[1], stance);
  add_form (table, forms[2], stance | CPT_STANCE_PARTICIPLE);
  add_form (table, forms[3], stance | CPT_STANCE_GERUND);
}

static GHashTable *
make_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (GStrv) list = g_strsplit (verbs[i].words, " ", -1);

      for (guint j = 0; list[j] != NULL; j++)
        add_verb (table, list[j], verbs[i].stance);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (GStrv) list = g_strsplit (words[i].words, " ", -1);

      for (guint j = 0; list[j] != NULL; j++)
        add_form (table, list[j], words[i].stance);
    }
  return table;
}

/**
 * cpt_stance_has_language:
 * @language: BCP 47 tag
 *
 * Returns: whether words of this language are listed here. One table serves all: no word of one is written like a word of
 *   another that means something else.
 */
gboolean
cpt_stance_has_language (const char *language)
{
  return g_ascii_strncasecmp (language, "en", 2) == 0 || g_ascii_strncasecmp (language, "ru", 2) == 0
         || g_ascii_strncasecmp (language, "uk", 2) == 0;
}

/**
 * cpt_stance_of_word:
 * @word: a case-folded word
 *
 * Returns: its classes
 *
 * Thread: any. Cost: one look-up.
 */
guint32
cpt_stance_of_word (const char *word)
{
  static GHashTable *table;
  guint32 stance;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, make_table ());
  stance = GPOINTER_TO_UINT (g_hash_table_lookup (table, word));
  return stance == 0 && g_str_has_suffix (word, "ly") ? CPT_STANCE_ADVERB : stance;
}
