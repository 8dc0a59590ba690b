package magicbench.harness.data;

import java.util.List;

/**
 * How much of some sequences a training split holds as well: the share of their distinct runs of
 * tokens that occur anywhere in it. Held-out text shares a stock phrase here and there; text that
 * was trained on shares everything. After the overlap of 13-grams by which GPT-3's benchmarks were
 * searched for training text (Brown et al. 2020, appendix C).
 *
 * <p>It reads the tokens themselves, not how the split was made or the batches were drawn, and so
 * sees a fault in either.
 */
public final class TrainingOverlap {

  /** Tokens of a run; a shorter sequence is one run. */
  public static final int RUN_TOKENS = 16;

  private static final long BASE = 0x9e3779b97f4a7c15L;

  private final int run;
  private final long leaving;
  private final LongSet wanted = new LongSet();
  private int distinct;

  private TrainingOverlap(int run) {
    this.run = run;
    this.leaving = power(run);
  }

  /**
   * Looks for sequences in a split.
   *
   * @param sequences at least one, all of one length, unmasked
   * @param training what was trained on
   * @return from 0, nothing of them is there, to 1, all of it is
   * @throws IllegalArgumentException when there is no sequence, or they differ in length
   */
  public static double share(List<int[]> sequences, TokenStore.Split training) {
    if (sequences.isEmpty() || sequences.get(0).length == 0) {
      throw new IllegalArgumentException("no sequence to look for");
    }
    int length = sequences.get(0).length;
    TrainingOverlap overlap = new TrainingOverlap(Math.min(RUN_TOKENS, length));
    for (int[] sequence : sequences) {
      if (sequence.length != length) {
        throw new IllegalArgumentException(
            "sequences of " + length + " and of " + sequence.length + " tokens");
      }
      overlap.want(sequence);
    }
    return (double) overlap.found(training) / overlap.distinct;
  }

  private void want(int[] sequence) {
    long hash = 0;
    for (int place = 0; place < sequence.length; place++) {
      hash = hash * BASE + entry(sequence[place]);
      if (place >= run) {
        hash -= leaving * entry(sequence[place - run]);
      }
      if (place >= run - 1 && wanted.add(mixed(hash))) {
        distinct++;
      }
    }
  }

  private int found(TokenStore.Split training) {
    LongSet seen = new LongSet();
    int found = 0;
    long hash = 0;
    for (long place = 0; place < training.tokens(); place++) {
      hash = hash * BASE + entry(training.token(place));
      if (place >= run) {
        hash -= leaving * entry(training.token(place - run));
      }
      if (place >= run - 1 && wanted.contains(mixed(hash)) && seen.add(mixed(hash))) {
        found++;
      }
    }
    return found;
  }

  private static long entry(int token) {
    return token + 1L;
  }

  private static long power(int exponent) {
    long power = 1;
    for (int factor = 0; factor < exponent; factor++) {
      power *= BASE;
    }
    return power;
  }

  /** A set's slot is the low bits of its value, and those must depend on all of the hash. */
  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
