// SPDX-License-Identifier: GPL-3.0-or-later
// English words that matter for who says what. Room: core/analysis/attribution; the only file of it that knows English
// words. Verbs stand in their bare form and are inflected below; irregular forms are listed as words.
#include "cpt-clues.h"

#include <string.h>

static const CptClueWords verbs[] = {
  { CPT_CLUE_SAY,
    "say add argue assert claim contend declare insist maintain note observe remark reply respond retort state stress "
    "comment explain joke quip tweet write announce predict recall continue conclude acknowledge concede admit confirm "
    "emphasise emphasize estimate recount reiterate caution complain lament testify opine reckon boast muse interject "
    "proclaim counter allege exclaim shout reveal disclose blog intone chime clarify underline specify elaborate" },
  { CPT_CLUE_SAY | CPT_CLUE_ADDRESSES,
    "tell warn assure inform remind notify advise ask urge convince persuade reassure brief" },
  { CPT_CLUE_REPORT,
    "believe think suggest imply hint indicate report show find learn know hope fear worry expect suspect doubt deny "
    "agree decide promise pledge vow swear guess assume imagine feel realise realize recognise recognize consider "
    "conclude signal suppose understand propose recommend demand request mention repeat affirm attest posit theorise "
    "theorize speculate ponder wonder dispute anticipate foresee forecast envision envisage calculate demonstrate "
    "determine discover document prove mean regret hear see wish forget remember threaten guarantee "
    "perceive regard deem rule intend plan aim want prefer need warn insist" },
  { CPT_CLUE_STANCE,
    "outline underscore describe call dub label brand characterise characterize portray depict denounce condemn "
    "criticise criticize slam blast attack accuse blame praise hail applaud welcome laud commend thank congratulate "
    "reject dismiss rebuff rebut refute refuse decline endorse support back oppose defend question challenge mock "
    "ridicule deride decry deplore cite quote address discuss detail present unveil tout promote advocate "
    "champion invoke evoke raise voice express issue deliver offer reference highlight refer allude point "
    "vouch apologise apologize appeal plead call lobby favour favor like love hate despise admire trust respect "
    "embrace back echo disavow disown renounce lambaste lambast rail rip chide scold rebuke admonish berate "
    "pan skewer liken compare equate attribute credit seek consider weigh mull demand" },
  { CPT_CLUE_EVENT_VERB,
    "come follow draw spark prompt trigger provoke cause appear arrive coincide precede mark meet" },
  { 0, NULL },
};

