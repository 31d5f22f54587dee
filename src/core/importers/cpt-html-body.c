// SPDX-License-Identifier: GPL-3.0-or-later
// The main text of a web page. Room: core/importers.
//
// Paragraphs of running text are weighed by length and link density; the weight is summed up the tree. Parts whose
// class, id, role or element name says that they are something else are left out, unless they hold so much of the text
// that the name must lie. The text is then what lies in the part that is called the article's body, else in the deepest
// part that holds nearly all the weight, and the running text between the headline and it. The copy of the text that
// many pages carry for search engines overrules names.
#include "cpt-html-body.h"

#include "cpt-html-evidence.h"
#include "cpt-html-hints.h"
#include "cpt-html-paragraphs.h"

#include <string.h>

/* A part that holds more of the running text than this is not left out for its name. */
#define MAX_BOILERPLATE_RATIO 0.4
#define MAX_DETAIL_RATIO 0.25

/* Going down the tree, the child must hold this much of its parent's weight. */
#define MIN_CHILD_RATIO 0.7
#define MIN_BODY_RATIO 0.25
#define MIN_TITLED_RATIO 0.15

/* A paragraph that stands alone in its parent is as likely the teaser of another article. */
#define LONE_PARAGRAPH_WEIGHT 0.5

/* Evidence: a paragraph of which so much is found in the second copy belongs to the article. */
#define MIN_SHARE 0.75
#define EVIDENCE_WEIGHT 3.0

/* clang-format off: a word list fills its lines */
/* Paragraphs that say what stands around them in the layout, in the languages that we know them in. */
static const char *const labels[] = {
  "ad",
  "advert",
  "advertisement",
  "anzeige",
  "article continues below advertisement",
  "comments",
  "iklan",
  "loading",
  "more",
  "pub",
  "publicidad",
  "publicidade",
  "publicite",
  "read more",
  "reklam",
  "reklama",
  "related",
  "scroll to continue",
  "share",
  "share this",
  "sponsored",
  "story continues below",
  "story continues below advertisement",
  "subscribe",
  "werbung",
  "pubblicità",
  "publicité",
  "поделиться",
  "реклама",
  "читайте также",
  "читайте також",
};
/* clang-format on */

/* With less, the article may be in a part that a script shows. */
#define MIN_TEXT_BYTES 600

typedef struct
{
  const CptHtmlTree *tree;
  const guint8 *hints;
  CptHtmlParagraphs *paragraphs;
  const char *title;
  double *shares;     /* for each paragraph: how much of it the evidence holds */
  guint32 *n_running; /* for each node: paragraphs of running text directly in it */
  guint8 *left_out;   /* for each node */
  guint8 *inside;     /* for each node: in the body of the article */
  double *weights;    /* for each node: of the running text in it */
} Extractor;

static CptHtmlParagraph *
get_paragraph (const Extractor *self, guint i)
{
  return &g_array_index (self->paragraphs->items, CptHtmlParagraph, i);
}

static const char *
peek_text (const Extractor *self, const CptHtmlParagraph *paragraph)
{
  return self->paragraphs->text->str + paragraph->text_begin;
}

static gsize
get_length (const CptHtmlParagraph *paragraph)
{
  return paragraph->text_end - paragraph->text_begin;
}

static double
get_link_ratio (const CptHtmlParagraph *paragraph)
{
  return (double) paragraph->n_link_bytes / (double) MAX (get_length (paragraph), 1);
}

/* Not a heading, a label or a list of links. */
static gboolean
is_running_text (const CptHtmlParagraph *paragraph)
{
  guint min_words = paragraph->tag == CPT_HTML_P ? 6 : 12;

  return get_link_ratio (paragraph) <= 0.5 && paragraph->tag != CPT_HTML_HEADING && paragraph->n_stops > 0
         && (paragraph->n_words >= min_words || get_length (paragraph) >= 80);
}

static gboolean
is_certain (const Extractor *self, guint i)
{
  return self->shares[i] >= MIN_SHARE && get_paragraph (self, i)->n_words >= 8;
}

static double
weigh (const Extractor *self, guint i)
{
  const CptHtmlParagraph *paragraph = get_paragraph (self, i);
  double weight = (double) get_length (paragraph) - paragraph->n_link_bytes;

  if (!is_running_text (paragraph))
    return 0;
  if (is_certain (self, i))
    weight *= EVIDENCE_WEIGHT;
  else if (self->n_running[self->tree->nodes[paragraph->node].parent] < 2)
    weight *= LONE_PARAGRAPH_WEIGHT;
  return weight;
}

