// SPDX-License-Identifier: GPL-3.0-or-later
// What an element's name, class and role say about its content. Room: core/importers; weighs nothing, counts no text.
#include "cpt-html-hints.h"

#include <string.h>

#define MAX_WORD_BYTES 24
#define MAX_NAME_BYTES 512

/* Words of class names and ids, lower case, sorted. A name is cut at everything that is no letter and where a capital
 * follows a small letter: "story-relatedLinks" is "story", "related", "links". */
/* clang-format off: word lists fill their lines */
static const char *const boilerplate_words[] = {
  "ad",
  "ads",
  "adsense",
  "adslot",
  "advert",
  "advertisement",
  "advertising",
  "advertorial",
  "alert",
  "alsoread",
  "appeal",
  "banner",
  "breadcrumb",
  "breadcrumbs",
  "carousel",
  "comment",
  "commentlist",
  "comments",
  "consent",
  "cookie",
  "cookies",
  "crumbs",
  "discussion",
  "disqus",
  "donate",
  "donation",
  "dropdown",
  "flyout",
  "footer",
  "gdpr",
  "hashtags",
  "jumplinks",
  "leaderboard",
  "livefyre",
  "login",
  "masthead",
  "menu",
  "modal",
  "morefrom",
  "morelinks",
  "mostpopular",
  "mostread",
  "nav",
  "navbar",
  "navigation",
  "newsletter",
  "newsletters",
  "noprint",
  "outbrain",
  "overlay",
  "pager",
  "pagination",
  "paginator",
  "paging",
  "partner",
  "partners",
  "paywall",
  "poll",
  "popular",
  "popup",
  "prevnext",
  "print",
  "promo",
  "promos",
  "promotion",
  "rail",
  "readmore",
  "readnext",
  "recirc",
  "recirculation",
  "recommend",
  "recommendation",
  "recommendations",
  "recommended",
  "register",
  "related",
  "relatedcontent",
  "relatedlinks",
  "relatedposts",
  "reply",
  "respond",
  "revcontent",
  "seealso",
  "share",
  "sharebar",
  "sharedaddy",
  "sharethis",
  "shariff",
  "sharing",
  "shoutbox",
  "sidebar",
  "signin",
  "signup",
  "skip",
  "skyscraper",
  "snippet",
  "sociable",
  "social",
  "socials",
  "sponsor",
  "sponsored",
  "sponsors",
  "subscribe",
  "subscription",
  "suggested",
  "suggestions",
  "taboola",
  "tagcloud",
  "teaser",
  "teasers",
  "ticker",
  "toolbar",
  "tooltip",
  "trending",
  "upsell",
  "widget",
  "widgets",
  "yarpp",
  "zergnet",
};

static const char *const detail_words[] = {
  "author",     "authorbox", "authors",      "bio",       "byline",    "bylines",  "caption",      "captions",
  "category",   "copyright", "credit",       "credits",   "date",      "dateline", "disclaimer",   "disclosure",
  "figcaption", "gallery",   "imagecaption", "infobox",   "kicker",    "meta",     "metadata",     "photocredit",
  "player",     "postmeta",  "pubdate",      "published", "pullquote", "rating",   "screenreader", "slideshow",
  "sr",         "tag",       "taglist",      "tags",      "timestamp", "toc",      "tools",        "video",
};

/* Two words in a row, or one written together, that name the body of an article. */
static const char *const body_words[] = {
  "articlebody", "articlecontent", "articletext", "blogcontent",  "bodycontent", "contentbody",
  "entrybody",   "entrycontent",   "newsbody",    "newscontent",  "newstext",    "postbody",
  "postcontent", "posttext",       "storybody",   "storycontent", "storytext",
};

/* The same, for what appears on hovering or is there for screen readers alone. */
static const char *const hidden_words[] = {
  "popover", "rolloverblock", "screenreader", "screenreadertext", "sronly", "tooltip", "tooltiptext", "visuallyhidden",
};
/* clang-format on */

typedef struct
{
  guint boilerplate, detail, body, hidden;
} Found;

static int
compare_word (gconstpointer word, gconstpointer entry)
{
  return strcmp (word, *(const char *const *) entry);
}

#define IS_ONE_OF(word, words) (bsearch (word, words, G_N_ELEMENTS (words), sizeof *words, compare_word) != NULL)

static void
judge_word (Found *found, const char *previous, const char *word)
{
  char joined[2 * MAX_WORD_BYTES];

  g_snprintf (joined, sizeof joined, "%s%s", previous, word);
  found->boilerplate += IS_ONE_OF (word, boilerplate_words) || IS_ONE_OF (joined, boilerplate_words);
  found->detail += IS_ONE_OF (word, detail_words) || IS_ONE_OF (joined, detail_words);
  found->hidden += IS_ONE_OF (word, hidden_words) || IS_ONE_OF (joined, hidden_words);
  found->body += IS_ONE_OF (word, body_words) || IS_ONE_OF (joined, body_words);
}

