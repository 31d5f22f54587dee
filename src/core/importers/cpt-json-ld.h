// SPDX-License-Identifier: GPL-3.0-or-later
// schema.org articles in JSON-LD. Room: core/importers.
#pragma once

#include "cpt-headers.h"

G_BEGIN_DECLS

/* Reads one <script type="application/ld+json">. What stands already in @metadata and @article_body is kept. */
void cpt_json_ld_read (const char *json, CptFoundMetadata *metadata, char **article_body);

G_END_DECLS