static void
count_running (Extractor *self)
{
  for (guint i = 0; i < self->paragraphs->items->len; i++)
    {
      const CptHtmlParagraph *paragraph = get_paragraph (self, i);

      if (is_running_text (paragraph))
        self->n_running[self->tree->nodes[paragraph->node].parent]++;
    }
}

static void
sum_weights (Extractor *self)
{
  const CptHtmlTree *tree = self->tree;

  memset (self->weights, 0, tree->n_nodes * sizeof (double));
  for (guint i = 0; i < self->paragraphs->items->len; i++)
    {
      guint32 node = get_paragraph (self, i)->node;

      if (!self->left_out[node])
        self->weights[node] += weigh (self, i);
    }
  for (guint32 i = tree->n_nodes - 1; i > 0; i--)
    self->weights[tree->nodes[i].parent] += self->weights[i];
}

static void
leave_out_named (Extractor *self)
{
  double total = MAX (self->weights[0], 1);

  for (guint32 i = 0; i < self->tree->n_nodes; i++)
    {
      double ratio = self->weights[i] / total;

      if (self->left_out[i])
        continue;
      if (((self->hints[i] & CPT_HTML_HINT_BOILERPLATE) && ratio < MAX_BOILERPLATE_RATIO)
          || ((self->hints[i] & CPT_HTML_HINT_DETAIL) && ratio < MAX_DETAIL_RATIO))
        memset (self->left_out + i, TRUE, self->tree->nodes[i].end - i);
    }
}

static guint32
find_ancestor (const Extractor *self, guint32 node, CptHtmlTag tag)
{
  while (node != 0 && self->tree->nodes[node].tag != tag)
    node = self->tree->nodes[node].parent;
  return node;
}

/* Whether two lines have the same letters and digits. */
static gboolean
is_same_line (const char *a, gsize length_a, const char *b)
{
  const char *end = a + length_a;

  for (;;)
    {
      while (a < end && !g_unichar_isalnum (g_utf8_get_char (a)))
        a = g_utf8_next_char (a);
      while (*b != '\0' && !g_unichar_isalnum (g_utf8_get_char (b)))
        b = g_utf8_next_char (b);
      if (a >= end || *b == '\0')
        return a >= end && *b == '\0';
      if (g_unichar_tolower (g_utf8_get_char (a)) != g_unichar_tolower (g_utf8_get_char (b)))
        return FALSE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
}

static gboolean
is_title (const Extractor *self, const CptHtmlParagraph *paragraph)
{
  return self->title != NULL && is_same_line (peek_text (self, paragraph), get_length (paragraph), self->title);
}

/* Number of the paragraph that shows the headline, or G_MAXUINT. */
static guint
find_headline (const Extractor *self)
{
  guint first_level = G_MAXUINT;

  for (guint i = 0; i < self->paragraphs->items->len; i++)
    {
      const CptHtmlParagraph *paragraph = get_paragraph (self, i);

      if (paragraph->tag == CPT_HTML_HEADING && is_title (self, paragraph))
        return i;
      if (paragraph->level == 1 && paragraph->n_words > 2 && first_level == G_MAXUINT)
        first_level = i;
    }
  return first_level;
}

/* On a page of several <article>s, the one with the headline. */
static guint32
find_domain (const Extractor *self, guint headline)
{
  guint32 article =
      headline == G_MAXUINT ? 0 : find_ancestor (self, get_paragraph (self, headline)->node, CPT_HTML_ARTICLE);

  return self->weights[article] >= MIN_TITLED_RATIO * self->weights[0] ? article : 0;
}

static guint32
find_heaviest_child (const Extractor *self, guint32 node)
{
  const CptHtmlNode *nodes = self->tree->nodes;
  guint32 best = node;

  for (guint32 child = node + 1; child < nodes[node].end; child = nodes[child].end)
    {
      if (best == node || self->weights[child] > self->weights[best])
        best = child;
    }
  return best;
}

/* The heaviest part that is called the body; of several around each other the innermost that holds nearly as much. */
static guint32
find_named_body (const Extractor *self, guint32 domain)
{
  guint32 best = 0;

  for (guint32 i = domain + 1; i < self->tree->nodes[domain].end; i++)
    {
      gboolean is_within = best != 0 && i < self->tree->nodes[best].end;

      if ((self->hints[i] & CPT_HTML_HINT_BODY) == 0 || self->left_out[i])
        continue;
      if (best == 0 || self->weights[i] > self->weights[best] * (is_within ? 0.9 : 1.0))
        best = i;
    }
  return self->weights[best] >= MIN_BODY_RATIO * self->weights[domain] ? best : 0;
}

static guint32
find_densest (const Extractor *self, guint32 node)
{
  for (;;)
    {
      guint32 child = find_heaviest_child (self, node);

      if (child == node || self->weights[child] <= 0 || self->weights[child] < MIN_CHILD_RATIO * self->weights[node]
          || self->tree->nodes[child].tag == CPT_HTML_P)
        return node;
      node = child;
    }
}

static gboolean
has_class_of (const CptHtmlTree *tree, guint32 a, guint32 b)
{
  return g_strcmp0 (cpt_html_tree_get_attr (tree, a, CPT_HTML_ATTR_CLASS),
                    cpt_html_tree_get_attr (tree, b, CPT_HTML_ATTR_CLASS))
         == 0;
}

/* The body, and what else is called so in the same article: some pages cut it in pieces around advertisements. */
static guint32
mark_inside (Extractor *self, guint32 domain)
{
  const CptHtmlNode *nodes = self->tree->nodes;
  guint32 body = find_named_body (self, domain), first;
  guint32 article = find_ancestor (self, body, CPT_HTML_ARTICLE);

  first = body != 0 ? body : find_densest (self, domain);
  memset (self->inside + first, TRUE, nodes[first].end - first);
  for (guint32 i = domain; body != 0 && i < nodes[domain].end; i++)
    {
      if ((self->hints[i] & CPT_HTML_HINT_BODY) && !self->inside[i] && has_class_of (self->tree, i, body)
          && find_ancestor (self, i, CPT_HTML_ARTICLE) == article)
        {
          memset (self->inside + i, TRUE, nodes[i].end - i);
          first = MIN (first, i);
        }
    }
  return first;
}

static gboolean
is_label (const Extractor *self, const CptHtmlParagraph *paragraph)
{
  if (paragraph->n_words > 5)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (is_same_line (peek_text (self, paragraph), get_length (paragraph), labels[i]))
        return TRUE;
    }
  return FALSE;
}

