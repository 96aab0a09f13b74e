namespace Isthmus.Embedded.Storage;

/// <summary>What one caller asked the writer for, with the promise that it waits on.</summary>
internal abstract class StoreWork
{
    public abstract void Run(StoreSession session);

    /// <summary>The work itself failed: its caller hears it after the commit, as the others hear of their success.</summary>
    public abstract void Remember(Exception failure);

    public abstract void Complete();

    /// <summary>The group could not be committed.</summary>
    public abstract void Refuse(Exception failure);
}

/// <inheritdoc/>
internal sealed class StoreWork<T>(Func<StoreSession, T> work) : StoreWork
{
    private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? failure;

    public Task<T> Task => source.Task;

    public override void Run(StoreSession session)
    {
        failure = null;
        result = work(session);
    }

    public override void Remember(Exception failure) => this.failure = failure;

    public override void Complete()
    {
        if (failure is null) source.SetResult(result!);
        else source.SetException(failure);
    }

    public override void Refuse(Exception failure) => source.SetException(this.failure ?? failure);
}