static void
judge_name (Found *found, const char *name)
{
  char words[2][MAX_WORD_BYTES] = { "", "" };
  guint current = 0, length = 0;
  gboolean in_small = FALSE;

  if (name == NULL)
    return;
  for (const char *at = name; at < name + MAX_NAME_BYTES; at++)
    {
      gboolean ends = !g_ascii_isalpha (*at) || (g_ascii_isupper (*at) && in_small);

      if (ends && length > 0)
        {
          words[current][length] = '\0';
          judge_word (found, words[!current], words[current]);
          current = !current;
          length = 0;
        }
      if (*at == ' ')
        words[!current][0] = '\0';
      if (*at == '\0')
        break;
      if (g_ascii_isalpha (*at) && length < MAX_WORD_BYTES - 1)
        words[current][length++] = g_ascii_tolower (*at);
      in_small = g_ascii_islower (*at);
    }
}

static gboolean
is_hidden (const CptHtmlTree *tree, guint32 node)
{
  const char *style = cpt_html_tree_get_attr (tree, node, CPT_HTML_ATTR_STYLE);
  const char *aria = cpt_html_tree_get_attr (tree, node, CPT_HTML_ATTR_ARIA_HIDDEN);

  if (cpt_html_tree_get_attr (tree, node, CPT_HTML_ATTR_HIDDEN) != NULL || (aria != NULL && g_str_equal (aria, "true")))
    return TRUE;
  for (const char *at = style != NULL ? strstr (style, "display") : NULL; at != NULL; at = strstr (at, "display"))
    {
      at += strlen ("display");
      at += strspn (at, " :");
      if (g_str_has_prefix (at, "none"))
        return TRUE;
    }
  return FALSE;
}

static guint8
judge_role (const char *role)
{
  static const char *const roles[] = { "alert",   "alertdialog", "banner",  "complementary", "contentinfo",
                                       "dialog",  "menu",        "menubar", "navigation",    "search",
                                       "tablist", "toolbar",     "tooltip" };

  for (gsize i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      if (g_str_equal (role, roles[i]))
        return CPT_HTML_HINT_BOILERPLATE;
    }
  return 0;
}

static guint8
judge_tag (CptHtmlTag tag)
{
  switch (tag)
    {
    case CPT_HTML_BUTTON:
    case CPT_HTML_CONTROL:
    case CPT_HTML_HEAD:
    case CPT_HTML_SCRIPT:
    case CPT_HTML_TITLE:
    case CPT_HTML_UNSEEN:
    case CPT_HTML_NOSCRIPT:
      return CPT_HTML_HINT_UNSEEN;
    case CPT_HTML_ASIDE:
    case CPT_HTML_DIALOG:
    case CPT_HTML_FOOTER:
    case CPT_HTML_NAV:
      return CPT_HTML_HINT_BOILERPLATE;
    case CPT_HTML_CAPTION:
    case CPT_HTML_FIGURE:
    case CPT_HTML_TIME:
      return CPT_HTML_HINT_DETAIL;
    default:
      return 0;
    }
}

static guint8
judge_element (const CptHtmlTree *tree, guint32 node)
{
  CptHtmlTag tag = tree->nodes[node].tag;
  guint8 hints = judge_tag (tag) | judge_role (cpt_html_tree_get_attr (tree, node, CPT_HTML_ATTR_ROLE));
  const char *property = cpt_html_tree_get_attr (tree, node, CPT_HTML_ATTR_ITEMPROP);
  Found found = { 0 };

  if (tag == CPT_HTML_BODY || tag == CPT_HTML_HTML || tag == CPT_HTML_MAIN)
    return hints;
  if (is_hidden (tree, node))
    hints |= CPT_HTML_HINT_HIDDEN;
  judge_name (&found, cpt_html_tree_get_attr (tree, node, CPT_HTML_ATTR_CLASS));
  judge_name (&found, cpt_html_tree_get_attr (tree, node, CPT_HTML_ATTR_ID));
  judge_name (&found, cpt_html_tree_get_attr (tree, node, CPT_HTML_ATTR_DATA_COMPONENT));
  if (found.body > 0 || (property != NULL && g_str_equal (property, "articleBody")))
    hints |= CPT_HTML_HINT_BODY;
  if (found.hidden > 0)
    hints |= CPT_HTML_HINT_HIDDEN;
  if (found.boilerplate > 0)
    hints |= CPT_HTML_HINT_BOILERPLATE;
  if (found.detail > 0)
    hints |= CPT_HTML_HINT_DETAIL;
  return hints;
}

guint8 *
cpt_html_hints_find (const CptHtmlTree *tree)
{
  guint8 *hints = g_new0 (guint8, tree->n_nodes);

  for (guint32 i = 0; i < tree->n_nodes; i++)
    {
      if (tree->nodes[i].tag != CPT_HTML_TEXT)
        hints[i] = judge_element (tree, i);
    }
  return hints;
}
