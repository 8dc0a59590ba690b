package magicbench.results.stats;

import java.util.stream.IntStream;

/**
 * Observations that were drawn, each as often as it was, counted once for every statistic of the
 * same draw. Many scores are held against one truth: the order of the sample that was held against
 * last is remembered. For one thread.
 */
public final class Draw {

  private final int[] places;
  private final int[] copies;
  private final long untiedPlaces;
  private RankedSample against;
  private Ordered ordered;

  private Draw(int[] places, int count) {
    this.places = places;
    this.copies = new int[count];
    for (int place : places) {
      copies[place]++;
    }
    this.untiedPlaces = untied(copies, places.length);
  }

  /**
   * A draw.
   *
   * @param places of the observations, each as often as it was drawn
   * @param count how many observations there are to draw from
   * @return the draw
   * @throws IndexOutOfBoundsException when there is no such place
   */
  public static Draw of(int[] places, int count) {
    return new Draw(places.clone(), count);
  }

  /**
   * Every observation once, in its place.
   *
   * @param count how many observations there are
   * @return the draw
   */
  public static Draw everyOne(int count) {
    return new Draw(IntStream.range(0, count).toArray(), count);
  }

  /**
   * How many were drawn.
   *
   * @return 0 or more
   */
  public int size() {
    return places.length;
  }

  /** The place of each drawn observation. */
  int place(int i) {
    return places[i];
  }

  /** Pairs of drawn observations whose places differ. */
  long untiedPlaces() {
    return untiedPlaces;
  }

  /** Pairs that differ, where a value occurs as often as its count says. */
  static long untied(int[] counts, int all) {
    long alike = 0;
    for (int count : counts) {
      alike += (long) count * count;
    }
    return ((long) all * all - alike) / 2;
  }

  /** The draw by the order of a sample. */
  Ordered by(RankedSample sample) {
    if (against != sample) {
      ordered = new Ordered(this, sample);
      against = sample;
    }
    return ordered;
  }

  /** What a draw looks like by the order of one sample. */
  static final class Ordered {

    /** The different places that were drawn, rising by value. */
    final int[] places;

    /** How often each of them was drawn. */
    final int[] weights;

    /** The dense rank of each of them. */
    final int[] codes;

    /** Pairs of drawn observations whose values differ. */
    final long untiedPairs;

    private final Draw draw;
    private final RankedSample sample;
    private double[] rankDeviations;

    /** Plain loops: a bootstrap makes thousands of these. */
    private Ordered(Draw draw, RankedSample sample) {
      this.draw = draw;
      this.sample = sample;
      int different = 0;
      for (int copies : draw.copies) {
        different += copies > 0 ? 1 : 0;
      }
      places = new int[different];
      weights = new int[different];
      codes = new int[different];
      int next = 0;
      for (int rank = 0; rank < draw.copies.length; rank++) {
        int place = sample.ascending(rank);
        if (draw.copies[place] > 0) {
          places[next] = place;
          weights[next] = draw.copies[place];
          codes[next] = sample.code(place);
          next++;
        }
      }
      untiedPairs = sample.untiedPairs(draw);
    }

    /** Of every drawn observation, in the order of the draw, from the mean rank. */
    double[] rankDeviations() {
      if (rankDeviations == null) {
        rankDeviations = sample.rankDeviations(draw);
      }
      return rankDeviations;
    }
  }
}
