package magicbench.results.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import magicbench.results.record.Provenance;
import magicbench.results.record.Provenance.Code;
import magicbench.results.record.Provenance.DataFile;
import magicbench.results.record.Provenance.EngineInfo;
import magicbench.results.record.Provenance.Platform;
import magicbench.results.record.RunRecord;

/** What provenance says: code, data, engine and machine. */
final class ProvenanceFacts {

  /** The hash of whatever code can move a result; its other facts are names for it. */
  static final String FINGERPRINT = "fingerprint";

  private final Collection<RunRecord> before;
  private final Collection<RunRecord> after;
  private final List<Fact> facts = new ArrayList<>();

  private ProvenanceFacts(Run before, Run after) {
    this.before = before.records().values();
    this.after = after.records().values();
  }

  static List<Fact> of(Run before, Run after) {
    ProvenanceFacts facts = new ProvenanceFacts(before, after);
    facts.addCode();
    facts.addData();
    facts.addEngine();
    facts.addPlatform();
    return facts.facts;
  }

  private void addCode() {
    add(Category.CODE, "version of magicbench", code(Code::version));
    add(Category.CODE, "commit", code(Code::gitCommit));
    add(Category.CODE, "uncommitted changes", code(Code::gitDirty));
    add(Category.CODE, FINGERPRINT, code(Code::fingerprint));
  }

  private void addEngine() {
    add(Category.ENGINE, "name of the engine", engine(EngineInfo::name));
    add(Category.ENGINE, "version of the binding", engine(EngineInfo::version));
    add(Category.ENGINE, "version of the native library", engine(EngineInfo::nativeVersion));
    add(Category.DEVICE, "kind of device", engine(EngineInfo::device));
    add(Category.DEVICE, "name of the device", engine(EngineInfo::deviceName));
    add(Category.THREADS, "threads of one tensor operation", engine(EngineInfo::threads));
  }

  private void addPlatform() {
    add(Category.RUNTIME, "Java runtime", platform(Platform::jdk));
    add(Category.SYSTEM, "operating system", platform(Platform::operatingSystem));
    add(Category.MACHINE, "architecture", platform(Platform::architecture));
    add(Category.MACHINE, "processor", platform(Platform::cpuModel));
    add(Category.MACHINE, "logical processors", platform(Platform::logicalCpus));
    add(Category.MACHINE, "memory in bytes", platform(Platform::memoryBytes));
  }

  private static Function<Provenance, Object> code(Function<Code, ?> part) {
    return provenance -> Optional.ofNullable(provenance.code()).map(part).orElse(null);
  }

  private static Function<Provenance, Object> engine(Function<EngineInfo, ?> part) {
    return provenance -> Optional.ofNullable(provenance.engine()).map(part).orElse(null);
  }

  private static Function<Provenance, Object> platform(Function<Platform, ?> part) {
    return provenance -> Optional.ofNullable(provenance.platform()).map(part).orElse(null);
  }

  private void add(Category category, String name, Function<Provenance, Object> part) {
    facts.add(new Fact(category, name, told(before, part), told(after, part)));
  }

  private static Told told(Collection<RunRecord> records, Function<Provenance, Object> part) {
    return told(
        records.stream()
            .map(
                record ->
                    Optional.ofNullable(record.provenance()).map(part).map(Object::toString)));
  }

  private static Told told(Stream<Optional<String>> values) {
    List<Optional<String>> all =
        values.map(value -> value.filter(text -> !text.isBlank())).distinct().toList();
    NavigableSet<String> known = new TreeSet<>();
    all.forEach(value -> value.ifPresent(known::add));
    return new Told(known, all.contains(Optional.<String>empty()));
  }

  private void addData() {
    Set<String> names = new TreeSet<>();
    Stream.concat(files(before), files(after)).map(DataFile::name).forEach(names::add);
    for (String name : names) {
      addFile(name, "SHA-256", DataFile::sha256);
      addFile(name, "version", DataFile::version);
    }
  }

  private void addFile(String name, String what, Function<DataFile, String> part) {
    facts.add(
        new Fact(
            Category.DATA,
            name + ": " + what,
            told(named(before, name).map(part).map(Optional::ofNullable)),
            told(named(after, name).map(part).map(Optional::ofNullable))));
  }

  private static Stream<DataFile> named(Collection<RunRecord> records, String name) {
    return files(records).filter(file -> file.name().equals(name));
  }

  private static Stream<DataFile> files(Collection<RunRecord> records) {
    return records.stream()
        .map(RunRecord::provenance)
        .filter(Objects::nonNull)
        .flatMap(provenance -> provenance.data().stream());
  }
}
