// SPDX-License-Identifier: GPL-3.0-or-later
// A form for an article's metadata. Room: gui/widgets; says what was edited and changes nothing itself.
//
// A field is taken over on Enter or when the focus leaves it; one that does not read as a date stays, with a hint.
#include "cpt-metadata-panel.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  FIELD_TITLE,
  FIELD_PUBLISHED,
  FIELD_PUBLISHER,
  FIELD_AUTHOR,
  FIELD_URL,
  FIELD_LANGUAGE,
  N_FIELDS
} Field;

typedef struct
{
  const char *label;
  const char *step; /* what the change is called in the history */
  const char *placeholder;
} FieldInfo;

static const FieldInfo field_infos[N_FIELDS] = {
  [FIELD_TITLE] = { N_ ("Title"), N_ ("Change title"), NULL },
  [FIELD_PUBLISHED] = { N_ ("Published"), N_ ("Set publication date"), N_ ("2025-12-20 or 20 December 2025") },
  [FIELD_PUBLISHER] = { N_ ("Publisher"), N_ ("Change publisher"), NULL },
  [FIELD_AUTHOR] = { N_ ("Author"), N_ ("Change author"), NULL },
  [FIELD_URL] = { N_ ("Address"), N_ ("Change address"), NULL },
  [FIELD_LANGUAGE] = { N_ ("Language"), N_ ("Change language"), N_ ("en") },
};

struct _CptMetadataPanel
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *entries[N_FIELDS];
  GtkWidget *published_hint;
  CptArticle *article; /* (nullable) */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CptMetadataPanel, cpt_metadata_panel, GTK_TYPE_WIDGET)

static const char **
get_field (CptArticleMetadata *metadata, Field field)
{
  switch (field)
    {
    case FIELD_TITLE:
      return &metadata->title;
    case FIELD_PUBLISHED:
      return &metadata->published;
    case FIELD_PUBLISHER:
      return &metadata->publisher;
    case FIELD_AUTHOR:
      return &metadata->author;
    case FIELD_URL:
      return &metadata->url;
    case FIELD_LANGUAGE:
    default:
      return &metadata->language;
    }
}

/* What a person typed as an ISO date: "2025-12-20" as it is, "20 December 2025" and the like through the date grammar. */
static char *
dup_iso_date (CptMetadataPanel *self, const char *typed)
{
  const char *language = cpt_article_get_metadata (self->article)->language;
  CptDateMention mention = { 0 };
  char *iso = NULL;

  if (cpt_day_parse_iso (typed) != CPT_DAY_NONE)
    return g_strdup (typed);
  if (!cpt_date_parse (typed, language != NULL ? language : "en", CPT_DAY_NONE, &mention))
    return NULL;
  if (mention.interval.earliest != CPT_DAY_NONE && mention.interval.earliest == mention.interval.latest)
    iso = cpt_day_format_iso (mention.interval.earliest);
  cpt_date_mention_clear (&mention);
  return iso;
}

static void
show_published_hint (CptMetadataPanel *self, gboolean wrong)
{
  CptDay day = cpt_article_get_published_day (self->article);
  g_autofree char *words = NULL;

  if (wrong)
    {
      gtk_widget_add_css_class (self->entries[FIELD_PUBLISHED], "error");
      gtk_label_set_text (GTK_LABEL (self->published_hint), _ ("Not a date. Write it as 2025-12-20 or 20 December 2025."));
      return;
    }
  gtk_widget_remove_css_class (self->entries[FIELD_PUBLISHED], "error");
  if (day != CPT_DAY_NONE)
    words = cpt_interval_format ((CptInterval){ day, day, CPT_PRECISION_DAY });
  gtk_label_set_text (GTK_LABEL (self->published_hint),
                      words != NULL ? words : _ ("Not known. Dates such as “last Tuesday” are counted from it."));
}

