// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the .counterpoint file that its writer and its reader share. Private to core/store.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CPT_STORE_FORMAT_NAME "counterpoint"
#define CPT_STORE_DRAFT_KEY "draft" /* in the root of drafts: what they are drafts of; no part of a state */

/* Each by the value of its enumeration, ended by NULL. */
extern const char *const cpt_store_quotation_names[];
extern const char *const cpt_store_timex_names[];
extern const char *const cpt_store_precision_names[];

/* Bit i of the decisions of a statement. */
extern const char *const cpt_store_decision_names[];
extern const char *const cpt_store_event_decision_names[]; /* date, label */

/* The keys that each kind of object has; any others are kept as they came. */
extern const char *const cpt_store_root_keys[];
extern const char *const cpt_store_topic_keys[];
extern const char *const cpt_store_article_keys[];
extern const char *const cpt_store_statement_keys[];
extern const char *const cpt_store_event_keys[];

G_END_DECLS
