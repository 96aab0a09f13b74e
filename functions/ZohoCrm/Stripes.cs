namespace Isthmus.Functions.ZohoCrm;

/// <summary>One at a time for a record in this process; records that share a stripe wait for each other too.</summary>
internal sealed class Stripes
{
    private const int Count = 64;
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the turn; dispose to give it on.</summary>
    public async Task<IDisposable> EnterAsync(string module, string id, CancellationToken cancellation)
    {
        var turn = turns[(uint)HashCode.Combine(module, id) % Count];
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
