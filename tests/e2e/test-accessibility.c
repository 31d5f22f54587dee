// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody meets who does not see the window or has no mouse: names, roles and states of all that can be worked, on
// every page; where the Tab key leads; and the main job, from the article to the saved comparison, by keys alone.
#include "driver.h"

#include "cpt-store.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_DEPTH 60
#define MAX_TABS 80

static char *folder;

/* --- names and roles --- */

/* What can be worked. GTK 4.8 calls a toggle button a push button. */
static gboolean
is_control (AtspiRole role)
{
  switch (role)
    {
    case ATSPI_ROLE_PUSH_BUTTON:
    case ATSPI_ROLE_TOGGLE_BUTTON:
    case ATSPI_ROLE_CHECK_BOX:
    case ATSPI_ROLE_COMBO_BOX:
    case ATSPI_ROLE_ENTRY:
    case ATSPI_ROLE_TEXT:
    case ATSPI_ROLE_SPIN_BUTTON:
    case ATSPI_ROLE_LIST:
    case ATSPI_ROLE_LIST_ITEM:
    case ATSPI_ROLE_PAGE_TAB:
    case ATSPI_ROLE_MENU_ITEM:
    case ATSPI_ROLE_DIALOG:
    case ATSPI_ROLE_FRAME:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Pages behind the shown one have no size. */
static gboolean
is_on_screen (AtspiAccessible *node)
{
  AtspiComponent *component = atspi_accessible_get_component_iface (node);
  AtspiRect *extents = component == NULL ? NULL : atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  gboolean on_screen = extents != NULL && extents->width > 0 && extents->height > 0;

  g_free (extents);
  g_clear_object (&component);
  return on_screen;
}

static gboolean
is_good_name (const char *name)
{
  return name != NULL && *name != '\0' && !g_str_has_prefix (name, "Gtk") && !g_str_has_prefix (name, "Cpt")
         && strchr (name, '_') == NULL;
}

/* A row of GTK's own around one of ours that has a name is passed over by readers: the inner one gets the keyboard. */
static gboolean
is_wrapper (AtspiAccessible *node, AtspiRole role)
{
  return role == ATSPI_ROLE_LIST_ITEM && atspi_accessible_get_child_count (node, NULL) == 1;
}

typedef struct
{
  guint n_controls;
  GString *problems;
} Survey;

/* Inside of GTK's own drop-down and scrollbars nothing is ours to name. */
static gboolean
is_sealed (AtspiAccessible *node, AtspiRole role)
{
  return role == ATSPI_ROLE_COMBO_BOX || role == ATSPI_ROLE_SCROLL_BAR;
}

static void
survey (AtspiAccessible *node, Survey *result, const char *path, int depth)
{
  AtspiRole role = atspi_accessible_get_role (node, NULL);
  g_autofree char *name = atspi_accessible_get_name (node, NULL), *role_name = atspi_accessible_get_role_name (node, NULL);
  g_autofree char *here = g_strdup_printf ("%s/%s", path, is_good_name (name) ? name : role_name);
  int n = depth < MAX_DEPTH ? atspi_accessible_get_child_count (node, NULL) : 0;

  if (is_control (role) && is_on_screen (node))
    {
      result->n_controls++;
      if (!is_good_name (name) && !is_wrapper (node, role))
        g_string_append_printf (result->problems, "a %s without a good name (“%s”): %s\n", role_name, name, here);
    }
  if (is_sealed (node, role))
    return;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL)
        survey (child, result, here, depth + 1);
    }
}

static void
assert_names (Driver *driver, const char *what, guint n_least)
{
  Survey result = { 0, g_string_new (NULL) };

  survey (driver_get_application (driver), &result, "", 0);
  g_test_message ("%s: %u controls", what, result.n_controls);
  if (result.problems->len > 0)
    g_error ("%s:\n%s", what, result.problems->str);
  g_assert_cmpuint (result.n_controls, >=, n_least);
  g_string_free (result.problems, TRUE);
}

/* Something that only the page shows, to know that it is there. */
static const struct
{
  const char *key, *sign;
  guint n_controls;
} pages[] = {
  { "alt+1", "Statements by topic and side", 30 },
  { "alt+2", "See more detail", 15 },
  { "alt+3", "Published", 15 },
};

static void
test_names (void)
{
  Driver *driver = driver_start ((const char *[]){ g_getenv ("CPT_SAMPLE"), NULL });

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      driver_keys (driver, pages[i].key);
      g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, pages[i].sign));
      g_usleep (400 * 1000);
      assert_names (driver, pages[i].sign, pages[i].n_controls);
      driver_screenshot (driver, pages[i].key);
    }
  driver_keys (driver, "F1");
  g_usleep (800 * 1000);
  assert_names (driver, "keyboard shortcuts", 15);
  driver_keys (driver, "Escape");
  driver_close (driver);
}

