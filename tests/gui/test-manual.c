// SPDX-License-Identifier: GPL-3.0-or-later
// The manual as the window shows it: every page is there, every block can be drawn, every link leads somewhere.
#include <string.h>

#include "settle.h"
#include "cpt-app-resources.h"
#include "cpt-config.h"
#include "cpt-help.h"
#include "cpt-manual.h"
#include "cpt-style.h"

#define FOLDER CPT_APPLICATION_PATH "/manual/"

static GPtrArray *
load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  g_assert_nonnull (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return cpt_manual_parse (text);
}

static gboolean
has_anchor (GPtrArray *blocks, const char *anchor)
{
  for (guint i = 0; i < blocks->len; i++)
    if (g_strcmp0 (((const CptManualBlock *) blocks->pdata[i])->anchor, anchor) == 0)
      return TRUE;
  return FALSE;
}

static void
check_links (const char *markup, const char *page)
{
  for (const char *at = markup; (at = strstr (at, "<a href=\"")) != NULL;)
    {
      g_autofree char *address = NULL;
      g_auto (GStrv) parts = NULL;
      g_autoptr (GPtrArray) blocks = NULL;

      at += strlen ("<a href=\"");
      address = g_strndup (at, strcspn (at, "\""));
      parts = g_strsplit (address, "#", 2);
      blocks = load (*parts[0] == '\0' ? page : parts[0]);
      if (parts[1] != NULL && !has_anchor (blocks, parts[1]))
        g_error ("%s: no heading %s", page, address);
    }
}

static void
check_markup (const char *markup, const char *page)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

  gtk_label_set_markup (GTK_LABEL (label), markup); /* warns, which ends a test, when it cannot be read */
  g_assert_cmpint (strlen (gtk_label_get_text (GTK_LABEL (label))), <=, strlen (markup));
  g_assert_finalize_object (label);
  check_links (markup, page);
}

static void
test_pages (void)
{
  g_auto (GStrv) pages = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_cmpuint (g_strv_length (pages), >, 8);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) blocks = load (pages[i]);

      g_assert_cmpuint (blocks->len, >, 3);
      g_assert_cmpint (((const CptManualBlock *) blocks->pdata[0])->kind, ==, CPT_MANUAL_HEADING);
      for (guint j = 0; j < blocks->len; j++)
        {
          const CptManualBlock *block = blocks->pdata[j];

          if (block->kind != CPT_MANUAL_CODE && block->markup != NULL)
            check_markup (block->markup, pages[i]);
          for (guint k = 0; block->rows != NULL && k < block->rows->len; k++)
            for (GStrv cell = block->rows->pdata[k]; *cell != NULL; cell++)
              check_markup (*cell, pages[i]);
        }
    }
}

static void
test_markup (void)
{
  static const struct
  {
    const char *text;
    const char *markup;
  } rows[] = {
    { "a `b*c` d", "a <tt>b*c</tt> d" },
    { "**bold** and *it*", "<b>bold</b> and <i>it</i>" },
    { "2 * 3 < 7", "2 * 3 &lt; 7" },
    { "see [The *page*](board.md#how)", "see <a href=\"board.md#how\">The <i>page</i></a>" },
    { "the [schema](../profile.schema.json)", "the schema" },
    { "open [bracket", "open [bracket" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *markup = cpt_manual_dup_markup (rows[i].text);

      g_assert_cmpstr (markup, ==, rows[i].markup);
    }
}

static void
test_window (void)
{
  GtkWidget *window = cpt_help_new (NULL, "board");

  g_object_ref (window);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_finalize_object (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  cpt_style_register ();
  cpt_app_get_resource ();
  g_test_add_func ("/gui/manual/pages", test_pages);
  g_test_add_func ("/gui/manual/markup", test_markup);
  g_test_add_func ("/gui/manual/window", test_window);
  return g_test_run ();
}
