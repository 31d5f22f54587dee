// SPDX-License-Identifier: GPL-3.0-or-later
// The files that were open lately, from the desktop's own list. Room: gui/models.
#include "cpt-recent.h"

#include "cpt-config.h"
#include "cpt-core.h"
#include "cpt-dialogs.h"

#define MAX_FILES 8

struct _CptRecentFile
{
  GObject parent_instance;
  char *uri;
  char *name;
  char *folder;
};

G_DEFINE_FINAL_TYPE (CptRecentFile, cpt_recent_file, G_TYPE_OBJECT)

struct _CptRecent
{
  GObject parent_instance;
  GtkRecentManager *manager;
  GPtrArray *files; /* CptRecentFile */
};

static GType
cpt_recent_get_item_type (GListModel *model)
{
  return CPT_TYPE_RECENT_FILE;
}

static guint
cpt_recent_get_n_items (GListModel *model)
{
  return CPT_RECENT (model)->files->len;
}

static gpointer
cpt_recent_get_item (GListModel *model, guint position)
{
  GPtrArray *files = CPT_RECENT (model)->files;

  return position < files->len ? g_object_ref (files->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cpt_recent_get_item_type;
  iface->get_n_items = cpt_recent_get_n_items;
  iface->get_item = cpt_recent_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CptRecent, cpt_recent, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
cpt_recent_file_finalize (GObject *object)
{
  CptRecentFile *self = CPT_RECENT_FILE (object);

  g_free (self->uri);
  g_free (self->name);
  g_free (self->folder);
  G_OBJECT_CLASS (cpt_recent_file_parent_class)->finalize (object);
}

static void
cpt_recent_file_class_init (CptRecentFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cpt_recent_file_finalize;
}

static void
cpt_recent_file_init (CptRecentFile *self)
{
}

/* The folder as people write it, with ~ for their home; nothing for files that are not on this machine, or that a
 * sandbox knows by another path only. */
static char *
dup_folder (GFile *file)
{
  g_autofree char *place = cpt_file_dup_place (file);
  g_autofree char *path = place == NULL ? NULL : g_path_get_dirname (place);
  const char *home = g_get_home_dir ();

  if (path == NULL)
    return NULL;
  if (g_str_has_prefix (path, home) && (path[strlen (home)] == '/' || path[strlen (home)] == '\0'))
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_steal_pointer (&path);
}

static CptRecentFile *
recent_file_new (GtkRecentInfo *info)
{
  CptRecentFile *self = g_object_new (CPT_TYPE_RECENT_FILE, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));

  self->uri = g_strdup (gtk_recent_info_get_uri (info));
  self->name = g_strdup (gtk_recent_info_get_display_name (info));
  self->folder = dup_folder (file);
  return self;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static void
recent_changed_cb (CptRecent *self)
{
  GList *infos = g_list_sort (gtk_recent_manager_get_items (self->manager), compare_newest_first);
  guint n_before = self->files->len;

  g_ptr_array_set_size (self->files, 0);
  for (GList *l = infos; l != NULL && self->files->len < MAX_FILES; l = l->next)
    {
      if (gtk_recent_info_has_application (l->data, g_get_application_name ())
          && (!gtk_recent_info_is_local (l->data) || gtk_recent_info_exists (l->data)))
        g_ptr_array_add (self->files, recent_file_new (l->data));
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->files->len);
}

static void
cpt_recent_dispose (GObject *object)
{
  CptRecent *self = CPT_RECENT (object);

  g_clear_object (&self->manager);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  G_OBJECT_CLASS (cpt_recent_parent_class)->dispose (object);
}

static void
cpt_recent_class_init (CptRecentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_recent_dispose;
}

static void
cpt_recent_init (CptRecent *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

const char *
cpt_recent_file_get_uri (CptRecentFile *self)
{
  return self->uri;
}

const char *
cpt_recent_file_get_name (CptRecentFile *self)
{
  return self->name;
}

/**
 * cpt_recent_file_get_folder:
 *
 * Returns: (transfer none) (nullable): the folder, as people write it
 */
const char *
cpt_recent_file_get_folder (CptRecentFile *self)
{
  return self->folder;
}

/**
 * cpt_recent_new:
 * @manager: the desktop's list
 *
 * Returns: (transfer full): a list model of #CptRecentFile, newest first
 */
CptRecent *
cpt_recent_new (GtkRecentManager *manager)
{
  CptRecent *self = g_object_new (CPT_TYPE_RECENT, NULL);

  self->manager = g_object_ref (manager);
  g_signal_connect_object (manager, "changed", G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);
  return self;
}

/**
 * cpt_recent_add:
 * @file: was opened or saved
 */
void
cpt_recent_add (CptRecent *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  gboolean comparison = g_str_has_suffix (name, CPT_STORE_SUFFIX);
  g_autofree char *type = comparison ? NULL : g_content_type_guess (name, NULL, 0, NULL);
  g_autofree char *mime_type = comparison ? g_strdup (CPT_STORE_MIME_TYPE) : g_content_type_get_mime_type (type);
  GtkRecentData data = {
    .display_name = name,
    .mime_type = mime_type != NULL ? mime_type : (char *) "text/plain",
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "counterpoint %u",
  };

  g_return_if_fail (CPT_IS_RECENT (self));
  gtk_recent_manager_add_full (self->manager, uri, &data);
}

/**
 * cpt_recent_remove:
 * @file: could not be opened; GTK's own file dialog lists it all the same
 */
void
cpt_recent_remove (CptRecent *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_return_if_fail (CPT_IS_RECENT (self));
  gtk_recent_manager_remove_item (self->manager, uri, NULL);
}
