// SPDX-License-Identifier: GPL-3.0-or-later
// The .counterpoint file. Room: core/store.
#include "cpt-store.h"

G_DEFINE_QUARK (cpt-store-error-quark, cpt_store_error)
