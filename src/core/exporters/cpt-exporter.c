// SPDX-License-Identifier: GPL-3.0-or-later
// Room: core/exporters.
#include "cpt-exporter.h"
