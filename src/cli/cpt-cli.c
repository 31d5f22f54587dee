// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs of counterpoint-cli share: interruption, messages, standard output. Room: cli.
#include "cpt-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* A read that blocks does not see that it is cancelled: after this time, or a second signal, the program ends anyway.
 */
#define CANCEL_SECONDS 2

gboolean
cpt_cli_parse (const char *verb, const char *summary, const GOptionEntry *entries, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, &argc, &argv, &error))
    return TRUE;
  cpt_verb_fail (verb, CPT_EXIT_USAGE, "%s", error->message);
  return FALSE;
}

int
cpt_cli_report (const char *verb, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return CPT_EXIT_CANCELLED;
  return cpt_verb_fail (verb, CPT_EXIT_FAILED, "%s", error->message);
}

/* A thread of its own may take locks, which a signal handler may not. */
static gpointer
wait_for_signals (gpointer cancellable)
{
  const struct timespec patience = { .tv_sec = CANCEL_SECONDS };
  sigset_t signals;
  int number;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  if (sigwait (&signals, &number) == 0)
    g_cancellable_cancel (cancellable);
  sigtimedwait (&signals, NULL, &patience);
  _exit (CPT_EXIT_CANCELLED);
}

static gpointer
start_waiting (gpointer unused)
{
  GCancellable *cancellable = g_cancellable_new ();
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, cancellable));
  return cancellable;
}

GCancellable *
cpt_cli_get_cancellable (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, start_waiting, NULL);
}

/* One system call where the system takes all at once: the C library would cut a long line in two, and the lines of
 * several runs that write into one file would mix. */
gboolean
cpt_cli_print (const char *bytes, gsize length_bytes, GError **error)
{
  gboolean ok = fflush (stdout) == 0;

  while (ok && length_bytes > 0)
    {
      gssize n = write (STDOUT_FILENO, bytes, length_bytes);

      ok = n >= 0 || errno == EINTR;
      bytes += MAX (n, 0);
      length_bytes -= (gsize) MAX (n, 0);
    }
  if (ok)
    return TRUE;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), _ ("standard output cannot be written: %s"),
               g_strerror (errno));
  return FALSE;
}
