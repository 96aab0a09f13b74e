using Isthmus.Cli.Stack;
using Isthmus.Embedded.Storage;

namespace Isthmus.Cli.Commands;

/// <summary>./run backup DIR: a copy of the state that a new app can open, taken while the app runs or when it does not.</summary>
internal static class BackupCommand
{
    public static int Run(IReadOnlyList<string> args)
    {
        var target = Path.GetFullPath(new CommandLine(args, [], []).Words("DIR")[0]);
        StoreBackup.Take(Places.Home, target);
        Console.Out.WriteLine($"The state in {Places.Home} is copied to {target}. Start from it with ISTHMUS_HOME={target} ./run");
        return 0;
    }
}
