// SPDX-License-Identifier: GPL-3.0-or-later
// Which language a text is in: by its writing, and where languages share one, by their commonest words and by letters
// that only some of them have. Room: core/text; a guess for articles that do not say it themselves.
#include "cpt-language.h"

#include <string.h>

#include "cpt-characters.h"

/* Three windows of this size, at the beginning, in the middle and at the end, tell as much as the whole text. */
#define WINDOW_BYTES 6000
#define MAX_WORD_BYTES 24
/* What a common word of one language alone is worth, and a telling letter; shared ones are worth a part. */
#define WORD_WEIGHT 60
#define LETTER_WEIGHT 20

typedef enum
{
  WRITING_LATIN,
  WRITING_CYRILLIC,
  WRITING_OTHER,
} Writing;

typedef struct
{
  const char *tag;
  Writing writing;
  const char *words;   /* common ones, none of them a name */
  const char *letters; /* that few of the other languages have; small */
  const char *lacks;   /* letters of its neighbours that it does not have */
} Language;

/* Of equals the first wins. */
static const Language languages[] = {
  { "en", WRITING_LATIN,
    "the of and to in a is that for it was on with as he be by at are this his from have had not but they which you "
    "we an or her she has were their been will would who said its if about after more when there than out what so "
    "up",
    "" },
  { "de", WRITING_LATIN,
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr "
    "durch",
    "ßäöü",
    "áíýčřšžěůñåæøłçãõ" },
  { "fr", WRITING_LATIN,
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux la "
    "d l qu cette ont ses mais comme ou si leur y dont elle deux ces même été aussi être nous était",
    "çœêèù",
    "áíóúýčřšžäöß" },
  { "es", WRITING_LATIN,
    "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
    "sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está",
    "ñ¿¡",
    "čřšžýěůçßäöâêàè" },
  { "it", WRITING_LATIN,
    "di e il la che in a per un del è una con non sono si da dei al le della i come ha più nel anche lo gli alla ma "
    "su delle dal se questo o nella ai dalla era loro suo essere stato tra ci ed perché",
    "ìòù",
    "čřšžýěůßäöñçáí" },
  { "pt", WRITING_LATIN,
    "de a o que e do da em um para é não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou "
    "ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos",
    "ãõ",
    "čřšžýěůßäöñ" },
  { "nl", WRITING_LATIN,
    "de het een en van in is dat op te zijn met voor niet aan er om ook als door maar bij uit hij naar dan nog werd "
    "tot over wordt heeft deze ze ik was hebben worden zou geen wel meer we kan die",
    "" },
  { "pl", WRITING_LATIN,
    "w i na z się nie do to że jest o jak po za od przez są ale dla tym oraz co być ma już przy był tak jego która "
    "które który ich pod też lub był była było aby czy może po roku tylko",
    "łąęśżźćńó",
    "áíýčřšžěůñåæøäöüß" },
  { "cs", WRITING_LATIN,
    "a v se na je že s z do o ve i k to pro jsou za by ale po od si jako které který podle co tak jeho už která při "
    "jen nebo však také má aby byl byla bylo není před roku ze jak až než",
    "řěůčšžýáíéň",
    "ľĺŕôäłßñõ" },
  { "sk", WRITING_LATIN,
    "a v sa na je že s z do o vo aj k to pre sú za by ale po od si ako ktoré ktorý podľa čo tak jeho už ktorá pri "
    "len alebo však tiež má aby bol bola bolo nie je pred roku zo ako až než",
    "ľĺŕôäčšžýáíéň",
    "řěůłßñõ" },
  { "da", WRITING_LATIN,
    "og i at det er en til af på for den med som de ikke der et har om var han fra sig men vi ved efter kan ud nu "
    "jeg eller også havde skal være blev over mod når",
    "æøå",
    "äöüßáíýčřšž" },
  { "nb", WRITING_LATIN,
    "og i det er på som en å for av til at har med den ikke de om et var fra han men vi seg så kan etter ved ble ut "
    "jeg nå eller også hadde skal være over mot når",
    "æøå",
    "äöüßáíýčřšž" },
  { "sv", WRITING_LATIN,
    "och i att det som en på är av för med den till inte har de ett om men var han från sig vi så kan efter vid "
    "också när eller hade ska vara över mot sin",
    "åäö",
    "áíýčřšžæø" },
  { "fi", WRITING_LATIN,
    "ja on ei että se oli hän mutta ovat kun myös kuin sen joka tai niin mukaan vuoden jos vain ole jo nyt sekä "
    "hänen olla voi",
    "äö" },
  { "hu", WRITING_LATIN,
    "a az és hogy nem is egy van ez azt de volt csak meg már mint még el lesz vagy ha szerint akkor ezt be kell "
    "után ami sem",
    "őűéáö",
    "ýčřšžěůňťďłçß" },
  { "ro", WRITING_LATIN,
    "de și în a la că cu pe nu din care o un pentru este mai au al sunt fi fost ce sau dar prin după lui ca ale cum "
    "când",
    "șțăâî",
    "čřšžýěůßñáé" },
  { "tr", WRITING_LATIN,
    "ve bir bu da de için ile olarak çok daha gibi olan ne en kadar sonra var ama o ise değil her göre oldu dedi",
    "ğışçü" },
  { "hr", WRITING_LATIN,
    "i u je na se da za su od s o a iz što kao do koji ne će nije to bi koja koje ili ali po samo još nakon više "
    "može bio",
    "đćčšž",
    "ýěřůáíéäöüß" },
  { "lt", WRITING_LATIN,
    "ir į kad iš su yra tai ne bet kaip buvo apie už o ar po dėl nuo jau kurie tik savo pagal prie bei metų",
    "ėųūįąę" },
  { "lv", WRITING_LATIN,
    "un ir ar no par ka uz kas lai arī bet kā tas pēc nav gada var ko vai būs jau to savu",
    "āēīūļņķģ" },
  { "et", WRITING_LATIN,
    "ja on et ei see oli ka mis ta oma kui aga ning või selle kes siis pole välja veel üle juba pärast kuid",
    "õäöü" },
  { "ru", WRITING_CYRILLIC,
    "и в не на что с по как это он к но из у за от то же так для его о был а было бы вы мы они до при или если уже "
    "все чтобы также когда после может только её ее их я со где во того этого году",
    "ыэёъ",
    "іїєґўђћџјљњќѓқңғүә" },
  { "uk", WRITING_CYRILLIC,
    "і в не на що з до та як це за у від про він для але його є й під час які який яка був вони ми бути також після "
    "при або якщо вже щоб коли може тільки її їх я де цього року було із",
    "їєґі",
    "ыэёъўјђћџљњ" },
  { "be", WRITING_CYRILLIC,
    "і у не на што з да як гэта за ад пра ён для але яго ў па які якія яны мы быць таксама пасля пры або калі ўжо "
    "каб можа толькі яе іх я дзе гэтага года было",
    "ўыэё",
    "ищъїєј" },
  { "bg", WRITING_CYRILLIC,
    "на и да в се за е от че с не са по това до като си му при но или той ще те след през към със във между бе беше "
    "която който които може няма само още аз",
    "ъ",
    "ыэёіїєўј" },
  { "sr", WRITING_CYRILLIC,
    "и у је на да се за су од са о а из што као до који не ће није то би која које или али по само још након више "
    "може био",
    "ђћџјљњ",
    "ыэёйщъьюяіїєў" },
  { "mk", WRITING_CYRILLIC,
    "на и да во се за е од дека со не ќе ги што го ја по до како а беше или но тој има кои само може биде сум",
    "ѓќѕјљњџ",
    "ыэёйщъьюяіїєўђћ" },
  { "kk", WRITING_CYRILLIC,
    "және мен бұл да де үшін бір деп болып бар ол осы сол ол туралы кейін еді екен емес көп жыл қазақстан дейін "
    "арқылы",
    "қңғүұһәөі",
    "їєўј" },
};

