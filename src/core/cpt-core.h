// SPDX-License-Identifier: GPL-3.0-or-later
// The one header that programs include: everything below the user interfaces.
#pragma once

#include "cpt-analysis.h"
#include "cpt-article.h"
#include "cpt-board.h"
#include "cpt-command.h"
#include "cpt-comparison.h"
#include "cpt-draft-keeper.h"
#include "cpt-exporter.h"
#include "cpt-history.h"
#include "cpt-importer.h"
#include "cpt-json.h"
#include "cpt-lock.h"
#include "cpt-profile-draft.h"
#include "cpt-profile.h"
#include "cpt-store.h"
#include "cpt-chronology.h"
#include "cpt-event-accounts.h"
#include "cpt-timeline-axis.h"
#include "cpt-timeline-drawing.h"
#include "cpt-timeline-layout.h"
#include "cpt-timeline-viewport.h"
