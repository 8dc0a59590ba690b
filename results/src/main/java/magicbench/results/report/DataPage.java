package magicbench.results.report;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.Hashes;
import magicbench.results.record.Provenance.DataFile;

/** Every data file that a trial read: its hash, size, version, licence, and who used it. */
final class DataPage {

  private static final int ID = 12;

  private DataPage() {}

  /** Where a file's row is. */
  static String id(DataFile file) {
    return "file-"
        + Hashes.sha256(file.toString().getBytes(StandardCharsets.UTF_8)).substring(0, ID);
  }

  /** The page. */
  static Tag main(List<ReportedScale> scales) {
    DataTable table =
        new DataTable(
            "Files by name",
            "File",
            "Version",
            "SHA-256",
            "Bytes",
            "Licence",
            "Trials that read it");
    users(scales).forEach((file, users) -> add(table, file, users));
    return Tag.of("main")
        .add(
            Tag.of("h1", "Which data was read"),
            Tag.of(
                    "p",
                    "As the records tell it: two files of one name whose hashes differ are two rows."
                        + " The last column leads to the trials that read the file.")
                .with("class", "lead"),
            Page.section("files", "Data files")
                .add(table.isEmpty() ? Tag.of("p", "No data file is recorded.") : table.cards()));
  }

  /** By file, then by scale, the kinds of trial that read it. */
  private static SortedMap<DataFile, SortedMap<String, SortedMap<String, Integer>>> users(
      List<ReportedScale> scales) {
    SortedMap<DataFile, SortedMap<String, SortedMap<String, Integer>>> users =
        new TreeMap<>(Comparator.comparing(DataFile::toString));
    scales.forEach(
        scale ->
            scale
                .recordsById()
                .values()
                .forEach(
                    record ->
                        Optional.ofNullable(record.provenance()).stream()
                            .flatMap(provenance -> provenance.data().stream())
                            .forEach(
                                file ->
                                    users
                                        .computeIfAbsent(file, any -> new TreeMap<>())
                                        .computeIfAbsent(scale.name(), any -> new TreeMap<>())
                                        .merge(record.trial().kind(), 1, Integer::sum))));
    return users;
  }

  private static void add(
      DataTable table, DataFile file, SortedMap<String, SortedMap<String, Integer>> users) {
    table.row(
        text(file.name()).with("id", id(file)),
        text(file.version()),
        Phrases.code(Words.orUnknown(Optional.ofNullable(file.sha256()))).with("class", "hash"),
        Optional.ofNullable(file.bytes()).map(DataPage::size).orElseGet(() -> text(null)),
        text(file.licence()),
        Users.list(users));
  }

  private static Tag size(long bytes) {
    return Tag.of("span")
        .add(Numbers.tag((double) bytes, 0))
        .text(" (" + Quantities.bytes((double) bytes) + ")");
  }

  private static Tag text(String value) {
    return Phrases.text(Words.orUnknown(Optional.ofNullable(value)));
  }
}