/* A standfirst between the headline and the body: whole sentences, unlike the lines with author and date. */
static gboolean
is_lead (const Extractor *self, const CptHtmlParagraph *paragraph)
{
  const char *last = self->paragraphs->text->str + paragraph->text_end - 1;

  return is_running_text (paragraph) && paragraph->n_words >= 12
         && (strchr (".!?\"", *last) != NULL || (guchar) *last >= 0x80);
}

static gboolean
is_kept (const Extractor *self, guint i, guint headline, guint32 first)
{
  const CptHtmlParagraph *paragraph = get_paragraph (self, i);

  if (is_certain (self, i))
    return TRUE;
  if (self->left_out[paragraph->node] || paragraph->level == 1 || is_title (self, paragraph)
      || is_label (self, paragraph))
    return FALSE;
  if (!self->inside[paragraph->node])
    return headline != G_MAXUINT && i > headline && paragraph->node < first && is_lead (self, paragraph);
  return get_link_ratio (paragraph) <= 0.6;
}

/* A line without a sentence in it: a name, a date, a label. */
static gboolean
is_fragment (const CptHtmlParagraph *paragraph)
{
  return paragraph->n_stops == 0 && paragraph->n_words <= 8 && paragraph->tag != CPT_HTML_LI
         && paragraph->tag != CPT_HTML_ROW;
}

/* Lines with author and date before the first running text; headings, labels and links after the last. */
static void
trim (const Extractor *self, GArray *kept)
{
  guint n_before = 0;

  while (kept->len > 1)
    {
      const CptHtmlParagraph *last = get_paragraph (self, g_array_index (kept, guint, kept->len - 1));

      if (!is_fragment (last) && !(last->tag == CPT_HTML_HEADING && last->n_words <= 8))
        break;
      g_array_set_size (kept, kept->len - 1);
    }
  while (n_before + 1 < kept->len)
    {
      const CptHtmlParagraph *first = get_paragraph (self, g_array_index (kept, guint, n_before));

      if (!is_fragment (first) || first->tag == CPT_HTML_HEADING)
        break;
      n_before++;
    }
  g_array_remove_range (kept, 0, n_before);
}

static GString *
join (const Extractor *self, const GArray *kept)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < kept->len; i++)
    {
      const CptHtmlParagraph *paragraph = get_paragraph (self, g_array_index (kept, guint, i));

      g_string_append (out, out->len > 0 ? "\n\n" : "");
      g_string_append_len (out, peek_text (self, paragraph), (gssize) get_length (paragraph));
    }
  return out;
}

/* Pages made for two widths of screen, or with pulled-out quotations, hold some paragraphs twice in a row. */
static gboolean
is_repeated (const Extractor *self, const CptHtmlParagraph *paragraph, const GArray *kept)
{
  for (guint i = kept->len; i > 0 && i + 3 > kept->len && paragraph->n_words >= 12; i--)
    {
      const CptHtmlParagraph *earlier = get_paragraph (self, g_array_index (kept, guint, i - 1));

      if (get_length (earlier) == get_length (paragraph)
          && memcmp (peek_text (self, earlier), peek_text (self, paragraph), get_length (paragraph)) == 0)
        return TRUE;
    }
  return FALSE;
}

