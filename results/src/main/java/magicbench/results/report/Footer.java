package magicbench.results.report;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import magicbench.results.file.Hashes;
import magicbench.results.file.Json;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Verdicts;

/** What a page was made from; no time of making, so that equal input gives equal bytes. */
final class Footer {

  private Footer() {}

  static Tag of(String root, List<Verdicts> verdicts, Collection<RunRecord> records) {
    Tag footer =
        Tag.of("footer")
            .add(
                Tag.of("p", "Generated from verdicts and run records only.")
                    .text(" Commit of the code that made the records: ")
                    .add(Phrases.code(commits(records)))
                    .text("."));
    verdicts.forEach(each -> footer.add(source(root, each)));
    return footer;
  }

  private static Tag source(String root, Verdicts verdicts) {
    String hash = Hashes.sha256(Json.write(verdicts).getBytes(StandardCharsets.UTF_8));
    return Tag.of("p")
        .text("Verdicts at scale " + verdicts.scale() + ": ")
        .add(Phrases.link(root + SitePaths.verdicts(verdicts.scale()), "verdicts.json"))
        .text(", SHA-256 ")
        .add(Phrases.code(hash))
        .text("; protocol ")
        .add(Phrases.code(verdicts.protocolHash()))
        .text(".");
  }

  private static String commits(Collection<RunRecord> records) {
    String commits =
        records.stream()
            .map(
                record ->
                    Words.orUnknown(
                        Optional.ofNullable(record.provenance())
                            .map(Provenance::code)
                            .map(Provenance.Code::gitCommit)))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return commits.isEmpty() ? Words.UNKNOWN : commits;
  }
}
