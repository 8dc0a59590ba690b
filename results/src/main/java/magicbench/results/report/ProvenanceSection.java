package magicbench.results.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import magicbench.results.record.Provenance;
import magicbench.results.record.Provenance.Code;
import magicbench.results.record.Provenance.DataFile;
import magicbench.results.record.Provenance.EngineInfo;
import magicbench.results.record.Provenance.Platform;
import magicbench.results.record.RunRecord;

/** How the records were made; where they disagree, every value that occurs. */
final class ProvenanceSection {

  private final Collection<RunRecord> records;
  private final Definitions list = new Definitions();

  private ProvenanceSection(Collection<RunRecord> records) {
    this.records = records;
  }

  static Tag of(JudgedTrials trials) {
    Tag section = Page.section("provenance", "Provenance");
    if (trials.all().isEmpty()) {
      return section.add(Tag.of("p", "No record at hand: nothing is known."));
    }
    ProvenanceSection provenance = new ProvenanceSection(trials.judged().values());
    provenance.addCode();
    provenance.addPlatform();
    provenance.addEngine();
    return section.add(
        provenance.list.list(),
        dataFiles(SitePaths.FROM_CLAIM, Phrases.link("#trials", "trials"), trials.all().values()));
  }

  /** Of any records. */
  static Tag ofRecords(Collection<RunRecord> records) {
    ProvenanceSection provenance = new ProvenanceSection(records);
    provenance.addCode();
    provenance.addPlatform();
    provenance.addEngine();
    return Page.section("provenance", "Provenance")
        .add(
            provenance.list.list(),
            dataFiles(SitePaths.FROM_RUN, Phrases.link("#records", "records"), records));
  }

  private void addCode() {
    addCode("Version", Code::version);
    addCode("Commit", Code::gitCommit);
    addCode("Uncommitted changes", code -> yesOrNo(code.gitDirty()));
    addCode("Fingerprint of the code", Code::fingerprint);
  }

  private void addPlatform() {
    addPlatform("Java runtime", Platform::jdk);
    addPlatform("Operating system", Platform::operatingSystem);
    addPlatform("Architecture", Platform::architecture);
    addPlatform("Processor", Platform::cpuModel);
    addPlatform("Logical processors", Platform::logicalCpus);
    addPlatform(
        "Memory",
        platform ->
            Optional.ofNullable(platform.memoryBytes()).map(Quantities::bytes).orElse(null));
  }

  private void addEngine() {
    addEngine("Engine", EngineInfo::name);
    addEngine("Version of the binding", EngineInfo::version);
    addEngine("Version of the native library", EngineInfo::nativeVersion);
    addEngine("Device", EngineInfo::device);
    addEngine("Name of the device", EngineInfo::deviceName);
    addEngine("Threads of one tensor operation", EngineInfo::threads);
  }

  private void addCode(String term, Function<Code, ?> part) {
    add(term, provenance -> Optional.ofNullable(provenance.code()).map(part));
  }

  private void addPlatform(String term, Function<Platform, ?> part) {
    add(term, provenance -> Optional.ofNullable(provenance.platform()).map(part));
  }

  private void addEngine(String term, Function<EngineInfo, ?> part) {
    add(term, provenance -> Optional.ofNullable(provenance.engine()).map(part));
  }

  private void add(String term, Function<Provenance, Optional<?>> part) {
    List<String> values =
        records.stream()
            .map(record -> Optional.ofNullable(record.provenance()).flatMap(part))
            .map(Words::orUnknown)
            .distinct()
            .sorted()
            .toList();
    list.addAll(term, values);
  }

  private static String yesOrNo(Boolean flag) {
    if (flag == null) {
      return Words.UNKNOWN;
    }
    return flag ? "yes" : "no";
  }

  private static Tag dataFiles(String root, Tag source, Collection<RunRecord> records) {
    List<DataFile> files =
        records.stream()
            .flatMap(record -> Optional.ofNullable(record.provenance()).stream())
            .flatMap(provenance -> provenance.data().stream())
            .distinct()
            .sorted(Comparator.comparing(DataFile::toString))
            .toList();
    if (files.isEmpty()) {
      return Tag.of("p", "No data file is recorded.");
    }
    DataTable table =
        DataTable.traced("Data files", "File", "Version", "SHA-256", "Size", "Licence");
    files.forEach(
        file ->
            table.tracedRow(
                source,
                Phrases.link(root + SitePaths.DATA + "#" + DataPage.id(file), name(file)),
                text(file.version()),
                Phrases.code(Words.orUnknown(Optional.ofNullable(file.sha256())))
                    .with("class", "hash"),
                text(Optional.ofNullable(file.bytes()).map(Quantities::bytes).orElse(null)),
                text(file.licence())));
    return table.scrolling();
  }

  private static String name(DataFile file) {
    return Words.orUnknown(Optional.ofNullable(file.name()));
  }

  private static Tag text(String value) {
    return Phrases.text(Words.orUnknown(Optional.ofNullable(value)));
  }
}
