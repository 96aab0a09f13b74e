namespace Isthmus.Embedded.Durable.Execution;

/// <summary>A durable task that the orchestrator may be waiting for.</summary>
internal sealed class OpenTask(int id, string name)
{
    private readonly TaskCompletionSource<string?> source = new();

    public int Id => id;

    public string Name => name;

    public Task<string?> Result => source.Task;

    public void Complete(string? result) => source.SetResult(result);

    public void Fail(Exception failure) => source.SetException(failure);

    public bool Cancel() => source.TrySetCanceled();
}
