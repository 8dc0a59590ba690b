package magicbench.results.verdict;

import java.util.List;
import java.util.Map;
import magicbench.results.claim.Claim;
import magicbench.results.record.RunRecord;

/** Made-up comparisons of super-nets and networks that tell images apart. */
public final class Pictures {

  static final String NETS = "image-super-net";
  static final String ALONE = "image-stand-alone";
  static final String TRAINED = "image-training";

  private static final Map<String, String> KINDS =
      Map.of("net", NETS, "alone", ALONE, "exam", TRAINED);

  private static final Tournament SMALL = new Tournament(3, 5, 0.1, 0.4, 0.02, 0.6, 0.5);

  private Pictures() {}

  /** The same records of trials on images. */
  static List<RunRecord> of(List<RunRecord> records) {
    return records.stream()
        .map(record -> World.ofKind(record, KINDS.get(record.trial().kind())))
        .toList();
  }

  /** Three super-nets of each method, five child models. */
  public static List<RunRecord> records() {
    return of(SMALL.records());
  }

  /** Three super-nets of another method on the same child models. */
  static List<RunRecord> nets(String method) {
    return of(SMALL.nets(method));
  }

  static Claim ranksBetter() {
    return Claims.ofKinds(Tournament.ranksBetter(), NETS, ALONE);
  }

  /** The claim that one method ranks better, judged by those records. */
  public static Judgement judge() {
    return Tournament.judge(ranksBetter(), records());
  }

  /** Timed networks of two methods. */
  public static List<RunRecord> timed() {
    return of(Timed.records());
  }

  /** The claim that one method's networks score higher, judged by those. */
  public static Judgement judgeTimed() {
    Claim claim = Claims.ofKinds(Examination.scoresHigher(), TRAINED, "");
    List<RunRecord> records = timed();
    return Judge.judge(
            List.of(claim), Tournament.plan(claim, TRAINED, records), World.scale(), records)
        .judgements()
        .get(0);
  }
}