static const CptClueWords words[] = {
  /* irregular forms of the verbs above */
  { CPT_CLUE_SAY | CPT_CLUE_FINITE, "said wrote says tweeted" },
  { CPT_CLUE_SAY | CPT_CLUE_ADDRESSES | CPT_CLUE_FINITE, "told" },
  { CPT_CLUE_REPORT | CPT_CLUE_FINITE, "thought found knew felt understood meant heard saw swore forgot shown known "
                                       "proven sworn seen forgotten foresaw foreseen "
                                       "written" },
  { CPT_CLUE_STANCE | CPT_CLUE_FINITE, "sought forswore" },
  { CPT_CLUE_EVENT_VERB | CPT_CLUE_FINITE, "came drew met" },

  { CPT_CLUE_SAY_NOUN,
    "claim claims assertion assertions statement statements warning warnings belief beliefs view views opinion "
    "opinions "
    "comment comments remark remarks allegation allegations accusation accusations argument arguments promise promises "
    "pledge pledges vow vows hope hopes fear fears concern concerns suggestion suggestions prediction predictions "
    "forecast forecasts denial denials insistence contention contentions speculation complaint complaints conclusion "
    "criticism demand demands call calls plea pleas appeal appeals demands announcement announcements admission "
    "declaration "
    "testimony doubt doubts worry worries estimate estimates expectation expectations notion rumour rumours rumor "
    "rumors "
    "suspicion suspicions proposal proposals response responses reply answer answers question questions message "
    "messages "
    "words speech rhetoric narrative perspective threat threats confidence conviction disbelief skepticism scepticism "
    "position stance explanation charge charges observation observations interpretation reminder verdict theory" },
  { CPT_CLUE_PLAN_NOUN, "plan plans framework strategy proposal proposals approach scheme initiative idea idea "
                        "programme program arrangement "
                        "deal agreement vision concept scenario model policy roadmap blueprint formula logic view "
                        "reasoning doctrine offer" },
  { CPT_CLUE_ACCORDING, "according" },

  { CPT_CLUE_PRONOUN | CPT_CLUE_MALE, "he" },
  { CPT_CLUE_PRONOUN | CPT_CLUE_FEMALE, "she" },
  { CPT_CLUE_PRONOUN | CPT_CLUE_PLURAL, "they" },
  { CPT_CLUE_PRONOUN | CPT_CLUE_NEUTER, "it" },
  { CPT_CLUE_PRONOUN | CPT_CLUE_FIRST_PERSON, "i" },
  { CPT_CLUE_PRONOUN | CPT_CLUE_FIRST_PERSON | CPT_CLUE_PLURAL, "we" },
  { CPT_CLUE_PRONOUN, "you" },
  { CPT_CLUE_POSSESSIVE | CPT_CLUE_MALE | CPT_CLUE_DETERMINER, "his" },
  { CPT_CLUE_POSSESSIVE | CPT_CLUE_FEMALE | CPT_CLUE_DETERMINER, "her" },
  { CPT_CLUE_POSSESSIVE | CPT_CLUE_PLURAL | CPT_CLUE_DETERMINER, "their" },
  { CPT_CLUE_POSSESSIVE | CPT_CLUE_NEUTER | CPT_CLUE_DETERMINER, "its" },
  { CPT_CLUE_POSSESSIVE | CPT_CLUE_FIRST_PERSON | CPT_CLUE_DETERMINER, "my our" },
  { CPT_CLUE_POSSESSIVE | CPT_CLUE_DETERMINER, "your" },
  { CPT_CLUE_RELATIVE, "who which whose whom" },
  { CPT_CLUE_DETERMINER,
    "the a an some many most several few both all another other each every any one two three four five six no more" },
  { CPT_CLUE_DETERMINER | CPT_CLUE_DEMONSTRATIVE, "this these those such" },
  { CPT_CLUE_THAT, "that whether how why" },
  { CPT_CLUE_THAT | CPT_CLUE_SUBORDINATOR, "if" },
  { CPT_CLUE_PREPOSITION,
    "of in on at by for with from to about into over under between among against during through within without toward "
    "towards upon across behind beyond near outside inside amid amidst despite like unlike via per regarding "
    "concerning "
    "off around along above below" },
  { CPT_CLUE_PREPOSITION | CPT_CLUE_SUBORDINATOR, "as after before since until than" },
  { CPT_CLUE_CONJUNCTION, "and but or nor yet" },
  { CPT_CLUE_SUBORDINATOR, "while when because although though where whereas unless once so whenever wherever" },
  { CPT_CLUE_AUXILIARY,
    "has have had will would can could may might shall should must do does did not never 've 'd 'll 't be been being "
    "'re 'm won don doesn didn wouldn couldn hasn haven hadn ain cannot" },
  { CPT_CLUE_AUXILIARY | CPT_CLUE_COPULA, "is are was were isn aren wasn weren" },
  { CPT_CLUE_ADVERB,
    "also later again then once earlier still just even often now today tonight yesterday always long soon further "
    "instead himself herself themselves itself thus already only first even monday tuesday wednesday thursday friday "
    "saturday sunday" },

  { CPT_CLUE_TITLE | CPT_CLUE_MALE, "mr mr. sir king prince pope baron father" },
  { CPT_CLUE_TITLE | CPT_CLUE_FEMALE, "mrs ms miss mrs. ms. queen princess lady madam congresswoman" },
  { CPT_CLUE_TITLE | CPT_CLUE_PERSON | CPT_CLUE_MALE, "chairman congressman" },
  { CPT_CLUE_TITLE | CPT_CLUE_PERSON | CPT_CLUE_FEMALE, "chairwoman" },
  { CPT_CLUE_TITLE,
    "dr dr. sen sen. rep rep. gov gov. gen gen. col col. lt lt. prof prof. rev rev. st capt adm secretary-general" },
  { CPT_CLUE_TITLE | CPT_CLUE_PERSON,
    "president minister secretary senator governor general chancellor premier ambassador director chief professor "
    "commander admiral colonel captain mayor speaker leader envoy commissioner representative deputy judge justice "
    "attorney lieutenant sergeant candidate nominee chair ceo founder officer dictator monarch" },
  { CPT_CLUE_PERSON | CPT_CLUE_MALE, "spokesman man businessman father son brother husband boy gentleman salesman" },
  { CPT_CLUE_PERSON | CPT_CLUE_FEMALE, "spokeswoman woman businesswoman mother daughter sister wife girl" },
  { CPT_CLUE_PERSON,
    "spokesperson official aide adviser advisor analyst expert lawyer diplomat strategist economist historian "
    "scientist researcher lawmaker politician author reporter journalist columnist editor critic supporter activist "
    "voter resident soldier doctor pollster consultant operative source staffer manager host moderator politician "
    "billionaire nominee opponent rival frontrunner insider scholar" },
  { CPT_CLUE_PERSON | CPT_CLUE_PLURAL,
    "spokesmen officials aides advisers advisors analysts experts lawyers diplomats strategists economists historians "
    "scientists researchers lawmakers politicians authors reporters journalists columnists editors critics supporters "
    "activists voters residents soldiers doctors pollsters consultants operatives sources people leaders allies "
    "ministers "
    "senators governors presidents generals republicans democrats conservatives liberals americans russians ukrainians "
    "europeans others opponents members candidates investigators prosecutors authorities observers police women men "
    "students workers employers users fans friends neighbours commentators pundits scholars advocates rivals "
    "insiders" },
  { CPT_CLUE_BODY,
    "ministry alliance government campaign committee department agency administration party parliament congress senate "
    "house court council commission union bloc office group organisation organization company bank fund institute "
    "university kremlin pentagon cabinet army military embassy white team board association coalition force regime "
    "newspaper magazine network paper journal outlet report poll survey study document website times post report "
    "statement letter filing lawsuit memo transcript country state nation city capital intelligence delegation firm" },

  { CPT_CLUE_GIVEN_NAME | CPT_CLUE_MALE,
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark "
    "donald "
    "steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas "
    "eric "
    "jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis "
    "jerry "
    "tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger "
    "terry "
    "austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan "
    "albert "
    "willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene vladimir sergei sergey "
    "dmitry "
    "dmitri mikhail nikolai boris igor oleg yuri ivan alexei aleksandr volodymyr vasyl petro andriy serhiy viktor jens "
    "emmanuel olaf friedrich antony lloyd barack bernie ted marco jeb mitt mike bill jim tom tim ben chris rand newt "
    "rick "
    "bob dan steve ron greg joel josh karl lindsey mitch harry chuck al rudy martin lincoln tony simon recep xi kim "
    "benjamin jean pierre francois jose pedro giorgio antonio luigi hans klaus stefan tomas jan pavel marek rob nick "
    "sam "
    "max leo fred phil doug jeff matt pat ken don ed ray neil ian gavin keir rishi alex" },
  { CPT_CLUE_GIVEN_NAME | CPT_CLUE_FEMALE,
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley "
    "kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia "
    "kathleen "
    "amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet "
    "catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith "
    "megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail "
    "alice "
    "julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany "
    "charlotte "
    "marie kayla alexis lori hillary carly kellyanne ivanka melania ursula angela annalena kaja sanna mette giorgia "
    "liz "
    "theresa marine sahra olga irina natalia yulia svetlana oksana iryna tatiana ekaterina elena galina jill kate jen "
    "jane susie sue claire ellen loretta debbie chelsea huma nikki condoleezza madeleine samantha tulsi kamala" },
  { 0, NULL },
};

