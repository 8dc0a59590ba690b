package magicbench.harness.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import magicbench.harness.experiment.EngineVersions;
import magicbench.harness.experiment.GpuModel;
import magicbench.results.record.BuildStamp;
import magicbench.results.record.Provenance;
import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;

/** Gathers how a record was made. What can't be known is null in the record, never a zero. */
final class Provenances {

  private Provenances() {}

  static Provenance of(
      String startedAt,
      Fingerprint fingerprint,
      List<Provenance.DataFile> data,
      Provenance.MeasuredCost cost) {
    Provenance.Platform platform = platform();
    return new Provenance(
        startedAt,
        code(BuildStamp.read(), fingerprint),
        data,
        platform,
        engine(EngineVersions.read(), fingerprint, platform),
        cost,
        place(System.getenv()).orElse(null));
  }

  /** The place in a cluster, where the process's environment names one. */
  static Optional<Provenance.Place> place(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(LocalCrew.HOST))
        .map(host -> new Provenance.Place(host, environment.get(LocalCrew.EXECUTOR)));
  }

  static Provenance.Code code(BuildStamp stamp, Fingerprint fingerprint) {
    return new Provenance.Code(
        stamp.version().orElse(null),
        stamp.gitCommit().orElse(null),
        stamp.gitDirty().orElse(null),
        fingerprint.code());
  }

  private static Provenance.Platform platform() {
    HardwareAbstractionLayer hardware = new SystemInfo().getHardware();
    String cpu = hardware.getProcessor().getProcessorIdentifier().getName();
    return new Provenance.Platform(
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        known(cpu).orElse(null),
        Runtime.getRuntime().availableProcessors(),
        known(hardware.getMemory().getTotal()).orElse(null));
  }

  private static Provenance.EngineInfo engine(
      EngineVersions versions, Fingerprint fingerprint, Provenance.Platform platform) {
    Optional<String> device =
        fingerprint.device().equals("gpu")
            ? GpuModel.first(GpuModel.NVIDIA)
            : Optional.ofNullable(platform.cpuModel());
    return new Provenance.EngineInfo(
        EngineVersions.NAME,
        versions.binding().orElse(null),
        versions.natives().orElse(null),
        fingerprint.device(),
        device.orElse(null),
        fingerprint.threads());
  }

  static Optional<String> known(String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(word -> !word.isEmpty() && !word.equalsIgnoreCase("unknown"));
  }

  static Optional<Long> known(long amount) {
    return amount > 0 ? Optional.of(amount) : Optional.empty();
  }
}
