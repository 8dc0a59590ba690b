package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import magicbench.results.history.AlarmRates;
import magicbench.results.history.AlarmRatesFile;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.AcceptedFile;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.VerdictFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README.md's tables say what the committed files say. */
final class ReadmeFiguresTest {

  private static final Path RESULTS = Modules.root().resolve("results");
  private static final List<Double> SPREADS = List.of(1.0, 1.5, 2.0);

  static Stream<List<Readme.Line>> tables() {
    return Readme.verdicts().stream();
  }

  static Stream<List<String>> alarms() {
    return Readme.rows("earlier runs |").stream();
  }

  static Stream<List<String>> front() {
    return Readme.rows("the question |").stream();
  }

  @Test
  void a_table_of_every_scale_with_a_section_of_its_own_is_looked_at() {
    assertThat(tables().map(table -> table.get(0).scale()))
        .contains(
            "laptop",
            "laptop-compression",
            "laptop-full",
            "laptop-glue",
            "laptop-glue-learned",
            "laptop-images",
            "laptop-images-learned",
            "laptop-squad",
            "overnight");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_table_of_verdicts_is_what_was_accepted_of_its_suites(List<Readme.Line> table) {
    Set<String> suites = table.stream().map(Readme.Line::suite).collect(Collectors.toSet());

    assertThat(table)
        .containsExactlyElementsOf(
            accepted(table.get(0).scale())
                .filter(judgement -> suites.contains(judgement.claim().suite()))
                .map(ReadmeFiguresTest::line)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("front")
  void a_row_of_the_first_table_is_what_was_accepted(List<String> row) {
    String claim = row.get(1).replace("`", "");
    String scale = row.get(2);

    assertThat(
            accepted(scale)
                .filter(judgement -> judgement.claim().id().equals(claim))
                .map(ReadmeFiguresTest::line)
                .map(line -> line.verdict() + " " + line.effect()))
        .containsExactly(row.get(3) + " " + row.get(4));
  }

  @Test
  void the_table_of_alarm_rates_has_every_number_of_earlier_runs() {
    assertThat(alarms().map(row -> Integer.valueOf(row.get(0))))
        .containsExactlyElementsOf(
            rates().alarms().stream().map(AlarmRates.Alarms::window).toList());
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void the_table_of_alarm_rates_is_what_was_measured(List<String> row) {
    int window = Integer.parseInt(row.get(0));
    AlarmRates.Alarms alarms =
        rates().alarms().stream().filter(each -> each.window() == window).findFirst().orElseThrow();
    Interval interval = alarms.interval();

    assertRounded(row.get(1), alarms.suspected());
    assertRounded(
        row.get(2).replace("95 %", ""), alarms.alarmed(), interval.low(), interval.high());
    assertRounded(
        row.get(3), SPREADS.stream().flatMapToDouble(each -> found(window, each)).toArray());
  }

  /** The least and the most over claims. */
  private static DoubleStream found(int window, double spreads) {
    double[] found =
        rates().power().stream()
            .filter(each -> each.window() == window && each.spreads() == spreads)
            .mapToDouble(AlarmRates.Power::found)
            .sorted()
            .toArray();
    return DoubleStream.of(found[0], found[found.length - 1]);
  }

  private static void assertRounded(String cell, double... shares) {
    List<Readme.Printed> printed = Readme.numbers(cell);
    assertThat(printed).as(cell).hasSize(shares.length);
    for (int place = 0; place < shares.length; place++) {
      assertThat(printed.get(place).isRounded(shares[place]))
          .as("%s for %s in %s", printed.get(place), shares[place], cell)
          .isTrue();
    }
  }

  private static AlarmRates rates() {
    return AlarmRatesFile.read(RESULTS.resolve("history").resolve(AlarmRatesFile.NAME))
        .orElseThrow();
  }

  private static Stream<Judgement> accepted(String scale) {
    return VerdictFile.read(AcceptedFile.in(RESULTS.resolve("accepted/verdicts"), scale, "cpu"))
        .judgements()
        .stream();
  }

  private static Readme.Line line(Judgement judgement) {
    return new Readme.Line(
        judgement.claim().suite(),
        judgement.claim().id(),
        judgement.scale(),
        judgement.device(),
        judgement.verdict().word(),
        text(judgement.evidence().orElseThrow().effect()));
  }

  private static String text(Estimate effect) {
    Interval interval = effect.interval().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%.3f [%.3f, %.3f], %d seeds",
        effect.value(),
        interval.low(),
        interval.high(),
        effect.seeds());
  }
}
