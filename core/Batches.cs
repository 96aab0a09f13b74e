namespace Isthmus.Core;

/// <summary>
/// Gathers what many callers want written at the same time into one write after another, so that a place which takes one writer
/// at a time costs each of them a share and not a turn.
/// </summary>
/// <param name="most">How many items a write takes.</param>
/// <param name="write">Writes items in their order; when it fails, each of their callers learns of it.</param>
public sealed class Batches<T>(int most, Func<IReadOnlyList<T>, Task> write)
{
    private readonly Queue<(T Item, TaskCompletionSource Done)> waiting = new();
    private bool busy;

    /// <summary>Completes when the item is written.</summary>
    public Task AddAsync(T item)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (waiting)
        {
            waiting.Enqueue((item, done));
            if (busy) return done.Task;
            busy = true;
        }
        _ = WriteAllAsync();
        return done.Task;
    }

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                await write([.. batch.Select(b => b.Item)]);
                foreach (var (_, done) in batch) done.SetResult();
            }
            catch (Exception failure)
            {
                foreach (var (_, done) in batch) done.SetException(failure);
            }
        }
    }

    private List<(T Item, TaskCompletionSource Done)> Next()
    {
        lock (waiting)
        {
            var batch = new List<(T, TaskCompletionSource)>();
            while (batch.Count < most && waiting.TryDequeue(out var next)) batch.Add(next);
            busy = batch.Count > 0;
            return batch;
        }
    }
}
