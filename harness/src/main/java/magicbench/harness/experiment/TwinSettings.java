package magicbench.harness.experiment;

import magicbench.harness.twin.TwinMaker;

/**
 * The settings of a hand-made network as large as a found one.
 *
 * @param maker the kind of network, a {@link TwinMaker}'s name
 * @param text the embeddings that both have
 */
record TwinSettings(String maker, InterferenceSettings.Text text) {

  TwinSettings {
    require(maker != null, "maker is missing");
    require(text != null, "text is missing");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  TwinMaker twinMaker() {
    return Services.named(TwinMaker.class, TwinMaker::name, "twin maker", maker);
  }
}