static void
test_names_of_start (void)
{
  Driver *driver = driver_start (NULL);

  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "Try the Sample"));
  assert_names (driver, "start", 6);
  driver_close (driver);
}

/* --- states --- */

static void
assert_state (Driver *driver, AtspiRole role, const char *name, AtspiStateType state, gboolean expected)
{
  g_autoptr (AtspiAccessible) node = driver_find (driver, role, name);
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  while (driver_has_state (node, state) != expected)
    {
      if (g_get_monotonic_time () > end)
        g_error ("“%s” is %sin state %d", name, expected ? "not " : "", state);
      g_usleep (50 * 1000);
    }
}

static void
test_states (void)
{
  Driver *driver = driver_start ((const char *[]){ g_getenv ("CPT_SAMPLE"), NULL });

  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "Statements by topic and side"));
  assert_state (driver, ATSPI_ROLE_INVALID, "Undo (", ATSPI_STATE_SENSITIVE, FALSE);
  assert_state (driver, ATSPI_ROLE_INVALID, "To Review", ATSPI_STATE_SENSITIVE, TRUE);
  /* The board takes the keyboard when a comparison opens; the digit decides for its first card. */
  driver_keys (driver, "2");
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "decided by hand"));
  assert_state (driver, ATSPI_ROLE_INVALID, "Undo (", ATSPI_STATE_SENSITIVE, TRUE);
  driver_keys (driver, "ctrl+z");
  driver_wait_gone (driver, ATSPI_ROLE_INVALID, "decided by hand");
  assert_state (driver, ATSPI_ROLE_INVALID, "Redo (", ATSPI_STATE_SENSITIVE, TRUE);
  driver_close (driver);
}

/* --- the Tab key --- */

typedef struct
{
  const char *key; /* of the page */
  const char *must[8];
} TabCase;

static const TabCase tab_cases[] = {
  { "alt+1", { "Recent files", "Filter statements", "Main menu", "Side Panel (F9)", "Timeline", "To Review", "Articles, 1|Sides, 3" } },
  { "alt+2", { "Recent files", "Filter statements", "Main menu", "Compare", "See more detail (+)", "Add an event (A)" } },
  { "alt+3", { "Recent files", "Filter statements", "Main menu", "Compare", "NATO", "Published", "Language" } },
};

/* Where the keyboard is, (nullable). */
static AtspiAccessible *
find_focus (AtspiAccessible *node, int depth)
{
  int n = depth < MAX_DEPTH ? atspi_accessible_get_child_count (node, NULL) : 0;
  AtspiStateSet *states = atspi_accessible_get_state_set (node);
  gboolean focused = states != NULL && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);

  g_clear_object (&states);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      AtspiAccessible *found = child == NULL ? NULL : find_focus (child, depth + 1);

      if (found != NULL)
        return found;
    }
  return focused && depth > 1 ? g_object_ref (node) : NULL;
}

static char *
dup_focus_name (Driver *driver)
{
  g_autoptr (AtspiAccessible) focus = NULL;
  g_autofree char *name = NULL;

  atspi_accessible_clear_cache (driver_get_application (driver));
  focus = find_focus (driver_get_application (driver), 0);
  if (focus == NULL)
    return NULL;
  name = atspi_accessible_get_name (focus, NULL);
  return is_good_name (name) ? g_steal_pointer (&name) : g_strdup_printf ("_%s", atspi_accessible_get_role_name (focus, NULL));
}

static void
assert_focused (Driver *driver, const char *after)
{
  g_autofree char *name = dup_focus_name (driver);

  if (!is_good_name (name))
    g_error ("after %s the keyboard is nowhere, or on something without a name (%s)", after, name);
}

static gboolean
has_stop (GPtrArray *stops, const char *name)
{
  return g_ptr_array_find_with_equal_func (stops, name, g_str_equal, NULL);
}

/* @names: alternatives; a list is entered at any of its rows */
static gboolean
has_one_of (const GPtrArray *stops, const char *names)
{
  g_auto (GStrv) alternatives = g_strsplit (names, "|", -1);

  for (guint i = 0; alternatives[i] != NULL; i++)
    if (has_stop ((GPtrArray *) stops, alternatives[i]))
      return TRUE;
  return FALSE;
}

/* Tab leads through named stops, past what must be reached, and comes round: no trap, no dead end. From the board it comes
 * back to the card that it left, so the round need not begin where the walk did. */
