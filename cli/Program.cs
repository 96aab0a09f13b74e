using System.Runtime.InteropServices;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;
using Isthmus.Core.Mapping;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    return args switch
    {
        ["help", ..] or ["--help", ..] or ["-h", ..] => HelpCommand.Run(),
        [_, "--help"] => HelpCommand.Run(),
        ["replay", .. var rest] => await ReplayCommand.RunAsync(rest, Terminal.Open(), stop.Token),
        ["check", .. var rest] => await CheckCommand.RunAsync(rest, Terminal.Open(), stop.Token),
        ["reconcile", .. var rest] => await ReconcileCommand.RunAsync(rest, Terminal.Open(), stop.Token),
        ["load", .. var rest] => await LoadCommand.RunAsync(rest, Terminal.Open(), stop.Token),
        ["audit", .. var rest] => await AuditCommand.RunAsync(rest, Terminal.Open(), stop.Token),
        ["backup", .. var rest] => BackupCommand.Run(rest),
        ["secret", .. var rest] => SecretCommand.Run(rest),
        [var word, ..] when !word.StartsWith('-') => throw new UsageException($"'{word}' is no command. See ./run help."),
        _ => await StartCommand.RunAsync(args, Terminal.Open(), stop.Token)
    };
}
catch (UsageException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}
catch (Exception obstacle) when (obstacle is StackException or MappingCatalogException or IOException or HttpRequestException)
{
    Console.Error.WriteLine(obstacle.Message);
    return 3;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