/* Writings that nearly tell the language by themselves. */
static const struct
{
  gunichar first, last;
  const char *tag;
} blocks[] = {
  { 0x0370, 0x03ff, "el" }, { 0x1f00, 0x1fff, "el" }, { 0x0530, 0x058f, "hy" }, { 0x0590, 0x05ff, "he" },
  { 0x0600, 0x06ff, "ar" }, { 0x0900, 0x097f, "hi" }, { 0x0980, 0x09ff, "bn" }, { 0x0b80, 0x0bff, "ta" },
  { 0x0c00, 0x0c7f, "te" }, { 0x0e00, 0x0e7f, "th" }, { 0x1000, 0x109f, "my" }, { 0x10a0, 0x10ff, "ka" },
  { 0x1200, 0x137f, "am" }, { 0x1780, 0x17ff, "km" }, { 0x3040, 0x30ff, "ja" }, { 0x4e00, 0x9fff, "zh" },
  { 0xac00, 0xd7af, "ko" },
};

typedef struct
{
  guint n_latin;
  guint n_cyrillic;
  guint n_block[G_N_ELEMENTS (blocks)];
  guint n_persian; /* letters of Persian and Urdu that Arabic lacks */
  guint n_urdu;
  int scores[G_N_ELEMENTS (languages)];
} Tally;

static void
remember (GHashTable *table, char *key, guint language)
{
  guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_replace (table, key, GUINT_TO_POINTER (mask | 1u << language));
}

static void
remember_letters (GHashTable *table, char mark, const char *letters, guint language)
{
  for (; letters != NULL && *letters != '\0'; letters = g_utf8_next_char (letters))
    remember (table, g_strdup_printf ("%c%.*s", mark, (int) (g_utf8_next_char (letters) - letters), letters), language);
}

/* Words, and letters: after a blank those that a language has, after a dash those that it lacks. Key -> bits by
 * language. */
static GHashTable *
make_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (languages) <= 32);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (GStrv) words = g_strsplit (languages[i].words, " ", -1);

      for (guint k = 0; words[k] != NULL; k++)
        remember (table, g_strdup (words[k]), i);
      remember_letters (table, ' ', languages[i].letters, i);
      remember_letters (table, '-', languages[i].lacks, i);
    }
  return table;
}