static void
take_over (CptMetadataPanel *self, Field field)
{
  CptArticleMetadata metadata;
  const char **value;
  g_autofree char *typed = NULL;

  if (self->article == NULL)
    return;
  metadata = *cpt_article_get_metadata (self->article);
  value = get_field (&metadata, field);
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[field]))));
  if (g_strcmp0 (*value != NULL ? *value : "", typed) == 0)
    {
      if (field == FIELD_PUBLISHED)
        show_published_hint (self, FALSE);
      return;
    }
  if (field == FIELD_PUBLISHED && *typed != '\0')
    {
      g_autofree char *iso = dup_iso_date (self, typed);

      show_published_hint (self, iso == NULL);
      if (iso == NULL)
        return;
      g_free (typed);
      typed = g_steal_pointer (&iso);
      if (g_strcmp0 (*value, typed) == 0)
        return;
    }
  *value = *typed != '\0' ? typed : NULL;
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, &metadata, _ (field_infos[field].step));
}

static Field
get_entry_field (CptMetadataPanel *self, GtkWidget *entry)
{
  for (Field field = 0; field < N_FIELDS; field++)
    if (self->entries[field] == entry)
      return field;
  g_return_val_if_reached (FIELD_TITLE);
}

static void
activate_cb (CptMetadataPanel *self, GtkWidget *entry)
{
  take_over (self, get_entry_field (self, entry));
}

static void
focus_left_cb (CptMetadataPanel *self, GtkEventController *focus)
{
  take_over (self, get_entry_field (self, gtk_event_controller_get_widget (focus)));
}

static GtkWidget *
make_entry (CptMetadataPanel *self, Field field)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (field_infos[field].placeholder != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ (field_infos[field].placeholder));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
add_field (CptMetadataPanel *self, Field field)
{
  GtkWidget *label = gtk_label_new (_ (field_infos[field].label));

  self->entries[field] = make_entry (self, field);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entries[field]);
  gtk_widget_add_css_class (label, "field-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entries[field]), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), self->entries[field]);
  if (field != FIELD_PUBLISHED)
    return;
  self->published_hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->published_hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->published_hint), TRUE);
  gtk_widget_add_css_class (self->published_hint, "field-hint");
  gtk_box_append (GTK_BOX (self->box), self->published_hint);
}

static void
cpt_metadata_panel_dispose (GObject *object)
{
  CptMetadataPanel *self = CPT_METADATA_PANEL (object);

  g_clear_pointer (&self->article, cpt_article_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_metadata_panel_parent_class)->dispose (object);
}

static void
cpt_metadata_panel_class_init (CptMetadataPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_metadata_panel_dispose;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "metadatapanel");
}

static void
cpt_metadata_panel_init (CptMetadataPanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (Field field = 0; field < N_FIELDS; field++)
    add_field (self, field);
}

GtkWidget *
cpt_metadata_panel_new (void)
{
  return g_object_new (CPT_TYPE_METADATA_PANEL, NULL);
}

/**
 * cpt_metadata_panel_show:
 * @article: (nullable): whose metadata to show; a reference is kept
 */
void
cpt_metadata_panel_show (CptMetadataPanel *self, CptArticle *article)
{
  CptArticleMetadata metadata = { 0 };

  g_return_if_fail (CPT_IS_METADATA_PANEL (self));
  if (article == self->article)
    return;
  g_clear_pointer (&self->article, cpt_article_unref);
  gtk_widget_set_sensitive (GTK_WIDGET (self), article != NULL);
  if (article != NULL)
    {
      self->article = cpt_article_ref (article);
      metadata = *cpt_article_get_metadata (article);
      show_published_hint (self, FALSE);
    }
  for (Field field = 0; field < N_FIELDS; field++)
    {
      const char *value = *get_field (&metadata, field);

      gtk_editable_set_text (GTK_EDITABLE (self->entries[field]), value != NULL ? value : "");
    }
}
