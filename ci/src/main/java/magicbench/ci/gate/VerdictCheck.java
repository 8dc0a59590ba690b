package magicbench.ci.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.file.Json;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdicts;

/** Does a file of verdicts say what the records say? */
public final class VerdictCheck {

  private VerdictCheck() {}

  /**
   * Compares verdicts that lie in a file with those that the records give now.
   *
   * @param filed what the file holds; it may hold fewer claims
   * @param judged what follows from the records, for every planned claim
   * @return one line for each judgement of the file that is not, to the last digit, what the
   *     records say; one line when file and plan are not of one run
   */
  public static List<String> faults(Verdicts filed, Verdicts judged) {
    if (!filed.scale().equals(judged.scale())
        || !filed.protocolHash().equals(judged.protocolHash())) {
      return List.of("verdicts and plan are not of one run");
    }
    Map<String, Judgement> byClaim =
        judged.judgements().stream()
            .collect(Collectors.toMap(judgement -> judgement.claim().id(), Function.identity()));
    List<String> faults = new ArrayList<>();
    for (Judgement judgement : filed.judgements()) {
      Judgement again = byClaim.get(judgement.claim().id());
      if (again == null) {
        faults.add("verdict without a planned claim: " + judgement.claim().id());
      } else if (!Json.write(judgement).equals(Json.write(again))) {
        faults.add(difference(judgement, again));
      }
    }
    return faults;
  }

  private static String difference(Judgement filed, Judgement again) {
    String said = filed.verdict().word();
    String says = again.verdict().word();
    return "verdict is not what the records say: "
        + filed.claim().id()
        + " is filed as "
        + said
        + (said.equals(says) ? " with other details" : ", but is " + says);
  }
}
