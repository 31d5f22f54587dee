// SPDX-License-Identifier: GPL-3.0-or-later
// From bytes in any encoding to UTF-8 with LF line ends. Room: core/importers; knows no file format.
//
// Order of evidence: a byte order mark; zero bytes in every second place (UTF-16 without a mark); valid UTF-8; the
// encoding that the file declares; ICU's statistical detector.
#include "cpt-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

/* The detector's figures are nearly the same on a sample as on the whole. */
#define DETECTOR_SAMPLE_BYTES ((gsize) 64 << 10)
#define DETECTOR_MIN_CONFIDENCE 10

/* So many damaged characters in a thousand bytes still make a text with damage, more make it another encoding. */
#define MAX_DAMAGE_PER_1000 2

#define MIN_WHOLE_PER_DAMAGED 10

typedef struct
{
  const char *mark;
  gsize length_bytes;
  const char *encoding;
} ByteOrderMark;

/* UTF-32 before UTF-16: its little-endian mark begins with the other's. */
static const ByteOrderMark byte_order_marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" }, { "\xff\xfe\x00\x00", 4, "UTF-32LE" }, { "\x00\x00\xfe\xff", 4, "UTF-32BE" },
  { "\xff\xfe", 2, "UTF-16LE" },  { "\xfe\xff", 2, "UTF-16BE" },
};

/* What programs declare when they mean its superset, as every browser reads it. */
static const struct
{
  const char *declared;
  const char *meant;
} supersets[] = {
  { "iso-8859-1", "windows-1252" },
  { "latin1", "windows-1252" },
  { "us-ascii", "windows-1252" },
  { "ascii", "windows-1252" },
  { "iso-8859-9", "windows-1254" },
  { "gb2312", "gb18030" },
  { "gbk", "gb18030" },
  { "shift_jis", "windows-31j" },
  { "ks_c_5601-1987", "windows-949" },
  { "euc-kr", "windows-949" },
  { "iso-8859-11", "windows-874" },
  { "tis-620", "windows-874" },
};

static const char *
widen_encoding (const char *declared)
{
  for (gsize i = 0; i < G_N_ELEMENTS (supersets); i++)
    {
      if (g_ascii_strcasecmp (declared, supersets[i].declared) == 0)
        return supersets[i].meant;
    }
  return declared;
}

static const ByteOrderMark *
find_byte_order_mark (const CptImportInput *input)
{
  for (gsize i = 0; i < G_N_ELEMENTS (byte_order_marks); i++)
    {
      const ByteOrderMark *mark = &byte_order_marks[i];

      if (input->length_bytes >= mark->length_bytes && memcmp (input->data, mark->mark, mark->length_bytes) == 0)
        return mark;
    }
  return NULL;
}

/* Zero bytes stand in one place of each pair only (of Latin letters, or at least of blanks): UTF-16. */
static const char *
guess_utf16 (const guint8 *data, gsize length_bytes)
{
  gsize n_zeros[2] = { 0, 0 };

  for (gsize i = 0; i < length_bytes; i++)
    n_zeros[i & 1] += data[i] == 0;
  if (n_zeros[1] > length_bytes / 40 && n_zeros[0] <= n_zeros[1] / 50)
    return "UTF-16LE";
  if (n_zeros[0] > length_bytes / 40 && n_zeros[1] <= n_zeros[0] / 50)
    return "UTF-16BE";
  return NULL;
}

static gsize
count_damage (const char *text, gsize length_bytes)
{
  gsize n = 0;

  for (const char *at = text; (at = g_strstr_len (at, (gssize) length_bytes - (at - text), "\xef\xbf\xbd")) != NULL;
       at += 3)
    n++;
  return n;
}

/* Returns (nullable): the text in UTF-8, U+FFFD for what is damaged; NULL when the encoding is unknown or too much is.
 */
static GString *
convert (const guint8 *data, gsize length_bytes, const char *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open (encoding, &status);
  UConverter *to = ucnv_open ("UTF-8", &status);
  const char *source = (const char *) data, *end = source + length_bytes;
  g_autoptr (GString) out = g_string_sized_new (length_bytes + length_bytes / 2);
  UChar pivot[1024], *pivot_source = pivot, *pivot_target = pivot;
  gboolean reset = TRUE, complete = U_SUCCESS (status);

  while (complete)
    {
      char buffer[4096], *target = buffer;

      status = U_ZERO_ERROR;
      ucnv_convertEx (to, from, &target, buffer + sizeof buffer, &source, end, pivot, &pivot_source, &pivot_target,
                      pivot + G_N_ELEMENTS (pivot), reset, TRUE, &status);
      g_string_append_len (out, buffer, target - buffer);
      reset = FALSE;
      if (status != U_BUFFER_OVERFLOW_ERROR)
        break;
    }
  complete = complete && U_SUCCESS (status);
  ucnv_close (from);
  ucnv_close (to);
  if (!complete || count_damage (out->str, out->len) > 1 + out->len * MAX_DAMAGE_PER_1000 / 1000)
    return NULL;
  return g_steal_pointer (&out);
}

