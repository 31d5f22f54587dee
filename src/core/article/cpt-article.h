// SPDX-License-Identifier: GPL-3.0-or-later
// The article: its text as published and what is known about its publication. Room: core/article.
#pragma once

#include <glib-object.h>

#include "cpt-day.h"
#include "cpt-span.h"

G_BEGIN_DECLS

/**
 * CptArticleMetadata:
 * @title: (nullable): headline
 * @author: (nullable): byline
 * @publisher: (nullable): newspaper, agency, site
 * @published: (nullable): ISO 8601 date, perhaps with a time ("2025-12-20", "2025-12-20T14:30")
 * @language: (nullable): BCP 47 tag
 * @url: (nullable): canonical address
 * @file: (nullable): the name of the file that it was read from, for messages and lists
 *
 * Strings are borrowed: cpt_article_new() copies them.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *publisher;
  const char *published;
  const char *language;
  const char *url;
  const char *file;
} CptArticleMetadata;

/**
 * CptArticle:
 *
 * An immutable, atomically reference-counted value: the text of an article as it was published, and its metadata. Safe
 * to share between threads.
 */
typedef struct _CptArticle CptArticle;

#define CPT_TYPE_ARTICLE (cpt_article_get_type ())
GType cpt_article_get_type (void) G_GNUC_CONST;

CptArticle *cpt_article_new             (const char *text, gssize length_bytes, const CptArticleMetadata *metadata);
CptArticle *cpt_article_with_metadata   (CptArticle *self, const CptArticleMetadata *metadata);
CptArticle *cpt_article_ref             (CptArticle *self);
void        cpt_article_unref           (CptArticle *self);

const char               *cpt_article_get_text           (const CptArticle *self);
gsize                     cpt_article_get_length_bytes   (const CptArticle *self);
gsize                     cpt_article_get_length_chars   (const CptArticle *self);
const CptArticleMetadata *cpt_article_get_metadata       (const CptArticle *self);
CptDay                    cpt_article_get_published_day  (const CptArticle *self);
const char               *cpt_article_get_display_name   (const CptArticle *self);

gsize cpt_article_char_offset (const CptArticle *self, gsize offset_bytes);
gsize cpt_article_byte_offset (const CptArticle *self, gsize offset_chars);
char *cpt_article_dup_words   (const CptArticle *self, CptSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptArticle, cpt_article_unref)

G_END_DECLS
