using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Chaos;

/// <summary>Ends the app with kill -9 again and again, also while it starts, and starts it anew.</summary>
internal sealed class Killer(LocalStack stack, IEnumerable<Life> lives)
{
    public int Kills { get; private set; }

    /// <summary>How many of the kills came before the app answered.</summary>
    public int InStart { get; private set; }

    /// <summary>Begins with an app that runs and leaves one that runs.</summary>
    public async Task RunAsync(Func<bool> enough, CancellationToken cancel)
    {
        foreach (var life in lives)
        {
            if (enough()) return;
            await Task.Delay(life.AfterReady, TimeProvider.System, cancel);
            await KillAsync();
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
}
