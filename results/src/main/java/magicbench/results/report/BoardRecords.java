package magicbench.results.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.Standing;
import magicbench.results.verdict.StudyCurve;

/**
 * The records behind a leaderboard: super-nets and the truth that claims hold them against, and
 * beside them those of studies whose truth is another one.
 */
final class BoardRecords {

  private final String experiment;
  private final String truth;
  private final RecordLists compared;
  private final RecordLists beside;

  BoardRecords(Leaderboard board, ReportedScale scale) {
    experiment = board.division().experiment();
    truth = board.division().truth();
    Map<String, RunRecord> own = new TreeMap<>();
    Map<String, RunRecord> others = new TreeMap<>();
    Set<String> judged = new HashSet<>();
    board.gains().forEach(gain -> judged.addAll(gain.trials()));
    Set<String> methods = new HashSet<>(board.standings().stream().map(Standing::method).toList());
    Set<String> studied = new HashSet<>();
    Set<String> truths = new HashSet<>();
    points(board)
        .forEach(
            point -> {
              studied.addAll(List.of(point.method(), point.against()));
              truths.add(point.truth());
            });
    scale
        .recordsById()
        .forEach(
            (id, record) -> {
              boolean scored = record.trial().kind().equals(experiment);
              boolean alone = record.trial().kind().equals(truth);
              String method = record.trial().method();
              if ((scored && methods.contains(method)) || (alone && judged.contains(id))) {
                own.put(id, record);
              } else if ((scored && studied.contains(method))
                  || (alone && truths.contains(method))) {
                others.put(id, record);
              }
            });
    compared = new RecordLists("records", SitePaths.FROM_LEADERBOARD, scale.name(), own.values());
    beside = new RecordLists("beside", SitePaths.FROM_LEADERBOARD, scale.name(), others.values());
  }

  private static List<StudyCurve.Point> points(Leaderboard board) {
    return board.studies().stream().flatMap(study -> study.points().stream()).toList();
  }

  /** All super-nets that are held against the claims' truth, and that truth. */
  Tag all() {
    return compared.link();
  }

  /** The truth. */
  Tag truth() {
    return compared.link(truth);
  }

  /** Super-nets of some methods, and the truth. */
  Tag of(String... methods) {
    return joined("", Arrays.asList(methods));
  }

  /** What a study's point rests on. */
  Tag of(StudyCurve.Point point) {
    return joined(point.truth(), List.of(point.method(), point.against()));
  }

  private Tag joined(String otherTruth, List<String> methods) {
    List<Tag> links = new ArrayList<>();
    methods.stream()
        .distinct()
        .forEach(
            method -> {
              if (compared.holds(experiment, method)) {
                links.add(compared.link(experiment, method));
              } else if (beside.holds(experiment, method)) {
                links.add(beside.link(experiment, method));
              }
            });
    if (otherTruth.isEmpty()) {
      links.add(truth());
    } else if (beside.holds(truth, otherTruth)) {
      links.add(beside.link(truth, otherTruth));
    }
    return all(links);
  }

  private static Tag all(List<Tag> links) {
    Tag joined = Tag.of("span");
    for (int i = 0; i < links.size(); i++) {
      joined.text(i == 0 ? "" : ", ").add(links.get(i));
    }
    return joined;
  }

  /** The lists. */
  List<Tag> sections() {
    List<Tag> sections = new ArrayList<>(List.of(compared.section("Records")));
    if (!beside.isEmpty()) {
      sections.add(beside.section("Records of studies whose truth is another one"));
    }
    return sections;
  }
}
