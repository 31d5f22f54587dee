// SPDX-License-Identifier: GPL-3.0-or-later
// From older versions of the format to the present one. Room: core/store.
//
// One pure function a step: it changes the JSON of version n into that of version n + 1 and knows nothing of states. Each
// has a file of its version among tests/fixtures, which must open for ever.
#include "cpt-store-parse.h"

#include <glib/gi18n-lib.h>

#include "cpt-store-names.h"

typedef void (*Migration) (JsonObject *root);

/* Element i leads from version i + 1 to version i + 2. Version 1 is the first: there is none yet. */
static const Migration migrations[] = { NULL };

static gboolean
read_version (CptStoreReader *reader, JsonObject *root, gsize *version)
{
  const char *format;

  if (!cpt_store_reader_need_string (reader, root, "format", &format))
    return FALSE;
  if (g_strcmp0 (format, CPT_STORE_FORMAT_NAME) != 0)
    return cpt_store_reader_fail (reader, "format", _ ("“%s” is not a comparison"), format);
  if (!cpt_store_reader_need_number (reader, root, "version", G_MAXINT32, version))
    return FALSE;
  if (*version == 0)
    return cpt_store_reader_fail (reader, "version", _ ("must be a whole number from 1"));
  if (*version <= CPT_STORE_FORMAT_VERSION)
    return TRUE;
  g_set_error (reader->error, CPT_STORE_ERROR, CPT_STORE_ERROR_VERSION_TOO_NEW,
               _ ("%s: made by a newer version of the program (format version %" G_GSIZE_FORMAT "; this one reads up to %d)"),
               reader->file_name, *version, CPT_STORE_FORMAT_VERSION);
  return FALSE;
}

/**
 * cpt_store_migrate:
 * @root: the root object, which may be of any version
 *
 * Makes @root one of the present version.
 *
 * Errors: %CPT_STORE_ERROR_DAMAGED when it is no comparison, %CPT_STORE_ERROR_VERSION_TOO_NEW.
 */
gboolean
cpt_store_migrate (CptStoreReader *reader, JsonObject *root)
{
  gsize version;

  if (!read_version (reader, root, &version))
    return FALSE;
  for (; version < CPT_STORE_FORMAT_VERSION; version++)
    migrations[version - 1](root);
  return TRUE;
}
