// SPDX-License-Identifier: GPL-3.0-or-later
// What a web page says about its article: JSON-LD, then microdata, then OpenGraph and other <meta>, then what a reader
// sees. Room: core/importers.
#include "cpt-html-metadata.h"

#include "cpt-json-ld.h"

#include <string.h>

/* A <meta> and the field that it fills; in the order of trust for each field. */
static const struct
{
  const char *name;
  gsize field;
} metas[] = {
  { "og:title", G_STRUCT_OFFSET (CptFoundMetadata, title) },
  { "twitter:title", G_STRUCT_OFFSET (CptFoundMetadata, title) },
  { "dc.title", G_STRUCT_OFFSET (CptFoundMetadata, title) },
  { "author", G_STRUCT_OFFSET (CptFoundMetadata, author) },
  { "article:author", G_STRUCT_OFFSET (CptFoundMetadata, author) },
  { "parsely-author", G_STRUCT_OFFSET (CptFoundMetadata, author) },
  { "sailthru.author", G_STRUCT_OFFSET (CptFoundMetadata, author) },
  { "dc.creator", G_STRUCT_OFFSET (CptFoundMetadata, author) },
  { "og:site_name", G_STRUCT_OFFSET (CptFoundMetadata, publisher) },
  { "application-name", G_STRUCT_OFFSET (CptFoundMetadata, publisher) },
  { "dc.publisher", G_STRUCT_OFFSET (CptFoundMetadata, publisher) },
  { "article:published_time", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "og:article:published_time", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "datepublished", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "parsely-pub-date", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "sailthru.date", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "pubdate", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "publish-date", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "article.published", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "dc.date.issued", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "dcterms.created", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "dc.date", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "date", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "og:url", G_STRUCT_OFFSET (CptFoundMetadata, url) },
  { "og:locale", G_STRUCT_OFFSET (CptFoundMetadata, language) },
};

typedef struct
{
  const CptHtmlTree *tree;
  CptFoundMetadata *found;
  const char *values[G_N_ELEMENTS (metas)]; /* the first of each, borrowed from the tree */
} Finder;

static void
take (char **field, char *value)
{
  g_autofree char *owned = value;

  if (*field == NULL && owned != NULL && *g_strstrip (owned) != '\0')
    *field = g_steal_pointer (&owned);
}

static void
note_meta (Finder *finder, guint32 node)
{
  const char *name = cpt_html_tree_get_attr (finder->tree, node, CPT_HTML_ATTR_PROPERTY);
  const char *content = cpt_html_tree_get_attr (finder->tree, node, CPT_HTML_ATTR_CONTENT);

  if (name == NULL)
    name = cpt_html_tree_get_attr (finder->tree, node, CPT_HTML_ATTR_NAME);
  if (name == NULL || content == NULL || *content == '\0')
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (metas); i++)
    {
      if (finder->values[i] == NULL && g_ascii_strcasecmp (name, metas[i].name) == 0)
        finder->values[i] = content;
    }
}

/* Whether one of the blank-separated words of an attribute is @word. */
static gboolean
has_word (const char *value, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = value; at != NULL && *at != '\0';
       at += strcspn (at, " ") + strspn (at + strcspn (at, " "), " "))
    {
      if (g_ascii_strncasecmp (at, word, length) == 0 && (at[length] == '\0' || at[length] == ' '))
        return TRUE;
    }
  return FALSE;
}

static void
take_date (Finder *finder, guint32 node)
{
  const char *value = cpt_html_tree_get_attr (finder->tree, node, CPT_HTML_ATTR_CONTENT);
  g_autofree char *text = NULL;

  if (value == NULL)
    value = cpt_html_tree_get_attr (finder->tree, node, CPT_HTML_ATTR_DATETIME);
  if (value == NULL)
    value = text = cpt_html_tree_dup_text (finder->tree, node);
  take (&finder->found->published, cpt_headers_normalise_date (value));
}

static char *
dup_item_text (const CptHtmlTree *tree, guint32 node)
{
  const char *content = cpt_html_tree_get_attr (tree, node, CPT_HTML_ATTR_CONTENT);

  return content != NULL ? g_strdup (content) : cpt_html_tree_dup_text (tree, node);
}

static void
read_microdata (Finder *finder, guint32 node)
{
  const char *property = cpt_html_tree_get_attr (finder->tree, node, CPT_HTML_ATTR_ITEMPROP);

  if (property == NULL)
    return;
  if (has_word (property, "datePublished"))
    take_date (finder, node);
  else if (has_word (property, "headline"))
    take (&finder->found->title, dup_item_text (finder->tree, node));
  else if (has_word (property, "author") && finder->tree->nodes[node].end - node < 20)
    take (&finder->found->author, dup_item_text (finder->tree, node));
}

static void
read_script (Finder *finder, guint32 node, char **article_body)
{
  const char *type = cpt_html_tree_get_attr (finder->tree, node, CPT_HTML_ATTR_TYPE);
  const CptHtmlNode *text = &finder->tree->nodes[node + 1];
  g_autofree char *json = NULL;

  if (type == NULL || g_ascii_strncasecmp (type, "application/ld+json", 19) != 0
      || finder->tree->nodes[node].end == node + 1)
    return;
  json = g_strndup (finder->tree->text + text->text_begin, text->text_end - text->text_begin);
  cpt_json_ld_read (json, finder->found, article_body);
}

