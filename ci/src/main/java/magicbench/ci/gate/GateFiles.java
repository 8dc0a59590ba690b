package magicbench.ci.gate;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;
import magicbench.results.history.HistoryEntry;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdict;

/** What the gate saw, in the forms that CI platforms read. */
public final class GateFiles {

  private final String scale;
  private final GateResult result;
  private final List<Judgement> judgements;
  private final Map<String, HistoryEntry> entries;

  /**
   * What is to be written.
   *
   * @param scale the scale's name
   * @param result what the gate decided
   * @param judgements the run's
   * @param entries the run's lines for a history, one a claim that was run
   */
  public GateFiles(
      String scale, GateResult result, List<Judgement> judgements, List<HistoryEntry> entries) {
    this.scale = scale;
    this.result = result;
    this.judgements = List.copyOf(judgements);
    this.entries =
        entries.stream().collect(Collectors.toMap(HistoryEntry::claim, Function.identity()));
  }

  /**
   * Writes {@code summary.md} for a pull request, {@code junit.xml} with a test case a claim, and
   * {@code benchmark.json}, in which larger is better, for github-action-benchmark.
   *
   * @param folder where to; made when it is missing
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  public void write(Path folder) {
    WholeFile.write(folder.resolve("summary.md"), summary());
    WholeFile.write(folder.resolve("junit.xml"), junit());
    WholeFile.write(folder.resolve("benchmark.json"), Json.write(benchmark()));
  }

  private String summary() {
    StringBuilder text = new StringBuilder("## magicbench at scale " + scale + "\n\n");
    text.append(result.passed() ? "**" : "**\u26a0 ")
        .append(line(result.lastLine()))
        .append("**\n");
    text.append("\n| claim | now | accepted | change | effect |\n|---|---|---|---|---|\n");
    Map<String, Judgement> byClaim =
        judgements.stream()
            .collect(Collectors.toMap(judged -> judged.claim().id(), Function.identity()));
    for (GateResult.Line each : result.lines()) {
      text.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  each.claimId(),
                  each.now(),
                  each.accepted(),
                  each.change(),
                  Optional.ofNullable(byClaim.get(each.claimId()))
                      .map(GateFiles::effect)
                      .orElse("")));
    }
    if (!result.passed()) {
      text.append('\n');
      result.reasons().forEach(reason -> text.append("* ").append(line(reason)).append('\n'));
    }
    return text.toString();
  }

  private static String line(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }

  private static String effect(Judgement judgement) {
    return judgement
        .evidence()
        .map(evidence -> effect(evidence.effect()) + " " + judgement.claim().tolerance().unit())
        .orElse("");
  }

  private static String effect(Estimate estimate) {
    return String.format(Locale.ROOT, "%.3f", estimate.value())
        + estimate
            .interval()
            .map(bounds -> String.format(Locale.ROOT, " [%.3f, %.3f]", bounds.low(), bounds.high()))
            .orElse("");
  }

  private List<SortedMap<String, Object>> benchmark() {
    List<SortedMap<String, Object>> rows = new ArrayList<>();
    for (Judgement judgement : judgements) {
      String id = judgement.claim().id();
      double sign = judgement.claim().direction().sign();
      judgement
          .evidence()
          .map(found -> found.effect())
          .ifPresent(
              effect ->
                  rows.add(
                      row(
                          id + ", effect as claimed",
                          judgement.claim().tolerance().unit(),
                          sign * effect.value(),
                          effect.interval().map(it -> (it.high() - it.low()) / 2))));
      Optional.ofNullable(entries.get(id))
          .flatMap(entry -> entry.cost().trialsPerCpuHour())
          .ifPresent(
              rate ->
                  rows.add(
                      row(id + ", throughput", "trials/processor hour", rate, Optional.empty())));
    }
    return rows;
  }

  private SortedMap<String, Object> row(
      String name, String unit, double value, Optional<Double> range) {
    SortedMap<String, Object> row = new TreeMap<>();
    row.put("name", scale + ": " + name);
    row.put("unit", unit);
    row.put("value", value);
    range.ifPresent(half -> row.put("range", String.format(Locale.ROOT, "\u00b1 %.4f", half)));
    return row;
  }

  private String junit() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "magicbench." + scale);
      xml.writeAttribute("tests", Integer.toString(judgements.size()));
      xml.writeAttribute("failures", count(Verdict.Contradicted.class));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute(
          "skipped", Long.toString(judgements.stream().filter(GateFiles::isOpen).count()));
      for (Judgement judgement : judgements) {
        testCase(xml, judgement);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("no XML of verdicts at scale " + scale, e);
    }
    return text + "\n";
  }

  private String count(Class<? extends Verdict> kind) {
    return Long.toString(
        judgements.stream().filter(judged -> kind.isInstance(judged.verdict())).count());
  }

  private static boolean isOpen(Judgement judgement) {
    return judgement.verdict() instanceof Verdict.Undecided
        || judgement.verdict() instanceof Verdict.NotRun;
  }

  private void testCase(XMLStreamWriter xml, Judgement judgement) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "magicbench." + scale + "." + judgement.claim().suite());
    xml.writeAttribute("name", judgement.claim().id());
    Optional<Double> seconds =
        Optional.ofNullable(entries.get(judgement.claim().id()))
            .flatMap(entry -> entry.cost().wallSeconds());
    if (seconds.isPresent()) {
      xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", seconds.get()));
    }
    if (isOpen(judgement)) {
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", judgement.verdict().reason());
    } else if (judgement.verdict() instanceof Verdict.Contradicted) {
      xml.writeEmptyElement("failure");
      xml.writeAttribute("type", judgement.verdict().word());
      xml.writeAttribute("message", judgement.verdict().reason());
    }
    xml.writeEndElement();
  }
}
