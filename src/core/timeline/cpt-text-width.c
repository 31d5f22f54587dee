// SPDX-License-Identifier: GPL-3.0-or-later
// Guesses the width of a text from its characters, on the safe side. Room: core/timeline; knows no font.
//
// The widths are the widest among the common sans serif fonts (DejaVu and Noto Sans, Liberation, Verdana), so that what is
// cut to a width here fits wherever it is drawn.
#include "cpt-text-width.h"

#define ELLIPSIS_EM 1.0

static double
guess_char_em (gunichar c)
{
  switch (c)
    {
    case 'i': case 'j': case 'l': case 'I': case '.': case ',': case ':': case ';': case '\'': case '|': case '!':
    case '`': case 0x2018: case 0x2019: case 0xB7:
      return 0.36;
    case ' ': case 'f': case 'r': case 't': case '-': case '(': case ')': case '[': case ']': case '{': case '}':
    case '/': case '\\': case '"': case 0x201C: case 0x201D: case 0xB0:
      return 0.46;
    /* Beside the Latin ones: the long dash, the ellipsis and the wide letters of Cyrillic. */
    case 'm': case 'M': case 'w': case 'W': case '@': case '%': case 0x2014: case 0x2026: case 0x416: case 0x436:
    case 0x428: case 0x448: case 0x429: case 0x449: case 0x42E: case 0x44E: case 0x42B: case 0x44B: case 0x424:
    case 0x41C:
      return 1.0;
    default:
      break;
    }
  if (c < 0x80)
    return c >= 'A' && c <= 'Z' ? 0.78 : 0.64;
  if (g_unichar_iszerowidth (c))
    return 0;
  if (g_unichar_iswide (c))
    return 1.05;
  return g_unichar_isupper (c) ? 0.78 : 0.64;
}

/**
 * cpt_text_guess_width_em:
 * @text: (nullable): valid UTF-8 of one line
 *
 * Returns: how wide @text is at most in common sans serif fonts of regular weight, in units of the font's size
 *
 * Cost: linear.
 */
double
cpt_text_guess_width_em (const char *text)
{
  double width = 0;

  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    width += guess_char_em (g_utf8_get_char (at));
  return width;
}

/**
 * cpt_text_cut_to_em:
 * @text: valid UTF-8 of one line
 * @width_em: how wide it may be
 *
 * Returns: (transfer full): @text, or as much of its beginning as has room together with an ellipsis. Characters are
 *   never parted from their combining marks.
 */
char *
cpt_text_cut_to_em (const char *text, double width_em)
{
  double width = 0;
  const char *end = text;

  if (cpt_text_guess_width_em (text) <= width_em)
    return g_strdup (text);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      width += guess_char_em (g_utf8_get_char (at));
      if (width > width_em - ELLIPSIS_EM)
        break;
      end = g_utf8_next_char (at);
    }
  while (g_unichar_iszerowidth (g_utf8_get_char (end)) && *end != '\0')
    end = g_utf8_next_char (end);
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}
