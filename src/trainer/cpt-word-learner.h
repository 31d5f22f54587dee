// SPDX-License-Identifier: GPL-3.0-or-later
// What can be learnt of words alone: how often each is a cue, and which words behave alike. Room: trainer.
#pragma once

#include "cpt-lesson.h"

G_BEGIN_DECLS

CptModel *cpt_learn_words (const GPtrArray *lessons);

G_END_DECLS
