// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts on the disk, and finding those that a killed program left. Room: core/store; knows no history, no main loop.
//
// A draft is a comparison file like any other, with one member more in its root that says what it is a draft of. It takes
// the place of the one before as a whole, so that there is a sound draft at any moment from the first one on.
#include "cpt-draft.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cpt-json.h"
#include "cpt-lock.h"
#include "cpt-store-names.h"
#include "cpt-store-replace.h"
#include "cpt-store-write.h"

#define LOCK_SUFFIX ".lock"
#define ASIDE_SUFFIX ".unreadable"
#define MAX_TRIES 8

struct _CptDraft
{
  gatomicrefcount ref_count;
  GMutex mutex; /* over the file and the generation */
  CptLock *lock;
  char *path;
  guint64 generation; /* of the last write or removal that succeeded */
  gboolean touched;   /* whether there was one */
};

static CptDraft *
draft_new (const char *folder, const char *id, GError **error)
{
  g_autofree char *lock_name = g_strconcat (id, LOCK_SUFFIX, NULL);
  g_autofree char *lock_path = g_build_filename (folder, lock_name, NULL);
  g_autofree char *name = g_strconcat (id, CPT_STORE_SUFFIX, NULL);
  CptLock *lock = cpt_lock_take (lock_path, error);
  CptDraft *self;

  if (lock == NULL)
    return NULL;
  self = g_new0 (CptDraft, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->lock = lock;
  self->path = g_build_filename (folder, name, NULL);
  return self;
}

/**
 * cpt_draft_dup_folder:
 *
 * Returns: (transfer full): where drafts are kept: in the user's folder for states
 */
char *
cpt_draft_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "counterpoint", "drafts", NULL);
}

/**
 * cpt_draft_new:
 * @folder: where drafts are kept; made when it is not there
 *
 * Returns: (transfer full) (nullable): a draft that is not on the disk before it is written
 *
 * Errors: those of GIO.
 */
CptDraft *
cpt_draft_new (const char *folder, GError **error)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
      g_autoptr (GError) local_error = NULL;
      CptDraft *self = draft_new (folder, id, &local_error);

      /* Another program that looks for abandoned drafts may have caught the lock at its birth. */
      if (self != NULL || i == MAX_TRIES || !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_BUSY))
        {
          if (self == NULL)
            g_propagate_error (error, g_steal_pointer (&local_error));
          return self;
        }
    }
}

CptDraft *
cpt_draft_ref (CptDraft *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cpt_draft_unref:
 *
 * With the last reference the lock goes; what is on the disk stays and counts as abandoned.
 */
void
cpt_draft_unref (CptDraft *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  cpt_lock_free (self->lock);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

const char *
cpt_draft_get_path (CptDraft *self)
{
  return self->path;
}

static void
append_string (GString *member, const char *key, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (member, "%s\"%s\": ", member->str[member->len - 1] == '{' ? "" : ", ", key);
  cpt_json_append_string (member, value, -1);
}

static char *
dup_digest (const char *json)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}

static char *
dup_draft_member (const CptDraftOrigin *origin)
{
  g_autofree char *uri = origin == NULL || origin->document == NULL ? NULL : g_file_get_uri (origin->document);
  g_autofree char *saving = uri == NULL || origin->saving == NULL ? NULL : cpt_store_to_json (origin->saving);
  g_autofree char *digest = saving == NULL ? NULL : dup_digest (saving);
  GString *member = g_string_new ("\"" CPT_STORE_DRAFT_KEY "\": {");

  append_string (member, "file", uri);
  append_string (member, "etag", uri == NULL ? NULL : origin->etag);
  append_string (member, "saving", digest);
  g_string_append_c (member, '}');
  return g_string_free (member, FALSE);
}

/**
 * cpt_draft_write:
 * @state: the unsaved state
 * @generation: of the history
 * @origin: (nullable): what it is a draft of
 *
 * Returns: whether the draft, or a later one, is on the disk
 *
 * Thread: any; blocks.
 * Errors: those of GIO.
 */
gboolean
cpt_draft_write (CptDraft *self, CptState *state, guint64 generation, const CptDraftOrigin *origin, GError **error)
{
  g_autofree char *member = dup_draft_member (origin);
  g_autofree char *json = cpt_store_to_json_with (state, member);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->touched && generation < self->generation)
    return TRUE;
  if (!cpt_store_replace_plain (self->path, json, strlen (json), error))
    return FALSE;
  self->generation = generation;
  self->touched = TRUE;
  return TRUE;
}

/**
 * cpt_draft_remove:
 * @generation: of the state that is safe elsewhere, or that nobody wants
 *
 * Returns: whether no draft of this generation or an earlier one is on the disk
 *
 * Thread: any; blocks.
 */
gboolean
cpt_draft_remove (CptDraft *self, guint64 generation, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->touched && generation < self->generation)
    return TRUE;
  if (g_unlink (self->path) != 0 && errno != ENOENT)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  self->generation = generation;
  self->touched = TRUE;
  return TRUE;
}

/* --- what was left behind --- */

/* "3f….counterpoint", "3f….lock" and ".3f….counterpoint.Xy12Zw", which was being written, all belong to "3f…". */
static char *
dup_id (const char *name)
{
  const char *begin = *name == '.' ? name + 1 : name;
  gsize length = strspn (begin, "0123456789abcdef");

  return length > 0 && (g_str_has_prefix (begin + length, CPT_STORE_SUFFIX) || strcmp (begin + length, LOCK_SUFFIX) == 0)
                 && !g_str_has_suffix (name, ASIDE_SUFFIX)
             ? g_strndup (begin, length)
             : NULL;
}

