// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts as the user meets them: what was recovered, what cannot be kept, who else has the file. Room: gui/app.
#include "cpt-window-private.h"

#include <glib/gi18n.h>

#include "cpt-dialogs.h"

enum
{
  ANSWER_CANCEL,
  ANSWER_DISCARD,
};

static void
show_recovered (CptWindow *self)
{
  g_autofree char *title = cpt_document_dup_title (self->document);
  g_autofree char *message = g_strdup_printf (_("“%s” was recovered"), title);
  /* Translators: %-d is the day, %B the month, %H:%M the time; see g_date_time_format(). */
  g_autofree char *time = g_date_time_format (self->recovered, _("%-d %B %Y, %H:%M"));
  g_autofree char *details
      = g_strdup_printf (_("Counterpoint ended before your changes were saved. This is how they were on %s."), time);

  cpt_banner_show (self->banner, message, details);
  cpt_banner_add_button (self->banner, _("_Discard…"), "win.discard-recovered");
  cpt_banner_add_button (self->banner, _("_Keep"), "win.keep-recovered");
}

/**
 * cpt_window_show_rescue:
 * @rescue: what an earlier run left
 *
 * Shows it in this window, which is empty, and lets the user keep or discard it.
 */
void
cpt_window_show_rescue (CptWindow *self, CptRescue *rescue)
{
  g_autoptr (CptDocument) document = cpt_document_new_recovered (rescue->recovered, rescue->draft);

  g_return_if_fail (CPT_IS_WINDOW (self));
  self->recovered = g_date_time_ref (rescue->recovered->written);
  cpt_window_set_document (self, document);
  show_recovered (self);
}

/**
 * cpt_window_show_unreadable:
 * @problems: (element-type utf8): one for each draft
 */
void
cpt_window_show_unreadable (CptWindow *self, GPtrArray *problems)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *details = NULL;

  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (lines, problems->pdata[i]);
  g_ptr_array_add (lines, NULL);
  details = g_strjoinv ("\n", (char **) lines->pdata);
  cpt_banner_show (self->banner, _("Unsaved changes of an earlier run cannot be read"), details);
}

void
cpt_window_keep_recovered (CptWindow *self)
{
  g_clear_pointer (&self->recovered, g_date_time_unref);
  cpt_window_update_actions (self);
  cpt_window_show_status (self, _("Kept. Save to make it last."));
  cpt_document_check_disk_again (self->document);
}

/* Back to what was saved, or, where nothing was, to the beginning. */
static void
discarded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CptWindow) self = user_data;
  GFile *file = cpt_document_get_file (CPT_DOCUMENT (source));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->document != CPT_DOCUMENT (source))
    return;
  if (file != NULL)
    {
      cpt_window_reload (self);
      return;
    }
  if (application != NULL)
    cpt_application_open_window (CPT_APPLICATION (application), NULL, 0);
  cpt_window_close_now (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptWindow *self = CPT_WINDOW (source);

  if (cpt_ask_finish (result, NULL) != ANSWER_DISCARD)
    {
      show_recovered (self);
      return;
    }
  g_clear_pointer (&self->recovered, g_date_time_unref);
  cpt_window_update_actions (self);
  cpt_document_forget_draft_async (self->document, discarded_cb, g_object_ref (self));
}

void
cpt_window_discard_recovered (CptWindow *self)
{
  gboolean saved = cpt_document_get_file (self->document) != NULL;
  const char *buttons[] = { _("_Cancel"), _("_Discard"), NULL };
  CptQuestion question = {
    .heading = _("Discard the recovered changes?"),
    .body = saved ? _("The comparison is shown as it was saved. The changes cannot be brought back.")
                  : _("This comparison was never saved. It cannot be brought back."),
    .buttons = buttons,
    .default_button = ANSWER_CANCEL,
    .cancel_button = ANSWER_CANCEL,
  };

  cpt_ask_async (GTK_WINDOW (self), &question, NULL, answered_cb, NULL);
}

/* The first message of a window that was recovered is that it was; others wait until it is answered. */
static gboolean
may_interrupt (CptWindow *self)
{
  return self->recovered == NULL || !cpt_banner_is_shown (self->banner);
}

static void
shared_cb (CptWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (!cpt_document_get_shared (self->document) || !may_interrupt (self))
    return;
  name = g_file_get_basename (cpt_document_get_file (self->document));
  message = g_strdup_printf (_("“%s” is open in another window of Counterpoint, too"), name);
  cpt_banner_show (self->banner, message,
                   _("Changes made there do not appear here. To work on both, save this one under another name."));
  cpt_banner_add_button (self->banner, _("Save _As…"), "win.save-as");
}

static void
draft_problem_cb (CptWindow *self)
{
  const char *problem = cpt_document_get_draft_problem (self->document);
  g_autofree char *details = NULL;

  if (problem == NULL || !may_interrupt (self))
    return;
  details = g_strdup_printf (_("Should the program end unexpectedly, unsaved changes would be lost: %s"), problem);
  cpt_banner_show (self->banner, _("Your changes cannot be kept in a draft"), details);
  cpt_banner_add_button (self->banner, _("_Save"), "win.save");
}

static void
changed_on_disk_cb (CptWindow *self)
{
  if (may_interrupt (self))
    cpt_window_show_conflict (self);
}

static void
gone_from_disk_cb (CptWindow *self)
{
  g_autofree char *name = g_file_get_basename (cpt_document_get_file (self->document));
  g_autofree char *message = g_strdup_printf (_("“%s” is not there any more"), name);

  if (!may_interrupt (self))
    return;
  cpt_banner_show (self->banner, message, _("It was moved or removed, or its disk was. What you see is all still here."));
  cpt_banner_add_button (self->banner, _("_Save Again"), "win.save");
  cpt_banner_add_button (self->banner, _("Save _As…"), "win.save-as");
}

static void
focused_cb (CptWindow *self)
{
  if (self->document == NULL)
    return;
  if (gtk_window_is_active (GTK_WINDOW (self)))
    cpt_document_check_disk (self->document);
  else
    cpt_document_write_draft (self->document, FALSE);
}

/* Connects what documents tell; each document that is shown is one of the group's targets in turn. */
void
cpt_window_watch_drafts (CptWindow *self)
{
  self->document_signals = g_signal_group_new (CPT_TYPE_DOCUMENT);
  g_signal_group_connect_object (self->document_signals, "changed-on-disk", G_CALLBACK (changed_on_disk_cb), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->document_signals, "gone-from-disk", G_CALLBACK (gone_from_disk_cb), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->document_signals, "notify::shared", G_CALLBACK (shared_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->document_signals, "notify::draft-problem", G_CALLBACK (draft_problem_cb), self,
                                 G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (focused_cb), NULL);
}

/**
 * cpt_window_write_draft:
 *
 * The program was told to end at once: what is not saved goes into the draft. Blocks.
 */
void
cpt_window_write_draft (CptWindow *self)
{
  g_return_if_fail (CPT_IS_WINDOW (self));
  if (self->document != NULL)
    cpt_document_write_draft (self->document, TRUE);
}