static GString *
convert_detected (const guint8 *data, gsize length_bytes, const char *declared)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches = NULL;
  GString *text = NULL;
  int32_t n_matches = 0;

  ucsdet_setText (detector, (const char *) data, (int32_t) MIN (length_bytes, DETECTOR_SAMPLE_BYTES), &status);
  if (declared != NULL)
    ucsdet_setDeclaredEncoding (detector, declared, -1, &status);
  matches = ucsdet_detectAll (detector, &n_matches, &status);
  for (int32_t i = 0; U_SUCCESS (status) && text == NULL && i < n_matches; i++)
    {
      const char *encoding = ucsdet_getName (matches[i], &status);

      if (ucsdet_getConfidence (matches[i], &status) >= DETECTOR_MIN_CONFIDENCE && !g_str_has_prefix (encoding, "UTF-"))
        text = convert (data, length_bytes, widen_encoding (encoding));
    }
  ucsdet_close (detector);
  return text;
}

/* Text has hardly any control characters; a program, a picture or an archive has many. */
static gboolean
looks_binary (const guint8 *data, gsize length_bytes)
{
  gsize n_controls = 0;

  for (gsize i = 0; i < length_bytes; i++)
    {
      if (data[i] == 0)
        return TRUE;
      n_controls += data[i] < 0x20 && strchr ("\t\n\v\f\r\x1a\x1b", data[i]) == NULL;
    }
  return n_controls > 2 && n_controls > length_bytes / 200;
}

static void
normalise_line_ends (GString *text)
{
  gsize out = 0;

  for (gsize i = 0; i < text->len; i++)
    {
      if (text->str[i] == '\r')
        {
          text->str[out++] = '\n';
          i += text->str[i + 1] == '\n';
        }
      else
        text->str[out++] = text->str[i];
    }
  g_string_truncate (text, out);
}

static GString *
decode_marked (const CptImportInput *input, const ByteOrderMark *mark)
{
  const guint8 *data = input->data + mark->length_bytes;
  gsize length_bytes = input->length_bytes - mark->length_bytes;

  if (g_str_equal (mark->encoding, "UTF-8") && g_utf8_validate_len ((const char *) data, length_bytes, NULL))
    return g_string_new_len ((const char *) data, (gssize) length_bytes);
  return convert (data, length_bytes, mark->encoding);
}

/* UTF-8 with some damage (a page cut in the middle of a character) has many characters that are whole; a text in
 * another encoding has hardly any byte sequence that could be one. */
static GString *
convert_damaged_utf8 (const guint8 *data, gsize length_bytes)
{
  g_autoptr (GString) text = convert (data, length_bytes, "UTF-8");
  gsize n_whole = 0;

  for (gsize i = 0; text != NULL && i < text->len; i++)
    n_whole += (guchar) text->str[i] >= 0xc0;
  if (text == NULL || n_whole < MIN_WHOLE_PER_DAMAGED * count_damage (text->str, text->len))
    return NULL;
  return g_steal_pointer (&text);
}

static GString *
decode_unmarked (const CptImportInput *input, const char *declared)
{
  const guint8 *data = input->data;
  gsize length_bytes = input->length_bytes;
  GString *text = NULL;

  if (g_utf8_validate_len ((const char *) data, length_bytes, NULL) && memchr (data, '\x1b', length_bytes) == NULL)
    return g_string_new_len ((const char *) data, (gssize) length_bytes);
  if (declared != NULL && g_ascii_strncasecmp (declared, "utf-16", 6) != 0)
    text = convert (data, length_bytes, widen_encoding (declared));
  if (text == NULL)
    text = convert_damaged_utf8 (data, length_bytes);
  return text != NULL ? text : convert_detected (data, length_bytes, declared);
}

/**
 * cpt_encoding_decode:
 * @input: a file
 * @declared: (nullable): the encoding that the file itself names
 *
 * Makes valid UTF-8 without a byte order mark and with LF line ends. A few damaged characters become U+FFFD; a text
 * in which much is damaged counts as one of another encoding.
 *
 * Returns: (transfer full) (nullable): the text, without zero bytes
 *
 * Errors: %CPT_IMPORT_ERROR_UNSUPPORTED for binary files, %CPT_IMPORT_ERROR_ENCODING when no encoding fits.
 *
 * Cost: a few passes over the bytes; the detector sees a sample.
 */
GString *
cpt_encoding_decode (const CptImportInput *input, const char *declared, GError **error)
{
  const ByteOrderMark *mark = find_byte_order_mark (input);
  const char *utf16 = mark == NULL ? guess_utf16 (input->data, input->length_bytes) : NULL;
  g_autoptr (GString) text = NULL;

  if (mark != NULL)
    text = decode_marked (input, mark);
  else if (utf16 != NULL)
    text = convert (input->data, input->length_bytes, utf16);
  else if (!looks_binary (input->data, input->length_bytes))
    text = decode_unmarked (input, declared);

  if (text == NULL && looks_binary (input->data, input->length_bytes))
    g_set_error (
        error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_UNSUPPORTED,
        _ ("“%s” is not a text. Save the article as plain text, as Markdown or as a web page and open that file."),
        input->name);
  else if (text == NULL)
    g_set_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_ENCODING,
                 _ ("The character encoding of “%s” cannot be found out. Save the file as UTF-8 and open it again."),
                 input->name);
  else if (looks_binary ((const guint8 *) text->str, text->len))
    {
      g_set_error (
          error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_UNSUPPORTED,
          _ ("“%s” is not a text. Save the article as plain text, as Markdown or as a web page and open that file."),
          input->name);
      return NULL;
    }
  if (text != NULL)
    normalise_line_ends (text);
  return g_steal_pointer (&text);
}
