package magicbench.harness.experiment;

import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SizedSpace;
import magicbench.harness.space.SpaceSettings;

/**
 * What the settings of all trials with a super-net or one of its child models have in common: they
 * name a space and a text, or images with a space of their own.
 */
interface SubjectSettings {

  /** {@code auto}, {@code cpu} or {@code gpu}. */
  String device();

  /** The search space of a network of text; null for images. */
  SpaceSettings space();

  /** What the corpus must have been cut to; null for images. */
  InterferenceSettings.Text text();

  /** The images and the search space; null for text. */
  ImageSettings images();

  /** Examples of a batch. */
  int batch();

  /** The search space, whatever is learnt. */
  default SearchSpace searchSpace() {
    return sized().space();
  }

  /** The space and its sizes, as the settings have them. */
  default SizedSpace sized() {
    return images() == null ? size(text().vocabularySize()) : images().space().space();
  }

  /** A network of text's measures. */
  default NetworkSize size(int vocabulary) {
    return new NetworkSize(space().space(), vocabulary, text().sequenceLength());
  }

  /** What a forward pass of a batch costs, as the settings have it. */
  default PathCost pass() {
    return images() == null
        ? PathCost.masked(size(text().vocabularySize()), batch())
        : PathCost.examples(sized(), batch());
  }

  /** What a forward pass of a scored batch costs: for images one of a size of its own. */
  default PathCost scoredPass() {
    return images() == null
        ? pass()
        : PathCost.examples(sized(), images().scoredBatch() + images().calibration());
  }

  /**
   * The search space, once it is sure that just one of both is asked for.
   *
   * @throws IllegalArgumentException that names what is missing or too much
   */
  static SearchSpace searched(
      SpaceSettings space, InterferenceSettings.Text text, ImageSettings images) {
    if (images != null) {
      require(space == null && text == null, "images have a space of their own, and no text");
      return images.space().space();
    }
    require(space != null, "space is missing");
    require(text != null, "text is missing");
    return space.space();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
