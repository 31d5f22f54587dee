// SPDX-License-Identifier: GPL-3.0-or-later
// How the HTML report looks: on screens narrow and wide, light and dark, and on paper. Room: core/exporters.
#include "cpt-report.h"

#include <stdio.h>

typedef struct
{
  guint red, green, blue;
} Colour;

static const Colour white = { 255, 255, 255 };
static const Colour night = { 30, 30, 34 };
static const Colour grey = { 110, 110, 118 };

static const char style[] =
    ":root{color-scheme:light dark;--paper:#fbfaf8;--card:#fff;--ink:#1d1d20;--quiet:#62626b;--line:#dcdad5}\n"
    "@media(prefers-color-scheme:dark){:root{--paper:#1e1e22;--card:#28282d;--ink:#ececf0;--quiet:#a5a5b0;--line:#"
    "3d3d45}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,\"Segoe "
    "UI\",Cantarell,"
    "\"Noto Sans\",sans-serif}\n"
    "main,body>header,body>footer{max-width:82rem;margin:0 auto;padding:0 1.5rem}\n"
    "body>header{padding-top:3rem}\n"
    "h1{font:600 2.1rem/1.2 Georgia,\"Noto Serif\",serif;margin:.2rem 0 .6rem;max-width:48rem;text-wrap:balance}\n"
    "h2{font-size:1.35rem;margin:3rem 0 1rem}\n"
    "h3{font-size:1.1rem;margin:0}\n"
    "a{color:inherit}\n"
    ".kicker{text-transform:uppercase;letter-spacing:.09em;font-size:.75rem;color:var(--quiet);margin:0}\n"
    ".quiet,.summary{color:var(--quiet)}\n"
    ".articles{padding-left:1.4rem}\n"
    ".articles li{margin:.35rem 0}\n"
    ".articles cite{font-style:normal;font-weight:600}\n"
    ".topics{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.2rem 0 0;padding:0;list-style:none}\n"
    ".topics a{display:block;padding:.15rem .7rem;border:1px solid var(--line);border-radius:99px;text-decoration:none;"
    "background:var(--card);font-size:.9rem}\n"
    ".heads,.row{display:grid;grid-template-columns:repeat(var(--columns),minmax(0,1fr));gap:.9rem}\n"
    ".heads{position:sticky;top:0;background:var(--paper);padding:.7rem 0;z-index:1;border-bottom:1px solid "
    "var(--line)}\n"
    ".head{border-bottom:.25rem var(--stroke,solid) var(--side);padding-bottom:.3rem;font-weight:600}\n"
    ".head .count,.topic .count{color:var(--quiet);font-weight:400;font-variant-numeric:tabular-nums}\n"
    ".badge{display:inline-block;min-width:1.5em;text-align:center;border-radius:.3em;background:var(--side);color:var("
    "--on);"
    "font-size:.75em;font-weight:700;padding:.05em .35em;margin-right:.3em}\n"
    ".topic{margin-top:1.8rem;break-inside:auto}\n"
    ".topic>header{display:flex;flex-wrap:wrap;gap:.2rem .9rem;align-items:baseline;border-bottom:1px solid "
    "var(--line);"
    "padding-bottom:.3rem;margin-bottom:.8rem;break-after:avoid}\n"
    ".row{margin-bottom:.9rem;break-inside:avoid}\n"
    ".card{background:var(--tint);border-left:.3rem var(--stroke,solid) var(--side);border-radius:.35rem;padding:.7rem "
    ".9rem;"
    "margin:0;overflow-wrap:anywhere}\n"
    ".card .side{display:none;font-size:.8rem;margin:0 0 .2rem;color:var(--quiet)}\n"
    ".card .words{margin:0;white-space:pre-wrap;font-family:Georgia,\"Noto Serif\",serif}\n"
    ".card footer{margin-top:.45rem;font-size:.85rem;color:var(--quiet)}\n"
    ".card footer b{color:var(--ink)}\n"
    ".mark{white-space:nowrap;border:1px solid var(--line);border-radius:.3em;padding:0 .35em;font-size:.75rem}\n"
    ".note{border-top:1px dashed var(--line);margin:.5rem 0 0;padding-top:.4rem;font-size:.9rem;white-space:pre-wrap}\n"
    ".timeline svg{width:100%;height:auto;background:var(--card);border:1px solid var(--line);border-radius:.5rem}\n"
    ".timeline text{font:12px system-ui,sans-serif;fill:var(--ink)}\n"
    ".timeline .lane-name{font-weight:600}\n"
    ".timeline .tick{stroke:var(--line)}\n"
    ".timeline .tick-label{fill:var(--quiet);font-size:11px}\n"
    ".timeline rect{fill:var(--side)}\n"
    ".timeline .on-bar{fill:var(--on)}.timeline .vague .on-bar{fill:var(--ink)}\n"
    ".timeline .vague rect{fill:var(--tint);stroke:var(--side);stroke-dasharray:3 2}\n"
    ".timeline .published{stroke:var(--ink);stroke-dasharray:2 3}\n"
    ".events{list-style:none;padding:0;margin:1.2rem 0}\n"
    ".events li{display:grid;grid-template-columns:13rem 9rem minmax(0,1fr);gap:.2rem 1rem;padding:.45rem 0;"
    "border-bottom:1px solid var(--line)}\n"
    ".events time,.events .undated{font-variant-numeric:tabular-nums}\n"
    ".events .what{white-space:pre-wrap}\n"
    "body>footer{margin-top:3rem;padding-bottom:3rem;color:var(--quiet);font-size:.9rem;border-top:1px solid "
    "var(--line)}\n"
    ":target{outline:.15rem solid var(--side,var(--quiet));outline-offset:.15rem}\n"
    "@media(max-width:46rem){.heads,.row{grid-template-columns:1fr}.heads{position:static}.empty{display:none}"
    ".card .side{display:block}.events li{grid-template-columns:1fr}}\n"
    "@media "
    "print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--quiet:#444;--line:#bbb}body{font-size:10pt}"
    ".heads{position:static}.topics{display:none}main,body>header,body>footer{max-width:none;padding:0}"
    ".card,.head,.badge,rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

