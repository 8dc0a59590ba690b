package magicbench.results.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magicbench.results.file.InputException;

/** What must hold of claims beyond the shape that the schema checks. */
final class ClaimRules {

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final String where;

  ClaimRules(String where) {
    this.where = where;
  }

  void check(List<Claim> claims) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      String pointer = "/claims/" + i;
      if (!ids.add(claim.id())) {
        throw fault(pointer + "/id", "duplicate claim id " + claim.id(), "give each its own id");
      }
      checkChanges(pointer + "/changes", claim);
      checkPaperValue(pointer + "/paperValue", claim.paperValue());
      checkTolerance(pointer + "/tolerance", claim.tolerance());
      if (claim.metric().statesLevel()) {
        checkLevel(pointer, claim);
      }
    }
  }

  private void checkChanges(String pointer, Claim claim) {
    int expected = claim.version() - 1;
    if (claim.changes().size() != expected) {
      throw fault(
          pointer,
          claim.changes().size() + " lines for version " + claim.version(),
          "write " + expected + ", one for every version after the first");
    }
  }

  private void checkPaperValue(String pointer, PaperValue paperValue) {
    boolean known = paperValue.grade() != EvidenceGrade.UNKNOWN;
    if (known && paperValue.value().isEmpty()) {
      throw fault(pointer, "no value, but its grade is not unknown", "add it or grade it unknown");
    }
    if (!known && paperValue.value().isPresent()) {
      throw fault(
          pointer + "/value",
          paperValue.value().get() + " is given, but its grade is unknown",
          "take it out or grade it");
    }
  }

  private void checkTolerance(String pointer, Tolerance tolerance) {
    Derivation derivation = tolerance.derivation();
    ToleranceFormula formula =
        ToleranceFormula.named(derivation.formula())
            .orElseThrow(
                () ->
                    fault(
                        pointer + "/derivation/formula",
                        "unknown formula " + derivation.formula(),
                        "use one of " + ToleranceFormula.names()));
    double computed = compute(pointer + "/derivation/inputs", formula, derivation);
    if (!sameToThreeDigits(computed, tolerance.value())) {
      throw fault(
          pointer + "/value",
          tolerance.value() + " is not what " + derivation.formula() + " gives",
          "write " + new BigDecimal(computed).round(THREE_DIGITS).toPlainString());
    }
  }

  /**
   * A level is the paper's number, so there must be one, and a tolerance that it can be less by.
   */
  private void checkLevel(String pointer, Claim claim) {
    PaperValue paper = claim.paperValue();
    if (paper.value().isEmpty()) {
      throw fault(
          pointer + "/paperValue",
          "no value, but the metric is of kind " + Metric.LEVEL,
          "add it with its grade: that number is what the claim states");
    }
    if (!paper.unit().equals(claim.tolerance().unit())) {
      throw fault(
          pointer + "/tolerance/unit",
          claim.tolerance().unit() + " is not the unit of the paper's value, " + paper.unit(),
          "give both in the same unit: one is taken from the other");
    }
  }

  private double compute(String pointer, ToleranceFormula formula, Derivation derivation) {
    try {
      return formula.compute(derivation.inputs());
    } catch (IllegalArgumentException e) {
      throw new InputException(where + " " + pointer, e.getMessage(), "correct the inputs", e);
    }
  }

  private static boolean sameToThreeDigits(double a, double b) {
    return BigDecimal.valueOf(a)
            .round(THREE_DIGITS)
            .compareTo(BigDecimal.valueOf(b).round(THREE_DIGITS))
        == 0;
  }

  private InputException fault(String pointer, String what, String remedy) {
    return new InputException(where + " " + pointer, what, remedy);
  }
}
