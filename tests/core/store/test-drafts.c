// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts and locks: when they are there, when they go, who is offered them.
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cpt-draft-keeper.h"
#include "cpt-lock.h"
#include "states.h"

typedef struct
{
  char *folder;
  char *drafts;
  GFile *file;
  CptHistory *history;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (CptState) state = states_new_random (rand, 2, 9);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);

  fixture->folder = g_dir_make_tmp ("cpt-drafts-XXXXXX", NULL);
  fixture->drafts = g_build_filename (fixture->folder, "state", "drafts", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "week.counterpoint", NULL);
  fixture->history = cpt_history_new (comparison);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  remove_tree (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
  g_free (fixture->drafts);
}

static CptState *
get_state (Fixture *fixture)
{
  return cpt_comparison_get_state (cpt_history_get_comparison (fixture->history));
}

static void
set_title (Fixture *fixture, const char *title)
{
  g_autoptr (CptCommand) command = cpt_command_set_title (get_state (fixture), title);

  cpt_history_do (fixture->history, command);
}

static guint
count_entries (const char *folder, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}

static guint
count_drafts (Fixture *fixture)
{
  return count_entries (fixture->drafts, CPT_STORE_SUFFIX);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
flush (CptDraftKeeper *keeper, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cpt_draft_keeper_flush_async (keeper, ready_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return cpt_draft_keeper_flush_finish (keeper, result, error);
}

static void
forget (CptDraftKeeper *keeper)
{
  g_autoptr (GAsyncResult) result = NULL;

  cpt_draft_keeper_forget_async (keeper, ready_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cpt_draft_keeper_forget_finish (keeper, result, NULL));
}

static CptRecovered *
recover_the_one (Fixture *fixture)
{
  g_autoptr (GPtrArray) drafts = cpt_draft_find_abandoned (fixture->drafts);
  g_autoptr (GError) error = NULL;
  CptRecovered *recovered;

  g_assert_cmpuint (drafts->len, ==, 1);
  recovered = cpt_draft_read (drafts->pdata[0], &error);
  g_assert_no_error (error);
  return recovered;
}

static void
assert_equal_states (CptState *a, CptState *b)
{
  g_autofree char *first = cpt_store_to_json (a);
  g_autofree char *second = cpt_store_to_json (b);

  g_assert_cmpstr (first, ==, second);
}

/* A worker may hold a reference for a moment after its job is done. */
static void
end_keeper (CptDraftKeeper *keeper)
{
  g_object_add_weak_pointer (G_OBJECT (keeper), (gpointer *) &keeper);
  g_object_unref (keeper);
  while (keeper != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

/* Nobody flushes: the timer alone writes, and later changes do not push it on. */
static void
test_timer (Fixture *fixture, gconstpointer data)
{
  CptDraftKeeper *keeper = cpt_draft_keeper_new (fixture->history, fixture->drafts, NULL, 60);
  guint n_changes = 0;

  while (count_drafts (fixture) == 0) /* a timer that is pushed on by each change would never come to it */
    {
      g_autofree char *title = g_strdup_printf ("Change %u", n_changes++);

      set_title (fixture, title);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (flush (keeper, NULL));
  end_keeper (keeper);
  {
    g_autoptr (CptRecovered) recovered = recover_the_one (fixture);

    assert_equal_states (recovered->state, get_state (fixture));
    g_assert_null (recovered->document);
    g_assert_false (recovered->is_saved);
  }
}

static void
test_nothing_without_changes (Fixture *fixture, gconstpointer data)
{
  CptDraftKeeper *keeper = cpt_draft_keeper_new (fixture->history, fixture->drafts, NULL, 1);

  cpt_draft_keeper_set_document (keeper, fixture->file, "tag");
  g_assert_true (flush (keeper, NULL));
  g_assert_false (g_file_test (fixture->drafts, G_FILE_TEST_EXISTS));
  end_keeper (keeper);
}

/* Saving and undoing everything make the draft superfluous; it goes by itself. */
static void
test_goes_when_saved (Fixture *fixture, gconstpointer data)
{
  CptDraftKeeper *keeper = cpt_draft_keeper_new (fixture->history, fixture->drafts, NULL, 5000);

  set_title (fixture, "a");
  g_assert_true (flush (keeper, NULL));
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
  cpt_history_mark_saved (fixture->history, get_state (fixture));
  while (count_drafts (fixture) > 0)
    g_main_context_iteration (NULL, TRUE);
  set_title (fixture, "b");
  g_assert_true (flush (keeper, NULL));
  cpt_history_undo (fixture->history);
  while (count_drafts (fixture) > 0)
    g_main_context_iteration (NULL, TRUE);
  end_keeper (keeper);
  g_assert_cmpuint (count_entries (fixture->drafts, ""), ==, 0); /* the lock goes with its keeper */
}

static void
test_forgotten (Fixture *fixture, gconstpointer data)
{
  CptDraftKeeper *keeper = cpt_draft_keeper_new (fixture->history, fixture->drafts, NULL, 1);

  set_title (fixture, "a");
  cpt_draft_keeper_flush_async (keeper, NULL, NULL); /* the first draft is being written at this moment */
  forget (keeper);
  set_title (fixture, "b");
  g_assert_true (flush (keeper, NULL));
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  end_keeper (keeper);
}

/* What belongs to an earlier generation comes too late. */
static void
test_late_writes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CptDraft) draft = cpt_draft_new (fixture->drafts, NULL);
  g_autoptr (CptState) old = cpt_state_ref (get_state (fixture));

  set_title (fixture, "new");
  g_assert_true (cpt_draft_write (draft, get_state (fixture), 7, NULL, NULL));
  g_assert_true (cpt_draft_write (draft, old, 6, NULL, NULL));
  g_assert_true (cpt_draft_remove (draft, 6, NULL));
  {
    g_autoptr (CptRecovered) recovered = cpt_draft_read (draft, NULL);

    assert_equal_states (recovered->state, get_state (fixture));
  }
  g_assert_true (cpt_draft_remove (draft, 8, NULL));
  g_assert_true (cpt_draft_write (draft, old, 7, NULL, NULL));
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
}

static void
test_document_of_draft (Fixture *fixture, gconstpointer data)
{
  CptDraftKeeper *keeper = cpt_draft_keeper_new (fixture->history, fixture->drafts, NULL, 5000);

  set_title (fixture, "saved \"so\"");
  cpt_draft_keeper_set_document (keeper, fixture->file, "12:34/56");
  g_assert_true (flush (keeper, NULL));
  end_keeper (keeper);
  {
    g_autoptr (CptRecovered) recovered = recover_the_one (fixture);

    g_assert_true (g_file_equal (recovered->document, fixture->file));
    g_assert_cmpstr (recovered->etag, ==, "12:34/56");
    g_assert_false (recovered->is_saved);
  }
  g_assert_true (cpt_store_save (get_state (fixture), fixture->file, NULL, NULL, NULL, NULL));
  {
    g_autoptr (CptRecovered) recovered = recover_the_one (fixture);

    g_assert_true (recovered->is_saved);
  }
}

/* The mark of a draft stays in the draft: saved from there, the comparison is like any other. */
static void
test_draft_opens_as_comparison (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CptDraft) draft = cpt_draft_new (fixture->drafts, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (cpt_draft_get_path (draft));
  CptDraftOrigin origin = { .document = fixture->file };
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) state = NULL;

  g_assert_true (cpt_draft_write (draft, get_state (fixture), 1, &origin, NULL));
  state = cpt_store_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_equal_states (state, get_state (fixture));
}

static void
test_held_drafts_are_not_offered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CptDraft) draft = cpt_draft_new (fixture->drafts, NULL);
  g_autoptr (GPtrArray) first = NULL, second = NULL, third = NULL;

  g_assert_true (cpt_draft_write (draft, get_state (fixture), 1, NULL, NULL));
  first = cpt_draft_find_abandoned (fixture->drafts);
  g_assert_cmpuint (first->len, ==, 0);
  g_clear_pointer (&draft, cpt_draft_unref);
  second = cpt_draft_find_abandoned (fixture->drafts);
  g_assert_cmpuint (second->len, ==, 1);
  third = cpt_draft_find_abandoned (fixture->drafts); /* another program that starts at the same time */
  g_assert_cmpuint (third->len, ==, 0);
}

