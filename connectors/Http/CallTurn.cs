namespace Isthmus.Connectors.Http;

/// <summary>
/// What a step of work does at the vendors, taken together: while it runs, every call knows whose turn it is. A step that has not
/// called yet may be told to come back later, and then keeps its turn; one that has begun is let through to its end.
/// </summary>
public sealed class CallTurn : IDisposable
{
    private static readonly AsyncLocal<CallTurn?> Now = new();

    private readonly CallTurn? outer = Now.Value;
    private volatile bool begun;

    private CallTurn(string key) => Key = key;

    /// <summary>Begins the turn of a step; dispose when the step has ended.</summary>
    /// <param name="key">The same for the same step when it comes back, such as the run's id. Never a personal value.</param>
    public static CallTurn Begin(string key)
    {
        var turn = new CallTurn(key);
        Now.Value = turn;
        return turn;
    }

    internal static CallTurn? Current => Now.Value;

    internal string Key { get; }

    internal bool Begun => begun;

    internal void Admit() => begun = true;

    /// <summary>Ends it.</summary>
    public void Dispose() => Now.Value = outer;
}
