package magicbench.results.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import magicbench.results.claim.Direction;
import magicbench.results.claim.EvidenceGrade;
import magicbench.results.verdict.TradeOff;

/** Names of columns, grades and unknowns as readers see them. */
final class Words {

  /** What stands where something could not be known. */
  static final String UNKNOWN = "unknown";

  private static final Map<String, String> AXES =
      Map.of(
          "differences", "differing layers (count)",
          "gradientCosine", "gradient cosine (\u22121 to 1)",
          "inputSimilarity", "similarity of inputs (\u22121 to 1)",
          "outputSimilarity", "similarity of outputs (\u22121 to 1)",
          "trainedShare", "share of training");

  private Words() {}

  /** A column as an axis names it, with its unit where there is one. */
  static String axis(String column) {
    return AXES.getOrDefault(column, phrase(column));
  }

  /** A column's or metric's name as words: {@code validationLoss} is {@code validation loss}. */
  static String phrase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
  }

  /** With a capital in front, for headings. */
  static String heading(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The value, or that it is unknown. */
  static String orUnknown(Optional<?> value) {
    return value.map(Object::toString).filter(text -> !text.isBlank()).orElse(UNKNOWN);
  }

  /** A grade's name. */
  static String grade(EvidenceGrade grade) {
    return grade.name().toLowerCase(Locale.ROOT);
  }

  /** What a grade means. */
  static String meaning(EvidenceGrade grade) {
    return switch (grade) {
      case VERBATIM -> "read in the paper itself, or on a page that reproduces its words";
      case SECONDARY -> "read in somebody else\u2019s account of the paper";
      case INFERRED -> "our own reasoning; the paper does not say it";
      case UNKNOWN -> "not found in any source";
    };
  }

  /** A direction as a half sentence. */
  static String direction(Direction direction) {
    return direction == Direction.INCREASING ? "rises" : "falls";
  }

  /** A network's cost as a sentence names it. */
  static String cost(TradeOff.Cost cost) {
    return switch (cost) {
      case PARAMETERS -> "parameters";
      case FLOPS -> "forward FLOPs";
      case LATENCY_MILLIS -> "latency";
    };
  }
}