static void
write_file (Fixture *fixture, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->drafts, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

/* What a killed program leaves besides is cleared away; what is not ours is not touched. */
static void
test_litter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->drafts, 0700), ==, 0);
  write_file (fixture, "0123abcd.lock", "");
  write_file (fixture, ".0123abcd.counterpoint.Xy12Zw", "{\"format\"");
  write_file (fixture, "notes.txt", "mine");
  write_file (fixture, "0123abcf.counterpoint.unreadable", "?");
  drafts = cpt_draft_find_abandoned (fixture->drafts);
  g_assert_cmpuint (drafts->len, ==, 0);
  g_assert_cmpuint (count_entries (fixture->drafts, ""), ==, 2);
}

static void
test_unreadable_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *contents = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->drafts, 0700), ==, 0);
  write_file (fixture, "0123abcd.counterpoint", "{\"format\"");
  drafts = cpt_draft_find_abandoned (fixture->drafts);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_null (cpt_draft_read (drafts->pdata[0], &error));
  g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_DAMAGED);
  aside = cpt_draft_set_aside (drafts->pdata[0]);
  g_clear_pointer (&drafts, g_ptr_array_unref);
  drafts = cpt_draft_find_abandoned (fixture->drafts);
  g_assert_cmpuint (drafts->len, ==, 0);
  g_assert_true (g_file_get_contents (aside, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "{\"format\"");
}

