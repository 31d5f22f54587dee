// SPDX-License-Identifier: GPL-3.0-or-later
// The head row of a topic on a board. Room: gui/widgets.
#pragma once

#include "cpt-board-item.h"
#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_TOPIC_HEAD (cpt_topic_head_get_type ())
G_DECLARE_FINAL_TYPE (CptTopicHead, cpt_topic_head, CPT, TOPIC_HEAD, GtkWidget)

/* Its fold button activates "board.fold-topic" with the topic's id. */
GtkWidget *cpt_topic_head_new  (void);
void       cpt_topic_head_bind (CptTopicHead *self, CptBoardItem *item, CptSession *session);

G_END_DECLS
