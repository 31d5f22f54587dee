// SPDX-License-Identifier: GPL-3.0-or-later
// A system that fails at any one call of a save: either the old file is there afterwards or the new one, and it is whole.
#define _GNU_SOURCE /* unshare(), setresuid() */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cpt-draft.h"
#include "fault.h"
#include "states.h"

typedef struct
{
  char *folder;
  GFile *file;
  CptState *first;
  CptState *second;
  char *first_json;
  char *second_json;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (CptCommand) command = NULL;

  fixture->folder = g_dir_make_tmp ("cpt-faults-XXXXXX", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "week.counterpoint", NULL);
  fixture->first = states_new_random (rand, 2, 20);
  command = cpt_command_set_title (fixture->first, "Second");
  fixture->second = cpt_state_ref (cpt_command_get_after (command));
  fixture->first_json = cpt_store_to_json (fixture->first);
  fixture->second_json = cpt_store_to_json (fixture->second);
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  cpt_state_unref (fixture->first);
  cpt_state_unref (fixture->second);
  g_free (fixture->first_json);
  g_free (fixture->second_json);
}

static char *
dup_contents (Fixture *fixture)
{
  char *contents = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &contents, NULL, NULL));
  return contents;
}

static void
assert_no_litter (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpint (*name, !=, '.');
}

/* Saves with the call number @n failing; FALSE when the save made fewer calls. */
static gboolean
save_with_fault (Fixture *fixture, int n, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL, *contents = NULL;
  gboolean saved, reached;

  empty_folder (fixture->folder);
  g_assert_true (cpt_store_save (fixture->first, fixture->file, NULL, &etag, NULL, NULL));
  fault.calls_left = n;
  fault.code = code;
  fault.armed = TRUE;
  saved = cpt_store_save (fixture->second, fixture->file, etag, NULL, NULL, &error);
  reached = fault.calls_left < 0;
  fault.armed = FALSE;
  contents = dup_contents (fixture);
  g_assert_cmpstr (contents, ==, saved ? fixture->second_json : fixture->first_json);
  g_assert_true (saved == (error == NULL));
  if (!saved)
    {
      g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_WRITE);
      g_assert_true (g_str_has_prefix (error->message, "week.counterpoint: "));
      g_assert_nonnull (strstr (error->message, cpt_store_describe_errno (code)));
    }
  assert_no_litter (fixture->folder);
  return reached;
}

static void
test_each_call (Fixture *fixture, gconstpointer data)
{
  static const int codes[] = { ENOSPC, EIO, EDQUOT };
  int n_calls = 0;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (n_calls = 0; save_with_fault (fixture, n_calls, codes[i]); n_calls++)
      ;
  g_test_message ("%d calls a save", n_calls);
  g_assert_cmpint (n_calls, >=, 6);
}

/* A draft that could not be written leaves the one before. */
static void
test_each_call_of_a_draft (Fixture *fixture, gconstpointer data)
{
  g_autofree char *drafts = g_build_filename (fixture->folder, "drafts", NULL);
  g_autoptr (CptDraft) draft = cpt_draft_new (drafts, NULL);
  gboolean reached = TRUE;

  for (int n = 0; reached; n++)
    {
      g_autoptr (CptRecovered) recovered = NULL;
      gboolean written;

      g_assert_true (cpt_draft_write (draft, fixture->first, 1, NULL, NULL));
      fault.calls_left = n;
      fault.code = ENOSPC;
      fault.armed = TRUE;
      written = cpt_draft_write (draft, fixture->second, 1, NULL, NULL);
      reached = fault.calls_left < 0;
      fault.armed = FALSE;
      recovered = cpt_draft_read (draft, NULL);
      g_assert_cmpstr (cpt_state_get_title (recovered->state), ==, cpt_state_get_title (written ? fixture->second : fixture->first));
      assert_no_litter (drafts);
    }
  cpt_draft_remove (draft, 2, NULL);
  g_clear_pointer (&draft, cpt_draft_unref);
  g_rmdir (drafts);
}

/* --- the real thing, in a child that may mount or be somebody else --- */

#define CHILD_FAILED 1
#define CHILD_CANNOT 2

