using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Chaos;

/// <summary>Ends the app with kill -9 again and again, also while it starts, and starts it anew.</summary>
internal sealed class Killer(LocalStack stack, IEnumerable<Life> lives)
{
    public int Kills { get; private set; }

    /// <summary>How many of the kills came before the app answered.</summary>
    public int InStart { get; private set; }

    /// <summary>How often the app went on with a copy of its state.</summary>
    public int Moves { get; private set; }

    /// <summary>Begins with an app that runs and leaves one that runs.</summary>
    public async Task RunAsync(Func<bool> enough, CancellationToken cancel)
    {
        foreach (var life in lives)
        {
            if (enough()) return;
            await Task.Delay(life.AfterReady, TimeProvider.System, cancel);
            await KillAsync();
            if (life.Moves) Move();
            if (life.AfterBegin is { } begun)
            {
                stack.BeginApp();
                await Task.Delay(begun, TimeProvider.System, cancel);
                await KillAsync();
                InStart++;
            }
            await stack.StartAppAsync(cancel);
        }
    }

    private async Task KillAsync()
    {
        if (stack.Fallen is { } fallen) throw ChaosException.Ended(fallen);
        await stack.KillAppAsync();
        Kills++;
    }

    /// <summary>Copies the state of the dead app file by file and removes the original.</summary>
    private void Move()
    {
        var (home, old) = (stack.Options.Home, stack.Options.Home + ".old");
        Directory.Move(home, old);
        Directory.CreateDirectory(home);
        if (Directory.Exists(Path.Combine(old, "logs"))) Directory.Move(Path.Combine(old, "logs"), Path.Combine(home, "logs"));
        foreach (var file in Directory.EnumerateFiles(old, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(home, Path.GetRelativePath(old, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        Directory.Delete(old, recursive: true);
        Moves++;
    }
}