/* A place that takes no drafts is told, tried again, and forgiven. */
static void
test_problem (Fixture *fixture, gconstpointer data)
{
  g_autofree char *in_the_way = g_path_get_dirname (fixture->drafts);
  CptDraftKeeper *keeper = cpt_draft_keeper_new (fixture->history, fixture->drafts, NULL, 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (in_the_way, "a file where the folder should be", -1, NULL));
  set_title (fixture, "a");
  g_assert_false (flush (keeper, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (cpt_draft_keeper_get_problem (keeper), ==, error->message);
  g_remove (in_the_way);
  while (cpt_draft_keeper_get_problem (keeper) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
  end_keeper (keeper);
}

static void
test_last_moment (Fixture *fixture, gconstpointer data)
{
  CptDraftKeeper *keeper = cpt_draft_keeper_new (fixture->history, fixture->drafts, NULL, 5000);

  set_title (fixture, "a");
  cpt_draft_keeper_flush_async (keeper, NULL, NULL);
  set_title (fixture, "b");
  g_assert_true (cpt_draft_keeper_flush (keeper, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  end_keeper (keeper);
  {
    g_autoptr (CptRecovered) recovered = recover_the_one (fixture);

    g_assert_cmpstr (cpt_state_get_title (recovered->state), ==, "b");
  }
}

static void
test_document_lock (Fixture *fixture, gconstpointer data)
{
  g_autofree char *locks = g_build_filename (fixture->folder, "locks", NULL);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (link_path);
  g_autoptr (GFile) other = g_file_new_build_filename (fixture->folder, "other.counterpoint", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptLock) lock = NULL, other_lock = NULL;

  g_assert_true (cpt_store_save (get_state (fixture), fixture->file, NULL, NULL, NULL, NULL));
  g_assert_cmpint (symlink ("week.counterpoint", link_path), ==, 0);
  lock = cpt_lock_take_document (locks, fixture->file, &error);
  g_assert_no_error (error);
  g_assert_null (cpt_lock_take_document (locks, link_file, &error)); /* the same file by another name */
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  other_lock = cpt_lock_take_document (locks, other, NULL);
  g_assert_nonnull (other_lock);
  g_clear_pointer (&lock, cpt_lock_free);
  lock = cpt_lock_take_document (locks, link_file, NULL);
  g_assert_nonnull (lock);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/store/drafts/timer", test_timer },
    { "/store/drafts/nothing-without-changes", test_nothing_without_changes },
    { "/store/drafts/goes-when-saved", test_goes_when_saved },
    { "/store/drafts/forgotten", test_forgotten },
    { "/store/drafts/late-writes", test_late_writes },
    { "/store/drafts/document", test_document_of_draft },
    { "/store/drafts/opens-as-comparison", test_draft_opens_as_comparison },
    { "/store/drafts/held", test_held_drafts_are_not_offered },
    { "/store/drafts/litter", test_litter },
    { "/store/drafts/unreadable", test_unreadable_draft },
    { "/store/drafts/problem", test_problem },
    { "/store/drafts/last-moment", test_last_moment },
    { "/store/drafts/document-lock", test_document_lock },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
