// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one actor, topic or named event of a profile. Room: gui/widgets; writes into a draft, which checks itself
// as a whole.
#include "cpt-profile-form.h"

#include <glib/gi18n.h>

#define LINES_HEIGHT_PX 84

typedef enum
{
  FIELD_TEXT,
  FIELD_DAY,
  FIELD_LINES,
  FIELD_CHOICE,
  FIELD_SIDE,
} FieldKind;

typedef struct
{
  const char *value; /* in the file; (nullable): the member is left out */
  const char *label; /* marked with N_() */
} Choice;

typedef struct
{
  const char *key;
  const char *label;
  FieldKind kind;
  const Choice *choices;
} Field;

static const Choice kinds[] = {
  { "person", N_ ("Person") },
  { "organisation", N_ ("Organisation") },
  { "country", N_ ("Country") },
  { "capital", N_ ("Place that stands for a government") },
  { "demonym", N_ ("People, or adjective of one") },
  { "office", N_ ("Office") },
  { "group", N_ ("Group") },
  { "media", N_ ("State media") },
  { NULL, NULL },
};

static const Choice genders[] = {
  { "unknown", N_ ("Not known") },
  { "female", N_ ("She") },
  { "male", N_ ("He") },
  { NULL, NULL },
};

static const Choice precisions[] = {
  { "day", N_ ("Days") },       { "week", N_ ("Weeks") },     { "month", N_ ("Months") },
  { "season", N_ ("Seasons") }, { "year", N_ ("Years") },     { "decade", N_ ("Decades") },
  { "century", N_ ("Centuries") }, { "vague", N_ ("Vague") }, { NULL, NULL },
};

static const Field actor_fields[] = {
  { "name", N_ ("Name, as it is shown"), FIELD_TEXT, NULL },
  { "side", N_ ("Speaks for"), FIELD_SIDE, NULL },
  { "kind", N_ ("Kind"), FIELD_CHOICE, kinds },
  { "names", N_ ("Other names and spellings, one a line"), FIELD_LINES, NULL },
  { "roles", N_ ("Nouns that stand for it later in a text, one a line"), FIELD_LINES, NULL },
  { "gender", N_ ("Pronoun"), FIELD_CHOICE, genders },
  { "from", N_ ("From"), FIELD_DAY, NULL },
  { "until", N_ ("Until"), FIELD_DAY, NULL },
  { NULL, NULL, 0, NULL },
};

static const Field topic_fields[] = {
  { "name", N_ ("Name"), FIELD_TEXT, NULL },
  { "words", N_ ("Words that show it, one a line"), FIELD_LINES, NULL },
  { NULL, NULL, 0, NULL },
};

static const Field event_fields[] = {
  { "name", N_ ("Name"), FIELD_TEXT, NULL },
  { "names", N_ ("Other names, one a line"), FIELD_LINES, NULL },
  { "from", N_ ("From"), FIELD_DAY, NULL },
  { "until", N_ ("Until"), FIELD_DAY, NULL },
  { "precision", N_ ("As sharp as"), FIELD_CHOICE, precisions },
  { NULL, NULL, 0, NULL },
};

#define MAX_FIELDS 8

struct _CptProfileForm
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  CptProfileList list;
  const Field *fields;
  GtkWidget *widgets[MAX_FIELDS]; /* entry, text view or drop-down */
  CptProfileDraft *draft;         /* (nullable), borrowed */
  guint position;
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CptProfileForm, cpt_profile_form, GTK_TYPE_WIDGET)

/* --- from the fields to the draft ------------------------------------------------------------------------------- */

static void
set_string (CptProfileForm *self, const char *key, const char *value)
{
  cpt_profile_draft_set_string (self->draft, self->list, self->position, key, value);
}

static void
read_text (CptProfileForm *self, const Field *field, GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gboolean wrong = field->kind == FIELD_DAY ? *text != '\0' && cpt_day_parse_iso (text) == CPT_DAY_NONE : *text == '\0';

  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  set_string (self, field->key, field->kind == FIELD_DAY && *text == '\0' ? NULL : text);
}

static void
read_lines (CptProfileForm *self, const Field *field, GtkWidget *view)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) given = g_ptr_array_new ();

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (given, lines[i]);
  g_ptr_array_add (given, NULL);
  cpt_profile_draft_set_strings (self->draft, self->list, self->position, field->key, (const char *const *) given->pdata);
}

static void
read_side (CptProfileForm *self, const Field *field, GtkWidget *drop_down)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  set_string (self, field->key,
              selected == 0 ? NULL : cpt_profile_draft_get_string (self->draft, CPT_PROFILE_SIDES, selected - 1, "id"));
}

static void
edited_cb (CptProfileForm *self, GtkWidget *widget)
{
  for (guint i = 0; self->draft != NULL && !self->filling && self->fields[i].key != NULL; i++)
    {
      const Field *field = &self->fields[i];

      if (self->widgets[i] != widget)
        continue;
      if (field->kind == FIELD_LINES)
        read_lines (self, field, widget);
      else if (field->kind == FIELD_SIDE)
        read_side (self, field, widget);
      else if (field->kind == FIELD_CHOICE)
        set_string (self, field->key, field->choices[gtk_drop_down_get_selected (GTK_DROP_DOWN (widget))].value);
      else
        read_text (self, field, widget);
      g_signal_emit (self, signals[SIGNAL_EDITED], 0);
    }
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, GtkWidget *view)
{
  GtkWidget *form = gtk_widget_get_ancestor (view, CPT_TYPE_PROFILE_FORM);

  if (form != NULL)
    edited_cb (CPT_PROFILE_FORM (form), view);
}

