package magicbench.results.report;

import magicbench.results.claim.Derivation;
import magicbench.results.claim.Tolerance;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Sensitivity;

/** The smallest effect that counts, where it comes from, and what another one would have said. */
final class ToleranceSection {

  private ToleranceSection() {}

  static Tag of(Judgement judgement) {
    Tolerance tolerance = judgement.claim().tolerance();
    Derivation derivation = tolerance.derivation();
    Definitions list =
        new Definitions()
            .add(
                ClaimWords.tolerance(judgement.claim()),
                Tag.of("span")
                    .add(Numbers.tag(tolerance.value(), Numbers.trimmed(tolerance.value())))
                    .text(" " + tolerance.unit()))
            .add("Formula", Phrases.code(derivation.formula()))
            .add("Why", derivation.reason());
    derivation
        .inputs()
        .forEach(
            (name, value) ->
                list.add(
                    "Input: " + Words.phrase(name), Numbers.tag(value, Numbers.trimmed(value))));
    String verdicts = SitePaths.FROM_CLAIM + SitePaths.verdicts(judgement.scale());
    Tag section =
        Page.section("tolerance", "Tolerance")
            .add(
                Tag.of("p", "Part of the claim, as ")
                    .add(Phrases.link(verdicts, "verdicts.json"))
                    .text(" holds it."),
                list.list());
    return judgement.sensitivity().isEmpty()
        ? section
        : section.add(sensitivity(judgement).scrolling());
  }

  private static DataTable sensitivity(Judgement judgement) {
    DataTable table =
        DataTable.traced(
            "The verdict under other tolerances", "Times the tolerance", "Tolerance", "Verdict");
    for (Sensitivity row : judgement.sensitivity()) {
      table.tracedRow(
          Phrases.records(judgement),
          Numbers.tag(row.factor(), Numbers.trimmed(row.factor()) + "\u00d7"),
          Numbers.tag(row.tolerance(), Numbers.trimmed(row.tolerance())),
          Phrases.verdict(row.verdict()));
    }
    return table;
  }
}
