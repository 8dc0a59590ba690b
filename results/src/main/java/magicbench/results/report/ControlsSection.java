package magicbench.results.report;

import magicbench.results.verdict.ControlResult;
import magicbench.results.verdict.Judgement;

/** Negative controls: the same instrument where there must be nothing to find. */
final class ControlsSection {

  private ControlsSection() {}

  static Tag of(Judgement judgement) {
    Tag section = Page.section("controls", "Controls");
    if (judgement.controls().isEmpty()) {
      return section.add(Tag.of("p", "No control was evaluated."));
    }
    DataTable table =
        DataTable.traced(
            "Where the instrument must find nothing",
            "Control",
            "Result",
            "What must hold",
            "Measured",
            "Allowed");
    for (ControlResult control : judgement.controls()) {
      table.tracedRow(
          Phrases.records(judgement),
          Phrases.text(Words.phrase(control.name())),
          result(control.passed()),
          Phrases.text(control.statement()),
          Phrases.effect(control.measured(), ""),
          Phrases.text(control.expected()));
    }
    return section.add(table.cards());
  }

  private static Tag result(boolean passed) {
    return Tag.of("span")
        .with("class", passed ? "verdict reproduced" : "verdict contradicted")
        .add(
            Tag.of("span", passed ? "\u2713" : "\u2717").with("aria-hidden", "true"),
            Phrases.text(passed ? " passed" : " failed"));
  }
}
