package magicbench.results.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import magicbench.results.claim.PaperValue;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Judgement;

/** Small pieces that several pages show in the same way. */
final class Phrases {

  private static final Map<String, String> SIGNS =
      Map.of(
          "REPRODUCED", "\u2713", "CONTRADICTED", "\u2717", "UNDECIDED", "?", "NOT_RUN", "\u2013");

  /** Of an effect of a single super-net seed. */
  static final int SEED_DECIMALS = 3;

  private static final int MOST_DECIMALS = 6;

  private Phrases() {}

  static Tag text(String text) {
    return Tag.of("span", text);
  }

  /** For instance {@code 1 seed} or {@code 7 seeds}. */
  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  static Tag code(String text) {
    return Tag.of("code", text);
  }

  static Tag link(String target, String text) {
    return Tag.of("a", text).with("href", target);
  }

  /** Leads to the records of a judgement, on its own page. */
  static Tag records(Judgement judgement) {
    return records("", judgement);
  }

  /**
   * Leads to them from another page.
   *
   * @param page the judgement's page, from the one that links
   */
  static Tag records(String page, Judgement judgement) {
    return link(page + "#trials", count(judgement.trials().size(), "record"));
  }

  /** A verdict's word with a sign and a colour: none of the three is needed to tell it. */
  static Tag verdict(String word) {
    return Tag.of("span")
        .with("class", "verdict " + word.toLowerCase(Locale.ROOT).replace('_', '-'))
        .add(
            Tag.of("span", SIGNS.getOrDefault(word, "")).with("aria-hidden", "true"),
            Tag.of("span", " " + word.replace('_', ' ')));
  }

  /** Both ends with the same decimals, then the confidence. */
  private static Tag interval(Interval interval, int decimals) {
    return Tag.of("span")
        .with("class", "interval")
        .add(
            Tag.of("span")
                .with("class", "ends")
                .add(Numbers.tag(interval.low(), decimals), text(" to "))
                .add(Numbers.tag(interval.high(), decimals)),
            text(" (" + Numbers.percent(interval.confidence()) + ")"));
  }

  /** The value of an estimate, with the decimals of its interval. */
  static Tag value(Estimate estimate) {
    return Numbers.tag(estimate.value(), decimals(estimate));
  }

  static Tag interval(Estimate estimate) {
    return interval(estimate.interval(), decimals(estimate));
  }

  /** The interval, or that there is none. */
  static Tag interval(Optional<Interval> interval, int decimals) {
    return interval
        .map(found -> interval(found, decimals))
        .orElseGet(() -> text("no interval").with("class", "interval"));
  }

  /** The value as {@link #value} shows it, for where no markup can stand. */
  static String valueText(Estimate estimate) {
    return Numbers.text(estimate.value(), decimals(estimate));
  }

  /** The interval as {@link #interval(Estimate)} shows it, for where no markup can stand. */
  static String intervalText(Estimate estimate) {
    return intervalText(estimate.interval(), decimals(estimate));
  }

  static String intervalText(Optional<Interval> interval, int decimals) {
    return interval
        .map(
            ends ->
                "%s to %s (%s)"
                    .formatted(
                        Numbers.text(ends.low(), decimals),
                        Numbers.text(ends.high(), decimals),
                        Numbers.percent(ends.confidence())))
        .orElse("no interval");
  }

  /** Value, interval and unit in one line. */
  static Tag effect(Estimate estimate, String unit) {
    return Tag.of("span")
        .add(value(estimate), text(" "), interval(estimate), text(" "))
        .add(Tag.of("span", unit).with("class", "unit"));
  }

  /** The paper's number with its grade, or that it is unknown. */
  static Tag paperValue(PaperValue paper) {
    return paper
        .value()
        .map(
            value ->
                Tag.of("span")
                    .add(
                        Numbers.tag(value, Numbers.trimmed(value)),
                        text(" " + paper.unit() + " (" + Words.grade(paper.grade()) + ")")))
        .orElseGet(() -> text(Words.UNKNOWN));
  }

  private static int decimals(Estimate estimate) {
    return decimals(estimate.value(), estimate.interval());
  }

  /** As many decimals as the numbers' size calls for, more where the interval is narrow. */
  static int decimals(double value, Optional<Interval> interval) {
    return interval.map(found -> decimals(value, found)).orElseGet(() -> Numbers.decimals(value));
  }

  private static int decimals(double value, Interval interval) {
    int bySize = Numbers.decimals(value, interval.low(), interval.high());
    double width = interval.high() - interval.low();
    boolean isTelling = width > 0 && Double.isFinite(width);
    int byWidth = isTelling ? (int) Math.ceil(1 - Math.log10(width)) : 0;
    return Math.min(MOST_DECIMALS, Math.max(bySize, byWidth));
  }
}
