using Isthmus.Core.Runs;

namespace Isthmus.Connectors.Sage100;

/// <summary>A record on its way into a call that it shares with others.</summary>
internal sealed class GatheredWrite(SageWrite record)
{
    private readonly TaskCompletionSource<GatheredEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SageWrite Record => record;

    public Task<GatheredEnd> Ended => ended.Task;

    /// <summary>Where the record comes from.</summary>
    public ExecutionContext Context { get; } = ExecutionContext.Capture()
        ?? throw new InvalidOperationException("The flow of control was suppressed.");

    public void End(GatheredEnd end) => ended.TrySetResult(end);
}

/// <summary>What became of a record.</summary>
/// <param name="Records">How many went in the call.</param>
/// <param name="Calls">The calls that were made for them.</param>
/// <param name="Result">What the agent said of this one; throws what failed.</param>
internal sealed record GatheredEnd(int Records, IReadOnlyList<VendorCall> Calls, Func<SageWriteResult> Result)
{
    /// <summary>How the call reads among those of the record's own step.</summary>
    public string Shown(SageWrite record, string operation) =>
        Records == 1 ? operation : $"{record.Mode.ToString().ToLowerInvariant()} {record.Object}, with {Records - 1} others";
}
