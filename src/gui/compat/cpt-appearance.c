// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark, as the desktop's settings portal, the user and GTK say. Room: gui/compat; knows no widget of ours.
#include "cpt-appearance.h"

#include "cpt-compat.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"

/* Values of the portal's "color-scheme". */
enum
{
  PORTAL_NO_PREFERENCE,
  PORTAL_PREFER_DARK,
  PORTAL_PREFER_LIGHT,
};

struct _CptAppearance
{
  GObject parent_instance;
  GdkDisplay *display;
  GtkSettings *settings;
  GtkCssProvider *style;
  GtkCssProvider *dark_style;
  GtkCssProvider *contrast_style;
  GDBusConnection *bus;
  guint subscription;
  GCancellable *cancellable;
  CptScheme scheme;
  guint portal_scheme;
  gboolean portal_contrast;
  gboolean gtk_default_dark; /* what GTK's own setting said before we touched it */
  gboolean dark;             /* as shown, as is the next */
  gboolean contrast;
};

G_DEFINE_FINAL_TYPE (CptAppearance, cpt_appearance, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* A theme that is dark by its name, or forced through GTK_THEME, is the user's word: ours must not fight it. */
static gboolean
theme_is_dark (CptAppearance *self)
{
  g_autofree char *name = NULL;

  g_object_get (self->settings, "gtk-theme-name", &name, NULL);
  return name != NULL && (g_str_has_suffix (name, "-dark") || g_str_has_suffix (name, "-Dark"));
}

static gboolean
theme_is_forced (void)
{
  const char *name = g_getenv ("GTK_THEME");

  return name != NULL && *name != '\0';
}

static gboolean
wants_dark (CptAppearance *self)
{
  if (theme_is_forced ())
    return g_str_has_suffix (g_getenv ("GTK_THEME"), "dark");
  switch (self->scheme)
    {
    case CPT_SCHEME_LIGHT:
      return FALSE;
    case CPT_SCHEME_DARK:
      return TRUE;
    case CPT_SCHEME_SYSTEM:
    default:
      if (self->portal_scheme == PORTAL_NO_PREFERENCE)
        return self->gtk_default_dark || theme_is_dark (self);
      return self->portal_scheme == PORTAL_PREFER_DARK;
    }
}

static void
show_sheet (CptAppearance *self, GtkCssProvider *sheet, gboolean shown, guint above)
{
  gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (sheet));
  if (shown)
    gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (sheet),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + above);
}

static void
apply (CptAppearance *self)
{
  gboolean dark = wants_dark (self);
  gboolean changed = dark != self->dark || self->portal_contrast != self->contrast;

  if (!theme_is_forced ())
    g_object_set (self->settings, "gtk-application-prefer-dark-theme", dark, NULL);
  show_sheet (self, self->dark_style, dark, 1);
  show_sheet (self, self->contrast_style, self->portal_contrast, 2);
  self->dark = dark;
  self->contrast = self->portal_contrast;
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_setting (CptAppearance *self, const char *key, GVariant *boxed)
{
  g_autoptr (GVariant) value = g_variant_ref (boxed);

  while (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *inner = g_variant_get_variant (value);

      g_variant_unref (value);
      value = inner;
    }
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return;
  if (g_str_equal (key, "color-scheme"))
    self->portal_scheme = g_variant_get_uint32 (value);
  else if (g_str_equal (key, "contrast"))
    self->portal_contrast = g_variant_get_uint32 (value) == 1;
  apply (self);
}

static void
setting_changed_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                    const char *signal, GVariant *parameters, gpointer user_data)
{
  const char *namespace, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&s@v)", &namespace, &key, &value);
  if (g_str_equal (namespace, APPEARANCE))
    take_setting (user_data, key, value);
}