/* og:title and <title> often end in " | The Site": cut there when it is the site's own name. */
static void
cut_site_name (char *title, const char *site)
{
  gsize title_length = strlen (title), site_length = site != NULL ? strlen (site) : 0;
  char *cut;

  if (site_length == 0 || site_length + 4 > title_length || !g_str_has_suffix (title, site))
    return;
  cut = title + title_length - site_length;
  while (cut > title && strchr (" |-:", cut[-1]) != NULL)
    cut--;
  if (g_str_has_suffix (title, site) && cut - title > 2 && memcmp (cut - 3, "\xe2\x80", 2) == 0)
    cut -= 3;
  *cut = '\0';
  g_strchomp (title);
}

static void
take_metas (Finder *finder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (metas); i++)
    {
      char **field = G_STRUCT_MEMBER_P (finder->found, metas[i].field);
      gboolean is_date = metas[i].field == G_STRUCT_OFFSET (CptFoundMetadata, published);
      gboolean is_author = metas[i].field == G_STRUCT_OFFSET (CptFoundMetadata, author);

      if (finder->values[i] == NULL || (is_author && g_str_has_prefix (finder->values[i], "http")))
        continue;
      take (field, is_date ? cpt_headers_normalise_date (finder->values[i]) : g_strdup (finder->values[i]));
    }
}

/* What a reader sees: the first <h1> with text, the <title>, the first <time>. */
static void
take_visible (Finder *finder)
{
  const CptHtmlTree *tree = finder->tree;

  for (guint32 i = 0; i < tree->n_nodes; i++)
    {
      if (tree->nodes[i].tag == CPT_HTML_HEADING && tree->nodes[i].level == 1)
        take (&finder->found->title, cpt_html_tree_dup_text (tree, i));
      else if (tree->nodes[i].tag == CPT_HTML_TIME)
        take_date (finder, i);
    }
  for (guint32 i = 0; i < tree->n_nodes && finder->found->title == NULL; i++)
    {
      if (tree->nodes[i].tag == CPT_HTML_TITLE)
        take (&finder->found->title, cpt_html_tree_dup_text (tree, i));
    }
}

static void
take_link (Finder *finder, guint32 node, char **canonical)
{
  const char *href = cpt_html_tree_get_attr (finder->tree, node, CPT_HTML_ATTR_HREF);

  if (has_word (cpt_html_tree_get_attr (finder->tree, node, CPT_HTML_ATTR_REL), "canonical") && href != NULL
      && g_str_has_prefix (href, "http"))
    take (canonical, g_strdup (href));
}

/* "en_US" and "English" are no BCP 47 tags; the first can be made one. */
static void
normalise_language (char **language)
{
  if (*language == NULL)
    return;
  g_strdelimit (*language, "_", '-');
  if (strlen (*language) < 2 || strcspn (*language, "-") > 3)
    g_clear_pointer (language, g_free);
}

/* "By Ann Lee" and "| BY: Ann Lee" name Ann Lee. */
static void
clean_author (char *author)
{
  const char *begin = author != NULL ? author + strspn (author, " |-") : NULL;

  if (begin == NULL || g_ascii_strncasecmp (begin, "by", 2) != 0 || begin[2] == '\0' || strchr (" :", begin[2]) == NULL)
    return;
  begin += 2 + strspn (begin + 2, " :");
  if (*begin != '\0')
    memmove (author, begin, strlen (begin) + 1);
}

void
cpt_html_metadata_find (const CptHtmlTree *tree, CptFoundMetadata *metadata, char **article_body)
{
  Finder finder = { .tree = tree, .found = metadata };
  g_autofree char *canonical = NULL, *html_language = NULL;

  for (guint32 i = 0; i < tree->n_nodes; i++)
    {
      if (tree->nodes[i].tag == CPT_HTML_META)
        note_meta (&finder, i);
      else if (tree->nodes[i].tag == CPT_HTML_SCRIPT)
        read_script (&finder, i, article_body);
      else if (tree->nodes[i].tag == CPT_HTML_LINK)
        take_link (&finder, i, &canonical);
      else if (tree->nodes[i].tag == CPT_HTML_HTML)
        take (&html_language, g_strdup (cpt_html_tree_get_attr (tree, i, CPT_HTML_ATTR_LANG)));
    }
  for (guint32 i = 0; i < tree->n_nodes; i++)
    {
      if (tree->nodes[i].tag != CPT_HTML_TEXT)
        read_microdata (&finder, i);
    }
  take_metas (&finder);
  take_visible (&finder);
  clean_author (metadata->author);
  if (metadata->title != NULL)
    cut_site_name (metadata->title, metadata->publisher);
  if (canonical != NULL)
    {
      g_free (metadata->url);
      metadata->url = g_steal_pointer (&canonical);
    }
  if (html_language != NULL && *html_language != '\0')
    {
      g_free (metadata->language);
      metadata->language = g_steal_pointer (&html_language);
    }
  normalise_language (&metadata->language);
}
