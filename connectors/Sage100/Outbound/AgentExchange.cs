using System.Collections.Concurrent;
using Isthmus.Core;

namespace Isthmus.Connectors.Sage100.Outbound;

/// <summary>
/// Where calls meet the agent that comes for them. All of it is in memory: what was handed over when the process ends has an
/// unknown effect, as with any lost answer. See docs/adr/0009.
/// </summary>
public sealed class AgentExchange(SageOutboundOptions options, TimeProvider time)
{
    private readonly WaitingWork waiting = new();
    private readonly ConcurrentDictionary<string, AgentWork> open = new(StringComparer.Ordinal);

    /// <summary>Calls that no agent took yet.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Calls that wait for an agent, or for its answer.</summary>
    public int Open => open.Count;

    /// <summary>Hands a call to an agent and waits for its answer.</summary>
    /// <returns>The answer; null when no agent took the call in time, so that nothing was done.</returns>
    /// <exception cref="OperationCanceledException">The caller's patience ended: what was done is unknown.</exception>
    internal async Task<AgentReply?> CallAsync(
        string method, string path, ReadOnlyMemory<byte> body, TimeSpan patience, CancellationToken cancellation)
    {
        var work = new AgentWork(Chance.NewId(), method, path, body, time.GetUtcNow() + patience);
        open[work.Id] = work;
        try
        {
            waiting.Add(work);
            return await IsTakenAsync(work, cancellation) ? await work.Answer.WaitAsync(cancellation) : null;
        }
        finally
        {
            waiting.Withdraw(work);
            open.TryRemove(work.Id, out _);
        }
    }

    /// <summary>The next call for an agent; null when none came while it waited. What it gets, nobody else gets.</summary>
    /// <param name="wait">How long the agent waits.</param>
    /// <param name="cancellation">The agent went away.</param>
    public async Task<AgentWork?> TakeAsync(TimeSpan wait, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return await waiting.TakeAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Gives the agent's answer to whoever waits for it; false when nobody does, or not any more.</summary>
    public bool Answer(string id, AgentReply reply) => open.TryGetValue(id, out var work) && work.TryAnswer(reply);

    /// <summary>For how long somebody waits for a call's answer, from now.</summary>
    public TimeSpan Left(AgentWork work) => work.Until - time.GetUtcNow();

    private async Task<bool> IsTakenAsync(AgentWork work, CancellationToken cancellation)
    {
        try
        {
            await work.WhenTaken.WaitAsync(options.PickUp, time, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            // Unless an agent took it in the same moment.
            return !waiting.Withdraw(work);
        }
    }
}