/* No portal, or one that does not know the settings: GTK's own setting stays in force. */
static void
read_all_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) values = NULL;
  const char *keys[] = { "color-scheme", "contrast" };

  if (reply == NULL)
    return;
  g_variant_get (reply, "(@a{sa{sv}})", &values);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GVariant) group = g_variant_lookup_value (values, APPEARANCE, G_VARIANT_TYPE_VARDICT);
      g_autoptr (GVariant) value = group == NULL ? NULL : g_variant_lookup_value (group, keys[i], NULL);

      if (value != NULL)
        take_setting (user_data, keys[i], value);
    }
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  const char *namespaces[] = { APPEARANCE, NULL };
  CptAppearance *self;

  if (bus == NULL)
    return;
  self = user_data;
  g_set_object (&self->bus, bus);
  self->subscription
      = g_dbus_connection_signal_subscribe (bus, PORTAL_NAME, PORTAL_SETTINGS, "SettingChanged", PORTAL_PATH, NULL,
                                            G_DBUS_SIGNAL_FLAGS_NONE, setting_changed_cb, self, NULL);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_SETTINGS, "ReadAll",
                          g_variant_new ("(^as)", namespaces), G_VARIANT_TYPE ("(a{sa{sv}})"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, read_all_cb, self);
}

static void
theme_changed_cb (CptAppearance *self)
{
  apply (self);
}

static void
cpt_appearance_dispose (GObject *object)
{
  CptAppearance *self = CPT_APPEARANCE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  if (self->display != NULL)
    {
      gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->style));
      gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->dark_style));
      gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->contrast_style));
    }
  g_clear_object (&self->display);
  g_clear_object (&self->contrast_style);
  g_clear_object (&self->style);
  g_clear_object (&self->dark_style);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (cpt_appearance_parent_class)->dispose (object);
}

static void
cpt_appearance_class_init (CptAppearanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_appearance_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cpt_appearance_init (CptAppearance *self)
{
  self->style = gtk_css_provider_new ();
  self->dark_style = gtk_css_provider_new ();
  self->contrast_style = gtk_css_provider_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * cpt_appearance_new:
 * @display: where to put the style sheets
 * @sheets: the style sheets
 *
 * Loads the style sheets and follows the desktop. The portal is asked in the background: a desktop that wants dark but
 * tells GTK nothing shows light for the first moment.
 *
 * Returns: (transfer full): a new appearance
 */
CptAppearance *
cpt_appearance_new (GdkDisplay *display, const CptStyleSheets *sheets)
{
  CptAppearance *self = g_object_new (CPT_TYPE_APPEARANCE, NULL);

  self->display = g_object_ref (display);
  self->settings = gtk_settings_get_for_display (display);
  g_object_get (self->settings, "gtk-application-prefer-dark-theme", &self->gtk_default_dark, NULL);
  gtk_css_provider_load_from_resource (self->style, sheets->style);
  gtk_css_provider_load_from_resource (self->dark_style, sheets->dark);
  if (sheets->contrast != NULL)
    gtk_css_provider_load_from_resource (self->contrast_style, sheets->contrast);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (self->settings, "notify::gtk-theme-name", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  apply (self);
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, self);
  return self;
}

/**
 * cpt_appearance_set_scheme:
 * @scheme: what the user chose in the menu
 */
void
cpt_appearance_set_scheme (CptAppearance *self, CptScheme scheme)
{
  g_return_if_fail (CPT_IS_APPEARANCE (self));
  if (self->scheme == scheme)
    return;
  self->scheme = scheme;
  apply (self);
}

CptScheme
cpt_appearance_get_scheme (CptAppearance *self)
{
  g_return_val_if_fail (CPT_IS_APPEARANCE (self), CPT_SCHEME_SYSTEM);
  return self->scheme;
}

/**
 * cpt_appearance_get_dark:
 *
 * Returns: whether the program is shown light on dark
 */
gboolean
cpt_appearance_get_dark (CptAppearance *self)
{
  g_return_val_if_fail (CPT_IS_APPEARANCE (self), FALSE);
  return self->dark;
}

/**
 * cpt_scheme_from_name:
 * @name: (nullable): "system", "light" or "dark", as kept in the settings
 *
 * Returns: the scheme; anything else follows the system
 */
CptScheme
cpt_scheme_from_name (const char *name)
{
  if (g_strcmp0 (name, "light") == 0)
    return CPT_SCHEME_LIGHT;
  if (g_strcmp0 (name, "dark") == 0)
    return CPT_SCHEME_DARK;
  return CPT_SCHEME_SYSTEM;
}