static gboolean
is_vowel (char c)
{
  return strchr ("aeiou", c) != NULL;
}

/* Whether the last consonant doubles before "-ed": one closed syllable ("plan", "rip"), or a stressed last one. */
static gboolean
doubles (const char *verb)
{
  static const char *const stressed[] = { "admit", "rebut", "refer", "regret", "equip", "concur", "defer", NULL };
  gsize n = strlen (verb);

  if (g_strv_contains (stressed, verb))
    return TRUE;
  return n <= 4 && n >= 3 && !is_vowel (verb[n - 1]) && strchr ("wxy", verb[n - 1]) == NULL && is_vowel (verb[n - 2])
         && !is_vowel (verb[n - 3]);
}

static void
inflect_english (const char *verb, guint32 clues, void (*add) (gpointer, const char *, guint32), gpointer data)
{
  gsize n = strlen (verb);
  char last = verb[n - 1];
  g_autofree char *stem = g_strdup (verb);
  g_autofree char *third = NULL, *past = NULL, *gerund = NULL;

  if (last == 'y' && !is_vowel (verb[n - 2]))
    {
      stem[n - 1] = '\0';
      third = g_strconcat (stem, "ies", NULL);
      past = g_strconcat (stem, "ied", NULL);
      gerund = g_strconcat (verb, "ing", NULL);
    }
  else if (last == 'e')
    {
      stem[n - 1] = '\0';
      third = g_strconcat (verb, "s", NULL);
      past = g_strconcat (verb, "d", NULL);
      gerund = g_strconcat (verb[n - 2] == 'e' ? verb : stem, "ing", NULL);
    }
  else
    {
      const char twice[2] = { doubles (verb) ? last : '\0', '\0' };

      third = g_strconcat (
          verb,
          strchr ("sxz", last) != NULL || g_str_has_suffix (verb, "sh") || g_str_has_suffix (verb, "ch") ? "es" : "s",
          NULL);
      past = g_strconcat (verb, twice, "ed", NULL);
      gerund = g_strconcat (verb, twice, "ing", NULL);
    }
  add (data, verb, clues | CPT_CLUE_BASE);
  add (data, third, clues | CPT_CLUE_FINITE);
  add (data, past, clues | CPT_CLUE_FINITE);
  add (data, gerund, clues | CPT_CLUE_GERUND);
}