/* A stroke of its own for each side, because colour alone does not reach everybody. */
static const char *const strokes[] = { "solid", "double", "dashed", "dotted", "ridge", "groove" };

static Colour
mix (Colour a, Colour b, guint percent_of_a)
{
  return (Colour){
    (a.red * percent_of_a + b.red * (100 - percent_of_a)) / 100,
    (a.green * percent_of_a + b.green * (100 - percent_of_a)) / 100,
    (a.blue * percent_of_a + b.blue * (100 - percent_of_a)) / 100,
  };
}

static Colour
parse_colour (const char *text)
{
  Colour colour;
  char rest;

  if (text != NULL && sscanf (text, "#%2x%2x%2x%c", &colour.red, &colour.green, &colour.blue, &rest) == 3)
    return colour;
  return grey;
}

/* Black or white, whichever is read better on @colour (relative luminance of WCAG 2, without its gamma). */
static const char *
choose_ink (Colour colour)
{
  return colour.red * 2126 + colour.green * 7152 + colour.blue * 722 > 10000 * 140 ? "#000" : "#fff";
}

static void
append_column (GString *out, guint column, Colour side, Colour paper, guint percent)
{
  Colour tint = mix (side, paper, percent);

  g_string_append_printf (out, ".side-%u{--side:#%02x%02x%02x;--tint:#%02x%02x%02x;--on:%s", column, side.red,
                          side.green, side.blue, tint.red, tint.green, tint.blue, choose_ink (side));
  g_string_append_printf (out, ";--stroke:%s}\n", strokes[column % G_N_ELEMENTS (strokes)]);
}

static Colour
get_column_colour (const CptState *state, guint column)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  return column < n_sides ? parse_colour (sides[column].colour) : grey;
}

void
cpt_report_append_style (GString *out, const CptState *state)
{
  guint n_sides;

  cpt_state_get_sides (state, &n_sides);
  g_string_append (out, "<style>\n");
  g_string_append (out, style);
  for (guint i = 0; i <= n_sides; i++)
    append_column (out, i, get_column_colour (state, i), white, 9);
  g_string_append (out, "@media(prefers-color-scheme:dark){\n");
  for (guint i = 0; i <= n_sides; i++)
    append_column (out, i, mix (get_column_colour (state, i), white, 60), night, 16);
  g_string_append (out, "}\n@media print{\n");
  for (guint i = 0; i <= n_sides; i++)
    append_column (out, i, get_column_colour (state, i), white, 9);
  g_string_append (out, "}\n</style>\n");
}
