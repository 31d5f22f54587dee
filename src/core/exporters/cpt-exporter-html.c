// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as one self-contained page: to read, to print, to send. Room: core/exporters; no scripts, nothing
// loaded.
#include "cpt-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
cpt_report_append_text (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0';)
    {
      gsize plain = strcspn (at, "&<>\"'");

      g_string_append_len (out, at, (gssize) plain);
      at += plain;
      switch (*at)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        case '\'':
          g_string_append (out, "&#39;");
          break;
        default:
          break;
        }
      at += *at != '\0';
    }
}

void
cpt_report_append (GString *out, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  for (const char *at = format; *at != '\0'; at++)
    {
      if (*at != '%')
        g_string_append_c (out, *at);
      else if (*++at == 's')
        cpt_report_append_text (out, va_arg (arguments, const char *));
      else
        g_string_append_printf (out, "%u", va_arg (arguments, guint));
    }
  va_end (arguments);
}

const char *
cpt_report_get_column_name (const CptState *state, guint column)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  return column < n_sides ? sides[column].name : _ ("Context");
}

/* The language of the report's own words; that of an article stands with the article. */
static char *
dup_language (void)
{
  const char *name = g_get_language_names ()[0];

  if (g_str_equal (name, "C") || g_str_equal (name, "POSIX"))
    return g_strdup ("en");
  return g_strndup (name, strcspn (name, "_.@"));
}

static void
append_article (GString *out, const CptArticleState *state)
{
  const CptArticleMetadata *metadata = cpt_article_get_metadata (state->article);

  cpt_report_append (out, "<li id=\"article-%u\" value=\"%u\"><cite lang=\"%s\" dir=\"auto\">%s</cite>", state->id,
                     state->id, state->language != NULL ? state->language : "",
                     cpt_article_get_display_name (state->article));
  if (metadata->author != NULL)
    cpt_report_append (out, ", %s", metadata->author);
  if (metadata->publisher != NULL)
    cpt_report_append (out, ", %s", metadata->publisher);
  if (metadata->published != NULL)
    cpt_report_append (out, ", <time datetime=\"%s\">%s</time>", metadata->published, metadata->published);
  else
    cpt_report_append (out, ", <span class=\"quiet\">%s</span>", _ ("day of publication unknown"));
  if (metadata->url != NULL
      && (g_str_has_prefix (metadata->url, "https://") || g_str_has_prefix (metadata->url, "http://")))
    cpt_report_append (out, "<br><a href=\"%s\" rel=\"noreferrer\">%s</a>", metadata->url, metadata->url);
  g_string_append (out, "</li>\n");
}

static void
append_header (GString *out, const CptState *state, const char *title)
{
  guint n_articles = cpt_state_get_n_articles (state), n_statements = cpt_state_get_n_statements (state);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_autofree char *statements =
      g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements), n_statements);

  cpt_report_append (
      out, "<header>\n<p class=\"kicker\">%s</p>\n<h1 dir=\"auto\">%s</h1>\n<p class=\"summary\">%s · %s</p>\n",
      _ ("Comparison"), title, articles, statements);
  g_string_append (out, "<ol class=\"articles\">\n");
  for (guint i = 0; i < n_articles; i++)
    append_article (out, cpt_state_get_article (state, i));
  g_string_append (out, "</ol>\n</header>\n");
}

static void
append_method (GString *out)
{
  cpt_report_append (
      out, "<footer>\n<p>%s</p>\n<p>%s</p>\n</footer>\n",
      _ ("Counterpoint assigned each sentence to the side whose account it gives: to whoever is named as its "
         "source, or to the side whose view it reports. The narrator's own words and third parties stand under "
         "Context. Sentences marked “not certain” deserve a second look; those marked “decided by hand” were "
         "placed by a person."),
      _ ("A column shows what was reported, not what is true. The sentences are those of the articles, "
         "unchanged; dates in words were resolved against the day of publication."));
}

GBytes *
cpt_export_html (CptState *state, const CptExportOptions *options, GError **error)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n");
  g_autofree char *title = cpt_export_dup_title (state);
  g_autofree char *language = dup_language ();

  cpt_report_append (out,
                     "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"generator\" content=\"Counterpoint\">\n<title>%s</title>\n",
                     language, title);
  cpt_report_append_style (out, state);
  g_string_append (out, "</head>\n<body>\n");
  append_header (out, state, title);
  g_string_append (out, "<main>\n");
  cpt_report_append_board (out, state);
  cpt_report_append_timeline (out, state);
  g_string_append (out, "</main>\n");
  append_method (out);
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free_to_bytes (out);
}