static GHashTable *
get_table (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) make_table ());
  return (GHashTable *) once;
}

static void
add_score (Tally *tally, const char *key, int weight)
{
  guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (get_table (), key));
  int n = 0;

  for (guint rest = mask; rest != 0; rest &= rest - 1)
    n++;
  for (guint i = 0; mask != 0; i++, mask >>= 1)
    if (mask & 1)
      tally->scores[i] += weight > 0 ? weight / n : weight;
}

static void
count_other (Tally *tally, gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (c >= blocks[i].first && c <= blocks[i].last)
      tally->n_block[i]++;
  tally->n_persian += c == 0x67e || c == 0x686 || c == 0x6af || c == 0x698;
  tally->n_urdu += c == 0x679 || c == 0x688 || c == 0x6ba || c == 0x6d2;
}

static void
count_letter (Tally *tally, gunichar c, const char *bytes, gsize n_bytes)
{
  char key[8] = " ";

  if (c < 0x250)
    tally->n_latin++;
  else if (c >= 0x400 && c < 0x530)
    tally->n_cyrillic++;
  else
    count_other (tally, c);
  if (c < 0x80 || c >= 0x530)
    return;
  memcpy (key + 1, bytes, n_bytes);
  add_score (tally, key, LETTER_WEIGHT);
  key[0] = '-';
  add_score (tally, key, -LETTER_WEIGHT);
}

static void
count_window (Tally *tally, const char *cursor, const char *end)
{
  char word[MAX_WORD_BYTES + 8];
  gsize n = 0;

  while (cursor < end)
    {
      gunichar c = cpt_char_at (cursor, end);
      gsize before = n;

      cursor = cpt_char_next (cursor);
      if (cpt_char_is_letter (c))
        {
          if (n < MAX_WORD_BYTES)
            n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), word + n);
          count_letter (tally, c, word + before, n - before);
        }
      if (n > 0 && (!cpt_char_is_letter (c) || cursor >= end))
        {
          word[n] = '\0';
          if (n < MAX_WORD_BYTES)
            add_score (tally, word, WORD_WEIGHT);
          n = 0;
        }
    }
}

static void
count_windows (Tally *tally, const char *text, gsize length_bytes)
{
  gsize step = (length_bytes - MIN (length_bytes, WINDOW_BYTES)) / 2;

  for (guint i = 0; i < 3 && (i == 0 || step > WINDOW_BYTES); i++)
    {
      const char *begin = text + step * i, *end;

      if (length_bytes <= 3 * WINDOW_BYTES)
        {
          count_window (tally, text, text + length_bytes);
          return;
        }
      while (begin > text && ((guchar) *begin & 0xc0) == 0x80)
        begin--;
      end = MIN (begin + WINDOW_BYTES, text + length_bytes);
      while (end < text + length_bytes && ((guchar) *end & 0xc0) == 0x80)
        end++;
      count_window (tally, begin, end);
    }
}

static const char *
pick_by_block (const Tally *tally, guint *n_letters)
{
  guint best = 0, japanese = 0;

  for (guint i = 1; i < G_N_ELEMENTS (blocks); i++)
    {
      if (tally->n_block[i] > tally->n_block[best])
        best = i;
      if (strcmp (blocks[i].tag, "ja") == 0)
        japanese = tally->n_block[i];
    }
  *n_letters = tally->n_block[best];
  if (strcmp (blocks[best].tag, "zh") == 0 && japanese * 10 > tally->n_block[best])
    return "ja";
  if (strcmp (blocks[best].tag, "ar") == 0 && tally->n_urdu * 50 > tally->n_block[best])
    return "ur";
  if (strcmp (blocks[best].tag, "ar") == 0 && tally->n_persian * 50 > tally->n_block[best])
    return "fa";
  return blocks[best].tag;
}

static const char *
pick_by_words (const Tally *tally, Writing writing)
{
  int best = -1;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i].writing == writing && tally->scores[i] > (best >= 0 ? tally->scores[best] : 0))
      best = (int) i;
  if (best >= 0)
    return languages[best].tag;
  return writing == WRITING_CYRILLIC && tally->n_cyrillic > 0 ? "ru" : NULL; /* by far the commonest there */
}

/**
 * cpt_language_guess:
 * @text: valid UTF-8
 * @length_bytes: its length
 *
 * Guesses the main language from samples of @text. Sure for a few sentences of running text; for a headline of a few
 * words it is what the words allow.
 *
 * Returns: (nullable) (transfer none): a BCP 47 tag such as "uk"; %NULL when nothing speaks for any language that is
 *   known
 *
 * Thread: any. Cost: bounded, whatever the length.
 */
const char *
cpt_language_guess (const char *text, gsize length_bytes)
{
  Tally tally = { 0 };
  guint n_other;
  const char *other;

  count_windows (&tally, text, length_bytes);
  other = pick_by_block (&tally, &n_other);
  if (n_other > tally.n_latin && n_other > tally.n_cyrillic)
    return other;
  return pick_by_words (&tally, tally.n_cyrillic > tally.n_latin ? WRITING_CYRILLIC : WRITING_LATIN);
}
