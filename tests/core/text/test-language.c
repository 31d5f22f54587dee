// SPDX-License-Identifier: GPL-3.0-or-later
// Guessing the language of texts and of headlines.
#include "cpt-language.h"

#include <string.h>

typedef struct
{
  const char *expected; /* NULL for none */
  const char *text;
} Case;

static const Case cases[] = {
  { NULL, "" },
  { NULL, "12:30 — 14:00, +++" },
  { "en", "The minister said that the talks would go on." },
  { "en", "Talks with Moscow and Kyiv are on hold" },
  { "ru", "Министр заявил, что переговоры продолжатся на этой неделе." },
  { "ru", "Переговоры отложены" },
  { "uk", "Міністр заявив, що переговори триватимуть і цього тижня." },
  { "uk", "Україна та її союзники" },
  { "be", "Міністр сказаў, што перамовы працягнуцца і на гэтым тыдні." },
  { "bg", "Министърът каза, че преговорите ще продължат и тази седмица." },
  { "sr", "Министар је рекао да ће се разговори наставити." },
  { "kk", "Министр келіссөздер осы аптада жалғасады деп мәлімдеді." },
  { "de", "Der Minister sagte, dass die Gespräche in dieser Woche weitergehen." },
  { "fr", "Le ministre a dit que les discussions vont continuer cette semaine." },
  { "es", "El ministro dijo que las conversaciones seguirán esta semana." },
  { "it", "Il ministro ha detto che i colloqui continuano questa settimana." },
  { "pt", "O ministro disse que as conversas não vão acabar esta semana." },
  { "nl", "De minister zei dat de gesprekken deze week niet worden gestaakt." },
  { "pl", "Minister powiedział, że rozmowy będą się toczyć w tym tygodniu." },
  { "cs", "Ministr řekl, že jednání budou tento týden pokračovat." },
  { "sk", "Minister povedal, že rokovania budú tento týždeň pokračovať, ktoré sú dôležité." },
  { "sv", "Ministern sade att samtalen fortsätter och att det inte är slut." },
  { "hu", "A miniszter azt mondta, hogy a tárgyalások ezen a héten is folytatódnak." },
  { "el", "Ο υπουργός είπε ότι οι συνομιλίες συνεχίζονται." },
  { "ar", "قال الوزير إن المحادثات ستستمر هذا الأسبوع." },
  { "fa",
    "وزیر گفت که گفتگوها این هفته پی گرفته می‌شود و چند روز دیگر." },
  { "he", "השר אמר שהשיחות יימשכו השבוע." },
  { "zh", "部长说会谈本周将继续。" },
  { "ja", "大臣は協議が今週も続くと述べた。" },
  { "ko", "장관은 회담이 이번 주에도 계속될 것이라고 말했다." },
  { "hi", "मंत्री ने कहा कि वार्ता इस सप्ताह जारी रहेगी।" },
  { "ka", "მინისტრმა თქვა, რომ მოლაპარაკებები გაგრძელდება." },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;

  g_assert_cmpstr (cpt_language_guess (c->text, strlen (c->text)), ==, c->expected);
}

/* A long text is sampled, also where its middle and end begin within a character. */
static void
test_long (void)
{
  for (guint margin = 0; margin < 4; margin++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < margin; i++)
        g_string_append_c (text, ' ');
      while (text->len < 200 * 1000)
        g_string_append (text, "Міністр заявив, що переговори триватимуть і цього тижня. ");
      g_assert_cmpstr (cpt_language_guess (text->str, text->len), ==, "uk");
    }
}

/* Foreign names and a foreign quotation do not change the language of an article. */
static void
test_mixed (void)
{
  const char *text =
      "The Élysée said on Monday that Wołodymyr Żak and Jürgen Größe had been at the talks. “C’est la vie,” said "
      "a diplomat of one of the countries, “и это всё.” They will be back in Paris for more of it.";

  g_assert_cmpstr (cpt_language_guess (text, strlen (text)), ==, "en");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/text/language/%02u-%s", i, cases[i].expected != NULL ? cases[i].expected : "none");

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/text/language/long", test_long);
  g_test_add_func ("/text/language/mixed", test_mixed);
  return g_test_run ();
}
