package vn.eid.mock.examine;

import java.util.List;
import java.util.Map;
import vn.eid.mock.page.ExaminedTrial;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;
import vn.eid.mock.page.Texts;

/** The report as one page that needs nothing else; in English, as the sentences of the faults. */
final class HtmlReport {
  // What is accepted comes first.
  private static final List<Verdict> ORDER =
      List.of(
          Verdict.ACCEPTED, Verdict.NOT_TRIED, Verdict.TOO_STRICT, Verdict.REFUSED, Verdict.FINE);

  private HtmlReport() {}

  static String of(Report report) {
    List<ExaminedTrial> trials =
        ORDER.stream()
            .flatMap(verdict -> report.of(verdict).stream())
            .map(HtmlReport::shown)
            .toList();
    Page page =
        new Page(
            "examine/report.jte",
            Map.of(
                "application", Visit.address(report.loginPage()),
                "sentence", report.sentence(),
                "problem", report.problem().or(report::emptiness).orElse(""),
                "legend", report.legend().orElse(""),
                "trials", trials));
    return page.html(Texts.in(Language.EN), "report");
  }

  private static ExaminedTrial shown(Finding finding) {
    Expected expected = finding.trial().expected();
    return new ExaminedTrial(
        finding.trial().name(),
        finding.verdict().word(),
        finding.trial().sentence(),
        expected.why(),
        finding.verdict() == Verdict.ACCEPTED ? Remedies.of(finding.trial()) : "",
        expected.section(),
        finding.remark(),
        finding.verdict() == Verdict.ACCEPTED);
  }
}
