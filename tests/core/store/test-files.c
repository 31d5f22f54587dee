// SPDX-License-Identifier: GPL-3.0-or-later
// Loading and saving files: nothing that is there is lost, whatever happens.
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cpt-store.h"
#include "states.h"

typedef struct
{
  char *folder;
  GFile *file;
  CptState *first;
  CptState *second;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (CptCommand) command = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("cpt-store-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  path = g_build_filename (fixture->folder, "week 51.counterpoint", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->first = states_new_random (rand, 2, 20);
  command = cpt_command_set_title (fixture->first, "Second");
  fixture->second = cpt_state_ref (cpt_command_get_after (command));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_chmod (fixture->folder, 0700);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  cpt_state_unref (fixture->first);
  cpt_state_unref (fixture->second);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_holds (const char *path, CptState *state)
{
  g_autofree char *expected = cpt_store_to_json (state);
  g_autofree char *data = NULL;

  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_cmpstr (data, ==, expected);
}

static char *
save (Fixture *fixture, CptState *state, const char *expected_etag)
{
  g_autoptr (GError) error = NULL;
  char *etag = NULL;

  cpt_store_save (state, fixture->file, expected_etag, &etag, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (etag);
  assert_holds (g_file_peek_path (fixture->file), state);
  return etag;
}

static void
assert_refused (Fixture *fixture, CptState *state, const char *expected_etag, CptStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cpt_store_save (state, fixture->file, expected_etag, NULL, NULL, &error));
  g_assert_error (error, CPT_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, "week 51.counterpoint: "));
}

static void
test_save_and_load (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = save (fixture, fixture->first, NULL);
  g_autofree char *read_etag = NULL;
  g_autofree char *next_etag = NULL;
  g_autofree char *backup = g_strconcat (g_file_peek_path (fixture->file), "~", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) state = cpt_store_load (fixture->file, &read_etag, NULL, &error);

  g_assert_no_error (error);
  states_assert_sound (state);
  g_assert_cmpstr (etag, ==, read_etag);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  next_etag = save (fixture, fixture->second, etag);
  assert_holds (backup, fixture->first);
  g_assert_cmpuint (count_files (fixture), ==, 2); /* nothing temporary stays */
}

static void
test_changed_underneath (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = save (fixture, fixture->first, NULL);
  g_autofree char *forced = NULL;
  const char *path = g_file_peek_path (fixture->file);

  g_assert_true (g_file_set_contents (path, "somebody else's", -1, NULL));
  assert_refused (fixture, fixture->second, etag, CPT_STORE_ERROR_CHANGED);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_remove (path);
  forced = save (fixture, fixture->second, etag); /* what is gone cannot be overwritten */
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_assert_null (cpt_store_load (fixture->file, NULL, NULL, &error));
  g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "week 51.counterpoint"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "PK\3\4", -1, NULL));
  g_assert_null (cpt_store_load (fixture->file, NULL, NULL, &error));
  g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_false (cpt_store_save (fixture->first, fixture->file, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_links_and_modes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *real = g_build_filename (fixture->folder, "real", NULL);
  g_autofree char *etag = NULL;
  struct stat status;

  g_assert_true (g_file_set_contents (real, "old", -1, NULL));
  g_assert_cmpint (g_chmod (real, 0640), ==, 0);
  g_assert_cmpint (symlink ("real", g_file_peek_path (fixture->file)), ==, 0);
  etag = save (fixture, fixture->first, NULL);
  assert_holds (real, fixture->first);
  g_assert_true (g_file_test (g_file_peek_path (fixture->file), G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (real, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
}

static void
test_places_that_refuse (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gone = g_build_filename (fixture->folder, "no", "such", "week 51.counterpoint", NULL);

  g_assert_cmpint (g_mkdir (g_file_peek_path (fixture->file), 0700), ==, 0);
  assert_refused (fixture, fixture->first, NULL, CPT_STORE_ERROR_WRITE); /* a folder of that name */
  g_object_unref (fixture->file);
  fixture->file = g_file_new_for_path (gone);
  assert_refused (fixture, fixture->first, NULL, CPT_STORE_ERROR_WRITE);
  g_object_unref (fixture->file);
  fixture->file = g_file_new_build_filename ("/dev/full", "week 51.counterpoint", NULL);
  assert_refused (fixture, fixture->first, NULL, CPT_STORE_ERROR_WRITE);
}

/* A disk that fills up while the file is written, played by a limit on the size of files. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = save (fixture, fixture->first, NULL);
  struct rlimit old, small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = (struct rlimit){ 1000, old.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_refused (fixture, fixture->second, etag, CPT_STORE_ERROR_WRITE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  assert_holds (g_file_peek_path (fixture->file), fixture->first);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Wait;

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) state = NULL;
  g_autofree char *saved_etag = NULL;
  g_autofree char *loaded_etag = NULL;

  cpt_store_save_async (fixture->first, fixture->file, NULL, NULL, ready_cb, &wait);
  g_main_loop_run (wait.loop);
  g_assert_true (cpt_store_save_finish (wait.result, &saved_etag, &error));
  g_assert_no_error (error);
  g_clear_object (&wait.result);
  cpt_store_load_async (fixture->file, NULL, ready_cb, &wait);
  g_main_loop_run (wait.loop);
  state = cpt_store_load_finish (wait.result, &loaded_etag, &error);
  g_assert_no_error (error);
  states_assert_sound (state);
  g_assert_cmpstr (saved_etag, ==, loaded_etag);
  g_clear_object (&wait.result);
  cpt_store_save_async (fixture->second, fixture->file, "another", NULL, ready_cb, &wait);
  g_main_loop_run (wait.loop);
  g_assert_false (cpt_store_save_finish (wait.result, NULL, &error));
  g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_CHANGED);
  g_clear_object (&wait.result);
  g_main_loop_unref (wait.loop);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/store/files/save-and-load", test_save_and_load },
    { "/store/files/changed-underneath", test_changed_underneath },
    { "/store/files/unreadable", test_unreadable },
    { "/store/files/links-and-modes", test_links_and_modes },
    { "/store/files/places-that-refuse", test_places_that_refuse },
    { "/store/files/full-disk", test_full_disk },
    { "/store/files/async", test_async },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