static guint32
guess_english (const char *word)
{
  gsize n = strlen (word);

  if (n > 4 && strcmp (word + n - 2, "ly") == 0)
    return CPT_CLUE_ADVERB;
  if (n > 6 && (strcmp (word + n - 3, "men") == 0 || strcmp (word + n - 4, "ists") == 0))
    return CPT_CLUE_PERSON | CPT_CLUE_PLURAL;
  return 0;
}

/* Nouns that look like somebody who speaks ("number", "event") and are not. */
static const char things[] =
    " number numbers paper papers letter letters order orders power powers matter matters water center centers chapter "
    "chapters answer answers error errors factor factors sector sectors door floor border borders river winter summer "
    "october november december september event events percent cent content contents incident incidents moment extent "
    "accident accidents agreement agreements talent rent effect gap gaps video videos front fronts move moves evidence "
    "data footage image images photo photos figure figures result results fact facts case cases law laws rule rules "
    "war "
    "wars attack attacks bill bills tax taxes way ways thing things time times year years month months week weeks day "
    "days decade decades development developments crisis crises idea ideas issue issues effort efforts step steps "
    "decision decisions event trend trends sign signs signal signals example examples outcome impact success failure "
    "history experience reality truth picture pictures scene scenes map maps chart charts graph word words line lines "
    "change changes weather climate peace money price prices rate rates share system systems level levels part parts "
    "side-effect ad ads spot film films book books song songs show shows transcript account accounts ";

