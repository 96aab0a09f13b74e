using Isthmus.Cli.Clients;
using Isthmus.Cli.Stack;

namespace Isthmus.Cli.Commands;

/// <summary>Asks the app that ./run started on this machine.</summary>
internal static class RunningApp
{
    /// <summary>Opens a client with the state folder's key, and says so plainly when no app answers.</summary>
    public static async Task<T> AskAsync<T>(CommandLine line, Func<AppClient, Task<T>> ask)
    {
        var address = new Uri($"http://localhost:{line.Number("--port", 1) ?? StackOptions.UsualAppPort}");
        using var app = new AppClient(address, Places.Home);
        app.ReadKey();
        try
        {
            return await ask(app);
        }
        catch (HttpRequestException failure) when (failure.StatusCode is null && failure.InnerException is not null)
        {
            throw new StackException($"No app answers at {address}.", "Start it with ./run, or name its port with --port.");
        }
    }
}