static void
selected_cb (GtkWidget *drop_down)
{
  GtkWidget *form = gtk_widget_get_ancestor (drop_down, CPT_TYPE_PROFILE_FORM);

  if (form != NULL)
    edited_cb (CPT_PROFILE_FORM (form), drop_down);
}

/* --- building --------------------------------------------------------------------------------------------------- */

static GtkWidget *
lines_new (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (buffer_changed_cb), view, 0);
  return view;
}

static GtkWidget *
choice_new (const Choice *choices)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; choices != NULL && choices[i].value != NULL; i++)
    gtk_string_list_append (labels, _ (choices[i].label));
  drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (labels)), NULL);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), NULL);
  return drop_down;
}

static GtkWidget *
frame_lines (GtkWidget *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_size_request (scroller, -1, LINES_HEIGHT_PX);
  gtk_widget_add_css_class (scroller, "note-frame");
  return scroller;
}

static void
add_field (CptProfileForm *self, GtkWidget *box, guint i)
{
  const Field *field = &self->fields[i];
  GtkWidget *caption = gtk_label_new (_ (field->label));

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "field-label");
  gtk_box_append (GTK_BOX (box), caption);
  if (field->kind == FIELD_LINES)
    self->widgets[i] = lines_new ();
  else if (field->kind == FIELD_CHOICE || field->kind == FIELD_SIDE)
    self->widgets[i] = choice_new (field->choices);
  else
    {
      self->widgets[i] = gtk_entry_new ();
      if (field->kind == FIELD_DAY)
        gtk_entry_set_placeholder_text (GTK_ENTRY (self->widgets[i]), _ ("2022-02-24, or empty"));
      g_signal_connect_object (self->widgets[i], "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widgets[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  gtk_box_append (GTK_BOX (box), field->kind == FIELD_LINES ? frame_lines (self->widgets[i]) : self->widgets[i]);
}

static void
cpt_profile_form_dispose (GObject *object)
{
  g_clear_pointer (&CPT_PROFILE_FORM (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_profile_form_parent_class)->dispose (object);
}

static void
cpt_profile_form_class_init (CptProfileFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_profile_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
cpt_profile_form_init (CptProfileForm *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * cpt_profile_form_new:
 * @list: actors, topics or events
 *
 * Returns: (transfer floating): a form that shows nothing
 */
GtkWidget *
cpt_profile_form_new (CptProfileList list)
{
  CptProfileForm *self = g_object_new (CPT_TYPE_PROFILE_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->list = list;
  self->fields = list == CPT_PROFILE_ACTORS ? actor_fields : list == CPT_PROFILE_TOPICS ? topic_fields : event_fields;
  for (guint i = 0; self->fields[i].key != NULL; i++)
    add_field (self, box, i);
  gtk_widget_add_css_class (box, "side-panel-content");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  return GTK_WIDGET (self);
}

/* --- from the draft to the fields ------------------------------------------------------------------------------- */

static guint
find_choice (const Choice *choices, const char *value)
{
  for (guint i = 0; choices[i].value != NULL; i++)
    if (g_strcmp0 (choices[i].value, value) == 0)
      return i;
  return 0;
}

static void
show_side (CptProfileForm *self, GtkWidget *drop_down)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *id = cpt_profile_draft_get_string (self->draft, self->list, self->position, "side");
  guint n = cpt_profile_draft_get_n (self->draft, CPT_PROFILE_SIDES), selected = 0;

  gtk_string_list_append (names, _ ("Nobody: a third party"));
  for (guint i = 0; i < n; i++)
    {
      const char *name = cpt_profile_draft_get_string (self->draft, CPT_PROFILE_SIDES, i, "name");

      gtk_string_list_append (names, name != NULL ? name : "");
      if (id != NULL && g_strcmp0 (id, cpt_profile_draft_get_string (self->draft, CPT_PROFILE_SIDES, i, "id")) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
}

static void
show_field (CptProfileForm *self, const Field *field, GtkWidget *widget)
{
  const char *value = cpt_profile_draft_get_string (self->draft, self->list, self->position, field->key);

  if (field->kind == FIELD_LINES)
    {
      g_auto (GStrv) lines = cpt_profile_draft_dup_strings (self->draft, self->list, self->position, field->key);
      g_autofree char *text = g_strjoinv ("\n", lines);

      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
    }
  else if (field->kind == FIELD_SIDE)
    show_side (self, widget);
  else if (field->kind == FIELD_CHOICE)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), find_choice (field->choices, value));
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (widget), value != NULL ? value : "");
      gtk_widget_remove_css_class (widget, "error");
    }
}

/**
 * cpt_profile_form_show:
 * @draft: (nullable): what is edited; must live until another one is shown
 * @position: the element; none when there is no such
 */
void
cpt_profile_form_show (CptProfileForm *self, CptProfileDraft *draft, guint position)
{
  gboolean any = draft != NULL && position < cpt_profile_draft_get_n (draft, self->list);

  g_return_if_fail (CPT_IS_PROFILE_FORM (self));
  self->draft = any ? draft : NULL;
  self->position = position;
  gtk_widget_set_sensitive (GTK_WIDGET (self), any);
  self->filling = TRUE;
  for (guint i = 0; any && self->fields[i].key != NULL; i++)
    show_field (self, &self->fields[i], self->widgets[i]);
  self->filling = FALSE;
}
