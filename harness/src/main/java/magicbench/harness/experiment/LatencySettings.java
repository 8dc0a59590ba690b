package magicbench.harness.experiment;

import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;

/**
 * The settings of a measurement of how long a space's operators take.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the space
 * @param text the vocabulary's size and the sequences' length
 * @param batch sequences of a forward pass, at least 1
 * @param rounds how often each operator is measured, at least 5
 */
record LatencySettings(
    String device, SpaceSettings space, InterferenceSettings.Text text, int batch, int rounds) {

  LatencySettings {
    require(device != null, "device is missing");
    require(space != null, "space is missing");
    require(text != null, "text is missing");
    require(batch >= 1, "batch is " + batch + "; it must be at least 1");
    require(rounds >= 5, "rounds is " + rounds + "; it must be at least 5");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  NetworkSize size() {
    return new NetworkSize(space.space(), text.vocabularySize(), text.sequenceLength());
  }
}
