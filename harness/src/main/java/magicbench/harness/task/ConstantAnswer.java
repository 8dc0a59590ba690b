package magicbench.harness.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import magicbench.harness.data.SquadQuestion;

/**
 * An answer that is given whatever is asked: the words of the text from the n-th on.
 *
 * @param from the first word's number, from 0
 * @param words how many words; 0 for no answer
 */
record ConstantAnswer(int from, int words) {

  private static final int FROM = 10;
  private static final int WORDS = 5;

  /** None, the whole text, and up to five words from each of the first ten on. */
  static List<ConstantAnswer> all() {
    List<ConstantAnswer> all = new ArrayList<>();
    all.add(new ConstantAnswer(0, 0));
    all.add(new ConstantAnswer(0, Integer.MAX_VALUE));
    for (int from = 0; from < FROM; from++) {
      for (int words = 1; words <= WORDS; words++) {
        all.add(new ConstantAnswer(from, words));
      }
    }
    return all;
  }

  /** What it answers to some questions. */
  List<String> to(List<SquadQuestion> questions) {
    return questions.stream().map(question -> in(question.context())).toList();
  }

  private String in(String text) {
    return String.join(" ", Arrays.stream(text.split("\\s+", -1)).skip(from).limit(words).toList());
  }
}
