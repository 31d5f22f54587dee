// SPDX-License-Identifier: GPL-3.0-or-later
// Closing a window without losing anything. Room: gui/app.
#include "cpt-window-private.h"

#include <glib/gi18n.h>

#include "cpt-dialogs.h"

enum
{
  ANSWER_CANCEL,
  ANSWER_DISCARD,
  ANSWER_SAVE,
};

/* Closes without asking. */
void
cpt_window_close_now (CptWindow *self)
{
  self->close_confirmed = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* The draft is gone before the window is: at the next start nothing comes back that was given up. */
static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CptWindow) self = user_data;

  cpt_window_close_now (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptWindow *self = CPT_WINDOW (source);

  switch (cpt_ask_finish (result, NULL))
    {
    case ANSWER_DISCARD:
      cpt_document_forget_draft_async (self->document, forgotten_cb, g_object_ref (self));
      break;
    case ANSWER_SAVE:
      self->close_after_save = TRUE;
      cpt_window_save (self, FALSE);
      break;
    default:
      break;
    }
}

static void
ask (CptWindow *self)
{
  g_autofree char *title = cpt_document_dup_title (self->document);
  g_autofree char *heading = g_strdup_printf (_("Save changes to “%s”?"), title);
  const char *buttons[] = { _("_Cancel"), _("_Discard"), _("_Save"), NULL };
  CptQuestion question = {
    .heading = heading,
    .body = _("What you moved, split or noted since the last save would be lost."),
    .buttons = buttons,
    .default_button = ANSWER_SAVE,
    .cancel_button = ANSWER_CANCEL,
  };

  cpt_ask_async (GTK_WINDOW (self), &question, NULL, answered_cb, NULL);
}

static gboolean
close_request_cb (CptWindow *self)
{
  if (self->close_confirmed || self->document == NULL
      || !cpt_history_get_modified (cpt_document_get_history (self->document)))
    {
      cpt_window_cancel_loading (self);
      return GDK_EVENT_PROPAGATE;
    }
  ask (self);
  return GDK_EVENT_STOP;
}

void
cpt_window_set_up_close (CptWindow *self)
{
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}

/* Goes on with closing that waited for the file to be written. */
void
cpt_window_after_save (CptWindow *self)
{
  if (!self->close_after_save)
    return;
  self->close_after_save = FALSE;
  if (!cpt_history_get_modified (cpt_document_get_history (self->document)))
    cpt_window_close_now (self);
}
