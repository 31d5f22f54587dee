// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles. Room: core/profile.
#include "cpt-profile.h"

G_DEFINE_QUARK (cpt-profile-error-quark, cpt_profile_error)