static GHashTable *
list_ids (const char *folder, GPtrArray *temporaries)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *id = dup_id (name);

      if (id != NULL)
        g_hash_table_add (ids, id);
      if (id != NULL && *name == '.')
        g_ptr_array_add (temporaries, g_strdup (name));
    }
  return ids;
}

static void
remove_temporaries (const char *folder, const char *id, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (g_str_has_prefix ((const char *) names->pdata[i] + 1, id))
        g_unlink (path);
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(CptDraft *const *) a)->path, (*(CptDraft *const *) b)->path);
}

/**
 * cpt_draft_find_abandoned:
 * @folder: where drafts are kept
 *
 * Takes the drafts that nobody works on, and clears away what else their programs left there.
 *
 * Returns: (transfer full) (element-type CptDraft): drafts that the caller now holds; no other program is offered them
 *
 * Thread: any; blocks.
 */
GPtrArray *
cpt_draft_find_abandoned (const char *folder)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_draft_unref);
  g_autoptr (GPtrArray) temporaries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) ids = list_ids (folder, temporaries);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      CptDraft *draft = draft_new (folder, id, NULL);

      if (draft == NULL)
        continue;
      remove_temporaries (folder, id, temporaries);
      if (g_file_test (draft->path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (drafts, draft);
      else
        cpt_draft_unref (draft);
    }
  g_ptr_array_sort (drafts, compare_paths);
  return drafts;
}

static const char *
get_string (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* What the window showed is no part of the work; views that are equal make everything else comparable. */
static char *
dup_json_without_view (CptState *state)
{
  g_autoptr (CptState) plain = cpt_state_with_view (state, "{}");

  return cpt_store_to_json (plain);
}

static gboolean
holds_the_same (const char *data, gsize length_bytes, CptState *state)
{
  g_autoptr (CptState) saved = cpt_store_parse (data, (gssize) length_bytes, "", NULL);
  g_autofree char *expected = dup_json_without_view (state);
  g_autofree char *json = saved == NULL ? NULL : dup_json_without_view (saved);

  return g_strcmp0 (json, expected) == 0;
}

/* The file that the draft is one of may be the program's own doing, of which it did not hear any more. */
static void
compare_document (CptRecovered *recovered, const char *saving)
{
  g_autofree char *data = NULL, *gio_etag = NULL, *digest = NULL;
  gsize length_bytes;

  if (!g_file_load_contents (recovered->document, NULL, &data, &length_bytes, &gio_etag, NULL))
    return;
  recovered->is_saved = holds_the_same (data, length_bytes, recovered->state);
  digest = saving == NULL ? NULL : g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) data, length_bytes);
  if (!recovered->is_saved && (saving == NULL || strcmp (digest, saving) != 0))
    return;
  g_free (recovered->etag);
  recovered->etag = cpt_store_etag_new (gio_etag, (goffset) length_bytes);
}

static void
read_origin (CptRecovered *recovered, const char *json)
{
  g_autoptr (JsonNode) root = cpt_json_parse (json, -1, NULL);
  JsonObject *object = root == NULL || !JSON_NODE_HOLDS_OBJECT (root) ? NULL : json_node_get_object (root);
  JsonNode *node = object == NULL ? NULL : json_object_get_member (object, CPT_STORE_DRAFT_KEY);
  const char *uri;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_node_get_object (node);
  uri = get_string (object, "file");
  if (uri == NULL)
    return;
  recovered->document = g_file_new_for_uri (uri);
  recovered->etag = g_strdup (get_string (object, "etag"));
  compare_document (recovered, get_string (object, "saving"));
}

static GDateTime *
get_time_written (const char *path)
{
  GStatBuf status;

  return g_date_time_new_from_unix_local (g_stat (path, &status) == 0 ? status.st_mtime : g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * cpt_draft_read:
 *
 * Returns: (transfer full) (nullable): what it holds
 *
 * Thread: any; blocks.
 * Errors: as cpt_store_load(). The draft stays as it is.
 */
CptRecovered *
cpt_draft_read (CptDraft *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autofree char *json = NULL;
  CptState *state = cpt_store_load (file, NULL, NULL, error);
  CptRecovered *recovered;

  if (state == NULL)
    return NULL;
  recovered = g_new0 (CptRecovered, 1);
  recovered->state = state;
  recovered->written = get_time_written (self->path);
  if (g_file_get_contents (self->path, &json, NULL, NULL))
    read_origin (recovered, json);
  return recovered;
}

/**
 * cpt_draft_set_aside:
 *
 * For a draft that cannot be read: it stays on the disk under another name, for people who know more, and is not offered
 * again.
 *
 * Returns: (transfer full): its path now
 */
char *
cpt_draft_set_aside (CptDraft *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  char *aside = g_strconcat (self->path, ASIDE_SUFFIX, NULL);

  if (g_rename (self->path, aside) == 0)
    return aside;
  g_free (aside);
  return g_strdup (self->path);
}

void
cpt_recovered_free (CptRecovered *self)
{
  if (self == NULL)
    return;
  cpt_state_unref (self->state);
  g_clear_object (&self->document);
  g_free (self->etag);
  g_date_time_unref (self->written);
  g_free (self);
}
