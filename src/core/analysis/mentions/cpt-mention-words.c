// SPDX-License-Identifier: GPL-3.0-or-later
// Word classes of the mention finder, and the endings of Russian and Ukrainian. Room: core/analysis/mentions; plain data,
// no text is read here.
#include "cpt-mention-words.h"

#include <string.h>

typedef struct
{
  guint flags;
  const char *words; /* parted by blanks; lower case; Cyrillic ones in any form, they are cut to their stem */
} WordList;

static const WordList word_lists[] = {
  /* --- who holds an office --- */
  { CPT_WORD_PERSON_HEAD,
    "president premier minister chancellor secretary spokesperson ambassador envoy general admiral colonel "
    "commander chief "
    "head leader director deputy senator lawmaker legislator mp governor mayor official officer diplomat adviser "
    "advisor "
    "aide representative negotiator prosecutor commissioner speaker ombudsperson delegate counterpart "
    "undersecretary chair ruler pm politician dictator autocrat attaché consul emissary marshal lieutenant brigadier "
    "captain "
    "major sergeant soldier serviceman strategist mediator administrator presidency taoiseach czar tsar source" },
  { CPT_WORD_PERSON_HEAD | CPT_WORD_MALE,
    "spokesman chairman congressman ombudsman king prince emperor statesman councilman" },
  { CPT_WORD_PERSON_HEAD | CPT_WORD_FEMALE,
    "spokeswoman chairwoman congresswoman ombudswoman queen princess stateswoman empress" },
  { CPT_WORD_PERSON_HEAD | CPT_WORD_MODIFIER, "general deputy chief president secretary minister attorney" },
  { CPT_WORD_LEADER, "president chancellor general premier king queen leader head президент канцлер" },
  { CPT_WORD_ANY_LEADER, "leader head chief ruler лидер глава очільник" },
  { CPT_WORD_GROUP_HEAD,
    "officials leaders ministers authorities diplomats lawmakers senators generals commanders politicians officers "
    "aides "
    "advisers advisors envoys spokesmen representatives negotiators counterparts allies partners troops elites elite "
    "presidents parliamentarians mps deputies legislators spokespeople servicemen soldiers delegates governments powers chiefs "
    "policymakers prosecutors ambassadors sources strategists governors" },
  { CPT_WORD_GROUP_HEAD | CPT_WORD_VERB_TOO, "forces heads" },
  { CPT_WORD_BODY_HEAD,
    "government ministry parliament administration embassy delegation cabinet agency council committee department "
    "congress senate police regulator consulate directorate leadership regime authority bureau premiership "
    "politburo headquarters alliance bloc union organisation organization court commission legislature republic "
    "side propaganda diplomacy officialdom "
    "coalition" },
  { CPT_WORD_BODY_HEAD | CPT_WORD_MODIFIER, "government military army navy intelligence mission office command staff" },
  /* --- who does not speak for the state named before it --- */
  { CPT_WORD_OUTSIDER,
    "critic critics analyst analysts expert experts opponent opponents dissidents journalist "
    "journalists blogger bloggers observer observers commentator commentators historian historians professor scientist "
    "scientists citizen citizens people activist activists oligarch oligarchs businessman businessmen businesswoman "
    "economist economists academic academics scholar scholars researcher researchers writer writers author artist "
    "artists actor actress singer student students resident residents civilian civilians refugee refugees volunteer "
    "volunteers protester protesters protestors defector defectors exile exiles emigre émigré émigrés newspaper "
    "newspapers media press outlet outlets broadcaster website channel sociologist pollster lawyer lawyers athlete "
    "athletes watchers watcher sympathiser sympathizer sympathisers sympathizers supporter supporters voters viewers "
    "tourist tourists workers families woman man men women child children veteran veterans pensioner "
    "priest editor columnist correspondent reporter reporters specialist philosopher investor investors" },
  { CPT_WORD_OUTSIDER | CPT_WORD_MODIFIER, "opposition dissident independent" },
  /* --- what stands before an office --- */
  { CPT_WORD_MODIFIER,
    "foreign defence defense interior finance prime vice first second third permanent special senior top high ranking "
    "acting interim new newly appointed elected current incumbent then national security federal presidential "
    "parliamentary press economy economic energy justice health education culture agriculture transport digital "
    "infrastructure trade armed air naval ground land joint human rights regional local provincial city nuclear space "
    "cyber main supreme central top-level level service services force state external emergency emergencies "
    "internal investigative assistant under policy party ruling house majority minority white longtime veteran "
    "embattled late peace lead leading unnamed several some many other two three four western "
    "counterintelligence border guard coast drone missile rocket parliament ministry treasury lower "
    "spy upper children business environment labour labor sports strategic mobile northern southern eastern" },
  { CPT_WORD_OFFICE_PART,
    "affairs staff defence defense state forces office administration council committee government delegation security "
    "parliament army navy intelligence service services region agency ministry department board party republic "
    "commission union emergencies finance justice energy interior economy trade assembly cabinet duma senate mission "
    "house cabinet chiefs" },
  { CPT_WORD_FORMER, "former ex onetime erstwhile disgraced ousted deposed exiled retired" },
  { CPT_WORD_PREFIX, "pro anti ex non former post counter un" },
  { CPT_WORD_HONORIFIC | CPT_WORD_MALE | CPT_WORD_NOT_NAME, "mr sir lord herr monsieur signor señor mister" },
  { CPT_WORD_HONORIFIC | CPT_WORD_FEMALE | CPT_WORD_NOT_NAME, "mrs ms miss madam lady dame frau madame baroness" },
  { CPT_WORD_HONORIFIC | CPT_WORD_NOT_NAME, "dr prof professor" },
  { CPT_WORD_PERSON_HEAD | CPT_WORD_NOT_NAME,
    "gen lt col maj sgt capt adm brig sen rep gov pres amb sec" },
  /* --- around places --- */
  { CPT_WORD_IN_PLACE,
    "in into inside near across throughout within around outside at via through over beyond above в у на во" },
  { CPT_WORD_TO_PLACE, "to from toward towards out left leaving entering visited visiting invade invaded invading из з до" },
  { CPT_WORD_DIRECTION,
    "eastern western southern northern central occupied mainland neighbouring neighboring southeastern northeastern "
    "southwestern northwestern downtown greater unoccupied free rural" },
  { CPT_WORD_PLACE_NOUN,
    "region oblast province district airport street avenue suburb city area metro square border airspace territory "
    "soil "
    "time streets apartment hospital school university residents summit" },
  { CPT_WORD_SAYING,
    "said says told warned added argued wrote explained noted claimed stated declared insisted announced believes "
    "reveals fears hails mocks promises pledges hints signals wants claims warns slams vows urges insists denies admits accuses threatens demands responds blasts rejects dismisses "
    "thinks tells called stressed emphasized emphasised suggested accused denied confirmed tweeted replied asked "
    "сказал заявил сообщил отметил подчеркнул добавил считает говорит заявила сообщила написал сказав заявив" },
  { CPT_WORD_PARTICLE, "van von de der den del della di da du la le al el bin ibn ben ter ten dos" },
  { CPT_WORD_ARTICLE, "the a an" },
  { CPT_WORD_OF, "of for" },
  { CPT_WORD_AND, "and or и та" },
  { CPT_WORD_HE, "he him his himself" },
  { CPT_WORD_SHE, "she her hers herself" },
  /* --- capitalised, but no names --- */
  { CPT_WORD_NOT_NAME,
    "the a an this that these those it he she they we i you his her its their our my your there here what who when "
    "where why how which if but and or so for nor yet in on at by to from with without of as after before since until "
    "while during although though because however moreover meanwhile also then now today yesterday tomorrow not no "
    "yes all some many most more few several both each every one two three four five six seven eight nine ten first "
    "second last next new old monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may "
    "june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring "
    "summer autumn winter christmas easter is are was were be been has have had do does did can could will would "
    "should might must shall let just only even still again such than over under about against between among through "
    "according despite instead finally earlier later recently perhaps indeed thus hence therefore nevertheless "
    "nonetheless furthermore additionally photo image video read follow click subscribe advertisement related source "
    "copyright twitter facebook telegram youtube instagram tiktok google internet covid bible god north south east "
    "west "
    "street road avenue river sea ocean lake mount mountain island islands bay gulf strait city county university "
    "college institute school academy centre center foundation company group corporation inc ltd bank fund journal "
    "news post times magazine press agency report act treaty pact agreement accord conference forum war wars battle "
    "army brigade battalion regiment division corps operation street hall tower palace airport station church "
    "cathedral museum party union league association club team cup award prize day week month year "
    "это он она они мы вы я как что по но если при для кто где когда также однако после перед между "
    "понедельник вторник среда четверг пятница суббота воскресенье январь февраль март апрель май июнь июль август "
    "сентябрь октябрь ноябрь декабрь" },
  /* --- given names --- */
  { CPT_WORD_FIRST_NAME | CPT_WORD_MALE,
    "aaron bernie ted chuck rand jeb newt mitt marty rick ron rudy sid stan ray phil pete ken jay hank gus gene ed "
    "earl doug don dick dale cory cliff chad carter brad blake bobby billy art arnie al abe adam adrian ahmed alan "
    "albert alec alejandro aleksandr aleksei aleksey alessandro alex alexander alexandre "
    "alexei alexey alfred ali alistair anatoly anders andre andrea andreas andrei andrej andrew andrey andrii andriy "
    "andrzej anthony anton antonio antti arkady arnold arseniy artem arthur artur arvydas barry bartosz ben benjamin "
    "bernard bernd bill björn bob bogdan bohdan boris bradley brian bruce carl carlos charles chris christian "
    "christoph christopher claude colin craig damian dan daniel daniil danylo dave david davyd dean denis dennis "
    "denys derek dieter dirk dmitri dmitrii dmitry dmytro dominic donald douglas duncan edgars eduard edward emil "
    "emmanuel eric erik ernst eugene evgeny felix ferdinand filip florian francesco francis francisco frank françois "
    "fred frederick fredrik friedrich gabriel gareth gary gavin gennady gennadiy geoffrey george georg georgy gerard "
    "gerhard gilles giorgi giovanni giuseppe glen gordon graham greg gregory grigory guido guillaume gunther guy hans "
    "harald harold harry heinrich heinz helmut hendrik henri henrik henry herbert hermann howard hugh hugo ian ibrahim "
    "igor ihor ilya illia ivan ivo jack jacob jacques jaime jakub james jamie jan janis jared jason jason javier jean "
    "jeff jeffrey jens jeremy jerzy jim jiri joachim joe joel johan johann johannes john jon jonas jonathan jorge jose "
    "josé josef joseph joshua juan jürgen julian julien justin kaspar keith ken kenneth kevin kirill klaus konstantin "
    "kostiantyn krzysztof kyrylo larry lars laurent lech leo leon leonid leszek lev lewis liam lindsey logan louis luc "
    "luca luigi luis lukas lyndon maciej maksim maksym malcolm manuel marc marcel marcin marco marcus marek mario "
    "mariusz mark markus martin mateusz matt matteo matthew matthias maurice max maxim maxime michael michal michał "
    "michel miguel mihail mike mikhail mikhailo mikko milan milos miroslav mohamed mohammad mohammed mykhailo mykola "
    "nathan neil nicholas nick nicolas nigel nikita nikola nikolai nikolay norbert oleg oleh oleksandr oleksii "
    "oleksiy oliver olivier omar oscar oskar otto owen pablo paolo patrick paul paulo pavel pavlo pawel paweł pedro "
    "per peter petr petro philip philippe pierre piotr pyotr radek rafael ralph ramzan raymond reinhard rené ricardo "
    "richard rob robert roberto rodrigo roger roland roman ronald ross roy rudolf ruslan russell rustem ryan sam "
    "samuel scott sean sebastian semyon serge sergei sergey sergii sergio serhii serhiy simon stanislav stefan stephan "
    "stephen steve steven stuart sven svyatoslav taras ted terry theodore thierry thomas tim timothy timur tobias "
    "todd tom tomas tomasz tony toomas tyler ulrich uwe vadim vadym valentin valeri valerii valeriy valery vasily "
    "vasyl viacheslav victor viktor vincent vitali vitalii vitaliy vitaly vladimir vladislav vlad volker volodymyr "
    "vsevolod vyacheslav walter warren wayne werner wilhelm will william wladimir wolfgang xavier yakov yan yaroslav "
    "yegor yevgeny yevhen yuri yurii yuriy yury yves zbigniew "
    "александр алексей анатолий андрей антон борис вадим валентин валерий василий виктор виталий владимир владислав "
    "вячеслав геннадий георгий григорий дмитрий евгений иван игорь илья кирилл константин леонид максим михаил никита "
    "николай олег павел петр роман руслан сергей станислав степан федор юрий ярослав джон дональд марк майкл питер "
    "олександр олексій андрій володимир дмитро євген ігор кирило микола михайло петро сергій юрій" },
  { CPT_WORD_FIRST_NAME | CPT_WORD_FEMALE,
    "ada hillary carly kelly megyn liz beth betty becky ashley april annie ana amy abby agnieszka aleksandra alice "
    "alina alla amanda amy anastasia angela angelina anita anja ann anna anne annika "
    "antonina astrid audrey barbara beata beatrice berit birgit brigitte camille carla carmen carol caroline "
    "cathy catherine charlotte chloe christina christine claire clara claudia clarissa cynthia dana daria deborah "
    "diana "
    "diane dominique dorothy ekaterina elena eleanor elina elisabeth eliza elizabeth ella ellen emily emma erika eva "
    "evelyn fiona florence frances françoise gabriela galina gina giulia grace greta hanna hannah heather heidi helen "
    "helena hilary ilona inga ingrid inna irina iryna isabel isabelle ivanna jacqueline jana jane janet janice jasmine "
    "jennifer jenny jessica jill joan joanna jodie josephine joy judith julia julie juliette karen karin karina kate "
    "katerina kateryna katharina katherine kathleen kathryn katja katya kerry kim kira kristin kristina ksenia larisa "
    "larysa laura lena lesia lidia liliya linda lisa liudmyla louise lucia lucy lyudmila magdalena maia maja margaret "
    "margarita maria marie marina marjorie marta martha martina mary maryna maya megan melania melissa michelle mila "
    "miriam monica monika nadia nadezhda naomi natalia nataliia nataliya natalie natalya natasha nathalie nicola "
    "nicole "
    "nina nora oksana oleksandra olena olga olha olivia pamela patricia paula pauline penny petra polina rachel "
    "rebecca "
    "regina renata rita roberta rosa rose ruth sabine sally samantha sandra sara sarah sharon sheila silvia simone "
    "sofia sonia sonja sophia sophie stella stephanie susan susanna susanne suzanne svetlana svitlana sylvia tamara "
    "tanya tatiana tatyana tetiana teresa theresa tina ulrike ursula valentina valeria vanessa vera veronica veronika "
    "victoria viktoria vira virginia wendy xenia yana yekaterina yelena yulia yuliia yvonne zoe zofia zoya "
    "александра алина алла анастасия анна валентина валерия вера вероника виктория галина дарья екатерина елена "
    "елизавета жанна зинаида инна ирина кристина ксения лариса лидия любовь людмила маргарита марина мария надежда "
    "наталья нина оксана ольга полина светлана софия тамара татьяна юлия яна олена ірина наталія юлія катерина" },
  /* --- Russian and Ukrainian offices; cut to stems like the words of the text --- */
  { CPT_WORD_PERSON_HEAD,
    "президент премьер министр канцлер секретарь посол постпред генерал адмирал полковник командующий глава лидер "
    "директор депутат сенатор губернатор мэр чиновник дипломат советник помощник представитель переговорщик прокурор "
    "комиссар спикер председатель генсек замминистра замглавы начальник конгрессмен "
    "міністр прем'єр речник голова очільник радник посадовець канцлер мер командувач представник генсекретар" },
  { CPT_WORD_PERSON_HEAD | CPT_WORD_FEMALE, "представительница речниця омбудсменка главарь" },
  { CPT_WORD_GROUP_HEAD,
    "власти военные союзники партнеры військові партнери" },
  { CPT_WORD_BODY_HEAD,
    "правительство министерство парламент администрация посольство делегация кабмин ведомство совет комитет комиссия "
    "армия разведка минфин минэнерго генштаб руководство командование режим дипведомство "
    "уряд міністерство посольство делегація влада армія розвідка керівництво" },
  { CPT_WORD_OUTSIDER,
    "эксперт аналитик журналист политолог оппозиция оппозиционер блогер ученый историк гражданин гражданка активист "
    "критик экономист житель военкор обозреватель писатель актер "
    "експерт аналітик журналіст політолог опозиція громадянин активіст економіст мешканець" },
  { CPT_WORD_MODIFIER,
    "официальный специальный первый вице пресс заместитель зам постоянный чрезвычайный полномочный верховный "
    "иностранный дел обороны внутренних национальный государственный высокопоставленный действующий временный "
    "заступник офіційний перший постійний закордонних внутрішніх оборони справ генеральный генеральний главный" },
  { CPT_WORD_FORMER, "бывший экс колишній ексглава отставной" },
};

