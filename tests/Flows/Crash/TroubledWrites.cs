using Isthmus.Embedded.Storage;

namespace Isthmus.Flows.Tests.Crash;

/// <summary>Durable writes under trouble.</summary>
/// <param name="trouble">What goes wrong.</param>
/// <param name="counted">False: only the death of the process concerns them.</param>
internal sealed class TroubledWrites(Trouble trouble, bool counted) : IWriteFaults
{
    public Task<T> WriteAsync<T>(Func<Task<T>> write) =>
        counted ? trouble.PassAsync("a write", write, Failure) : trouble.UnlessDeadAsync(write, Failure);

    private static Exception Failure(Form form) => form is Form.KilledBefore or Form.KilledAfter
        ? new ObjectDisposedException(nameof(EmbeddedStore))
        : new StoreUnavailableException("home", new IOException("The disk refused."));
}