static int
run_child (Fixture *fixture, int (*run) (Fixture *fixture))
{
  pid_t pid = fork ();
  int status;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    _exit (run (fixture));
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static gboolean
write_proc (const char *path, const char *line)
{
  int fd = g_open (path, O_WRONLY, 0);
  gboolean written = fd >= 0 && write (fd, line, strlen (line)) == (gssize) strlen (line);

  if (fd >= 0)
    g_close (fd, NULL);
  return written;
}

/* An ordinary user may mount in a user namespace of their own, but is nobody there, who can make no file, until it is said
 * who they are. */
static gboolean
enter_own_namespace (void)
{
  g_autofree char *user = g_strdup_printf ("%u %u 1", geteuid (), geteuid ());
  g_autofree char *group = g_strdup_printf ("%u %u 1", getegid (), getegid ());

  if (geteuid () == 0)
    return unshare (CLONE_NEWNS) == 0;
  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_proc ("/proc/self/uid_map", user)
         && write_proc ("/proc/self/setgroups", "deny") && write_proc ("/proc/self/gid_map", group);
}

static int
save_on_small_disk (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *filler = g_build_filename (fixture->folder, "filler", NULL);
  static const char block[4096];
  int fd;

  if (!enter_own_namespace () || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("tmpfs", fixture->folder, "tmpfs", 0, "size=128k") != 0)
    return CHILD_CANNOT;
  if (!cpt_store_save (fixture->first, fixture->file, NULL, NULL, NULL, NULL))
    return CHILD_FAILED;
  fd = g_open (filler, O_WRONLY | O_CREAT, 0600);
  while (write (fd, block, sizeof block) > 0)
    ;
  g_close (fd, NULL);
  if (cpt_store_save (fixture->second, fixture->file, NULL, NULL, NULL, &error)
      || !g_error_matches (error, CPT_STORE_ERROR, CPT_STORE_ERROR_WRITE)
      || strstr (error->message, cpt_store_describe_errno (ENOSPC)) == NULL)
    return CHILD_FAILED;
  contents = dup_contents (fixture);
  if (strcmp (contents, fixture->first_json) != 0)
    return CHILD_FAILED;
  g_unlink (filler); /* somebody makes room */
  return cpt_store_save (fixture->second, fixture->file, NULL, NULL, NULL, NULL) ? 0 : CHILD_FAILED;
}

/* Where nothing may be mounted the full disk is the one that test_each_call() plays at every call; that is no skip. */
static void
test_small_disk (Fixture *fixture, gconstpointer data)
{
  int status = run_child (fixture, save_on_small_disk);

  if (status == CHILD_CANNOT)
    g_test_message ("no file system may be mounted here: played by failing calls only");
  else
    g_assert_cmpint (status, ==, 0);
}

/* Permissions do not bind root. */
static gboolean
become_nobody (void)
{
  return geteuid () != 0 || setresuid (65534, 65534, 65534) == 0;
}

/* The folder takes no new file beside it, but the file itself may be written. */
static int
save_in_place (Fixture *fixture)
{
  g_autofree char *contents = NULL;

  if (!become_nobody () || !cpt_store_save (fixture->second, fixture->file, NULL, NULL, NULL, NULL))
    return CHILD_FAILED;
  contents = dup_contents (fixture);
  return strcmp (contents, fixture->second_json) == 0 ? 0 : CHILD_FAILED;
}

static int
save_into_read_only_folder (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  if (!become_nobody ())
    return CHILD_CANNOT;
  if (cpt_store_save (fixture->second, fixture->file, NULL, NULL, NULL, &error)
      || !g_error_matches (error, CPT_STORE_ERROR, CPT_STORE_ERROR_WRITE)
      || strstr (error->message, cpt_store_describe_errno (EACCES)) == NULL)
    return CHILD_FAILED;
  contents = dup_contents (fixture);
  return strcmp (contents, fixture->first_json) == 0 ? 0 : CHILD_FAILED;
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_true (cpt_store_save (fixture->first, fixture->file, NULL, NULL, NULL, NULL));
  g_assert_cmpint (g_chmod (g_file_peek_path (fixture->file), 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (run_child (fixture, save_into_read_only_folder), ==, 0);
  g_assert_cmpint (g_chmod (g_file_peek_path (fixture->file), 0666), ==, 0);
  g_assert_cmpint (run_child (fixture, save_in_place), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

static void
test_vanished_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cpt_store_save (fixture->first, fixture->file, NULL, &etag, NULL, NULL));
  empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_false (cpt_store_save (fixture->second, fixture->file, etag, NULL, NULL, &error));
  g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, cpt_store_describe_errno (ENOENT)));
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS)); /* nobody guesses where it should have been */
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/store/faults/each-call", test_each_call },
    { "/store/faults/each-call-of-a-draft", test_each_call_of_a_draft },
    { "/store/faults/small-disk", test_small_disk },
    { "/store/faults/read-only-folder", test_read_only_folder },
    { "/store/faults/vanished-folder", test_vanished_folder },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
