package magicbench.harness.execution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import magicbench.harness.data.DataCatalogue;
import magicbench.harness.data.RealData;
import magicbench.harness.experiment.InterferenceProbeExperiment;
import magicbench.harness.experiment.TokeniseExperiment;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import org.apache.commons.rng.UniformRandomProvider;

/** A corpus and a super-net so small that a trial takes a second or two. */
public final class TinyProbe {

  private static final List<String> ADJECTIVES =
      List.of("red", "small", "old", "green", "long", "warm", "quiet", "open");
  private static final List<String> NOUNS =
      List.of("house", "river", "book", "garden", "child", "horse", "street", "window", "tree");
  private static final List<String> VERBS = List.of("sees", "finds", "keeps", "likes", "leaves");

  private TinyProbe() {}

  /** Writes text that a tiny net can learn something about. */
  public static Path writeText(Path folder) throws IOException {
    UniformRandomProvider random = new Seeds(5).random("text");
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    for (int line = 0; line < 1500; line++) {
      lines.add(
          "The %s %s %s the %s %s."
              .formatted(
                  ADJECTIVES.get(random.nextInt(ADJECTIVES.size())),
                  NOUNS.get(random.nextInt(NOUNS.size())),
                  VERBS.get(random.nextInt(VERBS.size())),
                  ADJECTIVES.get(random.nextInt(ADJECTIVES.size())),
                  NOUNS.get(random.nextInt(NOUNS.size()))));
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tiny.txt"), lines.toString());
    return folder;
  }

  /** Skips a test where the vocabulary's jar was not resolved. */
  public static void assumeVocabulary() {
    assumeTrue(hasVocabulary(), "the MiniLM jar with BERT's vocabulary was not resolved");
  }

  private static boolean hasVocabulary() {
    try {
      RealData.files().resolve(new DataCatalogue().dataSet(DataCatalogue.MINILM));
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  public static Trial tokenise(Path text) {
    JsonNode settings =
        json(
            """
            {"text": "%s", "vocabularySize": 64, "sequenceLength": 8,
             "validationPercent": 10, "maxSentences": 0}
            """
                .formatted(text.toString().replace("\\", "\\\\")));
    return Trial.of(TokeniseExperiment.KIND, "none", 0, List.of(), settings);
  }

  public static Trial probe(Trial tokenise, long seed, long steps) {
    return Trial.of(
        InterferenceProbeExperiment.KIND,
        UniformTestMethod.NAME,
        seed,
        List.of(tokenise.id()),
        settings(steps, 0.01, 0.01));
  }

  /** The same trial, but in passes of so many rows. */
  public static Trial probeInParts(Trial tokenise, long seed, long steps, int microBatch) {
    ObjectNode settings = (ObjectNode) settings(steps, 0.01, 0.01);
    ((ObjectNode) settings.get("training")).put("microBatch", microBatch);
    return Trial.of(
        InterferenceProbeExperiment.KIND,
        UniformTestMethod.NAME,
        seed,
        List.of(tokenise.id()),
        settings);
  }

  /** A trial with a net as wide as the laptop's, and as many steps between checkpoints. */
  public static Trial laptopWide(Trial tokenise, long seed, long steps) {
    ObjectNode settings = (ObjectNode) settings(steps, 0.01, 0.01);
    ((ObjectNode) settings.get("space"))
        .put("layers", 8)
        .put("hidden", 64)
        .put("heads", 4)
        .put("ffnInner", 256);
    ((ObjectNode) settings.get("training")).put("batch", 32).put("checkpointEverySteps", 250);
    return Trial.of(
        InterferenceProbeExperiment.KIND,
        UniformTestMethod.NAME,
        seed,
        List.of(tokenise.id()),
        settings);
  }

  /** A trial whose weights are multiplied by -97 at every step. */
  public static Trial diverging(Trial tokenise) {
    return Trial.of(
        InterferenceProbeExperiment.KIND,
        UniformTestMethod.NAME,
        1,
        List.of(tokenise.id()),
        settings(60, 9.9, 9.9));
  }

  public static JsonNode settings(long steps, double learningRate, double weightDecay) {
    return json(
        """
        {"device": "cpu",
         "space": {"layers": 3, "operators": ["mha", "ffn", "sep3", "id"], "hidden": 8,
                   "heads": 2, "ffnInner": 16, "sepConvExpansion": 0},
         "text": {"vocabularySize": 64, "sequenceLength": 8},
         "training": {"steps": %d, "batch": 4, "learningRate": %s, "warmupSteps": 2,
                      "decay": "linear", "weightDecay": %s, "clipNorm": 1.0, "beta1": 0.9,
                      "beta2": 0.98, "epsilon": 1e-6, "checkpointEverySteps": 7},
         "probe": {"bases": 3, "interventionBases": 2, "controlBases": 3,
                   "trainedShares": [0.0, 0.1, 0.5, 1.0]},
         "samplerSettings": {},
         "validationBatches": 2}
        """
            .formatted(steps, learningRate, weightDecay));
  }

  private static JsonNode json(String text) {
    try {
      return Json.json().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
