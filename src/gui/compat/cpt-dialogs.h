// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing files and asking questions, in the shape that GTK 4.10 gave them. Room: gui/compat.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A question with buttons: @buttons is NULL-terminated, labels with mnemonics; @default_button and @cancel_button are
 * indices into it. Strings are copied. */
typedef struct
{
  const char *heading;
  const char *body;
  const char *const *buttons;
  int default_button;
  int cancel_button;
} CptQuestion;

void        cpt_choose_open_async  (GtkWindow *parent, const char *title, GListModel *filters, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GListModel *cpt_choose_open_finish (GAsyncResult *result, GError **error);

void        cpt_choose_folder_async  (GtkWindow *parent, const char *title, GAsyncReadyCallback callback, gpointer user_data);
GFile      *cpt_choose_folder_finish (GAsyncResult *result, GError **error);

void        cpt_choose_save_async  (GtkWindow *parent, const char *title, GFile *proposal, GListModel *filters,
                                    GAsyncReadyCallback callback, gpointer user_data);
GFile      *cpt_choose_save_finish (GAsyncResult *result, GError **error);

void        cpt_ask_async  (GtkWindow *parent, const CptQuestion *question, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
int         cpt_ask_finish (GAsyncResult *result, GError **error);

gboolean    cpt_file_is_portal_document (GFile *file);
char       *cpt_file_dup_place          (GFile *file);

G_END_DECLS
