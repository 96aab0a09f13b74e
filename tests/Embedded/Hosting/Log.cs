using System.Threading.Channels;

namespace Isthmus.Embedded.Tests.Hosting;

/// <summary>What the functions of a test saw, in order.</summary>
public sealed class Log
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    public void Add(string line) => lines.Writer.TryWrite(line);

    public async Task<string> NextAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        return await lines.Reader.ReadAsync(late.Token);
    }

    public bool IsEmpty => lines.Reader.Count == 0;
}
