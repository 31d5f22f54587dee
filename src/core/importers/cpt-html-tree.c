// SPDX-License-Identifier: GPL-3.0-or-later
// A web page as a flat array of nodes, built from the events of libxml2's HTML parser. Room: core/importers; decides
// nothing about what is content.
//
// libxml2's own tree ends at 256 levels and is walked by recursion; events have neither limit, and a flat array makes
// every question about a subtree a loop over a range.
#include "cpt-html-tree.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Deeper elements are not opened; the page's text stays whole. Browsers bound the depth in the same way. */
#define MAX_DEPTH 400

/* The parser looks through all open elements at every end tag, and compares each attribute of a tag with all others. */
#define MAX_OPEN_ELEMENTS 1500
#define MAX_ATTRIBUTES_OF_A_TAG 512

typedef struct
{
  CptHtmlTree tree;
  GArray *nodes; /* CptHtmlNode */
  GArray *attrs; /* Attr */
  GString *text;
  GString *values; /* of the attributes, each ended by a zero byte */
  GArray *open;    /* guint32: the open elements within the depth bound */
  guint n_open;    /* all open elements */
  htmlParserCtxtPtr parser;
} Builder;

typedef struct
{
  guint32 name;
  guint32 value;
} Attr;

typedef struct
{
  const char *name;
  CptHtmlTag tag;
} TagName;

/* Sorted by name. */
static const TagName tag_names[] = {
  { "a", CPT_HTML_A },
  { "address", CPT_HTML_ADDRESS },
  { "article", CPT_HTML_ARTICLE },
  { "aside", CPT_HTML_ASIDE },
  { "audio", CPT_HTML_UNSEEN },
  { "blockquote", CPT_HTML_BLOCKQUOTE },
  { "body", CPT_HTML_BODY },
  { "br", CPT_HTML_BR },
  { "button", CPT_HTML_BUTTON },
  { "canvas", CPT_HTML_UNSEEN },
  { "caption", CPT_HTML_CAPTION },
  { "center", CPT_HTML_BLOCK },
  { "dd", CPT_HTML_LI },
  { "details", CPT_HTML_BLOCK },
  { "dialog", CPT_HTML_DIALOG },
  { "div", CPT_HTML_DIV },
  { "dl", CPT_HTML_LIST },
  { "dt", CPT_HTML_LI },
  { "embed", CPT_HTML_UNSEEN },
  { "fieldset", CPT_HTML_FORM },
  { "figcaption", CPT_HTML_CAPTION },
  { "figure", CPT_HTML_FIGURE },
  { "footer", CPT_HTML_FOOTER },
  { "form", CPT_HTML_FORM },
  { "h1", CPT_HTML_HEADING },
  { "h2", CPT_HTML_HEADING },
  { "h3", CPT_HTML_HEADING },
  { "h4", CPT_HTML_HEADING },
  { "h5", CPT_HTML_HEADING },
  { "h6", CPT_HTML_HEADING },
  { "head", CPT_HTML_HEAD },
  { "header", CPT_HTML_HEADER },
  { "hgroup", CPT_HTML_BLOCK },
  { "hr", CPT_HTML_BLOCK },
  { "html", CPT_HTML_HTML },
  { "iframe", CPT_HTML_UNSEEN },
  { "img", CPT_HTML_UNSEEN },
  { "input", CPT_HTML_CONTROL },
  { "label", CPT_HTML_CONTROL },
  { "legend", CPT_HTML_CONTROL },
  { "li", CPT_HTML_LI },
  { "link", CPT_HTML_LINK },
  { "main", CPT_HTML_MAIN },
  { "map", CPT_HTML_UNSEEN },
  { "menu", CPT_HTML_LIST },
  { "meta", CPT_HTML_META },
  { "nav", CPT_HTML_NAV },
  { "noscript", CPT_HTML_NOSCRIPT },
  { "object", CPT_HTML_UNSEEN },
  { "ol", CPT_HTML_LIST },
  { "optgroup", CPT_HTML_CONTROL },
  { "option", CPT_HTML_CONTROL },
  { "p", CPT_HTML_P },
  { "picture", CPT_HTML_UNSEEN },
  { "pre", CPT_HTML_PRE },
  { "script", CPT_HTML_SCRIPT },
  { "section", CPT_HTML_SECTION },
  { "select", CPT_HTML_CONTROL },
  { "style", CPT_HTML_UNSEEN },
  { "summary", CPT_HTML_BLOCK },
  { "svg", CPT_HTML_UNSEEN },
  { "table", CPT_HTML_TABLE },
  { "tbody", CPT_HTML_BLOCK },
  { "td", CPT_HTML_CELL },
  { "template", CPT_HTML_UNSEEN },
  { "textarea", CPT_HTML_CONTROL },
  { "tfoot", CPT_HTML_BLOCK },
  { "th", CPT_HTML_CELL },
  { "thead", CPT_HTML_BLOCK },
  { "time", CPT_HTML_TIME },
  { "title", CPT_HTML_TITLE },
  { "tr", CPT_HTML_ROW },
  { "ul", CPT_HTML_LIST },
  { "video", CPT_HTML_UNSEEN },
};