static void
test_tab_goes_round (gconstpointer data)
{
  const TabCase *tab_case = data;
  Driver *driver = driver_start ((const char *[]){ g_getenv ("CPT_SAMPLE"), NULL });
  g_autoptr (GPtrArray) stops = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = NULL;

  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "Statements by topic and side"));
  driver_keys (driver, tab_case->key);
  g_usleep (500 * 1000);
  for (int i = 0; i < MAX_TABS; i++)
    {
      driver_keys (driver, "Tab");
      g_usleep (80 * 1000);
      name = dup_focus_name (driver);
      g_test_message ("%s", name);
      if (!is_good_name (name))
        g_error ("Tab leads to nothing or to something without a name (%s) after “%s”", name,
                 stops->len > 0 ? (char *) stops->pdata[stops->len - 1] : "");
      if (has_stop (stops, name))
        break;
      g_ptr_array_add (stops, g_steal_pointer (&name));
    }
  g_assert_cmpuint (stops->len, >, 5);
  g_assert_cmpuint (stops->len, <, MAX_TABS);
  for (guint i = 0; tab_case->must[i] != NULL; i++)
    if (!has_one_of (stops, tab_case->must[i]))
      g_error ("Tab passes “%s” by", tab_case->must[i]);
  driver_close (driver);
}

/* --- the main job --- */

static char *
write_article (void)
{
  char *path = g_build_filename (folder, "article.txt", NULL);

  g_assert_true (g_file_set_contents (path,
                                      "NATO spokeswoman Anna Berg said on December 19 that the alliance would not attack "
                                      "anybody.\n\nThe Kremlin rejected the statement.\n\n"
                                      "The bridge over the river was closed to traffic.\n",
                                      -1, NULL));
  return path;
}

static void
press (Driver *driver, const char *keys)
{
  driver_keys (driver, keys);
  g_usleep (400 * 1000);
  assert_focused (driver, keys);
}

static void
date_the_article (Driver *driver)
{
  g_autoptr (AtspiAccessible) entry = NULL;

  press (driver, "alt+3");
  entry = driver_find (driver, ATSPI_ROLE_TEXT, "Published");
  driver_walk_to (driver, entry, "Tab");
  driver_type (driver, "20 December 2025");
  press (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "date moves"));
  driver_keys (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_INVALID, "date moves");
  driver_focus_program ();
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "20 December 2025"));
}

/* Into the column of NATO, back, and again. */
static void
move_the_bridge (Driver *driver)
{
  g_autoptr (AtspiAccessible) card = NULL;

  press (driver, "alt+1");
  press (driver, "ctrl+f");
  driver_type (driver, "bridge");
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "rejected the statement");
  press (driver, "Escape");
  press (driver, "Escape");
  card = driver_find (driver, ATSPI_ROLE_LIST_ITEM, "The bridge over the river");
  driver_walk_to (driver, card, "Right");
  press (driver, "1");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "decided by hand"));
  press (driver, "ctrl+z");
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "decided by hand");
  press (driver, "ctrl+shift+z");
  g_object_unref (driver_find (driver, ATSPI_ROLE_LIST_ITEM, "decided by hand"));
}

static void
visit_the_timeline (Driver *driver)
{
  g_autoptr (AtspiAccessible) event = NULL;

  press (driver, "alt+2");
  event = driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "19 December 2025");
  driver_walk_to (driver, event, "Tab");
  press (driver, "Return");
}

static void
wait_for_file (const char *path)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (50000);
    }
}

static void
test_main_job_by_keys (void)
{
  g_autofree char *article = write_article (), *saved = g_build_filename (folder, "keys.counterpoint", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (saved);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) state = NULL;
  const CptArticleState *opened;
  Driver *driver = driver_start (NULL);

  driver_keys (driver, "ctrl+o");
  driver_choose_file (driver, article);
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "The bridge over the river"));
  date_the_article (driver);
  move_the_bridge (driver);
  visit_the_timeline (driver);
  driver_keys (driver, "ctrl+s");
  driver_save_as (driver, saved);
  wait_for_file (saved);
  driver_close (driver);

  state = cpt_store_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  opened = cpt_state_get_article (state, 0);
  g_assert_cmpuint (((const CptStatement *) opened->statements->pdata[opened->statements->len - 1])->now.sides, ==,
                    CPT_SIDE_BIT (0));
  g_assert_cmpint (cpt_article_get_published_day (opened->article), ==, cpt_day_from_ymd (2025, 12, 20));
  g_assert_cmpint (g_remove (saved), ==, 0);
  g_assert_cmpint (g_remove (article), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  /* libatspi warns while a program is still registering. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpint (atspi_init (), <=, 1);
  folder = g_dir_make_tmp ("counterpoint-keys-XXXXXX", NULL);
  g_test_add_func ("/accessibility/names", test_names);
  g_test_add_func ("/accessibility/names-of-start", test_names_of_start);
  g_test_add_func ("/accessibility/states", test_states);
  g_test_add_data_func ("/accessibility/tab/compare", &tab_cases[0], test_tab_goes_round);
  g_test_add_data_func ("/accessibility/tab/timeline", &tab_cases[1], test_tab_goes_round);
  g_test_add_data_func ("/accessibility/tab/article", &tab_cases[2], test_tab_goes_round);
  g_test_add_func ("/accessibility/main-job-by-keys", test_main_job_by_keys);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
