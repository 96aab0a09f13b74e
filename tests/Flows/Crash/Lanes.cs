using System.Threading.Channels;
using Isthmus.Flows.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Isthmus.Flows.Tests.Crash;

/// <summary>Sandboxes that cases take turns on.</summary>
public sealed class Lanes : IAsyncLifetime
{
    private const int Count = 4;
    private readonly Channel<WebApplication> free = Channel.CreateUnbounded<WebApplication>();

    public async Task InitializeAsync()
    {
        for (var i = 0; i < Count; i++)
        {
            var sandbox = World.BuildSandbox();
            await sandbox.StartAsync();
            await free.Writer.WriteAsync(sandbox);
        }
    }

    public async Task DisposeAsync()
    {
        while (free.Reader.TryRead(out var sandbox)) await sandbox.DisposeAsync();
    }

    /// <summary>Plays every case, as many at once as there are lanes.</summary>
    internal Task EachAsync(IEnumerable<int> cases, Func<WebApplication, int, Task> play) => Parallel.ForEachAsync(
        cases, new ParallelOptions { MaxDegreeOfParallelism = Count }, async (n, _) =>
        {
            var sandbox = await free.Reader.ReadAsync(CancellationToken.None);
            try { await play(sandbox, n); }
            finally { free.Writer.TryWrite(sandbox); }
        });
}
