// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the .counterpoint file. Room: core/store. data/counterpoint.schema.json says the same to other programs.
#include "cpt-store-names.h"

const char *const cpt_store_quotation_names[] = { "none", "direct", "indirect", "mixed", NULL };
const char *const cpt_store_timex_names[] = { "DATE", "TIME", "DURATION", "SET", NULL };
const char *const cpt_store_precision_names[]
    = { "unknown", "day", "week", "month", "season", "year", "decade", "century", "vague", NULL };
const char *const cpt_store_decision_names[] = { "sides", "topic", "source", "quotation", "span", "confirmed", NULL };
const char *const cpt_store_event_decision_names[] = { "date", "label", "made", NULL };

const char *const cpt_store_root_keys[] = { "format",       "version",        "title",      "profile",  "topics",
                                            "next_article", "next_statement", "next_event", "articles", CPT_STORE_DRAFT_KEY, NULL };
const char *const cpt_store_topic_keys[] = { "id", "name", "made", "renamed", "placed", NULL };
const char *const cpt_store_article_keys[]
    = { "id",  "title", "author", "publisher", "published",  "language", "url",
        "file", "text",  "engine", "analysed_language", "statements", "events",   NULL };
const char *const cpt_store_statement_keys[]
    = { "id",         "start",   "end", "sentence", "sides", "topic",       "source",      "quotation",    "cue",
        "confidence", "answers", "why", "decided",  "note",  "found_sides", "found_topic", "found_source", "found_quotation",
        NULL };
const char *const cpt_store_event_keys[]
    = { "id",         "start",      "end",     "type",           "value",        "earliest",        "latest",
        "precision",  "anchor",     "label",   "confidence",     "hidden",       "decided",         "found_earliest",
        "found_latest", "found_precision", "found_label", "sides", NULL };
