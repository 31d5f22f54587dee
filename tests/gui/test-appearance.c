// SPDX-License-Identifier: GPL-3.0-or-later
// Light and dark: what the user chose, told once, and repainted.
#include "cpt-style.h"
#include "cpt-widget.h"

static void
settle (void)
{
  for (guint i = 0; i < 10; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_scheme (void)
{
  CptAppearance *appearance = cpt_appearance_new (gdk_display_get_default (), &cpt_style_sheets);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("Words");
  guint n = 0;

  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_signal_connect_swapped (appearance, "changed", G_CALLBACK (count_cb), &n);
  g_assert_false (cpt_appearance_get_dark (appearance));
  g_assert_false (cpt_widget_is_dark (label));
  for (guint i = 0; i < 2; i++)
    cpt_appearance_set_scheme (appearance, CPT_SCHEME_DARK);
  settle ();
  g_assert_true (cpt_appearance_get_dark (appearance));
  g_assert_true (cpt_widget_is_dark (label));
  g_assert_cmpuint (n, ==, 1);
  cpt_appearance_set_scheme (appearance, CPT_SCHEME_LIGHT);
  settle ();
  g_assert_false (cpt_widget_is_dark (label));
  g_assert_cmpuint (n, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_finalize_object (appearance);
}

static void
test_names (void)
{
  g_assert_cmpint (cpt_scheme_from_name ("light"), ==, CPT_SCHEME_LIGHT);
  g_assert_cmpint (cpt_scheme_from_name ("dark"), ==, CPT_SCHEME_DARK);
  g_assert_cmpint (cpt_scheme_from_name ("system"), ==, CPT_SCHEME_SYSTEM);
  g_assert_cmpint (cpt_scheme_from_name ("mauve"), ==, CPT_SCHEME_SYSTEM);
  g_assert_cmpint (cpt_scheme_from_name (NULL), ==, CPT_SCHEME_SYSTEM);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  cpt_style_register ();
  g_test_add_func ("/gui/appearance/scheme", test_scheme);
  g_test_add_func ("/gui/appearance/names", test_names);
  return g_test_run ();
}
