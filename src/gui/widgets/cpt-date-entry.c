// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a typed time by the grammar that reads articles, with every key. Room: gui/widgets; decides nothing.
#include "cpt-date-entry.h"

#include "cpt-describe.h"
#include "cpt-widget.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_CHARS 120
#define WIDTH_CHARS 34

struct _CptDateEntry
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *preview;
  char *language; /* (nullable): of the article */
  CptDay anchor;
  CptInterval interval;
  gboolean valid;
};

enum
{
  PROP_0,
  PROP_VALID,
  N_PROPS
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CptDateEntry, cpt_date_entry, GTK_TYPE_WIDGET)

/* Whether no digits are left over outside of @read: "31 February 2022" must not become the 31st of this month. */
static gboolean
is_read_whole (const char *phrase, CptSpan read)
{
  for (gsize i = 0; phrase[i] != '\0'; i++)
    if ((i < read.begin_bytes || i >= read.end_bytes) && g_ascii_isdigit (phrase[i]))
      return FALSE;
  return TRUE;
}

/* In the article's language, in that of the program, and in those that the grammar knows: whichever reads most of it. */
static gboolean
parse (CptDateEntry *self, const char *phrase, CptDay anchor, CptInterval *interval, CptSpan *read)
{
  g_autofree char *own = g_strndup (g_get_language_names ()[0], 2);
  const char *languages[] = { self->language, own, "en", "uk", "ru" };
  CptDateMention mention = { 0 };

  *read = CPT_SPAN (0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i] != NULL && cpt_date_parse (phrase, languages[i], anchor, &mention))
      {
        if (cpt_span_get_length_bytes (mention.span) > cpt_span_get_length_bytes (*read)
            && is_read_whole (phrase, mention.span))
          {
            *interval = mention.interval;
            *read = mention.span;
          }
        cpt_date_mention_clear (&mention);
      }
  return !cpt_span_is_empty (*read);
}

/* The days, and, where words were passed over, which were read. */
static char *
dup_understood (CptDateEntry *self, const char *phrase, CptSpan read)
{
  g_autofree char *days = cpt_describe_days (self->interval);
  g_autofree char *words = NULL;

  if (cpt_span_get_length_bytes (read) == strlen (phrase))
    return g_steal_pointer (&days);
  words = g_strndup (phrase + read.begin_bytes, cpt_span_get_length_bytes (read));
  /* Translators: the days that are understood, and the words that were read as them */
  return g_strdup_printf (_ ("%1$s (read was “%2$s”)"), days, words);
}

static char *
dup_help (CptDateEntry *self, const char *phrase)
{
  CptInterval interval;
  CptSpan read;

  if (*phrase == '\0')
    return g_strdup (_ ("For example: 19 December 2025, spring 2022, 14 to 16 June 2023, the 1990s, last Tuesday"));
  if (self->anchor == CPT_DAY_NONE && parse (self, phrase, cpt_day_from_ymd (2000, 1, 1), &interval, &read))
    return g_strdup_printf (_ ("“%s” counts from the day of publication, which is not known. Set it on the Article page, or "
                               "type day, month and year."),
                            phrase);
  return g_strdup_printf (_ ("“%s” is not understood as a time. These are: 19 December 2025, 2025-12-19, spring 2022, "
                             "14 to 16 June 2023, the 1990s"),
                          phrase);
}

static void
set_preview (CptDateEntry *self, const char *text, gboolean error)
{
  gtk_label_set_text (GTK_LABEL (self->preview), text);
  if (error)
    gtk_widget_add_css_class (self->preview, "date-error");
  else
    gtk_widget_remove_css_class (self->preview, "date-error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  cpt_announce (self->preview, text);
}

static void
changed_cb (CptDateEntry *self)
{
  g_autofree char *phrase = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  CptSpan read = CPT_SPAN (0, 0);
  gboolean valid = *phrase != '\0' && parse (self, phrase, self->anchor, &self->interval, &read);
  g_autofree char *text = valid ? dup_understood (self, phrase, read) : dup_help (self, phrase);

  set_preview (self, text, !valid && *phrase != '\0');
  if (valid == self->valid)
    return;
  self->valid = valid;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
activate_cb (CptDateEntry *self)
{
  if (self->valid)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
  else
    gtk_widget_error_bell (self->entry);
}

static void
cpt_date_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VALID)
    g_value_set_boolean (value, CPT_DATE_ENTRY (object)->valid);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
cpt_date_entry_dispose (GObject *object)
{
  CptDateEntry *self = CPT_DATE_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (cpt_date_entry_parent_class)->dispose (object);
}

static gboolean
cpt_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CPT_DATE_ENTRY (widget)->entry);
}

static void
cpt_date_entry_class_init (CptDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = cpt_date_entry_get_property;
  G_OBJECT_CLASS (klass)->dispose = cpt_date_entry_dispose;
  widget_class->grab_focus = cpt_date_entry_grab_focus;
  properties[PROP_VALID]
      = g_param_spec_boolean ("valid", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  signals[SIGNAL_ACTIVATE]
      = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cpt_date_entry_init (CptDateEntry *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MAX_CHARS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("When did it happen?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("When it happened"), -1);
  self->preview = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE,
                                "width-chars", WIDTH_CHARS, "max-width-chars", WIDTH_CHARS, NULL);
  gtk_widget_set_valign (self->preview, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->preview, "date-preview");
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->preview);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cpt_date_entry_new:
 * @language: (nullable): BCP 47 tag of the article; what is typed may be in it, in the program's language or in English
 * @anchor: the day that "yesterday" counts from, or %CPT_DAY_NONE
 *
 * Returns: (transfer floating): an empty field with examples below it
 */
GtkWidget *
cpt_date_entry_new (const char *language, CptDay anchor)
{
  CptDateEntry *self = g_object_new (CPT_TYPE_DATE_ENTRY, NULL);

  self->language = g_strdup (language);
  self->anchor = anchor;
  changed_cb (self);
  return GTK_WIDGET (self);
}

void
cpt_date_entry_set_text (CptDateEntry *self, const char *text)
{
  g_return_if_fail (CPT_IS_DATE_ENTRY (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * cpt_date_entry_get_interval:
 * @interval: (out): what is understood
 *
 * Returns: %FALSE when nothing is understood
 */
gboolean
cpt_date_entry_get_interval (CptDateEntry *self, CptInterval *interval)
{
  g_return_val_if_fail (CPT_IS_DATE_ENTRY (self), FALSE);
  if (self->valid)
    *interval = self->interval;
  return self->valid;
}

/* What stands below the field: the days that are understood, or what to type instead. (transfer none) */
const char *
cpt_date_entry_get_preview (CptDateEntry *self)
{
  g_return_val_if_fail (CPT_IS_DATE_ENTRY (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->preview));
}
