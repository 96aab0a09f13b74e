namespace Isthmus.Fuzz;

/// <summary>A part of the product that takes input from outside.</summary>
internal abstract class Target : IAsyncDisposable
{
    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Its part of all inputs, compared with that of the others.</summary>
    public abstract int Share { get; }

    /// <summary>How many inputs are tried at once.</summary>
    public virtual int AtOnce => 2;

    /// <summary>Brings it up.</summary>
    public virtual Task OpenAsync() => Task.CompletedTask;

    /// <summary>Makes the input of these dice.</summary>
    public abstract Input Make(Dice dice);

    /// <summary>Tries an input; answers with what is wrong, or null. What it throws is wrong as well.</summary>
    public abstract ValueTask<string?> TryAsync(Input input);

    /// <summary>What is wrong when all inputs were tried, or null.</summary>
    public virtual ValueTask<string?> CloseAsync() => ValueTask.FromResult<string?>(null);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
