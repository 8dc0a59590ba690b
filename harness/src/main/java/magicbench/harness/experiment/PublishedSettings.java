package magicbench.harness.experiment;

import magicbench.harness.pretrained.PublishedModel;

/**
 * The settings of a published network that takes the place of a pre-training.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param model {@code bert-base} or {@code minilm-l6}
 * @param text the whole vocabulary of BERT, and how many places the network is to have
 */
record PublishedSettings(String device, String model, InterferenceSettings.Text text) {

  PublishedSettings {
    require(device != null, "device is missing");
    require(text != null, "text is missing");
    PublishedModel.of(model);
    require(
        text.vocabularySize() == PublishedModel.VOCABULARY,
        "vocabularySize is "
            + text.vocabularySize()
            + "; published weights need all "
            + PublishedModel.VOCABULARY);
    require(
        text.sequenceLength() >= 1 && text.sequenceLength() <= PublishedModel.POSITIONS,
        "sequenceLength is "
            + text.sequenceLength()
            + "; it must be 1 to "
            + PublishedModel.POSITIONS);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  PublishedModel published() {
    return PublishedModel.of(model);
  }
}