/* Nouns for people whose endings do not show it. */
static const char people[] =
    " executive executives detective detectives relative relatives native natives pilot pilots "
    "couple family families crowd audience public staff crew mother mothers father fathers parent "
    "parents widow widower kid kids child children teen teens guest guests chef clergy bishop "
    "bishops priest priests nurse nurses guard guards spy spies guy guys ";

static const char *const person_endings[] = { "er",  "or",    "ist",    "ian",   "ant", "ent",  "ee",
                                              "man", "woman", "person", "smith", "eer", "crat", NULL };
static const char *const thing_endings[] = { "tion", "sion", "ment", "ness", "ity", "ism",  "ance", "ence",
                                             "ure",  "age",  "ship", "ing",  "cy",  "hood", "dom",  NULL };

static gboolean
ends_with_one (const char *word, gsize n, const char *const *endings)
{
  for (; *endings != NULL; endings++)
    {
      gsize length = strlen (*endings);

      if (n > length + 1 && strncmp (word + n - length, *endings, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint32
guess_english_noun (const char *word)
{
  gsize n = strlen (word);
  guint32 plural = n > 3 && word[n - 1] == 's' && strchr ("sui", word[n - 2]) == NULL ? CPT_CLUE_PLURAL : 0;
  g_autofree char *whole = g_strconcat (" ", word, " ", NULL);

  if (strcmp (word, "him") == 0 || strcmp (word, "them") == 0)
    return CPT_CLUE_PRONOUN | (word[0] == 'h' ? CPT_CLUE_MALE : CPT_CLUE_PLURAL);
  if (strstr (things, whole) != NULL)
    return CPT_CLUE_PLAN_NOUN | plural;
  if (strstr (people, whole) != NULL)
    return CPT_CLUE_PERSON | plural;
  n -= plural != 0;
  if (ends_with_one (word, n, thing_endings))
    return CPT_CLUE_PLAN_NOUN | plural;
  if (ends_with_one (word, n, person_endings))
    return CPT_CLUE_PERSON | plural;
  return plural;
}

static const char *const definite[] = { "the", "this", "these", "that", "those", NULL };
static const char *const nobody[] = { "anyone",     "anybody", "everyone",  "everybody",  "someone", "somebody",
                                      "nobody",     "one",     "you",       "none",       "all",     "some",
                                      "many",       "most",    "others",    "another",    "both",    "each",
                                      "more",       "few",     "something", "everything", "nothing", "there",
                                      "what",       "here",    "me",        "us",         "himself", "herself",
                                      "themselves", "itself",  "myself",    "let",        NULL };

static const char *const conditionals[] = { "would", "should", "'d", NULL };

static const char *const documents[] = { "report",    "reports",   "poll",    "survey", "study", "document",
                                         "documents", "statement", "letter",  "filing", "memo",  "lawsuit",
                                         "analysis",  "article",   "release", NULL };
static const char *const by[] = { "by", "from", NULL };
static const char *const viewpoints[] = { "view", "views", "opinion", "words", "eyes", "judgement", "judgment", NULL };

const CptClueLanguage cpt_clue_language_en = {
  .language = "en",
  .words = words,
  .verbs = verbs,
  .inflect = inflect_english,
  .conditionals = conditionals,
  .suffix_clues = guess_english,
  .noun_clues = guess_english_noun,
  .definite = definite,
  .nobody = nobody,
  .documents = documents,
  .by = by,
  .viewpoints = viewpoints,
};
