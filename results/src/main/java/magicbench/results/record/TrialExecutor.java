package magicbench.results.record;

import java.util.SortedMap;

/**
 * Has trials run elsewhere than in processes of this machine; found with {@link
 * java.util.ServiceLoader} and chosen by name.
 */
public interface TrialExecutor {

  /**
   * The name that a user chooses it by.
   *
   * @return one lower-case word
   */
  String name();

  /**
   * A runner.
   *
   * @param settings what the user says of it, by name; each executor tells in its documentation
   *     which names it knows
   * @return the runner; it starts nothing before its first trial
   * @throws magicbench.results.file.InputException when a setting is missing or wrong, or what the
   *     executor rests on isn't installed
   */
  TrialRunner runner(SortedMap<String, String> settings);
}
