// SPDX-License-Identifier: GPL-3.0-or-later
// Characters as segmentation sees them: stepping through UTF-8, blanks, marks, closers. Room: core/text, private to it
// and to core/analysis/reading; inline only, no state.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Valid UTF-8 before @end is the caller's duty, as everywhere below; 0 stands for the end of the text. */
static inline gunichar
cpt_char_at (const char *cursor, const char *end)
{
  if (cursor >= end)
    return 0;
  return (guchar) *cursor < 0x80 ? (gunichar) (guchar) *cursor : g_utf8_get_char (cursor);
}

static inline const char *
cpt_char_next (const char *cursor)
{
  return (guchar) *cursor < 0x80 ? cursor + 1 : g_utf8_next_char (cursor);
}

static inline const char *
cpt_char_prev (const char *cursor)
{
  do
    cursor--;
  while (((guchar) *cursor & 0xc0) == 0x80);
  return cursor;
}

/* The character that ends at @cursor; 0 at @begin. */
static inline gunichar
cpt_char_before (const char *cursor, const char *begin)
{
  if (cursor <= begin)
    return 0;
  return (guchar) cursor[-1] < 0x80 ? (gunichar) (guchar) cursor[-1] : g_utf8_get_char (cpt_char_prev (cursor));
}

static inline gboolean
cpt_char_is_blank (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  return c >= 0x85 && (g_unichar_isspace (c) || c == 0x85);
}

/* Characters that are seen nowhere: byte order mark, direction marks, joiners, soft hyphen. */
static inline gboolean
cpt_char_is_invisible (gunichar c)
{
  return c >= 0xad
         && (c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069)
             || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f));
}

static inline gboolean
cpt_char_is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c);
}

static inline gboolean
cpt_char_is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit ((char) c) : g_unichar_isdigit (c);
}

static inline gboolean
cpt_char_is_upper (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c) || g_unichar_istitle (c);
}

static inline gboolean
cpt_char_is_lower (gunichar c)
{
  return c < 0x80 ? g_ascii_islower ((char) c) : g_unichar_islower (c);
}

static inline gboolean
cpt_char_is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

G_END_DECLS
