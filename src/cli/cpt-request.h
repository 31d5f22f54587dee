// SPDX-License-Identifier: GPL-3.0-or-later
// One line of `analyze --input=jsonl`: an article to analyse. Room: cli.
#pragma once

#include "cpt-article.h"

G_BEGIN_DECLS

#define CPT_REQUEST_ERROR (cpt_request_error_quark ())
GQuark cpt_request_error_quark (void);

/**
 * CptRequestError:
 * @CPT_REQUEST_ERROR_SYNTAX: the line is not JSON
 * @CPT_REQUEST_ERROR_ENCODING: the line is not UTF-8
 * @CPT_REQUEST_ERROR_TOO_DEEP: nested deeper than any request
 * @CPT_REQUEST_ERROR_TOO_LARGE: longer than can be analysed
 * @CPT_REQUEST_ERROR_SHAPE: JSON, but no object with a string "text", or a member of a wrong kind
 */
typedef enum
{
  CPT_REQUEST_ERROR_SYNTAX,
  CPT_REQUEST_ERROR_ENCODING,
  CPT_REQUEST_ERROR_TOO_DEEP,
  CPT_REQUEST_ERROR_TOO_LARGE,
  CPT_REQUEST_ERROR_SHAPE,
} CptRequestError;

/* As written into answers: "syntax", "encoding", ... */
const char *cpt_request_error_get_code (const GError *error);

CptArticle *cpt_request_parse (const char *line, gsize length_bytes, const char *language, char **id, GError **error);

G_END_DECLS
