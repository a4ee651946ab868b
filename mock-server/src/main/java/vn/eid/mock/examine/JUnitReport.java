package vn.eid.mock.examine;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as Jenkins and GitLab read it: one suite, a test case for each trial. What was
 * accepted has failed, what was not tried is skipped, and an end before the end is an error.
 */
final class JUnitReport {
  private static final String SUITE = "eid-mock examine";

  // XML 1.0, section 2.2: these cannot stand in a document, not even escaped.
  private static final Pattern NO_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JUnitReport(xml).write(report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The report could not be written as XML.", e);
    }
    return text.toString();
  }

  private void write(Report report) throws XMLStreamException {
    int problems = report.problem().isPresent() ? 1 : 0;
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuites");
    xml.writeStartElement("testsuite");
    attribute("name", SUITE);
    attribute("tests", String.valueOf(report.findings().size() + problems));
    attribute("failures", String.valueOf(report.of(Verdict.ACCEPTED).size()));
    attribute("errors", String.valueOf(problems));
    attribute("skipped", String.valueOf(report.of(Verdict.NOT_TRIED).size()));
    attribute("time", seconds(whole(report.findings())));
    for (Finding finding : report.findings()) {
      testCase(finding);
    }
    if (report.problem().isPresent()) {
      problem(report.problem().get());
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void testCase(Finding finding) throws XMLStreamException {
    startCase(finding.trial().name(), finding.took());
    switch (finding.verdict()) {
      case ACCEPTED -> failure(finding);
      case NOT_TRIED -> {
        xml.writeEmptyElement("skipped");
        attribute("message", finding.remark());
      }
      case REFUSED, FINE, TOO_STRICT ->
          text("system-out", finding.verdict().word() + ": " + finding.remark());
    }
    xml.writeEndElement();
  }

  private void failure(Finding finding) throws XMLStreamException {
    Expected expected = finding.trial().expected();
    xml.writeStartElement("failure");
    attribute("message", "accepted: " + finding.trial().sentence());
    attribute("type", "accepted");
    xml.writeCharacters(
        clean(
            String.join(
                "\n",
                expected.why(),
                "What to do: " + Remedies.of(finding.trial()),
                expected.section(),
                finding.remark())));
    xml.writeEndElement();
  }

  private void problem(String sentences) throws XMLStreamException {
    startCase("examination", Duration.ZERO);
    xml.writeStartElement("error");
    attribute("message", "The examination did not come to its end.");
    attribute("type", "inconclusive");
    xml.writeCharacters(clean(sentences));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void startCase(String name, Duration took) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", SUITE);
    attribute("name", name);
    attribute("time", seconds(took));
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  private static Duration whole(List<Finding> findings) {
    return findings.stream().map(Finding::took).reduce(Duration.ZERO, Duration::plus);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }

  private static String clean(String text) {
    return NO_XML.matcher(text).replaceAll("?");
  }
}
