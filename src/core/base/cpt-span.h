// SPDX-License-Identifier: GPL-3.0-or-later
// A range of bytes in a text. Room: core/base.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptSpan:
 * @begin_bytes: offset of the first byte
 * @end_bytes: offset after the last byte
 *
 * The half-open range `[begin_bytes, end_bytes)` of an article's UTF-8 text. Both ends lie on character boundaries.
 * A value; copy it freely. Code points appear only at the edges of the program (see cpt_article_char_offset()).
 */
typedef struct
{
  gsize begin_bytes;
  gsize end_bytes;
} CptSpan;

#define CPT_SPAN(begin, end) ((CptSpan){ (begin), (end) })

static inline gsize
cpt_span_get_length_bytes (CptSpan span)
{
  return span.end_bytes - span.begin_bytes;
}

static inline gboolean
cpt_span_is_empty (CptSpan span)
{
  return span.end_bytes <= span.begin_bytes;
}

static inline gboolean
cpt_span_equal (CptSpan a, CptSpan b)
{
  return a.begin_bytes == b.begin_bytes && a.end_bytes == b.end_bytes;
}

/* Whether @inner lies within @outer; an empty @inner at the border counts as inside. */
static inline gboolean
cpt_span_contains (CptSpan outer, CptSpan inner)
{
  return outer.begin_bytes <= inner.begin_bytes && inner.end_bytes <= outer.end_bytes;
}

static inline gboolean
cpt_span_overlaps (CptSpan a, CptSpan b)
{
  return a.begin_bytes < b.end_bytes && b.begin_bytes < a.end_bytes;
}

CptSpan cpt_span_trim (const char *text, CptSpan span);

G_END_DECLS
