package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Whether the super-nets learned at all: their validation loss against what no net is needed for.
 */
final class Losses {

  private static final String VALIDATION_LOSS = "validationLoss";
  private static final String UNIGRAM_ENTROPY = "unigramEntropy";

  private static final List<String> SHOWN =
      List.of(
          VALIDATION_LOSS,
          "untrainedValidationLoss",
          UNIGRAM_ENTROPY,
          "unigramCrossEntropy",
          "uniformLoss");

  private Losses() {}

  static List<Estimate> of(Inquiry inquiry) {
    List<Estimate> all = new ArrayList<>();
    for (String metric : SHOWN) {
      double[] perSeed = perSeed(inquiry, metric);
      if (perSeed.length > 0) {
        all.add(estimate(named(metric, inquiry), perSeed, inquiry));
      }
    }
    all.addAll(shareBelowEntropy(inquiry));
    return all;
  }

  private static String named(String metric, Inquiry inquiry) {
    return metric + " (" + inquiry.subject().lossUnit() + ")";
  }

  private static List<Estimate> shareBelowEntropy(Inquiry inquiry) {
    double[] losses = perSeed(inquiry, VALIDATION_LOSS);
    double[] entropies = perSeed(inquiry, UNIGRAM_ENTROPY);
    if (losses.length == 0 || entropies.length == 0) {
      return List.of();
    }
    double[] shares = new double[losses.length];
    Arrays.setAll(shares, seed -> 1 - losses[seed] / entropies[seed]);
    return List.of(
        estimate("share by which validationLoss lies below unigramEntropy", shares, inquiry));
  }

  /** One value a seed; none unless every record knows it. */
  private static double[] perSeed(Inquiry inquiry, String metric) {
    double[] known =
        inquiry.records().stream()
            .map(record -> record.metrics().get(metric))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    return known.length == inquiry.records().size() ? known : new double[0];
  }

  private static Estimate estimate(String name, double[] perSeed, Inquiry inquiry) {
    return Estimates.ofNumbers(name, perSeed, perSeed.length, inquiry.confidence());
  }
}