static GString *
extract (Extractor *self)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  guint headline;
  guint32 first;

  count_running (self);
  sum_weights (self);
  leave_out_named (self);
  sum_weights (self);
  headline = find_headline (self);
  first = mark_inside (self, find_domain (self, headline));
  for (guint i = 0; i < self->paragraphs->items->len; i++)
    {
      if (is_kept (self, i, headline, first) && !is_repeated (self, get_paragraph (self, i), kept))
        g_array_append_val (kept, i);
    }
  trim (self, kept);
  return join (self, kept);
}

static double *
find_shares (const CptHtmlParagraphs *paragraphs, const char *article_body)
{
  double *shares = g_new0 (double, paragraphs->items->len + 1);
  g_autoptr (CptHtmlEvidence) evidence = article_body != NULL ? cpt_html_evidence_new (article_body) : NULL;

  for (guint i = 0; evidence != NULL && i < paragraphs->items->len; i++)
    {
      const CptHtmlParagraph *paragraph = &g_array_index (paragraphs->items, CptHtmlParagraph, i);

      shares[i] =
          cpt_html_evidence_get_share (evidence, paragraphs->text->str + paragraph->text_begin, get_length (paragraph));
    }
  return shares;
}

static GString *
extract_seen (const CptHtmlTree *tree, const guint8 *hints, guint8 unseen_hints, const char *title,
              const char *article_body)
{
  g_autofree guint8 *unseen = g_new (guint8, tree->n_nodes);
  g_autofree guint8 *left_out = g_new0 (guint8, tree->n_nodes);
  g_autofree guint8 *inside = g_new0 (guint8, tree->n_nodes);
  g_autofree guint32 *n_running = g_new0 (guint32, tree->n_nodes);
  g_autofree double *weights = g_new0 (double, tree->n_nodes);
  g_autofree double *shares = NULL;
  g_autoptr (CptHtmlParagraphs) paragraphs = NULL;
  Extractor self = { tree, hints, NULL, title, NULL, n_running, left_out, inside, weights };

  for (guint32 i = 0; i < tree->n_nodes; i++)
    unseen[i] = (hints[i] & unseen_hints) != 0;
  self.paragraphs = paragraphs = cpt_html_paragraphs_cut (tree, unseen);
  self.shares = shares = find_shares (paragraphs, article_body);
  return extract (&self);
}

/* The copy for search engines, where the page itself is built by a script only. */
static GString *
use_article_body (const char *article_body)
{
  g_autoptr (CptHtmlTree) tree = cpt_html_tree_parse (article_body, strlen (article_body));
  g_autofree guint8 *unseen = g_new0 (guint8, tree->n_nodes);
  g_auto (GStrv) lines = NULL;
  GString *out = g_string_new (NULL);

  if (strstr (article_body, "</") != NULL)
    {
      g_autoptr (CptHtmlParagraphs) paragraphs = cpt_html_paragraphs_cut (tree, unseen);

      lines = g_strsplit (paragraphs->text->str, "\n", -1);
    }
  else
    lines = g_strsplit (article_body, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (*g_strstrip (*line) != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? "\n\n" : "", *line);
    }
  return out;
}

static gboolean
has_hidden (const CptHtmlTree *tree, const guint8 *hints)
{
  for (guint32 i = 0; i < tree->n_nodes; i++)
    {
      if (hints[i] & CPT_HTML_HINT_HIDDEN)
        return TRUE;
    }
  return FALSE;
}

GString *
cpt_html_body_extract (const CptHtmlTree *tree, const char *title, const char *article_body)
{
  g_autofree guint8 *hints = cpt_html_hints_find (tree);
  g_autoptr (GString) text =
      extract_seen (tree, hints, CPT_HTML_HINT_UNSEEN | CPT_HTML_HINT_HIDDEN, title, article_body);

  if (text->len < MIN_TEXT_BYTES && has_hidden (tree, hints))
    {
      g_autoptr (GString) with_hidden = extract_seen (tree, hints, CPT_HTML_HINT_UNSEEN, title, article_body);

      if (with_hidden->len > 2 * text->len)
        {
          g_string_free (text, TRUE);
          text = g_steal_pointer (&with_hidden);
        }
    }
  if (article_body != NULL && text->len < strlen (article_body) / 3)
    return use_article_body (article_body);
  return g_steal_pointer (&text);
}
