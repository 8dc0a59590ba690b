package magicbench.results.stats;

import java.util.List;
import java.util.Map;

/**
 * What a paper averages when it prints a GLUE score. Averages are comparable within one convention
 * only. WNLI is in none of them.
 */
public enum GlueConvention {
  /**
   * BERT's table 1: MNLI's two sets are two columns, F1 for QQP and MRPC, Spearman's correlation
   * for STS-B. That there are nine columns is inferred: its printed average comes out so.
   */
  BERT(
      "mnli-m.accuracy,mnli-mm.accuracy,qqp.f1,qnli.accuracy,sst-2.accuracy,cola.matthews,"
          + "sts-b.spearman,mrpc.f1,rte.accuracy"),
  /**
   * RoBERTa's development table: accuracy for QQP and MRPC, Pearson's correlation for STS-B (its
   * authors' answer in fairseq's issue 1561). That MNLI is the matched set is inferred.
   */
  ROBERTA(
      "mnli-m.accuracy,qnli.accuracy,qqp.accuracy,rte.accuracy,sst-2.accuracy,mrpc.accuracy,"
          + "cola.matthews,sts-b.pearson"),
  /**
   * ELECTRA's: accuracy for QQP and MRPC, Spearman's correlation for STS-B (its section 3.1, as
   * quoted in fairseq's issue 1561). That MNLI is the matched set is inferred.
   */
  ELECTRA(
      "mnli-m.accuracy,qnli.accuracy,qqp.accuracy,rte.accuracy,sst-2.accuracy,mrpc.accuracy,"
          + "cola.matthews,sts-b.spearman"),
  /** NAS-BERT's: accuracy for QQP and MRPC, Spearman's correlation for STS-B, MNLI matched only. */
  NAS_BERT(
      "mnli-m.accuracy,qqp.accuracy,qnli.accuracy,cola.matthews,sst-2.accuracy,sts-b.spearman,"
          + "rte.accuracy,mrpc.accuracy");

  private final String columns;

  GlueConvention(String columns) {
    this.columns = columns;
  }

  /**
   * What is averaged.
   *
   * @return data set and metric, with a dot between, in the order of the paper's table
   */
  public List<String> columns() {
    return List.of(columns.split(","));
  }

  /**
   * The plain mean of the columns.
   *
   * @param scores by data set and metric, as {@link #columns} names them, all in the same unit;
   *     others are left out
   * @return the mean, in the scores' unit
   * @throws IllegalArgumentException that names a column without a score
   */
  public double average(Map<String, Double> scores) {
    double sum = 0;
    for (String column : columns()) {
      Double score = scores.get(column);
      if (score == null || !Double.isFinite(score)) {
        throw new IllegalArgumentException("no score of " + column + " for an average of " + this);
      }
      sum += score;
    }
    return sum / columns().size();
  }
}