/* Sorted by name. */
static const struct
{
  const char *name;
  CptHtmlAttr attr;
} attr_names[] = {
  { "aria-hidden", CPT_HTML_ATTR_ARIA_HIDDEN },
  { "aria-label", CPT_HTML_ATTR_ARIA_LABEL },
  { "class", CPT_HTML_ATTR_CLASS },
  { "content", CPT_HTML_ATTR_CONTENT },
  { "data-component", CPT_HTML_ATTR_DATA_COMPONENT },
  { "data-module", CPT_HTML_ATTR_DATA_COMPONENT },
  { "data-qa", CPT_HTML_ATTR_DATA_COMPONENT },
  { "data-testid", CPT_HTML_ATTR_DATA_COMPONENT },
  { "data-type", CPT_HTML_ATTR_DATA_COMPONENT },
  { "datetime", CPT_HTML_ATTR_DATETIME },
  { "hidden", CPT_HTML_ATTR_HIDDEN },
  { "href", CPT_HTML_ATTR_HREF },
  { "id", CPT_HTML_ATTR_ID },
  { "itemprop", CPT_HTML_ATTR_ITEMPROP },
  { "lang", CPT_HTML_ATTR_LANG },
  { "name", CPT_HTML_ATTR_NAME },
  { "property", CPT_HTML_ATTR_PROPERTY },
  { "rel", CPT_HTML_ATTR_REL },
  { "role", CPT_HTML_ATTR_ROLE },
  { "style", CPT_HTML_ATTR_STYLE },
  { "type", CPT_HTML_ATTR_TYPE },
};

static int
compare_name (gconstpointer name, gconstpointer entry)
{
  return strcmp (name, *(const char *const *) entry);
}

static CptHtmlTag
find_tag (const char *name)
{
  const TagName *found = bsearch (name, tag_names, G_N_ELEMENTS (tag_names), sizeof *tag_names, compare_name);

  return found != NULL ? found->tag : CPT_HTML_OTHER;
}

static guint32
get_innermost (const Builder *builder)
{
  return g_array_index (builder->open, guint32, builder->open->len - 1);
}

static void
add_attr (Builder *builder, const char *name, const char *value)
{
  const void *found = bsearch (name, attr_names, G_N_ELEMENTS (attr_names), sizeof *attr_names, compare_name);
  Attr attr = { 0, (guint32) builder->values->len };

  if (found == NULL)
    return;
  attr.name = attr_names[((const char *) found - (const char *) attr_names) / sizeof *attr_names].attr;
  g_string_append (builder->values, value != NULL ? value : "");
  g_string_append_c (builder->values, '\0');
  g_array_append_val (builder->attrs, attr);
}

static void
start_element (void *user_data, const xmlChar *name, const xmlChar **attrs)
{
  Builder *builder = user_data;
  CptHtmlNode node = { .tag = (guint8) find_tag ((const char *) name), .first_attr = builder->attrs->len };
  guint32 index = builder->nodes->len;

  if (++builder->n_open > MAX_OPEN_ELEMENTS)
    {
      xmlStopParser (builder->parser);
      return;
    }
  if (builder->n_open >= MAX_DEPTH)
    return;
  node.parent = get_innermost (builder);
  node.level = node.tag == CPT_HTML_HEADING ? (guint8) (name[1] - '0') : 0;
  for (; attrs != NULL && attrs[0] != NULL; attrs += 2)
    add_attr (builder, (const char *) attrs[0], (const char *) attrs[1]);
  node.n_attrs = (guint16) (builder->attrs->len - node.first_attr);
  g_array_append_val (builder->nodes, node);
  g_array_append_val (builder->open, index);
}

static void
close_innermost (Builder *builder)
{
  g_array_index (builder->nodes, CptHtmlNode, get_innermost (builder)).end = builder->nodes->len;
  g_array_set_size (builder->open, builder->open->len - 1);
}

static void
end_element (void *user_data, const xmlChar *name)
{
  Builder *builder = user_data;

  if (builder->n_open == 0)
    return;
  if (builder->n_open-- < MAX_DEPTH)
    close_innermost (builder);
}

static void
add_characters (void *user_data, const xmlChar *text, int length)
{
  Builder *builder = user_data;
  CptHtmlNode *last = &g_array_index (builder->nodes, CptHtmlNode, builder->nodes->len - 1);
  CptHtmlNode node = { .tag = CPT_HTML_TEXT, .text_begin = (guint32) builder->text->len };

  g_string_append_len (builder->text, (const char *) text, length);
  if (last->tag == CPT_HTML_TEXT && last->parent == get_innermost (builder))
    {
      last->text_end = (guint32) builder->text->len;
      return;
    }
  node.parent = get_innermost (builder);
  node.end = builder->nodes->len + 1;
  node.text_end = (guint32) builder->text->len;
  g_array_append_val (builder->nodes, node);
}

static void
ignore_message (void *user_data, const char *format, ...)
{
}

