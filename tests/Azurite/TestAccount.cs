namespace Isthmus.Embedded.Tests.Storage;

/// <summary>The account that the compliance suite runs on here: Azurite's, with the clock on the wall.</summary>
public sealed class TestAccount : IAsyncDisposable
{
    private readonly TimeProvider time = TimeProvider.System;

    public string ConnectionString { get; } = Azurite.ConnectionString;

    /// <summary>Lets time pass.</summary>
    public Task PassAsync(TimeSpan span) => Task.Delay(span, time);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
