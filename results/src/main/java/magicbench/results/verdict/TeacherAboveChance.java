package magicbench.results.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import magicbench.results.record.RunRecord;

/**
 * A positive control: whoever teaches a task must have learnt it. What a teacher that knows nothing
 * does to those that it teaches says nothing of teachers.
 */
final class TeacherAboveChance implements Control {

  static final String NAME = "teacher-above-chance";

  private static final String SCORE = "teacherScore";
  private static final String CHANCE = "teacherChanceScore";

  @Override
  public ControlResult check(Inquiry inquiry) {
    String reader = Estimators.reader(inquiry.claim());
    List<RunRecord> taught = Sides.of(inquiry).method();
    List<Double> margins =
        taught.stream()
            .map(
                run ->
                    TaskScores.figure(reader, run, SCORE) - TaskScores.figure(reader, run, CHANCE))
            .toList();
    double least = Collections.min(margins);
    return new ControlResult(
        NAME,
        "On every task, the teacher scores more than " + inquiry.subject().untaught() + ".",
        least > 0,
        new Estimate(
            "points above chance of the teacher, where they are fewest",
            least,
            Optional.empty(),
            margins.size(),
            (int) taught.stream().map(run -> run.trial().seed()).distinct().count()),
        "above 0");
  }
}
