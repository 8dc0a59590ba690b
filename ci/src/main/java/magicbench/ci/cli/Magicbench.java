package magicbench.ci.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code magicbench}. */
@Command(
    name = "magicbench",
    description = "Does a published claim hold, at what scale, and how sure are we?",
    versionProvider = BuildVersion.class,
    footer = {
      "  magicbench doctor",
      "  magicbench plan --scale overnight",
      "  magicbench run && magicbench judge && magicbench report && magicbench gate",
      "  source <(magicbench generate-completion)"
    })
public final class Magicbench implements Runnable {

  @Spec private CommandSpec spec;

  private Magicbench() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments the sub-command and its options
   */
  public static void main(String[] arguments) {
    System.exit(commandLine(Surroundings.ofProcess()).execute(arguments));
  }

  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine root =
        new CommandLine(new Magicbench())
            .addSubcommand(new DoctorCommand(surroundings))
            .addSubcommand(new PlanCommand(surroundings))
            .addSubcommand(new RunCommand(surroundings))
            .addSubcommand(new MergeCommand(surroundings))
            .addSubcommand(new JudgeCommand(surroundings))
            .addSubcommand(new GateCommand(surroundings))
            .addSubcommand(new ReportCommand(surroundings))
            .addSubcommand(new CompareCommand(surroundings))
            .addSubcommand(new AcceptCommand(surroundings))
            .addSubcommand(new DemoCommand(surroundings))
            .addSubcommand(new HistoryCommand(surroundings))
            .addSubcommand(new AlarmsCommand(surroundings))
            .addSubcommand(new FineTuneCommand(surroundings))
            .addSubcommand(new SubmissionCommand(surroundings))
            .addSubcommand(new ExportCommand(surroundings))
            .addSubcommand(
                new CommandLine(new DataCommand())
                    .addSubcommand(new DataFetchCommand(surroundings))
                    .addSubcommand(new DataTruthCommand()))
            .addSubcommand(new AllureCommand())
            .addSubcommand(completion());
    documentAll(root);
    Faults faults = new Faults();
    return root.setParameterExceptionHandler(faults)
        .setExecutionExceptionHandler(faults)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new GenerateCompletion());
    completion.getCommandSpec().usageMessage().footer("  source <(magicbench generate-completion)");
    return completion;
  }

  private static void documentAll(CommandLine command) {
    document(command);
    command.getSubcommands().values().forEach(Magicbench::documentAll);
  }

  private static void document(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    command.getCommandSpec().mixinStandardHelpOptions(true);
    usage.footerHeading("%nExamples:%n");
    usage.exitCodeListHeading("%nExit codes:%n");
    usage.exitCodeList(ExitCode.listing());
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which sub-command? 'magicbench --help' lists them");
  }
}
