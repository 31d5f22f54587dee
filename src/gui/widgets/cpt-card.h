// SPDX-License-Identifier: GPL-3.0-or-later
// A statement as a card. Room: gui/widgets.
#pragma once

#include "cpt-side-ink.h"

G_BEGIN_DECLS

#define CPT_TYPE_CARD (cpt_card_get_type ())
G_DECLARE_FINAL_TYPE (CptCard, cpt_card, CPT, CARD, GtkWidget)

/**
 * CptCard:
 *
 * Shows one statement: its words, source and cue, date, article, and marks for what was decided by hand, halves, notes
 * and low confidence. Holds the statement for questions; gestures are the board's business. CSS node: card, with the
 * classes context, to-review.
 */
GtkWidget          *cpt_card_new           (void);
void                cpt_card_bind          (CptCard *self, CptState *state, const CptStatement *statement, guint column);
/* Before it is bound: how many more articles say the same; the card stands for those statements, too. */
void cpt_card_set_copies (CptCard *self, guint n_copies);
void                cpt_card_unbind        (CptCard *self);
const CptStatement *cpt_card_get_statement (CptCard *self);
CptState           *cpt_card_get_state     (CptCard *self);
guint               cpt_card_get_column    (CptCard *self);
void                cpt_card_set_selected  (CptCard *self, gboolean selected);

void             cpt_card_set_search    (CptCard *self, const char *words);

G_END_DECLS