/* Cuts the page before a tag with absurdly many attributes, on which the parser would spend quadratic time. Counts
 * blanks in tags outside quotation marks, which is at least the number of attributes. */
static gsize
bound_attributes (const char *html, gsize length_bytes)
{
  gsize begin = 0, n_blanks = 0;
  gboolean in_tag = FALSE;
  char quote = '\0';

  for (gsize i = 0; i < length_bytes; i++)
    {
      char c = html[i];

      if (!in_tag)
        {
          in_tag = c == '<' && g_ascii_isalpha (html[i + 1]);
          begin = i;
          n_blanks = 0;
        }
      else if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if ((c == '"' || c == '\'') && html[i - 1] == '=')
        quote = c;
      else if (c == '>')
        in_tag = FALSE;
      else if ((c == ' ' || c == '\n' || c == '\t' || c == '/' || c == '=') && ++n_blanks > 4 * MAX_ATTRIBUTES_OF_A_TAG)
        return begin;
    }
  return length_bytes;
}

static void
builder_finish (Builder *builder)
{
  while (builder->open->len > 0)
    close_innermost (builder);
  builder->tree.n_nodes = builder->nodes->len;
  builder->tree.nodes = (CptHtmlNode *) (gpointer) builder->nodes->data;
  builder->tree.text = builder->text->str;
}

/**
 * cpt_html_tree_parse:
 * @html: a page or a piece of one, valid UTF-8, terminated by a zero byte
 * @length_bytes: its length
 *
 * Never fails: what cannot be understood is passed over. Loads nothing from anywhere.
 *
 * Limits: nesting beyond 400 is flattened; a page with more than 1500 open elements or a tag with hundreds of
 * attributes ends there.
 *
 * Returns: (transfer full): the tree
 */
CptHtmlTree *
cpt_html_tree_parse (const char *html, gsize length_bytes)
{
  Builder *builder = g_new0 (Builder, 1);
  CptHtmlNode root = { .tag = CPT_HTML_BLOCK };
  guint32 root_index = 0;
  htmlParserCtxtPtr parser = htmlNewParserCtxt ();
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD;

  builder->nodes = g_array_new (FALSE, FALSE, sizeof (CptHtmlNode));
  builder->attrs = g_array_new (FALSE, FALSE, sizeof (Attr));
  builder->open = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->text = g_string_new (NULL);
  builder->values = g_string_new (NULL);
  builder->parser = parser;
  g_array_append_val (builder->nodes, root);
  g_array_append_val (builder->open, root_index);
  length_bytes = bound_attributes (html, length_bytes);
  if (parser != NULL && length_bytes > 0)
    {
      memset (parser->sax, 0, sizeof *parser->sax);
      parser->sax->startElement = start_element;
      parser->sax->endElement = end_element;
      parser->sax->characters = add_characters;
      parser->sax->cdataBlock = add_characters;
      parser->sax->ignorableWhitespace = add_characters;
      parser->sax->error = ignore_message;
      parser->sax->warning = ignore_message;
      parser->userData = builder;
      htmlCtxtReadMemory (parser, html, (int) length_bytes, NULL, "UTF-8", options);
    }
  g_clear_pointer (&parser, htmlFreeParserCtxt);
  builder->parser = NULL;
  builder_finish (builder);
  return &builder->tree;
}

void
cpt_html_tree_free (CptHtmlTree *self)
{
  Builder *builder = (Builder *) self;

  if (self == NULL)
    return;
  g_array_unref (builder->nodes);
  g_array_unref (builder->attrs);
  g_array_unref (builder->open);
  g_string_free (builder->text, TRUE);
  g_string_free (builder->values, TRUE);
  g_free (builder);
}

/**
 * cpt_html_tree_get_attr:
 *
 * Returns: (transfer none) (nullable): the value of an attribute of an element; "" for one without a value
 */
const char *
cpt_html_tree_get_attr (const CptHtmlTree *self, guint32 node, CptHtmlAttr attr)
{
  const Builder *builder = (const Builder *) self;
  const CptHtmlNode *element = &self->nodes[node];

  for (guint i = 0; i < element->n_attrs; i++)
    {
      const Attr *candidate = &g_array_index (builder->attrs, Attr, element->first_attr + i);

      if (candidate->name == attr)
        return builder->values->str + candidate->value;
    }
  return NULL;
}

/**
 * cpt_html_tree_dup_text:
 *
 * Returns: (transfer full): all text within a node, each run of blanks as one, trimmed
 */
char *
cpt_html_tree_dup_text (const CptHtmlTree *self, guint32 node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 i = node; i < self->nodes[node].end; i++)
    {
      const CptHtmlNode *piece = &self->nodes[i];

      for (guint32 at = piece->text_begin; piece->tag == CPT_HTML_TEXT && at < piece->text_end; at++)
        {
          char c = self->text[at];

          if (!g_ascii_isspace (c))
            g_string_append_c (text, c);
          else if (text->len > 0 && text->str[text->len - 1] != ' ')
            g_string_append_c (text, ' ');
        }
    }
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