/* Longest first. No "ов", "ев", "ин": they belong to surnames. */
static const char *const endings[] = { "ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "ої", "ією", "ой", "ей",
                                       "ом",  "ем",  "ём",  "ам",  "ям",  "ах",  "ях",  "ым",  "ым", "им",  "ый", "ий",
                                       "ій",  "ая",  "яя",  "ое",  "ее",  "ые",  "ие",  "ую",  "юю", "их",  "ых", "ою",
                                       "ею",  "єю",  "ові", "еві", "єві", "ім",  "їм",  "а",   "я",  "о",   "е",  "у",
                                       "ю",   "ы",   "и",   "й",   "ь",   "і",   "ї",   "є" };

#define MIN_STEM_BYTES 6 /* three Cyrillic letters */

gboolean
cpt_mention_is_cyrillic (const char *word)
{
  return ((guchar) word[0] >= 0xd0 && (guchar) word[0] <= 0xd3);
}

/**
 * cpt_mention_stem_length:
 * @word: case-folded
 * @length_bytes: its length
 *
 * Cuts the endings of declension off Russian and Ukrainian words, so that "Путина" and "Путиным" meet "Путин". Coarse:
 * both sides of every comparison are cut the same way, and names must be capitalised anyway. (libstemmer knows no
 * Ukrainian and cuts "Песков" down to "песк", a different word.)
 *
 * Returns: how many bytes of @word remain; all of them for other scripts
 */
gsize
cpt_mention_stem_length (const char *word, gsize length_bytes)
{
  gsize best = 0;

  if (!cpt_mention_is_cyrillic (word))
    return length_bytes;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (n > best && length_bytes >= n + MIN_STEM_BYTES && memcmp (word + length_bytes - n, endings[i], n) == 0)
        best = n;
    }
  return length_bytes - best;
}

/* Calls @func for every word of every class; a word can come several times. */
void
cpt_mention_words_for_each (CptMentionWordFunc func, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (word_lists); i++)
    {
      g_auto (GStrv) words = g_strsplit (word_lists[i].words, " ", -1);

      for (guint k = 0; words[k] != NULL; k++)
        if (*words[k] != '\0')
          func (words[k], word_lists[i].flags, user_data);
    }
}
