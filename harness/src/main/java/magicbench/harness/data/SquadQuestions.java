package magicbench.harness.data;

import java.util.List;

/**
 * A file of SQuAD's form.
 *
 * @param version what it calls its version; empty where it doesn't
 * @param sha256 of the file's bytes
 * @param questions in the order of the file, at least one
 * @param malformed what was passed over, each with its place and what is wrong with it
 */
public record SquadQuestions(
    String version, String sha256, List<SquadQuestion> questions, List<String> malformed) {

  /** Keeps immutable copies. */
  public SquadQuestions {
    questions = List.copyOf(questions);
    malformed = List.copyOf(malformed);
  }

  /**
   * Whether some of the questions have no answer, as in version 2.0.
   *
   * @return whether there is any
   */
  public boolean asksWhatHasNoAnswer() {
    return questions.stream().anyMatch(question -> !question.isAnswerable());
  }
}
