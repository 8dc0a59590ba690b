package magicbench.harness.data;

/** What frequencies alone tell about text, in nats a token. */
final class Unigram {

  private Unigram() {}

  /**
   * Shannon's entropy of a distribution given by counts: −Σ p ln p.
   *
   * @param counts how often each outcome was seen; not all zero
   * @return the entropy in nats
   */
  static double entropyNats(long[] counts) {
    double all = total(counts);
    double sum = 0;
    for (long count : counts) {
      sum -= count == 0 ? 0 : count / all * StrictMath.log(count / all);
    }
    return sum;
  }

  /**
   * The cross-entropy −Σ p ln q of counts p under a distribution q learnt from other counts, with
   * one added to each (Laplace's rule of succession).
   *
   * @param counts how often each outcome was seen; not all zero
   * @param learnt how often each outcome was seen where q is learnt from; as long as {@code counts}
   * @return the cross-entropy in nats
   */
  static double crossEntropyNats(long[] counts, long[] learnt) {
    double all = total(counts);
    double allLearnt = total(learnt) + learnt.length;
    double sum = 0;
    for (int outcome = 0; outcome < counts.length; outcome++) {
      sum -= counts[outcome] / all * StrictMath.log((learnt[outcome] + 1) / allLearnt);
    }
    return sum;
  }

  private static double total(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
