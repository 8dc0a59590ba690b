package magicbench.harness.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What brings a training set's values to mean 0 and standard deviation 1, each channel for itself.
 *
 * @param mean one for each channel, where 0 is black and 1 the brightest; 0 to 1
 * @param deviation the standard deviation, likewise; above 0, to 1
 */
public record Normalisation(List<Double> mean, List<Double> deviation) {

  private static final int LARGEST = 255;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when a value is out of range, or the numbers of channels
   *     differ
   */
  public Normalisation {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != deviation.size()) {
      throw new IllegalArgumentException(
          mean.size() + " means, " + deviation.size() + " deviations");
    }
    mean.forEach(each -> Ranges.require("mean", each, 0, 1));
    deviation.forEach(each -> Ranges.requireAbove("deviation", each, 0, 1));
  }

  /**
   * Colours from 0 to 1, as they are.
   *
   * @return means 0 and deviations 1
   */
  public static Normalisation none() {
    return new Normalisation(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
  }

  /**
   * The normalisation of a training set: over all pixels of all its pictures, each pixel counting
   * once. Sums are of whole numbers, so the order of pictures changes nothing.
   *
   * @param images the training set; every picture is decoded once
   * @return its means and standard deviations
   * @throws IllegalArgumentException when pictures differ in channels, or a channel has one value
   *     only
   */
  public static Normalisation of(ImageSet images) {
    Picture first = images.picture(0);
    List<Sums> sums = IntStream.range(0, first.channels()).mapToObj(channel -> new Sums()).toList();
    for (int index = 0; index < images.size(); index++) {
      Picture picture = images.picture(index);
      if (picture.channels() != first.channels()) {
        throw new IllegalArgumentException(
            "picture "
                + index
                + " has "
                + picture.channels()
                + " channels, not "
                + first.channels());
      }
      IntStream.range(0, sums.size()).forEach(channel -> sums.get(channel).add(picture, channel));
    }
    return new Normalisation(
        sums.stream().map(Sums::mean).toList(), sums.stream().map(Sums::deviation).toList());
  }

  /** One channel's sums; exact for up to 10¹⁴ pixels. */
  private static final class Sums {

    private long count;
    private long sum;
    private long squares;

    void add(Picture picture, int channel) {
      int pixels = picture.size().pixels();
      for (int place = channel * pixels; place < (channel + 1) * pixels; place++) {
        int value = Byte.toUnsignedInt(picture.pixels()[place]);
        sum += value;
        squares += (long) value * value;
      }
      count += pixels;
    }

    double mean() {
      return (double) sum / count / LARGEST;
    }

    double deviation() {
      double mean = (double) sum / count;
      return Math.sqrt(Math.max(0, (double) squares / count - mean * mean)) / LARGEST;
    }
  }

  /**
   * A picture's values, normalised and otherwise as they are.
   *
   * @param picture as many channels as there are means
   * @return (value ÷ 255 − mean) ÷ deviation, channel by channel, row by row
   * @throws IllegalArgumentException when the number of channels is another
   */
  public float[] apply(Picture picture) {
    return apply(Planes.of(picture));
  }

  float[] apply(Planes picture) {
    int channels = picture.size().channels();
    if (channels != mean.size()) {
      throw new IllegalArgumentException(
          channels + " channels, but " + mean.size() + " means to normalise by");
    }
    float[] normalised = new float[picture.values().length];
    for (int channel = 0; channel < channels; channel++) {
      apply(picture, channel, normalised);
    }
    return normalised;
  }

  private void apply(Planes picture, int channel, float[] normalised) {
    double centre = LARGEST * mean.get(channel);
    double unit = LARGEST * deviation.get(channel);
    int pixels = picture.size().pixels();
    for (int place = channel * pixels; place < (channel + 1) * pixels; place++) {
      normalised[place] = (float) ((picture.values()[place] - centre) / unit);
    }
  }
}
