// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.List;

/** The results as one HTML page that needs no network. */
public final class Page {

  private static final String CSS =
      """
      :root { color-scheme: light dark; --ground: #fff; --text: #212529; --line: #dee2e6; }
      @media (prefers-color-scheme: dark) {
        :root { --ground: #16181b; --text: #e9ecef; --line: #343a40; }
      }
      body { font: 15px/1.5 system-ui, sans-serif; background: var(--ground); color: var(--text);
        max-width: 76rem; margin: 0 auto; padding: 1rem; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
      dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; }
      .charts { display: grid; gap: 1.5rem;
        grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
      .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; list-style: none; }
      .legend svg { width: 1rem; height: .75rem; margin-right: .35rem; }
      .table { overflow-x: auto; }
      table { border-collapse: collapse; font-size: .87rem; font-variant-numeric: tabular-nums; }
      th, td { text-align: left; padding: .25rem .8rem .25rem 0; white-space: nowrap;
        border-bottom: 1px solid var(--line); }
      .met { color: light-dark(#2b8a3e, #69db7c); } .missed { color: light-dark(#c92a2a, #ff8787); }
      """;

  private final StringBuilder out = new StringBuilder();

  private Page(Results results) {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.append("<title>What tracing costs</title>\n");
    out.append("<style>\n").append(CSS).append(Palette.css()).append("</style>\n</head>\n<body>\n");
    out.append("<h1>What tracing costs</h1>\n");
    environment(results.environment());
    targets(results);
    glossary(results);
    charts("Time against sampling rate", Measure.TIME, results);
    charts("Bytes allocated against sampling rate", Measure.BYTES, results);
    heading("All figures");
    table(Overheads.HEADINGS, Overheads.rows(results));
    out.append("</body>\n</html>\n");
  }

  /** Well-formed XML, too. */
  public static String of(Results results) {
    return new Page(results).out.toString();
  }

  private void environment(Environment where) {
    out.append("<dl>\n");
    item("measured", where.date() + ", commit " + where.commit());
    item("machine", where.machine() + "; " + where.system());
    item("Java", where.java() + "; " + where.flags());
    item("effort", where.effort() + "; threads: " + where.threads());
    item("busy before", where.load() < 0 ? "not known" : Texts.number(where.load()) + " threads");
    out.append("</dl>\n<p>Intervals are of 95 %. A ratio whose interval is wider than a third");
    out.append(" of itself is not shown.</p>\n");
  }

  private void item(String name, String value) {
    out.append("<dt>").append(name).append("</dt><dd>").append(Svg.escape(value)).append("</dd>\n");
  }

  private void heading(String text) {
    out.append("<h2>").append(text).append("</h2>\n");
  }

  private void targets(Results results) {
    heading("Targets");
    table(Assessment.HEADINGS, Assessment.all(results).stream().map(Assessment::cells).toList());
  }

  private void glossary(Results results) {
    out.append("<dl>\n");
    for (String tracer : Legend.tracers(results)) {
      item(tracer, Glossary.of(tracer));
    }
    out.append("</dl>\n");
  }

  private void charts(String title, Measure measure, Results results) {
    heading(title);
    legend(results);
    out.append("<div class=\"charts\">\n");
    for (Layer layer : Layer.values()) {
      Chart.of(layer, measure, results)
          .map(chart -> new Svg().add("%s", chart).whole(Chart.WIDTH, Chart.HEIGHT, ""))
          .ifPresent(out::append);
    }
    out.append("</div>\n");
  }

  private void legend(Results results) {
    out.append("<ul class=\"legend\">\n");
    for (String tracer : Legend.tracers(results)) {
      String mark = Legend.mark(new Svg(), tracer, 0, 6).whole(Legend.MARK, 12, "");
      out.append("<li>").append(mark).append(tracer).append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private void table(List<String> headings, List<List<String>> rows) {
    out.append("<div class=\"table\"><table>\n");
    row("th", headings);
    rows.forEach(row -> row("td", row));
    out.append("</table></div>\n");
  }

  private void row(String element, List<String> cells) {
    out.append("<tr>");
    for (String cell : cells) {
      String style = cell.startsWith("met") ? " class=\"met\"" : "";
      style = cell.startsWith("missed") ? " class=\"missed\"" : style;
      out.append('<').append(element).append(style).append('>');
      out.append(Svg.escape(cell)).append("</").append(element).append('>');
    }
    out.append("</tr>\n");
  }
}
