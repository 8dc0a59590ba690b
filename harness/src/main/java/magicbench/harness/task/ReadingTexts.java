package magicbench.harness.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import magicbench.harness.data.SquadQuestion;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.training.LabelledBatch;
import magicbench.results.plan.Seeds;

/**
 * Questions on texts, encoded in windows. A batch's rows are as long as its longest window. One
 * thread at a time.
 */
public final class ReadingTexts {

  private final List<SquadQuestion> questions;
  private final ReadingWindows windows;
  private final int pad;
  private final EpochOrder order;

  private ReadingTexts(List<SquadQuestion> questions, ReadingWindows windows, int pad) {
    this.questions = questions;
    this.windows = windows;
    this.pad = pad;
    this.order = new EpochOrder(windows.windows().size());
  }

  /**
   * Questions to learn from: a window has the answer's place, or that of {@code [CLS]} where it
   * doesn't hold all of the answer.
   *
   * @param questions what is asked; of several answers the first is learnt
   * @param encoder how
   * @param shape the windows' size
   * @return the encoded questions
   */
  public static ReadingTexts toTrain(
      List<SquadQuestion> questions, TextEncoder encoder, ReadingShape shape) {
    return new ReadingTexts(
        questions, ReadingWindows.toTrain(questions, encoder, shape), encoder.pad());
  }

  /**
   * Questions to answer.
   *
   * @param questions what is asked
   * @param encoder how
   * @param shape the windows' size
   * @return the encoded questions
   */
  public static ReadingTexts toScore(
      List<SquadQuestion> questions, TextEncoder encoder, ReadingShape shape) {
    return new ReadingTexts(
        questions, ReadingWindows.toScore(questions, encoder, shape), encoder.pad());
  }

  /**
   * The number of windows.
   *
   * @return at least 1 a question, those that can't be learnt left out
   */
  public int size() {
    return windows.windows().size();
  }

  /**
   * How many questions can't be learnt, since no pieces cover their answer.
   *
   * @return 0 or more
   */
  public int unreachable() {
    return windows.unreachable();
  }

  /**
   * The batch of one training step, as {@link LabelledTexts#trainingBatch}.
   *
   * @param seeds the trial's seeds (stream {@code epoch})
   * @param step the step's number, from 0
   * @param rows the size of a batch; all windows where there are fewer
   * @return the batch, the same whenever it is asked for
   */
  public LabelledBatch trainingBatch(Seeds seeds, long step, int rows) {
    return batch(
        Arrays.stream(order.rows(seeds, step, rows)).mapToObj(windows.windows()::get).toList());
  }

  /**
   * All windows, those of a question one after the other.
   *
   * @param rows the size of a batch; the last one may be smaller
   * @return batches
   */
  public List<LabelledBatch> inOrder(int rows) {
    List<LabelledBatch> batches = new ArrayList<>();
    for (int from = 0; from < size(); from += rows) {
      batches.add(batch(windows.windows().subList(from, Math.min(size(), from + rows))));
    }
    return batches;
  }

  private LabelledBatch batch(List<ReadingWindow> chosen) {
    int longest = chosen.stream().mapToInt(window -> window.ids().length).max().orElseThrow();
    return LabelledBatch.of(
        chosen.stream().map(ReadingWindow::ids).toList(),
        pad,
        chosen.stream()
            .mapToDouble(window -> (double) window.start() * longest + window.end())
            .toArray());
  }

  /**
   * The answers that a network's scores make.
   *
   * @param scores for each window, in their order, the score of every place to be an answer's
   *     beginning, and behind these that of every place to be its end
   * @param mostPieces the most pieces of an answer, at least 1
   * @return an answer for each question, in their order
   */
  public List<ReadingAnswer> answers(float[][] scores, int mostPieces) {
    List<BestSpan> best = new ArrayList<>();
    questions.forEach(question -> best.add(new BestSpan(mostPieces)));
    for (int number = 0; number < scores.length; number++) {
      ReadingWindow window = windows.windows().get(number);
      best.get(window.question()).look(window, scores[number]);
    }
    List<ReadingAnswer> answers = new ArrayList<>();
    for (int question = 0; question < questions.size(); question++) {
      answers.add(
          best.get(question).answer(questions.get(question).context(), windows.context(question)));
    }
    return answers;
  }
}
