// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-metadata-panel.h"

static GtkWidget *
get_entry (GtkWidget *panel, guint index)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (panel)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child) && n++ == index)
      return child;
  g_assert_not_reached ();
}

static void
edited_cb (GtkWidget *panel, const CptArticleMetadata *metadata, const char *step, GPtrArray *seen)
{
  g_ptr_array_add (seen, g_strdup (metadata->published));
  g_assert_cmpstr (metadata->title, ==, "A title");
  g_assert_nonnull (step);
}

static void
test_publication_date (void)
{
  static const struct
  {
    const char *typed, *expected; /* NULL: refused */
  } cases[] = {
    { "2025-12-20", "2025-12-20" }, { "20 December 2025", "2025-12-20" }, { "December 20, 2025", "2025-12-20" },
    { "sometime", NULL },           { "2025-02-30", NULL },               { "in 2025", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CptArticleMetadata metadata = { .title = "A title", .published = "2001-01-01" };
      g_autoptr (CptArticle) article = cpt_article_new ("Text.", -1, &metadata);
      g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
      GtkWidget *panel = g_object_ref_sink (cpt_metadata_panel_new ());
      GtkWidget *entry = get_entry (panel, 1);

      g_test_message ("%s", cases[i].typed);
      cpt_metadata_panel_show (CPT_METADATA_PANEL (panel), article);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2001-01-01");
      g_signal_connect (panel, "edited", G_CALLBACK (edited_cb), seen);
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].typed);
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpuint (seen->len, ==, cases[i].expected != NULL);
      if (cases[i].expected != NULL)
        g_assert_cmpstr (g_ptr_array_index (seen, 0), ==, cases[i].expected);
      g_assert_cmpint (gtk_widget_has_css_class (entry, "error"), ==, cases[i].expected == NULL);
      g_assert_finalize_object (panel);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/metadata-panel/publication-date", test_publication_date);
  return g_test_run ();
}
