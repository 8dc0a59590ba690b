package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One piece of work, named by its content: whoever asks for the same work gets the same id.
 *
 * @param id 32 hexadecimal digits of the hash of everything below; what is given empty is computed
 * @param kind the experiment, for instance {@code tokenise} or {@code interference-probe}
 * @param method the super-net method, or {@code none}
 * @param seed the trial's seed; 0 where the kind draws nothing
 * @param needs ids of the trials whose output this one reads, sorted
 * @param settings everything else that defines the work, data hashes included
 */
public record Trial(
    String id, String kind, String method, long seed, List<String> needs, JsonNode settings) {

  /**
   * Checks the id against the content.
   *
   * @throws IllegalArgumentException when the id is not the content's hash
   */
  public Trial {
    needs = needs.stream().sorted().toList();
    String text = KeptSettings.text(settings);
    // Trials are equal exactly when their content is, however the settings' tree was built.
    settings = settings instanceof KeptSettings ? settings : KeptSettings.read(text);
    String expected = TrialId.of(kind, method, seed, needs, text);
    if (id.isEmpty()) {
      id = expected;
    }
    if (!expected.equals(id)) {
      throw new IllegalArgumentException(
          "trial id " + id + " does not match its content, whose hash is " + expected);
    }
  }

  /**
   * Names a piece of work.
   *
   * @param kind the experiment
   * @param method the super-net method, or {@code none}
   * @param seed the trial's seed
   * @param needs ids of the trials whose output this one reads
   * @param settings everything else that defines the work
   * @return the trial
   */
  public static Trial of(
      String kind, String method, long seed, List<String> needs, JsonNode settings) {
    return new Trial("", kind, method, seed, needs, settings);
  }

  /**
   * The settings.
   *
   * @return a copy: a trial can't be changed under its id
   */
  @Override
  public JsonNode settings() {
    return settings.deepCopy();
  }
}
